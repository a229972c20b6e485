// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a case says: plain data with units in names, defaults, and no behaviour. A scenario file is
// JSON; `fields.hpp` holds one list per struct that reads, checks, echoes, documents and generates
// the schema.
//
//   vocabulary   attributes (with their values), population
//   flow layer   settings, moves, arrivals, initial state, horizon
//   care layer   roles, shifts, tasks, teams, discharge, shortage
//   results      measures, targets
//
// Every number in a file may be written `{"value": 8, "range": [3, 20], "grade": "assumption",
// "source": "..."}`, and every object may carry `source`, `grade`, `range` and `note` for all that
// it contains; the reader strips them into Scenario::provenance, keyed by JSON Pointer.

#include <array>
#include <cstdint>
#include <limits>
#include <map>
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
/// that their mean over the measured horizon is 1 (the stated rate is then the mean rate).
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
  std::string unit = "place";                 ///< bed, place, slot
  std::string owner;                          ///< "region", "municipality" or free text
  double cost_per_day = 0;                    ///< kr per patient-day
  std::optional<double> cost_per_unused_day;  ///< kr per day of a place not used; else the same
  Calendar capacity{Calendar::unlimited, {}};
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
  std::vector<ArrivalRate> rates;  ///<   at a rate per 1,000 persons (first match wins)
  Intensity intensity;
  std::optional<DistributionSpec> batch;  ///< patients per arrival, rounded; default 1
  std::vector<double> hours;              ///< Scheduled: times of day
  std::vector<sim::DayKind> days;         ///< Scheduled: on these days (empty = all)
  double show_up = 1;                     ///< Scheduled: probability that the appointment is kept
  std::string file;            ///< File: CSV with `time`, `stay_days` and one column per attribute
  Named<std::string> columns;  ///< File: what its columns are called there
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

// ---------------------------------------------------------------- care layer

struct Role {
  Text label;
  double cost_per_hour = 0;      ///< kr
  double indirect_share = 0;     ///< of paid time: documentation, meetings, planning
  double vacancy = 0;            ///< share of posts without holder
  double sickness = 0;           ///< share of working time lost
  DistributionSpec sick_spell;   ///< length of an absence
  double sickness_shock_cv = 0;  ///< of the week's common multiplier: absences cluster
  int leave_weeks = 4;           ///< consecutive weeks of summer leave per person
  std::vector<double>
      leave_start_weights;  ///< share starting in each ISO week from leave_first_week
  int leave_first_week = 25;
  double replacement = 0;  ///< share of leave and vacancy shifts that get a substitute
  double substitute_productivity = 1;
  double agency_cap = 0;         ///< agency hours at most this share of rostered hours
  double agency_cap_summer = 0;  ///< the same in leave weeks
  double agency_price = 1;       ///< multiple of cost_per_hour
  double overtime_cap = 0;       ///< of the hours of those present
  double overtime_price = 1.5;
};

struct Shift {
  Text label;
  double start_hour = 7;
  double hours = 8;  ///< paid hours
};

/// How a missed or late visit is treated; served in the order of the enumerators.
enum class Priority { MustAttend, TimeCritical, Ordinary, Visitor };

/// A recurring task in a patient's visit plan.
struct Task {
  struct Taper {
    double start_factor = 1;  ///< intensity at the start of the stay, relative to per_week
    double days = 0;          ///< falls linearly to 1 over this time
  };
  Text label;
  Condition when;
  std::vector<std::string> settings;  ///< where the patient must be
  std::string role;
  double per_week = 0;
  DistributionSpec minutes;        ///< in the home
  Mix shifts;                      ///< share of the visits per shift
  std::vector<sim::DayKind> days;  ///< permitted days (empty = all)
  Priority priority = Priority::Ordinary;
  int staff = 1;      ///< 2 = two persons
  int max_moves = 0;  ///< shifts a visit may be moved before it counts as missed
  double harm = 0;    ///< probability that a missed visit sends the patient to harm_to
  std::string harm_to;
  std::optional<Taper> taper;
  bool once = false;         ///< a single visit at the start of the plan (enrolment)
  Named<std::string> facts;  ///< what rules see of the visit: case attribute -> value
};

struct RosterRow {
  std::string shift;
  std::vector<sim::DayKind> days;
  double posts = 0;  ///< persons planned on duty
};

