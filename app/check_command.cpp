// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>

#include "app/analysis_text.hpp"
#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/load.hpp"
#include "app/status.hpp"
#include "app/text.hpp"
#include "scenarios/writer.hpp"
#include "sim/civil_date.hpp"
#include "viz/json_writer.hpp"
#include "viz/text_table.hpp"

namespace app {
namespace {

using scenarios::NumberInput;
using scenarios::Scenario;

constexpr std::size_t widest_source = 60;

void heading(viz::Lang lang, const Phrase& phrase) {
  put(fmt::format("\n{}\n", in(lang, phrase.sv, phrase.en)));
}

void print_table(const viz::TextTable& table) {
  for (const auto& line : table.lines(2)) put(line + "\n");
}

std::string value_text(const NumberInput& number) {
  return std::isinf(number.value) ? "unlimited" : scenarios::number_text(number.value);
}

void print_head(const Scenario& scenario, const Options& options) {
  const auto lang = options.lang;
  put(fmt::format("{}: ok\n", options.scenario));
  for (const auto& text : {viz::pick(scenario.title, lang), viz::pick(scenario.question, lang)}) {
    if (!text.empty()) put("  " + text + "\n");
  }
  const auto& horizon = scenario.horizon;
  put(fill(
      lang,
      {"  platser: {}, utgångar: {}, källor: {}; från {}, {} dygn inkörning, {} dygn mäts\n",
       "  settings: {}, exits: {}, sources: {}; from {}, {} days of warm-up, {} days measured\n"},
      scenario.settings.size(), scenario.exits.size(), scenario.arrivals.size(),
      sim::iso_date(horizon.start), horizon.warm_up_days, horizon.days));
  if (!scenario.care) return;
  put(fill(lang,
           {"  kommuner: {}, yrken: {}, slags besök: {}\n",
            "  municipalities: {}, roles: {}, kinds of visit: {}\n"},
           scenario.care->municipalities.size(), scenario.care->roles.size(),
           scenario.care->tasks.size()));
}

void print_warnings(const std::vector<scenarios::Issue>& warnings, viz::Lang lang) {
  if (warnings.empty()) return;
  heading(lang, {"Varningar", "Warnings"});
  for (const auto& warning : warnings) put("  " + warning.text() + "\n");
}

void print_numbers(const std::vector<NumberInput>& numbers, bool with_source, viz::Lang lang) {
  std::vector<std::size_t> left{0, 2, 3};
  viz::TextTable table(left);
  for (const auto& number : numbers) {
    const auto& meaning = lang == viz::Lang::Sv ? number.swedish : number.english;
    std::string last = meaning;
    if (with_source) {
      const auto& origin = number.provenance;
      last = origin.source.empty() ? (number.choice ? std::string(in(lang, "val", "choice")) : "–")
                                   : origin.source;
      if (!origin.grade.empty()) last = "[" + origin.grade + "] " + last;
    }
    table.row(
        {number.pointer, value_text(number), number.unit, viz::cut_columns(last, widest_source)});
  }
  print_table(table);
}

void print_sources(const Scenario& scenario, const Options& options) {
  const auto lang = options.lang;
  const auto numbers = scenarios::number_inputs(scenario);
  const auto bare = scenarios::numbers_without_source(scenario);
  std::map<std::string, std::size_t> grades;
  for (const auto& number : numbers) {
    if (!number.provenance.grade.empty()) ++grades[number.provenance.grade];
  }
  heading(lang, {"Tal", "Numbers"});
  std::string by_grade;
  for (const auto& [grade, count] : grades) {
    by_grade += fmt::format("{}{} {}", by_grade.empty() ? "" : ", ", grade, count);
  }
  put(fill(lang, {"  tal: {}, utan källa: {}{}\n", "  numbers: {}, without a source: {}{}\n"},
           numbers.size(), bare.size(),
           by_grade.empty() ? "" : fill(lang, {"; grad: {}", "; grade: {}"}, by_grade)));
  if (options.sources) {
    print_numbers(numbers, true, lang);
  } else {
    print_numbers(bare, false, lang);
  }
}

void print_targets(const Scenario& scenario, viz::Lang lang) {
  if (scenario.targets.empty()) return;
  heading(lang, {"Mål", "Targets"});
  viz::TextTable table({0, 1});
  for (const auto& [id, target] : scenario.targets) {
    table.row({id, viz::pick(target.label, lang),
               fill(lang, {"{} till {}", "{} to {}"}, scenarios::number_text(target.low),
                    scenarios::number_text(target.high))});
  }
  print_table(table);
}

void write_issues(viz::JsonWriter& json, std::string_view key,
                  const std::vector<scenarios::Issue>& issues) {
  json.key(key).begin_array();
  for (const auto& issue : issues) {
    json.begin_object();
    json.member("file", issue.file);
    json.member("pointer", issue.pointer);
    json.member("line", issue.line);
    json.member("column", issue.column);
    json.member("expected", issue.expected);
    json.member("got", issue.got);
    json.end_object();
  }
  json.end_array();
}

void write_analysis(viz::JsonWriter& json, const flow::Analysis& analysis) {
  json.key("findings").begin_array();
  for (const auto& finding : analysis.findings) {
    json.begin_object();
    json.member("level", finding.level == flow::Finding::Level::Error     ? "error"
                         : finding.level == flow::Finding::Level::Warning ? "warning"
                                                                          : "note");
    json.member("code", finding.code);
    json.member("pointer", finding.pointer);
    json.member("message", finding.message);
    json.end_object();
  }
  json.end_array().key("loads").begin_array();
  for (const auto& load : analysis.loads) {
    json.begin_object();
    json.member("setting", load.setting);
    json.member("per_day", load.per_day);
    json.member("days", load.days);
    json.member("places", load.places);
    json.member("capacity_mean", load.capacity_mean);
    json.member("capacity_least", load.capacity_least);
    json.member("utilisation", load.utilisation);
    json.member("unlimited", load.unlimited);
    json.end_object();
  }
  json.end_array();
}

void print_json(const Options& options, const LoadedModel& loaded) {
  viz::JsonWriter json(2);
  json.begin_object();
  json.member("file", options.scenario);
  json.member("valid", loaded.model != nullptr);
  write_issues(json, "errors", loaded.errors);
  write_issues(json, "warnings", loaded.warnings);
  write_analysis(json, loaded.analysis);
  json.key("numbers").begin_array();
  if (loaded.model) {
    for (const auto& number : scenarios::number_inputs(loaded.model->scenario())) {
      json.begin_object();
      json.member("pointer", number.pointer);
      json.member("value", number.value);
      json.member("unit", number.unit);
      json.member("grade", number.provenance.grade);
      json.member("source", number.provenance.source);
      json.member("choice", number.choice);
      json.end_object();
    }
  }
  json.end_array().end_object();
  put(json.finish());
}

}  // namespace

int check_scenario(const Options& options) {
  const auto loaded = load_model(options);
  if (options.json) print_json(options, loaded);
  if (!loaded.model) {
    tell_issues(loaded.errors, {});
    return status::bad_input;
  }
  if (options.json) return status::done;
  if (options.resolved) {
    tell_issues(loaded.warnings, in(options.lang, "varning", "warning"));
    put(loaded.resolved_json);
    return status::done;
  }
  const auto& scenario = loaded.model->scenario();
  print_head(scenario, options);
  print_warnings(loaded.warnings, options.lang);
  print_analysis(loaded.analysis, scenario, options.lang);
  print_targets(scenario, options.lang);
  print_sources(scenario, options);
  return status::done;
}

}  // namespace app
