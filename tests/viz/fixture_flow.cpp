// SPDX-License-Identifier: Apache-2.0
// The made-up region's patients: settings, ways and what became of them.

#include <cmath>

#include "tests/viz/fixture_parts.hpp"

namespace viz_test::parts {
namespace {

using care::Key;
using scenarios::Scenario;
using scenarios::Setting;
using scenarios::Text;

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

}  // namespace

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
      key("flow", "ready_days", {"Vårddygn för utskrivningsklara", "Ready patient-days"},
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
    for (const auto& hazard : setting.hazards) add(id, hazard.to, hazard.yearly() * 2600);
  }
  for (const auto& [exit, label] : scenario.exits) {
    results.metrics.push_back(
        mean_estimate(at_setting(key("flow", "exits", {"Lämnade modellen", "Left the model"},
                                     {"personer", "persons"}, 0),
                                 exit),
                      3120, 60));
  }
}

}  // namespace viz_test::parts
