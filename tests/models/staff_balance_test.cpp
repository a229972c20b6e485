// SPDX-License-Identifier: Apache-2.0
// Staff need beside supply, before any run: hours by hand.
#include "models/staff_balance.hpp"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/static_analysis.hpp"
#include "tests/models/scenario_builder.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::StaffBalance;
using cases::Builder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Two patients a day who stay for ten days on average: twenty at home. 52 weeks from a Monday.
Builder twenty_at_home(const scenarios::Care& care, double per_day = 2) {
  Builder b;
  b.attribute("municipality", {"west", "east"}).exit("gone").horizon(0, 364);
  b.scenario().horizon.start = monday();
  b.setting("home", cases::unlimited, cases::exponential_days(10), {{"gone", 1}});
  b.arrival("referrals", per_day, "home");
  b.scenario().care = care;
  return b;
}

StaffBalance balance(const Builder& b) {
  const care::Model model{b.scenario()};
  return care::balance_staff(model, care::analyse(model));
}

std::vector<std::string> codes(const StaffBalance& staff) {
  std::vector<std::string> result;
  for (const auto& finding : staff.findings) result.push_back(finding.code);
  return result;
}

/// Three posts by day from Monday to Friday: 120 paid hours a week, of which the people have a part.
scenarios::Team team_of_days(double posts = 3) {
  scenarios::Team team = team_of(4, posts);
  team.roster.front().days = weekdays;
  return team;
}

// A22: 20 patients x 3.5 visits of 20 + 10 minutes are 35 hours. Of 120 hours rostered a quarter is
// vacant and a tenth of the rest sick; half of what is vacant is given to substitutes who do 80 %; a
// fifth is indirect.
TEST(StaffBalance, A22RatioByHand) {
  scenarios::Role role = reliable_role();
  role.leave_weeks = 0;
  role.vacancy = 0.25;
  role.sickness = 0.1;
  role.replacement = 0.5;
  role.substitute_productivity = 0.8;
  role.indirect_share = 0.2;
  scenarios::Care care = care_with(role, team_of_days());
  care.shortage.season = {30, 34};  // no holiday among their days
  care.tasks.emplace_back("visit", visits(3.5, minutes(20)));
  const auto staff = balance(twenty_at_home(care));
  ASSERT_EQ(staff.teams.size(), 1U);
  const auto& team = staff.teams[0];
  EXPECT_EQ(team.unit, "west");
  EXPECT_EQ(team.role, "nurse");
  EXPECT_EQ(team.pointer, "/care/municipalities/west/teams/nurse/roster");
  EXPECT_NEAR(team.normal.all.due, 20 * 3.5 * 0.5, 1e-9);
  const double share = (0.75 * 0.9 + 0.25 * 0.5 * 0.8) * 0.8;
  EXPECT_NEAR(team.worst->all.available, 120 * share, 1e-9);
  EXPECT_NEAR(team.worst->all.load(), 35 / (120 * share), 1e-9);
  EXPECT_EQ(team.weeks_over, 1);  // at Christmas, with two of five days
  EXPECT_EQ(team.first_over, 52);
  EXPECT_THAT(staff.findings, IsEmpty());
}

// A22: two persons at a visit, shares of shifts, days of the week.
TEST(StaffBalance, A22NeedByShiftByHand) {
  scenarios::Care care = care_with(reliable_role(), team_of(40, 8, {"day", "evening", "night"}));
  auto pair = visits(7, minutes(50));
  pair.staff = 2;
  pair.shifts = {{"day", 0.5}, {"evening", 0.3}, {"night", 0.2}};
  auto office = visits(1.4, minutes(20));
  office.days = weekdays;
  office.holiday = scenarios::HolidayVisits::Keep;
  care.tasks.emplace_back("pair", pair);
  care.tasks.emplace_back("office", office);
  const auto staff = balance(twenty_at_home(care));
  EXPECT_THAT(staff.shifts, ElementsAre("day", "evening", "night"));
  const auto& week = staff.teams.at(0).normal;
  const double pairs = 20 * 7 * 2 * 1.0, offices = 20 * 1.4 * 0.5;
  EXPECT_NEAR(week.shifts[0].due, 0.5 * pairs + offices, 1e-6);
  EXPECT_NEAR(week.shifts[1].due, 0.3 * pairs, 1e-6);
  EXPECT_NEAR(week.shifts[2].due, 0.2 * pairs, 1e-6);
  EXPECT_NEAR(week.shifts[2].available, 7 * 8 * 9, 1e-9);
  EXPECT_NEAR(week.all.due, pairs + offices, 1e-9);
}

