// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/status.hpp"
#include "scenarios/schema.hpp"

namespace app {

int print_schema() {
  put(scenarios::schema_json());
  return status::done;
}

int print_dictionary() {
  put(scenarios::dictionary_markdown());
  return status::done;
}

}  // namespace app
