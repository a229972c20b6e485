// SPDX-License-Identifier: Apache-2.0
/// @file
/// Finds English in what the program says in Swedish.
#pragma once

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

#include "scenarios/issue.hpp"

namespace tests {

/// English words without which hardly any English sentence or heading of ours is made, and that are
/// no Swedish words ("in", "under", "all", "men" are both).
inline constexpr auto english_words = std::to_array<std::string_view>({
    "above",    "after",    "again",    "an",           "and",      "another", "any",
    "are",      "arrivals", "asked",    "assumption",   "at",       "average", "be",
    "beds",     "been",     "before",   "below",        "better",   "between", "both",
    "but",      "by",       "cannot",   "choose",       "comes",    "could",   "days",
    "did",      "does",     "each",     "earlier",      "either",   "empty",   "error",
    "every",    "everyone", "exactly",  "expected",     "faults",   "files",   "find",
    "folder",   "for",      "found",    "from",         "gives",    "goes",    "got",
    "has",      "have",     "here",     "higher",       "hours",    "into",    "is",
    "it",       "its",      "known",    "least",        "leave",    "leaves",  "load",
    "lower",    "many",     "minutes",  "missing",      "months",   "more",    "most",
    "moves",    "must",     "names",    "neither",      "never",    "nobody",  "none",
    "nor",      "not",      "nothing",  "numbers",      "of",       "on",      "once",
    "one",      "only",     "or",       "other",        "patients", "people",  "persons",
    "places",   "queue",    "ready",    "replications", "same",     "second",  "settings",
    "shortage", "should",   "since",    "some",         "staff",    "stay",    "stays",
    "such",     "taken",    "than",     "that",         "the",      "their",   "them",
    "there",    "these",    "they",     "this",         "through",  "to",      "too",
    "twice",    "unknown",  "value",    "values",       "visits",   "wait",    "waiting",
    "waits",    "warning",  "warnings", "was",          "week",     "weeks",   "were",
    "what",     "when",     "where",    "which",        "who",      "whole",   "with",
    "without",  "worse",    "would",    "years",        "you",      "your",
});

/// The first English word of a text, or "". Left out, because it is no prose of ours: what stands
/// in quotes; options, commands and paths (words with '-', '/' or '.' inside); the values of an
/// option (words with '|') and slots of a string (in braces); identifiers (words
/// with '_' or a digit); and lists of names of the scenario language, which follow "ett av: ".
[[nodiscard]] inline std::string english_in(std::string_view text) {
  std::string prose;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"' && (i == 0 || text[i - 1] != '\\')) quoted = !quoted;
    if (text.substr(i).starts_with("ett av: ")) {
      i = std::min(
          {text.find(" (menade", i), text.find(", fick", i), text.find('\n', i), text.size()});
      if (i == text.size()) break;
    }
    prose += quoted || text[i] == '"' ? ' ' : text[i];
  }
  const auto in_word = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           (static_cast<unsigned char>(c) >= 0x80U) ||
           std::string_view("_-/.<>=+@~*#|{}").find(c) != std::string_view::npos;
  };
  for (std::size_t i = 0; i < prose.size();) {
    std::size_t end = i;
    while (end < prose.size() && in_word(prose[end])) ++end;
    std::string word = prose.substr(i, end - i);
    while (word.ends_with('.')) word.pop_back();
    std::ranges::transform(word, word.begin(), [](unsigned char c) { return std::tolower(c); });
    if (std::ranges::find(english_words, word) != english_words.end()) return word;
    i = std::max(end, i + 1);
  }
  return {};
}

/// The same for the Swedish part of a page of ours: what stands between its tags, and in the
/// attributes that are read aloud.
[[nodiscard]] inline std::string english_in_page(std::string_view page) {
  const std::size_t begin = page.find("<main id=\"sv\"");
  if (begin == std::string_view::npos) return "no Swedish part";
  const std::string_view main = page.substr(begin, page.find("</main>", begin) - begin);
  std::string prose;
  for (std::size_t i = 0; i < main.size();) {
    if (main[i] != '<') {
      prose += main[i++];
      continue;
    }
    const std::size_t end = std::min(main.find('>', i), main.size());
    const std::string_view tag = main.substr(i, end - i);
    for (const std::string_view attribute : {" title=\"", " aria-label=\""}) {
      const std::size_t at = tag.find(attribute);
      if (at == std::string_view::npos) continue;
      const std::string_view value = tag.substr(at + attribute.size());
      prose += " ";
      prose += value.substr(0, value.find('"'));
    }
    prose += ' ';
    i = end + 1;
  }
  return english_in(prose);
}

/// The same for the two parts of an issue that are ours. "yes", "no", "true" and the keys that an
/// issue names are words of the file.
[[nodiscard]] inline std::string english_in(const scenarios::Issue& issue) {
  const std::string word = english_in(issue.expected.sv);
  return word.empty() ? english_in(issue.got.sv) : word;
}

}  // namespace tests
