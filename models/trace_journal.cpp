// SPDX-License-Identifier: Apache-2.0
#include "models/trace_journal.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "models/flow/calendar.hpp"
#include "scenarios/issue.hpp"
#include "sim/civil_date.hpp"
#include "words/catalog.hpp"

namespace care {
namespace {

using flow::Note;
using scenarios::Text;
using words::say;

Text named(const Text& label, const std::string& id) {
  return {label.sv.empty() ? id : label.sv, label.en.empty() ? id : label.en};
}

std::string at(std::string_view base, std::string_view key) {
  return scenarios::child_pointer(base, key);
}

std::string minutes_of(sim::Time time) {
  auto text = sim::iso_date_time(time).substr(0, 16);
  text[10] = ' ';
  return text;
}

}  // namespace

Text length_text(sim::Duration length) {
  const auto minutes = std::chrono::round<std::chrono::minutes>(length).count();
  if (minutes < 60) return say("number.minutes", {{"minutes", minutes}});
  if (minutes < 24 * 60) {
    const auto hours = minutes / 60;
    return minutes % 60 == 0
               ? say("number.hours", {{"hours", hours}})
               : say("number.hours_and_minutes", {{"hours", hours}, {"minutes", minutes % 60}});
  }
  const auto hours = std::chrono::round<std::chrono::hours>(length).count();
  const auto days = hours / 24;
  return hours % 24 == 0 ? say("number.days", {{"days", days}})
                         : say("number.days_and_hours", {{"days", days}, {"hours", hours % 24}});
}

TraceStep& Journal::step(sim::Time now, TraceStep::Kind kind, flow::Place place, Text text) {
  TraceStep step;
  step.time = now;
  step.kind = kind;
  if (model_.network().place_ids.contains(place)) step.place = model_.network().place_ids[place];
  step.text = std::move(text);
  steps_.push_back(std::move(step));
  return steps_.back();
}

Text Journal::place_name(const flow::Patient& p, flow::Place place) const {
  if (place == flow::to_residence) place = p.residence;
  if (place == flow::nowhere) return say("journey.nowhere");
  const auto& scenario = model_.scenario();
  if (place == model_.network().lost) return say("journey.turned_away");
  if (model_.network().is_setting(place)) {
    const auto& [id, setting] = scenario.settings[sim::index(place)];
    return named(setting.label, id);
  }
  const auto& [id, label] = scenario.exits[sim::index(place) - model_.network().settings];
  return named(label, id);
}

Text Journal::value_name(std::size_t attribute, std::size_t value) const {
  const std::string id(model_.network().vocabulary.value_name(attribute, value));
  for (const auto& [name, label] : model_.scenario().labels) {
    if (name == id) return named(label, id);
  }
  return words::verbatim(id);
}

Text Journal::who_text(flow::Profile profile) const {
  const auto& vocabulary = model_.network().vocabulary;
  Text text;
  for (std::size_t a = 0; a < vocabulary.attributes(); ++a) {
    if (vocabulary.values(a) < 2) continue;
    const auto value = value_name(a, vocabulary.value(profile, a));
    text = text +
           words::verbatim(
               fmt::format("{}{} ", text.en.empty() ? ": " : ", ", vocabulary.attribute_name(a))) +
           value;
  }
  return text;
}

std::string Journal::setting_pointer(flow::Place place, std::string_view member) const {
  return at(at("/settings", model_.network().place_ids[place]), member);
}

/// The capacity, and the exception of its calendar that holds now.
void Journal::point_at_capacity(TraceStep& step, flow::Place place) const {
  const auto base = setting_pointer(place, "capacity");
  step.pointers.push_back(base);
  const auto& changes = model_.scenario().settings[sim::index(place)].second.capacity.changes;
  const auto rule = std::ranges::find_if(
      changes, [&](const auto& r) { return flow::holds(r, step.time, model_.network().holidays); });
  if (rule != changes.end()) {
    step.pointers.push_back(fmt::format("{}/changes/{}", base, rule - changes.begin()));
  }
}

void Journal::note(const flow::Patient& p, sim::Time now, Note what, flow::Place place,
                   std::string_view pointer, sim::Duration length) {
  // What the next note says better.
  if (what == Note::RiskStruck && place == flow::nowhere) return;
  if (what == Note::GotPlace && length == sim::Duration{0}) return;
  if (what == Note::SetOut && length == sim::Duration{0}) return;
  if (what == Note::ProfileChanged && p.profile == profile_) return;
  if (what == Note::Waits && steps_.empty()) {
    profile_ = p.profile;
    auto& start = step(now, TraceStep::Kind::Present, place,
                       say("journey.queued_at_start", {{"who", who_text(p.profile)}}));
    start.pointers.emplace_back("/initial/census");
  }
  auto& made = step(now, TraceStep::Kind::Flow, place, {});
  made.note = what;
  made.length = length;
  describe(made, p, place, pointer);
}

// A sentence for each note, in one place.
// NOLINTNEXTLINE(readability-function-size)
void Journal::describe(TraceStep& step, const flow::Patient& p, flow::Place place,
                       std::string_view pointer) {
  if (!pointer.empty()) step.pointers.emplace_back(pointer);
  const auto name = place_name(p, place);
  const auto length = length_text(step.length);
  switch (step.note) {
    case Note::Arrived:
      profile_ = p.profile;
      step.text = say("journey.arrives", {{"place", name}, {"who", who_text(p.profile)}});
      return;
    case Note::StayDrawn:
    case Note::StayResumed:
      return describe_stay(step, p);
    case Note::ProfileChanged:
      return describe_change(step, p);
    case Note::RiskStruck:
      step.text = say("journey.risk", {{"place", name}});
      return;
    case Note::StayEnded:
      step.text = model_.discharge().applies(p.at)
                      ? say("journey.ready", {{"from", place_name(p, p.at)}, {"place", name}})
                      : say("journey.stay_ends", {{"from", place_name(p, p.at)}, {"place", name}});
      return;
    case Note::PreparationDrawn:
      step.text = say("journey.prepared", {{"from", place_name(p, p.at)},
                                           {"time", minutes_of(step.time + step.length)},
                                           {"length", length}});
      return;
    case Note::HoldsPlace:
    case Note::GateClosed:
      return describe_gate(step, p, place);
    case Note::PlaceFull:
      return describe_full(step, place);
    case Note::Waits:
      return describe_waiting(step, p, place);
    case Note::GotPlace:
      step.text = say("journey.got_place", {{"place", name}, {"length", length}});
      return;
    case Note::LeftQueue:
      step.text = say("journey.gives_up", {{"place", name}});
      return;
    case Note::Diverted:
      step.pointers.push_back(setting_pointer(p.next, "when_full"));
      step.text = say("journey.diverted", {{"place", name}});
      return;
    case Note::JoinsShortest:
      step.text = say("journey.joins_shortest", {{"place", name}});
      return;
    case Note::Lost:
      step.pointers.push_back(setting_pointer(place, "when_full"));
      step.text = say("journey.lost", {{"place", name}});
      return;
    case Note::SetOut:
      step.text = say("journey.sets_out", {{"place", name}, {"length", length}});
      return;
    case Note::Entered:
      step.text = say("journey.enters", {{"place", name}});
      return;
    case Note::NextStage:
      step.text = say("journey.next_stage", {{"place", name}});
      return;
    case Note::Evicted:
      step.pointers.push_back(setting_pointer(place, "evict"));
      point_at_capacity(step, place);
      step.text = say("journey.evicted", {{"place", name}});
      return;
    case Note::Interrupted:
      step.pointers.push_back(setting_pointer(place, "interrupt"));
      point_at_capacity(step, place);
      step.text = say("journey.interrupted", {{"place", name}, {"length", length}});
      return;
    case Note::Harmed:
      return describe_harm(step, p, place);
    case Note::VisitMissed:
      step.text = say("journey.visit_missed");
      return;
    case Note::Decided:
      step.text = say("journey.decided", {{"place", name}});
      return;
    case Note::Refused:
      step.text = say("journey.refused", {{"place", name}});
      return;
    case Note::Negotiates:
      step.text = say("journey.negotiates", {{"length", length}});
      return;
    case Note::Departed:
      step.text = say("journey.departs", {{"place", name}});
      return;
  }
}

void Journal::describe_stay(TraceStep& step, const flow::Patient& p) {
  const auto next = place_name(p, p.next);
  const auto length = length_text(step.length);
  step.text = step.note == Note::StayDrawn
                  ? say("journey.stays", {{"length", length}, {"place", next}})
                  : say("journey.stay_goes_on", {{"length", length}, {"place", next}});
  step.pointers.push_back(model_.network().route(p.at, p.profile).pointer);
}

void Journal::describe_full(TraceStep& step, flow::Place place) const {
  point_at_capacity(step, place);
  const auto name = place_name({}, place);
  const auto now = room_(place);
  const bool is_full = now.occupied >= now.capacity;
  if (!is_full && now.queued == 0) return describe_shared(step, place);
  step.text = is_full ? say("journey.full", {{"place", name},
                                             {"taken", now.occupied},
                                             {"places", now.capacity},
                                             {"queued", now.queued}})
                      : say("journey.others_ahead", {{"place", name}, {"queued", now.queued}});
}

/// There is a place here, but too few of those that go with it, or they are kept for others.
void Journal::describe_shared(TraceStep& step, flow::Place place) const {
  words::Text others;
  model_.network().setting[place].each_place(place, profile_, [&](flow::Place of, std::int32_t) {
    if (of == place) return;
    const auto now = room_(of);
    const auto text =
        say("journey.shared_places",
            {{"place", place_name({}, of)}, {"taken", now.occupied}, {"places", now.capacity}});
    others = others.en.empty() ? text : others + words::verbatim(", ") + text;
    point_at_capacity(step, of);
  });
  step.text = say("journey.full_shared", {{"place", place_name({}, place)}, {"list", others}});
}

void Journal::describe_waiting(TraceStep& step, const flow::Patient& p, flow::Place place) const {
  step.pointers.push_back(setting_pointer(place, "when_full"));
  const auto name = place_name(p, place);
  const auto queued = room_(place).queued;
  step.text = p.at == flow::nowhere
                  ? say("journey.waits", {{"place", name}, {"queued", queued}})
                  : say("journey.waits_and_keeps",
                        {{"place", name}, {"from", place_name(p, p.at)}, {"queued", queued}});
  if (!model_.network().setting[place].rank.empty()) {
    step.pointers.push_back(setting_pointer(place, "queue/ranks"));
  }
}

void Journal::describe_gate(TraceStep& step, const flow::Patient& p, flow::Place place) const {
  if (!step.pointers.empty()) step.pointers.back() += "/open";
  const auto name = place_name(p, place);
  const auto opens = model_.network().move(p.at, place).open.next_time_when(true, step.time);
  step.text = opens ? say("journey.way_opens", {{"place", name}, {"time", minutes_of(*opens)}})
                    : say("journey.way_stays_closed", {{"place", name}});
  if (step.note == Note::HoldsPlace) step.text = say("journey.has_place") + step.text;
}

void Journal::describe_harm(TraceStep& step, const flow::Patient& p, flow::Place place) const {
  step.text = say("journey.harmed", {{"place", place_name(p, place)}});
  if (!model_.has_care()) return;
  for (const auto task : model_.visit_plans().plan(p.profile, p.at)) {
    const auto& visit = model_.visit_plans().task(task);
    if (visit.harm > 0 && visit.harm_to == step.place) {
      step.pointers.push_back(at(at("/care/tasks", visit.id), "harm"));
    }
  }
}

void Journal::describe_change(TraceStep& step, const flow::Patient& p) {
  const auto& vocabulary = model_.network().vocabulary;
  for (std::size_t a = 0; a < vocabulary.attributes(); ++a) {
    const auto before = vocabulary.value(profile_, a);
    const auto after = vocabulary.value(p.profile, a);
    if (before == after) continue;
    if (!step.text.en.empty()) step.text = step.text + words::verbatim(", ");
    step.text = step.text +
                say("journey.becomes", {{"attribute", std::string(vocabulary.attribute_name(a))},
                                        {"before", value_name(a, before)},
                                        {"after", value_name(a, after)}});
  }
  profile_ = p.profile;
}

void Journal::entered(const flow::Patient& p, sim::Time now) {
  if (steps_.empty()) {
    profile_ = p.profile;
    const auto where = place_name(p, p.at);
    // Those who wait for a place at the start have come to the end of their stay.
    auto text = p.next == flow::nowhere
                    ? say("journey.done_at_start", {{"place", where}, {"who", who_text(p.profile)}})
                    : say("journey.present_at_start", {{"place", where},
                                                       {"length", length_text(p.ends - now)},
                                                       {"next", place_name(p, p.next)},
                                                       {"who", who_text(p.profile)}});
    auto& start = step(now, TraceStep::Kind::Present, p.at, std::move(text));
    start.length = p.ends - now;
    start.pointers.emplace_back("/initial/census");
  }
  if (p.at == model_.readmission_setting() && p.from != flow::nowhere &&
      now - discharged_ <= model_.readmission_window()) {
    auto& again = step(now, TraceStep::Kind::Readmission, p.at,
                       say("journey.readmission", {{"length", length_text(now - discharged_)}}));
    again.length = now - discharged_;
    again.pointers.emplace_back("/care/readmission");
  }
  plan_visits(p, now);
}

void Journal::left(const flow::Patient& p, flow::Place destination, sim::Time now) {
  if (p.at == model_.readmission_setting() && !model_.network().is_exit(destination)) {
    discharged_ = now;
  }
}

void Journal::profile_changed(const flow::Patient& p, sim::Time now) { plan_visits(p, now); }

void Journal::plan_visits(const flow::Patient& p, sim::Time now) {
  if (!model_.has_care()) return;
  Text list;
  std::vector<std::string> pointers;
  for (const auto number : model_.visit_plans().plan(p.profile, p.at)) {
    const auto& id = model_.visit_plans().task(number).id;
    const auto& tasks = model_.scenario().care->tasks;
    const auto found = std::ranges::find(tasks, id, [](const auto& t) { return t.first; });
    if (found == tasks.end()) continue;
    const auto& task = found->second;
    const auto name = named(task.label, id);
    if (!pointers.empty()) list = list + words::verbatim(", ");
    list = list + (task.once ? say("journey.visit_once", {{"task", name}})
                             : say("journey.visits_weekly",
                                   {{"task", name}, {"n", fmt::to_string(task.per_week)}}));
    pointers.push_back(at("/care/tasks", id));
  }
  if (pointers.empty()) return;
  step(now, TraceStep::Kind::Visits, p.at, say("journey.visits", {{"list", list}})).pointers =
      std::move(pointers);
}

void Journal::prepares(const flow::Patient& p, sim::Time now,
                       const std::function<sim::Stream(std::size_t)>& stream_of) {
  const auto& discharge = model_.discharge();
  if (!discharge.applies(p.at)) return;
  for (const std::size_t i : discharge.concerning(p.profile, p.next)) {
    const auto& task = discharge.tasks()[i];
    const auto& [id, source] = model_.scenario().care->discharge.tasks[i];
    // The same draws in the same order as in DischargeProcess::ready_to_leave.
    auto draws = stream_of(i);
    if (!draws.happens(task.probability)) continue;
    const auto start = task.from_entry ? p.since : now;
    const auto done = discharge.done(task, start, task.lead.sample(draws));
    const auto name = named(source.label, id);
    auto& made = step(
        now, TraceStep::Kind::Task, p.at,
        done <= now
            ? say("journey.task_done_before", {{"task", name}, {"time", minutes_of(done)}})
            : say("journey.task_done",
                  {{"task", name},
                   {"time", minutes_of(done)},
                   {"length", length_text(done - start)},
                   {"start", say(task.from_entry ? "journey.entry" : "journey.ready_to_leave")}}));
    made.length = done - start;
    made.pointers.push_back(at("/care/discharge/tasks", id));
  }
}

}  // namespace care
