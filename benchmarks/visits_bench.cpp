// SPDX-License-Identifier: Apache-2.0
/// @file
/// A year of home visits in a county of Halland's size: six municipalities, three roles, 4,100
/// patients, about 6,000 visits a week. No patient moves: what is measured is staff and visits.

#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "models/staffing/duty.hpp"
#include "models/staffing/visit_book.hpp"
#include "sim/civil_date.hpp"

namespace {

constexpr std::uint32_t patients[] = {1190, 991, 857, 601, 342, 119};

scenarios::DistributionSpec lognormal(double mean, double cv, scenarios::TimeUnit unit) {
  scenarios::DistributionSpec spec;
  spec.kind = scenarios::DistributionSpec::Kind::Lognormal;
  spec.unit = unit;
  spec.mean = mean;
  spec.cv = cv;
  return spec;
}

scenarios::Role role(double vacancy) {
  scenarios::Role role;
  role.indirect_share = 0.49;
  role.vacancy = vacancy;
  role.sickness = 0.07;
  role.sick_spell = lognormal(8, 1.2, scenarios::TimeUnit::Days);
  role.sickness_shock_cv = 0.4;
  role.leave_start_weights = {0.15, 0.15, 0.1, 0.2, 0.2, 0.1, 0.1};
  role.replacement = 0.55;
  role.substitute_productivity = 0.75;
  role.agency_cap = 0.04;
  role.agency_cap_summer = 0.12;
  role.overtime_cap = 0.05;
  return role;
}

void add_task(scenarios::Care& care, const std::string& who, double per_week, double minutes) {
  scenarios::Task task;
  task.settings = {"home"};
  task.role = who;
  task.per_week = per_week;
  task.minutes = lognormal(minutes, 0.6, scenarios::TimeUnit::Minutes);
  task.max_moves = 2;
  if (who == "nurse") {
    task.shifts = {{"day", 0.75}, {"evening", 0.2}, {"night", 0.05}};
    task.harm = 0.01;
  } else {
    task.shifts = {{"day", 1.0}};
    task.days = {sim::DayKind::Mon, sim::DayKind::Tue, sim::DayKind::Wed, sim::DayKind::Thu,
                 sim::DayKind::Fri};
  }
  care.tasks.emplace_back(who, task);
}

scenarios::Team team(double people, double day, double evening, double night) {
  scenarios::Team team;
  team.people = people;
  team.roster = {{"day", {}, day}, {"evening", {}, evening}, {"night", {}, night}};
  return team;
}

scenarios::Care halland() {
  scenarios::Care care;
  care.roles = {{"nurse", role(0.08)}, {"ot", role(0.05)}, {"pt", role(0.05)}};
  for (const auto& [name, start, hours] :
       {std::tuple{"day", 7.0, 8.0}, {"evening", 15.0, 7.0}, {"night", 22.0, 9.0}}) {
    care.shifts.emplace_back(name, scenarios::Shift{{}, start, hours});
  }
  add_task(care, "nurse", 1.15, 30);
  add_task(care, "ot", 0.15, 45);
  add_task(care, "pt", 0.15, 45);
  for (const std::uint32_t count : patients) {
    const double share = count / 4100.0;
    scenarios::Municipality home;
    home.travel_minutes = 13;
    home.teams = {{"nurse", team(230 * share + 6, 115 * share, 36 * share + 1, 8 * share + 1)},
                  {"ot", team(60 * share + 1, 40 * share, 0, 0)},
                  {"pt", team(60 * share + 1, 40 * share, 0, 0)}};
    care.municipalities.emplace_back(std::to_string(care.municipalities.size()), home);
  }
  return care;
}

const sim::Date start = *sim::make_date(2025, 1, 1);

void duty_of_a_year(benchmark::State& state) {
  const care::Workforce workforce(halland(), start, 365);
  care::Duty duty(workforce);
  std::uint32_t replication = 0;
  for (auto _ : state) {
    duty.reset(1, replication++);
    for (std::uint32_t o = 0; o < workforce.calendar().size(); ++o) {
      for (std::uint32_t t = 0; t < workforce.teams(); ++t) {
        benchmark::DoNotOptimize(duty.staff(t, o));
      }
    }
  }
}
BENCHMARK(duty_of_a_year)->Unit(benchmark::kMillisecond);

void visits_of_a_year(benchmark::State& state) {
  const scenarios::Care care = halland();
  const care::Workforce workforce(care, start, 365);
  const std::vector<std::string> settings{"home"};
  const care::VisitPlans plans(workforce, care, settings, 1,
                               [](const scenarios::Condition&, flow::Profile) { return true; });
  care::Duty duty(workforce);
  care::VisitBook book(workforce, plans);
  std::uint32_t replication = 0;
  std::int64_t visits = 0, moved = 0, missed = 0;
  for (auto _ : state) {
    duty.reset(1, replication);
    book.reset(1, replication++);
    care::PlanStart from;
    from.now = sim::Time{start};
    from.stay_started = from.now - 100 * sim::day;
    std::uint32_t slot = 0;
    for (std::uint32_t m = 0; m < 6; ++m) {
      from.municipality = m;
      for (std::uint32_t k = 0; k < patients[m]; ++k, ++slot)
        book.start({flow::PatientSlot{slot}, m, k}, from);
    }
    for (std::uint32_t o = 0; o < workforce.calendar().size(); ++o) {
      for (std::uint32_t t = 0; t < workforce.teams(); ++t) {
        const care::ShiftResult result = book.run_shift(t, o, duty.staff(t, o));
        for (const care::VisitCounts& counts : result.visits) {
          visits += counts.due;
          moved += counts.moved;
          missed += counts.missed;
        }
      }
    }
  }
  state.SetItemsProcessed(visits);
  state.counters["visits_a_week"] =
      static_cast<double>(visits) / static_cast<double>(state.iterations()) * 7 / 365;
  state.counters["moved_share"] = static_cast<double>(moved) / static_cast<double>(visits);
  state.counters["missed_share"] = static_cast<double>(missed) / static_cast<double>(visits);
}
BENCHMARK(visits_of_a_year)->Unit(benchmark::kMillisecond);

}  // namespace
