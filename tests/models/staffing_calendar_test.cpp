// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "models/staffing/permitted_days.hpp"
#include "models/staffing/shift_calendar.hpp"
#include "tests/models/staffing_case.hpp"

namespace {

using namespace staffing_case;
using care::PermittedDays;
using care::ShiftCalendar;
using scenarios::HolidayVisits;

constexpr PermittedDays::Mask monday_to_friday = 0x1f;

scenarios::Care any_care() { return care_with(reliable_role(), team_of(3, 1)); }

TEST(ShiftCalendar, OrdersTheShiftsOfADayByTheirStart) {
  const ShiftCalendar calendar(any_care(), monday(), 2);
  ASSERT_EQ(calendar.size(), 6U);
  const int starts[] = {7, 15, 22, 31, 39, 46};
  const std::uint16_t shifts[] = {1, 2, 0, 1, 2, 0};  // day, evening, night
  for (std::uint32_t o = 0; o < 6; ++o) {
    EXPECT_EQ(calendar[o].start, sim::Time{monday()} + starts[o] * sim::hour);
    EXPECT_EQ(calendar[o].shift, shifts[o]);
    EXPECT_EQ(calendar[o].day, o / 3);
    EXPECT_EQ(calendar.rank_of_shift(shifts[o]), o % 3);
  }
  EXPECT_EQ(calendar[2].length, 9 * sim::hour);
}

TEST(ShiftCalendar, FindsTheFirstShiftFromAMoment) {
  const ShiftCalendar calendar(any_care(), monday(), 2);
  const sim::Time start{monday()};
  EXPECT_EQ(calendar.first_from(start - 5 * sim::day), 0U);
  EXPECT_EQ(calendar.first_from(start), 0U);
  EXPECT_EQ(calendar.first_from(start + 7 * sim::hour), 0U);
  EXPECT_EQ(calendar.first_from(start + 7 * sim::hour + sim::Duration{1}), 1U);
  EXPECT_EQ(calendar.first_from(start + 22 * sim::hour + sim::Duration{1}), 3U);
  EXPECT_EQ(calendar.first_from(start + 47 * sim::hour), 6U);
  EXPECT_EQ(calendar.first_from(start + 48 * sim::hour), 6U);
}

TEST(ShiftCalendar, KnowsWeeksHolidaysAndSeason) {
  const scenarios::Care care = any_care();
  // Wednesday 1 January 2025: the first week of the run is cut.
  const ShiftCalendar calendar(care, *sim::make_date(2025, 1, 1), 365);
  EXPECT_EQ(calendar.first_monday(), sim::Time{monday()});
  EXPECT_EQ(calendar[0].day_kind, DayKind::Holiday);
  EXPECT_EQ(calendar[3].day_kind, DayKind::Thu);
  EXPECT_EQ(calendar[0].week, 0);
  EXPECT_EQ(calendar[0].iso_week, 1);
  EXPECT_EQ(calendar[5U * 3].iso_week, 2);  // Monday 6 January
  EXPECT_EQ(calendar[5U * 3].week, 1);
  EXPECT_EQ(calendar.weeks(), 53U);
  EXPECT_EQ(calendar.iso_week(52).week, 1);  // 29 December 2025
}

/// C5: New Year's Day is an ordinary day where no holidays are kept, and 2 January one where it is named.
TEST(ShiftCalendar, C5KeepsTheHolidaysItIsGiven) {
  const scenarios::Care care = any_care();
  const sim::Date new_year = *sim::make_date(2025, 1, 1);
  const ShiftCalendar none(care, new_year, 7, {false, {}});
  EXPECT_EQ(none[0].day_kind, DayKind::Wed);
  const ShiftCalendar scottish(care, new_year, 7, {true, {*sim::make_date(2025, 1, 2)}});
  EXPECT_EQ(scottish[0].day_kind, DayKind::Holiday);
  EXPECT_EQ(scottish[3].day_kind, DayKind::Holiday);
  EXPECT_EQ(scottish[6].day_kind, DayKind::Fri);
  // A task of Mondays to Fridays has three days in the week of two holidays, and five without.
  const PermittedDays with_holidays(scottish, monday_to_friday, HolidayVisits::Keep);
  const PermittedDays without(none, monday_to_friday, HolidayVisits::Keep);
  EXPECT_GT(without.at(*sim::make_date(2025, 1, 3)), with_holidays.at(*sim::make_date(2025, 1, 3)));
}

TEST(ShiftCalendar, SeasonMayWrapTheYear) {
  EXPECT_TRUE(care::in_weeks(50, 49, 9));
  EXPECT_TRUE(care::in_weeks(9, 49, 9));
  EXPECT_FALSE(care::in_weeks(10, 49, 9));
  EXPECT_FALSE(care::in_weeks(48, 49, 9));
}

TEST(PermittedDays, EveryDayIsTheCalendar) {
  const ShiftCalendar calendar(any_care(), *sim::make_date(2025, 1, 1), 30);
  const PermittedDays clock(calendar, 0xff, HolidayVisits::Keep);
  for (int d = 0; d < 30; ++d) {
    const sim::Date date = *sim::make_date(2025, 1, 1) + std::chrono::days{d};
    EXPECT_EQ(clock.at(date), (d + 2) * sim::day.count());
    const auto place = clock.locate(clock.at(date) + sim::day.count() / 4);
    EXPECT_EQ(place.day, d);
    EXPECT_EQ(place.part(), 1U << 30U);
  }
  EXPECT_EQ(clock.locate(0).day, -2);
  EXPECT_EQ(clock.at(monday() - std::chrono::days{10}), -10 * sim::day.count());
}

TEST(PermittedDays, EveryWeekTakesAWeekAndOtherDaysNoTime) {
  const ShiftCalendar calendar(any_care(), monday(), 364);
  const PermittedDays clock(calendar, monday_to_friday, HolidayVisits::Keep);
  EXPECT_EQ(clock.days_a_week(), 5);
  for (int w = 0; w < 51; ++w) {
    const sim::Date first = monday() + std::chrono::days{7 * w};
    EXPECT_EQ(clock.at(first + std::chrono::days{7}) - clock.at(first), 7 * sim::day.count());
    for (int d = 0; d < 7; ++d) {
      const sim::Date date = first + std::chrono::days{d};
      const bool counts = clock.permits(sim::day_kind(date));
      EXPECT_EQ(clock.at(date + std::chrono::days{1}) > clock.at(date), counts) << w << ' ' << d;
    }
  }
}

TEST(PermittedDays, LocatesOnlyPermittedDaysAndInvertsAt) {
  const ShiftCalendar calendar(any_care(), monday(), 364);
  const PermittedDays clock(calendar, monday_to_friday, HolidayVisits::Keep);
  std::int32_t last = -1;
  for (std::int64_t position = 0; position < 364 * sim::day.count(); position += 7'654'321) {
    const PermittedDays::Place place = clock.locate(position);
    const sim::Date date = monday() + std::chrono::days{place.day};
    ASSERT_TRUE(clock.permits(sim::day_kind(date)));
    ASSERT_GE(place.day, last);
    ASSERT_LE(clock.at(date), position);
    ASSERT_GT(clock.at(date + std::chrono::days{1}), position);
    last = place.day;
  }
  EXPECT_EQ(clock.locate(364 * sim::day.count()).day, PermittedDays::Place::after_the_run);
}

TEST(PermittedDays, WeeksWithoutPermittedDaysTakeNoTime) {
  const ShiftCalendar calendar(any_care(), monday(), 28);
  const PermittedDays holidays(calendar, 0x80, HolidayVisits::Keep);
  // New Year's Eve and Day in the first week, Epiphany in the second, then none.
  EXPECT_EQ(holidays.locate(0).day, 1);
  EXPECT_EQ(holidays.locate(5 * sim::day.count()).day, 2);
  EXPECT_EQ(holidays.locate(8 * sim::day.count()).day, 7);
  EXPECT_EQ(holidays.locate(14 * sim::day.count()).day, PermittedDays::Place::after_the_run);
  EXPECT_EQ(holidays.at(monday() + std::chrono::days{20}), 14 * sim::day.count());
}

/// Weeks from Monday 30 December 2024 on that have fewer than five days: New Year's Eve and Day, Epiphany;
/// the week before has lost Christmas Eve and two days more.
TEST(PermittedDays, ThinWeeksTakeThePartThatTheirDaysHave) {
  const ShiftCalendar calendar(any_care(), monday(), 364);
  const PermittedDays clock(calendar, monday_to_friday, HolidayVisits::Thin);
  EXPECT_DOUBLE_EQ(clock.takes(0), 0.6);
  EXPECT_DOUBLE_EQ(clock.takes(1), 0.8);
  EXPECT_DOUBLE_EQ(clock.takes(2), 1);
  const std::int64_t day = 7 * sim::day.count() / 5;
  EXPECT_EQ(clock.at(monday() + std::chrono::days{7}), 3 * day);
  EXPECT_EQ(clock.locate(2 * day).day, 4);  // Friday: the third day there is
  EXPECT_EQ(clock.locate(3 * day).day, 8);  // Tuesday, after Epiphany
}

TEST(PermittedDays, SpreadWeeksShareWhatIsLackingByDays) {
  const ShiftCalendar calendar(any_care(), monday(), 364);
  const PermittedDays clock(calendar, monday_to_friday, HolidayVisits::Spread);
  // Three days, and of what three days lack in the week before, two in this and one in the next, the part
  // that three days have among those of three weeks.
  EXPECT_NEAR(clock.takes(0), (3 + 3 * 3.0 / 10 + 2 * 3.0 / 9 + 1 * 3.0 / 12) / 5, 1e-7);
  EXPECT_NEAR(clock.takes(2), (5 + 1 * 5.0 / 12) / 5, 1e-7);
  EXPECT_EQ(clock.takes(4), 1);
}

/// Nothing is lost but what falls outside the run, whatever the days; a task of holidays alone, or of all
/// days, lacks none.
TEST(PermittedDays, SpreadLosesNothing) {
  const ShiftCalendar calendar(any_care(), monday(), 20 * 364);
  for (const int mask : {0x1f, 0x11, 0x08, 0x3f, 0xff, 0x80}) {
    const auto permitted = static_cast<PermittedDays::Mask>(mask);
    const PermittedDays clock(calendar, permitted, HolidayVisits::Spread);
    const PermittedDays kept(calendar, permitted, HolidayVisits::Keep);
    double takes = 0, weeks = 0;
    for (std::uint32_t w = 0; w < calendar.weeks(); ++w) {
      takes += clock.takes(w);
      weeks += mask == 0x80 ? kept.takes(w) : 1;
    }
    EXPECT_NEAR(takes, weeks, 1) << mask;
    std::int32_t last = -1;
    for (std::int64_t position = 0; position < 19 * 364 * sim::day.count();
         position += 76'543'210) {
      const auto place = clock.locate(position);
      if (place.day == PermittedDays::Place::after_the_run) break;
      const sim::Date date = monday() + std::chrono::days{place.day};
      ASSERT_TRUE(clock.permits(sim::day_kind(date)));
      ASSERT_GE(place.day, last);
      ASSERT_LE(clock.at(date), position);
      last = place.day;
    }
  }
}

}  // namespace
