// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "viz/language.hpp"

namespace app {

enum class Command { Run, Compare, Check, Network, Trace, Rules, Report, List, Schema, Dictionary };
enum class RulesAction { Check, Compare, Explain };

enum class ProgressStyle { Auto, Plain, None };
enum class ColourChoice { Auto, Always, Never };
/// Tables for programs, or for a spreadsheet in Swedish.
enum class Tables { ByLanguage, Plain, Swedish };
enum class Drawing { Svg, Dot, Mermaid };
/// Files that have a schema.
enum class SchemaOf { Scenario, Rules, Case, Results, Comparison };

/// What the user asked for, checked. A command reads the members that its options set; the others
/// have their defaults.
struct Options {
  Command command = Command::Run;
  viz::Lang lang = viz::Lang::En;
  std::string scenario;                ///< file, as given
  std::vector<std::string> overrides;  ///< POINTER=VALUE, in order
  std::optional<std::string> out;      ///< folder (run) or file (network)
  bool json = false;

  std::uint32_t replications = 100;  ///< how many; with `precision` at most
  double precision = 0;              ///< share of the mean; 0 = run all replications
  std::uint32_t first = 0;           ///< number of the first replication
  std::uint64_t seed = 1;
  unsigned threads = 0;  ///< 0 = all
  bool require_targets = false;
  bool plausible = false;  ///< run: print the whole table of expected figures
  ProgressStyle progress = ProgressStyle::Auto;
  ColourChoice colour = ColourChoice::Auto;

  std::vector<std::string> others;     ///< compare: scenario files
  std::vector<std::string> rule_sets;  ///< compare: rule files or names, each an alternative

  std::string results;                 ///< report: folder of a run, or its results.json
  Tables tables = Tables::ByLanguage;  ///< report

  SchemaOf schema = SchemaOf::Scenario;  ///< schema

  bool resolved = false, sources = false;  ///< check
  Drawing drawing = Drawing::Svg;          ///< network
  std::uint32_t replication = 0;           ///< trace
  std::optional<std::string> patient;      ///< trace

  RulesAction action = RulesAction::Check;                     ///< rules
  std::vector<std::string> files;                              ///< rules: files or names
  std::vector<std::string> cases;                              ///< rules explain: files or names
  bool all = false;                                            ///< rules explain
  std::vector<std::pair<std::string, std::string>> positions;  ///< rules: switch -> position
  std::optional<std::string> population;                       ///< rules: a scenario
};

}  // namespace app