/// The people of one role in one municipality.
struct Team {
  double people = 0;  ///< employed posts (persons), vacant ones included
  std::vector<RosterRow> roster;
  std::optional<double> vacancy, sickness, replacement, agency_cap, agency_cap_summer, overtime_cap;
};

struct Municipality {
  Text label;
  double travel_minutes = 0;  ///< per visit
  Named<Team> teams;          ///< by role
};

/// Municipalities whose teams work their shifts as one: a visit is given by whoever has time.
struct Pool {
  Text label;
  std::vector<std::string> municipalities;
  std::vector<std::string> roles;       ///< empty: all
  std::vector<std::string> performers;  ///< whose visits these teams give, beside their own
  std::string employer;                 ///< who pays the staff; empty: each municipality its own
};

/// A task that must be done before a patient may leave; tasks run in parallel.
struct DischargeTask {
  enum class Start { Entry, Ready };
  Text label;
  Condition when;
  std::vector<std::string> next;  ///< only on the way to these
  double probability = 1;         ///< that the task is needed (or not yet done)
  Start start = Start::Ready;
  DistributionSpec lead;
  std::vector<sim::DayKind> days;  ///< days on which work goes on (empty = all)
};

struct Discharge {
  std::vector<std::string> settings;
  Named<DischargeTask> tasks;
};

/// Unplanned return within a window after leaving a setting.
struct Readmission {
  std::string setting;
  double days = 30;
};

/// The event "shortage in a week", per municipality and role.
struct Shortage {
  std::array<int, 2> season{25, 34};  ///< ISO weeks in which it counts
  double missed_must = 1;  ///< event if at least so many must-attend visits are missed, or
  double load = 1;         ///< minutes due exceed this multiple of minutes available
};

/// A rule set that holds from a day on.
struct Agreement {
  /// What becomes of those whom another rule set has placed already.
  enum class Present {
    Move,  ///< they are decided anew on the day
    Keep   ///< they keep whom they have until their next change (grandfathering)
  };
  std::string rules;              ///< file of the rule set
  std::optional<sim::Date> from;  ///< absent: from the start
  Present present = Present::Move;
};

/// What rules know of patients beyond the scenario's attributes. Rows are gone through in order; a
/// later row replaces what an earlier one set.
struct CaseFact {
  Condition when;   ///< over the scenario's attributes
  Condition given;  ///< over case attributes, as earlier rows set them
  Assignment set;   ///< case attribute -> value or mix
};

/// Who gives care at home beside the municipality's own teams. A role without a team has no limit.
struct Provider {
  Text label;
  double travel_minutes = 0;
  Named<Team> teams;
};

/// What becomes of a care request (vårdbegäran): to move to one of the settings `to` by somebody
/// who does not live there.
struct RequestRule {
  Condition when;
  std::vector<std::string> to;
  std::vector<std::string> accepted_by;  ///< performers whose patients it takes (empty = any)
  double refused = 0;                    ///< share of the rest refused in practice
  std::string refused_to;                ///< where the refused go
};

/// Who is responsible and who performs, decided by rule sets at every request, change and move.
struct Responsibility {
  std::vector<Agreement> agreements;
  Named<std::string> switches;  ///< positions, before those of the rule sets
  std::vector<CaseFact> facts;
  Named<double> misjudged;  ///< case attribute -> probability that a neighbouring value is seen
  double negotiation = 1;   ///< factor on the days that disputes take; 0: they take none
  std::array<int, 2> summer{25, 34};  ///< ISO weeks that rules call summer
  Named<Provider> providers;
  std::vector<RequestRule> requests;
};

struct Care {
  Named<Role> roles;
  Named<Shift> shifts;
  Named<Task> tasks;
  Named<Municipality> municipalities;  ///< keys are values of the attribute `municipality`
  Named<Pool> pools;
  Discharge discharge;
  std::optional<Readmission> readmission;
  Shortage shortage;
  std::optional<Responsibility> responsibility;
};

// ---------------------------------------------------------------- results

