// SPDX-License-Identifier: Apache-2.0
#include "models/staffing/duty.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace care {
namespace {

/// Purposes of the draws of a team (serial 0), its persons (serial 1..n, or 1 of a family by name) and a
/// municipality (0).
/// Those that are Able are at the team's family together with the competence's.
enum DutyPurpose : std::uint8_t {
  Shock = 0,
  Vacancy = 1,
  Illness = 2,
  Substitute = 3,
  Able = 4,
  AbleSubstitute = 5,
  AbleAgency = 6,
  SickSubstitute = 7,
  Holder = 8,
  ChildIll = 9
};

constexpr sim::Duration week = 7 * sim::day;

/// The shock clock counts 2^-16 ms, so that a multiplier has four decimals and time is whole.
constexpr int clock_bits = 16;
/// 1,100 years of health: longer than any run, and far from overflow on the clock.
constexpr sim::Duration longest{std::int64_t{1} << 45};

/// Whole weeks since 1970: the same number for the same week in every scenario.
std::uint32_t week_number(sim::Time monday) {
  return static_cast<std::uint32_t>(monday.time_since_epoch() / week);
}

}  // namespace

Duty::Duty(const Workforce& workforce) : workforce_(&workforce) {
  for (std::uint32_t t = 0; t < workforce.teams(); ++t) {
    if (workforce.team(t).turnover) posts_.resize(workforce.people());
    if (workforce.team(t).child_care.share > 0) children_.resize(workforce.people());
  }
}

sim::Stream Duty::stream(std::uint32_t family, std::uint32_t serial, std::uint8_t purpose,
                         std::uint32_t occasion) const {
  return sim::Stream(seed_, {replication_, family, serial, purpose, occasion});
}

void Duty::reset(std::uint64_t seed, std::uint32_t replication) {
  seed_ = seed;
  replication_ = replication;
  people_.assign(workforce_->people(), Person{});
  const std::size_t stride = workforce_->calendar().weeks() + std::size_t{1};
  clock_.resize(workforce_->teams() * stride);
  account_.assign(workforce_->teams(), sim::Duration::zero());
  for (std::uint32_t t = 0; t < workforce_->teams(); ++t) {
    const StaffTeam& team = workforce_->team(t);
    if (team.people == 0) continue;
    draw_shocks(team, clock_.data() + t * stride);
    draw_vacancies(team);
    draw_competences(team);
    for (std::uint32_t person = 0; person < team.people; ++person) {
      start_person(t, person);
      if (team.turnover) start_post(t, person);
      if (team.child_care.share > 0) start_child_care(t, person);
    }
  }
}

void Duty::draw_shocks(const StaffTeam& team, std::int64_t* clock) {
  const ShiftCalendar& calendar = workforce_->calendar();
  clock[0] = 0;
  for (std::uint32_t w = 0; w < calendar.weeks(); ++w) {
    std::int64_t multiplier = std::int64_t{1} << clock_bits;
    if (team.sickness.shock) {
      sim::Stream draw =
          stream(team.shock_family, 0, Shock, week_number(calendar.first_monday() + w * week));
      // Capped at 10,000 against overflow; at least one step, so that the clock always advances.
      const double m = std::min(team.sickness.shock->sample(draw), 1e4);
      multiplier = std::max<std::int64_t>(1, std::llround(std::ldexp(m, clock_bits)));
    }
    clock[w + 1] = clock[w] + multiplier * week.count();
  }
}

/// Those of the season with fewer are among those of the other.
void Duty::draw_vacancies(const StaffTeam& team) {
  const double most = std::max(team.vacancy, team.vacancy_summer);
  if (most <= 0) return;
  const double both = std::min(team.vacancy, team.vacancy_summer) / most;
  sim::Stream draw = stream(team.family, 0, Vacancy, 0);
  const double u = draw.uniform(), of_both = draw.uniform();
  const auto team_number = workforce_->team_of(team.unit, team.role);
  const std::uint8_t season = team.vacancy >= team.vacancy_summer ? Outside : Within;
  const auto is_drawn = [](double place, double share, double offset) {
    return std::floor(place * share + offset + share) > std::floor(place * share + offset);
  };
  double count = 0;
  for (std::uint32_t person = 0; person < team.people; ++person) {
    if (!is_drawn(workforce_->rank(team_number, person), most, u)) continue;
    people_[team.first_person + person].vacant =
        both == 1 || is_drawn(count, both, of_both) ? Outside | Within : season;
    ++count;
  }
}

