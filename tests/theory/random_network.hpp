// SPDX-License-Identifier: Apache-2.0
/// @file
/// Small networks drawn at random from a seed, with everything the flow layer offers mixed freely:
/// for properties that must hold whatever the scenario.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/stream.hpp"
#include "tests/models/scenario_builder.hpp"

namespace theory {

class RandomNetwork {
 public:
  /// Settings are called <prefix>0, <prefix>1, ...
  explicit RandomNetwork(std::uint32_t number, std::string prefix = "s")
      : stream_(20240229, {.replication = 0, .family = 1, .serial = number}),
        prefix_(std::move(prefix)) {}

  [[nodiscard]] scenarios::Scenario make() {
    builder_.attribute("class", {"a", "b", "c"}).exit("home").exit("elsewhere").death("death");
    builder_.horizon(below(2) * 15, 40 + below(60));
    count_ = 2 + below(5);
    for (int i = 0; i < count_; ++i) ids_.push_back(prefix_ + std::to_string(i));
    for (int i = 0; i < count_; ++i) add_setting(i);
    if (chance(0.4)) share_places();
    for (int i = 0; i < count_ + 2; ++i) add_move();
    const int sources = 1 + below(3);
    for (int i = 0; i < sources; ++i) add_arrival(i);
    for (int i = below(3); i > 0; --i) add_census();
    return builder_.scenario();
  }

 private:
  [[nodiscard]] int below(int n) {
    return static_cast<int>(stream_.below(static_cast<std::uint32_t>(n)));
  }
  [[nodiscard]] bool chance(double p) { return stream_.happens(p); }
  [[nodiscard]] double between(double low, double high) {
    return low + (high - low) * stream_.uniform();
  }
  [[nodiscard]] const std::string& any() { return ids_[static_cast<std::size_t>(below(count_))]; }

  [[nodiscard]] scenarios::DistributionSpec length(double longest) {
    const double mean = between(0.1, longest);
    switch (below(5)) {
      case 0:
        return cases::fixed_days(mean);
      case 1:
        return cases::gamma_days(mean, between(0.3, 1.5));
      case 2:
        return cases::lognormal_days(mean, between(0.3, 1.5));
      case 3:
        return cases::uniform_days(0, 2 * mean);
      default:
        return cases::exponential_days(mean);
    }
  }

  [[nodiscard]] scenarios::Condition condition() {
    if (chance(0.5)) return {};
    return cases::when(
        "class", chance(0.5) ? std::vector<std::string>{"a"} : std::vector<std::string>{"b", "c"});
  }

  [[nodiscard]] scenarios::Assignment change() {
    return cases::set("class", {{"a", 0.4}, {"b", 0.3}, {"c", 0.3}});
  }

  [[nodiscard]] cases::Shares routes() {
    cases::Shares to{{"home", between(0.2, 1)}};
    if (chance(0.3)) to.emplace_back("death", between(0.05, 0.3));
    for (int i = below(3); i > 0; --i) {
      const auto& other = any();
      if (std::ranges::none_of(to, [&](const auto& t) { return t.first == other; })) {
        to.emplace_back(other, between(0.1, 0.5));
      }
    }
    double sum = 0;
    for (const auto& way : to) sum += way.second;
    for (auto& way : to) way.second /= sum;
    return to;
  }

  [[nodiscard]] scenarios::Calendar gate() {
    scenarios::CalendarRule open;
    open.days = {sim::DayKind::Mon, sim::DayKind::Tue, sim::DayKind::Wed};
    open.hours = {8, 15};
    open.value = 1;
    return {0, {open}};
  }

  /// Some take places of others that take none and are not cut.
  void share_places() {
    auto& settings = builder_.scenario().settings;
    for (auto& [name, setting] : settings) {
      const auto& [of, other] = settings[static_cast<std::size_t>(below(count_))];
      if (of == name || !other.takes.empty() || other.evict || other.interrupt == true) continue;
      const bool is_taken = std::ranges::any_of(settings, [&, id = name](const auto& s) {
        return std::ranges::any_of(s.second.takes, [&](const auto& row) { return row.of == id; });
      });
      if (!is_taken && chance(0.6)) setting.takes.push_back({condition(), of, 1 + below(2)});
    }
  }

