// SPDX-License-Identifier: Apache-2.0
#pragma once

// The vocabulary of a scenario and its flow layer; see scenario.hpp.

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/civil_date.hpp"
#include "sim/time.hpp"
#include "words/language.hpp"

namespace scenarios {

/// An ordered map from identifier to T, in the order of the file (results are shown in that order).
template <class T>
using Named = std::vector<std::pair<std::string, T>>;

/// A text in the two languages of the interface. A JSON string stands for both.
using Text = words::Text;

/// A conjunction over the closed vocabulary: attribute -> accepted values. Empty matches everyone.
/// JSON: {"age": "80_plus", "municipality": ["laholm", "hylte"]}.
struct Condition {
  Named<std::vector<std::string>> all;
};

enum class TimeUnit { Minutes, Hours, Days, Weeks, Years };  ///< a year is 365 days

/// A probability distribution given by the parameters people have. Which combinations are allowed
/// depends on `kind`; see sim/distribution.hpp. `unit` is the unit of every length in it.
struct DistributionSpec {
  enum class Kind {
    Fixed,
    Exponential,
    Gamma,
    Weibull,
    Lognormal,
    Normal,
    Triangular,
    Uniform,
    Empirical,
    Mixture
  };
  struct Quantile {
    double p = 0, x = 0;
  };
  Kind kind = Kind::Fixed;
  TimeUnit unit = TimeUnit::Days;
  std::optional<double> value;                 // fixed
  std::optional<double> mean, sd, cv, median;  // most families
  std::optional<double> shape, rate, scale;    // natural parameters (gamma, Weibull)
  std::optional<double> mu, sigma;             // natural parameters (lognormal)
  std::optional<double> min, mode, max;        // triangular, uniform
  std::vector<Quantile> quantiles;             // two of them fix a two-parameter family
  std::vector<double> values, weights;         // empirical; mixture uses weights
  std::string file, column;                    // empirical: a sample in a CSV file
  std::vector<DistributionSpec> components;    // mixture
  std::optional<double> lower, upper;          // truncation (conditional distribution)
  std::optional<double> step;                  // rounded up to whole multiples
  double factor = 1;                           // multiplies the whole; 0.9 is "stays -10 %"
};

/// One exception to a calendar's normal value. All given conditions must hold; the first that
/// matches wins.
struct CalendarRule {
  std::optional<sim::Date> from, to;  ///< dates, both included
  std::optional<std::array<int, 2>>
      weeks;                       ///< ISO weeks, both included; [49, 9] wraps the year's end
  std::vector<sim::DayKind> days;  ///< mon..sun, holiday; a holiday is not also its weekday
  std::optional<std::array<double, 2>>
      hours;  ///< [from, to) hours of the day; [22, 7] wraps midnight, from its day on
  std::optional<double> value;   ///< absolute value, or
  std::optional<double> factor;  ///< multiple of the normal value
};

/// A value that changes with the calendar. JSON: a number, "unlimited" (where allowed), or an
/// object.
struct Calendar {
  double normal = 1;
  std::vector<CalendarRule> changes;
  static constexpr double unlimited = std::numeric_limits<double>::infinity();
};

/// How an intensity varies in time; factors multiply. With `normalise` the factors are scaled so
/// that their mean over the measured horizon (or each day of a file) is 1: rates stay as stated.
struct Intensity {
  struct Sinusoid {
    double amplitude = 0;  ///< 0..1
    double period_days = 365;
    double peak_day = 0;  ///< days after the start of the run at which it peaks
  };
  Calendar calendar;               ///< relative, normal 1
  std::vector<double> by_hour;     ///< 24 factors
  std::vector<double> by_weekday;  ///< 7 factors from Monday; a holiday counts as Sunday
  std::vector<double> by_week;     ///< 53 factors, ISO weeks
  std::optional<Sinusoid> sinusoid;
  double growth_per_year = 0;  ///< 0.02 = +2 % a year, continuous
  bool normalise = false;
};

/// Probabilities of the values of one attribute, e.g. {"1": 0.91, "2": 0.08, "3": 0.01}.
using Mix = Named<double>;

/// A change of attributes: attribute -> the value, or the mix to draw from.
using Assignment = Named<Mix>;

struct StayRule {
  Condition when;
  std::vector<std::string> next;  ///< only for those whose next destination is one of these
  DistributionSpec time;
};

/// First row whose condition holds gives the probabilities of the next destination (sum 1). A
/// destination is a setting, an exit, or "residence": back to where the patient lives.
struct RouteRule {
  Condition when;
  Mix to;
};

/// A competing risk of leaving a setting early, at a constant rate while there.
struct Hazard {
  Condition when;
  std::optional<double> per_year;
  std::string to;
  std::optional<double> per_day = std::nullopt;  ///< instead of per_year

