// SPDX-License-Identifier: Apache-2.0
// Rules of responsibility in a run: what they may move and what they may not, how fast a new
// agreement takes over, what disputes and refusals cost.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "scenarios/rule_reader.hpp"
#include "tests/models/staffing_case.hpp"
#include "tests/theory/ladder.hpp"
#include "tests/theory/reported.hpp"
#include "tests/theory/theory.hpp"

namespace responsibility_test {

using namespace staffing_case;
using theory::Claim;
using theory::Group;

/// A rule set of one or two rules: those who meet `when` are the municipality's, others the
/// region's.
scenarios::RuleSet rules(const std::string& when, const std::string& more = "") {
  const auto rule = [](const std::string& condition, const char* party, const char* performer,
                       const std::string& extra) {
    return fmt::format(
        R"({{"when": {}, "responsible": "{}", "performer": "{}", "reason": "r", "source": "D30"{}}})",
        condition, party, performer, extra);
  };
  const auto text = fmt::format(
      R"({{"title": "T", "systems": {{"id": "A44", "name": "T"}}, "constraints": {{"law": {{"label": "l", "when": {{"competence": "physician"}},
          "responsible": "region", "source": "D82"}}}},
          "rules": {{"first": {}, "rest": {}}}}})",
      rule(when, "municipality", "municipality", more), rule("{}", "region", "health_centre", ""));
  auto loaded = scenarios::load_rules_text(text, "rules.json");
  for (const auto& issue : loaded.errors) ADD_FAILURE() << issue.text();
  return *std::move(loaded.rules);
}

/// As many nurses as anybody can need, ten minutes away like the health centre.
scenarios::Care plenty_of_care() {
  auto care = care_with(reliable_role(), team_of(400, 300, {"day", "evening", "night"}));
  care.tasks.emplace_back("visit", visits(3.5, lognormal_minutes(30, 0.6)));
  auto& responsibility = care.responsibility.emplace();
  responsibility.agreements.emplace_back();
  scenarios::Provider centre;
  centre.travel_minutes = 10;
  responsibility.providers.emplace_back("health_centre", centre);
  return care;
}

scenarios::CaseFact fact(scenarios::Condition when, scenarios::Assignment set) {
  return {std::move(when), {}, std::move(set)};
}

care::Results run(const scenarios::Scenario& scenario, const std::vector<scenarios::RuleSet>& sets,
                  std::uint32_t replications = 40) {
  const care::Model model{scenario, sets};
  for (const auto& issue : model.issues()) ADD_FAILURE() << issue.text();
  return care::run_experiment(model, {.seed = 11, .replications = replications, .threads = 1}, {});
}

const std::vector<double>& column(const care::Results& results, std::string_view id) {
  static const std::vector<double> none;
  const auto found = std::ranges::find(results.replications, id, &care::ReplicationColumn::id);
  return found == results.replications.end() ? none : found->values;
}

double value(const care::Results& results, std::string_view id, std::size_t replication) {
  const auto& values = column(results, id);
  return values.empty() ? 0 : values[replication];
}

// ---------------------------------------------------------------- bookkeeping

/// Four states of function, and a threshold between any two: people at home, at times in hospital.
scenarios::Scenario four_states() {
  cases::Builder b;
  b.attribute("municipality", {"west"})
      .attribute("function", {"well", "unsteady", "frail", "bedridden"})
      .exit("gone")
      .horizon(50, 364);
  b.scenario().horizon.start = monday();
  auto& home = b.setting("home", cases::unlimited, cases::exponential_days(200), {{"gone", 1}});
  home.residence = true;
  home.hazards.push_back({{}, 3, "hospital"});
  const std::vector<std::string> states{"well", "unsteady", "frail", "bedridden"};
  for (std::size_t s = 0; s + 1 < states.size(); ++s) {
    home.changes.push_back(
        {cases::when("function", {states[s]}), 4, cases::set("function", states[s + 1])});
  }
  b.setting("hospital", 3, cases::gamma_days(6, 0.8), {{"residence", 1}});
  b.arrival("people", 0.4, "home");
  auto scenario = b.scenario();
  scenario.care = plenty_of_care();
  const std::vector<std::string> decisions{"none", "household", "personal_care", "assistance"};
  for (std::size_t s = 0; s < states.size(); ++s) {
    scenario.care->responsibility->facts.push_back(
        fact(cases::when("function", {states[s]}), cases::set("decision", decisions[s])));
  }
  return scenario;
}

