// SPDX-License-Identifier: Apache-2.0
#include "models/rules/deciding.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

namespace care {
namespace {

using Changes = DecidingAttribute::Changes;

std::set<std::vector<scenarios::Party>> responsible_in(const RuleTable& table,
                                                       const Answer& answer) {
  std::set<std::vector<scenarios::Party>> parties;
  for (const Reading& reading : answer.readings) {
    parties.insert(table.ownership(reading.rule).responsible);
  }
  return parties;
}

/// None: the answers are the same.
std::optional<Changes> change_between(const RuleTable& table, const Answer& from,
                                      const Answer& to) {
  if (from.key(table.set()) == to.key(table.set())) return std::nullopt;
  if (responsible_in(table, from) != responsible_in(table, to)) return Changes::Responsible;
  return from.disputed != to.disputed ? Changes::Settled : Changes::Performer;
}

/// Dimensions in which a cube holds none of a case's values, counted up to two.
int missed_dimensions(const Cube& cube, const Cube& patient_case) {
  int missed = 0;
  for (std::size_t d = 0; d < Cube::most_dimensions && missed < 2; ++d) {
    const bool is_used = (cube.values[d] | patient_case.values[d]) != 0;
    if (is_used && (cube.values[d] & patient_case.values[d]) == 0) ++missed;
  }
  return missed;
}

/// What a rule set says of a case and of those that differ from it in one attribute: the cubes that can
/// hold one of them, which are few. The first match wins, as in RuleTable::winners.
class Neighbours {
 public:
  Neighbours(const RuleTable& table, const Cube& patient_case)
      : table_(table), given_(table.decide(patient_case)) {
    const auto is_near = [&](const Cube& cube) {
      return missed_dimensions(cube, patient_case) < 2;
    };
    for (std::size_t r = 0; r < table.rules().size(); ++r) {
      for (const Cube& cube : table.rules()[r]) {
        if (is_near(cube)) rules_.emplace_back(r, cube);
      }
    }
    std::ranges::copy_if(table.impossible(), std::back_inserter(impossible_), is_near);
  }

  /// The answer to the case itself.
  [[nodiscard]] const Answer& given() const { return given_; }

  /// None: the case does not occur.
  [[nodiscard]] std::optional<Answer> answer_to(const Cube& patient_case) const {
    if (is_covered(intersection(patient_case, table_.positions()), impossible_)) {
      return std::nullopt;
    }
    std::vector<std::size_t> won;
    for (const Cube& combination : table_.combinations()) {
      const Cube at = intersection(patient_case, combination);
      const auto first =
          std::ranges::find_if(rules_, [&](const auto& rule) { return contains(rule.second, at); });
      if (first == rules_.end()) return std::nullopt;
      won.push_back(first->first);
    }
    return table_.answer_of(won);
  }

 private:
  const RuleTable& table_;
  Answer given_;
  std::vector<std::pair<std::size_t, Cube>> rules_;  ///< the index of the rule; in their order
  Cubes impossible_;
};

DecidingAttribute other_values(const RuleTable& table, const Neighbours& neighbours,
                               const Cube& patient_case, std::size_t dimension) {
  const std::size_t values = table.vocabulary()[dimension].values.size();
  DecidingAttribute attribute{dimension, {}, Changes::Performer, 0};
  for (std::size_t v = 0; v < values; ++v) {
    Cube changed = patient_case;
    changed.values[dimension] = std::uint32_t{1} << v;
    if (changed == patient_case) continue;
    auto answer = neighbours.answer_to(changed);
    if (!answer) continue;
    const auto change = change_between(table, neighbours.given(), *answer);
    if (!change) continue;
    attribute.changes = std::min(attribute.changes, *change);
    attribute.others.push_back({v, *std::move(answer)});
  }
  if (values > 1) {
    attribute.share =
        static_cast<double>(attribute.others.size()) / static_cast<double>(values - 1);
  }
  return attribute;
}

}  // namespace

std::vector<DecidingAttribute> deciding_attributes(const RuleTable& table,
                                                   const Cube& patient_case) {
  const auto vocabulary = table.vocabulary();
  const Neighbours neighbours(table, patient_case);
  std::vector<DecidingAttribute> deciding;
  for (std::size_t d = 0; d < vocabulary.size(); ++d) {
    const bool is_attribute = vocabulary[d].kind == scenarios::CaseDimension::Kind::Attribute;
    if (!is_attribute || !table.looks_at(d)) continue;
    auto attribute = other_values(table, neighbours, patient_case, d);
    if (!attribute.others.empty()) deciding.push_back(std::move(attribute));
  }
  std::ranges::stable_sort(deciding, {}, [](const DecidingAttribute& one) {
    return std::pair(one.changes, -one.share);
  });
  return deciding;
}

}  // namespace care
