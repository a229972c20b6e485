// SPDX-License-Identifier: Apache-2.0
#include "viz/terminal.hpp"

#include <algorithm>
#include <cmath>

#include "sim/civil_date.hpp"
#include "viz/terminal_page.hpp"
#include "viz/text_table.hpp"
#include "viz/views.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

constexpr std::size_t most_targets = 6;
constexpr std::size_t most_places = 9;

void title(Page& page, const scenarios::Scenario& scenario, const care::Results& results) {
  const Lang lang = page.lang();
  const std::string& name = pick(scenario.title, lang);
  page.line(page.bold(name.empty() ? results.identity.scenario_file : name));
  const auto first = scenario.horizon.start + std::chrono::days{scenario.horizon.warm_up_days};
  const auto last = first + std::chrono::days{std::max(0, scenario.horizon.days - 1)};
  page.line(page.faint(say(lang, "terminal.run",
                           {{"n", count(results.identity.replications, lang)},
                            {"from", sim::iso_date(first)},
                            {"to", sim::iso_date(last)},
                            {"seed", std::to_string(results.identity.seed)}})));
  if (results.identity.interrupted) {
    page.paragraph(say(lang, "run.interrupted",
                       {{"n", count(results.identity.replications, lang)},
                        {"requested", count(results.identity.requested, lang)}}),
                   0);
  }
}

void violations(Page& page, const care::Results& results) {
  const Lang lang = page.lang();
  for (const care::AuditItem& item : results.audit) {
    if (item.verdict != care::AuditItem::Verdict::Violated) continue;
    page.line();
    page.line(page.red(say(lang, "audit.violated_line", {{"check", pick(item.label, lang)}})));
    page.paragraph(pick(item.detail, lang), 2);
  }
}

void answer_in_words(Page& page, const scenarios::Scenario& scenario,
                     const care::Results& results) {
  page.line();
  const std::string& question = pick(scenario.question, page.lang());
  if (!question.empty()) page.paragraph(question, 0);
  std::string text;
  for (const std::string& sentence : answer(scenario, results, page.lang())) {
    text += (text.empty() ? "" : " ") + sentence;
  }
  page.paragraph(text, 2);
}

std::string with_interval(const care::MetricEstimate* metric, Lang lang) {
  if (metric == nullptr || metric->n == 0) return {};
  const int decimals = metric->mean >= 100 ? 0 : metric->key.decimals;
  const auto shown = [&](double value) { return number(value, decimals, lang); };
  return shown(metric->mean) + " (" +
         range(shown(metric->ci95.low), shown(metric->ci95.high), lang) + ")";
}

std::string plain(const care::MetricEstimate* metric, Lang lang) {
  return metric == nullptr || metric->n == 0 ? std::string() : figure(*metric, lang);
}

void places(Page& page, const scenarios::Scenario& scenario, const care::Results& results) {
  const Lang lang = page.lang();
  const std::vector<PlaceRow> rows = place_rows(scenario, results, lang);
  if (rows.empty()) return;
  page.heading("terminal.places");
  TextTable table;
  table.row({std::string(say(lang, "col.setting")), std::string(say(lang, "col.capacity")),
             std::string(say(lang, "col.present_ci")), std::string(say(lang, "col.utilisation")),
             std::string(say(lang, "col.ready")), std::string(say(lang, "col.waiting")),
             std::string(say(lang, "col.wait"))});
  std::size_t shown = 0;
  for (const PlaceRow& row : rows) {
    if (shown == most_places) break;
    ++shown;
    const bool held = row.ready != nullptr && row.ready->mean >= 0.05;
    const bool queued = row.queue != nullptr && row.queue->mean >= 0.05;
    table.row({cut_columns(setting_name(scenario, row.id, lang), 24),
               row.capacity.empty() ? "∞" : row.capacity, with_interval(row.present, lang),
               row.capacity.empty() ? "" : plain(row.utilisation, lang),
               held ? number(row.ready->mean, 1, lang) : "",
               queued ? number(row.queue->mean, 1, lang) : "",
               row.wait != nullptr && row.wait->mean > 0 ? plain(row.wait, lang) : ""});
  }
  page.table(table);
  page.more("terminal.more", rows.size() - shown);
}

