// SPDX-License-Identifier: Apache-2.0
// Wrong on purpose, one error of each family, never compiled: `./dev tidy` must fail here before
// its silence over our own sources counts for anything.
#include "sim/planted.hpp"

#include <string>
#include <utility>
#include <vector>

namespace Planted {  // readability-identifier-naming

int counter = 0;  // cppcoreguidelines-avoid-non-const-global-variables

std::size_t count(std::vector<std::string> names) {  // performance-unnecessary-value-param
  return names.size();
}

std::size_t total(std::vector<std::string> names) {
  std::size_t sum = 0;
  for (const std::string name : names) {  // performance-for-range-copy
    sum += name.size();
  }
  const std::vector<std::string> gone = std::move(names);
  return sum + gone.size() + names.size();  // bugprone-use-after-move
}

int* nothing() { return 0; }  // modernize-use-nullptr

}  // namespace Planted
