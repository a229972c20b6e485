// SPDX-License-Identifier: Apache-2.0
// `troskel rules compare`: where rule sets differ, as patient cases and as a matrix.
#include "app/console.hpp"
#include "app/load.hpp"
#include "app/rules_load.hpp"
#include "app/status.hpp"
#include "app/text.hpp"
#include "viz/format.hpp"
#include "viz/json_writing.hpp"
#include "viz/rules_text.hpp"
#include "viz/text_table.hpp"

namespace app {
namespace {

constexpr std::size_t most_differences_shown = 25;
constexpr std::size_t most_cubes_shown = 6;

using care::RuleComparison;
using care::RuleTable;

void put_matrix(const std::vector<RuleTable>& tables, const RuleComparison& comparison,
                viz::Lang lang) {
  put(say(lang, "rules.differing"));
  viz::TextTable table({0});
  std::vector<std::string> head{""};
  for (std::size_t i = 0; i < tables.size(); ++i) head.push_back(std::to_string(i + 1));
  table.row(head);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    std::vector<std::string> row{
        fmt::format("{} {}", i + 1, viz::pick(tables[i].set().title, lang))};
    for (std::size_t j = 0; j < tables.size(); ++j) {
      row.push_back(i == j ? "–" : viz::percent(comparison.differing[i][j], 1, lang));
    }
    table.row(std::move(row));
  }
  for (const auto& line : table.lines(2)) put(line + "\n");
}

void put_difference(const std::vector<RuleTable>& tables, const care::RuleDifference& difference,
                    const care::CaseWeights& weights, viz::Lang lang) {
  put(fmt::format("\n{}\n", viz::percent(difference.cases.share, 2, lang)));
  for (std::size_t i = 0; i < tables.size(); ++i) {
    put_wrapped(
        fmt::format("{} {} [{}]", i + 1, viz::answer_text(tables[i], difference.answers[i], lang),
                    viz::answer_sources(tables[i], difference.answers[i])),
        2);
  }
  const auto cubes = care::fewest(difference.cases.cases, tables.front().impossible(),
                                  tables.front().vocabulary());
  put_cubes({tables.front(), cubes, weights, most_cubes_shown}, lang);
}

void write_difference(viz::JsonWriting& file, const std::vector<RuleTable>& tables,
                      const care::RuleDifference& difference) {
  file("share", difference.cases.share);
  file.elements("answers", [&] {
    for (std::size_t i = 0; i < tables.size(); ++i) {
      const auto& answer = difference.answers[i];
      std::vector<std::string> rules;
      for (const auto& reading : answer.readings) {
        rules.push_back(viz::rule_place(tables[i], reading.rule));
      }
      file.element([&] {
        file("answer", viz::answer_text(tables[i], answer, viz::Lang::En));
        file("source", viz::answer_sources(tables[i], answer));
        file("rules", rules);
      });
    }
  });
  std::vector<std::string> cases;
  for (const auto& cube : care::fewest(difference.cases.cases, tables.front().impossible(),
                                       tables.front().vocabulary())) {
    cases.push_back(care::case_names(cube, tables.front().vocabulary()).en);
  }
  file("cases", cases);
}

void print_json_comparison(const std::vector<RuleTable>& tables, const RuleComparison& comparison) {
  std::vector<std::string> files;
  files.reserve(tables.size());
  for (const RuleTable& table : tables) files.push_back(table.set().path);
  put(viz::json_object(2, [&](viz::JsonWriting& file) {
    file("files", files);
    file("differing", comparison.differing);
    file.list("differences", comparison.differences, [&](const care::RuleDifference& difference) {
      write_difference(file, tables, difference);
    });
  }));
}

}  // namespace

int compare_rules(const Options& options, const LoadedTables& loaded) {
  const auto weights = load_weights(options);
  tell_issues(weights.errors, options.lang);
  if (!weights.errors.empty()) return status::bad_input;
  const auto own = care::extended(weights.population.weights, loaded.tables.front().vocabulary());
  const auto comparison = care::compare_rules(loaded.tables, own);
  if (options.json) {
    print_json_comparison(loaded.tables, comparison);
    return status::done;
  }
  const auto lang = options.lang;
  put_matrix(loaded.tables, comparison, lang);
  const auto& differences = comparison.differences;
  put(differences.empty() ? say(lang, "rules.none_differ") : say(lang, "rules.where"));
  for (std::size_t i = 0; i < std::min(differences.size(), most_differences_shown); ++i) {
    put_difference(loaded.tables, differences[i], own, lang);
  }
  if (differences.size() > most_differences_shown) {
    put(say(lang, "rules.more", {{"n", differences.size() - most_differences_shown}}));
  }
  return status::done;
}

}  // namespace app
