// SPDX-License-Identifier: Apache-2.0
#include "viz/results_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "scenarios/csv.hpp"
#include "scenarios/text_file.hpp"
#include "viz/json_reading.hpp"
#include "viz/results_fields.hpp"
#include "viz/results_json.hpp"

namespace viz {
namespace {

using scenarios::CsvCell;
using scenarios::CsvTable;
using scenarios::Issue;
using scenarios::Json;

/// Whether the text is a results.json of a format that this version reads.
bool has_format(const Json& root, const std::string& shown, std::vector<Issue>& errors) {
  if (!root.is_object()) {
    errors.push_back(
        {shown, "", words::say("expected.results_object"), scenarios::described(root)});
    return false;
  }
  const Json* const format = scenarios::find(root, "format");
  const bool is_text = format != nullptr && format->is_string();
  if (is_text && format->get_ref<const std::string&>() == results_format) return true;
  auto got = format == nullptr ? scenarios::nothing() : scenarios::described(*format);
  if (is_text && format->get_ref<const std::string&>().starts_with("troskel.results/")) {
    got = got + words::say("got.other_version");
  }
  errors.push_back({shown, "/format", scenarios::quotation(results_format), std::move(got)});
  return false;
}

/// What the file leaves out because it follows from the rest.
void complete(care::Results& results) {
  for (care::LedgerRow& row : results.ledger) {
    row.quantity.key = care::quantity_key(row);
    row.kronor.key = care::kronor_key(row);
  }
  for (care::StateRow& row : results.states) {
    for (std::size_t i = 0; i < row.numbers.size(); ++i) {
      row.numbers[i].key = care::state_key(row, static_cast<scenarios::Level>(i));
    }
  }
  for (care::DayRow& row : results.daily) {
    for (std::size_t i = 0; i < row.numbers.size(); ++i) {
      row.numbers[i].key = care::day_key(row, static_cast<care::DayNumber>(i));
    }
  }
  for (care::TargetRow& row : results.targets) {
    const auto* metric = care::find_metric(results, row.measure);
    if (metric != nullptr) row.estimate.key = metric->key;
  }
}

void complain(std::vector<Issue>& issues, const std::string& shown, const CsvCell& cell,
              words::Text expected) {
  constexpr std::size_t most_issues = 20;
  if (issues.size() >= most_issues) return;
  auto got = cell.text.empty() ? scenarios::nothing() : scenarios::quotation(cell.text);
  issues.push_back({shown, "", std::move(expected), std::move(got), cell.line, cell.column});
}

/// An empty cell is a figure that does not exist.
bool number_of(const CsvCell& cell, double& to) {
  if (cell.text.empty()) {
    to = std::numeric_limits<double>::quiet_NaN();
    return true;
  }
  const char* const end = cell.text.data() + cell.text.size();
  const auto [stop, error] = std::from_chars(cell.text.data(), end, to);
  return error == std::errc{} && stop == end && std::isfinite(to);
}

/// A table whose first column names are `first` and last ones `last`.
std::optional<CsvTable> read_table(std::string_view text, const std::string& shown,
                                   std::span<const std::string_view> first,
                                   std::span<const std::string_view> last,
                                   std::vector<Issue>& issues) {
  const std::size_t before = issues.size();
  if (!scenarios::check_utf8(text, shown, issues)) return std::nullopt;
  auto table = scenarios::parse_csv(text, shown, issues);
  if (issues.size() > before) return std::nullopt;
  const auto& header = table.header;
  const bool fits = header.size() >= first.size() + last.size() &&
                    std::equal(first.begin(), first.end(), header.begin()) &&
                    std::equal(last.rbegin(), last.rend(), header.rbegin());
  if (fits) return table;
  const auto& names = first.empty() ? last : first;
  issues.push_back({shown, "",
                    words::say(first.empty() ? "expected.last_columns" : "expected.first_column",
                               {{"names", fmt::format("{}", fmt::join(names, ", "))}}),
                    scenarios::quotation(first.empty() ? header.back() : header.front()), 1, 1});
  return std::nullopt;
}

constexpr std::array<std::string_view, 1> replication_columns{"replication"};
constexpr std::array<std::string_view, 7> case_columns{
    "persons", "ci_low", "ci_high", "responsible", "performer", "disputed", "rule"};

/// The performers of a case, joined by " + " in the file.
std::vector<std::string> performers_of(std::string_view text) {
  constexpr std::string_view joint = " + ";
  std::vector<std::string> result;
  while (!text.empty()) {
    const auto at = text.find(joint);
    result.emplace_back(text.substr(0, at));
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + joint.size());
  }
  return result;
}

bool read_case(const std::vector<CsvCell>& cells, const std::string& shown, care::CaseRow& row,
               std::vector<Issue>& issues) {
  const std::size_t attributes = cells.size() - case_columns.size();
  for (std::size_t i = 0; i < attributes; ++i) row.values.push_back(cells[i].text);
  const CsvCell* const rest = cells.data() + attributes;
  double* const numbers[] = {&row.persons.mean, &row.persons.ci95.low, &row.persons.ci95.high};
  bool sound = true;
  for (std::size_t i = 0; i < 3; ++i) {
    if (number_of(rest[i], *numbers[i])) continue;
    complain(issues, shown, rest[i], words::say("expected.number"));
    sound = false;
  }
  row.responsible = rest[3].text;
  row.performers = performers_of(rest[4].text);
  row.disputed = rest[5].text == "yes";
  if (!row.disputed && rest[5].text != "no") {
    complain(issues, shown, rest[5], words::say("expected.yes_or_no"));
    sound = false;
  }
  row.rule = rest[6].text;
  return sound;
}

}  // namespace

