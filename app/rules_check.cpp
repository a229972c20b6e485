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
#include "viz/json_writing.hpp"
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
  if (const auto valid = viz::valid_text(set.valid, lang); !valid.empty()) put_wrapped(valid, 2);
  if (!set.attributes.empty()) put_wrapped(viz::own_attributes_text(set, lang), 2);
  std::size_t replaced = 0;
  for (const RuleFinding& finding : analysis.findings) {
    if (finding.kind == RuleFinding::Kind::Replaced) ++replaced;
  }
  put_wrapped(say(lang, "rules.size",
                  {{"rules", set.rules.size()},
                   {"replaced", replaced},
                   {"constraints", set.constraints.size()}}),
              2);
}

void put_shares(const RuleAnalysis& analysis, const care::PopulationWeights& population,
                viz::Lang lang) {
  put(say(lang, "rules.who_answers"));
  const double persons = std::accumulate(population.persons.begin(), population.persons.end(), 0.0);
  if (persons > 0) {
    put(say(lang, "rules.weighed",
            {{"persons", viz::count(static_cast<std::uint64_t>(std::llround(persons)), lang)}}));
  }
  put("\n");
  viz::TextTable table({0});
  const auto row = [&](std::string_view key, double share) {
    if (share > 0) table.row({std::string(say(lang, key)), viz::percent(share, 1, lang)});
  };
  row("who.region", analysis.region);
  row("who.municipality", analysis.municipality);
  row("who.both", analysis.both);
  row("who.person", analysis.person);
  row("who.nobody", analysis.nobody);
  row("who.disputed", analysis.disputed.share);
  for (const auto& line : table.lines(4)) put(line + "\n");
}

void put_switches(const RuleTable& table, const RuleAnalysis& analysis, viz::Lang lang) {
  if (analysis.switches.empty()) return;
  put(say(lang, "rules.switches"));
  for (const auto& use : analysis.switches) {
    const auto& dimension = scenarios::case_vocabulary()[use.dimension];
    std::string position(say(lang, "rules.open"));
    for (std::size_t v = 0; !use.open && v < dimension.values.size(); ++v) {
      if ((table.positions().values[use.dimension] >> v & 1U) == 0) continue;
      position = dimension.values[v].label(lang);
    }
    put_wrapped(say(lang, "rules.switch",
                    {{"name", dimension.name},
                     {"source", dimension.source},
                     {"label", dimension.label(lang)},
                     {"position", position},
                     {"share", viz::percent(use.share, 1, lang)}}),
                4);
  }
}

void put_cases(const RuleTable& table, const care::CaseShare& cases,
               const care::CaseWeights& weights, std::string_view heading, viz::Lang lang) {
  put(fmt::format("\n  {}: {}\n", say(lang, heading),
                  cases.cases.empty() ? say(lang, "rules.no_cases")
                                      : std::string_view(viz::percent(cases.share, 1, lang))));
  put_cubes({table, cases.cases, weights, most_cases_shown}, lang);
}

void put_text(const RuleTable& table, const RuleAnalysis& analysis,
              const care::PopulationWeights& population, viz::Lang lang) {
  put_head(table, analysis, lang);
  put_shares(analysis, population, lang);
  put_switches(table, analysis, lang);
  put_cases(table, analysis.disputed, population.weights, "rules.disputed_cases", lang);
  put_cases(table, analysis.unowned, population.weights, "rules.unowned_cases", lang);
  put_cases(table, analysis.unserved, population.weights, "rules.unserved_cases", lang);
}

void write_cases(viz::JsonWriting& file, std::string_view name, const RuleTable& table,
                 const care::CaseShare& cases, const care::CaseWeights& weights) {
  file.object(name, [&] {
    file("share", cases.share);
    file.list("cases", cases.cases, [&](const care::Cube& cube) {
      file("case", care::case_names(cube, table.vocabulary()).en);
      file("share", care::share_of(table, cube, weights));
    });
  });
}

void write_set(viz::JsonWriting& file, const RuleTable& table, const RuleAnalysis& analysis,
               const care::CaseWeights& weights) {
  file("file", table.set().path);
  file("title", table.set().title);
  file.elements("attributes", [&] {
    for (const auto& own : table.words().own()) {
      file.element([&] {
        file("name", own.name);
        file("title", scenarios::Text{std::string(own.sv), std::string(own.en)});
        file("values", scenarios::value_names(own));
      });
    }
  });
  file("rules", table.set().rules.size());
  file("constraints", table.set().constraints.size());
  file.object("responsible", [&] {
    file("region", analysis.region);
    file("municipality", analysis.municipality);
    file("both", analysis.both);
    file("person", analysis.person);
    file("nobody", analysis.nobody);
  });
  write_cases(file, "disputed", table, analysis.disputed, weights);
  write_cases(file, "nobody_responsible", table, analysis.unowned, weights);
  write_cases(file, "nobody_performs", table, analysis.unserved, weights);
  file.list("switches", analysis.switches, [&](const auto& use) {
    file("name", scenarios::case_vocabulary()[use.dimension].name);
    file("open", use.open);
    file("share", use.share);
  });
}

std::string sets_json(const std::vector<RuleTable>& tables, const care::CaseWeights& weights) {
  return viz::json_list(2, [&](viz::JsonWriting& file) {
    for (const RuleTable& table : tables) {
      const auto own = care::extended(weights, table.vocabulary());
      file.element([&] { write_set(file, table, care::analyse_rules(table, own), own); });
    }
  });
}

}  // namespace

int check_rules(const Options& options, const LoadedTables& loaded) {
  const auto weights = load_weights(options);
  tell_issues(weights.errors, options.lang);
  if (!weights.errors.empty()) return status::bad_input;
  if (options.json) {
    put(sets_json(loaded.tables, weights.population.weights));
    return status::done;
  }
  for (const RuleTable& table : loaded.tables) {
    auto population = weights.population;
    population.weights = care::extended(std::move(population.weights), table.vocabulary());
    const auto analysis = care::analyse_rules(table, population.weights);
    if (&table != &loaded.tables.front()) put("\n");
    put_text(table, analysis, population, options.lang);
  }
  return status::done;
}

}  // namespace app
