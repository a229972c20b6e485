// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "viz/language.hpp"

namespace app {

/// What is to be written into a folder.
enum class Holds {
  Run,
  Comparison,
  Views,  ///< tables and report of results that lie elsewhere
};

/// Makes the folder of --out and proves that it can be written, before any work; nothing of
/// `read_files` may be overwritten, and no set of another kind made useless. False when it is not
/// fit, which has been told.
[[nodiscard]] bool output_folder_is_fit(const std::filesystem::path& folder, Holds holds,
                                        std::span<const std::string> read_files, viz::Lang lang);

/// The same of the file of --out.
[[nodiscard]] bool output_file_is_fit(const std::filesystem::path& file,
                                      std::span<const std::string> read_files, viz::Lang lang);

}  // namespace app
