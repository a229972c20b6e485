// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/shift_results.hpp"

#include <algorithm>

#include "models/measure/catalogue_builder.hpp"
#include "models/measure/figure_text.hpp"
#include "models/staffing/shortage.hpp"
#include "words/catalog.hpp"

namespace care {
namespace {

/// Where each of shift_counts stands in team_counts.
constexpr auto of_team = [] {
  std::array<std::uint32_t, shift_counts.size()> places{};
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    places[i] = place_in_team_counts(*shift_counts[i]);
  }
  return places;
}();

/// Whether a team has posts or visits in shifts of a kind.
class Occupied {
 public:
  Occupied(const scenarios::Care& care, const Workforce& workforce)
      : care_(care), workforce_(workforce) {}

  [[nodiscard]] bool operator()(std::uint32_t team, std::uint32_t shift, bool weekend) const {
    return has_visits(care_.roles[workforce_.team(team).role].first, shift, weekend) ||
           has_posts(team, shift, weekend);
  }

 private:
  [[nodiscard]] bool has_visits(const std::string& role, std::uint32_t shift, bool weekend) const {
    const std::string& id = care_.shifts[shift].first;
    return std::ranges::any_of(care_.tasks, [&](const auto& named) {
      const scenarios::Task& task = named.second;
      const auto is_then = [&](sim::DayKind day) { return (day >= sim::DayKind::Sat) == weekend; };
      const bool gives = task.role == role || task.hand_over_to == role;
      return gives && (task.days.empty() || std::ranges::any_of(task.days, is_then)) &&
             std::ranges::any_of(task.shifts, [&](const auto& share) {
               return share.first == id && share.second > 0;
             });
    });
  }
  [[nodiscard]] bool has_posts(std::uint32_t team, std::uint32_t shift, bool weekend) const {
    const auto kind =
        shift * static_cast<std::uint32_t>(shift_day_types.size()) + (weekend ? 1 : 0);
    for (std::uint32_t o = 0; o < workforce_.calendar().size(); ++o) {
      if (shift_kind_of(workforce_.calendar()[o]) != kind) continue;
      if (workforce_.posts(team, o).milli > 0) return true;
    }
    return false;
  }

  const scenarios::Care& care_;
  const Workforce& workforce_;
};

/// The key of a figure of a kind of shift, which its label names: "Evening, weekend: Visits due".
Key key_of(const Figure& figure, const About& about, const scenarios::Shift& shift) {
  Key key = CatalogueBuilder::key(figure, about, shift_group);
  key.label = words::say(about.day_type == shift_day_types[0] ? "shift.weekdays" : "shift.weekend",
                         {{"shift", named(shift.label, about.shift)}}) +
              words::verbatim(": ") + key.label;
  return key;
}

/// Adds the figures of a team's shifts of one kind.
ShiftSlots add_kind(CatalogueBuilder& to, const About& about, const scenarios::Shift& shift,
                    bool urgent, bool windows, std::size_t seasons) {
  const auto key = [&](const Figure& figure) { return key_of(figure, about, shift); };
  ShiftSlots slots;
  slots.first_total = to.slots(shift_counts.size());
  const auto slot = [&](const Figure& figure) {
    const auto* at = std::ranges::find(shift_counts, &figure);
    return slots.first_total + static_cast<std::size_t>(at - shift_counts.begin());
  };
  for (const Figure* figure : shift_counts) {
    if (same(*figure, figures::missed_window) && !windows) continue;
    to.metric(key(*figure), slot(*figure), no_slot, per_count(figure->unit));
  }
  to.metric(key(figures::load), slot(figures::due), slot(figures::available), 100);
  const double shift_ms = shift.hours / hours_per_ms;
  to.metric(key(figures::visits_each), slot(figures::visits_done), slot(figures::at_work),
            shift_ms);
  for (const TeamRatio& share : work_shares) {
    to.metric(key(*share.figure), slot(*share.above), slot(*share.below), 100);
  }
  for (auto* each : {&slots.any, &slots.missed, &slots.due, &slots.available}) *each = to.slot();
  if (seasons == 0) return slots;
  to.metric(key(figures::season_load), slots.due, slots.available, 100);
  if (!urgent) return slots;
  to.metric(key(figures::missed_share), slot(figures::missed_urgent), slot(figures::visits_urgent),
            100);
  const Slot all =
      to.track({.field = Tracked::Field::Constant, .constant = static_cast<std::int64_t>(seasons)});
  to.probability(key(figures::any), slots.any, all, static_cast<std::uint32_t>(seasons));
  to.metric(key(figures::season_missed), slots.missed, all, 1);
  return slots;
}

}  // namespace

