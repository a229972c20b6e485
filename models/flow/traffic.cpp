// SPDX-License-Identifier: Apache-2.0
#include "models/flow/traffic.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "models/flow/units.hpp"

namespace flow {
namespace {

constexpr double accuracy = 1e-13;
constexpr int most_rounds = 200'000;
constexpr std::size_t most_work = 2'000'000'000;  // steps followed: some seconds

/// E of the size of a batch, which is rounded to whole patients.
double mean_batch(const sim::Distribution& size) {
  double sum = 0;
  constexpr int most = 1'000'000;
  for (int k = 1; k < most; ++k) {
    const double at_least = 1 - size.cdf(std::nextafter(k - 0.5, 0.0));
    if (at_least <= 1e-12) break;
    sum += at_least;
  }
  return sum;
}

/// Mean of the relative intensity over the measured days.
double mean_intensity(const IntensityPattern& pattern, sim::Time from, sim::Time to) {
  const auto length = static_cast<double>((to - from).count());
  if (pattern.exact()) return (pattern.cumulative(to) - pattern.cumulative(from)) / length;
  double sum = 0;
  int count = 0;
  for (auto time = from + sim::hour / 2; time < to; time += sim::hour) {
    sum += pattern.value(time);
    ++count;
  }
  return count > 0 ? sum / count : pattern.value(from);
}

/// By situation: whether an exit can be reached over the steps that `steps_of` shows.
template <class Visit>
std::vector<bool> ways_out(std::size_t count, Visit&& visit) {
  std::vector<std::vector<std::uint32_t>> before(count);
  std::vector<bool> out(count);
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < count; ++i) {
    visit(i, [&](const Step& step) {
      if (step.state != Step::none) {
        before[step.state].push_back(i);
      } else if (!out[i]) {
        out[i] = true;
        open.push_back(i);
      }
    });
  }
  while (!open.empty()) {
    const auto state = open.back();
    open.pop_back();
    for (const auto i : before[state]) {
      if (out[i]) continue;
      out[i] = true;
      open.push_back(i);
    }
  }
  return out;
}

/// Solves the equations and counts what follows from them.
class Solver {
 public:
  Solver(const Network& network, const Journeys& journeys)
      : net_(network), journeys_(journeys), count_(journeys.situations().size()) {}

  Traffic solve() {
    traffic_.settings.resize(net_.settings);
    traffic_.flow.resize(net_.ways());
    find_ways_out();
    add_arrivals();
    iterate();
    count_stays();
    count_excursions();
    count_flows();
    count_kinds();
    return std::move(traffic_);
  }

 private:
  void find_ways_out() {
    traffic_.may_leave = ways_out(count_, [&](std::uint32_t i, auto&& see) {
      for (const auto& step : journeys_.course(i).steps) see(step);
      for (const auto& step : journeys_.course(i).others) see(step);
    });
    traffic_.leaves = ways_out(count_, [&](std::uint32_t i, auto&& see) {
      for (const auto& step : journeys_.course(i).expected(journeys_.at_home(i))) {
        if (step.probability > 0) see(step);
      }
    });
  }

  void add_arrivals() {
    entering_.assign(count_, 0);
    for (const auto s : net_.sources.ids()) {
      const double per_day = arrivals_per_day(net_, net_.sources[s]);
      traffic_.arrivals.push_back(per_day);
      for (const auto& step : journeys_.entries(s)) {
        add_flow(nowhere, step, per_day);
        if (step.state != Step::none) entering_[step.state] += per_day * step.probability;
      }
    }
  }

  /// Gauss-Seidel in the order in which situations were found, which mostly is the order in which
  /// patients come to them. Who cannot leave is counted on entry only.
  void iterate() {
    std::vector<std::vector<std::pair<std::uint32_t, double>>> into(count_);
    std::vector<double> again(count_);
    for (std::uint32_t i = 0; i < count_; ++i) {
      if (!traffic_.leaves[i]) continue;
      for (const auto& step : journeys_.course(i).expected(journeys_.at_home(i))) {
        if (step.state == i) {
          again[i] += step.probability;
        } else if (step.state != Step::none && step.probability > 0) {
          into[step.state].emplace_back(i, step.probability);
        }
      }
    }
    visits_ = entering_;
    double change = 1;
    std::size_t steps = 1 + count_;
    for (const auto& each : into) steps += each.size();
    const auto rounds = static_cast<int>(std::min<std::size_t>(most_rounds, 1 + most_work / steps));
    for (; traffic_.rounds < rounds && change > accuracy; ++traffic_.rounds) {
      change = 0;
      for (std::size_t i = 0; i < count_; ++i) {
        double sum = entering_[i];
        for (const auto& [from, p] : into[i]) sum += visits_[from] * p;
        if (again[i] < 1) sum /= 1 - again[i];
        change = std::max(change, std::abs(sum - visits_[i]) / (1 + sum));
        visits_[i] = sum;
      }
    }
    traffic_.converged = change <= accuracy;
  }

  void count_stays() {
    for (std::size_t i = 0; i < count_; ++i) {
      const auto at = journeys_.situations()[i].at;
      const auto& course = journeys_.course(i);
      auto& load = traffic_.settings[at];
      load.present += visits_[i] * course.days;
      count_places(i, visits_[i]);
      load.unbounded |= visits_[i] > 0 && (!traffic_.leaves[i] || course.for_ever);
      if (!journeys_.at_home(i)) continue;
      for (const auto& [profile, days] : course.in_place) {
        const double excursions = visits_[i] * days * journeys_.excursion(at, profile).per_day;
        if (excursions > 0) excursions_[{at, profile}] += excursions;
      }
    }
  }

