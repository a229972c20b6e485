// SPDX-License-Identifier: Apache-2.0
#include "viz/report.hpp"

#include <algorithm>
#include <chrono>

#include "models/measure/figure_text.hpp"
#include "viz/format.hpp"
#include "viz/report_parts.hpp"
#include "viz/svg.hpp"

namespace viz {
namespace report {
namespace {

std::string card(std::string_view what, std::string_view value, std::string_view sure) {
  return "<li><span class=\"what\">" + escape(what) + "</span><span class=\"value\">" +
         escape(value) + "</span><span class=\"sure\">" + escape(sure) + "</span></li>\n";
}

std::string interval_words(const Context& context, const care::MetricEstimate& metric) {
  return say(context.lang, "card.interval", {{"interval", interval(metric, context.lang)}});
}

void risk_cards(const Context& context, std::vector<std::string>& cards) {
  const Lang lang = context.lang;
  const care::MetricEstimate* const any = risk_anywhere(context.results);
  const std::vector<RiskRow> rows = risk_rows(context.scenario, context.results);
  const std::string_view seasons = season_word(season_of(context.scenario), lang);
  if (any != nullptr && any->n > 0) {
    const std::string_view key = is_of_one_municipality(rows) ? "card.here" : "card.anywhere";
    cards.push_back(card(sentence_case(say(lang, key, {{"seasons", seasons}})),
                         out_of(any->mean, 100, lang), interval_words(context, *any)));
  }
  // The risk of a single team is that number again.
  if (rows.size() < 2 || rows.front().any->n == 0) return;
  const auto highest = std::max_element(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return a.any->mean < b.any->mean;
  });
  const std::string where = municipality_name(context.scenario, highest->municipality, lang) +
                            ", " + in_sentence(role_name(context.scenario, highest->role, lang));
  const bool alone = like_highest(rows, *highest) == 0;
  cards.push_back(card(say(lang, alone ? "card.highest" : "card.among_highest", {{"where", where}}),
                       out_of(highest->any->mean, 100, lang),
                       interval_words(context, *highest->any)));
}

/// The setting that holds most patients who are ready, with its utilisation; without one, the first
/// settings with limited places.
void place_cards(const Context& context, std::vector<std::string>& cards) {
  const Lang lang = context.lang;
  std::vector<PlaceRow> rows = place_rows(context.scenario, context.results, lang);
  std::erase_if(rows, [](const PlaceRow& row) { return row.capacity.empty(); });
  const auto held = [](const PlaceRow& row) {
    return row.ready != nullptr && row.ready->n > 0 ? row.ready->mean : 0;
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const PlaceRow& a, const PlaceRow& b) { return held(a) > held(b); });
  for (const PlaceRow& row : rows) {
    const std::string name = setting_name(context.scenario, row.id, lang);
    const auto add = [&](std::string_view key, const care::MetricEstimate* metric) {
      if (cards.size() >= 4 || metric == nullptr || metric->n == 0) return;
      const bool persons = care::is_unit(metric->key.unit, care::Unit::Persons);
      cards.push_back(card(say(lang, key, {{"setting", name}}),
                           persons ? bare_figure(*metric, lang) : figure(*metric, lang),
                           interval_words(context, *metric)));
    };
    if (held(row) >= 0.5) add("card.ready", row.ready);
    const bool waits = row.wait != nullptr && row.wait->mean > 0;
    if (waits && context.scenario.settings.size() < 4) add("card.wait", row.wait);
    add("card.utilisation", row.utilisation);
  }
}

std::string cards_html(const Context& context) {
  std::vector<std::string> cards;
  risk_cards(context, cards);
  place_cards(context, cards);
  if (cards.empty()) return {};
  std::string out = "<ul class=\"cards\">\n";
  for (const std::string& one : cards) out += one;
  return out + "</ul>\n<p class=\"note\">" +
         context.t(is_about_a_year(context.scenario) ? "read.intervals" : "read.intervals_runs") +
         "</p>\n";
}

std::string violated_html(const Context& context) {
  std::string items;
  for (const care::AuditItem& item : context.results.audit) {
    if (item.verdict != care::AuditItem::Verdict::Violated) continue;
    items += "<p><b>" + escape(pick(item.label, context.lang)) + ".</b> " +
             escape(pick(item.detail, context.lang)) + "</p>\n";
  }
  if (items.empty()) return {};
  return "<div class=\"violated\">\n<h2>" + context.t("audit.violated_heading") + "</h2>\n" +
         items + "</div>\n";
}

std::string meta_line(const Context& context) {
  const auto& horizon = context.scenario.horizon;
  const auto first = horizon.measured_from();
  const auto last = horizon.end() - std::chrono::days{1};
  return context.t("report.meta",
                   {{"from", long_date(first, context.lang)},
                    {"to", long_date(last, context.lang)},
                    {"n", count(context.results.identity.replications, context.lang)}});
}

std::string warnings_html(const Context& context) {
  std::string out;
  const care::RunIdentity& run = context.results.identity;
  if (run.interrupted) {
    out += "<p class=\"no\">" +
           context.t("run.interrupted", {{"n", count(run.replications, context.lang)},
                                         {"requested", count(run.requested, context.lang)}}) +
           "</p>\n";
  }
  for (const scenarios::Text& warning : context.results.warnings) {
    out += "<p class=\"note\"><b>" + context.t("report.warning") + "</b> " +
           escape(pick(warning, context.lang)) + "</p>\n";
  }
  return out;
}

}  // namespace

std::string opening(const Context& context) {
  const Lang lang = context.lang;
  const std::string& title = pick(context.scenario.title, lang);
  std::string out = "<p class=\"meta\">" + meta_line(context) + "</p>\n<h1>" +
                    escape(title.empty() ? context.results.identity.scenario_file : title) +
                    "</h1>\n" + violated_html(context);
  const std::string& question = pick(context.scenario.question, lang);
  if (!question.empty()) out += "<p class=\"question\">" + escape(question) + "</p>\n";
  out += "<div class=\"answer\">\n";
  for (const std::string& sentence : answer(context.scenario, context.results, lang)) {
    out += "<p>" + escape(sentence) + "</p>\n";
  }
  return out + "</div>\n" + cards_html(context) + warnings_html(context);
}

std::string body(const Context& context) {
  std::string out = "<main id=\"" + std::string(tag(context.lang)) + "\" lang=\"" +
                    std::string(tag(context.lang)) + "\">\n";
  out += opening(context) + risk_section(context) + plausible_section(context) +
         load_section(context) + beds_section(context) + days_section(context) +
         flow_section(context) + tables_section(context) + targets_section(context) +
         audit_section(context) + assumptions_section(context) + method_section(context);
  return out + "</main>\n";
}

}  // namespace report

std::string report_html(const scenarios::Scenario& scenario, const care::Results& results,
                        const ReportOptions& options) {
  const std::string& title = pick(scenario.title, options.lang);
  std::string bodies;
  const Assumptions inputs = assumptions_of(scenario, options.scenario_json);
  for (const Lang lang : languages) {
    bodies += report::body({scenario, results, options, inputs, lang});
  }
  return report::document(options.lang, title.empty() ? results.identity.scenario_file : title,
                          bodies);
}

}  // namespace viz
