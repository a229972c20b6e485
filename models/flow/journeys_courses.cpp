// SPDX-License-Identifier: Apache-2.0
// Journeys: the expected course of a stay.
#include <algorithm>
#include <optional>

#include "models/flow/journeys.hpp"

namespace flow {
namespace {

/// The law of a stay, if the rules give one.
std::optional<std::uint32_t> law_of(const Network& network, Place place, Profile profile,
                                    Place next) {
  auto law = network.stay_of[network.at(place, profile)];
  if (law >= Network::by_next) {
    const auto& row = network.stay_rows[law - Network::by_next];
    law = row[network.destination(next)];
  }
  if (law >= network.laws.size()) return std::nullopt;
  return law;
}

/// Position of a profile in a chain, which gets a new place when it is not there.
std::size_t position(StayChain& chain, Profile profile) {
  const auto found = std::ranges::find(chain.profiles, profile);
  if (found != chain.profiles.end()) {
    return static_cast<std::size_t>(found - chain.profiles.begin());
  }
  chain.profiles.push_back(profile);
  chain.jumps.emplace_back();
  chain.leaving_per_day.push_back(0);
  chain.pace.push_back(1);
  return chain.profiles.size() - 1;
}

void add_changes(const Network& network, const Cause& cause, std::size_t from, StayChain& chain) {
  const auto profile = chain.profiles[from];
  for (const auto& [changed, share] :
       spread(network, network.assignments[cause.assignment], profile)) {
    if (changed == profile || share <= 0) continue;
    const auto to = position(chain, changed);
    chain.jumps[from].push_back({to, cause.per_day * share});
  }
}

/// All that a sojourn depends on but its law, as numbers in a fixed order.
std::vector<double> numbers_of(const StayChain& chain) {
  std::vector<double> numbers;
  for (std::size_t i = 0; i < chain.profiles.size(); ++i) {
    numbers.push_back(chain.pace[i]);
    numbers.push_back(chain.leaving_per_day[i]);
    numbers.push_back(static_cast<double>(chain.jumps[i].size()));
    for (const auto& jump : chain.jumps[i]) {
      numbers.push_back(static_cast<double>(jump.to));
      numbers.push_back(jump.per_day);
    }
  }
  return numbers;
}

}  // namespace

/// Destinations with their probabilities, by the law of the stay that leads there.
struct Journeys::Stay {
  struct Way {
    Place to = nowhere;
    double probability = 0;
  };
  std::map<std::uint32_t, std::vector<Way>> by_law;
  std::string pointer;  ///< of the routes
};

Journeys::Stay Journeys::stay_of(Place place, Profile profile) {
  Stay stay;
  const auto row = net_.route_of[net_.at(place, profile)];
  const Situation here{place, profile, nowhere, false};
  // Row 0 belongs to the first setting; anywhere else it means that no row was found.
  if (net_.routes.empty() || (place != Place{} && row == 0)) {
    add_fault(JourneyFault::What::NoRoute, "/settings/" + net_.setting[place].id + "/routes", here);
    return stay;
  }
  const auto& route = net_.routes[row];
  stay.pointer = route.pointer;
  double sum = 0;
  for (const auto& option : route.to.options) sum += option.probability;
  for (const auto& option : route.to.options) {
    const auto law = law_of(net_, place, profile, option.value);
    if (!law) {
      add_fault(JourneyFault::What::NoStay, "/settings/" + net_.setting[place].id + "/stay", here);
      continue;
    }
    stay.by_law[*law].push_back({option.value, option.probability / sum});
  }
  return stay;
}

const Lengths& Journeys::lengths(std::uint32_t law) {
  const auto found = lengths_.find(law);
  if (found != lengths_.end()) return found->second;
  return lengths_.emplace(law, lengths_of(net_.laws[law])).first->second;
}

const Sojourn& Journeys::expected(std::uint32_t law, Place next, const StayChain& chain) {
  const auto [found, added] = sojourns_.try_emplace({law, numbers_of(chain)});
  if (added) {
    found->second = next == stays_on ? sojourn_until_left(chain) : sojourn(lengths(law), chain);
  }
  return found->second;
}

void Journeys::build(std::uint32_t state) {
  if (built_[state]) return;
  built_[state] = true;
  if (at_home(state)) {
    build_home(state);
  } else {
    build_away(state);
  }
}

/// The profiles of a stay that hazards end and changes do not.
StayChain Journeys::changes_of(Place place, Profile profile) const {
  StayChain chain = StayChain::single(profile, 0);
  for (std::size_t i = 0; i < chain.profiles.size(); ++i) {
    for (const auto& cause : causes_of(net_, place, chain.profiles[i])) {
      if (cause.to == nowhere) {
        add_changes(net_, cause, i, chain);
      } else {
        chain.leaving_per_day[i] += cause.per_day;
      }
    }
  }
  return chain;
}

void Journeys::build_away(std::uint32_t state) {
  const auto here = situations_[state];
  const auto stay = stay_of(here.at, here.profile);
  const auto chain = changes_of(here.at, here.profile);
  Course course;
  std::vector<double> days(chain.profiles.size());
  double ends = 0;
  for (const auto& [law, ways] : stay.by_law) {
    const auto& course_of_stay = expected(law, ways.front().to, chain);
    course.for_ever |= course_of_stay.for_ever;
    for (std::size_t i = 0; i < days.size(); ++i) {
      const Situation leaving{here.at, chain.profiles[i], here.lives, here.away};
      for (const auto& way : ways) {
        days[i] += way.probability * course_of_stay.days[i];
        ends += way.probability * course_of_stay.ends[i];
        reach(leaving, way.to, way.probability * course_of_stay.ends[i], stay.pointer,
              course.steps);
        reach_when_full(leaving, way.to, course.others);
      }
    }
  }
  for (std::size_t i = 0; i < days.size(); ++i) {
    course.days += days[i];
    course.in_place.emplace_back(chain.profiles[i], days[i]);
    add_hazards({here.at, chain.profiles[i], here.lives, here.away}, days[i], course);
  }
  finish(state, std::move(course), ends);
}

/// Moves that hazards make from this profile during so many days.
void Journeys::add_hazards(const Situation& from, double days, Course& course) {
  for (const auto& cause : causes_of(net_, from.at, from.profile)) {
    if (cause.to == nowhere) continue;
    reach(from, cause.to, days * cause.per_day, *cause.pointer, course.steps);
    reach_when_full(from, cause.to, course.others);
  }
  reach_again(from, course.others);
  for (const auto& move : outside_.moves) {
    if (move.from == from.at) reach(from, move.to, 0, move.pointer, course.others);
  }
}

/// The profiles of one who lives here: changes at home, and those that excursions bring.
StayChain Journeys::life_at(Place place, Profile profile) {
  StayChain chain = StayChain::single(profile, 0);
  for (std::size_t i = 0; i < chain.profiles.size(); ++i) {
    const auto now = chain.profiles[i];
    for (const auto& cause : causes_of(net_, place, now)) {
      if (cause.to == nowhere) add_changes(net_, cause, i, chain);
      if (net_.is_exit(cause.to)) chain.leaving_per_day[i] += cause.per_day;
    }
    const auto& excursion = find_excursion(place, now);
    double back = 0;
    for (const auto& [changed, share] : excursion.back) {
      back += share;
      if (changed == now || share <= 0) continue;
      const auto to = position(chain, changed);
      chain.jumps[i].push_back({to, excursion.per_day * share});
    }
    chain.leaving_per_day[i] += excursion.per_day * std::max(0.0, 1 - back);
  }
  return chain;
}

/// While a resident is away the clock runs on. A day at home then takes more than a day of the
/// clock: it, and the mean time away that follows from it. The divisor is what makes this exact for
/// exponential lengths and times away, and right to the first order in (time away / length) for
/// all: a stay begins at home and not at a random moment.
void Journeys::set_pace(Place home, double mean_days, StayChain& chain) {
  for (std::size_t i = 0; i < chain.profiles.size(); ++i) {
    const auto& excursion = find_excursion(home, chain.profiles[i]);
    double back = 0;
    for (const auto& [profile, share] : excursion.back) back += share;
    chain.pace[i] = 1;
    if (back <= 0 || mean_days <= 0) continue;
    const double away = excursion.days_back / back;
    chain.pace[i] += excursion.per_day * excursion.days_back / (1 + away / mean_days);
  }
}

void Journeys::build_home(std::uint32_t state) {
  const auto here = situations_[state];
  const auto stay = stay_of(here.at, here.profile);
  auto chain = life_at(here.at, here.profile);
  const auto n = chain.profiles.size();
  Course course;
  std::vector<double> days(n);
  double ends = 0;
  for (const auto& [law, ways] : stay.by_law) {
    set_pace(here.at, lengths(law).mean_days, chain);
    const auto& course_of_stay = expected(law, ways.front().to, chain);
    course.for_ever |= course_of_stay.for_ever;
    for (std::size_t i = 0; i < n; ++i) {
      const Situation leaving{here.at, chain.profiles[i], here.at, false};
      for (const auto& way : ways) {
        days[i] += way.probability * course_of_stay.days[i];
        ends += way.probability * course_of_stay.ends[i];
        reach(leaving, way.to, way.probability * course_of_stay.ends[i], stay.pointer,
              course.steps);
        reach_when_full(leaving, way.to, course.others);
      }
    }
  }
  for (std::size_t i = 0; i < n; ++i) add_days_at_home(here.at, chain.profiles[i], days[i], course);
  course.outcomes.insert(course.outcomes.end(), course.steps.begin(), course.steps.end());
  finish(state, std::move(course), ends);
}

/// What hazards do to a resident during so many days at home: exits are steps of the course, the
/// rest are excursions, of which only those without return end it.
void Journeys::add_days_at_home(Place home, Profile profile, double days, Course& course) {
  course.days += days;
  course.in_place.emplace_back(profile, days);
  Course hazards;
  add_hazards({home, profile, home, true}, days, hazards);
  for (const auto& step : hazards.steps) {
    (step.exit == nowhere ? course.others : course.steps).push_back(step);
  }
  course.others.insert(course.others.end(), hazards.others.begin(), hazards.others.end());
  const auto& excursion = find_excursion(home, profile);
  for (auto step : excursion.gone) {
    step.probability *= days * excursion.per_day;
    course.outcomes.push_back(step);
  }
}

/// Adds what holds the place after the stay, and puts the course where it belongs.
void Journeys::finish(std::uint32_t state, Course course, double ends) {
  const auto at = situations_[state].at;
  merge(course.steps);
  merge(course.outcomes);
  for (auto& step : course.others) step.probability = 0;
  merge(course.others);
  if (!outside_.preparation_days.empty()) course.days += ends * outside_.preparation_days[at];
  for (const auto& step : course.steps) {
    if (step.state == Step::none) continue;
    const auto to = situations_[step.state].at;
    course.days += step.probability * gate_days(at, to);
    course.transit_days += step.probability * transfer_days(at, to);
  }
  courses_[state] = std::move(course);
}

}  // namespace flow
