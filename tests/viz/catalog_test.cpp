// SPDX-License-Identifier: Apache-2.0
#include "viz/catalog.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include <gtest/gtest.h>

namespace {

std::set<std::string> slots_of(std::string_view text) {
  std::set<std::string> names;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const std::size_t end = text.find('}', at);
    names.emplace(text.substr(at + 1, end - at - 1));
  }
  return names;
}

/// The source of this layer as one text, the table itself left out.
std::string source() {
  std::string all;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(TROSKEL_SOURCE_DIR) / "viz")) {
    if (entry.path().extension() != ".cpp") continue;
    if (entry.path().filename() == "catalog_table.cpp") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    all += text.str();
  }
  return all;
}

TEST(Catalog, IsSortedWithoutDoubles) {
  const auto entries = viz::catalog();
  ASSERT_GT(entries.size(), 100U);
  for (std::size_t i = 1; i < entries.size(); ++i) {
    EXPECT_LT(entries[i - 1].key, entries[i].key);
  }
}

TEST(Catalog, HasTheSameSlotsInBothLanguagesAndNoEmptyText) {
  for (const auto& entry : viz::catalog()) {
    EXPECT_FALSE(entry.sv.empty()) << entry.key;
    EXPECT_FALSE(entry.en.empty()) << entry.key;
    EXPECT_EQ(slots_of(entry.sv), slots_of(entry.en)) << entry.key;
  }
}

TEST(Catalog, HasEveryKeyThatTheSourceSaysAndNoOther) {
  const std::string text = source();
  for (const auto& entry : viz::catalog()) {
    // The parts of a scenario are composed: "part." + name.
    if (entry.key.starts_with("part.")) continue;
    EXPECT_NE(text.find("\"" + std::string(entry.key) + "\""), std::string::npos)
        << entry.key << " is not used";
  }
  for (const std::string call : {"say(lang, \"", "say(context.lang, \"", "context.t(\""}) {
    for (std::size_t at = text.find(call); at != std::string::npos; at = text.find(call, at + 1)) {
      const std::size_t from = at + call.size();
      const std::string key = text.substr(from, text.find('"', from) - from);
      if (key.ends_with('.')) continue;
      EXPECT_NO_THROW((void)viz::say(viz::Lang::Sv, key)) << key;
    }
  }
}

TEST(Say, FillsItsSlots) {
  EXPECT_EQ(viz::say(viz::Lang::Sv, "target.caption"), "Mål, skattning och tillåtet intervall");
  EXPECT_EQ(viz::say(viz::Lang::En, "weeks.season", {{"to", "34"}, {"from", "25"}}),
            "counted: weeks 25–34");
}

TEST(Say, RefusesWhatItDoesNotKnow) {
  EXPECT_THROW((void)viz::say(viz::Lang::Sv, "no.such"), std::out_of_range);
  EXPECT_THROW((void)viz::say(viz::Lang::En, "weeks.season", {{"from", "25"}}), std::out_of_range);
}

}  // namespace
