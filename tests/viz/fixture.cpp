// SPDX-License-Identifier: Apache-2.0
#include "tests/viz/fixture.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/civil_date.hpp"

namespace viz_test {
namespace {

using care::Key;
using care::MetricEstimate;
using scenarios::Scenario;
using scenarios::Setting;
using scenarios::Text;

/// A repeatable number in [-1, 1] for an index: enough to make curves look drawn from nature.
double wobble(std::size_t seed) {
  const double x = std::sin(static_cast<double>(seed) * 12.9898) * 43758.5453;
  return 2 * (x - std::floor(x)) - 1;
}

MetricEstimate mean_estimate(Key key, double mean, double sd, std::uint32_t n = 200) {
  MetricEstimate metric;
  metric.key = std::move(key);
  metric.n = n;
  if (n == 0) {
    metric.mean = metric.sd = metric.ci95.low = metric.ci95.high = std::nan("");
    return metric;
  }
  metric.mean = mean;
  metric.sd = sd;
  const double half = 1.972 * sd / std::sqrt(n);
  metric.ci95 = {mean - half, mean + half};
  metric.p05 = mean - 1.645 * sd;
  metric.p25 = mean - 0.674 * sd;
  metric.p50 = mean;
  metric.p75 = mean + 0.674 * sd;
  metric.p95 = mean + 1.645 * sd;
  return metric;
}

/// Wilson's interval at 95 %.
MetricEstimate probability_estimate(Key key, std::uint32_t events, std::uint32_t n = 200) {
  MetricEstimate metric;
  metric.key = std::move(key);
  metric.kind = MetricEstimate::Kind::Probability;
  metric.n = n;
  metric.events = events;
  metric.bound_only = events < 3;
  const double p = static_cast<double>(events) / n;
  metric.mean = p;
  const double z = 1.959964;
  const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
  const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
  metric.ci95 = {std::max(0.0, centre - half), std::min(1.0, centre + half)};
  return metric;
}

Key key(std::string group, std::string quantity, Text label, Text unit, int decimals) {
  Key out;
  out.id = quantity;
  out.group = std::move(group);
  out.quantity = std::move(quantity);
  out.label = std::move(label);
  out.unit = std::move(unit);
  out.decimals = decimals;
  return out;
}

Key at_setting(Key base, const std::string& setting) {
  base.id += "." + setting;
  base.setting = setting;
  return base;
}

Key of_team(Key base, const std::string& municipality, const std::string& role) {
  base.id += "." + role + (municipality.empty() ? "" : "." + municipality);
  base.municipality = municipality;
  base.role = role;
  return base;
}

struct Place {
  std::string id;
  Text label;
  std::string unit, owner;
  double capacity;
  double present, ready, wait_hours;
  bool residence;
};

const std::vector<Place>& places() {
  static const std::vector<Place> list{
      {"emergency",
       {"Akutmottagning", "Emergency department"},
       "place",
       "region",
       60,
       31.2,
       0.6,
       0.7,
       false},
      {"hospital", {"Sjukhus", "Hospital"}, "bed", "region", 519, 468.3, 33.4, 5.2, false},
      {"psychiatry",
       {"Psykiatrisk slutenvård", "Psychiatric inpatient care"},
       "bed",
       "region",
       74,
       66.1,
       0.9,
       3.1,
       false},
      {"short_term",
       {"Korttidsboende", "Short-term housing"},
       "place",
       "municipality",
       300,
       281.4,
       12.2,
       31.0,
       false},
      {"special_housing",
       {"Särskilt boende", "Special housing"},
       "place",
       "municipality",
       3050,
       2994.2,
       0,
       655.0,
       true},
      {"home_health",
       {"Hemsjukvård i hemmet", "Home with home health care"},
       "place",
       "municipality",
       scenarios::Calendar::unlimited,
       4094.0,
       0,
       0,
       true},
      {"advanced",
       {"Avancerad sjukvård i hemmet", "Advanced home health care"},
       "place",
       "region",
       90,
       71.5,
       0,
       9.5,
       false},
      {"own_home",
       {"Eget boende", "Own home"},
       "place",
       "",
       scenarios::Calendar::unlimited,
       76580.0,
       0,
       0,
       true}};
  return list;
}

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

void add_routes(Scenario& scenario) {
  const auto route = [&](const std::string& from, scenarios::Mix to) {
    for (auto& [id, setting] : scenario.settings) {
      if (id == from) setting.routes.push_back({{}, std::move(to)});
    }
  };
  const auto risk = [&](const std::string& from, const std::string& to, double per_year) {
    for (auto& [id, setting] : scenario.settings) {
      if (id == from) setting.hazards.push_back({{}, per_year, to});
    }
  };
  route("emergency",
        {{"hospital", 0.4}, {"residence", 0.55}, {"psychiatry", 0.04}, {"dead", 0.01}});
  route("hospital", {{"residence", 0.6},
                     {"short_term", 0.1},
                     {"home_health", 0.2},
                     {"advanced", 0.02},
                     {"special_housing", 0.03},
                     {"dead", 0.05}});
  route("psychiatry", {{"residence", 0.9}, {"home_health", 0.1}});
  route("short_term",
        {{"home_health", 0.55}, {"special_housing", 0.25}, {"hospital", 0.1}, {"dead", 0.1}});
  route("advanced", {{"dead", 0.7}, {"home_health", 0.2}, {"hospital", 0.1}});
  route("home_health", {{"own_home", 0.6}, {"dead", 0.2}, {"special_housing", 0.2}});
  risk("special_housing", "emergency", 0.6);
  risk("special_housing", "dead", 0.3);
  risk("home_health", "emergency", 1.1);
  risk("own_home", "emergency", 0.2);
  risk("own_home", "home_health", 0.02);
  risk("own_home", "dead", 0.02);
  risk("own_home", "moved", 0.01);
}

void add_flow_scenario(Scenario& scenario) {
  for (const Place& place : places()) {
    Setting setting;
    setting.label = place.label;
    setting.unit = place.unit;
    setting.owner = place.owner;
    setting.capacity.normal = place.capacity;
    setting.residence = place.residence;
    scenario.settings.emplace_back(place.id, setting);
  }
  scenarios::CalendarRule summer;
  summer.weeks = {25, 34};
  summer.factor = 0.88;
  scenario.settings[1].second.capacity.changes.push_back(summer);
  scenario.exits = {{"dead", {"Avlidna", "Dead"}}, {"moved", {"Flyttat", "Moved away"}}};
  scenario.deaths = {"dead"};
  scenarios::Arrival acute;
  acute.label = {"Akuta behov", "Acute needs"};
  acute.to = "emergency";
  acute.residence = "own_home";
  scenario.arrivals.emplace_back("acute", acute);
  scenarios::Arrival need;
  need.label = {"Nya vårdbehov hemma", "New needs at home"};
  need.to = "home_health";
  need.residence = "home_health";
  scenario.arrivals.emplace_back("need", need);
  add_routes(scenario);
}

void add_care_scenario(Scenario& scenario) {
  scenarios::Care care;
  for (const Trade& trade : trades()) {
    scenarios::Role role;
    role.label = trade.label;
    role.sickness = 0.07;
    care.roles.emplace_back(trade.id, role);
  }
  for (const Town& town : towns()) {
    scenarios::Municipality municipality;
    municipality.label = {town.name, town.name};
    care.municipalities.emplace_back(town.id, municipality);
  }
  scenario.care = care;
  scenario.report_by = "municipality";
}

void add_origins(Fixture& fixture) {
  auto& origins = fixture.scenario.provenance;
  origins["/settings/hospital/capacity"] = {
      "Påhittad beläggningsrapport 2025", "A", "alla platser", {}};
  origins["/settings/hospital/stay/0/time"] = {"", "assumption", "lognormal antas", {{3.7, 4.4}}};
  origins["/care/roles/nurse/sickness"] = {"Påhittad enkät 2024", "B", "", {{0.05, 0.10}}};
  origins["/care/roles/nurse/replacement"] = {"", "assumption", "", {{0.25, 0.90}}};
  origins["/arrivals/acute"] = {"Påhittad statistik 2024", "C", "omräknat per invånare", {}};
  fixture.scenario_json =
      R"({"settings": {"hospital": {"label": {"sv": "Sjukhus", "en": "Hospital"},
 "capacity": {"normal": 519, "changes": [{"weeks": [25, 34], "factor": 0.88}]},
 "stay": [{"time": {"kind": "lognormal", "mean": 4.0, "cv": 1.1}}]}},
 "arrivals": {"acute": {"label": {"sv": "Akuta behov", "en": "Acute needs"}, "rates": [
 {"per_1000_per_year": 655}, {"per_1000_per_year": 240}, {"per_1000_per_year": 160}]}},
 "care": {"roles": {"nurse": {"label": {"sv": "Sjuksköterskor", "en": "Nurses"}, "sickness": 0.07,
 "replacement": 0.55}}}})";
}

