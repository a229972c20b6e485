// SPDX-License-Identifier: Apache-2.0
#include "scenarios/writer.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/json.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/schema.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::Folder;
using scenarios_test::read_file;
using scenarios_test::source_file;
using scenarios_test::texts;
using scenarios_test::ward;
using scenarios_test::with;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Loaded must_load(std::string_view text) {
  Loaded loaded = load_text(text, "w.json");
  EXPECT_THAT(texts(loaded.errors), IsEmpty());
  return loaded;
}

TEST(Writer, ReadingBackGivesTheSameText) {
  const std::string text = with(std::string(ward), "\"per_day\": 2",
                                "\"note\": {\"sv\": \"n\", \"en\": \"m\"}, \"per_day\": "
                                "{\"value\": 2.1, \"range\": [0.1, 1e3], "
                                "\"grade\": \"assumption\", \"source\": \"s\"}");
  const Loaded first = must_load(text);
  const Loaded second = must_load(resolved_json(*first.scenario));
  EXPECT_EQ(resolved_json(*second.scenario), resolved_json(*first.scenario));
  EXPECT_EQ(second.scenario->provenance.size(), first.scenario->provenance.size());
  EXPECT_EQ(scenario_hash(*second.scenario), scenario_hash(*first.scenario));
}

/// C2: a scenario that uses none of it is written as before, and keeps its hash.
TEST(Writer, C2NothingIsWrittenOfWhatIsNotUsed) {
  const auto text =
      with(std::string(ward),
           "\"exits\":", R"("initial": {"census": {"setting": "ward", "count": 2}}, "exits":)");
  const std::string json = resolved_json(*must_load(text).scenario);
  EXPECT_THAT(json, HasSubstr("\"census\""));
  for (const auto* key : {"exceptions", "claim_first", "interrupt", "until", "random"}) {
    EXPECT_EQ(json.find(std::string("\"") + key + "\""), std::string::npos) << key;
  }
}

TEST(Writer, EveryScenarioOfTheProjectSurvivesTheRoundTrip) {
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(source_file("scenarios"))) {
    const auto& path = entry.path();
    const auto folder = path.parent_path().filename();
    if (path.extension() != ".json" || folder == "schema") continue;
    if (folder == "rules" || folder == "cases") continue;  // rule_reader_test.cpp
    SCOPED_TRACE(path.string());
    const Loaded first = load(path);
    EXPECT_THAT(texts(first.errors), IsEmpty());
    if (!first.scenario) continue;
    const Loaded second = load_text(resolved_json(*first.scenario), path.string());
    EXPECT_THAT(texts(second.errors), IsEmpty());
    EXPECT_EQ(resolved_json(*second.scenario), resolved_json(*first.scenario));
  }
}

TEST(Writer, WritesDefaultsAndListsAndShortForms) {
  const std::string json = resolved_json(*must_load(ward).scenario);
  EXPECT_THAT(json, HasSubstr("\"title\": \"Ward\""));
  EXPECT_THAT(json, HasSubstr("\"warm_up_days\": 0"));
  EXPECT_THAT(json, HasSubstr("\"capacity\": \"unlimited\""));
  EXPECT_THAT(json, HasSubstr("\"hazards\": [{\"per_year\": 0.5, \"to\": \"gone\"}]"));
  EXPECT_THAT(json, HasSubstr("\"set\": {\"level\": \"2\"}"));
  EXPECT_THAT(json, HasSubstr("\"weeks\": [25, 34]"));
  EXPECT_EQ(json.find("on_enter"), std::string::npos) << "empty lists are left out";
}

TEST(Writer, WritesPathsFromTheFolderItIsGiven) {
  const Folder folder;
  folder.write("data/l.csv", "time\n2025-01-06\n");
  const auto path = folder.write(
      "case/w.json",
      with(std::string(ward), "\"per_day\": 2", "\"kind\": \"file\", \"file\": \"../data/l.csv\""));
  const Loaded loaded = load(path);
  EXPECT_THAT(folder.texts(loaded.errors), IsEmpty());
  EXPECT_THAT(resolved_json(*loaded.scenario), HasSubstr("\"file\": \"../data/l.csv\""));
  const auto copy =
      folder.write("out/deep/copy.json", resolved_json(*loaded.scenario, folder.path("out/deep")));
  EXPECT_THAT(read_file(copy), HasSubstr("\"file\": \"../../data/l.csv\""));
  const Loaded again = load(copy);
  EXPECT_THAT(folder.texts(again.errors), IsEmpty());
  EXPECT_EQ(scenario_hash(*again.scenario), scenario_hash(*loaded.scenario));
}

