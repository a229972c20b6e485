// SPDX-License-Identifier: Apache-2.0
/// @file
/// What can be said of a scenario's flow before any run: faults that no run could be right with,
/// where patients go round, which settings can lock each other, how many places are asked for, and
/// where it is narrowest.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/flow/network.hpp"
#include "models/flow/pathway.hpp"
#include "scenarios/check.hpp"
#include "scenarios/scenario.hpp"

namespace flow {

/// Something that a reader of the scenario should know.
struct Finding {
  enum class Level : std::uint8_t {
    Error,    ///< the scenario must not run: patients get stuck, or a setting is never used
    Warning,  ///< it runs, and may not mean what was intended
    Note
  };
  Level level = Level::Note;
  std::string code;      ///< what kind, in one word: "unreachable", "no_exit", "over_capacity", ...
  std::string pointer;   ///< JSON Pointer into the scenario
  words::Text expected;  ///< as in scenarios::Issue; empty for notes
  words::Text got;
  scenarios::Text message;  ///< one sentence that stands by itself
};

/// Offered load of a setting: what would be there if nobody ever had to wait; see
/// models/flow/traffic.hpp.
struct SettingLoad {
  std::string setting;
  double per_day = 0;  ///< patients who come in per day, returns included
  double days = 0;     ///< mean days per visit; preparation and waiting for gates included
  double present = 0;  ///< mean number present
  double places = 0;   ///< mean number of places taken: more than present where places are held
  bool unlimited = true;
  double capacity_mean = 0;    ///< places offered, mean over the measured days
  double capacity_least = 0;   ///< the lowest value of the calendar in them
  double utilisation = 0;      ///< places / capacity_mean; 1 or more: no steady state; 0: no limit
  bool grows = false;          ///< some who come never leave: the figures count them on entry only
  std::uint32_t at_start = 0;  ///< present when the run starts
};

/// Those of one profile in a setting, on average, if nobody ever had to wait.
struct KindLoad {
  Place setting = nowhere;
  Profile profile = default_profile;
  double present = 0;
  double stays_per_day = 0;  ///< that begin
};

struct Cycle {
  std::vector<std::string> settings;  ///< the first one is not repeated at the end
  double share = 0;  ///< of those who leave one of them, how many go just this way round
};

/// A strongly connected component: whoever is in it can come back.
struct RevolvingDoor {
  std::vector<std::string> settings;
  std::string busiest;        ///< the setting to which the greatest share comes back
  double return_share = 0;    ///< of those who leave it, how many come back sooner or later
  std::vector<Cycle> cycles;  ///< the likeliest first, at most twelve
};

/// The setting that is full first when more come, each source in proportion and on the same routes.
struct Bottleneck {
  std::string setting;
  double per_day = 0;   ///< arrivals per day at which its places are just enough on average
  double arrivals = 0;  ///< patients that come per day
};

/// Patients per day on a move.
struct MoveLoad {
  std::string from;  ///< empty: arrivals
  std::string to;
  double per_day = 0;
};

struct Analysis {
  std::vector<Finding> findings;   ///< errors first, then warnings, then notes
  std::vector<SettingLoad> loads;  ///< by setting, in the order of the scenario
  std::vector<KindLoad> kinds;     ///< those that occur, by setting and profile
  std::vector<MoveLoad> moves;
  std::vector<RevolvingDoor> revolving_doors;
  std::vector<std::vector<std::string>> blocking_loops;
  std::optional<Bottleneck> bottleneck;  ///< none where no setting that is used has a limit
  double arrivals_per_day = 0;

  [[nodiscard]] bool has_errors() const;
};

/// Precondition: scenarios::check found no error. Cost: about a tenth of a second for seven
/// settings and 360 profiles.
[[nodiscard]] Analysis analyse(const Network& network, const Outside& outside = {});

/// Errors and warnings in the form of scenarios::check, so that all faults of a scenario can be
/// shown alike. The file is left empty, as there.
[[nodiscard]] scenarios::Findings issues_of(const Analysis& analysis);

}  // namespace flow
