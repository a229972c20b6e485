// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the static analysis says of a built scenario.

#include <stdexcept>
#include <string>
#include <vector>

#include "models/flow/analysis.hpp"
#include "tests/models/scenario_builder.hpp"

namespace analysed {

inline flow::Analysis analyse(const cases::Builder& b) {
  return flow::analyse(flow::compile_network(b.scenario()));
}

inline const flow::SettingLoad& load(const flow::Analysis& analysis, const std::string& setting) {
  for (const auto& row : analysis.loads) {
    if (row.setting == setting) return row;
  }
  throw std::out_of_range(setting);
}

inline std::vector<flow::Finding> found(const flow::Analysis& analysis, const std::string& code) {
  std::vector<flow::Finding> result;
  for (const auto& finding : analysis.findings) {
    if (finding.code == code) result.push_back(finding);
  }
  return result;
}

}  // namespace analysed
