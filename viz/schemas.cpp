// SPDX-License-Identifier: Apache-2.0
#include "viz/schemas.hpp"

#include "viz/comparison_fields.hpp"
#include "viz/comparison_files.hpp"
#include "viz/json_schema.hpp"
#include "viz/results_fields.hpp"
#include "viz/results_json.hpp"

namespace viz {

std::string results_schema_json() {
  JsonSchema file;
  const care::Results any;
  return schema_text("results.v1.schema.json",
                     "What a run of Tröskel found / Vad en körning av Tröskel fann", results_format,
                     file.record([&] { fields(file, any); }));
}

std::string comparison_schema_json() {
  JsonSchema file;
  const care::Comparison any;
  return schema_text("comparison.v1.schema.json",
                     "What a comparison of runs found / Vad en jämförelse av körningar fann",
                     comparison_format, file.record([&] { comparison_fields(file, any); }));
}

}  // namespace viz
