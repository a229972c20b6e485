// SPDX-License-Identifier: Apache-2.0
// Teams of several municipalities that work their shifts as one.
#include <algorithm>
#include <numeric>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::Crew;
using care::ShiftResult;
using care::VisitBook;
using testing::ElementsAre;

/// West, east and north, each with nurses and therapists.
scenarios::Care three_municipalities() {
  scenarios::Care care = with_tasks({visits(7, minutes(20))});  // 30 with travel, one a day
  care.roles.emplace_back("therapist", reliable_role());
  care.municipalities[0].second.teams.emplace_back("therapist", team_of(4, 2));
  care.municipalities.emplace_back("east", care.municipalities[0].second);
  care.municipalities.emplace_back("north", care.municipalities[0].second);
  return care;
}

/// Starts patients in a municipality, with serials from `first` on.
void live_in(VisitBook& book, std::uint32_t municipality, std::uint32_t first,
             std::uint32_t count) {
  for (std::uint32_t p = first; p < first + count; ++p) {
    care::PlanStart from;
    from.municipality = municipality;
    from.now = sim::Time{monday()};
    from.stay_started = from.now - 1000 * sim::day;
    book.start(patient(p), from);
  }
}

std::vector<ShiftResult> day_shift(VisitBook& book, const Crew& crew,
                                   const std::vector<care::ShiftStaff>& staff) {
  const auto results = book.run_shift(crew, 0, staff);
  return {results.begin(), results.end()};
}

TEST(Pools, TeamsOfAPoolAreACrew) {
  scenarios::Care care = three_municipalities();
  care.pools.emplace_back("nurses", scenarios::Pool{{}, {"north", "west"}, {"nurse"}, {}, {}});
  const care::Workforce workforce(care, monday(), 7);
  const std::vector<Crew> crews(workforce.crews().begin(), workforce.crews().end());
  // Teams are numbered by municipality and role: nurses are 0, 2, 4 and therapists 1, 3, 5.
  EXPECT_THAT(crews, ElementsAre(Crew{0, 4}, Crew{1}, Crew{2}, Crew{3}, Crew{5}));
  care.pools.front().second.roles.clear();
  const care::Workforce all(care, monday(), 7);
  EXPECT_THAT(std::vector<Crew>(all.crews().begin(), all.crews().end()),
              ElementsAre(Crew{0, 4}, Crew{1, 5}, Crew{2}, Crew{3}));
}

TEST(Pools, VisitsCountWhereThePatientLivesAndTimeIsSharedByNeed) {
  scenarios::Care care = three_municipalities();
  care.pools.emplace_back("all", scenarios::Pool{{}, {"west", "east", "north"}, {}, {}, {}});
  const Compiled compiled(care, 7);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(1, 0);
  live_in(book, 0, 0, 6);
  live_in(book, 1, 10, 2);
  // 240 minutes due; the 200 there are belong to the one municipality that needs none, and 20 more
  // may be worked in east as overtime.
  const Crew& nurses = compiled.workforce.crews().front();
  const auto results = day_shift(
      book, nurses, {minutes_available(0), minutes_available(0, 20), minutes_available(200)});
  EXPECT_EQ(total(results[0]).due, 6U);
  EXPECT_EQ(total(results[1]).due, 2U);
  EXPECT_EQ(total(results[2]).due, 0U);
  EXPECT_EQ(total(results[0]).done + total(results[1]).done, 7U) << "220 minutes, 30 each";
  EXPECT_EQ(total(results[0]).missed + total(results[1]).missed, 1U);
  EXPECT_EQ(results[0].available, 150 * sim::minute);
  EXPECT_EQ(results[1].available, 50 * sim::minute);
  EXPECT_EQ(results[2].available, sim::Duration::zero());
  EXPECT_EQ(results[0].overtime, sim::Duration::zero()) << "nobody there may work more";
  EXPECT_EQ(results[1].overtime, 10 * sim::minute);
}

TEST(Pools, NothingAskedLeavesTheTimeWhereThePeopleAre) {
  scenarios::Care care = three_municipalities();
  care.pools.emplace_back("all", scenarios::Pool{{}, {"west", "east", "north"}, {}, {}, {}});
  const Compiled compiled(care, 7);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(1, 0);
  const auto results =
      day_shift(book, compiled.workforce.crews().front(),
                {minutes_available(7), minutes_available(0, 20), minutes_available(200)});
  EXPECT_EQ(results[0].available, 7 * sim::minute);
  EXPECT_EQ(results[2].available, 200 * sim::minute);
}

