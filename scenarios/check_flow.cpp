// SPDX-License-Identifier: Apache-2.0
// Rules of settings, queues, moves and arrivals.

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "scenarios/check_rules.hpp"
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
  const bool plain = capacity.changes.empty();
  require_whole(plain ? "/capacity" : "/capacity/normal", capacity.normal);
  bool ever_open = capacity.normal > 0;
  for (std::size_t i = 0; i < capacity.changes.size(); ++i) {
    const CalendarRule& rule = capacity.changes[i];
    if (rule.value) require_whole(fmt::format("/capacity/changes/{}/value", i), *rule.value);
    ever_open = ever_open || rule.value.value_or(0) > 0;
  }
  if (!ever_open) c.warn("/capacity", say("expected.places_ever"), say("got.none_ever"));
}

/// The settings that patients are diverted through from `first`, back to it; empty when they get
/// out.
std::string divert_cycle(const Scenario& scenario, const std::string& first) {
  std::string chain = first;
  std::string at = first;
  for (std::size_t i = 0; i <= scenario.settings.size(); ++i) {
    const Setting* const setting = find_named(scenario.settings, at);
    if (setting == nullptr || setting->when_full.policy != WhenFull::Policy::Divert) return "";
    at = setting->when_full.to;
    chain += " -> " + at;
    if (at == first) return chain;
  }
  return "";
}

}  // namespace

void check_rules(const Checking& c, const WhenFull& when_full) {
  using Policy = WhenFull::Policy;
  const auto policy = std::string(name_of(when_full.policy));
  if (when_full.policy == Policy::Divert && when_full.to.empty()) {
    c.error("/to", say("expected.divert_to"), nothing());
  }
  if (when_full.policy != Policy::Divert && !when_full.to.empty()) {
    c.error("/to", say("expected.nothing_with_policy", {{"policy", policy}}),
            quotation(when_full.to));
  }
  if (when_full.policy == Policy::Overflow && when_full.places == 0) {
    c.error("/places", say("expected.extra_place"), verbatim("0"));
  }
  if (when_full.policy != Policy::Overflow && when_full.places > 0) {
    c.error("/places", say("expected.nothing_with_policy", {{"policy", policy}}),
            verbatim(std::to_string(when_full.places)));
  }
}

void check_rules(const Checking& c, const QueueRule& queue) {
  if (can_be_covered(c)) warn_unreached(c, "/ranks", queue.ranks);
}

void check_rules(const Checking& c, const Setting& setting) {
  check_stay_and_routes(c, setting);
  check_capacity(c, setting.capacity);
  const std::string name = pointer_keys(c.at).back();
  if (const std::string cycle = divert_cycle(c.scenario, name); !cycle.empty()) {
    c.error("/when_full/to", say("expected.no_divert_back"), verbatim(cycle));
  }
  if (setting.keep_place && !setting.residence) {
    c.error("/keep_place", say("expected.keep_place"), say("got.boolean", {{"value", "true"}}));
  }
}

void check_rules(const Checking& c, const Move& move) {
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

void check_poisson(const Checking& c, const Arrival& a) {
  const int rates = (a.per_day ? 1 : 0) + (a.per_year ? 1 : 0) + (a.rates.empty() ? 0 : 1);
  if (rates != 1) {
    c.error("", say("expected.one_rate"),
            rates == 0 ? say("got.none") : say("got.of_them", {{"n", rates}}));
  }
  if (!a.rates.empty()) check_rates(c, a);
  refuse(c, "poisson",
         {{!a.hours.empty(), "hours"},
          {!a.days.empty(), "days"},
          {!a.file.empty(), "file"},
          {a.show_up != 1, "show_up"}});
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
      if (a.hours.empty()) c.error("/hours", say("expected.appointments"), nothing());
      refuse(c, "scheduled",
             {{rate, a.per_day ? "per_day" : "per_year"},
              {!a.rates.empty(), "rates"},
              {varies(a.intensity), "intensity"},
              {!a.file.empty(), "file"}});
      break;
    case Arrival::Kind::File:
      if (a.file.empty()) c.error("/file", say("expected.csv_path"), nothing());
      refuse(c, "file",
             {{rate, a.per_day ? "per_day" : "per_year"},
              {!a.rates.empty(), "rates"},
              {varies(a.intensity), "intensity"},
              {!a.hours.empty(), "hours"},
              {!a.days.empty(), "days"}});
      break;
  }
  check_each(c, a);
  for (std::size_t i = 0; i < a.hours.size(); ++i) {
    if (a.hours[i] < 24) continue;
    c.error(fmt::format("/hours/{}", i), say("expected.hour"), got_number(a.hours[i]));
  }
}

void check_rules(const Checking& c, const Census& census) {
  const Setting* const setting = find_named(c.scenario.settings, census.setting);
  if (setting == nullptr) return;
  const double places = setting->capacity.normal + setting->when_full.places;
  if (setting->capacity.changes.empty() && census.count > places) {
    c.warn(
        "/count",
        say("expected.at_most_places", {{"n", number_text(places)}, {"setting", census.setting}}),
        got_number(census.count));
  }
  if (census.waiting > 0 && std::isinf(setting->capacity.normal)) {
    c.error("/waiting", say("expected.nobody_waiting"), got_number(census.waiting));
  }
}

}  // namespace scenarios
