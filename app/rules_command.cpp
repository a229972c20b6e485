// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/library.hpp"
#include "app/load.hpp"
#include "app/rules_load.hpp"
#include "app/status.hpp"
#include "app/text.hpp"
#include "scenarios/check_rule_set.hpp"
#include "scenarios/own_attributes.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/rule_reader.hpp"
#include "viz/format.hpp"
#include "viz/rules_text.hpp"
#include "viz/text_table.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

void append(std::vector<scenarios::Issue>& to, std::vector<scenarios::Issue> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// The files that words name; all of the library when there are no words.
std::vector<fs::path> named_files(const std::vector<std::string>& words,
                                  const std::vector<fs::path>& library) {
  if (words.empty()) return library;
  std::vector<fs::path> files;
  files.reserve(words.size());
  for (const std::string& word : words) files.push_back(named_file(word, library));
  return files;
}

/// Switches given that no rule of the files looks at.
std::vector<scenarios::Issue> unread_positions(const Options& options,
                                               const std::vector<care::RuleTable>& tables) {
  std::vector<std::string> read;
  for (const auto& table : tables) {
    for (auto& name : scenarios::switches_read(table.set())) read.push_back(std::move(name));
  }
  std::ranges::sort(read);
  read.erase(std::unique(read.begin(), read.end()), read.end());
  std::vector<scenarios::Issue> issues;
  for (const auto& [name, position] : options.positions) {
    append(issues, scenarios::unread_switch("--switch", "", name, read));
  }
  return issues;
}

}  // namespace

LoadedTables load_tables(const Options& options) {
  LoadedTables result;
  std::vector<scenarios::RuleSet> sets;
  for (const auto& file : named_files(options.files, find_rule_files(library_folders()))) {
    auto loaded = scenarios::load_rules(file);
    append(result.errors, std::move(loaded.errors));
    append(result.warnings, std::move(loaded.warnings));
    if (loaded.rules) sets.push_back(*std::move(loaded.rules));
  }
  const bool together = options.action != RulesAction::Check;
  auto apart = together ? scenarios::check_own_attributes(sets) : std::vector<scenarios::Issue>{};
  if (!apart.empty()) {
    append(result.errors, std::move(apart));
    return result;
  }
  const scenarios::CaseVocabulary common(together ? std::span(sets)
                                                  : std::span<scenarios::RuleSet>{});
  for (const auto& set : sets) {
    const auto vocabulary = together ? common : scenarios::CaseVocabulary({&set, 1});
    care::RuleTable table(set, options.positions, vocabulary);
    append(result.errors, care::rule_issues(table, care::find_rule_faults(table)));
    result.tables.push_back(std::move(table));
  }
  if (result.errors.empty()) append(result.warnings, unread_positions(options, result.tables));
  return result;
}

LoadedCases load_cases(const Options& options, care::Dimensions vocabulary) {
  LoadedCases result;
  for (const auto& file : named_files(options.cases, find_case_files(library_folders()))) {
    auto loaded = scenarios::load_case(file, vocabulary);
    append(result.errors, std::move(loaded.errors));
    if (loaded.patient_case) result.cases.push_back(*std::move(loaded.patient_case));
  }
  return result;
}

LoadedWeights load_weights(const Options& options) {
  LoadedWeights result{{care::equal_weights(), {}}, {}};
  if (!options.population) return result;
  auto loaded = scenarios::load(*options.population);
  result.errors = std::move(loaded.errors);
  if (loaded.scenario) {
    result.population = care::population_weights(*loaded.scenario, result.errors);
  }
  return result;
}

void put_cubes(const CubeList& list, viz::Lang lang) {
  constexpr std::size_t indent = 4;
  if (list.cubes.empty()) return;
  const auto texts = viz::case_list(list.cubes, lang, list.table.vocabulary());
  put_wrapped(texts.common, indent);
  for (std::size_t i = 0; i < std::min(texts.cases.size(), list.most); ++i) {
    std::string bullet = std::string(indent, ' ') + "- ";
    const double share = care::share_of(list.table, list.cubes[i], list.weights);
    const auto text = fmt::format("{} ({})", texts.cases[i], viz::percent(share, 2, lang));
    for (const auto& line : viz::wrap_columns(text, viz::page_width - indent - 2)) {
      put(bullet + line + "\n");
      bullet.assign(indent + 2, ' ');
    }
  }
  if (texts.cases.size() <= list.most) return;
  put_wrapped(say(lang, "rules.more_cases", {{"n", texts.cases.size() - list.most}}), indent);
}

int work_on_rules(const Options& options) {
  const LoadedTables loaded = load_tables(options);
  tell_issues(loaded.errors, options.lang);
  if (!loaded.errors.empty()) return status::bad_input;
  tell_warnings(loaded.warnings, options.lang);
  switch (options.action) {
    case RulesAction::Check:
      return check_rules(options, loaded);
    case RulesAction::Compare:
      return compare_rules(options, loaded);
    case RulesAction::Explain:
      return explain_rules(options, loaded);
  }
  return status::unfinished;
}

}  // namespace app
