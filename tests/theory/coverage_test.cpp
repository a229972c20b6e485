// SPDX-License-Identifier: Apache-2.0
// Over many independent experiments 93 to 97 % of the 95 % intervals contain the exact value.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "experiments/run.hpp"
#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace coverage_test {

/// Counts how many experiments of `n` successive replications cover `truth`.
template <class Interval>
std::uint32_t covering(const std::vector<double>& values, std::size_t n, double truth,
                       Interval&& interval) {
  std::uint32_t count = 0;
  for (std::size_t first = 0; first + n <= values.size(); first += n) {
    const auto [low, high] = interval(std::span{values}.subspan(first, n));
    count += low <= truth && truth <= high ? 1 : 0;
  }
  return count;
}

sim::Interval of_mean(std::span<const double> values) { return sim::mean_interval(values); }

constexpr std::uint32_t experiments = 2000;

/// Replications of one seed are independent: experiments are slices of one long run, as with
/// --first.
theory::Samples many(std::uint32_t each, const scenarios::Scenario& scenario,
                     const std::vector<theory::Reader>& readers) {
  return theory::sample(scenario, readers, {.replications = experiments * each, .seed = 95});
}

TEST(Coverage, OfALossSystem) {
  const theory::Claim claim{theory::Group::Coverage, "3 places, loss; 15 replications of 200 days"};
  cases::Builder b;
  b.exit("home").horizon(20, 200);
  b.setting("ward", 3, cases::exponential_days(1), {{"home", 1}}).when_full.policy =
      scenarios::WhenFull::Policy::Lost;
  b.arrival("patients", 2, "ward");
  constexpr std::uint32_t each = 15;
  const auto r =
      many(each, b.scenario(), {theory::occupied("ward"), theory::entries_per_day("lost")});
  const double lost = theory::erlang_b(3, 2);
  EXPECT_TRUE(claim.covers("intervals of places in use, %",
                           covering(r[0], each, 2 * (1 - lost), of_mean), experiments));
  EXPECT_TRUE(claim.covers("intervals of lost per day, %", covering(r[1], each, 2 * lost, of_mean),
                           experiments));
}

TEST(Coverage, OfADelaySystem) {
  const theory::Claim claim{theory::Group::Coverage,
                            "2 places, load 0.6; 30 replications of 400 days"};
  cases::Builder b;
  b.exit("home").horizon(40, 400);
  b.setting("ward", 2, cases::exponential_days(1), {{"home", 1}});
  b.arrival("patients", 1.2, "ward");
  constexpr std::uint32_t each = 30;
  const auto r = many(each, b.scenario(), {theory::occupied("ward"), theory::queued("ward")});
  EXPECT_TRUE(claim.covers("intervals of places in use, %", covering(r[0], each, 1.2, of_mean),
                           experiments));
  // The queue of a replication is skew: a symmetric interval covers less.
  EXPECT_TRUE(claim.covers("intervals of number in queue, %",
                           covering(r[1], each, 1.2 * theory::mmc_wait(2, 1.2), of_mean),
                           experiments));
}

/// One place and stays that differ much: the wait of a replication is skew, and Student's interval
/// covers 92.5 % of 15 of them, with nearly all misses on one side.
TEST(Coverage, A20OfASkewWait) {
  const theory::Claim claim{theory::Group::Coverage,
                            "1 place, lognormal stays, load 0.6; 15 replications of 300 days"};
  constexpr double stay = 0.1, cv = 1.5, load = 0.6;
  cases::Builder b;
  b.exit("home").horizon(20, 300);
  b.setting("clinic", 1, cases::lognormal_days(stay, cv), {{"home", 1}});
  b.arrival("patients", load / stay, "clinic");
  constexpr std::uint32_t each = 15;
  const auto waits = many(each, b.scenario(), {theory::wait_days("clinic")})[0];
  const double exact = load * stay * (1 + cv * cv) / (2 * (1 - load));
  EXPECT_TRUE(claim.covers("intervals of the mean wait, %", covering(waits, each, exact, of_mean),
                           experiments));
}

/// The number present at a moment is Poisson: probabilities and quantiles of it are exact, and so
/// is how often their intervals cover, since both are discrete.
class AtAMoment : public ::testing::Test {
 protected:
  static constexpr double mean = 30 * (1 - 0x1p-5);  // days 0 to 5 half-lives
  static std::vector<double> present(std::uint32_t replications) {
    cases::Builder b;
    b.exit("home").horizon(0, 6);
    b.setting("home_care", cases::unlimited, cases::exponential_days(1 / std::log(2.0)),
              {{"home", 1}});
    b.arrival("patients", 30 * std::log(2.0), "home_care");
    const std::vector<double> day{5};
    return theory::sample_at(b.scenario(), "home_care", day,
                             [](const auto& l) { return l.present; },
                             {.replications = replications, .seed = 96})[0];
  }
  static double below(int n) {  // P(N <= n)
    double sum = 0;
    for (int k = 0; k <= n; ++k) sum += theory::poisson(k, mean);
    return sum;
  }
};

