// SPDX-License-Identifier: Apache-2.0

// Numbers, dates and chances in words, sorted by key (a test holds it so).

#include <array>

#include "words/tables.hpp"

namespace words {
namespace {

constexpr auto numbers_entries = std::to_array<CatalogEntry>({
    {"frequency.about", "ungefär {n} {season} av {base}", "about {n} {season} of {base}"},
    {"frequency.in", "i {frequency}", "in {frequency}"},
    {"frequency.in_none", "{frequency}", "in {frequency}"},
    {"frequency.nearly_always", "fler än 999 {season} av {base}",
     "more than 999 {season} of {base}"},
    {"frequency.of", "{n} {season} av {base}", "{n} {season} of {base}"},
    {"frequency.out_of", "{n} av {base}", "{n} of {base}"},
    {"frequency.rarely", "färre än 1 {season} av {base}", "fewer than 1 {season} of {base}"},
    {"month.1", "januari", "January"},
    {"month.10", "oktober", "October"},
    {"month.11", "november", "November"},
    {"month.12", "december", "December"},
    {"month.2", "februari", "February"},
    {"month.3", "mars", "March"},
    {"month.4", "april", "April"},
    {"month.5", "maj", "May"},
    {"month.6", "juni", "June"},
    {"month.7", "juli", "July"},
    {"month.8", "augusti", "August"},
    {"month.9", "september", "September"},
    {"number.at_most", "högst {n}", "at most {n}"},
    {"number.days", "{days} dygn", "{days} d"},
    {"number.days_and_hours", "{days} dygn {hours} tim", "{days} d {hours} h"},
    {"number.from_to", "{low} till {high}", "{low} to {high}"},
    {"number.hours", "{hours} tim", "{hours} h"},
    {"number.hours_and_minutes", "{hours} tim {minutes} min", "{hours} h {minutes} min"},
    {"number.minutes", "{minutes} min", "{minutes} min"},
    {"season.every_run", "varje körning", "every run"},
    {"season.every_summer", "varje sommar", "every summer"},
    {"season.every_winter", "varje vinter", "every winter"},
    {"season.every_year", "varje år", "every year"},
    {"season.no_run", "ingen körning", "no run"},
    {"season.no_summer", "ingen sommar", "no summer"},
    {"season.no_winter", "ingen vinter", "no winter"},
    {"season.no_year", "inget år", "no year"},
    {"season.run", "körning", "run"},
    {"season.runs", "körningar", "runs"},
    {"season.summer", "sommar", "summer"},
    {"season.summers", "somrar", "summers"},
    {"season.winter", "vinter", "winter"},
    {"season.winters", "vintrar", "winters"},
    {"season.year", "år", "year"},
    {"season.years", "år", "years"},
    {"suffix.days", "\u00A0dygn", "\u00A0days"},
    {"suffix.hours", "\u00A0tim", "\u00A0h"},
    {"suffix.minutes", "\u00A0min", "\u00A0min"},
    {"suffix.percent", "\u00A0%", "%"},
    {"suffix.percentage_points", "\u00A0procentenheter", "\u00A0percentage points"},
    {"suffix.points_brief", "\u00A0procentenheter", "\u00A0pp"},
    {"suffix.seconds", "\u00A0s", "\u00A0s"},
});

}  // namespace

std::span<const CatalogEntry> numbers_table() { return numbers_entries; }

}  // namespace words
