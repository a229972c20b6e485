// SPDX-License-Identifier: Apache-2.0
#include "viz/charts.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "viz/format.hpp"
#include "viz/palette.hpp"
#include "viz/svg.hpp"

namespace viz {
namespace {

constexpr double font = 11;

std::string fill(std::string_view value) { return "fill=\"" + std::string(value) + "\""; }

std::string stroke(std::string_view value, double width) {
  return "stroke=\"" + std::string(value) + "\" stroke-width=\"" + coordinate(width) + "\"";
}

/// Days from the start of the first week to the middle of each.
std::vector<double> middles(const std::vector<care::WeekPoint>& points) {
  std::vector<double> days;
  days.reserve(points.size());
  for (const care::WeekPoint& point : points) {
    days.push_back(static_cast<double>((point.start - points.front().start).count()) +
                   point.days / 2.0);
  }
  return days;
}

double length_in_days(const std::vector<care::WeekPoint>& points) {
  return static_cast<double>((points.back().start - points.front().start).count()) +
         points.back().days;
}

/// First days of months within the series, as days from its start.
struct MonthMark {
  double day = 0;
  unsigned month = 1;
};

std::vector<MonthMark> months(const std::vector<care::WeekPoint>& points) {
  using std::chrono::year_month_day;
  const auto start = points.front().start;
  const year_month_day first{start};
  auto month = first.year() / first.month();
  std::vector<MonthMark> marks;
  const double length = length_in_days(points);
  for (;; month += std::chrono::months{1}) {
    const sim::Date day{year_month_day{month / 1}};
    const auto offset = static_cast<double>((day - start).count());
    if (offset >= length) return marks;
    // The month that the series begins in counts if half of it is left.
    if (offset >= -15) {
      marks.push_back({std::max(0.0, offset), static_cast<unsigned>(month.month())});
    }
  }
}

struct Frame {
  Box plot;
  Scale x, y;
};

double highest(const BandChart& chart) {
  double high = 0;
  for (const BandSeries& series : chart.series) {
    for (const care::WeekPoint& point : *series.points) {
      high = std::max({high, point.mean * series.scale, point.p50 * series.scale});
      if (series.bands) high = std::max(high, point.p95 * series.scale);
    }
  }
  return high;
}

double lowest(const BandChart& chart) {
  double low = highest(chart);
  for (const BandSeries& series : chart.series) {
    for (const care::WeekPoint& point : *series.points) {
      low = std::min(low, (series.bands ? point.p05 : point.p50) * series.scale);
    }
  }
  return low;
}

/// A closed outline between two quantiles.
std::vector<Point> band_outline(const BandSeries& series, const Frame& frame,
                                double care::WeekPoint::*low, double care::WeekPoint::*high) {
  const std::vector<double> days = middles(*series.points);
  std::vector<Point> outline;
  for (std::size_t i = 0; i < days.size(); ++i) {
    outline.push_back({frame.x(days[i]), frame.y((*series.points)[i].*high * series.scale)});
  }
  for (std::size_t i = days.size(); i-- > 0;) {
    outline.push_back({frame.x(days[i]), frame.y((*series.points)[i].*low * series.scale)});
  }
  return outline;
}

void draw_bands(Svg& svg, const BandSeries& series, const Frame& frame) {
  if (!series.bands) return;
  const auto wide = band_outline(series, frame, &care::WeekPoint::p05, &care::WeekPoint::p95);
  if (series.second) {
    svg.polygon(wide, fill(colour::second_band) + " fill-opacity=\"0.75\"");
    return;
  }
  svg.polygon(wide, fill(colour::band90));
  svg.polygon(band_outline(series, frame, &care::WeekPoint::p25, &care::WeekPoint::p75),
              fill(colour::band50));
}

void draw_median(Svg& svg, const BandSeries& series, const Frame& frame) {
  const std::vector<double> days = middles(*series.points);
  std::vector<Point> points;
  for (std::size_t i = 0; i < days.size(); ++i) {
    points.push_back({frame.x(days[i]), frame.y((*series.points)[i].p50 * series.scale)});
  }
  std::string style =
      stroke(series.second ? colour::second : colour::accent, 2) + " stroke-linejoin=\"round\"";
  if (series.second) style += " stroke-dasharray=\"5 3\"";
  svg.polyline(points, style);
}

/// True if every month's short name fits in its month.
bool names_fit(const std::vector<MonthMark>& marks, double length, const Frame& frame, Lang lang) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const double next = i + 1 < marks.size() ? marks[i + 1].day : length;
    const double room = frame.x(next) - frame.x(marks[i].day);
    if (next - marks[i].day < 27) continue;
    if (room < text_width(short_month(marks[i].month, lang), font) + 4) return false;
  }
  return true;
}

