// SPDX-License-Identifier: Apache-2.0
/// @file
/// The traffic equations: how many patients per day come to each setting, and how many places they
/// take, if nobody ever had to wait. The offered load of queueing theory.
///
/// Solved over situations (setting, profile, residence): lambda = gamma + lambda P, with gamma the
/// sources' mean over the measured days and P from Journeys. Jackson, "Networks of waiting lines",
/// Operations Research 5 (1957). Exact in steady state without limits on places but for the stays
/// of residents who go away and come back (Journeys::build_home). What a limit does (waits, losses,
/// diversions) is not in it: the load is what is asked for, not what is served.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "models/flow/journeys.hpp"
#include "models/flow/network.hpp"

namespace flow {

struct Traffic {
  struct Load {
    double per_day = 0;  ///< patients who come in, returns included
    double present = 0;  ///< mean number in the setting
    double places = 0;  ///< mean number of places held: those present, on the way here with a place
                        ///< held, and residents away whose place is kept
    bool unbounded = false;  ///< some who come here never leave: the number present grows
  };
  sim::Table<Place, Load> settings;
  /// Those of one profile in a setting.
  struct Kind {
    double present = 0;        ///< mean number
    double stays_per_day = 0;  ///< that begin
  };
  std::map<std::pair<Place, Profile>, Kind> kinds;
  std::vector<double> arrivals;  ///< per day, by source
  std::vector<double> flow;      ///< patients per day, by Network::way
  double departures = 0;         ///< per day; equals the arrivals unless somebody never leaves
  std::vector<bool> leaves;      ///< by situation: on the expected course there is a way out
  std::vector<bool>
      may_leave;   ///< by situation: there is a way out, if only when something is full
  int rounds = 0;  ///< of Gauss-Seidel
  bool converged = true;

  [[nodiscard]] double total_arrivals() const;
};

/// Patients per day whom a source sends, mean over the measured days: intensity, batch and kept
/// appointments counted.
[[nodiscard]] double arrivals_per_day(const Network& network, const Source& source);

/// Patients that a source sends in a whole replication, warm-up included: at most about, on average.
[[nodiscard]] double arrivals_in_all(const Network& network, const Source& source);

[[nodiscard]] Traffic solve_traffic(const Network& network, const Journeys& journeys);

}  // namespace flow
