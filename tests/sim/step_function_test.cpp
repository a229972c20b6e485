// SPDX-License-Identifier: Apache-2.0
#include "sim/step_function.hpp"

#include <cstdint>
#include <optional>
#include <vector>

#include <gtest/gtest.h>

#include "sim/check.hpp"
#include "sim/time.hpp"

namespace {

using sim::Duration;
using sim::StepFunction;
using sim::Time;

Time time_at(std::int64_t ms) { return Time{Duration{ms}}; }

TEST(StepFunction, IsConstantWithoutChanges) {
  const StepFunction<int> beds(28);
  EXPECT_EQ(beds.at(time_at(-1'000'000)), 28);
  EXPECT_EQ(beds.at(time_at(1'000'000)), 28);
  EXPECT_EQ(beds.next_change(time_at(0)), std::nullopt);
  EXPECT_TRUE(beds.changes().empty());
}

TEST(StepFunction, TheNewValueHoldsAtTheVeryTimeOfTheChange) {
  StepFunction<int> beds(28);
  beds.append(time_at(100), 20);
  beds.append(time_at(200), 28);
  EXPECT_EQ(beds.at(time_at(99)), 28);
  EXPECT_EQ(beds.at(time_at(100)), 20);
  EXPECT_EQ(beds.at(time_at(199)), 20);
  EXPECT_EQ(beds.at(time_at(200)), 28);
  EXPECT_EQ(beds.next_change(time_at(99)), time_at(100));
  EXPECT_EQ(beds.next_change(time_at(100)), time_at(200));
  EXPECT_EQ(beds.next_change(time_at(200)), std::nullopt);
}

TEST(StepFunction, MergesEqualNeighboursAndReplacesAtTheSameTime) {
  StepFunction<int> beds(28);
  beds.append(time_at(50), 28);  // no change
  beds.append(time_at(100), 20);
  beds.append(time_at(150), 20);  // no change
  beds.append(time_at(200), 5);
  beds.append(time_at(200), 20);  // takes the one before back
  const StepFunction<int>::Change only{time_at(100), 20};
  ASSERT_EQ(beds.changes().size(), 1U);
  EXPECT_EQ(beds.changes()[0], only);
}

TEST(StepFunction, RefusesChangesOutOfOrder) {
  StepFunction<int> beds(28);
  beds.append(time_at(100), 20);
  EXPECT_THROW(beds.append(time_at(99), 3), sim::InvariantError);
  const std::vector<StepFunction<int>::Change> twice{{time_at(1), 2}, {time_at(1), 3}};
  EXPECT_THROW(StepFunction<int>(0, twice), sim::InvariantError);
}

TEST(StepFunction, FindsWhenAGateOpens) {
  StepFunction<bool> open(false);
  open.append(time_at(100), true);
  open.append(time_at(200), false);
  open.append(time_at(300), true);
  open.append(time_at(400), false);
  EXPECT_EQ(open.next_time_when(true, time_at(0)), time_at(100));
  EXPECT_EQ(open.next_time_when(true, time_at(100)), time_at(100));
  EXPECT_EQ(open.next_time_when(true, time_at(150)), time_at(150));
  EXPECT_EQ(open.next_time_when(true, time_at(200)), time_at(300));
  EXPECT_EQ(open.next_time_when(true, time_at(400)), std::nullopt);
  EXPECT_EQ(open.next_time_when(false, time_at(350)), time_at(400));
}

TEST(StepFunction, IntegralIsExact) {
  StepFunction<int> beds(10);
  beds.append(time_at(100), 4);
  beds.append(time_at(200), 0);
  beds.append(time_at(300), 7);
  EXPECT_EQ(beds.integral(time_at(0), time_at(0)), 0);
  EXPECT_EQ(beds.integral(time_at(0), time_at(50)), 500);
  EXPECT_EQ(beds.integral(time_at(0), time_at(100)), 1000);
  EXPECT_EQ(beds.integral(time_at(50), time_at(310)), 50 * 10 + 100 * 4 + 10 * 7);
  EXPECT_EQ(beds.integral(time_at(1000), time_at(1010)), 70);
  EXPECT_THROW((void)beds.integral(time_at(1), time_at(0)), sim::InvariantError);
}

TEST(StepFunction, AgreesWithAPlainTable) {
  // Every value from 0 to 99, kept in a table beside the function.
  std::vector<int> table(100);
  StepFunction<int> f(3);
  std::uint32_t state = 12345;
  int value = 3;
  for (std::size_t t = 0; t < table.size(); ++t) {
    state = state * 1664525U + 1013904223U;
    if (state >> 30U == 0) {
      value = static_cast<int>((state >> 20U) % 4);
      f.append(time_at(static_cast<std::int64_t>(t)), value);
    }
    table[t] = value;
  }
  for (std::size_t t = 0; t < table.size(); ++t) {
    const Time time = time_at(static_cast<std::int64_t>(t));
    EXPECT_EQ(f.at(time), table[t]);
    std::size_t next = t + 1;
    while (next < table.size() && table[next] == table[t]) ++next;
    EXPECT_EQ(f.next_change(time), next == table.size()
                                       ? std::nullopt
                                       : std::optional{time_at(static_cast<std::int64_t>(next))});
    std::size_t zero = t;
    while (zero < table.size() && table[zero] != 0) ++zero;
    EXPECT_EQ(f.next_time_when(0, time),
              zero == table.size() ? std::nullopt
                                   : std::optional{time_at(static_cast<std::int64_t>(zero))});
  }
}

TEST(StepFunction, CombinesPointByPoint) {
  StepFunction<int> roster(10);
  roster.append(time_at(100), 6);
  roster.append(time_at(200), 10);
  StepFunction<bool> storm(false);
  storm.append(time_at(150), true);
  storm.append(time_at(200), false);
  storm.append(time_at(250), true);
  const auto left =
      sim::combine(roster, storm, [](int staff, bool hit) { return hit ? staff / 2 : staff; });
  for (std::int64_t t = 0; t < 300; t += 10) {
    EXPECT_EQ(left.at(time_at(t)),
              storm.at(time_at(t)) ? roster.at(time_at(t)) / 2 : roster.at(time_at(t)))
        << t;
  }
  EXPECT_EQ(left.changes().size(), 4U);
}

}  // namespace
