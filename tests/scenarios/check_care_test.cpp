// SPDX-License-Identifier: Apache-2.0
// Messages of the care layer.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/reader.hpp"
#include "scenarios/writer.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::texts;
using scenarios_test::with;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view home_care = R"({
  "title": "Home care",
  "horizon": {"start": "2025-01-06", "days": 100},
  "attributes": {"municipality": ["north", "south"]},
  "settings": {"home": {"residence": true, "hazards": {"per_year": 1, "to": "gone"}}},
  "exits": {"gone": "Gone"},
  "arrivals": {"new": {"to": "home", "per_day": 1}},
  "care": {
    "roles": {"nurse": {
      "sickness": 0.06, "sick_spell": {"kind": "exponential", "mean": 6},
      "leave_start_weights": [0.5, 0.5]
    }},
    "shifts": {"day": {"start_hour": 7, "hours": 8}, "night": {"start_hour": 21, "hours": 10}},
    "tasks": {"visit": {
      "settings": "home", "role": "nurse", "per_week": 2,
      "minutes": {"kind": "fixed", "value": 25}, "shifts": {"day": 1}
    }},
    "municipalities": {
      "north": {"teams": {"nurse": {"people": 5, "roster": {"shift": "day", "posts": 2}}}},
      "south": {"teams": {"nurse": {"people": 5, "roster": {"shift": "day", "posts": 2}}}}
    },
    "discharge": {"settings": [], "tasks": {}}
  }
})";

Loaded loaded_with(std::string_view from, std::string_view to) {
  return load_text(with(std::string(home_care), from, to), "h.json");
}
std::vector<std::string> errors(std::string_view from, std::string_view to) {
  return texts(loaded_with(from, to).errors);
}
std::vector<std::string> warnings(std::string_view from, std::string_view to) {
  const Loaded loaded = loaded_with(from, to);
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  return texts(loaded.warnings);
}

TEST(CheckCare, TheBaseIsSoundAndSurvivesTheRoundTrip) {
  const Loaded loaded = load_text(home_care, "h.json");
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  EXPECT_THAT(texts(loaded.warnings), IsEmpty());
  ASSERT_TRUE(loaded.scenario);
  EXPECT_EQ(loaded.scenario->care->tasks[0].second.minutes.unit, TimeUnit::Minutes)
      << "the unit of minutes is minutes unless another is given";
  EXPECT_EQ(resolved_json(*load_text(resolved_json(*loaded.scenario), "h.json").scenario),
            resolved_json(*loaded.scenario));
}

constexpr const char* north_row =
    "\"north\": {\"teams\": {\"nurse\": {\"people\": 5, \"roster\": {\"shift\": \"day\", "
    "\"posts\": 2";

std::string north_row_with(const char* more) { return std::string(north_row) + ", " + more; }

TEST(CheckCare, VisitsNeedAMunicipality) {
  EXPECT_THAT(errors("\"municipalities\": {", "\"municipalties\": {"),
              testing::Contains("h.json#/care/municipalities: expected a municipality with teams, "
                                "since there are visits, got nothing"));
}

TEST(CheckCare, PeriodsOfRosterRows) {
  EXPECT_THAT(errors(north_row, north_row_with(R"("from": "2025-07-01", "weeks": [27, 30])")),
              ElementsAre("h.json#/care/municipalities/north/teams/nurse/roster/weeks: expected "
                          "either dates or weeks, got both"));
  EXPECT_THAT(errors(north_row, north_row_with(R"("from": "2025-07-02", "to": "2025-07-01")")),
              ElementsAre("h.json#/care/municipalities/north/teams/nurse/roster/to: expected a "
                          "date that is not before 2025-07-02, got 2025-07-01"));
  EXPECT_THAT(errors(north_row, north_row_with(R"("replaces": true)")),
              ElementsAre("h.json#/care/municipalities/north/teams/nurse/roster/replaces: expected "
                          "dates or weeks in which the row replaces others, got no period"));
  EXPECT_THAT(
      errors(north_row, north_row_with(R"("weeks": [27, 54])")),
      ElementsAre(testing::HasSubstr("/roster/weeks/1: expected a whole number in [1, 53]")));
  EXPECT_THAT(warnings(north_row, north_row_with(R"("from": "2035-07-02")")),
              ElementsAre(testing::HasSubstr("/roster: expected dates within the horizon")));
  EXPECT_THAT(warnings(north_row, north_row_with(R"("weeks": [53, 53])")),
              ElementsAre(testing::HasSubstr("got dates outside it")));
}

