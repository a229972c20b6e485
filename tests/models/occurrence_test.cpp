// SPDX-License-Identifier: Apache-2.0
// Who may be where: never too few, whatever the scenario.
#include "models/flow/occurrence.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "models/flow/simulation.hpp"
#include "models/model.hpp"
#include "tests/models/scenario_builder.hpp"
#include "tests/theory/random_network.hpp"

namespace {

using cases::Builder;
using cases::exponential_days;
using cases::unlimited;
using flow::Place;
using flow::Profile;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

/// Random networks; more of them with TROSKEL_NETWORKS=10000, fewer where they are slow.
const std::uint32_t networks = [] {
  const char* const more = std::getenv("TROSKEL_NETWORKS");
  return more != nullptr ? static_cast<std::uint32_t>(std::stoul(more)) : 100U;
}();

/// The numbers of the profiles that may be in a setting.
std::vector<std::size_t> profiles_in(const flow::Network& network, std::size_t setting,
                                     std::span<const flow::Outside::Move> moves = {}) {
  std::vector<std::size_t> profiles;
  const auto n = network.vocabulary.profiles();
  for (const auto cell : flow::find_occurrence(network, moves).cells) {
    if (cell / n == setting) profiles.push_back(cell % n);
  }
  return profiles;
}

/// Two municipalities; everybody comes to the ward, and those of a go on to the clinic.
Builder of_two_municipalities() {
  Builder b;
  b.attribute("municipality", {"a", "b"}).exit("home");
  auto& ward = b.setting("ward", 4, exponential_days(1), {{"home", 1}});
  ward.routes.insert(ward.routes.begin(), {cases::when("municipality", {"a"}), {{"clinic", 1}}});
  b.setting("clinic", 4, exponential_days(1), {{"home", 1}});
  for (const char* const of : {"a", "b"}) {
    auto& arrival = b.arrival(std::string("of_") + of, 1, "ward");
    arrival.attributes.push_back({"municipality", {{of, 1}}});
  }
  return b;
}

TEST(Occurrence, FollowsTheRoutesOfEachProfile) {
  const auto b = of_two_municipalities();
  const auto network = flow::compile_network(b.scenario());
  EXPECT_THAT(profiles_in(network, 0), ElementsAre(0, 1));
  EXPECT_THAT(profiles_in(network, 1), ElementsAre(0));
}

TEST(Occurrence, FollowsWhatHappensWhenAPlaceIsFull) {
  auto b = of_two_municipalities();
  auto scenario = b.scenario();
  scenario.settings[0].second.when_full.policy = scenarios::WhenFull::Policy::Divert;
  scenario.settings[0].second.when_full.to = "clinic";
  EXPECT_THAT(profiles_in(flow::compile_network(scenario), 1), ElementsAre(0, 1));
}

TEST(Occurrence, FollowsWhatOthersThanTheFlowDo) {
  const auto b = of_two_municipalities();
  const auto network = flow::compile_network(b.scenario());
  const std::vector<flow::Outside::Move> harm{{Place{0}, Place{1}, "/care/tasks/drugs/harm_to"}};
  EXPECT_THAT(profiles_in(network, 1, harm), ElementsAre(0, 1));
}

TEST(Occurrence, FiguresOfWhoCannotComeAreNotThere) {
  auto b = of_two_municipalities();
  auto scenario = b.scenario();
  scenario.report_by = {"municipality"};
  const care::Model model(scenario);
  std::vector<std::string> ids;
  for (const auto& metric : model.catalogue().metrics) ids.push_back(metric.key.id);
  EXPECT_THAT(ids, Contains("present.ward.b"));
  EXPECT_THAT(ids, Contains("present.clinic.a"));
  EXPECT_THAT(ids, Not(Contains("present.clinic.b")));
}

/// Indices of the cells that a run has used and that are not among those found.
std::vector<std::uint32_t> forgotten(const scenarios::Scenario& scenario, std::uint32_t run) {
  auto network = flow::compile_network(scenario);
  const auto found = flow::find_occurrence(network, {});
  flow::Simulation<flow::NoExtension> simulation(network, {});
  simulation.run(7, run, {});
  std::vector<std::uint32_t> result;
  const auto cells = static_cast<std::uint32_t>(network.settings * network.vocabulary.profiles());
  for (std::uint32_t i = 0; i < cells; ++i) {
    const auto& cell = simulation.cell(i);
    const bool used = cell.entries > 0 || cell.present_ms > 0 || cell.leaves > 0 || cell.deaths > 0;
    if (used && !std::ranges::binary_search(found.cells, i)) result.push_back(i);
    const auto& resident = simulation.resident_cell(i);
    const bool lived_in = resident.resident_ms > 0 || resident.moved_in > 0;
    if (lived_in && !std::ranges::binary_search(found.resident_cells, i)) result.push_back(i);
  }
  return result;
}

TEST(Occurrence, NeverForgetsACellThatARunUses) {
  std::size_t left_out = 0;
  for (std::uint32_t number = 0; number < networks; ++number) {
    const auto scenario = theory::RandomNetwork(number).make();
    EXPECT_THAT(forgotten(scenario, number), ElementsAre()) << "network " << number;
    const auto network = flow::compile_network(scenario);
    left_out += network.occurrence.cells.size() - flow::find_occurrence(network, {}).cells.size();
  }
  EXPECT_GT(left_out, 0U);  // else it says nothing
}

}  // namespace
