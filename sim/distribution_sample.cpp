// SPDX-License-Identifier: Apache-2.0
// How a Distribution is drawn from.
#include <algorithm>

#include "sim/check.hpp"
#include "sim/distribution.hpp"
#include "sim/distribution_draws.hpp"

namespace sim {

namespace {

// Length-biased draws, density x f(x) / mean, given low < X <= high. The bias of the first four
// laws has a name of its own, which is cut to the same bounds.

double draw_biased(const law::Gamma& l, const law::Slice& s, Stream& stream) {
  const law::Gamma biased(l.shape + 1, l.scale);
  return law::draw(biased, law::slice(biased, s.low, s.high), stream);
}

double draw_biased(const law::Exponential& l, const law::Slice& s, Stream& stream) {
  return draw_biased(law::Gamma(1, l.mean), s, stream);
}

double draw_biased(const law::Lognormal& l, const law::Slice& s, Stream& stream) {
  const law::Lognormal biased{l.mu + l.sigma * l.sigma, l.sigma};
  return law::draw(biased, law::slice(biased, s.low, s.high), stream);
}

double draw_biased(const law::Weibull& l, const law::Slice& s, Stream& stream) {
  // (X / scale)^shape is exponential; biased by X it is a gamma with shape 1 + 1 / shape.
  const law::Gamma biased(1 + 1 / l.shape, 1);
  const auto bounds =
      law::slice(biased, std::pow(s.low / l.scale, l.shape), std::pow(s.high / l.scale, l.shape));
  const double x = l.scale * std::pow(law::draw(biased, bounds, stream), 1 / l.shape);
  return std::clamp(x, s.low, s.high);
}

/// By inversion of the biased law's distribution function, which halving finds.
double draw_biased(const law::Normal& l, const law::Slice& s, Stream& stream) {
  double low = s.low;
  double high = std::min(s.high, std::max(l.mean, s.low) + 40 * l.sd);
  const double wanted = stream.uniform() * law::moment_between(l, 1, s.low, high);
  while (true) {
    const double middle = low + (high - low) / 2;
    if (!(middle > low && middle < high)) return high;
    (law::moment_between(l, 1, s.low, middle) < wanted ? low : high) = middle;
  }
}

/// Bounded laws: a draw counts with the chance x / high, which is a third or more on average.
template <class Law>
double draw_biased(const Law& l, const law::Slice& s, Stream& stream) {
  while (true) {
    const double x = law::draw(l, s, stream);
    if (stream.uniform() * s.high < x) return x;
  }
}

/// A length-biased draw of X rounded up to Y. A draw is proposed in proportion to x + step and
/// counts with the chance y / (x + step), which is a half or more.
template <class Law>
double draw_biased_in_steps(const Law& l, const law::Slice& s, double step, Stream& stream) {
  const double mean = law::moment_between(l, 1, s.low, s.high) / s.mass;
  while (true) {
    const bool biased = stream.uniform() * (mean + step) < mean;
    const double x = biased ? draw_biased(l, s, stream) : law::draw(l, s, stream);
    const double y = law::steps_up(x, step);
    if (stream.uniform() * (x + step) < y) return y;
  }
}

/// The first item whose running sum reaches u.
template <class Item>
const Item& pick(const std::vector<Item>& items, double Item::*sum, double u) {
  return *std::ranges::lower_bound(items, u, {}, sum);
}

}  // namespace

double Distribution::sample(Stream& stream) const {
  return std::visit(
      [&](const auto& l) -> double {
        using L = std::decay_t<decltype(l)>;
        if constexpr (std::same_as<L, law::Mixture>) {
          // Few parts: a walk is faster than a search.
          const double u = stream.uniform();
          auto part = l.parts.begin();
          while (part->up_to < u) ++part;
          return part->distribution.sample(stream);
        } else if constexpr (law::Discrete<L>) {
          return law::draw(l, stream);
        } else {
          if (plain_) return law::draw(l, stream);
          const double x = law::draw(l, slice_, stream);
          return step_ > 0 ? law::steps_up(x, step_) : x;
        }
      },
      law_);
}

double Distribution::sample_length_biased(Stream& stream) const {
  return std::visit(
      [&](const auto& l) -> double {
        using L = std::decay_t<decltype(l)>;
        if constexpr (std::same_as<L, law::Fixed>) {
          return l.value;
        } else if constexpr (std::same_as<L, law::Empirical>) {
          if (!(l.entries.back().value > 0)) return 0;
          return pick(l.entries, &law::Empirical::Entry::biased_up_to, stream.uniform()).value;
        } else if constexpr (std::same_as<L, law::Mixture>) {
          if (!(l.parts.back().biased_up_to > 0)) return 0;
          return pick(l.parts, &MixturePart::biased_up_to, stream.uniform())
              .distribution.sample_length_biased(stream);
        } else {
          return step_ > 0 ? draw_biased_in_steps(l, slice_, step_, stream)
                           : draw_biased(l, slice_, stream);
        }
      },
      law_);
}

double Distribution::sample_above(double x, Stream& stream) const {
  SIM_CHECK(x >= 0);
  constexpr double infinity = std::numeric_limits<double>::infinity();
  return std::visit(
      [&](const auto& l) -> double {
        using L = std::decay_t<decltype(l)>;
        if constexpr (std::same_as<L, law::Fixed>) {
          SIM_CHECK(l.value > x);
          return l.value;
        } else if constexpr (std::same_as<L, law::Empirical>) {
          const auto first =
              std::ranges::upper_bound(l.entries, x, {}, &law::Empirical::Entry::value);
          SIM_CHECK(first != l.entries.end());
          const double below = first == l.entries.begin() ? 0 : (first - 1)->up_to;
          const double u = below + stream.uniform() * (1 - below);
          return std::ranges::lower_bound(first, l.entries.end() - 1, u, {},
                                          &law::Empirical::Entry::up_to)
              ->value;
        } else if constexpr (std::same_as<L, law::Mixture>) {
          double left = stream.uniform() * above(x);
          const MixturePart* chosen = nullptr;
          for (const auto& part : l.parts) {
            const double share = part.weight * part.distribution.above(x);
            if (!(share > 0)) continue;
            chosen = &part;
            left -= share;
            if (left <= 0) break;
          }
          SIM_CHECK(chosen != nullptr);
          return chosen->distribution.sample_above(x, stream);
        } else {
          const law::Support bounds = bounds_of(std::nextafter(x, infinity), infinity);
          const law::Slice rest = law::slice(l, bounds.low, bounds.high);
          SIM_CHECK(rest.mass > 0);
          const double drawn = law::draw(l, rest, stream);
          return step_ > 0 ? law::steps_up(drawn, step_) : drawn;
        }
      },
      law_);
}

double Distribution::sample_residual(Stream& stream) const {
  const double share = stream.uniform();
  return share * sample_length_biased(stream);
}

}  // namespace sim
