// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/shortage.hpp"

#include <algorithm>
#include <vector>

#include "models/measure/weeks.hpp"

namespace care {
namespace {

/// What the weeks of every team are read from.
struct Season {
  const scenarios::Shortage& shortage;
  const Workforce& workforce;
  const StaffSlots& slots;
  std::span<const Week> weeks;
  Recorder& recorder;
};

/// Reads one team's weeks.
class TeamWeeks {
 public:
  TeamWeeks(const Season& season, std::uint32_t team)
      : shortage_(season.shortage),
        slots_(season.slots.teams[team]),
        teams_(season.slots.teams),
        crew_(season.workforce.crew_of(team)),
        weeks_(season.weeks),
        recorder_(season.recorder) {}

  [[nodiscard]] bool in_season(std::size_t week) const {
    return in_weeks(weeks_[week].iso_week, shortage_.season[0], shortage_.season[1]);
  }

  [[nodiscard]] bool is_event(std::size_t week) const {
    const auto missed = value(team_count(figures::missed_must), week);
    if (static_cast<double>(missed) >= shortage_.missed_must) return true;
    // Teams that work as one are overloaded together.
    std::int64_t due = 0, available = 0;
    for (const auto team : crew_) {
      due += recorder_.weekly(teams_[team].first_series + team_count(figures::due), week);
      available +=
          recorder_.weekly(teams_[team].first_series + team_count(figures::available), week);
    }
    return static_cast<double>(due) > shortage_.load * static_cast<double>(available);
  }

  /// Share of the time due that was not given, in millionths.
  [[nodiscard]] std::int64_t lack(std::size_t week) const {
    const auto due = value(team_count(figures::due), week);
    const auto given = value(team_count(figures::given), week);
    return due > given ? static_cast<std::int64_t>(1e6 * static_cast<double>(due - given) /
                                                   static_cast<double>(due))
                       : 0;
  }

  [[nodiscard]] std::int64_t value(std::uint32_t count, std::size_t week) const {
    return recorder_.weekly(slots_.first_series + count, week);
  }

 private:
  const scenarios::Shortage& shortage_;
  const TeamSlots& slots_;
  const std::vector<TeamSlots>& teams_;
  const Crew& crew_;
  std::span<const Week> weeks_;
  Recorder& recorder_;
};

void summarise_team(const Season& season, std::uint32_t team) {
  const TeamWeeks weeks{season, team};
  Recorder& recorder = season.recorder;
  const auto& slots = season.slots.teams[team];
  const auto count = season.weeks.size();
  std::int64_t run = 0;
  bool season_over = false, recovering = false;
  for (std::size_t w = 0; w < count; ++w) {
    const bool event = weeks.is_event(w);
    recorder.weekly(slots.event, w) = event ? 1 : 0;
    if (weeks.in_season(w)) {
      recorder.total(slots.depth) = std::max(recorder.total(slots.depth), weeks.lack(w));
      run = event ? run + 1 : 0;
      if (event) {
        if (recorder.total(slots.any) == 0) {
          recorder.total(slots.first_week) = season.weeks[w].iso_week;
        }
        recorder.total(slots.any) = 1;
        ++recorder.total(slots.weeks);
        recorder.total(slots.episodes) += run == 1 ? 1 : 0;
        recorder.total(slots.longest) = std::max(recorder.total(slots.longest), run);
      }
      season_over = recovering = false;
    } else if (recorder.total(slots.any) == 1) {
      if (!season_over) recovering = true;
      season_over = true;
      recovering = recovering && event;
      if (recovering) ++recorder.total(slots.recovery);
    }
  }
}

void summarise_group(const Season& season, const GroupSlots& group) {
  const auto weeks = season.weeks;
  Recorder& recorder = season.recorder;
  for (std::size_t w = 0; w < weeks.size(); ++w) {
    const bool event = std::ranges::any_of(group.teams, [&](std::uint32_t team) {
      const TeamWeeks each{season, team};
      return each.in_season(w) && each.is_event(w);
    });
    if (!event) continue;
    if (recorder.total(group.any) == 0) recorder.total(group.first_week) = weeks[w].iso_week;
    recorder.total(group.any) = 1;
    ++recorder.total(group.weeks);
  }
}

}  // namespace

void find_shortages(const scenarios::Shortage& shortage, const Workforce& workforce,
                    const StaffSlots& slots, std::span<const Week> weeks, Recorder& recorder) {
  const Season season{shortage, workforce, slots, weeks, recorder};
  for (std::uint32_t team = 0; team < workforce.teams(); ++team) {
    if (slots.teams[team].weekly) summarise_team(season, team);
  }
  for (const auto& group : slots.groups) summarise_group(season, group);
}

}  // namespace care
