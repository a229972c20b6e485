// SPDX-License-Identifier: Apache-2.0
// No limit on places: the number present at time t is Poisson with mean
//   m(t) = integral of rate(u) P(stay > t - u) du
// whatever the stay (Palm 1943; Eick, Massey & Whitt, Management Science 39, 1993).
#include <fstream>
#include <numbers>

#include <fmt/format.h>

#include "scenarios/compile_distribution.hpp"
#include "tests/temporary_folder.hpp"
#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace infinite_test {

using scenarios::TimeUnit;
using Curve = std::function<double(double)>;

/// Mean number present at day t when it began empty; midpoint rule in steps of `step` days.
double mean_present(const Curve& rate, const scenarios::DistributionSpec& stay, double t,
                    double step = 1.0 / 960) {
  const auto law = std::get<sim::Distribution>(scenarios::to_distribution(stay));
  const double unit = sim::days(scenarios::unit_duration(stay.unit));
  double sum = 0;
  const auto steps = static_cast<int>(std::lround(t / step));
  for (int i = 0; i < steps; ++i) {
    const double u = (i + 0.5) * step;
    sum += rate(u) * (1 - law.cdf((t - u) / unit));
  }
  return sum * step;
}

const theory::LevelReader number_present = [](const theory::Level& l) { return l.present; };
const theory::LevelReader number_squared = [](const theory::Level& l) {
  return static_cast<double>(l.present) * l.present;
};

/// Mean and second moment agree with those of a Poisson number.
void expect_poisson_curve(const theory::Claim& claim, const scenarios::Scenario& scenario,
                          const std::vector<double>& days, const Curve& mean, theory::Plan plan) {
  const auto first = theory::sample_at(scenario, "home", days, number_present, plan);
  const auto second = theory::sample_at(scenario, "home", days, number_squared, plan);
  for (std::size_t i = 0; i < days.size(); ++i) {
    const double m = mean(days[i]);
    EXPECT_TRUE(claim.agrees(fmt::format("present on day {:.4g}", days[i]), first[i], m))
        << "day " << days[i];
    EXPECT_TRUE(claim.agrees(fmt::format("second moment on day {:.4g}", days[i]), second[i],
                             m + m * m, 0.2))
        << "day " << days[i];
  }
}

struct Stay {
  const char* name;
  scenarios::DistributionSpec length;
};
class InfiniteSetting : public ::testing::TestWithParam<Stay> {};

TEST_P(InfiniteSetting, ConstantArrivalsGivePoissonNumberFromAnEmptyStart) {
  cases::Builder b;
  b.exit("gone").horizon(0, 31);
  b.setting("home", cases::unlimited, GetParam().length, {{"gone", 1}});
  b.arrival("patients", 5, "home");
  expect_poisson_curve(
      {theory::Group::Unlimited, fmt::format("{}, 5 per day from an empty start", GetParam().name)},
      b.scenario(), {1, 4, 12, 30},
      [](double t) { return mean_present([](double) { return 5.0; }, GetParam().length, t); },
      {.replications = 600});
}

/// In the long run: Poisson with mean rate times mean stay, in time too.
TEST_P(InfiniteSetting, TimeSharesArePoisson) {
  const theory::Claim claim{theory::Group::Unlimited,
                            fmt::format("{}, 1.5 per day in the long run", GetParam().name)};
  cases::Builder b;
  b.exit("gone").horizon(100, 1000);
  b.setting("home", cases::unlimited, GetParam().length, {{"gone", 1}});
  b.arrival("patients", 1.5, "home");
  const auto r = theory::sample(b.scenario(), {theory::present("home"), theory::time_at("home", 5),
                                               theory::time_at("home", 10)});
  EXPECT_TRUE(claim.agrees("number present", r[0], 9));
  EXPECT_TRUE(claim.agrees("share of time with 5", r[1], theory::poisson(5, 9), 0.2));
  EXPECT_TRUE(claim.agrees("share of time with 10", r[2], theory::poisson(10, 9), 0.15));
}

INSTANTIATE_TEST_SUITE_P(
    Stays, InfiniteSetting,
    ::testing::Values(Stay{"exponential stay of 6 days", cases::exponential_days(6)},
                      Stay{"fixed stay of 6 days", cases::fixed_days(6)},
                      Stay{"lognormal stay of 6 days, cv 1.5", cases::lognormal_days(6, 1.5)},
                      Stay{"gamma stay of 6 days, cv 0.5", cases::gamma_days(6, 0.5)}));

