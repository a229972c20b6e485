// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/flow/network.hpp"
#include "models/flow/patient.hpp"
#include "scenarios/scenario.hpp"
#include "sim/by_day.hpp"
#include "sim/civil_date.hpp"
#include "sim/stream.hpp"

namespace care {

/// From the end of a hospital stay until the patient may leave (lag 2017:612; facts E01-E38): tasks
/// that run in parallel, each needed with a probability, each started at entry or when the patient
/// is ready, each making progress only on its days. The patient may leave when the last one is
/// done.
class DischargeProcess {
 public:
  DischargeProcess(const scenarios::Scenario& scenario, const flow::Network& network);

  struct Task {
    flow::ProfileSet when;
    sim::Table<flow::Place, bool> next;  ///< empty = any
    bool home = false;                   ///< with `next`: on the way to the residence too
    double probability = 1;
    bool from_entry = false;
    flow::TimeLaw lead;
    std::array<bool, 8> days{};  ///< by sim::DayKind
    bool every_day = true;
  };

  [[nodiscard]] bool applies(flow::Place setting) const { return applies_[setting]; }
  [[nodiscard]] std::span<const Task> tasks() const { return tasks_; }

  /// The tasks that concern a patient of this profile on the way to `next`, by their numbers.
  [[nodiscard]] std::span<const std::uint16_t> concerning(flow::Profile profile,
                                                          flow::Place next) const {
    const auto way = sim::index(profile) * destinations_ + destination(next);
    return std::span{concerning_}.subspan(first_[way], first_[way + 1] - first_[way]);
  }

  /// The moment at which `lead` of work is done when it starts at `start` and goes on on the task's
  /// days only.
  [[nodiscard]] sim::Time done(const Task& task, sim::Time start, sim::Duration lead) const;

  /// Calls `hear(i, done)` for each task i that the patient, ready now, needs. `stream_of(i)` gives
  /// the stream of the task for this patient and stay.
  template <class StreamOf, class Hear>
  void each_needed(const flow::Patient& patient, sim::Time now, StreamOf&& stream_of,
                   Hear&& hear) const {
    for (const std::size_t i : concerning(patient.profile, patient.next)) {
      const auto& task = tasks_[i];
      auto draws = stream_of(i);
      if (!draws.happens(task.probability)) continue;
      const auto start = task.from_entry ? patient.since : now;
      hear(i, done(task, start, task.lead.sample(draws)));
    }
  }

  /// When the last of them is done.
  template <class StreamOf>
  [[nodiscard]] sim::Time ready_to_leave(const flow::Patient& patient, sim::Time now,
                                         StreamOf&& stream_of) const {
    auto latest = now;
    each_needed(patient, now, stream_of,
                [&](std::size_t, sim::Time done) { latest = std::max(latest, done); });
    return latest;
  }

 private:
  void list_concerning(const flow::Network& network);
  /// Places, and the residence as the last.
  [[nodiscard]] std::size_t destination(flow::Place next) const {
    return next == flow::to_residence ? destinations_ - 1 : sim::index(next);
  }

  sim::Table<flow::Place, bool> applies_;
  sim::ByDay<sim::DayKind> kinds_;
  std::vector<Task> tasks_;
  std::size_t destinations_ = 0;
  std::vector<std::uint32_t> first_;       // by profile and destination, and the end
  std::vector<std::uint16_t> concerning_;  // numbers of tasks
  sim::Time late_{};  ///< so long after the run that days need not be told apart
};

}  // namespace care
