// SPDX-License-Identifier: Apache-2.0
// The findings of the static analysis in words.
#pragma once

#include <string>
#include <vector>

#include "models/flow/analysis.hpp"
#include "models/flow/journeys.hpp"

namespace flow::messages {

using Ids = std::vector<std::string>;

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
[[nodiscard]] Finding diversion_circle(const Ids& settings);
[[nodiscard]] Finding gate_never_opens(const std::string& pointer, const std::string& from,
                                       const std::string& to);
[[nodiscard]] Finding never_a_place(const std::string& setting);
[[nodiscard]] Finding blocking_loop(const Ids& settings);
[[nodiscard]] Finding over_capacity(const SettingLoad& load, const CompiledSetting& setting);
[[nodiscard]] Finding over_capacity_at_times(const SettingLoad& load);
[[nodiscard]] Finding revolving_door(const RevolvingDoor& door);
[[nodiscard]] Finding bottleneck(const Bottleneck& bottleneck);
[[nodiscard]] Finding too_many_situations();
[[nodiscard]] Finding not_converged();

}  // namespace flow::messages
