// SPDX-License-Identifier: Apache-2.0
#include "scenarios/staff_files.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "scenarios/data_rows.hpp"
#include "scenarios/roster.hpp"
#include "scenarios/roster_words.hpp"
#include "scenarios/row_list.hpp"
#include "sim/civil_date.hpp"

namespace scenarios {
namespace {

using Column = std::optional<std::size_t>;

constexpr std::size_t most_absences = 500;  // of one person

template <class T>
T* find_in(Named<T>& list, const std::string& name) {
  const auto found = std::ranges::find(
      list, name, [](const auto& entry) -> const std::string& { return entry.first; });
  return found == list.end() ? nullptr : &found->second;
}

template <class T>
std::vector<std::string> names_in(const Named<T>& list) {
  std::vector<std::string> names;
  names.reserve(list.size());
  for (const auto& [name, value] : list) names.push_back(name);
  return names;
}

/// The rows of a file about teams: whose each is.
class TeamRows {
 public:
  TeamRows(Care& care, const StaffFile& file, std::vector<std::string> own, Findings& findings)
      : care_(care),
        list_(file.file, file.columns, with_team(std::move(own)), findings),
        municipality_(list_.column("municipality")),
        provider_(list_.column("provider")),
        role_(list_.required("role")) {
    if (!provider_ && !municipality_) (void)list_.required("municipality");
  }

  RowList& list() { return list_; }

  /// The teams of the municipality or provider of a row, and the role; nothing after a fault.
  std::pair<Named<Team>*, std::string> whose(const CsvRow& row) {
    Named<Team>* const teams = teams_of(row);
    const bool knows_role = list_.require_one_of(row, *role_, names_in(care_.roles));
    if (teams == nullptr || !knows_role) return {nullptr, {}};
    return {teams, row[*role_].text};
  }

 private:
  static std::vector<std::string> with_team(std::vector<std::string> own) {
    own.insert(own.begin(), {"municipality", "provider", "role"});
    return own;
  }

  Named<Team>* teams_of(const CsvRow& row) {
    const bool of_provider = !RowList::text(row, provider_).empty();
    if (of_provider == !RowList::text(row, municipality_).empty()) {
      list_.fault(row, municipality_.value_or(provider_.value_or(0)), say("expected.one_unit"),
                  say(of_provider ? "got.both" : "got.neither"));
      return nullptr;
    }
    if (!of_provider) return teams_in(row, *municipality_, care_.municipalities);
    Named<Provider> none;
    return teams_in(row, *provider_, care_.responsibility ? care_.responsibility->providers : none);
  }

  template <class Unit>
  Named<Team>* teams_in(const CsvRow& row, std::size_t at, Named<Unit>& units) {
    if (!list_.require_one_of(row, at, names_in(units))) return nullptr;
    return &find_in(units, row[at].text)->teams;
  }

  Care& care_;
  RowList list_;
  Column municipality_, provider_, role_;
};

Team& team_of(Named<Team>& teams, const std::string& role) {
  Team* const known = find_in(teams, role);
  return known != nullptr ? *known : teams.emplace_back(role, Team{}).second;
}

/// A date that a cell may leave out; `sound` becomes false after a fault.
std::optional<sim::Date> date_in(RowList& list, const CsvRow& row, Column at, bool& sound) {
  if (RowList::text(row, at).empty()) return std::nullopt;
  const auto date = list.date(row, *at);
  sound = sound && date.has_value();
  return date;
}

bool in_order(RowList& list, const CsvRow& row, Column at, std::optional<sim::Date> from,
              std::optional<sim::Date> to) {
  if (!from || !to || *from <= *to) return true;
  list.fault(row, *at, say("expected.not_before", {{"date", sim::iso_date(*from)}}),
             quotation(row[*at].text));
  return false;
}

/// Reads rows of rosters.
class RosterFile {
 public:
  RosterFile(Care& care, const StaffFile& file, Findings& findings)
      : care_(care),
        rows_(care, file, {"shift", "days", "from", "to", "weeks", "posts", "replaces"}, findings),
        list_(rows_.list()),
        shift_(list_.required("shift")),
        days_(list_.column("days")),
        from_(list_.column("from")),
        to_(list_.column("to")),
        weeks_(list_.column("weeks")),
        posts_(list_.required("posts")),
        replaces_(list_.column("replaces")) {}

  /// Adds them; the number of rows that have no day in the run.
  std::size_t add(const Horizon& horizon) {
    std::size_t outside = 0;
    for (const CsvRow& row : list_.rows()) {
      const auto [teams, role] = rows_.whose(row);
      const auto read = roster_row(row);
      if (teams == nullptr || !read) continue;
      team_of(*teams, role).roster.push_back(*read);
      if (!holds_within(*read, horizon)) ++outside;
    }
    return outside;
  }
  [[nodiscard]] std::size_t rows() const { return list_.rows().size(); }

