// SPDX-License-Identifier: Apache-2.0
// The made-up region's staff, municipality by municipality, and who pays.

#include <algorithm>
#include <cmath>

#include "tests/viz/fixture_parts.hpp"

namespace viz_test::parts {
namespace {

using scenarios::Scenario;
using scenarios::Text;

struct Town {
  std::string id, name;
  double size;
  std::uint32_t risk[3];
};

const std::vector<Town>& towns() {
  static const std::vector<Town> list{
      {"storstad", "Storstad", 1190, {18, 6, 1}}, {"kungsvik", "Kungsvik", 990, {7, 3, 0}},
      {"varberga", "Varberga", 857, {46, 12, 5}}, {"falkenby", "Falkenby", 601, {66, 25, 9}},
      {"laxholm", "Laxholm", 342, {82, 31, 22}},  {"hyltinge", "Hyltinge", 121, {121, 58, 47}}};
  return list;
}

struct Trade {
  std::string id;
  Text label;
  double share;
};

const std::vector<Trade>& trades() {
  static const std::vector<Trade> list{
      {"nurse", {"Sjuksköterskor", "Nurses"}, 1},
      {"occupational_therapist", {"Arbetsterapeuter", "Occupational therapists"}, 0.32},
      {"physiotherapist", {"Fysioterapeuter", "Physiotherapists"}, 0.28}};
  return list;
}

/// Days hold and evenings do not.
void add_shift_results(care::Results& results, const Town& town, std::size_t role, double risk) {
  for (const char* shift : {"day", "evening"}) {
    const bool evening = std::string_view{shift} == "evening";
    const auto named = [&](const char* quantity, const char* unit_sv, const char* unit_en) {
      auto made = of_team(key("shift", quantity, {quantity, quantity}, {unit_sv, unit_en}, 1),
                          town.id, trades()[role].id);
      made.shift = shift;
      made.day_type = "weekdays";
      return made;
    };
    results.metrics.push_back(mean_estimate(named("due", "timmar", "hours"), 900, 20));
    results.metrics.push_back(mean_estimate(named("season_load", "%", "%"), evening ? 97 : 71, 4));
    results.metrics.push_back(
        mean_estimate(named("visits_each", "besök", "visits"), evening ? 7.1 : 5.2, 0.3));
    results.metrics.push_back(probability_estimate(
        named("any", "", ""), evening ? town.risk[role] : static_cast<unsigned>(20 * risk)));
  }
}

void add_team_results(care::Results& results, const Town& town, std::size_t role,
                      std::size_t seed) {
  const Trade& trade = trades()[role];
  const double due = town.size * 1.15 * trade.share;
  const auto metric = [&](const char* quantity, const char* sv, const char* en, const char* unit_sv,
                          const char* unit_en, double mean, double sd, int decimals) {
    results.metrics.push_back(mean_estimate(
        of_team(key("staff", quantity, {sv, en}, {unit_sv, unit_en}, decimals), town.id, trade.id),
        mean, sd));
  };
  const double risk = static_cast<double>(town.risk[role]) / 200;
  metric("load", "Belastning (behov/tillgänglig tid)", "Hours due of available", "%", "%",
         84 + 9 * risk, 1.2, 1);
  metric("visits_due", "Planerade besök", "Visits due", "besök", "visits", due * 52, due, 0);
  metric("visits_done", "Utförda besök", "Visits done", "besök", "visits",
         due * 52 * (1 - 0.01 * risk), due, 0);
  metric("missed_urgent", "Uteblivna besök som inte kan skjutas upp",
         "Missed visits that cannot wait", "besök", "visits", 14 * risk, 3 * risk, 1);
  metric("harmed", "Uteblivna besök som ledde till akutbesök",
         "Missed visits that led to emergency care", "personer", "persons", 0.4 * risk, 0.2, 2);
  metric("overtime", "Övertid", "Overtime", "timmar", "hours", due * 1.1, due * 0.1, 0);
  metric("agency", "Inhyrd personal", "Agency", "timmar", "hours", due * 2.3, due * 0.2, 0);
  const auto shortage = [&](const char* quantity, const char* unit_sv, const char* unit_en,
                            int decimals) {
    return of_team(key("shortage", quantity, {quantity, quantity}, {unit_sv, unit_en}, decimals),
                   town.id, trade.id);
  };
  results.metrics.push_back(probability_estimate(shortage("any", "", "", 3), town.risk[role]));
  results.metrics.push_back(
      mean_estimate(shortage("weeks", "veckor", "weeks", 2), 2.6 * risk, 1.1));
  results.metrics.push_back(
      mean_estimate(shortage("season_missed", "besök", "visits", 1), 9 * risk, 2));
  results.metrics.push_back(
      mean_estimate(shortage("tight_weeks", "veckor", "weeks", 2), 4 * risk, 1.3));
  add_shift_results(results, town, role, risk);
  results.metrics.push_back(mean_estimate(shortage("depth", "%", "%", 1), 11 * risk, 3));
  results.metrics.push_back(mean_estimate(shortage("first_week", "ISO-vecka", "ISO week", 1),
                                          28.4 + wobble(seed), 1.4, town.risk[role]));
  results.metrics.push_back(
      mean_estimate(shortage("recovery", "veckor", "weeks", 2), 1.2, 0.6, town.risk[role]));
  const auto series = [&](const char* group, const char* quantity, const std::vector<double>& means,
                          double sd) {
    results.weekly.push_back(
        {of_team(key(group, quantity, {quantity, quantity}, {"timmar", "hours"}, 0), town.id,
                 trade.id),
         weeks(means, sd)});
  };
  std::vector<double> need = year(due, 0.04, 0.02, seed);
  std::vector<double> time = year(due * (1.21 - 0.06 * risk), 0.18 + 0.06 * risk, 0.0, seed + 3);
  std::vector<double> chance;
  for (std::size_t i = 0; i < need.size(); ++i) {
    const double dip = std::exp(-std::pow((static_cast<double>(i) - 29.5) / 3.1, 2));
    chance.push_back(risk * 0.8 * dip * (1 + 0.2 * wobble(seed * 3 + i)));
  }
  for (std::vector<double>* values : {&need, &time}) {
    values->front() *= 5 / 7.0;
    values->back() *= 3 / 7.0;
  }
  const double noise = due * (0.02 + 0.3 / std::sqrt(town.size));
  series("staff", "due", need, noise);
  series("staff", "available", time, noise * 1.3);
  series("shortage", "event", chance, 0);
}

}  // namespace

void add_care_scenario(Scenario& scenario) {
  scenarios::Care care;
  for (const Trade& trade : trades()) {
    scenarios::Role role;
    role.label = trade.label;
    role.sickness = 0.07;
    care.roles.emplace_back(trade.id, role);
  }
  care.shifts.emplace_back("day", scenarios::Shift{.label = {"Dag", "Day"}});
  care.shifts.emplace_back("evening", scenarios::Shift{.label = {"Kväll", "Evening"}});
  for (const Town& town : towns()) {
    scenarios::Municipality municipality;
    municipality.label = {town.name, town.name};
    care.municipalities.emplace_back(town.id, municipality);
  }
  scenario.care = care;
  scenario.report_by = {"municipality"};
}

void add_staff_results(care::Results& results) {
  std::size_t seed = 1;
  for (const Town& town : towns()) {
    for (std::size_t role = 0; role < trades().size(); ++role)
      add_team_results(results, town, role, 31 * ++seed);
    results.metrics.push_back(probability_estimate(
        of_team(key("shortage", "any", {"any", "any"}, {"", ""}, 3), town.id, "any_role"),
        std::min(190U, town.risk[0] + town.risk[1] / 2)));
  }
  unsigned years = 130;
  for (const Trade& trade : trades()) {
    results.metrics.push_back(probability_estimate(
        of_team(key("shortage", "any", {"any", "any"}, {"", ""}, 3), "", trade.id), years));
    years -= 40;
  }
  results.metrics.push_back(probability_estimate(
      of_team(key("shortage", "any", {"any", "any"}, {"", ""}, 3), "", "any_role"), 147));
}

void add_ledger(care::Results& results) {
  const auto row = [&](const std::string& who, Text name, const std::string& what, Text label,
                       Text unit, double quantity, double price) {
    care::LedgerRow line{who, std::move(name), what, std::move(label), std::move(unit), {}, {}};
    line.quantity = mean_estimate(key("ledger", what, {}, {}, 0), quantity, quantity * 0.01);
    line.kronor =
        mean_estimate(key("ledger", what, {}, {}, 0), quantity * price, quantity * price * 0.01);
    results.ledger.push_back(std::move(line));
  };
  row("region", {"Regionen", "The region"}, "hospital", {"Sjukhus", "Hospital"},
      {"vårddygn", "patient-days"}, 170900, 9300);
  for (const Town& town : towns()) {
    row(town.id, {town.name, town.name}, "short_term", {"Korttidsboende", "Short-term housing"},
        {"vårddygn", "patient-days"}, town.size * 25, 3500);
    row(town.id, {town.name, town.name}, "present_hours.nurse",
        {"Sjuksköterskor, egen personal", "Nurses, own staff"}, {"timmar", "hours"}, town.size * 60,
        453);
  }
  row("total", {"Summa", "Total"}, "hospital", {"Sjukhus", "Hospital"},
      {"vårddygn", "patient-days"}, 170900, 9300);
  row("total", {"Summa", "Total"}, "short_term", {"Korttidsboende", "Short-term housing"},
      {"vårddygn", "patient-days"}, 4101 * 25, 3500);
  row("total", {"Summa", "Total"}, "present_hours.nurse",
      {"Sjuksköterskor, egen personal", "Nurses, own staff"}, {"timmar", "hours"}, 4101 * 60, 453);
}

}  // namespace viz_test::parts