// A22: a task made once is due once for each who comes and is there in its next shift; one that tapers
// has its integral over the stay.
/// 20 patients with somebody there in 3.5 day shifts of 8 hours a week, of which a fifth is indirect work; no trips.
TEST(StaffBalance, A22WholeShiftsByHand) {
  scenarios::Role role = reliable_role();
  role.leave_weeks = 0;
  role.indirect_share = 0.2;
  scenarios::Care care = care_with(role, team_of_days());
  scenarios::Task presence = visits(3.5, {});
  presence.presence = true;
  presence.priority = scenarios::Priority::MustAttend;
  care.tasks.emplace_back("presence", presence);
  const auto staff = balance(twenty_at_home(care));
  ASSERT_EQ(staff.teams.size(), 1U);
  EXPECT_NEAR(staff.teams[0].normal.all.due, 20 * 3.5 * 8 * 0.8, 1e-9);
}

TEST(StaffBalance, A22OnceAndTaperByHand) {
  scenarios::Care care = care_with(reliable_role(), team_of(40, 8));
  auto once = visits(0, minutes(50));
  once.once = true;
  auto taper = visits(7, minutes(50));
  taper.taper = scenarios::Task::Taper{3, 10};
  care.tasks.emplace_back("once", once);
  Builder b = twenty_at_home(care);
  b.horizon(7, 364);
  const auto enrolment = balance(b).teams.at(0).normal.all.due;
  // The next shift begins in u days, u even on [0, 1): E exp(-u / 10).
  EXPECT_NEAR(enrolment, 14 * 10 * (1 - std::exp(-0.1)), 1e-3);
  care.tasks = {{"taper", taper}};
  const auto tapered = balance(twenty_at_home(care)).teams.at(0).normal.all.due;
  // Day k has 1 + 2 (1 - (k + 0.5) / 10) times the usual rate, of those who are there at 7 o'clock.
  double more = 0;
  for (int k = 0; k < 10; ++k) {
    const double from = std::max(0.0, k + 7.0 / 24 - 1), to = k + 7.0 / 24;
    more += 2 * (1 - (k + 0.5) / 10) * 10 * (std::exp(-from / 10) - std::exp(-to / 10));
  }
  // Fifty minutes of each visit; ten a day of travel, since everybody has at least one.
  EXPECT_NEAR(tapered, 20 * 7 * ((1 + more / 10) * 50 + 10) / 60, 1e-2);
}

// A22: visits of two tasks, one of them by chance by day or in the evening, share a trip of ten minutes.
TEST(StaffBalance, A22SharedTripsByHand) {
  scenarios::Care care = care_with(reliable_role(), team_of(40, 8, {"day", "evening", "night"}));
  care.tasks.emplace_back("one", visits(3.5, minutes(20)));
  auto other = visits(7, minutes(20));
  other.shifts = {{"day", 0.6}, {"evening", 0.4}};
  care.tasks.emplace_back("other", other);
  const auto week = balance(twenty_at_home(care)).teams.at(0).normal;
  // A patient has the first in half of the day shifts, the other in 0.6 of them: a trip in 1 - 0.5 x 0.4 = 0.8.
  EXPECT_NEAR(week.shifts[0].due, 20 * 7 * ((0.5 + 0.6) * 20 + 0.8 * 10) / 60, 1e-6);
  EXPECT_NEAR(week.shifts[1].due, 20 * 7 * 0.4 * 30 / 60, 1e-6);
  // Three a day in one shift are one trip a day.
  care.tasks = {{"often", visits(21, minutes(20))}};
  EXPECT_NEAR(balance(twenty_at_home(care)).teams.at(0).normal.all.due, 20 * 7 * 70.0 / 60, 1e-6);
}