/// Of `north_row` with other people than five.
std::string north_staff(const char* people) {
  return with(std::string(north_row), "\"people\": 5", people);
}

TEST(CheckCare, PeopleByName) {
  const std::string at = "h.json#/care/municipalities/north/teams/nurse";
  EXPECT_THAT(errors(north_row, north_staff(R"("people": 5, "staff": {"anna": {}})")),
              ElementsAre(at + "/staff: expected either \"people\" or people by name, got both"));
  EXPECT_THAT(errors(north_row, north_staff(R"("staff": {"anna": {"share": 1.5}, "bo": {}})")),
              ElementsAre(testing::HasSubstr("/staff/anna/share: expected a number")));
  EXPECT_THAT(
      errors(north_row, north_staff(R"("staff": {"anna": {"absent": [
          {"from": "2025-02-01", "to": "2025-02-28"}, {"from": "2025-02-28"}]}, "bo": {}})")),
      ElementsAre(at +
                  "/staff/anna/absent/1: expected an absence that does not overlap 2025-02-01 - "
                  "2025-02-28, got 2025-02-28 -"));
  EXPECT_THAT(
      errors(north_row, north_staff(R"("staff": {"anna": {"absent": 
          {"from": "2025-02-02", "to": "2025-02-01"}}, "bo": {}})")),
      ElementsAre(testing::HasSubstr("/to: expected a date that is not before 2025-02-02")));
  EXPECT_THAT(
      errors(north_row, north_staff(R"("staff": {"anna": {"leave_weeks": [[27, 54]]}})")),
      ElementsAre(testing::HasSubstr("leave_weeks/0/1: expected a whole number in [1, 53]")));
  EXPECT_THAT(
      warnings(north_row, north_staff(R"("vacancy": 0.1, "staff": {"anna": {}, "bo": {}})")),
      ElementsAre(testing::HasSubstr("/vacancy: expected no vacancy")));
  EXPECT_THAT(warnings(north_row, north_staff(R"("staff": {"anna": {}})")),
              ElementsAre(testing::HasSubstr("/roster: expected at most 1 persons on duty")));
  EXPECT_THAT(
      errors(R"("people": 5, "roster": {"shift": "day", "posts": 2}}}},
      "south")",
             R"("people": 5}}}, "south")"),
      ElementsAre(at + "/roster: expected at least one row, here or in a file, got nothing"));
}

TEST(CheckCare, PeopleByNameSurviveTheRoundTrip) {
  const Loaded loaded =
      loaded_with(north_row, north_staff(R"("staff": {"anna": {"share": 0.5, "leave_weeks": []},
          "bo": {"leave_weeks": [[27, 30], [52, 1]], "absent": {"from": "2025-02-01"}}, "cia": {}})"));
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  ASSERT_TRUE(loaded.scenario);
  const Loaded again = load_text(resolved_json(*loaded.scenario), "h.json");
  ASSERT_TRUE(again.scenario);
  const Team& team = again.scenario->care->municipalities[0].second.teams[0].second;
  EXPECT_FALSE(team.people);
  ASSERT_EQ(team.staff.size(), 3U);
  EXPECT_EQ(team.staff[0].second.share, 0.5);
  ASSERT_TRUE(team.staff[0].second.leave_weeks) << "none is not the same as nothing said";
  EXPECT_THAT(*team.staff[0].second.leave_weeks, IsEmpty());
  EXPECT_EQ(team.staff[1].second.leave_weeks->size(), 2U);
  EXPECT_EQ(team.staff[1].second.absent.size(), 1U);
  EXPECT_FALSE(team.staff[2].second.leave_weeks);
}