/// Exponential stays and rate(t) = r (1 + A cos(w (t - peak))): from an empty start
///   m(t) = c(t) - c(0) exp(-t / s),  c(t) = r s + r A (cos x / s + w sin x) / (1 / s^2 + w^2)
class Sinusoid : public ::testing::TestWithParam<double> {};  // period in days

TEST_P(Sinusoid, AgreesWithClosedForm) {
  constexpr double rate = 30, stay = 2, amplitude = 0.8;
  const double period = GetParam(), peak = period / 3, w = 2 * std::numbers::pi / period;
  const auto cycle = [&](double t) {
    const double x = w * (t - peak);
    return rate * stay +
           rate * amplitude * (std::cos(x) / stay + w * std::sin(x)) / (1 / (stay * stay) + w * w);
  };
  cases::Builder b;
  b.exit("gone").horizon(0, 30);
  b.setting("home", cases::unlimited, cases::exponential_days(stay), {{"gone", 1}});
  b.arrival("patients", rate, "home").intensity.sinusoid = {amplitude, period, peak};
  expect_poisson_curve({theory::Group::UnlimitedPeriodic,
                        fmt::format("sine wave of {} days, exponential stay", period)},
                       b.scenario(), {0.5, 1.2, 5.3, 20, 26.6},
                       [&](double t) { return cycle(t) - cycle(0) * std::exp(-t / stay); },
                       {.replications = 300});
}

INSTANTIATE_TEST_SUITE_P(Periods, Sinusoid, ::testing::Values(1.0, 7.0, 28.0));

/// Busy days and quiet nights: by hour of the day, stays of hours.
TEST(PeriodicArrivals, ByHourOfDay) {
  std::vector<double> by_hour(24, 0.2);
  for (std::size_t h = 8; h < 18; ++h) by_hour[h] = 1.0 + 0.2 * static_cast<double>(h - 8);
  by_hour[3] = 0;
  const auto stay = cases::lognormal_days(0.2, 0.9);
  cases::Builder b;
  b.exit("gone").horizon(0, 4);
  b.setting("home", cases::unlimited, stay, {{"gone", 1}});
  b.arrival("patients", 60, "home").intensity.by_hour = by_hour;
  const Curve rate = [&](double t) {
    return 60 * by_hour[static_cast<std::size_t>((t - std::floor(t)) * 24)];
  };
  expect_poisson_curve({theory::Group::UnlimitedPeriodic, "by hour of the day, lognormal stay"},
                       b.scenario(), {0.5, 1.0 + 4 / 24.0, 2.75, 3.5},
                       [&](double t) { return mean_present(rate, stay, t); },
                       {.replications = 500});
}

/// By weekday and by a calendar of dates; factors multiply. 6 January (Epiphany) counts as Sunday.
TEST(PeriodicArrivals, ByWeekdayAndDate) {
  cases::Builder b;
  b.exit("gone").horizon(0, 21);
  b.setting("home", cases::unlimited, cases::fixed_days(1.5), {{"gone", 1}});
  auto& arrival = b.arrival("patients", 40, "home");
  arrival.intensity.by_weekday = {1.2, 1, 1, 1, 1, 0.5, 0.25};
  scenarios::CalendarRule closed;
  closed.from = cases::day(2024, 1, 16);
  closed.to = cases::day(2024, 1, 17);
  closed.factor = 0;
  arrival.intensity.calendar.changes.push_back(closed);
  // 2024-01-01 is a Monday and a holiday.
  const std::vector<double> by_day{0.25, 1,   1,    1,   1, 0.25, 0.25, 1.2, 1,   1,   1,
                                   1,    0.5, 0.25, 1.2, 0, 0,    1,    1,   0.5, 0.25};
  const Curve rate = [&](double t) { return 40 * by_day[static_cast<std::size_t>(t)]; };
  expect_poisson_curve(
      {theory::Group::UnlimitedPeriodic, "by weekday, holiday and date, fixed stay"}, b.scenario(),
      {1, 6.5, 9, 15.5, 17.25, 20.5},
      [&](double t) { return mean_present(rate, cases::fixed_days(1.5), t); },
      {.replications = 300});
}

