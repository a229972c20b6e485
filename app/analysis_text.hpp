// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/options.hpp"
#include "models/flow/analysis.hpp"
#include "models/staff_balance.hpp"
#include "scenarios/scenario.hpp"

namespace app {

/// The findings in words, one to a line, to standard error.
void tell_findings(const flow::Analysis& analysis, viz::Lang lang);

/// What is asked of each setting, and the findings, to standard output.
void print_analysis(const flow::Analysis& analysis, const scenarios::Scenario& scenario,
                    viz::Lang lang);

/// What is due of each team, the time that it has, and what follows from it.
void print_staff(const care::StaffBalance& staff, viz::Lang lang);

}  // namespace app
