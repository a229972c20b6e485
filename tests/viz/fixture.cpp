// SPDX-License-Identifier: Apache-2.0
#include "tests/viz/fixture.hpp"

#include <cmath>
#include <utility>

#include "sim/civil_date.hpp"
#include "tests/viz/fixture_parts.hpp"
#include "words/catalog.hpp"

namespace viz_test {
namespace {

using parts::at_setting;
using parts::key;
using parts::mean_estimate;
using scenarios::Scenario;
using scenarios::Setting;
using words::verbatim;

void add_origins(Fixture& fixture) {
  auto& origins = fixture.scenario.provenance;
  const auto told = [&](const char* where, scenarios::Provenance provenance) {
    origins[where] = std::move(provenance);
  };
  told("/settings/hospital/capacity",
       {verbatim("Påhittad beläggningsrapport 2025"), verbatim("alla platser"), "A", {}});
  told("/settings/hospital/stay/0/time",
       {{}, verbatim("lognormal antas"), "assumption", {{3.7, 4.4}}});
  told("/care/roles/nurse/sickness", {verbatim("Påhittad enkät 2024"), {}, "B", {{0.05, 0.10}}});
  told("/care/roles/nurse/replacement", {{}, {}, "assumption", {{0.25, 0.90}}});
  told("/arrivals/acute",
       {verbatim("Påhittad statistik 2024"), verbatim("omräknat per invånare"), "C", {}});
  fixture.scenario_json =
      R"({"settings": {"hospital": {"label": {"sv": "Sjukhus", "en": "Hospital"},
 "capacity": {"normal": 519, "changes": [{"weeks": [25, 34], "factor": 0.88}]},
 "stay": [{"time": {"kind": "lognormal", "mean": 4.0, "cv": 1.1}}]}},
 "arrivals": {"acute": {"label": {"sv": "Akuta behov", "en": "Acute needs"}, "rates": [
 {"per_1000_per_year": 655}, {"per_1000_per_year": 240}, {"per_1000_per_year": 160}]}},
 "care": {"roles": {"nurse": {"label": {"sv": "Sjuksköterskor", "en": "Nurses"}, "sickness": 0.07,
 "replacement": 0.55}}}})";
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
  target("ready_days", "Vårddygn för utskrivningsklara 65+ per 1 000",
         "Ready bed-days 65+ per 1,000", "", 127.9, 150.1, 141.0, 1);
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
       {"Platser: tagna = lämnade + upptagna", "Places seized = released + in use"},
       Verdict::Passed,
       {"", ""}},
      {"ledger",
       {"Kostnader och dygn per huvudman summerar", "The ledger adds up"},
       Verdict::Passed,
       {"", ""}},
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
  parts::add_flow_scenario(scenario);
  parts::add_care_scenario(scenario);
  add_origins(fixture);
  add_identity(fixture.results);
  parts::add_place_results(fixture.results);
  parts::add_moves(scenario, fixture.results);
  parts::add_staff_results(fixture.results);
  parts::add_ledger(fixture.results);
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
