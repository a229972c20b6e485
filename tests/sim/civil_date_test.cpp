// SPDX-License-Identifier: Apache-2.0
#include "sim/civil_date.hpp"

#include <map>
#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace {

using sim::Date;
using sim::DayKind;
using sim::Holiday;

Date date(std::string_view text) {
  const auto found = sim::parse_date(text);
  if (!found) throw std::invalid_argument(std::string(text));
  return *found;
}

TEST(ParseTime, ReadsDatesAndClocks) {
  EXPECT_EQ(sim::parse_time("1970-01-01"), sim::Time{});
  EXPECT_EQ(sim::parse_time("2025-01-31"), sim::Time{date("2025-01-31")});
  EXPECT_EQ(sim::parse_time("2025-01-31T08:00"), date("2025-01-31") + 8 * sim::hour);
  EXPECT_EQ(sim::parse_time("2025-01-31T23:59:58"), date("2025-02-01") - std::chrono::seconds{2});
  EXPECT_EQ(sim::parse_time("2025-01-31T00:00:00.25"),
            date("2025-01-31") + std::chrono::milliseconds{250});
  EXPECT_TRUE(sim::parse_time("2024-02-29"));
}

TEST(ParseTime, RefusesWhatIsNotADate) {
  for (const char* text : {"",
                           "2025",
                           "2025-1-31",
                           "2025-01-3",
                           "25-01-31",
                           "2025-02-29",
                           "2025-13-01",
                           "2025-00-10",
                           "2025-04-31",
                           "2025-01-00",
                           "2025/01/31",
                           "2025-01-31 ",
                           " 2025-01-31",
                           "2025-01-31T",
                           "2025-01-31T8:00",
                           "2025-01-31T24:00",
                           "2025-01-31T08:60",
                           "2025-01-31T08:00:60",
                           "2025-01-31T08:00Z",
                           "2025-01-31 08:00",
                           "2025-01-31T08",
                           "2025-01-31T08:00:",
                           "2025-01-31T08:00:00.",
                           "2025-01-31T08:00:00.1234",
                           "2025-01-31T08:00:00.x",
                           "-025-01-31",
                           "+025-01-31",
                           "2025-01-31T-8:00",
                           "20250131",
                           "2025-W05-5"}) {
    EXPECT_FALSE(sim::parse_time(text)) << text;
  }
  EXPECT_FALSE(sim::parse_date("2025-01-31T08:00"));
}

TEST(FormatTime, WritesWhatParseReads) {
  for (const char* text : {"2025-01-31T08:00:30", "1999-12-31T23:59:59", "0001-01-01T00:00:00",
                           "9999-12-31T00:00:01"}) {
    const auto time = sim::parse_time(text);
    ASSERT_TRUE(time) << text;
    EXPECT_EQ(sim::iso_date_time(*time), text);
    EXPECT_EQ(sim::iso_date(*time), std::string(text).substr(0, 10));
  }
}

TEST(FormatTime, RoundsDownAlsoBefore1970) {
  EXPECT_EQ(sim::iso_date_time(sim::Time{} - std::chrono::milliseconds{1}), "1969-12-31T23:59:59");
  EXPECT_EQ(sim::date_of(sim::Time{} - std::chrono::milliseconds{1}), date("1969-12-31"));
  EXPECT_EQ(sim::time_of_day(sim::Time{} - sim::hour), 23 * sim::hour);
}

TEST(IsoWeek, BelongsToTheYearOfItsThursday) {
  const std::map<std::string, sim::IsoWeek> known{
      {"2024-01-01", {2024, 1}},  {"2024-12-29", {2024, 52}}, {"2024-12-30", {2025, 1}},
      {"2025-06-16", {2025, 25}}, {"2025-12-28", {2025, 52}}, {"2025-12-29", {2026, 1}},
      {"2026-12-31", {2026, 53}}, {"2027-01-03", {2026, 53}}, {"2027-01-04", {2027, 1}},
      {"2021-01-03", {2020, 53}}, {"2023-01-01", {2022, 52}}, {"2016-01-01", {2015, 53}}};
  for (const auto& [text, week] : known) EXPECT_EQ(sim::iso_week(date(text)), week) << text;
}

TEST(IsoWeek, CountsWeeks) {
  const std::set<int> long_years{2004, 2009, 2015, 2020, 2026, 2032};
  for (int year = 2003; year <= 2033; ++year) {
    EXPECT_EQ(sim::iso_weeks_in(year), long_years.contains(year) ? 53 : 52) << year;
  }
}

TEST(IsoWeek, BeginsOnMondayAndAgreesWithItself) {
  EXPECT_EQ(sim::iso_date(sim::start_of_iso_week(2025, 25)), "2025-06-16");
  EXPECT_EQ(sim::iso_date(sim::start_of_iso_week(2026, 53)), "2026-12-28");
  EXPECT_EQ(sim::iso_date(sim::start_of_iso_week(2025, 1)), "2024-12-30");
  EXPECT_THROW(static_cast<void>(sim::start_of_iso_week(2025, 53)), sim::InvariantError);
  EXPECT_THROW(static_cast<void>(sim::start_of_iso_week(2025, 0)), sim::InvariantError);
  for (Date d = date("2023-12-01"); d < date("2031-02-01"); d += std::chrono::days{1}) {
    const sim::IsoWeek week = sim::iso_week(d);
    const auto into_week = d - sim::date_of(sim::start_of_iso_week(week.year, week.week));
    EXPECT_GE(into_week.count(), 0);
    EXPECT_LT(into_week.count(), 7);
  }
}

