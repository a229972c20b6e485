// SPDX-License-Identifier: Apache-2.0
#include "viz/deciding_text.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "viz/rules_text.hpp"

namespace viz {
namespace {

using care::DecidingAttribute;
using care::RuleTable;
using scenarios::CaseDimension;
using scenarios::CaseQuestion;
using scenarios::PatientCase;

/// More than a handful nobody reads; --json has them all.
constexpr std::size_t most_attributes = 5;
constexpr std::size_t most_named_values = 3;

bool sets(const scenarios::Named<std::string>& values, std::string_view attribute) {
  return std::ranges::any_of(values, [&](const auto& one) { return one.first == attribute; });
}

std::string_view label_of_value(const CaseDimension& dimension, const care::Cube& asked,
                                std::size_t index, Lang lang) {
  const auto value = static_cast<std::size_t>(std::countr_zero(asked.values[index]));
  return dimension.values[value].label(lang);
}

/// "kväll, natt"; the first of them when they are many.
std::string some_values(const CaseDimension& dimension, const std::vector<std::size_t>& values,
                        Lang lang) {
  const std::size_t named =
      values.size() > most_named_values + 1 ? most_named_values : values.size();
  std::string text;
  for (std::size_t v = 0; v < named; ++v) {
    text += fmt::format("{}{}", text.empty() ? "" : ", ", dimension.values[values[v]].label(lang));
  }
  if (named == values.size()) return text;
  return say(lang, "deciding.more_values", {{"values", text}, {"n", values.size() - named}});
}

/// "pass (dag): natt ger kommunen".
std::string attribute_text(const RuleTable& table, const DecidingAttribute& attribute,
                           const care::Cube& asked, bool stated, Lang lang) {
  const auto& dimension = table.vocabulary()[attribute.dimension];
  std::vector<std::pair<std::string, std::vector<std::size_t>>> by_answer;
  for (const auto& [value, answer] : attribute.others) {
    const std::string text = answer_text(table, answer, lang);
    auto known = std::ranges::find(by_answer, text, [](const auto& one) { return one.first; });
    if (known == by_answer.end()) known = by_answer.insert(known, {text, {}});
    known->second.push_back(value);
  }
  const auto taken = label_of_value(dimension, asked, attribute.dimension, lang);
  std::string text = say(lang, stated ? "deciding.taken" : "deciding.assumed",
                         {{"attribute", dimension.label(lang)}, {"value", taken}});
  std::string_view separator = ": ";
  for (const auto& [answer, values] : by_answer) {
    text += separator;
    text += say(lang, "deciding.gives",
                {{"values", some_values(dimension, values, lang)}, {"answer", answer}});
    separator = "; ";
  }
  return text;
}

void keep_a_handful(std::vector<std::string>& attributes, Lang lang) {
  if (attributes.size() <= most_attributes) return;
  const std::size_t beside = attributes.size() - most_attributes;
  attributes.resize(most_attributes);
  attributes.push_back(say(lang, "deciding.more", {{"n", beside}}));
}

/// In how many rule sets an attribute decides, by question.
struct DecidingCount {
  bool stated = true;
  int answers = 0;
  double weight = 0;  ///< the sum of DecidingAttribute::share
  std::vector<int> by_question;
};

std::map<std::size_t, DecidingCount> count_deciding(const std::vector<RuleTable>& tables,
                                                    const PatientCase& patient_case) {
  std::map<std::size_t, DecidingCount> counts;
  const auto vocabulary = tables.front().vocabulary();
  for (std::size_t q = 0; q < patient_case.questions.size(); ++q) {
    const auto& question = patient_case.questions[q];
    const auto asked = care::case_of(patient_case.patient, question.set, vocabulary);
    for (const RuleTable& table : tables) {
      for (const auto& attribute : care::deciding_attributes(table, asked)) {
        auto& count = counts[attribute.dimension];
        count.stated &= is_stated(patient_case, question, vocabulary[attribute.dimension].name);
        ++count.answers;
        count.weight += attribute.share;
        count.by_question.resize(patient_case.questions.size());
        ++count.by_question[q];
      }
    }
  }
  return counts;
}

}  // namespace

bool is_stated(const PatientCase& patient_case, const CaseQuestion& question,
               std::string_view attribute) {
  return sets(question.set, attribute) || sets(patient_case.patient, attribute);
}

std::string taken_values_text(const scenarios::CaseVocabulary& vocabulary,
                              const PatientCase& patient_case, const CaseQuestion& question,
                              Lang lang) {
  const auto dimensions = vocabulary.dimensions();
  const auto asked = care::case_of(patient_case.patient, question.set, dimensions);
  const std::size_t own = dimensions.size() - vocabulary.own().size();
  std::string text;
  for (std::size_t d = 0; d < dimensions.size(); ++d) {
    if (d < own && !sets(question.set, dimensions[d].name)) continue;
    const auto value = label_of_value(dimensions[d], asked, d, lang);
    text += fmt::format("{}{}: ", text.empty() ? "" : "; ", dimensions[d].label(lang));
    text += is_stated(patient_case, question, dimensions[d].name)
                ? std::string(value)
                : say(lang, "rules.usual_value", {{"value", value}});
  }
  return text;
}

std::vector<DecidingList> deciding_lists(const RuleTable& table, const PatientCase& patient_case,
                                         const CaseQuestion& question, Lang lang) {
  const auto asked = care::case_of(patient_case.patient, question.set, table.vocabulary());
  DecidingList unstated{std::string(say(lang, "deciding.unstated")), {}};
  DecidingList told{std::string(say(lang, "deciding.stated")), {}};
  for (const auto& attribute : care::deciding_attributes(table, asked)) {
    const auto name = table.vocabulary()[attribute.dimension].name;
    const bool stated = is_stated(patient_case, question, name);
    (stated ? told : unstated)
        .attributes.push_back(attribute_text(table, attribute, asked, stated, lang));
  }
  std::vector<DecidingList> lists;
  for (DecidingList* const list : {&unstated, &told}) {
    keep_a_handful(list->attributes, lang);
    if (!list->attributes.empty()) lists.push_back(std::move(*list));
  }
  return lists;
}

std::string deciding_summary(const std::vector<RuleTable>& tables, const PatientCase& patient_case,
                             Lang lang) {
  const auto counts = count_deciding(tables, patient_case);
  if (counts.empty()) return "";
  std::vector<std::pair<std::size_t, DecidingCount>> order(counts.begin(), counts.end());
  // What decides under all rule sets, or none, does not tell them apart.
  const auto answers = static_cast<int>(tables.size() * patient_case.questions.size());
  std::ranges::stable_sort(order, {}, [&](const auto& one) {
    const DecidingCount& count = one.second;
    return std::tuple(count.stated, -count.answers * (answers - count.answers), -count.weight);
  });
  const auto vocabulary = tables.front().vocabulary();
  std::vector<std::string> attributes;
  for (const auto& [d, count] : order) {
    std::string name(vocabulary[d].label(lang));
    if (!count.stated) {
      name = say(lang, "deciding.assumed",
                 {{"attribute", name}, {"value", vocabulary[d].values.front().label(lang)}});
    }
    attributes.push_back(fmt::format("{} {}", name, fmt::join(count.by_question, ", ")));
  }
  keep_a_handful(attributes, lang);
  return say(
      lang, "deciding.summary",
      {{"n", tables.size()}, {"attributes", fmt::format("{}", fmt::join(attributes, "; "))}});
}

}  // namespace viz
