// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "models/flow/network.hpp"
#include "scenarios/case_vocabulary.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/own_attributes.hpp"
#include "scenarios/rules.hpp"
#include "scenarios/scenario.hpp"

namespace care {

/// A patient as responsibility rules see one: for each attribute of scenarios::case_vocabulary(), and
/// then for each own attribute of the rule sets, the index of its value. Day, shift and season are of
/// the moment and stay 0 here, as those that no rule set declares do.
inline constexpr std::size_t built_in_attributes = 21;
inline constexpr std::size_t case_attributes = built_in_attributes + scenarios::most_own_attributes;

/// The dimension of a case attribute in a vocabulary: own attributes stand after the switches.
[[nodiscard]] inline std::size_t dimension_of(std::size_t attribute) {
  if (attribute < built_in_attributes) return attribute;
  return scenarios::case_vocabulary().size() + attribute - built_in_attributes;
}

/// The case attribute of a name in a vocabulary, if it has one.
[[nodiscard]] std::optional<std::uint8_t> find_attribute(
    std::string_view name, std::span<const scenarios::CaseDimension> vocabulary);

using CaseValues = std::array<std::uint8_t, case_attributes>;

/// Every patient case that can occur in a scenario, numbered. What a person's case is follows from
/// the profile and from numbers drawn once for the person and attribute: the same in every scenario
/// and under every rule set, and as like as they can be when the profile changes.
class CaseBook {
 public:
  /// Uses of a draw of an attribute: its value, whether it is misjudged, and to which side.
  enum Use : std::uint32_t { Value, Misjudged, Side };
  static constexpr std::uint32_t uses = Side + 1;

  /// `words`: what the rule sets decide over. Of an attribute that they declare a person has the value
  /// that the scenario's attribute of the same name has, until a fact sets another. An issue at
  /// /care/responsibility/facts when there are more than `most_cases`.
  CaseBook(const scenarios::Responsibility& source, const flow::Vocabulary& vocabulary,
           const scenarios::CaseVocabulary& words, std::vector<scenarios::Issue>& issues);
  static constexpr std::size_t most_cases = 20'000;

  [[nodiscard]] std::size_t size() const { return cases_.size(); }
  [[nodiscard]] const CaseValues& operator[](std::size_t number) const { return cases_[number]; }
  /// Number of a case; size() if it cannot occur.
  [[nodiscard]] std::uint32_t find(const CaseValues& values) const;

  /// The case of a person. `draw(attribute, use)` gives a uniform 32-bit number of the person.
  template <class Draw>
  [[nodiscard]] std::uint32_t case_of(flow::Profile profile, Draw&& draw) const {
    CaseValues values{};
    for (const Row& row : rows_) {
      if (!row.when[profile] || !holds(row, values)) continue;
      for (const auto& [attribute, value] : row.set) {
        const bool certain = value.options.size() == 1;
        values[attribute] = value.pick(certain ? 0 : draw(attribute, Value));
      }
    }
    for (const Misjudgement& one : misjudged_) {
      if (draw(one.attribute, Misjudged) >= one.threshold) continue;
      std::uint8_t& value = values[one.attribute];
      value = neighbour(one.last, value, draw(one.attribute, Side) >> 31U);
    }
    return find(values);
  }

 private:
  struct Row {
    flow::ProfileSet when;
    std::vector<std::pair<std::uint8_t, std::uint32_t>> given;  // attribute, accepted values
    std::vector<std::pair<std::uint8_t, flow::Choice<std::uint8_t>>> set;
  };
  [[nodiscard]] static bool holds(const Row& row, const CaseValues& values);
  struct Misjudgement {
    std::uint8_t attribute;
    std::uint8_t last;        // value of the attribute
    std::uint32_t threshold;  // of 2^32
  };
  [[nodiscard]] static std::uint8_t neighbour(std::uint8_t last, std::uint8_t value,
                                              std::uint32_t upwards);
  void compile(const scenarios::Responsibility& source, const flow::Vocabulary& vocabulary,
               std::span<const scenarios::CaseDimension> words);
  void read_from_profiles(const flow::Vocabulary& vocabulary,
                          std::span<const scenarios::CaseDimension> own);
  void enumerate(std::size_t profiles, std::vector<scenarios::Issue>& issues);
  [[nodiscard]] std::vector<CaseValues> cases_at(const std::vector<bool>& applies) const;
  [[nodiscard]] static std::size_t hash_of(const CaseValues& values);
  void index();

  std::vector<Row> rows_;
  std::vector<Misjudgement> misjudged_;
  static constexpr std::uint32_t none = 0xffffffff;
  std::vector<CaseValues> cases_;       // sorted
  std::vector<std::uint32_t> by_hash_;  // numbers of cases, where their hash points or after it
};

}  // namespace care