TEST(Hash, DependsOnWhatTheScenarioSaysOnly) {
  const std::string base = scenario_hash(*must_load(ward).scenario);
  EXPECT_EQ(base.size(), 64U);
  EXPECT_EQ(scenario_hash(*load_text("\n" + std::string(ward) + "\n", "other/place.json").scenario),
            base);
  EXPECT_EQ(
      scenario_hash(*must_load(with(std::string(ward), "\"mean\": 60", "\"mean\": 60.0")).scenario),
      base);
  EXPECT_NE(
      scenario_hash(*must_load(with(std::string(ward), "\"mean\": 60", "\"mean\": 61")).scenario),
      base);
}

TEST(Hash, CoversTheContentOfDataFiles) {
  const Folder folder;
  const std::string text =
      with(std::string(ward), "\"per_day\": 2", "\"kind\": \"file\", \"file\": \"l.csv\"");
  folder.write("a/l.csv", "time\n2025-01-06\n");
  folder.write("b/l.csv", "time\n2025-01-07\n");
  folder.write("c/l.csv", "time\n2025-01-06\n");
  const auto hash = [&](std::string_view at) {
    return scenario_hash(*load(folder.write(at, text)).scenario);
  };
  EXPECT_NE(hash("a/w.json"), hash("b/w.json"));
  EXPECT_EQ(hash("a/w.json"), hash("c/w.json"));
}

TEST(Numbers, ListsWhatIsGivenWithItsNearestSource) {
  std::string text = with(std::string(ward), "\"arrivals\": {",
                          "\"arrivals\": {\"source\": \"outer\", \"grade\": \"B\",");
  text = with(text, "\"mean\": 60",
              "\"mean\": {\"value\": 60, \"range\": [50, 70], \"source\": \"own\"}");
  text =
      with(text, "\"set\": {\"level\": \"2\"}}",
           "\"set\": {\"level\": \"2\"}}, \"cost_per_day\": {\"value\": 0, \"source\": \"free\"}");
  const Loaded loaded = must_load(text);
  const auto numbers = number_inputs(*loaded.scenario);
  const auto find = [&](std::string_view pointer) {
    for (const auto& n : numbers) {
      if (n.pointer == pointer) return n;
    }
    return NumberInput{};
  };
  EXPECT_EQ(find("/arrivals/acute/per_day").value, 2);
  EXPECT_EQ(find("/arrivals/acute/per_day").provenance.source.en, "outer");
  EXPECT_EQ(find("/arrivals/acute/per_day").provenance_pointer, "/arrivals");
  EXPECT_EQ(find("/arrivals/acute/per_day").unit, "per day");
  EXPECT_EQ(find("/settings/home/stay/0/time/mean").provenance.source.en, "own");
  EXPECT_THAT(*find("/settings/home/stay/0/time/mean").provenance.range, ElementsAre(50, 70));
  EXPECT_EQ(find("/settings/home/stay/0/time/factor").pointer, "") << "defaults need no source";
  EXPECT_EQ(find("/settings/home/cost_per_day").provenance.source.en, "free")
      << "unless they have one";
  std::vector<std::string> bare;
  for (const auto& n : numbers_without_source(*loaded.scenario)) bare.push_back(n.pointer);
  EXPECT_THAT(bare, testing::Contains("/settings/ward/hazards/0/per_year"));
  EXPECT_THAT(bare, testing::Not(testing::Contains("/horizon/days"))) << "a choice";
  EXPECT_THAT(bare, testing::Not(testing::Contains("/settings/home/routes/0/to/gone")))
      << "certain";
  EXPECT_THAT(bare, testing::Contains("/settings/ward/routes/0/to/gone"));
}

TEST(Numbers, TheExamplesGiveASourceForEach) {
  const Loaded loaded = load(source_file("scenarios/examples/clinic.json"));
  ASSERT_TRUE(loaded.scenario);
  EXPECT_THAT(numbers_without_source(*loaded.scenario), IsEmpty());
}

