// SPDX-License-Identifier: Apache-2.0
// Non-preemptive priorities (Cobham, Operations Research 2, 1954):
//   mean wait of class k = W0 / ((1 - s(k - 1)) (1 - s(k))), s(k) the load of classes 0..k
#include <algorithm>

#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace priority_test {

using scenarios::TimeUnit;

/// Mean wait in days by profile and replication, of those who got a place in the measured time.
theory::Samples waits_by_profile(const scenarios::Scenario& scenario, std::size_t profiles,
                                 theory::Plan plan) {
  const sim::Time measured = theory::at_day(scenario, scenario.horizon.warm_up_days);
  std::vector<double> sum(profiles), count(profiles);
  theory::Samples waits(profiles);
  const auto hear = [&](const theory::Step& step) {
    if (step.what != flow::Note::GotPlace || step.time < measured) return;
    sum[sim::index(step.profile)] += sim::days(step.length);
    count[sim::index(step.profile)] += 1;
  };
  theory::listen(scenario, plan, hear, [&] {
    for (std::size_t p = 0; p < profiles; ++p) waits[p].push_back(sum[p] / count[p]);
    std::ranges::fill(sum, 0.0);
    std::ranges::fill(count, 0.0);
  });
  return waits;
}

void add_ranks(scenarios::Setting& setting, const std::vector<std::string>& classes) {
  for (std::size_t k = 0; k < classes.size(); ++k) {
    setting.queue.ranks.push_back({cases::when("class", {classes[k]}), static_cast<int>(k)});
  }
}

struct Load {
  const char* name;
  int places;
  double load;
  int days;
};
class Priorities : public ::testing::TestWithParam<Load> {};

TEST_P(Priorities, ManyPlacesThreeClasses) {
  const auto& c = GetParam();
  const theory::Claim claim{theory::Group::Priorities,
                            fmt::format("{} places, load {}, three classes", c.places, c.load)};
  constexpr double stay = 1.0 / 48;
  const std::vector<std::string> classes{"acute", "soon", "planned"};
  const std::vector<double> shares{0.2, 0.3, 0.5};
  const double a = c.load * c.places;
  cases::Builder b;
  b.attribute("class", classes).exit("home").horizon(10, c.days);
  auto& clinic =
      b.setting("clinic", c.places, cases::exponential(30, TimeUnit::Minutes), {{"home", 1}});
  add_ranks(clinic, classes);
  b.arrival("patients", a / stay, "clinic").attributes =
      cases::set("class", {{"acute", 0.2}, {"soon", 0.3}, {"planned", 0.5}});
  const auto waits = waits_by_profile(b.scenario(), 3, {});
  const double w0 = theory::erlang_c(c.places, a) * stay / c.places;
  double below = 0;
  for (std::size_t k = 0; k < 3; ++k) {
    const double upto = below + shares[k] * c.load;
    EXPECT_TRUE(claim.agrees(fmt::format("mean wait of {}, days", classes[k]), waits[k],
                             w0 / ((1 - below) * (1 - upto)), 0.2))
        << classes[k];
    below = upto;
  }
}

INSTANTIATE_TEST_SUITE_P(Loads, Priorities,
                         ::testing::Values(Load{"Light", 2, 0.5, 150}, Load{"Heavy", 2, 0.9, 250}),
                         [](const auto& p) { return std::string{p.param.name}; });

/// One place, stays that differ by class: W0 = sum of rate E[stay^2] / 2.
TEST(Priorities, OnePlaceStaysByClass) {
  const theory::Claim claim{theory::Group::Priorities,
                            "1 place, load 0.75, fixed and exponential stays"};
  const std::vector<std::string> classes{"short", "long"};
  cases::Builder b;
  b.attribute("class", classes).exit("home").horizon(10, 150);
  auto& clinic = b.setting("clinic", 1, cases::fixed(0.01, TimeUnit::Days), {{"home", 1}});
  clinic.stay.clear();
  clinic.stay.push_back({cases::when("class", {"short"}), {}, cases::fixed_days(0.01)});
  clinic.stay.push_back({{}, {}, cases::exponential_days(0.03)});
  add_ranks(clinic, classes);
  b.arrival("quick", 30, "clinic").attributes = cases::set("class", "short");
  b.arrival("slow", 15, "clinic").attributes = cases::set("class", "long");
  const double w0 = 30 * 0.01 * 0.01 / 2 + 15 * 2 * 0.03 * 0.03 / 2;
  const double s0 = 0.3, s1 = 0.75;
  const auto waits = waits_by_profile(b.scenario(), 2, {});
  EXPECT_TRUE(claim.agrees("mean wait of the short, days", waits[0], w0 / (1 - s0)));
  EXPECT_TRUE(
      claim.agrees("mean wait of the long, days", waits[1], w0 / ((1 - s0) * (1 - s1)), 0.2));
}

/// Whoever no rank names comes last, in the order of arrival within a rank.
TEST(Priorities, OrderOfService) {
  cases::Builder b;
  b.attribute("class", {"a", "b", "c"}).exit("home").horizon(0, 8);
  auto& clinic = b.setting("clinic", 1, cases::fixed_days(0.5), {{"home", 1}});
  clinic.queue.ranks.push_back({cases::when("class", {"c"}), 0});
  clinic.queue.ranks.push_back({cases::when("class", {"b"}), 3});
  const auto arrival = [&](std::string id, double hour, std::string value) {
    auto& source = b.appointments(std::move(id), {hour}, "clinic");
    source.days = {sim::DayKind::Tue};
    source.attributes = cases::set("class", std::move(value));
  };
  arrival("first a", 1, "a");
  arrival("second a", 2, "a");
  arrival("first b", 3, "b");
  arrival("second b", 4, "b");
  arrival("a c", 5, "c");
  std::vector<std::uint32_t> order;
  for (const auto& step : theory::journey(b.scenario())) {
    if (step.what == flow::Note::Entered) order.push_back(step.family);
  }
  const std::vector<std::uint32_t> expected{sim::family_of("first a"), sim::family_of("a c"),
                                            sim::family_of("first b"), sim::family_of("second b"),
                                            sim::family_of("second a")};
  EXPECT_EQ(order, expected);
}

}  // namespace priority_test
