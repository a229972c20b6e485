// SPDX-License-Identifier: Apache-2.0
// What the rule sets of the project say, against an evaluation of their conditions one by one and
// against what the fact sheet says.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/rules/rule_analysis.hpp"
#include "models/rules/rule_table.hpp"
#include "scenarios/case_vocabulary.hpp"
#include "scenarios/check_rules.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/rule_reader.hpp"
#include "tests/temporary_folder.hpp"

namespace care {
namespace {

namespace fs = std::filesystem;
using scenarios::Party;
using scenarios::Performer;
using Named = scenarios::Named<std::string>;

const fs::path root = TROSKEL_SOURCE_DIR;

scenarios::RuleSet rule_set(const std::string& name) {
  auto loaded = scenarios::load_rules(root / "scenarios/rules" / (name + ".json"));
  EXPECT_TRUE(loaded.rules) << name;
  return loaded.rules ? *std::move(loaded.rules) : scenarios::RuleSet{};
}

std::vector<std::string> rule_files() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(root / "scenarios/rules")) {
    if (entry.path().extension() == ".json") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// A random case: one value of every dimension, switches included.
Named random_case(std::mt19937& random) {
  Named values;
  for (const auto& dimension : scenarios::case_vocabulary()) {
    const auto& value = dimension.values[random() % dimension.values.size()];
    values.emplace_back(dimension.name, value.name);
  }
  return values;
}

const std::string& value_of(const Named& values, std::string_view name) {
  return *scenarios::find_named(values, name);
}

bool is_among(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::string level_of(const scenarios::CareScale& scale, const std::string& task) {
  for (const auto& [level, tasks] : scale.levels) {
    if (is_among(tasks, task)) return level;
  }
  return "";
}

/// The condition read word by word.
bool meets(const scenarios::RuleSet& set, const scenarios::Condition& when, const Named& values) {
  const auto term_holds = [&](const auto& term) {
    const auto& [name, accepted] = term;
    if (scenarios::find_dimension(name)) return is_among(accepted, value_of(values, name));
    if (const auto* const definition = scenarios::find_named(set.definitions, name)) {
      return is_among(accepted, meets(set, *definition, values) ? "yes" : "no");
    }
    const auto& scale =
        *scenarios::find_named(set.scales, value_of(values, scenarios::scale_switch));
    const std::string level = level_of(scale, value_of(values, "task"));
    if (name == scenarios::level_name) return is_among(accepted, level);
    return is_among(accepted, is_among(scale.primary, level) ? "yes" : "no");
  };
  return std::all_of(when.all.begin(), when.all.end(), term_holds);
}

TEST(RuleTable, DecidesAsTheConditionsReadOneByOne) {
  for (const std::string& name : rule_files()) {
    const auto set = rule_set(name);
    std::mt19937 random(7);
    for (int i = 0; i < 100; ++i) {
      const Named values = random_case(random);
      Named patient, positions;
      for (const auto& [dimension, value] : values) {
        const auto kind = scenarios::case_vocabulary()[*scenarios::find_dimension(dimension)].kind;
        (kind == scenarios::CaseDimension::Kind::Switch ? positions : patient)
            .emplace_back(dimension, value);
      }
      const RuleTable table(set, positions);
      const Answer answer = table.decide(case_of(patient));
      ASSERT_EQ(answer.readings.size(), 1U);
      const auto first = std::find_if(set.rules.begin(), set.rules.end(), [&](const auto& rule) {
        return meets(set, rule.second.when, values);
      });
      EXPECT_EQ(set.rules[answer.readings.front().rule].first, first->first) << name;
    }
  }
}

TEST(RuleTable, RegionsShareOutEveryCaseThatCanOccurOnce) {
  for (const std::string& name : rule_files()) {
    const RuleTable table(rule_set(name));
    const auto all = regions(table);
    double weight = weight_of(table.impossible(), equal_weights());
    for (const Region& region : all) weight += weight_of(region.cases, equal_weights());
    EXPECT_NEAR(weight, 1, 1e-12) << name;
    std::mt19937 random(8);
    for (int i = 0; i < 100; ++i) {
      Named values = random_case(random);
      std::erase_if(values, [](const auto& value) {
        return scenarios::case_vocabulary()[*scenarios::find_dimension(value.first)].kind ==
               scenarios::CaseDimension::Kind::Switch;
      });
      const Cube point = case_of(values);
      if (is_covered(point, table.impossible())) continue;
      const auto found = std::find_if(all.begin(), all.end(), [&](const Region& region) {
        return is_covered(point, region.cases);
      });
      ASSERT_NE(found, all.end());
      EXPECT_EQ(found->answer.key(table.set()), table.decide(point).key(table.set()));
    }
  }
}

TEST(RuleFiles, EveryOnePassesTheCheck) {
  for (const std::string& name : rule_files()) {
    const RuleTable table(rule_set(name));
    std::vector<std::string> texts;
    for (const auto& issue : rule_issues(table, find_rule_faults(table))) {
      texts.push_back(issue.text());
    }
    EXPECT_THAT(texts, testing::IsEmpty()) << name;
    EXPECT_EQ(table.constraints().size(), 5U) << name;
  }
}

/// Primary care on either scale, which the physician of a health centre answers for or, where nobody says who
/// answers, orders: what the duties in special housing, LSS housing and day activities are about (D84, D85).
bool is_undisputed(const Named& values) {
  const std::vector<std::string> primary{
      "medication", "simple_drugs", "insulin", "depot_injection", "anticoagulant", "iv_antibiotics",
      "wound",      "catheter",     "peg",     "symptom_relief",  "training"};
  const std::string& palliative = value_of(values, "palliative");
  const std::string& answers = value_of(values, "answers");
  return is_among(primary, value_of(values, "task")) &&
         (palliative == "no" || palliative == "general") &&
         (answers == "health_centre" ||
          (answers == "not_stated" && value_of(values, "prescriber") == "health_centre"));
}

TEST(RuleFiles, TheLawHoldsInAllOfThemForRandomCases) {
  int settled = 0;
  for (const std::string& name : rule_files()) {
    const RuleTable table(rule_set(name));
    std::mt19937 random(9);
    for (int i = 0; i < 100; ++i) {
      Named values = random_case(random);
      std::erase_if(values, [](const auto& value) {
        return scenarios::case_vocabulary()[*scenarios::find_dimension(value.first)].kind ==
               scenarios::CaseDimension::Kind::Switch;
      });
      for (auto& [attribute, value] : values) {
        if (i % 2 == 0) break;  // the others are of care at home
        if (attribute == "setting") value = "home";
        if (attribute == "self_care") value = "no";
        if (attribute == "housing") value = i % 4 == 1 ? "special_housing" : "lss_housing";
      }
      const Answer answer = table.decide(case_of(values));
      const auto& parties = table.rule(answer.readings.front().rule).responsible;
      const bool self_care = value_of(values, "self_care") == "yes";
      const bool at_home = value_of(values, "setting") == "home";
      const std::string& housing = value_of(values, "housing");
      if (value_of(values, "competence") == "physician") {
        EXPECT_EQ(parties, std::vector{Party::Region}) << name;
      } else if (!self_care && at_home && is_undisputed(values) &&
                 (housing == "special_housing" || housing == "lss_housing")) {
        EXPECT_EQ(parties, std::vector{Party::Municipality}) << name;
        ++settled;
      } else if (!self_care && value_of(values, "setting") == "hvb") {
        EXPECT_EQ(parties, std::vector{Party::Region}) << name;
      }
    }
  }
  EXPECT_GT(settled, 10);
}

// ---------------------------------------------------------------- what the facts say

struct Expected {
  const char* fact;
  const char* rules;
  Named patient;
  std::vector<Party> responsible;
  std::vector<Performer> performer;
};

TEST(RuleFiles, SayWhatTheFactsSay) {
  constexpr auto region = Party::Region;
  constexpr auto municipality = Party::Municipality;
  constexpr auto by_municipality = Performer::Municipality;
  const Named visitor{{"task", "insulin"}, {"residence", "other_county"}};
  const Named tpn{{"task", "tpn"}, {"prescriber", "specialist"}};
  const Named ulcer{{"task", "wound"}, {"reach", "with_support"}, {"enrolled", "no"}};
  const Named asih{{"task", "symptom_relief"}, {"asih", "yes"}, {"palliative", "specialised"}};
  Named asih_new = asih;
  asih_new.emplace_back("enrolled", "no");
  const Named cleaning{{"decision", "household"}};
  const Named single{{"task", "wound"}, {"course", "single"}, {"enrolled", "no"}};
  const Named night{{"task", "medication"}, {"shift", "night"}};
  const Named child{{"task", "tracheostomy"},
                    {"age", "under_18"},
                    {"prescriber", "childrens_clinic"},
                    {"setting", "lss_short_stay"}};
  const Expected all[] = {
      {"D1", "halland_1992", {{"extent", "limited"}}, {region}, {Performer::HealthCentre}},
      {"D1", "halland_1992", {{"extent", "extensive"}}, {municipality}, {by_municipality}},
      {"D1", "halland_2002", cleaning, {municipality}, {by_municipality}},
      {"D1", "halland_2009", cleaning, {region}, {Performer::HealthCentre, by_municipality}},
      {"B03", "halland_2015", single, {region}, {by_municipality}},
      {"D1", "halland_2019", visitor, {municipality}, {by_municipality}},
      {"D1", "halland_2021_region", tpn, {municipality}, {by_municipality}},
      {"D08", "halland_2021_kommun", tpn, {region}, {by_municipality}},
      {"D08", "halland_2021_klinik_lista_2023", tpn, {region}, {Performer::SpecialistClinic}},
      {"D20", "halland_2021_laholm", visitor, {region}, {Performer::Nobody}},
      {"D80", "halland_2021_region", child, {region}, {by_municipality}},
      {"D10", "halland_2021_kommun", child, {region}, {by_municipality}},
      {"D30", "dalarna_2012", ulcer, {region}, {Performer::HealthCentre}},
      {"D35", "dalarna_vard_i_hemmet", ulcer, {region}, {Performer::HealthCentre}},
      {"D43", "skane_palliativ_2009", asih_new, {region}, {Performer::Asih}},
      {"D44", "skane_palliativ_2009", asih, {region}, {Performer::Asih}},
      {"D45", "skane_utan_bilaga7", asih, {region}, {Performer::Asih}},
      {"D66",
       "vgr_boras",
       night,
       {region, municipality},
       {Performer::HealthCentre, by_municipality}},
      {"D62", "stockholm_region_ssk", night, {region}, {Performer::HealthCentre}},
      {"D60", "kronoberg", {{"task", "wound"}}, {municipality}, {by_municipality}},
  };
  // What the documents leave open.
  for (const auto& [rules, patient] : std::vector<std::pair<const char*, Named>>{
           {"halland_2021_kommun", visitor}, {"uppsala_riskanalys", tpn}, {"kronoberg", tpn}}) {
    EXPECT_TRUE(RuleTable(rule_set(rules)).decide(case_of(patient)).disputed) << rules;
  }
  for (const Expected& one : all) {
    SCOPED_TRACE(std::string(one.fact) + " " + one.rules);
    const RuleTable table(rule_set(one.rules));
    const Answer answer = table.decide(case_of(one.patient));
    ASSERT_FALSE(answer.disputed);
    EXPECT_EQ(table.rule(answer.readings.front().rule).responsible, one.responsible);
    EXPECT_EQ(table.rule(answer.readings.front().rule).performer, one.performer);
  }
}

TEST(RuleFiles, TheScalesPutTheSameTaskWithDifferentParties) {
  // K10: unstable diabetes is specialist care on scale A and simple on scale B.
  const Cube line = case_of({{"task", "unstable_diabetes"}, {"answers", "health_centre"}});
  const auto owner = [&](const char* scale) {
    const RuleTable table(rule_set("halland_2021_kommun"),
                          {{"complexity_scale", scale}, {"municipal_extent", "criterion"}});
    return table.rule(table.decide(line).readings.front().rule).responsible;
  };
  EXPECT_EQ(owner("A"), std::vector{Party::Region});
  EXPECT_EQ(owner("B"), std::vector{Party::Municipality});
  const RuleTable open(rule_set("halland_2021_kommun"));
  EXPECT_TRUE(open.decide(line).disputed);
}

TEST(RuleFiles, ThePartiesAgreeOnTheSimpleCase) {
  const RuleTable table(rule_set("halland_2021"));
  EXPECT_GT(table.combinations().size(), 1U);
  EXPECT_FALSE(table.decide(case_of({{"task", "medication"}})).disputed);
  EXPECT_FALSE(
      table.decide(case_of({{"task", "simple_drugs"}, {"prescriber", "specialist"}})).disputed)
      << "D06";
  EXPECT_TRUE(table.decide(case_of({{"task", "ventilator"}})).disputed) << "D08";
}

// ---------------------------------------------------------------- planted faults

/// Six rules on top of the law, with a hole that tests make.
scenarios::RuleSet planted(const std::string& rules) {
  const auto law = root / "scenarios/rules/lag_grund.json";
  const tests::TemporaryFolder folder;
  fs::copy_file(law, folder / "lag_grund.json", fs::copy_options::overwrite_existing);
  std::ofstream(folder / "planted.json")
      << R"({"extends": "lag_grund.json", "title": "P", "systems": {"id": "A44", "name": "P"}, )"
      << "\"rules\": " << rules << "}";
  auto loaded = scenarios::load_rules(folder / "planted.json");
  for (const auto& issue : loaded.errors) ADD_FAILURE() << issue.text();
  return loaded.rules ? *std::move(loaded.rules) : scenarios::RuleSet{};
}

std::vector<std::string> faults_of(const std::string& rules) {
  const RuleTable table(planted(rules));
  std::vector<std::string> texts;
  for (auto issue : rule_issues(table, find_rule_faults(table))) {
    issue.file = fs::path(issue.file).filename();
    texts.push_back(issue.text());
  }
  return texts;
}

TEST(PlantedFaults, AGapIsNamed) {
  EXPECT_THAT(
      faults_of(R"({"base": null})"),
      testing::ElementsAre(
          "planted.json#/rules: expected a last rule that matches every case (\"when\": {}), got "
          "none for (competence nurse, rehab; housing ordinary, sheltered; setting home; "
          "prescriber health_centre; self_care no)"));
}

TEST(PlantedFaults, ARuleNeverReachedIsNamed) {
  EXPECT_THAT(faults_of(R"({
    "at_night": {"when": {"shift": ["evening", "night"], "setting": "hospital"},
      "responsible": "region", "performer": "hospital", "reason": "N", "source": "A44"},
    "late": {"when": {"shift": "night", "setting": "hospital", "age": "80_plus"},
      "responsible": "region", "performer": "hospital", "reason": "L", "source": "A44"}})"),
              testing::ElementsAre("planted.json#/rules/late: expected a rule that some case "
                                   "reaches, got one that earlier rules leave nothing to"));
}

TEST(PlantedFaults, ABreachOfTheLawIsNamed) {
  EXPECT_THAT(
      faults_of(R"({
    "all": {"when": {"setting": "home", "enrolled": "yes", "self_care": "no",
                     "housing": ["ordinary", "sheltered"]},
      "responsible": "municipality", "performer": "municipality", "reason": "A",
      "source": "A44"}})"),
      testing::ElementsAre(
          "planted.json#/rules/all/responsible: expected what the law settles (physician; D82, "
          "A47), got another party for (competence physician; housing ordinary, sheltered; "
          "setting home; enrolled yes; self_care no)"));
  EXPECT_THAT(
      faults_of(R"({
    "back": {"when": {"housing": "special_housing", "competence": "rehab", "setting": "home",
                      "self_care": "no"},
      "responsible": "region", "performer": "health_centre", "reason": "B", "source": "A44"}})"),
      testing::ElementsAre(testing::HasSubstr("what the law settles (special_housing; B06, A47)")));
}