std::vector<care::WeekPoint> weeks(const std::vector<double>& means, double sd) {
  std::vector<care::WeekPoint> points;
  const sim::Date start = *sim::make_date(2025, 1, 1);
  sim::Date day = start;
  for (std::size_t i = 0; i < means.size(); ++i) {
    care::WeekPoint point;
    point.start = day;
    point.iso_week = sim::iso_week(day).week;
    point.days = i == 0 ? 5 : i + 1 == means.size() ? 3 : 7;
    const double part = point.days / 7.0;
    point.mean = means[i];
    point.p50 = means[i];
    point.p05 = means[i] - 1.645 * sd * part;
    point.p25 = means[i] - 0.674 * sd * part;
    point.p75 = means[i] + 0.674 * sd * part;
    point.p95 = means[i] + 1.645 * sd * part;
    points.push_back(point);
    day += std::chrono::days{point.days};
  }
  return points;
}

/// 53 weeks around a level: low in the summer by `summer`, high in the winter by `winter`.
std::vector<double> year(double level, double summer, double winter, std::size_t seed) {
  std::vector<double> means;
  for (std::size_t i = 0; i < 53; ++i) {
    const double phase = 2 * std::numbers::pi * (static_cast<double>(i) - 2) / 52;
    const double dip = std::exp(-std::pow((static_cast<double>(i) - 29) / 4.2, 2));
    means.push_back(level *
                    (1 + winter * std::cos(phase) - summer * dip + 0.012 * wobble(seed + i)));
  }
  return means;
}

