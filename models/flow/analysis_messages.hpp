// SPDX-License-Identifier: Apache-2.0
// The findings of the static analysis in words.
#pragma once

#include <string>
#include <vector>

#include "models/flow/analysis.hpp"
#include "models/flow/journeys.hpp"

namespace flow::messages {

using Ids = std::vector<std::string>;

/// A number in both languages: three figures that count, a decimal comma in Swedish.
[[nodiscard]] words::Text number(double value);
/// A share as "83.3 %".
[[nodiscard]] words::Text percent(double share);

/// "a → b → a".
[[nodiscard]] std::string round_trip(const Ids& settings);

[[nodiscard]] Finding unreachable(const std::string& setting);
[[nodiscard]] Finding unreachable_for_all(const std::string& setting);
[[nodiscard]] Finding dead_end(const std::string& setting);
[[nodiscard]] Finding closed_loop(const Ids& settings);
/// `who`: attributes in words, "" for anyone.
[[nodiscard]] Finding stuck(const Ids& settings, const std::string& who);
[[nodiscard]] Finding leaves_only_when_full(const Ids& settings, const std::string& who);
[[nodiscard]] Finding fault(const JourneyFault& fault, const std::string& setting,
                            const std::string& who);
/// Somebody present at the start who must have left before.
[[nodiscard]] Finding overlong(const CompiledCensus& row, const std::string& setting,
                               const std::string& who);
[[nodiscard]] Finding diversion_circle(const Ids& settings);
/// Settings that send patients round at one moment.
[[nodiscard]] Finding standstill(const Ids& settings, const std::string& who);
[[nodiscard]] Finding too_many_arrivals(const std::string& pointer, double expected);
[[nodiscard]] Finding gate_never_opens(const std::string& pointer, const std::string& from,
                                       const std::string& to);
/// Settings of which the shortest is joined by a move.
[[nodiscard]] Finding shortest_of(const std::string& pointer, const Ids& settings);
[[nodiscard]] Finding never_a_place(const std::string& setting);
[[nodiscard]] Finding blocking_loop(const Ids& settings);
[[nodiscard]] Finding over_capacity(const SettingLoad& load, const CompiledSetting& setting);
[[nodiscard]] Finding over_capacity_at_times(const SettingLoad& load);
[[nodiscard]] Finding revolving_door(const RevolvingDoor& door);
[[nodiscard]] Finding bottleneck(const Bottleneck& bottleneck);
[[nodiscard]] Finding too_many_situations();
[[nodiscard]] Finding not_converged();

}  // namespace flow::messages
