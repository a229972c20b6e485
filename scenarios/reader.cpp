// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include <fmt/format.h>

#include "scenarios/check.hpp"
#include "scenarios/decode.hpp"
#include "scenarios/document.hpp"
#include "scenarios/writer.hpp"

namespace scenarios {
namespace {

constexpr std::size_t most_shown = 200;

bool is_above(const std::string& upper, const std::string& lower) {
  return lower.starts_with(upper) && (lower.size() == upper.size() || lower[upper.size()] == '/');
}

/// The place that a reading error spoils: for a missing member the object that lacks it.
std::string spoilt(const Issue& fault) {
  const auto slash = fault.pointer.rfind('/');
  return fault.got == "nothing" && slash != std::string::npos ? fault.pointer.substr(0, slash)
                                                              : fault.pointer;
}

/// Adds findings at places where reading went well: a value that could not be read has its default,
/// and what a check says about that is noise.
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
  issues.push_back({file, "", fmt::format("at most {} faults", most_shown),
                    fmt::format("at least {} more", more)});
}

void finish(Document& document, std::span<const std::string> overrides, const std::string& path,
            bool with_files, Loaded& loaded) {
  apply_overrides(document, overrides, loaded.errors);
  Scenario scenario = decode(document, loaded.errors, loaded.warnings);
  scenario.path = path;
  Findings found = check(scenario);
  const std::size_t read_errors = loaded.errors.size();
  add_sound(loaded.errors, std::move(found.errors), read_errors);
  if (loaded.errors.empty()) add_sound(loaded.warnings, std::move(found.warnings), 0);
  if (with_files) {
    Findings in_files = check_files(scenario);
    add_sound(loaded.errors, std::move(in_files.errors), read_errors);
    if (loaded.errors.empty()) add_sound(loaded.warnings, std::move(in_files.warnings), 0);
  }
  name_origin(document, loaded.errors);
  name_origin(document, loaded.warnings);
  sort_by_place(document, loaded.errors);
  sort_by_place(document, loaded.warnings);
  cut(path, loaded.errors);
  cut(path, loaded.warnings);
  if (!loaded.errors.empty()) return;
  loaded.resolved_json = resolved_json(scenario);
  loaded.scenario = std::move(scenario);
}

/// Runs `body`, turning what it may throw (memory, the file system) into an issue.
template <class Body>
Loaded guarded(const std::string& shown, Body body) {
  Loaded loaded;
  try {
    body(loaded);
  } catch (const std::bad_alloc&) {
    loaded.errors.push_back({shown, "", "a file that fits in memory", "more than there is"});
  } catch (const std::exception& error) {
    loaded.errors.push_back({shown, "", "a file that can be read", error.what()});
  }
  if (!loaded.errors.empty()) loaded.scenario.reset();
  return loaded;
}

}  // namespace

Loaded load(const std::filesystem::path& path, std::span<const std::string> overrides) {
  const std::string shown = path.generic_string();
  return guarded(shown, [&](Loaded& loaded) {
    auto document = read_document(path, loaded.errors, loaded.warnings);
    if (document) finish(*document, overrides, shown, true, loaded);
  });
}

Loaded load_text(std::string_view text, const std::string& name,
                 std::span<const std::string> overrides) {
  return guarded(name, [&](Loaded& loaded) {
    auto document = read_document(text, name, loaded.errors);
    if (document) finish(*document, overrides, name, false, loaded);
  });
}

}  // namespace scenarios