/// Who has it is drawn person by person: of k who are to be found among m, the next with k/m. A larger
/// share leaves those who have it with it.
void Duty::draw_competences(const StaffTeam& team) {
  for (const HeldCompetence& held : workforce_->competences().of(team.role)) {
    const std::uint32_t family = team.family ^ held.family;
    const double u = stream(family, 0, Able, 0).uniform();
    double wanted = std::floor(team.people * held.share + u);
    for (std::uint32_t person = 0; person < team.people; ++person) {
      const double left = team.people - person;
      if (stream(family, person + 1, Able, 0).uniform() * left >= wanted) continue;
      wanted -= 1;
      Competences& has = people_[team.first_person + person].competences;
      has = static_cast<Competences>(has | held.bit);
    }
  }
}

/// What is drawn for the post, less what its holder has not had the time for.
Competences Duty::of_holder(const StaffTeam& team, std::uint32_t person, sim::Time now) const {
  const Competences has = people_[team.first_person + person].competences;
  if (!team.turnover) return has;
  const sim::Duration held = now - posts_[team.first_person + person].since;
  return static_cast<Competences>(has & ~workforce_->competences().not_yet(team.role, held));
}

Competences Duty::of_substitute(const StaffTeam& team, std::uint32_t person,
                                std::uint32_t w) const {
  return drawn(team, person, w, AbleSubstitute, &HeldCompetence::substitutes);
}

Competences Duty::of_agency(const StaffTeam& team, std::uint32_t number_in_shift,
                            std::uint32_t w) const {
  return drawn(team, number_in_shift, w, AbleAgency, &HeldCompetence::agency);
}

Competences Duty::drawn(const StaffTeam& team, std::uint32_t number, std::uint32_t w,
                        std::uint8_t purpose, double HeldCompetence::*share) const {
  const std::uint32_t week_of = week_number(workforce_->calendar().first_monday() + w * week);
  unsigned has = 0;
  for (const HeldCompetence& held : workforce_->competences().of(team.role)) {
    sim::Stream draw = stream(team.family ^ held.family, number + 1, purpose, week_of);
    if (draw.happens(held.*share)) has |= held.bit;
  }
  return static_cast<Competences>(has);
}

void Duty::start_person(std::uint32_t team_number, std::uint32_t person_number) {
  const StaffTeam& team = workforce_->team(team_number);
  const Sickness& sickness = team.sickness;
  Person& person = people_[team.first_person + person_number];
  const sim::Time start = workforce_->calendar().start();
  if (sickness.share <= 0 || sickness.share >= 1) {
    person.sick = sickness.share >= 1;
    person.until = sim::Time::max();
    return;
  }
  const PersonAddress& address = workforce_->address(team_number, person_number);
  sim::Stream draw = stream(address.family, address.serial, Illness, person.spells++);
  person.sick = draw.happens(sickness.share);
  if (person.sick) {
    person.until = start + sim::sample_residual_duration(sickness.spell, sickness.unit, draw);
  } else {
    // What is left of an exponential time is that exponential again.
    person.until =
        ill_at(team_number, start, sim::sample_duration(sickness.healthy, sim::day, draw));
  }
}

sim::Time Duty::ill_at(std::uint32_t team, sim::Time from, sim::Duration healthy) const {
  const ShiftCalendar& calendar = workforce_->calendar();
  const std::int64_t* const clock = clock_.data() + team * (calendar.weeks() + std::size_t{1});
  auto w = static_cast<std::uint32_t>((from - calendar.first_monday()) / week);
  if (w >= calendar.weeks()) return sim::Time::max();
  const auto monday = [&](std::uint32_t k) { return calendar.first_monday() + k * week; };
  const auto speed = [&](std::uint32_t k) { return (clock[k + 1] - clock[k]) / week.count(); };
  const std::int64_t target = clock[w] + (from - monday(w)).count() * speed(w) +
                              (std::min(healthy, longest).count() << clock_bits);
  while (w < calendar.weeks() && clock[w + 1] <= target) ++w;
  if (w == calendar.weeks()) return sim::Time::max();
  return monday(w) + sim::Duration{(target - clock[w]) / speed(w)};
}

void Duty::advance(std::uint32_t team_number, std::uint32_t person_number, sim::Time now) {
  const StaffTeam& team = workforce_->team(team_number);
  Person& person = people_[team.first_person + person_number];
  const PersonAddress& address = workforce_->address(team_number, person_number);
  while (person.until <= now) {
    // One address per spell of health and the spell of sickness after it, in that order.
    sim::Stream draw = stream(address.family, address.serial, Illness, person.spells);
    const sim::Duration healthy = sim::sample_duration(team.sickness.healthy, sim::day, draw);
    person.since = person.until;
    if (person.sick) {
      person.until = ill_at(team_number, person.until, healthy);
    } else {
      person.until += sim::sample_duration(team.sickness.spell, team.sickness.unit, draw);
      ++person.spells;
    }
    person.sick = !person.sick;
  }
}

