// SPDX-License-Identifier: Apache-2.0
#include "viz/format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace viz {
namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view minus_sign = "\u2212";

/// Digits of |value| with a fixed number of decimals, '.' between.
std::string plain_fixed(double value, int decimals) {
  std::array<char, 400> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value),
                                    std::chars_format::fixed, std::clamp(decimals, 0, 9));
  return {buffer.data(), result.ptr};
}

/// Groups thousands and sets the decimal mark of the language.
std::string dress(const std::string& plain, bool negative, Lang lang) {
  const std::size_t point = plain.find('.');
  const std::string whole = plain.substr(0, point);
  const bool zero = plain.find_first_not_of("0.") == std::string::npos;
  std::string out;
  if (negative && !zero) out += minus_sign;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    // Four digits stand together in neither language here: 4 100 and 4,100 line up with 41 000.
    if (i > 0 && (whole.size() - i) % 3 == 0) out += lang == Lang::Sv ? no_break_space : ",";
    out += whole[i];
  }
  if (point != std::string::npos) {
    out += lang == Lang::Sv ? ',' : '.';
    out += plain.substr(point + 1);
  }
  return out;
}

/// Keys of a season in words.
struct SeasonWords {
  std::string_view one, many, none, every;
};

SeasonWords words_of(Season season) {
  switch (season) {
    case Season::Summer:
      return {"season.summer", "season.summers", "season.no_summer", "season.every_summer"};
    case Season::Winter:
      return {"season.winter", "season.winters", "season.no_winter", "season.every_winter"};
    case Season::Year:
      return {"season.year", "season.years", "season.no_year", "season.every_year"};
    case Season::Run:
      break;
  }
  return {"season.run", "season.runs", "season.no_run", "season.every_run"};
}

}  // namespace

std::string number(double value, int decimals, Lang lang) {
  if (std::isnan(value)) return "–";
  if (std::isinf(value)) return value < 0 ? std::string(minus_sign) + "∞" : "∞";
  return dress(plain_fixed(value, decimals), value < 0, lang);
}

int decimals_by_size(double value) { return value >= 9.95 ? 0 : 1; }

int telling_decimals(double value, int decimals) {
  constexpr int most = 6;
  const double size = std::abs(value);
  while (decimals < most && size > 0 && size * std::pow(10.0, decimals) < 0.5) ++decimals;
  return decimals;
}

std::string count(std::uint64_t value, Lang lang) {
  return dress(std::to_string(value), false, lang);
}

std::string short_number(double value, int digits, Lang lang) {
  if (!std::isfinite(value)) return number(value, 0, lang);
  if (value == 0) return "0";
  const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
  std::string plain = plain_fixed(value, std::clamp(digits - 1 - magnitude, 0, 9));
  if (plain.find('.') != std::string::npos) {
    plain.erase(plain.find_last_not_of('0') + 1);
    if (plain.back() == '.') plain.pop_back();
  }
  return dress(plain, value < 0, lang);
}

std::string percent(double share, int decimals, Lang lang) {
  return number(share * 100, decimals, lang).append(say(lang, "suffix.percent"));
}

std::string range(std::string_view low, std::string_view high, Lang lang) {
  const bool negative = low.starts_with(minus_sign) || high.starts_with(minus_sign);
  if (negative) return say(lang, "number.from_to", {{"low", low}, {"high", high}});
  return std::string(low).append("–").append(high);
}

std::string_view month_name(unsigned month, Lang lang) {
  return say(lang, "month." + std::to_string(std::clamp(month, 1U, 12U)));
}

std::string_view short_month(unsigned month, Lang lang) {
  return month_name(month, lang).substr(0, 3);
}

std::string long_date(sim::Date date, Lang lang) {
  const std::chrono::year_month_day day{date};
  std::string out = std::to_string(static_cast<unsigned>(day.day()));
  out += " ";
  out += month_name(static_cast<unsigned>(day.month()), lang);
  return out + " " + std::to_string(static_cast<int>(day.year()));
}

std::string duration_text(double seconds, Lang lang) {
  if (seconds < 59.95) return number(seconds, seconds < 10 ? 1 : 0, lang) + " s";
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  if (whole < 3600) {
    return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  }
  return say(lang, "number.hours_and_minutes",
             {{"hours", count(whole / 3600, lang)}, {"minutes", whole % 3600 / 60}});
}

std::string_view season_word(Season season, Lang lang) { return say(lang, words_of(season).many); }

std::string frequency_bare(double probability, Season season, Lang lang) {
  const SeasonWords word = words_of(season);
  if (!(probability > 0)) return std::string(say(lang, word.none));
  if (probability >= 1) return std::string(say(lang, word.every));
  // The smallest base that does not round to none or all: never "0 of 10" for what happens, never
  // "10 of 10" for what does not always. Near one in ten a tenth is too coarse, so 100 is taken.
  for (const double base : {10.0, 100.0, 1000.0}) {
    const double exact = probability * base;
    const double whole = std::round(exact);
    const bool near_edge = base < 50 && (probability < 0.075 || probability > 0.925);
    if (whole < 1 || whole >= base || near_edge) continue;
    const auto n = static_cast<std::uint64_t>(whole);
    const bool rounds = std::abs(exact - whole) > 0.1;
    return say(lang, rounds ? "frequency.about" : "frequency.of",
               {{"n", count(n, lang)},
                {"season", say(lang, n == 1 ? word.one : word.many)},
                {"base", count(static_cast<std::uint64_t>(base), lang)}});
  }
  const bool rare = probability < 0.5;
  return say(lang, rare ? "frequency.rarely" : "frequency.nearly_always",
             {{"season", say(lang, rare ? word.one : word.many)}, {"base", count(1000, lang)}});
}

std::string frequency(double probability, Season season, Lang lang) {
  std::string bare = frequency_bare(probability, season, lang);
  if (probability >= 1) return bare;  // "every summer" stands without a preposition
  return say(lang, probability > 0 ? "frequency.in" : "frequency.in_none", {{"frequency", bare}});
}

std::string rounded_count(double probability, unsigned base, Lang lang) {
  const double exact = probability * base;
  double whole = std::round(exact);
  std::string prefix;
  if (probability > 0 && whole < 1) {
    whole = 1;
    prefix = "<";
  } else if (probability < 1 && whole >= base) {
    whole = base - 1.0;
    prefix = ">";
  }
  return prefix + count(static_cast<std::uint64_t>(whole), lang);
}

std::string out_of(double probability, unsigned base, Lang lang) {
  return say(lang, "frequency.out_of",
             {{"n", rounded_count(probability, base, lang)}, {"base", count(base, lang)}});
}

std::string chance_interval(const care::MetricEstimate& estimate, Lang lang) {
  const auto at = [&](double share) { return number(share * 100, share < 0.1 ? 1 : 0, lang); };
  const std::string sign(say(lang, "suffix.percent"));
  if (estimate.bound_only) {
    return say(lang, "number.at_most", {{"n", at(estimate.ci95.high) + sign}});
  }
  // One number of decimals for both bounds.
  const int decimals = estimate.ci95.high < 0.1 ? 1 : 0;
  return range(number(estimate.ci95.low * 100, decimals, lang),
               number(estimate.ci95.high * 100, decimals, lang), lang) +
         sign;
}

}  // namespace viz