  void add_setting(int i) {
    const bool unlimited = chance(0.25);
    const int places = 1 + below(6);
    auto& s = builder_.setting(ids_[static_cast<std::size_t>(i)],
                               unlimited ? cases::unlimited : places, length(6), routes());
    if (!unlimited && chance(0.3)) {
      s.capacity =
          cases::places(places, cases::day(2024, 1, 20), cases::day(2024, 2, 5), below(places + 3));
      s.evict = chance(0.5);
    }
    set_policy(i, s);
    if (chance(0.3)) s.queue.ranks = {{cases::when("class", {"c"}), 0}, {condition(), 2}};
    if (chance(0.4)) s.queue.leave.push_back({condition(), length(3), "elsewhere"});
    if (chance(0.2)) s.queue.leave.push_back({condition(), length(3), any()});
    if (chance(0.3)) s.hazards.push_back({condition(), between(5, 60), any()});
    if (chance(0.2)) s.hazards.push_back({condition(), between(5, 30), "death"});
    if (chance(0.3)) s.changes.push_back({condition(), between(10, 100), change()});
    if (chance(0.3)) s.on_enter.push_back({condition(), {any(), "arrival"}, change()});
    if (chance(0.25)) {
      s.residence = true;
      s.keep_place = chance(0.5);
    }
  }

  void set_policy(int i, scenarios::Setting& s) {
    using Policy = scenarios::WhenFull::Policy;
    switch (below(5)) {
      case 0:
        s.when_full.policy = Policy::Lost;
        break;
      case 1:
        s.when_full.policy = Policy::WaitOutside;
        break;
      case 2:
        s.when_full.policy = Policy::Overflow;
        s.when_full.places = below(4);
        break;
      case 3:
        s.when_full.policy = Policy::Divert;
        s.when_full.to = ids_[static_cast<std::size_t>((i + 1 + below(count_ - 1)) % count_)];
        break;
      default:
        break;
    }
  }

  void add_move() {
    const auto from = chance(0.2) ? std::string{"*"} : chance(0.2) ? "arrival" : any();
    const auto to = chance(0.2) ? std::string{"*"} : any();
    if (std::ranges::any_of(builder_.scenario().moves,
                            [&](const auto& m) { return m.first == from + "->" + to; })) {
      return;
    }
    auto& move = builder_.move(from, to);
    if (chance(0.6)) move.transfer = length(0.5);
    move.hold_place = chance(0.5);
    if (chance(0.3)) move.open = gate();
  }

  void add_arrival(int i) {
    const auto id = "source " + std::to_string(i);
    auto& arrival = chance(0.7)
                        ? builder_.arrival(id, between(0.3, 3), any())
                        : builder_.appointments(id, {between(0, 12), between(12, 24)}, any());
    if (chance(0.3)) arrival.intensity.by_weekday = {2, 1, 1, 1, 1, 0.5, 0.5};
    if (chance(0.3)) arrival.batch = cases::uniform_days(0, 3);
    if (arrival.kind == scenarios::Arrival::Kind::Scheduled) arrival.show_up = between(0.3, 1);
    if (chance(0.7)) arrival.attributes = change();
  }

  void add_census() {
    auto& row = builder_.census(any(), below(5), 0);
    const auto& settings = builder_.scenario().settings;
    const auto& setting =
        std::ranges::find(settings, row.setting, [](const auto& s) { return s.first; })->second;
    if (setting.capacity.normal <= 4) row.waiting = below(4);
    row.attributes = change();
  }

  sim::Stream stream_;
  std::string prefix_;
  cases::Builder builder_;
  int count_ = 0;
  std::vector<std::string> ids_;
};

}  // namespace theory
