// SPDX-License-Identifier: Apache-2.0
// Common random numbers: who is not touched by a change has the same journey, to the millisecond.
#include <algorithm>
#include <array>
#include <map>

#include "tests/theory/ladder.hpp"
#include "tests/theory/random_network.hpp"
#include "tests/theory/theory.hpp"

namespace common_numbers_test {

/// A step with names instead of indices: indices move when something is added.
struct Line {
  sim::Time time{};
  flow::Note what{};
  std::string place, pointer;
  sim::Duration length{};
  friend bool operator==(const Line&, const Line&) = default;
};

using Journeys = std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Line>>;

Journeys journeys(const scenarios::Scenario& scenario, std::uint32_t replication,
                  std::uint64_t seed = 5) {
  const flow::Network network = flow::compile_network(scenario);
  Journeys result;
  for (const auto& step : theory::journey(scenario, replication, {.seed = seed})) {
    const auto name =
        network.place_ids.contains(step.place) ? network.place_ids[step.place] : std::string{};
    result[{step.family, step.serial}].push_back(
        {step.time, step.what, name, step.pointer, step.length});
  }
  return result;
}

cases::Builder base() {
  cases::Builder b;
  b.attribute("class", {"a", "b"}).exit("home").death("death").horizon(0, 200);
  auto& ward = b.setting("ward", 6, cases::gamma_days(4, 1.1), {{"unit", 0.5}, {"home", 0.5}});
  ward.hazards.push_back({{}, 20, "death"});
  ward.changes.push_back({{}, 40, cases::set("class", {{"a", 0.5}, {"b", 0.5}})});
  auto& unit = b.setting("unit", 3, cases::lognormal_days(6, 0.8), {{"home", 1}});
  unit.queue.leave.push_back({{}, cases::exponential_days(2), "home"});
  b.move("ward", "unit").transfer = cases::uniform_days(0.05, 0.2);
  b.arrival("referrals", 1.4, "ward").attributes = cases::set("class", {{"a", 0.3}, {"b", 0.7}});
  return b;
}

/// Persons of `before` whose journey is not the same in `after`.
int changed(const Journeys& before, const Journeys& after) {
  return static_cast<int>(std::ranges::count_if(before, [&](const auto& one) {
    const auto same = after.find(one.first);
    return same == after.end() || same->second != one.second;
  }));
}

const theory::Claim untouched{theory::Group::CommonNumbers, "ward and unit, 200 days"};

TEST(CommonNumbers, UnusedSettingChangesNothing) {
  const auto before = base();
  cases::Builder after = base();
  after.exit("never");
  after.setting("closed", 4, cases::fixed_days(3), {{"never", 1}});
  auto& scenario = after.scenario();
  std::rotate(scenario.settings.begin(), scenario.settings.end() - 1, scenario.settings.end());
  int different = 0;
  for (std::uint32_t k = 0; k < 3; ++k) {
    const auto one = journeys(before.scenario(), k), other = journeys(scenario, k);
    EXPECT_EQ(one.size(), other.size());
    different += changed(one, other);
  }
  EXPECT_TRUE(untouched.equals("journeys that an unused setting changes", different, 0));
}

TEST(CommonNumbers, AnotherSourceElsewhereChangesNothing) {
  const auto before = base();
  cases::Builder after = base();
  after.setting("clinic", cases::unlimited, cases::exponential_days(1), {{"home", 1}});
  after.arrival("walk in", 5, "clinic");
  auto& scenario = after.scenario();
  std::rotate(scenario.arrivals.begin(), scenario.arrivals.end() - 1, scenario.arrivals.end());
  auto seen = journeys(scenario, 1);
  EXPECT_GT(seen.size(), 1000U);
  std::erase_if(seen, [](const auto& j) { return j.first.first == sim::family_of("walk in"); });
  const auto alone = journeys(before.scenario(), 1);
  EXPECT_EQ(alone.size(), seen.size());
  EXPECT_TRUE(untouched.equals("journeys that another source changes", changed(alone, seen), 0));
}

/// More places change waits; who comes when, as what, and for how long is the same.
TEST(CommonNumbers, SamePersonsWithOtherPlaces) {
  const auto before = base();
  cases::Builder after = base();
  after.scenario().settings[0].second.capacity.normal = 9;
  const auto first = journeys(before.scenario(), 0);
  const auto second = journeys(after.scenario(), 0);
  ASSERT_EQ(first.size(), second.size());
  int alike = 0, different = 0;
  for (const auto& [who, lines] : first) {
    const auto& others = second.at(who);
    different += lines[0] == others[0] ? 0 : 1;
    const auto stay = [](const std::vector<Line>& all) {
      return std::ranges::find(all, flow::Note::StayDrawn, &Line::what);
    };
    const auto mine = stay(lines), theirs = stay(others);
    if (mine == lines.end() || theirs == others.end()) continue;
    different += mine->length == theirs->length && mine->place == theirs->place ? 0 : 1;
    ++alike;
  }
  EXPECT_GT(alike, 200);
  EXPECT_TRUE(untouched.equals("arrivals and stays that more places change", different, 0));
}

TEST(CommonNumbers, SeedAndReplicationMatter) {
  const auto b = base();
  const auto first = journeys(b.scenario(), 0);
  EXPECT_NE(first, journeys(b.scenario(), 1));
  EXPECT_NE(first, journeys(b.scenario(), 0, 6));
  EXPECT_TRUE(untouched.equals("journeys that a second run changes",
                               changed(first, journeys(b.scenario(), 0)), 0));
}

TEST(CommonNumbers, RandomNetworksRepeatThemselves) {
  for (std::uint32_t n = 0; n < 20; ++n) {
    const auto scenario = theory::RandomNetwork{n}.make();
    EXPECT_EQ(theory::journey(scenario, 3), theory::journey(scenario, 3)) << n;
  }
}

/// Streams are shared by nobody: stays in two settings, stays of successive patients, and the same
/// patient's stays in successive replications are uncorrelated.
TEST(CommonNumbers, DrawsAreIndependent) {
  cases::Builder b;
  b.exit("home").horizon(0, 2000);
  b.setting("first", cases::unlimited, cases::exponential_days(1), {{"second", 1}});
  b.setting("second", cases::unlimited, cases::exponential_days(1), {{"home", 1}});
  b.arrival("patients", 4, "first");
  b.arrival("others", 4, "first");
  constexpr std::uint32_t serials = 6000;
  // Stays by source, setting, serial.
  using Stays = std::vector<double>;
  std::array<Stays, 4> stays;
  std::array<Stays, 4> previous;
  std::array<std::vector<double>, 5> products;
  const auto family = sim::family_of("patients");
  const auto hear = [&](const theory::Step& step) {
    if (step.what != flow::Note::StayDrawn || step.serial >= serials) return;
    // The place noted is where the stay leads: "second" for a stay in the first.
    const std::size_t index =
        (step.family == family ? 0U : 2U) + (step.place == flow::Place{1} ? 0U : 1U);
    stays[index].resize(serials, 1.0);
    stays[index][step.serial] = sim::days(step.length);
  };
  const auto product = [](const Stays& x, const Stays& y, std::size_t lag = 0) {
    double sum = 0;
    for (std::size_t i = 0; i + lag < x.size(); ++i) sum += (x[i] - 1) * (y[i + lag] - 1);
    return sum / static_cast<double>(x.size() - lag);
  };
  theory::listen(b.scenario(), {.replications = 20}, hear, [&] {
    products[0].push_back(1 + product(stays[0], stays[1]));
    products[1].push_back(1 + product(stays[0], stays[0], 1));
    products[2].push_back(1 + product(stays[0], stays[2]));
    if (!previous[0].empty()) products[3].push_back(1 + product(stays[0], previous[0]));
    products[4].push_back(1 + product(stays[0], stays[0]));  // control: variance 1
    previous = stays;
  });
  const theory::Claim claim{theory::Group::SharedStreams, "1 + covariance of stays of mean 1"};
  const std::array pairs{"two stays of one patient", "one patient and the next", "two sources",
                         "two replications"};
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    EXPECT_TRUE(claim.agrees(pairs[i], products[i], 1, 0.05));
  }
  EXPECT_TRUE(claim.agrees("control: a stay and itself", products[4], 2));
}

}  // namespace common_numbers_test
