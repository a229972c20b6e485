// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/issue.hpp"
#include "scenarios/json.hpp"

namespace scenarios {

/// A scenario file with all that it extends merged in (RFC 7396, oldest first) and overrides
/// applied, and the file that each value came from. Beyond the RFC, a distribution whose `kind` is
/// given is replaced whole, and an object with the names of rows of a list changes these rows. At
/// last each setting, source, role or task that is `like` another becomes it, with its changes.
struct Document {
  Json value;
  std::vector<std::string> files;  ///< oldest first; the last is "--set" when there are overrides
  std::map<std::string, std::size_t> origin;  ///< pointer -> index into files, for it and all below

  /// Index of the file that the value at a pointer came from. Higher is later, and wins.
  [[nodiscard]] std::size_t origin_of(std::string_view pointer) const;

  /// Notes that a later file gave the value at a pointer, and thereby all below it.
  void note_origin(const std::string& pointer, std::size_t file);
};

/// Index of the row of a list whose member `name` is this one.
[[nodiscard]] std::optional<std::size_t> row_named(const Json& list, const std::string& name);

/// The names that rows of a list have.
[[nodiscard]] std::vector<std::string> row_names(const Json& list);

/// The file name shown for values given on the command line.
inline constexpr std::string_view override_file = "--set";

/// Reads a file and what it extends. Nothing is returned when a file cannot be read.
[[nodiscard]] std::optional<Document> read_document(const std::filesystem::path& path,
                                                    std::vector<Issue>& errors,
                                                    std::vector<Issue>& warnings);

/// Reads a document from text; one that extends another file is refused.
[[nodiscard]] std::optional<Document> read_document(std::string_view text, const std::string& shown,
                                                    std::vector<Issue>& errors);

/// Applies `POINTER=VALUE` overrides in order. VALUE is JSON, or else a string; null restores the
/// default. The pointer leads to a value of the document or to a member that the language knows
/// there. A sourced number `{"value": ...}` keeps its range and source.
void apply_overrides(Document& document, std::span<const std::string> overrides,
                     std::vector<Issue>& errors);

/// The place in the document that a pointer into the resolved scenario means: a row that stands alone,
/// without the brackets of its list, has no index there.
[[nodiscard]] std::string place_in(const Document& document, std::string_view pointer);

/// Orders issues as their places follow each other in the document.
void sort_by_place(const Document& document, std::vector<Issue>& issues);

}  // namespace scenarios
