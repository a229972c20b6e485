// SPDX-License-Identifier: Apache-2.0
#include "models/trace_journal.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "models/flow/calendar.hpp"
#include "scenarios/issue.hpp"
#include "sim/civil_date.hpp"

namespace care {
namespace {

using flow::Note;
using scenarios::Text;

const std::string& swedish(const Text& text) { return text.sv; }
const std::string& english(const Text& text) { return text.en; }
template <class T>
const T& swedish(const T& value) {
  return value;
}
template <class T>
const T& english(const T& value) {
  return value;
}

/// Both languages of a line; values that are texts give each its own.
template <class... Values>
Text both(std::string_view sv, std::string_view en, const Values&... values) {
  return {fmt::format(fmt::runtime(sv), swedish(values)...),
          fmt::format(fmt::runtime(en), english(values)...)};
}

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

std::string length_text(sim::Duration length) {
  const auto minutes = std::chrono::round<std::chrono::minutes>(length).count();
  if (minutes < 60) return fmt::format("{} min", minutes);
  if (minutes < 24 * 60) {
    return minutes % 60 == 0 ? fmt::format("{} h", minutes / 60)
                             : fmt::format("{} h {} min", minutes / 60, minutes % 60);
  }
  const auto hours = std::chrono::round<std::chrono::hours>(length).count();
  return hours % 24 == 0 ? fmt::format("{} d", hours / 24)
                         : fmt::format("{} d {} h", hours / 24, hours % 24);
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
  if (place == flow::nowhere) return {"ingenstans", "nowhere"};
  const auto& scenario = model_.scenario();
  if (place == model_.network().lost) return {"avvisad", "turned away"};
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
  return {id, id};
}

Text Journal::who_text(flow::Profile profile) const {
  const auto& vocabulary = model_.network().vocabulary;
  Text text;
  for (std::size_t a = 0; a < vocabulary.attributes(); ++a) {
    if (vocabulary.values(a) < 2) continue;
    const auto value = value_name(a, vocabulary.value(profile, a));
    const auto separator = text.en.empty() ? ": " : ", ";
    text.sv += fmt::format("{}{} {}", separator, vocabulary.attribute_name(a), value.sv);
    text.en += fmt::format("{}{} {}", separator, vocabulary.attribute_name(a), value.en);
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
  const auto rule =
      std::ranges::find_if(changes, [&](const auto& r) { return flow::holds(r, step.time); });
  if (rule != changes.end()) {
    step.pointers.push_back(fmt::format("{}/changes/{}", base, rule - changes.begin()));
  }
}

void Journal::note(const flow::Patient& p, sim::Time now, Note what, flow::Place place,
                   std::string_view pointer, sim::Duration length) {
  // What the next note says better.
  if (what == Note::RiskStruck && place == flow::nowhere) return;
  if (what == Note::GotPlace && length == sim::Duration{0}) return;
  if (what == Note::ProfileChanged && p.profile == profile_) return;
  if (what == Note::Waits && steps_.empty()) {
    profile_ = p.profile;
    auto& start =
        step(now, TraceStep::Kind::Present, place,
             both("i kön vid start{}", "in the queue at the start{}", who_text(p.profile)));
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
      step.text = both("kommer, ska till {}{}", "arrives, wants {}{}", name, who_text(p.profile));
      return;
    case Note::StayDrawn:
    case Note::StayResumed:
      return describe_stay(step, p);
    case Note::ProfileChanged:
      return describe_change(step, p);
    case Note::RiskStruck:
      step.text = both("en risk slår till: {}", "a risk strikes: {}", name);
      return;
    case Note::StayEnded:
      step.text = model_.discharge().applies(p.at)
                      ? both("utskrivningsklar i {}, ska till {}",
                             "medically ready in {}, wants {}", place_name(p, p.at), name)
                      : both("vistelsen i {} är slut, ska till {}", "the stay in {} ends, wants {}",
                             place_name(p, p.at), name);
      return;
    case Note::PreparationDrawn:
      step.text =
          both("kan lämna {} när allt är klart: {} ({})", "can leave {} when all is done: {} ({})",
               place_name(p, p.at), minutes_of(step.time + step.length), length);
      return;
    case Note::GateClosed:
      return describe_gate(step, p, place);
    case Note::PlaceFull:
      return describe_full(step, place);
    case Note::Waits:
      return describe_waiting(step, p, place);
    case Note::GotPlace:
      step.text = both("får plats i {} efter {}", "gets a place in {} after {}", name, length);
      return;
    case Note::LeftQueue:
      step.text = both("ger upp kön, ska till {}", "gives up the queue, wants {}", name);
      return;
    case Note::Diverted:
      step.pointers.push_back(setting_pointer(p.next, "when_full"));
      step.text = both("hänvisas till {}", "is diverted to {}", name);
      return;
    case Note::Lost:
      step.pointers.push_back(setting_pointer(place, "when_full"));
      step.text = both("avvisas från {}", "is turned away from {}", name);
      return;
    case Note::SetOut:
      step.text =
          both("på väg till {}, framme om {}", "on the way to {}, there in {}", name, length);
      return;
    case Note::Entered:
      step.text = both("till {}", "enters {}", name);
      return;
    case Note::Evicted:
      step.pointers.push_back(setting_pointer(place, "evict"));
      point_at_capacity(step, place);
      step.text = both("måste lämna {}: färre platser", "must leave {}: fewer places", name);
      return;
    case Note::Harmed:
      return describe_harm(step, p, place);
    case Note::VisitMissed:
      step.text = both("ett besök uteblir", "a visit is missed");
      return;
    case Note::Decided:
      step.text = both("regeln avgör vem som ansvarar och utför i {}",
                       "the rule decides who is responsible and performs in {}", name);
      return;
    case Note::Refused:
      step.text = both("vårdbegäran avslås, ska i stället till {}",
                       "the care request is refused, wants {} instead", name);
      return;
    case Note::Negotiates:
      step.text = both("parterna är oense om ansvaret: {}",
                       "the parties disagree about responsibility: {}", length);
      return;
    case Note::Departed:
      step.text = both("lämnar modellen: {}", "leaves the model: {}", name);
      return;
  }
}

void Journal::describe_stay(TraceStep& step, const flow::Patient& p) {
  const auto next = place_name(p, p.next);
  const auto length = length_text(step.length);
  step.text = step.note == Note::StayDrawn
                  ? both("stannar {} om inget händer, sedan {}",
                         "stays {} unless something happens, then {}", length, next)
                  : both("vistelsen fortsätter {}, sedan {}", "the stay goes on for {}, then {}",
                         length, next);
  step.pointers.push_back(model_.network().route(p.at, p.profile).pointer);
}

void Journal::describe_full(TraceStep& step, flow::Place place) const {
  point_at_capacity(step, place);
  const auto name = place_name({}, place);
  const auto now = room_(place);
  step.text =
      now.occupied >= now.capacity
          ? both("{}: {} av {} platser upptagna, {} i kön",
                 "{}: {} of {} places taken, {} in the queue", name, now.occupied, now.capacity,
                 now.queued)
          : both("{}: {} står före i kön", "{}: {} are ahead in the queue", name, now.queued);
}

void Journal::describe_waiting(TraceStep& step, const flow::Patient& p, flow::Place place) const {
  step.pointers.push_back(setting_pointer(place, "when_full"));
  const auto name = place_name(p, place);
  const auto queued = room_(place).queued;
  step.text = p.at == flow::nowhere
                  ? both("väntar på {}, {} i kön", "waits for {}, {} in the queue", name, queued)
                  : both("väntar på {} och behåller platsen i {}, {} i kön",
                         "waits for {} and keeps the place in {}, {} in the queue", name,
                         place_name(p, p.at), queued);
  if (!model_.network().setting[place].rank.empty()) {
    step.pointers.push_back(setting_pointer(place, "queue/ranks"));
  }
}

void Journal::describe_gate(TraceStep& step, const flow::Patient& p, flow::Place place) const {
  if (!step.pointers.empty()) step.pointers.back() += "/open";
  const auto name = place_name(p, place);
  const auto opens = model_.network().move(p.at, place).open.next_time_when(true, step.time);
  step.text =
      opens ? both("vägen till {} öppnar {}", "the way to {} opens {}", name, minutes_of(*opens))
            : both("vägen till {} öppnar inte mer", "the way to {} opens no more", name);
}

void Journal::describe_harm(TraceStep& step, const flow::Patient& p, flow::Place place) const {
  step.text =
      both("uteblivet besök leder till {}", "a missed visit leads to {}", place_name(p, place));
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
    const auto change =
        both("{}: {} blir {}", "{}: {} becomes {}", std::string(vocabulary.attribute_name(a)),
             value_name(a, before), value_name(a, after));
    step.text.sv += (step.text.sv.empty() ? "" : ", ") + change.sv;
    step.text.en += (step.text.en.empty() ? "" : ", ") + change.en;
  }
  profile_ = p.profile;
}

void Journal::entered(const flow::Patient& p, sim::Time now) {
  if (steps_.empty()) {
    profile_ = p.profile;
    const auto where = place_name(p, p.at);
    // Those who wait for a place at the start have come to the end of their stay.
    auto text =
        p.next == flow::nowhere
            ? both("i {} vid start, färdig där{}", "in {} at the start, ready to leave{}", where,
                   who_text(p.profile))
            : both("i {} vid start, {} kvar, sedan {}{}", "in {} at the start, {} left, then {}{}",
                   where, length_text(p.ends - now), place_name(p, p.next), who_text(p.profile));
    auto& start = step(now, TraceStep::Kind::Present, p.at, std::move(text));
    start.length = p.ends - now;
    start.pointers.emplace_back("/initial/census");
  }
  if (p.at == model_.readmission_setting() && p.from != flow::nowhere &&
      now - discharged_ <= model_.readmission_window()) {
    auto& again =
        step(now, TraceStep::Kind::Readmission, p.at,
             both("räknas som återinskrivning, {} efter utskrivning",
                  "counts as a readmission, {} after discharge", length_text(now - discharged_)));
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
    const auto separator = list.en.empty() ? "" : ", ";
    if (task.once) {
      list.sv += fmt::format("{}{} en gång", separator, name.sv);
      list.en += fmt::format("{}{} once", separator, name.en);
    } else {
      list.sv += fmt::format("{}{} {}/vecka", separator, name.sv, task.per_week);
      list.en += fmt::format("{}{} {} a week", separator, name.en, task.per_week);
    }
    pointers.push_back(at("/care/tasks", id));
  }
  if (pointers.empty()) return;
  step(now, TraceStep::Kind::Visits, p.at, both("besök: {}", "visits: {}", list)).pointers =
      std::move(pointers);
}

void Journal::prepares(const flow::Patient& p, sim::Time now,
                       const std::function<sim::Stream(std::size_t)>& stream_of) {
  const auto& discharge = model_.discharge();
  if (!discharge.applies(p.at)) return;
  for (std::size_t i = 0; i < discharge.tasks().size(); ++i) {
    const auto& task = discharge.tasks()[i];
    if (!discharge.concerns(task, p.profile, p.next)) continue;
    const auto& [id, source] = model_.scenario().care->discharge.tasks[i];
    // The same draws in the same order as in DischargeProcess::ready_to_leave.
    auto draws = stream_of(i);
    if (!draws.happens(task.probability)) continue;
    const auto start = task.from_entry ? p.since : now;
    const auto done = discharge.done(task, start, task.lead.sample(draws));
    const auto name = named(source.label, id);
    auto& made =
        step(now, TraceStep::Kind::Task, p.at,
             done <= now ? both("{}: redan klart {}", "{}: done already {}", name, minutes_of(done))
                         : both("{}: klart {}, {} efter {}", "{}: done {}, {} after {}", name,
                                minutes_of(done), length_text(done - start),
                                task.from_entry ? Text{"inskrivning", "entry"}
                                                : Text{"utskrivningsklar", "ready"}));
    made.length = done - start;
    made.pointers.push_back(at("/care/discharge/tasks", id));
  }
}

}  // namespace care
