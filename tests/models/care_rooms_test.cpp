// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "models/care/rooms.hpp"
#include "models/flow/patient_table.hpp"
#include "models/flow/simulation.hpp"
#include "tests/models/scenario_builder.hpp"

namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

using Diary = std::vector<std::string>;

/// Where toy rooms write what happens to them.
struct Plan {
  Diary* diary = nullptr;
};

/// A room that is told of entries, makes everybody prepare for an hour, and has two events.
class Porch {
 public:
  explicit Porch(const Plan& plan) : diary_(plan.diary) {}

  template <class Simulation>
  void begin(Simulation& simulation) {
    care::announce<Porch>(simulation, simulation.network().start + 10h, 7, 0);
    care::announce<Porch>(simulation, simulation.network().start + 11h, 8, 15);
  }
  template <class Simulation>
  void entered(Simulation&, flow::PatientSlot, sim::Time) {
    diary_->emplace_back("porch: entered");
  }
  template <class Simulation>
  sim::Duration preparation(Simulation&, flow::PatientSlot, sim::Time) {
    return 1h;
  }
  template <class Simulation>
  void handle(Simulation&, flow::Event event, sim::Time) {
    diary_->push_back("porch: event " + std::to_string(event.subject) + " of kind " +
                      std::to_string(event.detail));
  }
  [[nodiscard]] static std::int64_t count(std::uint32_t index, sim::Time) { return index; }

 private:
  Diary* diary_;
};

/// A room that is told of entries and exits, has an event of its own, and lets nobody in at noon.
class Hall {
 public:
  explicit Hall(const Plan& plan) : diary_(plan.diary) {}

  template <class Simulation>
  void begin(Simulation& simulation) {
    care::announce<Hall>(simulation, simulation.network().start + 10h, 9);
  }
  template <class Simulation>
  flow::Admission requested(Simulation&, flow::PatientSlot, flow::Place to, sim::Time now) {
    return {to, now == noon ? now + 2h : now};
  }
  template <class Simulation>
  void entered(Simulation&, flow::PatientSlot, sim::Time) {
    diary_->emplace_back("hall: entered");
  }
  template <class Simulation>
  void left(Simulation&, flow::PatientSlot, flow::Place, sim::Time) {
    diary_->emplace_back("hall: left");
  }
  template <class Simulation>
  sim::Duration preparation(Simulation&, flow::PatientSlot, sim::Time) {
    return 3h;
  }
  template <class Simulation>
  void handle(Simulation&, flow::Event event, sim::Time) {
    diary_->push_back("hall: event " + std::to_string(event.subject) + " of kind " +
                      std::to_string(event.detail));
  }

  static constexpr sim::Time noon =
      sim::Time{std::chrono::local_days{std::chrono::year{2024} / 1 / 1}} + 12h;

 private:
  Diary* diary_;
};

/// A room with nothing in it.
struct Empty {
  explicit Empty(const Plan&) {}
};

/// Notes when somebody enters and departs.
struct Clock {
  static constexpr bool enabled = true;
  Diary* diary = nullptr;
  void note(const flow::Patient&, sim::Time now, flow::Note what, flow::Place, std::string_view,
            sim::Duration) const {
    const auto at = sim::iso_date_time(now).substr(11, 5);
    if (what == flow::Note::Entered) diary->push_back(at + " enters");
    if (what == flow::Note::Departed) diary->push_back(at + " departs");
  }
};

/// One patient at noon who stays for two hours, through these rooms.
template <class... Parts>
Diary day_in() {
  cases::Builder b;
  b.exit("home");
  b.setting("ward", 1, cases::fixed(2, scenarios::TimeUnit::Hours), {{"home", 1}});
  b.appointments("referrals", {12}, "ward");
  b.horizon(0, 1);
  const auto network = flow::compile_network(b.scenario());
  Diary diary;
  flow::Simulation<care::Rooms<Parts...>, Clock> simulation(
      network, care::Rooms<Parts...>(Plan{&diary}), {&diary});
  simulation.run(1, 0, {});
  return diary;
}

TEST(Rooms, AreCalledInOrderAndHandleTheirOwnEvents) {
  EXPECT_THAT((day_in<Porch, Hall>()),
              ElementsAre("porch: event 7 of kind 0", "hall: event 9 of kind 0",
                          "porch: event 8 of kind 15", "14:00 enters", "porch: entered",
                          "hall: entered", "hall: left", "19:00 departs"));
  EXPECT_THAT((day_in<Hall, Porch>()),
              ElementsAre("hall: event 9 of kind 0", "porch: event 7 of kind 0",
                          "porch: event 8 of kind 15", "14:00 enters", "hall: entered",
                          "porch: entered", "hall: left", "19:00 departs"));
}

TEST(Rooms, ComposeInAnySubset) {
  EXPECT_THAT((day_in<Porch>()),
              ElementsAre("porch: event 7 of kind 0", "porch: event 8 of kind 15", "12:00 enters",
                          "porch: entered", "15:00 departs"));
  EXPECT_THAT((day_in<Empty, Hall>()), ElementsAre("hall: event 9 of kind 0", "14:00 enters",
                                                   "hall: entered", "hall: left", "19:00 departs"));
  EXPECT_THAT((day_in<Empty>()), ElementsAre("12:00 enters", "14:00 departs"));
  EXPECT_THAT((day_in<>()), ElementsAre("12:00 enters", "14:00 departs"));
}

TEST(Rooms, AskForAdmissionOnlyWhereARoomAnswers) {
  EXPECT_TRUE((care::Rooms<Porch, Hall>::admits));
  EXPECT_FALSE((care::Rooms<Porch, Empty>::admits));
}

TEST(Rooms, AddUpWhatTheyCount) {
  Diary diary;
  const Plan plan{&diary};
  EXPECT_EQ((care::Rooms<Porch, Hall, Empty>(plan).count(3, {})), 3);
  EXPECT_EQ((care::Rooms<Hall>(plan).count(3, {})), 0);
}

struct Holder {
  std::uint32_t family = 0, serial = 0;
};

TEST(PatientTable, GivesAFreshRecordToWhoTakesOverASlot) {
  struct Record {
    int seen = 0;
  };
  constexpr flow::PatientSlot slot{2};
  flow::PatientTable<Record> table;
  table.of(slot, Holder{5, 1}).seen = 10;
  EXPECT_EQ(table.slots().size(), 3U);
  EXPECT_EQ(table.of(slot, Holder{5, 1}).seen, 10) << "the same person";
  EXPECT_EQ(table[slot].seen, 10);
  EXPECT_EQ(table.of(slot, Holder{5, 2}).seen, 0) << "the next one of the source";
  table.of(slot, Holder{5, 2}).seen = 20;
  EXPECT_EQ(table.of(slot, Holder{6, 2}).seen, 0) << "the same number of another source";
  EXPECT_EQ(table.of(slot, Holder{5, 1}).seen, 0) << "who comes back is met anew";
  ASSERT_NE(table.find(slot, Holder{5, 1}), nullptr);
  EXPECT_EQ(table.find(slot, Holder{5, 1}), &table[slot]);
  EXPECT_EQ(table.find(slot, Holder{6, 2}), nullptr) << "who held the slot before";
  EXPECT_EQ(table.find(flow::PatientSlot{9}, Holder{5, 1}), nullptr)
      << "a slot that nobody asked for";
  table.clear();
  EXPECT_EQ(table.slots().size(), 0U);
}

}  // namespace
