// SPDX-License-Identifier: Apache-2.0
#include "viz/comparison_views.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "models/measure/figure_text.hpp"
#include "models/rules/ruling.hpp"
#include "viz/committee_tables.hpp"
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

/// "Missed visits (−3.5 hours)" of a figure and an alternative.
std::string told(const FigureComparison& figure, std::size_t other, Lang lang) {
  const auto shown = difference_text(figure, other, lang);
  return in_sentence(pick(figure.key.label, lang)) + " (" + shown.difference +
         shown.difference_unit + ")";
}

/// Figures for the whole that are neither good nor bad and have this effect, the largest first, each once;
/// what is too small to matter is left out.
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
      if (!difference || !figure.key.municipality.empty() || one.staff_stays) continue;
      if (care::effect_of(*difference, one.aim) != effect) continue;
      if (!care::matters(figure, *difference)) continue;
      std::string text = told(figure, other, lang);
      const bool known = std::ranges::any_of(found, [&](const Found& f) { return f.text == text; });
      if (!known) found.push_back({care::relative_size(*difference), std::move(text)});
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

/// "the municipality −13,737 hours (…)": the hours that a party answers for or gives, if they differ.
void add_hours(std::string& list, const care::Comparison& comparison, std::size_t other,
               std::string_view id, const std::string& who, Lang lang) {
  for (const auto& stakeholder : comparison.stakeholders) {
    for (const auto& one : stakeholder.figures) {
      if (one.figure.key.id != id) continue;
      const auto& difference = one.figure.differences[other];
      if (!difference || difference->identical) return;
      const auto text = difference_text(one.figure, other, lang);
      list += (list.empty() ? "" : "; ") + who + " " + text.difference + text.difference_unit;
      if (!text.interval.empty()) list += " (" + text.interval + ")";
      return;
    }
  }
}

/// Who changes hands, and the hours that go with them.
void tell_hands(std::vector<std::string>& sentences, const care::Comparison& comparison,
                std::size_t other, Lang lang) {
  if (comparison.changed.empty()) return;
  const auto& changed = comparison.changed[other];
  if (changed.cases.empty()) {
    sentences.emplace_back(say(lang, "compare.nobody_moves"));
    return;
  }
  const bool has_interval = std::isfinite(changed.moved.ci95.low);
  const std::string interval = has_interval
                                   ? " (" +
                                         range(number(changed.moved.ci95.low, 0, lang),
                                               number(changed.moved.ci95.high, 0, lang), lang) +
                                         ")"
                                   : "";
  sentences.push_back(say(lang, "compare.cases",
                          {{"persons", number(changed.persons, 0, lang) + interval},
                           {"of", number(changed.of, 0, lang)},
                           {"n", count(changed.cases.size(), lang)}}));
  const auto party = [&](care::Answering who) { return pick(care::party_text(who), lang); };
  std::string answered, given;
  add_hours(answered, comparison, other, "municipalities.hours_answered",
            party(care::Answering::Municipality), lang);
  add_hours(answered, comparison, other, "region_primary.region_hours",
            party(care::Answering::Region), lang);
  add_hours(answered, comparison, other, "committee.hours_both", party(care::Answering::Both),
            lang);
  if (!answered.empty()) {
    sentences.push_back(say(lang, "compare.hours_answered", {{"hours", answered}}));
  }
  add_hours(given, comparison, other, "municipalities.hours_given",
            std::string(say(lang, "compare.own_teams")), lang);
  add_hours(given, comparison, other, "mobile_teams.provider_hours",
            std::string(say(lang, "compare.other_teams")), lang);
  if (!given.empty()) sentences.push_back(say(lang, "compare.hours_given", {{"hours", given}}));
}

/// What clearly gets worse, or better, and for whom; "" if nothing does.
std::string gains_sentence(const care::Comparison& comparison, std::size_t other, Effect effect,
                           Lang lang) {
  std::vector<std::string> texts;
  for (const Gain& gain : gains_of(comparison, other, effect)) {
    const care::Key& key = gain.figure->figure.key;
    const std::string where = key.municipality.empty() ? "" : ", " + pick(gain.whom, lang);
    texts.push_back(told(gain.figure->figure, other, lang) + where);
  }
  if (texts.empty()) return {};
  const auto heading = effect == Effect::Worse ? say(lang, "compare.clearly_worse")
                                               : say(lang, "compare.clearly_better");
  return std::string(heading) + " " + listed(texts, lang) + ".";
}

/// What is clearly more and less, and neither good nor bad.
void tell_volumes(std::vector<std::string>& sentences, const care::Comparison& comparison,
                  std::size_t other, Lang lang) {
  const auto tell = [&](std::string_view text, Effect effect) {
    const auto figures = figures_with(comparison, other, effect, lang);
    if (figures.empty()) return;
    sentences.push_back(std::string(text) + " " + listed(figures, lang) + ".");
  };
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
  if (equals_base(comparison, other)) {
    const auto compared = count(comparison.tallies[other].compared, lang);
    return {say(lang, "compare.all_identical", {{"n", compared}})};
  }
  std::vector<std::string> sentences;
  tell_hands(sentences, comparison, other, lang);
  const std::string worse = gains_sentence(comparison, other, Effect::Worse, lang);
  sentences.push_back(worse.empty() ? std::string(say(lang, "compare.nothing_worse")) : worse);
  const std::string better = gains_sentence(comparison, other, Effect::Better, lang);
  if (!better.empty()) sentences.push_back(better);
  return sentences;
}

std::vector<std::string> comparison_remarks(const care::Comparison& comparison, std::size_t other,
                                            Lang lang) {
  if (equals_base(comparison, other)) return {};
  const care::Tally& tally = comparison.tallies[other];
  std::vector<std::string> sentences;
  if (tally.journeys > 0 && tally.journeys_identical) {
    sentences.push_back(
        say(lang, "compare.journeys_identical", {{"n", count(tally.journeys, lang)}}));
  }
  tell_volumes(sentences, comparison, other, lang);
  if (others_give_more(comparison, other)) {
    sentences.emplace_back(say(lang, "compare.others_give_more"));
  }
  if (has_less_supply(comparison, other)) {
    sentences.emplace_back(say(lang, "compare.less_supply"));
  }
  if (tally.clear == 0) sentences.emplace_back(say(lang, "compare.nothing_clear"));
  sentences.push_back(say(lang, "compare.unchanged",
                          {{"identical", count(tally.identical, lang)},
                           {"compared", count(tally.compared, lang)},
                           {"clear", count(tally.clear, lang)}}));
  tell_gain(sentences, tally.median_gain, lang);
  return sentences;
}

std::string money_note(const care::Comparison& comparison, std::size_t other, Lang lang) {
  const bool follows = comparison.staff_follows.size() > other && comparison.staff_follows[other];
  return std::string(follows ? say(lang, "compare.money_follows")
                             : say(lang, "compare.money_as_staffed"));
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
