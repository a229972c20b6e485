// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/document.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/json.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// The place of a document that is being read: what stands there, how it is called, where its
/// numbers come from. Takes what the file says about sources on the way, and the issues.
class Cursor {
 public:
  Cursor(const Document& document, std::map<std::string, Provenance>& provenance,
         std::vector<Issue>& errors, std::vector<Issue>& warnings)
      : document_(document), provenance_(provenance), errors_(errors), warnings_(warnings) {
    here_.node = &document.value;
  }

  [[nodiscard]] const Json& node() const { return *here_.node; }

  /// Runs `body` one level down.
  template <class Body>
  void below(std::string_view key, const Json& node, Body&& body) {
    Place outer = here_;
    here_.at = child_pointer(here_.at, key);
    here_.canonical = child_pointer(here_.canonical, key);
    here_.node = &node;
    body();
    here_ = std::move(outer);
  }

  /// The whole file.
  [[nodiscard]] const Json& root() const { return document_.value; }

  /// Runs `body` for what a name here stands for: `node` at `pointer`, which is read where it stands
  /// as well, so that its faults are told there and only once.
  template <class Body>
  void elsewhere(const std::string& pointer, const Json& node, Body&& body) {
    Place outer = here_;
    const std::size_t faults = errors_.size();
    const std::size_t warnings = warnings_.size();
    here_.at = pointer;
    here_.node = &node;
    body();
    errors_.resize(faults);
    warnings_.resize(warnings);
    here_ = std::move(outer);
  }

  /// Runs `body` for a row that stands alone: the resolved scenario has it as the first of a list.
  template <class Body>
  void as_row(Body&& body) {
    Place outer = here_;
    here_.canonical += "/0";
    body();
    here_ = std::move(outer);
  }

  /// Takes source, grade, range and note of the object here, for it and all below.
  void enter_object();

  /// Steps into {"value": x, "source": ...} if that stands here. False after an issue. `number`:
  /// sources above count for it.
  [[nodiscard]] bool unwrap(bool number);

  /// Folder of the file that the value here came from.
  [[nodiscard]] std::filesystem::path folder() const;

  void report(words::Text expected, words::Text got) {
    report_pointer(here_.at, std::move(expected), std::move(got));
  }
  /// The same for a member of the object here.
  void report_at(std::string_view key, words::Text expected, words::Text got) {
    report_pointer(child_pointer(here_.at, key), std::move(expected), std::move(got));
  }
  /// How many faults were found so far.
  [[nodiscard]] std::size_t errors() const { return errors_.size(); }
  /// Whether there are so many issues that no more are taken.
  [[nodiscard]] bool full() const { return errors_.size() >= most_issues; }

 private:
  static constexpr std::size_t most_issues = 1000;

  struct Place {
    const Json* node = nullptr;
    std::string at;         ///< pointer in the document
    std::string canonical;  ///< pointer in the resolved scenario
    /// Pointer in the document of the nearest source or grade; "-" = none.
    std::string sourced = "-";
    bool noted = false;  ///< a later origin is noted here or above
  };

  const Provenance* take_provenance();
  void take_member(std::string_view key, const Json& member, Provenance& given);
  void take_words(words::Text& given);
  void take_range(Provenance& given);
  void check_range(const Provenance& given, const Json& value);
  void note_origin(bool number);
  void report_pointer(const std::string& pointer, words::Text expected, words::Text got);

  const Document& document_;
  std::map<std::string, Provenance>& provenance_;
  std::vector<Issue>& errors_;
  std::vector<Issue>& warnings_;
  Place here_;
};

}  // namespace scenarios
