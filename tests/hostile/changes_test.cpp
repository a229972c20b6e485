// SPDX-License-Identifier: Apache-2.0
// B8: random changes of the shipped base scenarios, a thousand of each in Release. Each is refused with messages that say where, or it
// runs to an end; none hangs, crashes or is a fault of the program.

#include "tests/hostile/changes.hpp"

#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "experiments/case.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/writer.hpp"
#include "tests/app/process.hpp"
#include "tests/hostile/answer.hpp"

namespace {

using hostile::Json;

constexpr int parts = 10 / hostile::of_many;     // of a base, to run side by side
constexpr int changes = 100 / hostile::of_many;  // in each part

struct Part {
  std::string base;
  int number = 0;
};
void PrintTo(const Part& part, std::ostream* to) { *to << part.base << " " << part.number; }

/// The base as one document, its files named in full, over so few days that a run takes no time.
Json whole(const std::string& base) {
  const auto path = testing_app::source_folder() / "scenarios" / base;
  auto loaded = scenarios::load(path);
  const auto folder = path.parent_path();
  Json document = Json::parse(scenarios::resolved_json(*loaded.scenario));
  const auto in_full = [&](const char* pointer) {
    Json& file = document[Json::json_pointer(pointer)];
    file = (folder / file.get<std::string>()).lexically_normal().string();
  };
  in_full("/population/file");
  in_full("/care/responsibility/agreements/0/rules");
  document["horizon"]["warm_up_days"] = 1;
  document["horizon"]["days"] = 2;
  return document;
}

class RandomChanges : public testing::TestWithParam<Part> {};

TEST_P(RandomChanges, B8AreRefusedWithAPlaceOrRunToAnEnd) {
  const Json document = whole(GetParam().base);
  const tests::TemporaryFolder folder;
  const auto file = (folder / "changed.json").string();
  hostile::Changes of_base(document, static_cast<std::uint32_t>(GetParam().number));
  std::string told;
  int ran = 0;
  for (int i = 0; i < changes; ++i) {
    testing_app::write(file, of_base.next(told).dump());
    const auto answer = hostile::answer_file(file);
    ran += answer.faults.empty() ? 1 : 0;
    for (const auto& fault : answer.faults) {
      if (fault.find("expected at most 200 faults") != std::string::npos) continue;  // the rest
      EXPECT_THAT(fault,
                  testing::ContainsRegex("(\\.json|\\.csv)(#/|:[0-9]+:).*: expected .*, got "))
          << told;
    }
    if (HasFailure()) FAIL() << told;
  }
  // Of the few that there is time for in Debug it may be that none does.
  if (hostile::of_many == 1) {
    EXPECT_GT(ran, 0) << "some must run for the test to mean something";
  }
}

std::vector<Part> all_parts() {
  std::vector<Part> all;
  for (const auto* base : {"halland", "skane", "dalarna"}) {
    for (int number = 0; number < parts; ++number) {
      all.push_back({std::string(base) + "/base-2025.json", number});
    }
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(Bases, RandomChanges, testing::ValuesIn(all_parts()),
                         [](const auto& part) {
                           const auto& base = part.param.base;
                           return base.substr(0, base.find('/')) + "_" +
                                  std::to_string(part.param.number);
                         });

}  // namespace
