// SPDX-License-Identifier: Apache-2.0
#include "scenarios/issue.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

#include "words/visible.hpp"

namespace scenarios {
namespace {

constexpr std::size_t longest_name = 64;
constexpr std::size_t most_choices = 24;
constexpr std::size_t longest_quote = 60;
constexpr std::size_t longest_part = 1000;

char folded(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return c == '-' || c == ' ' ? '_' : c;
}

/// Optimal string alignment distance of two short names.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::array<std::array<std::size_t, longest_name + 1>, 3> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& here = row[i % 3];
    const auto& above = row[(i + 2) % 3];
    const auto& two_above = row[(i + 1) % 3];
    here[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = folded(a[i - 1]) == folded(b[j - 1]);
      here[j] = std::min({above[j] + 1, here[j - 1] + 1, above[j - 1] + (same ? 0U : 1U)});
      if (i > 1 && j > 1 && folded(a[i - 1]) == folded(b[j - 2]) &&
          folded(a[i - 2]) == folded(b[j - 1])) {
        here[j] = std::min(here[j], two_above[j - 2] + 1);
      }
    }
  }
  return row[a.size() % 3][b.size()];
}

/// The text with hidden characters written as \uXXXX and a backslash before `marked` ones, cut at a
/// character when it is long.
std::string escaped(std::string_view text, std::size_t longest, std::string_view marked) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (i >= longest) return out + "...";
    const std::size_t length = words::character_length(text, i);
    const std::string_view character = text.substr(i, std::max<std::size_t>(length, 1));
    i += character.size();
    if (length == 0) {
      out += "\xEF\xBF\xBD";
    } else if (words::is_hidden(character)) {
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(words::code_point(character)));
    } else {
      if (marked.find(character) != std::string_view::npos) out += '\\';
      out += character;
    }
  }
  return out;
}

/// A part of a message, whatever the file holds.
std::string one_line(std::string_view text) { return escaped(text, longest_part, ""); }

}  // namespace

std::string Issue::text(words::Lang lang) const {
  std::string place = one_line(file);
  if (line > 0) {
    place += fmt::format(":{}", line);
    if (column > 0) place += fmt::format(":{}", column);
  } else if (!pointer.empty()) {
    place += "#" + one_line(pointer);
  }
  return say(lang, "issue.expected_got",
             {{"place", place},
              {"expected", one_line(pick(expected, lang))},
              {"got", one_line(pick(got, lang))}});
}

words::Text nothing() { return say("got.nothing"); }

std::optional<std::string> nearest(std::string_view name, std::span<const std::string> candidates) {
  if (name.empty() || name.size() > longest_name) return std::nullopt;
  const std::string* best = nullptr;
  std::size_t least = std::max<std::size_t>(1, name.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > longest_name) continue;
    const std::size_t distance = edit_distance(name, candidate);
    if (distance >= least || distance >= candidate.size()) continue;
    least = distance;
    best = &candidate;
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

words::Text did_you_mean(std::string_view name, std::span<const std::string> candidates) {
  const auto meant = nearest(name, candidates);
  return meant ? say("issue.did_you_mean", {{"name", in_quotes(*meant)}}) : words::Text{};
}

words::Text one_of(std::span<const std::string> candidates) {
  if (candidates.empty()) return say("expected.no_choice");
  const auto shown = candidates.first(std::min(candidates.size(), most_choices));
  const std::string list = fmt::format("{}", fmt::join(shown, ", "));
  if (candidates.size() == 1) return verbatim(list);
  if (shown.size() == candidates.size()) return say("expected.one_of", {{"list", list}});
  return say("expected.one_of_many", {{"list", list}, {"more", candidates.size() - shown.size()}});
}

std::string in_quotes(std::string_view text) {
  return "\"" + escaped(text, longest_quote, "\"\\") + "\"";
}

words::Text quotation(std::string_view text) { return verbatim(in_quotes(text)); }

std::string number_text(double value) {
  if (std::isnan(value)) return "not a number";
  if (std::isinf(value)) return value > 0 ? "unlimited" : "minus infinity";
  std::array<char, 64> buffer{};
  if (value == std::trunc(value) && std::abs(value) < 1e15) {
    const auto whole =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<long long>(value));
    return {buffer.data(), whole.ptr};
  }
  const auto done = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), done.ptr};
}

std::string child_pointer(std::string_view parent, std::string_view key) {
  std::string pointer(parent);
  pointer += '/';
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

std::vector<std::string> pointer_keys(std::string_view pointer) {
  std::vector<std::string> keys;
  if (pointer.empty() || pointer.front() != '/') return keys;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    const char c = pointer[i];
    if (c == '/') {
      keys.emplace_back();
    } else if (c == '~' && i + 1 < pointer.size() &&
               (pointer[i + 1] == '0' || pointer[i + 1] == '1')) {
      keys.back() += pointer[++i] == '0' ? '~' : '/';
    } else {
      keys.back() += c;
    }
  }
  return keys;
}

}  // namespace scenarios
