// SPDX-License-Identifier: Apache-2.0
// C3: expected numbers of arrivals from a spreadsheet, as a user has them run.

#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/process.hpp"

namespace {

using testing::HasSubstr;
using testing_app::read;
using testing_app::run;

class ExpectedArrivals : public testing::Test {
 protected:
  ExpectedArrivals() {
    testing_app::write(
        folder_ / "weekly.csv",
        "Ankomster per dygn;;\r\n\r\n"
        "Dag;V\xE4ntat antal;Anm.\r\n"
        "2025-01-08;12,5;\r\n2025-01-06;3;m\xE5ndag\r\n\r\n2025-01-07;0;st\xE4ngt\r\n"
        "2025-01-09;0,25;\r\n2024-12-31;99;f\xF6re\r\n");
    testing_app::write(folder_ / "case.json", R"({
      "title": "t", "horizon": {"start": "2025-01-06", "days": 4},
      "settings": {"ward": {"stay": {"time": {"kind": "fixed", "value": 0.5}},
                            "routes": {"to": {"home": 1}}}},
      "exits": {"home": "Home"}, "report_daily": "ward",
      "arrivals": {"acute": {"to": "ward", "file": "weekly.csv",
        "columns": {"date": "Dag", "expected": "Väntat antal"},
        "intensity": {"by_hour": [0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0],
                      "normalise": true}}}})");
  }

  testing_app::Finished run_it(const std::vector<std::string>& more) const {
    std::vector<std::string> words{"run",
                                   (folder_ / "case.json").string(),
                                   "--replications",
                                   "400",
                                   "--progress",
                                   "none",
                                   "--lang",
                                   "en"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }

  /// Mean number of those who come to the ward, by day.
  [[nodiscard]] std::vector<double> entries() const {
    std::istringstream lines(read(folder_ / "out/daily.csv"));
    std::vector<double> means;
    std::vector<std::string> header;
    for (std::string line; std::getline(lines, line);) {
      std::vector<std::string> cells;
      std::istringstream in(line);
      for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
      if (header.empty()) {
        header = cells;
        continue;
      }
      const auto at = std::ranges::find(header, "entries") - header.begin();
      means.push_back(std::stod(cells.at(static_cast<std::size_t>(at))));
    }
    return means;
  }

  testing_app::TemporaryFolder folder_;
};

TEST_F(ExpectedArrivals, C3ComeOnTheirDays) {
  const auto done = run_it({"--out", (folder_ / "out").string()});
  ASSERT_EQ(done.status, 0) << done.err;
  EXPECT_THAT(done.out + done.err, HasSubstr("1 of 5 rows outside it; they are left out"));
  const auto means = entries();
  const std::vector<double> expected{3, 0, 12.5, 0.25};
  ASSERT_EQ(means.size(), expected.size());
  for (std::size_t day = 0; day < means.size(); ++day) {
    EXPECT_NEAR(means[day], expected[day], 4 * std::sqrt(expected[day] / 400) + 1e-9) << day;
  }
}

TEST_F(ExpectedArrivals, C3TheFileStays) {
  const auto before = read(folder_ / "weekly.csv");
  const auto done = run_it({"--out", folder_.path().string()});
  EXPECT_EQ(done.status, 2);
  EXPECT_THAT(done.err, HasSubstr("expected a place where nothing that is read is overwritten"));
  EXPECT_EQ(read(folder_ / "weekly.csv"), before);
}

TEST_F(ExpectedArrivals, C3AFaultIsToldWithItsRow) {
  testing_app::write(folder_ / "weekly.csv", "Dag;Väntat antal\n2025-01-06;3\n2025-01-07;-1\n");
  const auto done = run_it({"--out", (folder_ / "out").string()});
  EXPECT_EQ(done.status, 2);
  EXPECT_EQ(done.error_lines(), 1U) << done.err;
  EXPECT_THAT(done.err,
              HasSubstr("weekly.csv:3:12: expected a number of arrivals from 0 to 100000 in "
                        "column \"Väntat antal\", got \"-1\""));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "out"));
}

}  // namespace
