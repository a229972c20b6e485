// SPDX-License-Identifier: Apache-2.0
#include "app/analysis_text.hpp"

#include <algorithm>
#include <cmath>

#include "app/console.hpp"
#include "app/text.hpp"
#include "viz/format.hpp"
#include "viz/text_table.hpp"
#include "viz/views.hpp"

namespace app {
namespace {

std::string capacity_text(const flow::SettingLoad& load, viz::Lang lang) {
  if (load.unlimited) return "∞";
  auto mean = viz::short_number(load.capacity_mean, 4, lang);
  if (load.capacity_least >= load.capacity_mean) return mean;
  return say(lang, "check.least",
             {{"mean", mean}, {"least", viz::short_number(load.capacity_least, 4, lang)}});
}

std::string_view level_word(flow::Finding::Level level, viz::Lang lang) {
  switch (level) {
    case flow::Finding::Level::Error:
      return say(lang, "level.error");
    case flow::Finding::Level::Warning:
      return say(lang, "level.warning");
    case flow::Finding::Level::Note:
      return say(lang, "level.note");
  }
  return {};
}

std::string finding_text(const flow::Finding& finding, viz::Lang lang) {
  return fmt::format("{}: {} ({})", level_word(finding.level, lang),
                     viz::pick(finding.message, lang), finding.pointer);
}

void print_findings(const std::vector<flow::Finding>& findings, viz::Lang lang) {
  for (const auto& finding : findings) put_wrapped(finding_text(finding, lang), 2);
}

std::string load_text(const care::WorkAndTime& work, viz::Lang lang) {
  return std::isinf(work.load()) ? "∞" : viz::percent(work.load(), 0, lang);
}

void add_work(const care::WorkAndTime& work, std::vector<std::string>& row, viz::Lang lang) {
  row.push_back(viz::number(work.due, viz::decimals_by_size(work.due), lang));
  row.push_back(viz::number(work.available, viz::decimals_by_size(work.available), lang));
  row.push_back(load_text(work, lang));
}

/// That of a normal week with the greatest load: "night 83%"; "" where there is one shift.
std::string fullest_shift(const care::StaffBalance& staff, const care::TeamBalance& team,
                          viz::Lang lang) {
  const auto& shifts = team.normal.shifts;
  if (shifts.size() < 2) return {};
  const auto fullest = std::ranges::max_element(shifts, {}, &care::WorkAndTime::load);
  const auto& name = staff.shift_labels[static_cast<std::size_t>(fullest - shifts.begin())];
  return fmt::format("{} {}", viz::pick(name, lang), load_text(*fullest, lang));
}

}  // namespace

void tell_findings(const flow::Analysis& analysis, viz::Lang lang) {
  for (const auto& finding : analysis.findings) tell(finding_text(finding, lang));
}

void print_analysis(const flow::Analysis& analysis, const scenarios::Scenario& scenario,
                    viz::Lang lang) {
  const auto head = [&](std::string_view key) { return std::string(say(lang, key)); };
  put("\n" + head("check.asked_for") + "\n");
  viz::TextTable table({0});
  table.row({head("check.col_setting"), head("check.col_in_per_day"), head("check.col_days"),
             head("check.col_places"), head("check.col_capacity"), head("check.col_load")});
  for (const auto& load : analysis.loads) {
    table.row({viz::setting_name(scenario, load.setting, lang),
               viz::short_number(load.per_day, 4, lang), viz::short_number(load.days, 4, lang),
               viz::short_number(load.places, 4, lang), capacity_text(load, lang),
               load.unlimited ? "" : viz::percent(load.utilisation, 1, lang)});
  }
  for (const auto& line : table.lines(2)) put(line + "\n");
  if (analysis.findings.empty()) return;
  put("\n" + head("check.pathway") + "\n");
  print_findings(analysis.findings, lang);
}

void print_staff(const care::StaffBalance& staff, viz::Lang lang) {
  if (staff.teams.empty() && staff.findings.empty()) return;
  const auto head = [&](std::string_view key) { return std::string(say(lang, key)); };
  put("\n");
  put_wrapped(say(lang, "check.staff"), 0);
  viz::TextTable table({0});
  table.row({head("check.col_team") + ", " + head("check.col_role"), head("check.col_due"),
             head("check.col_time"), head("check.col_workload"), head("check.col_worst_week"),
             head("check.col_due"), head("check.col_time"), head("check.col_workload"),
             head("check.col_fullest_shift")});
  for (const auto& team : staff.teams) {
    std::vector<std::string> row{
        fmt::format("{}, {}", viz::pick(team.unit_label, lang), viz::pick(team.role_label, lang))};
    add_work(team.normal.all, row, lang);
    row.push_back(team.worst ? std::to_string(team.worst_week) : "");
    if (team.worst) {
      add_work(team.worst->all, row, lang);
    } else {
      row.insert(row.end(), {"", "", ""});
    }
    row.push_back(fullest_shift(staff, team, lang));
    table.row(std::move(row));
  }
  if (!staff.teams.empty()) {
    for (const auto& line : table.lines(2)) put(line + "\n");
  }
  print_findings(staff.findings, lang);
}

}  // namespace app
