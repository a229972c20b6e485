// SPDX-License-Identifier: Apache-2.0
#include "models/rules/case_book.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <set>

#include <fmt/format.h>

namespace care {
namespace {

using Words = std::span<const scenarios::CaseDimension>;

std::uint8_t value_named(Words words, std::uint8_t attribute, std::string_view name) {
  return static_cast<std::uint8_t>(words[dimension_of(attribute)].index_of(name).value());
}

flow::Choice<std::uint8_t> choice(Words words, std::uint8_t attribute, const scenarios::Mix& mix) {
  flow::Choice<std::uint8_t> result;
  double sum = 0;
  for (const auto& [name, probability] : mix) {
    if (probability <= 0) continue;
    sum += probability;
    result.options.push_back({static_cast<std::uint64_t>(std::llround(std::ldexp(sum, 32))),
                              probability, value_named(words, attribute, name)});
  }
  return result;
}

flow::Choice<std::uint8_t> only_choice(std::uint8_t value) {
  flow::Choice<std::uint8_t> result;
  result.options.push_back({std::uint64_t{1} << 32U, 1, value});
  return result;
}

}  // namespace

std::optional<std::uint8_t> find_attribute(std::string_view name, Words vocabulary) {
  const auto dimension = scenarios::find_dimension(name, vocabulary);
  if (!dimension) return std::nullopt;
  const std::size_t built_in = scenarios::case_vocabulary().size();
  if (*dimension < built_in_attributes) return static_cast<std::uint8_t>(*dimension);
  if (*dimension < built_in) return std::nullopt;  // a switch
  return static_cast<std::uint8_t>(*dimension - built_in + built_in_attributes);
}

CaseBook::CaseBook(const scenarios::Responsibility& source, const flow::Vocabulary& vocabulary,
                   const scenarios::CaseVocabulary& words, std::vector<scenarios::Issue>& issues) {
  read_from_profiles(vocabulary, words.own());
  compile(source, vocabulary, words.dimensions());
  enumerate(vocabulary.profiles(), issues);
}

/// A row for each value of each own attribute: whoever has it in the scenario has it in the case. What
/// the scenario does not know of stays the usual value until a fact sets another.
void CaseBook::read_from_profiles(const flow::Vocabulary& vocabulary,
                                  std::span<const scenarios::CaseDimension> own) {
  for (std::size_t k = 0; k < own.size(); ++k) {
    const std::string name(own[k].name);
    if (!vocabulary.find_attribute(name)) continue;
    const auto attribute = static_cast<std::uint8_t>(built_in_attributes + k);
    for (std::size_t v = 1; v < own[k].values.size(); ++v) {
      Row row;
      row.when = vocabulary.set_of({{{name, {std::string(own[k].values[v].name)}}}});
      row.set.emplace_back(attribute, only_choice(static_cast<std::uint8_t>(v)));
      rows_.push_back(std::move(row));
    }
  }
}

/// What is said of an attribute that no rule set asks for is left out; who reads the scenario has seen
/// that nothing depends on it (scenarios/own_attributes.hpp).
void CaseBook::compile(const scenarios::Responsibility& source, const flow::Vocabulary& vocabulary,
                       Words words) {
  for (const auto& fact : source.facts) {
    Row row;
    row.when = vocabulary.set_of(fact.when);
    for (const auto& [name, accepted] : fact.given.all) {
      const auto attribute = find_attribute(name, words).value();
      std::uint32_t values = 0;
      for (const auto& value : accepted) values |= 1U << value_named(words, attribute, value);
      row.given.emplace_back(attribute, values);
    }
    for (const auto& [name, mix] : fact.set) {
      const auto attribute = find_attribute(name, words);
      if (attribute) row.set.emplace_back(*attribute, choice(words, *attribute, mix));
    }
    rows_.push_back(std::move(row));
  }
  for (const auto& [name, probability] : source.misjudged) {
    const auto attribute = find_attribute(name, words);
    if (!attribute || probability <= 0) continue;
    const auto threshold = std::min(std::ldexp(probability, 32), 4294967295.0);
    const auto values = words[dimension_of(*attribute)].values.size();
    misjudged_.push_back(
        {*attribute, static_cast<std::uint8_t>(values - 1), static_cast<std::uint32_t>(threshold)});
  }
}

bool CaseBook::holds(const Row& row, const CaseValues& values) {
  return std::ranges::all_of(
      row.given, [&](const auto& term) { return (term.second >> values[term.first] & 1U) != 0; });
}

std::uint8_t CaseBook::neighbour(std::uint8_t last, std::uint8_t value, std::uint32_t upwards) {
  if (last == 0) return value;
  const bool up = value == 0 || (upwards != 0 && value < last);
  return static_cast<std::uint8_t>(up ? value + 1 : value - 1);
}

/// All cases that patients may have for whom these rows apply.
std::vector<CaseValues> CaseBook::cases_at(const std::vector<bool>& applies) const {
  std::set<CaseValues> cases{CaseValues{}};
  for (std::size_t r = 0; r < rows_.size() && cases.size() <= most_cases; ++r) {
    if (!applies[r]) continue;
    // All changes of a row see what held before it.
    std::set<CaseValues> after;
    for (const CaseValues& before : cases) {
      std::vector<CaseValues> open{before};
      if (holds(rows_[r], before)) {
        for (const auto& [attribute, value] : rows_[r].set) {
          std::vector<CaseValues> wider;
          for (const CaseValues& one : open) {
            for (const auto& option : value.options) {
              wider.push_back(one);
              wider.back()[attribute] = option.value;
            }
          }
          open = std::move(wider);
        }
      }
      after.insert(open.begin(), open.end());
    }
    cases = std::move(after);
  }
  for (const Misjudgement& misjudgement : misjudged_) {
    if (cases.size() > most_cases) break;
    std::set<CaseValues> after = cases;
    for (const CaseValues& one : cases) {
      for (const std::uint32_t side : {0U, 1U}) {
        CaseValues seen = one;
        std::uint8_t& value = seen[misjudgement.attribute];
        value = neighbour(misjudgement.last, value, side);
        after.insert(seen);
      }
    }
    cases = std::move(after);
  }
  return {cases.begin(), cases.end()};
}

void CaseBook::enumerate(std::size_t profiles, std::vector<scenarios::Issue>& issues) {
  std::set<std::vector<bool>> seen;
  std::set<CaseValues> all;
  for (const auto p : sim::ids<flow::Profile>(profiles)) {
    if (all.size() > most_cases) break;
    std::vector<bool> applies(rows_.size());
    for (std::size_t r = 0; r < rows_.size(); ++r) applies[r] = rows_[r].when[p];
    if (!seen.insert(applies).second) continue;
    const auto cases = cases_at(applies);
    all.insert(cases.begin(), cases.end());
  }
  if (all.size() > most_cases) {
    issues.push_back({"", "/care/responsibility/facts",
                      words::say("expected.at_most_cases", {{"n", most_cases}}),
                      words::say("got.more")});
    all = {CaseValues{}};
  }
  cases_.assign(all.begin(), all.end());
  index();
}

std::size_t CaseBook::hash_of(const CaseValues& values) {
  std::array<std::uint64_t, (sizeof(CaseValues) + 7) / 8> words{};
  std::memcpy(words.data(), values.data(), sizeof(CaseValues));
  std::uint64_t hash = 0;
  for (const std::uint64_t word : words) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32U;
  }
  return hash;
}

/// At most half full, so that there is a gap behind every run.
void CaseBook::index() {
  by_hash_.assign(std::bit_ceil(2 * cases_.size() + 1), none);
  for (std::uint32_t number = 0; number < cases_.size(); ++number) {
    std::size_t at = hash_of(cases_[number]);
    while (by_hash_[at & (by_hash_.size() - 1)] != none) ++at;
    by_hash_[at & (by_hash_.size() - 1)] = number;
  }
}

std::uint32_t CaseBook::find(const CaseValues& values) const {
  for (std::size_t at = hash_of(values);; ++at) {
    const std::uint32_t number = by_hash_[at & (by_hash_.size() - 1)];
    if (number == none) return static_cast<std::uint32_t>(cases_.size());
    if (cases_[number] == values) return number;
  }
}

}  // namespace care
