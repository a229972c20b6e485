// SPDX-License-Identifier: Apache-2.0
#include "sim/civil_date.hpp"

#include <algorithm>
#include <array>

namespace sim {

namespace {

/// Takes digits and signs off the front of a text.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  bool take(char expected) {
    if (rest_.empty() || rest_.front() != expected) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// Exactly `count` decimal digits as a number, or nothing.
  std::optional<int> number(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    int value = 0;
    for (const char digit : rest_.substr(0, count)) {
      if (digit < '0' || digit > '9') return std::nullopt;
      value = 10 * value + (digit - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }

  /// As number, for a part of a date or clock that must lie in [0, limit).
  std::optional<int> two_digits_below(int limit) {
    const auto value = number(2);
    return value && *value < limit ? value : std::nullopt;
  }

  /// One to three digits after the decimal point, in milliseconds.
  std::optional<int> milliseconds() {
    int value = 0;
    int scale = 100;
    while (scale > 0 && !rest_.empty()) {
      const auto digit = number(1);
      if (!digit) return std::nullopt;
      value += *digit * scale;
      scale /= 10;
    }
    if (scale == 100) return std::nullopt;
    return value;
  }

 private:
  std::string_view rest_;
};

std::optional<Date> take_date(Cursor& cursor) {
  const auto year = cursor.number(4);
  if (!year || !cursor.take('-')) return std::nullopt;
  const auto month = cursor.number(2);
  if (!month || !cursor.take('-')) return std::nullopt;
  const auto day_of_month = cursor.number(2);
  if (!day_of_month) return std::nullopt;
  return make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day_of_month));
}

/// "08:00", "08:00:30" or "08:00:30.250", up to the end of the text.
std::optional<Duration> take_clock(Cursor& cursor) {
  const auto hours = cursor.two_digits_below(24);
  if (!hours || !cursor.take(':')) return std::nullopt;
  const auto minutes = cursor.two_digits_below(60);
  if (!minutes) return std::nullopt;
  Duration clock = *hours * hour + *minutes * minute;
  if (cursor.take(':')) {
    const auto seconds = cursor.two_digits_below(60);
    if (!seconds) return std::nullopt;
    clock += std::chrono::seconds{*seconds};
    if (cursor.take('.')) {
      const auto fraction = cursor.milliseconds();
      if (!fraction) return std::nullopt;
      clock += Duration{*fraction};
    }
  }
  if (!cursor.at_end()) return std::nullopt;
  return clock;
}

/// Appends `value` with at least `width` digits.
void append_number(std::string& text, std::int64_t value, std::size_t width) {
  const std::string digits = std::to_string(value < 0 ? -value : value);
  if (value < 0) text += '-';
  if (digits.size() < width) text.append(width - digits.size(), '0');
  text += digits;
}

/// The Saturday in the seven days that begin with `first`.
Date saturday_from(Date first) {
  return first + (std::chrono::Saturday - std::chrono::weekday{first});
}

/// A date that is known to exist.
Date calendar_day(std::chrono::year year, unsigned month, unsigned day_of_month) {
  return Date{year / std::chrono::month{month} / std::chrono::day{day_of_month}};
}

std::optional<Holiday> movable_holiday(Date date, std::chrono::year year) {
  const Date easter = easter_sunday(static_cast<int>(year));
  switch ((date - easter).count()) {
    case -2:
      return Holiday::GoodFriday;
    case 0:
      return Holiday::EasterSunday;
    case 1:
      return Holiday::EasterMonday;
    case 39:
      return Holiday::AscensionDay;
    case 49:
      return Holiday::WhitSunday;
    case 50:
      // SFS 2004:1320 gave up this day for the national day.
      if (year < std::chrono::year{2005}) return Holiday::WhitMonday;
      break;
    default:
      break;
  }
  const Date midsummer = saturday_from(calendar_day(year, 6, 20));
  if (date == midsummer) return Holiday::MidsummerDay;
  if (date == midsummer - std::chrono::days{1}) return Holiday::MidsummerEve;
  if (date == saturday_from(calendar_day(year, 10, 31))) return Holiday::AllSaintsDay;
  return std::nullopt;
}

std::optional<Holiday> fixed_holiday(const std::chrono::year_month_day& ymd) {
  struct Fixed {
    unsigned month;
    unsigned day_of_month;
    Holiday holiday;
  };
  static constexpr std::array<Fixed, 8> table{{{1, 1, Holiday::NewYearsDay},
                                               {1, 6, Holiday::Epiphany},
                                               {5, 1, Holiday::MayDay},
                                               {6, 6, Holiday::NationalDay},
                                               {12, 24, Holiday::ChristmasEve},
                                               {12, 25, Holiday::ChristmasDay},
                                               {12, 26, Holiday::SecondChristmasDay},
                                               {12, 31, Holiday::NewYearsEve}}};
  for (const auto& entry : table) {
    if (static_cast<unsigned>(ymd.month()) != entry.month ||
        static_cast<unsigned>(ymd.day()) != entry.day_of_month) {
      continue;
    }
    if (entry.holiday == Holiday::NationalDay && ymd.year() < std::chrono::year{2005}) break;
    return entry.holiday;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> make_date(int year, unsigned month, unsigned day_of_month) {
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                                        std::chrono::day{day_of_month}};
  if (!ymd.ok()) return std::nullopt;
  return Date{ymd};
}

std::optional<Date> parse_date(std::string_view text) {
  Cursor cursor(text);
  const auto found = take_date(cursor);
  return cursor.at_end() ? found : std::nullopt;
}

std::optional<Time> parse_time(std::string_view text) {
  Cursor cursor(text);
  const auto found = take_date(cursor);
  if (!found) return std::nullopt;
  if (cursor.at_end()) return Time{*found};
  if (!cursor.take('T')) return std::nullopt;
  const auto clock = take_clock(cursor);
  if (!clock) return std::nullopt;
  return Time{*found} + *clock;
}

std::string iso_date(Time time) {
  const std::chrono::year_month_day ymd{date_of(time)};
  std::string text;
  append_number(text, static_cast<int>(ymd.year()), 4);
  text += '-';
  append_number(text, static_cast<unsigned>(ymd.month()), 2);
  text += '-';
  append_number(text, static_cast<unsigned>(ymd.day()), 2);
  return text;
}

std::string iso_date_time(Time time) {
  const std::int64_t seconds = std::chrono::floor<std::chrono::seconds>(time_of_day(time)).count();
  std::string text = iso_date(time);
  text += 'T';
  append_number(text, seconds / 3600, 2);
  text += ':';
  append_number(text, seconds / 60 % 60, 2);
  text += ':';
  append_number(text, seconds % 60, 2);
  return text;
}

IsoWeek iso_week(Date date) {
  // A week belongs to the year of its Thursday.
  const Date monday = date - (std::chrono::weekday{date} - std::chrono::Monday);
  const Date thursday = monday + std::chrono::days{3};
  const std::chrono::year year = std::chrono::year_month_day{thursday}.year();
  const auto days_into_year = (thursday - calendar_day(year, 1, 1)).count();
  return {static_cast<int>(year), static_cast<int>(days_into_year / 7) + 1};
}

int iso_weeks_in(int year) {
  // 28 December is always in the last week of its own ISO year.
  return iso_week(calendar_day(std::chrono::year{year}, 12, 28)).week;
}

Time start_of_iso_week(int year, int week) {
  SIM_CHECK(week >= 1 && week <= iso_weeks_in(year));
  // 4 January is always in week 1.
  const Date fourth = calendar_day(std::chrono::year{year}, 1, 4);
  const Date monday = fourth - (std::chrono::weekday{fourth} - std::chrono::Monday);
  return Time{monday + std::chrono::weeks{week - 1}};
}

Date easter_sunday(int year) {
  // The anonymous Gregorian computus: Meeus, "Astronomical Algorithms", chapter 8.
  const int golden = year % 19;
  const int century = year / 100;
  const int of_century = year % 100;
  const int moon_shift = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - century / 4 - moon_shift + 15) % 30;
  const int to_sunday =
      (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
  const int correction = (golden + 11 * epact + 22 * to_sunday) / 451;
  const int march_days = epact + to_sunday - 7 * correction + 21;  // days after 1 March
  return calendar_day(std::chrono::year{year}, 3, 1) + std::chrono::days{march_days};
}

std::optional<Holiday> holiday_on(Date date) {
  const std::chrono::year_month_day ymd{date};
  if (const auto holiday = movable_holiday(date, ymd.year())) return holiday;
  return fixed_holiday(ymd);
}

bool is_public_holiday(Date date) { return holiday_on(date).has_value(); }

namespace {

DayKind weekday_of(Date date) {
  // Monday is 1 and Sunday 7.
  return static_cast<DayKind>(std::chrono::weekday{date}.iso_encoding() - 1);
}

}  // namespace

DayKind day_kind(Date date) { return Holidays{}.kind_of(date); }

DayKind Holidays::kind_of(Date date) const {
  const bool is_holiday = (swedish && is_public_holiday(date)) ||
                          std::find(others.begin(), others.end(), date) != others.end();
  return is_holiday ? DayKind::Holiday : weekday_of(date);
}

}  // namespace sim
