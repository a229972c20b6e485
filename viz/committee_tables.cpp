// SPDX-License-Identifier: Apache-2.0
#include "viz/committee_tables.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "models/figures.hpp"
#include "models/measure/figure_text.hpp"
#include "viz/table_parts.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using care::Difference;
using care::Effect;
using care::StakeholderComparison;
using care::StakeholderFigure;
using Type = Column::Type;
using words::Text;

bool is_money(const StakeholderFigure& one) {
  return care::is_unit(one.figure.key.unit, care::Unit::Kronor);
}

/// Whether patients meet it themselves, or the risk of it.
bool is_met_by_patients(const StakeholderComparison& stakeholder) {
  return stakeholder.id == "patients" || stakeholder.id == "risk_analyst";
}

bool has_effect(const StakeholderFigure& one, std::size_t other, Effect effect) {
  const auto& difference = one.figure.differences[other];
  return difference && care::effect_of(*difference, one.aim) == effect &&
         care::matters(one.figure, *difference);
}

/// The figures of a stakeholder that are about one thing: for everybody, if there is that, and by municipality.
struct Asked {
  const StakeholderFigure* whole = nullptr;
  std::vector<const StakeholderFigure*> parts;
};

std::vector<Asked> asked_by(const StakeholderComparison& stakeholder) {
  std::vector<Asked> all;
  std::string_view quantity;
  for (const StakeholderFigure& one : stakeholder.figures) {
    if (all.empty() || one.figure.key.quantity != quantity) all.emplace_back();
    quantity = one.figure.key.quantity;
    if (one.figure.key.municipality.empty()) {
      all.back().whole = &one;
    } else {
      all.back().parts.push_back(&one);
    }
  }
  return all;
}

/// "Patients: Laholm, Hylte", or "Patients" where it is so in all.
Text whom_text(const StakeholderComparison& stakeholder, const Asked& asked,
               const std::vector<const StakeholderFigure*>& where) {
  if (where.empty() || where.size() == asked.parts.size()) return stakeholder.label;
  Text names;
  for (const StakeholderFigure* one : where) {
    names = names.en.empty() ? one->where : names + words::verbatim(", ") + one->where;
  }
  return stakeholder.label + words::verbatim(": ") + names;
}

/// Adds what has the effect among figures about one thing.
void add_gains(std::vector<Gain>& to, const StakeholderComparison& stakeholder, const Asked& asked,
               std::size_t other, Effect effect) {
  std::vector<const StakeholderFigure*> where;
  std::ranges::copy_if(asked.parts, std::back_inserter(where), [&](const StakeholderFigure* one) {
    return has_effect(*one, other, effect);
  });
  if (asked.whole != nullptr && has_effect(*asked.whole, other, effect)) {
    to.push_back({asked.whole, whom_text(stakeholder, asked, where)});
    return;
  }
  for (const StakeholderFigure* one : where) to.push_back({one, one->where});
}

/// Whether both say the same: several stakeholders look at the same figure.
bool is_same(const Gain& a, const Gain& b, std::size_t other) {
  const care::Key& key = a.figure->figure.key;
  const care::Key& known = b.figure->figure.key;
  return key.label == known.label && key.municipality == known.municipality &&
         a.figure->figure.differences[other]->mean == b.figure->figure.differences[other]->mean;
}

/// Columns of a difference: it with its unit and interval, then what it was.
void add_difference(TableBuilder& table) {
  table.column("difference", "compare.col_difference", Type::Difference).with_interval = true;
  Column& interval = table.column("interval", "col.interval", Type::Interval);
  interval.on = Column::On::Page;
  interval.below = true;
}

/// The figure of a stakeholder for a municipality, or for everybody; nullptr if there is none.
const StakeholderFigure* find_figure(const care::Comparison& comparison, std::string_view id) {
  for (const StakeholderComparison& stakeholder : comparison.stakeholders) {
    for (const StakeholderFigure& one : stakeholder.figures) {
      if (one.figure.key.id == id) return &one;
    }
  }
  return nullptr;
}

bool differs(const StakeholderFigure* one, std::size_t other) {
  return one != nullptr && one->figure.differences[other] &&
         !one->figure.differences[other]->identical;
}

/// The municipalities of a comparison, by id, in its order.
std::vector<const StakeholderFigure*> places_of(const care::Comparison& comparison,
                                                const std::string& figure) {
  std::vector<const StakeholderFigure*> places;
  for (const StakeholderComparison& stakeholder : comparison.stakeholders) {
    for (const StakeholderFigure& one : stakeholder.figures) {
      const care::Key& key = one.figure.key;
      if (!key.municipality.empty() && key.id == figure + "." + key.municipality) {
        places.push_back(&one);
      }
    }
  }
  return places;
}

}  // namespace

