// SPDX-License-Identifier: Apache-2.0
#include "viz/comparison_views.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "models/measure/figure_text.hpp"
#include "viz/format.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using care::Difference;
using care::Effect;
using care::FigureComparison;

constexpr std::size_t most_named = 4;
constexpr double least_worth_a_word = 0.001;  // of the base

/// The display that suits the larger of the two; kronor in millions where there are many.
Display display_for(const FigureComparison& figure, const Difference& difference, Lang lang) {
  care::MetricEstimate metric;
  metric.key = figure.key;
  metric.kind = figure.kind;
  metric.n = difference.n;
  metric.mean = std::max(std::abs(difference.base), std::abs(difference.other));
  if (care::is_unit(figure.key.unit, care::Unit::Kronor) && metric.mean >= 1e6) {
    return {1e-6, 1, lang == Lang::Sv ? "\u00A0mkr" : "\u00A0SEK million"};
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

/// How large a difference is against its base; infinite from nothing.
double relative_size(const Difference& difference) {
  if (difference.base == 0) return std::numeric_limits<double>::infinity();
  return std::abs(difference.mean / difference.base);
}

/// Figures for the whole with this effect, the largest first, each once; what is too small to be
/// worth a word is left out.
std::vector<std::string> figures_with(const care::Comparison& comparison, std::size_t other,
                                      Effect effect, Lang lang) {
  struct Found {
    double size;
    std::string text;
  };
  std::vector<Found> found;
  for (const auto& stakeholder : comparison.stakeholders) {
    for (const auto& one : stakeholder.figures) {
      const FigureComparison& figure = one.figure;
      const auto& difference = figure.differences[other];
      if (!difference || !figure.key.municipality.empty()) continue;
      if (care::effect_of(*difference, one.aim) != effect) continue;
      if (relative_size(*difference) < least_worth_a_word) continue;
      const auto shown = difference_text(figure, other, lang);
      std::string text =
          in_sentence(pick(figure.key.label, lang)) + " (" + shown.difference + shown.unit + ")";
      const bool told = std::ranges::any_of(found, [&](const Found& f) { return f.text == text; });
      if (!told) found.push_back({relative_size(*difference), std::move(text)});
    }
  }
  std::ranges::stable_sort(found, std::greater{}, &Found::size);
  std::vector<std::string> texts;
  texts.reserve(found.size());
  for (auto& one : found) texts.push_back(std::move(one.text));
  return texts;
}

/// "a, b, c" of the first few, and how many more.
std::string listed(const std::vector<std::string>& texts, Lang lang) {
  std::string list;
  for (std::size_t i = 0; i < std::min(texts.size(), most_named); ++i) {
    list += (i == 0 ? "" : "; ") + texts[i];
  }
  if (texts.size() > most_named) {
    list += say(lang, "compare.and_more", {{"n", std::to_string(texts.size() - most_named)}});
  }
  return list;
}

}  // namespace

std::string side_name(const care::Side& side, Lang lang) {
  const std::string& name = pick(side.label, lang);
  return name.empty() ? side.id : name;
}

DifferenceText difference_text(const FigureComparison& figure, std::size_t other, Lang lang) {
  const Difference& difference = figure.differences[other].value();
  if (difference.n == 0) return {"–", "–", "–", "", "", ""};
  const Display display = display_for(figure, difference, lang);
  const auto scaled = [&](double value) { return value * display.scale; };
  const double half = scaled(difference.ci95.high - difference.ci95.low) / 2;
  const int fine =
      decimals_for(half > 0 ? half : std::abs(scaled(difference.mean)), display.decimals);
  DifferenceText text;
  text.base = number(scaled(difference.base), display.decimals, lang);
  text.other = number(scaled(difference.other), display.decimals, lang);
  text.unit = display.unit;
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

/// Whether performers beside the municipalities' teams give more time than in the base.
bool others_give_more(const care::Comparison& comparison, std::size_t other) {
  return std::ranges::any_of(comparison.figures, [&](const FigureComparison& figure) {
    const auto& difference = figure.differences[other];
    return is_of_provider(figure.key) && care::figure_of(figure.key) == &care::figures::given &&
           difference && care::effect_of(*difference, care::Aim::None) == Effect::Higher;
  });
}

std::vector<std::string> comparison_answer(const care::Comparison& comparison, std::size_t other,
                                           Lang lang) {
  const care::Tally& tally = comparison.tallies[other];
  std::vector<std::string> sentences;
  const auto compared = count(tally.compared, lang);
  if (tally.identical == tally.compared) {
    return {say(lang, "compare.all_identical", {{"n", compared}})};
  }
  if (tally.journeys > 0 && tally.journeys_identical) {
    sentences.push_back(
        say(lang, "compare.journeys_identical", {{"n", count(tally.journeys, lang)}}));
  }
  if (!comparison.changed.empty() && !comparison.changed[other].cases.empty()) {
    const auto& changed = comparison.changed[other];
    sentences.push_back(say(lang, "compare.cases",
                            {{"persons", number(changed.persons, 0, lang)},
                             {"of", number(changed.of, 0, lang)},
                             {"n", count(changed.cases.size(), lang)}}));
  }
  const auto tell = [&](std::string_view text, Effect effect) {
    const auto figures = figures_with(comparison, other, effect, lang);
    if (figures.empty()) return;
    sentences.push_back(std::string(text) + " " + listed(figures, lang) + ".");
  };
  tell(say(lang, "compare.clearly_better"), Effect::Better);
  tell(say(lang, "compare.clearly_worse"), Effect::Worse);
  tell(say(lang, "compare.clearly_higher"), Effect::Higher);
  tell(say(lang, "compare.clearly_lower"), Effect::Lower);
  if (others_give_more(comparison, other)) {
    sentences.emplace_back(say(lang, "compare.others_give_more"));
  }
  if (tally.clear == 0) sentences.emplace_back(say(lang, "compare.nothing_clear"));
  sentences.push_back(say(lang, "compare.unchanged",
                          {{"identical", count(tally.identical, lang)},
                           {"compared", compared},
                           {"clear", count(tally.clear, lang)}}));
  constexpr double no_gain = 1.05;  // would be told as "about 1 times"
  if (tally.median_gain >= no_gain) {
    sentences.push_back(
        say(lang, "compare.gain", {{"times", short_number(tally.median_gain, 2, lang)}}));
  } else if (tally.median_gain > 0) {
    sentences.emplace_back(say(lang, "compare.no_gain"));
  }
  return sentences;
}

std::vector<const FigureComparison*> differing_measures(const care::Comparison& comparison) {
  std::vector<const FigureComparison*> result;
  for (const FigureComparison& figure : comparison.figures) {
    if (!is_measure(figure.key)) continue;
    const bool differs =
        std::ranges::any_of(figure.differences, [](const auto& d) { return d && !d->identical; });
    if (differs) result.push_back(&figure);
  }
  return result;
}

std::string comparison_note(const care::Comparison& comparison, Lang lang) {
  std::string note(say(lang, "compare.note"));
  if (comparison.others.size() > 1) {
    note += " ";
    note += say(lang, "compare.note_holm", {{"n", std::to_string(comparison.others.size())}});
  }
  return note;
}

}  // namespace viz
