// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "viz/language.hpp"

namespace app {

/// Makes the folder of --out and proves that it can be written, before any work. False when it
/// cannot, which has been told.
[[nodiscard]] bool output_folder_is_fit(const std::filesystem::path& folder, viz::Lang lang);

}  // namespace app
