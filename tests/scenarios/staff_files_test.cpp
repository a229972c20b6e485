// SPDX-License-Identifier: Apache-2.0
// Rosters, people and known absence in CSV: what is read, and every mistake by file, row and column.
#include "scenarios/staff_files.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/reader.hpp"
#include "scenarios/roster_words.hpp"
#include "scenarios/writer.hpp"
#include "sim/civil_date.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::Folder;
using scenarios_test::with;
using sim::DayKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view staffed = R"({
  "title": "Staffed",
  "horizon": {"start": "2025-01-06", "days": 364},
  "attributes": {"municipality": ["north", "south"]},
  "settings": {"home": {
    "residence": true,
    "stay": {"time": {"kind": "exponential", "mean": 60}},
    "routes": {"to": {"gone": 1}}
  }},
  "exits": {"gone": "Gone"},
  "arrivals": {"new": {
    "to": "home", "per_day": 1, "attributes": {"municipality": {"north": 0.5, "south": 0.5}}
  }},
  "care": {
    "roles": {"nurse": {"sickness": 0.06, "sick_spell": {"kind": "exponential", "mean": 6}, "leave_weeks": 0}},
    "shifts": {"day": {"start_hour": 7, "hours": 8}, "evening": {"start_hour": 15, "hours": 7}},
    "tasks": {"visit": {
      "settings": "home", "role": "nurse", "per_week": 2,
      "minutes": {"kind": "fixed", "value": 25}, "shifts": {"day": 1}
    }},
    "municipalities": {
      "north": {"teams": {"nurse": {"people": 5, "roster": {"shift": "day", "posts": 2}}}},
      "south": {"travel_minutes": 5}
    },
    "rosters": {"file": "roster.csv"},
    "people": {"file": "people.csv"},
    "absence": {"file": "absence.csv"}
  }
})";

constexpr const char* sound_roster =
    "municipality,role,shift,days,from,to,weeks,posts,replaces\n"
    "south,nurse,day,mon-fri,,,,1.5,\n"
    "south,nurse,evening,,,,,1,no\n"
    "south,nurse,day,vardag,,,27-30,1,ja\n"
    "north,nurse,evening,sat sun holiday,2025-07-01,2025-07-31,,1,\n";
constexpr const char* sound_people =
    "municipality,role,person,share,leave_weeks\n"
    "south,nurse,Anna,0.75,27-30\n"
    "south,nurse,Bo,,\n"
    "south,nurse,Cia,1,none\n";
constexpr const char* sound_absence =
    "municipality,role,person,from,to\n"
    "south,nurse,Anna,2025-02-01,2025-05-31\n"
    "south,nurse,Anna,2025-09-01,\n";

class StaffFiles : public testing::Test {
 protected:
  StaffFiles() {
    folder_.write("roster.csv", sound_roster);
    folder_.write("people.csv", sound_people);
    folder_.write("absence.csv", sound_absence);
  }

  Loaded load_it() { return load(folder_.write("s.json", scenario_), {}); }
  std::vector<std::string> faults() {
    const auto loaded = load_it();
    EXPECT_EQ(loaded.scenario.has_value(), loaded.errors.empty());
    return folder_.texts(loaded.errors);
  }
  /// What is told when a file has one line more, or another text.
  std::vector<std::string> faults_of(const char* file, const std::string& text) {
    folder_.write(file, text);
    return faults();
  }
  std::vector<std::string> one_more(const char* file, const char* sound, const char* line) {
    return faults_of(file, std::string(sound) + line + "\n");
  }

  Folder folder_;
  std::string scenario_{staffed};
};

TEST_F(StaffFiles, AreAddedToTheTeams) {
  const auto loaded = load_it();
  EXPECT_THAT(folder_.texts(loaded.errors), IsEmpty());
  EXPECT_THAT(folder_.texts(loaded.warnings), IsEmpty());
  ASSERT_TRUE(loaded.scenario);
  const Care care = care_with_files(*loaded.scenario);
  const Team& north = care.municipalities[0].second.teams.at(0).second;
  EXPECT_EQ(north.people, 5);
  ASSERT_EQ(north.roster.size(), 2U) << "its own row, and that of the file";
  EXPECT_EQ(north.roster[1].shift, "evening");
  EXPECT_THAT(north.roster[1].days, ElementsAre(DayKind::Sat, DayKind::Sun, DayKind::Holiday));
  EXPECT_EQ(sim::iso_date(north.roster[1].from.value()), "2025-07-01");
  EXPECT_EQ(sim::iso_date(north.roster[1].to.value()), "2025-07-31");
  const Team& south = care.municipalities[1].second.teams.at(0).second;
  EXPECT_FALSE(south.people);
  ASSERT_EQ(south.roster.size(), 3U);
  EXPECT_EQ(south.roster[0].posts, 1.5);
  EXPECT_THAT(south.roster[1].days, IsEmpty());
  EXPECT_EQ(south.roster[2].weeks, (std::array<int, 2>{27, 30}));
  EXPECT_TRUE(south.roster[2].replaces);
  ASSERT_EQ(south.staff.size(), 3U);
  EXPECT_EQ(south.staff[0].second.share, 0.75);
  EXPECT_THAT(south.staff[0].second.leave_weeks.value(), ElementsAre(std::array<int, 2>{27, 30}));
  EXPECT_EQ(south.staff[0].second.absent.size(), 2U);
  EXPECT_FALSE(south.staff[0].second.absent[1].to);
  EXPECT_FALSE(south.staff[1].second.leave_weeks);
  EXPECT_THAT(south.staff[2].second.leave_weeks.value(), IsEmpty());
}

