// SPDX-License-Identifier: Apache-2.0
#include "viz/outputs.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/temporary_folder.hpp"
#include "tests/viz/fixture.hpp"
#include "viz/assumptions.hpp"
#include "viz/field_names.hpp"

namespace {

namespace fs = std::filesystem;

std::string written_text(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

class Outputs : public ::testing::Test {
 protected:
  tests::TemporaryFolder temporary_;
  fs::path folder_ = temporary_ / "out";
};

TEST_F(Outputs, AreTheFilesOfARun) {
  const auto fixture = viz_test::region_fixture();
  viz::OutputOptions options;
  options.scenario_json = fixture.scenario_json;
  const auto written = viz::write_outputs(folder_, fixture.scenario, fixture.results, {}, options);
  const auto* paths = std::get_if<std::vector<fs::path>>(&written);
  ASSERT_NE(paths, nullptr);
  std::vector<std::string> names;
  for (const fs::path& path : *paths) {
    names.push_back(path.filename().string());
    EXPECT_GT(fs::file_size(path), 50U) << path;
  }
  EXPECT_EQ(names, (std::vector<std::string>{"results.json", "run.json", "scenario.json",
                                             "summary.csv", "weekly.csv", "ledger.csv",
                                             "replications.csv", "report.html", "XXH128SUMS"}));
  for (const std::string& name : names) {
    EXPECT_NE(std::ranges::find(viz::run_files, name), viz::run_files.end()) << name;
  }
  EXPECT_EQ(written_text(folder_ / "scenario.json"), fixture.scenario_json);
}

TEST_F(Outputs, OfEqualResultsAreEqualButForTheRun) {
  const auto fixture = viz_test::region_fixture();
  viz::RunRecord one;
  one.threads = 1;
  one.started = "2025-01-01T00:00:00Z";
  viz::RunRecord seven = one;
  seven.threads = 7;
  seven.started = "2026-01-01T00:00:00Z";
  seven.seconds = 12;
  ASSERT_EQ(viz::write_outputs(folder_ / "1", fixture.scenario, fixture.results, one, {}).index(),
            0U);
  ASSERT_EQ(viz::write_outputs(folder_ / "7", fixture.scenario, fixture.results, seven, {}).index(),
            0U);
  for (const auto& entry : fs::directory_iterator(folder_ / "1")) {
    const fs::path name = entry.path().filename();
    const bool same = written_text(entry.path()) == written_text(folder_ / "7" / name);
    EXPECT_EQ(same, name != "run.json" && name != viz::sums_file) << name;
  }
}

TEST_F(Outputs, SayWhatIsWrongWithTheFolder) {
  fs::create_directories(folder_);
  std::ofstream(folder_ / "file") << "x";
  const auto fixture = viz_test::clinic_fixture();
  const auto written =
      viz::write_outputs(folder_ / "file", fixture.scenario, fixture.results, {}, {});
  const auto* error = std::get_if<words::Text>(&written);
  ASSERT_NE(error, nullptr);
  EXPECT_TRUE(error->en.starts_with((folder_ / "file").string() + ": ")) << error->en;
}

TEST(Assumptions, AreNamedByTheLabelsAlongTheirPointer) {
  const auto fixture = viz_test::region_fixture();
  const auto inputs = viz::assumptions_of(fixture.scenario, fixture.scenario_json);
  ASSERT_EQ(inputs.stated.size(), 5U);
  // In the order of the document, not of the alphabet.
  EXPECT_EQ(inputs.stated[0].pointer, "/settings/hospital/capacity");
  EXPECT_EQ(inputs.stated[0].name.sv, "Sjukhus · platser");
  EXPECT_EQ(inputs.stated[0].value.sv, "normalt 519; 25; 34; faktor 0,88");
  EXPECT_EQ(inputs.stated[1].range.sv, "3,7–4,4");
  EXPECT_EQ(inputs.stated[2].pointer, "/arrivals/acute");
  EXPECT_EQ(inputs.stated.back().name.sv, "hemsjukvård · Sjuksköterskor · ersättningsgrad");
  EXPECT_EQ(inputs.stated.back().value.sv, "0,55");
  EXPECT_EQ(inputs.numbers, 11U);
  EXPECT_EQ(inputs.with_source, 11U);
}

TEST(Assumptions, NameDestinationsAndConditionsAsTheScenarioDoes) {
  auto fixture = viz_test::region_fixture();
  fixture.scenario.labels = {{"80_plus", {"80 år och äldre", "80 and over"}}};
  fixture.scenario.provenance = {
      {"/settings/hospital/routes/1", {{"källa", "source"}, {}, "A", {}}}};
  const auto inputs = viz::assumptions_of(fixture.scenario, R"({"settings": {"hospital": {
      "label": {"sv": "Sjukhus", "en": "Hospital"}, "routes": [{}, {
      "when": {"age": "80_plus", "municipality": ["laxholm", "hyltinge"]},
      "to": {"short_term": 0.3, "residence": 0.7}}]}}})");
  ASSERT_EQ(inputs.stated.size(), 1U);
  EXPECT_EQ(inputs.stated[0].name.sv,
            "Sjukhus · vart patienten går 2 (80 år och äldre, Laxholm, Hyltinge)");
  EXPECT_EQ(inputs.stated[0].value.sv, "korttidsboende 0,3; tillbaka hem 0,7");
}

TEST(FieldName, IsInWords) {
  // The first and the last of the list are found too: it is sorted.
  EXPECT_EQ(viz::field_name("agency_cap", viz::Lang::Sv), "tak för inhyrd personal");
  EXPECT_EQ(viz::field_name("year", viz::Lang::Sv), "år");
  EXPECT_EQ(viz::field_name("cost_per_day", viz::Lang::Sv), "kostnad per dygn");
  EXPECT_EQ(viz::field_name("cost_per_day", viz::Lang::En), "cost per day");
  EXPECT_EQ(viz::field_name("no_such_field", viz::Lang::Sv), "no such field");
}

TEST(Assumptions, CountNumbersWithoutOrigin) {
  scenarios::Scenario scenario;
  scenario.provenance["/a"] = {{"källa", "source"}, {}, "A", {}};
  scenario.provenance["/b/c"] = {{}, {"en anmärkning", "a note is no source"}, "", {}};
  const auto inputs = viz::assumptions_of(scenario, R"({"a": {"x": 1, "y": [2]}, "b": {"c": 3}})");
  EXPECT_EQ(inputs.numbers, 3U);
  EXPECT_EQ(inputs.with_source, 2U);
}

TEST(Assumptions, OfTextThatIsNoJsonAreNone) {
  EXPECT_TRUE(viz::assumptions_of({}, "{").stated.empty());
  EXPECT_TRUE(viz::assumptions_of({}, "").stated.empty());
}

}  // namespace