std::string week_text(const RiskRow& row) {
  return row.worst_week ? std::to_string(*row.worst_week) : std::string();
}

std::string first_week_text(const RiskRow& row) {
  if (row.first_week == nullptr || row.first_week->n == 0) return {};
  const double week = row.first_week->p50.value_or(row.first_week->mean);
  return std::to_string(std::lround(week));
}

/// "41 % (35–47)": the sign once, so that three roles fit on a line.
std::string chance_cell(const care::MetricEstimate& any, Lang lang) {
  if (any.bound_only) {
    return (lang == Lang::Sv ? "högst " : "at most ") + percent(any.ci95.high, 1, lang);
  }
  return out_of(any.mean, 100, lang) + " (" +
         range(number(any.ci95.low * 100, 0, lang), number(any.ci95.high * 100, 0, lang), lang) +
         ")";
}

/// The last row: at least one municipality, by role.
std::vector<std::string> risk_anywhere_row(const care::Results& results,
                                           const std::vector<std::string>& roles, Lang lang) {
  std::vector<std::string> cells{std::string(say(lang, "row.anywhere"))};
  for (const std::string& role : roles) {
    const auto* any = find_figure(results, figures::any, {{}, {}, role});
    cells.push_back(any == nullptr ? "" : chance_cell(*any, lang));
  }
  cells.insert(cells.end(), {"", ""});  // worst and first week belong to one team
  return cells;
}

void risks(Page& page, const scenarios::Scenario& scenario, const care::Results& results) {
  const Lang lang = page.lang();
  const std::vector<RiskRow> rows = risk_rows(scenario, results);
  if (rows.empty()) return;
  page.heading(season_of(scenario) == Season::Summer ? "terminal.risk_summer" : "terminal.risk");
  const std::vector<std::string> roles = staffed_roles(scenario, results);
  TextTable table;
  std::vector<std::string> head{std::string(say(lang, "col.municipality"))};
  for (const std::string& role : roles)
    head.push_back(cut_columns(role_name(scenario, role, lang), 18));
  head.emplace_back(say(lang, "col.worst_week"));
  head.emplace_back(say(lang, "col.first_week"));
  table.row(std::move(head));
  for (const std::string& municipality : staffed_municipalities(scenario, results)) {
    std::vector<std::string> cells{
        cut_columns(municipality_name(scenario, municipality, lang), 20)};
    const RiskRow* highest = nullptr;
    for (const std::string& role : roles) {
      const auto row = std::find_if(rows.begin(), rows.end(), [&](const RiskRow& candidate) {
        return candidate.municipality == municipality && candidate.role == role;
      });
      cells.push_back(row == rows.end() ? "" : chance_cell(*row->any, lang));
      if (row != rows.end() && (highest == nullptr || row->any->mean > highest->any->mean)) {
        highest = &*row;
      }
    }
    cells.push_back(highest == nullptr ? "" : week_text(*highest));
    cells.push_back(highest == nullptr ? "" : first_week_text(*highest));
    table.row(std::move(cells));
  }
  if (staffed_municipalities(scenario, results).size() > 1) {
    table.row(risk_anywhere_row(results, roles, lang));
  }
  page.table(table);
  for (const std::string& part : wrap_columns(event_definition(scenario, lang), page_width - 2)) {
    page.line("  " + page.faint(part));
  }
}

