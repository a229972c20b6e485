// SPDX-License-Identifier: Apache-2.0
// C3: expected numbers of arrivals by day, from the file to the streams of the network.
#include <fstream>
#include <map>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "models/flow/traffic.hpp"
#include "tests/models/analysed.hpp"
#include "tests/temporary_folder.hpp"

namespace {

/// Ten days from Monday 2024-01-01, a holiday; the first two are deleted.
class ExpectedNumbers : public testing::Test {
 protected:
  ExpectedNumbers() {
    builder_.attribute("class", {"young", "old"}).exit("home").horizon(2, 8);
    builder_.setting("ward", cases::unlimited, cases::exponential_days(1), {{"home", 1}});
    arrival_.per_day.reset();
    arrival_.file = (folder_ / "expected.csv").string();
  }

  flow::Network network(std::string_view rows) {
    std::ofstream(arrival_.file) << rows;
    return flow::compile_network(builder_.scenario());
  }

  static double per_day(const flow::Network& network) {
    double sum = 0;
    for (const auto& source : network.sources) sum += flow::arrivals_per_day(network, source);
    return sum;
  }

  /// The expected number of a stream on a day of the run.
  static double on_day(const flow::Network& network, const flow::Source& source, int day) {
    const auto& pattern = network.patterns[source.pattern];
    const auto from = network.start + day * sim::day;
    return source.per_ms * (pattern.cumulative(from + sim::day) - pattern.cumulative(from));
  }

  tests::TemporaryFolder folder_;
  cases::Builder builder_;
  scenarios::Arrival& arrival_ = builder_.arrival("acute", 0, "ward");

  static constexpr std::string_view ten_days =
      "date,expected\n"
      "2024-01-01,100\n2024-01-02,200\n2024-01-03,3\n2024-01-04,0\n2024-01-05,5.5\n"
      "2024-01-06,1\n2024-01-07,2\n2024-01-08,12\n2024-01-09,8\n2024-01-10,0.5\n";
  static constexpr double measured = 3 + 0 + 5.5 + 1 + 2 + 12 + 8 + 0.5;
};

TEST_F(ExpectedNumbers, C3GiveTheMeanRateOfTheMeasuredDays) {
  const auto compiled = network(ten_days);
  ASSERT_EQ(compiled.sources.size(), 1U);
  EXPECT_NEAR(per_day(compiled), measured / 8, 1e-12);
  EXPECT_NEAR(flow::analyse(compiled).arrivals_per_day, measured / 8, 1e-12);
  const auto& source = compiled.sources[flow::SourceId{0}];
  EXPECT_NEAR(on_day(compiled, source, 1), 200, 1e-9);
  EXPECT_EQ(on_day(compiled, source, 3), 0);
  EXPECT_NEAR(on_day(compiled, source, 9), 0.5, 1e-12);
}

TEST_F(ExpectedNumbers, C3AreMultipliedByTheLeverTheBatchAndTheIntensity) {
  arrival_.batch = cases::fixed_days(2);
  builder_.scenario().levers.arrivals = 1.5;
  EXPECT_NEAR(per_day(network(ten_days)), 3 * measured / 8, 1e-12);
  arrival_.intensity.by_hour.assign(24, 0.5);
  EXPECT_NEAR(per_day(network(ten_days)), 1.5 * measured / 8, 1e-12);
  builder_.scenario().levers.arrivals = 0;
  EXPECT_EQ(per_day(network(ten_days)), 0);
}

/// Each day has its number, however the factors differ within it and between days.
TEST_F(ExpectedNumbers, C3NormalisedAreThoseOfEachDay) {
  auto& intensity = arrival_.intensity;
  intensity.normalise = true;
  intensity.by_hour.assign(24, 0);
  intensity.by_hour[8] = 3;
  intensity.by_hour[20] = 1;
  intensity.by_weekday = {2, 1, 1, 1, 1, 0.5, 0.5};
  const auto compiled = network(ten_days);
  const auto& source = compiled.sources[flow::SourceId{0}];
  EXPECT_NEAR(per_day(compiled), measured / 8, 1e-12);
  EXPECT_NEAR(on_day(compiled, source, 4), 5.5, 1e-12);
  EXPECT_NEAR(on_day(compiled, source, 5), 1, 1e-12);
  const auto morning = compiled.start + 5 * sim::day + 8 * sim::hour;
  const auto& pattern = compiled.patterns[source.pattern];
  EXPECT_NEAR(
      source.per_ms * (pattern.cumulative(morning + sim::hour) - pattern.cumulative(morning)), 0.75,
      1e-12);
}

/// Half a day has what its hours have of the whole day.
TEST_F(ExpectedNumbers, C3OfADayThatIsCutAreThoseOfItsHours) {
  builder_.scenario().horizon.hours = 36;
  auto& intensity = arrival_.intensity;
  intensity.normalise = true;
  intensity.by_hour.assign(24, 3);
  for (std::size_t h = 12; h < 24; ++h) intensity.by_hour[h] = 1;
  const auto compiled =
      network("date,expected\n2024-01-01,0\n2024-01-02,0\n2024-01-03,3\n2024-01-04,8\n");
  EXPECT_NEAR(per_day(compiled), (3 + 0.75 * 8) / 1.5, 1e-12);
}

/// A stream is addressed by the values of its group: others may come and go.
TEST_F(ExpectedNumbers, C3AGroupMoreLeavesTheOthersTheirLuck) {
  builder_.horizon(0, 2);
  const auto families = [](const flow::Network& compiled) {
    std::map<std::string, std::uint32_t> by_name;
    for (const auto& source : compiled.sources) by_name[source.name] = source.family;
    return by_name;
  };
  const std::string old = "date,class,expected\n2024-01-01,old,1\n2024-01-02,old,2\n";
  const auto one = network(old);
  const auto two = network(old + "2024-01-02,young,7\n2024-01-01,young,5\n");
  EXPECT_EQ(families(one),
            (std::map<std::string, std::uint32_t>{{"acute/old", sim::family_of("acute/old")}}));
  EXPECT_EQ(families(two),
            (std::map<std::string, std::uint32_t>{{"acute/old", sim::family_of("acute/old")},
                                                  {"acute/young", sim::family_of("acute/young")}}));
  for (const auto& source : two.sources) {
    EXPECT_EQ(sim::index(source.profile), source.name == "acute/old" ? 1U : 0U);
  }
  EXPECT_NEAR(per_day(two), 7.5, 1e-12);
}

/// A file of zeros is what a rate of 0 is: a stream that nobody comes from.
TEST_F(ExpectedNumbers, C3OfZeroAreNobody) {
  builder_.horizon(0, 2);
  const auto compiled = network("date,expected\n2024-01-01,0\n2024-01-02,0\n");
  ASSERT_EQ(compiled.sources.size(), 1U);
  EXPECT_EQ(compiled.sources[flow::SourceId{0}].per_ms, 0);
  EXPECT_EQ(per_day(compiled), 0);
}

}  // namespace