 private:
  std::optional<RosterRow> roster_row(const CsvRow& row) {
    RosterRow read;
    read.shift = row[*shift_].text;
    bool sound = list_.require_one_of(row, *shift_, names_in(care_.shifts));
    read_days(row, read, sound);
    read_period(row, read, sound);
    const auto posts =
        list_.number(row, *posts_, most_people,
                     say("expected.number_of_posts", {{"n", number_text(most_people)}}));
    read.posts = posts.value_or(0);
    read_replaces(row, read, sound);
    return sound && posts ? std::optional(read) : std::nullopt;
  }

  void read_days(const CsvRow& row, RosterRow& read, bool& sound) {
    auto days = days_in(RowList::text(row, days_));
    if (!days.unknown.empty()) {
      list_.fault(row, *days_, say("expected.days_in_words"),
                  quotation(days.unknown) + did_you_mean(days.unknown, day_words()));
      sound = false;
    }
    read.days = std::move(days.days);
  }

  void read_period(const CsvRow& row, RosterRow& read, bool& sound) {
    read.from = date_in(list_, row, from_, sound);
    read.to = date_in(list_, row, to_, sound);
    sound = in_order(list_, row, to_, read.from, read.to) && sound;
    const std::string& weeks = RowList::text(row, weeks_);
    if (!weeks.empty()) read.weeks = weeks_in(weeks);
    if (weeks.empty()) return;
    if (!read.weeks) fault(row, *weeks_, "expected.weeks_of_year", sound);
    if (read.weeks && (read.from || read.to)) {
      fault(row, *weeks_, "expected.dates_or_weeks", sound);
    }
  }

  void read_replaces(const CsvRow& row, RosterRow& read, bool& sound) {
    const auto replaces = truth_in(RowList::text(row, replaces_));
    read.replaces = replaces.value_or(false);
    if (!replaces) fault(row, *replaces_, "expected.true_or_false", sound);
    if (sound && read.replaces && !read.has_period()) {
      fault(row, *replaces_, "expected.period_of_replacing", sound);
    }
  }

  void fault(const CsvRow& row, std::size_t at, std::string_view expected, bool& sound) {
    list_.fault(row, at, say(expected), quotation(row[at].text));
    sound = false;
  }

  Care& care_;
  TeamRows rows_;
  RowList& list_;
  Column shift_, days_, from_, to_, weeks_, posts_, replaces_;
};

/// Reads people of teams.
class PeopleFile {
 public:
  PeopleFile(Care& care, const StaffFile& file, Findings& findings)
      : rows_(care, file, {"person", "share", "leave_weeks"}, findings),
        list_(rows_.list()),
        name_(list_.required("person")),
        share_(list_.column("share")),
        leave_(list_.column("leave_weeks")) {}

  void add() {
    for (const CsvRow& row : list_.rows()) {
      const auto [teams, role] = rows_.whose(row);
      const auto read = person(row);
      if (teams == nullptr || !read) continue;
      Team& team = team_of(*teams, role);
      const std::string& name = row[*name_].text;
      if (team.people) {
        list_.fault(row, *name_, say("expected.team_by_name"), quotation(name));
      } else if (!is_new(teams, role, team, name)) {
        list_.fault(row, *name_, say("expected.person_once"),
                    say("got.second_time", {{"what", in_quotes(name)}}));
      } else {
        team.staff.emplace_back(name, *read);
      }
    }
  }

 private:
  /// Whether the team has nobody of that name; there may be thousands.
  bool is_new(const Named<Team>* teams, const std::string& role, const Team& team,
              const std::string& name) {
    if (known_.emplace(teams, role, "").second) {
      for (const auto& entry : team.staff) known_.emplace(teams, role, entry.first);
    }
    return known_.emplace(teams, role, name).second;
  }

  std::optional<Person> person(const CsvRow& row) {
    bool sound = !row[*name_].text.empty();
    Person read;
    if (!sound) list_.fault(row, *name_, say("expected.name"), say("got.empty_text"));
    if (!RowList::text(row, share_).empty()) {
      const auto share = list_.number(row, *share_, 1, say("expected.share_of_full_time"));
      read.share = share.value_or(1);
      sound = sound && share;
      if (share && *share <= 0) {
        list_.fault(row, *share_, say("expected.share_of_full_time"), quotation(row[*share_].text));
        sound = false;
      }
    }
    if (const std::string& weeks = RowList::text(row, leave_); !weeks.empty()) {
      read.leave_weeks = leave_in(weeks);
      if (!read.leave_weeks) {
        list_.fault(row, *leave_, say("expected.weeks_of_leave"), quotation(weeks));
        sound = false;
      }
    }
    return sound ? std::optional(read) : std::nullopt;
  }

