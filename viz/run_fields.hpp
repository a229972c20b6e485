// SPDX-License-Identifier: Apache-2.0
#pragma once

// The layout of run.json, said once. Internal to the files that hold it.

#include <optional>

#include "scenarios/field.hpp"
#include "viz/run_record.hpp"

namespace viz {

template <class Archive, scenarios::Like<RunRecord> S>
void fields(Archive& file, S& record) {
  const auto measured = [](double value) {
    return value > 0 ? std::optional<double>(value) : std::nullopt;
  };
  file("started", record.started);
  file("seconds", record.seconds);
  file.unless_empty("cpu_seconds", measured(record.cpu_seconds));
  file.unless_empty("peak_memory_mb", measured(record.peak_memory_mb));
  file("system", record.system);
  file("processors", record.processors);
  file("threads", record.threads);
  file("version", record.version);
  file("compiler", record.compiler);
  file("build_type", record.build_type);
  file("command_line", record.command_line);
}

}  // namespace viz
