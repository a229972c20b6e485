// SPDX-License-Identifier: Apache-2.0
// A stay that runs against competing risks, and patients who change during it.
#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/theory.hpp"

namespace hazards_test {

constexpr double per_year(double per_day) { return per_day * 365; }

/// The stay ends first with probability E[exp(-h X)], the Laplace transform of its length; each
/// risk has its share of the rest, and the time in place is (1 - E[exp(-h X)]) / h.
struct Case {
  const char* name;
  scenarios::DistributionSpec stay;  ///< mean 10 days
  double transform;                  ///< E[exp(-0.12 X)]
};

class CompetingRisks : public ::testing::TestWithParam<Case> {};

TEST_P(CompetingRisks, ShareTheStay) {
  const auto& c = GetParam();
  const theory::Claim claim{theory::Group::Risks,
                            fmt::format("{} stay of 10 days, two risks", theory::in_words(c.name))};
  constexpr double fall = 0.08, death = 0.04, h = fall + death;
  cases::Builder b;
  b.exit("home").exit("emergency").death("death").horizon(100, 600);
  auto& ward = b.setting("ward", cases::unlimited, c.stay, {{"home", 1}});
  ward.hazards.push_back({{}, per_year(fall), "emergency"});
  ward.hazards.push_back({{}, per_year(death), "death"});
  b.arrival("patients", 3, "ward");
  const std::vector<std::string> ways{"home", "emergency", "death"};
  const auto r = theory::sample(
      b.scenario(), {theory::exit_share("home", ways), theory::exit_share("emergency", ways),
                     theory::exit_share("death", ways), theory::present("ward"),
                     theory::entries_per_day("death")});
  const double risk = 1 - c.transform;
  EXPECT_TRUE(claim.agrees("share that stays to the end", r[0], c.transform));
  EXPECT_TRUE(claim.agrees("share with the first event", r[1], risk * fall / h));
  EXPECT_TRUE(claim.agrees("share with the second event", r[2], risk * death / h));
  EXPECT_TRUE(claim.agrees("number present", r[3], 3 * risk / h));
  EXPECT_TRUE(claim.agrees("second event per day", r[4], 3 * risk * death / h));
}

INSTANTIATE_TEST_SUITE_P(
    Stays, CompetingRisks,
    ::testing::Values(Case{"Fixed", cases::fixed_days(10), std::exp(-1.2)},
                      Case{"Exponential", cases::exponential_days(10), 1 / 2.2},
                      // shape 4, scale 2.5
                      Case{"Gamma", cases::gamma_days(10, 0.5), std::pow(1 + 0.12 * 2.5, -4)},
                      Case{"Uniform", cases::uniform_days(4, 16),
                           (std::exp(-0.48) - std::exp(-1.92)) / (0.12 * 12)}),
    [](const auto& p) { return std::string{p.param.name}; });

/// Two-state chain while present: well <-> frail, an exponential stay.
TEST(Changes, OccupancyOfATwoStateChain) {
  const theory::Claim claim{theory::Group::Risks, "well and frail by turns"};
  constexpr double to_frail = 0.2, to_well = 0.1, leave = 0.05, arrive = 2;
  cases::Builder b;
  b.attribute("class", {"well", "frail"}).exit("home").horizon(150, 500);
  auto& place =
      b.setting("home_care", cases::unlimited, cases::exponential_days(1 / leave), {{"home", 1}});
  place.changes.push_back(
      {cases::when("class", {"well"}), per_year(to_frail), cases::set("class", "frail")});
  place.changes.push_back(
      {cases::when("class", {"frail"}), per_year(to_well), cases::set("class", "well")});
  b.arrival("patients", arrive, "home_care");
  const auto r = theory::sample(
      b.scenario(), {theory::present_of("home_care", 0), theory::present_of("home_care", 1)});
  // Balance: arrive + N1 to_well = N0 (to_frail + leave), N0 to_frail = N1 (to_well + leave).
  const double ratio = to_frail / (to_well + leave);
  const double well = arrive / (to_frail + leave - ratio * to_well);
  EXPECT_TRUE(claim.agrees("present, well", r[0], well));
  EXPECT_TRUE(claim.agrees("present, frail", r[1], well * ratio));
}

/// A risk that grows when the patient changes, during a stay whose length was fixed on entry.
TEST(Changes, RiskFollowsTheAttribute) {
  const theory::Claim claim{theory::Group::Risks, "a risk that begins when one becomes frail"};
  constexpr double change = 0.1, risk = 0.3, stay = 8, arrive = 4;
  cases::Builder b;
  b.attribute("class", {"well", "frail"}).exit("home").exit("emergency").horizon(50, 500);
  auto& place = b.setting("home_care", cases::unlimited, cases::fixed_days(stay), {{"home", 1}});
  place.changes.push_back(
      {cases::when("class", {"well"}), per_year(change), cases::set("class", "frail")});
  place.hazards.push_back({cases::when("class", {"frail"}), per_year(risk), "emergency"});
  b.arrival("patients", arrive, "home_care");
  const auto r = theory::sample(
      b.scenario(), {theory::exit_share("home", {"home", "emergency"}),
                     theory::present_of("home_care", 0), theory::present_of("home_care", 1)});
  const double stays_well = std::exp(-change * stay);
  const double frail_to_the_end =
      change * (std::exp(-risk * stay) - std::exp(-change * stay)) / (change - risk);
  EXPECT_TRUE(claim.agrees("share that stays to the end", r[0], stays_well + frail_to_the_end));
  const double well = (1 - stays_well) / change;
  const double frail = (1 - stays_well - frail_to_the_end) / risk;
  EXPECT_TRUE(claim.agrees("present, well", r[1], arrive * well));
  EXPECT_TRUE(claim.agrees("present, frail", r[2], arrive * frail));
}

/// A5: who waits for a place that is not there is as much at risk as in care, and changes as fast:
/// in the end everybody dies, and so many are present as live for so long.
TEST(Risks, A5GoOnWhileOneWaits) {
  const theory::Claim claim{theory::Group::Risks, "waiting in vain after a fixed stay of 6 days"};
  constexpr double change = 0.06, well = 0.02, frail = 0.1, stay = 6, arrive = 4;
  cases::Builder b;
  b.attribute("class", {"well", "frail"}).exit("home").death("death").horizon(200, 800);
  auto& ward = b.setting("ward", cases::unlimited, cases::fixed_days(stay), {{"unit", 1}});
  ward.changes.push_back(
      {cases::when("class", {"well"}), per_year(change), cases::set("class", "frail")});
  ward.hazards.push_back({cases::when("class", {"well"}), per_year(well), "death"});
  ward.hazards.push_back({cases::when("class", {"frail"}), per_year(frail), "death"});
  b.setting("unit", 1, cases::fixed_days(1), {{"home", 1}}).capacity = cases::places(0);
  b.arrival("patients", arrive, "ward");
  const auto r =
      theory::sample(b.scenario(), {theory::present_of("ward", 0), theory::present_of("ward", 1),
                                    theory::ready("ward"), theory::queued("unit"),
                                    theory::entries_per_day("death")});
  const double out = change + well;
  const double still_well = std::exp(-out * stay);
  const double turned_frail = change * (std::exp(-frail * stay) - still_well) / (out - frail);
  const double ready = arrive * (still_well / out * (1 + change / frail) + turned_frail / frail);
  EXPECT_TRUE(claim.agrees("present, well", r[0], arrive / out));
  EXPECT_TRUE(claim.agrees("present, frail", r[1], arrive * change / out / frail));
  EXPECT_TRUE(claim.agrees("ready", r[2], ready));
  EXPECT_TRUE(claim.agrees("number in queue", r[3], ready));
  EXPECT_TRUE(claim.agrees("deaths per day", r[4], arrive));
}

/// The values of arrivals, and new ones at moves by where one comes from.
TEST(Changes, AtArrivalAndAtMoves) {
  const theory::Claim claim{theory::Group::Risks, "class drawn at arrival and at a move"};
  cases::Builder b;
  b.attribute("class", {"a", "b", "c"}).exit("home").horizon(40, 600);
  b.setting("ward", cases::unlimited, cases::fixed_days(2), {{"unit", 1}});
  auto& unit = b.setting("unit", cases::unlimited, cases::fixed_days(3), {{"home", 1}});
  unit.on_enter.push_back(
      {cases::when("class", {"a"}), {"ward"}, cases::set("class", {{"b", 0.25}, {"c", 0.75}})});
  unit.on_enter.push_back({{}, {"arrival"}, cases::set("class", "c")});
  b.arrival("to the ward", 5, "ward").attributes = cases::set("class", {{"a", 0.6}, {"b", 0.4}});
  b.arrival("to the unit", 2, "unit");
  const auto r =
      theory::sample(b.scenario(), {theory::present_of("ward", 0), theory::present_of("ward", 1),
                                    theory::present_of("unit", 0), theory::present_of("unit", 1),
                                    theory::present_of("unit", 2)});
  EXPECT_TRUE(claim.agrees("ward, class a", r[0], 5 * 2 * 0.6));
  EXPECT_TRUE(claim.agrees("ward, class b", r[1], 5 * 2 * 0.4));
  EXPECT_TRUE(claim.agrees("unit, class a", r[2], 0));
  EXPECT_TRUE(claim.agrees("unit, class b", r[3], 5 * 3 * (0.4 + 0.6 * 0.25)));
  EXPECT_TRUE(claim.agrees("unit, class c", r[4], 3 * (5 * 0.6 * 0.75 + 2)));
}

/// A1: the seventeenth row of on_enter drew what the first draws at the next step, so that two even
/// chances at two settings always agreed.
TEST(Changes, A1RowsDrawApart) {
  const theory::Claim claim{theory::Group::Risks, "two even chances, 16 rows and one step apart"};
  cases::Builder b;
  b.attribute("first", {"a", "b"}).attribute("then", {"a", "b"}).exit("home").horizon(20, 2000);
  auto& ward = b.setting("ward", cases::unlimited, cases::fixed_days(1), {{"unit", 1}});
  for (int row = 0; row < 16; ++row) ward.on_enter.push_back({{}, {}, cases::set("then", "a")});
  ward.on_enter.push_back({{}, {}, cases::set("first", {{"a", 0.5}, {"b", 0.5}})});
  auto& unit = b.setting("unit", cases::unlimited, cases::fixed_days(1), {{"home", 1}});
  unit.on_enter.push_back({{}, {}, cases::set("then", {{"a", 0.5}, {"b", 0.5}})});
  b.arrival("patients", 8, "ward");
  const auto r =
      theory::sample(b.scenario(), {theory::present_of("unit", 0), theory::present_of("unit", 1),
                                    theory::present_of("unit", 2), theory::present_of("unit", 3)});
  for (std::size_t pair = 0; pair < r.size(); ++pair) {
    EXPECT_TRUE(claim.agrees(fmt::format("present of pair {}", pair + 1), r[pair], 2));
  }
}

/// Stays and routes by class, and stays by next destination; the first row that fits counts.
TEST(Stays, ByClassAndNextDestination) {
  const theory::Claim claim{theory::Group::Risks, "stays and routes by class and destination"};
  cases::Builder b;
  b.attribute("class", {"young", "old"}).exit("home").exit("elsewhere").horizon(100, 600);
  auto& ward = b.setting("ward", cases::unlimited, cases::fixed_days(1), {});
  ward.stay.clear();
  ward.routes.clear();
  ward.stay.push_back({cases::when("class", {"old"}), {"elsewhere"}, cases::fixed_days(20)});
  ward.stay.push_back({{}, {"elsewhere"}, cases::fixed_days(6)});
  ward.stay.push_back({cases::when("class", {"old"}), {}, cases::gamma_days(5, 1.2)});
  ward.stay.push_back({{}, {}, cases::fixed_days(2)});
  ward.routes.push_back({cases::when("class", {"old"}), {{"home", 0.7}, {"elsewhere", 0.3}}});
  ward.routes.push_back({{}, {{"home", 0.9}, {"elsewhere", 0.1}}});
  b.arrival("patients", 6, "ward").attributes = cases::set("class", {{"young", 0.5}, {"old", 0.5}});
  const auto r =
      theory::sample(b.scenario(), {theory::present_of("ward", 0), theory::present_of("ward", 1),
                                    theory::entries_per_day("elsewhere"),
                                    theory::exit_share("home", {"home", "elsewhere"})});
  EXPECT_TRUE(claim.agrees("present, young", r[0], 3 * (0.9 * 2 + 0.1 * 6)));
  EXPECT_TRUE(claim.agrees("present, old", r[1], 3 * (0.7 * 5 + 0.3 * 20)));
  EXPECT_TRUE(claim.agrees("to elsewhere per day", r[2], 3 * 0.4));
  EXPECT_TRUE(claim.agrees("share home", r[3], 0.8));
}

/// A setting that one leaves by risks alone: no stay and no route is given.
TEST(Stays, NoneButRisks) {
  const theory::Claim claim{theory::Group::Risks, "no stay, left by risks alone"};
  cases::Builder b;
  b.exit("home").death("death").horizon(200, 500);
  b.setting("ward", cases::unlimited, cases::fixed_days(3), {{"home_care", 0.5}, {"home", 0.5}});
  auto& care = b.setting("home_care", cases::unlimited, cases::fixed_days(1), {});
  care.stay.clear();
  care.routes.clear();
  care.hazards.push_back({{}, per_year(0.03), "death"});
  care.hazards.push_back({{}, per_year(0.01), "ward"});
  b.arrival("patients", 2, "ward");
  // Rates: ward = 2 + q care, care = ward / 2, where q = 0.25 return.
  const double ward = 2 / (1 - 0.5 * 0.25), entries = ward / 2;
  const auto r =
      theory::sample(b.scenario(), {theory::present("home_care"), theory::entries_per_day("death"),
                                    theory::entries_per_day("ward")});
  EXPECT_TRUE(claim.agrees("present in home care", r[0], entries / 0.04));
  EXPECT_TRUE(claim.agrees("deaths per day", r[1], entries * 0.75));
  EXPECT_TRUE(claim.agrees("entries to the ward per day", r[2], ward));
}

}  // namespace hazards_test