/// Compares with a committed file; with TROSKEL_UPDATE_GOLDEN=1 in the environment writes it
/// instead.
void expect_golden(const std::string& text, const std::filesystem::path& path) {
  if (const char* const update = std::getenv("TROSKEL_UPDATE_GOLDEN");
      update != nullptr && *update == '1') {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  EXPECT_TRUE(read_file(path) == text)
      << path
      << " differs from what the fields() lists say; run this test with TROSKEL_UPDATE_GOLDEN=1";
}

/// Whether a schema lets `null` stand at a place, by what may stand on the way there.
class NullWalk {
 public:
  explicit NullWalk(const std::string& schema) : schema_(Json::parse(schema)) {}

  [[nodiscard]] bool accepts_null(const std::vector<std::string>& way) const {
    return accepts(schema_, way, 0);
  }

 private:
  [[nodiscard]] bool accepts(const Json& node, const std::vector<std::string>& way,
                             std::size_t at) const {
    if (node.contains("$ref")) {
      const auto name =
          node["$ref"].get<std::string>().substr(std::string("#/definitions/").size());
      return accepts(schema_["definitions"][name], way, at);
    }
    for (const char* const several : {"anyOf", "allOf"}) {
      if (!node.contains(several)) continue;
      for (const Json& one : node[several]) {
        if (accepts(one, way, at)) return true;
      }
    }
    if (at == way.size()) return is_null(node);
    if (node.contains("properties") && node["properties"].contains(way[at])) {
      return accepts(node["properties"][way[at]], way, at + 1);
    }
    // An object of which nothing more is said may hold anything, such as the changes of a row.
    if (!node.contains("properties") && !node.contains("additionalProperties") &&
        node.contains("type") && node["type"] == Json::array({"object", "null"})) {
      return true;
    }
    const bool open =
        node.contains("additionalProperties") && node["additionalProperties"].is_object();
    return open && accepts(node["additionalProperties"], way, at + 1);
  }

  static bool is_null(const Json& node) {
    const auto has = [](const Json& list, const Json& value) {
      return list.is_array() && std::find(list.begin(), list.end(), value) != list.end();
    };
    if (node.contains("enum")) return has(node["enum"], Json());
    return node.contains("type") && (node["type"] == "null" || has(node["type"], "null"));
  }

  Json schema_;
};

/// Calls back for every null in a document, with the names on the way to it.
void each_null(const Json& node, std::vector<std::string>& way,
               const std::function<void(const std::vector<std::string>&)>& found) {
  if (node.is_null()) return found(way);
  if (!node.is_object()) return;
  for (const auto& [key, value] : node.items()) {
    way.push_back(key);
    each_null(value, way, found);
    way.pop_back();
  }
}

/// An editor that checks against the schema must not mark what the reader takes.
TEST(Schema, LetsAFileRemoveWhatItExtends) {
  const NullWalk scenarios{schema_json()};
  const NullWalk rules{rules_schema_json()};
  int removals = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(source_file("scenarios"))) {
    const auto& path = entry.path();
    const auto folder = path.parent_path().filename();
    if (path.extension() != ".json" || folder == "schema" || folder == "cases") continue;
    std::vector<std::string> way;
    each_null(Json::parse(read_file(path)), way, [&](const auto& names) {
      ++removals;
      EXPECT_TRUE((folder == "rules" ? rules : scenarios).accepts_null(names))
          << path << ": " << testing::PrintToString(names);
    });
  }
  EXPECT_GT(removals, 20);
  EXPECT_TRUE(rules.accepts_null({"valid", "to"}));
  EXPECT_FALSE(rules.accepts_null({"valid", "until"}));
  EXPECT_FALSE(rules.accepts_null({"rules", "any", "reason", "sv", "x"}));
}

/// A file that changes a mean of the file that it extends need not repeat the kind.
TEST(Schema, LeavesTheKindOfADistributionToTheExtendedFile) {
  const auto schema = Json::parse(schema_json());
  const auto& forms = schema["definitions"]["distribution"]["allOf"];
  EXPECT_FALSE(forms.empty());
  for (const Json& form : forms) EXPECT_EQ(form["if"]["required"], Json::array({"kind"}));
}

TEST(Golden, TheSchemaIsTheCommittedOne) {
  expect_golden(schema_json(), source_file("scenarios/schema/scenario.v1.schema.json"));
}

TEST(Golden, TheSchemasOfRulesAndCasesAreTheCommittedOnes) {
  expect_golden(rules_schema_json(), source_file("scenarios/schema/rules.v1.schema.json"));
  expect_golden(case_schema_json(), source_file("scenarios/schema/case.v1.schema.json"));
}

TEST(Golden, TheDictionaryOfRulesIsTheCommittedOne) {
  expect_golden(rules_dictionary_markdown(), source_file("scenarios/rules/README.md"));
}

TEST(Golden, TheDictionaryIsTheCommittedOne) {
  expect_golden(dictionary_markdown(), source_file("scenarios/README.md"));
}

}  // namespace
}  // namespace scenarios
