// SPDX-License-Identifier: Apache-2.0
// With --lang sv there is no English: every command, its help, its errors, its audit and its pages.
// What the program does not say itself is left out by rules (tests/english.hpp), and what stands in
// the scenario is Swedish here. What is in both languages at once is left out too: JSON, the
// schemas and the dictionary. Pages with staff are in tests/viz/swedish_test.cpp.

#include <filesystem>
#include <functional>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/app/process.hpp"
#include "tests/app/seal.hpp"
#include "tests/english.hpp"
#include "words/catalog.hpp"

namespace {

using Json = nlohmann::ordered_json;
using testing_app::Finished;
using testing_app::TemporaryFolder;

/// All occurrences of `from` replaced.
std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string shipped(const std::string& file) {
  return (testing_app::source_folder() / "scenarios" / file).string();
}

/// The clinic with Swedish words of its own.
Json swedish_clinic() {
  auto text = testing_app::read(testing_app::source_folder() / "scenarios/examples/clinic.json");
  text = replaced(text, "\"patients\"", "\"besokare\"");
  text = replaced(text, "\"per day\"", "\"per dygn\"");
  Json scenario = Json::parse(text);
  const std::function<void(Json&)> only_swedish = [&](Json& node) {
    if (node.is_object() && node.contains("sv")) node["en"] = node["sv"];
    if (!node.is_structured()) return;
    for (auto& member : node) only_swedish(member);
  };
  only_swedish(scenario);
  return scenario;
}

class Swedish : public testing::Test {
 protected:
  Swedish() { testing_app::write(clinic_, swedish_clinic().dump(1)); }

  /// Runs the program in Swedish and looks for English in what it says.
  Finished run(std::vector<std::string> arguments, int status = 0) const {
    arguments.insert(arguments.end(), {"--lang", "sv"});
    const Finished done = testing_app::run(arguments);
    std::string line;
    for (const auto& word : arguments) line += word + " ";
    EXPECT_EQ(done.status, status) << line << '\n' << done.err;
    EXPECT_EQ(tests::english_in(done.out), "") << line << '\n' << done.out;
    EXPECT_EQ(tests::english_in(done.err), "") << line << '\n' << done.err;
    return done;
  }

  /// The same for a page that it has written.
  static void page(const std::string& file) {
    EXPECT_EQ(tests::english_in_page(testing_app::read(file)), "") << file;
  }

  /// The same for the clinic with a change that must be refused.
  void refused(const std::function<void(Json&)>& change) const {
    Json scenario = swedish_clinic();
    change(scenario);
    const auto file = (folder_ / "fall.json").string();
    testing_app::write(file, scenario.dump(1));
    EXPECT_NE(run({"check", file}, 2).err, "");
  }

  TemporaryFolder folder_;
  std::string clinic_ = (folder_ / "mottagning.json").string();
  std::string out_ = (folder_ / "resultat").string();
};

TEST(English, IsFoundWhereItIs) {
  EXPECT_EQ(tests::english_in("fel: expected ett tal"), "expected");
  EXPECT_EQ(tests::english_in("Patienterna väntar. The queue grows."), "the");
  EXPECT_EQ(tests::english_in("ett tal, fick \"the ward\" (sträng)"), "");
  EXPECT_EQ(tests::english_in("ett av: to, from, when, fick ingenting"), "");
  EXPECT_EQ(tests::english_in("ett av: to, from, when, fick nothing"), "nothing");
  EXPECT_EQ(tests::english_in("a/where/path --not --and x_of_y"), "");
}

/// The texts in which a file of the project says where its numbers come from, in Swedish.
void each_origin(const Json& node, const std::function<void(const std::string&)>& told) {
  if (!node.is_structured()) return;
  for (const auto& [key, member] : node.items()) {
    const bool is_origin = node.is_object() && (key == "source" || key == "note");
    if (is_origin && member.is_string()) told(member.get<std::string>());
    if (is_origin && member.is_object()) told(member.at("sv").get<std::string>());
    if (!is_origin) each_origin(member, told);
  }
}

TEST(Origins, OfTheProjectAreToldInSwedishAndCiteKnownFacts) {
  namespace fs = std::filesystem;
  const fs::path folder = testing_app::source_folder() / "scenarios";
  std::set<std::string> facts;
  std::istringstream lines(testing_app::read(folder / "data/facts.csv"));
  for (std::string line; std::getline(lines, line);) facts.insert(line.substr(0, line.find(',')));
  const std::regex fact("\\b[A-K][0-9]{1,2}[abc]?\\b");
  std::size_t found = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path& path = entry.path();
    if (path.extension() != ".json" || path.parent_path().filename() == "schema") continue;
    each_origin(Json::parse(testing_app::read(path)), [&](const std::string& text) {
      ++found;
      EXPECT_EQ(tests::english_in(text), "") << path << ": " << text;
      for (std::sregex_iterator at(text.begin(), text.end(), fact), end; at != end; ++at) {
        EXPECT_TRUE(facts.contains(at->str())) << path << ": " << at->str();
      }
    });
  }
  EXPECT_GT(found, 1000U);
}