// A22: everybody's leave is in weeks 27 to 30, nobody replaces: a planner sees it before a run.
TEST(StaffBalance, A22WarnsOfWeeksThatATeamCannotCope) {
  scenarios::Role role = reliable_role();
  role.leave_weeks = 4;
  role.leave_first_week = 27;
  role.leave_start_weights = {1};
  role.replacement = 0.25;
  scenarios::Care care = care_with(role, team_of(4, 2));
  care.tasks.emplace_back("visit", visits(7, minutes(20)));  // 70 hours; the team has 112, then 28
  const auto staff = balance(twenty_at_home(care));
  const auto& team = staff.teams.at(0);
  EXPECT_NEAR(team.normal.all.load(), 70.0 / 112, 1e-9);
  EXPECT_EQ(team.worst_week, 27);
  EXPECT_NEAR(team.worst->all.available, 28, 1e-9);
  EXPECT_EQ(team.weeks_over, 4);
  EXPECT_EQ(team.first_over, 27);
  ASSERT_THAT(codes(staff), ElementsAre("team_cannot_cope"));
  const auto& warning = staff.findings[0];
  EXPECT_EQ(warning.level, flow::Finding::Level::Warning);
  EXPECT_EQ(warning.pointer, "/care/municipalities/west/teams/nurse/roster");
  EXPECT_EQ(warning.expected.en, "time for 70.0 hours of visits a week, travel included");
  EXPECT_EQ(warning.got.sv, "28,0 timmar");
  EXPECT_THAT(warning.message.en, HasSubstr("for 4 weeks in a row, from week 27"));
  // Three weeks are no warning, and agency staff up to the cap fill what is missing.
  care.roles.front().second.leave_weeks = 3;
  EXPECT_THAT(balance(twenty_at_home(care)).findings, IsEmpty());
  care.roles.front().second.leave_weeks = 4;
  care.roles.front().second.agency_cap_summer = 0.5;
  const auto helped = balance(twenty_at_home(care));
  EXPECT_NEAR(helped.teams.at(0).worst->all.available, 28 + 56, 1e-9);
  EXPECT_THAT(helped.findings, IsEmpty());
}

// A22: work where there is no team at all, and a shift that the roster leaves empty.
TEST(StaffBalance, A22WarnsOfWorkWithoutTime) {
  scenarios::Care care = care_with(reliable_role(), team_of(20, 5));
  auto visit = visits(7, minutes(20));
  visit.shifts = {{"day", 0.9}, {"night", 0.1}};
  care.tasks.emplace_back("visit", visit);
  care.municipalities.emplace_back("east", scenarios::Municipality{});
  Builder b = twenty_at_home(care);
  b.arrival("from_the_east", 1, "home").attributes = cases::set("municipality", "east");
  const auto staff = balance(b);
  ASSERT_THAT(codes(staff), ElementsAre("team_cannot_cope", "shift_cannot_cope"));
  EXPECT_EQ(staff.findings[0].pointer, "/care/municipalities/east/teams");
  EXPECT_THAT(staff.findings[0].message.en, HasSubstr("no time"));
  EXPECT_TRUE(std::isinf(staff.teams.at(1).normal.all.load()));
  EXPECT_THAT(staff.findings[1].message.en, HasSubstr("shift night"));
  EXPECT_NEAR(staff.teams[0].normal.shifts[2].due, 7, 1e-6);
}

// A22: the teams of a pool are one.
TEST(StaffBalance, A22APoolIsOneTeam) {
  scenarios::Care care = care_with(reliable_role(), team_of(4, 1));
  care.tasks.emplace_back("visit", visits(7, minutes(20)));
  care.municipalities.emplace_back("east", care.municipalities.front().second);
  care.pools.emplace_back("both", scenarios::Pool{{}, {"west", "east"}, {}, {}, {}});
  const auto staff = balance(twenty_at_home(care));
  ASSERT_EQ(staff.teams.size(), 1U);
  EXPECT_EQ(staff.teams[0].pointer, "/care/pools/both");
  EXPECT_NEAR(staff.teams[0].normal.all.load(), 70.0 / 112, 1e-9);
}

// A22: where an input leaves the work unknown, it is said.
/// Findings of one code.
std::vector<flow::Finding> of_code(const StaffBalance& staff, const std::string& code) {
  std::vector<flow::Finding> result;
  for (const auto& finding : staff.findings) {
    if (finding.code == code) result.push_back(finding);
  }
  return result;
}

