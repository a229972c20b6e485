// SPDX-License-Identifier: Apache-2.0
#include "sim/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "sim/number_text.hpp"
#include "words/catalog.hpp"

namespace sim {

namespace {

constexpr double least_mass = 1e-12;

using words::say;

/// "The shape must be above 0, got -1"; the parameter and what it must be by their keys.
Fault must(std::string_view what, const words::Text& be, double got) {
  return {say("law.must", {{"what", say(what)}, {"be", be}, {"got", text_of(got)}})};
}

bool at_least_zero(double x) { return std::isfinite(x) && x >= 0; }
bool above_zero(double x) { return std::isfinite(x) && x > 0; }

/// Whether `whole` is a multiple of `part`, but for a rounding error.
bool divides(double part, double whole) {
  const double ratio = whole / part;
  return ratio > 0.5 && std::abs(ratio - std::round(ratio)) < 1e-9 * ratio;
}

/// What is wrong with the weights of `count` things, if anything is.
std::optional<Fault> fault_in_weights(std::span<const double> weights, std::size_t count,
                                      std::string_view things) {
  if (weights.size() != count) {
    return Fault{
        say("law.one_weight", {{"n", count}, {"things", say(things)}, {"got", weights.size()}})};
  }
  double sum = 0;
  for (const double weight : weights) {
    if (!at_least_zero(weight)) return must("parameter.a_weight", say("law.at_least_0"), weight);
    sum += weight;
  }
  if (above_zero(sum)) return std::nullopt;
  return Fault{say("law.no_weight")};
}

/// Turns shares into running sums of probabilities that end at exactly 1. All zero stays all zero.
template <class Item, class Share, class Slot>
void accumulate(std::vector<Item>& items, Share share, Slot slot) {
  double total = 0;
  for (const Item& item : items) total += share(item);
  if (!(total > 0)) return;
  double sum = 0;
  for (Item& item : items) {
    sum += share(item);
    slot(item) = sum / total;
  }
  slot(items.back()) = 1;
}

law::Empirical tabulate(std::vector<law::Empirical::Entry> entries) {
  using Entry = law::Empirical::Entry;
  std::ranges::stable_sort(entries, {}, &Entry::value);
  law::Empirical table;
  double total = 0;
  for (const Entry& entry : entries) {
    total += entry.weight;
    if (!(entry.weight > 0)) continue;
    if (!table.entries.empty() && table.entries.back().value == entry.value) {
      table.entries.back().weight += entry.weight;
    } else {
      table.entries.push_back({entry.value, entry.weight, 0, 0});
    }
  }
  for (Entry& entry : table.entries) entry.weight /= total;
  accumulate(
      table.entries, [](const Entry& e) { return e.weight; },
      [](Entry& e) -> double& { return e.up_to; });
  accumulate(
      table.entries, [](const Entry& e) { return e.weight * e.value; },
      [](Entry& e) -> double& { return e.biased_up_to; });
  const std::size_t cells = table.entries.size();
  std::uint32_t first = 0;
  for (std::size_t cell = 0; cell < cells; ++cell) {
    const double start = static_cast<double>(cell) / static_cast<double>(cells);
    while (table.entries[first].up_to <= start) ++first;
    table.guide.push_back(first);
  }
  return table;
}

law::Mixture combine(std::vector<MixturePart> parts) {
  std::erase_if(parts, [](const MixturePart& part) { return !(part.weight > 0); });
  double total = 0;
  for (const MixturePart& part : parts) total += part.weight;
  for (MixturePart& part : parts) part.weight /= total;
  accumulate(
      parts, [](const MixturePart& p) { return p.weight; },
      [](MixturePart& p) -> double& { return p.up_to; });
  accumulate(
      parts, [](const MixturePart& p) { return p.weight * p.distribution.mean(); },
      [](MixturePart& p) -> double& { return p.biased_up_to; });
  return {std::move(parts)};
}

}  // namespace

Distribution::Distribution(Law law) : law_(std::move(law)) {
  std::visit(
      [this](const auto& l) {
        if constexpr (law::Continuous<std::decay_t<decltype(l)>>) {
          const law::Support all = law::support(l);
          slice_ = law::slice(l, all.low, all.high);
        }
      },
      law_);
}

Result<Distribution> Distribution::if_finite() const {
  if (std::isfinite(mean()) && std::isfinite(variance())) return *this;
  return Fault{say("law.too_large")};
}

Result<Distribution> Distribution::fixed(double value) {
  if (!at_least_zero(value)) return must("parameter.value", say("law.at_least_0"), value);
  return Distribution(law::Fixed{value});
}

Result<Distribution> Distribution::exponential(double mean) {
  if (!above_zero(mean)) return must("parameter.mean", say("law.above_0"), mean);
  return Distribution(law::Exponential{mean}).if_finite();
}

Result<Distribution> Distribution::gamma(double shape, double scale) {
  if (!(shape >= 1e-4 && shape <= 1e9))
    return must("parameter.shape", say("law.from_to", {{"low", "0.0001"}, {"high", "1e9"}}), shape);
  if (!above_zero(scale)) return must("parameter.scale", say("law.above_0"), scale);
  return Distribution(law::Gamma{shape, scale}).if_finite();
}

Result<Distribution> Distribution::weibull(double shape, double scale) {
  if (!(shape >= 0.02 && shape <= 1e4))
    return must("parameter.shape", say("law.from_to", {{"low", "0.02"}, {"high", "10000"}}), shape);
  if (!above_zero(scale)) return must("parameter.scale", say("law.above_0"), scale);
  return Distribution(law::Weibull{shape, scale}).if_finite();
}

Result<Distribution> Distribution::lognormal(double mu, double sigma) {
  if (!std::isfinite(mu)) return must("parameter.mu", say("law.finite"), mu);
  if (!(sigma > 0 && sigma <= 20)) return must("parameter.sigma", say("law.to_20"), sigma);
  return Distribution(law::Lognormal{mu, sigma}).if_finite();
}

Result<Distribution> Distribution::normal(double mean, double sd) {
  if (!above_zero(mean)) return must("parameter.mean", say("law.above_0"), mean);
  if (!above_zero(sd)) return must("parameter.sd", say("law.above_0"), sd);
  return Distribution(law::Normal{mean, sd}).if_finite();
}

Result<Distribution> Distribution::triangular(double low, double mode, double high) {
  if (!at_least_zero(low)) return must("parameter.minimum", say("law.at_least_0"), low);
  if (!(std::isfinite(high) && high > low)) {
    return must("parameter.maximum", say("law.above_minimum", {{"minimum", text_of(low)}}), high);
  }
  if (!(mode >= low && mode <= high)) {
    return must("parameter.mode",
                say("law.from_to", {{"low", text_of(low)}, {"high", text_of(high)}}), mode);
  }
  return Distribution(law::Triangular{low, mode, high}).if_finite();
}

Result<Distribution> Distribution::uniform(double low, double high) {
  if (!at_least_zero(low)) return must("parameter.minimum", say("law.at_least_0"), low);
  if (!(std::isfinite(high) && high > low)) {
    return must("parameter.maximum", say("law.above_minimum", {{"minimum", text_of(low)}}), high);
  }
  return Distribution(law::Uniform{low, high}).if_finite();
}

Result<Distribution> Distribution::empirical(std::span<const double> values,
                                             std::span<const double> weights) {
  if (values.empty()) return Fault{say("law.no_values")};
  for (const double value : values) {
    if (!at_least_zero(value)) return must("parameter.a_value", say("law.at_least_0"), value);
  }
  const std::vector<double> equal(weights.empty() ? values.size() : 0, 1.0);
  if (weights.empty()) weights = equal;
  if (auto fault = fault_in_weights(weights, values.size(), "law.values")) {
    return *std::move(fault);
  }
  std::vector<law::Empirical::Entry> entries;
  entries.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) entries.push_back({values[i], weights[i], 0, 0});
  return Distribution(tabulate(std::move(entries))).if_finite();
}

