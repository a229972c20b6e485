// SPDX-License-Identifier: Apache-2.0
// `troskel rules` as a user meets it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/app/process.hpp"

namespace {

using Json = nlohmann::ordered_json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing_app::run;
using testing_app::TemporaryFolder;

std::string rules_file(const std::string& name) {
  return (testing_app::source_folder() / "scenarios/rules" / (name + ".json")).string();
}

std::string case_file(const std::string& name) {
  return (testing_app::source_folder() / "scenarios/cases" / (name + ".json")).string();
}

class RulesInput : public testing::Test {
 protected:
  RulesInput() {
    testing_app::write(folder_ / "lag_grund.json", testing_app::read(rules_file("lag_grund")));
  }

  /// What `rules check` says of a file that extends the law, without the folder's name.
  std::string refused(const std::string& members) {
    testing_app::write(folder_ / "own.json", R"({"extends": "lag_grund.json", "title": "Own", )"
                                             R"("systems": {"id": "A44", "name": "Own"})" +
                                                 members + "}");
    const auto done = run({"rules", "check", (folder_ / "own.json").string()});
    EXPECT_EQ(done.status, 2);
    EXPECT_EQ(done.out, "");
    EXPECT_EQ(done.error_lines(), 1U) << done.err;
    std::string text = done.err.substr(0, done.err.find('\n'));
    const std::string prefix = folder_.path().string() + "/";
    for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
      text.erase(at, prefix.size());
    }
    return text;
  }

  TemporaryFolder folder_;
};

TEST_F(RulesInput, MisspeltAttribute) {
  const std::string message = refused(R"(, "definitions": {"x": {"hosing": "ordinary"}})");
  EXPECT_THAT(message, testing::StartsWith("own.json#/definitions/x/hosing: expected one of: "));
  EXPECT_THAT(message, testing::EndsWith("got \"hosing\" (did you mean \"housing\"?)"));
}

TEST_F(RulesInput, ImpossibleValue) {
  EXPECT_EQ(refused(R"(, "definitions": {"x": {"housing": "castle"}})"),
            "own.json#/definitions/x/housing: expected one of: ordinary, sheltered, "
            "special_housing, lss_housing, got \"castle\"");
}

TEST_F(RulesInput, NoFinalRule) {
  EXPECT_EQ(refused(R"(, "rules": {"base": null})"),
            "own.json#/rules: expected a last rule that matches every case (\"when\": {}), got "
            "none for (competence nurse, rehab; housing ordinary, sheltered; setting home; "
            "prescriber health_centre; self_care no)");
}

TEST_F(RulesInput, CircularExtends) {
  testing_app::write(folder_ / "lag_grund.json", R"({"extends": "own.json"})");
  EXPECT_EQ(refused(""),
            "lag_grund.json#/extends: expected a chain of at most 32 files that ends, got "
            "own.json -> lag_grund.json -> own.json");
}

TEST_F(RulesInput, BreachOfTheLaw) {
  EXPECT_EQ(refused(R"(, "rules": {"all": {"when": {"competence": "physician", "shift": "night"},
                      "responsible": "municipality", "performer": "municipality",
                      "reason": "A", "source": "A44"}})"),
            "own.json#/rules/all/responsible: expected what the law settles (physician; D82, A47), "
            "got another party for (competence physician; shift night)");
}

TEST(Rules, CheckSpeaksBothLanguages) {
  const auto english = run({"rules", "check", rules_file("halland_2021")});
  EXPECT_EQ(english.status, 0) << english.err;
  EXPECT_THAT(english.out, HasSubstr("halland_2021.json: ok\n"));
  EXPECT_THAT(english.out, HasSubstr("level_rule (K1, what is primary level): open; decides "));
  EXPECT_THAT(english.out, HasSubstr("Cases that nobody performs: "));
  const auto swedish = run({"rules", "check", rules_file("halland_2021"), "--lang", "sv"});
  EXPECT_THAT(swedish.out, HasSubstr("level_rule (K1, vad som är primärvårdsnivå): öppen; avgör "));
}