Presence Duty::presence(std::uint32_t team_number, std::uint32_t person_number,
                        std::uint32_t occurrence) {
  const StaffTeam& team = workforce_->team(team_number);
  const Person& person = people_[team.first_person + person_number];
  const ShiftOccurrence& shift = workforce_->calendar()[occurrence];
  if (team.turnover ? is_vacant(team_number, person_number, shift.start)
                    : is_vacant_in(team, person, shift.week)) {
    return Presence::Vacant;
  }
  if (workforce_->is_away(team_number, person_number, occurrence)) return Presence::OnLeave;
  if (person.until <= shift.start) advance(team_number, person_number, shift.start);
  if (person.sick) return Presence::Sick;
  const bool with_child =
      team.child_care.share > 0 && is_with_child(team_number, person_number, shift.start);
  return with_child ? Presence::ChildCare : Presence::Present;
}

bool Duty::is_vacant_in(const StaffTeam& team, const Person& person, std::uint32_t week_of) const {
  if (person.vacant == 0 || person.vacant == (Outside | Within)) return person.vacant != 0;
  return (person.vacant == Within) == workforce_->leave_week(team.role, week_of);
}

void Duty::start_post(std::uint32_t team_number, std::uint32_t person_number) {
  const StaffTeam& team = workforce_->team(team_number);
  const PersonAddress& address = workforce_->address(team_number, person_number);
  Alternation& post = posts_[team.first_person + person_number];
  post = {.away = people_[team.first_person + person_number].vacant != 0};
  sim::Stream draw = stream(address.family, address.serial, Holder, post.changes++);
  // What is left of an exponential time is that exponential again.
  const sim::Duration rest =
      post.away ? sim::sample_residual_duration(team.turnover->vacant, team.turnover->unit, draw)
                : sim::sample_duration(team.turnover->held, sim::day, draw);
  // And so is what has passed of it.
  const sim::Duration passed =
      post.away ? sim::Duration::zero() : sim::sample_duration(team.turnover->held, sim::day, draw);
  post.since = workforce_->calendar().start() - std::min(passed, longest);
  post.until = workforce_->calendar().start() + std::min(rest, longest);
}

bool Duty::is_vacant(std::uint32_t team_number, std::uint32_t person_number, sim::Time now) {
  const StaffTeam& team = workforce_->team(team_number);
  Alternation& post = posts_[team.first_person + person_number];
  if (now < post.until) return post.away;
  const PersonAddress& address = workforce_->address(team_number, person_number);
  while (post.until <= now) {
    sim::Stream draw = stream(address.family, address.serial, Holder, post.changes++);
    post.away = !post.away;
    post.since = post.until;
    const sim::Duration next =
        post.away ? sim::sample_duration(team.turnover->vacant, team.turnover->unit, draw)
                  : sim::sample_duration(team.turnover->held, sim::day, draw);
    post.until += std::min(next, longest);
  }
  return post.away;
}

void Duty::start_child_care(std::uint32_t team_number, std::uint32_t person_number) {
  const StaffTeam& team = workforce_->team(team_number);
  const ChildCare& terms = team.child_care;
  const PersonAddress& address = workforce_->address(team_number, person_number);
  const sim::Time start = workforce_->calendar().start();
  Alternation& child = children_[team.first_person + person_number];
  child = {};
  sim::Stream draw = stream(address.family, address.serial, ChildIll, child.changes++);
  child.away = draw.happens(terms.month_share[month_of(start)]);
  child.until = child.away ? start + sim::sample_residual_duration(terms.spell, terms.unit, draw)
                           : child_ill_at(workforce_->child_season(team.role), start, start,
                                          sim::sample_duration(terms.well, sim::day, draw));
}

bool Duty::is_with_child(std::uint32_t team_number, std::uint32_t person_number, sim::Time now) {
  const StaffTeam& team = workforce_->team(team_number);
  const ChildCare& terms = team.child_care;
  Alternation& child = children_[team.first_person + person_number];
  if (now < child.until) return child.away;
  const PersonAddress& address = workforce_->address(team_number, person_number);
  while (child.until <= now) {
    sim::Stream draw = stream(address.family, address.serial, ChildIll, child.changes++);
    child.since = child.until;
    child.away = !child.away;
    child.until = child.away ? child.until + sim::sample_duration(terms.spell, terms.unit, draw)
                             : child_ill_at(workforce_->child_season(team.role),
                                            workforce_->calendar().start(), child.until,
                                            sim::sample_duration(terms.well, sim::day, draw));
  }
  return child.away;
}