TEST(CheckCare, Roles) {
  EXPECT_THAT(
      errors("\"sick_spell\": {\"kind\": \"exponential\", \"mean\": 6},", ""),
      ElementsAre(
          "h.json#/care/roles/nurse/sick_spell: expected the length of an absence, since sickness "
          "is above 0, got nothing"));
  EXPECT_THAT(
      errors("[0.5, 0.5]", "[0.5, 0.4]"),
      ElementsAre(
          "h.json#/care/roles/nurse/leave_start_weights: expected shares that sum to 1, got a sum "
          "of 0.9"));
  EXPECT_THAT(
      errors("[0.5, 0.5]", "[0.5, 0.5], \"leave_first_week\": 53"),
      ElementsAre(
          "h.json#/care/roles/nurse/leave_start_weights: expected starts within the year, at most "
          "1 of them, got 2"));
  EXPECT_THAT(
      errors("\"sickness\": 0.06", "\"sickness\": 1"),
      ElementsAre("h.json#/care/roles/nurse/sickness: expected a share below 1, got 1 (number)"));
  EXPECT_THAT(
      warnings(",\n      \"leave_start_weights\": [0.5, 0.5]", ""),
      ElementsAre(
          "h.json#/care/roles/nurse/leave_start_weights: expected the share that starts leave in "
          "each week, or 0 leave_weeks, got nothing: nobody takes leave"));
}

TEST(CheckCare, VacancyInSummer) {
  const auto with_terms = [](const std::string& terms) {
    return errors("\"sickness\": 0.06,", "\"sickness\": 0.06, " + terms + ",");
  };
  EXPECT_THAT(with_terms(R"("vacancy_summer": 0.2)"), IsEmpty());
  EXPECT_THAT(
      with_terms(R"("vacancy_summer": 0.2, "vacancy_length": {"kind": "fixed", "value": 20})"),
      ElementsAre("h.json#/care/roles/nurse/vacancy_summer: expected nothing, since posts are "
                  "filled and left by \"vacancy_length\", got both"));
  EXPECT_THAT(with_terms(R"("vacancy_summer": 1.2)"), ElementsAre(HasSubstr("vacancy_summer")));
}

TEST(CheckCare, CareOfChildren) {
  const std::string at = "h.json#/care/roles/nurse/child_care";
  const auto with_terms = [](const std::string& terms) {
    return errors("\"sickness\": 0.06,", "\"sickness\": 0.06, " + terms + ",");
  };
  const std::string spell =
      R"(, "child_care_spell": {"kind": "exponential", "unit": "days", "mean": 2})";
  EXPECT_THAT(with_terms(R"("child_care": 0.02)" + spell), IsEmpty());
  EXPECT_THAT(
      with_terms(R"("child_care": 0.02)"),
      ElementsAre(at + "_spell: expected the length of an absence for care of a child, since "
                       "child_care is above 0, got nothing"));
  EXPECT_THAT(with_terms(R"("child_cares": 0.02)"),
              ElementsAre(HasSubstr("got \"child_cares\" (did you mean \"child_care\"?)")));
  EXPECT_THAT(with_terms(R"("child_care": 1.2)" + spell),
              ElementsAre(HasSubstr(at + ": expected a probability in [0, 1], got 1.2")));
  EXPECT_THAT(with_terms(R"("child_care_months": [1, 2, 3])"),
              ElementsAre(HasSubstr(at + "_months: expected a list of 12")));
  EXPECT_THAT(with_terms(R"("child_care_months": [0,0,0,0,0,0,0,0,0,0,0,0])"),
              ElementsAre(at + "_months: expected one month or more above 0, got 0 in all"));
  EXPECT_THAT(
      with_terms(R"("child_care": 0.09, "child_care_months": [1,0,0,0,0,0,0,0,0,0,0,0])" + spell),
      ElementsAre(at + ": expected a share below 0.084: children may be ill in that part of the "
                       "year, got 0.09 (number)"));
  EXPECT_THAT(
      with_terms(R"("child_care_spell": {"kind": "exponential", "unit": "minutes", "mean": 2})"),
      ElementsAre(at + "_spell: expected an absence of at least an hour on average, got a shorter "
                       "one"));
  EXPECT_THAT(errors(R"("north": {"teams": {"nurse": {"people": 5,)",
                     R"("north": {"teams": {"nurse": {"people": 5, "child_care": 0.1,)"),
              ElementsAre("h.json#/care/municipalities/north/teams/nurse/child_care: expected a "
                          "role with \"child_care_spell\", since child_care is above 0, got "
                          "\"nurse\" without it"));
}

