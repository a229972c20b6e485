// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>
#include <type_traits>

#include "scenarios/scenario.hpp"
#include "sim/civil_date.hpp"

namespace scenarios {

/// What a text in a field is the name of. Flags: a route may lead to a setting, an exit or
/// "residence".
enum class Refers : unsigned {
  Nothing = 0,
  Setting = 1,
  Exit = 2,
  Residence = 4,            ///< the word "residence": where the patient lives
  Arrival = 8,              ///< the word "arrival": a new patient
  ResidentialSetting = 16,  ///< a setting that patients live in
  Attribute = 32,
  AttributeValue = 64,      ///< a value of any attribute
  MunicipalityValue = 128,  ///< a value of the attribute `municipality`
  AgeValue = 256,           ///< a value of the attribute `age`
  Role = 512,
  Shift = 1024,
  Measure = 2048,
  Move = 4096,            ///< "from->to", each a setting (or exit, for `to`) or "*"
  Owner = 16384,          ///< a principal that owns a setting
  Lost = 8192,            ///< the word "lost": those whom a full setting turned away
  CaseAttribute = 32768,  ///< an attribute of patient cases (case_vocabulary.hpp)
  CaseSwitch = 65536,     ///< a switch of rule sets (case_vocabulary.hpp)
  Performer = 131072,     ///< who performs (rules.hpp)
  Competence = 262144,
  Window = 524288
};

[[nodiscard]] constexpr Refers operator|(Refers a, Refers b) {
  return static_cast<Refers>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
[[nodiscard]] constexpr bool has(Refers set, Refers flag) {
  return (static_cast<unsigned>(set) & static_cast<unsigned>(flag)) != 0U;
}

/// Where a move may lead.
inline constexpr Refers destinations = Refers::Setting | Refers::Exit | Refers::Residence;

/// What a field means and what may stand in it. Built with doc(...) and the methods below, which
/// return the changed copy, so that a field is one line: doc("...",
/// "...").unit("days").at_least(1).
struct Field {
  static constexpr double none = std::numeric_limits<double>::infinity();

  std::string_view english;
  std::string_view swedish;
  std::string_view units;
  double low = -none;           ///< smallest value, of every number in the field
  double high = none;           ///< largest value
  bool above_low = false;       ///< `low` itself is excluded
  bool is_probability = false;  ///< within [0, 1], and called so
  bool is_required = false;
  bool is_filled = false;  ///< a text or list that may not be empty
  bool is_mix = false;     ///< the numbers sum to 1
  bool is_choice = false;  ///< a decision of the modeller; needs no source
  bool may_be_unlimited = false;
  bool is_alone = false;      ///< a list of one is written as its element
  bool is_change = false;     ///< a factor that may be written as "+5 %"
  std::string_view named_in;  ///< may be a name: of a list in this member of the scenario
  bool is_path = false;       ///< a file, named relative to the file that names it
  TimeUnit default_unit = TimeUnit::Days;              ///< of a distribution that gives none
  std::optional<DistributionSpec::Kind> default_kind;  ///< the same; none: it has to give one
  std::size_t length = 0;                              ///< exact number of elements; 0 = any
  std::size_t most = 0;                ///< most elements; 0 = as many as any list may have
  Refers names = Refers::Nothing;      ///< what its texts refer to
  Refers key_names = Refers::Nothing;  ///< what the keys of an object refer to

  [[nodiscard]] constexpr Field unit(std::string_view text) const {
    return with([&](Field& f) { f.units = text; });
  }
  [[nodiscard]] constexpr Field at_least(double value) const {
    return with([&](Field& f) { f.low = value; });
  }
  [[nodiscard]] constexpr Field at_most(double value) const {
    return with([&](Field& f) { f.high = value; });
  }
  [[nodiscard]] constexpr Field positive() const {
    return with([&](Field& f) { f.low = 0, f.above_low = true; });
  }
  [[nodiscard]] constexpr Field probability() const {
    return with([&](Field& f) { f.low = 0, f.high = 1, f.is_probability = true; });
  }
  /// Probabilities that sum to 1, within 1e-6.
  [[nodiscard]] constexpr Field mix() const {
    return probability().with([&](Field& f) { f.is_mix = true; });
  }
  /// At most so many elements: what the model numbers them with has no more.
  [[nodiscard]] constexpr Field at_most_elements(std::size_t n) const {
    return with([&](Field& f) { f.most = n; });
  }
  [[nodiscard]] constexpr Field required() const {
    return with([&](Field& f) { f.is_required = true; });
  }
  [[nodiscard]] constexpr Field filled() const {
    return with([&](Field& f) { f.is_filled = true; });
  }
  [[nodiscard]] constexpr Field choice() const {
    return with([&](Field& f) { f.is_choice = true; });
  }
  [[nodiscard]] constexpr Field path() const {
    return with([&](Field& f) { f.is_path = true; });
  }
  [[nodiscard]] constexpr Field change() const {
    return with([&](Field& f) { f.is_change = true; });
  }
  [[nodiscard]] constexpr Field one_stands_alone() const {
    return with([&](Field& f) { f.is_alone = true; });
  }
  [[nodiscard]] constexpr Field or_name_in(std::string_view member) const {
    return with([&](Field& f) { f.named_in = member; });
  }
  [[nodiscard]] constexpr Field kind_if_absent(DistributionSpec::Kind kind_then) const {
    return with([&](Field& f) { f.default_kind = kind_then; });
  }
  [[nodiscard]] constexpr Field or_unlimited() const {
    return with([&](Field& f) { f.may_be_unlimited = true; });
  }
  [[nodiscard]] constexpr Field unit_if_absent(TimeUnit unit_then) const {
    return with([&](Field& f) { f.default_unit = unit_then; });
  }
  [[nodiscard]] constexpr Field size(std::size_t elements) const {
    return with([&](Field& f) { f.length = elements; });
  }
  [[nodiscard]] constexpr Field refers(Refers what) const {
    return with([&](Field& f) { f.names = what; });
  }
  [[nodiscard]] constexpr Field keys(Refers what) const {
    return with([&](Field& f) { f.key_names = what; });
  }

 private:
  template <class Change>
  [[nodiscard]] constexpr Field with(Change change) const {
    Field copy = *this;
    change(copy);
    return copy;
  }
};

/// A field's meaning in both languages; the start of every field description.
[[nodiscard]] constexpr Field doc(std::string_view english, std::string_view swedish) {
  Field field;
  field.english = english;
  field.swedish = swedish;
  return field;
}

/// T or const T: one fields() serves archives that fill a struct and archives that only look at it.
template <class S, class T>
concept Like = std::same_as<std::remove_const_t<S>, T>;

/// The names of an enum in files, in the order of its enumerators (which count from 0).
template <class E>
inline constexpr auto names_of = [] {
  static_assert(sizeof(E) == 0, "include where the names of this enum stand");
  return std::array<std::string_view, 0>{};
}();

template <>
inline constexpr std::array<std::string_view, 5> names_of<TimeUnit>{"minutes", "hours", "days",
                                                                    "weeks", "years"};
template <>
inline constexpr std::array<std::string_view, 10> names_of<DistributionSpec::Kind>{
    "fixed",  "exponential", "gamma",   "weibull",   "lognormal",
    "normal", "triangular",  "uniform", "empirical", "mixture"};
template <>
inline constexpr std::array<std::string_view, 2> names_of<Horizon::Holidays>{"swedish", "none"};
template <>
inline constexpr std::array<std::string_view, 8> names_of<sim::DayKind>{
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday"};
template <>
inline constexpr std::array<std::string_view, 5> names_of<WhenFull::Policy>{
    "wait", "wait_outside", "lost", "divert", "overflow"};
template <>
inline constexpr std::array<std::string_view, 2> names_of<QueueRule::Leave::Until>{"own_stay",
                                                                                   "closing"};
template <>
inline constexpr std::array<std::string_view, 4> names_of<Arrival::Kind>{"poisson", "scheduled",
                                                                         "file", "renewal"};
template <>
inline constexpr std::array<std::string_view, 3> names_of<HolidayVisits>{"spread", "keep", "thin"};
template <>
inline constexpr std::array<std::string_view, 4> names_of<Priority>{"must_attend", "time_critical",
                                                                    "ordinary", "visitor"};
template <>
inline constexpr std::array<std::string_view, 2> names_of<DischargeTask::Start>{"entry", "ready"};
template <>
inline constexpr std::array<std::string_view, 2> names_of<Agreement::Present>{"move", "keep"};
template <>
inline constexpr std::array<std::string_view, 10> names_of<Quantity::Count>{
    "entries",       "exits",        "present_days",  "ready_days", "resident_days",
    "new_residents", "readmissions", "capacity_days", "population", "days"};

template <>
inline constexpr std::array<std::string_view, 3> names_of<Passage::Start>{"entered", "ready",
                                                                          "left"};

template <>
inline constexpr std::array<std::string_view, 6> names_of<TeamFigure>{
    "load", "visits_each", "missed_share", "direct_share", "agency_share", "overtime_share"};
template <>
inline constexpr std::array<std::string_view, 3> names_of<ShiftDays>{"all", "weekdays", "weekend"};

template <>
inline constexpr std::array<std::string_view, levels> names_of<Level>{"present", "ready", "blocked",
                                                                      "queued", "occupied"};

/// The name of an enumerator in files.
template <class E>
[[nodiscard]] constexpr std::string_view name_of(E value) {
  return names_of<E>[static_cast<std::size_t>(value)];
}

/// Members that every object of a file may carry beside its own: where its numbers come from.
inline constexpr std::array<std::string_view, 4> provenance_keys{"source", "grade", "range",
                                                                 "note"};

/// What a grade can be: A official statistics, B secondary source, C derived, assumption.
inline constexpr std::array<std::string_view, 4> grades{"A", "B", "C", "assumption"};

[[nodiscard]] constexpr bool is_provenance_key(std::string_view key) {
  for (const std::string_view own : provenance_keys) {
    if (own == key) return true;
  }
  return false;
}

/// Probabilities of a mix may miss a sum of 1 by this much.
inline constexpr double mix_tolerance = 1e-6;

}  // namespace scenarios
