// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "scenarios/scenario.hpp"
#include "words/language.hpp"

namespace viz {

/// One input, or a group of inputs with the same origin, as a reader meets it.
struct Assumption {
  std::string pointer;  ///< JSON Pointer of what the origin is about
  std::string part;     ///< first member of the pointer: settings, arrivals, care, …
  words::Text name;     ///< labels along the pointer
  words::Text value;    ///< the number, or the numbers within, shortened if there are many
  words::Text range;    ///< "3–20"; empty when none is given
  std::string grade;
  words::Text source, note;
};

struct Assumptions {
  std::vector<Assumption> stated;  ///< in the order of the document
  std::size_t numbers = 0;         ///< numeric inputs in the scenario
  std::size_t with_source = 0;     ///< of them, covered by a source or a grade
};

/// The inputs of a resolved scenario with their origin. `json` is the resolved scenario; text that
/// is not JSON gives an empty list.
[[nodiscard]] Assumptions assumptions_of(const scenarios::Scenario& scenario,
                                         const std::string& json);

}  // namespace viz
