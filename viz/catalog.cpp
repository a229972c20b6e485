// SPDX-License-Identifier: Apache-2.0
#include "viz/catalog.hpp"

#include <algorithm>
#include <stdexcept>

namespace viz {

std::string_view say(Lang lang, std::string_view key) {
  const std::span<const CatalogEntry> entries = catalog();
  const auto entry = std::lower_bound(
      entries.begin(), entries.end(), key,
      [](const CatalogEntry& one, std::string_view wanted) { return one.key < wanted; });
  if (entry == entries.end() || entry->key != key) {
    throw std::out_of_range("no string in the catalogue: " + std::string(key));
  }
  return lang == Lang::Sv ? entry->sv : entry->en;
}

std::string say(Lang lang, std::string_view key, std::initializer_list<Slot> slots) {
  const std::string_view pattern = say(lang, key);
  std::string out;
  for (std::size_t i = 0; i < pattern.size();) {
    const std::size_t close = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos) {
      out += pattern[i++];
      continue;
    }
    const std::string_view name = pattern.substr(i + 1, close - i - 1);
    const auto slot = std::find_if(slots.begin(), slots.end(),
                                   [&](const Slot& candidate) { return candidate.name == name; });
    if (slot == slots.end()) {
      throw std::out_of_range("no value for {" + std::string(name) + "} in " + std::string(key));
    }
    out += slot->value;
    i = close + 1;
  }
  return out;
}

}  // namespace viz
