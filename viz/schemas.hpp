// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace viz {

/// The JSON Schema (draft-07) of results.json and of comparison.json, strict, made from the lists
/// of members that write them. `viz/schema/results.v1.schema.json` and
/// `viz/schema/comparison.v1.schema.json` are their texts.
[[nodiscard]] std::string results_schema_json();
[[nodiscard]] std::string comparison_schema_json();

}  // namespace viz
