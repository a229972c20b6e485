// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "models/flow/network.hpp"

namespace flow {

/// Settings that send a patient round at one moment, for ever, while all of them are full.
struct Standstill {
  std::vector<Place> settings;        ///< in the order of the round trip
  Profile profile = default_profile;  ///< one of those who go round
};

/// A circle that takes no time: a queue that is left at once leads to one that is left at once, and
/// so on back to the first, by way of full settings that divert and of settings where the stay is 0,
/// without chance having a say. Nothing where every circle takes time. The stays are those of the
/// profile on asking: settings that change it on entry end the search.
[[nodiscard]] std::optional<Standstill> find_standstill(const Network& network);

}  // namespace flow