double binomial(std::uint32_t k, std::uint32_t n, double p) {
  return std::exp(std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) +
                  k * std::log(p) + (n - k) * std::log1p(-p));
}

TEST_F(AtAMoment, WilsonIntervalsCover) {
  constexpr std::uint32_t n = 60;
  const auto values = present(experiments * n);
  for (const int limit : {25, 29, 36}) {
    const theory::Claim claim{theory::Group::Coverage,
                              fmt::format("more than {} present; 60 replications", limit)};
    const double p = 1 - below(limit);
    double exact = 0;
    for (std::uint32_t k = 0; k <= n; ++k) {
      const auto i = sim::wilson(k, n);
      if (i.low <= p && p <= i.high) exact += binomial(k, n, p);
    }
    const auto interval = [&](std::span<const double> slice) {
      const auto above = std::ranges::count_if(slice, [&](double x) { return x > limit; });
      return sim::wilson(static_cast<std::uint32_t>(above), n);
    };
    EXPECT_TRUE(claim.covers("intervals of the probability, %", covering(values, n, p, interval),
                             experiments, exact));
  }
}

/// Order statistics cover a quantile of a continuous law with a binomial probability: here the time
/// of the first arrival, which is exponential.
TEST(Coverage, OfQuantiles) {
  constexpr std::uint32_t n = 100;
  cases::Builder b;
  b.exit("home").horizon(0, 4);
  b.setting("ward", cases::unlimited, cases::fixed_days(0), {{"home", 1}});
  b.arrival("patients", 5, "ward");
  std::vector<double> first_arrival;
  const auto start = theory::at_day(b.scenario(), 0);
  double first = 4;
  const auto hear = [&](const theory::Step& step) {
    if (step.what == flow::Note::Arrived) first = std::min(first, sim::days(step.time - start));
  };
  theory::listen(b.scenario(), {.replications = experiments * n, .seed = 97}, hear, [&] {
    first_arrival.push_back(first);
    first = 4;
  });
  for (const double p : {0.1, 0.5, 0.9}) {
    const theory::Claim claim{
        theory::Group::Coverage,
        fmt::format("{:.0f} % quantile of a first arrival; 100 replications", 100 * p)};
    // The r-th to the s-th smallest, found from the numbers 1 to n themselves.
    std::vector<double> numbers;
    for (std::uint32_t k = 1; k <= n; ++k) numbers.push_back(k);
    const auto ranks = sim::order_statistic_interval(numbers, p).interval.value();
    double exact = 0;
    for (auto k = static_cast<std::uint32_t>(ranks.low); k < ranks.high; ++k) {
      exact += binomial(k, n, p);
    }
    const auto interval = [&](std::span<const double> slice) {
      std::vector<double> sorted{slice.begin(), slice.end()};
      std::ranges::sort(sorted);
      return sim::order_statistic_interval(sorted, p).interval.value();
    };
    EXPECT_TRUE(claim.covers("intervals of the quantile, %",
                             covering(first_arrival, n, -std::log(1 - p) / 5, interval),
                             experiments, exact));
  }
}

/// The same as an experiment reports it, each with its own seed.
TEST(Coverage, OfReportedIntervals) {
  const theory::Claim claim{theory::Group::Coverage, "3 places, loss, as reported; own seed each"};
  cases::Builder b;
  b.exit("home").horizon(20, 200);
  b.setting("ward", 3, cases::exponential_days(1), {{"home", 1}}).when_full.policy =
      scenarios::WhenFull::Policy::Lost;
  b.arrival("patients", 2, "ward");
  const care::Model model{b.scenario()};
  const double exact = 2 * (1 - theory::erlang_b(3, 2));
  std::uint32_t covered = 0;
  for (std::uint32_t e = 0; e < experiments; ++e) {
    const auto r = care::run_experiment(
        model, {.seed = 100 + e, .first = 0, .replications = 10, .threads = 1}, {});
    const auto& ci = care::find_metric(r, "occupied.ward")->ci95;
    covered += ci.low <= exact && exact <= ci.high ? 1 : 0;
  }
  EXPECT_TRUE(claim.covers("intervals of occupied.ward, %", covered, experiments));
}

}  // namespace coverage_test
