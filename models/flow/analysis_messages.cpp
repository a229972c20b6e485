// SPDX-License-Identifier: Apache-2.0
#include "models/flow/analysis_messages.hpp"

#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/issue.hpp"
#include "words/catalog.hpp"

namespace flow::messages {
namespace {

using Level = Finding::Level;
using words::say;
using words::Text;

std::string at(const std::string& setting, const std::string& key = {}) {
  const auto pointer = scenarios::child_pointer("/settings", setting);
  return key.empty() ? pointer : scenarios::child_pointer(pointer, key);
}

std::string list(const Ids& settings) { return fmt::format("{}", fmt::join(settings, ", ")); }

Text patients(const std::string& who) {
  return who.empty() ? say("finding.patients") : say("finding.patients_with", {{"who", who}});
}

/// "none for those with age 80_plus", or "none".
Text none_with(const std::string& who) {
  return who.empty() ? say("got.none") : say("got.none_with", {{"who", who}});
}

}  // namespace

Text number(double value) {
  const double size = std::abs(value);
  const int decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  auto en = fmt::format("{:.{}f}", value, decimals);
  auto sv = en;
  if (const auto point = sv.find('.'); point != std::string::npos) sv[point] = ',';
  return {sv, en};
}

Text percent(double share) {
  const auto n = number(100 * share);
  return {n.sv + " %", n.en + " %"};
}

std::string round_trip(const Ids& settings) {
  return fmt::format("{} → {}", fmt::join(settings, " → "), settings.front());
}

Finding unreachable(const std::string& setting) {
  return {Level::Error,    "unreachable",
          at(setting),     say("expected.way_here"),
          say("got.none"), say("finding.unreachable", {{"setting", setting}})};
}

Finding unreachable_for_all(const std::string& setting) {
  return {Level::Warning,
          "unreachable",
          at(setting),
          say("expected.led_here"),
          say("got.none_who_arrive"),
          say("finding.unreachable_for_all", {{"setting", setting}})};
}

Finding dead_end(const std::string& setting) {
  return {Level::Error,          "no_exit",
          at(setting, "routes"), say("expected.way_out"),
          say("got.no_way_on"),  say("finding.dead_end", {{"setting", setting}})};
}

Finding closed_loop(const Ids& settings) {
  const auto loop = round_trip(settings);
  return {Level::Error,
          "no_exit",
          at(settings.front(), "routes"),
          say("expected.way_out"),
          say("got.closed_loop", {{"loop", loop}}),
          say("finding.closed_loop", {{"loop", loop}})};
}

Finding stuck(const Ids& settings, const std::string& who) {
  const auto name = patients(who);
  return {Level::Error,
          "no_exit",
          at(settings.front(), "routes"),
          say("expected.way_out_for_all"),
          none_with(who),
          say("finding.stuck", {{"patients", name}, {"settings", list(settings)}})};
}

Finding leaves_only_when_full(const Ids& settings, const std::string& who) {
  const auto name = patients(who);
  return {Level::Warning,
          "gain",
          at(settings.front(), "routes"),
          say("expected.way_out_unless_full"),
          say("got.gain_1"),
          say("finding.leaves_only_when_full", {{"patients", name}, {"settings", list(settings)}})};
}

Finding fault(const JourneyFault& fault, const std::string& setting, const std::string& who) {
  using What = JourneyFault::What;
  const auto name = patients(who);
  const auto where =
      setting.empty() ? say("finding.on_arrival") : say("finding.in", {{"setting", setting}});
  switch (fault.what) {
    case What::NoResidence:
      return {Level::Error,
              "no_residence",
              fault.pointer,
              say("expected.resident"),
              who.empty() ? say("got.homeless") : say("got.homeless_with", {{"who", who}}),
              say("finding.no_residence", {{"patients", name}, {"where", where}})};
    case What::NoStay:
      return {
          Level::Error,
          "no_stay",
          fault.pointer,
          say("expected.stay_for_each"),
          who.empty() ? say("got.none_for_some") : say("got.none_for_some_with", {{"who", who}}),
          say("finding.no_stay", {{"patients", name}, {"where", where}})};
    case What::NoRoute:
      break;
  }
  return {Level::Error,   "no_route",
          fault.pointer,  say("expected.routes"),
          none_with(who), say("finding.no_route", {{"patients", name}, {"where", where}})};
}

Finding overlong(const CompiledCensus& row, const std::string& setting, const std::string& who) {
  const auto days = number(sim::days(*row.spent));
  const auto name = patients(who);
  return {Level::Error,
          "overlong",
          row.pointer,
          say("expected.possible_age", {{"setting", setting}}),
          row.line > 0 ? say("got.age_in_line", {{"days", days}, {"line", row.line}})
                       : say("got.age", {{"days", days}}),
          say("finding.overlong", {{"patients", name}, {"days", days}, {"setting", setting}})};
}

Finding diversion_circle(const Ids& settings) {
  const auto loop = round_trip(settings);
  return {Level::Error,
          "diversion_circle",
          at(settings.front(), "when_full"),
          say("expected.diversion_end"),
          words::verbatim(loop),
          say("finding.diversion_circle", {{"settings", list(settings)}, {"loop", loop}})};
}

Finding standstill(const Ids& settings, const std::string& who) {
  const auto loop = round_trip(settings);
  const auto name = patients(who);
  return {Level::Error,
          "standstill",
          at(settings.front(), "queue"),
          say("expected.circle_with_time"),
          words::verbatim(loop),
          say("finding.standstill", {{"patients", name}, {"loop", loop}})};
}

Finding too_many_arrivals(const std::string& pointer, double expected) {
  const auto n = words::verbatim(scenarios::number_text(std::round(expected)));
  return {Level::Error,
          "too_many_arrivals",
          pointer,
          say("expected.countable_arrivals"),
          say("got.arrivals", {{"n", n}}),
          say("finding.too_many_arrivals", {{"n", n}})};
}

Finding gate_never_opens(const std::string& pointer, const std::string& from,
                         const std::string& to) {
  return {Level::Error,      "never_open",
          pointer + "/open", say("expected.opening"),
          say("got.closed"), say("finding.gate_never_opens", {{"from", from}, {"to", to}})};
}

Finding shortest_of(const std::string& pointer, const Ids& settings) {
  return {Level::Note, "shortest_of",
          pointer,     {},
          {},          say("finding.shortest_of", {{"settings", list(settings)}})};
}

Finding never_a_place(const std::string& setting) {
  return {Level::Error,
          "never_a_place",
          at(setting, "capacity"),
          say("expected.place_ever"),
          say("got.no_place"),
          say("finding.never_a_place", {{"setting", setting}})};
}

Finding blocking_loop(const Ids& settings) {
  return {Level::Warning,
          "blocking_loop",
          at(settings.front(), "when_full"),
          say("expected.no_blocking"),
          say("got.blocking_each_other", {{"settings", list(settings)}}),
          say("finding.lock_each_other", {{"settings", list(settings)}})};
}

Finding over_capacity(const SettingLoad& load, const CompiledSetting& setting) {
  using Policy = scenarios::WhenFull::Policy;
  const auto places = number(load.places);
  const auto capacity = number(load.capacity_mean);
  Text then = say("finding.no_steady_state");
  const auto policy = setting.when_full.policy;
  if (!setting.exceptions.empty()) {
    then = say("finding.as_when_full_says");
  } else if (policy == Policy::Lost || policy == Policy::Divert) {
    const auto away = percent(1 - 1 / load.utilisation);
    then = say("finding.no_place_for", {{"share", away}});
  } else if (!setting.leave.empty()) {
    then = say("finding.waits_grow");
  }
  return {
      Level::Warning,
      "over_capacity",
      at(load.setting, "capacity"),
      say("expected.more_places", {{"n", places}}),
      capacity,
      say("finding.over_capacity",
          {{"setting", load.setting}, {"places", places}, {"capacity", capacity}, {"then", then}})};
}

Finding over_capacity_at_times(const SettingLoad& load) {
  const auto places = number(load.places);
  const auto least = number(load.capacity_least);
  return {Level::Note,
          "over_capacity_at_times",
          at(load.setting, "capacity"),
          {},
          {},
          say("finding.over_capacity_at_times",
              {{"setting", load.setting}, {"places", places}, {"least", least}})};
}

Finding revolving_door(const RevolvingDoor& door) {
  const auto loop = round_trip(door.cycles.empty() ? door.settings : door.cycles.front().settings);
  const auto share = percent(door.return_share);
  Text message = say("finding.revolving_door", {{"loop", loop}});
  if (door.return_share > 0) {
    message = message + say("finding.come_back", {{"setting", door.busiest}, {"share", share}});
  }
  return {Level::Note, "revolving_door", at(door.settings.front()), {}, {}, std::move(message)};
}

Finding bottleneck(const Bottleneck& bottleneck) {
  const auto most = number(bottleneck.per_day);
  const auto come = number(bottleneck.arrivals);
  const bool short_of = bottleneck.arrivals > bottleneck.per_day;
  return {
      short_of ? Level::Warning : Level::Note,
      "bottleneck",
      at(bottleneck.setting, "capacity"),
      short_of ? say("expected.room_for", {{"n", come}}) : Text{},
      short_of ? say("got.room_for", {{"n", most}, {"setting", bottleneck.setting}}) : Text{},
      say("finding.bottleneck", {{"setting", bottleneck.setting}, {"most", most}, {"come", come}})};
}

Finding too_many_situations() {
  return {Level::Warning,
          "too_many_situations",
          "/attributes",
          say("expected.few_situations"),
          say("got.too_many_situations"),
          say("finding.too_many_situations")};
}

Finding not_converged() {
  return {Level::Warning,
          "gain",
          "/settings",
          say("expected.short_loops"),
          say("got.gain_near_1"),
          say("finding.not_converged")};
}

}  // namespace flow::messages