void add_place_results(care::Results& results) {
  const Key present = key("flow", "present", {"Patienter på plats", "Patients present"},
                          {"personer", "persons"}, 1);
  const Key ready =
      key("flow", "ready", {"Utskrivningsklara som väntar", "Ready patients who wait"},
          {"personer", "persons"}, 1);
  const Key load = key("flow", "utilisation", {"Beläggning", "Utilisation"}, {"%", "%"}, 1);
  const Key wait = key("flow", "wait", {"Väntan på plats, medel", "Wait for a place, mean"},
                       {"timmar", "hours"}, 2);
  const Key queue = key("flow", "queue", {"Kö", "Queue"}, {"personer", "persons"}, 2);
  const Key entries = key("flow", "entries", {"Inflöde", "Entries"}, {"per dygn", "per day"}, 2);
  const Key residents =
      key("flow", "residents", {"Boende eller inskrivna", "Residents or enrolled"},
          {"personer", "persons"}, 0);
  const Key ready_days =
      key("flow", "ready_days", {"Utskrivningsklara vårddygn", "Ready patient-days"},
          {"vårddygn", "patient-days"}, 0);
  const Key capacity =
      key("flow", "capacity", {"Öppna platser", "Places offered"}, {"platser", "places"}, 1);
  for (const Place& place : places()) {
    const double open = place.capacity * (place.id == "hospital" ? 0.977 : 1);
    results.metrics.push_back(
        mean_estimate(at_setting(present, place.id), place.present, place.present * 0.012));
    results.metrics.push_back(
        mean_estimate(at_setting(entries, place.id), place.present / 4, place.present * 0.004));
    if (place.residence) {
      results.metrics.push_back(mean_estimate(at_setting(residents, place.id),
                                              place.present * 1.004, place.present * 0.01));
    }
    if (place.ready > 0) {
      results.metrics.push_back(
          mean_estimate(at_setting(ready, place.id), place.ready, place.ready * 0.09));
      results.metrics.push_back(
          mean_estimate(at_setting(ready_days, place.id), place.ready * 365, place.ready * 33));
    }
    if (std::isinf(place.capacity)) continue;
    results.metrics.push_back(
        mean_estimate(at_setting(load, place.id), 100 * place.present / open, 0.9));
    results.metrics.push_back(
        mean_estimate(at_setting(wait, place.id), place.wait_hours, place.wait_hours * 0.2));
    results.metrics.push_back(mean_estimate(at_setting(queue, place.id), place.ready * 0.8, 0.4));
    const bool hospital = place.id == "hospital";
    results.weekly.push_back({at_setting(present, place.id),
                              weeks(year(place.present, 0.05, 0.03, 7), place.present * 0.03)});
    results.weekly.push_back({at_setting(capacity, place.id),
                              weeks(year(place.capacity, hospital ? 0.12 : 0, 0, 9), 0)});
    if (place.ready > 0) {
      results.weekly.push_back({at_setting(ready, place.id),
                                weeks(year(place.ready, -0.45, 0.08, 11), place.ready * 0.2)});
    }
  }
}

