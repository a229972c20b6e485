// SPDX-License-Identifier: Apache-2.0
#include "viz/json_members.hpp"

#include "viz/json_writing.hpp"
#include "viz/results_fields.hpp"

namespace viz {

void key_members(JsonWriter& json, const care::Key& key) {
  JsonWriting file(json);
  key_fields(file, key);
}

void interval_member(JsonWriter& json, std::string_view name, const care::Interval& interval) {
  JsonWriting(json).interval(name, interval);
}

void identity_member(JsonWriter& json, std::string_view name, const care::RunIdentity& run) {
  JsonWriting file(json);
  file.object(name, [&] { identity_fields(file, run); });
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
