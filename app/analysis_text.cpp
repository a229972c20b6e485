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
  return fill(lang, {"{} (minst {})", "{} (least {})"}, mean,
              viz::short_number(load.capacity_least, 4, lang));
}

std::string_view level_word(flow::Finding::Level level, viz::Lang lang) {
  switch (level) {
    case flow::Finding::Level::Error:
      return in(lang, "fel", "error");
    case flow::Finding::Level::Warning:
      return in(lang, "varning", "warning");
    case flow::Finding::Level::Note:
      return in(lang, "notera", "note");
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
  const auto head = [&](std::string_view sv, std::string_view en) {
    return std::string(in(lang, sv, en));
  };
  put("\n" + head("Vad som efterfrågas, utan väntan", "What is asked for, without waiting") + "\n");
  viz::TextTable table({0});
  table.row({head("plats", "setting"), head("in/dygn", "in/day"), head("dygn", "days"),
             head("i plats", "places"), head("kapacitet", "capacity"), head("last", "load")});
  for (const auto& load : analysis.loads) {
    table.row({viz::cut_columns(viz::setting_name(scenario, load.setting, lang), 32),
               viz::short_number(load.per_day, 4, lang), viz::short_number(load.days, 4, lang),
               viz::short_number(load.places, 4, lang), capacity_text(load, lang),
               load.unlimited ? "" : viz::percent(load.utilisation, 1, lang)});
  }
  for (const auto& line : table.lines(2)) put(line + "\n");
  if (analysis.findings.empty()) return;
  put("\n" + head("Vad vägarna säger", "What the pathway says") + "\n");
  for (const auto& finding : analysis.findings) {
    for (const auto& line : viz::wrap_columns(finding_text(finding, lang), page_width)) {
      put("  " + line + "\n");
    }
  }
}

}  // namespace app
