// SPDX-License-Identifier: Apache-2.0
// A cut in capacity during two weeks, as in a summer: exact by the transient Markov chain.
#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/markov_chain.hpp"
#include "tests/theory/theory.hpp"

namespace capacity_test {

using Policy = scenarios::WhenFull::Policy;

constexpr double heavy = 2.0;  // arrivals per day: 7 places' worth
constexpr double light = 1.0;
constexpr double stay = 3.5;
constexpr int before = 10, during = 5;
constexpr int cut_day = 200, cut_length = 14;

/// A ward with a cut from day 200 to day 213 (14 days) of the run, long after its empty start.
cases::Builder ward_with_cut(Policy policy, double per_day, bool evict = false) {
  cases::Builder b;
  b.exit("home").horizon(0, cut_day + 40);
  auto& ward = b.setting("ward", before, cases::exponential_days(stay), {{"home", 1}});
  const sim::Date first = cases::day(2024, 1, 1) + std::chrono::days{cut_day};
  ward.capacity = cases::places(before, first, first + std::chrono::days{cut_length - 1}, during);
  ward.when_full.policy = policy;
  ward.evict = evict;
  b.arrival("patients", per_day, "ward");
  return b;
}

/// Patients in place and in the queue.
struct State {
  int in_place = 0, queued = 0;
  friend auto operator<=>(const State&, const State&) = default;
};
constexpr int longest_queue = 90;

/// A lowered capacity evicts nobody: those above it stay to the end, and nobody new gets in.
theory::MarkovChain<State> chain_of(int places, bool waits, double per_day) {
  return {State{before, 0}, [=](const State& s, const auto& emit) {
            if (s.in_place < places && s.queued == 0) {
              emit({s.in_place + 1, 0}, per_day);
            } else if (waits && s.queued < longest_queue) {
              emit({s.in_place, s.queued + 1}, per_day);
            }
            const double leaves = s.in_place / stay;
            if (s.in_place <= places && s.queued > 0) {
              emit({s.in_place, s.queued - 1}, leaves);
            } else if (s.in_place > 0) {
              emit({s.in_place - 1, s.queued}, leaves);
            }
          }};
}

std::vector<double> shift(const theory::MarkovChain<State>& from, const std::vector<double>& p,
                          const theory::MarkovChain<State>& to, int raised_to) {
  // When capacity is raised again the queue fills the new places at once.
  return to.distribution([&](const State& wanted) {
    return from.expect(p, [&](const State& s) {
      const int moves = std::max(0, std::min(s.queued, raised_to - s.in_place));
      return State{s.in_place + moves, s.queued - moves} == wanted ? 1 : 0;
    });
  });
}

const std::vector<double> moments{cut_day,        cut_day + 0.5, cut_day + 3, cut_day + 14 - 1e-4,
                                  cut_day + 14.5, cut_day + 20};

void expect_transient(Policy policy, double per_day) {
  const bool waits = policy == Policy::Wait;
  const theory::Claim claim{theory::Group::CapacityCut,
                            fmt::format("10 places cut to 5, load {:.2g}, {}",
                                        per_day * stay / before, waits ? "waiting" : "loss")};
  auto b = ward_with_cut(policy, per_day);
  const theory::Plan plan{.replications = 1000};
  const auto in_place = theory::sample_at(
      b.scenario(), "ward", moments, [](const auto& l) { return l.present; }, plan);
  const auto queued = theory::sample_at(
      b.scenario(), "ward", moments, [](const auto& l) { return l.queued; }, plan);

  const auto normal = chain_of(before, waits, per_day);
  const auto cut = chain_of(during, waits, per_day);
  const auto start = shift(normal, normal.stationary(), cut, 0);
  const auto end = shift(cut, cut.after(cut_length, start), normal, before);
  for (std::size_t i = 0; i < moments.size(); ++i) {
    SCOPED_TRACE(moments[i]);
    const double since_cut = moments[i] - cut_day;
    const bool is_cut = since_cut < cut_length;
    const auto& chain = is_cut ? cut : normal;
    const auto p = is_cut ? cut.after(since_cut, start) : normal.after(since_cut - cut_length, end);
    EXPECT_TRUE(claim.agrees(fmt::format("in place, day {:.4g} of the cut", since_cut), in_place[i],
                             chain.expect(p, [](const State& s) { return s.in_place; })));
    const double queue = chain.expect(p, [](const State& s) { return s.queued; });
    if (queue < 0.2) continue;  // too rare to tell right from wrong
    EXPECT_TRUE(claim.agrees(fmt::format("in queue, day {:.4g} of the cut", since_cut), queued[i],
                             queue, 0.6));
  }
}

TEST(CapacityCut, WithLossAgreesWithTheTransientChain) {
  expect_transient(Policy::Lost, heavy);
  expect_transient(Policy::Lost, light);
}
TEST(CapacityCut, WithWaitingAgreesWithTheTransientChain) {
  expect_transient(Policy::Wait, heavy);
  expect_transient(Policy::Wait, light);
}

TEST(CapacityCut, ClosedPlacesAreCounted) {
  auto b = ward_with_cut(Policy::Lost, heavy);
  const auto r =
      theory::sample(b.scenario(),
                     {[](const theory::Simulation& s) {
                        return static_cast<double>(theory::counters(s, "ward").closed_ms);
                      },
                      [](const theory::Simulation& s) {
                        return static_cast<double>(theory::counters(s, "ward").capacity_ms);
                      }},
                     {.replications = 2});
  constexpr double ms = 86'400'000.0;
  const theory::Claim claim{theory::Group::CapacityCut, "10 places cut to 5, loss"};
  EXPECT_TRUE(claim.equals("closed bed-days", r[0][0] / ms, (before - during) * cut_length));
  EXPECT_TRUE(claim.equals("open bed-days", r[1][0] / ms,
                           (cut_day + 40 - cut_length) * before + cut_length * during));
}

/// With `evict` the surplus leaves in the moment of the cut, those with the least left first.
TEST(CapacityCut, EvictionTakesTheSurplusOnly) {
  const theory::Claim claim{theory::Group::CapacityCut, "10 places cut to 5, surplus evicted"};
  auto b = ward_with_cut(Policy::Lost, heavy, true);
  const std::vector<double> around{cut_day, cut_day + 1e-6};
  const auto in_place = theory::sample_at(
      b.scenario(), "ward", around, [](const auto& l) { return l.present; }, {.replications = 400});
  const auto counted = theory::sample(b.scenario(), {[](const theory::Simulation& s) {
                                        return double{theory::counters(s, "ward").evicted * 1.0};
                                      }},
                                      {.replications = 400});
  double mean_before = 0, mean_after = 0, sum = 0;
  for (int n = 0; n <= before; ++n) sum += theory::poisson(n, heavy * stay);
  for (int n = 0; n <= before; ++n) {
    const double p = theory::poisson(n, heavy * stay) / sum;
    mean_before += p * n;
    mean_after += p * std::min(n, during);
  }
  EXPECT_TRUE(claim.agrees("in place just before", in_place[0], mean_before));
  EXPECT_TRUE(claim.agrees("in place just after", in_place[1], mean_after));
  EXPECT_TRUE(claim.agrees("evicted", counted[0], mean_before - mean_after, 0.25));
}

TEST(CapacityCut, EvictedLeaveInOrderOfWhatIsLeft) {
  cases::Builder b;
  b.exit("home").horizon(0, 20);
  auto& ward = b.setting("ward", 3, cases::fixed_days(10), {{"home", 1}});
  ward.capacity = cases::places(3, cases::day(2024, 1, 6), cases::day(2024, 1, 7), 1);
  ward.evict = true;
  b.appointments("patients", {6, 12, 18}, "ward").days = {sim::DayKind::Tue};  // 2 January
  std::vector<std::pair<std::uint32_t, double>> left;
  for (const auto& step : theory::journey(b.scenario())) {
    if (step.what == flow::Note::Departed && left.size() < 3) {
      left.emplace_back(step.serial, sim::days(step.time - sim::Time{cases::day(2024, 1, 1)}));
    }
  }
  // The first two leave as the ward shrinks, the third stays its ten days.
  const std::vector<std::pair<std::uint32_t, double>> expected{{0, 5.0}, {1, 5.0}, {2, 11.75}};
  EXPECT_EQ(left, expected);
}

/// Places by hour of the day, with waiting: nobody starts at night, all who start stay on.
TEST(CapacityCut, ByHourOfDayIsExact) {
  cases::Builder b;
  b.exit("home").horizon(0, 10);
  auto& clinic = b.setting("clinic", 0, cases::fixed(2, scenarios::TimeUnit::Hours), {{"home", 1}});
  scenarios::CalendarRule open;
  open.hours = {8, 16};
  open.value = 2;
  clinic.capacity.changes.push_back(open);
  b.appointments("patients", {7, 7.5, 7.75, 15, 15.5, 15.75}, "clinic");
  const std::vector<double> hours{7.9, 8, 9, 10.5, 12.5, 15.7, 16.5, 17.25, 23};
  std::vector<double> days;
  for (const double hour : hours) days.push_back(hour / 24 + 1e-7);
  const auto at = theory::sample_at(b.scenario(), "clinic", days,
                                    [](const auto& l) { return 100.0 * l.present + l.queued; },
                                    {.replications = 1});
  // present * 100 + queued, on the first day.
  const std::vector<double> expected{3, 201, 201, 100, 0, 200, 201, 101, 1};
  for (std::size_t i = 0; i < hours.size(); ++i) EXPECT_EQ(at[i][0], expected[i]) << hours[i];
}

}  // namespace capacity_test
