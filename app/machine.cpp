// SPDX-License-Identifier: Apache-2.0
#include "app/machine.hpp"

#include <array>
#include <chrono>
#include <ctime>
#include <fstream>
#include <utility>

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/utsname.h>

#include "troskel_version.hpp"

#include "sim/replications.hpp"

namespace app {
namespace {

std::string processor_name() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    const auto colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) {
      return line.substr(colon + 2);
    }
  }
  return {};
}

/// ISO 8601, in UTC.
std::string time_now() {
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  const auto size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text.data(), size};
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

}  // namespace

viz::RunRecord begin_record(std::vector<std::string> command_line) {
  viz::RunRecord record;
  record.started = time_now();
  utsname names{};
  if (uname(&names) == 0) {
    record.system = fmt::format("{} {} {}", static_cast<const char*>(names.sysname),
                                static_cast<const char*>(names.release),
                                static_cast<const char*>(names.machine));
  }
  if (const auto processor = processor_name(); !processor.empty()) {
    record.system += ", " + processor;
  }
  record.processors = sim::available_threads();
  record.version = troskel::version;
  record.compiler = troskel::compiler;
  record.build_type = troskel::build_type;
  record.command_line = std::move(command_line);
  if (!record.command_line.empty()) record.command_line.front() = "troskel";
  return record;
}

void measure(viz::RunRecord& record) {
  rusage usage{};
  if (getrusage(RUSAGE_SELF, &usage) != 0) return;
  record.cpu_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
  record.peak_memory_mb = static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace app
