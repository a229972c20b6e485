// SPDX-License-Identifier: Apache-2.0
#include "models/flow/sojourn.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace flow {
namespace {

constexpr std::size_t most_atoms = 20'000;
constexpr std::size_t most_steps = 20'000;  // of the uniformized chain
constexpr int most_guesses = 10'000;        // of solving for a stay that only leaving ends
constexpr double negligible = 1e-13;
constexpr double settled = 1e-16;

/// Gauss-Legendre with ten points on [-1, 1], the positive half (Abramowitz & Stegun, table 25.4).
struct GaussPoint {
  double x, weight;
};
constexpr std::array<GaussPoint, 5> gauss{{{0.148874338981631, 0.295524224714753},
                                           {0.433395394129247, 0.269266719309996},
                                           {0.679409568299024, 0.219086362515982},
                                           {0.865063366688985, 0.149451349150581},
                                           {0.973906528517172, 0.066671344308688}}};

void add_panel(const sim::Distribution& law, double from, double to,
               std::vector<Lengths::Node>& nodes) {
  const double middle = (from + to) / 2;
  const double half = (to - from) / 2;
  for (const auto& [x, weight] : gauss) {
    nodes.push_back({law.quantile(middle - half * x), weight * half});
    nodes.push_back({law.quantile(middle + half * x), weight * half});
  }
}

/// Panels that halve towards 0 and towards 1, where quantiles may have no bounded derivative.
void add_smooth(const sim::Distribution& law, std::vector<Lengths::Node>& nodes) {
  constexpr int halvings = 30;
  double outer = 0.5;
  for (int k = 0; k < halvings; ++k) {
    add_panel(law, outer / 2, outer, nodes);
    add_panel(law, 1 - outer, 1 - outer / 2, nodes);
    outer /= 2;
  }
  nodes.push_back({law.quantile(outer / 2), outer});
  nodes.push_back({law.quantile(1 - outer / 2), outer});
}

/// Many even panels: for laws that are continuous in parts only.
void add_rough(const sim::Distribution& law, std::vector<Lengths::Node>& nodes) {
  constexpr int panels = 4096;
  for (int k = 0; k < panels; ++k) {
    nodes.push_back({law.quantile((k + 0.5) / panels), 1.0 / panels});
  }
}

/// Value by value; false if the law is not made of values, or of too many.
bool add_atoms(const sim::Distribution& law, std::vector<Lengths::Node>& nodes) {
  double reached = 0;
  double value = law.quantile(0);
  while (nodes.size() < most_atoms) {
    const double up_to = law.cdf(value);
    if (!(up_to > reached)) return false;
    nodes.push_back({value, up_to - reached});
    reached = up_to;
    if (reached >= 1 - negligible) return true;
    const double next = law.quantile(std::nextafter(reached, 2.0));
    if (!(next > value)) return false;
    value = next;
  }
  return false;
}

bool is_smooth(std::string_view name) {
  return name != "fixed" && name != "empirical" && name != "mixture";
}

/// The chain in units of the clock of the stay, with its fastest rate.
struct Uniformized {
  explicit Uniformized(const StayChain& chain) {
    const auto n = chain.profiles.size();
    jumps.resize(n);
    std::vector<double> out(n);
    for (std::size_t i = 0; i < n; ++i) {
      out[i] = chain.leaving_per_day[i] / chain.pace[i];
      for (const auto& jump : chain.jumps[i]) {
        jumps[i].push_back({jump.to, jump.per_day / chain.pace[i]});
        out[i] += jump.per_day / chain.pace[i];
      }
    }
    rate = *std::ranges::max_element(out);
    for (std::size_t i = 0; i < n && rate > 0; ++i) {
      for (auto& jump : jumps[i]) jump.per_day /= rate;
      stays.push_back(1 - out[i] / rate);
    }
  }

  /// One step of all the mass; how much the entry that changed most has changed.
  double step(std::vector<double>& mass) {
    after.assign(mass.size(), 0);
    for (std::size_t i = 0; i < mass.size(); ++i) {
      after[i] += mass[i] * stays[i];
      for (const auto& jump : jumps[i]) after[jump.to] += mass[i] * jump.per_day;
    }
    double change = 0;
    for (std::size_t i = 0; i < mass.size(); ++i) {
      change = std::max(change, std::abs(after[i] - mass[i]));
    }
    mass.swap(after);
    return change;
  }

