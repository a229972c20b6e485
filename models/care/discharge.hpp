// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <tuple>
#include <vector>

#include "models/care/blocking.hpp"
#include "models/care/recording.hpp"
#include "models/model.hpp"

namespace care {

/// The room of what must be done before a patient who is ready may leave hospital, and of what his days
/// there waited for.
///
/// **Episodes.** While a patient is ready in a setting with tasks of discharge, it is remembered when each task that
/// he needs is done. When he leaves, or the run ends, his time is dealt out by cause: equally to the
/// tasks that were not done at each moment; then to the way, until a place was asked for; then to the
/// lack of a place where he waited. A place that is held while the way there is closed counts as waited for.
class Discharge {
 public:
  explicit Discharge(const Model& model)
      : process_(&model.discharge()),
        plan_(&model.blocked()),
        width_(process_->tasks().size() + 1) {}  // the tasks and the talks

  template <class Simulation>
  void begin(Simulation& simulation) {
    counted_from_ = simulation.network().start;
    episodes_.clear();
    free_.clear();
  }

  template <class Simulation>
  void warm_up_ended(Simulation&, sim::Time now) {
    counted_from_ = now;
  }

  template <class Simulation>
  void ready_begins(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    if (process_->applies(simulation.patient(slot).at)) open(slot) = {now, 0};
  }

  template <class Simulation>
  void ready_ends(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    if (!process_->applies(simulation.patient(slot).at)) return;
    add_up(simulation, slot, now);
    free_.push_back(episode_of_[slot]);
  }

  template <class Simulation>
  sim::Duration preparation(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    const auto& p = simulation.patient(slot);
    if (!process_->applies(p.at)) return sim::Duration::zero();
    auto leaves = now;
    process_->each_needed(
        p, now,
        [&](std::size_t task) {
          return simulation.stream(p, flow::Purpose::Preparation, p.occasion, task);
        },
        [&](std::size_t task, sim::Time done) {
          leaves = std::max(leaves, done);
          await(slot, static_cast<Cause>(task), done, now);
        });
    return leaves - now;
  }

  /// The parties talk about a ready patient until a time.
  void await_talks(flow::PatientSlot slot, sim::Time until, sim::Time now) {
    await(slot, plan_->talks(), until, now);
  }

  template <class Simulation>
  void finish(Simulation& simulation) {
    if (plan_->causes == 0) return;
    const auto end = simulation.network().end;
    for (const auto slot : simulation.slots()) {
      const auto& p = simulation.patient(slot);
      const bool is_there = p.phase != flow::Phase::Free && p.at != flow::nowhere;
      if (!is_there || p.phase == flow::Phase::InCare || !process_->applies(p.at)) continue;
      add_up(simulation, slot, end);
    }
    check_sums(simulation);
  }

 private:
  /// Of one who is ready.
  struct Episode {
    sim::Time since{};
    std::uint32_t undone = 0;  ///< how many of its row
  };

  Episode& open(flow::PatientSlot slot) {
    if (!episode_of_.contains(slot)) episode_of_.resize(sim::index(slot) + 1);
    if (free_.empty()) {
      free_.push_back(static_cast<std::uint32_t>(episodes_.size()));
      episodes_.emplace_back();
      if (undone_.size() < episodes_.size() * width_) undone_.resize(episodes_.size() * width_);
    }
    episode_of_[slot] = free_.back();
    free_.pop_back();
    return episodes_[episode_of_[slot]];
  }

  [[nodiscard]] std::span<Undone> row(std::uint32_t episode) {
    return std::span{undone_}.subspan(episode * width_, width_);
  }

  void await(flow::PatientSlot slot, Cause cause, sim::Time until, sim::Time now) {
    if (until <= now) return;
    const auto number = episode_of_[slot];
    row(number)[episodes_[number].undone++] = {cause, until};
  }

  template <class Simulation>
  void add_up(Simulation& simulation, flow::PatientSlot slot, sim::Time until) {
    const auto& p = simulation.patient(slot);
    const auto number = episode_of_[slot];
    const auto from = std::max(episodes_[number].since, counted_from_);
    if (until <= from) return;
    const auto undone = row(number).first(episodes_[number].undone);
    std::ranges::sort(undone, {},
                      [](const Undone& one) { return std::tuple(one.done, one.cause); });
    auto& record = record_of(simulation);
    const Slot first = plan_->first[p.at];
    const auto hear = [&](Cause cause, sim::Duration length) {
      record.total(first + cause) += length.count();
    };
    const auto done = deal_out(from, until, undone, hear);
    const bool waits = p.phase == flow::Phase::Queued || p.phase == flow::Phase::HasPlace;
    const auto asked = waits ? std::clamp(p.ends, done, until) : until;
    hear(plan_->way(), asked - done);
    if (waits) hear(plan_->place(p.next), until - asked);
  }

  /// Counts settings in which the causes do not add up to the time of those who were ready.
  template <class Simulation>
  void check_sums(Simulation& simulation) {
    auto& record = record_of(simulation);
    for (const auto s : simulation.network().setting.ids()) {
      if (!plan_->counts(s)) continue;
      std::int64_t ready = 0, blocked = 0;
      for (const auto profile : simulation.network().vocabulary.each_profile()) {
        ready += simulation.cell(s, profile).ready_ms;
      }
      for (Cause cause = 0; cause < plan_->causes; ++cause) {
        blocked += record.total(plan_->first[s] + cause);
      }
      if (ready != blocked) ++record.total(plan_->audit);
    }
  }

  const DischargeProcess* process_;
  const BlockedPlan* plan_;
  std::size_t width_;
  sim::Time counted_from_{};
  sim::Table<flow::PatientSlot, std::uint32_t> episode_of_;  // of those who are ready
  std::vector<Episode> episodes_;
  std::vector<Undone> undone_;       // by episode, so many at most
  std::vector<std::uint32_t> free_;  // episodes that have ended
};

}  // namespace care
