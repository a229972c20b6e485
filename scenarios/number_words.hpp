// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "scenarios/field.hpp"
#include "scenarios/json.hpp"
#include "words/catalog.hpp"

namespace scenarios {

// What the reader says about numbers.

/// Whether a number is within the limits of its field; without an upper limit, within +-1e9.
[[nodiscard]] bool within(const Field& field, double value);

/// What a number must be, in words: "a number >= 0", "a probability in [0, 1]".
[[nodiscard]] words::Text number_wanted(const Field& field, const words::Text& noun);

/// The same of what was found: a number that nobody means is told the limit of all.
[[nodiscard]] words::Text wanted(const Json& node, const Field& field);

/// What was found where a number was wanted, with the number that was probably meant: a share given in
/// per cent, a number with a decimal comma.
[[nodiscard]] words::Text described_number(const Json& node, const Field& field);

/// The factor that a change in per cent makes, with its sign: 1.05 for "+5 %", 0.9 for "-10 %" (or with
/// a typographic minus); nothing where the text is none.
[[nodiscard]] std::optional<double> factor_of_change(std::string_view text);

/// The shares of a distribution that is given in per cent; empty when it is not.
[[nodiscard]] std::vector<double> percents(const Json& node);

/// "85, 15, which look like per cent: write 0.85, 0.15".
[[nodiscard]] words::Text told_percents(const std::vector<double>& shares);

}  // namespace scenarios
