// SPDX-License-Identifier: Apache-2.0
#include "viz/words_json.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "words/catalog.hpp"

namespace {

TEST(WordsJson, HasEveryWordInBothLanguagesInTheOrderOfTheKeys) {
  const auto file = nlohmann::ordered_json::parse(viz::words_json());
  ASSERT_EQ(file.size(), words::catalog().size());
  auto member = file.begin();
  for (const auto& entry : words::catalog()) {
    EXPECT_EQ(member.key(), entry.key);
    EXPECT_EQ(member.value()["sv"], std::string(entry.sv)) << entry.key;
    EXPECT_EQ(member.value()["en"], std::string(entry.en)) << entry.key;
    EXPECT_EQ(member.value().size(), 2U) << entry.key;
    ++member;
  }
}

TEST(WordsJson, HasAWordALine) {
  EXPECT_THAT(viz::words_json(),
              testing::HasSubstr("\n  \"month.5\": {\"sv\": \"maj\", \"en\": \"May\"},\n"));
}

}  // namespace
