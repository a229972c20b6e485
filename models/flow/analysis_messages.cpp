// SPDX-License-Identifier: Apache-2.0
#include "models/flow/analysis_messages.hpp"

#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/issue.hpp"

namespace flow::messages {
namespace {

using Level = Finding::Level;
using scenarios::Text;

/// A number in both languages: three figures that count, a decimal comma in Swedish.
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

std::string at(const std::string& setting, const std::string& key = {}) {
  const auto pointer = scenarios::child_pointer("/settings", setting);
  return key.empty() ? pointer : scenarios::child_pointer(pointer, key);
}

std::string list(const Ids& settings) { return fmt::format("{}", fmt::join(settings, ", ")); }

Text patients(const std::string& who) {
  if (who.empty()) return {"Patienter", "Patients"};
  return {fmt::format("Patienter med {}", who), fmt::format("Patients with {}", who)};
}

}  // namespace

std::string round_trip(const Ids& settings) {
  return fmt::format("{} → {}", fmt::join(settings, " → "), settings.front());
}

Finding unreachable(const std::string& setting) {
  return {Level::Error,
          "unreachable",
          at(setting),
          "a way here from an arrival or the initial state",
          "none",
          {fmt::format("Ingen patient kan komma till {}.", setting),
           fmt::format("No patient can ever come to {}.", setting)}};
}

Finding unreachable_for_all(const std::string& setting) {
  return {
      Level::Warning,
      "unreachable",
      at(setting),
      "patients whose attributes lead them here",
      "none among those who arrive",
      {fmt::format("Vägar leder till {}, men inte för någon av de patienter som kommer.", setting),
       fmt::format("There are ways to {}, but not for any of the patients who arrive.", setting)}};
}

Finding dead_end(const std::string& setting) {
  return {Level::Error,
          "no_exit",
          at(setting, "routes"),
          "a way to an exit",
          "no way on",
          {fmt::format("Den som kommer till {} kan aldrig lämna.", setting),
           fmt::format("Whoever comes to {} can never leave.", setting)}};
}

Finding closed_loop(const Ids& settings) {
  const auto loop = round_trip(settings);
  return {Level::Error,
          "no_exit",
          at(settings.front(), "routes"),
          "a way to an exit",
          fmt::format("a loop without a way out ({})", loop),
          {fmt::format("Patienter går runt {} och kan aldrig lämna.", loop),
           fmt::format("Patients go round {} and can never leave.", loop)}};
}

Finding stuck(const Ids& settings, const std::string& who) {
  const auto name = patients(who);
  return {Level::Error,
          "no_exit",
          at(settings.front(), "routes"),
          "a way to an exit for every patient who comes here",
          who.empty() ? "none" : fmt::format("none for those with {}", who),
          {fmt::format("{} kan aldrig lämna {}.", name.sv, list(settings)),
           fmt::format("{} can never leave {}.", name.en, list(settings))}};
}

Finding leaves_only_when_full(const Ids& settings, const std::string& who) {
  const auto name = patients(who);
  return {Level::Warning,
          "gain",
          at(settings.front(), "routes"),
          "a way to an exit that does not need a full setting",
          "a loop with gain 1",
          {fmt::format("{} lämnar {} bara när något är fullt: annars går de runt utan slut.",
                       name.sv, list(settings)),
           fmt::format("{} leave {} only when something is full: else they go round for ever.",
                       name.en, list(settings))}};
}

Finding fault(const JourneyFault& fault, const std::string& setting, const std::string& who) {
  using What = JourneyFault::What;
  const auto name = patients(who);
  const std::string sv_where = setting.empty() ? "vid ankomsten" : "i " + setting;
  const std::string en_where = setting.empty() ? "on arrival" : "in " + setting;
  switch (fault.what) {
    case What::NoResidence:
      return {
          Level::Error,
          "no_residence",
          fault.pointer,
          "patients who live somewhere, since they are sent to their residence",
          who.empty() ? "patients who live nowhere"
                      : fmt::format("patients who live nowhere ({})", who),
          {fmt::format("{} {} ska hem till sin bostad men bor ingenstans.", name.sv, sv_where),
           fmt::format("{} {} are to go to their residence but live nowhere.", name.en, en_where)}};
    case What::NoStay:
      return {
          Level::Error,
          "no_stay",
          fault.pointer,
          "a stay for every patient and destination",
          who.empty() ? "none for some" : fmt::format("none for some with {}", who),
          {fmt::format("{} {} saknar vårdtid för något av sina mål.", name.sv, sv_where),
           fmt::format("{} {} have no stay for one of their destinations.", name.en, en_where)}};
    case What::NoRoute:
      break;
  }
  return {Level::Error,
          "no_route",
          fault.pointer,
          "routes for every patient",
          who.empty() ? "none" : fmt::format("none for those with {}", who),
          {fmt::format("{} {} har ingenstans att ta vägen.", name.sv, sv_where),
           fmt::format("{} {} have nowhere to go.", name.en, en_where)}};
}

Finding diversion_circle(const Ids& settings) {
  const auto loop = round_trip(settings);
  return {Level::Error,
          "diversion_circle",
          at(settings.front(), "when_full"),
          "a diversion that ends somewhere",
          loop,
          {fmt::format("{} hänvisar till varandra i en ring när de är fulla: {}.", list(settings),
                       loop),
           fmt::format("{} divert to each other in a circle when they are full: {}.",
                       list(settings), loop)}};
}

Finding gate_never_opens(const std::string& pointer, const std::string& from,
                         const std::string& to) {
  return {
      Level::Error,
      "never_open",
      pointer + "/open",
      "a time at which the move may start",
      "closed throughout the run",
      {fmt::format("Flytten {} → {} är aldrig öppen: de som ska dit väntar för alltid.", from, to),
       fmt::format("The move {} → {} is never open: those who want to go there wait for ever.",
                   from, to)}};
}

Finding never_a_place(const std::string& setting) {
  return {
      Level::Error,
      "never_a_place",
      at(setting, "capacity"),
      "at least one place at some time, or another rule for when it is full",
      "0 throughout the run",
      {fmt::format("{} har aldrig någon plats: de som ska dit väntar för alltid.", setting),
       fmt::format("{} never has a place: those who want to go there wait for ever.", setting)}};
}

Finding blocking_loop(const Ids& settings) {
  const bool alone = settings.size() == 1;
  return {Level::Warning,
          "blocking_loop",
          at(settings.front(), "when_full"),
          "a way on which no place is held while waiting (wait_outside, lost, divert)",
          alone ? "patients who wait for a place here while they hold one"
                : "settings that can lock each other: " + list(settings),
          {alone ? fmt::format("{} kan låsa sig: alla platser hålls av patienter som väntar på en "
                               "ny plats där.",
                               settings.front())
                 : fmt::format("{} kan låsa varandra: är alla fulla av patienter som väntar på "
                               "nästa plats kommer ingen vidare.",
                               list(settings)),
           alone ? fmt::format("{} can lock itself: every place held by a patient who waits for a "
                               "new place there.",
                               settings.front())
                 : fmt::format("{} can lock each other: once all are full of patients who wait for "
                               "the next, nobody moves.",
                               list(settings))}};
}

Finding over_capacity(const SettingLoad& load, const CompiledSetting& setting) {
  using Policy = scenarios::WhenFull::Policy;
  const auto places = number(load.places);
  const auto capacity = number(load.capacity_mean);
  Text then{"Köns längd har inget jämviktsläge: resultaten gäller denna horisont från denna start.",
            "No steady state: results hold for this horizon from this start."};
  if (setting.when_full == Policy::Lost || setting.when_full == Policy::Divert) {
    const auto away = percent(1 - 1 / load.utilisation);
    then = {fmt::format("Minst {} får ingen plats där.", away.sv),
            fmt::format("At least {} do not get a place there.", away.en)};
  } else if (!setting.leave.empty()) {
    then = {"Väntan växer tills tillräckligt många lämnar kön.",
            "Waits grow until enough of them leave the queue."};
  }
  return {
      Level::Warning,
      "over_capacity",
      at(load.setting, "capacity"),
      fmt::format("more than {} places on average, which is what the arrivals ask for", places.en),
      capacity.en,
      {fmt::format("{} behöver i medeltal {} platser och har {}. {}", load.setting, places.sv,
                   capacity.sv, then.sv),
       fmt::format("{} needs {} places on average and has {}. {}", load.setting, places.en,
                   capacity.en, then.en)}};
}

Finding over_capacity_at_times(const SettingLoad& load) {
  const auto places = number(load.places);
  const auto least = number(load.capacity_least);
  return {Level::Note,
          "over_capacity_at_times",
          at(load.setting, "capacity"),
          {},
          {},
          {fmt::format("{} behöver i medeltal {} platser och har som minst {}.", load.setting,
                       places.sv, least.sv),
           fmt::format("{} needs {} places on average and has {} at the least.", load.setting,
                       places.en, least.en)}};
}

Finding revolving_door(const RevolvingDoor& door) {
  const auto loop = round_trip(door.cycles.empty() ? door.settings : door.cycles.front().settings);
  const auto share = percent(door.return_share);
  Text message{fmt::format("Svängdörr: {}.", loop), fmt::format("Revolving door: {}.", loop)};
  if (door.return_share > 0) {
    message.sv +=
        fmt::format(" Av dem som lämnar {} kommer {} tillbaka dit.", door.busiest, share.sv);
    message.en +=
        fmt::format(" Of those who leave {}, {} come back to it.", door.busiest, share.en);
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
      at(bottleneck.settings.empty() ? "" : bottleneck.settings.front(), "capacity"),
      short_of ? fmt::format("room for the {} patients who come per day", come.en) : "",
      short_of ? fmt::format("room for {} per day in {}", most.en, list(bottleneck.settings)) : "",
      {fmt::format("Trängsta passagen är {}: högst {} patienter per dygn, och {} kommer.",
                   list(bottleneck.settings), most.sv, come.sv),
       fmt::format("The narrowest passage is {}: at most {} patients per day, and {} come.",
                   list(bottleneck.settings), most.en, come.en)}};
}

Finding too_many_situations() {
  return {
      Level::Warning,
      "too_many_situations",
      "/attributes",
      "few enough combinations of settings and attributes to follow them all",
      "too many: the offered load is not complete",
      {"Kombinationerna av platser och egenskaper är för många för att följas alla: belastningen "
       "är ofullständig.",
       "There are too many combinations of settings and attributes to follow them all: the "
       "offered load is not complete."}};
}

Finding not_converged() {
  return {Level::Warning,
          "gain",
          "/settings",
          "loops that patients leave within some thousand rounds",
          "loops with gain close to 1",
          {"Patienter går runt så länge att belastningen inte kunde beräknas noggrant.",
           "Patients go round for so long that the load could not be computed accurately."}};
}

}  // namespace flow::messages
