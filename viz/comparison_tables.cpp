// SPDX-License-Identifier: Apache-2.0
#include "viz/comparison_tables.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/figures.hpp"
#include "models/measure/figure_text.hpp"
#include "viz/table_parts.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using care::FigureComparison;
using Type = Column::Type;
using words::Text;

enum class Stands { Absent, Unchanged, Changed };

/// How a figure stands under the alternatives that are shown.
Stands stands(const FigureComparison& figure, OfAlternative alternative) {
  Stands result = Stands::Absent;
  for (std::size_t i = 0; i < figure.differences.size(); ++i) {
    const auto& difference = figure.differences[i];
    if (!difference || (alternative && *alternative != i)) continue;
    if (!difference->identical) return Stands::Changed;
    result = Stands::Unchanged;
  }
  return result;
}

Text label_of(const care::Side& side) {
  const bool has_none = side.label.sv.empty() && side.label.en.empty();
  return has_none ? words::verbatim(side.id) : side.label;
}

/// Makes a table of changes, row by row.
class Changes {
 public:
  Changes(TableBuilder table, std::string_view first_key, const care::Comparison& comparison,
          OfAlternative alternative)
      : table_(std::move(table)), alternative_(alternative) {
    for (std::size_t i = 0; i < comparison.others.size(); ++i) {
      is_shown_.push_back(alternative ? *alternative == i : !equals_base(comparison, i));
    }
    table_.column("figure", first_key, Type::Text).widest = 40;
    // Side by side the differences come first, so that a phone shows them.
    if (alternative) {
      table_.column("base", "compare.col_base", Type::Base).has_unit = false;
      table_.column("other", "compare.col_other", Type::Other);
    }
    for (std::size_t i = 0; i < comparison.others.size(); ++i) {
      if (!is_shown_[i]) continue;
      const care::Side& side = comparison.others[i];
      add_difference(side.id, alternative ? words::say("compare.col_difference") : label_of(side));
    }
    if (!alternative) table_.column("base", "compare.col_base", Type::Base);
  }

  /// A row, unless the figure is the same under all that are shown.
  void add(const FigureComparison& figure, care::Aim aim, Text label) {
    if (stands(figure, alternative_) != Stands::Changed) return;
    const Change base{&figure, first_known(figure), aim};
    std::vector<Cell> cells{std::move(label)};
    if (alternative_) cells.insert(cells.end(), 2, base);  // the base, the alternative
    for (std::size_t i = 0; i < figure.differences.size(); ++i) {
      if (!is_shown_[i]) continue;
      cells.insert(cells.end(), 2, Change{&figure, i, aim});  // the difference, the verdict
    }
    if (!alternative_) cells.emplace_back(base);
    table_.row(cells);
  }

  [[nodiscard]] Table finish() && { return std::move(table_).finish(); }

 private:
  void add_difference(const std::string& side, Text label) {
    Column& difference = table_.column("difference " + side, std::move(label), Type::Difference);
    difference.with_interval = true;
    difference.has_unit = false;
    Column& interval = table_.column("interval " + side, "col.interval", Type::Interval);
    interval.on = Column::On::Page;
    interval.below = true;
    table_.column("verdict " + side, "col.verdict", Type::Verdict);
  }

  /// The alternative whose base is shown.
  [[nodiscard]] std::size_t first_known(const FigureComparison& figure) const {
    if (alternative_) return *alternative_;
    const auto known =
        std::ranges::find_if(figure.differences, [](const auto& one) { return one.has_value(); });
    return static_cast<std::size_t>(known - figure.differences.begin());
  }

  TableBuilder table_;
  OfAlternative alternative_;
  std::vector<bool> is_shown_;  // by alternative
};

}  // namespace

bool equals_base(const care::Comparison& comparison, std::size_t other) {
  const care::Tally& tally = comparison.tallies[other];
  return tally.identical == tally.compared;
}

Table changed_measures_table(const care::Comparison& comparison, OfAlternative alternative) {
  Changes changes({"changed_measures", "compare.caption"}, "col.measure", comparison, alternative);
  for (const FigureComparison& figure : comparison.figures) {
    if (is_measure(figure.key)) changes.add(figure, care::Aim::None, figure.key.label);
  }
  return std::move(changes).finish();
}

Table changed_figures_table(const care::Comparison& comparison,
                            const care::StakeholderComparison& stakeholder, Extent extent,
                            OfAlternative alternative) {
  const bool whole = extent == Extent::Whole;
  Changes changes({"changed_figures", "compare.caption"}, "col.figure", comparison, alternative);
  for (const care::StakeholderFigure& one : stakeholder.figures) {
    const care::Key& key = one.figure.key;
    if (key.municipality.empty() != whole || one.staff_stays) continue;
    changes.add(one.figure, one.aim,
                whole ? key.label : key.label + words::verbatim(", ") + one.where);
  }
  return std::move(changes).finish();
}

namespace {

/// Whether chance does not explain the difference.
bool is_clear(const std::optional<care::Difference>& difference) {
  return difference && (difference->ci95.low > 0 || difference->ci95.high < 0);
}

/// What a municipality is called in the scenarios that are compared.
Text name_of(const care::Comparison& comparison, const std::string& municipality) {
  for (const auto& stakeholder : comparison.stakeholders) {
    for (const auto& one : stakeholder.figures) {
      if (one.figure.key.municipality == municipality) return one.where;
    }
  }
  return words::verbatim(municipality);
}

}  // namespace

Table changed_shifts_table(const care::Comparison& comparison, OfAlternative alternative) {
  Changes changes({"changed_shifts", "compare.caption"}, "col.figure", comparison, alternative);
  for (const care::Figure* quantity :
       {&care::figures::any, &care::figures::season_missed, &care::figures::season_load}) {
    for (const FigureComparison& figure : comparison.figures) {
      const care::Key& key = figure.key;
      if (!is_of_shift(key) || key.quantity != quantity->id) continue;
      if (std::ranges::none_of(figure.differences, is_clear)) continue;
      changes.add(figure, care::Aim::Lower,
                  name_of(comparison, key.municipality) + words::verbatim(", ") + key.label);
    }
  }
  return std::move(changes).finish();
}

std::vector<const FigureComparison*> unchanged_figures(
    const care::StakeholderComparison& stakeholder, OfAlternative alternative) {
  std::vector<const FigureComparison*> result;
  for (const care::StakeholderFigure& one : stakeholder.figures) {
    if (!one.figure.key.municipality.empty() || one.staff_stays) continue;
    if (stands(one.figure, alternative) == Stands::Unchanged) result.push_back(&one.figure);
  }
  return result;
}

}  // namespace viz
