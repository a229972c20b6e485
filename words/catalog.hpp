// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "words/language.hpp"

namespace words {

/// One string of the interface in both languages; a name in braces is filled in: "{n}
/// upprepningar".
struct CatalogEntry {
  std::string_view key, sv, en;
};

/// All strings, sorted by key. Tables in the program rather than files beside it: no string can be
/// missing in one language, and nothing has to be found or read at run time.
[[nodiscard]] const std::vector<CatalogEntry>& catalog();

/// The string with this key, if it is in the catalogue: for keys made of what a file says.
[[nodiscard]] std::optional<std::string_view> find(Lang lang, std::string_view key);

/// The string with this key. Throws std::out_of_range for a key that is not in the catalogue (a
/// test looks for every key that the source mentions).
[[nodiscard]] std::string_view say(Lang lang, std::string_view key);

/// A value for a name in braces: the same in both languages, or a text of its own in each. What it
/// holds of a file is made visible.
class Slot {
 public:
  Slot(std::string_view name, std::string_view value) : name_(name), sv_(value), en_(value) {}
  Slot(std::string_view name, const std::string& value) : Slot(name, std::string_view(value)) {}
  Slot(std::string_view name, const char* value) : Slot(name, std::string_view(value)) {}
  Slot(std::string_view name, const Text& value) : name_(name), sv_(value.sv), en_(value.en) {}
  Slot(std::string_view name, std::integral auto value) : Slot(name, std::to_string(value)) {}

  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] const std::string& value(Lang lang) const { return lang == Lang::Sv ? sv_ : en_; }

 private:
  std::string_view name_;
  std::string sv_, en_;
};

/// The string with its names filled in.
[[nodiscard]] std::string say(Lang lang, std::string_view key, std::initializer_list<Slot> slots);

/// The string in both languages, for what is made before it is known who reads it.
[[nodiscard]] Text say(std::string_view key, std::initializer_list<Slot> slots = {});

/// What is no prose, such as a name or a number of a file: the same in both languages.
[[nodiscard]] Text verbatim(std::string_view text);

}  // namespace words
