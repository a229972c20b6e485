// SPDX-License-Identifier: Apache-2.0
// C1: the state of every setting at chosen times, in every output.
#include <string>

#include <gmock/gmock.h>

#include "tests/viz/fixture.hpp"
#include "viz/csv.hpp"
#include "viz/data_tables.hpp"
#include "viz/report.hpp"
#include "viz/results_json.hpp"
#include "viz/results_reader.hpp"

namespace {

using testing::HasSubstr;
using testing::Not;

care::Results with_states() {
  auto results = viz_test::region_fixture().results;
  care::StateRow row{"2025-07-01T00:00:00", "hospital", {}};
  for (std::size_t i = 0; i < row.numbers.size(); ++i) {
    auto& number = row.numbers[i];
    number.key = care::state_key(row, static_cast<scenarios::Level>(i));
    number.n = 3;
    number.mean = 10.0 * static_cast<double>(i + 1);
    number.ci95 = {number.mean - 1, number.mean + 1};
  }
  results.states.push_back(row);
  return results;
}

TEST(States, C1AreInResultsJsonAndReadBack) {
  const auto text = viz::results_json(with_states());
  EXPECT_THAT(text, HasSubstr("\"states\""));
  const auto loaded = viz::read_results(text, "results.json");
  ASSERT_TRUE(loaded.errors.empty());
  EXPECT_TRUE(loaded.warnings.empty());
  EXPECT_EQ(viz::results_json(*loaded.results), text);
  EXPECT_EQ(loaded.results->states.front().numbers[3].key.quantity, "queued");
}

TEST(States, C1AreNotInResultsThatDoNotAskForThem) {
  const auto fixture = viz_test::region_fixture();
  EXPECT_THAT(viz::results_json(fixture.results), Not(HasSubstr("\"states\"")));
  EXPECT_THAT(viz::report_html(fixture.scenario, fixture.results, {}),
              Not(HasSubstr("Läget vid valda tider")));
}

TEST(States, C1AreATableForPrograms) {
  const auto results = with_states();
  EXPECT_EQ(viz::csv(viz::states_table(results), viz::CsvDialect::Plain),
            "time,setting,n,present,present_ci_low,present_ci_high,ready,ready_ci_low,"
            "ready_ci_high,blocked,blocked_ci_low,blocked_ci_high,queued,queued_ci_low,"
            "queued_ci_high,occupied,occupied_ci_low,occupied_ci_high\n"
            "2025-07-01T00:00:00,hospital,3,10,9,11,20,19,21,30,29,31,40,39,41,50,49,51\n");
}

TEST(States, C1AreInTheReport) {
  const auto fixture = viz_test::region_fixture();
  const auto page = viz::report_html(fixture.scenario, with_states(), {});
  EXPECT_THAT(page, HasSubstr("<h3>Läget vid valda tider</h3>"));
  EXPECT_THAT(page, HasSubstr("2025-07-01T00:00:00"));
}

}  // namespace
