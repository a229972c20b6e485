// SPDX-License-Identifier: Apache-2.0
// What ready patients wait for: days by cause.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "models/care/blocking.hpp"
#include "models/model.hpp"
#include "tests/models/discharge_case.hpp"
#include "tests/models/scenario_builder.hpp"

namespace {

using care::Undone;

sim::Time at_hour(int hour) { return sim::Time{cases::day(2024, 1, 1)} + hour * sim::hour; }

/// What each of `causes` gets, in ms, and from when on nothing blocks.
struct Dealt {
  std::vector<std::int64_t> ms;
  sim::Time done{};
};
Dealt deal(sim::Time from, sim::Time to, const std::vector<Undone>& undone, std::size_t causes) {
  Dealt dealt{std::vector<std::int64_t>(causes), {}};
  dealt.done = care::deal_out(from, to, undone, [&](care::Cause cause, sim::Duration length) {
    dealt.ms[cause] += length.count();
  });
  return dealt;
}

TEST(ReadyDaysByCause, WhatRemainsTogetherSharesTheTime) {
  const auto hours = [](double n) { return static_cast<std::int64_t>(n * 3'600'000); };
  const std::vector<Undone> undone{{1, at_hour(2)}, {0, at_hour(6)}, {2, at_hour(6)}};
  const Dealt all = deal(at_hour(0), at_hour(10), undone, 3);
  EXPECT_EQ(all.done, at_hour(6));
  EXPECT_EQ(all.ms[1], hours(2) / 3);
  EXPECT_EQ(all.ms[0], hours(2) / 3 + hours(2));
  EXPECT_EQ(all.ms[2], hours(2) / 3 + hours(2));
  const Dealt cut = deal(at_hour(3), at_hour(4), undone, 3);
  EXPECT_EQ(cut.ms, (std::vector<std::int64_t>{hours(0.5), 0, hours(0.5)}));
  EXPECT_EQ(cut.done, at_hour(4));
}

/// Seven milliseconds of three are three, two and two.
TEST(ReadyDaysByCause, PartsAddUpToTheMillisecond) {
  const auto start = at_hour(0), done = start + sim::Duration{7};
  const Dealt dealt = deal(start, at_hour(1), {{0, done}, {1, done}, {2, done}}, 3);
  EXPECT_EQ(dealt.ms, (std::vector<std::int64_t>{3, 2, 2}));
  EXPECT_EQ(dealt.done, done);
}

/// A ward with a patient at 8 every day who stays for three days and is told home when two tasks are done.
cases::Builder ward_with_tasks() {
  auto b = cases::ward_before_discharge();
  auto& care = *b.scenario().care;
  scenarios::DischargeTask aids, plan;
  aids.label = {"Hjälpmedel", "Aids"};
  aids.lead = cases::fixed_days(1);
  plan.label = {"Plan", "Plan"};
  plan.lead = cases::fixed_days(3);
  care.discharge.tasks = {{"aids", aids}, {"plan", plan}};
  return b;
}

/// Figures of a replication, in days.
class Days {
 public:
  Days(const care::Model& model, std::uint32_t replication) : model_(&model) {
    care::Replication run(model);
    run.run(1, replication, outcome_);
  }
  [[nodiscard]] double of(std::string_view id) const {
    const auto& metrics = model_->catalogue().metrics;
    const auto found =
        std::ranges::find(metrics, id, [](const care::MetricSpec& one) { return one.key.id; });
    return found == metrics.end()
               ? -1
               : static_cast<double>(outcome_.totals[found->numerator]) * found->scale;
  }
  [[nodiscard]] double by_cause() const {
    double sum = 0;
    for (const auto& metric : model_->catalogue().metrics) {
      if (is(metric.key, care::figures::ready_days_by_cause)) sum += of(metric.key.id);
    }
    return sum;
  }
  [[nodiscard]] std::int64_t violations() const { return outcome_.totals[model_->blocked().audit]; }

 private:
  const care::Model* model_;
  care::Outcome outcome_;
};

TEST(ReadyDaysByCause, ByHand) {
  const auto b = ward_with_tasks();
  const care::Model model(b.scenario());
  const Days days(model, 0);
  double aids = 0, plan = 0;
  for (int arrives = 0; arrives < 30; ++arrives) {
    const double left = 30 - (arrives + 8 / 24.0 + 3);  // from ready to the end of the run
    const double both = std::clamp(left, 0.0, 1.0);
    aids += both / 2;
    plan += both / 2 + std::clamp(left - 1, 0.0, 2.0);
  }
  EXPECT_NEAR(days.of("ready_days_by_cause.ward.task.aids"), aids, 1e-6);
  EXPECT_NEAR(days.of("ready_days_by_cause.ward.task.plan"), plan, 1e-6);
  EXPECT_EQ(days.of("ready_days_by_cause.ward.way"), 0);
  EXPECT_EQ(days.violations(), 0);
}

/// The way is open by day on weekdays, and one bed is too few: with a warm-up, deaths among those who wait and
/// a run that ends in the middle of it all, every millisecond has a cause.
TEST(ReadyDaysByCause, AddUpToTheReadyDays) {
  auto b = ward_with_tasks();
  b.horizon(20, 90);
  b.death("dead");
  b.setting("beds", 1, cases::exponential_days(2), {{"home", 1}});
  auto& ward = b.scenario().settings.front().second;
  ward.routes.front().to = {{"home", 0.4}, {"beds", 0.6}};
  ward.stay.front().time = cases::exponential_days(3);
  scenarios::Hazard hazard;
  hazard.per_year = 20;
  hazard.to = "dead";
  ward.hazards.push_back(hazard);
  auto& gate = b.move("ward", "*");
  scenarios::CalendarRule by_day;
  by_day.days = {sim::DayKind::Mon, sim::DayKind::Tue, sim::DayKind::Wed, sim::DayKind::Thu,
                 sim::DayKind::Fri};
  by_day.hours = {8, 16};
  by_day.value = 1;
  gate.open = {0, {by_day}};
  b.scenario().care->discharge.tasks[1].second.lead = cases::exponential_days(1);
  const care::Model model(b.scenario());
  for (std::uint32_t replication = 0; replication < 5; ++replication) {
    const Days days(model, replication);
    EXPECT_EQ(days.violations(), 0);
    EXPECT_NEAR(days.by_cause(), days.of("ready_days.ward"), 1e-6);
    EXPECT_GT(days.of("ready_days_by_cause.ward.place.beds"), 0);
    EXPECT_GT(days.of("ready_days_by_cause.ward.way"), 0);
  }
}

}  // namespace
