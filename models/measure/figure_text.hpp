// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/measure/figure.hpp"
#include "words/language.hpp"

namespace care {

/// The words of a figure: "figure.<id>" of the catalogue. Throws std::out_of_range if it has none.
[[nodiscard]] words::Text label_of(const Figure& figure);

/// The words of a unit: "unit_word.<name>"; empty for None.
[[nodiscard]] words::Text words_of(Unit unit);

/// Whether a unit of results, where it is text, is this one.
[[nodiscard]] bool is_unit(const words::Text& text, Unit unit);

}  // namespace care