  TeamRows rows_;
  RowList& list_;
  Column name_, share_, leave_;
  std::set<std::tuple<const Named<Team>*, std::string, std::string>> known_;
};

/// Reads known absence.
class AbsenceFile {
 public:
  AbsenceFile(Care& care, const StaffFile& file, Findings& findings)
      : rows_(care, file, {"person", "from", "to"}, findings),
        list_(rows_.list()),
        name_(list_.required("person")),
        from_(list_.required("from")),
        to_(list_.column("to")) {}

  /// Adds it; the number of rows that have no day in the run.
  std::size_t add(const Horizon& horizon) {
    std::size_t outside = 0;
    for (const CsvRow& row : list_.rows()) {
      const auto [teams, role] = rows_.whose(row);
      const auto read = absence(row);
      if (teams == nullptr) continue;
      Person* const person = find_person(row, find_in(*teams, role));
      if (person == nullptr || !read) continue;
      const auto other = std::ranges::find_if(
          person->absent, [&](const KnownAbsence& known) { return overlap(known, *read); });
      if (other != person->absent.end()) {
        list_.fault(row, *from_, say("expected.apart_from", {{"other", period_text(*other)}}),
                    verbatim(period_text(*read)));
        continue;
      }
      if (person->absent.size() == most_absences) {
        list_.fault(row, *name_, say("expected.at_most_elements", {{"n", most_absences}}),
                    quotation(row[*name_].text));
        continue;
      }
      person->absent.push_back(*read);
      RosterRow days;
      days.from = read->from;
      days.to = read->to;
      if (!holds_within(days, horizon)) ++outside;
    }
    return outside;
  }
  [[nodiscard]] std::size_t rows() const { return list_.rows().size(); }

 private:
  std::optional<KnownAbsence> absence(const CsvRow& row) {
    bool sound = true;
    const auto from = list_.date(row, *from_);
    const auto to = date_in(list_, row, to_, sound);
    if (!from || !sound || !in_order(list_, row, to_, from, to)) return std::nullopt;
    return KnownAbsence{*from, to};
  }

  Person* find_person(const CsvRow& row, Team* team) {
    const auto names = team != nullptr ? names_in(team->staff) : std::vector<std::string>{};
    if (names.empty()) {
      list_.fault(row, *name_, say("expected.team_with_names"), quotation(row[*name_].text));
      return nullptr;
    }
    if (!list_.require_one_of(row, *name_, names)) return nullptr;
    return find_in(team->staff, row[*name_].text);
  }

  TeamRows rows_;
  RowList& list_;
  Column name_, from_, to_;
};

/// Reads the files of one kind. `read` adds a file's rows and gives those outside the run and all of them.
template <class File, class Add>
void read_files(Care& care, const std::vector<StaffFile>& files, const std::string& pointer,
                const Horizon& horizon, Findings& findings, Add add) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string at = fmt::format("{}/{}/file", pointer, i);
    const std::size_t before = findings.errors.size();
    File file(care, files[i], findings);
    if (findings.errors.size() == before) {
      const auto [outside, rows] = add(file);
      warn_outside(horizon, outside, rows, at, findings);
    }
    place_unopened(findings.errors, before, at);
  }
}

}  // namespace

Care care_with_files(const Scenario& scenario, Findings& findings) {
  Care care = *scenario.care;
  const Horizon& horizon = scenario.horizon;
  using Counts = std::pair<std::size_t, std::size_t>;
  read_files<RosterFile>(care, scenario.care->rosters, "/care/rosters", horizon, findings,
                         [&](RosterFile& file) {
                           return Counts{file.add(horizon), file.rows()};
                         });
  read_files<PeopleFile>(care, scenario.care->people, "/care/people", horizon, findings,
                         [](PeopleFile& file) {
                           file.add();
                           return Counts{};
                         });
  read_files<AbsenceFile>(care, scenario.care->absence, "/care/absence", horizon, findings,
                          [&](AbsenceFile& file) {
                            return Counts{file.add(horizon), file.rows()};
                          });
  return care;
}

Care care_with_files(const Scenario& scenario) {
  Findings findings;
  auto care = care_with_files(scenario, findings);
  require_none(findings.errors);
  return care;
}

}  // namespace scenarios
