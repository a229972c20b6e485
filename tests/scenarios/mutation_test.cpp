// SPDX-License-Identifier: Apache-2.0
// Whatever a scenario file holds, the reader answers with a scenario or with messages.

#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "scenarios/reader.hpp"
#include "scenarios/writer.hpp"
#include "tests/scenarios/files.hpp"

namespace scenarios {
namespace {

using scenarios_test::read_file;
using scenarios_test::source_file;
using scenarios_test::ward;

/// Changes to a text: what editing by hand goes wrong with, and what it never would.
class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : engine_(seed) {}

  std::string mutate(std::string text) {
    for (std::size_t i = 1 + pick(3); i > 0; --i) change(text);
    return text;
  }

 private:
  std::size_t pick(std::size_t below) { return engine_() % below; }

  void change(std::string& text) {
    static constexpr std::string_view pieces[] = {"null",
                                                  "true",
                                                  "-1",
                                                  "1e999",
                                                  "0.5",
                                                  "\"ward\"",
                                                  "{}",
                                                  "[]",
                                                  "\"value\"",
                                                  "{\"value\": 3}",
                                                  ",",
                                                  ":",
                                                  "\"",
                                                  "{",
                                                  "}",
                                                  "[",
                                                  "]",
                                                  "\xC3",
                                                  "\\u0000",
                                                  "99999999999999999999",
                                                  "\"unlimited\"",
                                                  "\"source\": \"\",",
                                                  "2025-02-30"};
    if (text.empty()) return;
    const std::size_t at = pick(text.size());
    switch (pick(6)) {
      case 0:
        text[at] = static_cast<char>(pick(256));
        break;
      case 1:
        text.erase(at, 1 + pick(20));
        break;
      case 2:
        text.insert(at, pieces[pick(std::size(pieces))]);
        break;
      case 3:
        replace_value(text, at, pieces[pick(std::size(pieces))]);
        break;
      case 4:
        change_digit(text, at);
        break;
      default:
        text.insert(at, text.substr(pick(text.size()), pick(60)));
        break;
    }
  }

  /// Puts a piece in the place of the next value after a colon, which mostly leaves sound JSON.
  static void replace_value(std::string& text, std::size_t at, std::string_view piece) {
    const auto colon = text.find(": ", at);
    if (colon == std::string::npos) return;
    const auto end = text.find_first_of(",}\n", colon + 2);
    text.replace(colon + 2, (end == std::string::npos ? text.size() : end) - colon - 2, piece);
  }

  /// Another digit in the place of the next one.
  void change_digit(std::string& text, std::size_t at) {
    const auto digit = text.find_first_of("0123456789", at);
    if (digit != std::string::npos) text[digit] = static_cast<char>('0' + pick(10));
  }

  std::mt19937 engine_;
};

void expect_an_answer(const std::string& text, std::uint32_t seed) {
  const Loaded loaded = load_text(text, "m.json");
  ASSERT_EQ(loaded.scenario.has_value(), loaded.errors.empty()) << "seed " << seed << "\n" << text;
  for (const Issue& issue : loaded.errors) {
    ASSERT_FALSE(issue.expected.sv.empty() || issue.expected.en.empty() || issue.got.sv.empty() ||
                 issue.got.en.empty())
        << issue.text();
    ASSERT_EQ(issue.text().find('\n'), std::string::npos) << issue.text();
  }
  if (!loaded.scenario) return;
  const Loaded again = load_text(resolved_json(*loaded.scenario), "m.json");
  ASSERT_TRUE(again.scenario) << "seed " << seed << ": " << again.errors.front().text() << "\n"
                              << text;
  ASSERT_EQ(resolved_json(*again.scenario), resolved_json(*loaded.scenario))
      << "seed " << seed << "\n"
      << text;
}

TEST(Mutation, EveryTextGetsAnAnswer) {
  const std::string bases[] = {std::string(ward),
                               read_file(source_file("scenarios/examples/clinic.json")),
                               read_file(source_file("tests/fuzz/corpus/care.json"))};
  int sound = 0;
  for (std::uint32_t seed = 0; seed < 2500; ++seed) {
    const std::string text = Mutator(seed).mutate(bases[seed % std::size(bases)]);
    ASSERT_NO_FATAL_FAILURE(expect_an_answer(text, seed));
    sound += load_text(text, "m.json").scenario.has_value() ? 1 : 0;
  }
  EXPECT_GT(sound, 100) << "some mutants must get past the parser for the test to mean something";
}

TEST(Mutation, EveryOverrideGetsAnAnswer) {
  const Loaded base = load_text(ward, "w.json");
  ASSERT_TRUE(base.scenario);
  std::vector<std::string> pointers{"/",
                                    "//",
                                    "/settings",
                                    "/settings/ward",
                                    "/care",
                                    "/attributes/age/0",
                                    "/settings/ward/stay/0/when/age",
                                    "/arrivals/acute/attributes/age",
                                    "/settings/ward/capacity/changes/0/weeks/1",
                                    "/~2",
                                    "/settings/ward/stay/-"};
  for (const NumberInput& number : number_inputs(*base.scenario))
    pointers.push_back(number.pointer);
  for (const std::string& pointer : pointers) {
    for (const std::string_view value :
         {"1", "-1", "null", "{}", "[]", "x", "{\"value\": 1}", "1e999", "\"", ""}) {
      const std::vector<std::string> overrides{pointer + "=" + std::string(value)};
      const Loaded loaded = load_text(ward, "w.json", overrides);
      EXPECT_EQ(loaded.scenario.has_value(), loaded.errors.empty()) << overrides[0];
    }
  }
}

}  // namespace
}  // namespace scenarios
