// SPDX-License-Identifier: Apache-2.0
#include "models/figures.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "models/measure/figure_text.hpp"

namespace {

using care::Figure;
using care::Key;
using care::Nature;
using care::Unit;

Key key_of(const Figure& figure, std::string_view group) {
  Key key;
  key.quantity = figure.id;
  key.group = group;
  return key;
}

TEST(Figures, HaveUniqueIds) {
  std::set<std::string_view> ids;
  for (const Figure* figure : care::all_figures()) {
    EXPECT_TRUE(ids.insert(figure->id).second) << figure->id;
  }
  EXPECT_GT(ids.size(), 50U);
}

TEST(Figures, AreInTheRegistryWhereverTheyAreCounted) {
  const auto& all = care::all_figures();
  const auto known = [&](const Figure* figure) {
    return std::ranges::find(all, figure) != all.end();
  };
  for (const auto& count : care::team_counts) EXPECT_TRUE(known(count.figure)) << count.figure->id;
  for (const Figure* event : care::rule_events) EXPECT_TRUE(known(event)) << event->id;
}

TEST(Figures, HaveWordsInBothLanguages) {
  for (const Figure* figure : care::all_figures()) {
    if (figure->group == care::Group::Ledger) continue;  // the words are the row's
    ASSERT_NO_THROW((void)care::label_of(*figure)) << figure->id;
    const auto label = care::label_of(*figure);
    EXPECT_FALSE(label.sv.empty()) << figure->id;
    EXPECT_FALSE(label.en.empty()) << figure->id;
    if (figure->unit == Unit::None) continue;
    const auto unit = care::words_of(figure->unit);
    EXPECT_FALSE(unit.sv.empty()) << figure->id;
    EXPECT_FALSE(unit.en.empty()) << figure->id;
  }
}

TEST(Figures, UnitsOfResultsAreKnownByTheirWords) {
  EXPECT_TRUE(care::is_unit({"timmar", "hours"}, Unit::Hours));
  EXPECT_FALSE(care::is_unit({"timmar", "hours"}, Unit::Persons));
}

TEST(Figures, AreKnownByTheKeysOfAFile) {
  for (const Figure* figure : care::all_figures()) {
    EXPECT_EQ(care::figure_of(key_of(*figure, name_of(figure->group))), figure) << figure->id;
    EXPECT_EQ(care::figure_of(key_of(*figure, care::measure_group)), nullptr) << figure->id;
  }
  const Key provided = key_of(care::figures::given, care::provider_group);
  EXPECT_EQ(care::figure_of(provided), &care::figures::given);
  EXPECT_FALSE(is(provided, care::figures::given)) << "a provider's is not the municipality's";
  EXPECT_EQ(care::figure_of(key_of(care::figures::present, care::provider_group)), nullptr);
}

TEST(Figures, OnlyAmountsAddUp) {
  // What has no "none of it", and was once a list of words in the comparison.
  for (const Figure* figure :
       {&care::figures::utilisation, &care::figures::wait, &care::figures::waited,
        &care::figures::longest_wait, &care::figures::stay, &care::figures::load,
        &care::figures::longest, &care::figures::depth, &care::figures::first_week,
        &care::figures::recovery, &care::figures::any, &care::figures::event}) {
    EXPECT_NE(figure->nature, Nature::Amount) << figure->id;
  }
  for (const Figure* figure : care::all_figures()) {
    if (figure->unit != Unit::Percent) continue;
    EXPECT_NE(figure->nature, Nature::Amount) << figure->id;
  }
}

TEST(Figures, ATeamCountIsReadFromWhatTheShiftGave) {
  care::ShiftStaff staff;
  staff.present = 8 * sim::hour;
  staff.rostered = 16 * sim::hour;
  care::ShiftResult shift;
  shift.given = 5 * sim::hour;
  shift.visits[0] = {.due = 3, .done = 2, .missed = 1, .harmed = 1};
  shift.visits[2].missed = 4;
  shift.visits[3].missed = 5;
  const auto counts = counts_of(staff, shift);
  using namespace care::figures;
  EXPECT_EQ(counts[care::team_count(present_hours)], (8 * sim::hour).count());
  EXPECT_EQ(counts[care::team_count(rostered)], (16 * sim::hour).count());
  EXPECT_EQ(counts[care::team_count(given)], (5 * sim::hour).count());
  EXPECT_EQ(counts[care::team_count(visits_due)], 3);
  EXPECT_EQ(counts[care::team_count(missed_must)], 1);
  EXPECT_EQ(counts[care::team_count(missed_critical)], 0);
  EXPECT_EQ(counts[care::team_count(missed_other)], 9);
  EXPECT_EQ(counts[care::team_count(visits_urgent)], 3);
  EXPECT_EQ(counts[care::team_count(missed_urgent)], 1);
  EXPECT_EQ(counts[care::team_count(harmed)], 1);
}

/// Ids in files are those that were there before figures were typed.
TEST(Figures, KeepTheirIdsInFiles) {
  std::string ids;
  for (const Figure* figure : care::all_figures()) ids.append(figure->id).append(" ");
  EXPECT_EQ(
      ids,
      "quantity kronor present ready entries bed_days ready_days residents moved_in "
      "utilisation occupied occupied_p05 occupied_p50 occupied_p95 full capacity overflow "
      "closed unused queue stay wait wait_all waited waited_all longest_wait still_waiting "
      "still_waited lost diverted left_queue evicted struck queued_p05 queued_p50 queued_p95 "
      "ready_p05 ready_p50 ready_p95 blocked blocked_p05 blocked_p50 blocked_p95 moves exits "
      "arrivals departures "
      "present_end ready_days_by_cause due available given present_hours rostered substitute "
      "agency overtime "
      "visits_due visits_done visits_moved visits_handed missed_must missed_critical missed_other "
      "visits_urgent missed_urgent harmed at_work load visits_each missed_share any event "
      "weeks episodes longest depth first_week recovery season_missed season_load tight_any "
      "tight tight_weeks direct direct_share agency_share overtime_share travel "
      "missed_window answered "
      "answered_hours performed handovers requests refused_by_rule refused_in_practice "
      "disputes negotiation_days self_care_visits unowned_visits ");
}

}  // namespace