/// Month names centred in their months, or their first letters where the names do not fit.
void draw_months(Svg& svg, const std::vector<care::WeekPoint>& points, const Frame& frame,
                 double baseline, Lang lang) {
  const std::vector<MonthMark> marks = months(points);
  const double length = length_in_days(points);
  const std::size_t letters = names_fit(marks, length, frame, lang) ? 3 : 1;
  double right = -1e9;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const double next = i + 1 < marks.size() ? marks[i + 1].day : length;
    svg.line({frame.x(marks[i].day), frame.plot.y + frame.plot.height},
             {frame.x(marks[i].day), frame.plot.y + frame.plot.height + 4},
             stroke(colour::line, 1));
    std::string name(short_month(marks[i].month, lang).substr(0, letters));
    if (letters == 1 && name[0] >= 'a') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    const double width = text_width(name, font);
    const double centre = frame.x((marks[i].day + next) / 2);
    const bool room = frame.x(next) - frame.x(marks[i].day) > width * 0.6;
    if (!room || centre - width / 2 < right + 4) continue;
    if (centre + width / 2 > svg.width()) continue;
    svg.text({centre, baseline}, name, fill(colour::muted), font, Anchor::Middle);
    right = centre + width / 2;
  }
}

void draw_y_axis(Svg& svg, const BandChart& chart, const Axis& axis, const Frame& frame) {
  for (const double tick : axis.ticks()) {
    const double y = frame.y(tick);
    svg.line({frame.plot.x, y}, {frame.plot.x + frame.plot.width, y},
             stroke(tick == axis.low ? colour::line : colour::grid, 1));
    svg.text({frame.plot.x - 6, y + 4}, number(tick, axis.decimals, chart.lang),
             fill(colour::muted), font, Anchor::End);
  }
  svg.text({0, 11}, chart.unit, fill(colour::muted), font);
}

/// Labels at the right end of the lines, pushed apart so that none covers another.
void draw_line_labels(Svg& svg, const BandChart& chart, const Frame& frame) {
  struct Label {
    double y;
    const BandSeries* series;
  };
  std::vector<Label> labels;
  for (const BandSeries& series : chart.series) {
    if (series.label.empty()) continue;
    labels.push_back({frame.y(series.points->back().p50 * series.scale), &series});
  }
  std::sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.y < b.y; });
  for (std::size_t i = 1; i < labels.size(); ++i) {
    labels[i].y = std::max(labels[i].y, labels[i - 1].y + font + 3);
  }
  const double bottom = frame.plot.y + frame.plot.height;
  for (std::size_t i = labels.size(); i-- > 0;) {
    const double limit = i + 1 < labels.size() ? labels[i + 1].y - font - 3 : bottom;
    labels[i].y = std::min(labels[i].y, limit);
  }
  for (const Label& label : labels) {
    svg.text({frame.plot.x + frame.plot.width + 6, label.y + 4}, label.series->label,
             fill(label.series->second ? colour::second : colour::accent) + " font-weight=\"bold\"",
             font);
  }
}

void draw_strip(Svg& svg, const BandChart& chart, const Frame& frame, double top) {
  const std::vector<care::WeekPoint>& points = *chart.series.front().points;
  const double cells = static_cast<double>(points.size());
  const double width = frame.plot.width / cells;
  for (std::size_t i = 0; i < std::min(points.size(), chart.chance.size()); ++i) {
    svg.rect({frame.plot.x + static_cast<double>(i) * width, top, width + 0.1, 9},
             fill(chance_step(chart.chance[i]).fill));
  }
  svg.rect({frame.plot.x, top, frame.plot.width, 9}, "fill=\"none\" " + stroke(colour::line, 0.5));
  svg.text({frame.plot.x, top + 21}, chart.strip_label, fill(colour::muted), 10);
}

double label_room(const BandChart& chart) {
  double room = 0;
  for (const BandSeries& series : chart.series) {
    room = std::max(room, text_width(series.label, font, true));
  }
  return room > 0 ? room + 8 : 4;
}

}  // namespace

std::string band_chart(const BandChart& chart) {
  const std::vector<care::WeekPoint>& weeks = *chart.series.front().points;
  const double strip = chart.chance.empty() ? 0 : 26;
  Svg svg(chart.width, chart.height + strip);
  const Axis axis = Axis::covering(chart.from_zero ? 0 : lowest(chart),
                                   chart.shared_high.value_or(highest(chart)), 4);
  double left = 0;
  for (const double tick : axis.ticks()) {
    left = std::max(left, text_width(number(tick, axis.decimals, chart.lang), font) + 8);
  }
  Frame frame;
  frame.plot = {left, 22, chart.width - left - label_room(chart), chart.height - 22 - 20};
  frame.x = {0, length_in_days(weeks), frame.plot.x, frame.plot.x + frame.plot.width};
  frame.y = {axis.low, axis.high, frame.plot.y + frame.plot.height, frame.plot.y};
  for (const bool second : {false, true}) {
    for (const BandSeries& series : chart.series) {
      if (series.second == second) draw_bands(svg, series, frame);
    }
  }
  draw_y_axis(svg, chart, axis, frame);
  for (const BandSeries& series : chart.series) draw_median(svg, series, frame);
  draw_line_labels(svg, chart, frame);
  draw_months(svg, weeks, frame, frame.plot.y + frame.plot.height + 15, chart.lang);
  if (strip > 0) draw_strip(svg, chart, frame, chart.height + 2);
  return svg.finish(chart.id, chart.title, chart.description, "class=\"chart\"");
}

