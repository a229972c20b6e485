// SPDX-License-Identifier: Apache-2.0
#include "scenarios/roster_words.hpp"

#include <algorithm>
#include <charconv>
#include <span>
#include <string>

namespace scenarios {
namespace {

using sim::DayKind;

struct DayWord {
  std::string_view word;
  DayKind first, last;
};

// A public holiday is only that, as everywhere in the language.
constexpr std::array<DayWord, 23> known_days{{
    {"mon", DayKind::Mon, DayKind::Mon},
    {"tue", DayKind::Tue, DayKind::Tue},
    {"wed", DayKind::Wed, DayKind::Wed},
    {"thu", DayKind::Thu, DayKind::Thu},
    {"fri", DayKind::Fri, DayKind::Fri},
    {"sat", DayKind::Sat, DayKind::Sat},
    {"sun", DayKind::Sun, DayKind::Sun},
    {"holiday", DayKind::Holiday, DayKind::Holiday},
    {"mån", DayKind::Mon, DayKind::Mon},
    {"tis", DayKind::Tue, DayKind::Tue},
    {"ons", DayKind::Wed, DayKind::Wed},
    {"tor", DayKind::Thu, DayKind::Thu},
    {"tors", DayKind::Thu, DayKind::Thu},
    {"fre", DayKind::Fri, DayKind::Fri},
    {"lör", DayKind::Sat, DayKind::Sat},
    {"sön", DayKind::Sun, DayKind::Sun},
    {"helgdag", DayKind::Holiday, DayKind::Holiday},
    {"weekday", DayKind::Mon, DayKind::Fri},
    {"vardag", DayKind::Mon, DayKind::Fri},
    {"weekend", DayKind::Sat, DayKind::Holiday},
    {"helg", DayKind::Sat, DayKind::Holiday},
    {"all", DayKind::Mon, DayKind::Holiday},
    {"alla", DayKind::Mon, DayKind::Holiday},
}};

constexpr std::string_view separators = " ,;+\t";

/// The parts of a text between separators.
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find_first_not_of(separators); at != std::string_view::npos;
       at = text.find_first_not_of(separators, at)) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end;
  }
  return parts;
}

bool is_same(char a, char b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return lower(a) == lower(b);
}

const DayWord* find_day(std::string_view word) {
  const auto* const found = std::ranges::find_if(known_days, [&](const DayWord& known) {
    return std::ranges::equal(word, known.word, is_same);
  });
  return found == known_days.end() ? nullptr : found;
}

/// Adds the days from one to another, over the end of the week if need be.
void add_days(DayKind first, DayKind last, std::vector<DayKind>& days) {
  const int wrap = last < first ? 7 : 8;
  for (int day = static_cast<int>(first);; day = (day + 1) % wrap) {
    const auto kind = static_cast<DayKind>(day);
    if (std::ranges::find(days, kind) == days.end()) days.push_back(kind);
    if (kind == last) return;
  }
}

/// "mon-fri" or one word.
bool add_part(std::string_view part, std::vector<DayKind>& days) {
  const std::size_t dash = part.find('-');
  const DayWord* const first = find_day(part.substr(0, dash));
  if (first == nullptr) return false;
  if (dash == std::string_view::npos) {
    add_days(first->first, first->last, days);
    return true;
  }
  const DayWord* const last = find_day(part.substr(dash + 1));
  const auto is_weekday = [](const DayWord* day) {
    return day != nullptr && day->first == day->last && day->first != DayKind::Holiday;
  };
  if (!is_weekday(first) || !is_weekday(last)) return false;
  add_days(first->first, last->first, days);
  return true;
}

std::optional<int> week_in(std::string_view text) {
  int week = 0;
  const auto* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, week);
  if (read.ec != std::errc{} || read.ptr != end || week < 1 || week > 53) return std::nullopt;
  return week;
}

bool is_said_as(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return std::ranges::equal(text, word, is_same); });
}

}  // namespace

DayWords days_in(std::string_view text) {
  DayWords result;
  for (const auto part : parts_of(text)) {
    if (!add_part(part, result.days)) return {{}, part};
  }
  std::ranges::sort(result.days);
  if (result.days.size() == 8) result.days.clear();
  return result;
}

std::vector<std::string> day_words() {
  std::vector<std::string> words;
  words.reserve(known_days.size());
  for (const DayWord& known : known_days) words.emplace_back(known.word);
  return words;
}

std::optional<std::array<int, 2>> weeks_in(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto first = week_in(text.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : week_in(text.substr(dash + 1));
  if (!first || !last) return std::nullopt;
  return std::array<int, 2>{*first, *last};
}

std::optional<std::vector<std::array<int, 2>>> leave_in(std::string_view text) {
  static constexpr std::array<std::string_view, 2> none{"none", "ingen"};
  std::vector<std::array<int, 2>> leave;
  if (is_said_as(text, none)) return leave;
  for (const auto part : parts_of(text)) {
    const auto weeks = weeks_in(part);
    if (!weeks) return std::nullopt;
    leave.push_back(*weeks);
  }
  return leave;
}

std::optional<bool> truth_in(std::string_view text) {
  static constexpr std::array<std::string_view, 5> yes{"true", "yes", "ja", "x", "1"};
  static constexpr std::array<std::string_view, 5> no{"false", "no", "nej", "0", ""};
  if (is_said_as(text, yes)) return true;
  if (is_said_as(text, no)) return false;
  return std::nullopt;
}

}  // namespace scenarios
