// SPDX-License-Identifier: Apache-2.0

// Places in use, patients who are ready to leave, and the map of flows.

#include <algorithm>

#include "viz/chart_tables.hpp"
#include "viz/charts.hpp"
#include "viz/network.hpp"
#include "viz/report_parts.hpp"
#include "viz/svg.hpp"
#include "viz/table_html.hpp"
#include "viz/table_parts.hpp"

namespace viz::report {
namespace {

/// Places taken or patients in one setting week by week, against its capacity if it has one.
std::string places_chart(const Context& context, const std::string& setting, std::string_view key,
                         const care::SeriesEstimate& series, const care::SeriesEstimate* capacity) {
  const Lang lang = context.lang;
  const std::string name = setting_name(context.scenario, setting, lang);
  const auto [low, high] =
      std::minmax_element(series.points.begin(), series.points.end(),
                          [](const auto& a, const auto& b) { return a.p50 < b.p50; });
  BandChart chart;
  chart.id = context.id(series.key.quantity + "-" + setting);
  chart.lang = lang;
  chart.title = say(lang, key, {{"setting", name}});
  chart.description = say(lang, "beds.description",
                          {{"low", number(low->p50, 1, lang)},
                           {"low_week", std::to_string(low->iso_week)},
                           {"high", number(high->p50, 1, lang)},
                           {"high_week", std::to_string(high->iso_week)}});
  chart.unit = say(lang, is(series.key, figures::occupied) ? "beds.places" : "beds.unit");
  chart.series.push_back({"", &series.points, 1, true, false});
  if (capacity != nullptr) chart.series.push_back({"", &capacity->points, 1, false, true});
  chart.from_zero = capacity == nullptr;
  const Table twin = weeks_table(
      context.scenario, words::say(key, {{"setting", setting_label(context.scenario, setting)}}),
      series.points, capacity != nullptr ? &capacity->points : nullptr);
  return "<div>\n<h4>" + escape(chart.title) + "</h4>\n<figure>" + band_chart(chart) +
         "</figure>\n" + folded(context.t("show.table"), table_html(twin, lang)) + "</div>\n";
}

std::string charts_of_setting(const Context& context, const std::string& id) {
  const Where where{id, {}, {}};
  const auto* capacity = find_series(context.results, figures::capacity, where);
  const auto* used = find_series(context.results, figures::occupied, where);
  if (used == nullptr) used = find_series(context.results, figures::present, where);
  const auto* ready = find_series(context.results, figures::ready, where);
  const auto* ready_mean = find_figure(context.results, figures::ready, where);
  std::string out;
  if (used != nullptr && !used->points.empty()) {
    const bool limited = capacity != nullptr && capacity->points.size() == used->points.size();
    out += places_chart(context, id, "beds.in_use", *used, limited ? capacity : nullptr);
  }
  const bool held = ready_mean != nullptr && ready_mean->mean >= 0.2;
  if (held && ready != nullptr && !ready->points.empty()) {
    out += places_chart(context, id, "beds.ready", *ready, nullptr);
  }
  return out;
}

/// Settings where patients wait for the next place or where places run short are shown, the others
/// folded.
bool tight(const PlaceRow& row) {
  const bool held = row.ready != nullptr && row.ready->mean >= 1;
  const bool full = row.utilisation != nullptr &&
                    row.utilisation->mean >= (is_share(row.utilisation->key) ? 0.9 : 90);
  return held || full;
}

}  // namespace

std::string beds_section(const Context& context) {
  std::string charts;
  std::string others;
  for (const PlaceRow& row : place_rows(context.scenario, context.results, context.lang)) {
    if (row.capacity.empty()) continue;
    (tight(row) ? charts : others) += charts_of_setting(context, row.id);
  }
  const auto grid = [](const std::string& content) {
    return content.empty() ? content : "<div class=\"multiples places\">\n" + content + "</div>\n";
  };
  if (charts.empty()) std::swap(charts, others);
  if (charts.empty()) return {};
  const std::string key =
      "<ul class=\"key\"><li><i style=\"background:#8fb9cd\"></i>" + escape(context.half_of()) +
      "</li><li><i style=\"background:#d3e4ec\"></i>" + escape(context.nine_of_ten()) +
      "</li><li><i class=\"l\" style=\"color:#0b5170\"></i>" + context.t("key.median") +
      "</li><li><i class=\"d\" style=\"color:#b4500b\"></i>" + context.t("key.capacity") +
      "</li></ul>\n";
  return section(context, "beds.heading",
                 "<p>" + context.t("beds.intro", {{"single", context.single_ones()}}) + "</p>\n" +
                     key + grid(charts) + folded(context.t("beds.others"), grid(others)));
}

std::string flow_section(const Context& context) {
  PathwayPicture picture = picture_of(context.scenario);
  if (picture.nodes.empty()) return {};
  add_flows(picture, context.scenario, context.results);
  const std::string title =
      std::string(say(context.lang, picture.has_flows ? "network.title_flows" : "network.title"));
  return section(
      context, "flow.heading",
      "<p>" + context.t(picture.has_flows ? "flow.intro" : "flow.intro_plain") +
          (picture.has_resources() ? " " + context.t("flow.resources") : "") +
          "</p>\n<figure>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
          "aria-label=\"" +
          escape(title) + "\">" +
          network_svg(picture, context.lang, Orientation::Automatic, context.id("pathway")) +
          "</div>\n</figure>\n" +
          folded(context.t("show.table"), table_html(moves_table(picture), context.lang)));
}

}  // namespace viz::report