TEST(Threshold, MovesWorkBetweenPartiesAndNothingElse) {
  const auto scenario = four_states();
  const std::vector<std::string> thresholds{
      R"({"decision": "assistance"})", R"({"decision": ["personal_care", "assistance"]})",
      R"({"decision": ["household", "personal_care", "assistance"]})", R"({"setting": "home"})"};
  const auto first = run(scenario, {rules(R"({"setting": "hospital"})")}, 5);
  const auto total = [](const care::Results& r, std::size_t k) {
    return value(r, "given.nurse.west", k) + value(r, "given.nurse.health_centre", k);
  };
  double municipal_before = 0;
  const Claim claim{Group::Responsibility, "a threshold between four states of function"};
  for (const auto& threshold : thresholds) {
    const auto moved = run(scenario, {rules(threshold)}, 5);
    double municipal = 0;
    for (std::size_t k = 0; k < 5; ++k) {
      EXPECT_NEAR(total(moved, k) / total(first, k), 1, 1e-12) << threshold;
      municipal += value(moved, "given.nurse.west", k);
    }
    EXPECT_TRUE(claim.equals("hours of both parties together, replication 1, hours",
                             total(moved, 0), total(first, 0)));
    EXPECT_GT(municipal, municipal_before) << threshold;
    municipal_before = municipal;
    for (const auto& metric : first.metrics) {
      if (metric.key.group != "flow" && metric.key.group != "move") continue;
      EXPECT_TRUE(std::ranges::equal(
          column(moved, metric.key.id), column(first, metric.key.id),
          [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }))
          << metric.key.id;
    }
  }
  EXPECT_TRUE(claim.equals("hospital bed-days, replication 1, days",
                           value(run(scenario, {rules(thresholds[1])}, 1), "bed_days.hospital", 0),
                           value(first, "bed_days.hospital", 0)));
}

// ---------------------------------------------------------------- staff that follows the work

double kronor(const care::Results& results, std::string_view principal) {
  double sum = 0;
  for (const auto& row : results.ledger) {
    if (row.principal == principal) sum += row.kronor.mean;
  }
  return sum;
}

/// The region takes over care at home. With its staff the work is done by the same people, at the
/// same times, as the municipality's would have done it, and the region pays what the municipality
/// would have paid.
TEST(StaffFollowsWork, SoThatOnlyThePayerChanges) {
  auto scenario = four_states();
  scenario.care->roles.front().second.cost_per_hour = 450;
  scenario.care->municipalities.front().second.teams.front().second = team_of(3, 1);  // too few
  const auto municipal = run(scenario, {rules(R"({"setting": "home"})")}, 3);
  scenario.care->pools.emplace_back("moved",
                                    scenarios::Pool{{}, {"west"}, {}, {"health_centre"}, "region"});
  const auto regional = run(scenario, {rules(R"({"setting": "hospital"})")}, 3);
  EXPECT_GT(value(municipal, "missed_other.nurse.west", 0), 0);
  const Claim claim{Group::Responsibility, "staff that follows the work to the region"};
  for (const auto* const id : {"given.nurse.west", "missed_other.nurse.west", "load.nurse.west"}) {
    EXPECT_TRUE(claim.equals(fmt::format("{}, replication 1", id), value(regional, id, 0),
                             value(municipal, id, 0)));
    EXPECT_EQ(column(regional, id), column(municipal, id)) << id;
  }
  EXPECT_EQ(value(regional, "given.nurse.health_centre", 0), 0);
  EXPECT_GT(kronor(municipal, "west"), 0);
  EXPECT_EQ(kronor(municipal, "region"), 0);
  EXPECT_EQ(kronor(regional, "west"), 0);
  EXPECT_TRUE(claim.equals("cost, kronor", kronor(regional, "region"), kronor(municipal, "west")));
}

// ---------------------------------------------------------------- change of agreement

