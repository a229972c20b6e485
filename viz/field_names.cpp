// SPDX-License-Identifier: Apache-2.0
#include "viz/field_names.hpp"

#include <algorithm>

namespace viz {

std::string field_name(std::string_view key, Lang lang) {
  if (const auto words = words::find(lang, std::string("field.").append(key))) {
    return std::string(*words);
  }
  std::string words(key);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

}  // namespace viz
