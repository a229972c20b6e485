// SPDX-License-Identifier: Apache-2.0
/// @file
/// Which patients may ever be where. What is counted by place and profile is mostly of patients who
/// cannot come there (those of another municipality at its health centre): such cells need not be
/// read, summed or shown.
#pragma once

#include <span>

#include "models/flow/network.hpp"
#include "models/flow/pathway.hpp"

namespace flow {

/// Indices (Network::at) of all places and profiles that may come together in a run, increasing, and
/// those of residences and profiles of who may live there. Exits are taken to be open to everybody.
///
/// Never too few, sometimes too many: every rule is followed for every profile that may meet it, gates
/// are open, everything may be full, whoever goes home may live in any residence, and a profile that
/// changes during a stay may go wherever those who were of the earlier one wanted to go. `moves` are
/// what others than the flow layer do.
/// Cost: a look at every rule for each profile in each setting.
[[nodiscard]] Occurrence find_occurrence(const Network& network,
                                         std::span<const Outside::Move> moves);

}  // namespace flow
