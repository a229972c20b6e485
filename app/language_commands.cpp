// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/status.hpp"
#include "scenarios/schema.hpp"
#include "viz/schemas.hpp"
#include "viz/words_json.hpp"

namespace app {

namespace {

std::string schema_of(SchemaOf file) {
  switch (file) {
    case SchemaOf::Scenario:
      return scenarios::schema_json();
    case SchemaOf::Rules:
      return scenarios::rules_schema_json();
    case SchemaOf::Case:
      return scenarios::case_schema_json();
    case SchemaOf::Results:
      return viz::results_schema_json();
    case SchemaOf::Comparison:
      return viz::comparison_schema_json();
  }
  return {};
}

}  // namespace

int print_schema(const Options& options) {
  put(schema_of(options.schema));
  return status::done;
}

int print_dictionary(const Options& options) {
  put(options.json ? viz::words_json() : scenarios::dictionary_markdown());
  return status::done;
}

}  // namespace app
