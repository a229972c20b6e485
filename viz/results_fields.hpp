// SPDX-License-Identifier: Apache-2.0
#pragma once

// The layout of results.json, said once: an archive takes the members of each record in the order
// of the file. One archive writes them (json_writing.hpp), another reads them back
// (json_reading.hpp). Internal to them.

#include <array>
#include <string_view>
#include <type_traits>

#include "experiments/results.hpp"

namespace viz {

/// A record as an archive sees it: to be written it does not change.
template <class Archive, class Record>
using Seen = std::conditional_t<Archive::writes, const Record, Record>;

/// A value of an enumeration, and its word in the file.
template <class T>
struct FieldWord {
  std::string_view name;
  T value;
};

inline constexpr std::array<FieldWord<care::MetricEstimate::Kind>, 2> kind_words{
    {{"mean", care::MetricEstimate::Kind::Mean},
     {"probability", care::MetricEstimate::Kind::Probability}}};

inline constexpr std::array<FieldWord<care::AuditItem::Verdict>, 3> verdict_words{
    {{"passed", care::AuditItem::Verdict::Passed},
     {"violated", care::AuditItem::Verdict::Violated},
     {"note", care::AuditItem::Verdict::Note}}};

template <class Archive>
void key_fields(Archive& file, Seen<Archive, care::Key>& key) {
  file.member("id", key.id);
  file.member("group", key.group);
  file.member("quantity", key.quantity);
  file.unless_empty("setting", key.setting);
  file.unless_empty("destination", key.destination);
  file.unless_empty("municipality", key.municipality);
  file.unless_empty("role", key.role);
  file.unless_empty("party", key.party);
  file.member("label", key.label);
  file.member("unit", key.unit);
  file.whole("decimals", key.decimals, 0, 9);
}

template <class Archive>
void identity_fields(Archive& file, Seen<Archive, care::RunIdentity>& run) {
  file.member("version", run.version);
  file.member("scenario_file", run.scenario_file);
  file.member("scenario_hash", run.scenario_hash);
  file.member("seed", run.seed);
  file.member("first_replication", run.first_replication);
  file.member("replications", run.replications);
  file.member("requested", run.requested);
  file.member("interrupted", run.interrupted);
}

template <class Archive>
void estimate_fields(Archive& file, Seen<Archive, care::MetricEstimate>& metric) {
  file.word("kind", metric.kind, kind_words);
  file.member("n", metric.n);
  file.member("mean", metric.mean);
  file.member("sd", metric.sd);
  file.interval("ci95", metric.ci95);
  if (metric.kind == care::MetricEstimate::Kind::Probability) {
    file.member("events", metric.events);
    file.member("bound_only", metric.bound_only);
  }
  file.unless_empty("p05", metric.p05);
  file.unless_empty("p25", metric.p25);
  file.unless_empty("p50", metric.p50);
  file.unless_empty("p75", metric.p75);
  file.unless_empty("p95", metric.p95);
}

template <class Archive>
void target_fields(Archive& file, Seen<Archive, care::TargetRow>& row) {
  file.member("id", row.id);
  file.member("measure", row.measure);
  file.member("label", row.label);
  file.member("unit", row.unit);
  file.member("low", row.low);
  file.member("high", row.high);
  file.member("passed", row.passed);
  estimate_fields(file, row.estimate);
}

template <class Archive>
void series_fields(Archive& file, Seen<Archive, care::SeriesEstimate>& series) {
  key_fields(file, series.key);
  file.list("points", series.points, [&file](auto& point) {
    file.date("start", point.start);
    file.whole("iso_week", point.iso_week, 1, 53);
    file.whole("days", point.days, 1, 7);
    file.member("mean", point.mean);
    file.member("p05", point.p05);
    file.member("p25", point.p25);
    file.member("p50", point.p50);
    file.member("p75", point.p75);
    file.member("p95", point.p95);
  });
}

template <class Archive>
void ledger_fields(Archive& file, Seen<Archive, care::LedgerRow>& row) {
  file.member("principal", row.principal);
  file.member("item", row.item);
  file.member("principal_label", row.principal_label);
  file.member("item_label", row.item_label);
  file.member("unit", row.unit);
  file.object("quantity", [&] { estimate_fields(file, row.quantity); });
  file.object("kronor", [&] { estimate_fields(file, row.kronor); });
}

/// All of the file but its format mark.
template <class Archive>
void results_fields(Archive& file, Seen<Archive, care::Results>& results) {
  file.object("identity", [&] { identity_fields(file, results.identity); });
  file.list("audit", results.audit, [&file](auto& item) {
    file.member("id", item.id);
    file.word("verdict", item.verdict, verdict_words);
    file.member("label", item.label);
    file.member("detail", item.detail);
  });
  file.values("warnings", results.warnings);
  file.list("targets", results.targets, [&file](auto& row) { target_fields(file, row); });
  file.list("metrics", results.metrics, [&file](auto& metric) {
    key_fields(file, metric.key);
    estimate_fields(file, metric);
  });
  file.list("weekly", results.weekly, [&file](auto& series) { series_fields(file, series); });
  file.list("ledger", results.ledger, [&file](auto& row) { ledger_fields(file, row); });
  file.list("occupancy", results.occupancy, [&file](auto& row) {
    file.member("setting", row.setting);
    file.member("mean", row.mean);
    file.member("first_level", row.first_level);
    file.values("share", row.share);
  });
  file.list("exceedance", results.exceedance, [&file](auto& curve) {
    file.member("municipality", curve.municipality);
    file.member("role", curve.role);
    file.list("points", curve.points, [&file](auto& point) {
      file.member("level", point.level);
      file.member("probability", point.probability);
      file.interval("ci95", point.ci95);
    });
  });
}

}  // namespace viz
