// SPDX-License-Identifier: Apache-2.0
// Wrong on purpose, one error of each family, never compiled: `./dev tidy` must fail here before its
// silence over our own sources counts for anything.
#include <string>
#include <vector>

namespace Planted {  // readability-identifier-naming

int counter = 0;  // cppcoreguidelines-avoid-non-const-global-variables

unsigned long total(std::vector<std::string> names) {  // performance-unnecessary-value-param
  unsigned long sum = 0;
  for (const std::string name : names) {  // performance-for-range-copy
    sum += name.size();
  }
  std::vector<std::string> gone = std::move(names);
  return sum + names.size();  // bugprone-use-after-move
}

int* nothing() { return 0; }  // modernize-use-nullptr

}  // namespace Planted
