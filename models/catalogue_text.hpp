// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "scenarios/scenario.hpp"

namespace care {

/// Names of a quantity in both languages, its unit and how many decimals to show.
struct QuantityText {
  std::string_view id;
  std::string_view label_sv, label_en;
  std::string_view unit_sv, unit_en;
  int decimals = 1;
};

/// The text of a quantity; SIM_CHECK fails for one that is not listed.
[[nodiscard]] const QuantityText& quantity_text(std::string_view id);

}  // namespace care