  void count_excursions() {
    for (const auto& [key, per_day] : excursions_) {
      const auto& excursion = journeys_.excursion(key.first, key.second);
      if (net_.setting[key.first].keep_place) {
        take_places(key.first, key.second, per_day * excursion.days);
      }
      for (const auto& step : excursion.first) add_flow(key.first, step, per_day);
      for (const auto& [state, number] : excursion.visits) {
        const auto at = journeys_.situations()[state].at;
        const double visits = per_day * number;
        visits_[state] += visits;
        auto& load = traffic_.settings[at];
        load.present += visits * journeys_.course(state).days;
        count_places(state, visits);
        load.unbounded |=
            visits > 0 && (!traffic_.leaves[state] || journeys_.course(state).for_ever);
      }
    }
  }

  void count_places(std::size_t state, double visits) {
    const auto& here = journeys_.situations()[state];
    take_places(here.at, here.profile,
                visits * (journeys_.course(state).days + turnover_days(here.at)));
  }

  /// The place itself and those that go with it.
  void take_places(Place at, Profile profile, double days) {
    net_.setting[at].each_place(at, profile, [&](Place of, std::int32_t places) {
      traffic_.settings[of].places += places * days;
    });
  }

  [[nodiscard]] double turnover_days(Place place) const {
    const auto& turnover = net_.setting[place].turnover;
    return turnover ? net_.laws[*turnover].mean_days() : 0;
  }

  void count_flows() {
    for (std::size_t i = 0; i < count_; ++i) {
      if (!traffic_.leaves[i]) continue;
      const auto at = journeys_.situations()[i].at;
      for (const auto& step : journeys_.course(i).steps) add_flow(at, step, visits_[i]);
    }
  }

  /// Who is where. What follows the end of a stay, as the wait for a gate, is divided as the stay is.
  void count_kinds() {
    for (std::size_t i = 0; i < count_; ++i) {
      if (!(visits_[i] > 0)) continue;
      const auto& here = journeys_.situations()[i];
      const auto& course = journeys_.course(i);
      const double present = visits_[i] * course.days;
      double days = 0;
      for (const auto& [profile, part] : course.in_place) days += part;
      for (const auto& [profile, part] : course.in_place) {
        if (part > 0) traffic_.kinds[{here.at, profile}].present += present * part / days;
      }
      auto& kind = traffic_.kinds[{here.at, here.profile}];
      if (!(days > 0)) kind.present += present;
      kind.stays_per_day += visits_[i];
      for (const auto& step : course.steps) {
        if (step.state == Step::none) continue;
        const auto& next = journeys_.situations()[step.state];
        if (!net_.stays_in_place(here.at, next.at)) continue;  // else a new stage of the same stay
        traffic_.kinds[{next.at, next.profile}].stays_per_day -= visits_[i] * step.probability;
      }
    }
  }

  void add_flow(Place from, const Step& step, double weight) {
    const double per_day = weight * step.probability;
    if (!(per_day > 0)) return;
    const auto to = step.state == Step::none ? step.exit : journeys_.situations()[step.state].at;
    if (net_.stays_in_place(from, to)) return;  // nobody comes and nobody goes
    traffic_.flow[net_.way(from, to)] += per_day;
    if (!net_.is_setting(to)) {
      traffic_.departures += per_day;
      return;
    }
    auto& load = traffic_.settings[to];
    load.per_day += per_day;
    const auto& move = net_.move(from, to);
    const auto profile = journeys_.situations()[step.state].profile;
    const auto hold = [&](double days) { take_places(to, profile, per_day * days); };
    if (move.hold_place) hold(journeys_.transfer_days(from, to));
    if (move.claim_first) hold(journeys_.gate_days(from, to));
  }

  const Network& net_;
  const Journeys& journeys_;
  std::size_t count_;
  Traffic traffic_;
  std::vector<double> entering_, visits_;                   // per day, by situation
  std::map<std::pair<Place, Profile>, double> excursions_;  // per day
};

}  // namespace

double Traffic::total_arrivals() const {
  return std::accumulate(arrivals.begin(), arrivals.end(), 0.0);
}

double arrivals_per_day(const Network& network, const Source& source) {
  const double days =
      static_cast<double>((network.end - network.measured_from).count()) / ms_per_day;
  if (!(days > 0)) return 0;
  double per_day = 0;
  if (source.kind == scenarios::Arrival::Kind::Renewal) {
    per_day = source.per_ms * ms_per_day;
  } else if (source.kind == scenarios::Arrival::Kind::Poisson) {
    const auto& pattern = network.patterns[source.pattern];
    per_day =
        source.per_ms * ms_per_day * mean_intensity(pattern, network.measured_from, network.end);
  } else {
    per_day = static_cast<double>(std::ranges::count_if(
                  source.times,
                  [&](const auto& listed) { return listed.time >= network.measured_from; })) /
              days;
  }
  if (source.batch) per_day *= mean_batch(network.laws[*source.batch].distribution);
  return per_day * source.show_up;
}

double arrivals_in_all(const Network& network, const Source& source) {
  double count = static_cast<double>(source.times.size());
  if (source.kind == scenarios::Arrival::Kind::Poisson) {
    count = source.per_ms * network.patterns[source.pattern].cumulative(network.end);
  } else if (source.kind == scenarios::Arrival::Kind::Renewal) {
    count = source.per_ms * static_cast<double>((network.end - network.start).count());
  }
  if (source.batch) count *= network.laws[*source.batch].distribution.mean();
  return count;
}

Traffic solve_traffic(const Network& network, const Journeys& journeys) {
  return Solver(network, journeys).solve();
}

}  // namespace flow
