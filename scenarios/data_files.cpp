// SPDX-License-Identifier: Apache-2.0
// The data files that a scenario names: population and lists of arrivals.

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>

#include <fmt/format.h>

#include "scenarios/csv.hpp"
#include "scenarios/field.hpp"

namespace scenarios {
namespace {

constexpr std::size_t most_row_issues = 50;

void report(std::vector<Issue>& issues, const std::string& file, const CsvCell& cell,
            words::Text expected, words::Text got) {
  if (issues.size() >= most_row_issues) return;
  issues.push_back({file, "", std::move(expected), std::move(got), cell.line, cell.column});
}

std::optional<double> parse_number(const std::string& text) {
  double value = 0;
  const auto done = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = done.ec == std::errc{} && done.ptr == text.data() + text.size();
  if (!whole || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// The column of a name, or an issue in the header.
std::optional<std::size_t> require_column(const CsvTable& table, std::string_view name,
                                          std::vector<Issue>& issues) {
  const auto found = table.column(name);
  if (!found && !table.header.empty()) {
    issues.push_back({table.file, "", say("expected.column", {{"name", in_quotes(name)}}),
                      one_of(table.header), 1, 1});
  }
  return found;
}

/// The population file by year, region and age group.
struct PopulationFile {
  std::map<std::tuple<int, std::string, std::string>, double> persons;
  std::set<int> years;
};

void add_row(const CsvTable& table, const std::array<const CsvCell*, 4>& cells,
             PopulationFile& file, std::vector<Issue>& issues) {
  const auto [year, region, age_group, count] = cells;
  const auto year_value = parse_number(year->text);
  const auto persons = parse_number(count->text);
  if (!year_value || *year_value != std::trunc(*year_value) || std::abs(*year_value) > 9999) {
    return report(issues, table.file, *year, say("expected.year_in", {{"column", "\"year\""}}),
                  quotation(year->text));
  }
  if (!persons || *persons < 0) {
    return report(issues, table.file, *count,
                  say("expected.count_in", {{"column", "\"population\""}}), quotation(count->text));
  }
  const int whole_year = static_cast<int>(*year_value);
  if (!file.persons.emplace(std::tuple(whole_year, region->text, age_group->text), *persons)
           .second) {
    return report(
        issues, table.file, *year, say("expected.row_once"),
        say("got.second_time",
            {{"what", fmt::format("{}, {}, {}", whole_year, region->text, age_group->text)}}));
  }
  file.years.insert(whole_year);
}

std::optional<PopulationFile> read_population(const std::string& path, std::vector<Issue>& issues) {
  const std::size_t before = issues.size();
  const CsvTable table = read_csv(path, issues);
  const auto year = require_column(table, "year", issues);
  const auto region = require_column(table, "region", issues);
  const auto age_group = require_column(table, "age_group", issues);
  const auto count = require_column(table, "population", issues);
  if (!year || !region || !age_group || !count) return std::nullopt;
  PopulationFile file;
  for (const auto& row : table.rows) {
    add_row(table, {&row[*year], &row[*region], &row[*age_group], &row[*count]}, file, issues);
  }
  if (issues.size() > before) return std::nullopt;
  return file;
}

/// The names that a column has in a year.
template <std::size_t Column>
std::vector<std::string> names_in(const PopulationFile& file, int year) {
  std::set<std::string> names;
  for (const auto& [key, persons] : file.persons) {
    if (std::get<0>(key) == year) names.insert(std::get<Column>(key));
  }
  return {names.begin(), names.end()};
}

void check_name(const std::vector<std::string>& known, const std::string& name,
                const std::string& pointer, std::vector<Issue>& issues) {
  if (std::find(known.begin(), known.end(), name) != known.end()) return;
  issues.push_back({"", pointer, one_of(known), quotation(name) + did_you_mean(name, known)});
}

/// Names of the file that the scenario has used, each of which counts once.
class UsedOnce {
 public:
  void use(const std::string& name, const std::string& pointer, std::vector<Issue>& issues) {
    const auto [before, is_new] = used_.emplace(name, pointer);
    if (is_new) return;
    issues.push_back({"", pointer, say("expected.counted_once", {{"pointer", before->second}}),
                      say("got.second_time", {{"what", in_quotes(name)}})});
  }

 private:
  std::map<std::string, std::string> used_;
};

/// Whether every name the scenario uses is in the file, and used once.
bool check_names(const Population& population, const PopulationFile& file,
                 std::vector<Issue>& issues) {
  const std::size_t before = issues.size();
  if (file.years.count(population.year) == 0) {
    std::vector<std::string> years;
    for (const int year : file.years) years.push_back(std::to_string(year));
    issues.push_back(
        {"", "/population/year", one_of(years), say("got.number", {{"value", population.year}})});
    return false;
  }
  const auto regions = names_in<1>(file, population.year);
  const auto age_groups = names_in<2>(file, population.year);
  UsedOnce used_regions, used_groups;
  for (const auto& [value, region] : population.municipality) {
    const std::string pointer = child_pointer("/population/municipality", value);
    check_name(regions, region, pointer, issues);
    used_regions.use(region, pointer, issues);
  }
  for (const auto& [value, groups] : population.age) {
    const std::string pointer = child_pointer("/population/age", value);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      check_name(age_groups, groups[i], fmt::format("{}/{}", pointer, i), issues);
      used_groups.use(groups[i], fmt::format("{}/{}", pointer, i), issues);
    }
  }
  return issues.size() == before;
}

double sum_of(const PopulationFile& file, const Population& population, const std::string& region,
              const std::vector<std::string>& groups, std::vector<Issue>& issues) {
  double sum = 0;
  for (const std::string& group : groups) {
    const auto found = file.persons.find(std::tuple(population.year, region, group));
    if (found == file.persons.end()) {
      issues.push_back({population.file, "",
                        say("expected.row_for",
                            {{"what", fmt::format("{}, {}, {}", population.year, region, group)}}),
                        say("got.none")});
      continue;
    }
    sum += found->second;
  }
  return sum;
}

}  // namespace

std::vector<PopulationRow> population_table(const Scenario& scenario, std::vector<Issue>& issues) {
  if (!scenario.population) return {};
  const Population& population = *scenario.population;
  const std::size_t before = issues.size();
  const auto file = read_population(population.file, issues);
  if (!file || !check_names(population, *file, issues)) return {};
  std::vector<PopulationRow> rows;
  for (const auto& [municipality, region] : population.municipality) {
    for (const auto& [age, groups] : population.age) {
      rows.push_back({municipality, age, sum_of(*file, population, region, groups, issues)});
    }
  }
  if (issues.size() > before) return {};
  return rows;
}

namespace {

/// Whether every column of a list is the time or an attribute.
bool columns_known(const CsvTable& table, const Scenario& scenario, std::vector<Issue>& issues) {
  std::vector<std::string> known{"time"};
  for (const auto& [name, values] : scenario.attributes) known.push_back(name);
  const std::size_t before = issues.size();
  for (const std::string& name : table.header) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    issues.push_back({table.file, "", say("expected.columns", {{"list", one_of(known)}}),
                      quotation(name) + did_you_mean(name, known), 1, 1});
  }
  return issues.size() == before;
}

/// The row as an arrival; issues for what does not fit.
ListedArrival listed(const CsvTable& table, const std::vector<CsvCell>& row,
                     const Scenario& scenario, std::vector<Issue>& issues) {
  ListedArrival arrival{};
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string& name = table.header[i];
    const CsvCell& cell = row[i];
    if (name == "time") {
      if (const auto time = sim::parse_time(cell.text)) {
        arrival.time = *time;
      } else {
        report(issues, table.file, cell, say("expected.time"), quotation(cell.text));
      }
      continue;
    }
    const auto attribute = std::find_if(scenario.attributes.begin(), scenario.attributes.end(),
                                        [&](const auto& known) { return known.first == name; });
    const auto& values = attribute->second;
    if (std::find(values.begin(), values.end(), cell.text) == values.end()) {
      report(issues, table.file, cell,
             say("expected.in_column", {{"what", one_of(values)}, {"column", in_quotes(name)}}),
             quotation(cell.text) + did_you_mean(cell.text, values));
    }
    arrival.attributes.emplace_back(name, cell.text);
  }
  return arrival;
}

/// The first issue as an exception: the file was sound when the scenario was checked.
void require_none(const std::vector<Issue>& issues) {
  if (!issues.empty()) throw std::runtime_error(issues.front().text());
}

}  // namespace

std::vector<ListedArrival> arrival_list(const Scenario& scenario, const Arrival& arrival,
                                        std::vector<Issue>& issues) {
  const std::size_t before = issues.size();
  const CsvTable table = read_csv(arrival.file, issues);
  const auto time = require_column(table, "time", issues);
  if (!time || !columns_known(table, scenario, issues)) return {};
  std::vector<ListedArrival> list;
  for (const auto& row : table.rows) {
    const std::size_t sound = issues.size();
    ListedArrival next = listed(table, row, scenario, issues);
    if (issues.size() == sound && !list.empty() && next.time < list.back().time) {
      report(issues, table.file, row[*time], say("expected.time_in_order"),
             quotation(row[*time].text));
    }
    list.push_back(std::move(next));
  }
  if (issues.size() > before) return {};
  return list;
}

std::vector<PopulationRow> population_table(const Scenario& scenario) {
  std::vector<Issue> issues;
  auto rows = population_table(scenario, issues);
  require_none(issues);
  return rows;
}

std::vector<ListedArrival> arrival_list(const Scenario& scenario, const Arrival& arrival) {
  std::vector<Issue> issues;
  auto list = arrival_list(scenario, arrival, issues);
  require_none(issues);
  return list;
}

}  // namespace scenarios
