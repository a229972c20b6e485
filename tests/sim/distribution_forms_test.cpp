// SPDX-License-Identifier: Apache-2.0
// Parameter forms: what goes in must come out, and what has no answer must be told why.
#include "sim/distribution_forms.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using sim::Distribution;
using sim::Family;
using sim::Quantile;
using sim::Result;
using testing::HasSubstr;

constexpr double unbounded = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

constexpr std::array skewed{Family::Gamma, Family::Weibull, Family::Lognormal};

double sd(const Distribution& d) { return std::sqrt(d.variance()); }
double median(const Distribution& d) { return d.quantile(0.5); }

TEST(Forms, MeanAndSdComeOut) {
  for (const Family family : skewed) {
    for (const double cv : {0.05, 0.3, 0.8, 1.0, 1.7, 4.0}) {
      const auto d = from_mean_sd(family, 6.5, 6.5 * cv);
      ASSERT_TRUE(d) << d.error().en;
      EXPECT_EQ(d->name(), name_of(family));
      EXPECT_NEAR(d->mean(), 6.5, 6.5e-10) << name_of(family) << cv;
      EXPECT_NEAR(sd(*d), 6.5 * cv, 6.5e-9 * cv) << name_of(family) << cv;
      const auto same = from_mean_cv(family, 6.5, cv);
      EXPECT_NEAR(same->mean(), d->mean(), 1e-12);
      EXPECT_NEAR(sd(*same), sd(*d), 1e-9);
    }
  }
  EXPECT_DOUBLE_EQ(from_mean_sd(Family::Exponential, 4, 4)->mean(), 4);
  EXPECT_DOUBLE_EQ(from_mean_cv(Family::Exponential, 4, 1)->mean(), 4);
  const auto flat = from_mean_sd(Family::Uniform, 4, 1);
  EXPECT_NEAR(flat->mean(), 4, 1e-12);
  EXPECT_NEAR(sd(*flat), 1, 1e-12);
  EXPECT_EQ(from_mean_sd(Family::Uniform, 3, std::sqrt(3.0))->lower(), 0);
}

TEST(Forms, MedianAndMeanComeOut) {
  for (const Family family : skewed) {
    for (const double share : {0.2, 0.5, 0.7, 0.9, 0.97}) {
      const auto d = from_median_mean(family, 12 * share, 12);
      ASSERT_TRUE(d) << d.error().en;
      EXPECT_EQ(d->name(), name_of(family));
      EXPECT_NEAR(d->mean(), 12, 12e-9) << name_of(family) << share;
      EXPECT_NEAR(median(*d), 12 * share, 12e-9) << name_of(family) << share;
    }
  }
  EXPECT_DOUBLE_EQ(from_median_mean(Family::Exponential, 5 * std::numbers::ln2, 5)->mean(), 5);
}

TEST(Forms, QuantilesComeOut) {
  for (const Family family : skewed) {
    for (const double ratio : {1.1, 2.0, 8.0, 40.0}) {
      // In either order.
      const auto d = from_quantiles(family, {0.9, 3 * ratio}, {0.1, 3});
      ASSERT_TRUE(d) << d.error().en;
      EXPECT_EQ(d->name(), name_of(family));
      EXPECT_NEAR(d->quantile(0.1), 3, 3e-9) << name_of(family) << ratio;
      EXPECT_NEAR(d->quantile(0.9), 3 * ratio, 3e-9 * ratio) << name_of(family) << ratio;
    }
  }
  const auto flat = from_quantiles(Family::Uniform, {0.1, 2}, {0.9, 10});
  EXPECT_NEAR(flat->lower(), 1, 1e-12);
  EXPECT_NEAR(flat->upper(), 11, 1e-12);
  EXPECT_EQ(from_quantiles(Family::Uniform, {0.1, 1}, {0.9, 9})->lower(), 0);
  const Distribution memoryless = *Distribution::exponential(7);
  const auto again = from_quantiles(Family::Exponential, {0.25, memoryless.quantile(0.25)},
                                    {0.75, memoryless.quantile(0.75)});
  EXPECT_NEAR(again->mean(), 7, 1e-9);
}

TEST(Forms, NaturalParametersComeOut) {
  EXPECT_NEAR(from_mean_shape(Family::Gamma, 6, 2.5)->mean(), 6, 1e-12);
  EXPECT_NEAR(sd(*from_mean_shape(Family::Gamma, 6, 4)), 3, 1e-12);
  EXPECT_NEAR(from_mean_shape(Family::Weibull, 6, 2.5)->mean(), 6, 1e-12);
  EXPECT_NEAR(from_mean_shape(Family::Lognormal, 6, 0.7)->mean(), 6, 1e-12);
  EXPECT_NEAR(median(*from_median_shape(Family::Gamma, 6, 2.5)), 6, 1e-9);
  EXPECT_NEAR(median(*from_median_shape(Family::Weibull, 6, 2.5)), 6, 1e-9);
  EXPECT_NEAR(median(*from_median_shape(Family::Lognormal, 6, 0.7)), 6, 1e-9);
  EXPECT_NEAR(from_median_shape(Family::Lognormal, 3.5, 0.95)->mean(),
              3.5 * std::exp(0.95 * 0.95 / 2), 1e-12);
  EXPECT_NEAR(median(*sim::exponential_from_median(3)), 3, 1e-12);
  EXPECT_NEAR(sim::exponential_from_rate(4)->mean(), 0.25, 1e-15);
}

