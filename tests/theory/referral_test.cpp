// SPDX-License-Identifier: Apache-2.0
// A chain of referrals: each stage takes its time, deals with the matter or passes it on, through
// doors that are open in the daytime, and some give up before they are answered.
#include <algorithm>
#include <cmath>
#include <map>
#include <ranges>
#include <vector>

#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace referral_test {

using scenarios::TimeUnit;

constexpr double asked_per_day = 40;
constexpr double nurse_hours = 3, nurse_passes = 0.35;
constexpr double centre_hours = 20, centre_passes = 0.3, gives_up_per_hour = 0.01;
constexpr double team_hours = 70;
constexpr double open_hours = 9, closed_hours = 24 - open_hours;  // from 8 to 17

scenarios::Calendar daytime() {
  scenarios::CalendarRule open;
  open.hours = {{8, 17}};
  open.value = 1;
  return {0, {open}};
}

/// The municipal nurse, the health centre and the mobile team of facts D50.
cases::Builder chain() {
  cases::Builder b;
  b.exit("answered").horizon(30, 1500);
  const auto takes = [](double hours) { return cases::exponential(hours, TimeUnit::Hours); };
  b.setting("nurse", cases::unlimited, takes(nurse_hours),
            {{"centre", nurse_passes}, {"answered", 1 - nurse_passes}});
  auto& centre = b.setting("centre", cases::unlimited, takes(centre_hours),
                           {{"team", centre_passes}, {"answered", 1 - centre_passes}});
  centre.hazards.push_back({{}, gives_up_per_hour * 24 * 365, "given_up"});
  b.setting("team", cases::unlimited, takes(team_hours), {{"answered", 1}});
  b.setting("given_up", cases::unlimited, cases::fixed(0, TimeUnit::Minutes), {{"answered", 1}});
  b.move("nurse", "centre").open = daytime();
  b.move("centre", "team").open = daytime();
  b.arrival("calls", asked_per_day, "nurse");
  return b;
}

/// Calls come at any hour, and so do questions to the centre: who asks while it is closed waits
/// half of the night on average.
constexpr double wait_for_centre = closed_hours * closed_hours / 2 / 24;

/// Those who ask the centre come in at once or, after a closed night, when it opens: a share
/// closed / 24 at 8, the others evenly until 17. What then lasts an exponential time with rate v
/// ends in one of the nights to come; summed over the nights it is a geometric series. Who waits for
/// the morning, w hours, may give up as before: he waits (1 - exp(-h w)) / h on average.
double wait_for_team() {
  constexpr double h = gives_up_per_hour, u = 1 / centre_hours, v = u + h;
  const double entry = closed_hours / 24 + (std::exp(open_hours * v) - 1) / (24 * v);
  const double ends = std::exp(-open_hours * v) - std::exp(-24 * v);
  const double stays = std::exp(-24 * h) * (std::exp(-open_hours * u) - std::exp(-24 * u)) / u;
  return entry * (ends - v * stays) / h / (1 - std::exp(-24 * v));
}

TEST(Referral, VolumesAndDelaysHaveTheirClosedForm) {
  const theory::Claim claim{theory::Group::Responsibility,
                            "referrals by way of the health centre to a team, open 8-17"};
  const auto b = chain();
  const double lasts = 1 / (1 / centre_hours + gives_up_per_hour);  // hours at the centre
  const double gives_up = gives_up_per_hour * lasts;
  const double to_centre = asked_per_day * nurse_passes;
  const double passed_on = to_centre * (1 - gives_up) * centre_passes;
  const double gives_up_waiting = gives_up_per_hour * wait_for_team();
  const auto r = theory::sample(
      b.scenario(), {theory::entries_per_day("centre"), theory::entries_per_day("given_up"),
                     theory::entries_per_day("team"), theory::ready("nurse"),
                     theory::ready("centre"), theory::present("nurse"), theory::present("centre")});
  EXPECT_TRUE(claim.agrees("passed to the centre per day", r[0], to_centre));
  EXPECT_TRUE(
      claim.agrees("give up per day", r[1], to_centre * gives_up + passed_on * gives_up_waiting));
  EXPECT_TRUE(claim.agrees("passed to the team per day", r[2], passed_on * (1 - gives_up_waiting)));
  // Little: rate x time.
  const double at_door = to_centre * wait_for_centre / 24;
  const double at_second = passed_on * wait_for_team() / 24;
  EXPECT_TRUE(claim.agrees("wait for the centre to open, persons", r[3], at_door));
  EXPECT_TRUE(claim.agrees("wait for the team to open, persons", r[4], at_second));
  EXPECT_TRUE(
      claim.agrees("with the nurse, persons", r[5], asked_per_day * nurse_hours / 24 + at_door));
  EXPECT_TRUE(claim.agrees("with the centre, persons", r[6], to_centre * lasts / 24 + at_second));
}

/// Negative control: with doors that are always open nobody waits at them.
TEST(Referral, DoorsMatter) {
  const theory::Claim claim{theory::Group::Responsibility,
                            "referrals by way of the health centre to a team, open 8-17"};
  const auto b = chain();
  const auto r = theory::sample(b.scenario(), {theory::present("nurse")});
  EXPECT_TRUE(claim.differs("with the nurse, persons, are not those without doors", r[0],
                            asked_per_day * nurse_hours / 24));
}

/// What each person goes through, in order.
TEST(Referral, IsToldStepByStep) {
  auto b = chain();
  b.horizon(0, 30);
  std::map<std::uint32_t, std::vector<flow::Place>> entered;
  for (const auto& step : theory::journey(b.scenario())) {
    if (step.what == flow::Note::Entered) entered[step.serial].push_back(step.place);
  }
  const auto passed_on = sim::ids<flow::Place>(3);  // nurse, centre, team
  EXPECT_TRUE(std::ranges::any_of(entered, [&](const auto& person) {
    return std::ranges::equal(person.second | std::views::take(3), passed_on);
  }));
}

}  // namespace referral_test