TEST(PlantedFaults, ARuleThatALaterFileReplacesIsNoFault) {
  const std::string all = R"({
    "all_hospital": {"when": {"setting": "hospital"},
      "responsible": "region", "performer": "specialist_clinic", "reason": "A",
      "source": "A44"}})";
  EXPECT_THAT(faults_of(all), testing::IsEmpty());
  const RuleTable table(planted(all));
  const auto findings = find_rule_faults(table);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().kind, RuleFinding::Kind::Replaced);
  EXPECT_EQ(table.set().rules[findings.front().rule].first, "hospital");
}

// ---------------------------------------------------------------- analysis

TEST(RuleAnalysis, SharesAddUpToOne) {
  for (const std::string& name : rule_files()) {
    const auto a = analyse_rules(RuleTable(rule_set(name)), equal_weights());
    EXPECT_NEAR(a.region + a.municipality + a.both + a.person + a.nobody + a.disputed.share, 1,
                1e-12)
        << name;
  }
}

TEST(RuleAnalysis, FindsWhatFallsBetweenTheChairs) {
  const auto laholm = analyse_rules(RuleTable(rule_set("halland_2021_laholm")), equal_weights());
  EXPECT_FALSE(laholm.unserved.cases.empty()) << "nobody is named for visitors";
  for (const Cube& cube : laholm.unserved.cases) {
    EXPECT_THAT(case_names(cube).en, testing::HasSubstr("residence same_county, other_county"));
  }
  const auto dalarna = analyse_rules(RuleTable(rule_set("dalarna_2012")), equal_weights());
  EXPECT_TRUE(dalarna.unserved.cases.empty());
  EXPECT_GT(dalarna.disputed.share, 0) << "psychiatry is still undecided";
}

