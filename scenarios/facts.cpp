// SPDX-License-Identifier: Apache-2.0
#include "scenarios/facts.hpp"

#include <algorithm>

#include "scenarios/csv.hpp"

namespace scenarios {

std::vector<Fact> read_facts(const std::filesystem::path& path, std::vector<Issue>& issues) {
  const CsvTable table = read_csv(path, issues);
  const auto id = table.column("id");
  const auto document = table.column("document");
  const auto sv = table.column("sv");
  const auto en = table.column("en");
  if (!id || !document || !sv || !en) {
    if (issues.empty()) {
      issues.push_back({table.file, "", say("expected.fact_columns"), say("got.others"), 1, 1});
    }
    return {};
  }
  std::vector<Fact> facts;
  for (const auto& row : table.rows) {
    facts.push_back({row[*id].text, row[*document].text, {row[*sv].text, row[*en].text}});
  }
  return facts;
}

std::vector<std::string> source_ids(std::string_view source) {
  std::vector<std::string> ids;
  for (std::size_t from = 0; from < source.size();) {
    const std::size_t comma = std::min(source.find(", ", from), source.size());
    ids.emplace_back(source.substr(from, comma - from));
    from = comma + 2;
  }
  return ids;
}

}  // namespace scenarios
