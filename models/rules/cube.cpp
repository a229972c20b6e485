// SPDX-License-Identifier: Apache-2.0
#include "models/rules/cube.hpp"

#include <algorithm>

#include "sim/check.hpp"

namespace care {
namespace {

bool is_disjoint(const Cube& a, const Cube& b) {
  for (std::size_t d = 0; d < Cube::most_dimensions; ++d) {
    if ((a.values[d] & b.values[d]) == 0) return true;
  }
  return false;
}

/// Adds what is in `a` and not in `b`.
void add_difference(const Cube& a, const Cube& b, Cubes& to) {
  if (is_disjoint(a, b)) return to.push_back(a);
  Cube rest = a;
  for (std::size_t d = 0; d < Cube::most_dimensions; ++d) {
    const std::uint32_t outside = rest.values[d] & ~b.values[d];
    if (outside == 0) continue;
    to.push_back(rest);
    to.back().values[d] = outside;
    rest.values[d] &= b.values[d];
  }
}

/// Joins `b` into `a` when they differ in one dimension only, or one holds the other.
bool join(Cube& a, const Cube& b) {
  std::size_t differing = 0;
  std::size_t where = 0;
  for (std::size_t d = 0; d < Cube::most_dimensions && differing < 2; ++d) {
    if (a.values[d] == b.values[d]) continue;
    ++differing;
    where = d;
  }
  if (differing > 1) return false;
  a.values[where] |= b.values[where];
  return true;
}

/// Grows the cube as far as the cases allow, dimension by dimension from the first or the last.
Cube grown(Cube cube, const Cubes& within, bool from_last, Dimensions vocabulary) {
  const std::size_t count = vocabulary.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t d = from_last ? count - 1 - i : i;
    const std::uint32_t missing = all_values(d, vocabulary) & ~cube.values[d];
    if (missing == 0) continue;
    // The whole dimension at once is the common case, and one test.
    Cube more = cube;
    more.values[d] = missing;
    if (is_covered(more, within)) {
      cube.values[d] |= missing;
      continue;
    }
    for (std::uint32_t bit = 1; bit != 0 && bit <= missing; bit <<= 1U) {
      if ((missing & bit) == 0) continue;
      more.values[d] = bit;
      if (is_covered(more, within)) cube.values[d] |= bit;
    }
  }
  return cube;
}

/// The cubes grown both ways, each once.
Cubes primes_of(const Cubes& cubes, const Cubes& within, Dimensions vocabulary) {
  Cubes primes;
  for (const Cube& cube : cubes) {
    for (const bool from_last : {false, true}) {
      const Cube prime = grown(cube, within, from_last, vocabulary);
      if (std::find(primes.begin(), primes.end(), prime) == primes.end()) primes.push_back(prime);
    }
  }
  return primes;
}

/// Primes until all is covered, the one first that takes most of what is left.
Cubes greedy_cover(Cubes left, const Cubes& primes, Dimensions vocabulary) {
  const CaseWeights equal = equal_weights(vocabulary);
  Cubes chosen;
  while (!left.empty()) {
    const Cube* best = nullptr;
    double most = 0;
    for (const Cube& prime : primes) {
      const double taken = weight_of(intersection(left, Cubes{prime}), equal);
      if (taken <= most) continue;
      most = taken;
      best = &prime;
    }
    SIM_CHECK(best != nullptr);
    chosen.push_back(*best);
    left = joined(difference(std::move(left), Cubes{*best}));
  }
  return chosen;
}

/// The cubes but those that others cover, looked at from the last to the first.
Cubes without_superfluous(Cubes cubes, const Cubes& whatever) {
  for (std::size_t i = cubes.size(); i-- > 0;) {
    Cubes others = cubes;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    others.insert(others.end(), whatever.begin(), whatever.end());
    if (is_covered(cubes[i], others)) cubes.erase(cubes.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return cubes;
}

}  // namespace

std::uint32_t all_values(std::size_t dimension, Dimensions vocabulary) {
  if (dimension >= vocabulary.size()) return 1;
  const std::size_t count = vocabulary[dimension].values.size();
  return static_cast<std::uint32_t>((std::uint64_t{1} << count) - 1);
}

Cube every_case(Dimensions vocabulary) {
  SIM_CHECK(vocabulary.size() <= Cube::most_dimensions);
  Cube cube;
  for (std::size_t d = 0; d < Cube::most_dimensions; ++d) {
    cube.values[d] = all_values(d, vocabulary);
  }
  return cube;
}

Cube with_values(std::size_t dimension, std::uint32_t values, Dimensions vocabulary) {
  Cube cube = every_case(vocabulary);
  cube.values[dimension] = values;
  return cube;
}

bool is_empty(const Cube& cube) {
  for (std::size_t d = 0; d < Cube::most_dimensions; ++d) {
    if (cube.values[d] == 0) return true;
  }
  return false;
}

bool contains(const Cube& outer, const Cube& inner) {
  for (std::size_t d = 0; d < Cube::most_dimensions; ++d) {
    if ((inner.values[d] & ~outer.values[d]) != 0) return false;
  }
  return true;
}

Cube intersection(const Cube& a, const Cube& b) {
  Cube both;
  for (std::size_t d = 0; d < Cube::most_dimensions; ++d)
    both.values[d] = a.values[d] & b.values[d];
  return both;
}

Cubes intersection(const Cubes& a, const Cubes& b) {
  Cubes both;
  for (const Cube& one : a) {
    for (const Cube& other : b) {
      if (!is_disjoint(one, other)) both.push_back(intersection(one, other));
    }
  }
  return both;
}

Cubes difference(const Cube& a, const Cube& b) {
  Cubes pieces;
  add_difference(a, b, pieces);
  return pieces;
}

Cubes difference(Cubes a, const Cubes& b) {
  for (const Cube& taken : b) {
    Cubes left;
    left.reserve(a.size());
    for (const Cube& cube : a) add_difference(cube, taken, left);
    a = std::move(left);
    if (a.empty()) break;
  }
  return a;
}

bool is_covered(const Cube& cube, const Cubes& by) {
  if (is_empty(cube)) return true;
  // Depth first: what one piece lacks is found before others are cut.
  const auto meeting =
      std::find_if(by.begin(), by.end(), [&](const Cube& b) { return !is_disjoint(cube, b); });
  if (meeting == by.end()) return false;
  const Cubes pieces = difference(cube, *meeting);
  if (pieces.empty()) return true;
  const Cubes rest(std::next(meeting), by.end());
  return std::all_of(pieces.begin(), pieces.end(),
                     [&](const Cube& piece) { return is_covered(piece, rest); });
}

Cubes joined(Cubes cubes) {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < cubes.size(); ++i) {
      for (std::size_t j = cubes.size(); j-- > i + 1;) {
        if (!join(cubes[i], cubes[j])) continue;
        cubes[j] = cubes.back();
        cubes.pop_back();
        changed = true;
      }
    }
  }
  return cubes;
}

