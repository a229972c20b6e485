// SPDX-License-Identifier: Apache-2.0
// A health centre is a place: visits of the population take places of it, those who are followed wait
// for what is left, and some of those who wait too long end up in the emergency department. Birth and
// death of a closed number of persons (Palm's machine repair, with patience); and a threshold that
// moves visits from one party to another without making any.
#include <algorithm>

#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/markov_chain.hpp"
#include "tests/theory/theory.hpp"

namespace health_centre_test {

constexpr auto always = scenarios::TimeUnit::Days;

/// `places` taken on every day of a setting that never closes.
scenarios::BackgroundLoad background(double places) {
  return {cases::fixed(48 * places, always), 30, {1, {}}};
}

struct Centre {
  const char* name;
  int places, background;
};

class HealthCentre : public ::testing::TestWithParam<Centre> {};

/// Persons who live at home ask at rate `asks` each, as long as they do not wait or are treated.
TEST_P(HealthCentre, WaitAndEmergencyVisitsAgreeWithBirthAndDeath) {
  const auto& c = GetParam();
  constexpr int persons = 60;
  constexpr double asks = 0.4, visit = 0.1, patience = 0.25;  // per day, days, days
  const theory::Claim claim{
      theory::Group::HealthCentres,
      fmt::format("{} places, {} of them taken by others", c.places, c.background)};
  cases::Builder b;
  b.exit("nowhere").horizon(20, 1000);
  auto& home = b.setting("home", cases::unlimited, cases::exponential_days(1), {{"nowhere", 1}});
  home.residence = true;
  home.stay.clear();
  home.routes.clear();
  home.hazards.push_back({{}, {}, "centre", asks});
  auto& centre = b.setting("centre", c.places, cases::exponential_days(visit), {{"residence", 1}});
  centre.queue.leave.push_back({{}, cases::exponential_days(patience), "ed"});
  if (c.background > 0) centre.background = background(c.background);
  b.setting("ed", cases::unlimited, cases::fixed_days(0), {{"residence", 1}});
  b.census("home", persons);

  const int left = c.places - c.background;
  const theory::MarkovChain<int> chain{0, [&](int n, const auto& emit) {
                                         if (n < persons) emit(n + 1, (persons - n) * asks);
                                         const int waiting = std::max(0, n - left);
                                         emit(n - 1, (n - waiting) / visit + waiting / patience);
                                       }};
  const auto p = chain.stationary();
  const double queue = chain.expect(p, [&](int n) { return std::max(0, n - left); });
  const double busy = chain.expect(p, [&](int n) { return std::min(n, left); });
  const auto r = theory::sample(b.scenario(),
                                {theory::queued("centre"), theory::occupied("centre"),
                                 theory::entries_per_day("ed"), theory::reneged_share("centre")});
  EXPECT_TRUE(claim.agrees("number in queue", r[0], queue, 0.15));
  EXPECT_TRUE(claim.agrees("places in use, those of others included", r[1], busy + c.background));
  EXPECT_TRUE(claim.agrees("emergency visits per day", r[2], queue / patience, 0.15));
  EXPECT_TRUE(claim.agrees("share of those who asked that ends in the emergency department", r[3],
                           queue / patience / (queue / patience + busy / visit), 0.15));
}

/// In July there are fewer places.
INSTANTIATE_TEST_SUITE_P(Seasons, HealthCentre,
                         ::testing::Values(Centre{"NoOthers", 3, 0}, Centre{"Ordinary", 6, 3},
                                           Centre{"July", 4, 3}),
                         [](const auto& p) { return std::string{p.param.name}; });

/// Others take a number of places that is drawn every day; a part of one is a whole one on so large a
/// part of the days. One appointment a day, which is lost where they have all.
TEST(HealthCentre, OthersTakePlacesByTheDay) {
  struct Day {
    const char* what;
    int places;
    scenarios::DistributionSpec visits;
    double lost, taken;
  };
  auto uniform = cases::uniform_days(0, 96);
  const std::vector<Day> days{
      {"half a place, one offered", 1, cases::fixed(24, always), 0.5, 0.5},
      // P(both) is the mean of what exceeds one: the integral of (u - 1)/2 over (1, 2).
      {"none to two places, two offered", 2, uniform, 0.25, 1.0},
      {"two places, one offered", 1, cases::fixed(96, always), 1, 1}};
  for (const auto& day : days) {
    const theory::Claim claim{theory::Group::HealthCentres,
                              fmt::format("others by the day: {}", day.what)};
    cases::Builder b;
    b.exit("home").horizon(0, 400);
    auto& centre = b.setting("centre", day.places, cases::fixed_days(0), {{"home", 1}});
    centre.when_full.policy = scenarios::WhenFull::Policy::Lost;
    centre.background = {day.visits, 30, {1, {}}};
    b.appointments("visits", {10}, "centre");
    const auto r =
        theory::sample(b.scenario(), {theory::lost_share("centre"), theory::occupied("centre")});
    EXPECT_TRUE(claim.agrees("share that finds it full", r[0], day.lost));
    EXPECT_TRUE(claim.agrees("places that others take", r[1], day.taken));
  }
}

class Threshold : public ::testing::TestWithParam<double> {};  // crossings of it per day

/// Persons with recurring needs go to the health centre, or are visited at home when they no longer
/// get over the threshold; the rates at which they come to need and to lose home care are swept.
TEST_P(Threshold, MovesVisitsAndMakesNone) {
  const double crosses = GetParam();
  constexpr int persons = 100;
  constexpr double returns = 0.05, asks = 0.5, visit = 0.05;
  const theory::Claim claim{
      theory::Group::HealthCentres,
      fmt::format("100 persons, {} a day of each cross the threshold, {} come back", crosses,
                  returns)};
  cases::Builder b;
  b.exit("nowhere").horizon(200, 1500);
  const auto party = [&](const char* lives, const char* treated, const char* other, double rate) {
    auto& home = b.setting(lives, cases::unlimited, cases::exponential_days(1), {{"nowhere", 1}});
    home.residence = true;
    home.stay.clear();
    home.routes.clear();
    home.hazards.push_back({{}, {}, treated, asks});
    home.hazards.push_back({{}, {}, other, rate});
    b.setting(treated, cases::unlimited, cases::exponential_days(visit), {{"residence", 1}});
  };
  party("at_the_centre", "centre", "home_care", crosses);
  party("home_care", "home_visit", "at_the_centre", returns);
  b.census("at_the_centre", persons);
  const double all = persons * asks / (1 + asks * visit);
  const double centre = all * returns / (crosses + returns);
  const auto at_centre = theory::entries_per_day("centre");
  const auto at_home = theory::entries_per_day("home_visit");
  const auto r = theory::sample(
      b.scenario(),
      {at_centre, at_home, [&](const theory::Simulation& s) { return at_centre(s) + at_home(s); }});
  EXPECT_TRUE(claim.agrees("visits a day at the health centre", r[0], centre));
  EXPECT_TRUE(claim.agrees("visits a day at home", r[1], all - centre));
  EXPECT_TRUE(claim.agrees("visits a day of both", r[2], all));
}

INSTANTIATE_TEST_SUITE_P(Swept, Threshold, ::testing::Values(0.01, 0.05, 0.25));

}  // namespace health_centre_test
