// SPDX-License-Identifier: Apache-2.0
#include "experiments/stakeholders.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>

#include <fmt/format.h>

#include "experiments/following_costs.hpp"
#include "models/measure/figure_text.hpp"
#include "words/catalog.hpp"

namespace care {
namespace {

using Matched = std::vector<const Column*>;

/// A sum per replication, and how large what was summed is: rounding is judged against that.
struct Sum {
  Values value, size;
};

/// A municipality, or the whole ("").
struct Place {
  std::string id;
  scenarios::Text label;
};

/// Finds the columns that a figure is made of and adds them up.
class Finder {
 public:
  Finder(std::span<const Contestant> contestants, std::span<const Column> columns)
      : columns_(columns), contestants_(contestants.size()) {
    for (const Contestant& one : contestants) {
      auto& price = prices_.emplace_back();
      for (const auto& [id, setting] : one.scenario->settings) {
        owner_.try_emplace(id, setting.owner);
        // Neither those who live at home nor visits, calls and the like are in hospital.
        const bool has_beds = setting.unit == "bed" || setting.unit == "place";
        if (setting.owner == "region" && has_beds) hospitals_.insert(id);
        price.emplace(id, setting.cost_per_day);
      }
      if (!one.scenario->care) continue;
      for (const auto& [id, municipality] : one.scenario->care->municipalities) {
        const auto known = std::ranges::find(municipalities_, id, &Place::id);
        if (known == municipalities_.end()) municipalities_.push_back({id, municipality.label});
      }
    }
  }

  /// The whole, then each municipality.
  [[nodiscard]] std::vector<Place> places() const {
    std::vector<Place> all{{"", {}}};
    all.insert(all.end(), municipalities_.begin(), municipalities_.end());
    return all;
  }

  /// The figure for a municipality, or for the whole; nothing if there is no such figure.
  [[nodiscard]] std::optional<Column> column(const FigureSpec& spec,
                                             std::string_view municipality) const {
    const Matched matched = find(spec.terms, municipality);
    if (matched.empty()) return std::nullopt;
    Column result{matched.front()->key, MetricEstimate::Kind::Mean, {}};
    if (matched.size() == 1) {
      result.kind = matched.front()->kind;
      result.trials = matched.front()->trials;
    }
    if (!spec.percent_of.empty()) {
      result.key.unit = words_of(Unit::Percent);
      result.key.decimals = 2;
    }
    const Matched below = find(spec.percent_of, municipality);
    if (spec.priced) {
      result.key.unit = words_of(Unit::Kronor);
      result.key.decimals = 0;
    }
    const auto over = sums(matched, spec.priced);
    const auto under = sums(below, false);
    for (std::size_t c = 0; c < contestants_; ++c) {
      result.values.push_back(spec.percent_of.empty() ? over[c].value : percent(over[c], under[c]));
    }
    return result;
  }

 private:
  [[nodiscard]] bool region_owns(std::string_view setting) const {
    const auto owner = owner_.find(setting);
    return owner != owner_.end() && owner->second == "region";
  }

  [[nodiscard]] bool matches(const FigureTerm& term, const Key& key) const {
    if (!term.is_of(key)) return false;
    const auto part = second_part(key.id);
    const bool own = !is_of_provider(key);
    switch (term.of) {
      case FigureTerm::Of::Any:
        return true;
      case FigureTerm::Of::Own:
        return own;
      case FigureTerm::Of::Provider:
        return !own;
      case FigureTerm::Of::Named:
        return own && part == term.name;
      case FigureTerm::Of::OtherThan:
        return own && part != term.name;
      case FigureTerm::Of::Between:
        return owner_.contains(part) && owner_.contains(key.destination);
      case FigureTerm::Of::Hospital:
        return hospitals_.contains(part);
      case FigureTerm::Of::NotRegion:
        return !region_owns(part);
    }
    return false;
  }

  /// Columns of the municipality; of the whole: what is for everybody, else of each municipality.
  [[nodiscard]] Matched find(std::span<const FigureTerm> terms,
                             std::string_view municipality) const {
    Matched all;
    for (const FigureTerm& term : terms) {
      Matched whole, parts;
      for (const Column& column : columns_) {
        if (!matches(term, column.key)) continue;
        (column.key.municipality == municipality ? whole : parts).push_back(&column);
      }
      // What only some have for everybody (the region in the ledger) does not make the rest double.
      const bool payers = term.figure == &figures::kronor && municipality.empty();
      if (payers) whole.insert(whole.end(), parts.begin(), parts.end());
      const Matched& chosen = whole.empty() && municipality.empty() ? parts : whole;
      all.insert(all.end(), chosen.begin(), chosen.end());
    }
    return all;
  }

