// SPDX-License-Identifier: Apache-2.0
#include "scenarios/settle.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace scenarios {
namespace {

constexpr std::size_t most_shown = 200;

bool is_above(const std::string& upper, const std::string& lower) {
  return lower.starts_with(upper) && (lower.size() == upper.size() || lower[upper.size()] == '/');
}

/// The place that a reading error spoils: for a missing member the object that lacks it.
std::string spoilt(const Issue& fault) {
  const auto slash = fault.pointer.rfind('/');
  return fault.got == nothing() && slash != std::string::npos ? fault.pointer.substr(0, slash)
                                                              : fault.pointer;
}

/// Names the file that the value at an issue's place came from.
void name_origin(const Document& document, std::vector<Issue>& issues) {
  for (Issue& issue : issues) {
    if (issue.file.empty()) issue.file = document.files[document.origin_of(issue.pointer)];
  }
}

void cut(const std::string& file, std::vector<Issue>& issues) {
  if (issues.size() <= most_shown) return;
  const std::size_t more = issues.size() - most_shown;
  issues.resize(most_shown);
  issues.push_back({file, "", say("expected.at_most_faults", {{"n", most_shown}}),
                    say("got.at_least_more", {{"n", more}})});
}

}  // namespace

void add_sound(std::vector<Issue>& to, std::vector<Issue> found, std::size_t read_errors) {
  std::vector<std::string> faults;
  for (std::size_t i = 0; i < read_errors; ++i) faults.push_back(spoilt(to[i]));
  for (Issue& issue : found) {
    const bool noise = std::any_of(faults.begin(), faults.end(), [&](const std::string& fault) {
      return !fault.empty() && (is_above(fault, issue.pointer) || is_above(issue.pointer, fault));
    });
    if (!noise) to.push_back(std::move(issue));
  }
}

void settle(const Document& document, const std::string& shown, std::vector<Issue>& issues) {
  name_origin(document, issues);
  sort_by_place(document, issues);
  cut(shown, issues);
}

}  // namespace scenarios
