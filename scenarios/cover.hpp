// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"

namespace scenarios {

/// Profiles are the combinations of all attributes; a model has at most this many.
inline constexpr std::size_t most_profiles = 65'535;

/// Number of profiles; `most_profiles` + 1 when there are more.
[[nodiscard]] std::size_t profile_count(const Scenario& scenario);

/// Which combinations of attribute values the rows of a first-match table meet. Only the attributes
/// that the rows mention are told apart. The conditions must resolve.
class Cases {
 public:
  Cases(const Scenario& scenario, const std::vector<const Condition*>& rows);

  [[nodiscard]] std::size_t count() const { return count_; }
  /// Whether row `row` matches case `index`.
  [[nodiscard]] bool matches(std::size_t row, std::size_t index) const {
    return matches_[row * count_ + index];
  }
  /// "age 80_plus, level 2", or "everyone" when no attribute is told apart.
  [[nodiscard]] words::Text text(std::size_t index) const;

 private:
  struct Attribute {
    const std::string* name;
    const std::vector<std::string>* values;
    std::size_t stride;
  };
  [[nodiscard]] bool evaluate(const Condition& when, std::size_t index) const;

  std::vector<Attribute> attributes_;
  std::size_t count_ = 1;
  std::vector<bool> matches_;
};

/// Rows of a first-match table that no case reaches.
[[nodiscard]] std::vector<std::size_t> unreached_rows(const Scenario& scenario,
                                                      const std::vector<const Condition*>& rows);

}  // namespace scenarios
