// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers, dates and chances as people write them. Swedish: decimal comma, no-break space between
// thousands, true minus sign; English: decimal point, comma between thousands, true minus sign. Own
// code because a locale need not be installed (std::locale("sv_SE.UTF-8") throws on a fresh Debian)
// and because the bytes must be the same everywhere.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "experiments/results.hpp"
#include "sim/civil_date.hpp"
#include "viz/language.hpp"

namespace viz {

/// `value` with a fixed number of decimals (0..9), rounded half to even on its binary value; "–"
/// for a NaN and "∞" for infinity. A value that rounds to zero has no sign.
[[nodiscard]] std::string number(double value, int decimals, Lang lang);

/// Decimals for numbers of all sizes side by side: one below ten, none from there on.
[[nodiscard]] int decimals_by_size(double value);

/// `decimals`, or as many more (up to 6) as it takes not to show as 0 what is not 0.
[[nodiscard]] int telling_decimals(double value, int decimals);

/// A whole number.
[[nodiscard]] std::string count(std::uint64_t value, Lang lang);

/// At most `digits` significant digits and no trailing zeros: for axes and free-standing figures.
[[nodiscard]] std::string short_number(double value, int digits, Lang lang);

/// A share in [0, 1] as a percentage: "12,3 %" in Swedish (no-break space), "12.3%" in English.
[[nodiscard]] std::string percent(double share, int decimals, Lang lang);

/// "a–b" with one unit written once after it by the caller; "a to b" when a bound is negative.
[[nodiscard]] std::string range(std::string_view low, std::string_view high, Lang lang);

/// "30 juni 2025", "30 June 2025".
[[nodiscard]] std::string long_date(sim::Date date, Lang lang);

/// "juni", "June"; `month` in 1..12.
[[nodiscard]] std::string_view month_name(unsigned month, Lang lang);

/// "jun", "Jun"; `month` in 1..12.
[[nodiscard]] std::string_view short_month(unsigned month, Lang lang);

/// "12 s", "3 min 20 s", "1 h 5 min".
[[nodiscard]] std::string duration_text(double seconds, Lang lang);

/// What is counted when a chance is told as a frequency.
enum class Season { Summer, Winter, Year, Run };

/// Several of what is counted, inside a sentence: "somrar", "summers".
[[nodiscard]] std::string_view season_word(Season season, Lang lang);

/// A chance as a natural frequency (Gigerenzer): "i 3 somrar av 10", "in 3 summers of 10", with
/// "about" where that rounds. Fewer than one in ten is told per 100 or per 1,000; 0 and 1 become
/// "in no summer" ("ingen sommar") and "every summer" ("varje sommar").
[[nodiscard]] std::string frequency(double probability, Season season, Lang lang);

/// The same without the preposition: "3 somrar av 10".
[[nodiscard]] std::string frequency_bare(double probability, Season season, Lang lang);

/// A chance as a count out of `base`: "34"; "<1" for what is rarer but happened, ">99" for what is not
/// quite certain.
[[nodiscard]] std::string rounded_count(double probability, unsigned base, Lang lang);

/// A chance with a stated base, for columns that are compared: "34 av 100"; "<1 av 100" for what is
/// rarer but happened, ">99 av 100" for what is not quite certain.
[[nodiscard]] std::string out_of(double probability, unsigned base, Lang lang);

/// A probability estimate as a frequency with its Wilson interval in percent; only an upper bound
/// when the estimate says so.
[[nodiscard]] std::string chance_interval(const care::MetricEstimate& estimate, Lang lang);

}  // namespace viz
