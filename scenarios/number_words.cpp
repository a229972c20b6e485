// SPDX-License-Identifier: Apache-2.0
#include "scenarios/number_words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include <fmt/format.h>

namespace scenarios {
namespace {

constexpr double most_number = 1e9;  // of what has no limit of its own

/// "0,40" as 0.4.
std::optional<double> with_decimal_comma(std::string text) {
  std::ranges::replace(text, ',', '.');
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  const bool is_number = error == std::errc{} && stop == end;
  return is_number ? std::optional(number) : std::nullopt;
}

/// The number that a text was meant to be: "0,40" or, as a share, "40 %".
std::optional<double> number_meant(std::string text) {
  constexpr double hundred = 100;
  const bool percent = text.ends_with('%');
  if (percent) text.pop_back();
  while (percent && text.ends_with(' ')) text.pop_back();
  const auto number = with_decimal_comma(std::move(text));
  return number && percent ? std::optional(*number / hundred) : number;
}

bool is_absurd(const Field& field, double value) {
  return std::abs(value) > most_number && !std::isfinite(field.high);
}

}  // namespace

words::Text number_wanted(const Field& field, const words::Text& noun) {
  if (field.is_probability) return say("expected.probability");
  const bool low = std::isfinite(field.low);
  const bool high = std::isfinite(field.high);
  if (low && high && !field.above_low) {
    return say(
        "expected.number_in",
        {{"number", noun}, {"low", number_text(field.low)}, {"high", number_text(field.high)}});
  }
  const std::string above =
      low ? fmt::format(" {} {}", field.above_low ? ">" : ">=", number_text(field.low)) : "";
  const std::string below = high ? fmt::format(" <= {}", number_text(field.high)) : "";
  if (low && high) {
    return say("expected.number_between", {{"number", noun}, {"above", above}, {"below", below}});
  }
  return noun + verbatim(above + below);
}

words::Text described_number(const Json& node, const Field& field) {
  std::optional<double> meant;
  if (node.is_string()) meant = number_meant(node.get<std::string>());
  const double number = meant ? *meant : node.is_number() ? node.get<double>() : 0;
  constexpr double hundred = 100;
  if (field.is_probability && number >= 2 && number <= hundred) meant = number / hundred;
  const auto got = described(node);
  return meant ? got + say("got.meant_number", {{"number", number_text(*meant)}}) : got;
}

words::Text wanted(const Json& node, const Field& field) {
  return node.is_number() && is_absurd(field, node.get<double>())
             ? say("expected.at_most_number", {{"n", number_text(most_number)}})
             : number_wanted(field, say("expected.number"));
}

std::optional<double> factor_of_change(std::string_view text) {
  constexpr std::string_view minus = "\xE2\x88\x92";
  if (!text.ends_with('%')) return std::nullopt;
  text.remove_suffix(1);
  double sign = 0;
  if (text.starts_with('+')) sign = 1;
  if (text.starts_with('-') || text.starts_with(minus)) sign = -1;
  if (sign == 0) return std::nullopt;
  text.remove_prefix(text.starts_with(minus) ? minus.size() : 1);
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  const auto percent = with_decimal_comma(std::string(text));
  if (!percent || *percent < 0) return std::nullopt;
  return 1 + sign * *percent / 100;
}

std::vector<double> percents(const Json& node) {
  std::vector<double> shares;
  if (!node.is_object()) return shares;
  double sum = 0;
  for (const auto& [name, member] : node.items()) {
    const Json* const number = member.is_object() ? find(member, "value") : &member;
    if (number == nullptr || !number->is_number()) return {};
    shares.push_back(number->get<double>());
    sum += shares.back();
  }
  return std::abs(sum - 100) <= 1 ? shares : std::vector<double>{};
}

words::Text told_percents(const std::vector<double>& shares) {
  std::string list, instead;
  for (const double share : shares) {
    const auto* const comma = list.empty() ? "" : ", ";
    list += comma + number_text(share);
    instead += comma + number_text(share / 100);
  }
  return say("got.percent", {{"list", list}, {"instead", instead}});
}

bool within(const Field& field, double value) {
  if (is_absurd(field, value)) return false;
  if (field.above_low ? value <= field.low : value < field.low) return false;
  return value <= field.high;
}

}  // namespace scenarios
