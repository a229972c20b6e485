// SPDX-License-Identifier: Apache-2.0
// The example files, read and run as a user would, against the exact answers that they state.
#include <filesystem>

#include "experiments/run.hpp"
#include "scenarios/reader.hpp"
#include "tests/theory/ladder.hpp"
#include "tests/theory/markov_chain.hpp"
#include "tests/theory/reported.hpp"
#include "tests/theory/theory.hpp"

namespace examples_test {

scenarios::Loaded load(const std::string& name, std::vector<std::string> overrides = {}) {
  const auto path = std::filesystem::path{TROSKEL_SOURCE_DIR} / "scenarios" / "examples" / name;
  auto loaded = scenarios::load(path, overrides);
  for (const auto& issue : loaded.errors) ADD_FAILURE() << issue.text();
  for (const auto& issue : loaded.warnings) ADD_FAILURE() << issue.text();
  return loaded;
}

class Example {
 public:
  explicit Example(const std::string& name, std::uint32_t replications = 60)
      : claim_(theory::Group::Examples, name),
        scenario_(load(name).scenario.value()),
        results_(care::run_experiment(
            care::Model{scenario_}, {.seed = 1, .replications = replications, .threads = 1}, {})) {}

  /// Within 4 standard errors, which are at most `sharpness` of the truth.
  [[nodiscard]] ::testing::AssertionResult reports(const std::string& id, double truth,
                                                   double sharpness = 0.1) const {
    return theory::reports(claim_, results_, id, truth, sharpness);
  }

  [[nodiscard]] bool note_says(const std::string& text) const {
    const auto note = scenario_.provenance.find("");
    return note != scenario_.provenance.end() &&
           note->second.note.en.find(text) != std::string::npos;
  }

  void expect_sound() const {
    for (const auto& item : results_.audit) {
      EXPECT_NE(item.verdict, care::AuditItem::Verdict::Violated)
          << item.id << ": " << item.detail.en;
    }
    for (const auto& target : results_.targets) EXPECT_TRUE(target.passed) << target.id;
  }

 private:
  theory::Claim claim_;
  scenarios::Scenario scenario_;
  care::Results results_;
};

TEST(Examples, ClinicAgreesWithErlangC) {
  const Example clinic("clinic.json");
  constexpr double a = 2.5;
  const double waits = theory::erlang_c(3, a);
  const double hours = theory::mmc_wait(3, a) * 0.5;
  EXPECT_TRUE(clinic.reports("waited.clinic", 100 * waits));
  EXPECT_TRUE(clinic.reports("wait.clinic", hours));
  EXPECT_TRUE(clinic.reports("queue.clinic", 120 * hours / 24));
  EXPECT_TRUE(clinic.reports("rooms_in_use", a));
  EXPECT_TRUE(clinic.reports("seen_per_day", 120));
  EXPECT_NEAR(waits, 0.7022, 5e-5);
  EXPECT_NEAR(hours, 0.7022, 5e-5);
  EXPECT_NEAR(120 * hours / 24, 3.511, 5e-4);
  EXPECT_TRUE(clinic.note_says("70.22 %"));
  EXPECT_TRUE(clinic.note_says("0.7022 hours"));
  EXPECT_TRUE(clinic.note_says("3.511"));
  clinic.expect_sound();
}

TEST(Examples, WardAndShortTermAgreesWithItsMarkovChain) {
  struct State {
    int busy = 0, blocked = 0, unit = 0;
    auto operator<=>(const State&) const = default;
  };
  const theory::MarkovChain<State> chain{
      State{}, [](const State& s, const auto& emit) {
        if (s.busy + s.blocked < 8) emit({s.busy + 1, s.blocked, s.unit}, 1.0);
        const double done = s.busy / 5.0, leaves = s.unit / 12.0;
        emit({s.busy - 1, s.blocked, s.unit}, 0.65 * done);
        const int room = s.unit < 4 ? 1 : 0;
        emit({s.busy - 1, s.blocked + 1 - room, s.unit + room}, 0.35 * done);
        const int moves = s.blocked > 0 ? 1 : 0;
        emit({s.busy, s.blocked - moves, s.unit - 1 + moves}, leaves);
      }};
  ASSERT_EQ(chain.size(), 81U);
  const auto p = chain.stationary();
  const double blocked = chain.expect(p, [](const State& s) { return s.blocked; });
  const double beds = chain.expect(p, [](const State& s) { return s.busy + s.blocked; });
  const double unit = chain.expect(p, [](const State& s) { return s.unit; });
  const double lost =
      chain.expect(p, [](const State& s) { return s.busy + s.blocked == 8 ? 1 : 0; });
  const double wait_hours = 24 * blocked / ((1 - lost) * 0.35);

  const Example example("ward-and-short-term.json", 160);
  EXPECT_TRUE(example.reports("blocked_beds", blocked));
  EXPECT_TRUE(example.reports("blocked_share", 100 * blocked / beds));
  EXPECT_TRUE(example.reports("occupied.ward", beds));
  EXPECT_TRUE(example.reports("occupied.short_term", unit));
  EXPECT_TRUE(example.reports("wait.short_term", wait_hours, 0.15));
  EXPECT_TRUE(example.reports("lost.ward", 730 * lost));
  EXPECT_NEAR(blocked, 1.4962, 5e-5);
  EXPECT_NEAR(100 * blocked / beds, 26.9, 0.05);
  EXPECT_NEAR(100 * lost, 18.65, 5e-3);
  EXPECT_NEAR(100 * theory::erlang_b(8, 5), 7.00, 5e-3);
  EXPECT_NEAR(wait_hours, 126.1, 0.05);
  EXPECT_NEAR(beds, 5.564, 5e-4);
  EXPECT_NEAR(unit, 3.417, 5e-4);
  for (const auto* text : {"1.4962", "26.9 %", "18.65 %", "7.00 %", "126.1", "5.564", "3.417"}) {
    EXPECT_TRUE(example.note_says(text)) << text;
  }
  example.expect_sound();
}

TEST(Examples, SixStationsAgreesWithTheTrafficEquations) {
  const auto scenario = load("six-stations.json").scenario.value();
  struct Station {
    const char* id;
    double per_day, places;
  };
  const std::vector<Station> stations{{"emergency", 20.5269, 6.1581},
                                      {"ward", 10.2634, 51.3171},
                                      {"short_term", 1.4369, 17.2426},
                                      {"home_care", 4.3106, 172.4256},
                                      {"primary_care", 18.8026, 4700.65}};
  // They solve the traffic equations.
  EXPECT_NEAR(stations[0].per_day, 18 + 0.15 * stations[3].per_day + 0.1 * stations[4].per_day,
              2e-4);
  EXPECT_NEAR(stations[4].per_day,
              0.5 * stations[0].per_day + 0.51 * stations[1].per_day + 0.5 * stations[2].per_day +
                  0.6 * stations[3].per_day,
              2e-4);
  const theory::Claim claim{theory::Group::Examples, "six-stations.json"};
  std::vector<theory::Reader> readers;
  for (const auto& station : stations) {
    readers.push_back(theory::entries_per_day(station.id));
    readers.push_back(theory::occupied(station.id));
  }
  const auto r = theory::sample(scenario, readers, {.replications = 12});
  for (std::size_t i = 0; i < stations.size(); ++i) {
    const std::string id = stations[i].id;
    EXPECT_TRUE(claim.agrees("entries." + id + ", per day", r[2 * i], stations[i].per_day, 0.02));
    EXPECT_TRUE(claim.agrees("occupied." + id, r[2 * i + 1], stations[i].places, 0.05));
  }
}

}  // namespace examples_test
