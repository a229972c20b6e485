// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenarios/case_vocabulary.hpp"
#include "scenarios/check.hpp"
#include "scenarios/scenario.hpp"

namespace scenarios {

/// What the rules of a check are given: the whole scenario, where the checked struct stands, and
/// where to say what is wrong.
struct Checking {
  const Scenario& scenario;
  std::string at;      ///< pointer of the struct
  bool names_resolve;  ///< false when a name in the struct is unknown: conditions cannot be
                       ///< evaluated
  Findings& findings;
  std::span<const CaseDimension> vocabulary;  ///< of patient cases, as far as it is known

  /// `below` is a pointer from the struct on, such as "/to" or "".
  void error(std::string_view below, words::Text expected, words::Text got) const {
    findings.errors.push_back({"", at + std::string(below), std::move(expected), std::move(got)});
  }
  void warn(std::string_view below, words::Text expected, words::Text got) const {
    findings.warnings.push_back({"", at + std::string(below), std::move(expected), std::move(got)});
  }
};

// One rule set per struct that has any; check.cpp calls it after the struct's members.

void check_rules(const Checking& c, const CalendarRule& rule);
void check_rules(const Checking& c, const Calendar& calendar);
void check_rules(const Checking& c, const Intensity& intensity);
void check_rules(const Checking& c, const WhenFull& when_full);
void check_rules(const Checking& c, const WhenFull::Exception& exception);
void check_rules(const Checking& c, const Hazard& hazard);
void check_rules(const Checking& c, const StateChange& change);
void check_rules(const Checking& c, const QueueRule& queue);
void check_rules(const Checking& c, const QueueRule::Leave& leave);
void check_rules(const Checking& c, const Setting& setting);
void check_rules(const Checking& c, const Move& move);
void check_rules(const Checking& c, const Arrival& arrival);
void check_rules(const Checking& c, const Census& census);
void check_rules(const Checking& c, const Initial& initial);
void check_rules(const Checking& c, const Horizon& horizon);
void check_rules(const Checking& c, const Population& population);
void check_rules(const Checking& c, const Role& role);
void check_rules(const Checking& c, const Task& task);
void check_rules(const Checking& c, const RosterRow& row);
void check_rules(const Checking& c, const Person& person);
void check_rules(const Checking& c, const Team& team);
void check_rules(const Checking& c, const Discharge& discharge);
void check_rules(const Checking& c, const CaseFact& fact);
void check_rules(const Checking& c, const Responsibility& responsibility);
void check_rules(const Checking& c, const Care& care);

/// Of the care layer: competences, and visits that are handed over. Its names resolve.
void check_competences(const Checking& c, const Care& care);
/// Of the care layer: windows, and whether the shifts of a task reach its own. Its names resolve.
void check_windows(const Checking& c, const Care& care);
void check_rules(const Checking& c, const Quantity& quantity);
void check_rules(const Checking& c, const Passage& passage);
void check_rules(const Checking& c, const Target& target);
void check_rules(const Checking& c, const Plausible& plausible);
void check_rules(const Checking& c, const Scenario& scenario);

/// Rows of a roster and people, with what files add to them.
void check_team(const Checking& c, const Team& team);

/// Of a vacancy of leave weeks, at the role or a team of it: nothing where posts are filled in the course of the run.
void check_vacancy_summer(const Checking& c, const Role& role);

/// Of a minimum at work in weeks of leave, `at` where it stands: the role's leave of one year must not run into the
/// next one's. An error else.
void check_leave_minimum(const Checking& c, const Role& role);

/// An error where there is a law with a mean below an hour.
void check_absence(const Checking& c, std::string_view below, const DistributionSpec& length);

/// Care of children takes less than this share of the year: the part of it in which children may be ill.
[[nodiscard]] double most_child_care(const Role& role);

/// What the teams of a care layer come to together: people that can be counted, somebody for every visit.
void check_staff(const Checking& c, const Care& care);

/// Structs without rules of their own.
template <class T>
void check_rules(const Checking& /*c*/, const T& /*value*/) {}

/// An error when arrivals come too close upon each other to be simulated; `at`: the arrival.
void check_interarrival(const DistributionSpec& spec, const std::string& at, Findings& findings);

/// An error for every column that is named for nothing a file may give: `known`, and attributes
/// where the file may give them.
void check_columns(const Checking& c, const Named<std::string>& columns,
                   std::vector<std::string> known, bool attributes);

/// An error unless `value` is one of a case attribute or switch; unknown names are left to others.
void check_case_value(const Checking& c, std::string_view below, std::string_view name,
                      const std::string& value);

/// Days that are simulated, warm-up included; more than the longest run counts as that.
[[nodiscard]] inline double run_days(const Horizon& horizon) {
  const double days =
      static_cast<double>(horizon.warm_up_days) + static_cast<double>(horizon.measured_days());
  return std::clamp(days, 1.0, static_cast<double>(longest_horizon));
}

/// See most_at_a_time(days).
[[nodiscard]] inline double most_at_a_time(const Horizon& horizon) {
  return most_at_a_time(run_days(horizon));
}

/// A number as an issue shows it: "8 (number)".
[[nodiscard]] inline words::Text got_number(double value) {
  return say("got.number", {{"value", number_text(value)}});
}

/// The member of a Named list, or nullptr.
template <class T>
[[nodiscard]] const T* find_named(const Named<T>& list, std::string_view name) {
  for (const auto& [key, value] : list) {
    if (key == name) return &value;
  }
  return nullptr;
}

}  // namespace scenarios
