// SPDX-License-Identifier: Apache-2.0
#include "viz/format.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace {

using viz::Lang;
using viz::Season;

TEST(Number, HasTheMarksOfItsLanguage) {
  EXPECT_EQ(viz::number(1234567.891, 2, Lang::Sv), "1\u00A0234\u00A0567,89");
  EXPECT_EQ(viz::number(1234567.891, 2, Lang::En), "1,234,567.89");
  EXPECT_EQ(viz::number(-1234.5, 1, Lang::Sv), "\u22121\u00A0234,5");
  EXPECT_EQ(viz::number(-1234.5, 1, Lang::En), "\u22121,234.5");
  EXPECT_EQ(viz::number(999, 0, Lang::Sv), "999");
  EXPECT_EQ(viz::number(1000, 0, Lang::Sv), "1\u00A0000");
}

TEST(Number, ZeroHasNoSign) {
  EXPECT_EQ(viz::number(-0.0, 1, Lang::Sv), "0,0");
  EXPECT_EQ(viz::number(-0.04, 1, Lang::Sv), "0,0");
  EXPECT_EQ(viz::number(-0.06, 1, Lang::Sv), "\u22120,1");
}

TEST(Number, SaysWhatIsNoNumber) {
  EXPECT_EQ(viz::number(std::nan(""), 1, Lang::Sv), "–");
  EXPECT_EQ(viz::number(std::numeric_limits<double>::infinity(), 1, Lang::Sv), "∞");
  EXPECT_EQ(viz::number(-std::numeric_limits<double>::infinity(), 1, Lang::En), "\u2212∞");
}

TEST(Number, IsWrittenInFullWhateverItsSize) {
  EXPECT_EQ(viz::number(1e15, 0, Lang::En), "1,000,000,000,000,000");
  EXPECT_EQ(viz::number(2.5, 0, Lang::En), "2");  // half to even
  EXPECT_EQ(viz::number(3.5, 0, Lang::En), "4");
}

TEST(ShortNumber, KeepsSignificantDigitsOnly) {
  EXPECT_EQ(viz::short_number(0.07, 6, Lang::Sv), "0,07");
  EXPECT_EQ(viz::short_number(3050, 6, Lang::Sv), "3\u00A0050");
  EXPECT_EQ(viz::short_number(12345.678, 3, Lang::En), "12,346");
  EXPECT_EQ(viz::short_number(0, 3, Lang::En), "0");
}

TEST(Percent, HasASpaceInSwedishOnly) {
  EXPECT_EQ(viz::percent(0.1234, 1, Lang::Sv), "12,3\u00A0%");
  EXPECT_EQ(viz::percent(0.1234, 1, Lang::En), "12.3%");
}

TEST(Range, UsesWordsWhenABoundIsNegative) {
  EXPECT_EQ(viz::range("1", "2", Lang::Sv), "1–2");
  EXPECT_EQ(viz::range("\u22121", "2", Lang::Sv), "\u22121 till 2");
  EXPECT_EQ(viz::range("\u22121", "2", Lang::En), "\u22121 to 2");
}

TEST(Dates, AreWrittenInWords) {
  const sim::Date date = *sim::make_date(2025, 6, 30);
  EXPECT_EQ(viz::long_date(date, Lang::Sv), "30 juni 2025");
  EXPECT_EQ(viz::long_date(date, Lang::En), "30 June 2025");
  EXPECT_EQ(viz::short_month(5, Lang::Sv), "maj");
}

TEST(DurationText, PicksItsUnit) {
  EXPECT_EQ(viz::duration_text(3.24, Lang::Sv), "3,2 s");
  EXPECT_EQ(viz::duration_text(42, Lang::En), "42 s");
  EXPECT_EQ(viz::duration_text(200, Lang::En), "3 min 20 s");
  EXPECT_EQ(viz::duration_text(3900, Lang::Sv), "1 tim 5 min");
}

TEST(Frequency, IsToldInTensWhereThatIsFair) {
  EXPECT_EQ(viz::frequency(0.3, Season::Summer, Lang::Sv), "i 3 somrar av 10");
  EXPECT_EQ(viz::frequency(0.3, Season::Summer, Lang::En), "in 3 summers of 10");
  EXPECT_EQ(viz::frequency(0.1, Season::Winter, Lang::Sv), "i 1 vinter av 10");
  EXPECT_EQ(viz::frequency(0.335, Season::Summer, Lang::Sv), "i ungefär 3 somrar av 10");
}

TEST(Frequency, NeverRoundsToNoneOrAll) {
  EXPECT_EQ(viz::frequency(0.02, Season::Year, Lang::Sv), "i 2 år av 100");
  EXPECT_EQ(viz::frequency(0.97, Season::Year, Lang::En), "in 97 years of 100");
  EXPECT_EQ(viz::frequency(0.002, Season::Summer, Lang::En), "in 2 summers of 1,000");
  EXPECT_EQ(viz::frequency(0.0001, Season::Summer, Lang::En), "in fewer than 1 summer of 1,000");
  EXPECT_EQ(viz::frequency(0.9999, Season::Summer, Lang::Sv), "i fler än 999 somrar av 1\u00A0000");
  EXPECT_EQ(viz::frequency(0, Season::Summer, Lang::En), "in no summer");
  EXPECT_EQ(viz::frequency(0, Season::Summer, Lang::Sv), "ingen sommar");
  EXPECT_EQ(viz::frequency(1, Season::Summer, Lang::En), "every summer");
}

TEST(OutOf, SaysWhenItIsRarerOrMoreCertainThanItsBase) {
  EXPECT_EQ(viz::out_of(0.344, 100, Lang::Sv), "34 av 100");
  EXPECT_EQ(viz::out_of(0, 100, Lang::En), "0 of 100");
  EXPECT_EQ(viz::out_of(0.001, 100, Lang::En), "<1 of 100");
  EXPECT_EQ(viz::out_of(0.999, 100, Lang::En), ">99 of 100");
  EXPECT_EQ(viz::out_of(1, 100, Lang::En), "100 of 100");
}

TEST(ChanceInterval, IsABoundWhenEventsAreFew) {
  care::MetricEstimate estimate;
  estimate.ci95 = {0.34, 0.48};
  EXPECT_EQ(viz::chance_interval(estimate, Lang::Sv), "34–48\u00A0%");
  estimate.ci95 = {0.002, 0.028};
  EXPECT_EQ(viz::chance_interval(estimate, Lang::En), "0.2–2.8%");
  estimate.bound_only = true;
  EXPECT_EQ(viz::chance_interval(estimate, Lang::Sv), "högst 2,8\u00A0%");
}

}  // namespace
