// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "models/measure/figure.hpp"
#include "words/language.hpp"

namespace care {

/// The words of a figure: "figure.<id>" of the catalogue. Throws std::out_of_range if it has none.
[[nodiscard]] words::Text label_of(const Figure& figure);

/// What something is called: its label, or without one its id, with spaces for underscores.
[[nodiscard]] words::Text named(const words::Text& label, std::string_view id);

/// The words of a unit: "unit_word.<name>"; empty for None.
[[nodiscard]] words::Text words_of(Unit unit);

/// Whether a unit of results, where it is text, is this one.
[[nodiscard]] bool is_unit(const words::Text& text, Unit unit);

}  // namespace care