void add_moves(const Scenario& scenario, care::Results& results) {
  const Key moves = key("move", "moves", {"Förflyttningar", "Moves"}, {"personer", "persons"}, 0);
  const auto add = [&](const std::string& from, const std::string& to, double total) {
    Key one = moves;
    one.id = "moves." + from + "." + to;
    one.setting = from;
    one.destination = to;
    results.metrics.push_back(mean_estimate(one, total, std::sqrt(total)));
  };
  add("arrival", "emergency", 23100);
  add("arrival", "home_health", 1480);
  for (const auto& [id, setting] : scenario.settings) {
    for (const auto& rule : setting.routes) {
      for (const auto& [to, p] : rule.to) {
        if (to != "residence") {
          add(id, to, p * 9000);
          continue;
        }
        for (const char* home : {"special_housing", "home_health", "own_home"}) {
          if (id != home) add(id, home, p * 3000);
        }
      }
    }
    for (const auto& hazard : setting.hazards) add(id, hazard.to, hazard.per_year * 2600);
  }
  for (const auto& [exit, label] : scenario.exits) {
    results.metrics.push_back(
        mean_estimate(at_setting(key("flow", "exits", {"Lämnade modellen", "Left the model"},
                                     {"personer", "persons"}, 0),
                                 exit),
                      3120, 60));
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
  metric("load", "Behov av tillgänglig tid", "Hours due of available", "%", "%", 84 + 9 * risk, 1.2,
         1);
  metric("visits_due", "Planerade besök", "Visits due", "besök", "visits", due * 52, due, 0);
  metric("visits_done", "Utförda besök", "Visits done", "besök", "visits",
         due * 52 * (1 - 0.01 * risk), due, 0);
  metric("missed_must", "Uteblivna måste-besök", "Missed must-attend visits", "besök", "visits",
         14 * risk, 3 * risk, 1);
  metric("harmed", "Uteblivna besök som ledde till akutbesök",
         "Missed visits that led to emergency care", "personer", "persons", 0.4 * risk, 0.2, 2);
  metric("overtime", "Övertid", "Overtime", "timmar", "hours", due * 1.1, due * 0.1, 0);
  metric("agency", "Bemanningsföretag", "Agency", "timmar", "hours", due * 2.3, due * 0.2, 0);
  const auto shortage = [&](const char* quantity, const char* unit_sv, const char* unit_en,
                            int decimals) {
    return of_team(key("shortage", quantity, {quantity, quantity}, {unit_sv, unit_en}, decimals),
                   town.id, trade.id);
  };
  results.metrics.push_back(probability_estimate(shortage("any", "", "", 3), town.risk[role]));
  results.metrics.push_back(
      mean_estimate(shortage("weeks", "veckor", "weeks", 2), 2.6 * risk, 1.1));
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

void add_trust(care::Results& results) {
  const auto target = [&](const char* id, const char* sv, const char* en, const char* unit,
                          double low, double high, double mean, int decimals) {
    care::TargetRow row{id, {sv, en}, id, {unit, unit}, low, high, {}, mean >= low && mean <= high};
    row.estimate = mean_estimate(key("measure", id, {sv, en}, {unit, unit}, decimals), mean,
                                 (high - low) * 0.6);
    results.targets.push_back(row);
    results.metrics.push_back(row.estimate);
  };
  target("enrolled", "Inskrivna i hemsjukvård", "Enrolled in home health care", "", 3977, 4223,
         4094, 0);
  target("inflow", "Nyinskrivna per månad", "New enrolments per month", "", 161.5, 178.5, 169.2, 1);
  target("ready_days", "Utskrivningsklara vårddygn 65+ per 1 000", "Ready bed-days 65+ per 1,000",
         "", 127.9, 150.1, 141.0, 1);
  target("ready_share", "Andel somatiska vårdplatser med utskrivningsklara",
         "Share of somatic beds with ready patients", "%", 6.8, 8.2, 7.4, 2);
  target("episodes", "Vårdtillfällen per 100 000", "Care episodes per 100,000", "", 12103, 12597,
         12388, 0);
  target("emergency_80", "Akutbesök 80+ per 1 000", "Emergency visits 80+ per 1,000", "", 622, 688,
         659, 0);
  target("readmission", "Återinskrivning 65+ inom 30 dagar", "Readmission 65+ within 30 days", "%",
         16.5, 19.5, 19.8, 1);
  target("occupancy", "Beläggning, sjukhus", "Occupancy, hospital", "%", 85, 95, 92.4, 1);
  using Verdict = care::AuditItem::Verdict;
  results.audit = {
      {"load",
       {"Belastning", "Load"},
       Verdict::Note,
       {"Särskilt boende: behovet är 101 % av platserna; resultaten gäller denna period från detta "
        "startläge.",
        "Special housing: demand is 101% of the places; the results hold for this period from this "
        "initial state."}},
      {"flow_balance",
       {"Alla patienter är räknade", "All patients are accounted for"},
       Verdict::Passed,
       {"24 580 in = 24 211 ut + 369 fler inne", "24,580 in = 24,211 out + 369 more present"}},
      {"places",
       {"Tagna platser = lämnade + i bruk", "Places seized = released + in use"},
       Verdict::Passed,
       {"", ""}},
      {"ledger", {"Huvudboken går ihop", "The ledger adds up"}, Verdict::Passed, {"", ""}},
      {"little.hospital",
       {"Littles lag: Sjukhus", "Little’s law: Hospital"},
       Verdict::Passed,
       {"468,3 = 117,1 × 4,00", "468.3 = 117.1 × 4.00"}}};
}

void add_identity(care::Results& results) {
  results.identity.version = "0.1.0";
  results.identity.scenario_hash = "sha256:5f1c0b2e";
  results.identity.scenario_file = "made-up-region.json";
  results.identity.seed = 1;
  results.identity.replications = 200;
  results.identity.requested = 200;
}

}  // namespace

Fixture region_fixture() {
  Fixture fixture;
  Scenario& scenario = fixture.scenario;
  scenario.title = {"Påhittad region: grundår 2025", "Made-up region: base year 2025"};
  scenario.question = {
      "Räcker hemsjukvårdens personal i varje kommun genom sommaren, och hur många sjukhussängar "
      "väntar?",
      "Does each municipality have staff enough for home health care through the summer, and how "
      "many hospital beds wait?"};
  scenario.path = "scenarios/made-up-region.json";
  scenario.horizon = {*sim::make_date(2024, 10, 1), 92, 365};
  add_flow_scenario(scenario);
  add_care_scenario(scenario);
  add_origins(fixture);
  add_identity(fixture.results);
  add_place_results(fixture.results);
  add_moves(scenario, fixture.results);
  add_staff_results(fixture.results);
  add_ledger(fixture.results);
  add_trust(fixture.results);
  fixture.results.exceedance = {
      {"laxholm", "nurse", {{0.01, 0.4, {0.33, 0.47}}, {0.1, 0.12, {0.08, 0.17}}}}};
  fixture.results.occupancy = {{"hospital", 468.3, 466, {0.2, 0.3, 0.3, 0.2}}};
  fixture.results.replications = {{"present.hospital", {467.1, 470.25, 466.9}},
                                  {"first_week.nurse", {29, std::nan(""), 30}}};
  return fixture;
}

Fixture clinic_fixture() {
  Fixture fixture;
  Scenario& scenario = fixture.scenario;
  scenario.title = {"En mottagning", "A clinic"};
  scenario.question = {"Hur länge väntar en patient?", "How long does a patient wait?"};
  scenario.path = "scenarios/examples/clinic.json";
  scenario.horizon = {*sim::make_date(2025, 1, 1), 30, 365};
  Setting clinic;
  clinic.label = {"Mottagning", "Clinic"};
  clinic.capacity.normal = 5;
  clinic.routes.push_back({{}, {{"done", 1}}});
  scenario.settings.emplace_back("clinic", clinic);
  scenario.exits = {{"done", {"Färdiga", "Done"}}};
  scenarios::Arrival arrival;
  arrival.label = {"Patienter", "Patients"};
  arrival.to = "clinic";
  scenario.arrivals.emplace_back("patients", arrival);
  add_identity(fixture.results);
  fixture.results.identity.scenario_file = "clinic.json";
  auto& metrics = fixture.results.metrics;
  metrics.push_back(mean_estimate(
      at_setting(key("flow", "present", {"Patienter", "Patients"}, {"personer", "persons"}, 2),
                 "clinic"),
      6.21, 0.4));
  metrics.push_back(mean_estimate(
      at_setting(key("flow", "utilisation", {"Beläggning", "Utilisation"}, {"%", "%"}, 1),
                 "clinic"),
      80.02, 0.8));
  metrics.push_back(mean_estimate(
      at_setting(key("flow", "wait", {"Väntan", "Wait"}, {"timmar", "hours"}, 2), "clinic"), 0.554,
      0.06));
  metrics.push_back(mean_estimate(
      at_setting(key("flow", "queue", {"Kö", "Queue"}, {"personer", "persons"}, 2), "clinic"), 2.2,
      0.3));
  fixture.results.audit = {{"flow_balance",
                            {"Alla patienter är räknade", "All patients are accounted for"},
                            care::AuditItem::Verdict::Passed,
                            {"", ""}}};
  return fixture;
}

}  // namespace viz_test
