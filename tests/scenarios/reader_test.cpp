// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader.hpp"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/civil_date.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::source_file;
using scenarios_test::texts;
using scenarios_test::ward;
using scenarios_test::with;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

Scenario read(std::string_view text) {
  const Loaded loaded = load_text(text, "ward.json");
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  return loaded.scenario.value_or(Scenario{});
}

TEST(Reader, LoadsTheClinic) {
  const Loaded loaded = load(source_file("scenarios/examples/clinic.json"));
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  EXPECT_THAT(texts(loaded.warnings), IsEmpty());
  ASSERT_TRUE(loaded.scenario);
  const Scenario& s = *loaded.scenario;
  EXPECT_EQ(s.title.sv, "Mottagning med tre rum");
  EXPECT_EQ(s.title.en, "A clinic with three rooms");
  EXPECT_EQ(sim::iso_date(s.horizon.start), "2025-01-06");
  ASSERT_EQ(s.settings.size(), 1U);
  const Setting& clinic = s.settings[0].second;
  EXPECT_EQ(clinic.capacity.normal, 3);
  EXPECT_EQ(clinic.when_full.policy, WhenFull::Policy::WaitOutside);
  ASSERT_EQ(clinic.stay.size(), 1U);
  EXPECT_EQ(clinic.stay[0].time.unit, TimeUnit::Minutes);
  EXPECT_EQ(clinic.stay[0].time.mean, 30);
  EXPECT_EQ(s.arrivals[0].second.per_day, 120);
  const Provenance& mean = s.provenance.at("/settings/clinic/stay/0/time/mean");
  EXPECT_EQ(mean.source.en, "teaching example");
  EXPECT_EQ(mean.grade, "assumption");
  EXPECT_THAT(*mean.range, ElementsAre(20, 35));
}

TEST(Reader, KeepsTheOrderOfNames) {
  const Scenario s = read(ward);
  ASSERT_EQ(s.settings.size(), 2U);
  EXPECT_EQ(s.settings[0].first, "ward");
  EXPECT_EQ(s.settings[1].first, "home");
  EXPECT_THAT(s.attributes[0].second, ElementsAre("young", "old"));
}

TEST(Reader, ReadsConditionsMixesAndSingleRows) {
  const Scenario s = read(ward);
  const Setting& w = s.settings[0].second;
  EXPECT_THAT(w.stay[0].when.all, ElementsAre(Pair("age", ElementsAre("old"))));
  EXPECT_THAT(w.stay[0].next, ElementsAre("home"));
  EXPECT_THAT(w.routes[0].when.all, ElementsAre(Pair("level", ElementsAre("2"))));
  EXPECT_THAT(w.routes[0].to, ElementsAre(Pair("home", 0.6), Pair("gone", 0.4)));
  ASSERT_EQ(w.hazards.size(), 1U);
  ASSERT_EQ(w.queue.leave.size(), 1U);
  EXPECT_EQ(w.queue.leave[0].after.value().value, 30);
  EXPECT_THAT(s.arrivals[0].second.attributes,
              ElementsAre(Pair("age", ElementsAre(Pair("young", 0.3), Pair("old", 0.7))),
                          Pair("level", ElementsAre(Pair("1", 1.0)))));
}

TEST(Reader, ReadsCalendars) {
  const Scenario s = read(ward);
  const Calendar& places = s.settings[0].second.capacity;
  EXPECT_EQ(places.normal, 20);
  ASSERT_EQ(places.changes.size(), 1U);
  EXPECT_THAT(*places.changes[0].weeks, ElementsAre(25, 34));
  EXPECT_EQ(places.changes[0].value, 16);
  EXPECT_TRUE(std::isinf(s.settings[1].second.capacity.normal)) << "unlimited when absent";
  const Calendar& gate = s.moves[0].second.open;
  EXPECT_EQ(gate.normal, 0);
  EXPECT_THAT(gate.changes[0].days, ElementsAre(sim::DayKind::Mon));
  const Scenario unlimited =
      read(with(std::string(ward), "{\"weeks\": [25, 34], \"value\": 16}",
                "{\"from\": \"2025-03-01\", \"to\": \"2025-03-31\", \"hours\": [22, 7], "
                "\"days\": [\"sat\", \"holiday\"], \"value\": \"unlimited\"}"));
  const CalendarRule& rule = unlimited.settings[0].second.capacity.changes[0];
  EXPECT_TRUE(std::isinf(rule.value.value()));
  EXPECT_EQ(sim::iso_date(rule.to.value()), "2025-03-31");
  EXPECT_THAT(*rule.hours, ElementsAre(22, 7));
  EXPECT_THAT(rule.days, ElementsAre(sim::DayKind::Sat, sim::DayKind::Holiday));
}

