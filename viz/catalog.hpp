// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "viz/language.hpp"

namespace viz {

/// One string of the interface in both languages; a name in braces is filled in: "{n}
/// upprepningar".
struct CatalogEntry {
  std::string_view key, sv, en;
};

/// All strings, sorted by key. A table in the program rather than a file beside it: no string can
/// be missing in one language, and nothing has to be found or read at run time.
[[nodiscard]] std::span<const CatalogEntry> catalog();

/// The string with this key. Throws std::out_of_range for a key that is not in the catalogue (a
/// test looks for every key that the source mentions).
[[nodiscard]] std::string_view say(Lang lang, std::string_view key);

/// A value for a name in braces.
struct Slot {
  std::string_view name;
  std::string_view value;
};

/// The string with its names filled in.
[[nodiscard]] std::string say(Lang lang, std::string_view key, std::initializer_list<Slot> slots);

}  // namespace viz