void add_shift_figures(CatalogueBuilder& to, const scenarios::Care& care,
                       const Workforce& workforce, StaffSlots& slots) {
  const Occupied is_occupied{care, workforce};
  slots.shifts.resize(std::size_t{workforce.teams()} * shift_kinds(workforce.calendar()));
  auto next = slots.shifts.begin();
  for (std::uint32_t team = 0; team < workforce.teams(); ++team) {
    const StaffTeam& who = workforce.team(team);
    for (std::uint32_t shift = 0; shift < care.shifts.size(); ++shift) {
      for (std::size_t d = 0; d < shift_day_types.size(); ++d, ++next) {
        if (!workforce.units().is_municipality(who.unit) || !is_occupied(team, shift, d == 1)) {
          continue;
        }
        const auto& [shift_id, spec] = care.shifts[shift];
        *next = add_kind(to,
                         {.municipality = workforce.unit_of(team).id,
                          .role = care.roles[who.role].first,
                          .shift = shift_id,
                          .day_type = shift_day_types[d]},
                         spec, slots.teams[team].urgent, !care.windows.empty(),
                         slots.seasons.spans.size());
      }
    }
  }
}

ShiftRecords::ShiftRecords(const Workforce& workforce, const StaffSlots& slots, std::size_t weeks)
    : slots_(&slots),
      kinds_(shift_kinds(workforce.calendar())),
      weeks_(weeks),
      sums_(slots.shifts.size() * weeks) {}

void ShiftRecords::restart() { std::ranges::fill(sums_, Sums{}); }

void ShiftRecords::add(std::uint32_t team, const ShiftOccurrence& occurrence, std::size_t week,
                       std::span<const std::int64_t> counts, Recorder& recorder) {
  const std::size_t of = std::size_t{team} * kinds_ + shift_kind_of(occurrence);
  const Slot first = slots_->shifts[of].first_total;
  if (first == no_slot) return;
  for (std::uint32_t i = 0; i < shift_counts.size(); ++i) {
    recorder.total(first + i) += counts[of_team[i]];
  }
  Sums& sums = sums_[of * weeks_ + week];
  sums.due += counts[team_count(figures::due)];
  sums.available += counts[team_count(figures::available)];
  sums.missed += counts[team_count(figures::missed_urgent)];
}

void ShiftRecords::judge(const scenarios::Shortage& shortage, Recorder& recorder) const {
  for (std::size_t of = 0; of < slots_->shifts.size(); ++of) {
    const ShiftSlots& slots = slots_->shifts[of];
    if (slots.first_total == no_slot) continue;
    const auto urgent =
        slots_->teams[of / kinds_].first_series + team_count(figures::visits_urgent);
    for (const SeasonSpan& span : slots_->seasons.spans) {
      bool any = false;
      for (std::size_t w = span.first; w < span.end; ++w) {
        const Sums& sums = weeks_of(of)[w];
        recorder.total(slots.due) += sums.due;
        recorder.total(slots.available) += sums.available;
        recorder.total(slots.missed) += sums.missed;
        any = any || is_missed_care(shortage, sums.missed, recorder.weekly(urgent, w));
      }
      recorder.total(slots.any) += any ? 1 : 0;
    }
  }
}

}  // namespace care
