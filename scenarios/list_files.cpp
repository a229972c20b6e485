// SPDX-License-Identifier: Apache-2.0
// The lists that a scenario names: arrivals one by one or as expected numbers, and those present at
// the start.

#include <algorithm>
#include <map>
#include <utility>

#include "scenarios/data_rows.hpp"
#include "scenarios/row_list.hpp"
#include "sim/civil_date.hpp"

namespace scenarios {
namespace {

using Row = CsvRow;

constexpr double most_days = 36'525;  // a hundred years

/// The names of a list's own columns, and of attributes.
std::vector<std::string> with_attributes(std::vector<std::string> own, const Scenario& scenario) {
  for (const auto& [name, values] : scenario.attributes) own.push_back(name);
  return own;
}

/// A list in which some columns have a meaning of their own and others are attributes of the
/// scenario.
class AttributedList : public RowList {
 public:
  /// `own`: the names of the columns that are no attributes.
  AttributedList(const Scenario& scenario, const std::string& path, const Named<std::string>& names,
                 const std::vector<std::string>& own, Findings& findings)
      : RowList(path, names, with_attributes(own, scenario), findings), scenario_(scenario) {}

  /// The attributes that a row gives.
  std::vector<std::pair<std::string, std::string>> attributes(const Row& row) {
    std::vector<std::pair<std::string, std::string>> given;
    for (const auto& [name, values] : scenario_.attributes) {
      const auto at = column(name);
      if (!at) continue;
      require_one_of(row, *at, values);
      given.emplace_back(name, row[*at].text);
    }
    return given;
  }

  std::optional<double> days(const Row& row, std::size_t at) {
    return number(row, at, most_days,
                  say("expected.number_of_days", {{"n", static_cast<int>(most_days)}}));
  }

 private:
  const Scenario& scenario_;
};

/// Expected numbers by group of patients and day, as they are read.
class ExpectedNumbers {
 public:
  using Group = std::vector<std::pair<std::string, std::string>>;

  ExpectedNumbers(const Horizon& horizon, AttributedList& list) : list_(list) {
    for (auto day = horizon.start; day < horizon.end(); day += std::chrono::days{1}) {
      days_.push_back(day);
    }
  }

  void read() {
    const auto date = list_.required("date");
    const auto expected = list_.required("expected");
    if (!date || !expected) return;
    for (const Row& row : list_.rows()) {
      const auto day = list_.date(row, *date);
      const auto number = list_.number(
          row, *expected, most_expected,
          say("expected.number_of_arrivals", {{"n", static_cast<int>(most_expected)}}));
      const Group group = list_.attributes(row);
      if (day && number) add(row, *date, group, *day, *number);
    }
  }

  /// Tells of the days that lack a row: of the first, and how many there are.
  void require_every_day() {
    if (groups_.empty()) groups_[{}];
    const std::size_t all = groups_.size() * days_.size();
    if (inside_ == all) return;
    const bool alone = groups_.begin()->first.empty();
    list_.fault(
        say(alone ? "expected.row_a_day" : "expected.row_a_day_and_group",
            {{"from", sim::iso_date(days_.front())}, {"to", sim::iso_date(days_.back())}}),
        say("got.missing_rows", {{"what", first_missing()}, {"n", all - inside_}, {"of", all}}));
  }

  /// What was read, when every day is there.
  [[nodiscard]] ExpectedFile file() const {
    ExpectedFile file{{}, list_.rows().size(), list_.rows().size() - inside_};
    file.streams.reserve(groups_.size());
    for (const auto& [group, by_day] : groups_) {
      auto& per_day = file.streams.emplace_back(ExpectedArrivals{group, {}}).per_day;
      per_day.reserve(days_.size());
      for (const auto day : days_) per_day.push_back(by_day.at(day));
    }
    return file;
  }

 private:
  static std::string name_of(const Group& group, sim::Date day) {
    std::string name = sim::iso_date(day);
    for (const auto& attribute : group) name += ", " + attribute.second;
    return name;
  }

  [[nodiscard]] std::string first_missing() const {
    for (const auto day : days_) {
      for (const auto& [group, by_day] : groups_) {
        if (!by_day.contains(day)) return name_of(group, day);
      }
    }
    return {};
  }

  void add(const Row& row, std::size_t at, const Group& group, sim::Date day, double number) {
    if (!groups_[group].emplace(day, number).second) {
      return list_.fault(row, at, say("expected.day_once"),
                         say("got.second_time", {{"what", name_of(group, day)}}));
    }
    if (std::binary_search(days_.begin(), days_.end(), day)) ++inside_;
  }

