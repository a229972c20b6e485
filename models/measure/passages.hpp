// SPDX-License-Identifier: Apache-2.0
/// @file
/// Passages: how long patients take from one point of the pathway to another, as distributions.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/flow/ids.hpp"
#include "models/flow/vocabulary.hpp"
#include "models/measure/catalogue_builder.hpp"
#include "models/measure/outcome.hpp"
#include "models/measure/recorder.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// A compiled passage: whose it is, where its clock starts and stops, and where its figures lie.
struct PassagePlan {
  enum class From : std::uint8_t { Arrival, Entered, Ready, Left };
  From start = From::Entered;
  sim::Table<flow::Place, bool> from, to;           ///< settings; settings and exits
  flow::ProfileSet concerns;                        ///< by the profile when the clock starts
  std::vector<std::int64_t> within_ms;              ///< limits to count those within
  Slot ended = no_slot, any = no_slot;              ///< how many have ended; whether any: 1 or 0
  Slot sum_ms = no_slot, first_quantile = no_slot;  ///< see passage_quantiles
  Slot first_within = no_slot;                      ///< by within_ms
  Slot under_way = no_slot;                         ///< whose clock runs at the end
};

/// The quantiles that are told of a passage, in parts of a hundred.
inline constexpr std::array passage_quantiles{50, 90, 95};

/// Compiles the scenario's passages and adds their figures, in the group of measures: <name> the mean,
/// <name>.p50 and so on, <name>.within_4h, <name>.ended, <name>.under_way.
[[nodiscard]] std::vector<PassagePlan> add_passages(CatalogueBuilder& to);

/// Writes what the passages of one replication came to. Sorts `lengths`, in ms.
void record_lengths(const PassagePlan& plan, std::vector<std::int64_t>& lengths, Recorder& record);

}  // namespace care