/// Something refused, and a part of what is said about it.
struct Refusal {
  Result<Distribution> result;
  const char* words;
};

void expect_all_refused(const std::vector<Refusal>& refusals) {
  for (const auto& [result, words] : refusals) {
    if (result.ok()) {
      ADD_FAILURE() << "accepted, where this was expected: " << words;
    } else {
      EXPECT_THAT(result.error().en, HasSubstr(words));
    }
  }
}

TEST(Faults, OfNaturalParameters) {
  expect_all_refused(
      {{Distribution::fixed(-1), "the value must be a number of at least 0, got -1"},
       {Distribution::fixed(unbounded), "got inf"},
       {Distribution::exponential(0), "the mean must be a number above 0, got 0"},
       {Distribution::exponential(nan), "got nan"},
       {Distribution::exponential(1e300), "too large to compute with"},
       {Distribution::gamma(0, 1), "the shape must be from 0.0001 to 1e9, got 0"},
       {Distribution::gamma(nan, 1), "the shape must be"},
       {Distribution::gamma(1, -2), "the scale must be a number above 0, got -2"},
       {Distribution::weibull(0.001, 1), "the shape must be from 0.02 to 10000, got 0.001"},
       {Distribution::weibull(1, 0), "the scale must be"},
       {Distribution::lognormal(nan, 1), "mu must be a finite number"},
       {Distribution::lognormal(0, 0), "sigma must be above 0 and at most 20, got 0"},
       {Distribution::lognormal(700, 1), "too large to compute with"},
       {Distribution::triangular(-1, 2, 3), "the minimum must be a number of at least 0"},
       {Distribution::triangular(1, 2, 1), "the maximum must be a number above the minimum 1"},
       {Distribution::triangular(1, 5, 3), "the mode must be from 1 to 3, got 5"},
       {Distribution::triangular(1, nan, 3), "the mode must be"},
       {Distribution::uniform(-1, 2), "the minimum must be"},
       {Distribution::uniform(2, 2), "the maximum must be a number above the minimum 2, got 2"},
       {Distribution::uniform(2, unbounded), "the maximum must be"}});
}

TEST(Faults, OfValuesAndWeights) {
  const std::array two{1.0, 2.0};
  const std::array negative{1.0, -2.0};
  const std::array zeros{0.0, 0.0};
  const std::array three{1.0, 1.0, 1.0};
  const std::array parts{Distribution(), Distribution()};
  expect_all_refused(
      {{Distribution::empirical({}), "there must be at least one value"},
       {Distribution::empirical(negative), "a value must be a number of at least 0, got -2"},
       {Distribution::empirical(two, three), "one weight for each of the 2 values, got 3"},
       {Distribution::empirical(two, negative), "a weight must be a number of at least 0, got -2"},
       {Distribution::empirical(two, zeros), "at least one weight must be above 0"},
       {Distribution::mixture({}, {}), "there must be at least one component"},
       {Distribution::mixture(three, parts), "one weight for each of the 2 components, got 3"},
       {Distribution::mixture(zeros, parts), "at least one weight must be above 0"}});
}

TEST(Faults, OfWhatIsDoneToADistribution) {
  const Distribution stay = *Distribution::gamma(2, 3);
  const std::array values{1.0, 5.0};
  const std::array weights{1.0, 1.0};
  const Distribution counted = *Distribution::empirical(values);
  const std::array parts{stay, counted};
  const Distribution mixed = *Distribution::mixture(weights, parts);
  expect_all_refused(
      {{stay.in_steps(0), "the step must be a number above 0, got 0"},
       {stay.in_steps(1e-10), "at least a billionth of the mean"},
       {stay.in_steps(1)->in_steps(0.7), "already rounded to steps of 1"},
       {stay.truncated(-1, 2), "the lower bound must be a number of at least 0, got -1"},
       {stay.truncated(unbounded, unbounded), "the lower bound must be"},
       {stay.truncated(3, 2), "the upper bound must be at least the lower bound 3, got 2"},
       {stay.truncated(3, nan), "the upper bound must be"},
       {stay.truncated(3, 3), "none of the distribution lies between the bounds 3 and 3"},
       {stay.truncated(1000, 2000), "none of the distribution lies between"},
       {Distribution::uniform(1, 2)->truncated(3, 4), "none of the distribution"},
       {stay.in_steps(7)->truncated(8, 13), "none of the distribution"},
       {counted.truncated(2, 4), "none of the distribution"},
       {Distribution::fixed(2)->truncated(3, 4), "none of the distribution"},
       {mixed.truncated(1000, 2000), "none of the distribution"},
       {mixed.in_steps(-1), "the step must be"},
       {stay.scaled(-0.1), "the scale must be a number of at least 0, got -0.1"},
       {stay.scaled(nan), "the scale must be"},
       {stay.scaled(1e200), "too large to compute with"},
       {mixed.scaled(1e200), "too large to compute with"},
       {shaped(stay, {.step = 0}), "the step must be"},
       {shaped(stay, {.lower = 5, .upper = 1}), "the upper bound must be"},
       {shaped(stay, {.scale = -1}), "the scale must be"}});
  EXPECT_TRUE(mixed.truncated(5, 5));  // one of its parts is there
}

