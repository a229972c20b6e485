// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "words/catalog.hpp"

namespace scenarios {

using words::say;
using words::verbatim;

/// One fault (or warning) in what the user gave: where it is, what was expected there, what was
/// found. In both languages: whoever finds it does not know who reads it.
struct Issue {
  std::string file;      ///< as the user named it; "--set" for an override on the command line
  std::string pointer;   ///< JSON Pointer (RFC 6901) into the file; "" is the whole file
  words::Text expected;  ///< what could stand there
  words::Text got;       ///< what stands there, or nothing()
  int line = 0;    ///< from 1, for faults of a text (not JSON, CSV); 0 = the pointer says where
  int column = 0;  ///< from 1; 0 = unknown

  /// `file#/pointer: expected X, got Y`, or `file:line:column: expected X, got Y`.
  [[nodiscard]] std::string text(words::Lang lang = words::Lang::En) const;
};

/// What is got where something is missing.
[[nodiscard]] words::Text nothing();

/// The candidate closest to `name` by edit distance (insert, delete, replace, swap neighbours;
/// letter case and '-' against '_' count for nothing), or none when nothing is close enough to be
/// meant.
[[nodiscard]] std::optional<std::string> nearest(std::string_view name,
                                                 std::span<const std::string> candidates);

/// ` (did you mean "x"?)`, or nothing when no candidate is close.
[[nodiscard]] words::Text did_you_mean(std::string_view name,
                                       std::span<const std::string> candidates);

/// `one of: a, b, c`; long lists end with a count.
[[nodiscard]] words::Text one_of(std::span<const std::string> candidates);

/// `"text"` on one line, control characters escaped, cut when long.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// The same as a part of an issue.
[[nodiscard]] words::Text quotation(std::string_view text);

/// Shortest decimal form that reads back as the same number: 8, 0.25, 1e+30.
[[nodiscard]] std::string number_text(double value);

/// `parent/key` with '~' and '/' of the key escaped (RFC 6901).
[[nodiscard]] std::string child_pointer(std::string_view parent, std::string_view key);

/// The keys of a JSON Pointer, unescaped. "" has none. Text that does not start with '/' has none.
[[nodiscard]] std::vector<std::string> pointer_keys(std::string_view pointer);

}  // namespace scenarios
