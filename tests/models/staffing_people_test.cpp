// SPDX-License-Identifier: Apache-2.0
// Who gives which visit in a shift.
#include <algorithm>
#include <functional>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "models/staffing/shift_people.hpp"
#include "sim/stream.hpp"

namespace {

using care::ShiftPeople;
using sim::minute;

ShiftPeople on_duty(const std::vector<int>& minutes, int overtime = 0) {
  std::vector<sim::Duration> times;
  for (const int of : minutes) times.push_back(of * minute);
  ShiftPeople people;
  people.add(times);
  people.order();
  people.allow_overtime(overtime * minute);
  return people;
}

TEST(ShiftPeople, TimeOfTwoIsNoTimeOfOne) {
  auto people = on_duty({60, 60});
  EXPECT_TRUE(people.take(40 * minute, 1));
  EXPECT_TRUE(people.take(40 * minute, 1));
  EXPECT_FALSE(people.take(40 * minute, 1)) << "forty minutes are left, of two people";
  EXPECT_TRUE(people.take(20 * minute, 1));
  EXPECT_FALSE(people.take(20 * minute, 2)) << "one of them has none";
}

TEST(ShiftPeople, TheOneWithLeastTimeThatIsEnoughGoes) {
  auto people = on_duty({200, 50, 90});
  EXPECT_TRUE(people.take(45 * minute, 1));   // of the one who has 50
  EXPECT_TRUE(people.take(90 * minute, 1));   // of the one who has just that
  EXPECT_TRUE(people.take(200 * minute, 1));  // nobody has broken into it
}

TEST(ShiftPeople, AVisitByTwoNeedsTwoWhoHaveItsWholeTime) {
  auto alone = on_duty({480});
  EXPECT_FALSE(alone.take(60 * minute, 2));
  auto three = on_duty({240, 240, 240});
  for (int visit = 0; visit < 6; ++visit) EXPECT_TRUE(three.take(60 * minute, 2)) << visit;
  EXPECT_FALSE(three.take(60 * minute, 2));
}

TEST(ShiftPeople, StayOnWhereThatIsEnough) {
  auto people = on_duty({30, 50}, 25);
  EXPECT_TRUE(people.take(60 * minute, 1)) << "the one who has most stays on for ten minutes";
  EXPECT_EQ(people.overtime(), 10 * minute);
  EXPECT_FALSE(people.take(50 * minute, 1));
  EXPECT_TRUE(people.take(45 * minute, 1));
  EXPECT_EQ(people.overtime(), 25 * minute);
  auto pair = on_duty({30, 50}, 40);
  EXPECT_FALSE(pair.take(61 * minute, 2));
  EXPECT_TRUE(pair.take(60 * minute, 2));
  EXPECT_EQ(pair.overtime(), 40 * minute);
}

TEST(ShiftPeople, AQuickPlanGoesThroughThemOneAfterTheOther) {
  auto people = on_duty({60, 60, 60});
  EXPECT_TRUE(people.take_next(40 * minute, 1));
  EXPECT_FALSE(on_duty({60}).take_next(40 * minute, 2));
  EXPECT_TRUE(people.take_next(20 * minute, 2)) << "of the one who has 20 left, and the next";
  EXPECT_TRUE(people.take_next(40 * minute, 1)) << "who has 40";
  EXPECT_TRUE(people.take_next(60 * minute, 1));
  EXPECT_FALSE(people.take_next(minute, 1));
}

/// Of two competences: who has the first, the second, both.
constexpr care::Competences insulin = 1, catheter = 2;

/// People with minutes and competences, in a shift with visits that ask for both.
ShiftPeople able_on_duty(const std::vector<int>& minutes,
                         const std::vector<care::Competences>& held, int overtime = 0) {
  std::vector<sim::Duration> times;
  for (const int of : minutes) times.push_back(of * minute);
  ShiftPeople people;
  people.add(times, held);
  people.order(insulin | catheter);
  people.allow_overtime(overtime * minute);
  return people;
}

TEST(ShiftPeople, OnlyWhoHasTheCompetenceGoes) {
  auto people = able_on_duty({60, 200}, {insulin, 0});
  EXPECT_FALSE(people.are_alike(insulin));
  EXPECT_FALSE(people.take(61 * minute, 1, insulin)) << "who has the time may not";
  EXPECT_TRUE(people.take(60 * minute, 1, insulin));
  EXPECT_FALSE(people.take(minute, 1, insulin));
  EXPECT_FALSE(people.take(minute, 1, catheter)) << "nobody may";
  EXPECT_TRUE(people.take(200 * minute, 1));
}

TEST(ShiftPeople, WhoCanDoWhatOthersCannotIsKeptFree) {
  auto people = able_on_duty({60, 60, 60, 100}, {insulin | catheter, insulin, insulin, 0});
  EXPECT_TRUE(people.take(60 * minute, 1)) << "of the one without any, though others fit better";
  EXPECT_TRUE(people.take(50 * minute, 1, insulin)) << "not of the one who has both";
  EXPECT_TRUE(people.take(60 * minute, 1, catheter));
  EXPECT_TRUE(people.take(60 * minute, 1, insulin));
  EXPECT_EQ(people.most(), 50 * minute);
}

TEST(ShiftPeople, AVisitByTwoNeedsTwoWhoMay) {
  auto people = able_on_duty({60, 60, 90}, {insulin, insulin, 0});
  EXPECT_TRUE(people.take(40 * minute, 2, insulin));
  EXPECT_FALSE(people.take(40 * minute, 2, insulin));
  EXPECT_TRUE(people.take(20 * minute, 2)) << "of the one who has 90 and one of the others";
  EXPECT_TRUE(people.take(20 * minute, 1, insulin)) << "the other";
  EXPECT_FALSE(people.take(minute, 1, insulin));
}

TEST(ShiftPeople, OneOfThoseWhoMayStaysOn) {
  auto people = able_on_duty({30, 50, 200}, {insulin, insulin, 0}, 25);
  EXPECT_TRUE(people.take(60 * minute, 1, insulin)) << "the one of them with most, for ten minutes";
  EXPECT_EQ(people.overtime(), 10 * minute);
  EXPECT_FALSE(people.take(46 * minute, 1, insulin));
  EXPECT_TRUE(people.take(45 * minute, 1, insulin));
  EXPECT_EQ(people.overtime(), 25 * minute);
}

/// What all have, or nobody, sets nobody apart: best fit as ever.
TEST(ShiftPeople, WhatAllHaveMakesNoDifference) {
  auto people = able_on_duty({200, 50, 90}, {insulin, insulin, insulin});
  EXPECT_TRUE(people.are_alike(insulin));
  EXPECT_FALSE(people.take(minute, 1, catheter));
  EXPECT_TRUE(people.take(45 * minute, 1, insulin));
  EXPECT_TRUE(people.take(90 * minute, 1));
  EXPECT_TRUE(people.take(200 * minute, 1, insulin));
  auto mixed = on_duty({60});
  mixed.add(std::vector<sim::Duration>{60 * minute}, std::vector<care::Competences>{0});
  mixed.order(insulin);
  EXPECT_TRUE(mixed.take(60 * minute, 1, insulin)) << "who comes without a list may do everything";
  EXPECT_FALSE(mixed.take(60 * minute, 1, insulin));
}

TEST(ShiftPeople, NobodyGivesNothing) {
  auto nobody = on_duty({}, 60);
  EXPECT_FALSE(nobody.take(minute, 1));
  EXPECT_FALSE(nobody.is_plenty(minute, minute, 1));
}

/// Visits of a shift as they come, and those that are taken up: minutes and persons.
struct Asked {
  int minutes = 0, persons = 1;
  bool delegated = false;  // only those able give it
  bool early = false;      // in the first third of the shift
};
/// Who is there: minutes, and whether they are able.
struct There {
  int minutes = 0;
  bool able = true;
  int early = 0;  // minutes, part of those, in the first third of the shift
};

std::vector<Asked> some_visits(sim::Stream& draw, std::uint32_t count) {
  std::vector<Asked> visits;
  for (std::uint32_t v = 0; v < count; ++v) {
    visits.push_back({15 + static_cast<int>(draw.below(90)), draw.happens(0.15) ? 2 : 1});
  }
  return visits;
}

int given_in_order(const std::vector<There>& there, const std::vector<Asked>& visits) {
  ShiftPeople people;
  for (const There& one : there) {
    const care::Competences held = one.able ? insulin : 0;
    people.add(std::vector<sim::Duration>{one.minutes * minute}, {&held, 1});
  }
  const bool windows = std::ranges::any_of(visits, &Asked::early);
  const std::vector<care::Share> third(windows ? 1 : 0, care::Share(1.0 / 3));
  people.order(insulin, third);
  return static_cast<int>(std::ranges::count_if(visits, [&](const Asked& visit) {
    return people.take(visit.minutes * minute, static_cast<std::size_t>(visit.persons),
                       visit.delegated ? insulin : 0, ShiftPeople::everywhere,
                       visit.early ? care::Window{0} : care::any_time);
  }));
}

/// As VisitBook plans a shift: the longest first if they all fit, else in their order.
int given_by_rule(const std::vector<There>& there, const std::vector<Asked>& visits) {
  auto longest_first = visits;
  std::ranges::sort(longest_first, std::greater{},
                    [](const Asked& v) { return v.minutes * v.persons; });
  if (given_in_order(there, longest_first) == static_cast<int>(visits.size())) {
    return static_cast<int>(visits.size());
  }
  return given_in_order(there, visits);
}

/// The most visits that can be given, whoever gives them, in whatever order: all are tried.
int most_given(std::vector<There>& there, const std::vector<Asked>& visits, std::size_t first = 0) {
  if (first == visits.size()) return 0;
  const Asked& visit = visits[first];
  const auto may = [&](std::size_t one) {
    return there[one].minutes >= visit.minutes && (there[one].able || !visit.delegated) &&
           (there[one].early >= visit.minutes || !visit.early);
  };
  const auto take = [&](std::size_t one, int minutes) {
    there[one].minutes -= minutes;
    if (visit.early) there[one].early -= minutes;
  };
  int best = most_given(there, visits, first + 1);
  for (std::size_t one = 0; one < there.size(); ++one) {
    if (!may(one)) continue;
    take(one, visit.minutes);
    if (visit.persons == 1) best = std::max(best, 1 + most_given(there, visits, first + 1));
    for (std::size_t other = one + 1; visit.persons == 2 && other < there.size(); ++other) {
      if (!may(other)) continue;
      take(other, visit.minutes);
      best = std::max(best, 1 + most_given(there, visits, first + 1));
      take(other, -visit.minutes);
    }
    take(one, -visit.minutes);
  }
  return best;
}

/// The rule beside the best plan, in 400 shifts with a tenth more time than is asked for.
struct Compared {
  int by_rule = 0, at_best = 0;
  int everything = 0, all_given = 0;  // shifts in which all could be given, and in which they were
};

Compared compare(sim::Stream& draw, std::size_t able, double delegated, double early = 0) {
  Compared sum;
  for (int shift = 0; shift < 400; ++shift) {
    auto visits = some_visits(draw, 6);
    for (Asked& v : visits) v.delegated = delegated > 0 && draw.happens(delegated);
    for (Asked& v : visits) v.early = early > 0 && draw.happens(early);
    const int asked =
        std::accumulate(visits.begin(), visits.end(), 0,
                        [](int so_far, const Asked& v) { return so_far + v.minutes * v.persons; });
    std::vector<There> there(3, {asked * 11 / 30, false, asked * 11 / 90});
    for (std::size_t one = 0; one < able; ++one) there[one].able = true;
    const int best = most_given(there, visits), rule = given_by_rule(there, visits);
    EXPECT_LE(rule, best);
    sum.by_rule += rule;
    sum.at_best += best;
    if (best < static_cast<int>(visits.size())) continue;
    ++sum.everything;
    if (rule == best) ++sum.all_given;
  }
  return sum;
}

/// How many visits the rule loses to a planner who sees all of the shift: where everything can be given,
/// in shifts that are full to the brim.
TEST(ShiftPeople, LoseLittleToTheBestPlan) {
  sim::Stream draw(5, {1, 2, 3, 4, 5});
  const Compared all = compare(draw, 3, 0);
  // docs/model.md 2.2.11: 99.3 % of the visits of the best plan, and 95 % of the shifts in which all
  // can be given.
  EXPECT_NEAR(1.0 * all.by_rule / all.at_best, 0.993, 0.002) << all.by_rule;
  EXPECT_NEAR(1.0 * all.all_given / all.everything, 0.95, 0.01) << all.all_given;
}

/// The same where one or two of the three may give what a fourth of the visits ask for.
TEST(ShiftPeople, LoseLittleToTheBestPlanWhereOnlySomeMay) {
  sim::Stream of_one(7, {1, 2, 3, 4, 1}), of_two(7, {1, 2, 3, 4, 2});
  const Compared one = compare(of_one, 1, 0.25), two = compare(of_two, 2, 0.25);
  // docs/model.md 2.2.11: 98 % of the visits, and nine in ten of the shifts.
  EXPECT_NEAR(1.0 * one.by_rule / one.at_best, 0.985, 0.002) << one.by_rule;
  EXPECT_NEAR(1.0 * one.all_given / one.everything, 0.92, 0.01) << one.all_given;
  EXPECT_NEAR(1.0 * two.by_rule / two.at_best, 0.983, 0.002) << two.by_rule;
  EXPECT_NEAR(1.0 * two.all_given / two.everything, 0.89, 0.01) << two.all_given;
}

/// The same where a fourth of the visits must be given in the first third of the shift.
TEST(ShiftPeople, LoseLittleToTheBestPlanWithAWindow) {
  sim::Stream draw(7, {1, 2, 3, 4, 3});
  const Compared early = compare(draw, 3, 0, 0.25);
  // docs/model.md 2.2.11.
  EXPECT_NEAR(1.0 * early.by_rule / early.at_best, 0.985, 0.002) << early.by_rule;
  EXPECT_NEAR(1.0 * early.all_given / early.everything, 0.91, 0.01) << early.all_given;
}

/// Where the hours say that there is plenty, everything fits in whatever order it comes.
TEST(ShiftPeople, PlentyIsTrue) {
  sim::Stream draw(6, {1, 2, 3, 4, 5});
  int plenty = 0;
  for (int shift = 0; shift < 20'000; ++shift) {
    const auto visits = some_visits(draw, 1 + draw.below(12));
    std::vector<int> minutes(1 + draw.below(6));
    for (int& of : minutes) of = static_cast<int>(draw.below(480));
    sim::Duration asked{}, each{};
    std::size_t persons = 1;
    for (const Asked& visit : visits) {
      asked += visit.minutes * visit.persons * minute;
      each = std::max(each, sim::Duration{visit.minutes * minute});
      persons = std::max(persons, static_cast<std::size_t>(visit.persons));
    }
    if (!on_duty(minutes).is_plenty(asked, each, persons)) continue;
    ++plenty;
    std::vector<There> there;
    there.reserve(minutes.size());
    for (const int of : minutes) there.push_back({of, true});
    EXPECT_EQ(given_in_order(there, visits), static_cast<int>(visits.size()));
  }
  EXPECT_GT(plenty, 500);
}

}  // namespace