  std::vector<std::vector<StayChain::Jump>> jumps;  // per_day is a probability here
  std::vector<double> stays, after;
  double rate = 0;
};

/// By profile: whether it may leave, now or as another one.
std::vector<bool> may_leave(const StayChain& chain) {
  const auto n = chain.profiles.size();
  std::vector<bool> leaves(n);
  for (bool found = true; found;) {
    found = false;
    for (std::size_t i = 0; i < n; ++i) {
      const auto to_one = [&](const StayChain::Jump& jump) {
        return jump.per_day > 0 && leaves[jump.to];
      };
      if (leaves[i]) continue;
      if (!(chain.leaving_per_day[i] > 0) && std::ranges::none_of(chain.jumps[i], to_one)) continue;
      leaves[i] = found = true;
    }
  }
  return leaves;
}

/// ln n! for n >= 100, by Stirling's series: to the last bits of a double.
double log_factorial(double n) {
  constexpr double log_two_pi = 1.8378770664093453;
  return n * std::log(n) - n + (log_two_pi + std::log(n)) / 2 + 1 / (12 * n) -
         1 / (360 * n * n * n);
}

/// P(N = n) for n = 0, 1, ... where N is Poisson with mean rate times the length. Every length is
/// followed over the steps that it can make, nine standard deviations around its mean; from 0 where
/// exp(-mean) is within the range of a double.
std::vector<double> step_counts(const Lengths& lengths, double rate) {
  std::vector<double> result;
  for (const auto& node : lengths.nodes) {
    const double mean = node.days * rate;
    const double spread = 9 * std::sqrt(mean) + 20;
    const double first = mean < 600 ? 0 : std::floor(mean - spread);
    if (first >= most_steps) continue;
    const auto last = std::min<std::size_t>(most_steps, static_cast<std::size_t>(mean + spread));
    if (result.size() <= last) result.resize(last + 1);
    double term = node.weight;
    term *= first > 0 ? std::exp(first * std::log(mean) - mean - log_factorial(first))
                      : std::exp(-mean);
    for (auto n = static_cast<std::size_t>(first); n <= last; ++n) {
      result[n] += term;
      term *= mean / static_cast<double>(n + 1);
    }
  }
  return result;
}

}  // namespace

Lengths lengths_of(const TimeLaw& law) {
  Lengths result;
  result.mean_days = law.mean_days();
  const auto& distribution = law.distribution;
  if (!add_atoms(distribution, result.nodes)) {
    result.nodes.clear();
    if (is_smooth(distribution.name())) {
      add_smooth(distribution, result.nodes);
    } else {
      add_rough(distribution, result.nodes);
    }
  }
  const double unit = sim::days(law.unit);
  for (auto& node : result.nodes) node.days *= unit;
  return result;
}

StayChain StayChain::single(Profile profile, double leaving_per_day) {
  return {{profile}, {{}}, {leaving_per_day}, {1}};
}

Sojourn sojourn(const Lengths& lengths, const StayChain& chain) {
  const auto n = chain.profiles.size();
  Sojourn result{std::vector<double>(n), std::vector<double>(n)};
  std::vector<double> mass(n);
  mass[0] = 1;
  Uniformized uniformized(chain);
  double time_left = lengths.mean_days;
  double end_left = 1;
  if (uniformized.rate > 0) {
    // Until nobody is left, or nobody changes any more.
    double change = 1;
    for (const double now : step_counts(lengths, uniformized.rate)) {
      if (change < settled) break;
      end_left = std::max(0.0, end_left - now);
      const double days = std::min(end_left / uniformized.rate, time_left);
      time_left -= days;
      for (std::size_t i = 0; i < n; ++i) {
        result.ends[i] += mass[i] * now;
        result.days[i] += mass[i] * days;
      }
      change = uniformized.step(mass);
    }
  }
  // What the steps left: all of it where nothing can happen, the far tail else.
  for (std::size_t i = 0; i < n; ++i) {
    result.ends[i] += mass[i] * end_left;
    result.days[i] += mass[i] * time_left;
    result.days[i] /= chain.pace[i];
  }
  return result;
}

Sojourn sojourn_until_left(const StayChain& chain) {
  const auto n = chain.profiles.size();
  Sojourn result{std::vector<double>(n), std::vector<double>(n)};
  const auto leaves = may_leave(chain);
  std::vector<double> out(n);
  for (std::size_t i = 0; i < n; ++i) {
    out[i] = chain.leaving_per_day[i];
    for (const auto& jump : chain.jumps[i]) out[i] += jump.per_day;
  }
  std::vector<std::vector<StayChain::Jump>> from(n);  // here a jump's `to` is where it comes from
  for (std::size_t i = 0; i < n; ++i) {
    if (!leaves[i]) continue;
    for (const auto& jump : chain.jumps[i]) from[jump.to].push_back({i, jump.per_day / out[i]});
  }
  // Gauss-Seidel in the order in which patients mostly change.
  std::vector<double> inflow(n);
  double change = 1;
  for (int round = 0; round < most_guesses && change > negligible; ++round) {
    change = 0;
    for (std::size_t i = 0; i < n; ++i) {
      double sum = i == 0 ? 1 : 0;
      for (const auto& [before, share] : from[i]) sum += inflow[before] * share;
      change = std::max(change, std::abs(sum - inflow[i]) / (1 + sum));
      inflow[i] = sum;
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (leaves[i]) result.days[i] = inflow[i] / out[i];
    result.for_ever |= !leaves[i] && inflow[i] > 0;
  }
  return result;
}

}  // namespace flow
