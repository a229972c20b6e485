// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/shortage.hpp"

#include <algorithm>
#include <vector>

#include "models/measure/seasons.hpp"

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
        recorder_(season.recorder) {}

  [[nodiscard]] bool is_event(std::size_t week) const {
    return is_missed_care(shortage_, missed(week), urgent(week));
  }

  [[nodiscard]] bool is_tight(std::size_t week) const {
    const auto exceeds = [](std::int64_t part, double share, std::int64_t whole) {
      return static_cast<double>(part) > share * static_cast<double>(whole);
    };
    const auto reaches = [](std::int64_t part, double share, std::int64_t whole) {
      return part > 0 && static_cast<double>(part) >= share * static_cast<double>(whole);
    };
    return exceeds(of_crew(figures::due, week), shortage_.load,
                   of_crew(figures::available, week)) ||
           reaches(value(team_count(figures::visits_moved), week), shortage_.moved_share,
                   value(team_count(figures::visits_due), week)) ||
           reaches(of_crew(figures::overtime, week), shortage_.overtime_share,
                   of_crew(figures::given, week));
  }

  [[nodiscard]] std::int64_t missed(std::size_t week) const {
    return value(team_count(figures::missed_urgent), week);
  }

  /// Share of the visits that cannot wait that was missed, in millionths: at most all, though some that
  /// are given up were due the week before.
  [[nodiscard]] std::int64_t lack(std::size_t week) const {
    const auto due = urgent(week);
    constexpr std::int64_t all = 1'000'000;
    return missed(week) >= due ? (missed(week) > 0 ? all : 0) : missed(week) * all / due;
  }

  [[nodiscard]] std::int64_t value(std::uint32_t count, std::size_t week) const {
    return recorder_.weekly(slots_.first_series + count, week);
  }

 private:
  [[nodiscard]] std::int64_t urgent(std::size_t week) const {
    return value(team_count(figures::visits_urgent), week);
  }
  /// Teams that work as one are overloaded together.
  [[nodiscard]] std::int64_t of_crew(const Figure& figure, std::size_t week) const {
    std::int64_t sum = 0;
    for (const auto team : crew_) {
      sum += recorder_.weekly(teams_[team].first_series + place_of(figure), week);
    }
    return sum;
  }
  [[nodiscard]] static std::uint32_t place_of(const Figure& figure) {
    const auto* at = std::ranges::find_if(
        team_counts, [&](const TeamCount& count) { return same(*count.figure, figure); });
    return static_cast<std::uint32_t>(at - team_counts.begin());
  }

  const scenarios::Shortage& shortage_;
  const TeamSlots& slots_;
  const std::vector<TeamSlots>& teams_;
  const Crew& crew_;
  Recorder& recorder_;
};

/// One season of a team, and the weeks that follow it.
void judge_season(const TeamWeeks& weeks, std::span<const Week> all, const SeasonSpan& span,
                  const TeamSlots& slots, std::size_t number, Recorder& recorder) {
  std::int64_t run = 0, longest = 0, events = 0, deepest = 0, tight = 0;
  for (std::size_t w = span.first; w < span.end; ++w) {
    deepest = std::max(deepest, weeks.lack(w));
    recorder.total(slots.missed) += weeks.missed(w);
    tight += weeks.is_tight(w) ? 1 : 0;
    run = weeks.is_event(w) ? run + 1 : 0;
    if (run == 0) continue;
    if (events++ == 0) recorder.total(slots.first_week) += all[w].iso_week;
    recorder.total(slots.episodes) += run == 1 ? 1 : 0;
    longest = std::max(longest, run);
  }
  recorder.total(slots.depth) += deepest;
  recorder.total(slots.season_depths + number) = deepest;
  recorder.total(slots.tight_any) += tight > 0 ? 1 : 0;
  recorder.total(slots.tight_weeks) += tight;
  if (events == 0) return;
  ++recorder.total(slots.any);
  recorder.total(slots.weeks) += events;
  recorder.total(slots.longest) += longest;
  // A shortage that goes on after the season: its last week had one.
  for (std::size_t w = span.end; run > 0 && w < span.next && weeks.is_event(w); ++w) {
    ++recorder.total(slots.recovery);
  }
}

void summarise_team(const Season& season, std::uint32_t team) {
  const TeamWeeks weeks{season, team};
  const auto& slots = season.slots.teams[team];
  for (std::size_t w = 0; w < season.weeks.size(); ++w) {
    season.recorder.weekly(slots.event, w) = weeks.is_event(w) ? 1 : 0;
    season.recorder.weekly(slots.tight, w) = weeks.is_tight(w) ? 1 : 0;
  }
  const auto& spans = season.slots.seasons.spans;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    judge_season(weeks, season.weeks, spans[i], slots, i, season.recorder);
  }
}

void summarise_group(const Season& season, const GroupSlots& group) {
  Recorder& recorder = season.recorder;
  for (const SeasonSpan& span : season.slots.seasons.spans) {
    std::int64_t events = 0;
    for (std::size_t w = span.first; w < span.end; ++w) {
      const bool event = std::ranges::any_of(group.teams, [&](std::uint32_t team) {
        return recorder.weekly(season.slots.teams[team].event, w) != 0;
      });
      if (event && events++ == 0) recorder.total(group.first_week) += season.weeks[w].iso_week;
    }
    recorder.total(group.any) += events > 0 ? 1 : 0;
    recorder.total(group.weeks) += events;
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
