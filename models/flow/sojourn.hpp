// SPDX-License-Identifier: Apache-2.0
/// @file
/// What is to be expected of one stay, without simulating it: a length drawn on entry runs against
/// competing risks at constant rates, some of which end the stay and some of which only change the
/// patient.
#pragma once

#include <cstddef>
#include <vector>

#include "models/flow/network.hpp"

namespace flow {

/// The lengths that a stay may have, with their probabilities: expectations of smooth functions of
/// a length are sums over it. Exact for laws with up to some thousand values; Gauss-Legendre on the
/// quantiles, graded towards both tails, for continuous ones (relative error below 1e-8).
struct Lengths {
  struct Node {
    double days = 0;
    double weight = 0;
  };
  std::vector<Node> nodes;
  double mean_days = 0;
};

[[nodiscard]] Lengths lengths_of(const TimeLaw& law);

/// The profiles that a patient may take during a stay; 0 is the one on entry.
struct StayChain {
  struct Jump {
    std::size_t to = 0;
    double per_day = 0;
  };
  std::vector<Profile> profiles;
  std::vector<std::vector<Jump>> jumps;  ///< to another profile, by profile
  std::vector<double> leaving_per_day;   ///< hazards that end the stay, by profile
  /// Days that pass on the clock of the stay for each day in place, by profile, >= 1. More than 1
  /// for residents, whose clock runs on while they are elsewhere.
  std::vector<double> pace;

  /// A patient who cannot change.
  [[nodiscard]] static StayChain single(Profile profile, double leaving_per_day);
};

/// Expected course of a stay, by profile of the chain.
struct Sojourn {
  std::vector<double> days;  ///< in place
  std::vector<double> ends;  ///< probability that the stay runs to its end, with this profile then
  bool for_ever = false;     ///< some never leave: their days are left out
};

/// Exact but for the quadrature: uniformization of the chain (Jensen, "Markoff chains as an aid in
/// the study of Markoff processes", Skandinavisk Aktuarietidskrift 36, 1953) with the mixed Poisson
/// number of steps that the law of the length gives. With hazards alone this is the Laplace
/// transform of the length: the stay ends first with probability E[exp(-rate L)].
[[nodiscard]] Sojourn sojourn(const Lengths& lengths, const StayChain& chain);

/// The same of a stay without a length of its own, which leaving alone ends: the days solve the balance
/// of each profile, what leaves it by the day being what comes into it.
[[nodiscard]] Sojourn sojourn_until_left(const StayChain& chain);

}  // namespace flow
