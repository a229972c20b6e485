// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "scenarios/issue.hpp"
#include "scenarios/scenario.hpp"
#include "sim/distribution.hpp"
#include "sim/time.hpp"

namespace scenarios {

/// One unit of time; a year is 365 days.
[[nodiscard]] sim::Duration unit_duration(TimeUnit unit);

/// Whether the spec says nothing at all: a fixed value without the value. Stands for "absent" where
/// a struct holds a distribution that its scenario need not give.
[[nodiscard]] bool is_unset(const DistributionSpec& spec);

/// Whether the distribution or a component of it is a sample in a file.
[[nodiscard]] bool reads_file(const DistributionSpec& spec);

/// The distribution, of lengths in `spec.unit`; or what is wrong with the parameters, as a
/// sentence.
[[nodiscard]] std::variant<sim::Distribution, words::Text> to_distribution(
    const DistributionSpec& spec);

/// Everything that is wrong with the parameters, with pointers below `pointer`; the file name is
/// left empty. A sample in a file is not read: check_files does that.
[[nodiscard]] std::vector<Issue> check_distribution(const DistributionSpec& spec,
                                                    const std::string& pointer);

/// The sets of parameters that a kind takes, such as {"mean", "sd"}; besides them, every kind takes
/// unit, lower, upper, step and factor.
using ParameterForm = std::vector<std::string_view>;
[[nodiscard]] std::span<const ParameterForm> parameter_forms(DistributionSpec::Kind kind);

}  // namespace scenarios
