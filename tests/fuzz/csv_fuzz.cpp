// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any bytes give a CSV table or messages, and so do the readers of what stands in one:
// a population, arrivals one by one and as expected numbers, rosters, people and absence, the replications and
// the cases of a run.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <sys/mman.h>
#include <unistd.h>

#include "scenarios/csv.hpp"
#include "scenarios/staff_files.hpp"
#include "viz/csv.hpp"
#include "viz/data_tables.hpp"
#include "viz/results_reader.hpp"

namespace {

using scenarios::Issue;

/// A file in memory that has a path.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view text) : file_(memfd_create("fuzz", 0)) {
    if (write(file_, text.data(), text.size()) != static_cast<ssize_t>(text.size())) std::abort();
  }
  ~MemoryFile() { close(file_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

scenarios::CsvTable try_table(std::string_view text) {
  std::vector<Issue> issues;
  auto table = scenarios::parse_csv(text, "fuzz.csv", issues);
  for (const auto& row : table.rows) {
    if (row.size() != table.header.size()) std::abort();
  }
  auto names = table.header;
  std::ranges::sort(names);
  const bool twice = std::ranges::adjacent_find(names) != names.end();
  if (issues.empty() && (names.empty() || twice || names.front().empty())) std::abort();
  return table;
}

void try_data_files(std::string_view text) {
  const MemoryFile file(text);
  scenarios::Scenario scenario;
  scenario.attributes = {{"age", {"young", "old"}}, {"sex", {"a", "b"}}};
  scenario.population =
      scenarios::Population{file.path(), 2025, {{"halmstad", "1380"}}, {{"old", {"65-79", "80+"}}}};
  std::vector<Issue> issues;
  const auto population = scenarios::population_table(scenario, issues);
  if (population.empty() == issues.empty()) std::abort();
  scenarios::Arrival arrival;
  arrival.file = file.path();
  scenarios::Findings findings;
  const auto list = scenarios::arrival_list(scenario, arrival, findings);
  if (!list.empty() && !findings.errors.empty()) std::abort();
  const auto expected = scenarios::expected_arrivals(scenario, arrival, findings);
  if (!expected.streams.empty() && !findings.errors.empty()) std::abort();
  scenario.initial.file = file.path();
  const auto present = scenarios::present_list(scenario, findings);
  if (!present.empty() && !findings.errors.empty()) std::abort();
  if (!std::ranges::is_sorted(list, {}, &scenarios::ListedArrival::time)) std::abort();
}

/// Rosters, people and absence of the teams of a municipality.
void try_staff_files(std::string_view text) {
  const MemoryFile file(text);
  scenarios::Scenario scenario;
  scenario.horizon.days = 30;
  auto& care = scenario.care.emplace();
  care.roles.emplace_back("nurse", scenarios::Role{});
  care.shifts.emplace_back("day", scenarios::Shift{});
  care.municipalities.emplace_back("north", scenarios::Municipality{});
  const scenarios::StaffFile of_teams{file.path(), {}};
  care.rosters = care.people = care.absence = {of_teams};
  scenarios::Findings findings;
  const auto whole = scenarios::care_with_files(scenario, findings);
  for (const auto& [role, team] : whole.municipalities.front().second.teams) {
    for (const auto& row : team.roster) {
      if (row.shift != "day" || row.posts < 0 || (row.weeks && (row.from || row.to))) std::abort();
    }
    for (const auto& [name, person] : team.staff) {
      if (name.empty() || !(person.share > 0 && person.share <= 1)) std::abort();
    }
  }
}

void try_replications(std::string_view text, std::size_t rows) {
  const auto read = [&](std::string_view from, care::Results& to) {
    to.identity.replications = static_cast<std::uint32_t>(rows);
    std::vector<Issue> issues;
    if (viz::read_replications(from, "fuzz.csv", to, issues) != issues.empty()) std::abort();
    return issues.empty();
  };
  care::Results once, twice;
  if (!read(text, once)) return;
  const auto written = viz::csv(viz::replications_table(once), viz::CsvDialect::Plain);
  if (!read(written, twice)) std::abort();
  if (viz::csv(viz::replications_table(twice), viz::CsvDialect::Plain) != written) std::abort();
}

void try_cases(std::string_view text) {
  care::Results once, twice;
  std::vector<Issue> issues;
  if (viz::read_cases(text, "fuzz.csv", once, issues) != issues.empty()) std::abort();
  if (!issues.empty()) return;
  const auto written = viz::csv(viz::cases_table(once), viz::CsvDialect::Plain);
  if (!viz::read_cases(written, "fuzz.csv", twice, issues)) std::abort();
  if (viz::csv(viz::cases_table(twice), viz::CsvDialect::Plain) != written) std::abort();
}

/// Whether two columns may get the same name when one is guarded against formulas.
bool is_guarded(const std::string& name) {
  return name.starts_with('\'') || name.find_first_of("=+-@\t\r") == 0;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto table = try_table(text);
  try_data_files(text);
  try_staff_files(text);
  if (std::ranges::any_of(table.header, is_guarded)) return 0;
  try_replications(text, table.rows.size());
  try_cases(text);
  return 0;
}