// Half of eight hours is for visits. With ten minutes of travel a visit of 200 to 250 minutes fits in it
// up to 230: two fifths do not.
TEST(StaffBalance, TellsVisitsThatFitNobody) {
  scenarios::Role role = reliable_role();
  role.leave_weeks = 0;
  role.indirect_share = 0.5;
  scenarios::Care care = care_with(role, team_of(10, 10));
  scenarios::DistributionSpec long_ones;
  long_ones.kind = scenarios::DistributionSpec::Kind::Uniform;
  long_ones.unit = scenarios::TimeUnit::Minutes;
  long_ones.min = 200;
  long_ones.max = 250;
  care.tasks.emplace_back("drip", visits(0.5, long_ones));
  const auto staff = balance(twenty_at_home(care));
  const auto found = of_code(staff, "visit_fits_nobody");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].level, flow::Finding::Level::Warning);
  EXPECT_EQ(found[0].pointer, "/care/tasks/drip");
  EXPECT_THAT(
      found[0].message.en,
      HasSubstr("drip, shift day: 40.0 % of the visits fit nobody (nurse, west). A visit takes "
                "235 min on average, travel included; the one with most time for visits has "
                "240 min."));
  // Everybody stays on for 2.5 % of the hours: 120 minutes in all, for whoever needs them.
  care.roles.front().second.overtime_cap = 0.025;
  EXPECT_THAT(of_code(balance(twenty_at_home(care)), "visit_fits_nobody"), IsEmpty());
}

// Three rostered on weekdays, one at the weekend: those days have nobody for a visit by two.
TEST(StaffBalance, TellsVisitsByTwoWithOneOnDuty) {
  scenarios::Role role = reliable_role();
  role.leave_weeks = 0;
  scenarios::Care care = care_with(role, team_of(4, 3));
  care.municipalities.front().second.teams.front().second.roster = {
      {"day", weekdays, 3}, {"day", {DayKind::Sat, DayKind::Sun, DayKind::Holiday}, 1}};
  scenarios::Task pair = visits(7, minutes(30));
  pair.staff = 2;
  care.tasks.emplace_back("lift", pair);
  care.tasks.emplace_back("alone", visits(7, minutes(30)));
  const auto found = of_code(balance(twenty_at_home(care)), "visit_fits_nobody");
  ASSERT_EQ(found.size(), 1U);
  // 104 days of weekends and twelve holidays and eves among the others, of 364.
  EXPECT_THAT(found[0].message.en,
              HasSubstr("of the visits do not fit 2 at once (nurse, west). A visit "
                        "takes 40.0 min of each, travel included; at most 3 are "
                        "on duty"));
  EXPECT_THAT(found[0].message.en, HasSubstr("lift, shift day: 31.9 %"));
}

// 15 posts of eight hours every day are 840 hours a week: 40 for each of 21 people.
TEST(StaffBalance, TellsRostersBeyondFullTime) {
  scenarios::Role role = reliable_role();
  role.leave_weeks = 0;
  scenarios::Care care = care_with(role, team_of(21, 15));
  care.tasks.emplace_back("visit", visits(7, minutes(20)));
  const auto found = of_code(balance(twenty_at_home(care)), "beyond_full_time");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].level, flow::Finding::Level::Warning);
  EXPECT_EQ(found[0].pointer, "/care/municipalities/west/teams/nurse/roster");
  EXPECT_EQ(
      found[0].message.en,
      "The roster of nurse in west has 840 hours a week on average for 21 people: 40.00 each. "
      "Full time is 38.25; 22 people would be enough.");
  EXPECT_THAT(found[0].message.sv, HasSubstr("40,00 var. Heltid är 38,25; 22 anställda"));

  care.municipalities.front().second.teams.front().second.people = 22;
  EXPECT_THAT(of_code(balance(twenty_at_home(care)), "beyond_full_time"), IsEmpty());
  care.roles.front().second.full_time_hours = 36;
  EXPECT_THAT(of_code(balance(twenty_at_home(care)), "beyond_full_time"), testing::SizeIs(1));
}