TEST(Reader, AcceptsSourcedValuesOfEveryKind) {
  std::string text(ward);
  text = with(text, "\"residence\": true",
              "\"residence\": {\"value\": true, \"source\": \"by definition\"}");
  text = with(text, "\"wait_outside\"", "{\"value\": \"wait_outside\", \"source\": \"practice\"}");
  text = with(text, "\"2025-01-06\"", "{\"value\": \"2025-01-06\", \"note\": \"a Monday\"}");
  text = with(text, "[25, 34]", "{\"value\": [25, 34], \"source\": \"agreement\"}");
  text = with(text, "\"value\": 16",
              "\"value\": {\"value\": 16, \"grade\": \"B\", \"source\": \"decision\"}");
  text = with(text, "[\"young\", \"old\"]",
              "{\"value\": [\"young\", \"old\"], \"source\": \"register\"}");
  text = with(text, "\"title\": \"Ward\"", "\"title\": {\"value\": \"Ward\", \"note\": \"short\"}");
  const Scenario s = read(text);
  EXPECT_TRUE(s.settings[1].second.residence);
  EXPECT_EQ(s.settings[0].second.when_full.policy, WhenFull::Policy::WaitOutside);
  EXPECT_EQ(s.title.en, "Ward");
  EXPECT_EQ(s.settings[0].second.capacity.changes[0].value, 16);
  EXPECT_EQ(s.provenance.at("/settings/home/residence").source.en, "by definition");
  EXPECT_EQ(s.provenance.at("/settings/ward/capacity/changes/0/weeks").source.en, "agreement");
  EXPECT_EQ(s.provenance.at("/settings/ward/capacity/changes/0/value").grade, "B");
  EXPECT_EQ(s.provenance.at("/attributes/age").source.en, "register");
  EXPECT_EQ(s.provenance.at("/horizon/start").note.en, "a Monday");
}

TEST(Reader, TakesSourcesAndNotesInBothLanguages) {
  const auto with_source = [](const std::string& source) {
    return with(std::string(ward), "\"per_day\": 2", "\"per_day\": 2, \"source\": " + source);
  };
  const Scenario s = read(with_source(R"({"sv": "register", "en": "a register"})"));
  EXPECT_EQ(s.provenance.at("/arrivals/acute").source, (Text{"register", "a register"}));
  for (const auto* wrong : {R"({"sv": "register"})", R"({"sv": "", "en": "x"})", R"(["x"])",
                            R"({"sv": "x", "en": "x", "fi": "x"})"}) {
    EXPECT_THAT(
        texts(load_text(with_source(wrong), "ward.json").errors),
        ElementsAre(HasSubstr("/arrivals/acute/source: expected a text, or an object with")))
        << wrong;
  }
}

TEST(Reader, TakesProvenanceOfObjects) {
  const Scenario s = read(with(std::string(ward), "\"per_day\": 2",
                               "\"per_day\": 2, \"source\": \"register 2024\", \"grade\": \"A\", "
                               "\"range\": [1, 3], \"note\": \"one year\""));
  const Provenance& acute = s.provenance.at("/arrivals/acute");
  EXPECT_EQ(acute.source.en, "register 2024");
  EXPECT_EQ(acute.grade, "A");
  EXPECT_EQ(acute.note.en, "one year");
  EXPECT_THAT(*acute.range, ElementsAre(1, 3));
  EXPECT_EQ(s.arrivals.size(), 1U);
}

TEST(Reader, PlacesASingleRowWhereItsListHasIt) {
  const Scenario s = read(
      with(std::string(ward), "\"mean\": 60", "\"mean\": {\"value\": 60, \"source\": \"study\"}"));
  EXPECT_EQ(s.provenance.count("/settings/home/stay/0/time/mean"), 1U);
}

TEST(Reader, GivesComponentsTheUnitOfTheirMixture) {
  const Scenario s =
      read(with(std::string(ward), R"({"kind": "exponential", "mean": 60})",
                R"({"kind": "mixture", "unit": "hours", "weights": [1, 3], "components": [
                                   {"kind": "fixed", "value": 2},
                                   {"kind": "exponential", "unit": "weeks", "mean": 1}]})"));
  const DistributionSpec& time = s.settings[1].second.stay[0].time;
  EXPECT_EQ(time.components[0].unit, TimeUnit::Hours);
  EXPECT_EQ(time.components[1].unit, TimeUnit::Weeks);
}

TEST(Reader, ReadsWholeNumbersWrittenWithAPoint) {
  EXPECT_EQ(read(with(std::string(ward), "\"days\": 100", "\"days\": 1e2")).horizon.days, 100);
}

TEST(Reader, WarnsOfNothingInTheExamples) {
  const auto folder = source_file("scenarios/examples");
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    const Loaded loaded = load(entry.path());
    EXPECT_THAT(texts(loaded.errors), IsEmpty());
    EXPECT_THAT(texts(loaded.warnings), IsEmpty());
  }
}

}  // namespace
}  // namespace scenarios
