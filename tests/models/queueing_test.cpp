// SPDX-License-Identifier: Apache-2.0
// Who waits, who does not and for how long, against exact values of small queues: some thousand
// patients each, and limits of four standard errors from independent replications.
#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "models/flow/network.hpp"
#include "models/flow/simulation.hpp"
#include "tests/models/scenario_builder.hpp"

namespace {

using cases::Builder;
using cases::exponential_days;
using Policy = scenarios::WhenFull::Policy;
using Replication = flow::Simulation<>;

/// A figure of every replication, and what is known about its mean.
class Sampled {
 public:
  void add(double value) { values_.push_back(value); }
  [[nodiscard]] double mean() const {
    return std::accumulate(values_.begin(), values_.end(), 0.0) / count();
  }
  [[nodiscard]] double variance() const {
    double sum = 0;
    for (const double v : values_) sum += (v - mean()) * (v - mean());
    return sum / (count() - 1);
  }
  /// Within four standard errors, which are small enough to tell `precision` (a share of the value).
  void expect(double exact, double precision) const {
    const double error = std::sqrt(variance() / count());
    EXPECT_NEAR(mean(), exact, 4 * error);
    EXPECT_LT(4 * error, precision * exact) << "says too little";
  }

 private:
  [[nodiscard]] double count() const { return static_cast<double>(values_.size()); }
  std::vector<double> values_;
};

/// Runs replications and looks at each when it is over.
void replicate(const Builder& b, std::uint32_t count,
               const std::function<void(const Replication&)>& look) {
  const flow::Network network = flow::compile_network(b.scenario());
  Replication run{network, {}};
  for (std::uint32_t r = 0; r < count; ++r) {
    run.run(20, r, {});
    look(run);
  }
}

std::uint32_t entries(const Replication& run, const char* place, std::size_t profile = 0) {
  return run.cell(run.network().find_place(place).value(), static_cast<flow::Profile>(profile))
      .entries;
}

// ---------------------------------------------------------------- who does not wait

/// M/M/1/K: who sees K - 1 waiting turns away.
TEST(Queueing, C2BalkingAtALengthIsMM1K) {
  constexpr int most = 4;
  constexpr double load = 0.9;
  Builder b;
  b.exit("home").horizon(10, 200);
  auto& clinic = b.setting("clinic", 1, exponential_days(0.1), {{"home", 1}});
  clinic.when_full.exceptions = {{{}, {}, most - 1, Policy::Lost, ""}};
  b.arrival("patients", load / 0.1, "clinic");
  Sampled blocked, queued;
  replicate(b, 24, [&](const Replication& run) {
    const auto& counters = run.setting(run.network().find_place("clinic").value()).counters;
    blocked.add(static_cast<double>(counters.lost) / run.arrivals());
    queued.add(static_cast<double>(counters.queue_ms) /
               static_cast<double>((200 * sim::day).count()));
  });
  double sum = 0, waiting = 0;
  for (int n = 0; n <= most; ++n) sum += std::pow(load, n);
  for (int n = 2; n <= most; ++n) waiting += (n - 1) * std::pow(load, n) / sum;
  blocked.expect(std::pow(load, most) / sum, 0.12);
  queued.expect(waiting, 0.12);
}

/// Two places; the old wait, the young are lost: a chain of births at both rates while there is
/// room and at the rate of the old beyond.
TEST(Queueing, C2SomeWaitAndOthersAreLost) {
  constexpr double stay = 0.1, old_per_day = 8, young_per_day = 10;
  Builder b;
  b.attribute("class", {"old", "young"}).exit("home").horizon(10, 200);
  auto& clinic = b.setting("clinic", 2, exponential_days(stay), {{"home", 1}});
  clinic.when_full.exceptions = {{cases::when("class", {"young"}), {}, 0, Policy::Lost, ""}};
  b.arrival("old", old_per_day, "clinic").attributes = cases::set("class", "old");
  b.arrival("young", young_per_day, "clinic").attributes = cases::set("class", "young");
  Sampled lost, queued;
  replicate(b, 24, [&](const Replication& run) {
    EXPECT_EQ(entries(run, "lost", 0), 0U);
    const double young = entries(run, "clinic", 1), gone = entries(run, "lost", 1);
    lost.add(gone / (gone + young));
    const auto& counters = run.setting(run.network().find_place("clinic").value()).counters;
    queued.add(static_cast<double>(counters.queue_ms) /
               static_cast<double>((200 * sim::day).count()));
  });
  const double a = (old_per_day + young_per_day) * stay, rho = old_per_day * stay / 2;
  const double at_2 = a * a / 2, beyond = at_2 / (1 - rho), all = 1 + a + beyond;
  lost.expect(beyond / all, 0.06);
  queued.expect(at_2 * rho / ((1 - rho) * (1 - rho)) / all, 0.2);
}

// ---------------------------------------------------------------- who gives up

/// One place, exponential stays, and a patience that is the own stay. Who comes is served if the work
/// before him is less than his stay; the density f of that work is a level crossing (Brill & Posner
/// 1977): f(v) = a P(S > v) + a * integral over u < v of f(u) P(S > v - u and S > u).
TEST(Queueing, C2PatienceOfTheOwnStayIsALevelCrossing) {
  constexpr double stay = 0.1, per_day = 9, step = 0.0005;
  constexpr std::size_t steps = 3000;
  Builder b;
  b.exit("home").exit("over").horizon(10, 200);
  auto& clinic = b.setting("clinic", 1, exponential_days(stay), {{"home", 1}});
  clinic.queue.leave = {{{}, std::nullopt, "over", scenarios::QueueRule::Leave::Until::OwnStay}};
  b.arrival("patients", per_day, "clinic");
  Sampled leave, busy;
  replicate(b, 24, [&](const Replication& run) {
    leave.add(static_cast<double>(entries(run, "over")) / run.arrivals());
    const auto& counters = run.setting(run.network().find_place("clinic").value()).counters;
    busy.add(static_cast<double>(counters.occupied_ms) /
             static_cast<double>((200 * sim::day).count()));
  });
  const auto above = [&](double v) { return std::exp(-v / stay); };
  std::vector<double> f;  // of an idle place's probability
  double work = 0, served = 1;
  for (std::size_t i = 0; i <= steps; ++i) {
    const double v = step * static_cast<double>(i);
    double sum = above(v);
    for (std::size_t j = 0; j < i; ++j) {
      const double u = step * static_cast<double>(j);
      sum += step * (j == 0 ? 0.5 : 1) * f[j] * above(std::max(v - u, u));
    }
    f.push_back(per_day * sum / (1 - (i == 0 ? 0 : per_day * step / 2 * above(v))));
    work += step * (i == 0 ? 0.5 : 1) * f.back();
    served += step * (i == 0 ? 0.5 : 1) * f.back() * above(v);
  }
  leave.expect(1 - served / (1 + work), 0.08);
  busy.expect(work / (1 + work), 0.06);
}

// ---------------------------------------------------------------- the start

/// M/G/infinity from its equilibrium: a Poisson number at the start, and at every time after it.
TEST(Queueing, C2APoissonCensusIsTheEquilibrium) {
  constexpr double mean = 10, waiting = 2.5;
  Builder b;
  b.exit("home").horizon(0, 3);
  b.setting("home_care", cases::unlimited, cases::gamma_days(5, 0.5), {{"home", 1}});
  b.setting("closed", 0, exponential_days(1), {{"home", 1}});
  b.arrival("patients", mean / 5, "home_care");
  b.census("home_care", mean).random = true;
  b.census("closed", 0, waiting).random = true;
  Sampled at_start, queued, after;
  replicate(b, 2000, [&](const Replication& run) {
    const auto queue = run.setting(run.network().find_place("closed").value()).queue.size();
    at_start.add(run.present_at_start() - queue);
    queued.add(queue);
    after.add(run.present() - queue);
  });
  at_start.expect(mean, 0.04);
  queued.expect(waiting, 0.08);
  after.expect(mean, 0.04);
  // The variance of the sample variance of Poisson numbers is (m + 2 m^2) / n.
  const double error = std::sqrt((mean + 2 * mean * mean) / 2000);
  EXPECT_NEAR(at_start.variance(), mean, 4 * error);
  EXPECT_NEAR(after.variance(), mean, 4 * error);
}

// ---------------------------------------------------------------- all of it at once

scenarios::Calendar by_hours(double normal, double from, double to, double value) {
  scenarios::CalendarRule rule;
  rule.hours = {from, to};
  rule.value = value;
  return {normal, {rule}};
}

/// A nursing home whose residents fall ill, two wards that close beds at night and send patients to
/// each other, and a unit by day that is reached when it is open: whoever arrives in the first three
/// weeks is gone at the end of the year.
Builder all_at_once() {
  using Until = scenarios::QueueRule::Leave::Until;
  const auto old = cases::when("age", {"old"}), young = cases::when("age", {"young"});
  const auto resident = cases::when("lives", {"here"});
  Builder b;
  b.attribute("age", {"young", "old"}).attribute("lives", {"elsewhere", "here"});
  b.exit("home").death("dead").horizon(0, 365);
  auto& ward = b.setting("ward", 0, exponential_days(1), {{"unit", 0.6}, {"home", 0.4}});
  ward.capacity = by_hours(4, 22, 6, 2);
  ward.interrupt = true;
  ward.routes.insert(ward.routes.begin(), {resident, {{"residence", 1}}});
  ward.hazards = {{{}, std::nullopt, "dead", 0.1}, {old, std::nullopt, "annexe", 0.2}};
  ward.when_full.exceptions = {{old, {"arrival"}, 2, Policy::Divert, "annexe"},
                               {young, {}, 3, Policy::Lost, ""},
                               {resident, {"nursing"}, 1, Policy::WaitOutside, ""}};
  ward.queue.leave = {{young, std::nullopt, "home", Until::OwnStay},
                      {old, exponential_days(2), "home"}};
  auto& annexe = b.setting("annexe", 2, exponential_days(1), {{"unit", 0.5}, {"home", 0.5}});
  annexe.routes.insert(annexe.routes.begin(), {resident, {{"residence", 1}}});
  annexe.when_full.exceptions = {{{}, {"arrival"}, 1, Policy::Divert, "ward"}};
  auto& unit = b.setting("unit", 0, exponential_days(0.5), {{"home", 1}});
  unit.capacity = by_hours(0, 7, 19, 3);
  unit.interrupt = true;
  unit.queue.leave = {{young, std::nullopt, "home", Until::Closing}};
  auto& nursing = b.setting("nursing", 5, exponential_days(6), {{"home", 1}});
  nursing.residence = nursing.keep_place = true;
  nursing.hazards = {{{}, std::nullopt, "ward", 0.4}};
  nursing.on_enter = {{{}, {}, cases::set("lives", "here")}};
  for (const auto* from : {"ward", "annexe"}) {
    for (const auto* to : {"unit", "nursing"}) {
      auto& move = b.move(from, to);
      move.open = by_hours(0, 9, 15, 1);
      move.claim_first = true;
      if (from == std::string_view{"ward"}) {
        move.transfer = cases::fixed(1, scenarios::TimeUnit::Hours);
      }
    }
  }
  for (const auto* to : {"ward", "annexe", "nursing"}) {
    auto& arrival = b.arrival(to, to == std::string_view{"nursing"} ? 1 : 3, to);
    arrival.attributes = cases::set("age", {{"young", 0.4}, {"old", 0.6}});
    arrival.intensity.calendar.normal = 0;
    scenarios::CalendarRule first;
    first.to = cases::day(2024, 1, 21);
    first.value = 1;
    arrival.intensity.calendar.changes = {first};
  }
  return b;
}

TEST(Queueing, C2NoPlaceIsLeftTakenAndNobodyBehind) {
  std::uint32_t interrupted = 0, lost = 0, diverted = 0, gave_up = 0;
  replicate(all_at_once(), 40, [&](const Replication& run) {
    EXPECT_GT(run.arrivals(), 50U);
    EXPECT_EQ(run.arrivals(), run.departures());
    EXPECT_EQ(run.present(), 0U);
    for (const auto s : run.network().setting.ids()) {
      const auto& setting = run.setting(s);
      EXPECT_EQ(setting.places.occupied, 0) << run.network().place_ids[s];
      EXPECT_TRUE(setting.queue.empty());
      interrupted += setting.counters.evicted;
      lost += setting.counters.lost;
      diverted += setting.counters.diverted;
      gave_up += setting.counters.left_queue;
    }
  });
  EXPECT_GT(std::min({interrupted, lost, diverted, gave_up}), 20U) << "this would not show much";
}

}  // namespace
