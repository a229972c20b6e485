// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a scenario asks for; see scenario.hpp.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/scenario_flow.hpp"

namespace scenarios {

/// A countable thing, summed over settings and over profiles that match.
struct Quantity {
  enum class Count {
    Entries,       ///< entries into the settings
    Exits,         ///< live departures from the settings; deaths are entries into an exit
    PresentDays,   ///< patient-days in the settings
    ReadyDays,     ///< patient-days after the stay has ended (ready, blocked)
    ResidentDays,  ///< person-days living in the settings, away or not
    NewResidents,  ///< changes of residence into the settings
    Readmissions,  ///< returns within the readmission window (settings = the readmission setting)
    CapacityDays,  ///< places offered
    Population,    ///< person-years of the population that match
    Days           ///< measured days
  };
  Count count = Count::Entries;
  std::vector<std::string> settings;
  Condition when;
  std::optional<std::array<int, 2>> weeks;  ///< only these ISO weeks
};

/// A result that the scenario defines: scale * numerator / denominator.
struct Measure {
  Text label;
  Text unit;
  Quantity numerator;
  std::optional<Quantity> denominator;
  double scale = 1;
};

/// So many passages a scenario may have, and limits a passage: each patient carries a clock for each.
inline constexpr std::size_t most_passages = 16;

/// How long patients take from one point of the pathway to another.
struct Passage {
  enum class Start {
    Entered,  ///< on coming into one of `from`
    Ready,    ///< when the stay there has ended
    Left      ///< on leaving it
  };
  Text label;
  std::vector<std::string> from;  ///< settings; or "arrival", the first request of a new patient
  Start start = Start::Entered;
  std::vector<std::string> to;  ///< settings and exits: on coming into one of them
  Condition when;
  std::vector<double> within_hours;  ///< shares to be told
};

/// A number of a setting that goes up and down through time.
enum class Level {
  Present,  ///< patients there
  Ready,    ///< of them, those whose stay has ended
  Blocked,  ///< of these, those who wait in the queue of another setting
  Queued,   ///< persons in its own queue
  Occupied  ///< places taken
};
inline constexpr std::size_t levels = 5;

/// So many times the state of every setting may be told: one for each day of a year, and more.
inline constexpr std::size_t most_moments = 400;

/// So many rows the numbers day by day may have: three settings through a year, and more.
inline constexpr std::size_t most_daily_rows = 1100;

/// So many limits a scenario may have: each is looked at whenever the clock moves.
inline constexpr std::size_t most_limits = 64;

/// A limit that a setting's number may come to: how often, how long, and whether at all.
struct Limit {
  Text label;
  std::string setting;
  Level count = Level::Occupied;
  std::optional<double> at_least;           ///< absent: all places offered (Occupied), or one
  std::optional<std::array<int, 2>> weeks;  ///< the season that is judged; absent: the whole run
};

/// A value that the run must reproduce.
struct Target {
  Text label;
  std::string measure;
  double low = 0, high = 0;
};

/// A figure of a team that somebody who works there would recognise.
enum class TeamFigure { Load, VisitsEach, MissedShare, DirectShare, AgencyShare, OvertimeShare };

/// The days whose shifts are meant: all, weekdays, or Saturdays, Sundays and holidays.
enum class ShiftDays { All, Weekdays, Weekend };

/// Where a team's figure lies in a year as those who know it would expect: a range, in the unit of
/// the figure (per cent, or visits).
struct Plausible {
  TeamFigure figure = TeamFigure::Load;
  std::string role;
  std::string municipality;         ///< absent: each, by itself
  std::vector<std::string> shifts;  ///< each by itself; absent: all hours together
  ShiftDays days = ShiftDays::All;  ///< of the shifts: weekdays and weekends each by itself
  double low = 0, high = 0;
};

}  // namespace scenarios
