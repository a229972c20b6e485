// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a reader looks at first, picked out of Results: names of things, figures by group and
// quantity, the places table, the risk of shortage, and the answer in words. Report and terminal
// share these, so that they never disagree.
//
// What is looked for is named by its figure (models/figures.hpp); what is absent is left out. A
// figure of shortage with the role any_role is of at least one role; with an empty municipality, of
// anywhere.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "experiments/results.hpp"
#include "models/figures.hpp"
#include "scenarios/scenario.hpp"
#include "viz/format.hpp"
#include "viz/language.hpp"

namespace viz {

/// The value of an identifier in a list of the scenario, or nullptr.
template <class T>
[[nodiscard]] const T* find_named(const scenarios::Named<T>& list, std::string_view id) {
  for (const auto& [name, value] : list) {
    if (name == id) return &value;
  }
  return nullptr;
}

namespace figures = care::figures;
using care::any_role;

/// Dimensions of a figure; empty = the total over that dimension.
struct Where {
  std::string_view setting, municipality, role;
};

/// The estimate of a figure, or nullptr.
[[nodiscard]] const care::MetricEstimate* find_figure(const care::Results& results,
                                                      const care::Figure& figure,
                                                      const Where& where);

/// A kind of shift, as keys of figures have it.
struct ShiftKind {
  std::string shift, day_type;
  bool operator==(const ShiftKind&) const = default;
};

/// The estimate of a figure of a team's shifts of one kind, or nullptr.
[[nodiscard]] const care::MetricEstimate* find_figure(const care::Results& results,
                                                      const care::Figure& figure,
                                                      const Where& where, const ShiftKind& kind);

/// The kinds of shift that the results tell of a role, in their order.
[[nodiscard]] std::vector<ShiftKind> shift_kinds(const care::Results& results,
                                                 std::string_view role);

/// "Evening, weekend".
[[nodiscard]] std::string shift_name(const scenarios::Scenario& scenario, const ShiftKind& kind,
                                     Lang lang);

[[nodiscard]] const care::SeriesEstimate* find_series(const care::Results& results,
                                                      const care::Figure& figure,
                                                      const Where& where);

/// Names as the scenario gives them; the identifier, with spaces for underscores, when it gives
/// none.
[[nodiscard]] std::string setting_name(const scenarios::Scenario& scenario, std::string_view id,
                                       Lang lang);
[[nodiscard]] std::string municipality_name(const scenarios::Scenario& scenario,
                                            std::string_view id, Lang lang);
[[nodiscard]] std::string role_name(const scenarios::Scenario& scenario, std::string_view id,
                                    Lang lang);

/// Identifiers that have staff or shortage figures, in the order of the scenario.
[[nodiscard]] std::vector<std::string> staffed_municipalities(const scenarios::Scenario& scenario,
                                                              const care::Results& results);
[[nodiscard]] std::vector<std::string> staffed_roles(const scenarios::Scenario& scenario,
                                                     const care::Results& results);

/// Whether a replication measures about one year, and may be called one.
[[nodiscard]] bool is_about_a_year(const scenarios::Scenario& scenario);

/// What the season of the shortage event is called: a summer or a winter by its weeks, however many of them a
/// run holds; else a year where a run is about one.
[[nodiscard]] Season season_of(const scenarios::Scenario& scenario);

/// "519", "478–519" when it changes, "" when unlimited.
[[nodiscard]] std::string capacity_text(const scenarios::Calendar& capacity, Lang lang);

/// A setting and its figures; nullptr for what is not there.
struct PlaceRow {
  std::string id;
  std::string capacity;  ///< as capacity_text
  const care::MetricEstimate* present = nullptr;
  const care::MetricEstimate* utilisation = nullptr;
  const care::MetricEstimate* ready = nullptr;
  const care::MetricEstimate* queue = nullptr;
  const care::MetricEstimate* wait = nullptr;           ///< of those who got a place
  const care::MetricEstimate* wait_all = nullptr;       ///< of all who asked
  const care::MetricEstimate* longest_wait = nullptr;   ///< of all who asked
  const care::MetricEstimate* still_waiting = nullptr;  ///< persons, when the period ends
  const care::MetricEstimate* still_waited = nullptr;   ///< how long these have waited
  const care::MetricEstimate* entries = nullptr;
};

/// Who are in a setting: of a residence those who live there or are enrolled, also when they are
/// elsewhere for a while. nullptr when there is no such figure.
[[nodiscard]] const care::MetricEstimate* patients_of(const scenarios::Scenario& scenario,
                                                      const care::Results& results,
                                                      std::string_view setting);

[[nodiscard]] std::vector<PlaceRow> place_rows(const scenarios::Scenario& scenario,
                                               const care::Results& results, Lang lang);

/// The risk of shortage of one role in one municipality.
struct RiskRow {
  std::string municipality, role;
  const care::MetricEstimate* any = nullptr;
  const care::MetricEstimate* first_week = nullptr;
  const care::MetricEstimate* weeks = nullptr;
  const care::MetricEstimate* depth = nullptr;
  const care::MetricEstimate* recovery = nullptr;
  const care::MetricEstimate* load = nullptr;    ///< over the whole period
  const care::MetricEstimate* missed = nullptr;  ///< visits of a season that cannot wait
  std::optional<int> worst_week;  ///< ISO week with the highest chance, from the weekly series
};

/// One row per municipality and role that has visits that cannot wait, municipality by municipality.
[[nodiscard]] std::vector<RiskRow> risk_rows(const scenarios::Scenario& scenario,
                                             const care::Results& results);

/// How many of the other rows the replications do not tell from the highest: their intervals meet.
[[nodiscard]] std::size_t like_highest(const std::vector<RiskRow>& rows, const RiskRow& highest);

/// The probability of a shortage anywhere, or nullptr.
[[nodiscard]] const care::MetricEstimate* risk_anywhere(const care::Results& results);

/// Whether all rows are of one municipality: nothing is said of "at least one".
[[nodiscard]] bool is_of_one_municipality(std::span<const RiskRow> rows);

/// The answer in one to four sentences: the risk of shortage if the scenario has staff; places,
/// waits and occupancy otherwise.
[[nodiscard]] std::vector<std::string> answer(const scenarios::Scenario& scenario,
                                              const care::Results& results, Lang lang);

/// A name as it stands inside a sentence: "Sjuksköterskor" becomes "sjuksköterskor". What begins
/// with two capitals (ASIH) is left as it is.
[[nodiscard]] std::string in_sentence(std::string text);

/// A text with a capital first: "somrar" becomes "Somrar", "år" becomes "År".
[[nodiscard]] std::string sentence_case(std::string text);

/// What a shortage is, and what a tight week; empty without staff.
[[nodiscard]] std::string event_definition(const scenarios::Scenario& scenario, Lang lang);
[[nodiscard]] std::string tight_definition(const scenarios::Scenario& scenario, Lang lang);

/// How many figures lie outside the range in which the scenario expects them, and which lies
/// farthest; empty where it expects none.
[[nodiscard]] std::string plausible_line(const scenarios::Scenario& scenario,
                                         const care::Results& results, Lang lang);

/// How a figure is written: factor, decimals, and the unit with the space before it.
struct Display {
  double scale = 1;
  int decimals = 1;
  std::string unit;
};

/// A bound of a target, without needless zeros: "3 977", "161,5".
[[nodiscard]] std::string bound_text(double value, Lang lang);

/// Shares as percentages; waits in minutes, hours or days, whichever is easiest to picture.
[[nodiscard]] Display display_of(const care::MetricEstimate& metric, Lang lang);

/// A figure with its unit: "470,1 vårdplatser", "90,6 %".
[[nodiscard]] std::string figure(const care::MetricEstimate& metric, Lang lang);

/// The same without its unit.
[[nodiscard]] std::string bare_figure(const care::MetricEstimate& metric, Lang lang);

/// The 95 % interval of a figure, without unit: "468,0–472,1"; for probabilities as
/// chance_interval.
[[nodiscard]] std::string interval(const care::MetricEstimate& metric, Lang lang);

/// The spread between replications, 5th to 95th percentile; empty when there are too few.
[[nodiscard]] std::string spread(const care::MetricEstimate& metric, Lang lang);

/// True of a measure whose unit says that the value is a share of one.
[[nodiscard]] bool is_share(const care::Key& key);

/// Violated checks first, then notes, then passed ones.
struct AuditCount {
  int passed = 0, notes = 0, violated = 0;
};
[[nodiscard]] AuditCount audit_count(const care::Results& results);

/// The command that gives these results again (any number of threads).
[[nodiscard]] std::string reproduce_command(const scenarios::Scenario& scenario,
                                            const care::Results& results);

}  // namespace viz
