// SPDX-License-Identifier: Apache-2.0
#pragma once

// What several JSON files say in the same words. Internal to them.

#include <string_view>

#include "experiments/results.hpp"
#include "viz/json_writer.hpp"
#include "viz/run_record.hpp"

namespace viz {

/// Members of the object that is open: what a figure is about.
void key_members(JsonWriter& json, const care::Key& key);

/// "name": [low, high].
void interval_member(JsonWriter& json, std::string_view name, const care::Interval& interval);

/// "name": {version, scenario, hash, seed, replications}.
void identity_member(JsonWriter& json, std::string_view name, const care::RunIdentity& run);

/// Members of the object that is open: when, where and how a run was made.
void record_members(JsonWriter& json, const RunRecord& record);

}  // namespace viz
