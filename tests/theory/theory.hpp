// SPDX-License-Identifier: Apache-2.0
/// @file
/// Shared by the theory tests: runs a scenario of the flow layer a number of times at a fixed seed,
/// and reads what it counted; ladder.hpp compares the mean over replications with an exact value.
///
///   const theory::Claim claim{theory::Group::Waiting, "3 places, load 0.85"};
///   const auto r = theory::sample(b.scenario(), {theory::wait_days("clinic")});
///   EXPECT_TRUE(claim.agrees("mean wait, days", r[0], exact));
#pragma once

#include <cmath>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/flow/network.hpp"
#include "models/flow/simulation.hpp"
#include "sim/intervals.hpp"
#include "tests/models/scenario_builder.hpp"

namespace theory {

// ---------------------------------------------------------------- looking on

/// Persons of one setting at one moment.
struct Level {
  std::int32_t present = 0, queued = 0, occupied = 0, ready = 0;
};

/// Reads all settings at the snapshot times of a run.
struct Probe : flow::NoExtension {
  std::vector<sim::Table<flow::Place, Level>> levels;  ///< of settings, by snapshot

  template <class Simulation>
  void snapshot(Simulation& simulation, std::uint32_t index, sim::Time) {
    const auto& network = simulation.network();
    if (levels.size() <= index) levels.resize(index + 1);
    auto& row = levels[index];
    row.assign(network.settings, {});
    for (const auto place : network.setting.ids()) {
      for (const auto profile : network.vocabulary.each_profile()) {
        const auto& cell = simulation.cell(place, profile);
        row[place].present += cell.present;
        row[place].ready += cell.ready;
      }
      row[place].occupied = simulation.setting(place).places.occupied;
      row[place].queued = static_cast<std::int32_t>(simulation.setting(place).queue.size());
    }
  }
};

/// One line of a patient's journey.
struct Step {
  std::uint32_t family = 0, serial = 0;
  flow::Profile profile{};
  sim::Time time{};
  flow::Note what{};
  flow::Place place = flow::nowhere;
  sim::Duration length{};
  std::string pointer;

  friend bool operator==(const Step&, const Step&) = default;
};

/// Hears every note, or none.
struct Listener {
  static constexpr bool enabled = true;
  std::function<void(const Step&)> hear;

  void note(const flow::Patient& p, sim::Time now, flow::Note what, flow::Place place,
            std::string_view pointer, sim::Duration length) const {
    if (!hear) return;
    hear({p.family, p.serial, p.profile, now, what, place, length, std::string{pointer}});
  }
};

using Simulation = flow::Simulation<Probe, Listener>;

}  // namespace theory

extern template class flow::Simulation<theory::Probe, theory::Listener>;  // in theory.cpp

