// SPDX-License-Identifier: Apache-2.0
#include "viz/results_json.hpp"

#include <string_view>

#include "sim/civil_date.hpp"
#include "viz/json_members.hpp"

namespace viz {
namespace {

void estimate_members(JsonWriter& json, const care::MetricEstimate& metric) {
  const bool probability = metric.kind == care::MetricEstimate::Kind::Probability;
  json.member("kind", probability ? "probability" : "mean").member("n", metric.n);
  json.member("mean", metric.mean).member("sd", metric.sd);
  interval_member(json, "ci95", metric.ci95);
  if (probability) json.member("events", metric.events).member("bound_only", metric.bound_only);
  const std::pair<std::string_view, const std::optional<double>&> quantiles[] = {
      {"p05", metric.p05},
      {"p25", metric.p25},
      {"p50", metric.p50},
      {"p75", metric.p75},
      {"p95", metric.p95}};
  for (const auto& [name, quantile] : quantiles) {
    if (quantile) json.member(name, *quantile);
  }
}

void audit(JsonWriter& json, const care::Results& results) {
  using Verdict = care::AuditItem::Verdict;
  json.key("audit").begin_array();
  for (const care::AuditItem& item : results.audit) {
    const char* verdict = item.verdict == Verdict::Violated ? "violated"
                          : item.verdict == Verdict::Note   ? "note"
                                                            : "passed";
    json.begin_object().member("id", item.id).member("verdict", verdict);
    json.member("label", item.label).member("detail", item.detail).end_object();
  }
  json.end_array();
}

void targets(JsonWriter& json, const care::Results& results) {
  json.key("targets").begin_array();
  for (const care::TargetRow& row : results.targets) {
    json.begin_object().member("id", row.id).member("measure", row.measure);
    json.member("label", row.label).member("unit", row.unit);
    json.member("low", row.low).member("high", row.high).member("passed", row.passed);
    estimate_members(json, row.estimate);
    json.end_object();
  }
  json.end_array();
}

void metrics(JsonWriter& json, const care::Results& results) {
  json.key("metrics").begin_array();
  for (const care::MetricEstimate& metric : results.metrics) {
    json.begin_object();
    key_members(json, metric.key);
    estimate_members(json, metric);
    json.end_object();
  }
  json.end_array();
}

void weekly(JsonWriter& json, const care::Results& results) {
  json.key("weekly").begin_array();
  for (const care::SeriesEstimate& series : results.weekly) {
    json.begin_object();
    key_members(json, series.key);
    json.key("points").begin_array();
    for (const care::WeekPoint& point : series.points) {
      json.begin_object().member("start", sim::iso_date(point.start));
      json.member("iso_week", point.iso_week).member("days", point.days);
      json.member("mean", point.mean).member("p05", point.p05).member("p25", point.p25);
      json.member("p50", point.p50).member("p75", point.p75).member("p95", point.p95);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void ledger(JsonWriter& json, const care::Results& results) {
  json.key("ledger").begin_array();
  for (const care::LedgerRow& row : results.ledger) {
    json.begin_object().member("principal", row.principal).member("item", row.item);
    json.member("principal_label", row.principal_label).member("item_label", row.item_label);
    json.member("unit", row.unit);
    json.key("quantity").begin_object();
    estimate_members(json, row.quantity);
    json.end_object().key("kronor").begin_object();
    estimate_members(json, row.kronor);
    json.end_object().end_object();
  }
  json.end_array();
}

void occupancy(JsonWriter& json, const care::Results& results) {
  json.key("occupancy").begin_array();
  for (const care::Occupancy& row : results.occupancy) {
    json.begin_object().member("setting", row.setting).member("mean", row.mean);
    json.member("first_level", row.first_level).key("share").begin_array();
    for (const double share : row.share) json.value(share);
    json.end_array().end_object();
  }
  json.end_array();
}

void exceedance(JsonWriter& json, const care::Results& results) {
  json.key("exceedance").begin_array();
  for (const care::Exceedance& curve : results.exceedance) {
    json.begin_object().member("municipality", curve.municipality).member("role", curve.role);
    json.key("points").begin_array();
    for (const auto& point : curve.points) {
      json.begin_object().member("level", point.level).member("probability", point.probability);
      interval_member(json, "ci95", point.ci95);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

}  // namespace

std::string results_json(const care::Results& results) {
  JsonWriter json(2);
  json.begin_object().member("format", results_format);
  identity_member(json, "identity", results.identity);
  audit(json, results);
  json.key("warnings").begin_array();
  for (const scenarios::Text& warning : results.warnings) json.value(warning);
  json.end_array();
  targets(json, results);
  metrics(json, results);
  weekly(json, results);
  ledger(json, results);
  occupancy(json, results);
  exceedance(json, results);
  json.end_object();
  return json.finish();
}

std::string run_json(const RunRecord& record, const care::RunIdentity& identity) {
  JsonWriter json(1);
  json.begin_object();
  record_members(json, record);
  json.member("scenario_file", identity.scenario_file);
  json.member("scenario_hash", identity.scenario_hash).member("seed", identity.seed);
  json.member("first_replication", identity.first_replication);
  json.member("replications", identity.replications).member("requested", identity.requested);
  json.member("interrupted", identity.interrupted).end_object();
  return json.finish();
}

}  // namespace viz