TEST(CheckCare, LeaveMinimumAndVacancies) {
  const std::string at = "h.json#/care/roles/nurse/";
  EXPECT_THAT(
      errors("[0.5, 0.5]", "[0.5, 0.5], \"leave_minimum\": 8"),
      ElementsAre(HasSubstr(at + "leave_minimum: expected a probability in [0, 1], got 8")));
  EXPECT_THAT(errors("[0.5, 0.5]", R"([0.5, 0.5], "leave_first_week": 1, "leave_weeks": 26,
                     "leave_minimum": 0.5)"),
              IsEmpty());
  std::string weights = "0.5, 0.5";
  for (int zero = 0; zero < 28; ++zero) weights += ", 0";
  EXPECT_THAT(
      errors("[0.5, 0.5]", "[" + weights + R"(], "leave_first_week": 1, "leave_weeks": 26,
                     "leave_minimum": 0.5)"),
      ElementsAre(at + "leave_minimum: expected a leave plan of at most 52 weeks, since the "
                       "leave of one year may not run into the next one's, got 55"));
  EXPECT_THAT(
      errors("[0.5, 0.5]", R"([0.5, 0.5], "vacancy_length": {"kind": "fixed", "value": 0})"),
      ElementsAre(at + "vacancy_length: expected an absence of at least an hour on average, got a "
                       "shorter one"));
  EXPECT_THAT(
      errors("[0.5, 0.5]", R"([0.5, 0.5], "vacancy_lenght": {"kind": "fixed", "value": 9})"),
      ElementsAre(HasSubstr("(did you mean \"vacancy_length\"?)")));
}

TEST(CheckCare, Tasks) {
  EXPECT_THAT(
      errors("\"role\": \"nurse\"", "\"role\": \"nurze\""),
      ElementsAre("h.json#/care/tasks/visit/role: expected nurse, got \"nurze\" (did you mean "
                  "\"nurse\"?)"));
  EXPECT_THAT(
      errors("\"shifts\": {\"day\": 1}", "\"shifts\": {\"day\": 0.5}"),
      ElementsAre(
          "h.json#/care/tasks/visit/shifts: expected probabilities that sum to 1, got a sum of "
          "0.5"));
  EXPECT_THAT(
      errors("\"value\": 25", "\"unit\": \"days\", \"value\": 25"),
      ElementsAre(
          "h.json#/care/tasks/visit/minutes: expected a visit of at most 24 hours on average, got "
          "25 days (is the unit right?)"));
  EXPECT_THAT(
      errors("\"per_week\": 2", "\"per_week\": 2, \"harm\": 0.1"),
      ElementsAre(
          "h.json#/care/tasks/visit/harm_to: expected where a harmed patient goes, since harm is "
          "above 0, got nothing"));
  EXPECT_THAT(
      errors("\"per_week\": 2", "\"once\": true, \"taper\": {\"start_factor\": 2, \"days\": 7}"),
      ElementsAre(
          "h.json#/care/tasks/visit/taper: expected nothing, since there is a single visit, got a "
          "taper"));
  EXPECT_THAT(
      warnings("\"per_week\": 2,", ""),
      ElementsAre(
          "h.json#/care/tasks/visit/per_week: expected visits per week above 0, or \"once\": "
          "true, got 0: no visit is ever due"));
  EXPECT_THAT(
      warnings("\"shifts\": {\"day\": 1}", "\"shifts\": {\"day\": 0.5, \"night\": 0.5}"),
      ElementsAre(
          "h.json#/care/tasks/visit/shifts/night: expected somebody of role nurse on duty in "
          "north, got nobody",
          "h.json#/care/tasks/visit/shifts/night: expected somebody of role nurse on duty in "
          "south, got nobody"));
}

