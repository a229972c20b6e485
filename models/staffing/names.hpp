// SPDX-License-Identifier: Apache-2.0
/// @file
/// Looking up what a checked scenario refers to.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "scenarios/compile_distribution.hpp"
#include "scenarios/scenario.hpp"
#include "sim/check.hpp"

namespace care::names {

/// Place of `name` in `list`, or its size if it is not there.
template <class T>
[[nodiscard]] std::uint32_t find(const scenarios::Named<T>& list, const std::string& name) {
  std::uint32_t place = 0;
  while (place < list.size() && list[place].first != name) ++place;
  return place;
}

/// Place of `name` in `list`. Precondition (checked): it is there.
template <class T>
[[nodiscard]] std::uint32_t place_of(const scenarios::Named<T>& list, const std::string& name) {
  const std::uint32_t place = find(list, name);
  SIM_CHECK(place < list.size());
  return place;
}

/// The distribution. Precondition (checked): the parameters make one.
[[nodiscard]] inline sim::Distribution compiled(const scenarios::DistributionSpec& spec) {
  auto result = scenarios::to_distribution(spec);
  SIM_CHECK(std::holds_alternative<sim::Distribution>(result));
  return std::get<sim::Distribution>(std::move(result));
}

}  // namespace care::names
