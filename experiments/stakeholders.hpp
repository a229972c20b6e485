// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "experiments/comparison.hpp"
#include "experiments/comparison_columns.hpp"
#include "models/figures.hpp"
#include "words/language.hpp"

namespace care {

/// Figures that are added up: those of a quantity, of some settings, roles, parties or payers (the
/// second part of their id). The figure for everybody is taken where there is one, else those of
/// the municipalities.
struct FigureTerm {
  enum class Of : std::uint8_t {
    Any,
    Own,        ///< not of a provider beside the municipalities' own teams
    Provider,   ///< of such a provider
    Named,      ///< own, and the second part is `name`
    OtherThan,  ///< own, and the second part is not `name`
    Between,    ///< from one setting to another
    Hospital,   ///< a setting with beds or places that the region owns
    NotRegion   ///< a setting that the region does not own
  };
  /// A measure that scenarios may define, by its id.
  struct Measure {
    std::string_view id;
  };

  // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions): a term is a figure
  FigureTerm(const Figure& of_figure, Of whose = Of::Any, std::string_view part = {})
      : figure(&of_figure), of(whose), name(part) {}
  // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions): or a measure
  FigureTerm(Measure of_measure) : measure(of_measure.id) {}

  /// Whether a key is of the figure, of any team, or of the measure.
  [[nodiscard]] bool is_of(const Key& key) const {
    return figure != nullptr ? figure_of(key) == figure
                             : is_measure(key) && key.quantity == measure;
  }

  const Figure* figure = nullptr;  ///< or:
  std::string_view measure{};
  Of of = Of::Any;
  std::string_view name{};
};

/// A figure that a stakeholder looks at: the sum of terms, or that sum in percent of another, or
/// patient-days each at its setting's cost_per_day, in kronor: an amount that is paid for them,
/// which moves money and no care.
struct FigureSpec {
  std::string_view id;
  Aim aim = Aim::Lower;
  std::vector<FigureTerm> terms;
  std::vector<FigureTerm> percent_of = {};
  bool by_municipality = true;
  bool priced = false;
  /// Kronor as the ledger has them, for those who ask what idle staff cost (experiments/following_costs.hpp). Told
  /// only where some contestant's staff follow the work, elsewhere the two are one.
  bool staff_stays = false;
};

struct StakeholderSpec {
  std::string_view id;
  std::vector<FigureSpec> figures;
};

/// The words of a stakeholder and of a figure, which stand in the catalogue by id.
[[nodiscard]] words::Text label_of(const StakeholderSpec& stakeholder);
[[nodiscard]] words::Text label_of(const FigureSpec& figure);

/// Who wants what, in the order of section J of the fact sheet; figures that a scenario does not
/// have are left out. Source: facts J with documents 001 (Skåne), 002 (Halland), 004 (Dalarna).
[[nodiscard]] std::span<const StakeholderSpec> stakeholder_specs();

/// The figures of every stakeholder: for the whole, then by municipality where they are known so.
/// Columns are added up replication by replication and then compared like any other figure. `follows`: by
/// contestant, whether its costs are told with staff that follow the work.
[[nodiscard]] std::vector<StakeholderComparison> compare_stakeholders(
    std::span<const Contestant> contestants, std::span<const Column> columns,
    const std::vector<bool>& follows);

}  // namespace care