TEST(Faults, OfMeansAndSpreads) {
  for (const Family family :
       {Family::Gamma, Family::Weibull, Family::Lognormal, Family::Uniform, Family::Exponential}) {
    expect_all_refused({{from_mean_sd(family, 0, 1), "the mean must be a number above 0, got 0"},
                        {from_mean_sd(family, nan, 1), "the mean must be"},
                        {from_mean_sd(family, 1, 0), "for no spread use a fixed value"},
                        {from_mean_cv(family, 1, -1), "the cv must be a number above 0, got -1"},
                        {from_mean_cv(family, -1, 1), "the mean must be"}});
  }
  expect_all_refused(
      {{from_mean_sd(Family::Exponential, 4, 3), "its cv is 1, got 0.75"},
       {from_mean_sd(Family::Uniform, 1, 2), "begins below 0"},
       {from_mean_cv(Family::Gamma, 1, 1e-9), "the shape must be"},
       {from_mean_cv(Family::Weibull, 1, 1e-9), "no weibull distribution with a shape"},
       {from_mean_cv(Family::Weibull, 1, 1e200), "a million times the mean"},
       {from_mean_sd(Family::Lognormal, 1e-300, 1e300), "a million times the mean"}});
}

TEST(Faults, OfMedians) {
  for (const Family family : skewed) {
    expect_all_refused({{from_median_mean(family, 5, 5), "the median must be below the mean for a"},
                        {from_median_mean(family, 6, 5), "got median 6 and mean 5"},
                        {from_median_mean(family, 0, 5), "the median must be a number above 0"},
                        {from_median_mean(family, 1, nan), "the mean must be"},
                        {from_median_mean(family, 1e-60, 1e60), ""},
                        {from_median_shape(family, 0, 1), "the median must be"},
                        {from_median_shape(family, 1, -1), "the shape must be"},
                        {from_mean_shape(family, 0, 1), "the mean must be"},
                        {from_mean_shape(family, 1, 0), "the shape must be"}});
  }
  expect_all_refused(
      {{from_median_mean(Family::Gamma, 4.99999999, 5), "no gamma distribution with a shape"},
       {from_median_mean(Family::Weibull, 4.99999999, 5), "no weibull distribution with a shape"},
       {from_median_mean(Family::Exponential, 4, 5), "0.693 times its mean"},
       {from_median_mean(Family::Uniform, 4, 5), "a uniform distribution is not determined by"},
       {from_mean_shape(Family::Exponential, 4, 5),
        "an exponential distribution is not determined"},
       {from_median_shape(Family::Uniform, 4, 5), "not determined by a median and a shape"},
       {from_median_shape(Family::Gamma, 4, 1e-3), "no gamma distribution with a shape"},
       {from_median_shape(Family::Lognormal, 0, 1), "the median must be"},
       {from_median_shape(Family::Lognormal, 1, -1), "the shape must be"},
       {sim::exponential_from_median(-1), "the median must be"},
       {sim::exponential_from_rate(0), "the rate must be"}});
}

TEST(Faults, OfQuantiles) {
  for (const Family family :
       {Family::Gamma, Family::Weibull, Family::Lognormal, Family::Uniform, Family::Exponential}) {
    expect_all_refused(
        {{from_quantiles(family, {0, 1}, {0.9, 2}), "must lie between 0 and 1, got 0"},
         {from_quantiles(family, {0.1, 1}, {1, 2}), "must lie between 0 and 1, got 1"},
         {from_quantiles(family, {0.1, 0}, {0.9, 2}), "the value of a quantile must be"},
         {from_quantiles(family, {0.5, 1}, {0.5, 2}), "must have different p, got 0.5 twice"},
         {from_quantiles(family, {0.1, 3}, {0.9, 2}),
          "the quantile at 0.9 must be above that at 0.1, got 2 and 3"}});
  }
  expect_all_refused(
      {{from_quantiles(Family::Exponential, {0.1, 1}, {0.9, 2}), "different exponentials"},
       {from_quantiles(Family::Uniform, {0.1, 1}, {0.9, 20}), "begins below 0"},
       {from_quantiles(Family::Gamma, {0.1, 1}, {0.9, 1.0001}), "no gamma distribution"},
       {from_quantiles(Family::Weibull, {0.1, 1}, {0.9, 1.0001}), "the shape must be"},
       {from_quantiles(Family::Lognormal, {0.1, 1}, {0.9, 1e300}), "sigma must be"}});
}

}  // namespace