/// As a spreadsheet in Latin-1 exports it: semicolons, decimal commas, names of its own, a blank line,
/// a column of no concern.
TEST_F(StaffFiles, AreReadAsTheyAreExported) {
  scenario_ = with(scenario_, R"({"file": "roster.csv"})",
                   R"([{"file": "roster.csv", "columns": {"municipality": "Kommun", "role": "Yrke",
                       "shift": "Pass", "days": "Dagar", "posts": "Antal"}}])");
  folder_.write("roster.csv",
                "Kommun;Yrke;Pass;Dagar;Antal;L\xF6pnr\r\nsouth;nurse;day;M\xE5n-fre;2,5;7\r\n\r\n"
                "south;nurse;evening;l\xF6r, s\xF6n, helgdag;1;8\r\n");
  const auto loaded = load_it();
  EXPECT_THAT(folder_.texts(loaded.errors), IsEmpty());
  EXPECT_THAT(folder_.texts(loaded.warnings),
              ElementsAre(HasSubstr("got others too, which are not used: L\u00F6pnr")));
  const Care care = care_with_files(*loaded.scenario);
  const auto& rows = care.municipalities[1].second.teams[0].second.roster;
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].posts, 2.5);
  EXPECT_THAT(rows[0].days,
              ElementsAre(DayKind::Mon, DayKind::Tue, DayKind::Wed, DayKind::Thu, DayKind::Fri));
}

TEST_F(StaffFiles, MistakeUnknownMunicipality) {
  EXPECT_THAT(
      one_more("roster.csv", sound_roster, "nroth,nurse,day,,,,,1,"),
      ElementsAre("roster.csv:6:1: expected one of: north, south in column \"municipality\", "
                  "got \"nroth\" (did you mean \"north\"?)"));
}

TEST_F(StaffFiles, MistakeUnknownRole) {
  EXPECT_THAT(one_more("roster.csv", sound_roster, "north,nures,day,,,,,1,"),
              ElementsAre("roster.csv:6:7: expected nurse in column \"role\", got \"nures\" "
                          "(did you mean \"nurse\"?)"));
}

TEST_F(StaffFiles, MistakeUnknownShift) {
  EXPECT_THAT(one_more("roster.csv", sound_roster, "north,nurse,evning,,,,,1,"),
              ElementsAre("roster.csv:6:13: expected one of: day, evening in column \"shift\", got "
                          "\"evning\" (did you mean \"evening\"?)"));
}

TEST_F(StaffFiles, MistakeUnknownDay) {
  EXPECT_THAT(
      one_more("roster.csv", sound_roster, "north,nurse,day,mon holliday,,,,1,"),
      ElementsAre("roster.csv:6:17: expected days such as mon, mon-fri, weekday, weekend, "
                  "holiday, or nothing for all in column \"days\", got \"holliday\" (did you "
                  "mean \"holiday\"?)"));
}

TEST_F(StaffFiles, MistakeBadDate) {
  EXPECT_THAT(
      one_more("roster.csv", sound_roster, "north,nurse,day,,2025-07-32,,,1,"),
      ElementsAre("roster.csv:6:18: expected a date such as \"2025-01-31\" in column \"from\", "
                  "got \"2025-07-32\""));
}

TEST_F(StaffFiles, MistakeToBeforeFrom) {
  EXPECT_THAT(
      one_more("roster.csv", sound_roster, "north,nurse,day,,2025-07-02,2025-07-01,,1,"),
      ElementsAre("roster.csv:6:29: expected a date that is not before 2025-07-02 in column "
                  "\"to\", got \"2025-07-01\""));
  folder_.write("roster.csv", sound_roster);
  EXPECT_THAT(one_more("absence.csv", sound_absence, "south,nurse,Bo,2025-07-02,2025-07-01"),
              ElementsAre(HasSubstr("absence.csv:4:27: expected a date that is not before")));
}

