// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>

#include "app/analysis_text.hpp"
#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/load.hpp"
#include "app/status.hpp"
#include "app/text.hpp"
#include "scenarios/origin.hpp"
#include "scenarios/writer.hpp"
#include "sim/civil_date.hpp"
#include "viz/format.hpp"
#include "viz/json_writing.hpp"
#include "viz/text_table.hpp"
#include "viz/views.hpp"

namespace app {
namespace {

using scenarios::NumberInput;
using scenarios::Scenario;

constexpr std::size_t widest_source = 60;

void heading(viz::Lang lang, std::string_view key) { put(fmt::format("\n{}\n", say(lang, key))); }

void print_table(const viz::TextTable& table, std::size_t width = viz::page_width) {
  for (const auto& line : table.lines(2, width)) put(line + "\n");
}

std::string value_text(const NumberInput& number, viz::Lang lang) {
  if (std::isinf(number.value)) return std::string(say(lang, "places.unlimited"));
  return scenarios::number_text(number.value);
}

/// "per day" of the language's lists is "field_unit.per_day" here.
std::string_view unit_text(const NumberInput& number, viz::Lang lang) {
  if (number.unit.empty()) return {};
  std::string key;
  for (const char c : number.unit) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (plain) key += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (!plain && !key.ends_with('_')) key += '_';
  }
  return say(lang, "field_unit." + key);
}

void print_head(const Scenario& scenario, const Options& options) {
  const auto lang = options.lang;
  put(fmt::format("{}: ok\n", options.scenario));
  for (const auto& text : {viz::pick(scenario.title, lang), viz::pick(scenario.question, lang)}) {
    put_wrapped(text, 2);
  }
  const auto& horizon = scenario.horizon;
  put_wrapped(say(lang, "check.size",
                  {{"settings", scenario.settings.size()},
                   {"exits", scenario.exits.size()},
                   {"sources", scenario.arrivals.size()},
                   {"start", sim::iso_date(horizon.start)},
                   {"warm_up", horizon.warm_up_days},
                   {"days", scenarios::number_text(sim::days(horizon.length()))}}),
              2);
  if (!scenario.care) return;
  put_wrapped(say(lang, "check.care",
                  {{"municipalities", scenario.care->municipalities.size()},
                   {"roles", scenario.care->roles.size()},
                   {"tasks", scenario.care->tasks.size()}}),
              2);
}

void print_warnings(const std::vector<scenarios::Issue>& warnings, viz::Lang lang) {
  if (warnings.empty()) return;
  heading(lang, "check.warnings");
  for (const auto& warning : warnings) put("  " + warning.text(lang) + "\n");
}

/// Every number with its source, or what there is instead of one.
void print_numbers(const std::vector<NumberInput>& numbers, viz::Lang lang) {
  std::vector<std::size_t> left{0, 2, 3};
  viz::TextTable table(left);
  for (const auto& number : numbers) {
    const auto& origin = number.provenance;
    std::string last = number.choice ? std::string(say(lang, "check.choice")) : "–";
    if (!viz::pick(origin.source, lang).empty()) last = viz::pick(origin.source, lang);
    if (!origin.grade.empty()) {
      last = "[" + viz::pick(scenarios::grade_text(origin.grade), lang) + "] " + last;
    }
    table.row({number.pointer, value_text(number, lang), std::string(unit_text(number, lang)),
               viz::cut_columns(last, widest_source)});
  }
  print_table(table, viz::no_width);  // a number a line, for grep and less
}

/// How many numbers of each part of the scenario lack a source, and how to see which.
void print_bare_parts(const std::vector<NumberInput>& bare, viz::Lang lang) {
  if (bare.empty()) return;
  std::map<std::string, std::size_t> parts;
  for (const auto& number : bare) {
    const auto keys = scenarios::pointer_keys(number.pointer);
    const std::size_t named = std::min<std::size_t>(keys.size(), 2);
    std::string part;
    for (std::size_t k = 0; k < named; ++k) part = scenarios::child_pointer(part, keys[k]);
    ++parts[part];
  }
  viz::TextTable table({0});
  for (const auto& [part, count] : parts) table.row({part, std::to_string(count)});
  print_table(table);
  put(std::string(say(lang, "check.how_to_list")));
}

void print_sources(const Scenario& scenario, const Options& options) {
  const auto lang = options.lang;
  const auto numbers = scenarios::number_inputs(scenario);
  const auto bare = scenarios::numbers_without_source(scenario);
  std::map<std::string, std::size_t> grades;
  for (const auto& number : numbers) {
    if (!number.provenance.grade.empty()) ++grades[number.provenance.grade];
  }
  heading(lang, "check.numbers");
  std::string by_grade;
  for (const auto& [grade, count] : grades) {
    by_grade += fmt::format("{}{} {}", by_grade.empty() ? "" : ", ",
                            viz::pick(scenarios::grade_text(grade), lang), count);
  }
  put_wrapped(
      say(lang, "check.without_source",
          {{"numbers", numbers.size()},
           {"bare", bare.size()},
           {"grades", by_grade.empty() ? "" : say(lang, "check.grades", {{"grades", by_grade}})}}),
      2);
  if (options.sources) return print_numbers(numbers, lang);
  print_bare_parts(bare, lang);
}

void print_targets(const Scenario& scenario, viz::Lang lang) {
  if (scenario.targets.empty()) return;
  heading(lang, "check.targets");
  viz::TextTable table({0, 1});
  for (const auto& [id, target] : scenario.targets) {
    table.row(
        {id, viz::pick(target.label, lang),
         viz::range(viz::bound_text(target.low, lang), viz::bound_text(target.high, lang), lang)});
  }
  print_table(table);
}

void write_issues(viz::JsonWriting& file, std::string_view name,
                  const std::vector<scenarios::Issue>& issues, viz::Lang lang) {
  file.list(name, issues, [&](const scenarios::Issue& issue) {
    file("file", issue.file);
    file("pointer", issue.pointer);
    file("line", issue.line);
    file("column", issue.column);
    file("expected", viz::pick(issue.expected, lang));
    file("got", viz::pick(issue.got, lang));
  });
}

std::string_view level_id(flow::Finding::Level level) {
  using Level = flow::Finding::Level;
  return level == Level::Error ? "error" : level == Level::Warning ? "warning" : "note";
}

void write_analysis(viz::JsonWriting& file, const flow::Analysis& analysis,
                    const care::StaffBalance& staff) {
  auto findings = analysis.findings;
  findings.insert(findings.end(), staff.findings.begin(), staff.findings.end());
  std::ranges::stable_sort(findings, {}, &flow::Finding::level);
  file.list("findings", findings, [&](const flow::Finding& finding) {
    file("level", level_id(finding.level));
    file("code", finding.code);
    file("pointer", finding.pointer);
    file("message", finding.message);
  });
  file.list("loads", analysis.loads, [&](const flow::SettingLoad& load) {
    file("setting", load.setting);
    file("per_day", load.per_day);
    file("days", load.days);
    file("places", load.places);
    file("capacity_mean", load.capacity_mean);
    file("capacity_least", load.capacity_least);
    file("utilisation", load.utilisation);
    file("unlimited", load.unlimited);
  });
}

void write_work(viz::JsonWriting& file, const care::WorkAndTime& work) {
  file("due_hours", work.due);
  file("available_hours", work.available);
  file("load", work.load());  // null where there is work and no time
}

void write_week(viz::JsonWriting& file, const care::StaffBalance& staff,
                const care::WorkWeek& week) {
  write_work(file, week.all);
  file.elements("shifts", [&] {
    for (std::size_t s = 0; s < week.shifts.size(); ++s) {
      file.element([&] {
        file("shift", staff.shifts[s]);
        write_work(file, week.shifts[s]);
      });
    }
  });
}

void write_staff(viz::JsonWriting& file, const care::StaffBalance& staff) {
  file.list("staff", staff.teams, [&](const care::TeamBalance& team) {
    file("unit", team.unit);
    file("role", team.role);
    file("pointer", team.pointer);
    file.object("normal_week", [&] { write_week(file, staff, team.normal); });
    if (team.worst) {
      file.object("worst_week", [&] {
        file("iso_week", team.worst_week);
        write_week(file, staff, *team.worst);
      });
    }
    file("weeks_over", team.weeks_over);
  });
}

void print_json(const Options& options, const care::Case& loaded) {
  care::StaffBalance staff;
  if (loaded.model) staff = care::balance_staff(*loaded.model, loaded.analysis);
  std::vector<NumberInput> numbers;
  if (loaded.model) numbers = scenarios::number_inputs(loaded.model->scenario());
  put(viz::json_object(2, [&](viz::JsonWriting& file) {
    file("file", options.scenario);
    file("valid", loaded.model != nullptr);
    write_issues(file, "errors", loaded.errors, options.lang);
    write_issues(file, "warnings", loaded.warnings, options.lang);
    write_analysis(file, loaded.analysis, staff);
    write_staff(file, staff);
    file.list("numbers", numbers, [&](const NumberInput& number) {
      file("pointer", number.pointer);
      file("value", number.value);
      file("unit", number.unit);
      file("grade", number.provenance.grade);
      file("source", viz::pick(number.provenance.source, options.lang));
      file("choice", number.choice);
    });
  }));
}

}  // namespace

int check_scenario(const Options& options) {
  const auto loaded = load_case(options);
  if (options.json) print_json(options, loaded);
  if (!loaded.model) {
    tell_issues(loaded.errors, options.lang);
    return status::bad_input;
  }
  if (options.json) return status::done;
  if (options.resolved) {
    tell_warnings(loaded.warnings, options.lang);
    put(scenarios::resolved_json(loaded.model->scenario()));
    return status::done;
  }
  const auto& scenario = loaded.model->scenario();
  print_head(scenario, options);
  print_warnings(loaded.warnings, options.lang);
  print_analysis(loaded.analysis, scenario, options.lang);
  print_staff(care::balance_staff(*loaded.model, loaded.analysis), options.lang);
  print_targets(scenario, options.lang);
  print_sources(scenario, options);
  return status::done;
}

}  // namespace app
