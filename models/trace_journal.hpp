// SPDX-License-Identifier: Apache-2.0
/// @file
/// Writes down what happens to one patient, in words. Used by models/trace.cpp only.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "models/trace.hpp"
#include "sim/stream.hpp"

namespace care {

/// State of a setting when somebody asks for a place there.
struct RoomNow {
  std::int32_t occupied = 0;
  std::int32_t capacity = 0;
  std::uint32_t queued = 0;
};

class Journal {
 public:
  Journal(const Model& model, PatientId who) : model_(model), who_(who) {}

  [[nodiscard]] bool follows(const flow::Patient& p) const {
    return p.serial == who_.serial && p.family == who_.family;
  }

  /// How to look at a setting during the run.
  void watch(std::function<RoomNow(flow::Place)> room) { room_ = std::move(room); }

  void note(const flow::Patient& p, sim::Time now, flow::Note what, flow::Place place,
            std::string_view pointer, sim::Duration length);
  void entered(const flow::Patient& p, sim::Time now);
  void left(const flow::Patient& p, flow::Place destination, sim::Time now);
  void profile_changed(const flow::Patient& p, sim::Time now);
  /// `stream_of(i)`: the stream of discharge task i for this patient and stay.
  void prepares(const flow::Patient& p, sim::Time now,
                const std::function<sim::Stream(std::size_t)>& stream_of);

  [[nodiscard]] std::vector<TraceStep> finish() { return std::move(steps_); }

 private:
  using Text = scenarios::Text;

  TraceStep& step(sim::Time now, TraceStep::Kind kind, flow::Place place, Text text);
  void describe(TraceStep& step, const flow::Patient& p, flow::Place place,
                std::string_view pointer);
  void describe_stay(TraceStep& step, const flow::Patient& p);
  void describe_full(TraceStep& step, flow::Place place) const;
  void describe_shared(TraceStep& step, flow::Place place) const;
  void describe_waiting(TraceStep& step, const flow::Patient& p, flow::Place place) const;
  void describe_gate(TraceStep& step, const flow::Patient& p, flow::Place place) const;
  void describe_harm(TraceStep& step, const flow::Patient& p, flow::Place place) const;
  void describe_change(TraceStep& step, const flow::Patient& p);
  void plan_visits(const flow::Patient& p, sim::Time now);

  [[nodiscard]] Text place_name(const flow::Patient& p, flow::Place place) const;
  [[nodiscard]] Text value_name(std::size_t attribute, std::size_t value) const;
  /// ": age 80_plus, need 2"; empty where everybody is alike.
  [[nodiscard]] Text who_text(flow::Profile profile) const;
  [[nodiscard]] std::string setting_pointer(flow::Place place, std::string_view member) const;
  void point_at_capacity(TraceStep& step, flow::Place place) const;

  const Model& model_;
  PatientId who_;
  std::function<RoomNow(flow::Place)> room_;
  std::vector<TraceStep> steps_;
  flow::Profile profile_ = flow::default_profile;  // as last described
  sim::Time discharged_{-sim::forever};  // last live discharge from the readmission setting
};

}  // namespace care
