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

/// Why files could not be written.
struct OutputError {
  std::filesystem::path path;  ///< the folder or file at fault
  words::Text reason;
  /// Whether files of an earlier set were replaced before the fault, which leaves a mixed set that
  /// readers refuse.
  bool torn = false;

  /// "path: reason".
  [[nodiscard]] words::Text message() const {
    return words::verbatim(path.string() + ": ") + reason;
  }
  /// What that means for the files in the folder, as a sentence of its own.
  [[nodiscard]] words::Text consequence() const;
};

/// What becomes of the files of an earlier set that the new one does not have.
enum class Earlier { Removed, Kept };

using WrittenFiles = std::variant<std::vector<std::filesystem::path>, OutputError>;

/// The paths, or what went wrong and what that means, as one text.
[[nodiscard]] std::variant<std::vector<std::filesystem::path>, words::Text> told(
    WrittenFiles written);

/// Makes the folder (and its parents) if needed and checks that a file can be created in it. Called
/// before a long run, so that hours of work do not end at a closed door. Nothing is left behind,
/// except the folder.
[[nodiscard]] std::optional<OutputError> prepare_folder(const std::filesystem::path& folder);

/// Why nothing may be written in the place of `target`: it is a folder, a device or a pipe.
[[nodiscard]] std::optional<OutputError> check_target(const std::filesystem::path& target);

/// Writes all files into `folder`: each is written under a temporary name in the same folder and
/// flushed to the disk, and only when all are there they are renamed over those of an earlier time,
/// in the order given. On an error before the renaming every temporary file is removed and the old
/// files are untouched. A file that is replaced gives its mode to the new one. One program at a
/// time writes into a folder; what a killed one left there is removed. The paths come back in the
/// order given.
[[nodiscard]] WrittenFiles write_files(const std::filesystem::path& folder,
                                       const std::vector<OutputFile>& files);

/// The same for files that belong together: the list of their contents (output_sums.hpp) is renamed
/// last, so that the set is whole or refused by read_whole_set() at every moment in between. Files
/// of the earlier list that are no part of the new set are removed, if they still are as they were
/// written, or stay part of it.
[[nodiscard]] WrittenFiles write_set(const std::filesystem::path& folder,
                                     const std::vector<OutputFile>& files, Earlier earlier);

}  // namespace viz
