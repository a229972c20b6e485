// SPDX-License-Identifier: Apache-2.0

// The risk of shortage: municipality by role, and week by municipality; weekly load against
// capacity.

#include <algorithm>
#include <utility>

#include "viz/chart_tables.hpp"
#include "viz/charts.hpp"
#include "viz/figure_tables.hpp"
#include "viz/palette.hpp"
#include "viz/report_parts.hpp"
#include "viz/svg.hpp"
#include "viz/table_html.hpp"
#include "viz/table_parts.hpp"

namespace viz::report {
namespace {

std::string chance_key(const Context& context) {
  const Lang lang = context.lang;
  std::string out = "<ul class=\"key\">";
  for (std::size_t i = 0; i < chance_steps.size(); ++i) {
    const std::string from = number(chance_steps[i].from * 100, 0, lang);
    std::string label;
    if (i == 0) {
      label = say(lang, "key.below", {{"to", number(chance_steps[1].from * 100, 0, lang)}});
    } else if (i + 1 == chance_steps.size()) {
      label = say(lang, "key.from", {{"from", from}});
    } else {
      label = range(from, number(chance_steps[i + 1].from * 100, 0, lang), lang);
    }
    out += "<li><i style=\"background:" + std::string(chance_steps[i].fill) + "\"></i>" +
           escape(label) + "</li>";
  }
  const std::string_view seasons = season_word(season_of(context.scenario), lang);
  const auto is_unknown = [](const RiskRow& row) {
    return row.any->bound_only && row.any->ci95.high >= highest_telling_bound;
  };
  if (std::ranges::any_of(risk_rows(context.scenario, context.results), is_unknown)) {
    out += "<li>" + context.t("key.few") + "</li>";
  }
  return out + "<li>" + context.t("key.of_100", {{"seasons", seasons}}) + "</li></ul>\n";
}

std::string week_map_of_role(const Context& context, const std::string& role, std::size_t index) {
  const Lang lang = context.lang;
  WeekMap map;
  map.id = context.id("weeks" + std::to_string(index));
  map.lang = lang;
  const std::string name = role_name(context.scenario, role, lang);
  for (const std::string& municipality :
       staffed_municipalities(context.scenario, context.results)) {
    const auto* series = find_series(context.results, figures::event, {{}, municipality, role});
    if (series == nullptr || series->points.empty()) continue;
    if (map.weeks.empty()) map.weeks = series->points;
    WeekMap::Row row{municipality_name(context.scenario, municipality, lang), {}};
    for (const care::WeekPoint& point : series->points) row.values.push_back(point.mean);
    map.rows.push_back(std::move(row));
  }
  if (map.rows.empty()) return {};
  map.title = say(lang, "weeks.title", {{"role", name}});
  map.description = say(lang, "weeks.description", {{"role", name}});
  const auto [first, last] =
      context.scenario.care ? context.scenario.care->shortage.season : std::array<int, 2>{1, 53};
  if (context.scenario.care) map.season = std::pair{first, last};
  map.week_label = say(lang, "weeks.axis");
  map.season_label =
      say(lang, "weeks.season", {{"from", std::to_string(first)}, {"to", std::to_string(last)}});
  return "<figure>\n<h4>" + escape(name) +
         "</h4>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" +
         escape(map.title) + "\">" + week_map(map) + "</div>\n</figure>\n" +
         folded(context.t("show.table"),
                table_html(risk_weeks_table(context.scenario, context.results, role), lang));
}

/// What a cell is, which weeks the risk counts, and what few replications do to the colours.
std::string weeks_note(const Context& context) {
  const auto [from, to] =
      context.scenario.care ? context.scenario.care->shortage.season : std::array<int, 2>{1, 53};
  std::string note =
      from == 1 && to >= 52
          ? context.t("weeks.note_whole")
          : context.t("weeks.note", {{"from", std::to_string(from)}, {"to", std::to_string(to)}});
  const std::uint32_t n = context.results.identity.replications;
  if (n < 100) note += " " + context.t("weeks.few", {{"n", count(n, context.lang)}});
  return note;
}

std::string week_maps(const Context& context) {
  const std::vector<std::string> roles = staffed_roles(context.scenario, context.results);
  std::string out;
  for (std::size_t i = 0; i < roles.size(); ++i) out += week_map_of_role(context, roles[i], i);
  if (out.empty()) return {};
  return "<h3>" + context.t("weeks.heading") + "</h3>\n<p class=\"note\">" + weeks_note(context) +
         "</p>\n" + out;
}

/// The series without weeks that the horizon cuts: their totals are not those of a week.
std::vector<care::WeekPoint> whole_weeks(const care::SeriesEstimate& series) {
  std::vector<care::WeekPoint> points = series.points;
  std::erase_if(points, [](const care::WeekPoint& point) { return point.days < 7; });
  return points;
}

struct LoadSeries {
  std::vector<care::WeekPoint> due, available;
  std::vector<double> chance;
};

/// The table that says the same as the chart.
std::string load_twin(const Context& context, const std::string& municipality,
                      const std::string& role, const LoadSeries& series) {
  words::Text caption = words::say(
      "load.title", {{"role", role_label(context.scenario, role)},
                     {"municipality", municipality_label(context.scenario, municipality)}});
  return table_html(
      load_weeks_table(context.scenario, std::move(caption), series.due, series.available),
      context.lang);
}

std::string load_chart(const Context& context, const std::string& municipality,
                       const std::string& role, const std::string& id) {
  const Lang lang = context.lang;
  const Where where{{}, municipality, role};
  const auto* due = find_series(context.results, figures::due, where);
  const auto* available = find_series(context.results, figures::available, where);
  if (due == nullptr || available == nullptr) return {};
  LoadSeries series{whole_weeks(*due), whole_weeks(*available), {}};
  if (series.due.empty() || series.available.empty()) return {};
  if (const auto* event = find_series(context.results, figures::event, where)) {
    for (const care::WeekPoint& point : whole_weeks(*event)) series.chance.push_back(point.mean);
  }
  const std::string place = municipality_name(context.scenario, municipality, lang);
  const std::string name = role_name(context.scenario, role, lang);
  const auto peak = std::max_element(series.due.begin(), series.due.end(),
                                     [](const auto& a, const auto& b) { return a.p50 < b.p50; });
  const auto trough = std::min_element(series.available.begin(), series.available.end(),
                                       [](const auto& a, const auto& b) { return a.p50 < b.p50; });
  BandChart chart;
  chart.id = id;
  chart.lang = lang;
  chart.title = say(lang, "load.title", {{"role", name}, {"municipality", place}});
  chart.description = say(lang, "load.description",
                          {{"peak", number(peak->p50, 0, lang)},
                           {"peak_week", std::to_string(peak->iso_week)},
                           {"trough", number(trough->p50, 0, lang)},
                           {"trough_week", std::to_string(trough->iso_week)}});
  chart.unit = say(lang, "load.unit");
  chart.series.push_back({"", &series.due, 1, true, false});
  chart.series.push_back({"", &series.available, 1, true, true});
  chart.from_zero = false;
  chart.chance = series.chance;
  chart.strip_label = say(lang, "load.strip");
  return "<div>\n<h4>" + escape(place) + "</h4>\n<figure>" + band_chart(chart) + "</figure>\n" +
         folded(context.t("show.table"), load_twin(context, municipality, role, series)) +
         "</div>\n";
}

std::string load_of_role(const Context& context, const std::string& role, std::size_t index) {
  std::string charts;
  std::size_t i = 0;
  for (const std::string& municipality :
       staffed_municipalities(context.scenario, context.results)) {
    charts += load_chart(context, municipality, role,
                         context.id("load" + std::to_string(index) + "-" + std::to_string(i++)));
  }
  return charts.empty() ? charts : "<div class=\"multiples\">\n" + charts + "</div>\n";
}

/// Where in the week it fails.
std::string shift_part(const Context& context) {
  std::string out;
  for (const std::string& role : staffed_roles(context.scenario, context.results)) {
    out +=
        table_html(shift_risk_table(context.scenario, context.results, role), context.lang, "heat");
  }
  const std::string all =
      table_html(shifts_table(context.scenario, context.results), context.lang, "dense");
  if (all.empty()) return {};
  return "<h3>" + context.t("shift.heading") + "</h3>\n<p class=\"note\">" +
         context.t("shift.note") + "</p>\n" + out + folded(context.t("shift.details"), all);
}

std::string tight_part(const Context& context) {
  const Table table = tight_table(context.scenario, context.results);
  const std::string html = table_html(table, context.lang, "dense");
  if (html.empty()) return {};
  return "<h3>" + escape(pick(table.caption, context.lang)) + "</h3>\n<p class=\"note\">" +
         escape(tight_definition(context.scenario, context.lang)) + "</p>\n" + html;
}

}  // namespace

std::string risk_section(const Context& context) {
  if (risk_rows(context.scenario, context.results).empty()) return {};
  const Season season = season_of(context.scenario);
  return section(
      context, season == Season::Summer ? "risk.heading_summer" : "risk.heading",
      "<p>" + context.t("risk.intro", {{"seasons", season_word(season, context.lang)}}) + " " +
          escape(event_definition(context.scenario, context.lang)) + "</p>\n" +
          table_html(risk_table(context.scenario, context.results), context.lang, "heat") +
          chance_key(context) +
          folded(context.t("risk.detail"),
                 table_html(risk_detail_table(context.scenario, context.results), context.lang)) +
          week_maps(context) + shift_part(context) + tight_part(context));
}

std::string plausible_section(const Context& context) {
  if (context.results.plausible.empty()) return {};
  return section(context, "plausible.heading",
                 "<p>" + context.t("plausible.intro") + " " +
                     escape(plausible_line(context.scenario, context.results, context.lang)) +
                     "</p>\n" +
                     folded(context.t("plausible.all"),
                            table_html(plausible_table(context.scenario, context.results),
                                       context.lang, "dense")));
}

std::string load_section(const Context& context) {
  std::string out;
  const std::vector<std::string> roles = staffed_roles(context.scenario, context.results);
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const std::string charts = load_of_role(context, roles[i], i);
    if (charts.empty()) continue;
    const std::string name = escape(role_name(context.scenario, roles[i], context.lang));
    out += i == 0 ? "<h3>" + name + "</h3>\n" + charts : folded("<b>" + name + "</b>", charts);
  }
  if (out.empty()) return {};
  const std::string key =
      "<ul class=\"key\"><li><i style=\"background:#8fb9cd\"></i>" + escape(context.half_of()) +
      "</li><li><i style=\"background:#d3e4ec\"></i>" + escape(context.nine_of_ten()) +
      "</li><li><i class=\"l\" style=\"color:#0b5170\">"
      "</i>" +
      context.t("key.due") + "</li><li><i class=\"d\" style=\"color:#b4500b\"></i>" +
      context.t("key.available", {{"spread", context.nine_of_ten()}}) + "</li></ul>\n";
  return section(
      context, "load.heading",
      "<p>" + context.t("load.intro", {{"single", context.single_ones()}}) + "</p>\n" + key + out);
}

}  // namespace viz::report