  /// By contestant; empty where it has none of them.
  [[nodiscard]] std::vector<Sum> sums(const Matched& columns, bool priced) const {
    std::vector<Sum> result(contestants_);
    for (std::size_t c = 0; c < contestants_; ++c) {
      for (const Column* column : columns) {
        add(column->values[c], priced ? price(c, column->key) : 1, result[c]);
      }
    }
    for (std::size_t c = 1; c < contestants_; ++c) drop_rounding(result.front(), result[c]);
    return result;
  }

  /// Kronor for a patient-day of the setting that a figure is about.
  [[nodiscard]] double price(std::size_t contestant, const Key& key) const {
    const auto found = prices_[contestant].find(second_part(key.id));
    return found == prices_[contestant].end() ? 0 : found->second;
  }

  static void add(const Values& values, double factor, Sum& to) {
    if (values.size() > to.value.size()) {
      to.value.resize(values.size());
      to.size.resize(values.size());
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      to.value[i] += factor * values[i];
      to.size[i] += factor * std::abs(values[i]);
    }
  }

  /// The same total in other parts is the same total: what is only rounding is no difference.
  static void drop_rounding(const Sum& base, Sum& other) {
    constexpr double relative = 1e-13;
    for (std::size_t i = 0; i < std::min(base.value.size(), other.value.size()); ++i) {
      const double reach = relative * (base.size[i] + other.size[i]);
      if (std::abs(other.value[i] - base.value[i]) <= reach) other.value[i] = base.value[i];
    }
  }

  static Values percent(const Sum& over, const Sum& under) {
    Values result;
    for (std::size_t i = 0; i < std::min(over.value.size(), under.value.size()); ++i) {
      result.push_back(under.value[i] == 0 ? std::numeric_limits<double>::quiet_NaN()
                                           : 100 * over.value[i] / under.value[i]);
    }
    return result;
  }

  std::span<const Column> columns_;
  std::size_t contestants_;
  std::map<std::string, std::string, std::less<>> owner_;           // by setting
  std::set<std::string, std::less<>> hospitals_;                    // settings
  std::vector<std::map<std::string, double, std::less<>>> prices_;  // by contestant and setting
  std::vector<Place> municipalities_;
};

/// The key of a stakeholder's figure: unit and decimals are those of its first part.
Key key_of(const StakeholderSpec& spec, const FigureSpec& figure, const Place& place,
           const Key& first) {
  Key key;
  key.id = fmt::format("{}.{}{}{}", spec.id, figure.id, place.id.empty() ? "" : ".", place.id);
  key.group = stakeholder_group;
  key.quantity = figure.id;
  key.municipality = place.id;
  key.label = label_of(figure);
  key.unit = first.unit;
  key.decimals = first.decimals;
  return key;
}

}  // namespace

words::Text label_of(const StakeholderSpec& stakeholder) {
  return words::say(std::string("stakeholder.").append(stakeholder.id));
}

words::Text label_of(const FigureSpec& figure) {
  return words::say(std::string("stakeholder_figure.").append(figure.id));
}

std::vector<StakeholderComparison> compare_stakeholders(std::span<const Contestant> contestants,
                                                        std::span<const Column> columns,
                                                        const std::vector<bool>& follows) {
  const Finder finder(contestants, columns);
  const bool any_follows = std::ranges::find(follows, true) != follows.end();
  const auto costs = any_follows ? following_costs(columns, follows) : std::vector<Column>{};
  const Finder following(contestants, costs);
  const auto places = finder.places();
  std::vector<StakeholderComparison> result;
  for (const StakeholderSpec& spec : stakeholder_specs()) {
    StakeholderComparison one{std::string{spec.id}, label_of(spec), {}};
    for (const FigureSpec& figure : spec.figures) {
      if (figure.staff_stays && !any_follows) continue;
      const bool is_cost = figure.terms.front().figure == &figures::kronor;
      const Finder& found = any_follows && is_cost && !figure.staff_stays ? following : finder;
      for (const Place& place : places) {
        if (!place.id.empty() && !figure.by_municipality) continue;
        auto column = found.column(figure, place.id);
        if (!column) continue;
        column->key = key_of(spec, figure, place, column->key);
        one.figures.push_back(
            {compare_column(*column), figure.aim, place.label, figure.staff_stays});
      }
    }
    if (!one.figures.empty()) result.push_back(std::move(one));
  }
  return result;
}

}  // namespace care
