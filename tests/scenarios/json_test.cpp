// SPDX-License-Identifier: Apache-2.0
#include "scenarios/json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/text_file.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::Folder;
using scenarios_test::texts;
using testing::ElementsAre;

std::vector<std::string> faults(std::string_view text) {
  std::vector<Issue> issues;
  const auto value = parse_json(text, "f.json", issues);
  EXPECT_TRUE(value.has_value() || !issues.empty());
  return texts(issues);
}

TEST(Json, KeepsTheOrderOfTheFile) {
  std::vector<Issue> issues;
  const auto value =
      parse_json(R"({"b": 1, "a": [true, null, "x", -2, 0.5], "c": {}})", "f", issues);
  ASSERT_TRUE(value && issues.empty());
  EXPECT_EQ(value->dump(), R"({"b":1,"a":[true,null,"x",-2,0.5],"c":{}})");
}

TEST(Json, SaysWhereTheTextIsNotJson) {
  EXPECT_THAT(
      faults("{\n  \"a\": 1,\n}"),
      ElementsAre("f.json:3:1: expected a key in double quotes, got '}' (is there a comma too "
                  "many before it?)"));
  EXPECT_THAT(faults("{\"a\": 1 \"b\": 2}"),
              ElementsAre("f.json:1:11: expected '}', got string literal"));
  EXPECT_THAT(faults("{\n// hi\n}"),
              ElementsAre("f.json:2:1: expected a key in double quotes, got a slash (JSON has no "
                          "comments; use the key \"note\")"));
  EXPECT_THAT(
      faults("{\"a\": [1, 2"),
      ElementsAre("f.json:1:12: expected ']', got the end of the file (is a bracket missing?)"));
  EXPECT_THAT(faults("{} {}"), ElementsAre("f.json:1:4: expected the end of the file, got '{'"));
  EXPECT_THAT(faults("{'a': 1}"), ElementsAre("f.json:1:2: expected a key in double quotes, got a "
                                              "single quote (JSON has double quotes)"));
  EXPECT_THAT(faults("{\"a\": True}"), ElementsAre("f.json:1:7: expected JSON, got \"True\""));
  EXPECT_THAT(faults("{\"a\": .5}"), ElementsAre("f.json:1:7: expected JSON, got \".5\""));
  EXPECT_THAT(
      faults("{\"a\": \"two\nlines\"}"),
      ElementsAre("f.json:1:11: expected JSON, got invalid string: control character U+000A (LF) "
                  "must be escaped to \\u000A or \\n"));
}

/// The library says these in English, which json.cpp knows by the letter.
TEST(Json, KnowsEveryComplaintOfTheLexer) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"[\"a", "en sträng utan avslutande citattecken"},
      {"[\"\\q\"]", "ett otillåtet tecken efter omvänt snedstreck i en sträng"},
      {"[\"\\u12\"]", "\\u utan fyra hexadecimala siffror i en sträng"},
      {"[\"\\ud800x\"]", "surrogatet U+D800..U+DBFF utan U+DC00..U+DFFF efter sig"},
      {"[\"\\udc00\"]", "surrogatet U+DC00..U+DFFF utan U+D800..U+DBFF före sig"},
      {"[\"\t\"]", "styrtecknet U+0009 (HT) i en sträng; det skrivs \\u0009 eller \\t"},
      {"[-]", "ett tal utan siffra efter minustecknet"},
      {"[1.]", "ett tal utan siffra efter punkten"},
      {"[1e]", "ett tal utan siffra efter e"},
      {"[1e+]", "ett tal utan siffra efter exponentens tecken"},
      {"[oj]", "\"oj\""},
  };
  for (const auto& [text, got] : cases) {
    std::vector<Issue> issues;
    EXPECT_EQ(parse_json(text, "f.json", issues), std::nullopt);
    ASSERT_EQ(issues.size(), 1U) << text;
    EXPECT_EQ(issues.front().got.sv, got) << issues.front().text();
    EXPECT_EQ(issues.front().expected.sv, "JSON") << issues.front().text();
  }
}

TEST(Json, RefusesEmptyText) {
  EXPECT_THAT(faults(""), ElementsAre("f.json: expected a JSON object, got an empty file"));
  EXPECT_THAT(faults("\xEF\xBB\xBF \n"),
              ElementsAre("f.json: expected a JSON object, got an empty file"));
}

// B5: a NUL ended the file for the reader of JSON, whatever came behind it.
TEST(Json, B5RefusesNulAndASecondMark) {
  using namespace std::string_literals;
  EXPECT_THAT(
      faults("{}\0{\"a\": 1}"s),
      ElementsAre("f.json:1:3: expected text without control characters, got the byte 0x00"));
  EXPECT_THAT(
      faults("{\"a\": \"b\\u0000c\"}"),
      ElementsAre("f.json#/a: expected text without the character U+0000, got text with it"));
  EXPECT_THAT(faults("\xEF\xBB\xBF\xEF\xBB\xBF{}"),
              ElementsAre("f.json:1:1: expected one byte order mark (BOM) at most, got two"));
}

