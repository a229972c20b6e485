// SPDX-License-Identifier: Apache-2.0
#include "experiments/changed_groups.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <tuple>

#include "experiments/estimates.hpp"
#include "models/measure/figure_text.hpp"

namespace care {
namespace {

/// A value of the case by the name of its attribute; "" where the comparison does not tell it.
std::string value_of(const std::vector<std::string>& attributes, const CaseChange& change,
                     std::string_view attribute) {
  const auto found = std::ranges::find(attributes, attribute);
  if (found == attributes.end()) return {};
  return change.values[static_cast<std::size_t>(found - attributes.begin())];
}

auto key_of(const ChangedGroup& group) {
  return std::tie(group.task, group.children, group.from.responsible, group.from.performers,
                  group.to.responsible, group.to.performers);
}

/// Cases of the same group, and how many persons they are together.
struct Gathered {
  ChangedGroup group;
  std::vector<CaseChange> cases;
};

}  // namespace

MetricEstimate persons_in(const std::vector<CaseChange>& cases) {
  std::vector<double> values;
  for (const CaseChange& change : cases) {
    values.resize(std::max(values.size(), change.by_replication.size()));
    std::ranges::transform(change.by_replication, values, values.begin(), std::plus{});
  }
  Key key;
  key.unit = words_of(Unit::Persons);
  return estimate_mean(std::move(key), values);
}

std::vector<ChangedGroup> changed_groups(const std::vector<CaseChange>& cases,
                                         const std::vector<std::string>& attributes) {
  std::vector<Gathered> all;
  for (const CaseChange& change : cases) {
    ChangedGroup group{value_of(attributes, change, "task"),
                       value_of(attributes, change, "age") == "under_18",
                       change.base,
                       change.other,
                       {}};
    auto known = std::ranges::find_if(
        all, [&](const Gathered& one) { return key_of(one.group) == key_of(group); });
    if (known == all.end()) known = all.insert(known, {std::move(group), {}});
    known->cases.push_back(change);
  }
  std::vector<ChangedGroup> groups;
  for (Gathered& one : all) {
    one.group.persons = persons_in(one.cases);
    groups.push_back(std::move(one.group));
  }
  std::ranges::stable_sort(groups, std::ranges::greater{},
                           [](const ChangedGroup& group) { return group.persons.mean; });
  return groups;
}

}  // namespace care
