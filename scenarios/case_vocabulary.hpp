// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "words/language.hpp"

namespace scenarios {

/// A value of an attribute of patient cases, or a position in a disagreement.
struct CaseValue {
  std::string_view name;  ///< in files
  std::string_view sv, en;

  [[nodiscard]] std::string_view label(words::Lang lang) const {
    return lang == words::Lang::Sv ? sv : en;
  }
};

/// A dimension of the space that rules decide over. An attribute tells patient cases apart (what is
/// needed, who asks, where and when); a switch tells positions of the parties apart (facts K1-K12)
/// or what an agreement leaves open, and nobody but the user resolves it.
struct CaseDimension {
  enum class Kind { Attribute, Switch };
  Kind kind;
  std::string_view name;  ///< in files
  std::string_view sv, en;
  std::string_view source;            ///< id in the facts
  std::span<const CaseValue> values;  ///< the first value of an attribute is the usual one
  /// For a switch that no rule set of the project reads: the part of the model that it concerns.
  std::string_view concerns_sv = {}, concerns_en = {};

  [[nodiscard]] std::string_view label(words::Lang lang) const {
    return lang == words::Lang::Sv ? sv : en;
  }
  [[nodiscard]] std::optional<std::size_t> index_of(std::string_view value) const;
};

/// The built-in vocabulary of responsibility: every attribute, then every switch. Nothing else can
/// stand in a condition but attributes that a rule set declares (own_attributes.hpp) and names that it
/// defines by all these.
[[nodiscard]] std::span<const CaseDimension> case_vocabulary();

/// Index of a dimension in a vocabulary, if there is one of that name.
[[nodiscard]] std::optional<std::size_t> find_dimension(
    std::string_view name, std::span<const CaseDimension> vocabulary = case_vocabulary());

/// Names for messages: of dimensions of a kind, of the values of one.
[[nodiscard]] std::vector<std::string> dimension_names(
    CaseDimension::Kind kind, std::span<const CaseDimension> vocabulary = case_vocabulary());
[[nodiscard]] std::vector<std::string> value_names(const CaseDimension& dimension);

/// The switch that chooses among the scales of care level, and the names that a scale gives
/// meaning.
inline constexpr std::string_view scale_switch = "complexity_scale";
inline constexpr std::string_view level_name = "level";            ///< "1", "2", "3"
inline constexpr std::string_view primary_name = "primary_level";  ///< "yes", "no"

}  // namespace scenarios
