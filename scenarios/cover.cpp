// SPDX-License-Identifier: Apache-2.0
#include "scenarios/cover.hpp"

#include <algorithm>

#include "words/catalog.hpp"

namespace scenarios {

std::size_t profile_count(const Scenario& scenario) {
  std::size_t product = 1;
  for (const auto& [name, values] : scenario.attributes) {
    product *= std::min(values.size(), most_profiles + 1);
    product = std::min(product, most_profiles + 1);
  }
  return product;
}

Cases::Cases(const Scenario& scenario, const std::vector<const Condition*>& rows) {
  const auto mentioned = [&](const std::string& name) {
    return std::any_of(rows.begin(), rows.end(), [&](const Condition* row) {
      return std::any_of(row->all.begin(), row->all.end(),
                         [&](const auto& term) { return term.first == name; });
    });
  };
  for (const auto& [name, values] : scenario.attributes) {
    if (!mentioned(name)) continue;
    attributes_.push_back({&name, &values, count_});
    count_ *= values.size();
  }
  matches_.resize(rows.size() * count_);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t i = 0; i < count_; ++i) matches_[r * count_ + i] = evaluate(*rows[r], i);
  }
}

bool Cases::evaluate(const Condition& when, std::size_t index) const {
  return std::all_of(when.all.begin(), when.all.end(), [&](const auto& term) {
    const auto attribute = std::find_if(attributes_.begin(), attributes_.end(),
                                        [&](const Attribute& a) { return *a.name == term.first; });
    const auto& values = *attribute->values;
    const std::string& value = values[index / attribute->stride % values.size()];
    return std::find(term.second.begin(), term.second.end(), value) != term.second.end();
  });
}

words::Text Cases::text(std::size_t index) const {
  std::string text;
  for (const Attribute& attribute : attributes_) {
    const auto& values = *attribute.values;
    if (!text.empty()) text += ", ";
    text += *attribute.name + " " + values[index / attribute.stride % values.size()];
  }
  return text.empty() ? words::say("got.everyone") : words::verbatim(text);
}

std::vector<std::size_t> unreached_rows(const Scenario& scenario,
                                        const std::vector<const Condition*>& rows) {
  const Cases cases(scenario, rows);
  std::vector<bool> taken(cases.count());
  std::vector<std::size_t> unreached;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    bool reached = false;
    for (std::size_t i = 0; i < cases.count(); ++i) {
      if (!cases.matches(r, i) || taken[i]) continue;
      reached = true;
      taken[i] = true;
    }
    if (!reached) unreached.push_back(r);
  }
  return unreached;
}

}  // namespace scenarios