/// Home as M/G/inf in balance, exponential stays of 60 days; the agreement changes on day 84.
scenarios::Scenario changing(scenarios::Agreement::Present present) {
  cases::Builder b;
  b.attribute("municipality", {"west"}).exit("gone").horizon(0, 364);
  b.scenario().horizon.start = monday();
  auto& home = b.setting("home", cases::unlimited, cases::exponential_days(60), {{"gone", 1}});
  home.residence = true;
  b.arrival("people", 2, "home");
  b.census("home", 120);
  auto scenario = b.scenario();
  scenario.care = plenty_of_care();
  auto& next = scenario.care->responsibility->agreements.emplace_back();
  next.from = monday() + std::chrono::days{84};
  next.present = present;
  return scenario;
}

/// Mean over the weeks of day 84 + 7 k, of what the municipality has left.
std::vector<double> left_by_week(const care::Results& r) {
  const auto found = std::ranges::find(r.weekly, "answered.municipality.west",
                                       [](const auto& s) -> std::string_view { return s.key.id; });
  std::vector<double> weeks;
  if (found == r.weekly.end()) return weeks;
  for (std::size_t w = 12; w < found->points.size(); ++w) weeks.push_back(found->points[w].mean);
  return weeks;
}

TEST(Agreement, GrandfatheringApproachesExponentially) {
  const auto before = rules(R"({"setting": "home"})");
  const auto after = rules(R"({"setting": "hospital"})");
  const auto kept = run(changing(scenarios::Agreement::Present::Keep), {before, after});
  const auto moved = run(changing(scenarios::Agreement::Present::Move), {before, after});
  const auto weeks = left_by_week(kept);
  ASSERT_GT(weeks.size(), 12U);
  // Those left after t days are Poisson with mean 120 exp(-t / 60): the mean of a week, and its
  // standard error over 40 replications, of which consecutive days are copies at worst.
  const Claim claim{Group::Responsibility, "grandfathering, stays of 60 days"};
  for (const std::size_t week : {0U, 2U, 4U, 8U}) {
    const double from = 7.0 * static_cast<double>(week);
    const double truth = 120 * 60 / 7.0 * (std::exp(-from / 60) - std::exp(-(from + 7) / 60));
    const auto sd = std::sqrt(truth);
    const sim::Estimate estimate{weeks[week], sd, sd / std::sqrt(40.0), 40};
    EXPECT_TRUE(claim.agrees(fmt::format("left with the municipality in week {}, persons", week),
                             estimate, truth, 0.2));
  }
  for (const double left : left_by_week(moved)) EXPECT_EQ(left, 0);
}

// ---------------------------------------------------------------- disputes

TEST(Dispute, KeepsReadyPatientsInHospital) {
  cases::Builder b;
  b.attribute("municipality", {"west"}).exit("gone").horizon(300, 1820);
  b.scenario().horizon.start = monday();
  b.setting("hospital", cases::unlimited, cases::exponential_days(5), {{"home", 1}});
  auto& home = b.setting("home", cases::unlimited, cases::exponential_days(30), {{"gone", 1}});
  home.residence = true;
  b.arrival("people", 4, "hospital");
  auto scenario = b.scenario();
  scenario.care = plenty_of_care();
  scenario.care->discharge.settings = {"hospital"};
  scenario.care->responsibility->facts.push_back(
      fact({}, cases::set("task", {{"medication", 0.75}, {"tpn", 0.25}})));
  const auto disputed = rules(R"({"task": "tpn"})",
                              R"(, "dispute": {"region": "municipality", "municipality": "region",
          "negotiation_days": {"value": 6, "grade": "assumption", "range": [1, 9]},
          "region_prevails": {"value": 0.3, "grade": "assumption", "range": [0, 1]}})");
  for (const double factor : {1.0, 0.5, 0.0}) {
    scenario.care->responsibility->negotiation = factor;
    const auto r = run(scenario, {disputed}, 30);
    const Claim claim{Group::Responsibility,
                      fmt::format("a quarter disputed, {} days of negotiation", 6 * factor)};
    // Little: 4 a day, a quarter of them, for so many days.
    if (factor > 0) {
      EXPECT_TRUE(theory::reports(claim, r, "ready.hospital", 4 * 0.25 * 6 * factor));
    } else {
      EXPECT_EQ(value(r, "ready.hospital", 0), 0);
    }
    EXPECT_TRUE(theory::reports(claim, r, "disputes.west", 4 * 0.25 * 1820));
    // Of 120 at home a quarter, of whom the region's reading gives three in ten to the
    // municipality.
    EXPECT_TRUE(theory::reports(claim, r, "answered.municipality.west", 120 * 0.25 * 0.3));
  }
}