void measures(Page& page, const care::Results& results) {
  const Lang lang = page.lang();
  TextTable table;
  table.row({std::string(say(lang, "col.measure")), std::string(say(lang, "col.estimate")),
             std::string(say(lang, "col.interval"))});
  std::size_t left_out = 0;
  std::size_t shown = 0;
  for (const care::MetricEstimate& metric : results.metrics) {
    if (!is_measure(metric.key) || !metric.key.municipality.empty()) continue;
    const bool is_target =
        std::any_of(results.targets.begin(), results.targets.end(),
                    [&](const auto& row) { return row.estimate.key.id == metric.key.id; });
    if (is_target) continue;
    if (shown == 6) {
      ++left_out;
      continue;
    }
    ++shown;
    table.row({cut_columns(pick(metric.key.label, lang), 48), figure(metric, lang),
               interval(metric, lang)});
  }
  if (shown == 0) return;
  page.heading("terminal.measures");
  page.table(table);
  page.more("terminal.more", left_out);
}

void targets(Page& page, const care::Results& results) {
  if (results.targets.empty()) return;
  const Lang lang = page.lang();
  page.heading("terminal.targets");
  TextTable table({0, 4});
  table.row({std::string(say(lang, "col.target")), std::string(say(lang, "col.estimate")),
             std::string(say(lang, "col.interval")), std::string(say(lang, "col.allowed")), ""});
  // Missed targets first; what is left out is then never a missed one before a reached one.
  std::vector<const care::TargetRow*> order;
  for (const bool passed : {false, true}) {
    for (const care::TargetRow& row : results.targets) {
      if (row.passed == passed) order.push_back(&row);
    }
  }
  const std::size_t shown = std::min(most_targets, order.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const care::TargetRow& row = *order[i];
    table.row({cut_columns(pick(row.label, lang), 44), figure(row.estimate, lang),
               interval(row.estimate, lang),
               range(bound_text(row.low, lang), bound_text(row.high, lang), lang),
               row.passed ? page.green(say(lang, "target.passed"))
                          : page.red(say(lang, "target.failed"))});
  }
  page.table(table);
  page.more("terminal.more", order.size() - shown);
}

void audit(Page& page, const care::Results& results) {
  const Lang lang = page.lang();
  const AuditCount counts = audit_count(results);
  page.line();
  page.line(say(lang, "audit.count",
                {{"passed", std::to_string(counts.passed)},
                 {"violated", std::to_string(counts.violated)},
                 {"notes", std::to_string(counts.notes)}}));
  for (const scenarios::Text& warning : results.warnings)
    page.paragraph("! " + pick(warning, lang), 0);
}

void files(Page& page, const TerminalOptions& options) {
  if (options.files.empty()) return;
  page.heading("terminal.files");
  const std::filesystem::path folder = options.files.front().parent_path();
  std::string names = (folder / "").string();
  for (const auto& file : options.files) {
    names += " ";
    names += file.parent_path() == folder ? file.filename().string() : file.string();
  }
  page.paragraph(names, 2);
}

/// On one line with its heading if that fits; never broken, so that it can be copied.
void reproduce(Page& page, const std::string& command) {
  const std::string heading(say(page.lang(), "terminal.reproduce"));
  page.line();
  if (columns_of(heading) + columns_of(command) + 2 <= page_width + 4) {
    page.line(page.bold(heading + ":") + " " + command);
  } else {
    page.line(page.bold(heading + ":"));
    page.line("  " + command);
  }
}

}  // namespace

std::string terminal_summary(const scenarios::Scenario& scenario, const care::Results& results,
                             const TerminalOptions& options) {
  Page page(options.lang, options.colour);
  title(page, scenario, results);
  violations(page, results);
  answer_in_words(page, scenario, results);
  risks(page, scenario, results);
  places(page, scenario, results);
  measures(page, results);
  targets(page, results);
  audit(page, results);
  files(page, options);
  reproduce(page,
            options.reproduce.empty() ? reproduce_command(scenario, results) : options.reproduce);
  return page.finish();
}

}  // namespace viz
