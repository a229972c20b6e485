// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an experiment found: the contract between the models and everything that shows results.
// Nothing here depends on threads, clocks or the machine; equal runs give equal values.

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "models/measure/days.hpp"
#include "models/measure/key.hpp"
#include "scenarios/scenario.hpp"
#include "sim/time.hpp"

namespace care {

/// What a figure is that nothing was seen of: neither 0 nor good news.
inline constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

struct Interval {
  double low = no_value, high = no_value;
};

/// An estimate over replications.
///   Mean:        interval of Student's t on replication values, leaning as they do
///                (sim::mean_interval), and cut at 0 where none of them is negative.
///   Probability: share of the trials (seasons) in which the event happened; Wilson's interval, from
///                replications (sim::proportion); with fewer than three that have an event only the
///                upper bound is meaningful (`bound_only`).
/// `n` counts the replications that have a value (a first week exists only where there was a
/// shortage); without any there is neither mean nor interval: `no_value`.
struct MetricEstimate {
  using Kind = FigureKind;
  Key key;
  Kind kind = Kind::Mean;
  std::uint32_t n = 0;
  double mean = no_value, sd = no_value;
  Interval ci95;
  std::uint32_t trials = 0;  ///< Probability: seasons, over all replications
  std::uint32_t events = 0;  ///< Probability: of these, with the event
  bool bound_only = false;
  /// Quantiles over replications (how bad can a year be), absent when there are too few
  /// replications, and their 95 % intervals.
  std::optional<double> p05, p25, p50, p75, p95;
  std::optional<Interval> p05_ci95, p25_ci95, p50_ci95, p75_ci95, p95_ci95;
};

/// Value of a weekly series over replications.
struct WeekPoint {
  sim::Date start{};  ///< first day of the (possibly cut) ISO week
  int iso_week = 0;
  int days = 7;  ///< measured days in the week (first and last may be cut)
  /// `no_value` where the series has none (a load without staff).
  double mean = no_value;
  double p05 = no_value, p25 = no_value, p50 = no_value, p75 = no_value, p95 = no_value;
};

struct SeriesEstimate {
  Key key;
  std::vector<WeekPoint> points;
};

/// One line of the ledger: what one principal provided of one thing. Rows add up to the principal
/// "total".
struct LedgerRow {
  std::string principal;  ///< "region", a municipality, or "total"
  scenarios::Text principal_label;
  std::string item;  ///< e.g. "hospital", "overtime.nurse"
  scenarios::Text item_label;
  scenarios::Text unit;  ///< days, hours
  MetricEstimate quantity;
  MetricEstimate kronor;
};

/// Time spent at each number of patients, for one setting.
struct Occupancy {
  std::string setting;
  double mean = 0;
  std::uint32_t first_level = 0;
  std::vector<double> share;  ///< of time at first_level, first_level+1, ...
};

/// Survival curve of the depth of shortage: probability that a season's worst is at least `level`.
struct Exceedance {
  std::string municipality, role;
  struct Point {
    double level = 0;  ///< missing minutes in the worst week / minutes due that week
    double probability = 0;
    Interval ci95;
  };
  std::vector<Point> points;
};

struct AuditItem {
  std::string id;  ///< flow_balance, places, ledger, little, warm_up, load
  scenarios::Text label;
  enum class Verdict { Passed, Violated, Note } verdict = Verdict::Passed;
  scenarios::Text detail;
};

struct TargetRow {
  std::string id;
  scenarios::Text label;
  std::string measure;
  scenarios::Text unit;
  double low = 0, high = 0;
  MetricEstimate estimate;
  bool passed = false;  ///< the estimate's mean lies in [low, high]
};

/// How a figure lies to the range in which it is expected, as far as its interval tells.
enum class Plausibility {
  Within,   ///< all of the interval
  Outside,  ///< nothing of it
  Unclear,  ///< it crosses an end of the range
  NoValue   ///< nothing was counted
};

/// A figure of one team, of its shifts of one kind or of all hours, beside the range of the
/// scenario.
struct PlausibleRow {
  std::string id;           ///< name in the scenario
  MetricEstimate estimate;  ///< with what it is about; of nobody where no team has such a figure
  double low = 0, high = 0;
  std::string grade;
  scenarios::Text source;
  Plausibility verdict = Plausibility::NoValue;
};

/// Provenance that belongs in results.json: never a clock reading, a thread count or a machine.
struct RunIdentity {
  std::string version;
  std::string scenario_hash;
  std::string scenario_file;  ///< file name only
  std::uint64_t seed = 1;
  std::uint32_t first_replication = 0, replications = 0, requested = 0;
  bool interrupted = false;
};

/// One column of replications.csv.
struct ReplicationColumn {
  std::string id;
  std::vector<double> values;  ///< one per replication; NaN = no value
};

/// A patient case that occurred, and what the agreement in force at the end says of it by day on a
/// weekday outside the summer.
struct CaseRow {
  std::vector<std::string> values;  ///< by Results::case_attributes
  MetricEstimate persons;           ///< in care at home, mean over the measured time
  std::string responsible;          ///< as Key::party
  std::vector<std::string> performers;
  bool disputed = false;
  std::string rule;  ///< file#/rules/name
};

/// The numbers of a setting at a moment that the scenario chose, before anything happens in it.
struct StateRow {
  std::string time;  ///< "2025-07-01T00:00:00"
  std::string setting;
  std::array<MetricEstimate, scenarios::levels> numbers;  ///< by scenarios::Level
};

/// The numbers of a setting on a day.
struct DayRow {
  sim::Date date{};
  int weekday = 1;    ///< 1 Monday … 7 Sunday
  double hours = 24;  ///< measured; the last day may be cut
  std::string setting;
  /// By DayNumber: means over the hours measured, and patients who came and left in them. Without a
  /// value where places are unlimited: those offered.
  std::array<MetricEstimate, day_numbers> numbers;
};

struct Results {
  RunIdentity identity;
  std::vector<MetricEstimate>
      metrics;                         ///< flow, moves, staff, shortage and the scenario's measures
  std::vector<SeriesEstimate> weekly;  ///< the same dimensions through time
  std::vector<LedgerRow> ledger;
  std::vector<Occupancy> occupancy;
  std::vector<Exceedance> exceedance;
  std::vector<StateRow> states;  ///< at the moments of /report_at
  std::vector<DayRow> daily;     ///< of the settings in /report_daily
  std::vector<TargetRow> targets;
  std::vector<PlausibleRow> plausible;  ///< by municipality, then as in the scenario
  std::vector<AuditItem> audit;         ///< violated items first
  std::vector<scenarios::Text> warnings;
  std::vector<ReplicationColumn> replications;
  std::vector<std::string> case_attributes;  ///< names; empty without responsibility
  std::vector<CaseRow> cases;                ///< those that occurred, in a fixed order
  /// Persons of each of `cases` by replication: for comparisons; empty where results were read from files.
  std::vector<std::vector<double>> case_replications;
  /// Kronor of every row of the ledger but the totals, by the id of LedgerRow::kronor: for
  /// comparisons, not a table of its own.
  std::vector<ReplicationColumn> ledger_replications;
};

/// The metric with this id, or nullptr.
[[nodiscard]] const MetricEstimate* find_metric(const Results& results, std::string_view id);

/// What a number of a state is about.
[[nodiscard]] Key state_key(const StateRow& row, scenarios::Level count);
[[nodiscard]] Key day_key(const DayRow& row, DayNumber number);

/// What the quantity and the kronor of a row of the ledger are about.
[[nodiscard]] Key quantity_key(const LedgerRow& row);
[[nodiscard]] Key kronor_key(const LedgerRow& row);

}  // namespace care
