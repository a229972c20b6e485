// SPDX-License-Identifier: Apache-2.0
// B8: hostile inputs of every family. Each is refused with messages that say where, or it runs to an end.

#include <cstdlib>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/csv.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/rule_reader.hpp"
#include "tests/app/process.hpp"
#include "tests/hostile/answer.hpp"
#include "tests/hostile/changes.hpp"
#include "viz/results_reader.hpp"

namespace {

using hostile::answer;
using hostile::Json;
using testing::ContainsRegex;
using testing::Each;
using testing::IsEmpty;
using testing::Not;

const std::string place = "^x\\.(json|csv)(#|:[0-9]+:[0-9]+: |: ).*expected .*, got ";

std::vector<std::string> texts_of(const std::vector<scenarios::Issue>& issues) {
  std::vector<std::string> texts;
  for (const auto& issue : issues) texts.push_back(issue.text());
  return texts;
}

std::string with_nul(std::string text, std::size_t at) { return text.insert(at, 1, '\0'); }

/// What is no JSON, or none that anybody means.
std::vector<std::string> broken_json() {
  const std::string deep(100'000, '[');
  std::vector<std::string> texts{"",
                                 " ",
                                 "\n",
                                 "{",
                                 "}",
                                 "[",
                                 "]",
                                 "[]",
                                 "null",
                                 "true",
                                 "1",
                                 "\"text\"",
                                 "{}{}",
                                 "{} x",
                                 "{,}",
                                 "{\"a\"}",
                                 "{\"a\":}",
                                 "{\"a\":1,}",
                                 "{a:1}",
                                 "{'a':1}",
                                 "{\"a\":01}",
                                 "{\"a\":+1}",
                                 "{\"a\":.5}",
                                 "{\"a\":1.}",
                                 "{\"a\":1e}",
                                 "{\"a\":1e999}",
                                 "{\"a\":-1e999}",
                                 "{\"a\":NaN}",
                                 "{\"a\":Infinity}",
                                 "{\"a\":0x10}",
                                 "{\"a\":1_000}",
                                 "{\"a\":tru}",
                                 "{\"a\":nulll}",
                                 "{\"a\":\"b}",
                                 "{\"a\":\"\\q\"}",
                                 "{\"a\":\"\\u12\"}",
                                 "{\"a\":\"\\ud800\"}",
                                 "{\"a\":\"\t\"}",
                                 "// c\n{}",
                                 "/* c */{}",
                                 "{\"a\":1}//",
                                 "\xef\xbb\xbf\xef\xbb\xbf{}",
                                 "\xff\xfe{\0}\0",
                                 "\xc3{}",
                                 "{\"a\":\"\xc3\"}",
                                 "{\"a\":\"\xed\xa0\x80\"}",
                                 "{\"a\":\"\xf8\x88\x80\x80\x80\"}",
                                 "{\"a\":\"\xc0\xaf\"}",
                                 "{\"title\":\"a\",\"title\":\"b\"}",
                                 deep,
                                 deep + "{\"a\":",
                                 "{\"a\":" + deep,
                                 with_nul("{}", 1),
                                 with_nul("{}", 2),
                                 "{}\r\n\x1a",
                                 "{\"" + std::string(1'000'000, 'k') + "\":1}",
                                 "99999999999999999999999",
                                 "<html></html>",
                                 "title: x\n",
                                 "time,age\n1,2\n"};
  return texts;
}

TEST(Inputs, B8WrongJsonIsRefusedByEveryReader) {
  for (const auto& text : broken_json()) {
    const auto shown = testing::PrintToString(text.substr(0, 60));
    const auto refused = [&](const std::vector<scenarios::Issue>& issues) {
      const auto faults = texts_of(issues);
      EXPECT_THAT(faults, Not(IsEmpty())) << shown;
      EXPECT_THAT(faults, Each(ContainsRegex(place))) << shown;
    };
    refused(scenarios::load_text(text, "x.json").errors);
    refused(scenarios::load_rules_text(text, "x.json").errors);
    refused(scenarios::load_case_text(text, "x.json").errors);
    refused(viz::read_results(text, "x.json").errors);
  }
}

std::string source(const std::string& path) {
  return testing_app::read(testing_app::source_folder() / path);
}

/// Rules, a patient case and results, with each of their members changed.
TEST(Inputs, B8ChangedRulesCasesAndResultsAreReadOrRefusedInTheirPlace) {
  const auto try_all = [](const std::string& path, auto&& load) {
    const Json document = Json::parse(source(path));
    hostile::Changes changes(document, 1);
    std::string told;
    for (int i = 0; i < 300 / hostile::of_many; ++i) {
      const auto text = changes.next(told).dump();
      EXPECT_THAT(texts_of(load(text)), Each(ContainsRegex(place))) << told;
    }
  };
  try_all("scenarios/rules/halland_2021.json", [](const std::string& text) {
    return scenarios::load_rules_text(text, "x.json").errors;
  });
  try_all("scenarios/rules/lag_grund.json", [](const std::string& text) {
    return scenarios::load_rules_text(text, "x.json").errors;
  });
  try_all("tests/app/own_attributes/rules.json", [](const std::string& text) {
    return scenarios::load_rules_text(text, "x.json").errors;
  });
  try_all("scenarios/cases/peg_special_housing.json",
          [](const std::string& text) { return scenarios::load_case_text(text, "x.json").errors; });
  try_all("tests/fuzz/corpus/results_reader_fuzz/region.json",
          [](const std::string& text) { return viz::read_results(text, "x.json").errors; });
}

std::vector<std::string> broken_csv() {
  const std::string head = "time,age\n";
  return {"",
          "\n",
          ",",
          ",,\n",
          "time",
          "time\n",
          "Time,age\n",
          "time,time\n",
          "time,\n",
          "time;age\n",
          "\"time;age\"\n",
          "time\tage\n",
          head + "x\n",
          head + "2025-01-06T00:00\n",
          head + "2025-01-06T00:00,old,3\n",
          head + "2025-13-06T00:00,old\n",
          head + "2025-02-30T00:00,old\n",
          head + "2025-01-06T25:00,old\n",
          head + "2025-01-06T00:60,old\n",
          head + "2025-01-06T00:00Z,old\n",
          head + "2025-01-06T00:00,nobody\n",
          head + "2025-01-07T00:00,old\n2025-01-06T00:00,old\n",
          head + "\"2025-01-06T00:00,old\n",
          head + "2025-01-06T00:00,\"o\"ld\n",
          head + "2025-01-06T00:00,o\"ld\n",
          head + "99999-01-06T00:00,old\n",
          head + "-2025-01-06T00:00,old\n",
          head + with_nul("2025-01-06T00:00,old\n", 3),
          head + "2025-01-06T00:00,\xff\n",
          "\xff\xfet\0i\0",
          "\xef\xbb\xbf\xef\xbb\xbftime,age\n",
          "time,sex\n2025-01-06T00:00,old\n",
          head + ",\n",
          head + "2025-01-06T00:00,\n",
          head + std::string(200'000, 'x') + ",old\n",
          std::string(200'000, ','),
          "a\rb\rc"};
}

TEST(Inputs, B8WrongListsOfArrivalsAndPopulationsAreRefusedInTheirPlace) {
  const tests::TemporaryFolder folder;
  const auto file = (folder / "x.csv").string();
  scenarios::Scenario scenario;
  scenario.attributes = {{"age", {"young", "old"}}};
  scenario.population =
      scenarios::Population{file, 2025, {{"halmstad", "1380"}}, {{"old", {"65+"}}}};
  scenarios::Arrival arrival;
  arrival.file = file;
  const auto refused = [&](const std::vector<scenarios::Issue>& issues, const std::string& text) {
    const auto shown = testing::PrintToString(text.substr(0, 60));
    EXPECT_THAT(texts_of(issues), Each(ContainsRegex("(x\\.csv|#/).*expected .*, got "))) << shown;
    return !issues.empty();
  };
  for (const auto& text : broken_csv()) {
    testing_app::write(file, text);
    scenarios::Findings findings;
    const auto list = scenarios::arrival_list(scenario, arrival, findings);
    EXPECT_FALSE(refused(findings.errors, text) && !list.empty()) << text.substr(0, 60);
    std::vector<scenarios::Issue> issues;
    static_cast<void>(scenarios::population_table(scenario, issues));
    EXPECT_TRUE(refused(issues, text)) << text.substr(0, 60);
  }
  const std::string head = "year,region,age_group,population\n";
  for (const auto* row :
       {"2025,1380,65+,-1", "2025,1380,65+,x", "2025,1380,65+,1e300", "2025,1380,65+,nan",
        "2025,1380,65+,", "1e9,1380,65+,1", "2025.5,1380,65+,1", "2024,1380,65+,1",
        "2025,1381,65+,1", "2025,1380,66+,1", "2025,1380,65+,1\n2025,1380,65+,1"}) {
    testing_app::write(file, head + row + "\n");
    std::vector<scenarios::Issue> issues;
    static_cast<void>(scenarios::population_table(scenario, issues));
    EXPECT_TRUE(refused(issues, row)) << row;
  }
}

/// C3: expected numbers of arrivals, of a run from 2025-01-06 to 2025-01-07.
TEST(Inputs, C3WrongFilesOfExpectedArrivalsAreRefusedInTheirPlace) {
  const tests::TemporaryFolder folder;
  scenarios::Scenario scenario;
  scenario.attributes = {{"age", {"young", "old"}}};
  scenario.horizon.start = sim::Date{std::chrono::year{2025} / 1 / 6};
  scenario.horizon.days = 2;
  scenarios::Arrival arrival;
  arrival.file = (folder / "x.csv").string();
  auto texts = broken_csv();
  const std::string head = "date,expected\n", day = "2025-01-06,1\n", next = "2025-01-07,1\n";
  for (const auto* number : {"-1", "-0.001", "nan", "inf", "-inf", "1e300", "100000.01", "1e-400x",
                             "0x10", "1 000", "\"1,5\"", "\"\"", "+1", "=1", "1e9999"}) {
    texts.push_back(head + day + "2025-01-07," + number + "\n");
  }
  for (const auto* date : {"", "0", "45664", "2025-01-07T00:01", "2025-01-07Z", "07/01/2025",
                           "2025-1-7", "99999-01-07", "1899-01-07", "2025-01-07 "}) {
    texts.push_back(head + day + date + ",1\n");
  }
  texts.push_back(head);
  texts.push_back(head + day);
  texts.push_back(head + day + next + day);
  texts.push_back(head + day + next + "2026-01-06,1\n2026-01-06,1\n");
  texts.push_back("date,expected,date\n");
  texts.push_back("date,age,expected\n2025-01-06,old,1\n2025-01-07,young,1\n");
  for (const auto& text : texts) {
    testing_app::write(arrival.file, text);
    scenarios::Findings findings;
    const auto file = scenarios::expected_arrivals(scenario, arrival, findings);
    const auto shown = testing::PrintToString(text.substr(0, 60));
    EXPECT_THAT(texts_of(findings.errors), Each(ContainsRegex("x\\.csv.*expected .*, got ")))
        << shown;
    EXPECT_FALSE(findings.errors.empty()) << shown;
    EXPECT_TRUE(file.streams.empty()) << shown;
  }
  testing_app::write(arrival.file, head + day + "2025-01-07,1e-320\n");
  scenarios::Findings findings;
  EXPECT_EQ(scenarios::expected_arrivals(scenario, arrival, findings).streams.size(), 1U);
}

/// A scenario with something of everything, over a week.
Json everything() {
  return Json::parse(R"({
  "title": "everything", "horizon": {"start": "2025-01-06", "warm_up_days": 2, "days": 7},
  "attributes": {"municipality": ["north", "south"], "age": ["young", "old"]},
  "report_by": "municipality",
  "settings": {
    "hospital": {"capacity": {"normal": 4, "changes": [{"days": ["sat", "sun"], "value": 2},
          {"weeks": [2, 2], "hours": [8, 16], "factor": 2}]},
      "when_full": {"policy": "overflow", "places": 2, "cost_per_day": 10},
      "queue": {"ranks": [{"when": {"age": "old"}, "rank": 0}],
                "leave": [{"after": {"kind": "exponential", "mean": 3}, "to": "gone"}]},
      "stay": [{"time": {"kind": "lognormal", "mean": 3, "cv": 1, "upper": 60}}],
      "routes": [{"to": {"home": 0.6, "residence": 0.2, "gone": 0.2}}],
      "hazards": [{"per_year": 2, "to": "dead"}],
      "changes": [{"per_year": 5, "set": {"age": "old"}}],
      "on_enter": [{"from": ["arrival"], "set": {"age": {"young": 0.5, "old": 0.5}}}],
      "evict": true, "owner": "region", "cost_per_day": 10000},
    "home": {"residence": true, "keep_place": true, "capacity": 40,
      "stay": {"time": {"kind": "gamma", "mean": 100, "cv": 1}}, "routes": {"to": {"gone": 1}},
      "hazards": [{"per_year": 3, "to": "hospital"}]}},
  "exits": {"gone": "Gone", "dead": "Dead"}, "deaths": ["dead"],
  "moves": {"hospital->home": {"transfer": {"kind": "uniform", "min": 0.1, "max": 0.3},
      "open": {"normal": 0, "changes": [{"hours": [8, 18], "value": 1}]}}},
  "arrivals": {
    "acute": {"to": "hospital", "residence": "home", "per_day": 2,
      "intensity": {"by_weekday": [1, 1, 1, 1, 1, 0.5, 0.5], "growth_per_year": 0.02,
        "sinusoid": {"amplitude": 0.2, "period_days": 365, "peak_day": 20}, "normalise": true},
      "batch": {"kind": "empirical", "values": [1, 2], "weights": [9, 1]}},
    "booked": {"kind": "scheduled", "to": "home", "hours": [8, 9.5], "days": ["mon"],
      "show_up": 0.9, "attributes": {"municipality": {"north": 0.5, "south": 0.5}}}},
  "initial": {"census": [{"setting": "home", "count": 10, "attributes": {"age": "old"}},
                         {"setting": "hospital", "count": 2, "waiting": 1, "residence": "home"}]},
  "care": {
    "roles": {"nurse": {"cost_per_hour": 400, "indirect_share": 0.2, "vacancy": 0.1,
      "sickness": 0.06, "sick_spell": {"kind": "exponential", "mean": 6}, "sickness_shock_cv": 0.3,
      "leave_weeks": 4, "leave_start_weights": [0.5, 0.5], "leave_first_week": 2, "replacement": 0.5,
      "substitute_productivity": 0.8, "agency_cap": 0.1, "agency_cap_summer": 0.2,
      "overtime_cap": 0.1}},
    "shifts": {"day": {"start_hour": 7, "hours": 8}, "night": {"start_hour": 21, "hours": 10}},
    "tasks": {"visit": {"settings": ["home"], "role": "nurse", "per_week": 10, "staff": 2,
        "minutes": {"kind": "fixed", "value": 25}, "shifts": {"day": 0.8, "night": 0.2},
        "days": ["mon", "tue", "wed"], "priority": "must_attend", "max_moves": 2, "harm": 0.1,
        "harm_to": "hospital", "taper": {"start_factor": 2, "days": 10}},
      "enrol": {"settings": ["home"], "role": "nurse", "once": true,
        "minutes": {"kind": "triangular", "min": 10, "mode": 20, "max": 60}, "shifts": {"day": 1}}},
    "municipalities": {
      "north": {"travel_minutes": 10, "teams": {"nurse": {"people": 5,
        "roster": [{"shift": "day", "posts": 2}, {"shift": "night", "posts": 0.5}]}}},
      "south": {"teams": {"nurse": {"people": 3, "roster": [{"shift": "day", "posts": 1}]}}}},
    "pools": {"night": {"municipalities": ["north", "south"], "roles": ["nurse"]}},
    "discharge": {"settings": ["hospital"], "tasks": {"plan": {"probability": 0.5, "start": "ready",
      "next": ["home"], "lead": {"kind": "exponential", "mean": 1}, "days": ["mon", "fri"]}}},
    "readmission": {"setting": "hospital", "days": 30},
    "shortage": {"season": [1, 10], "missed_visits": 1, "load": 1}},
  "measures": {"m": {"numerator": {"count": "entries", "settings": ["hospital"]},
                     "denominator": {"count": "days"}, "scale": 1000}},
  "targets": {"t": {"measure": "m", "low": 0, "high": 1}}})");
}

void expect_an_answer(const Json& scenario, const std::string& told) {
  EXPECT_THAT(answer(scenario).faults, Each(ContainsRegex("^x\\.json#.*expected .*, got ")))
      << told;
}

/// What a number may be replaced by, and what a list or object.
TEST(Inputs, B8EveryNumberAtAndBeyondItsLimitsIsRefusedInItsPlaceOrRuns) {
  const Json base = everything();
  ASSERT_THAT(answer(base).faults, IsEmpty());
  int count = 0;
  for (const auto& at : hostile::places_in(base)) {
    if (!base[at].is_number()) continue;
    for (const double number :
         {-1.0, 0.0, 1e-300, 0.5, 60.0, 65'537.0, 1e6, 1e9, 4294967301.0, 1e300}) {
      if (++count % hostile::of_many != 0) continue;
      Json changed = base;
      changed[at] = number;
      SCOPED_TRACE(at.to_string());
      expect_an_answer(changed, std::to_string(number));
    }
  }
}

TEST(Inputs, B8EmptyAndForeignValuesAnywhereAreRefusedInTheirPlaceOrRun) {
  const Json base = everything();
  int count = 0;
  for (const auto& at : hostile::places_in(base)) {
    for (const Json& value : {Json(nullptr), Json::array(), Json::object(), Json(""), Json(true),
                              Json("residence"), Json::array({1, 2})}) {
      if (++count % hostile::of_many != 0) continue;
      Json changed = base;
      changed[at] = value;
      SCOPED_TRACE(at.to_string());
      expect_an_answer(changed, value.dump());
    }
  }
}

TEST(Inputs, B8NamesOfEveryKindAreRefusedInTheirPlaceOrRun) {
  const std::string names[] = {"",
                               " ",
                               "a b",
                               "a/b",
                               "a~b",
                               "a->b",
                               "*",
                               "lost",
                               "arrival",
                               "nowhere",
                               "__proto__",
                               "../x",
                               "<b>",
                               "\"",
                               "\\",
                               "\n",
                               "\t",
                               "\x01",
                               "\x7f",
                               "\xe2\x80\xae",
                               "\xef\xbb\xbf",
                               "\xc3\xa5\xc3\xa4",
                               "CON",
                               "0",
                               "-1",
                               "=1+1",
                               "value",
                               "source",
                               std::string(10'000, 'n')};
  const char* const parents[] = {
      "/settings",    "/exits",      "/attributes",          "/arrivals",   "/care/roles",
      "/care/shifts", "/care/tasks", "/care/municipalities", "/care/pools", "/care/discharge/tasks",
      "/measures",    "/moves"};
  const Json base = everything();
  for (const auto* parent : parents) {
    for (const auto& name : names) {
      Json changed = base;
      Json& members = changed[Json::json_pointer(parent)];
      const Json first = members.begin().value();
      members[name] = first;
      SCOPED_TRACE(parent);
      expect_an_answer(changed, name.substr(0, 40));
    }
  }
}

TEST(Inputs, B8RandomChangesOfEverythingAreRefusedInTheirPlaceOrRun) {
  const Json base = everything();
  hostile::Changes changes(base, 7);
  std::string told;
  int ran = 0;
  for (int i = 0; i < 1000 / hostile::of_many; ++i) {
    const auto found = answer(changes.next(told)).faults;
    EXPECT_THAT(found, Each(ContainsRegex("^x\\.json#.*expected .*, got "))) << told;
    ran += found.empty() ? 1 : 0;
  }
  EXPECT_GT(ran, 10) << "some must run for the test to mean something";
}

TEST(Inputs, B8CommandLinesThatMeanNothingEndWithStatus2AndAMessage) {
  const std::string clinic =
      (testing_app::source_folder() / "scenarios/examples/clinic.json").string();
  const tests::TemporaryFolder folder;
  const std::vector<std::vector<std::string>> lines{
      {"rum"},
      {"--bogus"},
      {"run"},
      {"run", ""},
      {"run", "/nowhere.json"},
      {"run", "/"},
      {"run", "/dev/null"},
      {"run", clinic, "--replications", "0"},
      {"run", clinic, "--replications", "-1"},
      {"run", clinic, "--replications", "1e3"},
      {"run", clinic, "--replications", "99999999999"},
      {"run", clinic, "--replications"},
      {"run", clinic, "--threads", "-1"},
      {"run", clinic, "--threads", "x"},
      {"run", clinic, "--seed", "-1"},
      {"run", clinic, "--seed", "1.5"},
      {"run", clinic, "--precision", "-1"},
      {"run", clinic, "--precision", "nan"},
      {"run", clinic, "--set", ""},
      {"run", clinic, "--set", "x"},
      {"run", clinic, "--set", "/=1"},
      {"run", clinic, "--set", "/nothing=1"},
      {"run", clinic, "--set", "/horizon/days=x"},
      {"run", clinic, "--set", "/horizon/days=1e300"},
      {"run", clinic, "--out", ""},
      {"run", clinic, "--out", "/proc/x"},
      {"run", clinic, "--lang", "de"},
      {"run", clinic, "--progress", "loud"},
      {"run", clinic, clinic},
      {"check"},
      {"check", "/x"},
      {"check", clinic, "--replications", "2"},
      {"compare"},
      {"compare", clinic},
      {"compare", clinic, "/x.json"},
      {"trace"},
      {"trace", clinic, "--patient", "nobody/1"},
      {"trace", clinic, "--patient", "x"},
      {"rules"},
      {"rules", "bogus"},
      {"rules", "check"},
      {"rules", "check", "/x.json"},
      {"rules", "explain", "/x"},
      {"rules", "compare", clinic, clinic},
      {"report"},
      {"report", "/x"},
      {"report", clinic},
      {"network"},
      {"network", "/x"},
      {"schema", "bogus"},
      {"dictionary", "x"},
      {"list", "x"}};
  for (const auto& line : lines) {
    std::string shown;
    for (const auto& word : line) shown += " " + word;
    const auto finished = testing_app::run(line);
    EXPECT_EQ(finished.status, 2) << shown << "\n" << finished.err << finished.out.substr(0, 200);
    EXPECT_THAT(finished.err, Not(IsEmpty())) << shown;
  }
}

}  // namespace