TEST(English, IsInNoSwedishString) {
  for (const auto& entry : words::catalog()) {
    EXPECT_EQ(tests::english_in(entry.sv), "") << entry.key << ": " << entry.sv;
  }
}

TEST_F(Swedish, Help) {
  run({"--help"});
  for (const auto* command : {"run", "compare", "check", "network", "trace", "rules", "report",
                              "list", "schema", "dictionary"}) {
    run({command, "--help"});
  }
  const auto bare = testing_app::run({}, {"LC_ALL=sv_SE.UTF-8"});
  EXPECT_EQ(tests::english_in(bare.err), "") << bare.err;
  EXPECT_EQ(testing_app::run({"--version"}, {"LC_ALL=sv_SE.UTF-8"}).status, 0);
}

TEST_F(Swedish, RunCompareAndReport) {
  run({"run", clinic_, "--replications", "3", "--out", out_, "--progress", "plain"});
  run({"report", out_});
  run({"report", out_, "--out", (folder_ / "rapport").string()});
  run({"compare", clinic_, clinic_, "--replications", "3", "--out", (folder_ / "par").string(),
       "--progress", "plain"});
  run({"run", clinic_, "--precision", "0.001", "--replications", "2", "--out", out_});
  page(out_ + "/report.html");
  page((folder_ / "rapport/report.html").string());
  page((folder_ / "par/comparison.html").string());
}

TEST_F(Swedish, WarningsOfAComparison) {
  Json longer = swedish_clinic();
  longer["horizon"]["days"] = longer["horizon"]["days"].get<int>() + 1;
  const auto other = (folder_ / "langre.json").string();
  testing_app::write(other, longer.dump(1));
  const auto pair = (folder_ / "par").string();
  run({"compare", clinic_, other, "--replications", "2", "--out", pair, "--progress", "none"});
  page(pair + "/comparison.html");
}

TEST_F(Swedish, ViolatedAudit) {
  run({"run", clinic_, "--replications", "2", "--out", out_, "--progress", "none"});
  const std::string file = out_ + "/results.json";
  Json results = Json::parse(testing_app::read(file));
  for (Json& item : results.at("audit")) item["verdict"] = "violated";
  testing_app::write(file, results.dump(1));
  // A set whose list of contents fits: what no run has written is refused before it is read.
  testing_app::seal(out_);
  const auto again = (folder_ / "underkand").string();
  EXPECT_NE(run({"report", out_, "--out", again}).out.find("UNDERKÄND KONTROLL"),
            std::string::npos);
  page(again + "/report.html");
}

TEST_F(Swedish, AuditIsSwedish) {
  run({"run", clinic_, "--replications", "3", "--out", out_, "--progress", "none"});
  const Json results = Json::parse(testing_app::read(out_ + "/results.json"));
  ASSERT_FALSE(results.at("audit").empty());
  const std::function<void(const Json&)> look = [&](const Json& node) {
    if (node.is_object() && node.contains("sv")) {
      EXPECT_EQ(tests::english_in(node["sv"].get<std::string>()), "") << node;
    }
    if (!node.is_structured()) return;
    for (const auto& member : node) look(member);
  };
  look(results);
}