Result<Distribution> Distribution::mixture(std::span<const double> weights,
                                           std::span<const Distribution> parts) {
  if (parts.empty()) return Fault{say("law.no_components")};
  if (auto fault = fault_in_weights(weights, parts.size(), "law.components")) {
    return *std::move(fault);
  }
  std::vector<MixturePart> mixed;
  mixed.reserve(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) mixed.push_back({parts[i], weights[i], 0, 0});
  return Distribution(combine(std::move(mixed))).if_finite();
}

namespace {

/// Applies `change` (Distribution -> Result<Distribution>) to every part.
template <class Change>
Result<std::vector<MixturePart>> changed(std::vector<MixturePart> parts, Change change) {
  for (MixturePart& part : parts) {
    Result<Distribution> result = change(std::as_const(part.distribution));
    if (!result) return Fault{result.error()};
    part.distribution = std::move(result).value();
  }
  return parts;
}

}  // namespace

Result<Distribution> Distribution::in_steps(double step) const {
  if (!above_zero(step)) return must("parameter.step", say("law.above_0"), step);
  if (mean() > 1e9 * step) return must("parameter.step", say("law.billionth"), step);
  if (const auto* l = std::get_if<law::Fixed>(&law_)) {
    return Distribution(law::Fixed{law::steps_up(l->value, step)});
  }
  if (const auto* l = std::get_if<law::Empirical>(&law_)) {
    auto entries = l->entries;
    for (auto& entry : entries) entry.value = law::steps_up(entry.value, step);
    return Distribution(tabulate(std::move(entries)));
  }
  if (const auto* l = std::get_if<law::Mixture>(&law_)) {
    auto parts = changed(l->parts, [&](const Distribution& d) { return d.in_steps(step); });
    if (!parts) return Fault{parts.error()};
    return Distribution(combine(std::move(parts).value()));
  }
  Distribution result = *this;
  result.step_ = step;
  if (step_ > 0) {
    // Rounding up twice is rounding up once, to the coarser step, where one divides the other.
    if (divides(step, step_)) return *this;
    if (!divides(step_, step)) {
      return Fault{say("law.already_rounded", {{"old", text_of(step_)}, {"step", text_of(step)}})};
    }
  }
  result.plain_ = false;
  return result;
}

