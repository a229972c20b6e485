// SPDX-License-Identifier: Apache-2.0
#include "words/catalog.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>

#include "words/tables.hpp"
#include "words/visible.hpp"

namespace words {

const std::vector<CatalogEntry>& catalog() {
  static const std::vector<CatalogEntry> all = [] {
    std::vector<CatalogEntry> entries;
    for (const auto table : tables()) entries.insert(entries.end(), table.begin(), table.end());
    std::ranges::sort(entries, {}, &CatalogEntry::key);
    return entries;
  }();
  return all;
}

std::optional<std::string_view> find(Lang lang, std::string_view key) {
  const auto& entries = catalog();
  const auto entry = std::ranges::lower_bound(entries, key, {}, &CatalogEntry::key);
  if (entry == entries.end() || entry->key != key) return std::nullopt;
  return lang == Lang::Sv ? entry->sv : entry->en;
}

std::string_view say(Lang lang, std::string_view key) {
  if (const auto found = find(lang, key)) return *found;
  throw std::out_of_range("no string in the catalogue: " + std::string(key));
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
                                   [&](const Slot& candidate) { return candidate.name() == name; });
    if (slot == slots.end()) {
      throw std::out_of_range("no value for {" + std::string(name) + "} in " + std::string(key));
    }
    out += visible(slot->value(lang));
    i = close + 1;
  }
  return out;
}

Text say(std::string_view key, std::initializer_list<Slot> slots) {
  return {say(Lang::Sv, key, slots), say(Lang::En, key, slots)};
}

Text verbatim(std::string_view text) { return {std::string(text), std::string(text)}; }

}  // namespace words
