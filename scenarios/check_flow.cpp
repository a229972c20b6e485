// SPDX-License-Identifier: Apache-2.0
// Rules of settings, queues, moves and arrivals.

#include <algorithm>
#include <cmath>
#include <set>
#include <variant>

#include <fmt/format.h>

#include "scenarios/check_rules.hpp"
#include "scenarios/compile_distribution.hpp"
#include "scenarios/cover.hpp"
#include "scenarios/field.hpp"
#include "scenarios/issue.hpp"

namespace scenarios {
namespace {

bool can_be_covered(const Checking& c) {
  return c.names_resolve && profile_count(c.scenario) <= most_profiles;
}

/// Warns about rows that earlier rows leave nothing to.
template <class Row>
void warn_unreached(const Checking& c, std::string_view list, const std::vector<Row>& rows) {
  std::vector<const Condition*> when;
  when.reserve(rows.size());
  for (const Row& row : rows) when.push_back(&row.when);
  for (const std::size_t r : unreached_rows(c.scenario, when)) {
    c.warn(fmt::format("{}/{}", list, r), say("expected.reached_row"), say("got.unreached_row"));
  }
}

/// Stays and routes together: both are tables where the first match counts, and a stay may depend
/// on the destination that the route has drawn.
class Coverage {
 public:
  Coverage(const Checking& c, const Setting& setting)
      : c_(c), setting_(setting), cases_(c.scenario, conditions(setting)) {}

  void check() {
    std::vector<bool> used(setting_.stay.size());
    for (std::size_t i = 0; i < cases_.count(); ++i) {
      const auto* const route = route_of(i);
      if (route == nullptr) {
        c_.error("/routes", say("expected.route_for_all"),
                 say("got.none_for", {{"who", cases_.text(i)}}));
        return;
      }
      for (const auto& [destination, probability] : route->to) {
        if (probability <= 0 || use_stay(i, destination, used)) continue;
        const bool by_next = std::any_of(setting_.stay.begin(), setting_.stay.end(),
                                         [](const StayRule& row) { return !row.next.empty(); });
        c_.error("/stay", say("expected.stay_for_all"),
                 by_next ? say("got.none_for_going", {{"who", cases_.text(i)}, {"to", destination}})
                         : say("got.none_for", {{"who", cases_.text(i)}}));
        return;
      }
    }
    for (std::size_t r = 0; r < used.size(); ++r) {
      if (used[r]) continue;
      c_.warn(fmt::format("/stay/{}", r), say("expected.reached_row"), say("got.unreached_stay"));
    }
  }

 private:
  static std::vector<const Condition*> conditions(const Setting& setting) {
    std::vector<const Condition*> when;
    for (const StayRule& row : setting.stay) when.push_back(&row.when);
    for (const RouteRule& row : setting.routes) when.push_back(&row.when);
    return when;
  }

  [[nodiscard]] const RouteRule* route_of(std::size_t index) const {
    for (std::size_t r = 0; r < setting_.routes.size(); ++r) {
      if (cases_.matches(setting_.stay.size() + r, index)) return &setting_.routes[r];
    }
    return nullptr;
  }

  /// Marks the stay that such a patient has; false when there is none.
  bool use_stay(std::size_t index, const std::string& destination, std::vector<bool>& used) const {
    for (std::size_t r = 0; r < setting_.stay.size(); ++r) {
      const auto& next = setting_.stay[r].next;
      const bool fits =
          next.empty() || std::find(next.begin(), next.end(), destination) != next.end();
      if (!fits || !cases_.matches(r, index)) continue;
      used[r] = true;
      return true;
    }
    return false;
  }