TEST(RuleAnalysis, AResolvedSwitchLeavesNoDispute) {
  const auto use_of = [](const RuleAnalysis& analysis) {
    const auto dimension = scenarios::find_dimension("palliative_rule").value();
    return *std::ranges::find(analysis.switches, dimension, &SwitchUse::dimension);
  };
  const auto open = analyse_rules(RuleTable(rule_set("skane_hs_2016")), equal_weights());
  EXPECT_TRUE(use_of(open).open);
  EXPECT_GT(use_of(open).share, 0);
  const auto kept = analyse_rules(RuleTable(rule_set("skane_palliativ_2009")), equal_weights());
  EXPECT_FALSE(use_of(kept).open);
  EXPECT_DOUBLE_EQ(use_of(kept).share, use_of(open).share);
  EXPECT_LT(kept.disputed.share, open.disputed.share);
}

TEST(RuleComparison, DiffersExactlyWhereTheAnswersDo) {
  std::vector<RuleTable> tables;
  tables.emplace_back(rule_set("halland_2021_region"));
  tables.emplace_back(rule_set("halland_2021_kommun"), ChosenPositions{{"complexity_scale", "A"}});
  tables.emplace_back(rule_set("halland_2015"));
  const auto comparison = compare_rules(tables, equal_weights());
  double share = 0;
  Cubes different;
  for (const auto& one : comparison.differences) {
    share += one.cases.share;
    different.insert(different.end(), one.cases.cases.begin(), one.cases.cases.end());
  }
  EXPECT_GE(share, comparison.differing[0][1]);
  EXPECT_DOUBLE_EQ(comparison.differing[0][1], comparison.differing[1][0]);
  EXPECT_EQ(comparison.differing[0][0], 0);
  EXPECT_GT(comparison.differing[0][2], 0)
      << "short stays of children are not agreed any more (D10)";
  std::mt19937 random(10);
  for (int i = 0; i < 2000; ++i) {
    Named values = random_case(random);
    for (auto& [name, value] : values) {
      if (name == "setting") value = "home";
      if (name == "housing") value = "ordinary";
      if (name == "self_care") value = "no";
    }
    std::erase_if(values, [](const auto& value) {
      return scenarios::case_vocabulary()[*scenarios::find_dimension(value.first)].kind ==
             scenarios::CaseDimension::Kind::Switch;
    });
    const Cube point = case_of(values);
    if (is_covered(point, tables[0].impossible())) continue;
    const bool same = tables[0].decide(point).key(tables[0].set()) ==
                      tables[1].decide(point).key(tables[1].set());
    EXPECT_EQ(is_covered(point, different), !same);
  }
}