/// However odd the shares, the parts add up to what the crew has, to the millisecond.
TEST(Pools, TimeIsConserved) {
  scenarios::Care care = three_municipalities();
  care.tasks[0].second.minutes = lognormal_minutes(23, 0.7);
  care.tasks[0].second.max_moves = 2;
  care.pools.emplace_back("all", scenarios::Pool{{}, {"west", "east", "north"}, {}, {}, {}});
  const Compiled compiled(care, 28);
  const Crew& crew = compiled.workforce.crews().front();
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(3, 0);
  live_in(book, 0, 0, 7);
  live_in(book, 1, 100, 13);
  live_in(book, 2, 200, 29);
  const std::vector<care::ShiftStaff> staff{minutes_available(333.3, 11), minutes_available(777.7),
                                            minutes_available(101, 55.5)};
  std::uint32_t due = 0, ended = 0;
  for (std::uint32_t o = 0; o < compiled.workforce.calendar().size(); ++o) {
    const auto results = book.run_shift(crew, o, staff);
    const auto sum = [&](auto&& of) {
      return std::accumulate(
          results.begin(), results.end(), sim::Duration{},
          [&](sim::Duration so_far, const ShiftResult& result) { return so_far + of(result); });
    };
    const auto available = staff[0].available + staff[1].available + staff[2].available;
    const auto given = sum([](const ShiftResult& r) { return r.given; });
    EXPECT_EQ(sum([](const ShiftResult& r) { return r.available; }), available);
    // One may stay on though another has time left that nothing fits into.
    const auto overtime = sum([](const ShiftResult& r) { return r.overtime; });
    EXPECT_GE(overtime, given - available);
    EXPECT_LE(overtime, staff[0].overtime_available + staff[2].overtime_available);
    EXPECT_LE(given, available + overtime);
    for (const ShiftResult& result : results) {
      due += total(result).due;
      ended += total(result).done + total(result).missed + total(result).lapsed;
    }
  }
  EXPECT_EQ(due, ended + book.pending());
}

TEST(Pools, HarmIsCountedWhereThePatientLives) {
  scenarios::Care care = three_municipalities();
  care.tasks[0].second.harm = 1;
  care.tasks[0].second.harm_to = "hospital";
  care.pools.emplace_back("all", scenarios::Pool{{}, {"west", "east", "north"}, {}, {}, {}});
  const Compiled compiled(care, 7);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(1, 0);
  live_in(book, 1, 0, 2);
  live_in(book, 2, 10, 1);
  const auto results =
      book.run_shift(compiled.workforce.crews().front(), 0, std::vector<care::ShiftStaff>(3));
  const auto harmed = [](const ShiftResult& result) {
    return result.visits[0].harmed + result.visits[1].harmed + result.visits[2].harmed;
  };
  EXPECT_EQ(harmed(results[0]), 0U);
  EXPECT_EQ(harmed(results[1]), 2U);
  EXPECT_EQ(harmed(results[2]), 1U);
  EXPECT_EQ(results[0].missed_visits.size(), 3U) << "the patients, for the crew as a whole";
}

TEST(Pools, AMovedVisitIsGivenByWhoeverIsOnDutyNext) {
  scenarios::Care care = three_municipalities();
  care.tasks[0].second.max_moves = 1;
  care.municipalities[0].second.teams[0].second.roster.clear();  // nobody in west
  care.pools.emplace_back("all", scenarios::Pool{{}, {"west", "east", "north"}, {}, {}, {}});
  const Compiled compiled(care, 7);
  VisitBook book(compiled.workforce, compiled.plans);
  book.reset(1, 0);
  live_in(book, 0, 0, 1);
  const Crew crew = compiled.workforce.crews().front();
  const std::vector<care::ShiftStaff> none(3);
  const std::vector<care::ShiftStaff> some(3, minutes_available(60));
  EXPECT_EQ(total(book.run_shift(crew, 0, none).front()).moved, 1U);
  EXPECT_EQ(total(book.run_shift(crew, 3, some).front()).late, 1U);
}

}  // namespace