namespace {

void draw_week_numbers(Svg& svg, const WeekMap& map, double left, double cell, double y) {
  double right = -1e9;
  for (std::size_t i = 0; i < map.weeks.size(); ++i) {
    const std::string week = std::to_string(map.weeks[i].iso_week);
    const bool marked = map.weeks[i].iso_week % 4 == 1;
    const double centre = left + (static_cast<double>(i) + 0.5) * cell;
    const double width = text_width(week, 10);
    if (!marked || centre - width / 2 < right + 3) continue;
    svg.text({centre, y}, week, fill(colour::muted), 10, Anchor::Middle);
    right = centre + width / 2;
  }
}

/// A line over the weeks of the season, with its name if that fits.
void draw_season(Svg& svg, const WeekMap& map, double left, double cell, double y) {
  if (!map.season) return;
  const int first = map.season->first;
  const int last = map.season->second;
  const auto inside = [&](int week) {
    return first <= last ? week >= first && week <= last : week >= first || week <= last;
  };
  for (std::size_t i = 0; i < map.weeks.size();) {
    if (!inside(map.weeks[i].iso_week)) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < map.weeks.size() && inside(map.weeks[end].iso_week)) ++end;
    const double from = left + static_cast<double>(i) * cell;
    const double to = left + static_cast<double>(end) * cell;
    svg.line({from, y}, {to, y}, stroke(colour::ink, 2));
    const double width = text_width(map.season_label, 10);
    const double centre =
        std::max(left + width / 2, std::min((from + to) / 2, svg.width() - width / 2));
    svg.text({centre, y - 5}, map.season_label, fill(colour::ink), 10, Anchor::Middle);
    i = end;
  }
}

}  // namespace

std::string week_map(const WeekMap& map) {
  constexpr double row_height = 22;
  constexpr double width = 720;
  double left = 0;
  for (const WeekMap::Row& row : map.rows) left = std::max(left, text_width(row.label, 12) + 10);
  const double cell =
      (width - left) / static_cast<double>(std::max<std::size_t>(1, map.weeks.size()));
  const double top = map.season ? 24 : 6;
  Svg svg(width, top + row_height * static_cast<double>(map.rows.size()) + 20);
  draw_season(svg, map, left, cell, top - 6);
  double y = top;
  for (const WeekMap::Row& row : map.rows) {
    svg.text({left - 8, y + 15}, row.label, fill(colour::ink), 12, Anchor::End);
    for (std::size_t i = 0; i < std::min(row.values.size(), map.weeks.size()); ++i) {
      if (std::isnan(row.values[i])) continue;
      const std::string_view shade = chance_step(row.values[i]).fill;
      svg.rect({left + static_cast<double>(i) * cell + 0.5, y + 1, cell - 1, row_height - 2},
               fill(shade));
    }
    y += row_height;
  }
  svg.text({left - 8, y + 12}, map.week_label, fill(colour::muted), 10, Anchor::End);
  draw_week_numbers(svg, map, left, cell, y + 12);
  return svg.finish(map.id, map.title, map.description, "class=\"chart wide\"");
}

std::string bullet(const Bullet& bullet) {
  Svg svg(150, 18);
  const double lowest = std::min({bullet.low, bullet.ci_low, bullet.estimate});
  const double highest = std::max({bullet.high, bullet.ci_high, bullet.estimate});
  const double margin = std::max((highest - lowest) * 0.12, 1e-12);
  const Scale x{lowest - margin, highest + margin, 4, 146};
  svg.rect({x(bullet.low), 3, std::max(1.0, x(bullet.high) - x(bullet.low)), 12}, fill("#dfe9e2"),
           2);
  const std::string_view shade = bullet.passed ? colour::good : colour::bad;
  svg.line({x(bullet.ci_low), 9}, {x(bullet.ci_high), 9}, stroke(shade, 2));
  svg.circle({x(bullet.estimate), 9}, 3.5, fill(shade));
  return svg.finish(bullet.id, bullet.title, bullet.description, "class=\"bullet\"");
}

}  // namespace viz
