// SPDX-License-Identifier: Apache-2.0
#include "viz/svg.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "tests/viz/markup_check.hpp"

namespace {

using viz::Axis;

TEST(Axis, EndsAtRoundNumbers) {
  const Axis axis = Axis::covering(0, 93, 4);
  EXPECT_EQ(axis.low, 0);
  EXPECT_EQ(axis.high, 100);
  EXPECT_EQ(axis.step, 25);
  EXPECT_EQ(axis.decimals, 0);
  EXPECT_EQ(axis.ticks(), (std::vector<double>{0, 25, 50, 75, 100}));
}

TEST(Axis, HasTheDecimalsThatItsTicksNeed) {
  const Axis fine = Axis::covering(0, 0.93, 4);
  EXPECT_EQ(fine.decimals, 2);  // 0.25
  EXPECT_EQ(Axis::covering(0, 1.9, 4).decimals, 1);
  EXPECT_EQ(Axis::covering(400, 521, 4).decimals, 0);
  EXPECT_EQ(Axis::covering(0, 9.6, 4).decimals, 1);  // 2.5
}

TEST(Axis, CoversItsRangeForAnyMagnitude) {
  for (int exponent = -6; exponent <= 9; ++exponent) {
    for (const double mantissa : {1.0, 1.3, 2.2, 4.9, 7.7, 9.99}) {
      const double high = mantissa * std::pow(10, exponent);
      const Axis axis = Axis::covering(0, high, 4);
      EXPECT_GE(axis.high, high * (1 - 1e-9));
      EXPECT_LE(axis.ticks().size(), 7U);
      EXPECT_GE(axis.ticks().size(), 3U);
      const double shown = std::round(axis.step * std::pow(10, axis.decimals));
      EXPECT_NEAR(shown, axis.step * std::pow(10, axis.decimals), 1e-6) << high;
    }
  }
}

TEST(Axis, SurvivesEmptyRanges) {
  EXPECT_GT(Axis::covering(5, 5, 4).high, Axis::covering(5, 5, 4).low);
  EXPECT_GT(Axis::covering(0, 0, 4).high, 0);
  EXPECT_GT(Axis::covering(0, std::nan(""), 4).high, 0);
  EXPECT_GT(Axis::covering(-3, 3, 4).high, 0);
}

TEST(Text, WidthGrowsWithSizeAndWeight) {
  EXPECT_EQ(viz::text_width("", 12), 0);
  EXPECT_NEAR(viz::text_width("0000", 10), 4 * 6.36, 1e-9);
  EXPECT_GT(viz::text_width("abc", 12, true), viz::text_width("abc", 12));
  EXPECT_GT(viz::text_width("åäö", 12), viz::text_width("aa", 12));
}

TEST(Text, WrapsAtSpacesOnly) {
  const auto lines = viz::wrap_text("Avancerad sjukvård i hemmet", 110, 12, true);
  EXPECT_EQ(lines, (std::vector<std::string>{"Avancerad", "sjukvård i", "hemmet"}));
  EXPECT_EQ(viz::wrap_text("Oavkortat", 5, 12), std::vector<std::string>{"Oavkortat"});
  EXPECT_EQ(viz::wrap_text("", 50, 12), std::vector<std::string>{""});
}

TEST(Text, IsCutAtACharacter) {
  const std::string cut = viz::fit_text("ååååååååå", 40, 12);
  EXPECT_TRUE(cut.ends_with("…"));
  EXPECT_LE(viz::text_width(cut, 12), 40);
  EXPECT_EQ(cut.find("\xC3\xE2"), std::string::npos) << "half a letter is left";
  EXPECT_EQ(viz::fit_text("kort", 400, 12), "kort");
}

TEST(Svg, EscapesWhatItIsGiven) {
  viz::Svg svg(100, 50);
  svg.text({1, 2}, "<script>&\"", "", 12);
  const std::string out = svg.finish("id", "a < b", "\"quoted\"");
  EXPECT_EQ(viz_test::nesting_fault(out), "");
  EXPECT_EQ(out.find("<script>"), std::string::npos);
  EXPECT_NE(out.find("&lt;script&gt;&amp;&quot;"), std::string::npos);
  EXPECT_NE(out.find("role=\"img\" aria-labelledby=\"id-t id-d\""), std::string::npos);
}

TEST(Coordinate, HasAtMostOneDecimal) {
  EXPECT_EQ(viz::coordinate(1.0 / 3), "0.3");
  EXPECT_EQ(viz::coordinate(12), "12");
  EXPECT_EQ(viz::coordinate(-0.04), "0");
  EXPECT_EQ(viz::coordinate(-2.25), "-2.3");
}

}  // namespace