// The team that has most to do is told, and how many others there are; half a post counts as half.
TEST(StaffBalance, TellsTheRosterFurthestBeyondFullTime) {
  scenarios::Role role = reliable_role();
  role.leave_weeks = 0;
  scenarios::Care care = care_with(role, team_of(21, 15));
  care.municipalities.emplace_back("east", care.municipalities.front().second);
  auto& east = care.municipalities.back().second.teams.front().second;
  east.people.reset();
  east.roster.front().posts = 1;
  scenarios::Person half;
  half.share = 0.5;
  east.staff = {{"anna", {}}, {"bo", half}};  // 56 hours
  care.tasks.emplace_back("visit", visits(7, minutes(20)));
  const auto told = of_code(balance(twenty_at_home(care)), "beyond_full_time");
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].pointer, "/care/municipalities/west/teams/nurse/roster");
  EXPECT_THAT(told[0].message.en, testing::Not(HasSubstr("other")));
  care.municipalities.back().second.teams.front().second.roster.front().posts = 1.5;
  const auto both = of_code(balance(twenty_at_home(care)), "beyond_full_time");
  ASSERT_EQ(both.size(), 1U);
  EXPECT_EQ(both[0].pointer, "/care/municipalities/east/teams/nurse/roster");
  EXPECT_THAT(both[0].message.en, HasSubstr("84.0 hours a week on average for 1.5 people: 56.00"));
  EXPECT_THAT(both[0].message.en, HasSubstr("1 other teams"));
}

// Of a competence that nobody of the role's own staff has; with a share of them, somebody may be there.
TEST(StaffBalance, TellsVisitsThatNobodyMayGive) {
  scenarios::Care care = care_with(reliable_role(), team_of(8, 2));
  care.competences.emplace_back("insulin", scenarios::Competence{{"insulin", "insulin"}});
  scenarios::Task task = visits(7, minutes(30));
  task.competence = "insulin";
  care.tasks.emplace_back("dose", task);
  const auto told = [&] { return of_code(balance(twenty_at_home(care)), "visit_fits_nobody"); };
  ASSERT_EQ(told().size(), 1U) << "a role without the competence";
  EXPECT_EQ(told()[0].level, flow::Finding::Level::Warning);
  EXPECT_EQ(told()[0].pointer, "/care/tasks/dose");
  EXPECT_EQ(told()[0].message.en,
            "dose, shift day: nobody on the roster has the competence insulin (nurse, west).");
  auto& competences = care.roles.front().second.competences;
  competences.emplace_back("insulin", scenarios::HeldBy{0, 0.5, {}});
  EXPECT_EQ(told().size(), 1U) << "only substitutes have it";
  competences.front().second.share = 0.1;
  EXPECT_THAT(told(), IsEmpty());
}

TEST(StaffBalance, A22SaysWhatIsUnknown) {
  scenarios::Care care = care_with(reliable_role(), team_of(20, 5));
  care.tasks.emplace_back("visit", visits(7, minutes(20)));
  Builder short_run = twenty_at_home(care);
  short_run.horizon(0, 6);
  const auto none = balance(short_run);
  EXPECT_THAT(codes(none), ElementsAre("staff_need_unknown"));
  EXPECT_EQ(none.findings[0].pointer, "/horizon");
  EXPECT_THAT(none.teams, IsEmpty());

  Builder full = twenty_at_home(care);
  full.scenario().settings.front().second.capacity = cases::places(15);
  const auto more = balance(full);
  EXPECT_THAT(codes(more), ElementsAre("staff_need_unknown"));
  EXPECT_EQ(more.findings[0].pointer, "/settings/home");
  EXPECT_THAT(more.findings[0].message.en, HasSubstr("20.0 on average; there are 15.0"));

  // Stays of a year, from 500 patients to 730: a run of a year is in between.
  Builder slow = twenty_at_home(care);
  slow.scenario().settings.front().second.stay.front().time = cases::exponential_days(365);
  slow.census("home", 500);
  const auto on_its_way = balance(slow);
  EXPECT_THAT(codes(on_its_way), ElementsAre("team_cannot_cope", "staff_need_unknown"));
  EXPECT_EQ(on_its_way.findings[1].pointer, "/initial");
  EXPECT_THAT(on_its_way.findings[1].message.en, HasSubstr("500 at the start and 730 in the long"));
}

}  // namespace
