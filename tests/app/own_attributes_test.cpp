// SPDX-License-Identifier: Apache-2.0
// Attributes that a rule set declares itself, from the file to the run: tests/app/own_attributes/ is
// a small case that is counted by hand.

#include <map>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/app/process.hpp"

namespace {

using Json = nlohmann::ordered_json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing_app::run;
using testing_app::TemporaryFolder;

std::string fixture(const std::string& name) {
  return (testing_app::source_folder() / "tests/app/own_attributes" / name).string();
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
  return cells;
}

class OwnAttributes : public testing::Test {
 protected:
  OwnAttributes() {
    for (const auto* const name : {"rules.json", "case.json", "ward.json"}) copy(name, "", "");
  }

  void copy(const std::string& name, const std::string& from, const std::string& to) {
    const auto original = fixture(std::filesystem::path(name).filename().string());
    testing_app::write(folder_ / name, with(testing_app::read(original), from, to));
  }
  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_ / name).string();
  }

  /// Persons by responsible party and the last attribute of cases, as a run counts them.
  std::map<std::string, std::string> persons() {
    const auto done = run({"run", path("ward.json"), "--replications", "2", "--progress", "none",
                           "--lang", "en", "--out", path("out")});
    EXPECT_EQ(done.status, 0) << done.err;
    said_ = done.out + done.err;
    std::map<std::string, std::string> persons;
    std::istringstream lines(testing_app::read(folder_ / "out/cases.csv"));
    std::string line;
    for (bool is_head = true; std::getline(lines, line); is_head = false) {
      const auto cells = cells_of(line);
      const std::size_t last = cells.size() - 8;  // persons, its interval and four columns follow
      if (is_head) {
        last_attribute_ = cells.at(last);
      } else {
        persons[cells.at(last) + " " + cells.at(last + 4)] += cells.at(last + 1);
      }
    }
    return persons;
  }

  TemporaryFolder folder_;
  std::string said_, last_attribute_;
};

TEST_F(OwnAttributes, C5ARunReadsThePatientsOwnValue) {
  const std::map<std::string, std::string> counted_by_hand{
      {"green municipality", "4"}, {"yellow region", "2"}, {"red region", "1"}};
  EXPECT_EQ(persons(), counted_by_hand);
  EXPECT_EQ(last_attribute_, "triage");
  EXPECT_THAT(said_, Not(HasSubstr("usual value")));
}

TEST_F(OwnAttributes, C5WhoeverHasNoSuchAttributeHasTheUsualValueAndThatIsTold) {
  copy("rules.json", R"("triage": {
      "title")",
       R"("wing": {
      "title")");
  auto text = testing_app::read(folder_ / "rules.json");
  text = with(text, R"({"triage": "red"})", R"({"wing": "red"})");
  text = with(text, R"({"triage": [)", R"({"wing": [)");
  testing_app::write(folder_ / "rules.json", text);
  const std::map<std::string, std::string> all_of_them{{"green municipality", "7"}};
  EXPECT_EQ(persons(), all_of_them);
  EXPECT_EQ(last_attribute_, "wing");
  EXPECT_THAT(said_, HasSubstr("rules.json#/attributes/wing: expected an attribute \"wing\" of the "
                               "patients in "));
  EXPECT_THAT(said_, HasSubstr("got none: everybody counts as \"green\", the usual value"));
}

TEST_F(OwnAttributes, C5AScenarioWithOtherValuesIsRefusedInItsPlace) {
  const auto refused = [&](const std::string& from, const std::string& to) {
    copy("ward.json", from, to);
    const auto done = run({"check", path("ward.json"), "--lang", "en"});
    EXPECT_EQ(done.status, 2) << done.out;
    EXPECT_EQ(done.error_lines(), 1U) << done.err;
    return done.err.substr(path("").size());
  };
  EXPECT_THAT(refused(R"("triage": ["red", "green", "yellow"])",
                      R"("triage": ["red", "green", "yellow", "gren"])"),
              testing::StartsWith("ward.json#/attributes/triage/3: expected one of: green, yellow, "
                                  "red, got \"gren\" (did you mean \"green\"?)"));
  auto text = refused(R"(["red", "green", "yellow"])", R"(["red", "green", "yellow", "blue"])");
  EXPECT_THAT(text, HasSubstr("#/attributes/triage/3: expected one of: green, yellow, red, got "
                              "\"blue\""));
}