TEST_F(StaffFiles, MistakeNegativePosts) {
  EXPECT_THAT(
      one_more("roster.csv", sound_roster, "north,nurse,day,,,,,-1,"),
      ElementsAre("roster.csv:6:21: expected a number of persons from 0 to 100000 in column "
                  "\"posts\", got \"-1\""));
}

TEST_F(StaffFiles, MistakePostsNotANumber) {
  EXPECT_THAT(one_more("roster.csv", sound_roster, "north,nurse,day,,,,,two,"),
              ElementsAre(HasSubstr("roster.csv:6:21: expected a number of persons")));
}

TEST_F(StaffFiles, MistakeWeek54) {
  EXPECT_THAT(
      one_more("roster.csv", sound_roster, "north,nurse,day,,,,27-54,1,"),
      ElementsAre("roster.csv:6:20: expected ISO weeks from 1 to 53, such as 27-30 or 28 in "
                  "column \"weeks\", got \"27-54\""));
  folder_.write("roster.csv", sound_roster);
  EXPECT_THAT(one_more("people.csv", sound_people, "south,nurse,Dan,1,54"),
              ElementsAre(HasSubstr("people.csv:5:19: expected ISO weeks from 1 to 53")));
}

TEST_F(StaffFiles, MistakeDatesAndWeeks) {
  EXPECT_THAT(one_more("roster.csv", sound_roster, "north,nurse,day,,2025-07-02,,27-28,1,"),
              ElementsAre(HasSubstr("roster.csv:6:30: expected either dates or weeks")));
}

TEST_F(StaffFiles, MistakeReplacesWithoutAPeriod) {
  EXPECT_THAT(one_more("roster.csv", sound_roster, "north,nurse,day,,,,,1,yes"),
              ElementsAre(HasSubstr("roster.csv:6:23: expected dates or weeks in which the row")));
  EXPECT_THAT(one_more("roster.csv", sound_roster, "north,nurse,day,,,,,1,maybe"),
              ElementsAre(HasSubstr("roster.csv:6:23: expected true or false")));
}

TEST_F(StaffFiles, MistakeDuplicatePerson) {
  EXPECT_THAT(
      one_more("people.csv", sound_people, "south,nurse,Bo,1,"),
      ElementsAre("people.csv:5:13: expected each person once in a team in column \"person\", "
                  "got \"Bo\" a second time"));
}

TEST_F(StaffFiles, MistakePersonOfATeamThatIsANumber) {
  EXPECT_THAT(
      one_more("people.csv", sound_people, "north,nurse,Dan,1,"),
      ElementsAre(HasSubstr("people.csv:5:13: expected a team whose people are no number")));
}

TEST_F(StaffFiles, MistakePersonWithoutAName) {
  EXPECT_THAT(one_more("people.csv", sound_people, "south,nurse,,1,"),
              ElementsAre(HasSubstr("people.csv:5:13: expected a name")));
}

TEST_F(StaffFiles, MistakeShareAboveOne) {
  EXPECT_THAT(
      one_more("people.csv", sound_people, "south,nurse,Dan,1.2,"),
      ElementsAre("people.csv:5:17: expected a share of full time, above 0 and at most 1 in "
                  "column \"share\", got \"1.2\""));
  EXPECT_THAT(one_more("people.csv", sound_people, "south,nurse,Dan,0,"),
              ElementsAre(HasSubstr("people.csv:5:17: expected a share of full time")));
}

TEST_F(StaffFiles, MistakeAbsenceOfAnUnknownPerson) {
  EXPECT_THAT(
      one_more("absence.csv", sound_absence, "south,nurse,Ana,2025-07-01,2025-07-02"),
      ElementsAre("absence.csv:4:13: expected one of: Anna, Bo, Cia in column \"person\", got "
                  "\"Ana\" (did you mean \"Anna\"?)"));
  EXPECT_THAT(one_more("absence.csv", sound_absence, "north,nurse,Anna,2025-07-01,2025-07-02"),
              ElementsAre(HasSubstr("absence.csv:4:13: expected a person of a team with people")));
}

TEST_F(StaffFiles, MistakeOverlappingAbsences) {
  EXPECT_THAT(
      one_more("absence.csv", sound_absence, "south,nurse,Anna,2025-05-31,2025-06-30"),
      ElementsAre("absence.csv:4:18: expected an absence that does not overlap 2025-02-01 - "
                  "2025-05-31 in column \"from\", got 2025-05-31 - 2025-06-30"));
}

