// SPDX-License-Identifier: Apache-2.0
#include "viz/json_members.hpp"

#include <string>

namespace viz {
namespace {

void member_if(JsonWriter& json, std::string_view name, const std::string& text) {
  if (!text.empty()) json.member(name, std::string_view(text));
}

}  // namespace

void key_members(JsonWriter& json, const care::Key& key) {
  json.member("id", key.id).member("group", key.group).member("quantity", key.quantity);
  member_if(json, "setting", key.setting);
  member_if(json, "destination", key.destination);
  member_if(json, "municipality", key.municipality);
  member_if(json, "role", key.role);
  member_if(json, "party", key.party);
  json.member("label", key.label).member("unit", key.unit).member("decimals", key.decimals);
}

void interval_member(JsonWriter& json, std::string_view name, const care::Interval& interval) {
  json.key(name).begin_array().value(interval.low).value(interval.high).end_array();
}

void identity_member(JsonWriter& json, std::string_view name, const care::RunIdentity& run) {
  json.key(name).begin_object();
  json.member("version", run.version).member("scenario_file", run.scenario_file);
  json.member("scenario_hash", run.scenario_hash).member("seed", run.seed);
  json.member("first_replication", run.first_replication);
  json.member("replications", run.replications).member("requested", run.requested);
  json.member("interrupted", run.interrupted).end_object();
}

void record_members(JsonWriter& json, const RunRecord& record) {
  json.member("started", record.started).member("seconds", record.seconds);
  if (record.cpu_seconds > 0) json.member("cpu_seconds", record.cpu_seconds);
  if (record.peak_memory_mb > 0) json.member("peak_memory_mb", record.peak_memory_mb);
  json.member("host", record.host).member("system", record.system);
  json.member("processors", record.processors).member("threads", record.threads);
  json.member("version", record.version).member("compiler", record.compiler);
  json.member("build_type", record.build_type);
  json.key("command_line").begin_array();
  for (const std::string& word : record.command_line) json.value(std::string_view(word));
  json.end_array().member("working_directory", record.working_directory);
}

}  // namespace viz
