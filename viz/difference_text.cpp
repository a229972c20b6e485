// SPDX-License-Identifier: Apache-2.0
#include "viz/difference_text.hpp"

#include <algorithm>
#include <cmath>

#include "models/measure/figure_text.hpp"
#include "viz/format.hpp"
#include "viz/views.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using care::Difference;
using care::Effect;
using care::FigureComparison;

/// The display that suits the largest mean; kronor in millions where there are many.
Display display_for(const FigureComparison& figure, Lang lang) {
  care::MetricEstimate metric;
  metric.key = figure.key;
  metric.kind = figure.kind;
  metric.mean = 0;
  for (const auto& difference : figure.differences) {
    if (!difference || difference->n == 0) continue;
    metric.n = std::max(metric.n, difference->n);
    metric.mean = std::max({metric.mean, std::abs(difference->base), std::abs(difference->other)});
  }
  if (care::is_unit(figure.key.unit, care::Unit::Kronor) && metric.mean >= 1e6) {
    return {1e-6, 1, "\u00A0" + std::string(say(lang, "compare.million"))};
  }
  return display_of(metric, lang);
}

/// Decimals that show two figures of how sure a difference is.
int decimals_for(double size, int otherwise) {
  if (!(size > 0) || !std::isfinite(size)) return otherwise;
  return std::clamp(1 - static_cast<int>(std::floor(std::log10(size))), 0, 4);
}

std::string with_sign(double value, int decimals, Lang lang) {
  const std::string text = number(value, decimals, lang);
  const bool zero = text == number(0, decimals, lang);
  return value > 0 && !zero ? "+" + text : text;
}

}  // namespace

DifferenceText difference_text(const FigureComparison& figure, std::size_t other, Lang lang) {
  const Difference& difference = figure.differences[other].value();
  if (difference.n == 0) return {"–", "–", "–", "", "", "", ""};
  const Display display = display_for(figure, lang);
  const auto scaled = [&](double value) { return value * display.scale; };
  const double half = scaled(difference.ci95.high - difference.ci95.low) / 2;
  int fine = decimals_for(half > 0 ? half : std::abs(scaled(difference.mean)), display.decimals);
  // What may be nothing needs no more than a decimal beyond those of the figure itself.
  const bool may_be_none = difference.ci95.low <= 0 && difference.ci95.high >= 0;
  if (may_be_none) fine = std::min(fine, display.decimals + 1);
  DifferenceText text;
  text.base = number(scaled(difference.base), display.decimals, lang);
  text.other = number(scaled(difference.other), display.decimals, lang);
  text.unit = display.unit;
  const bool in_per_cent = display.unit == say(lang, "suffix.percent");
  text.difference_unit =
      in_per_cent ? std::string(say(lang, "suffix.percentage_points")) : display.unit;
  if (difference.identical) {
    text.difference = "0";
    return text;
  }
  text.difference = with_sign(scaled(difference.mean), fine, lang);
  if (std::isfinite(half)) {
    text.half_width = number(half, fine, lang);
    text.interval = range(number(scaled(difference.ci95.low), fine, lang),
                          number(scaled(difference.ci95.high), fine, lang), lang);
  }
  return text;
}

std::string_view effect_word(Effect effect, Lang lang) {
  switch (effect) {
    case Effect::NotAffected:
      return say(lang, "compare.not_affected");
    case Effect::Unclear:
      return say(lang, "compare.unclear");
    case Effect::Better:
      return say(lang, "compare.better");
    case Effect::Worse:
      return say(lang, "compare.worse");
    case Effect::Higher:
      return say(lang, "compare.higher");
    case Effect::Lower:
      return say(lang, "compare.lower");
  }
  return {};
}

}  // namespace viz