namespace theory {

// ---------------------------------------------------------------- running

struct Plan {
  std::uint32_t replications = 40;
  std::uint64_t seed = 1917;  ///< the year of Erlang's formulas
};

/// What is read from a replication when it has ended.
using Reader = std::function<double(const Simulation&)>;

/// Values by reader and replication.
using Samples = std::vector<std::vector<double>>;

[[nodiscard]] Samples sample(const scenarios::Scenario& scenario,
                             const std::vector<Reader>& readers, Plan plan = {});

/// The moment so many days after the start of the run.
[[nodiscard]] inline sim::Time at_day(const scenarios::Scenario& scenario, double days) {
  return sim::Time{scenario.horizon.start} + sim::from_days(days);
}

using LevelReader = std::function<double(const Level&)>;

/// Values of one setting by moment (days after the start, increasing) and replication.
[[nodiscard]] Samples sample_at(const scenarios::Scenario& scenario, const std::string& setting,
                                std::span<const double> days, const LevelReader& read,
                                Plan plan = {});

/// Every note of one replication, in order.
[[nodiscard]] std::vector<Step> journey(const scenarios::Scenario& scenario,
                                        std::uint32_t replication = 0, Plan plan = {});

/// Calls hear() for every note of every replication and end() after each.
void listen(const scenarios::Scenario& scenario, const Plan& plan,
            const std::function<void(const Step&)>& hear, const std::function<void()>& end);

// ---------------------------------------------------------------- reading

[[nodiscard]] inline flow::Place place_of(const Simulation& s, const std::string& id) {
  return s.network().find_place(id).value();
}
[[nodiscard]] inline const flow::SettingCounters& counters(const Simulation& s,
                                                           const std::string& id) {
  return s.setting(place_of(s, id)).counters;
}
[[nodiscard]] inline double measured_ms(const Simulation& s) {
  return static_cast<double>((s.network().end - s.network().measured_from).count());
}
[[nodiscard]] inline double share(double part, double whole) {
  return whole > 0 ? part / whole : 0;
}

/// Sum of a field of flow::Cell over the profiles of a place.
template <class Field>
[[nodiscard]] double sum_cells(const Simulation& s, const std::string& id, Field flow::Cell::*f) {
  double sum = 0;
  for (const auto profile : s.network().vocabulary.each_profile()) {
    sum += static_cast<double>(s.cell(place_of(s, id), profile).*f);
  }
  return sum;
}

/// Mean wait of those who got a place, in days.
[[nodiscard]] inline Reader wait_days(std::string id) {
  return [id = std::move(id)](const Simulation& s) {
    const auto& c = counters(s, id);
    return share(static_cast<double>(c.wait_ms), c.served) / 86'400'000.0;
  };
}
/// Share of those who got a place that had to wait.
[[nodiscard]] inline Reader waited_share(std::string id) {
  return [id = std::move(id)](const Simulation& s) {
    const auto& c = counters(s, id);
    return share(c.waited, c.served);
  };
}
/// Mean number of places in use.
[[nodiscard]] inline Reader occupied(std::string id) {
  return [id = std::move(id)](const Simulation& s) {
    return static_cast<double>(counters(s, id).occupied_ms) / measured_ms(s);
  };
}
/// Mean number of places in use above the capacity.
[[nodiscard]] inline Reader overflow(std::string id) {
  return [id = std::move(id)](const Simulation& s) {
    return static_cast<double>(counters(s, id).overflow_ms) / measured_ms(s);
  };
}
/// Mean number in the queue.
[[nodiscard]] inline Reader queued(std::string id) {
  return [id = std::move(id)](const Simulation& s) {
    return static_cast<double>(counters(s, id).queue_ms) / measured_ms(s);
  };
}
/// Mean number in place and in the queue (where those who wait hold no place here).
[[nodiscard]] inline Reader in_system(std::string id) {
  return [id = std::move(id)](const Simulation& s) {
    const auto& c = counters(s, id);
    return static_cast<double>(c.occupied_ms + c.queue_ms) / measured_ms(s);
  };
}
/// Mean number of patients present, ready ones included.
[[nodiscard]] inline Reader present(std::string id) {
  return [id = std::move(id)](const Simulation& s) {
    return sum_cells(s, id, &flow::Cell::present_ms) / measured_ms(s);
  };
}
/// Mean number of patients present of one profile, by its number.
[[nodiscard]] inline Reader present_of(std::string id, std::uint16_t number) {
  return [id = std::move(id), profile = flow::Profile{number}](const Simulation& s) {
    return static_cast<double>(s.cell(place_of(s, id), profile).present_ms) / measured_ms(s);
  };
}
/// Mean number of patients whose stay has ended and who are still there.
[[nodiscard]] inline Reader ready(std::string id) {
  return [id = std::move(id)](const Simulation& s) {
    return sum_cells(s, id, &flow::Cell::ready_ms) / measured_ms(s);
  };
}
/// Entries per day, into a setting or an exit.
[[nodiscard]] inline Reader entries_per_day(std::string id) {
  return [id = std::move(id)](const Simulation& s) {
    return sum_cells(s, id, &flow::Cell::entries) / measured_ms(s) * 86'400'000.0;
  };
}
/// Share of those who asked for a place that were refused.
[[nodiscard]] inline Reader lost_share(std::string id) {
  return [id = std::move(id)](const Simulation& s) {
    const auto& c = counters(s, id);
    return share(c.lost, static_cast<double>(c.lost) + c.served);
  };
}
/// Share of those who asked for a place that gave up waiting.
[[nodiscard]] inline Reader reneged_share(std::string id) {
  return [id = std::move(id)](const Simulation& s) {
    const auto& c = counters(s, id);
    return share(c.left_queue, static_cast<double>(c.left_queue) + c.served);
  };
}
/// Share of time with exactly so many places in use.
[[nodiscard]] inline Reader time_at(std::string id, std::size_t level) {
  return [id = std::move(id), level](const Simulation& s) {
    const auto& at = counters(s, id).at_level_ms;
    return level < at.size() ? static_cast<double>(at[level]) / measured_ms(s) : 0.0;
  };
}
/// Mean number of persons who live in a residence, away or not.
[[nodiscard]] inline Reader residents(std::string id) {
  return [id = std::move(id)](const Simulation& s) {
    double sum = 0;
    for (const auto profile : s.network().vocabulary.each_profile()) {
      sum += static_cast<double>(s.resident_cell(place_of(s, id), profile).resident_ms);
    }
    return sum / measured_ms(s);
  };
}
/// Share of the entries into `whole` (places) that go into `part`.
[[nodiscard]] inline Reader exit_share(std::string part, std::vector<std::string> whole) {
  return [part = std::move(part), whole = std::move(whole)](const Simulation& s) {
    double all = 0;
    for (const auto& id : whole) all += sum_cells(s, id, &flow::Cell::entries);
    return share(sum_cells(s, part, &flow::Cell::entries), all);
  };
}

// ---------------------------------------------------------------- comparing

/// How far the mean lies from the truth, in standard errors.
[[nodiscard]] double t_statistic(std::span<const double> values, double truth);

// ---------------------------------------------------------------- formulas

/// Erlang's loss formula: probability that all c places are taken, offered load a = arrival rate
/// times mean stay. By the recursion B(c) = a B(c-1) / (c + a B(c-1)).
[[nodiscard]] inline double erlang_b(int c, double a) {
  double b = 1;
  for (int k = 1; k <= c; ++k) b = a * b / (k + a * b);
  return b;
}

/// Erlang's delay formula: probability of having to wait in M/M/c, a < c.
[[nodiscard]] inline double erlang_c(int c, double a) {
  const double b = erlang_b(c, a);
  return b / (1 - a / c * (1 - b));
}

/// Mean wait in M/M/c in units of the mean stay.
[[nodiscard]] inline double mmc_wait(int c, double a) { return erlang_c(c, a) / (c - a); }

/// P(N = k), Poisson.
[[nodiscard]] inline double poisson(int k, double mean) {
  return std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0));
}

/// Probability that exactly k of c places are in use in M/M/c, k < c.
[[nodiscard]] inline double mmc_level(int k, int c, double a) {
  // Relative to the loss system: the states below c keep their proportions.
  double sum = 0, term = 1, at_k = 0;
  for (int i = 0; i < c; ++i) {
    if (i > 0) term *= a / i;
    sum += term;
    if (i == k) at_k = term;
  }
  return at_k / sum * (1 - erlang_c(c, a));
}

}  // namespace theory
