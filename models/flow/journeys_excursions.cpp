// SPDX-License-Identifier: Apache-2.0
// Journeys: what happens to residents between leaving home and coming back.
#include <algorithm>
#include <cmath>

#include "models/flow/journeys.hpp"

namespace flow {
namespace {

constexpr double excursion_accuracy = 1e-13;
constexpr int most_excursions = 100'000;

/// Solves v = start + v P over a few situations, by Gauss-Seidel; `rows` holds P as (to, p).
using Rows = std::vector<std::vector<std::pair<std::size_t, double>>>;

std::vector<double> expected_visits(const std::vector<double>& start, const Rows& rows) {
  Rows into(rows.size());
  std::vector<double> again(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const auto& [to, p] : rows[i]) {
      if (to == i) {
        again[i] += p;
      } else {
        into[to].emplace_back(i, p);
      }
    }
  }
  std::vector<double> visits(start);
  double change = 1;
  for (int round = 0; round < most_excursions && change > excursion_accuracy; ++round) {
    change = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      double sum = start[i];
      for (const auto& [from, p] : into[i]) sum += visits[from] * p;
      sum /= 1 - again[i];
      change = std::max(change, std::abs(sum - visits[i]) / (1 + sum));
      visits[i] = sum;
    }
  }
  return visits;
}

/// Solves b = done + P b likewise.
std::vector<double> absorption(const std::vector<double>& done, const Rows& rows) {
  std::vector<double> result(done);
  double change = 1;
  for (int round = 0; round < most_excursions && change > excursion_accuracy; ++round) {
    change = 0;
    for (std::size_t i = rows.size(); i-- > 0;) {
      double sum = done[i];
      for (const auto& [to, p] : rows[i]) sum += p * result[to];
      change = std::max(change, std::abs(sum - result[i]));
      result[i] = sum;
    }
  }
  return result;
}

/// Rows of situations from which no way leads out are emptied: who gets there stays.
void close_dead_ends(const std::vector<double>& out, Rows& rows) {
  std::vector<bool> leaves(rows.size());
  for (bool again = true; again;) {
    again = false;
    for (std::size_t i = rows.size(); i-- > 0;) {
      if (leaves[i]) continue;
      leaves[i] = out[i] > 0 || std::ranges::any_of(rows[i], [&](const auto& step) {
                    return step.second > 0 && leaves[step.first];
                  });
      again |= leaves[i];
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!leaves[i]) rows[i].clear();
  }
}

}  // namespace

const Excursion& Journeys::find_excursion(Place residence, Profile profile) {
  const auto found = excursions_.find({residence, profile});
  if (found != excursions_.end()) return found->second;
  Excursion excursion;
  const Situation leaving{residence, profile, residence, true};
  const auto causes = causes_of(net_, residence, profile);
  for (const auto& cause : causes) {
    const bool moves = cause.to != nowhere && !net_.is_exit(cause.to);
    if (moves) excursion.per_day += cause.per_day;
  }
  for (const auto& cause : causes) {
    if (cause.to == nowhere || net_.is_exit(cause.to)) continue;
    reach(leaving, cause.to, cause.per_day / excursion.per_day, *cause.pointer, excursion.first);
  }
  merge(excursion.first);
  if (!excursion.first.empty()) solve_excursion(residence, excursion);
  return excursions_.emplace(std::pair{residence, profile}, std::move(excursion)).first->second;
}

/// The situations away that an excursion may come into, built.
std::vector<std::uint32_t> Journeys::situations_away(const Excursion& excursion) {
  std::vector<std::uint32_t> states;
  const auto add = [&](const std::vector<Step>& steps) {
    for (const auto& step : steps) {
      if (step.state == Step::none || at_home(step.state)) continue;
      if (std::ranges::find(states, step.state) == states.end()) states.push_back(step.state);
    }
  };
  add(excursion.first);
  for (std::size_t i = 0; i != states.size(); ++i) {  // NOLINT(modernize-loop-convert): it grows
    build(states[i]);
    add(courses_[states[i]].steps);
  }
  return states;
}

/// A small absorbing chain: expected visits to the situations away, and from each of them the
/// probability of coming home.
void Journeys::solve_excursion(Place residence, Excursion& excursion) {
  const auto states = situations_away(excursion);
  const auto n = states.size();
  const auto local = [&](const Step& step) {  // n: not away any more
    return step.state == Step::none
               ? n
               : static_cast<std::size_t>(std::ranges::find(states, step.state) - states.begin());
  };
  Rows rows(n);
  std::vector<double> back(n), out(n), start(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (const auto& step : courses_[states[i]].steps) {
      if (const auto to = local(step); to < n) {
        rows[i].emplace_back(to, step.probability);
      } else {
        out[i] += step.probability;
        back[i] += step.returns ? step.probability : 0;
      }
    }
  }
  close_dead_ends(out, rows);
  for (const auto& step : excursion.first) {
    const auto to = local(step);
    if (to < n) start[to] += step.probability;
    if (to == n) end_excursion(step, 1, excursion);
  }
  const auto visits = expected_visits(start, rows);
  const auto returning = absorption(back, rows);
  const auto count_days = [&](std::size_t i, double days) {
    excursion.days += days;
    excursion.days_back += i < n ? days * returning[i] : days;
  };
  for (const auto& step : excursion.first) {
    if (step.state == Step::none) continue;
    const double transit = transfer_days(residence, situations_[step.state].at);
    count_days(local(step), step.probability * transit);
  }
  for (std::size_t i = 0; i < n; ++i) {
    const auto& course = courses_[states[i]];
    excursion.visits.emplace_back(states[i], visits[i]);
    count_days(i, visits[i] * (course.days + course.transit_days));
    for (const auto& step : course.steps) {
      if (local(step) == n) end_excursion(step, visits[i], excursion);
    }
  }
  merge(excursion.gone);
  std::ranges::sort(excursion.back);
}

void Journeys::end_excursion(const Step& step, double weight, Excursion& excursion) const {
  if (step.returns) {
    excursion.back.emplace_back(situations_[step.state].profile, weight * step.probability);
  } else {
    excursion.gone.push_back({step.state, step.exit, weight * step.probability, false});
  }
}

}  // namespace flow
