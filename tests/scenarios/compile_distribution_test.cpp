// SPDX-License-Identifier: Apache-2.0
#include "scenarios/compile_distribution.hpp"

#include <cmath>
#include <numbers>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using Kind = DistributionSpec::Kind;
using scenarios_test::texts;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

DistributionSpec of(Kind kind) {
  DistributionSpec spec;
  spec.kind = kind;
  return spec;
}

sim::Distribution made(const DistributionSpec& spec) {
  EXPECT_THAT(texts(check_distribution(spec, "/x")), IsEmpty());
  auto result = to_distribution(spec);
  if (const auto* const fault = std::get_if<words::Text>(&result)) {
    ADD_FAILURE() << fault->en;
    return {};
  }
  return std::get<sim::Distribution>(std::move(result));
}

TEST(CompileDistribution, EveryFormGivesWhatItSays) {
  auto spec = of(Kind::Fixed);
  spec.value = 3;
  EXPECT_DOUBLE_EQ(made(spec).mean(), 3);

  spec = of(Kind::Exponential);
  spec.rate = 0.25;
  EXPECT_NEAR(made(spec).mean(), 4, 1e-12);
  spec = of(Kind::Exponential);
  spec.median = 4 * std::numbers::ln2;
  EXPECT_NEAR(made(spec).mean(), 4, 1e-12);

  for (const Kind kind : {Kind::Gamma, Kind::Weibull, Kind::Lognormal}) {
    spec = of(kind);
    spec.mean = 8;
    spec.sd = 6;
    EXPECT_NEAR(made(spec).mean(), 8, 1e-9);
    EXPECT_NEAR(std::sqrt(made(spec).variance()), 6, 1e-9);
    spec.sd.reset();
    spec.cv = 0.75;
    EXPECT_NEAR(std::sqrt(made(spec).variance()), 6, 1e-9);
    spec.cv.reset();
    spec.median = 6;
    EXPECT_NEAR(made(spec).mean(), 8, 1e-9);
    EXPECT_NEAR(made(spec).quantile(0.5), 6, 1e-9);
    spec = of(kind);
    spec.quantiles = {{0.9, 20}, {0.5, 6}};
    EXPECT_NEAR(made(spec).quantile(0.9), 20, 1e-9);
    EXPECT_NEAR(made(spec).quantile(0.5), 6, 1e-9);
  }
}

TEST(CompileDistribution, NaturalParameters) {
  auto spec = of(Kind::Gamma);
  spec.shape = 2;
  spec.rate = 0.5;
  EXPECT_NEAR(made(spec).mean(), 4, 1e-12);  // shape / rate
  spec.kind = Kind::Weibull;
  EXPECT_NEAR(made(spec).mean(), 2 * std::tgamma(1.5), 1e-12);  // Gamma(1 + 1/shape) / rate
  spec = of(Kind::Lognormal);
  spec.median = 5;
  spec.sigma = 0.5;
  EXPECT_NEAR(made(spec).mean(), 5 * std::exp(0.125), 1e-9);
  spec = of(Kind::Lognormal);
  spec.mean = 5;
  spec.sigma = 0.5;
  EXPECT_NEAR(made(spec).mean(), 5, 1e-9);
  spec = of(Kind::Gamma);
  spec.mean = 5;
  spec.shape = 4;
  EXPECT_NEAR(made(spec).variance(), 25.0 / 4, 1e-9);
}

TEST(CompileDistribution, BoundedAndEmpirical) {
  auto spec = of(Kind::Triangular);
  spec.min = 1;
  spec.mode = 2;
  spec.max = 6;
  EXPECT_NEAR(made(spec).mean(), 3, 1e-12);
  spec = of(Kind::Uniform);
  spec.min = 1;
  spec.max = 6;
  EXPECT_NEAR(made(spec).mean(), 3.5, 1e-12);
  spec = of(Kind::Empirical);
  spec.values = {1, 2, 6};
  EXPECT_NEAR(made(spec).mean(), 3, 1e-12);
  spec.weights = {1, 0, 3};
  EXPECT_NEAR(made(spec).mean(), (1 + 18) / 4.0, 1e-12);
}

