// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/visit_book.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/flow/budget.hpp"
#include "sim/check.hpp"
#include "sim/civil_date.hpp"
#include "words/catalog.hpp"

namespace care {
namespace {

/// Purposes of the draws of a patient's task (family: the patient's and the task's together).
enum VisitPurpose : std::uint8_t { Visiting = 0, Harming = 2 };

/// Visits of one crew in one shift: what serve_in_order can number.
constexpr unsigned due_bits = 20;
constexpr std::size_t most_due = (std::size_t{1} << due_bits) - 1;

/// Visits longer than this (12 days of staff time) are cut: they fit in no shift.
constexpr std::int64_t longest_need = std::int64_t{1} << 30U;

/// A one-to-one mixing of 64 bits: the output function of SplitMix64 (Steele, Lea, Flood, OOPSLA'14).
std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

std::size_t index(scenarios::Priority priority) { return static_cast<std::size_t>(priority); }

}  // namespace

VisitBook::VisitBook(const Workforce& workforce, const VisitPlans& plans, Assignments assignments)
    : workforce_(&workforce),
      plans_of_(&plans),
      assignments_(std::move(assignments)),
      companions_(workforce, plans) {
  if (assignments_.empty()) return;
  const std::size_t municipalities = workforce.units().municipalities();
  booked_.resize(municipalities * assignments_.accounts());
  unstaffed_.resize(municipalities);
  constexpr auto performers = static_cast<std::size_t>(scenarios::Performer::Nobody) + 1;
  for (std::size_t who = 0; who < performers; ++who) {
    for (std::uint32_t m = 0; m < municipalities; ++m) {
      for (std::uint32_t role = 0; role < workforce.roles(); ++role) {
        const auto list = find_list(m, role, static_cast<scenarios::Performer>(who));
        ways_.push_back({list, travel_to(list)});
      }
    }
  }
}

void VisitBook::reset(std::uint64_t seed, std::uint32_t replication) {
  seed_ = seed;
  replication_ = replication;
  lots_ = mixed(seed + 0x9e3779b97f4a7c15U * (replication + std::uint64_t{1}));
  open_ = 0;
  patients_.clear();
  holders_.clear();
  plans_.clear();
  free_ = nil;
  heads_.assign(std::size_t{lists()} * workforce_->calendar().size(), nil);
  moved_.resize(workforce_->teams());
  for (std::vector<Visit>& visits : moved_) visits.clear();
  handed_.resize(workforce_->teams());
  for (std::vector<Visit>& visits : handed_) visits.clear();
}

/// A number for a visit, as good as random, that depends on its address in this replication alone.
template <class Addressed>
std::uint32_t VisitBook::lot(Lot purpose, const Addressed& visit) const {
  const std::uint64_t address =
      (std::uint64_t{visit.family} << 32U | visit.serial) +
      0x9e3779b97f4a7c15U * (visit.occasion + 1U) +
      0xd1b54a32d192ed03U * (4 * std::uint64_t{visit.start} + static_cast<std::uint64_t>(purpose));
  return static_cast<std::uint32_t>(mixed(address ^ lots_) >> 32U);
}

/// Where in a line of all who live in the municipality the patient stands, by lot: the same in every scenario.
double VisitBook::home(const PatientHandle& patient) const {
  const std::uint64_t address = std::uint64_t{patient.family} << 32U | patient.serial;
  return (static_cast<double>(mixed(address ^ ~lots_) >> 32U) + 0.5) * 0x1p-32;
}

template <class Addressed>
sim::Stream VisitBook::stream(const Addressed& visit, std::uint8_t purpose) const {
  return sim::Stream(
      seed_, {replication_, visit.family, visit.serial, purpose, visit.occasion, visit.start});
}

std::uint32_t VisitBook::take_plan() {
  if (free_ == nil) {
    plans_.emplace_back();
    return static_cast<std::uint32_t>(plans_.size() - 1);
  }
  const std::uint32_t plan = free_;
  free_ = plans_[plan].next;
  return plan;
}

void VisitBook::release(std::uint32_t plan) {
  plans_[plan].next = free_;
  free_ = plan;
}

void VisitBook::file(std::uint32_t plan, std::uint32_t occurrence) {
  if (occurrence == Workforce::none) return release(plan);
  if (!assignments_.empty()) assign(plans_[plan], occurrence);
  std::uint32_t& head = heads_[std::size_t{occurrence} * lists() + plans_[plan].team];
  plans_[plan].next = head;
  head = plan;
}

/// Travel to a visit that is in a list, in ms: none where no team goes.
std::uint32_t VisitBook::travel_to(std::uint32_t list) const {
  if (list >= workforce_->teams()) return 0;
  const sim::Duration travel = workforce_->unit_of(list).travel;
  return static_cast<std::uint32_t>(std::min(travel.count(), longest_need));
}

/// Where several performers share, chance decides visit by visit.
void VisitBook::assign(Plan& plan, std::uint32_t occurrence) const {
  const Patient& patient = patients_[plan.slot];
  const Assignment& to = assignments_.of(patient.standing, plan.task, occurrence);
  const bool second = to.performers > 1 && lot(Lot::Performer, plan) >> 31U != 0;
  const auto who = static_cast<std::size_t>(to.performer[second ? 1 : 0]);
  const Way& way =
      ways_[(who * unstaffed_.size() + patient.municipality) * workforce_->roles() + plan.role];
  plan.account = to.account;
  plan.team = static_cast<std::uint16_t>(way.list);
  plan.travel = to.travels ? way.travel : 0;
}

/// The list for visits that a performer gives to those who live in a municipality.
std::uint32_t VisitBook::find_list(std::uint32_t municipality, std::uint32_t role,
                                   scenarios::Performer performer) const {
  const std::uint32_t team = workforce_->team_giving(municipality, role, performer);
  if (team != Workforce::none) return team;
  return workforce_->teams() + (performer == scenarios::Performer::Person ? 0 : 1);
}

void VisitBook::start(const PatientHandle& patient, const PlanStart& from) {
  Patient& known = patients_.of(patient.slot, patient);
  known.starts += 1;  // nil + 1 is 0
  known.municipality = from.municipality;
  known.standing = from.standing;
  known.area = workforce_->areas().at(from.municipality, [&] { return home(patient); });
  if (!holders_.contains(patient.slot)) holders_.resize(sim::index(patient.slot) + 1);
  ++holders_[patient.slot].generation;
  const std::uint32_t earliest = std::max(workforce_->calendar().first_from(from.now), open_);
  if (earliest >= workforce_->calendar().size()) return;
  shown_.assign(plans_of_->clocks(), Shown{});
  for (const auto task : plans_of_->plan(from.profile, from.setting)) {
    start_task(task, patient, from, earliest);
  }
}

void VisitBook::stop(flow::PatientSlot slot) {
  if (holders_.contains(slot)) ++holders_[slot].generation;
}

void VisitBook::start_task(TaskId id, const PatientHandle& patient, const PlanStart& from,
                           std::uint32_t earliest) {
  const VisitTask& task = plans_of_->task(id);
  if (task.once && from.stay_started < from.now) return;

  const std::uint32_t number = take_plan();
  Plan& plan = plans_[number];
  plan.slot = patient.slot;
  plan.generation = holders_[patient.slot].generation;
  plan.family = patient.family ^ task.family;
  plan.serial = patient.serial;
  plan.start = patients_[patient.slot].starts;
  plan.occasion = 0;
  plan.task = id;
  plan.role = static_cast<std::uint8_t>(task.role);
  plan.team = static_cast<std::uint16_t>(workforce_->team_of(from.municipality, task.role));
  plan.travel = travel_to(plan.team);
  if (task.once) {
    plan.worked = plan.base = 0;
    return file(number, only_shift(task, earliest));
  }

  // From the start of the day, so that every later shift of the day has its full share of visits;
  // what falls in shifts that have begun is left out below.
  Shown& shown = shown_[task.clock];
  if (shown.stay_started == Shown::unknown) {
    const PermittedDays& clock = plans_of_->clock(task.clock);
    shown = {clock.at(sim::date_of(from.stay_started)), clock.at(sim::date_of(from.now))};
  }
  plan.base = shown.stay_started;
  const std::int64_t age = shown.now - plan.base;
  const double phase = (lot(Lot::Phase, plan) + 0.5) * 0x1p-32;
  plan.worked =
      (task.tapers
           ? static_cast<Ticks>(std::ldexp(task.worked(static_cast<double>(age)), tick_bits))
           : age << tick_bits) +
      static_cast<Ticks>(phase * static_cast<double>(task.spacing));
  std::uint32_t occurrence = schedule(plan);
  while (occurrence < earliest) {
    plan.worked += task.spacing;
    ++plan.occasion;
    occurrence = schedule(plan);
  }
  file(number, occurrence);
}

std::uint32_t VisitBook::only_shift(const VisitTask& task, std::uint32_t earliest) const {
  for (std::uint32_t o = earliest; o < workforce_->calendar().size(); ++o) {
    if (permits(task, o)) return o;
  }
  return Workforce::none;
}

/// Whether a visit of the task may be given in a shift: one of its mix, on one of its days.
bool VisitBook::permits(const VisitTask& task, std::uint32_t occurrence) const {
  const ShiftCalendar& calendar = workforce_->calendar();
  const std::uint32_t rank = occurrence % calendar.shifts();
  const bool in_mix = task.reach[rank] > (rank == 0 ? 0 : task.reach[rank - 1]);
  return in_mix && plans_of_->clock(task.clock).permits(calendar[occurrence].day_kind);
}

/// The time in the home of the plan's next visit, ms; drawn when the visit is at hand, since many never
/// come to be.
std::int64_t VisitBook::minutes_of(const Plan& plan, const VisitTask& task) const {
  sim::Stream draw = stream(plan, Visiting);
  return std::min(sim::sample_duration(task.minutes, task.unit, draw).count(), longest_need);
}

/// The occurrence of the plan's next visit; 0 for days before the run, none for days after it.
std::uint32_t VisitBook::schedule(const Plan& plan) const {
  const VisitTask& task = plans_of_->task(plan.task);
  const Ticks age =
      task.tapers
          ? static_cast<Ticks>(task.age(static_cast<double>(plan.worked) / (1 << tick_bits)))
          : plan.worked >> tick_bits;
  const PermittedDays::Place place =
      plans_of_->clock(task.clock).locate(std::max<std::int64_t>(0, plan.base + age));
  const ShiftCalendar& calendar = workforce_->calendar();
  if (place.day >= static_cast<std::int32_t>(calendar.days())) return Workforce::none;
  if (place.day < 0) return 0;
  const std::uint32_t part = task.by_position ? place.part() : lot(Lot::Shift, plan);
  return static_cast<std::uint32_t>(place.day) * calendar.shifts() + task.rank(part);
}

std::span<const ShiftResult> VisitBook::run_shift(Teams crew, std::uint32_t occurrence,
                                                  std::span<const ShiftStaff> staff) {
  if (occurrence >= open_) companions_.begin_shift();
  open_ = std::max(open_, occurrence + 1);
  crew_ = crew;
  results_.assign(crew.size(), ShiftResult{});
  stays_.clear();
  due_.clear();
  trips_.clear();
  asked_ = longest_ = sim::Duration::zero();
  most_staff_ = 1;
  asks_ = 0;
  rank_ = occurrence % workforce_->calendar().shifts();
  missed_.clear();
  std::ranges::fill(booked_, sim::Duration::zero());
  const bool on_duty = std::ranges::any_of(
      crew, [&](std::uint32_t team) { return workforce_->posts(team, occurrence).milli > 0; });
  for (std::size_t i = 0; i < crew.size(); ++i) {
    const auto place = static_cast<std::uint16_t>(i);
    ShiftResult& result = results_[place];
    carried_ = nil;
    if (on_duty) collect_moved(crew[place], occurrence, place, result);
    carried_ = static_cast<std::uint32_t>(due_.size());
    if (!handed_[crew[place]].empty()) {
      collect_handed(crew[place], place, on_duty || workforce_->team(crew[place]).unlimited,
                     result);
    }
    collect(crew[place], occurrence, place, result);
    if (due_.size() > most_due) too_many_due(occurrence);
  }

  if (workforce_->team(crew.front()).unlimited || give_all(crew, staff)) {
    if (!trips_.empty()) bear_trips();
    for (const Visit& visit : due_) give(visit, occurrence);
  } else {
    serve_in_order(crew, occurrence);
  }
  if (!stays_.empty()) settle_stays(crew, occurrence);
  if (asks_for_company(asks_)) ask_companions(occurrence);
  if (companions_.has(crew.front())) add_appointments();
  share_time(crew, staff);
  results_.front().missed_visits = missed_;
  results_.front().booked = booked_;
  return results_;
}

/// As ShiftPeople::is_plenty, before anybody stands in order: visits that are each given by one.
bool VisitBook::has_plenty(std::span<const ShiftStaff> staff) const {
  if (most_staff_ > 1) return false;
  std::int64_t people = 0;
  sim::Duration time{};
  for (const ShiftStaff& of : staff) {
    people += static_cast<std::int64_t>(of.people.size());
    for (const sim::Duration each : of.people) time += each;
  }
  return people > 0 && time - asked_ >= people * longest_;
}

/// Whether the crew's people have time for all that is at hand: a plan that is quickly made will do, since
/// it does not matter who gives what. Else nothing is given yet.
bool VisitBook::give_all(Teams crew, std::span<const ShiftStaff> staff) {
  people_.begin();
  if (due_.empty() && stays_.empty()) return true;
  const Ways ways = workforce_->ways(crew.front());
  const Competences asked = asked_competences(asks_);
  if (asks_ == 0 && !ways.differ() && has_plenty(staff)) return true;
  people_.allow_for(ways);
  sim::Duration overtime{};
  for (const ShiftStaff& of : staff) {
    people_.add(of.people, of.competences, of.areas);
    overtime += of.overtime_available;
  }
  if (!stays_.empty()) overtime = engage_people(overtime);
  people_.order(asked,
                asks_for_windows(asks_) ? plans_of_->windows(rank_) : std::span<const Share>{});
  const bool alike = people_.are_alike(asked) && !asks_for_company(asks_);
  if (alike && people_.is_plenty(asked_, longest_, most_staff_)) return true;
  if (alike && asked_ <= people_.most()) {
    before_ = people_;
    const auto is_taken = [&](const Visit& visit) {
      const std::size_t persons = plans_of_->task(visit.task).staff;
      const std::uint64_t need = visit.trip == nil ? visit.need : need_of_trip(visit);
      const bool goes_along = visit.trip != nil && need == 0;
      return goes_along || people_.take_next(sim::Duration{need} / persons, persons);
    };
    if (std::ranges::all_of(due_, is_taken)) return true;
    people_ = before_;
  }
  people_.allow_overtime(overtime);
  if (!trips_.empty()) people_.tell_apart();
  return false;
}

/// No crew gives so many: the scenario means something else.
void VisitBook::too_many_due(std::uint32_t occurrence) const {
  throw flow::OutOfBudget(
      {"", "/care/tasks", words::say("expected.replication_that_ends"),
       words::say("got.visits_in_a_shift",
                  {{"n", most_due},
                   {"when", sim::iso_date_time(workforce_->calendar()[occurrence].start)}})});
}

/// The last visit at hand has just come.
void VisitBook::take_up(const VisitTask& task, bool due_now, ShiftResult& result) {
  const auto v = static_cast<std::uint32_t>(due_.size() - 1);
  const Visit& visit = due_.back();
  asks_ |= task.asks;
  if (visit.travel > 0) {
    // The first visit of a patient has been found to be theirs when it says so: numbers of earlier shifts
    // are not.
    std::uint32_t& first = holders_[visit.slot].first_here;
    if (first < v && due_[first].slot == visit.slot && due_[first].travel > 0) {
      if (share_trip(v, task, due_now, result)) return;
    } else {
      first = v;
    }
  }
  const sim::Duration need{visit.need};
  (due_now ? result.due : result.carried) += need;
  asked_ += need;
  longest_ = std::max(longest_, need / task.staff);
  most_staff_ = std::max<std::size_t>(most_staff_, task.staff);
}

UnstaffedVisits VisitBook::run_unstaffed(std::uint32_t occurrence) {
  open_ = std::max(open_, occurrence + 1);
  missed_.clear();
  std::ranges::fill(unstaffed_, UnstaffedVisits::Of{});
  ShiftResult ignored;
  for (std::uint32_t list = workforce_->teams(); list < lists(); ++list) {
    const bool nobody = list > workforce_->teams();
    due_.clear();
    trips_.clear();
    stays_.clear();
    collect(list, occurrence, 0, ignored);
    due_.insert(due_.end(), stays_.begin(), stays_.end());
    for (const Visit& visit : due_) {
      auto& count = unstaffed_[patients_[visit.slot].municipality];
      ++(nobody ? count.unowned : count.self_care);
      if (nobody) miss(visit);
    }
  }
  return {unstaffed_, missed_};
}

/// The plan's next visit is at hand. Filled in where it lies: there are many.
void VisitBook::add_visit(const Plan& plan, const VisitTask& task, std::uint32_t occurrence,
                          std::uint16_t place) {
  const std::int64_t travel = std::int64_t{plan.travel} * task.staff;
  const std::int64_t need = minutes_of(plan, task) * task.staff + travel;
  Visit& visit = due_.emplace_back();
  visit.fill(plan, occurrence, place);
  visit.need = static_cast<std::uint32_t>(std::min(need, longest_need));
  visit.travel = static_cast<std::uint32_t>(std::min(travel, longest_need));
}

void VisitBook::collect(std::uint32_t team, std::uint32_t occurrence, std::uint16_t place,
                        ShiftResult& result) {
  std::uint32_t& head = heads_[std::size_t{occurrence} * lists() + team];
  std::uint32_t id = head;
  head = nil;
  while (id != nil) {
    Plan& plan = plans_[id];
    const std::uint32_t next = plan.next;
    // The list jumps about in memory; by the time this plan is done with, the next has arrived.
    if (next != nil) __builtin_prefetch(&plans_[next]);
    std::uint32_t then = Workforce::none;
    if (alive(plan.slot, plan.generation)) {
      const VisitTask& task = plans_of_->task(plan.task);
      VisitCounts& counts = result.visits[index(task.priority)];
      do {
        if (task.presence) [[unlikely]] {
          add_stay(plan, task, occurrence, place, result);
        } else {
          add_visit(plan, task, occurrence, place);
          take_up(task, true, result);
        }
        ++counts.due;
        if (task.once) break;
        plan.worked += task.spacing;
        ++plan.occasion;
        then = schedule(plan);
        // A visit drawn to an earlier shift of the same day is given now.
      } while (then <= occurrence && due_.size() <= most_due);
    }
    file(id, then);
    id = next;
  }
}

void VisitBook::give(const Visit& visit, std::uint32_t occurrence) {
  const VisitTask& task = plans_of_->task(visit.task);
  ShiftResult& result = results_[visit.place];
  VisitCounts& counts = result.visits[index(task.priority)];
  ++counts.done;
  if (visit.first_due < occurrence) ++counts.late;
  const std::uint32_t travel = visit.shares ? 0 : visit.travel + visit.longer_way;
  const sim::Duration time{visit.need - visit.travel + travel};
  if (visit.trip != nil) trips_[visit.trip].gone = true;
  result.given += time;
  result.travel += sim::Duration{travel};
  if (!assignments_.empty()) {
    booked_[patients_[visit.slot].municipality * assignments_.accounts() + visit.account] += time;
  }
}

std::uint32_t VisitBook::turn_of(const Visit& visit) const { return lot(Lot::Turn, visit); }

/// Notes a visit as missed; returns whether it harms.
bool VisitBook::miss(const Visit& visit) {
  const VisitTask& task = plans_of_->task(visit.task);
  const bool harms = task.harm > 0 && stream(visit, Harming).happens(task.harm);
  missed_.push_back({visit.slot, visit.task, harms});
  return harms;
}

/// Order and visit in one number: 2 bits of priority, 10 of shifts not yet waited, 32 of chance and 20 of the
/// visit's place. One number sorts several times faster than a record. Of a unit the first is there.
void VisitBook::order_turns(std::uint32_t occurrence) {
  turns_.clear();
  const auto turn_of = [&](std::uint64_t v) {
    const Visit& visit = due_[v];
    const auto priority = static_cast<std::uint64_t>(plans_of_->task(visit.task).priority);
    const std::uint64_t waited = std::min<std::uint32_t>(occurrence - visit.first_due, 1023);
    const std::uint64_t chance = lot(Lot::Turn, visit);
    return priority << 62U | (1023 - waited) << 52U | chance << due_bits | v;
  };
  for (std::uint32_t v = 0; v < due_.size(); ++v) {
    std::uint64_t turn = turn_of(v);
    bool is_first = true;
    if (due_[v].trip != nil) {
      each_of_unit(v, [&](std::uint32_t other) { is_first = is_first && turn_of(other) >= turn; });
    }
    if (is_first) turns_.push_back(turn);
  }
  std::sort(turns_.begin(), turns_.end());
}

void VisitBook::serve_in_order(Teams crew, std::uint32_t occurrence) {
  order_turns(occurrence);
  const bool another_shift = std::ranges::any_of(crew, [&](std::uint32_t team) {
    return workforce_->team(team).fullest_week > sim::Duration::zero();
  });
  const auto settle = [&](std::uint32_t v) {
    if (due_[v].served) {
      give(due_[v], occurrence);
    } else {
      pass_over(due_[v], crew, another_shift);
    }
  };
  for (auto first = turns_.begin(); first != turns_.end();) {
    const auto of_another = [&](std::uint64_t turn) { return turn >> 62U != *first >> 62U; };
    const auto end = std::find_if(first, turns_.end(), of_another);
    const Turns turns(first, end);
    const bool all = plan_all(turns);
    for (const std::uint64_t turn : turns) {
      const auto v = static_cast<std::uint32_t>(turn & most_due);
      if (!all) static_cast<void>(give_time(v));
      each_of_unit(v, settle);
    }
    first = end;
  }
  count_missed_trips();
}

/// Plans units, the longest first; if they do not all fit, none is planned.
bool VisitBook::plan_all(Turns turns) {
  longest_first_.clear();
  std::uint64_t asked = 0;
  for (const std::uint64_t turn : turns) {
    const std::uint64_t v = turn & most_due;
    const std::uint64_t need =
        due_[v].trip == nil ? due_[v].need : need_of_unit(static_cast<std::uint32_t>(v));
    asked += need;
    const std::uint64_t shown = std::min<std::uint64_t>(need, longest_need);
    longest_first_.push_back((longest_need - shown) << due_bits | v);
  }
  if (asked > static_cast<std::uint64_t>(people_.most().count())) return false;
  std::sort(longest_first_.begin(), longest_first_.end());
  before_ = people_;
  trips_before_ = trips_;
  const std::size_t booked_before = companions_.booked();
  for (const std::uint64_t next : longest_first_) {
    if (give_time(static_cast<std::uint32_t>(next & most_due))) continue;
    people_ = before_;
    trips_ = trips_before_;
    companions_.cancel_after(booked_before);
    return false;
  }
  return true;
}

/// Those who have been found for the visit, with a trip of its own, may come from far away.
void VisitBook::note_longer_way(Visit& visit) const {
  visit.longer_way = static_cast<std::uint32_t>(people_.longer_way().count());
}

/// Whether there are people for all visits of a unit; the time of those that there are is taken.
bool VisitBook::give_time(std::uint32_t first) {
  Visit& visit = due_[first];
  if (visit.trip != nil) return give_at_home(first);
  const bool together = plans_of_->task(visit.task).together_with != Workforce::none;
  return together ? give_together(visit) : give_alone(visit);
}

/// The same of a visit that has a trip of its own, and needs nobody of another role.
bool VisitBook::give_alone(Visit& visit) {
  const VisitTask& task = plans_of_->task(visit.task);
  const std::size_t persons = task.staff;
  if (people_.are_all_near()) {
    visit.served = people_.take(sim::Duration{visit.need} / persons, persons, task.needed,
                                ShiftPeople::everywhere, task.window);
    return visit.served;
  }
  // To a clinic the patient comes: nobody's way is longer.
  const Area area = visit.travel > 0 ? patients_[visit.slot].area : ShiftPeople::everywhere;
  visit.served =
      people_.take(sim::Duration{visit.need} / persons, persons, task.needed, area, task.window);
  if (visit.served) note_longer_way(visit);
  return visit.served;
}

std::uint32_t VisitBook::pending() const {
  std::size_t count = 0;
  for (const std::vector<Visit>& visits : moved_) count += visits.size();
  for (const std::vector<Visit>& visits : handed_) count += visits.size();
  return static_cast<std::uint32_t>(count);
}

}  // namespace care
