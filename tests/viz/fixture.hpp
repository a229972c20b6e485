// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "experiments/results.hpp"
#include "scenarios/scenario.hpp"

namespace viz_test {

/// A made-up region with six municipalities, three roles, eight settings and a year of 53 weeks:
/// realistic in size and shape, invented in every number.
struct Fixture {
  scenarios::Scenario scenario;
  care::Results results;
  std::string scenario_json;
};

[[nodiscard]] Fixture region_fixture();

/// A clinic with one setting and no care layer.
[[nodiscard]] Fixture clinic_fixture();

}  // namespace viz_test