TEST(CompileDistribution, MixturesConvertTheUnitsOfTheirComponents) {
  auto days = of(Kind::Fixed);
  days.value = 2;
  auto weeks = days;
  weeks.unit = TimeUnit::Weeks;
  auto spec = of(Kind::Mixture);
  spec.components = {days, weeks};
  spec.weights = {1, 1};
  EXPECT_NEAR(made(spec).mean(), 8, 1e-12);
  spec.unit = TimeUnit::Hours;
  EXPECT_NEAR(made(spec).mean(), 8 * 24, 1e-9);
}

TEST(CompileDistribution, ShapingIsAppliedInItsOrder) {
  auto spec = of(Kind::Exponential);
  spec.mean = 5;
  spec.factor = 0.9;
  EXPECT_NEAR(made(spec).mean(), 4.5, 1e-12);
  spec.upper = 10;
  EXPECT_NEAR(made(spec).upper(), 9, 1e-9);
  spec.step = 1;
  EXPECT_NEAR(made(spec).quantile(1e-9), 0.9, 1e-12);
}

/// Natural parameters as textbooks and other programs write them.
TEST(CompileDistribution, C4TakesNaturalParameters) {
  auto spec = of(Kind::Lognormal);
  spec.mu = 1;
  spec.sigma = 0.5;
  EXPECT_NEAR(made(spec).mean(), std::exp(1 + 0.125), 1e-12);
  EXPECT_NEAR(made(spec).quantile(0.5), std::numbers::e, 1e-12);
  spec = of(Kind::Gamma);
  spec.shape = 2;
  spec.scale = 3;
  EXPECT_NEAR(made(spec).mean(), 6, 1e-12);
  EXPECT_NEAR(made(spec).variance(), 18, 1e-9);
  spec.kind = Kind::Weibull;
  EXPECT_NEAR(made(spec).mean(), 3 * std::sqrt(std::numbers::pi) / 2, 1e-12);
  EXPECT_NEAR(made(spec).cdf(3), 1 - std::exp(-1), 1e-12);
}

TEST(CompileDistribution, C4ScaleIsNoSilentMultiplier) {
  auto spec = of(Kind::Gamma);
  spec.mean = 5;
  spec.cv = 1;
  spec.scale = 0.9;
  EXPECT_THAT(
      texts(check_distribution(spec, "/x")),
      ElementsAre("#/x/scale: expected \"factor\", which multiplies every drawn value; scale "
                  "goes with shape, got \"scale\""));
}

TEST(CompileDistribution, C4ANormalLiesAboveZeroOrIsCutThereKnowingly) {
  auto spec = of(Kind::Normal);
  spec.mean = 30;
  spec.sd = 5;
  EXPECT_NEAR(made(spec).mean(), 30, 1e-6);
  EXPECT_NEAR(made(spec).quantile(0.975), 30 + 1.959964 * 5, 1e-4);
  spec.mean = 10;
  spec.sd = 10;
  // P(Z < -1) = 0.1587; the mean above 0 is 10 + 10 phi(1) / Phi(1) = 12.876.
  EXPECT_THAT(texts(check_distribution(spec, "/x")),
              ElementsAre(HasSubstr("15.9 % of it lies below 0")));
  EXPECT_THAT(texts(check_distribution(spec, "/x")),
              ElementsAre(HasSubstr("the mean is then 12.9")));
  spec.lower = 0;
  EXPECT_NEAR(made(spec).mean(), 12.876, 1e-3);
}