/// One case of a cube, its switches as open as they are.
Cube one_of(const Cube& cube, std::mt19937& random) {
  Cube point = cube;
  for (std::size_t d = 0; d < scenarios::case_vocabulary().size(); ++d) {
    const auto& dimension = scenarios::case_vocabulary()[d];
    if (dimension.kind != scenarios::CaseDimension::Kind::Attribute) continue;
    std::uint32_t bit = 0;
    do bit = 1U << random() % dimension.values.size();
    while ((cube.values[d] & bit) == 0);
    point.values[d] = bit;
  }
  return point;
}

std::set<std::size_t> rules_in(const Answer& answer) {
  std::set<std::size_t> rules;
  for (const Reading& reading : answer.readings) rules.insert(reading.rule);
  return rules;
}

// Issue A15: cases that get the same answer were cited with the first rule among those that give it.
TEST(RuleComparison, A15CitesEveryRuleThatDecidesAndNoOther) {
  std::vector<RuleTable> tables;
  for (const auto* name : {"halland_2021_region", "halland_2021_kommun", "dalarna_2012"}) {
    tables.emplace_back(rule_set(name));
  }
  std::mt19937 random(15);
  std::size_t with_several = 0;
  for (const auto& difference : compare_rules(tables, equal_weights()).differences) {
    for (std::size_t t = 0; t < tables.size(); ++t) {
      const auto cited = rules_in(difference.answers[t]);
      if (cited.size() > 1) ++with_several;
      std::set<std::size_t> deciding;
      for (const Cube& cube : difference.cases.cases) {
        for (int i = 0; i < 20; ++i) {
          deciding.merge(rules_in(tables[t].decide(one_of(cube, random))));
        }
      }
      EXPECT_TRUE(std::ranges::includes(cited, deciding)) << tables[t].set().path;
      for (const std::size_t rule : cited) {
        EXPECT_FALSE(intersection(difference.cases.cases, tables[t].rules()[rule]).empty());
      }
    }
  }
  EXPECT_GT(with_several, 0U) << "the comparison has no group that several rules decide";
}

TEST(PopulationWeights, FollowTheScenarioInAge) {
  const auto loaded = scenarios::load(root / "scenarios/halland/base-2025.json");
  ASSERT_TRUE(loaded.scenario);
  std::vector<scenarios::Issue> issues;
  const auto population = population_weights(*loaded.scenario, issues);
  EXPECT_TRUE(issues.empty());
  double persons = 0;
  for (const double count : population.persons) persons += count;
  EXPECT_GT(persons, 300'000);
  EXPECT_LT(persons, 400'000);
  const std::size_t age = *scenarios::find_dimension("age");
  const Cube old = with_values(age, 1);
  EXPECT_NEAR(weight_of(old, population.weights), population.persons[0] / persons, 1e-12);
  auto without = *loaded.scenario;
  without.population.reset();
  EXPECT_THAT(population_weights(without, issues).persons, testing::IsEmpty());
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_EQ(issues.front().expected.en, "a population, to weigh patient cases by");
}

}  // namespace
}  // namespace care
