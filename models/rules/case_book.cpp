// SPDX-License-Identifier: Apache-2.0
#include "models/rules/case_book.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

namespace care {
namespace {

std::uint8_t attribute_named(std::string_view name) {
  return static_cast<std::uint8_t>(scenarios::find_dimension(name).value());
}

std::uint8_t value_named(std::uint8_t attribute, std::string_view name) {
  return static_cast<std::uint8_t>(scenarios::case_vocabulary()[attribute].index_of(name).value());
}

flow::Choice<std::uint8_t> choice(std::uint8_t attribute, const scenarios::Mix& mix) {
  flow::Choice<std::uint8_t> result;
  double sum = 0;
  for (const auto& [name, probability] : mix) {
    if (probability <= 0) continue;
    sum += probability;
    result.options.push_back({static_cast<std::uint64_t>(std::llround(std::ldexp(sum, 32))),
                              probability, value_named(attribute, name)});
  }
  return result;
}

flow::Choice<std::uint8_t> only_choice(std::uint8_t value) {
  flow::Choice<std::uint8_t> result;
  result.options.push_back({std::uint64_t{1} << 32U, 1, value});
  return result;
}

}  // namespace

CaseBook::CaseBook(const scenarios::Responsibility& source, const flow::Vocabulary& vocabulary,
                   std::span<const scenarios::CaseDimension> own,
                   std::vector<scenarios::Issue>& issues) {
  read_from_profiles(vocabulary, own);
  compile(source, vocabulary);
  enumerate(vocabulary.profiles(), issues);
}

/// A row for each value of each own attribute: whoever has it in the scenario has it in the case. What
/// the scenario does not know of stays the usual value.
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

void CaseBook::compile(const scenarios::Responsibility& source,
                       const flow::Vocabulary& vocabulary) {
  for (const auto& fact : source.facts) {
    Row row;
    row.when = vocabulary.set_of(fact.when);
    for (const auto& [name, accepted] : fact.given.all) {
      const auto attribute = attribute_named(name);
      std::uint32_t values = 0;
      for (const auto& value : accepted) values |= 1U << value_named(attribute, value);
      row.given.emplace_back(attribute, values);
    }
    for (const auto& [name, mix] : fact.set) {
      const auto attribute = attribute_named(name);
      row.set.emplace_back(attribute, choice(attribute, mix));
    }
    rows_.push_back(std::move(row));
  }
  for (const auto& [name, probability] : source.misjudged) {
    if (probability <= 0) continue;
    const auto threshold = std::min(std::ldexp(probability, 32), 4294967295.0);
    misjudged_.emplace_back(attribute_named(name), static_cast<std::uint32_t>(threshold));
  }
}

bool CaseBook::holds(const Row& row, const CaseValues& values) {
  return std::ranges::all_of(
      row.given, [&](const auto& term) { return (term.second >> values[term.first] & 1U) != 0; });
}

std::uint8_t CaseBook::neighbour(std::uint8_t attribute, std::uint8_t value,
                                 std::uint32_t upwards) {
  const auto values = scenarios::case_vocabulary()[attribute].values.size();
  if (values < 2) return value;
  const bool up = value == 0 || (upwards != 0 && value + 1U < values);
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
  for (const auto& [attribute, threshold] : misjudged_) {
    if (cases.size() > most_cases) break;
    std::set<CaseValues> after = cases;
    for (const CaseValues& one : cases) {
      for (const std::uint32_t side : {0U, 1U}) {
        CaseValues seen = one;
        seen[attribute] = neighbour(attribute, one[attribute], side);
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
}

std::uint32_t CaseBook::find(const CaseValues& values) const {
  const auto found = std::ranges::lower_bound(cases_, values);
  const bool known = found != cases_.end() && *found == values;
  return static_cast<std::uint32_t>((known ? found : cases_.end()) - cases_.begin());
}

}  // namespace care
