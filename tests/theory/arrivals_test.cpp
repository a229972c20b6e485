// SPDX-License-Identifier: Apache-2.0
// Where patients come from besides a Poisson stream of single ones: batches, appointments, lists.
#include <filesystem>
#include <fstream>
#include <utility>

#include <fmt/format.h>

#include "sim/civil_date.hpp"
#include "tests/temporary_folder.hpp"
#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace arrivals_test {

using scenarios::TimeUnit;

scenarios::DistributionSpec one_of(std::vector<double> values, std::vector<double> weights) {
  scenarios::DistributionSpec spec;
  spec.kind = scenarios::DistributionSpec::Kind::Empirical;
  spec.values = std::move(values);
  spec.weights = std::move(weights);
  return spec;
}

/// Batches X at rate r, stays of mean s without limit: mean r s E[X], and with exponential stays
/// variance r s (E[X] + E[X (X - 1)] / 2), more than Poisson.
TEST(BatchArrivals, MeanAndVariance) {
  const theory::Claim claim{theory::Group::Arrivals, "groups of 1, 2 or 6, exponential stay"};
  constexpr double r = 2, s = 5;
  cases::Builder b;
  b.exit("home").horizon(50, 800);
  b.setting("ward", cases::unlimited, cases::exponential_days(s), {{"home", 1}});
  b.arrival("groups", r, "ward").batch = one_of({1, 2, 6}, {0.5, 0.3, 0.2});
  const double x = 0.5 + 0.6 + 1.2, xx = 0.3 * 2 + 0.2 * 30;
  const double mean = r * s * x, variance = r * s * (x + xx / 2);
  const auto second_moment = [](const theory::Simulation& sim) {
    const auto& at = theory::counters(sim, "ward").at_level_ms;
    double sum = 0;
    for (std::size_t n = 0; n < at.size(); ++n) {
      sum += static_cast<double>(n * n) * static_cast<double>(at[n]);
    }
    return sum / theory::measured_ms(sim);
  };
  const auto values = theory::sample(
      b.scenario(), {theory::present("ward"), second_moment, theory::entries_per_day("ward")});
  EXPECT_TRUE(claim.agrees("number present", values[0], mean));
  EXPECT_TRUE(
      claim.agrees("second moment of the number present", values[1], variance + mean * mean));
  EXPECT_TRUE(claim.agrees("entries per day", values[2], r * x));
}

/// Appointments on weekdays: who keeps them is chance, when they are is not.
TEST(Appointments, ShowUpAndDays) {
  const theory::Claim claim{theory::Group::Arrivals, "appointments on weekdays, 85 % come"};
  cases::Builder b;
  b.exit("home").horizon(0, 366);
  b.setting("clinic", cases::unlimited, cases::fixed(90, TimeUnit::Minutes), {{"home", 1}});
  auto& visits = b.appointments("visits", {8.25, 9, 13.5}, "clinic");
  visits.show_up = 0.85;
  visits.days = {sim::DayKind::Mon, sim::DayKind::Tue, sim::DayKind::Wed, sim::DayKind::Thu};
  int days = 0;
  for (auto day = cases::day(2024, 1, 1); day < cases::day(2025, 1, 1);
       day += std::chrono::days{1}) {
    days += sim::day_kind(day) <= sim::DayKind::Thu ? 1 : 0;
  }
  const auto r = theory::sample(
      b.scenario(),
      {theory::entries_per_day("home"), theory::present("clinic"), theory::time_at("clinic", 2)});
  EXPECT_TRUE(claim.agrees("visits per day", r[0], 3 * 0.85 * days / 366.0));
  EXPECT_TRUE(claim.agrees("number present", r[1], 3 * 0.85 * days * 1.5 / 24 / 366.0));
  // 8.25 and 9 overlap from 9 to 9.75 if both come.
  EXPECT_TRUE(
      claim.agrees("share of time with two present", r[2], 0.85 * 0.85 * days * 0.75 / 24 / 366.0));
}

/// Regular arrivals, exponential stays: m(t) = sum of exp(-(t - t_i) / s).
TEST(Appointments, RegularArrivals) {
  const theory::Claim claim{theory::Group::Arrivals, "seven appointments a day, exponential stay"};
  cases::Builder b;
  b.exit("home").horizon(0, 12);
  b.setting("ward", cases::unlimited, cases::exponential_days(2), {{"home", 1}});
  b.appointments("admissions", {7, 8, 9, 10, 11, 12, 20}, "ward");
  const std::vector<double> moments{0.4, 3.5, 10};
  const auto r = theory::sample_at(b.scenario(), "ward", moments,
                                   [](const auto& l) { return l.present; }, {.replications = 400});
  for (std::size_t i = 0; i < moments.size(); ++i) {
    double mean = 0;
    for (int day = 0; day < 12; ++day) {
      for (const double hour : {7, 8, 9, 10, 11, 12, 20}) {
        const double since = moments[i] - day - hour / 24;
        if (since > 0) mean += std::exp(-since / 2);
      }
    }
    EXPECT_TRUE(claim.agrees(fmt::format("number present on day {}", moments[i]), r[i], mean))
        << moments[i];
  }
}

class ArrivalList : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path{::testing::TempDir()} / "arrival_list";
    std::filesystem::create_directories(folder_);
    std::ofstream{folder_ / "list.csv"} << "time,class\n"
                                           "2023-12-31T23:00,old\n"  // before the start
                                           "2024-01-02T08:00,old\n"
                                           "2024-01-02T08:00,young\n"
                                           "2024-01-05,old\n"
                                           "2024-02-01T12:30:15,young\n"
                                           "2024-03-01T00:00,old\n";  // after the end
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::filesystem::path folder_;
};

