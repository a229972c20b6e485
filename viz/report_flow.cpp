// SPDX-License-Identifier: Apache-2.0

// Places in use, patients who are ready to leave, and the map of flows.

#include <algorithm>
#include <cmath>

#include "viz/chart_tables.hpp"
#include "viz/charts.hpp"
#include "viz/network.hpp"
#include "viz/report_parts.hpp"
#include "viz/svg.hpp"
#include "viz/table_html.hpp"
#include "viz/table_parts.hpp"

namespace viz::report {
namespace {

/// A curve with its numbers in a folded table.
std::string with_table(const Context& context, const BandChart& chart, const Table& twin) {
  return "<div>\n<h4>" + escape(chart.title) + "</h4>\n<figure>" + band_chart(chart) +
         "</figure>\n" + folded(context.t("show.table"), table_html(twin, context.lang)) +
         "</div>\n";
}

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
  return with_table(context, chart, twin);
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

/// A number of a setting day by day, as the points of a chart: its mean, and as the only band the interval
/// of the mean, which a single run does not have.
std::vector<care::WeekPoint> points_of(const care::Results& results, const std::string& setting,
                                       care::DayNumber number) {
  std::vector<care::WeekPoint> points;
  for (const care::DayRow& row : results.daily) {
    if (row.setting != setting) continue;
    const auto& value = row.numbers[static_cast<std::size_t>(number)];
    const auto or_mean = [&](double bound) { return std::isfinite(bound) ? bound : value.mean; };
    points.push_back({row.date, 0, 1, value.mean, or_mean(value.ci95.low), value.mean, value.mean,
                      value.mean, or_mean(value.ci95.high)});
  }
  return points;
}

/// Places taken day by day against those offered; where there is no end of them, patients.
std::string days_chart(const Context& context, const std::string& setting) {
  using care::DayNumber;
  const Lang lang = context.lang;
  const auto offered = points_of(context.results, setting, DayNumber::Capacity);
  const bool limited = !offered.empty() && std::isfinite(offered.front().mean);
  const auto shown = limited ? DayNumber::Occupied : DayNumber::Present;
  const auto points = points_of(context.results, setting, shown);
  const std::string_view key = limited ? "beds.in_use" : "days.patients";
  const auto [low, high] = std::minmax_element(
      points.begin(), points.end(), [](const auto& a, const auto& b) { return a.p50 < b.p50; });
  BandChart chart;
  chart.id = context.id("days-" + setting);
  chart.lang = lang;
  chart.title = say(lang, key, {{"setting", setting_name(context.scenario, setting, lang)}});
  chart.description = say(lang, "days.description",
                          {{"low", number(low->p50, 1, lang)},
                           {"low_date", long_date(low->start, lang)},
                           {"high", number(high->p50, 1, lang)},
                           {"high_date", long_date(high->start, lang)}});
  chart.unit = say(lang, limited ? "beds.places" : "beds.unit");
  chart.series.push_back({"", &points, 1, true, false});
  if (limited) chart.series.push_back({"", &offered, 1, false, true});
  const Table twin =
      days_table(words::say(key, {{"setting", setting_label(context.scenario, setting)}}),
                 context.results, setting, shown);
  return with_table(context, chart, twin);
}

std::string grid(const std::string& charts) {
  if (charts.empty()) return {};
  return "<div class=\"multiples places\">\n" + charts + "</div>\n";
}

/// What the bands and lines of the charts are: `bands` are items of the list.
std::string key_of_charts(const Context& context, const std::string& bands, std::string_view line) {
  return "<ul class=\"key\">" + bands + "<li><i class=\"l\" style=\"color:#0b5170\"></i>" +
         context.t(line) + "</li><li><i class=\"d\" style=\"color:#b4500b\"></i>" +
         context.t("key.capacity") + "</li></ul>\n";
}

std::string band_item(std::string_view colour, const std::string& text) {
  return "<li><i style=\"background:" + std::string(colour) + "\"></i>" + text + "</li>";
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
  if (charts.empty()) std::swap(charts, others);
  if (charts.empty()) return {};
  const auto key = key_of_charts(context,
                                 band_item("#8fb9cd", escape(context.half_of())) +
                                     band_item("#d3e4ec", escape(context.nine_of_ten())),
                                 "key.median");
  return section(context, "beds.heading",
                 "<p>" + context.t("beds.intro", {{"single", context.single_ones()}}) + "</p>\n" +
                     key + grid(charts) + folded(context.t("beds.others"), grid(others)));
}

std::string days_section(const Context& context) {
  std::string charts;
  for (const std::string& setting : context.scenario.report_daily) {
    const bool counted = std::ranges::any_of(
        context.results.daily, [&](const care::DayRow& row) { return row.setting == setting; });
    if (counted) charts += days_chart(context, setting);
  }
  if (charts.empty()) return {};
  const auto key =
      key_of_charts(context, band_item("#d3e4ec", context.t("key.interval")), "key.mean");
  return section(context, "days.heading",
                 "<p>" + context.t("days.intro") + "</p>\n" + key + grid(charts));
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