TEST_F(StaffFiles, MistakeMissingColumn) {
  EXPECT_THAT(faults_of("roster.csv", "municipality,role,shift\nsouth,nurse,day\n"),
              ElementsAre("roster.csv:1:1: expected a column \"posts\", got one of: municipality, "
                          "role, shift"));
  folder_.write("roster.csv", sound_roster);
  EXPECT_THAT(faults_of("people.csv", "role,person\nnurse,Dan\n"),
              testing::Contains(HasSubstr("people.csv:1:1: expected a column \"municipality\"")));
}

TEST_F(StaffFiles, MistakeEmptyFile) {
  EXPECT_THAT(faults_of("roster.csv", ""), ElementsAre(HasSubstr("roster.csv:1:1: expected")));
}

TEST_F(StaffFiles, MistakeNoFile) {
  scenario_ = with(scenario_, "\"roster.csv\"", "\"rooster.csv\"");
  EXPECT_THAT(faults(), ElementsAre(HasSubstr("s.json#/care/rosters/file: expected")));
}

/// All at once, in one file.
TEST_F(StaffFiles, ManyMistakesAreToldTogether) {
  EXPECT_THAT(
      one_more("roster.csv", sound_roster, "nroth,nures,evning,holliday,2025-07-32,,,-1,maybe"),
      testing::SizeIs(7));
}

TEST_F(StaffFiles, RowsOutsideTheRunAreTold) {
  folder_.write("roster.csv", std::string(sound_roster) + "north,nurse,day,,2027-07-01,,,1,\n");
  const auto loaded = load_it();
  EXPECT_THAT(folder_.texts(loaded.errors), IsEmpty());
  EXPECT_THAT(
      folder_.texts(loaded.warnings),
      ElementsAre(HasSubstr("s.json#/care/rosters/file: expected dates within the horizon")));
}

TEST_F(StaffFiles, ATeamOfFilesIsCheckedAsAWhole) {
  folder_.write("roster.csv", "municipality,role,shift,posts\nsouth,nurse,day,7\n");
  const auto loaded = load_it();
  EXPECT_THAT(folder_.texts(loaded.errors), IsEmpty());
  EXPECT_THAT(folder_.texts(loaded.warnings),
              ElementsAre(HasSubstr("south/teams/nurse/roster: expected at most 2.75 persons")));
  folder_.write("roster.csv", "municipality,role,shift,posts\nnorth,nurse,day,1\n");
  EXPECT_THAT(faults(),
              ElementsAre(HasSubstr("south/teams/nurse/roster: expected at least one row, "
                                    "here or in a file, got nothing")));
}

TEST(RosterWords, Days) {
  using enum sim::DayKind;
  EXPECT_THAT(days_in("").days, IsEmpty());
  EXPECT_THAT(days_in("alla").days, IsEmpty());
  EXPECT_THAT(days_in("Mon").days, ElementsAre(Mon));
  EXPECT_THAT(days_in("tue, thu;sat").days, ElementsAre(Tue, Thu, Sat));
  EXPECT_THAT(days_in("vardag").days, ElementsAre(Mon, Tue, Wed, Thu, Fri));
  EXPECT_THAT(days_in("weekend").days, ElementsAre(Sat, Sun, Holiday));
  EXPECT_THAT(days_in("fri-mon").days, ElementsAre(Mon, Fri, Sat, Sun));
  EXPECT_THAT(days_in("mon-sun").days, ElementsAre(Mon, Tue, Wed, Thu, Fri, Sat, Sun));
  EXPECT_EQ(days_in("mon-").unknown, "mon-");
  EXPECT_EQ(days_in("mon vardag-fri").unknown, "vardag-fri");
  EXPECT_EQ(days_in("mon-holiday").unknown, "mon-holiday");
}

TEST(RosterWords, WeeksAndTruth) {
  EXPECT_EQ(weeks_in("27-30"), (std::array<int, 2>{27, 30}));
  EXPECT_EQ(weeks_in("51-2"), (std::array<int, 2>{51, 2}));
  EXPECT_EQ(weeks_in("28"), (std::array<int, 2>{28, 28}));
  for (const char* bad : {"0", "54", "27-", "-30", "27-30-31", "v27", ""}) {
    EXPECT_FALSE(weeks_in(bad)) << bad;
  }
  EXPECT_EQ(leave_in("27-28, 31")->size(), 2U);
  EXPECT_EQ(leave_in("Ingen")->size(), 0U);
  EXPECT_FALSE(leave_in("27-28, x"));
  EXPECT_EQ(truth_in("JA"), true);
  EXPECT_EQ(truth_in(""), false);
  EXPECT_FALSE(truth_in("kanske"));
}

}  // namespace
}  // namespace scenarios
