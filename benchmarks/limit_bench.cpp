// SPDX-License-Identifier: Apache-2.0
/// @file
/// The limit: the same work as `replication/single_server` and `replication/six_stations`, written
/// as tight loops that know nothing but that one network. No ties, no stamps, no profiles, no
/// gates, no common random numbers; what a general engine costs is the distance to these.

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>

#include "sim/stream.hpp"

namespace {

/// xoshiro256++: Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47
/// (2021) 4, doi:10.1145/3460772.
class Xoshiro {
 public:
  using result_type = std::uint64_t;
  explicit Xoshiro(std::uint64_t seed) {
    for (auto& word : state_) {
      seed += 0x9e3779b97f4a7c15U;
      word = (seed ^ (seed >> 31U)) * 0xbf58476d1ce4e5b9U;
    }
  }
  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return ~result_type{0}; }
  result_type operator()() {
    auto& s = state_;
    const result_type out = std::rotl(s[0] + s[3], 23) + s[0];
    const result_type t = s[1] << 17U;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = std::rotl(s[3], 45);
    return out;
  }
  double uniform() { return static_cast<double>((*this)() >> 11U) * 0x1p-53; }

 private:
  std::array<std::uint64_t, 4> state_{};
};

template <class Random>
double exponential(Random& random) {
  return boost::random::exponential_distribution<double>{}(random);
}

/// First come, first served, in a ring that grows to the longest queue.
class Line {
 public:
  [[nodiscard]] bool empty() const { return first_ == last_; }
  [[nodiscard]] std::size_t size() const { return last_ - first_; }
  void push(double value) {
    if (size() == ring_.size()) {
      std::vector<double> wider(ring_.size() * 2);
      for (std::size_t i = first_; i < last_; ++i) {
        wider[i & (wider.size() - 1)] = ring_[i & (ring_.size() - 1)];
      }
      ring_ = std::move(wider);
    }
    ring_[last_++ & (ring_.size() - 1)] = value;
  }
  double pop() { return ring_[first_++ & (ring_.size() - 1)]; }

 private:
  std::vector<double> ring_ = std::vector<double>(64);
  std::size_t first_ = 0, last_ = 0;
};

/// M/M/1 at load 0.75, 1,000,000 customers in time units of the mean service: two numbers are the
/// whole event list. An item is an arrival or a departure.
template <class Random>
void limit_single_server(benchmark::State& state) {
  constexpr std::int64_t customers = 1'000'000;
  Random random = [] {
    if constexpr (std::is_same_v<Random, sim::Stream>) {
      return sim::Stream(1, {});
    } else {
      return Random(1);
    }
  }();
  double mean_time = 0;
  for (auto _ : state) {
    Line line;
    double in_system = 0, next_arrival = 0, departure = 1e300;
    std::int64_t arrived = 0, served = 0;
    while (served < customers) {
      if (next_arrival < departure) {
        const double now = next_arrival;
        if (line.empty()) departure = now + exponential(random);
        line.push(now);
        next_arrival = ++arrived < customers ? now + exponential(random) / 0.75 : 1e300;
      } else {
        in_system += departure - line.pop();
        ++served;
        departure = line.empty() ? 1e300 : departure + exponential(random);
      }
    }
    mean_time = in_system / customers;
  }
  state.SetItemsProcessed(state.iterations() * 2 * customers);
  state.counters["mean_time"] = mean_time;  // 4
}
BENCHMARK(limit_single_server<sim::Stream>)
    ->Name("limit/single_server/philox")
    ->Unit(benchmark::kMillisecond);
BENCHMARK(limit_single_server<Xoshiro>)
    ->Name("limit/single_server/xoshiro")
    ->Unit(benchmark::kMillisecond);

/// Ends of stays in buckets of three hours over the whole run; the bucket of the present is sorted.
class Buckets {
 public:
  struct Entry {
    double time;
    std::uint32_t patient;
    std::uint32_t next;
  };
  explicit Buckets(double days) : heads_(static_cast<std::size_t>(days * per_day) + 1, none) {}

  void push(double time, std::uint32_t patient) {
    const auto bucket = static_cast<std::size_t>(time * per_day);
    if (bucket >= heads_.size()) return;  // after the end
    if (bucket <= current_) {
      std::size_t i = front_.size();
      front_.push_back({time, patient, none});
      for (; i > 0 && front_[i - 1].time < time; --i) front_[i] = front_[i - 1];
      front_[i] = {time, patient, none};
      return;
    }
    std::uint32_t index = free_;
    if (index == none) {
      index = static_cast<std::uint32_t>(entries_.size());
      entries_.emplace_back();
    } else {
      free_ = entries_[index].next;
    }
    entries_[index] = {time, patient, heads_[bucket]};
    heads_[bucket] = index;
    ++listed_;
  }

  /// The earliest time, or infinity.
  double next() {
    while (front_.empty()) {
      if (listed_ == 0) return 1e300;
      ++current_;
      for (auto index = heads_[current_]; index != none;) {
        const Entry entry = entries_[index];
        std::size_t i = front_.size();
        front_.push_back(entry);
        for (; i > 0 && front_[i - 1].time < entry.time; --i) front_[i] = front_[i - 1];
        front_[i] = entry;
        entries_[index].next = free_;
        free_ = index;
        index = entry.next;
        --listed_;
      }
      heads_[current_] = none;
    }
    return front_.back().time;
  }
  Entry pop() {
    const Entry entry = front_.back();
    front_.pop_back();
    return entry;
  }