TEST_F(OwnAttributes, C5FactsAndMisjudgmentOfThemCountInARunAndItsReportIsMadeAgain) {
  copy("ward.json", R"({"agreements": {"rules": "rules.json"}})",
       R"({"agreements": {"rules": "rules.json"},
           "facts": {"when": {"triage": ["yellow", "red"]}, "set": {"triage": "green"}},
           "misjudged": {"triage": 1}})");
  const std::map<std::string, std::string> all_seen_as_the_only_neighbour{{"yellow region", "7"}};
  EXPECT_EQ(persons(), all_seen_as_the_only_neighbour);
  const auto again = run({"report", path("out/results.json"), "--out", path("again")});
  EXPECT_EQ(again.status, 0) << again.err;
  EXPECT_EQ(testing_app::read(folder_ / "again/cases.csv"),
            testing_app::read(folder_ / "out/cases.csv"));
}

TEST_F(OwnAttributes, C5CheckShowsThemInBothLanguagesWithSharesCountedByHand) {
  const auto sv = run({"rules", "check", path("rules.json"), "--lang", "sv"});
  EXPECT_EQ(sv.status, 0) << sv.err;
  EXPECT_THAT(sv.out, HasSubstr("egna egenskaper, det vanliga värdet först: triage (brådska): "));
  EXPECT_THAT(sv.out, HasSubstr("grön, gul, röd"));
  const auto en = run({"rules", "check", path("rules.json"), "--lang", "en"});
  EXPECT_THAT(en.out, HasSubstr("own attributes, the usual value first: triage (urgency): "));
  EXPECT_THAT(en.out, HasSubstr("green, yellow, red"));
  const auto json = Json::parse(run({"rules", "check", path("rules.json"), "--json"}).out);
  EXPECT_EQ(json[0]["attributes"][0]["name"], "triage");
  EXPECT_THAT(json[0]["attributes"][0]["values"].get<std::vector<std::string>>(),
              ElementsAre("green", "yellow", "red"));
  // A physician in one of three competences; of the others, one of three values is not urgent.
  EXPECT_NEAR(json[0]["responsible"]["municipality"], 2.0 / 3 * 1 / 3, 1e-12);
  EXPECT_NEAR(json[0]["responsible"]["region"], 1 - 2.0 / 9, 1e-12);
}

TEST_F(OwnAttributes, C5CompareTellsWhereTheyMakeTheDifference) {
  testing_app::write(folder_ / "other.json",
                     R"({"extends": "rules.json", "rules": {"urgent": null, "red": null}})");
  const auto json =
      Json::parse(run({"rules", "compare", path("rules.json"), path("other.json"), "--json"}).out);
  // Nurse or rehab, and red or yellow; by another performer each.
  EXPECT_NEAR(json["differing"][0][1], 2.0 / 3 * 2 / 3, 1e-12);
  ASSERT_EQ(json["differences"].size(), 2U);
  EXPECT_EQ(json["differences"][0]["cases"][0], "competence nurse, rehab; triage red");
  EXPECT_EQ(json["differences"][1]["cases"][0], "competence nurse, rehab; triage yellow");
  const auto sv = run({"rules", "compare", path("rules.json"), path("other.json"), "--lang", "sv"});
  EXPECT_THAT(sv.out, HasSubstr("brådska: gul"));
}

TEST_F(OwnAttributes, C5ExplainTakesTheUsualValueWhereNothingIsSaidAndSaysSo) {
  const auto en =
      run({"rules", "explain", path("rules.json"), "--case", path("case.json"), "--lang", "en"});
  EXPECT_EQ(en.status, 0) << en.err;
  EXPECT_THAT(en.out, HasSubstr("  Now?\n    urgency: green (the usual one; nothing else is said)\n"
                                "    Triage:\n      the municipality (nurse)\n"));
  EXPECT_THAT(en.out, HasSubstr("  If it turns acute?\n    urgency: red\n    Triage:\n      the "
                                "region → a mobile team (nurse)\n"));
  const auto sv =
      run({"rules", "explain", path("rules.json"), "--case", path("case.json"), "--lang", "sv"});
  EXPECT_THAT(sv.out, HasSubstr("brådska: grön (det vanliga; inget annat sägs)"));
  const auto json = Json::parse(
      run({"rules", "explain", path("rules.json"), "--case", path("case.json"), "--json"}).out);
  EXPECT_EQ(json[0]["questions"][0]["attributes"][0]["value"], "green");
  EXPECT_EQ(json[0]["questions"][1]["attributes"][0]["value"], "red");
}

