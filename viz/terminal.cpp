// SPDX-License-Identifier: Apache-2.0
#include "viz/terminal.hpp"

#include <algorithm>

#include "sim/civil_date.hpp"
#include "viz/figure_tables.hpp"
#include "viz/table_terminal.hpp"
#include "viz/terminal_page.hpp"
#include "viz/text_table.hpp"
#include "viz/views.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

constexpr std::size_t most_targets = 4;
constexpr std::size_t most_places = 9;
constexpr std::size_t most_shift_rows = 3;
constexpr std::size_t most_causes = 6;
constexpr std::size_t most_own_measures = 6;

void title(Page& page, const scenarios::Scenario& scenario, const care::Results& results) {
  const Lang lang = page.lang();
  const std::string& name = pick(scenario.title, lang);
  page.line(page.bold(name.empty() ? results.identity.scenario_file : name));
  const auto first = scenario.horizon.measured_from();
  const auto last = scenario.horizon.end() - std::chrono::days{1};
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

/// A table below its heading, if it has rows.
void section(Page& page, std::string_view heading, const Table& table, std::size_t most) {
  const TerminalTable shown = terminal_table(page, table, most);
  if (shown.rows == 0) return;
  page.heading_text(heading);
  page.table(shown.text);
  page.more("terminal.more", shown.left_out);
}

void risks(Page& page, const scenarios::Scenario& scenario, const care::Results& results) {
  if (risk_rows(scenario, results).empty()) return;
  const std::string_view seasons = season_word(season_of(scenario), page.lang());
  section(page, say(page.lang(), "terminal.risk", {{"seasons", seasons}}),
          risk_table(scenario, results), every_row);
  const std::string definition = event_definition(scenario, page.lang());
  for (const std::string& part : wrap_columns(definition, page_width - 2)) {
    page.line("  " + page.faint(part));
  }
  // Of the role that a scenario is mostly about; the page has the others.
  const Table shifts = shift_risk_table(scenario, results, risk_rows(scenario, results)[0].role);
  section(page, pick(shifts.caption, page.lang()), shifts, most_shift_rows);
}

void expectations(Page& page, const scenarios::Scenario& scenario, const care::Results& results,
                  bool every) {
  const std::string line = plausible_line(scenario, results, page.lang());
  if (line.empty()) return;
  page.heading("plausible.heading");
  page.paragraph(line, 2);
  if (every)
    section(page, say(page.lang(), "plausible.caption"), plausible_table(scenario, results),
            every_row);
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
  if (columns_of(heading) + columns_of(command) + 2 <= page_width) {
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
  section(page, say(options.lang, "terminal.places"), places_table(scenario, results), most_places);
  section(page, say(options.lang, "terminal.ready_causes"), ready_causes_table(scenario, results),
          most_causes);
  section(page, say(options.lang, "terminal.measures"), measures_table(results), most_own_measures);
  section(page, say(options.lang, "terminal.targets"), targets_table(results), most_targets);
  expectations(page, scenario, results, options.plausible);
  audit(page, results);
  files(page, options);
  reproduce(page,
            options.reproduce.empty() ? reproduce_command(scenario, results) : options.reproduce);
  return page.finish();
}

}  // namespace viz
