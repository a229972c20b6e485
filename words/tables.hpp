// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tables of the catalogue by theme: one file each, sorted by key.

#include <array>
#include <span>

#include "words/catalog.hpp"

namespace words {

std::span<const CatalogEntry> figures_table();
std::span<const CatalogEntry> results_table();

/// All of them.
[[nodiscard]] inline auto tables() { return std::array{figures_table(), results_table()}; }

}  // namespace words
