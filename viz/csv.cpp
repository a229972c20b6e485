// SPDX-License-Identifier: Apache-2.0
#include "viz/csv.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>

#include "sim/civil_date.hpp"
#include "viz/language.hpp"

namespace viz {
namespace {

void header(CsvTable& table, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) table.text(name);
  table.end_row();
}

Lang label_language(CsvDialect dialect) {
  return dialect == CsvDialect::Swedish ? Lang::Sv : Lang::En;
}

void key_cells(CsvTable& table, const care::Key& key, Lang lang) {
  table.text(key.id).text(key.group).text(key.quantity).text(pick(key.label, lang));
  table.text(key.setting).text(key.destination).text(key.municipality).text(key.role);
  table.text(key.party);
  table.text(pick(key.unit, lang));
}

void optional_cells(CsvTable& table, const care::MetricEstimate& metric) {
  for (const auto& quantile : {metric.p05, metric.p25, metric.p50, metric.p75, metric.p95}) {
    if (quantile) {
      table.number(*quantile);
    } else {
      table.empty();
    }
  }
}

}  // namespace

CsvTable::CsvTable(CsvDialect dialect)
    : separator_(dialect == CsvDialect::Swedish ? ';' : ','),
      decimal_(dialect == CsvDialect::Swedish ? ',' : '.'),
      line_end_(dialect == CsvDialect::Swedish ? "\r\n" : "\n") {
  if (dialect == CsvDialect::Swedish) out_ = "\xEF\xBB\xBF";
}

void CsvTable::separate() {
  if (row_started_) out_ += separator_;
  row_started_ = true;
}

CsvTable& CsvTable::text(std::string_view cell) {
  separate();
  const bool formula =
      !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
  const bool quoted = cell.find_first_of("\",;\r\n") != std::string_view::npos;
  if (quoted) out_ += '"';
  if (formula) out_ += '\'';
  for (const char c : cell) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  if (quoted) out_ += '"';
  return *this;
}

CsvTable& CsvTable::number(double value) {
  separate();
  if (!std::isfinite(value)) return *this;
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  const auto point = std::find(buffer.data(), end.ptr, '.');
  if (point != end.ptr) *point = decimal_;
  out_.append(buffer.data(), end.ptr);
  return *this;
}

CsvTable& CsvTable::integer(std::int64_t value) {
  separate();
  out_ += std::to_string(value);
  return *this;
}

CsvTable& CsvTable::empty() {
  separate();
  return *this;
}

CsvTable& CsvTable::end_row() {
  out_ += line_end_;
  row_started_ = false;
  return *this;
}

std::string summary_csv(const care::Results& results, CsvDialect dialect) {
  CsvTable table(dialect);
  header(table, {"id",     "group",   "quantity", "label", "setting", "destination", "municipality",
                 "role",   "party",   "unit",     "kind",  "n",       "mean",        "sd",
                 "ci_low", "ci_high", "p05",      "p25",   "p50",     "p75",         "p95"});
  for (const care::MetricEstimate& metric : results.metrics) {
    key_cells(table, metric.key, label_language(dialect));
    const bool probability = metric.kind == care::MetricEstimate::Kind::Probability;
    table.text(probability ? "probability" : "mean").integer(metric.n);
    table.number(metric.mean).number(metric.sd);
    table.number(metric.ci95.low).number(metric.ci95.high);
    optional_cells(table, metric);
    table.end_row();
  }
  return table.finish();
}

std::string weekly_csv(const care::Results& results, CsvDialect dialect) {
  CsvTable table(dialect);
  header(table,
         {"id", "group", "quantity", "label", "setting", "destination", "municipality", "role",
          "party", "unit", "start", "iso_week", "days", "mean", "p05", "p25", "p50", "p75", "p95"});
  for (const care::SeriesEstimate& series : results.weekly) {
    for (const care::WeekPoint& point : series.points) {
      key_cells(table, series.key, label_language(dialect));
      table.text(sim::iso_date(point.start)).integer(point.iso_week).integer(point.days);
      table.number(point.mean).number(point.p05).number(point.p25).number(point.p50);
      table.number(point.p75).number(point.p95).end_row();
    }
  }
  return table.finish();
}

std::string ledger_csv(const care::Results& results, CsvDialect dialect) {
  CsvTable table(dialect);
  header(table,
         {"principal", "principal_label", "item", "item_label", "unit", "n", "quantity",
          "quantity_ci_low", "quantity_ci_high", "kronor", "kronor_ci_low", "kronor_ci_high"});
  const Lang lang = label_language(dialect);
  for (const care::LedgerRow& row : results.ledger) {
    table.text(row.principal).text(pick(row.principal_label, lang));
    table.text(row.item).text(pick(row.item_label, lang)).text(pick(row.unit, lang));
    table.integer(row.quantity.n);
    for (const care::MetricEstimate* part : {&row.quantity, &row.kronor}) {
      table.number(part->mean).number(part->ci95.low).number(part->ci95.high);
    }
    table.end_row();
  }
  return table.finish();
}

std::string cases_csv(const care::Results& results, CsvDialect dialect) {
  CsvTable table(dialect);
  for (const std::string& attribute : results.case_attributes) table.text(attribute);
  header(table, {"persons", "ci_low", "ci_high", "responsible", "performer", "disputed", "rule"});
  for (const care::CaseRow& row : results.cases) {
    for (const std::string& value : row.values) table.text(value);
    table.number(row.persons.mean).number(row.persons.ci95.low).number(row.persons.ci95.high);
    std::string performers;
    for (const std::string& one : row.performers) {
      performers += (performers.empty() ? "" : " + ") + one;
    }
    table.text(row.responsible).text(performers).text(row.disputed ? "yes" : "no").text(row.rule);
    table.end_row();
  }
  return table.finish();
}

std::string replications_csv(const care::Results& results, CsvDialect dialect) {
  CsvTable table(dialect);
  table.text("replication");
  std::size_t rows = 0;
  for (const care::ReplicationColumn& column : results.replications) {
    table.text(column.id);
    rows = std::max(rows, column.values.size());
  }
  table.end_row();
  for (std::size_t row = 0; row < rows; ++row) {
    table.integer(static_cast<std::int64_t>(results.identity.first_replication + row));
    for (const care::ReplicationColumn& column : results.replications) {
      if (row < column.values.size()) {
        table.number(column.values[row]);
      } else {
        table.empty();
      }
    }
    table.end_row();
  }
  return table.finish();
}

}  // namespace viz
