// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/flow/pathway.hpp"

namespace flow {

/// All edges of the pathway of a network, ordered as Pathway::edges() says.
[[nodiscard]] std::vector<Pathway::Edge> pathway_edges(const Network& network,
                                                       const Outside& outside);

}  // namespace flow