TEST_F(Swedish, CheckNetworkAndTrace) {
  run({"check", clinic_});
  run({"check", clinic_, "--sources"});
  run({"network", clinic_});
  run({"network", clinic_, "--replications", "2", "--progress", "none"});
  run({"trace", clinic_});
  run({"trace", clinic_, "--patient", "besokare/12"});
  run({"trace", clinic_, "--patient", "besokare/99999999"}, 2);
  run({"trace", clinic_, "--patient", "besokar/1"}, 2);
  run({"trace", clinic_, "--patient", "ingen"}, 2);
}

TEST_F(Swedish, Networks) {
  run({"network", clinic_, "--format", "svg"});
  for (const auto* format : {"dot", "mermaid"}) {
    const auto drawn = run({"network", clinic_, "--format", format});
    // The labels stand in quotes.
    EXPECT_EQ(tests::english_in(replaced(drawn.out, "\"", " ")), "") << drawn.out;
  }
}

TEST_F(Swedish, ShippedScenarios) {
  run({"list"});
  for (const auto* file : {"examples/ward-and-short-term.json", "examples/six-stations.json",
                           "halland/base-2025.json", "dalarna/s14-avslag.json"}) {
    run({"check", shipped(file)});
  }
  run({"trace", shipped("examples/ward-and-short-term.json")});
}

TEST_F(Swedish, Rules) {
  const auto agreement = shipped("rules/halland_2021.json");
  const auto patient = shipped("cases/tpn_after_cancer.json");
  run({"rules", "check", agreement});
  run({"rules", "check", shipped("rules/lag_grund.json"), "--switch", "tail_rule=inside"});
  run({"rules", "compare", shipped("rules/dalarna_2012.json"),
       shipped("rules/dalarna_vard_i_hemmet.json")});
  run({"rules", "explain", agreement, "--case", patient});
  run({"rules", "explain", agreement, "--case", patient, "--switch", "level_rule=municipality"});
  run({"rules", "explain", agreement, shipped("rules/lag_grund.json"), "--all", "--case", patient});
}

TEST_F(Swedish, BadRules) {
  const std::string head = R"({"extends": ")" + shipped("rules/lag_grund.json") +
                           R"(", "title": "Egna", "systems": {"id": "A44", "name": "Egna"})";
  const auto file = (folder_ / "egna.json").string();
  for (const auto* members :
       {R"("definitions": {"x": {"hosing": "ordinary"}})",
        R"("definitions": {"x": {"housing": "slott"}})", R"("rules": {"base": null})",
        R"("rules": {"all": {"when": {"competence": "physician", "shift": "night"},
            "responsible": "municipality", "performer": "municipality", "reason": "A",
            "source": "A44"}})",
        R"("rules": {"all": {"responsible": "kommun"}})", R"("switches": {"level_rule": "x"})"}) {
    testing_app::write(file, head + ", " + members + "}");
    run({"rules", "check", file}, 2);
  }
}

TEST_F(Swedish, Options) {
  run({"run"}, 2);
  run({"rnu"}, 2);
  run({"run", clinic_, "--threads", "-1"}, 2);
  run({"run", clinic_, "--replications"}, 2);
  run({"run", clinic_, "--seed", "sju"}, 2);
  run({"run", clinic_, "--seed", "1", "--seed", "2"}, 2);
  run({"run", clinic_, "--precision", "200"}, 2);
  run({"run", clinic_, "--replicatons", "5"}, 2);
  run({"run", clinic_, "--json=ja"}, 2);
  run({"run", clinic_, clinic_}, 2);
  run({"run", clinic_, "--progress", "ibland"}, 2);
  run({"run", clinic_, "--first", "16777216"}, 2);
  run({"run", clinic_, "--out", ""}, 2);
  run({"--seed", "3", "run"}, 2);
  run({"list", "mer"}, 2);
  run({"compare", clinic_}, 2);
  run({"compare", clinic_, clinic_, "--rules", "x"}, 2);
  run({"rules"}, 2);
  run({"rules", "granska"}, 2);
  run({"rules", "compare", "x"}, 2);
  run({"rules", "check"}, 2);
  run({"rules", "explain", "x"}, 2);
  run({"rules", "check", "x", "--switch", "y=z"}, 2);
  run({"report"}, 2);
  run({"report", "a", "b"}, 2);
}

