// SPDX-License-Identifier: Apache-2.0
#include "viz/results_json.hpp"

#include "viz/json_writing.hpp"
#include "viz/results_fields.hpp"
#include "viz/run_fields.hpp"

namespace viz {

std::string results_json(const care::Results& results) {
  return json_object(2, [&](JsonWriting& file) {
    file("format", results_format);
    fields(file, results);
  });
}

std::string run_json(const RunRecord& record, const care::RunIdentity& identity) {
  return json_object(1, [&](JsonWriting& file) {
    fields(file, record);
    file("scenario_file", identity.scenario_file);
    file("scenario_hash", identity.scenario_hash);
    file("seed", identity.seed);
    file("first_replication", identity.first_replication);
    file("replications", identity.replications);
    file("requested", identity.requested);
    file("interrupted", identity.interrupted);
  });
}

}  // namespace viz
