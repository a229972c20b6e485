// SPDX-License-Identifier: Apache-2.0
#include "app/output_folder.hpp"

#include <optional>
#include <string_view>

#include "app/console.hpp"
#include "app/text.hpp"
#include "scenarios/issue.hpp"
#include "viz/atomic_output.hpp"
#include "viz/comparison_files.hpp"
#include "viz/outputs.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

void refuse(viz::Lang lang, std::string_view expected, std::string_view got) {
  tell(expected_got(lang, "--out", say(lang, expected), got));
}

/// The file that was read and that `target` would take the place of, whatever the ways to it.
std::optional<std::string> overwritten(const fs::path& target,
                                       std::span<const std::string> read_files) {
  for (const std::string& file : read_files) {
    std::error_code error;
    if (fs::equivalent(target, file, error)) return file;
  }
  return std::nullopt;
}

/// False when `target` may not be written, which has been told.
bool target_is_fit(const fs::path& target, std::span<const std::string> read_files,
                   viz::Lang lang) {
  if (const auto read = overwritten(target, read_files)) {
    refuse(lang, "expected.no_input_replaced", scenarios::in_quotes(*read));
    return false;
  }
  if (const auto fault = viz::check_target(target)) {
    refuse(lang, "expected.writable_file", viz::pick(fault->message(), lang));
    return false;
  }
  return true;
}

bool folder_is_writable(const fs::path& folder, std::string_view expected, viz::Lang lang) {
  const auto fault = viz::prepare_folder(folder);
  if (fault) refuse(lang, expected, viz::pick(fault->message(), lang));
  return !fault;
}

std::span<const std::string_view> names_of(Holds holds) {
  if (holds == Holds::Comparison) return viz::comparison_files;
  return viz::run_files;
}

/// A file that tells of a set which would no longer be whole; nothing if there is none.
std::optional<fs::path> other_set(const fs::path& folder, Holds holds) {
  std::error_code error;
  if (holds != Holds::Run && fs::exists(folder / "results.json", error)) {
    return folder / "results.json";
  }
  if (holds != Holds::Comparison && fs::exists(folder / "comparison.json", error)) {
    return folder / "comparison.json";
  }
  return std::nullopt;
}

}  // namespace

bool output_folder_is_fit(const fs::path& folder, Holds holds,
                          std::span<const std::string> read_files, viz::Lang lang) {
  if (!folder_is_writable(folder, "expected.writable_folder", lang)) return false;
  for (const std::string_view name : names_of(holds)) {
    if (!target_is_fit(folder / name, read_files, lang)) return false;
  }
  if (const auto other = other_set(folder, holds)) {
    refuse(lang, "expected.folder_of_its_own", scenarios::in_quotes(other->generic_string()));
    return false;
  }
  return true;
}

bool output_file_is_fit(const fs::path& file, std::span<const std::string> read_files,
                        viz::Lang lang) {
  if (!file.has_filename()) {
    refuse(lang, "expected.writable_file",
           viz::pick(viz::OutputError{file, words::say("got.folder")}.message(), lang));
    return false;
  }
  if (!target_is_fit(file, read_files, lang)) return false;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  return folder_is_writable(folder, "expected.writable_file", lang);
}

}  // namespace app
