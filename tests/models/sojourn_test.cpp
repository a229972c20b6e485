// SPDX-License-Identifier: Apache-2.0
#include "models/flow/sojourn.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "scenarios/compile_distribution.hpp"
#include "tests/models/scenario_builder.hpp"

namespace {

using flow::StayChain;

flow::TimeLaw law(const scenarios::DistributionSpec& spec) {
  return {std::get<sim::Distribution>(scenarios::to_distribution(spec)),
          scenarios::unit_duration(spec.unit), ""};
}

flow::Sojourn against_hazard(const scenarios::DistributionSpec& spec, double per_day) {
  return flow::sojourn(flow::lengths_of(law(spec)),
                       StayChain::single(flow::default_profile, per_day));
}

TEST(Sojourn, WithoutRisksTheWholeStayIsServed) {
  const auto s = against_hazard(cases::lognormal_days(12, 0.6), 0);
  EXPECT_DOUBLE_EQ(s.days[0], 12);
  EXPECT_DOUBLE_EQ(s.ends[0], 1);
}

TEST(Sojourn, HazardAgainstExponentialStay) {
  const auto s = against_hazard(cases::exponential_days(5), 0.1);
  EXPECT_NEAR(s.ends[0], 0.2 / 0.3, 1e-9);
  EXPECT_NEAR(s.days[0], 1 / 0.3, 1e-8);
}

TEST(Sojourn, HazardAgainstFixedStay) {
  const auto s = against_hazard(cases::fixed_days(10), 0.1);
  EXPECT_NEAR(s.ends[0], std::exp(-1.0), 1e-14);
  EXPECT_NEAR(s.days[0], 10 * (1 - std::exp(-1.0)), 1e-12);
}

// Laplace transforms: gamma (1 + rate * scale)^-shape, uniform (1 - exp(-rate * b)) / (rate * b).
TEST(Sojourn, StayEndsFirstWithTheLaplaceTransformOfItsLength) {
  for (const double cv : {0.5, 0.8, 2.0}) {
    const double shape = 1 / (cv * cv);
    const auto s = against_hazard(cases::gamma_days(40, cv), 0.03);
    EXPECT_NEAR(s.ends[0], std::pow(1 + 0.03 * 40 / shape, -shape), 1e-8) << cv;
    EXPECT_NEAR(s.days[0], (1 - s.ends[0]) / 0.03, 1e-7) << cv;
  }
  const auto u = against_hazard(cases::uniform_days(0, 20), 0.2);
  EXPECT_NEAR(u.ends[0], (1 - std::exp(-4.0)) / 4, 1e-10);
}

TEST(Sojourn, CountsEveryValueOfAnEmpiricalLaw) {
  scenarios::DistributionSpec spec;
  spec.kind = scenarios::DistributionSpec::Kind::Empirical;
  spec.values = {1, 4, 9};
  spec.weights = {2, 5, 3};
  const auto s = against_hazard(spec, 0.25);
  const double expected = 0.2 * std::exp(-0.25) + 0.5 * std::exp(-1.0) + 0.3 * std::exp(-2.25);
  EXPECT_NEAR(s.ends[0], expected, 1e-12);
}

TEST(Sojourn, MixtureOfFixedAndExponential) {
  scenarios::DistributionSpec spec;
  spec.kind = scenarios::DistributionSpec::Kind::Mixture;
  spec.weights = {0.3, 0.7};
  spec.components = {cases::fixed_days(2), cases::exponential_days(10)};
  const auto s = against_hazard(spec, 0.1);
  EXPECT_NEAR(s.ends[0], 0.3 * std::exp(-0.2) + 0.7 * 0.5, 1e-3);
}

const std::vector both{flow::Profile{0}, flow::Profile{1}};

// Two profiles: well -> frail at rate a; only the frail are at risk (h). Fixed length L.
// P(well at L) = exp(-aL); P(frail at L, not struck) = a (exp(-aL) - exp(-hL)) / (h - a).
TEST(Sojourn, ChangesOfAttributesDuringTheStay) {
  const double a = 0.02;
  const double h = 0.15;
  const double length = 30;
  StayChain chain{both, {{{1, a}}, {}}, {0, h}, {1, 1}};
  const auto s = flow::sojourn(flow::lengths_of(law(cases::fixed_days(length))), chain);
  const double well = std::exp(-a * length);
  const double frail = a * (std::exp(-a * length) - std::exp(-h * length)) / (h - a);
  EXPECT_NEAR(s.ends[0], well, 1e-12);
  EXPECT_NEAR(s.ends[1], frail, 1e-12);
  EXPECT_NEAR(s.days[0], (1 - well) / a, 1e-10);
  // Of all who became frail, those not so at the end were struck: h * days.
  EXPECT_NEAR(h * s.days[1], 1 - well - frail, 1e-10);
}

// Against an exponential length every way out is a competing exponential.
TEST(Sojourn, ChangesAgainstExponentialStay) {
  StayChain chain{both, {{{1, 0.3}}, {{0, 0.1}}}, {0, 0.2}, {1, 1}};
  const auto s = flow::sojourn(flow::lengths_of(law(cases::exponential_days(4))), chain);
  // Solves d0 (0.25 + 0.3) = 1 + 0.1 d1 and d1 (0.25 + 0.1 + 0.2) = 0.3 d0.
  const double d0 = 1 / (0.55 - 0.1 * 0.3 / 0.55);
  EXPECT_NEAR(s.days[0], d0, 1e-7);
  EXPECT_NEAR(s.days[1], 0.3 * d0 / 0.55, 1e-7);
  EXPECT_NEAR(s.ends[0], 0.25 * d0, 1e-8);
}

TEST(Sojourn, AFasterClockShortensTheTimeInPlace) {
  StayChain chain = StayChain::single(flow::default_profile, 0);
  chain.pace[0] = 1.25;
  const auto s = flow::sojourn(flow::lengths_of(law(cases::gamma_days(100, 1))), chain);
  EXPECT_NEAR(s.days[0], 80, 1e-9);
  EXPECT_DOUBLE_EQ(s.ends[0], 1);
}

TEST(Sojourn, LongStaysAgainstFastChanges) {
  // 2,000 changes on average: the weights of single steps would underflow.
  StayChain chain{both, {{{1, 2.0}}, {{0, 1.0}}}, {0, 0}, {1, 1}};
  const auto s = flow::sojourn(flow::lengths_of(law(cases::fixed_days(1000))), chain);
  EXPECT_NEAR(s.days[0] + s.days[1], 1000, 1e-6);
  EXPECT_NEAR(s.ends[0], 1.0 / 3, 1e-6);
}

}  // namespace