/// A countable thing, summed over settings and over profiles that match.
struct Quantity {
  enum class Count {
    Entries,       ///< entries into the settings
    Exits,         ///< live departures from the settings; deaths are entries into an exit
    PresentDays,   ///< patient-days in the settings
    ReadyDays,     ///< patient-days after the stay has ended (ready, blocked)
    ResidentDays,  ///< person-days living in the settings, away or not
    NewResidents,  ///< changes of residence into the settings
    Readmissions,  ///< returns within the readmission window (settings = the readmission setting)
    CapacityDays,  ///< places offered
    Population,    ///< person-years of the population that match
    Days           ///< measured days
  };
  Count count = Count::Entries;
  std::vector<std::string> settings;
  Condition when;
  std::optional<std::array<int, 2>> weeks;  ///< only these ISO weeks
};

/// A result that the scenario defines: scale * numerator / denominator.
struct Measure {
  Text label;
  Text unit;
  Quantity numerator;
  std::optional<Quantity> denominator;
  double scale = 1;
};

/// So many passages a scenario may have, and limits a passage: each patient carries a clock for each.
inline constexpr std::size_t most_passages = 16;

/// How long patients take from one point of the pathway to another.
struct Passage {
  enum class Start {
    Entered,  ///< on coming into one of `from`
    Ready,    ///< when the stay there has ended
    Left      ///< on leaving it
  };
  Text label;
  std::vector<std::string> from;  ///< settings; or "arrival", the first request of a new patient
  Start start = Start::Entered;
  std::vector<std::string> to;  ///< settings and exits: on coming into one of them
  Condition when;
  std::vector<double> within_hours;  ///< shares to be told
};

/// A number of a setting that goes up and down through time.
enum class Level {
  Present,  ///< patients there
  Ready,    ///< of them, those whose stay has ended
  Blocked,  ///< of these, those who wait in the queue of another setting
  Queued,   ///< persons in its own queue
  Occupied  ///< places taken
};
inline constexpr std::size_t levels = 5;

/// So many times the state of every setting may be told: one for each day of a year, and more.
inline constexpr std::size_t most_moments = 400;

/// So many rows the numbers day by day may have: three settings through a year, and more.
inline constexpr std::size_t most_daily_rows = 1100;

/// So many limits a scenario may have: each is looked at whenever the clock moves.
inline constexpr std::size_t most_limits = 64;

/// A limit that a setting's number may come to: how often, how long, and whether at all.
struct Limit {
  Text label;
  std::string setting;
  Level count = Level::Occupied;
  std::optional<double> at_least;           ///< absent: all places offered (Occupied), or one
  std::optional<std::array<int, 2>> weeks;  ///< the season that is judged; absent: the whole run
};

/// A value that the run must reproduce.
struct Target {
  Text label;
  std::string measure;
  double low = 0, high = 0;
};

// ---------------------------------------------------------------- the whole

/// Where a number comes from.
struct Provenance {
  std::string source, grade, note;  ///< grade: A, B, C, assumption
  std::optional<std::array<double, 2>> range;
};

struct Scenario {
  Text title;
  Text question;  ///< what the scenario answers, one sentence
  Horizon horizon;
  Named<std::vector<std::string>> attributes;  ///< attribute -> values; the first is the default
  Named<Text> labels;                          ///< names shown for attribute values
  std::optional<Population> population;
  Named<Setting> settings;
  Named<Text> exits;                ///< ways out of the model
  std::vector<std::string> deaths;  ///< exits that are deaths
  Named<Move> moves;                ///< "from->to"
  Named<Arrival> arrivals;
  Initial initial;
  std::optional<Care> care;
  Named<Measure> measures;
  Named<Passage> passages;
  Named<Limit> limits;
  Named<Target> targets;
  Levers levers;
  /// Exceptions that calendars share, by the name that stands for them in `changes`.
  Named<std::vector<CalendarRule>> calendars;
  std::vector<std::string> report_by;       ///< attributes that results are broken down by, in turn
  std::vector<std::string> report_at;       ///< times at which the state of every setting is told
  std::vector<std::string> report_daily;    ///< settings whose numbers are told day by day
  std::vector<std::string> report_changes;  ///< settings whose risks are counted row by row
  std::vector<std::string> report_levels;   ///< settings with quantiles over time of their numbers

  std::map<std::string, Provenance> provenance;  ///< JSON Pointer -> origin
  std::string path;                              ///< file it was read from
  std::vector<std::string> files;  ///< with what it extends, oldest first, and the files it names
};

}  // namespace scenarios