LoadedResults read_results(std::string_view text, const std::string& shown) {
  LoadedResults loaded;
  const auto root = scenarios::parse_json(text, shown, loaded.errors);
  if (!root || !loaded.errors.empty()) return loaded;
  if (!has_format(*root, shown, loaded.errors)) return loaded;
  JsonReading::Issues issues;
  JsonReading file(*root, shown, issues);
  care::Results results;
  fields(file, results);
  file.end_object();
  loaded.errors = std::move(issues.errors);
  loaded.warnings = std::move(issues.unknown);
  if (!loaded.errors.empty()) return loaded;
  complete(results);
  loaded.results = std::move(results);
  return loaded;
}

bool read_replications(std::string_view text, const std::string& shown, care::Results& results,
                       std::vector<Issue>& issues) {
  const std::size_t before = issues.size();
  const auto table = read_table(text, shown, replication_columns, {}, issues);
  if (!table) return false;
  std::vector<care::ReplicationColumn> columns(table->header.size() - 1);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i].id = table->header[i + 1];
    columns[i].values.resize(table->rows.size());
  }
  const care::RunIdentity& run = results.identity;
  for (std::size_t r = 0; r < table->rows.size(); ++r) {
    const auto& cells = table->rows[r];
    const auto number = std::to_string(std::uint64_t{run.first_replication} + r);
    if (cells.front().text != number)
      complain(issues, shown, cells.front(), words::verbatim(number));
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (!number_of(cells[i + 1], columns[i].values[r])) {
        complain(issues, shown, cells[i + 1], words::say("expected.number"));
      }
    }
  }
  if (table->rows.size() != run.replications) {
    issues.push_back({shown, "", words::say("expected.replications", {{"n", run.replications}}),
                      words::verbatim(std::to_string(table->rows.size()))});
  }
  if (issues.size() > before) return false;
  results.replications = std::move(columns);
  return true;
}

bool read_cases(std::string_view text, const std::string& shown, care::Results& results,
                std::vector<Issue>& issues) {
  const auto table = read_table(text, shown, {}, case_columns, issues);
  if (!table) return false;
  std::vector<care::CaseRow> cases(table->rows.size());
  bool sound = true;
  for (std::size_t r = 0; r < cases.size(); ++r) {
    sound = read_case(table->rows[r], shown, cases[r], issues) && sound;
  }
  if (!sound) return false;
  results.case_attributes.assign(
      table->header.begin(),
      table->header.end() - static_cast<std::ptrdiff_t>(case_columns.size()));
  results.cases = std::move(cases);
  return true;
}

}  // namespace viz
