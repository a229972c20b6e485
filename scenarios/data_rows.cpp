// SPDX-License-Identifier: Apache-2.0
#include "scenarios/data_rows.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "scenarios/text_file.hpp"
#include "sim/civil_date.hpp"

namespace scenarios {
namespace {

constexpr std::size_t most_row_issues = 50;

}  // namespace

void report(std::vector<Issue>& issues, const std::string& file, const CsvCell& cell,
            words::Text expected, words::Text got) {
  if (issues.size() >= most_row_issues) return;
  issues.push_back({file, "", std::move(expected), std::move(got), cell.line, cell.column});
}

std::optional<double> number_in(const CsvTable& table, const CsvCell& cell) {
  std::string text = cell.text;
  if (table.separator != ',' && std::count(text.begin(), text.end(), ',') == 1) {
    std::replace(text.begin(), text.end(), ',', '.');
  }
  double value = 0;
  const auto done = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = done.ec == std::errc{} && done.ptr == text.data() + text.size();
  if (!whole || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<sim::Time> time_in(std::string_view text) {
  constexpr std::size_t date_length = 10;
  std::string iso(text);
  if (iso.size() > date_length && iso[date_length] == ' ') iso[date_length] = 'T';
  return sim::parse_time(iso);
}

const std::string& name_in_file(const Named<std::string>& names, const std::string& name) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&](const auto& given) { return given.first == name; });
  return found == names.end() ? name : found->second;
}

std::optional<std::size_t> find_column(const CsvTable& table, const Named<std::string>& names,
                                       const std::string& name) {
  return table.column(name_in_file(names, name));
}

std::optional<std::size_t> require_column(const CsvTable& table, const Named<std::string>& names,
                                          const std::string& name, std::vector<Issue>& issues) {
  const auto found = find_column(table, names, name);
  if (!found && !table.header.empty()) {
    issues.push_back({table.file, "",
                      say("expected.column", {{"name", in_quotes(name_in_file(names, name))}}),
                      one_of(table.header), 1, 1});
  }
  return found;
}

void warn_outside(const Horizon& horizon, std::size_t outside, std::size_t rows,
                  const std::string& pointer, Findings& findings) {
  if (outside == 0) return;
  findings.warnings.push_back({"", pointer,
                               say("expected.within_horizon",
                                   {{"from", sim::iso_date(horizon.start)},
                                    {"to", sim::iso_date(horizon.end() - std::chrono::days{1})}}),
                               say("got.rows_outside", {{"n", outside}, {"of", rows}})});
}

void place_unopened(std::vector<Issue>& errors, std::size_t first, const std::string& pointer) {
  const auto expected = say("expected.file_size", {{"size", largest_file >> 20U}});
  for (std::size_t i = first; i < errors.size(); ++i) {
    Issue& error = errors[i];
    if (error.line != 0 || !error.pointer.empty() || error.expected != expected) continue;
    error.got = quotation(error.file) + words::verbatim(": ") + error.got;
    error.file.clear();
    error.pointer = pointer;
  }
}

void require_none(const std::vector<Issue>& issues) {
  if (!issues.empty()) throw std::runtime_error(issues.front().text());
}

}  // namespace scenarios
