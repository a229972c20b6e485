// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "scenarios/case_vocabulary.hpp"

namespace care {

/// A set of patient cases: for every dimension of a vocabulary the accepted values, one bit each; a
/// dimension that the vocabulary does not use has one value. A decision table over finite attributes
/// is a set of cubes, and everything asked of it (what is left out, what is never reached, where two
/// tables differ) is a set operation. Cubes that meet are over one vocabulary: the built-in one unless
/// said, or that and the own attributes of rule sets (scenarios/own_attributes.hpp).
struct Cube {
  static constexpr std::size_t most_dimensions = 39;
  std::array<std::uint32_t, most_dimensions> values{};

  bool operator==(const Cube&) const = default;
};

/// A set of cases as cubes that do not overlap, unless said.
using Cubes = std::vector<Cube>;

/// The dimensions that cubes are over.
using Dimensions = std::span<const scenarios::CaseDimension>;

/// All values of a dimension.
[[nodiscard]] std::uint32_t all_values(std::size_t dimension,
                                       Dimensions vocabulary = scenarios::case_vocabulary());

/// Every case.
[[nodiscard]] Cube every_case(Dimensions vocabulary = scenarios::case_vocabulary());

/// Every case with one of these values in a dimension.
[[nodiscard]] Cube with_values(std::size_t dimension, std::uint32_t values,
                               Dimensions vocabulary = scenarios::case_vocabulary());

[[nodiscard]] bool is_empty(const Cube& cube);
[[nodiscard]] bool contains(const Cube& outer, const Cube& inner);

[[nodiscard]] Cube intersection(const Cube& a, const Cube& b);
[[nodiscard]] Cubes intersection(const Cubes& a, const Cubes& b);

/// What is in `a` and not in `b`.
[[nodiscard]] Cubes difference(const Cube& a, const Cube& b);
[[nodiscard]] Cubes difference(Cubes a, const Cubes& b);

/// Whether every case of the cube is in one of the cubes, which may overlap.
[[nodiscard]] bool is_covered(const Cube& cube, const Cubes& by);

/// The same cases in fewer cubes: joins those that differ in one dimension only, again and again.
[[nodiscard]] Cubes joined(Cubes cubes);

/// The same cases as the fewest readable cubes, which may overlap: each cube is prime (it cannot
/// grow in any dimension without taking in a case that is in neither `cubes` nor `whatever`), and
/// none is superfluous. `whatever` are cases that may be taken in or left out. The method is that
/// of two-level minimisation: expand, choose greedily, drop what is redundant (Brayton et al.,
/// Logic Minimization Algorithms for VLSI Synthesis, 1984, ch. 4); it is a heuristic, and may now
/// and then give a cube more than the least number.
[[nodiscard]] Cubes fewest(const Cubes& cubes, const Cubes& whatever,
                           Dimensions vocabulary = scenarios::case_vocabulary());

/// Weights of the values of every attribute; a case weighs the product. Switches weigh nothing.
struct CaseWeights {
  std::vector<std::vector<double>> weights;  ///< sum to 1 for every attribute; none for a switch
};

/// Every value of an attribute weighs the same.
[[nodiscard]] CaseWeights equal_weights(Dimensions vocabulary = scenarios::case_vocabulary());

/// The weights with equal ones in the dimensions of a larger vocabulary.
[[nodiscard]] CaseWeights extended(CaseWeights weights, Dimensions vocabulary);

/// Weight of a cube, within [0, 1]; switches count as wholly inside.
[[nodiscard]] double weight_of(const Cube& cube, const CaseWeights& weights);
[[nodiscard]] double weight_of(const Cubes& cubes, const CaseWeights& weights);

}  // namespace care