/// C3: expected numbers by date in a file, by hour within each day; the file has the number of each.
TEST(PeriodicArrivals, C3ExpectedNumbersByDate) {
  const tests::TemporaryFolder folder;
  const std::vector<double> by_day{20, 0, 5, 80, 80, 12.5, 1};
  std::ofstream file{folder / "expected.csv"};
  file << "date,expected\n";
  for (std::size_t d = 0; d < by_day.size(); ++d) {
    file << fmt::format("2024-01-{:02},{}\n", d + 1, by_day[d]);
  }
  file.close();
  std::vector<double> by_hour(24, 1);
  for (std::size_t h = 9; h < 15; ++h) by_hour[h] = 7;
  const auto stay = cases::lognormal_days(0.8, 1.2);
  cases::Builder b;
  b.exit("gone").horizon(0, 7);
  b.setting("home", cases::unlimited, stay, {{"gone", 1}});
  auto& arrival = b.arrival("patients", 0, "home");
  arrival.per_day.reset();
  arrival.file = (folder / "expected.csv").string();
  arrival.intensity.by_hour = by_hour;
  arrival.intensity.normalise = true;
  const Curve rate = [&](double t) {
    const double day = std::floor(t);
    return by_day[static_cast<std::size_t>(day)] *
           by_hour[static_cast<std::size_t>((t - day) * 24)] / 2.5;
  };
  expect_poisson_curve(
      {theory::Group::UnlimitedPeriodic, "expected numbers by date, by hour, lognormal stay"},
      b.scenario(), {0.5, 1.25, 2.75, 3.5, 4.5, 5.6, 6.9},
      [&](double t) { return mean_present(rate, stay, t); }, {.replications = 500});
}

/// Growth per year on top of a wave: thinning from a majorant that is never the rate itself.
TEST(PeriodicArrivals, GrowthAndWave) {
  const auto stay = cases::gamma_days(10, 0.7);
  cases::Builder b;
  b.exit("gone").horizon(0, 400);
  b.setting("home", cases::unlimited, stay, {{"gone", 1}});
  auto& arrival = b.arrival("patients", 3, "home");
  arrival.intensity.growth_per_year = 0.6;
  arrival.intensity.sinusoid = {0.5, 91, 30};
  const Curve rate = [](double t) {
    return 3 * std::pow(1.6, t / 365) * (1 + 0.5 * std::cos(2 * std::numbers::pi * (t - 30) / 91));
  };
  expect_poisson_curve({theory::Group::UnlimitedPeriodic, "growth and wave, gamma stay"},
                       b.scenario(), {20, 90, 200, 399},
                       [&](double t) { return mean_present(rate, stay, t, 1.0 / 48); },
                       {.replications = 120});
}

/// `normalise`: the rate given is the mean rate over the measured horizon, whatever the pattern.
struct Pattern {
  const char* name;
  scenarios::Intensity intensity;
};
class Normalised : public ::testing::TestWithParam<Pattern> {};

TEST_P(Normalised, KeepsTheMeanRate) {
  const theory::Claim claim{theory::Group::UnlimitedPeriodic,
                            fmt::format("normalised to 30 per day: {}", GetParam().name)};
  cases::Builder b;
  b.exit("gone").horizon(10, 120);
  b.setting("home", cases::unlimited, cases::fixed_days(0), {{"gone", 1}});
  auto& arrival = b.arrival("patients", 30, "home");
  arrival.intensity = GetParam().intensity;
  arrival.intensity.normalise = true;
  const auto r = theory::sample(b.scenario(), {theory::entries_per_day("home")});
  EXPECT_TRUE(claim.agrees("arrivals per day", r[0], 30, 0.02));
}

std::vector<Pattern> patterns() {
  std::vector<scenarios::Intensity> all(5);
  all[0].by_hour.assign(24, 0.1);
  all[0].by_hour[9] = 4;
  all[1].by_weekday = {2, 1, 1, 1, 0.5, 0, 0};
  all[2].sinusoid = {0.9, 1.0, 0.5};
  all[3].sinusoid = {1.0, 365, 40};
  all[3].growth_per_year = 0.5;
  all[4] = all[0];
  all[4].sinusoid = {0.7, 0.75, 0.1};
  all[4].by_weekday = all[1].by_weekday;
  return {{"by hour", all[0]},
          {"by weekday", all[1]},
          {"daily wave", all[2]},
          {"yearly wave, growth", all[3]},
          {"all together", all[4]}};
}
INSTANTIATE_TEST_SUITE_P(Patterns, Normalised, ::testing::ValuesIn(patterns()));

}  // namespace infinite_test
