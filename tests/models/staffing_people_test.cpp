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

TEST(ShiftPeople, NobodyGivesNothing) {
  auto nobody = on_duty({}, 60);
  EXPECT_FALSE(nobody.take(minute, 1));
  EXPECT_FALSE(nobody.is_plenty(minute, minute, 1));
}

/// Visits of a shift as they come, and those that are taken up: minutes and persons.
struct Asked {
  int minutes = 0, persons = 1;
};

std::vector<Asked> some_visits(sim::Stream& draw, std::uint32_t count) {
  std::vector<Asked> visits;
  for (std::uint32_t v = 0; v < count; ++v) {
    visits.push_back({15 + static_cast<int>(draw.below(90)), draw.happens(0.15) ? 2 : 1});
  }
  return visits;
}

int given_in_order(const std::vector<int>& minutes, const std::vector<Asked>& visits) {
  auto people = on_duty(minutes);
  return static_cast<int>(std::ranges::count_if(visits, [&](const Asked& visit) {
    return people.take(visit.minutes * minute, static_cast<std::size_t>(visit.persons));
  }));
}

/// As VisitBook plans a shift: the longest first if they all fit, else in their order.
int given_by_rule(const std::vector<int>& minutes, const std::vector<Asked>& visits) {
  auto longest_first = visits;
  std::ranges::sort(longest_first, std::greater{},
                    [](const Asked& v) { return v.minutes * v.persons; });
  if (given_in_order(minutes, longest_first) == static_cast<int>(visits.size())) {
    return static_cast<int>(visits.size());
  }
  return given_in_order(minutes, visits);
}

/// The most visits that can be given, whoever gives them, in whatever order: all are tried.
int most_given(std::vector<int>& minutes, const std::vector<Asked>& visits, std::size_t first = 0) {
  if (first == visits.size()) return 0;
  const Asked& visit = visits[first];
  int best = most_given(minutes, visits, first + 1);
  for (std::size_t one = 0; one < minutes.size(); ++one) {
    if (minutes[one] < visit.minutes) continue;
    minutes[one] -= visit.minutes;
    if (visit.persons == 1) best = std::max(best, 1 + most_given(minutes, visits, first + 1));
    for (std::size_t other = one + 1; visit.persons == 2 && other < minutes.size(); ++other) {
      if (minutes[other] < visit.minutes) continue;
      minutes[other] -= visit.minutes;
      best = std::max(best, 1 + most_given(minutes, visits, first + 1));
      minutes[other] += visit.minutes;
    }
    minutes[one] += visit.minutes;
  }
  return best;
}

/// How many visits the rule loses to a planner who sees all of the shift: where everything can be given,
/// in shifts that are full to the brim.
TEST(ShiftPeople, LoseLittleToTheBestPlan) {
  sim::Stream draw(5, {1, 2, 3, 4, 5});
  int by_rule = 0, at_best = 0, everything = 0, all_given = 0;
  for (int shift = 0; shift < 400; ++shift) {
    const auto visits = some_visits(draw, 6);
    const int asked = std::accumulate(visits.begin(), visits.end(), 0, [](int sum, const Asked& v) {
      return sum + v.minutes * v.persons;
    });
    // Three people with a tenth more time than is asked for.
    std::vector<int> minutes(3, asked * 11 / 30);
    const int best = most_given(minutes, visits), rule = given_by_rule(minutes, visits);
    EXPECT_LE(rule, best);
    by_rule += rule;
    at_best += best;
    if (best < static_cast<int>(visits.size())) continue;
    ++everything;
    if (rule == best) ++all_given;
  }
  // docs/model.md 2.2.11: 99.3 % of the visits of the best plan, and 95 % of the shifts in which all
  // can be given.
  EXPECT_NEAR(1.0 * by_rule / at_best, 0.993, 0.002) << by_rule << " of " << at_best;
  EXPECT_NEAR(1.0 * all_given / everything, 0.95, 0.01) << all_given << " of " << everything;
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
    EXPECT_EQ(given_in_order(minutes, visits), static_cast<int>(visits.size()));
  }
  EXPECT_GT(plenty, 500);
}

}  // namespace