TEST_F(OwnAttributes, C5ExplainNamesFirstWhatIsNotStatedAndWouldChangeTheAnswer) {
  const auto en =
      run({"rules", "explain", path("rules.json"), "--case", path("case.json"), "--lang", "en"})
          .out;
  EXPECT_THAT(en,
              HasSubstr("      Not stated in the case, though it changes the answer:\n"
                        "        - urgency (nothing is said; green assumed): yellow gives the"));
  // In the second question the urgency is stated, the competence not.
  const auto second = en.substr(en.find("If it turns acute?"));
  const auto unstated = second.find("Not stated in the case"), told = second.find("Stated in the");
  ASSERT_NE(told, std::string::npos);
  EXPECT_LT(unstated, told);
  EXPECT_LT(second.find("competence needed (nothing is said; nurse"), told);
  EXPECT_GT(second.find("- urgency (red): green gives the municipality"), told);
  const auto questions = Json::parse(
      run({"rules", "explain", path("rules.json"), "--case", path("case.json"), "--json"})
          .out)[0]["questions"];
  EXPECT_EQ(questions[0]["answers"][0]["deciding"], Json::parse(R"([
    {"attribute": "triage", "stated": false, "value": "green", "others": [
      {"value": "yellow", "disputed": false, "answer": "the region → the health centre"},
      {"value": "red", "disputed": false, "answer": "the region → a mobile team"}]},
    {"attribute": "competence", "stated": false, "value": "nurse", "others": [
      {"value": "physician", "disputed": false, "answer": "the region → the hospital"}]}])"));
  EXPECT_EQ(questions[0]["sets"], Json::array());
  EXPECT_EQ(questions[1]["sets"], Json::parse(R"([{"name": "triage", "value": "red"}])"));
  EXPECT_EQ(questions[1]["answers"][0]["deciding"][0]["stated"], true);
}

/// What `list` says of the case file in a library of the fixture, to a program that has no other.
class OwnAttributesListed : public OwnAttributes {
 protected:
  OwnAttributesListed() {
    std::filesystem::copy_file(TROSKEL_BINARY, program());
    std::filesystem::current_path(elsewhere_.path());
    std::filesystem::create_directories(folder_ / "rules");
    std::filesystem::create_directories(folder_ / "cases");
    std::filesystem::rename(folder_ / "rules.json", folder_ / "rules/rules.json");
    std::filesystem::rename(folder_ / "case.json", folder_ / "cases/case.json");
  }
  ~OwnAttributesListed() override { std::filesystem::current_path(testing_app::source_folder()); }

  [[nodiscard]] std::string list(const std::vector<std::string>& options) const {
    std::vector<std::string> words{"list"};
    words.insert(words.end(), options.begin(), options.end());
    return run(words, {"TROSKEL_SCENARIOS=" + folder_.path().string()}, program()).out;
  }
  [[nodiscard]] Json entry() const {
    for (auto& one : Json::parse(list({"--json"}))) {
      if (one["path"].get<std::string>() == path("cases/case.json")) return one;
    }
    return {};
  }

 private:
  [[nodiscard]] std::filesystem::path program() const { return elsewhere_ / "troskel"; }

  TemporaryFolder elsewhere_;
};

TEST_F(OwnAttributesListed, C5ACaseIsSoundByTheRuleSetThatDeclaresWhatItUses) {
  const auto listed = entry();
  EXPECT_EQ(listed["faults"], 0);
  EXPECT_EQ(listed["title"]["en"], "A wound");
}

TEST_F(OwnAttributesListed, C5ACaseThatNoRuleSetUnderstandsIsFaulty) {
  copy("cases/case.json", R"("triage": "red")", R"("triage": "rde")");
  EXPECT_EQ(entry()["faults"], 1);
  copy("cases/case.json", "", "");
  std::filesystem::remove(folder_ / "rules/rules.json");
  EXPECT_THAT(list({"--lang", "sv"}),
              HasSubstr("    1 fel: troskel rules explain REGELFIL --case "));
}

TEST_F(OwnAttributes, C5ACaseWithAMisspeltValueIsRefused) {
  copy("case.json", R"("triage": "red")", R"("triage": "rde")");
  const auto done =
      run({"rules", "explain", path("rules.json"), "--case", path("case.json"), "--lang", "en"});
  EXPECT_EQ(done.status, 2);
  EXPECT_THAT(done.err, HasSubstr("case.json#/questions/1/set/triage: expected one of: green, "
                                  "yellow, red, got \"rde\" (did you mean \"red\"?)"));
}

}  // namespace