TEST(Json, ReportsEveryKeyThatStandsTwice) {
  EXPECT_THAT(
      faults(R"({"a": 1, "b": [{"c": 1, "c": 2}], "a": 3})"),
      ElementsAre("f.json#/b/0/c: expected each key once in an object, got \"c\" a second time",
                  "f.json#/a: expected each key once in an object, got \"a\" a second time"));
}

TEST(Json, ReportsNumbersThatDoNotFit) {
  EXPECT_THAT(
      faults("{\"a\": [1, 1e999]}"),
      ElementsAre("f.json:1:15: expected a number below 1.8e308 in size, got 1e999 (number)"));
  EXPECT_THAT(faults(R"({"a": 12345678901234567890123, "b": -99999999999999999999})"),
              ElementsAre("f.json#/a: expected a whole number of at most 18 digits, got "
                          "12345678901234567890123 (number)",
                          "f.json#/b: expected a whole number of at most 18 digits, got "
                          "-99999999999999999999 (number)"));
}

TEST(Json, LimitsNesting) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_TRUE(faults(nested(deepest_nesting)).empty());
  const auto messages = faults(nested(deepest_nesting + 1));
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_THAT(messages[0], testing::EndsWith("expected at most 64 levels of nesting, got more"));
  EXPECT_EQ(faults(std::string(1'000'000, '[')).size(), 1U);
}

TEST(Json, RequiresUtf8) {
  EXPECT_THAT(
      faults("{\n \"v\xE5rd\": 1}"),
      ElementsAre(
          "f.json:2:4: expected text in UTF-8, got the byte 0xE5 (save the file as UTF-8)"));
  EXPECT_THAT(faults(std::string_view("\xFF\xFE{\0}\0", 6)),
              ElementsAre("f.json: expected text in UTF-8, got UTF-16 (save the file as UTF-8)"));
  EXPECT_EQ(faults("{\"a\": \"\xC0\xAF\"}").size(), 1U) << "overlong";
  EXPECT_EQ(faults("{\"a\": \"\xED\xA0\x80\"}").size(), 1U) << "surrogate";
  EXPECT_EQ(faults("{\"a\": \"\xF4\x90\x80\x80\"}").size(), 1U) << "beyond Unicode";
  EXPECT_TRUE(faults("{\"a\": \"å€𝄞\"}").empty());
}

TEST(Json, ReadsAFileOrSaysWhyNot) {
  const Folder folder;
  folder.write("clinic.json", "{}");
  std::vector<Issue> issues;
  EXPECT_EQ(read_text(folder.path("clinic.json"), "c", issues), "{}");
  EXPECT_TRUE(issues.empty());
  EXPECT_FALSE(read_text(folder.path("clinik.json"), "clinik.json", issues));
  EXPECT_FALSE(read_text(folder.path("no/such.json"), "no/such.json", issues));
  EXPECT_FALSE(read_text(folder.path(""), "folder", issues));
  EXPECT_THAT(
      folder.texts(issues),
      ElementsAre("clinik.json: expected a file of at most 64 MB, got no such file (did you mean "
                  "\"clinic.json\"?)",
                  "no/such.json: expected a file of at most 64 MB, got no such file, nor is there "
                  "such a folder",
                  "folder: expected a file of at most 64 MB, got a folder"));
}

TEST(Json, RefusesALargeFileUnread) {
  const Folder folder;
  const auto path = folder.write("large.json", "");
  std::filesystem::resize_file(path, largest_file + (1U << 20U));  // sparse: takes no room
  std::vector<Issue> issues;
  EXPECT_FALSE(read_text(path, "large.json", issues));
  EXPECT_THAT(texts(issues),
              ElementsAre("large.json: expected a file of at most 64 MB, got 65 MB, which "
                          "is too large to be one (it was not read)"));
}

TEST(Json, WritesOneCanonicalText) {
  const Json value =
      Json::parse(R"({"b":1.0,"a":[0.1,1e30,-0.0],"s":"å\n","long":["aaaaaaaaaaaaaaaaaaaaaaaaaa",
    "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","cccccccccccccccccccccccccccccccccccccc"],"e":{},"l":[]})");
  EXPECT_EQ(canonical_text(value), R"({
  "b": 1,
  "a": [0.1, 1e+30, 0],
  "s": "å\n",
  "long": [
    "aaaaaaaaaaaaaaaaaaaaaaaaaa",
    "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
    "cccccccccccccccccccccccccccccccccccccc"
  ],
  "e": {},
  "l": []
}
)");
}

}  // namespace
}  // namespace scenarios
