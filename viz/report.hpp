// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "experiments/results.hpp"
#include "scenarios/scenario.hpp"
#include "viz/language.hpp"

namespace viz {

struct ReportOptions {
  Lang lang = Lang::Sv;       ///< the language shown first; both are in the document
  std::string scenario_json;  ///< the resolved scenario, for the table of assumptions
  std::string reproduce;      ///< command; empty = made from the results
};

/// report.html: one self-contained document in Swedish and English. It has no script, makes no
/// request (a strict content security policy forbids both), prints on A4, and every chart has a
/// title, a description and the same figures as a table. Equal results give equal bytes.
[[nodiscard]] std::string report_html(const scenarios::Scenario& scenario,
                                      const care::Results& results, const ReportOptions& options);

}  // namespace viz