 private:
  static constexpr double per_day = 8;
  static constexpr std::uint32_t none = 0xffffffffU;
  std::vector<std::uint32_t> heads_;
  std::vector<Entry> entries_;
  std::vector<Entry> front_;
  std::size_t current_ = 0, listed_ = 0;
  std::uint32_t free_ = none;
};

enum Station : std::uint8_t { Emergency, Ward, ShortTerm, HomeCare, Primary, Home };

/// The network of scenarios/examples/six-stations.json.
class SixStations {
 public:
  static constexpr double days = 7300;
  explicit SixStations(std::uint64_t seed) : random_(seed) {}

  void run() {
    double arrival = exponential(random_) / 18;
    for (;;) {
      const double end = events_.next();
      const double now = std::min(arrival, end);
      if (now >= days) break;
      ++events;
      if (arrival < end) {
        std::uint32_t patient = 0;
        if (free_.empty()) {
          patient = static_cast<std::uint32_t>(at_.size());
          at_.push_back(Home);
        } else {
          patient = free_.back();
          free_.pop_back();
        }
        arrival = now + exponential(random_) / 18;
        ask(patient, Emergency, now);
      } else {
        const auto patient = events_.pop().patient;
        const auto from = at_[patient];
        release(from, now);
        const auto to = route(from);
        if (to == Home) {
          free_.push_back(patient);
        } else {
          ask(patient, to, now);
        }
      }
    }
    for (auto& s : stations_) touch(s, days);
  }

  /// Entries per day and places in use over the second half.
  [[nodiscard]] double per_day(Station s) const {
    return static_cast<double>(stations_[s].entries) / (days / 2);
  }
  [[nodiscard]] double in_use(Station s) const { return stations_[s].area / (days / 2); }

  std::int64_t events = 0;  ///< arrivals and ends of stays

 private:
  struct State {
    std::int32_t places = 1 << 30, occupied = 0;
    std::int64_t entries = 0;
    double last = days / 2, area = 0;
    Line line;
  };

  static void touch(State& s, double now) {
    if (now > s.last) {
      s.area += s.occupied * (now - s.last);
      s.last = now;
    }
  }
  void ask(std::uint32_t patient, Station to, double now) {
    auto& s = stations_[to];
    if (s.occupied >= s.places) return s.line.push(patient);
    enter(patient, to, now);
  }
  void enter(std::uint32_t patient, Station to, double now) {
    auto& s = stations_[to];
    touch(s, now);
    ++s.occupied;
    if (now >= days / 2) ++s.entries;
    at_[patient] = to;
    events_.push(now + stay(to), patient);
  }
  void release(Station from, double now) {
    auto& s = stations_[from];
    touch(s, now);
    --s.occupied;
    if (!s.line.empty()) enter(static_cast<std::uint32_t>(s.line.pop()), from, now);
  }
  double stay(Station s) {
    switch (s) {
      case Emergency:
        return lognormal(0.3, 1.0);
      case Ward:
        return gamma(1 / 0.64, 5 * 0.64);
      case ShortTerm:
        return lognormal(12, 0.6);
      case HomeCare:
        return gamma(1 / 0.64, 40 * 0.64);
      default:
        return lognormal(250, 1.0);
    }
  }
  Station route(Station s) {
    const double u = random_.uniform();
    switch (s) {
      case Emergency:
        return u < 0.5 ? Ward : Primary;
      case Ward:
        return u < 0.14 ? ShortTerm : u < 0.49 ? HomeCare : Primary;
      case ShortTerm:
        return u < 0.5 ? HomeCare : Primary;
      case HomeCare:
        return u < 0.15 ? Emergency : u < 0.75 ? Primary : Home;
      default:
        return u < 0.1 ? Emergency : Home;
    }
  }
  double lognormal(double mean, double cv) {
    const double s2 = std::log(1 + cv * cv);
    return std::exp(std::log(mean) - s2 / 2 + std::sqrt(s2) * normal_(random_));
  }
  /// Marsaglia and Tsang, ACM TOMS 26 (2000) 363; shape > 1.
  double gamma(double shape, double scale) {
    const double d = shape - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    for (;;) {
      const double x = normal_(random_);
      const double t = 1 + c * x;
      if (t <= 0) continue;
      const double v = t * t * t;
      const double u = random_.uniform();
      const double x2 = x * x;
      if (u < 1 - 0.0331 * x2 * x2) return d * v * scale;
      if (std::log(u) < x2 / 2 + d * (1 - v + std::log(v))) return d * v * scale;
    }
  }

  Xoshiro random_;
  boost::random::normal_distribution<double> normal_;
  Buckets events_{days};
  std::array<State, 5> stations_ = [] {
    std::array<State, 5> s;
    s[Emergency].places = 12;
    s[Ward].places = 60;
    s[ShortTerm].places = 20;
    s[HomeCare].places = 200;
    return s;
  }();
  std::vector<Station> at_;
  std::vector<std::uint32_t> free_;
};

void limit_six_stations(benchmark::State& state) {
  std::uint64_t seed = 0;
  std::int64_t events = 0;
  double wards = 0, primary = 0;
  for (auto _ : state) {
    SixStations network(++seed);
    network.run();
    events += network.events;
    wards = network.in_use(Ward);
    primary = network.per_day(Primary);
  }
  state.SetItemsProcessed(events);
  state.counters["ward_in_use"] = wards;        // 51.3
  state.counters["primary_per_day"] = primary;  // 18.80
}
BENCHMARK(limit_six_stations)->Name("limit/six_stations")->Unit(benchmark::kMillisecond);

}  // namespace
