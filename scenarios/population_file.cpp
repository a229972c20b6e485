// SPDX-License-Identifier: Apache-2.0
// The population file that a scenario names.

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "scenarios/data_rows.hpp"

namespace scenarios {
namespace {

/// Columns by what statistical offices call them, where the scenario says nothing else.
constexpr std::array<std::string_view, 2> region_names{"region", "Region"};
constexpr std::array<std::string_view, 6> age_names{"age_group", "ålder", "Ålder",
                                                    "age",       "Age",   "åldersgrupp"};
constexpr std::array<std::string_view, 4> year_names{"year", "år", "År", "Year"};
constexpr std::array<std::string_view, 5> count_names{"population", "Folkmängd", "folkmängd",
                                                      "Population", "Antal"};
/// Columns whose values divide the population of a year, region and age group between them.
constexpr std::array<std::string_view, 6> dividing_names{
    "kön", "sex", "Kön", "civilstånd", "marital status", "Sex"};
/// Values of such a column that stand for all the others together.
constexpr std::array<std::string_view, 5> total_names{"totalt", "total", "samtliga", "båda könen",
                                                      "män och kvinnor"};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The population file by year, region and age group.
struct PopulationFile {
  std::map<std::tuple<int, std::string, std::string>, double> persons;
  std::set<int> years;
};

/// The year that the heading of a column of numbers ends with: "2020", "Folkmängd 2020".
std::optional<int> year_of_heading(std::string_view heading) {
  constexpr std::size_t digits = 4;
  if (heading.size() < digits) return std::nullopt;
  const auto last = heading.substr(heading.size() - digits);
  const auto before = heading.substr(0, heading.size() - digits);
  if (!before.empty() && before.back() != ' ') return std::nullopt;
  int year = 0;
  for (const char c : last) {
    if (c < '0' || c > '9') return std::nullopt;
    year = year * 10 + (c - '0');
  }
  return year;
}

/// Reads the file, one row after the other.
class PopulationReader {
 public:
  PopulationReader(const Population& population, std::vector<Issue>& issues)
      : names_(population.columns),
        wanted_(population.year),
        issues_(issues),
        table_(read_csv(population.file, issues)) {}

  std::optional<PopulationFile> read() {
    const std::size_t before = issues_.size();
    year_ = find("year", year_names);
    if (!year_) find_wide();
    region_ = require("region", region_names);
    age_ = require("age_group", age_names);
    if (wide_.empty()) {
      if (!year_) year_ = require("year", year_names);
      count_ = require("population", count_names);
    }
    find_dividing();
    if (issues_.size() > before || !region_ || !age_) return std::nullopt;
    for (const auto& row : table_.rows) add_row(row);
    if (issues_.size() > before) return std::nullopt;
    return std::move(file_);
  }

 private:
  using Row = std::vector<CsvCell>;

  template <std::size_t N>
  [[nodiscard]] std::optional<std::size_t> find(
      const std::string& name, const std::array<std::string_view, N>& usual) const {
    if (const auto found = find_column(table_, names_, name)) return found;
    if (name_in_file(names_, name) != name) return std::nullopt;  // the scenario has named it
    for (const auto other : usual) {
      if (const auto found = table_.column(other)) return found;
    }
    return std::nullopt;
  }

  template <std::size_t N>
  std::optional<std::size_t> require(const std::string& name,
                                     const std::array<std::string_view, N>& usual) {
    if (const auto found = find(name, usual)) return found;
    return require_column(table_, names_, name, issues_);
  }

  /// A column for every year, as a table has it that is not turned into a list.
  void find_wide() {
    for (std::size_t i = 0; i < table_.header.size(); ++i) {
      if (const auto year = year_of_heading(table_.header[i])) wide_.emplace_back(*year, i);
    }
  }

  /// Where a column divides the people, the rows of one group are added up; where it has a total of
  /// its own, only that is taken.
  void find_dividing() {
    for (std::size_t i = 0; i < table_.header.size(); ++i) {
      if (!is_one_of(table_.header[i], dividing_names)) continue;
      dividing_.push_back(i);
      has_total_.push_back(std::any_of(table_.rows.begin(), table_.rows.end(), [&](const Row& row) {
        return is_one_of(row[i].text, total_names);
      }));
    }
  }

  void add_row(const Row& row) {
    std::string part;
    for (std::size_t d = 0; d < dividing_.size(); ++d) {
      const auto& text = row[dividing_[d]].text;
      if (has_total_[d] && !is_one_of(text, total_names)) return;
      part += text + '\n';
    }
    for (const auto& [year, column] : wide_) {
      file_.years.insert(year);
      if (year == wanted_) add(row, row.front(), year, column, part);
    }
    if (!wide_.empty()) return;
    const CsvCell& cell = row[*year_];
    const auto year = number_in(table_, cell);
    if (!year || *year != std::trunc(*year) || std::abs(*year) > 9999) {
      return report(issues_, table_.file, cell,
                    say("expected.year_in", {{"column", in_quotes(table_.header[*year_])}}),
                    quotation(cell.text));
    }
    add(row, cell, static_cast<int>(*year), *count_, part);
  }

  void add(const Row& row, const CsvCell& place, int year, std::size_t column,
           const std::string& part) {
    const CsvCell& cell = row[column];
    const auto persons = number_in(table_, cell);
    constexpr double most_persons = 1e9;
    if (!persons || *persons < 0 || *persons > most_persons) {
      return report(issues_, table_.file, cell,
                    say("expected.count_in", {{"column", in_quotes(table_.header[column])}}),
                    quotation(cell.text));
    }
    std::tuple key(year, row[*region_].text, row[*age_].text);
    if (!parts_.emplace(key, part).second) {
      return report(
          issues_, table_.file, place, say("expected.row_once"),
          say("got.second_time",
              {{"what", fmt::format("{}, {}, {}", year, std::get<1>(key), std::get<2>(key))}}));
    }
    file_.persons[std::move(key)] += *persons;
    file_.years.insert(year);
  }

  const Named<std::string>& names_;
  int wanted_;  ///< the year; of a table with a column for each no other one is read
  std::vector<Issue>& issues_;
  CsvTable table_;
  std::optional<std::size_t> year_, region_, age_, count_;
  std::vector<std::pair<int, std::size_t>> wide_;  ///< year and column
  std::vector<std::size_t> dividing_;
  std::vector<bool> has_total_;
  std::set<std::pair<std::tuple<int, std::string, std::string>, std::string>> parts_;
  PopulationFile file_;
};

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
  const auto file = PopulationReader(population, issues).read();
  if (!file && issues.size() == before) {  // nothing but commas
    issues.push_back({"", "/population/file", say("expected.header"), say("got.none")});
  }
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

std::vector<PopulationRow> population_table(const Scenario& scenario) {
  std::vector<Issue> issues;
  auto rows = population_table(scenario, issues);
  require_none(issues);
  return rows;
}

}  // namespace scenarios