TEST_F(ArrivalList, ComesAtItsTimesWithItsAttributes) {
  cases::Builder b;
  b.attribute("class", {"young", "old"}).exit("home").horizon(0, 40);
  b.setting("ward", cases::unlimited, cases::fixed_days(2), {{"home", 1}});
  auto& arrival = b.arrival("list", 0, "ward");
  arrival.kind = scenarios::Arrival::Kind::File;
  arrival.per_day.reset();
  arrival.file = (folder_ / "list.csv").string();
  std::vector<std::pair<std::string, std::size_t>> seen;
  for (const auto& step : theory::journey(b.scenario())) {
    if (step.what == flow::Note::Entered) {
      seen.emplace_back(sim::iso_date_time(step.time), sim::index(step.profile));
    }
  }
  const std::vector<std::pair<std::string, std::size_t>> expected{{"2024-01-02T08:00:00", 1},
                                                                  {"2024-01-02T08:00:00", 0},
                                                                  {"2024-01-05T00:00:00", 1},
                                                                  {"2024-02-01T12:30:15", 0}};
  EXPECT_EQ(seen, expected);
}

/// Times between arrivals of a Poisson stream are exponential and have no memory.
TEST(PoissonArrivals, TimesBetweenAreExponential) {
  const theory::Claim claim{theory::Group::Arrivals, "Poisson stream, 10 per day"};
  cases::Builder b;
  b.exit("home").horizon(0, 500);
  b.setting("ward", cases::unlimited, cases::fixed_days(0), {{"home", 1}});
  b.arrival("patients", 10, "ward");
  std::vector<double> gaps;
  double last = 0;
  std::vector<double> mean, square, product, longer;
  const auto start = theory::at_day(b.scenario(), 0);
  const auto hear = [&](const theory::Step& step) {
    if (step.what != flow::Note::Arrived) return;
    const double now = sim::days(step.time - start);
    gaps.push_back(now - last);
    last = now;
  };
  theory::listen(b.scenario(), {}, hear, [&] {
    double sum = 0, sum2 = 0, next = 0, tail = 0;
    for (std::size_t i = 0; i + 1 < gaps.size(); ++i) {
      sum += gaps[i];
      sum2 += gaps[i] * gaps[i];
      next += gaps[i] * gaps[i + 1];
      tail += gaps[i] > 0.3 ? 1 : 0;
    }
    const auto n = static_cast<double>(gaps.size() - 1);
    mean.push_back(sum / n);
    square.push_back(sum2 / n);
    product.push_back(next / n);
    longer.push_back(tail / n);
    gaps.clear();
    last = 0;
  });
  EXPECT_TRUE(claim.agrees("time between arrivals, days", mean, 0.1));
  EXPECT_TRUE(claim.agrees("second moment, days²", square, 0.02));
  EXPECT_TRUE(claim.agrees("product of two in a row, days²", product, 0.01));
  EXPECT_TRUE(claim.agrees("share above 0.3 days", longer, std::exp(-3)));
}

/// C3: those who come on a day are Poisson with the number that the file expects, of each class, however
/// the intensity varies: also where candidates are thinned. The lever multiplies.
TEST(PoissonArrivals, C3NumbersOfEachDayAreAsExpected) {
  const theory::Claim claim{theory::Group::Arrivals, "expected numbers by date and class, a wave"};
  const tests::TemporaryFolder folder;
  const std::vector<std::vector<double>> expected{{8, 0.5, 30}, {2, 16, 4}};
  std::ofstream file{folder / "expected.csv"};
  file << "class,date,expected\n";
  for (std::size_t day = 0; day < 3; ++day) {
    file << fmt::format("young,2024-01-0{0},{1}\nold,2024-01-0{0},{2}\n", day + 1, expected[0][day],
                        expected[1][day]);
  }
  file.close();
  cases::Builder b;
  b.attribute("class", {"young", "old"}).exit("home").horizon(0, 3);
  b.setting("ward", cases::unlimited, cases::fixed_days(0), {{"home", 1}});
  auto& arrival = b.arrival("patients", 0, "ward");
  arrival.per_day.reset();
  arrival.file = (folder / "expected.csv").string();
  arrival.intensity.sinusoid = {0.9, 0.6, 0.2};
  arrival.intensity.normalise = true;
  b.scenario().levers.arrivals = 1.25;
  std::vector<std::vector<std::vector<double>>> counts(2, std::vector<std::vector<double>>(3));
  std::vector<std::vector<double>> now(2, std::vector<double>(3));
  const auto start = theory::at_day(b.scenario(), 0);
  const auto hear = [&](const theory::Step& step) {
    if (step.what != flow::Note::Arrived) return;
    ++now[sim::index(step.profile)][static_cast<std::size_t>((step.time - start) / sim::day)];
  };
  theory::listen(b.scenario(), {.replications = 1000}, hear, [&] {
    for (std::size_t c = 0; c < 2; ++c) {
      for (std::size_t day = 0; day < 3; ++day) {
        counts[c][day].push_back(std::exchange(now[c][day], 0));
      }
    }
  });
  for (std::size_t c = 0; c < 2; ++c) {
    for (std::size_t day = 0; day < 3; ++day) {
      const std::string who = fmt::format("{} on day {}", c == 0 ? "young" : "old", day);
      const double mean = 1.25 * expected[c][day];
      auto squares = counts[c][day];
      for (double& n : squares) n *= n;
      EXPECT_TRUE(claim.agrees(who, counts[c][day], mean, 0.2));
      EXPECT_TRUE(claim.agrees(who + ", second moment", squares, mean + mean * mean, 0.3));
    }
  }
}

}  // namespace arrivals_test
