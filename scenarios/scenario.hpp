// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a case says: plain data with units in names, defaults, and no behaviour. A scenario file is
// JSON; `fields.hpp` holds one list per struct that reads, checks, echoes, documents and generates
// the schema.
//
//   vocabulary   attributes (with their values), population             scenario_flow.hpp
//   flow layer   settings, moves, arrivals, initial state, horizon      scenario_flow.hpp
//   care layer   roles, shifts, tasks, teams, discharge, shortage       scenario_care.hpp
//   results      measures, passages, limits, targets, plausible ranges   scenario_results.hpp
//
// Every number in a file may be written `{"value": 8, "range": [3, 20], "grade": "assumption",
// "source": "..."}`, and every object may carry `source`, `grade`, `range` and `note` for all that
// it contains; the reader strips them into Scenario::provenance, keyed by JSON Pointer.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario_care.hpp"
#include "scenarios/scenario_flow.hpp"
#include "scenarios/scenario_results.hpp"

namespace scenarios {

/// Where a number comes from.
struct Provenance {
  Text source, note;
  std::string grade;  ///< A, B, C, assumption
  std::optional<std::array<double, 2>> range;
};

struct Scenario {
  Text title;
  Text question;  ///< what the scenario answers, one sentence
  Horizon horizon;
  Named<std::vector<std::string>> attributes;  ///< attribute -> values; the first is the default
  Named<Text> labels;                          ///< names shown for attribute values
  std::optional<Population> population;
  Named<Setting> settings;
  Named<Text> exits;                ///< ways out of the model
  std::vector<std::string> deaths;  ///< exits that are deaths
  Named<Move> moves;                ///< "from->to"
  Named<Arrival> arrivals;
  Initial initial;
  std::optional<Care> care;
  Named<Measure> measures;
  Named<Passage> passages;
  Named<Limit> limits;
  Named<Target> targets;
  Named<Plausible> plausible;
  Levers levers;
  /// Exceptions that calendars share, by the name that stands for them in `changes`.
  Named<std::vector<CalendarRule>> calendars;
  std::vector<std::string> report_by;       ///< attributes that results are broken down by, in turn
  std::vector<std::string> report_at;       ///< times at which the state of every setting is told
  std::vector<std::string> report_daily;    ///< settings whose numbers are told day by day
  std::vector<std::string> report_changes;  ///< settings whose risks are counted row by row
  std::vector<std::string> report_levels;   ///< settings with quantiles over time of their numbers

  std::map<std::string, Provenance> provenance;  ///< JSON Pointer -> origin
  std::string path;                              ///< file it was read from
  std::vector<std::string> files;  ///< with what it extends, oldest first, and the files it names
};

}  // namespace scenarios