// ---------------------------------------------------------------- who gives a visit

/// Forty people at home in balance.
scenarios::Scenario forty() {
  cases::Builder b;
  b.attribute("municipality", {"west"}).exit("gone").horizon(0, 364);
  b.scenario().horizon.start = monday();
  b.setting("home", cases::unlimited, cases::exponential_days(100), {{"gone", 1}});
  b.arrival("people", 0.4, "home");
  b.census("home", 40);
  auto scenario = b.scenario();
  scenario.care = plenty_of_care();
  return scenario;
}

/// Hours of forty people in a year at 3.5 visits a week of 30 minutes and 10 of travel.
constexpr double forty_hours = 40 * 3.5 * 52 * 40 / 60;

TEST(Performer, FollowsTheShift) {
  auto scenario = forty();
  scenario.care->tasks[0].second.shifts = {{"day", 0.6}, {"evening", 0.3}, {"night", 0.1}};
  const auto r = run(scenario, {rules(R"({"shift": "day"})")});
  const Claim claim{Group::Responsibility, "evenings and nights are the region's, 40 % of visits"};
  EXPECT_TRUE(theory::reports(claim, r, "given.nurse.west", 0.6 * forty_hours));
  EXPECT_TRUE(theory::reports(claim, r, "given.nurse.health_centre", 0.4 * forty_hours));
  EXPECT_TRUE(theory::reports(claim, r, "answered_hours.region.nurse.west", 0.4 * forty_hours));
}

TEST(Performer, IsNobodyOfASelfCareVisit) {
  auto scenario = forty();
  scenario.care->responsibility->facts.push_back(
      fact({}, cases::set("self_care", {{"no", 0.8}, {"yes", 0.2}})));
  auto set = rules(R"({"self_care": "yes"})");
  set.rules[0].second.responsible = {scenarios::Party::Person};
  set.rules[0].second.performer = {scenarios::Performer::Person};
  const auto r = run(scenario, {set});
  const Claim claim{Group::Responsibility, "a fifth assessed as self-care"};
  EXPECT_TRUE(theory::reports(claim, r, "self_care_visits.west", 0.2 * 40 * 3.5 * 52));
  EXPECT_TRUE(theory::reports(claim, r, "given.nurse.health_centre", 0.8 * forty_hours));
  EXPECT_TRUE(theory::reports(claim, r, "answered.person.west", 0.2 * 40));
}

TEST(Performer, DoesNotTravelToAClinic) {
  auto scenario = forty();
  scenario.care->responsibility->facts.push_back(
      fact({}, cases::set("setting", {{"home", 0.75}, {"clinic", 0.25}})));
  const auto r = run(scenario, {rules(R"({"setting": "home"})")});
  const Claim claim{Group::Responsibility, "a quarter of visits at the clinic, without travel"};
  EXPECT_TRUE(theory::reports(claim, r, "given.nurse.west", 0.75 * forty_hours));
  EXPECT_TRUE(theory::reports(claim, r, "given.nurse.health_centre", 0.25 * forty_hours * 30 / 40));
}

TEST(Performer, TakesTurnsWhereTwoShare) {
  auto set = rules(R"({"setting": "home"})");
  set.rules[0].second.responsible = {scenarios::Party::Region, scenarios::Party::Municipality};
  set.rules[0].second.performer = {scenarios::Performer::Municipality,
                                   scenarios::Performer::HealthCentre};
  const auto r = run(forty(), {set});
  const Claim claim{Group::Responsibility, "two performers in turn"};
  EXPECT_TRUE(theory::reports(claim, r, "given.nurse.west", 0.5 * forty_hours));
  EXPECT_TRUE(theory::reports(claim, r, "answered_hours.both.nurse.west", forty_hours));
}

