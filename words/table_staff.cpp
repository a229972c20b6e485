// SPDX-License-Identifier: Apache-2.0

// What is said of rosters and of the people on them, sorted by key (a test holds it so).

#include <array>

#include "words/tables.hpp"

namespace words {
namespace {

constexpr auto staff_entries = std::to_array<CatalogEntry>({
    {"expected.dates_or_weeks", "antingen datum eller veckor", "either dates or weeks"},
    {"expected.period_of_replacing", "datum eller veckor då raden ersätter andra",
     "dates or weeks in which the row replaces others"},
    {"got.no_period", "ingen period", "no period"},
});

}  // namespace

std::span<const CatalogEntry> staff_table() { return staff_entries; }

}  // namespace words