TEST(Easter, FallsOnKnownDays) {
  const std::map<int, std::string> known{
      {1583, "1583-04-10"}, {1818, "1818-03-22"}, {1943, "1943-04-25"}, {1954, "1954-04-18"},
      {1981, "1981-04-19"}, {2000, "2000-04-23"}, {2008, "2008-03-23"}, {2024, "2024-03-31"},
      {2025, "2025-04-20"}, {2026, "2026-04-05"}, {2027, "2027-03-28"}, {2028, "2028-04-16"},
      {2029, "2029-04-01"}, {2030, "2030-04-21"}, {2038, "2038-04-25"}, {2049, "2049-04-18"}};
  for (const auto& [year, text] : known) {
    EXPECT_EQ(sim::easter_sunday(year), date(text)) << year;
  }
}

/// The movable days of a Swedish almanac.
struct Almanac {
  const char* good_friday;
  const char* easter_monday;
  const char* ascension;
  const char* whit_sunday;
  const char* midsummer_day;
  const char* all_saints;
};

const std::map<int, Almanac> almanacs{
    {2024, {"03-29", "04-01", "05-09", "05-19", "06-22", "11-02"}},
    {2025, {"04-18", "04-21", "05-29", "06-08", "06-21", "11-01"}},
    {2026, {"04-03", "04-06", "05-14", "05-24", "06-20", "10-31"}},
    {2027, {"03-26", "03-29", "05-06", "05-16", "06-26", "11-06"}},
    {2028, {"04-14", "04-17", "05-25", "06-04", "06-24", "11-04"}},
    {2029, {"03-30", "04-02", "05-10", "05-20", "06-23", "11-03"}},
    {2030, {"04-19", "04-22", "05-30", "06-09", "06-22", "11-02"}}};

TEST(PublicHolidays, AreThoseOfTheAlmanac) {
  for (const auto& [year, a] : almanacs) {
    const auto on = [y = std::to_string(year)](const char* day) { return date(y + "-" + day); };
    const Date midsummer = on(a.midsummer_day);
    const std::map<Date, Holiday> expected{
        {on("01-01"), Holiday::NewYearsDay},
        {on("01-06"), Holiday::Epiphany},
        {on(a.good_friday), Holiday::GoodFriday},
        {on(a.good_friday) + std::chrono::days{2}, Holiday::EasterSunday},
        {on(a.easter_monday), Holiday::EasterMonday},
        {on("05-01"), Holiday::MayDay},
        {on(a.ascension), Holiday::AscensionDay},
        {on(a.whit_sunday), Holiday::WhitSunday},
        {on("06-06"), Holiday::NationalDay},
        {midsummer - std::chrono::days{1}, Holiday::MidsummerEve},
        {midsummer, Holiday::MidsummerDay},
        {on(a.all_saints), Holiday::AllSaintsDay},
        {on("12-24"), Holiday::ChristmasEve},
        {on("12-25"), Holiday::ChristmasDay},
        {on("12-26"), Holiday::SecondChristmasDay},
        {on("12-31"), Holiday::NewYearsEve}};
    ASSERT_EQ(expected.size(), 16U);
    std::map<Date, Holiday> found;
    for (Date d = on("01-01"); d <= on("12-31"); d += std::chrono::days{1}) {
      if (const auto holiday = sim::holiday_on(d)) found.emplace(d, *holiday);
      EXPECT_EQ(sim::is_public_holiday(d), expected.contains(d)) << sim::iso_date(d);
    }
    EXPECT_EQ(found, expected) << year;
  }
}

TEST(PublicHolidays, FollowTheLawOfTheirYear) {
  EXPECT_EQ(sim::holiday_on(date("2004-05-31")), Holiday::WhitMonday);
  EXPECT_FALSE(sim::is_public_holiday(date("2004-06-06")));
  EXPECT_FALSE(sim::is_public_holiday(date("2005-05-16")));
  EXPECT_EQ(sim::holiday_on(date("2005-06-06")), Holiday::NationalDay);
  EXPECT_EQ(sim::holiday_on(date("2008-05-01")), Holiday::AscensionDay);
}

TEST(DayKind, IsHolidayBeforeWeekday) {
  EXPECT_EQ(sim::day_kind(date("2025-06-16")), DayKind::Mon);
  EXPECT_EQ(sim::day_kind(date("2025-06-17")), DayKind::Tue);
  EXPECT_EQ(sim::day_kind(date("2025-06-18")), DayKind::Wed);
  EXPECT_EQ(sim::day_kind(date("2025-06-19")), DayKind::Thu);
  EXPECT_EQ(sim::day_kind(date("2025-06-20")), DayKind::Holiday);  // midsommarafton
  EXPECT_EQ(sim::day_kind(date("2025-06-21")), DayKind::Holiday);
  EXPECT_EQ(sim::day_kind(date("2025-06-22")), DayKind::Sun);
  EXPECT_EQ(sim::day_kind(date("2025-06-13")), DayKind::Fri);
  EXPECT_EQ(sim::day_kind(date("2025-06-14")), DayKind::Sat);
  EXPECT_EQ(sim::day_kind(date("2025-04-19")), DayKind::Sat);      // påskafton
  EXPECT_EQ(sim::day_kind(date("2025-04-20")), DayKind::Holiday);  // påskdagen, a Sunday
}

}  // namespace