bool Duty::has_substitute(std::uint32_t team_number, std::uint32_t person_number,
                          std::uint32_t occurrence, Presence found) const {
  const StaffTeam& team = workforce_->team(team_number);
  const bool sick = found == Presence::Sick || found == Presence::ChildCare;
  const double share = sick                         ? team.sick_replacement
                       : found == Presence::Present ? 0
                                                    : team.replacement;
  if (share <= 0) return false;
  const ShiftCalendar& calendar = workforce_->calendar();
  const ShiftOccurrence& shift = calendar[occurrence];
  const sim::Time day = calendar.start() + shift.day * sim::day;
  if (sick && when_known(team.first_person + person_number, found) >= day) return false;
  const PersonAddress& address = workforce_->address(team_number, person_number);
  const std::uint32_t number = week_number(calendar.first_monday() + shift.week * week);
  return stream(address.family, address.serial, sick ? SickSubstitute : Substitute, number)
      .happens(share);
}

sim::Duration Duty::hire(std::uint32_t team_number, std::uint32_t occurrence,
                         sim::Duration rostered, sim::Duration missing) {
  const StaffTeam& team = workforce_->team(team_number);
  const ShiftOccurrence& shift = workforce_->calendar()[occurrence];
  const bool summer = workforce_->leave_week(team.role, shift.week);
  const Share& cap = summer ? team.agency_summer : team.agency;
  const sim::Duration payment = cap.of(rostered);
  sim::Duration& account = account_[team_number];
  if (payment > sim::Duration::zero()) {
    const sim::Duration most = std::max(cap.of(team.fullest_week), shift.length);
    // A fuller account, left from weeks with a higher cap, is not added to and not taken away.
    account = std::max(account, std::min(account + payment, most));
  }
  const sim::Duration hired = std::min(account, missing);
  account -= hired;
  return hired;
}

void Duty::find_staff(std::uint32_t team_number, std::uint32_t occurrence, ShiftStaff& staff) {
  staff.people.clear();
  staff.competences.clear();
  staff.areas.clear();
  staff = ShiftStaff{.people = std::move(staff.people),
                     .competences = std::move(staff.competences),
                     .areas = std::move(staff.areas)};
  if (workforce_->posts(team_number, occurrence).milli == 0) return;
  const StaffTeam& team = workforce_->team(team_number);
  const std::uint32_t w = workforce_->calendar()[occurrence].week;

  std::int32_t milli[5] = {0, 0, 0, 0, 0};
  std::int32_t substitutes = 0;
  const auto time = [&](std::int32_t posts_milli) {
    return workforce_->post_time(posts_milli, occurrence);
  };
  const bool told_apart = workforce_->competences().any();
  const bool apart = workforce_->ways(team_number).differ();
  const auto comes = [&](sim::Duration paid, auto&& competences, auto&& area) {
    staff.people.push_back(paid - team.indirect.of(paid));
    if (told_apart) staff.competences.push_back(competences());
    if (apart) staff.areas.push_back(area());
  };
  workforce_->each_rostered(team_number, occurrence, [&](std::uint32_t person, std::int32_t part) {
    const Presence found = presence(team_number, person, occurrence);
    milli[static_cast<std::size_t>(found)] += part;
    const auto home = [&] { return workforce_->area_of(team_number, person); };
    if (found == Presence::Present) {
      comes(
          time(part),
          [&] { return of_holder(team, person, workforce_->calendar()[occurrence].start); }, home);
    }
    if (has_substitute(team_number, person, occurrence, found)) {
      substitutes += part;
      comes(
          team.productivity.of(time(part)), [&] { return of_substitute(team, person, w); }, home);
    }
  });

  staff.rostered = workforce_->rostered(team_number, occurrence);
  staff.on_leave = time(milli[static_cast<std::size_t>(Presence::OnLeave)]);
  staff.sick = time(milli[static_cast<std::size_t>(Presence::Sick)]);
  staff.child_care = time(milli[static_cast<std::size_t>(Presence::ChildCare)]);
  staff.present = time(milli[static_cast<std::size_t>(Presence::Present)]);
  // Posts beyond the team's people, and milliseconds lost in rounding, have no holder.
  staff.vacant = staff.rostered - staff.present - staff.on_leave - staff.sick - staff.child_care;
  staff.substitute = time(substitutes);
  staff.agency = hire(team_number, occurrence, staff.rostered,
                      staff.rostered - staff.present - staff.substitute);
  const sim::Duration shift = workforce_->calendar()[occurrence].length;
  std::uint32_t number = 0;
  for (sim::Duration left = staff.agency; left > sim::Duration::zero(); left -= shift, ++number) {
    comes(
        std::min(left, shift), [&] { return of_agency(team, number, w); },
        [&] { return workforce_->areas().largest(team.unit); });
  }
  for (const sim::Duration of : staff.people) staff.available += of;
  staff.overtime_available = team.overtime.of(staff.present);
}

}  // namespace care
