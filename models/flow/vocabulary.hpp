// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "models/flow/ids.hpp"
#include "scenarios/scenario.hpp"

namespace flow {

/// Some of the profiles: those that a rule is for.
using ProfileSet = sim::Table<Profile, bool>;

/// The closed vocabulary of a scenario: attributes and their values, and the numbering of profiles.
class Vocabulary {
 public:
  /// At most 65,535 profiles (checked by scenarios/check.hpp).
  explicit Vocabulary(const scenarios::Named<std::vector<std::string>>& attributes);

  /// How many there are.
  [[nodiscard]] std::size_t profiles() const { return profiles_; }
  /// All of them.
  [[nodiscard]] sim::Ids<Profile> each_profile() const { return sim::ids<Profile>(profiles_); }
  [[nodiscard]] std::size_t attributes() const { return attributes_.size(); }
  [[nodiscard]] std::string_view attribute_name(std::size_t attribute) const;
  [[nodiscard]] std::size_t values(std::size_t attribute) const;
  [[nodiscard]] std::string_view value_name(std::size_t attribute, std::size_t value) const;
  [[nodiscard]] std::optional<std::size_t> find_attribute(std::string_view name) const;
  [[nodiscard]] std::optional<std::size_t> find_value(std::size_t attribute,
                                                      std::string_view name) const;

  /// Index of this attribute's value in a profile.
  [[nodiscard]] std::size_t value(Profile profile, std::size_t attribute) const {
    const auto& a = attributes_[attribute];
    return sim::index(profile) / a.stride % a.names.size();
  }

  /// The same profile with one attribute changed.
  [[nodiscard]] Profile with(Profile profile, std::size_t attribute, std::size_t value) const {
    const auto& a = attributes_[attribute];
    const auto number = sim::index(profile);
    const auto present = number / a.stride % a.names.size();
    return static_cast<Profile>(number + value * a.stride - present * a.stride);
  }

  /// True if every attribute named by the condition has one of its accepted values.
  [[nodiscard]] bool matches(const scenarios::Condition& when, Profile profile) const;

  /// All profiles that match, in increasing order.
  [[nodiscard]] std::vector<Profile> matching(const scenarios::Condition& when) const;
  /// The same as a set.
  [[nodiscard]] ProfileSet set_of(const scenarios::Condition& when) const;

 private:
  struct Attribute {
    std::string name;
    std::vector<std::string> names;
    std::size_t stride = 1;
  };
  std::vector<Attribute> attributes_;
  std::size_t profiles_ = 1;
};

}  // namespace flow
