// SPDX-License-Identifier: Apache-2.0
// `troskel rules check`: what a rule set says before anything runs.
#include <cmath>
#include <numeric>

#include "app/console.hpp"
#include "app/load.hpp"
#include "app/rules_load.hpp"
#include "app/status.hpp"
#include "app/text.hpp"
#include "scenarios/case_vocabulary.hpp"
#include "viz/format.hpp"
#include "viz/json_writer.hpp"
#include "viz/rules_text.hpp"
#include "viz/text_table.hpp"

namespace app {
namespace {

constexpr std::size_t most_cases_shown = 12;

using care::RuleAnalysis;
using care::RuleFinding;
using care::RuleTable;

void put_head(const RuleTable& table, const RuleAnalysis& analysis, viz::Lang lang) {
  const auto& set = table.set();
  put(fmt::format("{}: ok\n", set.path));
  put_wrapped(viz::pick(set.title, lang), 2);
  put_wrapped(viz::pick(set.about, lang), 2);
  std::size_t replaced = 0;
  for (const RuleFinding& finding : analysis.findings) {
    if (finding.kind == RuleFinding::Kind::Replaced) ++replaced;
  }
  put_wrapped(fill(lang,
                   {"regler: {}, varav {} helt ersatta av en senare fil; lagkrav: {}, alla "
                    "uppfyllda; varje fall har en regel",
                    "rules: {}, of them {} wholly replaced by a later file; law constraints: {}, "
                    "all kept; every case has a rule"},
                   set.rules.size(), replaced, set.constraints.size()),
              2);
}

void put_shares(const RuleAnalysis& analysis, const care::PopulationWeights& population,
                viz::Lang lang) {
  put(in(lang, "\n  Vem som ansvarar, andel av alla kombinationer av egenskaper",
         "\n  Who is responsible, share of all combinations of attributes"));
  const double persons = std::accumulate(population.persons.begin(), population.persons.end(), 0.0);
  if (persons > 0) {
    put(fill(lang, {" (vägda efter ålder, {} personer)", " (weighed by age, {} persons)"},
             viz::count(static_cast<std::uint64_t>(std::llround(persons)), lang)));
  }
  put("\n");
  viz::TextTable table({0});
  const auto row = [&](std::string_view sv, std::string_view en, double share) {
    if (share > 0) table.row({std::string(in(lang, sv, en)), viz::percent(share, 1, lang)});
  };
  row("regionen", "the region", analysis.region);
  row("kommunen", "the municipality", analysis.municipality);
  row("båda", "both", analysis.both);
  row("den enskilde", "the person", analysis.person);
  row("ingen", "nobody", analysis.nobody);
  row("omstritt", "disputed", analysis.disputed.share);
  for (const auto& line : table.lines(4)) put(line + "\n");
}

void put_switches(const RuleTable& table, const RuleAnalysis& analysis, viz::Lang lang) {
  if (analysis.switches.empty()) return;
  put(in(lang, "\n  Omkopplare som avgör fall\n", "\n  Switches that decide cases\n"));
  for (const auto& use : analysis.switches) {
    const auto& dimension = scenarios::case_vocabulary()[use.dimension];
    std::string position(in(lang, "öppen", "open"));
    for (std::size_t v = 0; !use.open && v < dimension.values.size(); ++v) {
      if ((table.positions().values[use.dimension] >> v & 1U) == 0) continue;
      position = in(lang, dimension.values[v].sv, dimension.values[v].en);
    }
    put_wrapped(
        fill(lang,
             {"{} ({}, {}): {}; avgör {} av fallen", "{} ({}, {}): {}; decides {} of the cases"},
             dimension.name, dimension.source, in(lang, dimension.sv, dimension.en), position,
             viz::percent(use.share, 1, lang)),
        4);
  }
}

void put_cases(const RuleTable& table, const care::CaseShare& cases,
               const care::CaseWeights& weights, const Phrase& heading, viz::Lang lang) {
  put(fmt::format("\n  {}: {}\n", in(lang, heading.sv, heading.en),
                  cases.cases.empty() ? in(lang, "inga fall", "no cases")
                                      : std::string_view(viz::percent(cases.share, 1, lang))));
  put_cubes({table, cases.cases, weights, most_cases_shown}, lang);
}

void put_text(const RuleTable& table, const RuleAnalysis& analysis,
              const care::PopulationWeights& population, viz::Lang lang) {
  put_head(table, analysis, lang);
  put_shares(analysis, population, lang);
  put_switches(table, analysis, lang);
  put_cases(table, analysis.disputed, population.weights, {"Omstridda fall", "Disputed cases"},
            lang);
  put_cases(table, analysis.unowned, population.weights,
            {"Fall utan ansvarig", "Cases with nobody responsible"}, lang);
  put_cases(table, analysis.unserved, population.weights,
            {"Fall som ingen utför", "Cases that nobody performs"}, lang);
}

void write_cases(viz::JsonWriter& json, std::string_view key, const RuleTable& table,
                 const care::CaseShare& cases, const care::CaseWeights& weights) {
  json.key(key).begin_object();
  json.member("share", cases.share);
  json.key("cases").begin_array();
  for (const auto& cube : cases.cases) {
    json.begin_object();
    json.member("case", care::case_names(cube));
    json.member("share", care::share_of(table, cube, weights));
    json.end_object();
  }
  json.end_array().end_object();
}

void write_set(viz::JsonWriter& json, const RuleTable& table, const RuleAnalysis& analysis,
               const care::CaseWeights& weights) {
  json.begin_object();
  json.member("file", table.set().path);
  json.member("title", table.set().title);
  json.member("rules", static_cast<std::uint64_t>(table.set().rules.size()));
  json.member("constraints", static_cast<std::uint64_t>(table.set().constraints.size()));
  json.key("responsible").begin_object();
  json.member("region", analysis.region);
  json.member("municipality", analysis.municipality);
  json.member("both", analysis.both);
  json.member("person", analysis.person);
  json.member("nobody", analysis.nobody);
  json.end_object();
  write_cases(json, "disputed", table, analysis.disputed, weights);
  write_cases(json, "nobody_responsible", table, analysis.unowned, weights);
  write_cases(json, "nobody_performs", table, analysis.unserved, weights);
  json.key("switches").begin_array();
  for (const auto& use : analysis.switches) {
    json.begin_object();
    json.member("name", scenarios::case_vocabulary()[use.dimension].name);
    json.member("open", use.open);
    json.member("share", use.share);
    json.end_object();
  }
  json.end_array().end_object();
}

}  // namespace

int check_rules(const Options& options, const LoadedTables& loaded) {
  const auto weights = load_weights(options);
  tell_issues(weights.errors, {});
  if (!weights.errors.empty()) return status::bad_input;
  viz::JsonWriter json(2);
  json.begin_array();
  for (const RuleTable& table : loaded.tables) {
    const auto analysis = care::analyse_rules(table, weights.population.weights);
    if (options.json) {
      write_set(json, table, analysis, weights.population.weights);
    } else {
      if (&table != &loaded.tables.front()) put("\n");
      put_text(table, analysis, weights.population, options.lang);
    }
  }
  json.end_array();
  if (options.json) put(json.finish());
  return status::done;
}

}  // namespace app
