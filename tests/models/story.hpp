// SPDX-License-Identifier: Apache-2.0
/// @file
/// One patient at a time, fixed lengths, and what must happen to the minute. A story is told as
/// lines "<who> <day> <time> <what> [place]"; 2024-01-01 is a Monday and a holiday.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/flow/network.hpp"
#include "models/flow/simulation.hpp"
#include "sim/civil_date.hpp"
#include "tests/models/scenario_builder.hpp"

namespace stories {

using flow::Note;
using sim::DayKind;
using Story = std::vector<std::string>;

/// The word for a note in a line.
inline std::string_view name_of(Note note) {
  static constexpr std::array names{
      "arrived",  "drawn",  "resumed", "changed", "struck",      "ends",     "prepares", "gate",
      "full",     "waits",  "gets",    "holds",   "gives up",    "diverted", "joins",    "lost",
      "sets out", "enters", "stage",   "evicted", "interrupted", "harmed",   "departs"};
  return names[static_cast<std::size_t>(note)];
}

/// Writes the lines of those notes that a story is about.
struct Teller {
  static constexpr bool enabled = true;
  const flow::Network* network = nullptr;
  const std::map<std::uint32_t, std::string>* who = nullptr;
  std::vector<Note> about;
  Story* story = nullptr;

  void note(const flow::Patient& p, sim::Time now, Note what, flow::Place place, std::string_view,
            sim::Duration) const {
    if (std::ranges::find(about, what) == about.end()) return;
    auto line = who->at(p.family) + " " + sim::iso_date_time(now).substr(8, 8);
    line.replace(line.find('T'), 1, " ");
    line += " " + std::string{name_of(what)};
    if (network->place_ids.contains(place)) line += " " + network->place_ids[place];
    story->push_back(std::move(line));
  }
};

/// What is told unless a story is about something else.
inline const std::vector<Note> moves{
    Note::HoldsPlace,  Note::Entered,    Note::Departed,    Note::Waits,     Note::GateClosed,
    Note::Lost,        Note::Diverted,   Note::SetOut,      Note::LeftQueue, Note::Evicted,
    Note::Interrupted, Note::RiskStruck, Note::StayResumed, Note::NextStage};

/// The story of a scenario in its first replication.
template <class Extension = flow::NoExtension>
Story tell(const cases::Builder& b, const std::vector<Note>& about = moves,
           Extension extension = {}) {
  const flow::Network network = flow::compile_network(b.scenario());
  std::map<std::uint32_t, std::string> who;
  for (const auto& source : network.sources) who[source.family] = source.name;
  for (const auto& row : network.census) who[row.family] = "present";
  Story story;
  flow::Simulation<Extension, Teller> simulation{network, std::move(extension),
                                                 Teller{&network, &who, about, &story}};
  simulation.run(1, 0, {});
  return story;
}

/// A single patient at this hour of 2 January 2024, a Tuesday.
inline scenarios::Arrival& patient(cases::Builder& b, std::string name, double hour,
                                   std::string to) {
  auto& arrival = b.appointments(std::move(name), {hour}, std::move(to));
  arrival.days = {DayKind::Tue};
  return arrival;
}

/// Eight days from New Year, with the exit "home".
inline cases::Builder one_week() {
  cases::Builder b;
  b.exit("home").horizon(0, 8);  // one Tuesday
  return b;
}

/// Open on weekdays from 8 to 16.
inline scenarios::Calendar office_hours() {
  scenarios::CalendarRule open;
  open.days = {DayKind::Mon, DayKind::Tue, DayKind::Wed, DayKind::Thu, DayKind::Fri};
  open.hours = {8, 16};
  open.value = 1;
  return {0, {open}};
}

}  // namespace stories