TEST(Classification, MisjudgesItsShare) {
  auto scenario = forty();
  auto& responsibility = *scenario.care->responsibility;
  responsibility.facts.push_back(
      fact({}, cases::set("palliative", {{"general", 0.5}, {"specialised", 0.5}})));
  // Specialised is the last value, its only neighbour unclear; general has no and unclear.
  responsibility.misjudged = {{"palliative", 0.3}};
  const auto r = run(scenario, {rules(R"({"palliative": ["general", "unclear"]})")});
  const Claim claim{Group::Responsibility, "30 % of palliative phases misjudged by one step"};
  const double municipal = 0.5 * (0.7 + 0.3 * 0.5) + 0.5 * 0.3;
  EXPECT_TRUE(theory::reports(claim, r, "answered.municipality.west", 40 * municipal));
}

// ---------------------------------------------------------------- refusals

/// People ask for home care, are refused in practice, live unserved, and ask again: three times at
/// most. In hospital they are when the hazard strikes, at home or unserved.
scenarios::Scenario refusals(double refused, double again, double extra_hazard) {
  cases::Builder b;
  b.attribute("municipality", {"west"})
      .attribute("asked", {"0", "1", "2", "3"})
      .exit("gone")
      .exit("gave_up")
      .horizon(200, 1820);
  b.scenario().horizon.start = monday();
  auto& home = b.setting("home", cases::unlimited, cases::exponential_days(80), {{"gone", 1}});
  home.residence = true;
  home.hazards.push_back({{}, 2, "hospital"});
  auto& unserved = b.setting("unserved", cases::unlimited, cases::exponential_days(20),
                             {{"home", again}, {"gave_up", 1 - again}});
  unserved.residence = true;
  unserved.hazards.push_back({{}, 2 * extra_hazard, "hospital"});
  unserved.routes.insert(unserved.routes.begin(), {cases::when("asked", {"3"}), {{"gave_up", 1}}});
  for (const char* times : {"2", "1", "0"}) {
    unserved.on_enter.push_back({cases::when("asked", {times}),
                                 {"arrival", "home", "unserved"},
                                 cases::set("asked", std::to_string(times[0] - '0' + 1))});
  }
  b.setting("hospital", cases::unlimited, cases::exponential_days(4), {{"residence", 1}});
  b.arrival("people", 3, "home");
  auto scenario = b.scenario();
  scenario.care = plenty_of_care();
  scenario.care->responsibility->requests.push_back({{}, {"home"}, {}, refused, "unserved"});
  return scenario;
}

TEST(Refusal, LoopHasItsClosedForm) {
  constexpr double refused = 0.4, again = 0.5;
  const auto r = run(refusals(refused, again, 1.5), {rules(R"({"setting": "home"})")}, 30);
  const Claim claim{Group::Responsibility, "40 % refused, half ask again, at most twice more"};
  const double loop = refused * again;
  const double requests = 1 + loop + loop * loop;  // the third refusal is the last
  EXPECT_TRUE(theory::reports(claim, r, "requests.west", 3 * requests * 1820));
  EXPECT_TRUE(theory::reports(claim, r, "refused_in_practice.west", 3 * requests * refused * 1820));
  for (const auto& item : r.audit) {
    EXPECT_NE(item.verdict, care::AuditItem::Verdict::Violated) << item.id;
  }
}

TEST(Refusal, WithoutExtraHazardIsTheNullCase) {
  const auto set = rules(R"({"setting": "home"})");
  const auto person_days = [](const care::Results& r) {
    std::vector<double> rate;
    for (std::size_t k = 0; k < 30; ++k) {
      rate.push_back(365 * value(r, "entries.hospital", k) /
                     (value(r, "present.home", k) + value(r, "present.unserved", k)));
    }
    return rate;
  };
  const Claim null{Group::Responsibility, "refusals with the hazard of the served"};
  const auto without = person_days(run(refusals(0.4, 0.5, 1), {set}, 30));
  EXPECT_TRUE(null.agrees("admissions per person-year", without, 2));
  const Claim extra{Group::Responsibility, "refusals with three times the hazard"};
  const auto with = person_days(run(refusals(0.4, 0.5, 3), {set}, 30));
  EXPECT_TRUE(extra.differs("admissions per person-year are not those of the served", with, 2));
}

}  // namespace responsibility_test
