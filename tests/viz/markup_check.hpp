// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace viz_test {

/// What is wrong with the nesting of elements in HTML or SVG; empty if every element is closed in
/// order.
[[nodiscard]] std::string nesting_fault(std::string_view markup);

/// The elements of that name, from "<name" to its closing tag.
[[nodiscard]] std::vector<std::string> elements(std::string_view markup, std::string_view name);

/// The values of an attribute, in order.
[[nodiscard]] std::vector<std::string> attribute_values(std::string_view markup,
                                                        std::string_view name);

/// Everything between tags.
[[nodiscard]] std::string text_of(std::string_view markup);

}  // namespace viz_test
