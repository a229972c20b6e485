// SPDX-License-Identifier: Apache-2.0
// A2: an event that is younger than a patient's last step but meant for another phase. The engine makes
// none, since every step of its own gives a new stamp; an extension that says harm can.
#include <gmock/gmock.h>

#include "tests/models/story.hpp"

namespace {

using namespace stories;
using cases::fixed;
using scenarios::TimeUnit;
using ::testing::ElementsAre;

/// Sends the only patient elsewhere at a time, wherever the patient is then.
struct HarmAt : flow::NoExtension {
  sim::Time time{};
  flow::Place to = flow::nowhere;

  template <class Simulation>
  void begin(Simulation& simulation) {
    simulation.schedule_extension(time, 0, 0);
  }
  template <class Simulation>
  void handle(Simulation& simulation, flow::Event event, sim::Time now) {
    simulation.harm(static_cast<flow::PatientSlot>(event.subject), to, now);
  }
};

/// Ada comes at 8, stays for an hour, is on her way from 9 to 12 and leaves at 13.
Story harmed_at(sim::Duration hour) {
  auto b = one_week();
  b.setting("ward", 1, fixed(1, TimeUnit::Hours), {{"unit", 1}});
  b.setting("unit", 1, fixed(1, TimeUnit::Hours), {{"home", 1}});
  b.setting("emergency", 1, fixed(6, TimeUnit::Hours), {{"home", 1}});
  b.move("ward", "unit").transfer = fixed(3, TimeUnit::Hours);
  patient(b, "Ada", 8, "ward");
  HarmAt harm;
  harm.time = sim::Time{cases::day(2024, 1, 2)} + hour;
  harm.to = flow::compile_network(b.scenario()).find_place("emergency").value();
  return tell(b, {Note::Entered, Note::SetOut, Note::Departed, Note::Harmed}, harm);
}

TEST(A2Stamps, HarmMovesOneWhoIsThere) {
  EXPECT_THAT(harmed_at(std::chrono::minutes{8 * 60 + 30}),
              ElementsAre("Ada 02 08:00 enters ward", "Ada 02 08:30 harmed emergency",
                          "Ada 02 08:30 enters emergency", "Ada 02 14:30 departs home"));
}

TEST(A2Stamps, ThePhaseAloneStopsHarmToOneOnTheWay) {
  EXPECT_THAT(harmed_at(std::chrono::hours{10}),
              ElementsAre("Ada 02 08:00 enters ward", "Ada 02 09:00 sets out unit",
                          "Ada 02 12:00 enters unit", "Ada 02 13:00 departs home"));
}

TEST(A2Stamps, ThePhaseAloneStopsHarmToOneWhoIsGone) {
  EXPECT_THAT(harmed_at(std::chrono::hours{20}),
              ElementsAre("Ada 02 08:00 enters ward", "Ada 02 09:00 sets out unit",
                          "Ada 02 12:00 enters unit", "Ada 02 13:00 departs home"));
}

}  // namespace
