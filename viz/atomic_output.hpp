// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "words/catalog.hpp"

namespace viz {

/// A file to be written: name inside the folder, and its bytes, which may come piece by piece, so
/// that what grows with the number of replications is never whole in memory.
struct OutputFile {
  using Put = std::function<void(std::string_view)>;

  OutputFile(std::string file, std::string content)
      : name(std::move(file)),
        each_piece([content = std::move(content)](const Put& put) { put(content); }) {}
  OutputFile(std::string file, std::function<void(const Put&)> pieces)
      : name(std::move(file)), each_piece(std::move(pieces)) {}

  std::string name;
  std::function<void(const Put&)> each_piece;
};

/// Why a set of files could not be written.
struct OutputError {
  std::filesystem::path path;  ///< the folder or file at fault
  words::Text reason;

  /// "path: reason".
  [[nodiscard]] words::Text message() const {
    return words::verbatim(path.string() + ": ") + reason;
  }
};

/// Makes the folder (and its parents) if needed and checks that a file can be created in it. Called
/// before a long run, so that hours of work do not end at a closed door. Nothing is left behind,
/// except the folder.
[[nodiscard]] std::optional<OutputError> prepare_folder(const std::filesystem::path& folder);

/// Writes all files into `folder`, whole or not at all: each is written under a temporary name in
/// the same folder and flushed to the disk, and only when all are there they are renamed over those
/// of an earlier run. On an error before the renaming every temporary file is removed and the old
/// files are untouched. The renames of one program come all before or all after those of another.
/// What a killed program left in the folder is removed. The paths come back in the order given.
[[nodiscard]] std::variant<std::vector<std::filesystem::path>, OutputError> write_files(
    const std::filesystem::path& folder, const std::vector<OutputFile>& files);

}  // namespace viz
