// SPDX-License-Identifier: Apache-2.0
#include "viz/words_json.hpp"

#include "viz/json_writing.hpp"
#include "words/catalog.hpp"

namespace viz {

std::string words_json() {
  return json_object(1, [](JsonWriting& file) {
    for (const words::CatalogEntry& entry : words::catalog()) {
      file.object(entry.key, [&] {
        file("sv", entry.sv);
        file("en", entry.en);
      });
    }
  });
}

}  // namespace viz