  /// The rate per year of 365 days.
  [[nodiscard]] double yearly() const { return per_day ? *per_day * 365 : per_year.value_or(0); }
};

/// A change of attributes at a constant rate while in a setting.
struct StateChange {
  Condition when;
  std::optional<double> per_year;
  Assignment set;
  std::optional<double> per_day = std::nullopt;  ///< instead of per_year

  /// The rate per year of 365 days.
  [[nodiscard]] double yearly() const { return per_day ? *per_day * 365 : per_year.value_or(0); }
};

/// A change of attributes on entering a setting (optionally only from some settings; "arrival"
/// means new).
/// Reasons to give up one queue: an event names its row in eight bits.
inline constexpr std::uint32_t most_leave_rows = 256;
/// Persons in one row of a census.
inline constexpr double most_present = 1e7;
/// A rate per year of hazards and changes: one every half minute.
inline constexpr double most_rate = 1e6, most_rate_per_day = 2880;
/// Expected arrivals of one source in a day, where a file gives them.
inline constexpr double most_expected = 100'000;
/// Appointments a day of one source.
inline constexpr std::uint32_t most_hours = 5000;
/// Visits per week to one patient: one a minute.
inline constexpr double most_visits = 10'000;
/// A share that may be above 1: hours of agencies and of overtime.
inline constexpr double most_share = 100;
/// The longest run, in days: a hundred years.
inline constexpr int longest_horizon = 36'525;
/// Persons in all teams together.
inline constexpr double most_employed = 1e6;
/// Persons in one team: one by one they fall ill and go on leave.
inline constexpr double most_people = 100'000;

/// Places of another setting that one patient takes, and rows that say so.
inline constexpr int most_taken = 10'000;
inline constexpr std::size_t most_takings = 256;

struct EntryRule {
  Condition when;
  std::vector<std::string> from;
  Assignment set;
};

/// Places of another setting that are taken with the place in this one, and given back with it.
struct Taking {
  Condition when;
  std::string of;
  int places = 1;
};

/// Places that are taken by visits of persons who are not followed one by one.
struct BackgroundLoad {
  DistributionSpec visits;   ///< on a day that is open: a number, drawn for every day
  double minutes = 30;       ///< of a place, for one of them
  Calendar calendar{1, {}};  ///< factor on the visits of a day, as it is at noon
};

/// What happens to those who find a setting full.
struct WhenFull {
  enum class Policy { Wait, WaitOutside, Lost, Divert, Overflow };
  /// For some of them something else; the first that matches is used.
  struct Exception {
    Condition when;
    std::vector<std::string> from;  ///< only those who come from here; "arrival" is a new patient
    int waiting_at_least = 0;       ///< only where so many wait already
    Policy policy = Policy::Wait;   ///< not Overflow: places are for all
    std::string to;                 ///< Divert: the other setting
  };
  Policy policy =
      Policy::Wait;  ///< Wait holds the place left behind (blocking); WaitOutside gives it up
  std::string to;    ///< Divert: the other setting
  int places = 0;    ///< Overflow: extra places; beyond them the patient waits
  double cost_per_day = 0;  ///< Overflow: penalty, kr per patient-day
  std::vector<Exception> exceptions = {};
};

struct QueueRule {
  struct Rank {
    Condition when;
    int rank = 0;  ///< 0 is served first, 7 last
  };
  struct Leave {
    enum class Until { OwnStay, Closing };
    Condition when;
    std::optional<DistributionSpec> after;  ///< patience; the shortest of several counts
    std::string to;                         ///< setting, exit or residence
    /// Instead of `after`: the stay that the wait is for would be over, or it closes.
    std::optional<Until> until = std::nullopt;
  };
  std::vector<Rank> ranks;   ///< first match wins; none = first come, first served
  std::vector<Leave> leave;  ///< reneging
};

/// A place where patients are: a vertex of the pathway.
struct Setting {
  Text label;
  Text
      drawn_as;  ///< settings with the same text are one in the picture of the pathway; empty: alone
  std::string unit = "place";                 ///< bed, place, slot
  std::string owner;                          ///< "region", "municipality" or free text
  double cost_per_day = 0;                    ///< kr per patient-day
  std::optional<double> cost_per_unused_day;  ///< kr per day of a place not used; else the same
  Calendar capacity{Calendar::unlimited, {}};
  std::optional<BackgroundLoad> background;
  std::vector<Taking> takes;  ///< of each other setting the first row that fits
  WhenFull when_full;
  QueueRule queue;
  std::vector<StayRule> stay;
  std::optional<DistributionSpec>
      turnover;  ///< the place after a stay, before it can be used again
  std::vector<RouteRule> routes;
  std::vector<Hazard> hazards;
  std::vector<StateChange> changes;
  std::vector<EntryRule> on_enter;
  bool residence =
      false;  ///< patients live here; a stay elsewhere is followed by a return, the clock runs on
  bool keep_place = false;  ///< a resident's place is held while away
  bool evict = false;       ///< a lowered capacity moves out those closest to the end of their stay
  /// The same, but they wait to come back to the rest of it; absent: no.
  std::optional<bool> interrupt = std::nullopt;
};

/// Properties of one permitted move; key "from->to", "*" for any. Moves not listed take no time.
struct Move {
  std::optional<DistributionSpec> transfer;  ///< time on the way
  bool hold_place = true;                    ///< the destination place is held during transfer
  Calendar open{1, {}};  ///< gate: 1 open, 0 closed; decides when a move may start
  /// The destination place is taken before the gate opens; absent: no.
  std::optional<bool> claim_first = std::nullopt;
  /// Settings, the destination among them, of which the one with the shortest queue is joined.
  std::vector<std::string> shortest_of = {};
};

struct ArrivalRate {
  Condition when;
  double per_1000_per_year = 0;
};

/// A source of patients.
struct Arrival {
  enum class Kind { Poisson, Scheduled, File, Renewal };
  Text label;
  Kind kind = Kind::Poisson;
  std::string to;                                ///< first setting
  std::string residence;                         ///< where they live ("" = nowhere in the model)
  std::optional<DistributionSpec> interarrival;  ///< Renewal: the time from one to the next
  std::optional<double> per_day, per_year;       ///< Poisson: a rate, or
  std::vector<std::string> each;   ///< one stream per combination of these population attributes,
  std::vector<ArrivalRate> rates;  ///<   at a rate per 1,000 persons (first match wins), or a file
  Intensity intensity;
  std::optional<DistributionSpec> batch;  ///< patients per arrival, rounded; default 1
  std::vector<double> hours;              ///< Scheduled: times of day
  std::vector<sim::DayKind> days;         ///< Scheduled: on these days (empty = all)
  double show_up = 1;                     ///< Scheduled: probability that the appointment is kept
  /// File: CSV with `time`, `stay_days` and one column per attribute; Poisson: expected numbers by
  /// `date`, in `expected`, and one column per attribute.
  std::string file;
  Named<std::string> columns;  ///< what its columns are called there
  Assignment attributes;
};

/// Patients present when the run starts.
struct Census {
  std::string setting;
  double count = 0;    ///< persons in place
  double waiting = 0;  ///< persons in its queue
  /// Both are means of Poisson numbers, drawn for every replication; absent: no.
  std::optional<bool> random = std::nullopt;
  std::optional<double>
      days_spent;        ///< in place so far; absent: met at a moment of no special kind
  std::string admitted;  ///< the same as a date or a time
  std::string residence;
  Assignment attributes;
};

struct Initial {
  std::vector<Census> census;  ///< empty = an empty start
  std::string file;            ///< the same as a line list: CSV with one row a person
  Named<std::string> columns;  ///< what its columns are called there

