// SPDX-License-Identifier: Apache-2.0
// The template of a municipality of one's own: it loads, and every place that the guide names is there.
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/document.hpp"
#include "scenarios/reader.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::read_file;
using scenarios_test::source_file;
using scenarios_test::texts;

/// The member of an object, or the row of a list that has the name.
const Json* below(const Json& value, const std::string& key) {
  if (value.is_object()) return value.contains(key) ? &value.at(key) : nullptr;
  if (!value.is_array()) return nullptr;
  const auto row = row_named(value, key);
  return row ? &value.at(*row) : nullptr;
}

bool is_there(const Json& document, const std::string& pointer) {
  const Json* at = &document;
  const std::regex keys("/([^/]+)");
  for (std::sregex_iterator key(pointer.begin(), pointer.end(), keys), end; key != end; ++key) {
    at = below(*at, (*key)[1]);
    if (at == nullptr) return false;
  }
  return true;
}

TEST(Template, LoadsWithoutAWarning) {
  for (const char* file : {"base.json", "mall-kommun.json"}) {
    const Loaded loaded = load(source_file("scenarios/kommun") / file);
    EXPECT_THAT(texts(loaded.errors), testing::IsEmpty());
    EXPECT_THAT(texts(loaded.warnings), testing::IsEmpty());
  }
}

TEST(Template, HasEveryPlaceThatTheGuideNames) {
  std::vector<Issue> issues;
  const auto document =
      read_document(source_file("scenarios/kommun/mall-kommun.json"), issues, issues);
  ASSERT_TRUE(document.has_value()) << issues.size();
  const std::string guide = read_file(source_file("docs/your-own-municipality.md"));
  // A row of the table is one of the five.
  const std::regex row("\\n\\| ([1-5]) \\|[^\\n]*");
  const std::regex place("`(/[a-z0-9_/]+)`");
  int rows = 0;
  for (std::sregex_iterator line(guide.begin(), guide.end(), row), end; line != end; ++line) {
    const std::string text = line->str();
    ++rows;
    int places = 0;
    for (std::sregex_iterator found(text.begin(), text.end(), place); found != end; ++found) {
      EXPECT_TRUE(is_there(document->value, (*found)[1])) << (*found)[1];
      ++places;
    }
    EXPECT_GT(places, 0) << text;
  }
  EXPECT_EQ(rows, 5);
}

}  // namespace
}  // namespace scenarios
