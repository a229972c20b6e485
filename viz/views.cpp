// SPDX-License-Identifier: Apache-2.0
#include "viz/views.hpp"

#include <algorithm>
#include <cmath>

#include "models/measure/figure_text.hpp"

namespace viz {
namespace {

bool same_place(const care::Key& key, const Where& where) {
  return key.setting == where.setting && key.municipality == where.municipality &&
         key.role == where.role && key.destination.empty();
}

std::string readable(std::string_view id) {
  std::string out(id);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string named_or_readable(const scenarios::Text* text, std::string_view id, Lang lang) {
  if (text != nullptr && !pick(*text, lang).empty()) return pick(*text, lang);
  return readable(id);
}

bool about_staff(const care::Key& key) {
  return is_in(key, care::Group::Staff) || is_in(key, care::Group::Shortage);
}

/// Identifiers in the scenario's order, then those that only the results know, by first appearance.
std::vector<std::string> in_order(std::vector<std::string> known,
                                  const std::vector<std::string>& seen) {
  std::erase_if(known, [&](const std::string& id) {
    return std::find(seen.begin(), seen.end(), id) == seen.end();
  });
  for (const std::string& id : seen) {
    if (std::find(known.begin(), known.end(), id) == known.end()) known.push_back(id);
  }
  return known;
}

void add_once(std::vector<std::string>& list, const std::string& id) {
  if (!id.empty() && std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
}

/// Whether an ISO week lies in the season in which shortage counts.
bool in_season(const scenarios::Scenario& scenario, int iso_week) {
  if (!scenario.care) return true;
  const auto [from, to] = scenario.care->shortage.season;
  return from <= to ? from <= iso_week && iso_week <= to : iso_week >= from || iso_week <= to;
}

/// ISO week of the season with the largest positive value of the series.
std::optional<int> week_of_peak(const scenarios::Scenario& scenario,
                                const care::SeriesEstimate* series) {
  if (series == nullptr) return std::nullopt;
  std::optional<int> week;
  double highest = 0;
  for (const auto& point : series->points) {
    if (!in_season(scenario, point.iso_week) || point.mean <= highest) continue;
    highest = point.mean;
    week = point.iso_week;
  }
  return week;
}

/// ISO week in which the need is the largest share of the time there is.
std::optional<int> week_of_highest_load(const scenarios::Scenario& scenario,
                                        const care::Results& results, const Where& where) {
  const care::SeriesEstimate* due = find_series(results, figures::due, where);
  const care::SeriesEstimate* available = find_series(results, figures::available, where);
  if (due == nullptr || available == nullptr) return std::nullopt;
  std::optional<int> week;
  double highest = 0;
  for (std::size_t i = 0; i < std::min(due->points.size(), available->points.size()); ++i) {
    const double load = due->points[i].mean / std::max(available->points[i].mean, 1e-9);
    if (load > highest && in_season(scenario, due->points[i].iso_week)) {
      highest = load;
      week = due->points[i].iso_week;
    }
  }
  return week;
}

/// The week with the highest chance of an event, or what tells most about it.
std::optional<int> worst_week(const scenarios::Scenario& scenario, const care::Results& results,
                              const Where& where) {
  if (const auto week = week_of_peak(scenario, find_series(results, figures::event, where))) {
    return week;
  }
  if (const auto week =
          week_of_peak(scenario, find_series(results, figures::missed_urgent, where))) {
    return week;
  }
  return week_of_highest_load(scenario, results, where);
}

}  // namespace

const care::MetricEstimate* find_figure(const care::Results& results, const care::Figure& figure,
                                        const Where& where) {
  for (const care::MetricEstimate& metric : results.metrics) {
    if (is(metric.key, figure) && same_place(metric.key, where)) return &metric;
  }
  return nullptr;
}

const care::MetricEstimate* find_figure(const care::Results& results, const care::Figure& figure,
                                        const Where& where, const ShiftKind& kind) {
  for (const care::MetricEstimate& metric : results.metrics) {
    const care::Key& key = metric.key;
    if (is_of_shift(key) && key.quantity == figure.id && same_place(key, where) &&
        key.shift == kind.shift && key.day_type == kind.day_type) {
      return &metric;
    }
  }
  return nullptr;
}

std::vector<ShiftKind> shift_kinds(const care::Results& results, std::string_view role) {
  std::vector<ShiftKind> kinds;
  for (const care::MetricEstimate& metric : results.metrics) {
    const care::Key& key = metric.key;
    if (!is_of_shift(key) || key.role != role) continue;
    const ShiftKind kind{key.shift, key.day_type};
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
  }
  return kinds;
}

std::string shift_name(const scenarios::Scenario& scenario, const ShiftKind& kind, Lang lang) {
  const auto* shift = scenario.care ? find_named(scenario.care->shifts, kind.shift) : nullptr;
  return say(
      lang, kind.day_type == "weekend" ? "shift.weekend" : "shift.weekdays",
      {{"shift", named_or_readable(shift != nullptr ? &shift->label : nullptr, kind.shift, lang)}});
}

const care::SeriesEstimate* find_series(const care::Results& results, const care::Figure& figure,
                                        const Where& where) {
  for (const care::SeriesEstimate& series : results.weekly) {
    if (is(series.key, figure) && same_place(series.key, where)) return &series;
  }
  return nullptr;
}

std::string setting_name(const scenarios::Scenario& scenario, std::string_view id, Lang lang) {
  if (const auto* setting = find_named(scenario.settings, id)) {
    return named_or_readable(&setting->label, id, lang);
  }
  return named_or_readable(find_named(scenario.exits, id), id, lang);
}

std::string municipality_name(const scenarios::Scenario& scenario, std::string_view id, Lang lang) {
  if (scenario.care) {
    const auto* municipality = find_named(scenario.care->municipalities, id);
    if (municipality != nullptr && !pick(municipality->label, lang).empty()) {
      return pick(municipality->label, lang);
    }
  }
  return named_or_readable(find_named(scenario.labels, id), id, lang);
}

std::string role_name(const scenarios::Scenario& scenario, std::string_view id, Lang lang) {
  const scenarios::Role* role = scenario.care ? find_named(scenario.care->roles, id) : nullptr;
  return named_or_readable(role != nullptr ? &role->label : nullptr, id, lang);
}

std::vector<std::string> staffed_municipalities(const scenarios::Scenario& scenario,
                                                const care::Results& results) {
  std::vector<std::string> seen;
  for (const auto& metric : results.metrics) {
    if (about_staff(metric.key)) add_once(seen, metric.key.municipality);
  }
  std::vector<std::string> known;
  if (scenario.care) {
    for (const auto& [id, municipality] : scenario.care->municipalities) known.push_back(id);
  }
  return in_order(std::move(known), seen);
}

std::vector<std::string> staffed_roles(const scenarios::Scenario& scenario,
                                       const care::Results& results) {
  std::vector<std::string> seen;
  for (const auto& metric : results.metrics) {
    if (about_staff(metric.key) && metric.key.role != any_role) add_once(seen, metric.key.role);
  }
  std::vector<std::string> known;
  if (scenario.care) {
    for (const auto& [id, role] : scenario.care->roles) known.push_back(id);
  }
  return in_order(std::move(known), seen);
}

bool is_about_a_year(const scenarios::Scenario& scenario) {
  const auto days = scenario.horizon.measured_days();
  return days >= 300 && days <= 430;
}

Season season_of(const scenarios::Scenario& scenario) {
  if (!scenario.care) return Season::Run;
  const auto [first, last] = scenario.care->shortage.season;
  if (first <= last && first >= 20 && last <= 37) return Season::Summer;
  if (first > last && first >= 44 && last <= 14) return Season::Winter;
  return is_about_a_year(scenario) ? Season::Year : Season::Run;
}

std::string capacity_text(const scenarios::Calendar& capacity, Lang lang) {
  if (!std::isfinite(capacity.normal)) return {};
  double low = capacity.normal;
  double high = capacity.normal;
  for (const scenarios::CalendarRule& rule : capacity.changes) {
    const double value = rule.value ? *rule.value : capacity.normal * rule.factor.value_or(1);
    low = std::min(low, value);
    high = std::max(high, value);
  }
  const auto whole = [&](double value) {
    return std::isfinite(value) ? number(std::round(value), 0, lang) : std::string("∞");
  };
  return low < high ? range(whole(low), whole(high), lang) : whole(low);
}

const care::MetricEstimate* patients_of(const scenarios::Scenario& scenario,
                                        const care::Results& results, std::string_view setting) {
  const Where where{setting, {}, {}};
  const auto* found = find_named(scenario.settings, setting);
  if (found != nullptr && found->residence) {
    if (const auto* residents = find_figure(results, figures::residents, where)) return residents;
  }
  return find_figure(results, figures::present, where);
}

std::vector<PlaceRow> place_rows(const scenarios::Scenario& scenario, const care::Results& results,
                                 Lang lang) {
  std::vector<PlaceRow> rows;
  for (const auto& [id, setting] : scenario.settings) {
    const Where where{id, {}, {}};
    PlaceRow row;
    row.id = id;
    row.capacity = capacity_text(setting.capacity, lang);
    row.present = patients_of(scenario, results, id);
    row.utilisation = find_figure(results, figures::utilisation, where);
    row.ready = find_figure(results, figures::ready, where);
    row.queue = find_figure(results, figures::queue, where);
    row.wait = find_figure(results, figures::wait, where);
    row.wait_all = find_figure(results, figures::wait_all, where);
    row.longest_wait = find_figure(results, figures::longest_wait, where);
    row.still_waiting = find_figure(results, figures::still_waiting, where);
    row.still_waited = find_figure(results, figures::still_waited, where);
    row.entries = find_figure(results, figures::entries, where);
    const bool any = row.present != nullptr || row.utilisation != nullptr || row.wait != nullptr ||
                     row.entries != nullptr;
    if (any) rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<RiskRow> risk_rows(const scenarios::Scenario& scenario, const care::Results& results) {
  std::vector<RiskRow> rows;
  const std::vector<std::string> roles = staffed_roles(scenario, results);
  for (const std::string& municipality : staffed_municipalities(scenario, results)) {
    for (const std::string& role : roles) {
      const Where where{{}, municipality, role};
      RiskRow row;
      row.any = find_figure(results, figures::any, where);
      if (row.any == nullptr) continue;
      row.municipality = municipality;
      row.role = role;
      row.first_week = find_figure(results, figures::first_week, where);
      row.weeks = find_figure(results, figures::weeks, where);
      row.depth = find_figure(results, figures::depth, where);
      row.recovery = find_figure(results, figures::recovery, where);
      row.load = find_figure(results, figures::load, where);
      row.missed = find_figure(results, figures::season_missed, where);
      row.worst_week = worst_week(scenario, results, where);
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

bool is_of_one_municipality(std::span<const RiskRow> rows) {
  return std::ranges::all_of(
      rows, [&](const RiskRow& row) { return row.municipality == rows.front().municipality; });
}

const care::MetricEstimate* risk_anywhere(const care::Results& results) {
  if (const auto* any = find_figure(results, figures::any, {{}, {}, any_role})) return any;
  return find_figure(results, figures::any, {});
}

bool is_share(const care::Key& key) {
  const std::string& unit = key.unit.en;
  return is_measure(key) && (unit == "share" || unit == "fraction" || unit == "probability");
}

std::string bound_text(double value, Lang lang) { return short_number(value, 6, lang); }

namespace {

/// Four figures are enough for the eye: 12 395, 172,9, 52,92.
int sensible_decimals(const care::MetricEstimate& metric) {
  const double size = std::abs(metric.mean);
  return size >= 1000  ? 0
         : size >= 100 ? std::min(metric.key.decimals, 1)
                       : telling_decimals(size, metric.key.decimals);
}

constexpr double one_second = 1.0 / 3600;  // hours

/// Whether it is a wait that happened and is too short to be told.
bool is_below_a_second(const care::MetricEstimate& metric) {
  return is_in(metric.key, care::Group::Flow) &&
         care::is_unit(metric.key.unit, care::Unit::Hours) && metric.mean > 0 &&
         metric.mean < one_second;
}

/// A wait of the flow, in the unit that gives a number one can picture.
Display display_of_wait(double hours, Lang lang) {
  const auto in = [&](double scale, int decimals, std::string_view unit) {
    return Display{scale, telling_decimals(hours * scale, decimals), std::string(say(lang, unit))};
  };
  if (!(hours > 0)) return in(60, 0, "suffix.minutes");
  if (hours < one_second) return {3600, 1, std::string(say(lang, "suffix.seconds"))};
  if (hours < 1.0 / 60) return in(3600, hours * 3600 < 10 ? 1 : 0, "suffix.seconds");
  if (hours < 1.5) return in(60, hours < 0.2 ? 1 : 0, "suffix.minutes");
  if (hours >= 48) return in(1 / 24.0, 1, "suffix.days");
  return in(1, 1, "suffix.hours");
}

}  // namespace

Display display_of(const care::MetricEstimate& metric, Lang lang) {
  const care::Key& key = metric.key;
  const auto suffix = [&](std::string_view unit) { return std::string(say(lang, unit)); };
  if (metric.kind == care::MetricEstimate::Kind::Probability || is_share(key)) {
    return {100, 1, suffix("suffix.percent")};
  }
  if (care::is_unit(key.unit, care::Unit::Percent)) {
    return {1, telling_decimals(metric.mean, key.decimals), suffix("suffix.percent")};
  }
  if (is_in(key, care::Group::Flow) && care::is_unit(key.unit, care::Unit::Hours)) {
    return display_of_wait(metric.n > 0 ? metric.mean : 0, lang);
  }
  const std::string& unit = pick(key.unit, lang);
  return {1, sensible_decimals(metric), unit.empty() ? "" : "\u00A0" + unit};
}

std::string figure(const care::MetricEstimate& metric, Lang lang) {
  if (metric.n == 0) return "–";
  const Display display = display_of(metric, lang);
  if (is_below_a_second(metric)) return "<1" + display.unit;
  return number(metric.mean * display.scale, display.decimals, lang) + display.unit;
}

std::string bare_figure(const care::MetricEstimate& metric, Lang lang) {
  if (metric.n == 0) return "–";
  const Display display = display_of(metric, lang);
  return number(metric.mean * display.scale, display.decimals, lang);
}

std::string interval(const care::MetricEstimate& metric, Lang lang) {
  if (metric.n == 0) return {};
  if (metric.kind == care::MetricEstimate::Kind::Probability) return chance_interval(metric, lang);
  const Display display = display_of(metric, lang);
  return range(number(metric.ci95.low * display.scale, display.decimals, lang),
               number(metric.ci95.high * display.scale, display.decimals, lang), lang);
}

std::string spread(const care::MetricEstimate& metric, Lang lang) {
  if (!metric.p05 || !metric.p95 || metric.kind == care::MetricEstimate::Kind::Probability) {
    return {};
  }
  const Display display = display_of(metric, lang);
  return range(number(*metric.p05 * display.scale, display.decimals, lang),
               number(*metric.p95 * display.scale, display.decimals, lang), lang);
}

AuditCount audit_count(const care::Results& results) {
  AuditCount count;
  for (const care::AuditItem& item : results.audit) {
    switch (item.verdict) {
      case care::AuditItem::Verdict::Passed:
        ++count.passed;
        break;
      case care::AuditItem::Verdict::Note:
        ++count.notes;
        break;
      case care::AuditItem::Verdict::Violated:
        ++count.violated;
        break;
    }
  }
  return count;
}

std::string reproduce_command(const scenarios::Scenario& scenario, const care::Results& results) {
  const care::RunIdentity& run = results.identity;
  std::string command = "troskel run ";
  command += scenario.path.empty() ? run.scenario_file : scenario.path;
  command += " --replications " + std::to_string(run.replications);
  return command + " --seed " + std::to_string(run.seed);
}

}  // namespace viz
