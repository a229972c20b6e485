// SPDX-License-Identifier: Apache-2.0
#include "scenarios/row_list.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "scenarios/data_rows.hpp"

namespace scenarios {

RowList::RowList(const std::string& path, const Named<std::string>& names,
                 const std::vector<std::string>& known, Findings& findings)
    : names_(names), findings_(findings), table_(read_csv(path, findings.errors)) {
  tell_unused(known);
}

std::optional<std::size_t> RowList::column(const std::string& name) const {
  return find_column(table_, names_, name);
}

std::optional<std::size_t> RowList::required(const std::string& name) {
  return require_column(table_, names_, name, findings_.errors);
}

const std::string& RowList::text(const CsvRow& row, std::optional<std::size_t> at) {
  static const std::string empty;
  return at ? row[*at].text : empty;
}

bool RowList::require_one_of(const CsvRow& row, std::size_t at,
                             const std::vector<std::string>& values) {
  const std::string& text = row[at].text;
  if (std::find(values.begin(), values.end(), text) != values.end()) return true;
  fault(row, at, one_of(values), quotation(text) + did_you_mean(text, values));
  return false;
}

std::optional<sim::Time> RowList::time(const CsvRow& row, std::size_t at) {
  const auto time = time_in(row[at].text);
  if (!time) {
    report(findings_.errors, table_.file, row[at], say("expected.time"), quotation(row[at].text));
  }
  return time;
}

std::optional<sim::Date> RowList::date(const CsvRow& row, std::size_t at) {
  const auto time = time_in(row[at].text);
  const auto date = std::chrono::floor<std::chrono::days>(time.value_or(sim::Time{}));
  if (time && sim::Time{date} == *time) return date;
  fault(row, at, say("expected.date"), quotation(row[at].text));
  return std::nullopt;
}

std::optional<double> RowList::number(const CsvRow& row, std::size_t at, double most,
                                      const words::Text& what) {
  const auto number = number_in(table_, row[at]);
  if (number && *number >= 0 && *number <= most) return number;
  fault(row, at, what, quotation(row[at].text));
  return std::nullopt;
}

void RowList::fault(words::Text what, words::Text got) {
  findings_.errors.push_back({table_.file, "", std::move(what), std::move(got)});
}

void RowList::fault(const CsvRow& row, std::size_t at, const words::Text& what, words::Text got) {
  report(findings_.errors, table_.file, row[at],
         say("expected.in_column", {{"what", what}, {"column", in_quotes(table_.header[at])}}),
         std::move(got));
}

void RowList::tell_unused(const std::vector<std::string>& known) {
  std::vector<std::string> called, unused;
  called.reserve(known.size());
  for (const auto& name : known) called.push_back(name_in_file(names_, name));
  for (const std::string& name : table_.header) {
    if (std::find(called.begin(), called.end(), name) != called.end()) continue;
    unused.push_back(name);
    const auto meant = did_you_mean(name, called);
    if (meant == words::Text{}) continue;
    findings_.errors.push_back({table_.file, "",
                                say("expected.columns", {{"list", one_of(called)}}),
                                quotation(name) + meant, 1, 1});
  }
  if (unused.empty()) return;
  findings_.warnings.push_back({table_.file, "",
                                say("expected.columns", {{"list", one_of(called)}}),
                                say("got.unused_columns", {{"list", one_of(unused)}}), 1, 1});
}

}  // namespace scenarios