Result<Distribution> Distribution::truncated(double lower, double upper) const {
  if (!at_least_zero(lower)) return must("parameter.lower", say("law.at_least_0"), lower);
  if (!(upper >= lower)) {
    return must("parameter.upper", say("law.above_lower", {{"lower", text_of(lower)}}), upper);
  }
  if (!(probability_of(lower, upper) >= least_mass)) {
    return Fault{say("law.outside_bounds", {{"lower", text_of(lower)}, {"upper", text_of(upper)}})};
  }
  if (std::holds_alternative<law::Fixed>(law_)) return *this;
  if (const auto* l = std::get_if<law::Empirical>(&law_)) {
    auto entries = l->entries;
    std::erase_if(entries, [&](const auto& e) { return e.value < lower || e.value > upper; });
    return Distribution(tabulate(std::move(entries)));
  }
  if (const auto* l = std::get_if<law::Mixture>(&law_)) {
    auto parts = l->parts;
    for (MixturePart& p : parts) p.weight *= p.distribution.probability_of(lower, upper);
    // A part with next to nothing between the bounds goes; what is lost is below least_mass.
    std::erase_if(parts, [&](const MixturePart& p) {
      return p.distribution.probability_of(lower, upper) < least_mass;
    });
    auto cut =
        changed(std::move(parts), [&](const Distribution& d) { return d.truncated(lower, upper); });
    if (!cut) return Fault{cut.error()};
    if (cut->empty()) return Fault{say("law.outside")};
    return Distribution(combine(std::move(cut).value()));
  }
  Distribution result = *this;
  const law::Support bounds = bounds_of(lower, upper);
  std::visit(
      [&](const auto& l) {
        if constexpr (law::Continuous<std::decay_t<decltype(l)>>) {
          result.slice_ = law::slice(l, bounds.low, bounds.high);
        }
      },
      law_);
  result.plain_ = result.slice_.whole && step_ == 0;
  return result;
}

Result<Distribution> Distribution::scaled(double factor) const {
  if (!at_least_zero(factor)) return must("parameter.scale", say("law.at_least_0"), factor);
  if (factor == 0) return Distribution();
  if (const auto* l = std::get_if<law::Mixture>(&law_)) {
    auto parts = changed(l->parts, [&](const Distribution& d) { return d.scaled(factor); });
    if (!parts) return Fault{parts.error()};
    return Distribution(combine(std::move(parts).value())).if_finite();
  }
  Distribution result = *this;
  std::visit(
      [&](auto& l) {
        using L = std::decay_t<decltype(l)>;
        if constexpr (law::Continuous<L>) {
          l = law::scaled(l, factor);
        } else if constexpr (std::same_as<L, law::Fixed>) {
          l.value *= factor;
        } else if constexpr (std::same_as<L, law::Empirical>) {
          for (auto& entry : l.entries) entry.value *= factor;
        }
      },
      result.law_);
  result.slice_.low *= factor;
  result.slice_.high *= factor;
  result.step_ *= factor;
  return result.if_finite();
}

Result<Distribution> shaped(const Distribution& distribution, const Shaping& shaping) {
  Result<Distribution> result = distribution;
  if (shaping.step) result = result->in_steps(*shaping.step);
  if (result && (shaping.lower || shaping.upper)) {
    result = result->truncated(shaping.lower.value_or(0),
                               shaping.upper.value_or(std::numeric_limits<double>::infinity()));
  }
  if (result && shaping.scale != 1) result = result->scaled(shaping.scale);
  return result;
}

}  // namespace sim
