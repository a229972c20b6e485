// SPDX-License-Identifier: Apache-2.0
// Waiting when arrivals vary with the hour of the day: M(t)/M/c, exact by the transient Markov
// chain with a rate that is constant within each hour.
#include <numbers>

#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/markov_chain.hpp"
#include "tests/theory/theory.hpp"

namespace rush_hours_test {

constexpr int places = 6;
constexpr double stay = 1.0 / 12;  // two hours

struct Case {
  const char* name;
  double per_day;
  double night;  ///< rate from 20 to 8, relative to the day's wave
};

/// Relative rate by hour: quiet nights, a wave over the day.
std::vector<double> hours_of(const Case& c) {
  std::vector<double> by_hour(24, c.night);
  for (std::size_t h = 8; h < 20; ++h) {
    by_hour[h] = 1 + std::sin(std::numbers::pi * (static_cast<double>(h) - 7.5) / 12);
  }
  return by_hour;
}

/// Probabilities of the number in place and in queue at each hour from an empty start.
class Day {
 public:
  explicit Day(const Case& c) : hours_(hours_of(c)) {
    for (const double factor : hours_) {
      chains_.emplace_back(0, [rate = c.per_day * factor](int n, const auto& emit) {
        if (n < 100) emit(n + 1, rate);
        if (n > 0) emit(n - 1, std::min(n, places) / stay);
      });
    }
  }

  [[nodiscard]] std::vector<double> at(double hour) const {
    auto p = chains_[0].distribution([](int n) { return n == 0 ? 1.0 : 0.0; });
    for (double from = 0; from < hour; from += 1) {
      const auto& chain = chains_[static_cast<std::size_t>(from) % 24];
      p = chain.after(std::min(1.0, hour - from) / 24, p);
    }
    return p;
  }

  template <class F>
  [[nodiscard]] double expect(const std::vector<double>& p, F&& f) const {
    return chains_[0].expect(p, f);
  }

 private:
  std::vector<double> hours_;
  std::vector<theory::MarkovChain<int>> chains_;
};

class RushHours : public ::testing::TestWithParam<Case> {};

TEST_P(RushHours, AgreesWithTheTransientChain) {
  const auto& c = GetParam();
  const theory::Claim claim{theory::Group::RushHours, c.name};
  cases::Builder b;
  b.exit("home").horizon(0, 3);
  b.setting("emergency", places, cases::exponential(2, scenarios::TimeUnit::Hours), {{"home", 1}});
  b.arrival("patients", c.per_day, "emergency").intensity.by_hour = hours_of(c);
  const std::vector<double> hours{10.5, 15, 19, 24 + 5, 24 + 14, 48 + 17.5};
  std::vector<double> days;
  for (const double hour : hours) days.push_back(hour / 24);
  const theory::Plan plan{.replications = 1500};
  const auto in_place = theory::sample_at(
      b.scenario(), "emergency", days, [](const auto& l) { return l.present; }, plan);
  const auto queued = theory::sample_at(
      b.scenario(), "emergency", days, [](const auto& l) { return l.queued; }, plan);
  const Day day{c};
  for (std::size_t i = 0; i < hours.size(); ++i) {
    const auto p = day.at(hours[i]);
    const auto minutes = std::lround(60 * hours[i]);
    const auto when =
        fmt::format("day {}, {:02}:{:02}", 1 + minutes / 1440, minutes / 60 % 24, minutes % 60);
    EXPECT_TRUE(claim.agrees("places in use, " + when, in_place[i],
                             day.expect(p, [](int n) { return std::min(n, places); }), 0.2));
    const double queue = day.expect(p, [](int n) { return std::max(0, n - places); });
    if (queue < 0.1) continue;  // too rare to tell right from wrong
    EXPECT_TRUE(claim.agrees("queue, " + when, queued[i], queue, 0.5));
  }
}

// By day six places take 72 patients; the peak of the heavy case asks for 120.
INSTANTIATE_TEST_SUITE_P(Loads, RushHours,
                         ::testing::Values(Case{"light: peak load 0.7", 25, 0.3},
                                           Case{"heavy: peak load 1.7", 60, 0.1}));

}  // namespace rush_hours_test
