// SPDX-License-Identifier: Apache-2.0
/// @file
/// The ladder of validation: every comparison with a known answer is a row in docs/validation.md.
///
///   const theory::Claim claim{theory::Group::Waiting, "3 places, load 0.85"};
///   EXPECT_TRUE(claim.agrees("mean wait, days", samples, exact));
///
/// A claim asserts as it stands. Rows are kept in memory; where the environment variable
/// TROSKEL_LADDER names a file they are written there when the program ends. `./dev verify` does.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "sim/intervals.hpp"

namespace theory {

/// Groups of rows, in the order of the ladder. Titles and sources are in ladder.cpp.
enum class Group {
  // Exact formulas.
  Waiting,
  WaitingAnyStay,
  Loss,
  Priorities,
  Patience,
  Unlimited,
  UnlimitedPeriodic,
  Arrivals,
  Renewal,
  Risks,
  Jackson,
  ExtraPlaces,
  Turnover,
  SharedPlaces,
  HealthCentres,
  Residence,
  Census,
  CensusByAge,
  Visits,
  Absence,
  People,
  Responsibility,
  Reported,
  Examples,
  // Markov chains.
  BlockingLine,
  CapacityCut,
  RushHours,
  Diversion,
  ShortestQueue,
  CensusQueue,
  // Conservation and metamorphic properties.
  Conservation,
  Metamorphic,
  CommonNumbers,
  // Known defects of published tools.
  InitialQueue,
  FreshStays,
  LostSpread,
  LittlesLaw,
  StaleRate,
  SharedStreams,
  ShortRuns,
  // How often intervals cover.
  Coverage,
};

/// The words of a test's parameter: "heavy load" from "HeavyLoad".
[[nodiscard]] std::string in_words(std::string_view name);

/// What is claimed of one model with one set of parameters. All members assert and leave a row.
class Claim {
 public:
  /// `situation`: the parameters in words.
  Claim(Group group, std::string situation);

  /// Four standard errors of the mean cover the truth and are at most `sharpness` of it.
  /// `quantity` ends with its unit: "mean wait, days".
  [[nodiscard]] ::testing::AssertionResult agrees(std::string_view quantity,
                                                  std::span<const double> values, double truth,
                                                  double sharpness = 0.1) const;
  [[nodiscard]] ::testing::AssertionResult agrees(std::string_view quantity,
                                                  const sim::Estimate& estimate, double truth,
                                                  double sharpness = 0.1) const;

  /// For negative controls: the mean is more than eight standard errors from a wrong value.
  [[nodiscard]] ::testing::AssertionResult differs(std::string_view quantity,
                                                   std::span<const double> values,
                                                   double wrong) const;

  /// Not a matter of chance: the value itself, up to the last bits.
  [[nodiscard]] ::testing::AssertionResult equals(std::string_view quantity, double value,
                                                  double truth) const;

  /// Of the intervals of `n` independent experiments so many contained the exact value: within four
  /// standard errors of the probability `truth`, and in 93-97 %.
  [[nodiscard]] ::testing::AssertionResult covers(std::string_view quantity, std::uint32_t times,
                                                  std::uint32_t n, double truth = 0.95) const;

 private:
  Group group_;
  std::string situation_;
};

}  // namespace theory