TEST(CompileDistribution, NamesParametersOfAnotherKindAndMissingOnes) {
  auto spec = of(Kind::Exponential);
  spec.mean = 3;
  spec.sd = 3;
  spec.max = 9;
  EXPECT_THAT(
      texts(check_distribution(spec, "/x")),
      ElementsAre(
          "#/x/sd: expected only mean, rate, median, quantiles for kind exponential, got \"sd\"",
          "#/x/max: expected only mean, rate, median, quantiles for kind exponential, got "
          "\"max\""));
  spec = of(Kind::Triangular);
  spec.min = 1;
  EXPECT_THAT(texts(check_distribution(spec, "/x")),
              ElementsAre("#/x: expected min and mode and max for kind triangular, got min"));
  EXPECT_THAT(std::get<words::Text>(to_distribution(spec)).en,
              "a distribution of kind triangular takes min and mode and max, got min");
  EXPECT_THAT(texts(check_distribution(of(Kind::Mixture), "/x")),
              ElementsAre("#/x: expected components and weights for kind mixture, got nothing"));
}

TEST(CompileDistribution, SaysWhyParametersMakeNone) {
  auto spec = of(Kind::Triangular);
  spec.min = 5;
  spec.mode = 2;
  spec.max = 6;
  const auto messages = texts(check_distribution(spec, "/x"));
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_THAT(messages[0],
              HasSubstr("#/x: expected parameters that make a distribution of kind triangular, "
                        "got some that do not: "));
  auto part = of(Kind::Fixed);
  part.value = -1;
  spec = of(Kind::Mixture);
  spec.components = {part};
  spec.weights = {1};
  EXPECT_THAT(texts(check_distribution(spec, "/x")),
              ElementsAre(testing::StartsWith("#/x/components/0: expected parameters")));
  spec.components[0].value = 1;
  spec.weights = {1, 2};
  EXPECT_THAT(
      texts(check_distribution(spec, "/x")),
      ElementsAre(testing::EndsWith("there must be as many weights as components, got 2 and 1")));
  spec = of(Kind::Gamma);
  spec.quantiles = {{0.5, 3}};
  EXPECT_THAT(texts(check_distribution(spec, "/x")),
              ElementsAre(testing::EndsWith("there must be two quantiles, got 1")));
}

TEST(CompileDistribution, UnitsAndAbsence) {
  EXPECT_EQ(unit_duration(TimeUnit::Minutes), sim::minute);
  EXPECT_EQ(unit_duration(TimeUnit::Years), 365 * sim::day);
  EXPECT_TRUE(is_unset({}));
  DistributionSpec fixed;
  fixed.value = 0;
  EXPECT_FALSE(is_unset(fixed));
}

/// Every kind and every form of parameters makes a distribution, so the table of forms has no dead
/// row.
TEST(CompileDistribution, EveryFormOfTheTableWorks) {
  for (std::size_t k = 0; k < 8; ++k) {
    const auto kind = static_cast<Kind>(k);
    for (const ParameterForm& form : parameter_forms(kind)) {
      auto spec = of(kind);
      for (const auto name : form) {
        if (name == "value" || name == "mean") spec.value = spec.mean = 10;
        if (name == "median") spec.median = 8;
        if (name == "sd") spec.sd = 3;
        if (name == "cv") spec.cv = 0.3;
        if (name == "shape") spec.shape = 1.5;
        if (name == "rate") spec.rate = 0.1;
        if (name == "scale") spec.scale = 5;
        if (name == "mu") spec.mu = 2;
        if (name == "sigma") spec.sigma = 0.5;
        if (name == "min") spec.min = 1;
        if (name == "mode") spec.mode = 2;
        if (name == "max") spec.max = 3;
        if (name == "quantiles") spec.quantiles = {{0.25, 4}, {0.5, 8}};
      }
      if (kind == Kind::Fixed) spec.mean.reset();
      if (kind != Kind::Fixed) spec.value.reset();
      if (kind == Kind::Exponential && !spec.quantiles.empty()) {
        spec.quantiles = {{0.5, std::numbers::ln2}, {1 - std::exp(-2), 2}};
      }
      EXPECT_GT(made(spec).mean(), 0) << k;
    }
  }
}

}  // namespace
}  // namespace scenarios