  AttributedList& list_;
  std::vector<sim::Date> days_;  ///< of the run
  std::map<Group, std::map<sim::Date, double>> groups_;
  std::size_t inside_ = 0;  ///< rows of these days
};

/// How long the person of a row has been there when the run starts.
std::optional<double> days_spent(AttributedList& list, const Row& row, sim::Time start) {
  if (const auto at = list.column("days_spent")) return list.days(row, *at);
  const auto at = list.column("admitted");
  if (!at) return std::nullopt;
  const auto admitted = list.time(row, *at);
  if (!admitted) return std::nullopt;
  const double days = sim::days(start - *admitted);
  if (days >= 0 && days <= most_days) return days;
  list.fault(row, *at, say("expected.before_start", {{"date", sim::iso_date(start)}}),
             quotation(row[*at].text));
  return std::nullopt;
}

template <class T>
std::vector<std::string> names_of_all(const Named<T>& named, bool (*wanted)(const T&)) {
  std::vector<std::string> names;
  for (const auto& [name, value] : named) {
    if (wanted(value)) names.push_back(name);
  }
  return names;
}

}  // namespace

std::vector<ListedArrival> arrival_list(const Scenario& scenario, const Arrival& arrival,
                                        Findings& findings) {
  const std::size_t before = findings.errors.size();
  AttributedList list(scenario, arrival.file, arrival.columns, {"time", "stay_days"}, findings);
  const auto time = list.required("time");
  const auto stay = list.column("stay_days");
  if (!time || findings.errors.size() > before) return {};
  std::vector<ListedArrival> arrivals;
  arrivals.reserve(list.rows().size());
  for (const Row& row : list.rows()) {
    ListedArrival& next = arrivals.emplace_back();
    next.time = list.time(row, *time).value_or(sim::Time{});
    if (stay) next.stay_days = list.days(row, *stay);
    next.attributes = list.attributes(row);
  }
  if (findings.errors.size() > before) return {};
  std::stable_sort(arrivals.begin(), arrivals.end(),
                   [](const auto& a, const auto& b) { return a.time < b.time; });
  return arrivals;
}

ExpectedFile expected_arrivals(const Scenario& scenario, const Arrival& arrival,
                               Findings& findings) {
  const std::size_t before = findings.errors.size();
  AttributedList list(scenario, arrival.file, arrival.columns, {"date", "expected"}, findings);
  ExpectedNumbers numbers(scenario.horizon, list);
  if (list.has_header()) numbers.read();
  if (findings.errors.size() == before) numbers.require_every_day();
  return findings.errors.size() > before ? ExpectedFile{} : numbers.file();
}

std::vector<double> sample_values(const DistributionSpec& spec, std::vector<Issue>& issues) {
  const std::size_t before = issues.size();
  const CsvTable table = read_csv(spec.file, issues);
  if (table.header.empty()) return {};
  auto at = table.column(spec.column);
  if (spec.column.empty() && table.header.size() == 1) at = 0;
  if (!at) {
    issues.push_back({table.file, "", say("expected.column_of_sample"),
                      spec.column.empty()
                          ? one_of(table.header)
                          : quotation(spec.column) + did_you_mean(spec.column, table.header),
                      1, 1});
    return {};
  }
  std::vector<double> values;
  values.reserve(table.rows.size());
  for (const Row& row : table.rows) {
    const CsvCell& cell = row[*at];
    if (cell.text.empty()) continue;
    const auto value = number_in(table, cell);
    if (value && *value >= 0) {
      values.push_back(*value);
    } else {
      report(issues, table.file, cell,
             say("expected.count_in", {{"column", in_quotes(table.header[*at])}}),
             quotation(cell.text));
    }
  }
  if (values.empty() && issues.size() == before) {
    issues.push_back({table.file, "", say("law.no_values"), say("got.none"), 1, 1});
  }
  return issues.size() > before ? std::vector<double>{} : values;
}

std::vector<ListedPerson> present_list(const Scenario& scenario, Findings& findings) {
  const Initial& initial = scenario.initial;
  if (initial.file.empty()) return {};
  const std::size_t before = findings.errors.size();
  AttributedList list(scenario, initial.file, initial.columns,
                      {"setting", "admitted", "days_spent", "residence"}, findings);
  const auto setting = list.required("setting");
  const auto residence = list.column("residence");
  if (!setting || findings.errors.size() > before) return {};
  const auto settings =
      names_of_all<Setting>(scenario.settings, [](const Setting&) { return true; });
  const auto homes =
      names_of_all<Setting>(scenario.settings, [](const Setting& s) { return s.residence; });
  const auto start = sim::Time{scenario.horizon.start};
  std::vector<ListedPerson> persons;
  persons.reserve(list.rows().size());
  for (const Row& row : list.rows()) {
    ListedPerson& next = persons.emplace_back();
    next.line = row.front().line;
    next.setting = row[*setting].text;
    list.require_one_of(row, *setting, settings);
    if (residence && !row[*residence].text.empty()) {
      next.residence = row[*residence].text;
      list.require_one_of(row, *residence, homes);
    }
    next.days_spent = days_spent(list, row, start);
    next.attributes = list.attributes(row);
  }
  return findings.errors.size() > before ? std::vector<ListedPerson>{} : persons;
}

std::vector<ListedArrival> arrival_list(const Scenario& scenario, const Arrival& arrival) {
  Findings findings;
  auto list = arrival_list(scenario, arrival, findings);
  require_none(findings.errors);
  return list;
}

std::vector<ExpectedArrivals> expected_arrivals(const Scenario& scenario, const Arrival& arrival) {
  Findings findings;
  auto file = expected_arrivals(scenario, arrival, findings);
  require_none(findings.errors);
  return std::move(file.streams);
}

std::vector<ListedPerson> present_list(const Scenario& scenario) {
  Findings findings;
  auto list = present_list(scenario, findings);
  require_none(findings.errors);
  return list;
}

}  // namespace scenarios
