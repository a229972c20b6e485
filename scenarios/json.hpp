// SPDX-License-Identifier: Apache-2.0
#pragma once

// The door of nlohmann/json: included by .cpp files only.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "scenarios/issue.hpp"

namespace scenarios {

/// JSON that keeps the order of the file.
using Json = nlohmann::ordered_json;

inline constexpr std::size_t deepest_nesting = 64;  ///< objects and lists inside each other

/// Reads JSON text, which must be UTF-8. Beyond the grammar, a key that stands twice in an object,
/// a number that no 64-bit word holds and nesting beyond `deepest_nesting` are faults. Nothing is
/// returned when the text cannot be read to its end; otherwise the value, even if issues were
/// added.
[[nodiscard]] std::optional<Json> parse_json(std::string_view text, const std::string& shown,
                                             std::vector<Issue>& issues);

/// The member of an object, or nullptr.
[[nodiscard]] const Json* find(const Json& object, std::string_view key);

/// A value as messages show it: `"twelve" (string)`, `1.2 (number)`, `a list of 3`, `an object`,
/// `null`.
[[nodiscard]] words::Text described(const Json& value);

/// Canonical text: two spaces of indentation, short lists and objects on one line, numbers in the
/// shortest form that reads back, whole numbers without a point. Ends with a line feed.
[[nodiscard]] std::string canonical_text(const Json& value);

/// A number of canonical form: whole values become JSON integers.
[[nodiscard]] Json canonical_number(double value);

}  // namespace scenarios
