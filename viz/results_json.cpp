// SPDX-License-Identifier: Apache-2.0
#include "viz/results_json.hpp"

#include "viz/json_members.hpp"
#include "viz/json_writing.hpp"
#include "viz/results_fields.hpp"

namespace viz {

std::string results_json(const care::Results& results) {
  JsonWriter json(2);
  json.begin_object().member("format", results_format);
  JsonWriting file(json);
  results_fields(file, results);
  json.end_object();
  return json.finish();
}

std::string run_json(const RunRecord& record, const care::RunIdentity& identity) {
  JsonWriter json(1);
  json.begin_object();
  record_members(json, record);
  json.member("scenario_file", identity.scenario_file);
  json.member("scenario_hash", identity.scenario_hash).member("seed", identity.seed);
  json.member("first_replication", identity.first_replication);
  json.member("replications", identity.replications).member("requested", identity.requested);
  json.member("interrupted", identity.interrupted).end_object();
  return json.finish();
}

}  // namespace viz
