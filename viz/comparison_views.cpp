// SPDX-License-Identifier: Apache-2.0
#include "viz/comparison_views.hpp"

#include <algorithm>
#include <functional>

#include "models/measure/figure_text.hpp"
#include "viz/difference_text.hpp"
#include "viz/format.hpp"
#include "viz/views.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using care::Difference;
using care::Effect;
using care::FigureComparison;

constexpr std::size_t most_named = 4;
constexpr double least_worth_a_word = 0.001;  // of the base

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
      if (care::relative_size(*difference) < least_worth_a_word) continue;
      const auto shown = difference_text(figure, other, lang);
      std::string text = in_sentence(pick(figure.key.label, lang)) + " (" + shown.difference +
                         shown.difference_unit + ")";
      const bool told = std::ranges::any_of(found, [&](const Found& f) { return f.text == text; });
      if (!told) found.push_back({care::relative_size(*difference), std::move(text)});
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

/// Whether performers beside the municipalities' teams give more time than in the base.
bool others_give_more(const care::Comparison& comparison, std::size_t other) {
  return std::ranges::any_of(comparison.figures, [&](const FigureComparison& figure) {
    const auto& difference = figure.differences[other];
    return is_of_provider(figure.key) && care::figure_of(figure.key) == &care::figures::given &&
           difference && care::effect_of(*difference, care::Aim::None) == Effect::Higher;
  });
}

/// Whether journeys are the same, and how many patient cases change hands.
void tell_cases(std::vector<std::string>& sentences, const care::Comparison& comparison,
                std::size_t other, Lang lang) {
  const care::Tally& tally = comparison.tallies[other];
  if (tally.journeys > 0 && tally.journeys_identical) {
    sentences.push_back(
        say(lang, "compare.journeys_identical", {{"n", count(tally.journeys, lang)}}));
  }
  if (comparison.changed.empty() || comparison.changed[other].cases.empty()) return;
  const auto& changed = comparison.changed[other];
  sentences.push_back(say(lang, "compare.cases",
                          {{"persons", number(changed.persons, 0, lang)},
                           {"of", number(changed.of, 0, lang)},
                           {"n", count(changed.cases.size(), lang)}}));
}

/// Whether something is clearly worse for patients, or the risk of shortage is.
bool care_gets_worse(const care::Comparison& comparison, std::size_t other) {
  return std::ranges::any_of(comparison.stakeholders, [&](const auto& stakeholder) {
    if (stakeholder.id != "patients" && stakeholder.id != "risk_analyst") return false;
    return std::ranges::any_of(stakeholder.figures, [&](const care::StakeholderFigure& one) {
      const auto& difference = one.figure.differences[other];
      return difference && care::effect_of(*difference, one.aim) == Effect::Worse;
    });
  });
}

/// What is clearly better, worse, more and less. Where care gets worse that comes first: what a crisis
/// saves is no headline.
void tell_effects(std::vector<std::string>& sentences, const care::Comparison& comparison,
                  std::size_t other, Lang lang) {
  const auto tell = [&](std::string_view text, Effect effect) {
    const auto figures = figures_with(comparison, other, effect, lang);
    if (figures.empty()) return;
    sentences.push_back(std::string(text) + " " + listed(figures, lang) + ".");
  };
  const bool is_crisis = care_gets_worse(comparison, other);
  const auto tell_worse = [&] { tell(say(lang, "compare.clearly_worse"), Effect::Worse); };
  if (is_crisis) tell_worse();
  tell(say(lang, "compare.clearly_better"), Effect::Better);
  if (!is_crisis) tell_worse();
  tell(say(lang, "compare.clearly_higher"), Effect::Higher);
  tell(say(lang, "compare.clearly_lower"), Effect::Lower);
}

/// What pairing was worth.
void tell_gain(std::vector<std::string>& sentences, double median_gain, Lang lang) {
  constexpr double no_gain = 1.05;  // would be told as "about 1 times"
  if (median_gain >= no_gain) {
    sentences.push_back(say(lang, "compare.gain", {{"times", short_number(median_gain, 2, lang)}}));
  } else if (median_gain > 0) {
    sentences.emplace_back(say(lang, "compare.no_gain"));
  }
}

}  // namespace

std::string side_name(const care::Side& side, Lang lang) {
  const std::string& name = pick(side.label, lang);
  return name.empty() ? side.id : name;
}

std::vector<std::string> comparison_answer(const care::Comparison& comparison, std::size_t other,
                                           Lang lang) {
  const care::Tally& tally = comparison.tallies[other];
  const auto compared = count(tally.compared, lang);
  if (tally.identical == tally.compared) {
    return {say(lang, "compare.all_identical", {{"n", compared}})};
  }
  std::vector<std::string> sentences;
  tell_cases(sentences, comparison, other, lang);
  tell_effects(sentences, comparison, other, lang);
  if (others_give_more(comparison, other)) {
    sentences.emplace_back(say(lang, "compare.others_give_more"));
  }
  if (tally.clear == 0) sentences.emplace_back(say(lang, "compare.nothing_clear"));
  sentences.push_back(say(lang, "compare.unchanged",
                          {{"identical", count(tally.identical, lang)},
                           {"compared", compared},
                           {"clear", count(tally.clear, lang)}}));
  tell_gain(sentences, tally.median_gain, lang);
  return sentences;
}

std::string unchanged_sentence(const care::StakeholderComparison& stakeholder,
                               OfAlternative alternative, Lang lang) {
  std::string names;
  for (const FigureComparison* figure : unchanged_figures(stakeholder, alternative)) {
    names += (names.empty() ? "" : "; ") + in_sentence(pick(figure->key.label, lang));
  }
  if (names.empty()) return {};
  return say(lang, "compare.same_figures", {{"figures", names}});
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
