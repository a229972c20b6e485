// SPDX-License-Identifier: Apache-2.0
// The same scenario, seed and replications give the same bytes: at any number of threads, from the
// program and from the library.

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "troskel_version.hpp"

#include "experiments/run.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/rule_reader.hpp"
#include "scenarios/writer.hpp"
#include "tests/app/process.hpp"
#include "viz/csv.hpp"
#include "viz/data_tables.hpp"
#include "viz/results_json.hpp"

namespace {

using testing_app::read;
using testing_app::TemporaryFolder;

/// A scenario, and how many replications of it are worth the time.
struct Case {
  const char* file;
  const char* replications;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.file; }

/// What is changed of the scenarios: with TROSKEL_DAYS=120 their horizon, where every day takes long.
const std::vector<std::string> changes = [] {
  const char* const days = std::getenv("TROSKEL_DAYS");
  return days != nullptr ? std::vector{std::string("/horizon/days=") + days}
                         : std::vector<std::string>{};
}();

std::filesystem::path path_of(const Case& c) { return testing_app::source_folder() / c.file; }

constexpr const char* files[] = {"results.json",     "summary.csv",   "weekly.csv", "ledger.csv",
                                 "replications.csv", "scenario.json", "report.html"};

class SameBytes : public testing::TestWithParam<Case> {
 protected:
  void run(const std::filesystem::path& out, const std::vector<std::string>& more) const {
    std::vector<std::string> words = {
        "run", path_of(GetParam()).string(), "--seed", "20250601", "--out", out.string()};
    words.insert(words.end(), more.begin(), more.end());
    for (const auto& change : changes) words.insert(words.end(), {"--set", change});
    const auto done = testing_app::run(words);
    ASSERT_EQ(done.status, 0) << done.err;
  }
};

TEST_P(SameBytes, AtAnyNumberOfThreads) {
  const TemporaryFolder folder;
  const std::string count = GetParam().replications;
  for (const auto* threads : {"1", "2", "7"}) {
    run(folder / threads, {"--replications", count, "--threads", threads});
  }
  for (const auto* file : files) {
    const auto one = read(folder / "1" / file);
    ASSERT_FALSE(one.empty()) << file;
    EXPECT_EQ(one, read(folder / "2" / file)) << file;
    EXPECT_EQ(one, read(folder / "7" / file)) << file;
  }
}

TEST_P(SameBytes, FromTheLibrary) {
  const TemporaryFolder folder;
  const auto count = static_cast<std::uint32_t>(std::stoul(GetParam().replications));
  run(folder.path(), {"--replications", GetParam().replications});

  const auto loaded = scenarios::load(path_of(GetParam()), changes);
  ASSERT_TRUE(loaded.scenario.has_value());
  const auto rules = scenarios::load_agreements(*loaded.scenario);
  const care::Model model(*loaded.scenario, rules.sets);
  care::RunIdentity identity;
  identity.version = troskel::version;
  identity.scenario_hash = scenarios::scenario_hash(*loaded.scenario);
  identity.scenario_file = path_of(GetParam()).filename().string();
  const auto results = care::run_experiment(
      model, {.seed = 20250601, .first = 0, .replications = count, .threads = 3, .precision = 0},
      std::move(identity));
  EXPECT_EQ(viz::results_json(results), read(folder / "results.json"));
  EXPECT_EQ(viz::csv(viz::summary_table(results), viz::CsvDialect::Plain),
            read(folder / "summary.csv"));
  EXPECT_EQ(viz::csv(viz::weekly_table(results), viz::CsvDialect::Plain),
            read(folder / "weekly.csv"));
  EXPECT_EQ(viz::csv(viz::ledger_table(results), viz::CsvDialect::Plain),
            read(folder / "ledger.csv"));
  EXPECT_EQ(viz::csv(viz::replications_table(results), viz::CsvDialect::Plain),
            read(folder / "replications.csv"));
}

TEST_P(SameBytes, OnlyOfTheSameReplications) {
  const TemporaryFolder folder;
  run(folder / "one", {"--replications", "2"});
  run(folder / "two", {"--replications", "2", "--first", "2"});
  EXPECT_NE(read(folder / "one/replications.csv"), read(folder / "two/replications.csv"));
}

INSTANTIATE_TEST_SUITE_P(
    Examples, SameBytes,
    testing::Values(Case{"scenarios/examples/clinic.json", "40"},
                    Case{"scenarios/halland/base-2025.json", "9"}),
    [](const auto& one) {
      return std::filesystem::path(one.param.file).stem().string().substr(0, 4);
    });

TEST(SameStop, APrecisionIsReachedAtTheSameReplicationAtAnyNumberOfThreads) {
  const TemporaryFolder folder;
  const auto clinic = testing_app::source_folder() / "scenarios/examples/clinic.json";
  for (const auto* threads : {"1", "2", "7"}) {
    const auto done = testing_app::run({"run", clinic.string(), "--precision", "1", "--threads",
                                        threads, "--out", (folder / threads).string()});
    ASSERT_EQ(done.status, 0) << done.err;
  }
  for (const auto* file : files) {
    EXPECT_EQ(read(folder / "1" / file), read(folder / "2" / file)) << file;
    EXPECT_EQ(read(folder / "1" / file), read(folder / "7" / file)) << file;
  }
}

}  // namespace