TEST(Rules, CheckWarnsOfASwitchThatNoRuleReads) {
  const auto read =
      run({"rules", "check", rules_file("halland_2021"), "--switch", "level_rule=region"});
  EXPECT_EQ(read.status, 0) << read.err;
  EXPECT_EQ(read.err, "");
  const auto unread =
      run({"rules", "check", rules_file("kronoberg"), "--switch", "tail_rule=inside"});
  EXPECT_EQ(unread.status, 0) << unread.err;
  EXPECT_THAT(unread.err,
              HasSubstr("warning: --switch: expected a switch that the rules read, one of: "
                        "complexity_scale, level_rule, municipal_extent, got \"tail_rule\", which "
                        "changes nothing; it concerns "));
}

TEST(Rules, CheckWeighsByAPopulation) {
  const auto scenario =
      (testing_app::source_folder() / "scenarios/halland/base-2025.json").string();
  const auto done = run({"rules", "check", rules_file("dalarna_2012"), "--population", scenario});
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("(weighed by age, 34"));
  const auto none =
      run({"rules", "check", rules_file("dalarna_2012"), "--population", testing_app::clinic});
  EXPECT_EQ(none.status, 2);
  EXPECT_EQ(none.err, testing_app::clinic +
                          "#/population: expected a population, to weigh patient cases by, "
                          "got nothing\n");
}

TEST(Rules, CheckPrintsJson) {
  const auto done =
      run({"rules", "check", rules_file("lag_grund"), rules_file("kronoberg"), "--json"});
  const auto json = Json::parse(done.out);
  ASSERT_EQ(json.size(), 2U);
  EXPECT_GT(json[0]["disputed"]["share"], 0) << "above primary level the law does not say (B06)";
  EXPECT_EQ(json[0]["constraints"], 5);
  EXPECT_EQ(json[1]["nobody_performs"]["cases"].size(), 0U);
}

TEST(Rules, CompareShowsCasesAndAMatrix) {
  const std::vector<std::string> words = {"rules", "compare", rules_file("skane_palliativ_2009"),
                                          rules_file("skane_utan_bilaga7")};
  const auto done = run(words);
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("1 the region → advanced home care (ASIH) [D43, K7]"));
  EXPECT_THAT(done.out, HasSubstr("2 the municipality [A23, D42]"));
  EXPECT_THAT(done.out, HasSubstr("home health care: no; palliative care: general; in ASIH: yes"));
  auto as_json = words;
  as_json.emplace_back("--json");
  const auto json = Json::parse(run(as_json).out);
  ASSERT_FALSE(json["differences"].empty());
  for (const auto& difference : json["differences"]) {
    for (const auto& cases : difference["cases"].get<std::vector<std::string>>()) {
      EXPECT_THAT(cases, HasSubstr("asih yes")) << "the annex is about patients in ASIH";
    }
  }
  EXPECT_EQ(json["differing"][0][1], json["differing"][1][0]);
}

// A15: the first rule of a group was cited for what others decide, in the text and in JSON.
TEST(Rules, A15CompareCitesEveryRuleOfAGroupInTextAndJson) {
  std::vector<std::string> words = {"rules", "compare", rules_file("halland_2021_region"),
                                    rules_file("dalarna_2012")};
  auto text = run(words).out;
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  words.emplace_back("--json");
  const auto json = Json::parse(run(words).out);
  std::size_t with_several = 0;
  for (std::size_t i = 0; i < json["differences"].size(); ++i) {
    for (const auto& answer : json["differences"][i]["answers"]) {
      EXPECT_FALSE(answer["rules"].empty());
      if (answer["rules"].size() > 1) ++with_several;
      auto source = "[" + answer["source"].get<std::string>() + "]";
      std::erase(source, ' ');
      if (i < 25) {
        EXPECT_THAT(text, HasSubstr(source));
      }
    }
  }
  EXPECT_GT(with_several, 0U) << "no group that several rules decide";
}

TEST(Rules, ExplainGivesOwnerPerformerRuleTextAndSource) {
  const auto done = run({"rules", "explain", rules_file("dalarna_2012"), "--case",
                         case_file("leg_ulcer_wheelchair")});
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("  Who dresses the ulcer at home?\n"
                                  "    Dalarna 2012:\n"
                                  "      the region → the health centre (nurse)\n"));
  EXPECT_THAT(done.out, HasSubstr("        dalarna_2012.json#/rules/to_health_centre [D30"));
  EXPECT_THAT(done.out, HasSubstr("Not settled by the agreement: pays, trains, aids and material"));
}