TEST_F(Swedish, BadScenarios) {
  refused([](Json& s) { s["settings"]["clinic"]["capasity"] = 3; });
  refused([](Json& s) { s["settings"]["clinic"]["capacity"] = "tre"; });
  refused([](Json& s) { s["settings"]["clinic"]["routes"]["to"]["done"] = 0.7; });
  refused([](Json& s) { s["settings"]["vind"] = s["settings"]["clinic"]; });
  refused([](Json& s) { s["settings"]["clinic"]["routes"]["to"] = {{"clinic", 1}}; });
  refused([](Json& s) {
    s["settings"]["clinic"]["capacity"] = {{"normal", 3}, {"changes", {Json::object()}}};
  });
  refused([](Json& s) {
    s["arrivals"]["besokare"]["intensity"] = {{"calendar", {{"normal", 0}}}};
  });
  refused([](Json& s) { s["moves"] = {{"clinic->done", {{"open", 0}}}}; });
  refused([](Json& s) { s["settings"]["clinic"]["stay"]["time"]["sd"] = 3; });
  refused([](Json& s) {
    s["settings"]["clinic"]["stay"]["time"] = {{"kind", "uniform"}, {"mean", 1}, {"sd", 3}};
  });
  refused([](Json& s) { s["horizon"]["days"] = -5; });
  refused([](Json& s) { s["extends"] = "saknas.json"; });
  refused([](Json& s) {
    s["arrivals"]["besokare"] = {{"kind", "file"}, {"to", "clinic"}, {"file", "saknas.csv"}};
  });
}

TEST_F(Swedish, BadFiles) {
  const auto file = (folder_ / "fall.json").string();
  for (const auto* text : {"",
                           "[]",
                           "{\"title\": \"x\",\n oops\n}",
                           "{'a': 1}",
                           "{\"a\": 1,}",
                           "{\"a\": 01}",
                           "{\"a\"",
                           "{\"a\": \"\\q\"}",
                           "{\"a\": \"x",
                           "{\"a\": -}",
                           "{\"a\": 1.}",
                           "{\"a\": 1e}",
                           "{\"a\": 1e+}",
                           "{\"a\": \"\\u12\"}",
                           "{\"a\": \"\\ud800x\"}",
                           "{\"a\": \"\t\"}",
                           "{\"a\": 1e999}",
                           "{\"a\": 1, \"a\": 2}",
                           "{\"a\" 1}",
                           "[1 2]",
                           "{\"a\": 1} x",
                           "{// x\n}",
                           "\xFF\xFE",
                           "{\"a\": \"\xC3\"}"}) {
    testing_app::write(file, text);
    run({"check", file}, 2);
  }
  run({"check", folder_.path().string()}, 2);
  run({"check", (folder_ / "saknas.json").string()}, 2);
  run({"check", (folder_ / "ingen/mapp.json").string()}, 2);
  run({"run", clinic_, "--out", clinic_ + "/ut"}, 2);
  run({"network", clinic_, "--out", folder_.path().string()}, 2);
  run({"check", clinic_, "--set", "/settings/clinc/capacity=4"}, 2);
  run({"check", clinic_, "--set", "kapacitet"}, 2);
  run({"check", clinic_, "--set", "/settings/clinic/capacity/value/x=1"}, 2);
  run({"report", (folder_ / "saknas").string()}, 2);
  testing_app::write(folder_ / "results.json", "{\"format\": 7}");
  run({"report", (folder_ / "results.json").string()}, 2);
}

}  // namespace
