// SPDX-License-Identifier: Apache-2.0
#include "app/analysis_text.hpp"

#include "app/console.hpp"
#include "app/text.hpp"
#include "viz/format.hpp"
#include "viz/text_table.hpp"
#include "viz/views.hpp"

namespace app {
namespace {

constexpr std::size_t page_width = 92;

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
    table.row({viz::cut_columns(viz::setting_name(scenario, load.setting, lang), 32),
               viz::short_number(load.per_day, 4, lang), viz::short_number(load.days, 4, lang),
               viz::short_number(load.places, 4, lang), capacity_text(load, lang),
               load.unlimited ? "" : viz::percent(load.utilisation, 1, lang)});
  }
  for (const auto& line : table.lines(2)) put(line + "\n");
  if (analysis.findings.empty()) return;
  put("\n" + head("check.pathway") + "\n");
  for (const auto& finding : analysis.findings) {
    for (const auto& line : viz::wrap_columns(finding_text(finding, lang), page_width)) {
      put("  " + line + "\n");
    }
  }
}

}  // namespace app
