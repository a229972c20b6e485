// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the parts of the made-up region are put together from. Internal to the fixture.

#include <cstdint>
#include <string>
#include <vector>

#include "experiments/results.hpp"
#include "scenarios/scenario.hpp"

namespace viz_test::parts {

/// A repeatable number in [-1, 1] for an index: enough to make curves look drawn from nature.
[[nodiscard]] double wobble(std::size_t seed);

[[nodiscard]] care::MetricEstimate mean_estimate(care::Key key, double mean, double sd,
                                                 std::uint32_t n = 200);

/// With Wilson's interval at 95 %.
[[nodiscard]] care::MetricEstimate probability_estimate(care::Key key, std::uint32_t events,
                                                        std::uint32_t n = 200);

[[nodiscard]] care::Key key(std::string group, std::string quantity, scenarios::Text label,
                            scenarios::Text unit, int decimals);
[[nodiscard]] care::Key at_setting(care::Key base, const std::string& setting);
[[nodiscard]] care::Key of_team(care::Key base, const std::string& municipality,
                                const std::string& role);

/// The weeks of 2025, the first and the last of them cut.
[[nodiscard]] std::vector<care::WeekPoint> weeks(const std::vector<double>& means, double sd);

/// 53 weeks around a level: low in the summer by `summer`, high in the winter by `winter`.
[[nodiscard]] std::vector<double> year(double level, double summer, double winter,
                                       std::size_t seed);

// Patients: settings, ways and what became of them (fixture_flow.cpp).
void add_flow_scenario(scenarios::Scenario& scenario);
void add_place_results(care::Results& results);
void add_moves(const scenarios::Scenario& scenario, care::Results& results);

// Staff and money by municipality (fixture_staff.cpp).
void add_care_scenario(scenarios::Scenario& scenario);
void add_staff_results(care::Results& results);
void add_ledger(care::Results& results);

}  // namespace viz_test::parts