bool has_less_supply(const care::Comparison& comparison, std::size_t other) {
  return std::ranges::any_of(comparison.figures, [&](const care::FigureComparison& figure) {
    if (!is(figure.key, care::figures::present_hours) && !is(figure.key, care::figures::capacity)) {
      return false;
    }
    const auto& difference = figure.differences[other];
    return difference && care::effect_of(*difference, care::Aim::None) == Effect::Lower &&
           care::matters(figure, *difference);
  });
}

std::vector<Gain> gains_of(const care::Comparison& comparison, std::size_t other, Effect effect) {
  const bool only_patients = effect == Effect::Better && has_less_supply(comparison, other);
  std::vector<Gain> met, rest;
  for (const StakeholderComparison& stakeholder : comparison.stakeholders) {
    const bool is_met = is_met_by_patients(stakeholder);
    if (only_patients && !is_met) continue;
    for (const Asked& asked : asked_by(stakeholder)) {
      add_gains(is_met ? met : rest, stakeholder, asked, other, effect);
    }
  }
  const auto size = [&](const Gain& gain) {
    return care::relative_size(*gain.figure->figure.differences[other]);
  };
  std::vector<Gain> all;
  for (auto* part : {&met, &rest}) {
    std::ranges::stable_sort(*part, std::ranges::greater{}, size);
    for (Gain& gain : *part) {
      const bool told =
          std::ranges::any_of(all, [&](const Gain& known) { return is_same(gain, known, other); });
      if (!told) all.push_back(std::move(gain));
    }
  }
  return all;
}

Table gains_table(const care::Comparison& comparison, std::size_t other, Effect effect,
                  std::size_t most) {
  TableBuilder table("gains", "compare.caption");
  table.column("figure", "col.figure", Type::Text).widest = 36;
  add_difference(table);
  table.column("base", "compare.col_base", Type::Base);
  table.column("whom", "compare.col_whom", Type::Text).widest = 30;
  const auto gains = gains_of(comparison, other, effect);
  for (std::size_t i = 0; i < std::min(most, gains.size()); ++i) {
    const StakeholderFigure& one = *gains[i].figure;
    const Change change{&one.figure, other, one.aim};
    table.row({one.figure.key.label, change, change, gains[i].whom});
  }
  return std::move(table).finish();
}

Table moved_work_table(const care::Comparison& comparison, std::size_t other) {
  constexpr auto figures = std::to_array<std::string_view>(
      {"municipalities.persons_answered", "region_primary.region_persons", "committee.persons_both",
       "municipalities.hours_answered", "region_primary.region_hours", "committee.hours_both",
       "municipalities.hours_given"});
  TableBuilder table("moved_work", "compare.moved_caption");
  table.column("where", "col.municipality", Type::Text);
  std::vector<std::string> shown;
  for (const std::string_view id : figures) {
    const auto* const whole = find_figure(comparison, id);
    if (!differs(whole, other)) continue;
    shown.emplace_back(id);
    Column& column = table.column(id, whole->figure.key.label, Type::Difference);
    column.has_unit = false;
    column.with_interval = true;
    Column& interval = table.column("interval " + shown.back(), "col.interval", Type::Interval);
    interval.on = Column::On::Page;
    interval.below = true;
  }
  if (shown.empty() || comparison.changed.empty() || comparison.changed[other].cases.empty()) {
    return std::move(table).finish();
  }
  const auto row = [&](const Text& where, const std::string& municipality) -> Row& {
    std::vector<Cell> cells{where};
    for (const std::string& id : shown) {
      const auto* const one =
          find_figure(comparison, municipality.empty() ? id : id + "." + municipality);
      cells.push_back(one == nullptr ? Cell{} : Change{&one->figure, other, one->aim});
    }
    return table.row(cells);
  };
  for (const StakeholderFigure* place : places_of(comparison, shown.front())) {
    row(place->where, place->figure.key.municipality);
  }
  row(words::say("compare.all_municipalities"), {}).is_total = true;
  return std::move(table).finish();
}

Table money_table(const care::Comparison& comparison, std::size_t other, Staff staff, Whose whose) {
  TableBuilder table("money", "compare.caption");
  table.column("figure", "col.figure", Type::Text).widest = 40;
  add_difference(table);
  table.column("verdict", "col.verdict", Type::Verdict);
  table.column("base", "compare.col_base", Type::Base);
  const bool follows = comparison.staff_follows.size() > other && comparison.staff_follows[other];
  for (const StakeholderComparison& stakeholder : comparison.stakeholders) {
    for (const StakeholderFigure& one : stakeholder.figures) {
      if (!is_money(one) || one.staff_stays != (staff == Staff::Stays)) continue;
      if (one.staff_stays && !follows) continue;
      const bool of_all = one.figure.key.municipality.empty();
      if (of_all != (whose == Whose::Everybody) || !one.figure.differences[other]) continue;
      const Change change{&one.figure, other, one.aim};
      table.row(
          {of_all ? one.figure.key.label : one.figure.key.label + words::verbatim(", ") + one.where,
           change, change, change});
    }
  }
  return std::move(table).finish();
}

}  // namespace viz