TEST(CheckCare, MunicipalitiesAndTeams) {
  EXPECT_THAT(errors("\"north\": {\"teams\"", "\"nroth\": {\"teams\""),
              ElementsAre("h.json#/care/municipalities/nroth: expected one of: north, south, got "
                          "\"nroth\" (did you "
                          "mean \"north\"?)"));
  EXPECT_THAT(warnings("\"north\", \"south\"", "\"north\", \"south\", \"west\""),
              Contains("h.json#/care/municipalities: expected every value of the attribute "
                       "municipality, got none "
                       "for \"west\""));
  EXPECT_THAT(
      errors("\"attributes\": {\"municipality\": [\"north\", \"south\"]},", ""),
      Contains(
          "h.json#/care/municipalities/north: expected nothing (there is none to choose from), got "
          "\"north\""));
  EXPECT_THAT(
      errors("\"discharge\": {\"settings\": [], \"tasks\": {}}",
             "\"discharge\": {\"tasks\": {\"plan\": {\"lead\": {\"kind\": \"fixed\", \"value\": "
             "2}}}}"),
      ElementsAre(
          "h.json#/care/discharge/settings: expected the settings that the tasks apply to, got "
          "nothing"));
}

TEST(CheckCare, Pools) {
  const auto pools = [](std::string_view text) {
    return fmt::format(R"("pools": {}, "discharge")", text);
  };
  EXPECT_THAT(
      warnings("\"discharge\"", pools(R"({"both": {"municipalities": ["north", "south"]}})")),
      IsEmpty());
  EXPECT_THAT(warnings("\"discharge\"", pools(R"({"one": {"municipalities": "north"}})")),
              ElementsAre("h.json#/care/pools/one/municipalities: expected at least two "
                          "municipalities, to share staff, got one"));
  EXPECT_THAT(
      errors("\"discharge\"", pools(R"({"both": {"municipalities": ["north", "suoth"]}})")),
      ElementsAre("h.json#/care/pools/both/municipalities/1: expected one of: north, south, got "
                  "\"suoth\" (did you mean \"south\"?)"));
  EXPECT_THAT(
      errors("\"discharge\"", pools(R"({"both": {"municipalities": ["north", "north"]}})")),
      ElementsAre("h.json#/care/pools/both/municipalities/1: expected each municipality once, got "
                  "\"north\" again"));
  const auto larger = with(std::string(home_care), "\"south\"]", "\"south\", \"west\"]");
  EXPECT_THAT(texts(load_text(with(larger, "\"discharge\"",
                                   pools(R"({"some": {"municipalities": ["south", "west"]}})")),
                              "h.json")
                        .errors),
              ElementsAre("h.json#/care/pools/some/municipalities/1: expected a municipality with "
                          "teams, got \"west\", which has none"));
  EXPECT_THAT(errors("\"discharge\"", pools(R"({
                "both": {"municipalities": ["north", "south"]},
                "again": {"municipalities": ["south", "north"], "roles": "nurse"}})")),
              ElementsAre("h.json#/care/pools/again/municipalities/0: expected a municipality "
                          "whose team of a role is in one pool, got \"south\", which is in "
                          "\"both\" too",
                          "h.json#/care/pools/again/municipalities/1: expected a municipality "
                          "whose team of a role is in one pool, got \"north\", which is in "
                          "\"both\" too"));
  EXPECT_THAT(
      errors("\"south\": {\"teams\": {\"nurse\": {\"people\": 5, \"roster\": {\"shift\": \"day\", "
             "\"posts\": 2}}}}\n    },",
             R"("south": {}}, "pools": {"both": {"municipalities": ["north", "south"]}},)"),
      IsEmpty())
      << "north's nurses make the visits in south";
  EXPECT_THAT(errors("\"discharge\"", pools(R"({"one": {
                "municipalities": "north", "performers": "health_centre"}})")),
              ElementsAre("h.json#/care/pools/one/performers: expected nothing, since no rules say "
                          "who performs (care/responsibility), got \"health_centre\""));
  EXPECT_THAT(errors("\"discharge\"", pools(R"({"one": {
                "municipalities": "north", "employer": "municipality"}})")),
              Contains("h.json#/care/pools/one/employer: expected the name of a municipality, or "
                       "nothing: each pays its own, got \"municipality\""));
  EXPECT_THAT(warnings("\"discharge\"", pools(R"({"one": {
                "municipalities": "north", "employer": "south"}})")),
              IsEmpty());
  EXPECT_THAT(errors("\"discharge\"", pools(R"({"one": {
                "municipalities": "north", "performers": ["asih", "person"]}})")),
              Contains("h.json#/care/pools/one/performers/1: expected a performer with staff of "
                       "its own, beside the municipality, got \"person\""));
}

