// SPDX-License-Identifier: Apache-2.0
#include "app/output_folder.hpp"

#include "app/console.hpp"
#include "app/text.hpp"
#include "viz/outputs.hpp"

namespace app {

bool output_folder_is_fit(const std::filesystem::path& folder, viz::Lang lang) {
  const auto fault = viz::check_output_folder(folder);
  if (!fault) return true;
  tell(expected_got(lang, "--out", say(lang, "expected.writable_folder"), viz::pick(*fault, lang)));
  return false;
}

}  // namespace app
