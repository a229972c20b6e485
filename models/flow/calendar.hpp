// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "scenarios/scenario.hpp"
#include "sim/step_function.hpp"
#include "sim/time.hpp"

namespace flow {

/// True if the rule's dates, weeks, days and hours hold at this moment. Hours over midnight belong to
/// the day on which they begin.
[[nodiscard]] bool holds(const scenarios::CalendarRule& rule, sim::Time time,
                         const sim::Holidays& holidays = {});

/// The calendar as a step function over [start, end): exact at every boundary that a rule can have.
[[nodiscard]] sim::StepFunction<double> compile_calendar(const scenarios::Calendar& calendar,
                                                         sim::Time start, sim::Time end,
                                                         const sim::Holidays& holidays = {});

/// A relative arrival intensity g(t) with a piecewise constant majorant, for exact sampling of a
/// Poisson process: candidates by inversion of the majorant, thinned by g(t)/majorant (Lewis &
/// Shedler 1979). Where g itself is piecewise constant no candidate is ever refused.
class IntensityPattern {
 public:
  /// `by_day`: a factor on g(t) for every day from the start on, or none. With `normalise` it is
  /// then the mean of each day by itself that is scaled to 1, and the factor on it: the intensity
  /// shapes the day, and how many come on it is as `by_day` has it. `start` is a midnight.
  IntensityPattern(const scenarios::Intensity& intensity, sim::Time start, sim::Time measured_from,
                   sim::Time end, const sim::Holidays& holidays = {},
                   std::span<const double> by_day = {});

  /// Integral of the majorant from the start of the run to `time`, in units of ms.
  [[nodiscard]] double cumulative(sim::Time time) const;

  /// The time with cumulative() = target; Time::max() beyond the end of the run. `hint` speeds up
  /// increasing calls.
  [[nodiscard]] sim::Time inverse(double target, std::size_t& hint) const {
    // Most steps stay in the piece of the last one.
    if (hint + 1 < cumulative_.size() && cumulative_[hint] <= target &&
        target < cumulative_[hint + 1]) {
      return within(hint, target);
    }
    return find(target, hint);
  }

  /// Probability that a candidate at `time` (in piece `hint` found by inverse) is accepted.
  [[nodiscard]] double acceptance(sim::Time time, std::size_t hint) const;

  /// True if every candidate is accepted.
  [[nodiscard]] bool exact() const { return exact_; }

  /// g(t), mean 1 over the measured horizon if normalised; times the factor of the day.
  [[nodiscard]] double value(sim::Time time) const;

 private:
  /// The time in a piece; a bound of 1 is common and divides nothing.
  [[nodiscard]] sim::Time within(std::size_t piece, double target) const {
    const double inside = target - cumulative_[piece];
    const double bound = bound_[piece];
    return edges_[piece] +
           sim::Duration{static_cast<sim::Duration::rep>(bound == 1 ? inside : inside / bound)};
  }
  void multiply(std::span<const double> by_day);
  [[nodiscard]] sim::Time find(double target, std::size_t& hint) const;
  [[nodiscard]] double smooth(sim::Time time) const;                         // sinusoid and growth
  [[nodiscard]] double smooth_integral(sim::Time from, sim::Time to) const;  // in ms
  [[nodiscard]] double smooth_bound(sim::Time from, sim::Time to) const;

  scenarios::Intensity intensity_;
  sim::Time start_;
  std::vector<sim::Time> edges_;    // piece i is [edges_[i], edges_[i + 1])
  std::vector<double> step_;        // calendar part of g in each piece
  std::vector<double> bound_;       // majorant in each piece
  std::vector<double> cumulative_;  // at the left edge of each piece
  bool exact_ = true;
  double scale_ = 1;
};

}  // namespace flow