  [[nodiscard]] bool is_empty() const { return census.empty() && file.empty(); }
};

/// Factors on all arrivals and on all stays at once; 1.05 is +5 %.
struct Levers {
  double arrivals = 1;  ///< on every rate at which patients come at random
  double stays = 1;     ///< on every length of stay in a setting
};

struct Horizon {
  enum class Holidays { Swedish, None };
  sim::Date start{};                           ///< first day simulated
  int warm_up_days = 0;                        ///< simulated, then deleted
  int days = 365;                              ///< measured
  std::optional<double> hours = std::nullopt;  ///< measured, instead of days
  Holidays holidays = Holidays::Swedish;       ///< generated
  std::vector<sim::Date> other_holidays = {};  ///< beside them: those of another country

  /// When the measured time begins, and how long it is.
  [[nodiscard]] sim::Date measured_from() const { return start + std::chrono::days{warm_up_days}; }
  [[nodiscard]] sim::Duration length() const {
    return hours ? sim::from_hours(*hours) : days * sim::day;
  }
  /// Days that are measured, wholly or in part.
  [[nodiscard]] int measured_days() const {
    return static_cast<int>((length() + sim::day - sim::Duration{1}) / sim::day);
  }
  /// The day after the last.
  [[nodiscard]] sim::Date end() const {
    return measured_from() + std::chrono::days{measured_days()};
  }

  /// Which days are holidays.
  [[nodiscard]] sim::Holidays holiday_calendar() const {
    return {holidays == Holidays::Swedish, other_holidays};
  }
};

/// Population by municipality and age from a CSV file with the columns year, region, age_group,
/// population, or with a column for every year.
struct Population {
  std::string file;
  int year = 0;
  Named<std::string> municipality;      ///< attribute value -> name in the file
  Named<std::vector<std::string>> age;  ///< attribute value -> age groups in the file
  Named<std::string> columns = {};      ///< what its columns are called there
};

}  // namespace scenarios
