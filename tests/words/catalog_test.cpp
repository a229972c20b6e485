// SPDX-License-Identifier: Apache-2.0
#include "words/catalog.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "words/tables.hpp"

namespace {

std::set<std::string> slots_of(std::string_view text) {
  std::set<std::string> names;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const std::size_t end = text.find('}', at);
    names.emplace(text.substr(at + 1, end - at - 1));
  }
  return names;
}

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

/// Whether the literal is the name of a file: "run.json".
bool is_file_name(std::string_view literal) {
  return literal.ends_with(".json") || literal.ends_with(".csv") || literal.ends_with(".html");
}

/// Every string literal of the street that is written like a key ("theme.name"), or like the
/// beginning of one ("theme."); file names and the tables of words left out.
std::set<std::string> dotted_literals() {
  std::set<std::string> found;
  for (const char* folder : {"words", "sim", "scenarios", "models", "experiments", "viz", "app"}) {
    const auto root = std::filesystem::path(TROSKEL_SOURCE_DIR) / folder;
    if (!std::filesystem::exists(root)) continue;
    for (const auto& file : std::filesystem::recursive_directory_iterator(root)) {
      const auto name = file.path().filename().string();
      const auto kind = file.path().extension();
      const bool is_table = folder == std::string_view("words") && name.starts_with("table_");
      if ((kind != ".cpp" && kind != ".hpp") || is_table) continue;
      std::ostringstream text;
      text << std::ifstream(file.path()).rdbuf();
      const std::string source = text.str();
      for (std::size_t at = source.find('"'); at != std::string::npos;
           at = source.find('"', at + 1)) {
        std::size_t end = at + 1;
        while (end < source.size() && is_key_character(source[end])) ++end;
        const std::string literal = source.substr(at + 1, end - at - 1);
        const bool dotted = literal.find('.') != std::string::npos;
        if (source[end] == '"' && dotted && !is_file_name(literal)) found.insert(literal);
      }
    }
  }
  return found;
}

std::string theme_of(std::string_view key) { return std::string(key.substr(0, key.find('.') + 1)); }

TEST(Catalog, EachTableIsSortedAndNoKeyStandsTwice) {
  for (const auto table : words::tables()) {
    ASSERT_FALSE(table.empty());
    for (std::size_t i = 1; i < table.size(); ++i) EXPECT_LT(table[i - 1].key, table[i].key);
  }
  const auto& all = words::catalog();
  for (std::size_t i = 1; i < all.size(); ++i) EXPECT_LT(all[i - 1].key, all[i].key);
}

TEST(Catalog, HasTheSameSlotsInBothLanguagesAndNoEmptyText) {
  for (const auto& entry : words::catalog()) {
    EXPECT_FALSE(entry.sv.empty()) << entry.key;
    EXPECT_FALSE(entry.en.empty()) << entry.key;
    EXPECT_EQ(slots_of(entry.sv), slots_of(entry.en)) << entry.key;
  }
}

TEST(Catalog, HasNoKeyThatTheSourceDoesNotSay) {
  const auto literals = dotted_literals();
  for (const auto& entry : words::catalog()) {
    // Some are composed: "part." + name.
    EXPECT_TRUE(literals.contains(std::string(entry.key)) || literals.contains(theme_of(entry.key)))
        << entry.key << " is not used";
  }
}

TEST(Catalog, HasEveryKeyThatTheSourceSays) {
  std::set<std::string> themes;
  for (const auto& entry : words::catalog()) themes.insert(theme_of(entry.key));
  for (const auto& literal : dotted_literals()) {
    if (literal.ends_with('.') || !themes.contains(theme_of(literal))) continue;
    EXPECT_NO_THROW((void)words::say(words::Lang::Sv, literal)) << literal << " is not there";
  }
}

TEST(Say, FillsItsSlots) {
  EXPECT_EQ(words::say(words::Lang::Sv, "target.caption"), "Mål, skattning och tillåtet intervall");
  EXPECT_EQ(words::say(words::Lang::En, "weeks.season", {{"to", "34"}, {"from", 25}}),
            "counted: weeks 25–34");
}

TEST(Say, RefusesWhatItDoesNotKnow) {
  EXPECT_THROW((void)words::say(words::Lang::Sv, "no.such"), std::out_of_range);
  EXPECT_THROW((void)words::say(words::Lang::En, "weeks.season", {{"from", "25"}}),
               std::out_of_range);
}

TEST(Say, FillsBothLanguages) {
  const auto text =
      words::say("weeks.season", {{"from", words::Text{"tjugo", "twenty"}}, {"to", 34}});
  EXPECT_EQ(text.sv, "räknas: v. tjugo–34");
  EXPECT_EQ(text.en, "counted: weeks twenty–34");
}

}  // namespace