  const Checking& c_;
  const Setting& setting_;
  Cases cases_;
};

void check_stay_and_routes(const Checking& c, const Setting& setting) {
  if (setting.stay.empty()) {
    if (!setting.routes.empty()) {
      c.warn("/routes", say("expected.ending_stay"), say("got.no_stay"));
    }
    return;
  }
  if (setting.routes.empty()) {
    c.error("/routes", say("expected.where_next"), nothing());
    return;
  }
  if (!can_be_covered(c)) return;
  Coverage(c, setting).check();
  warn_unreached(c, "/routes", setting.routes);
}

/// Whether a level of a capacity is a number of places.
bool is_whole(double value) { return std::isinf(value) || value == std::trunc(value); }

void check_capacity(const Checking& c, const Calendar& capacity) {
  const auto require_whole = [&](const std::string& below, double value) {
    if (is_whole(value)) return;
    c.error(below, say("expected.whole_places"), got_number(value));
  };
  const double most = most_at_a_time(c.scenario.horizon);
  const auto require_countable = [&](const std::string& below, double value) {
    if (std::isinf(value) || value <= most) return;
    c.error(below, say("expected.countable_places", {{"n", number_text(most)}}), got_number(value));
  };
  const bool plain = capacity.changes.empty();
  require_countable(plain ? "/capacity" : "/capacity/normal", capacity.normal);
  require_whole(plain ? "/capacity" : "/capacity/normal", capacity.normal);
  bool ever_open = capacity.normal > 0;
  for (std::size_t i = 0; i < capacity.changes.size(); ++i) {
    const CalendarRule& rule = capacity.changes[i];
    const auto at = fmt::format("/capacity/changes/{}", i);
    if (rule.value) require_whole(at + "/value", *rule.value);
    if (rule.value) require_countable(at + "/value", *rule.value);
    if (rule.factor) require_countable(at + "/factor", *rule.factor * capacity.normal);
    ever_open = ever_open || rule.value.value_or(0) > 0;
  }
  if (!ever_open) c.warn("/capacity", say("expected.places_ever"), say("got.none_ever"));
}

/// Others take places only where there is an end of them.
void check_background(const Checking& c, const Setting& setting) {
  if (!setting.background) return;
  if (std::isinf(setting.capacity.normal) && setting.capacity.changes.empty()) {
    c.error("/background", say("expected.background_of_limited"), quotation("unlimited"));
  }
}

/// Where a move "from->to" leads; "" when its name is none.
std::string_view destination_of(std::string_view move) {
  const auto arrow = move.find("->");
  return arrow == std::string_view::npos ? "" : move.substr(arrow + 2);
}

/// The settings that all patients are diverted through from `first`, back to it; empty when they
/// get out. Circles by exceptions are found with the profiles (flow::Pathway).
std::string divert_cycle(const Scenario& scenario, const std::string& first) {
  std::string chain = first;
  std::string at = first;
  for (std::size_t i = 0; i <= scenario.settings.size(); ++i) {
    const Setting* const setting = find_named(scenario.settings, at);
    if (setting == nullptr || setting->when_full.policy != WhenFull::Policy::Divert) return "";
    if (!setting->when_full.exceptions.empty()) return "";
    at = setting->when_full.to;
    chain += " -> " + at;
    if (at == first) return chain;
  }
  return "";
}

/// A setting to divert to stands where patients are diverted, and only there.
void check_divert(const Checking& c, WhenFull::Policy policy, const std::string& to) {
  const bool diverts = policy == WhenFull::Policy::Divert;
  if (diverts && to.empty()) c.error("/to", say("expected.divert_to"), nothing());
  if (diverts || to.empty()) return;
  c.error("/to", say("expected.nothing_with_policy", {{"policy", std::string(name_of(policy))}}),
          quotation(to));
}

/// Warns about exceptions that earlier ones, for everyone who comes and whatever the queue, leave
/// nothing to.
void warn_unreached_exceptions(const Checking& c, const WhenFull& when_full) {
  std::vector<const Condition*> always;
  for (std::size_t r = 0; r < when_full.exceptions.size(); ++r) {
    const auto& row = when_full.exceptions[r];
    always.push_back(&row.when);
    const auto unreached = unreached_rows(c.scenario, always);
    if (!unreached.empty() && unreached.back() + 1 == always.size()) {
      c.warn(fmt::format("/exceptions/{}", r), say("expected.reached_row"),
             say("got.unreached_row"));
    }
    if (!row.from.empty() || row.waiting_at_least > 0) always.pop_back();
  }
}

}  // namespace

void check_rules(const Checking& c, const WhenFull::Exception& exception) {
  check_divert(c, exception.policy, exception.to);
  if (exception.policy == WhenFull::Policy::Overflow) {
    c.error("/policy", say("expected.policy_without_places"), quotation("overflow"));
  }
}

void check_rules(const Checking& c, const WhenFull& when_full) {
  using Policy = WhenFull::Policy;
  const auto policy = std::string(name_of(when_full.policy));
  check_divert(c, when_full.policy, when_full.to);
  if (can_be_covered(c)) warn_unreached_exceptions(c, when_full);
  if (when_full.policy == Policy::Overflow && when_full.places == 0) {
    c.error("/places", say("expected.extra_place"), verbatim("0"));
  }
  if (when_full.policy != Policy::Overflow && when_full.places > 0) {
    c.error("/places", say("expected.nothing_with_policy", {{"policy", policy}}),
            verbatim(std::to_string(when_full.places)));
  }
}

namespace {

/// A constant rate is given in one way.
template <class Rated>
void check_rate(const Checking& c, const Rated& rated) {
  if (rated.per_year.has_value() != rated.per_day.has_value()) return;
  c.error("", say("expected.rate_per_year_or_day"),
          say(rated.per_day ? "got.both" : "got.neither"));
}

}  // namespace

void check_rules(const Checking& c, const Hazard& hazard) { check_rate(c, hazard); }

void check_rules(const Checking& c, const StateChange& change) { check_rate(c, change); }

void check_rules(const Checking& c, const QueueRule& queue) {
  if (can_be_covered(c)) warn_unreached(c, "/ranks", queue.ranks);
}

void check_rules(const Checking& c, const QueueRule::Leave& leave) {
  if (leave.after.has_value() != leave.until.has_value()) return;
  c.error("", say("expected.after_or_until"), say(leave.after ? "got.both" : "got.neither"));
}

namespace {

/// Whether the places of a setting go down to none, or a gate on the way there closes.
bool closes_at_times(const Checking& c, const Setting& setting, std::string_view name) {
  const auto is_none = [&](const CalendarRule& rule) {
    return rule.value ? *rule.value < 1 : rule.factor.value_or(1) * setting.capacity.normal < 1;
  };
  const auto& changes = setting.capacity.changes;
  if (!changes.empty() && setting.capacity.normal < 1) return true;
  if (std::any_of(changes.begin(), changes.end(), is_none)) return true;
  const auto& moves = c.scenario.moves;
  return std::any_of(moves.begin(), moves.end(), [&](const auto& entry) {
    const auto to = destination_of(entry.first);
    return (to == name || to == "*") && !entry.second.open.changes.empty();
  });
}

/// What ends a patience must happen some time.
void check_until(const Checking& c, const Setting& setting, std::string_view name) {
  using Until = QueueRule::Leave::Until;
  for (std::size_t r = 0; r < setting.queue.leave.size(); ++r) {
    const auto& until = setting.queue.leave[r].until;
    const auto at = fmt::format("/queue/leave/{}/until", r);
    if (until == Until::OwnStay && setting.stay.empty()) {
      c.error(at, say("expected.own_stay_with_stay"), quotation("own_stay"));
    }
    if (until == Until::Closing && !closes_at_times(c, setting, name)) {
      c.error(at, say("expected.closing_at_times"), quotation("closing"));
    }
  }
}

}  // namespace

namespace {

/// Whether others take places of this setting.
bool is_shared(const Scenario& scenario, std::string_view name) {
  return std::any_of(scenario.settings.begin(), scenario.settings.end(), [&](const auto& entry) {
    const auto& takes = entry.second.takes;
    return std::any_of(takes.begin(), takes.end(),
                       [&](const Taking& row) { return row.of == name; });
  });
}

/// Places are taken of another setting, which takes none itself.
void check_takes(const Checking& c, const Setting& setting, std::string_view name) {
  for (std::size_t r = 0; r < setting.takes.size(); ++r) {
    const auto& of = setting.takes[r].of;
    const auto at = fmt::format("/takes/{}/of", r);
    const Setting* const other = find_named(c.scenario.settings, of);
    if (of == name) c.error(at, say("expected.taking_of_another"), quotation(of));
    if (other == nullptr || of == name) continue;
    if (!other->takes.empty()) c.error(at, say("expected.taking_of_plain"), quotation(of));
  }
  if ((setting.evict || setting.interrupt == true) && is_shared(c.scenario, name)) {
    c.error(setting.evict ? "/evict" : "/interrupt", say("expected.cut_of_shared"),
            say("got.boolean", {{"value", "true"}}));
  }
}

}  // namespace

void check_rules(const Checking& c, const Setting& setting) {
  check_stay_and_routes(c, setting);
  check_capacity(c, setting.capacity);
  check_background(c, setting);
  const std::string name = pointer_keys(c.at).back();
  if (const std::string cycle = divert_cycle(c.scenario, name); !cycle.empty()) {
    c.error("/when_full/to", say("expected.no_divert_back"), verbatim(cycle));
  }
  check_until(c, setting, name);
  check_takes(c, setting, name);
  if (setting.evict && setting.stay.empty()) {
    c.error("/evict", say("expected.evict_with_stay"), say("got.boolean", {{"value", "true"}}));
  }
  if (setting.interrupt == true && (setting.stay.empty() || setting.evict || setting.residence)) {
    c.error("/interrupt", say("expected.interrupt"), say("got.boolean", {{"value", "true"}}));
  }
  if (setting.keep_place && !setting.residence) {
    c.error("/keep_place", say("expected.keep_place"), say("got.boolean", {{"value", "true"}}));
  }
}

namespace {

/// Who goes where he is and keeps his place does not move.
void check_move_to_itself(const Checking& c) {
  const std::string name = pointer_keys(c.at).back();
  const auto arrow = name.find("->");
  const auto from = name.substr(0, arrow);
  const auto* setting = find_named(c.scenario.settings, from);
  if (setting == nullptr || name.substr(arrow + 2) != from) return;
  if (setting->when_full.policy == WhenFull::Policy::WaitOutside) return;
  c.error("", say("expected.two_settings"), quotation(name));
}

/// A place can be claimed in a setting, and is held from then on.
void check_claim(const Checking& c, const Move& move) {
  if (move.claim_first != true) return;
  const std::string name = pointer_keys(c.at).back();
  const bool to_setting = find_named(c.scenario.settings, destination_of(name)) != nullptr;
  if (to_setting && move.hold_place) return;
  c.error("/claim_first",
          say(to_setting ? "expected.claim_of_held_place" : "expected.claim_in_setting"),
          say("got.boolean", {{"value", "true"}}));
}

/// Whether some of those who find a setting full are sent elsewhere.
bool diverts(const Setting& setting) {
  const auto elsewhere = [](WhenFull::Policy policy) { return policy == WhenFull::Policy::Divert; };
  const auto& exceptions = setting.when_full.exceptions;
  return elsewhere(setting.when_full.policy) ||
         std::ranges::any_of(exceptions, elsewhere, &WhenFull::Exception::policy);
}

/// The shortest of several queues: they are to be compared, and whoever joins one stays in it.
void check_shortest(const Checking& c, const Move& move) {
  const auto& settings = move.shortest_of;
  if (settings.empty()) return;
  if (settings.size() < 2) {
    c.error("/shortest_of", say("expected.shortest_of_two"),
            say("got.number", {{"value", settings.size()}}));
  }
  for (std::size_t i = 0; i < settings.size(); ++i) {
    const auto at = fmt::format("/shortest_of/{}", i);
    const auto first = std::ranges::find(settings, settings[i]) - settings.begin();
    if (static_cast<std::size_t>(first) < i) {
      c.error(at, say("expected.value_once"), say("got.twice", {{"what", in_quotes(settings[i])}}));
    }
    const auto* setting = find_named(c.scenario.settings, settings[i]);
    if (setting != nullptr && diverts(*setting)) {
      c.error(at, say("expected.shortest_diverts_none"), quotation(settings[i]));
    }
  }
  const std::string name = pointer_keys(c.at).back();
  const auto to = destination_of(name);
  if (std::ranges::find(settings, to) == settings.end()) {
    c.error("/shortest_of", say("expected.shortest_with_destination"), quotation(to));
  }
  if (!move.open.changes.empty())
    c.error("/open", say("expected.shortest_open"), say("got.closing_gate"));
}

}  // namespace

void check_rules(const Checking& c, const Move& move) {
  check_move_to_itself(c);
  check_claim(c, move);
  check_shortest(c, move);
  const bool opens = move.open.normal > 0 ||
                     std::any_of(move.open.changes.begin(), move.open.changes.end(),
                                 [](const CalendarRule& r) { return r.value.value_or(0) > 0; });
  if (!opens) c.error("/open", say("expected.open_gate"), say("got.closed_gate"));
}

namespace {

struct Given {
  bool present;
  std::string_view key;
};

/// Members that belong to another kind of arrival.
void refuse(const Checking& c, std::string_view kind, std::initializer_list<Given> members) {
  for (const Given& member : members) {
    if (!member.present) continue;
    c.error(fmt::format("/{}", member.key), say("expected.nothing_with_kind", {{"kind", kind}}),
            quotation(member.key));
  }
}

bool varies(const Intensity& i) {
  return !i.by_hour.empty() || !i.by_weekday.empty() || !i.by_week.empty() || i.sinusoid ||
         !i.calendar.changes.empty() || i.growth_per_year != 0;
}

void check_rates(const Checking& c, const Arrival& arrival) {
  if (!c.scenario.population) {
    c.error("/rates", say("expected.population_of_rates"), say("got.none"));
  }
  const std::vector<std::string> known{"municipality", "age"};
  for (std::size_t i = 0; i < arrival.rates.size(); ++i) {
    for (const auto& [attribute, values] : arrival.rates[i].when.all) {
      if (std::find(known.begin(), known.end(), attribute) != known.end()) continue;
      c.error(child_pointer(fmt::format("/rates/{}/when", i), attribute),
              say("expected.population_attribute"), quotation(attribute));
    }
  }
  if (can_be_covered(c)) warn_unreached(c, "/rates", arrival.rates);
}

/// With `normalise` a file alone says how many come on each day.
void warn_of_days(const Checking& c, const Intensity& i) {
  const std::initializer_list<Given> between_days{{!i.by_weekday.empty(), "by_weekday"},
                                                  {!i.by_week.empty(), "by_week"},
                                                  {i.growth_per_year != 0, "growth_per_year"}};
  for (const Given& member : between_days) {
    if (!member.present) continue;
    c.warn(fmt::format("/intensity/{}", member.key), say("expected.nothing_between_days"),
           quotation(member.key));
  }
}

void check_poisson(const Checking& c, const Arrival& a) {
  if (a.interarrival) return c.error("/kind", say("expected.renewal_kind"), quotation("poisson"));
  const int rates = (a.per_day ? 1 : 0) + (a.per_year ? 1 : 0) + (a.rates.empty() ? 0 : 1) +
                    (a.file.empty() ? 0 : 1);
  if (rates != 1) {
    c.error("", say("expected.one_rate"),
            rates == 0 ? say("got.none") : say("got.of_them", {{"n", rates}}));
  }
  if (!a.rates.empty()) check_rates(c, a);
  if (!a.file.empty() && a.intensity.normalise) warn_of_days(c, a.intensity);
  refuse(c, "poisson",
         {{!a.hours.empty(), "hours"}, {!a.days.empty(), "days"}, {a.show_up != 1, "show_up"}});
}

}  // namespace

void check_interarrival(const DistributionSpec& spec, const std::string& at, Findings& findings) {
  constexpr double least_days = 1e-6;
  const auto law = to_distribution(spec);
  const auto* const found = std::get_if<sim::Distribution>(&law);
  if (found == nullptr) return;  // told where it stands
  const double days = found->mean() * sim::days(unit_duration(spec.unit));
  if (days >= least_days) return;
  findings.errors.push_back({"", at + "/interarrival",
                             say("expected.interarrival_mean", {{"n", number_text(least_days)}}),
                             got_number(days)});
}

namespace {

void check_renewal(const Checking& c, const Arrival& a) {
  refuse(c, "renewal",
         {{a.per_day || a.per_year, a.per_day ? "per_day" : "per_year"},
          {!a.rates.empty(), "rates"},
          {varies(a.intensity), "intensity"},
          {!a.hours.empty(), "hours"},
          {!a.days.empty(), "days"},
          {!a.file.empty(), "file"},
          {a.show_up != 1, "show_up"}});
  if (!a.interarrival) return c.error("/interarrival", say("expected.interarrival"), nothing());
  if (!reads_file(*a.interarrival)) check_interarrival(*a.interarrival, c.at, c.findings);
}

/// Every appointment of a run is laid out beforehand.
void check_appointments(const Checking& c, const Arrival& arrival) {
  constexpr double most = 1e7;
  const double days = run_days(c.scenario.horizon);
  if (static_cast<double>(arrival.hours.size()) * days <= most) return;
  c.error("/hours", say("expected.at_most_elements", {{"n", number_text(std::floor(most / days))}}),
          say("got.number", {{"value", arrival.hours.size()}}));
}

void check_each(const Checking& c, const Arrival& arrival) {
  for (std::size_t i = 0; i < arrival.each.size(); ++i) {
    const std::string& name = arrival.each[i];
    const std::string below = fmt::format("/each/{}", i);
    if (name != "municipality" && name != "age") {
      c.error(below, say("expected.population_attribute"), quotation(name));
    }
    if (find_named(arrival.attributes, name) != nullptr) {
      c.error(child_pointer("/attributes", name), say("expected.not_in_each"), quotation(name));
    }
  }
  if (!arrival.each.empty() && arrival.rates.empty()) {
    c.error("/each", say("expected.no_each"), say("expected.list"));
  }
}

}  // namespace

void check_rules(const Checking& c, const Arrival& a) {
  const bool rate = a.per_day || a.per_year;
  switch (a.kind) {
    case Arrival::Kind::Poisson:
      check_poisson(c, a);
      break;
    case Arrival::Kind::Scheduled:
      check_appointments(c, a);
      if (a.hours.empty()) c.error("/hours", say("expected.appointments"), nothing());
      refuse(c, "scheduled",
             {{rate, a.per_day ? "per_day" : "per_year"},
              {!a.rates.empty(), "rates"},
              {varies(a.intensity), "intensity"},
              {a.interarrival.has_value(), "interarrival"},
              {!a.file.empty(), "file"}});
      break;
    case Arrival::Kind::File:
      if (a.file.empty()) c.error("/file", say("expected.csv_path"), nothing());
      refuse(c, "file",
             {{rate, a.per_day ? "per_day" : "per_year"},
              {!a.rates.empty(), "rates"},
              {varies(a.intensity), "intensity"},
              {a.interarrival.has_value(), "interarrival"},
              {!a.hours.empty(), "hours"},
              {!a.days.empty(), "days"}});
      break;
    case Arrival::Kind::Renewal:
      check_renewal(c, a);
      break;
  }
  check_each(c, a);
  const bool expected = a.kind == Arrival::Kind::Poisson && !a.file.empty();
  check_columns(c, a.columns,
                expected ? std::vector<std::string>{"date", "expected"}
                         : std::vector<std::string>{"time", "stay_days"},
                true);
  for (std::size_t i = 0; i < a.hours.size(); ++i) {
    if (a.hours[i] < 24) continue;
    c.error(fmt::format("/hours/{}", i), say("expected.hour"), got_number(a.hours[i]));
  }
}

}  // namespace scenarios
