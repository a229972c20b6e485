// SPDX-License-Identifier: Apache-2.0
// The page of what there is of the register of systems (A01-A50) and of the scenarios (S01-S24): written from
// scenarios/data/status.csv and the files themselves, which must agree.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/csv.hpp"
#include "scenarios/rule_reader.hpp"

namespace {

namespace fs = std::filesystem;
using Content = scenarios::RegisterRow::Content;

const fs::path project = TROSKEL_SOURCE_DIR;

struct StatusRow {
  std::string id, sv, en, status, remark_sv, remark_en;
};

std::vector<StatusRow> status_rows() {
  std::vector<scenarios::Issue> issues;
  const auto table = scenarios::read_csv(project / "scenarios/data/status.csv", issues);
  for (const auto& issue : issues) ADD_FAILURE() << issue.text();
  std::vector<StatusRow> rows;
  for (const auto& row : table.rows) {
    EXPECT_EQ(row.size(), 6U);
    rows.push_back({row[0].text, row[1].text, row[2].text, row[3].text, row[4].text, row[5].text});
  }
  return rows;
}

std::vector<std::string> scenario_files(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(project / "scenarios" / folder)) {
    if (entry.path().extension() == ".json") {
      files.push_back(folder + "/" + entry.path().filename().string());
    }
  }
  std::ranges::sort(files);
  return files;
}

/// The rule files that keep a row of the register, and as what.
using KeptRows = std::multimap<std::string, std::pair<std::string, Content>>;
KeptRows kept_rows() {
  KeptRows kept;
  for (const std::string& file : scenario_files("rules")) {
    const auto loaded = scenarios::load_rules(project / "scenarios" / file);
    if (!loaded.rules) {
      ADD_FAILURE() << file;
      continue;
    }
    // A file that extends another has its own list.
    for (const auto& row : loaded.rules->systems)
      kept.emplace(row.id, std::pair{file, row.content});
  }
  return kept;
}

/// The files of a row: rule files that keep a system, scenarios named by their S.
std::vector<std::string> files_of(const StatusRow& row, const KeptRows& kept) {
  std::vector<std::string> files;
  if (row.id[0] == 'A') {
    const auto [first, end] = kept.equal_range(row.id);
    for (auto it = first; it != end; ++it) files.push_back(it->second.first);
    return files;
  }
  if (row.id == "S01") return {"halland/base-2025.json"};
  const std::string prefix = "s" + row.id.substr(1) + "-";
  for (const char* folder : {"halland", "skane", "dalarna", "kommun"}) {
    for (const std::string& file : scenario_files(folder)) {
      if (fs::path(file).filename().string().starts_with(prefix)) files.push_back(file);
    }
  }
  return files;
}

std::string status_text(const std::string& status) {
  const std::map<std::string, std::string> texts{
      {"runs", "räknas / runs"},
      {"partly", "delvis / partly"},
      {"label", "bara nämnd / named only"},
      {"none", "inget regelinnehåll i dokumenten / no rules in the documents"},
      {"not_there", "finns inte / not there"}};
  const auto found = texts.find(status);
  if (found == texts.end()) ADD_FAILURE() << "unknown status " << status;
  return found == texts.end() ? "" : found->second;
}

std::string both(const std::string& sv, const std::string& en) {
  return sv == en ? sv : sv + " / " + en;
}

std::string status_page() {
  std::string page =
      "# What there is / Vad som finns\n\n"
      "<!-- Written by a test from scenarios/data/status.csv and the files that it finds. Change "
      "those, not this "
      "page. -->\n\n"
      "The systems of the register (A) with the rule files that keep them, and the scenarios (S) "
      "with their files. "
      "*Partly* says in the remark what is not there. / Registrets system (A) med de regelfiler "
      "som håller dem, och "
      "scenarierna (S) med sina filer. Vid *delvis* säger anmärkningen vad som saknas.\n\n"
      "| | | Status | Files / Filer | Remark / Anmärkning |\n|---|---|---|---|---|\n";
  const auto kept = kept_rows();
  for (const StatusRow& row : status_rows()) {
    std::string files;
    for (const std::string& file : files_of(row, kept)) {
      files += fmt::format("{}[`{}`](../scenarios/{})", files.empty() ? "" : "<br>",
                           fs::path(file).stem().string(), file);
    }
    page += fmt::format("| {} | {} | {} | {} | {} |\n", row.id, both(row.sv, row.en),
                        status_text(row.status), files, both(row.remark_sv, row.remark_en));
  }
  return page;
}

std::string read_all(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(StatusPage, IsTheCommittedOne) {
  const fs::path path = project / "docs/status.md";
  const std::string page = status_page();
  if (std::getenv("TROSKEL_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << page;
    return;
  }
  EXPECT_TRUE(read_all(path) == page)
      << path << " differs from the files; run this test with TROSKEL_UPDATE_GOLDEN=1";
}

TEST(StatusPage, HasEveryRowOnce) {
  std::vector<std::string> expected, ids;
  for (int i = 1; i <= 50; ++i) expected.push_back(fmt::format("A{:02}", i));
  for (int i = 1; i <= 24; ++i) expected.push_back(fmt::format("S{:02}", i));
  for (const StatusRow& row : status_rows()) ids.push_back(row.id);
  EXPECT_EQ(ids, expected);
}

/// What the page says of a row is what its files say.
TEST(StatusPage, AgreesWithTheFiles) {
  const auto kept = kept_rows();
  for (const StatusRow& row : status_rows()) {
    SCOPED_TRACE(row.id);
    const bool is_there = row.status == "runs" || row.status == "partly";
    EXPECT_TRUE(row.status == "runs" || !row.remark_en.empty() || row.status == "none");
    EXPECT_EQ(row.remark_sv.empty(), row.remark_en.empty());
    if (row.id[0] == 'S') {
      const bool has_files = !files_of(row, kept).empty();
      EXPECT_TRUE(row.status != "runs" || has_files);
      EXPECT_TRUE(row.status != "not_there" || !has_files);
      continue;
    }
    std::set<Content> contents;
    const auto [first, end] = kept.equal_range(row.id);
    for (auto it = first; it != end; ++it) contents.insert(it->second.second);
    ASSERT_FALSE(contents.empty()) << "every system is kept by some rule file";
    const bool told = contents.contains(Content::Rules) || contents.contains(Content::Parameter);
    EXPECT_EQ(is_there, told) << row.status;
    EXPECT_TRUE(row.status != "label" || contents.contains(Content::Label));
    EXPECT_TRUE(row.status != "none" || contents.contains(Content::None));
  }
}

}  // namespace
