// SPDX-License-Identifier: Apache-2.0
#pragma once

// What differs between scenarios that were run on the same people with the same luck.
//
// Every figure is paired by replication: replication r of one scenario is compared with replication
// r of the other, and the interval is that of the mean difference. What both have in common cancels.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "experiments/results.hpp"
#include "scenarios/scenario.hpp"
#include "sim/shares.hpp"

namespace care {

/// One scenario of a comparison with what it gave. Referred to, not kept.
struct Contestant {
  std::string id;         ///< unique among those compared
  scenarios::Text label;  ///< what people call it
  const scenarios::Scenario* scenario = nullptr;
  const Results* results = nullptr;
};

/// other - base of one figure, over the replications in which both have a value: at least one.
struct Difference {
  std::uint32_t n = 0;         ///< such replications
  double base = 0, other = 0;  ///< means over these
  double mean = 0, sd = 0;     ///< of the differences
  /// Student t, n - 1 degrees of freedom, unbounded for n < 2; of a probability the paired score
  /// interval (sim::paired_share_difference).
  Interval ci95;
  double p = 1;              ///< two-sided, of "no difference in the mean"; see difference_of
  double p_holm = 1;         ///< p adjusted by Holm's step-down over the others, same figure
  double direction = 0.5;    ///< probability that the mean difference has its sign, 0.5 to 1
  std::uint32_t higher = 0;  ///< replications in which other is higher
  std::uint32_t lower = 0;   ///< and in which it is lower
  double independent_half_width = 0;  ///< what independent seeds would have given (Welch)
  bool identical = false;             ///< equal in every replication, also where it has no value
};

/// What a difference comes to, for somebody who wants the figure lower or higher.
enum class Effect : std::uint8_t {
  NotAffected,  ///< equal in every replication
  Unclear,      ///< differs, and chance may explain it
  Better,
  Worse,
  Higher,  ///< clearly, of a figure that is neither good nor bad
  Lower
};

/// What one who reads a figure hopes for.
enum class Aim : std::uint8_t { Lower, Higher, None };

/// A figure under all scenarios.
struct FigureComparison {
  Key key;
  MetricEstimate::Kind kind = MetricEstimate::Kind::Mean;
  /// By other scenario; absent where one of the two does not have the figure, or no replication a
  /// value under both.
  std::vector<std::optional<Difference>> differences;
};

/// A figure of a stakeholder; `figure.key.municipality` is empty for the whole.
struct StakeholderFigure {
  FigureComparison figure;
  Aim aim = Aim::Lower;
  scenarios::Text where{};  ///< name of the municipality
  /// Kronor as the ledger has them, where others are told with staff that follow the work.
  bool staff_stays = false;
};

/// Somebody who gains or loses, and the figures that tell.
struct StakeholderComparison {
  std::string id;
  scenarios::Text label;
  std::vector<StakeholderFigure> figures;
};

/// Figures of one other scenario, counted.
struct Tally {
  std::uint32_t compared = 0;       ///< figures that both have
  std::uint32_t identical = 0;      ///< of these: equal in every replication
  std::uint32_t clear = 0;          ///< of these: a clear difference
  std::uint32_t left_out = 0;       ///< ratios and the like that one of them has no value of
  std::uint32_t journeys = 0;       ///< figures on where patients are and how they move
  bool journeys_identical = false;  ///< all of those equal in every replication
  /// Median over figures that differ of independent_half_width / half-width: how many times wider
  /// intervals from independent seeds would be. 0 when there is no such figure.
  double median_gain = 0;
};

/// What is said of one scenario in a comparison.
struct Side {
  std::string id;
  scenarios::Text label;
  RunIdentity identity;
};

/// In whose hands a rule set puts a patient case.
struct Hands {
  std::string responsible;
  std::vector<std::string> performers;
  std::string rule;
};

/// A patient case that changes hands.
struct CaseChange {
  std::vector<std::string> values;  ///< by Comparison::case_attributes
  double persons = 0;               ///< in care at home under the base, mean
  Hands base, other;
  std::vector<double> by_replication{};  ///< `persons`; empty where results were read from files
};

/// Patients who have this in common, and go from the same hands to the same.
struct ChangedGroup {
  std::string task;  ///< value of the attribute; "" where cases are not told by it
  bool children = false;
  Hands from, to;
  MetricEstimate persons;  ///< in care at home under the base
};

/// The patient cases of the base that another scenario gives to others, most persons first.
struct ChangedCases {
  std::vector<CaseChange> cases;
  double persons = 0;                  ///< in these
  double of = 0;                       ///< in all cases of the base that both have
  std::vector<ChangedGroup> groups{};  ///< the cases by group of patients, most persons first
  MetricEstimate moved{};              ///< `persons` with its interval
};

struct Comparison {
  Side base;
  std::vector<Side> others;
  std::vector<FigureComparison> figures;  ///< in the order of the base, then what others add
  std::vector<StakeholderComparison> stakeholders;
  std::vector<Tally> tallies;         ///< by other scenario
  std::vector<ChangedCases> changed;  ///< likewise; empty without rules of responsibility
  /// Likewise: whether costs are told with staff that follow the work (experiments/following_costs.hpp).
  std::vector<bool> staff_follows;
  std::vector<std::string> case_attributes;
  std::vector<scenarios::Text> warnings;
};

/// Level at which a difference is called clear, of the p-value that is adjusted by Holm.
inline constexpr double clear_level = 0.05;

/// Compares the first with each of the others. A figure that one of them lacks counts as 0 where it
/// is a number, hours, days or kronor, and is left out where it is a ratio or an average.
/// Preconditions (checked): at least two; the same seed and first replication.
[[nodiscard]] Comparison compare(std::span<const Contestant> contestants);

/// The difference of two columns, replication by replication; a NaN is no value. Columns of unequal
/// length are compared as far as the shorter one goes. p_holm is p: there is one comparison.
[[nodiscard]] Difference difference_of(std::span<const double> base, std::span<const double> other);

/// The same of an event's probability, from the share of its trials in which it happened in each
/// replication: the interval is the paired score interval and p, with one trial each, that of
/// McNemar's test.
[[nodiscard]] Difference difference_of(const sim::Shares& base, const sim::Shares& other);

[[nodiscard]] Effect effect_of(const Difference& difference, Aim aim);

/// A smaller share of the base, however clear it is, matters to nobody who decides: it is told, not coloured.
inline constexpr double least_relevant = 0.01;

/// The difference as a share of the base; infinite from nothing.
[[nodiscard]] double relative_size(const Difference& difference);

/// Whether a difference is large enough to decide by, however clear it is: at least `least_relevant` of the base,
/// and not too small for its unit (half a person, an hour, a visit, a day, 10,000 kronor, one per cent of a chance).
[[nodiscard]] bool matters(const FigureComparison& figure, const Difference& difference);

}  // namespace care