Cubes fewest(const Cubes& cubes, const Cubes& whatever, Dimensions vocabulary) {
  const Cubes on = joined(cubes);
  Cubes within = on;
  within.insert(within.end(), whatever.begin(), whatever.end());
  const Cubes primes = primes_of(on, within, vocabulary);
  Cubes best = without_superfluous(greedy_cover(on, primes, vocabulary), whatever);
  // Where the greedy choice goes astray, dropping from all primes often does not.
  Cubes forward = without_superfluous(primes, whatever);
  Cubes backward = without_superfluous({primes.rbegin(), primes.rend()}, whatever);
  for (Cubes* other : {&forward, &backward}) {
    if (other->size() < best.size()) best = std::move(*other);
  }
  return best;
}

CaseWeights equal_weights(Dimensions vocabulary) { return extended({}, vocabulary); }

CaseWeights extended(CaseWeights weights, Dimensions vocabulary) {
  for (const auto& dimension : vocabulary.subspan(weights.weights.size())) {
    const bool is_switch = dimension.kind == scenarios::CaseDimension::Kind::Switch;
    const std::size_t count = dimension.values.size();
    weights.weights.emplace_back(is_switch ? 0 : count, 1.0 / static_cast<double>(count));
  }
  return weights;
}

double weight_of(const Cube& cube, const CaseWeights& weights) {
  double product = 1;
  for (std::size_t d = 0; d < weights.weights.size(); ++d) {
    const auto& own = weights.weights[d];
    const auto all = (std::uint64_t{1} << own.size()) - 1;
    if (own.empty() || cube.values[d] == all) continue;
    double sum = 0;
    for (std::size_t v = 0; v < own.size(); ++v) {
      if ((cube.values[d] >> v & 1U) != 0) sum += own[v];
    }
    product *= sum;
  }
  return product;
}

double weight_of(const Cubes& cubes, const CaseWeights& weights) {
  double sum = 0;
  for (const Cube& cube : cubes) sum += weight_of(cube, weights);
  return sum;
}

}  // namespace care