/// The base with a range in which a figure of nurses is expected.
std::vector<std::string> range_errors(std::string_view range) {
  return errors(R"("discharge": {"settings": [], "tasks": {}}
  }
})",
                fmt::format(R"("discharge": {{"settings": [], "tasks": {{}}}}
  }},
  "plausible": {{"nurses": {}}}
}})",
                            range));
}

TEST(CheckCare, ARangeIsOfAFigureOfARoleInShifts) {
  EXPECT_THAT(range_errors(R"({"figure": "load", "role": "nurse", "low": 60, "high": 95})"),
              IsEmpty());
  EXPECT_THAT(range_errors(R"({"figure": "visits_each", "role": "nurse", "municipality": "north",
                               "shifts": ["day", "night"], "days": "weekend", "low": 6, "high": 12})"),
              IsEmpty());
}

TEST(CheckCare, ARangeOfNoSuchFigureRoleShiftOrMunicipalityIsOneMessage) {
  const auto told = [](std::string_view range) { return range_errors(range); };
  EXPECT_THAT(told(R"({"figure": "loads", "role": "nurse", "low": 1, "high": 2})"),
              ElementsAre(HasSubstr("/plausible/nurses/figure")));
  EXPECT_THAT(told(R"({"figure": "loads", "role": "nurse", "low": 1, "high": 2})"),
              ElementsAre(HasSubstr("did you mean \"load\"?")));
  EXPECT_THAT(told(R"({"figure": "load", "role": "nurses", "low": 1, "high": 2})"),
              ElementsAre(HasSubstr("/plausible/nurses/role")));
  EXPECT_THAT(
      told(R"({"figure": "load", "role": "nurse", "shifts": ["dag"], "low": 1, "high": 2})"),
      ElementsAre(HasSubstr("/plausible/nurses/shifts")));
  EXPECT_THAT(
      told(R"({"figure": "load", "role": "nurse", "municipality": "nort", "low": 1, "high": 2})"),
      ElementsAre(HasSubstr("did you mean \"north\"?")));
}

TEST(CheckCare, ARangeHasItsEndsInOrderAndShiftsWhereItIsAboutThem) {
  EXPECT_THAT(range_errors(R"({"figure": "load", "role": "nurse", "low": 3, "high": 2})"),
              ElementsAre(HasSubstr("at least \"low\", 3")));
  EXPECT_THAT(range_errors(R"({"figure": "visits_each", "role": "nurse", "low": 1, "high": 2})"),
              ElementsAre(HasSubstr("at least one shift")));
  EXPECT_THAT(range_errors(
                  R"({"figure": "load", "role": "nurse", "days": "weekend", "low": 1, "high": 2})"),
              ElementsAre(HasSubstr("at least one shift")));
}

}  // namespace
}  // namespace scenarios
