// SPDX-License-Identifier: Apache-2.0
#include "models/flow/vocabulary.hpp"

#include <algorithm>

namespace flow {

Vocabulary::Vocabulary(const scenarios::Named<std::vector<std::string>>& attributes) {
  for (const auto& [name, values] : attributes) {
    attributes_.push_back({name, values, profiles_});
    profiles_ *= values.size();
  }
}

std::string_view Vocabulary::attribute_name(std::size_t attribute) const {
  return attributes_[attribute].name;
}

std::size_t Vocabulary::values(std::size_t attribute) const {
  return attributes_[attribute].names.size();
}

std::string_view Vocabulary::value_name(std::size_t attribute, std::size_t value) const {
  return attributes_[attribute].names[value];
}

std::optional<std::size_t> Vocabulary::find_attribute(std::string_view name) const {
  const auto found = std::ranges::find(attributes_, name, &Attribute::name);
  if (found == attributes_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - attributes_.begin());
}

std::optional<std::size_t> Vocabulary::find_value(std::size_t attribute,
                                                  std::string_view name) const {
  const auto& names = attributes_[attribute].names;
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

bool Vocabulary::matches(const scenarios::Condition& when, Profile profile) const {
  return std::ranges::all_of(when.all, [&](const auto& term) {
    const auto attribute = find_attribute(term.first);
    if (!attribute) return false;
    const auto name = value_name(*attribute, value(profile, *attribute));
    return std::ranges::find(term.second, name) != term.second.end();
  });
}

std::vector<Profile> Vocabulary::matching(const scenarios::Condition& when) const {
  std::vector<Profile> result;
  for (const auto profile : each_profile()) {
    if (matches(when, profile)) result.push_back(profile);
  }
  return result;
}

ProfileSet Vocabulary::set_of(const scenarios::Condition& when) const {
  ProfileSet result(profiles_);
  for (const auto profile : matching(when)) result[profile] = true;
  return result;
}

}  // namespace flow
