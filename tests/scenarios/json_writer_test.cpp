// SPDX-License-Identifier: Apache-2.0
#include "scenarios/json_writer.hpp"

#include <cmath>
#include <cstdint>

#include <gtest/gtest.h>

#include "scenarios/json.hpp"

namespace scenarios {
namespace {

TEST(JsonWriter, WritesTheShortestTextThatReadsBack) {
  JsonWriter writer(0);
  writer.begin_array().value(0.1).value(1.0 / 3).value(5e-324).value(1e22).value(-0.0);
  writer.value(std::nan("")).value(std::uint64_t{18446744073709551615U}).value(true).end_array();
  EXPECT_EQ(writer.finish(),
            "[0.1, 0.3333333333333333, 5e-324, 1e+22, -0, null, 18446744073709551615, true]\n");
}

TEST(JsonWriter, EscapesText) {
  EXPECT_EQ(json_string("a\"b\\c\nd\te\r\b\f\x01 å"), R"("a\"b\\c\nd\te\r\b\f\u0001 å")");
  EXPECT_EQ(json_string("v\xE5rd \xE2\x82"), "\"v\uFFFDrd \uFFFD\uFFFD\"") << "not UTF-8";
}

TEST(JsonWriter, BreaksLinesByRecord) {
  JsonWriter writer(1);
  writer.begin_object().key("a").value(1).key("b").begin_array().value(1).value(2).end_array();
  writer.key("c").begin_object().end_object().end_object();
  EXPECT_EQ(writer.finish(), "{\n  \"a\": 1,\n  \"b\": [1, 2],\n  \"c\": {}\n}\n");
}

/// Scenarios have whole numbers without exponent, and what fits on its line of 100 columns there.
TEST(JsonWriter, WritesCanonicalText) {
  const Json value = {{"whole", 100000.0},
                      {"short", {1, 2.5, -0.0}},
                      {"none", nullptr},
                      {"large", 123456789012345680000.0},
                      {"empty", Json::object()}};
  EXPECT_EQ(canonical_text(value),
            "{\n  \"whole\": 100000,\n  \"short\": [1, 2.5, 0],\n  \"none\": null,\n"
            "  \"large\": 1.2345678901234568e+20,\n  \"empty\": {}\n}\n");
  const auto second_line = [](std::size_t letters) {
    const Json list = {{"a", {std::string(letters, 'x')}}};
    return canonical_text(list).substr(2, 9);
  };
  EXPECT_EQ(second_line(88), "  \"a\": [\"");
  EXPECT_EQ(second_line(89), "  \"a\": [\n");
}

}  // namespace
}  // namespace scenarios
