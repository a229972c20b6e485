// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tables of the catalogue by theme: one file each, sorted by key. In source files, so that a test
// and not the compiler finds a misspelt key: else every file that speaks would read all tables, and
// a changed word would compile them all again.

#include <array>
#include <span>

#include "words/catalog.hpp"

namespace words {

std::span<const CatalogEntry> app_table();
std::span<const CatalogEntry> columns_table();
std::span<const CatalogEntry> comparison_table();
std::span<const CatalogEntry> experiments_table();
std::span<const CatalogEntry> fields_table();
std::span<const CatalogEntry> figures_table();
std::span<const CatalogEntry> journey_table();
std::span<const CatalogEntry> laws_table();
std::span<const CatalogEntry> models_table();
std::span<const CatalogEntry> numbers_table();
std::span<const CatalogEntry> results_table();
std::span<const CatalogEntry> rules_table();
std::span<const CatalogEntry> scenarios_table();
std::span<const CatalogEntry> staff_table();
std::span<const CatalogEntry> system_table();

/// All of them.
[[nodiscard]] inline auto tables() {
  return std::array{app_table(),       columns_table(), comparison_table(), experiments_table(),
                    fields_table(),    figures_table(), journey_table(),    laws_table(),
                    models_table(),    numbers_table(), results_table(),    rules_table(),
                    scenarios_table(), staff_table(),   system_table()};
}

}  // namespace words
