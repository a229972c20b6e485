// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "scenarios/issue.hpp"
#include "tests/english.hpp"
#include "tests/temporary_folder.hpp"

namespace scenarios_test {

/// A folder of the running test's own, removed with its files at the end.
class Folder {
 public:
  /// Writes a file and returns its path.
  std::filesystem::path write(std::string_view name, std::string_view text) const {
    const auto path = folder_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

  [[nodiscard]] std::filesystem::path path(std::string_view name) const { return folder_ / name; }

  /// The texts of issues with this folder's name cut away.
  [[nodiscard]] std::vector<std::string> texts(const std::vector<scenarios::Issue>& issues) const {
    const std::string prefix = folder_.path().generic_string() + "/";
    std::vector<std::string> texts;
    for (const auto& issue : issues) {
      EXPECT_EQ(tests::english_in(issue), "") << issue.text(words::Lang::Sv);
      std::string text = issue.text();
      for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
        text.erase(at, prefix.size());
      }
      texts.push_back(std::move(text));
    }
    return texts;
  }

 private:
  tests::TemporaryFolder folder_;
};

/// `text` with the only occurrence of `from` replaced.
inline std::string with(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at == std::string::npos) return text;
  EXPECT_EQ(text.find(from, at + 1), std::string::npos) << from << " occurs twice";
  return text.replace(at, from.size(), to);
}

inline std::vector<std::string> texts(const std::vector<scenarios::Issue>& issues) {
  std::vector<std::string> texts;
  for (const auto& issue : issues) {
    EXPECT_EQ(tests::english_in(issue), "") << issue.text(words::Lang::Sv);
    texts.push_back(issue.text());
  }
  return texts;
}

inline std::filesystem::path source_file(std::string_view path) {
  return std::filesystem::path(TROSKEL_SOURCE_DIR) / path;
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A small scenario that uses most of the language: two settings, attributes, queues, calendars.
inline constexpr std::string_view ward = R"({
  "title": "Ward",
  "horizon": {"start": "2025-01-06", "days": 100},
  "attributes": {"age": ["young", "old"], "level": ["1", "2"]},
  "settings": {
    "ward": {
      "capacity": {"normal": 20, "changes": [{"weeks": [25, 34], "value": 16}]},
      "when_full": {"policy": "wait_outside"},
      "queue": {
        "ranks": [{"when": {"level": "2"}, "rank": 0}, {"rank": 1}],
        "leave": {"after": {"kind": "fixed", "value": 30}, "to": "gone"}
      },
      "stay": [
        {"when": {"age": "old"}, "next": "home", "time": {"kind": "gamma", "mean": 9, "cv": 0.8}},
        {"time": {"kind": "lognormal", "unit": "days", "mean": 5, "sd": 4}}
      ],
      "routes": [
        {"when": {"level": ["2"]}, "to": {"home": 0.6, "gone": 0.4}},
        {"to": {"home": 1}}
      ],
      "hazards": {"per_year": 0.5, "to": "gone"}
    },
    "home": {
      "residence": true,
      "stay": {"time": {"kind": "exponential", "mean": 60}},
      "routes": {"to": {"gone": 1}},
      "changes": {"when": {"level": "1"}, "per_year": 0.2, "set": {"level": "2"}}
    }
  },
  "exits": {"gone": "Gone"},
  "moves": {"ward->home": {"open": {"normal": 0, "changes": {"days": ["mon"], "value": 1}}}},
  "arrivals": {
    "acute": {
      "to": "ward",
      "per_day": 2,
      "attributes": {"age": {"young": 0.3, "old": 0.7}, "level": "1"}
    }
  },
  "measures": {
    "deaths": {"numerator": {"count": "entries", "settings": "gone"}}
  }
})";

}  // namespace scenarios_test
