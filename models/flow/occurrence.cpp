// SPDX-License-Identifier: Apache-2.0
#include "models/flow/occurrence.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "models/flow/journeys.hpp"

namespace flow {
namespace {

class Follower {
 public:
  Follower(const Network& network, std::span<const Outside::Move> moves)
      : net_(network),
        moves_(moves),
        occurs_(network.places * network.vocabulary.profiles()),
        asked_(network.ways() * network.vocabulary.profiles()),
        homes_(network.settings),
        exists_(network.vocabulary.profiles()) {
    find_homes();
  }

  Occurrence follow() {
    for (const auto& source : net_.sources) follow_source(source);
    for (const auto& row : net_.census) follow_census(row);
    while (!open_.empty()) {
      const auto [place, profile] = open_.back();
      open_.pop_back();
      follow_stay(place, profile);
    }
    return result();
  }

 private:
  void find_homes() {
    for (const auto s : net_.setting.ids()) homes_[s] = net_.setting[s].residence;
    const auto add = [&](Place home) {
      if (home != nowhere) homes_[home] = true;
    };
    for (const auto& source : net_.sources) add(source.residence);
    for (const auto& row : net_.census) add(row.residence);
  }

  void follow_source(const Source& source) {
    const auto send = [&](Profile listed) {
      for (const auto& [profile, share] :
           spread(net_, net_.assignments[source.assignment], listed)) {
        ask(nowhere, profile, source.to);
      }
    };
    if (source.is_drawn()) send(source.profile);
    for (const auto& listed : source.times) send(listed.profile);
  }

  void follow_census(const CompiledCensus& row) {
    for (const auto& [profile, share] :
         spread(net_, net_.assignments[row.assignment], row.profile)) {
      if (row.count > 0) be_in(row.setting, profile);
      if (row.waiting > 0) ask(row.residence, profile, row.setting);
    }
  }

  void be_in(Place place, Profile profile) {
    const auto cell = net_.at(place, profile);
    if (occurs_[cell]) return;
    occurs_[cell] = true;
    exists_[profile] = true;
    if (net_.is_setting(place)) open_.emplace_back(place, profile);
  }

  /// Somebody who is in a place wants to go to another.
  void ask(Place from, Profile profile, Place to) {
    if (to == to_residence) {
      for (const auto home : net_.setting.ids()) {
        if (homes_[home]) ask_for(from, profile, home);
      }
    } else if (net_.is_setting(to)) {
      for (const auto& [place, share] : net_.joined(from, to)) ask_for(from, profile, place);
    }
  }

  /// Comes in, or is sent elsewhere because it is full or the request refused.
  void ask_for(Place from, Profile profile, Place to) {
    const auto way = net_.way(from, to) * net_.vocabulary.profiles() + sim::index(profile);
    if (asked_[way]) return;
    asked_[way] = true;
    exists_[profile] = true;
    come_in(from, profile, to);
    const auto& setting = net_.setting[to];
    for (const auto& move : moves_) {
      if (move.from == to) ask(from, profile, move.to);
    }
    if (setting.never_full()) return;
    setting.each_answer(profile, from, [&](const FullAnswer& answer) {
      if (answer.divert_to != nowhere) ask(from, profile, answer.divert_to);
    });
    for (const auto& leave : setting.leave) {
      if (leave.when[profile]) ask(from, profile, leave.to);
    }
  }

  void come_in(Place from, Profile profile, Place to) {
    std::vector<Profile> as{profile};
    for (const auto& rule : net_.setting[to].on_enter) {
      if (!rule.from.empty() && std::ranges::find(rule.from, from) == rule.from.end()) continue;
      std::vector<Profile> after;
      for (const auto before : as) {
        if (!rule.when[before]) {
          after.push_back(before);
          continue;
        }
        for (const auto& [changed, share] :
             spread(net_, net_.assignments[rule.assignment], before)) {
          after.push_back(changed);
        }
      }
      std::ranges::sort(after);
      after.erase(std::unique(after.begin(), after.end()), after.end());
      as = std::move(after);
    }
    for (const auto each : as) be_in(to, each);
  }

  /// All that one in a setting may want, or become there. Who changes while waiting for a place goes on
  /// waiting for it.
  void follow_stay(Place s, Profile profile) {
    const auto become = changes_of(s, profile);
    for (const auto each : become) be_in(s, each);
    const auto go = [&](Place to) {
      for (const auto each : become) ask(s, each, to);
    };
    if (!net_.routes.empty()) {
      for (const auto& option : net_.route(s, profile).to.options) {
        if (option.probability > 0 && option.value != stays_on) go(option.value);
      }
    }
    for (const auto& cause : causes_of(net_, s, profile)) {
      if (cause.to != nowhere) go(cause.to);
    }
    if (net_.setting[s].interrupt) go(s);
    for (const auto& move : moves_) {
      if (move.from == s) go(move.to);
    }
  }

  /// What a profile may become in a setting, itself first.
  [[nodiscard]] std::vector<Profile> changes_of(Place s, Profile profile) const {
    std::vector<Profile> all{profile};
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (const auto& cause : causes_of(net_, s, all[i])) {
        if (cause.to != nowhere) continue;
        for (const auto& [changed, share] :
             spread(net_, net_.assignments[cause.assignment], all[i])) {
          if (std::ranges::find(all, changed) == all.end()) all.push_back(changed);
        }
      }
    }
    return all;
  }

  [[nodiscard]] Occurrence result() const {
    Occurrence found;
    for (const auto place : net_.place_ids.ids()) {
      for (const auto profile : net_.vocabulary.each_profile()) {
        const auto cell = net_.at(place, profile);
        if (net_.is_exit(place) || occurs_[cell]) {
          found.cells.push_back(static_cast<std::uint32_t>(cell));
        }
        if (net_.is_setting(place) && homes_[place] && exists_[profile]) {
          found.resident_cells.push_back(static_cast<std::uint32_t>(cell));
        }
      }
    }
    return found;
  }

  const Network& net_;
  std::span<const Outside::Move> moves_;
  std::vector<bool> occurs_;  // by Network::at
  std::vector<bool> asked_;   // by way and profile
  sim::Table<Place, bool> homes_;
  sim::Table<Profile, bool> exists_;
  std::vector<std::pair<Place, Profile>> open_;  // found, and not followed
};

}  // namespace

Occurrence find_occurrence(const Network& network, std::span<const Outside::Move> moves) {
  return Follower(network, moves).follow();
}

}  // namespace flow