TEST(Rules, ExplainTellsEachReadingOfAnOpenSwitch) {
  const std::vector<std::string> words = {
      "rules",  "explain", rules_file("halland_2021"), "--case", case_file("tpn_after_cancer"),
      "--lang", "sv"};
  const auto open = run(words).out;
  EXPECT_THAT(open, HasSubstr("parternas läsningar öppna: omstritt\n"));
  EXPECT_THAT(open, HasSubstr("om vad som är primärvårdsnivå: regionen: allt som kan göras"));
  auto chosen = words;
  chosen.insert(chosen.end(), {"--switch", "level_rule=municipality"});
  const auto resolved = run(chosen).out;
  EXPECT_THAT(resolved, HasSubstr("regionen → kommunen (sjuksköterska)"));
  EXPECT_THAT(resolved, HasSubstr("Från när: "));
}

TEST(Rules, ExplainAllIsTheMatrixOfAllRuleSets) {
  const std::string scenarios =
      "TROSKEL_SCENARIOS=" + (testing_app::source_folder() / "scenarios").string();
  for (const std::string lang : {"sv", "en"}) {
    const auto done =
        run({"rules", "explain", "--case", "dialysis_at_night", "--all", "--lang", lang},
            {"LC_ALL=C", scenarios});
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_THAT(done.out, HasSubstr("  halland_2021_region "));
    EXPECT_THAT(done.out, HasSubstr(lang == "sv" ? "R→SK [D08, D14," : "R→SC [D08, D14,"));
    EXPECT_THAT(done.out, HasSubstr(lang == "sv" ? "Från när: " : "From when: "));
  }
  const auto all =
      Json::parse(run({"rules", "explain", "--all", "--json"}, {"LC_ALL=C", scenarios}).out);
  EXPECT_GE(all.size(), 25U);
  for (const auto& one : all) {
    for (const auto& question : one["questions"]) {
      EXPECT_GE(question["answers"].size(), 28U);
      for (const auto& answer : question["answers"]) {
        for (const auto& reading : answer["readings"]) EXPECT_NE(reading["source"], "");
        EXPECT_GE(answer["terms"].size(), 4U) << "pays, trains, supplies, when";
        for (const auto& attribute : answer["deciding"]) {
          EXPECT_TRUE(attribute["stated"].get<bool>()) << "shipped cases leave nothing to defaults";
        }
      }
    }
  }
}

TEST(Rules, SaysWhatIsWrongOnTheCommandLine) {
  const auto message = [](std::vector<std::string> words) {
    words.insert(words.begin(), "rules");
    const auto done = run(words);
    EXPECT_EQ(done.status, 2);
    EXPECT_EQ(done.error_lines(), 1U);
    return done.err.substr(0, done.err.find('\n'));
  };
  EXPECT_EQ(message({}), "troskel rules: expected check, compare or explain, got nothing");
  EXPECT_EQ(message({"chek", "a.json"}),
            "troskel rules: expected check, compare or explain, got \"chek\"");
  EXPECT_EQ(message({"compare", "a.json"}),
            "troskel rules compare: expected at least two rule files, got 1");
  EXPECT_EQ(message({"explain", "a.json"}),
            "troskel rules explain: expected --case CASE or --all, got neither");
  EXPECT_EQ(message({"check", "a.json", "--switch", "level_rul=region"}),
            "--switch: expected one of: level_rule, municipal_extent, threshold_support, "
            "person_scope, boundary_detail, support, "
            "ready_target, allocation_key, palliative_rule, tail_rule, night_split, "
            "complexity_scale, knowledge_centre, communalisation, got \"level_rul\" (did you mean "
            "\"level_rule\"?)");
  EXPECT_EQ(message({"check", "a.json", "--switch", "level_rule"}),
            "--switch: expected one of: region, municipality, got \"\"");
  EXPECT_EQ(message({"check", "halland_1066"}),
            "halland_1066: expected a file of at most 64 MB, got no such file");
}

TEST(Rules, TheListShowsRuleSetsAndWhatTheyLack) {
  const std::string scenarios =
      "TROSKEL_SCENARIOS=" + (testing_app::source_folder() / "scenarios").string();
  const auto done = run({"list"}, {"LC_ALL=C", scenarios});
  EXPECT_THAT(done.out, HasSubstr("kronoberg.json\n    Kronoberg; extends avtal_allmant.json\n    "
                                  "A44 Kronoberg (no rule content in the documents)\n"));
  EXPECT_THAT(done.out, HasSubstr("Patient cases\n"));
}

}  // namespace
