// SPDX-License-Identifier: Apache-2.0
#include "scenarios/check.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "scenarios/archive.hpp"
#include "scenarios/case_vocabulary.hpp"
#include "scenarios/check_rules.hpp"
#include "scenarios/compile_distribution.hpp"
#include "scenarios/csv.hpp"
#include "scenarios/data_rows.hpp"
#include "scenarios/fields.hpp"
#include "scenarios/roster.hpp"
#include "scenarios/staff_files.hpp"

namespace scenarios {
namespace {

template <class T>
void append_keys(std::vector<std::string>& names, const Named<T>& list) {
  for (const auto& [name, value] : list) names.push_back(name);
}

/// The archive that walks through a scenario: every name must resolve, every distribution be one,
/// and every struct keep its own rules.
class Checker {
 public:
  Checker(const Scenario& scenario, const std::optional<CaseVocabulary>& vocabulary,
          Findings& findings)
      : scenario_(scenario),
        knows_vocabulary_(vocabulary.has_value()),
        vocabulary_(vocabulary.value_or(CaseVocabulary{})),
        findings_(findings) {}

  template <class S>
  void record(const S& value) {
    const bool outer = std::exchange(names_resolve_, true);
    fields(*this, value);
    check_rules(Checking{scenario_, at_, names_resolve_, findings_, vocabulary_.dimensions()},
                value);
    names_resolve_ = names_resolve_ && outer;
  }

  void about(std::string_view /*name*/, std::string_view /*english*/,
             std::string_view /*swedish*/) {}

  template <class T>
  void operator()(std::string_view key, const T& member, const Field& field) {
    below(key, [&] { visit(member, field); });
  }

 private:
  template <class Body>
  void below(std::string_view key, Body body) {
    const std::size_t length = at_.size();
    at_ = child_pointer(at_, key);
    body();
    at_.resize(length);
  }

  template <class T>
  void visit(const T& value, const Field& field) {
    if constexpr (std::is_same_v<T, std::string>) {
      if (field.names != Refers::Nothing && !value.empty()) resolve(value, field.names);
      if (field.names != Refers::Nothing && value.empty() && field.is_required) {
        error(say("expected.name"), say("got.empty_text"));
      }
    } else if constexpr (is_optional<T>) {
      if (value) visit(*value, field);
    } else if constexpr (std::is_same_v<T, Assignment>) {
      visit_assignment(value, field);
    } else if constexpr (is_named<T>) {
      for (const auto& entry : value) {
        const auto& name = entry.first;
        const auto& item = entry.second;
        below(name, [&] {
          if (field.key_names != Refers::Nothing) resolve(name, field.key_names);
          visit(item, field);
        });
      }
    } else if constexpr (is_list<T>) {
      // Who writes one alone may mean none by an empty text (decode.cpp); in a list of them it is nothing.
      if (field.is_alone && value.size() == 1) return visit(value.front(), field);
      for (std::size_t i = 0; i < value.size(); ++i) {
        below(std::to_string(i), [&] { visit(value[i], field.required()); });
      }
    } else if constexpr (std::is_same_v<T, Condition>) {
      visit_condition(value, field);
    } else if constexpr (std::is_same_v<T, DistributionSpec>) {
      visit_distribution(value, field);
    } else if constexpr (std::is_class_v<T> && !std::is_same_v<T, sim::Date> && !is_pair_of<T> &&
                         !std::is_same_v<T, Text>) {
      record(value);
    }
  }

  void visit_distribution(const DistributionSpec& spec, const Field& field) {
    if (is_unset(spec) && !field.is_required) return;
    for (Issue& issue : check_distribution(spec, at_)) findings_.errors.push_back(std::move(issue));
  }

  void visit_condition(const Condition& condition, const Field& field) {
    for (const auto& term : condition.all) {
      const auto& attribute = term.first;
      const auto& accepted = term.second;
      below(attribute, [&] {
        const auto values = known_values(attribute, field);
        for (std::size_t i = 0; !values.empty() && i < accepted.size(); ++i) {
          if (accepted.size() == 1) {
            require_one_of(accepted[i], values);
          } else {
            below(std::to_string(i), [&] { require_one_of(accepted[i], values); });
          }
        }
      });
    }
  }

  void visit_assignment(const Assignment& assignment, const Field& field) {
    for (const auto& change : assignment) {
      const auto& attribute = change.first;
      const auto& mix = change.second;
      below(attribute, [&] {
        const auto values = known_values(attribute, field);
        for (std::size_t i = 0; !values.empty() && i < mix.size(); ++i) {
          if (mix.size() == 1) {
            require_one_of(mix[i].first, values);
          } else {
            below(mix[i].first, [&] { require_one_of(mix[i].first, values); });
          }
        }
      });
    }
  }

  /// The values of an attribute of the scenario or, where the field says so, of patient cases;
  /// none after an issue.
  std::vector<std::string> known_values(const std::string& attribute, const Field& field) {
    if (has(field.names, Refers::CaseAttribute)) {
      resolve(attribute, Refers::CaseAttribute);
      const auto dimension = find_dimension(attribute, vocabulary_.dimensions());
      return dimension ? value_names(vocabulary_.dimensions()[*dimension])
                       : std::vector<std::string>{};
    }
    const auto* const values = find_named(scenario_.attributes, attribute);
    if (values == nullptr) resolve(attribute, Refers::Attribute);
    return values == nullptr ? std::vector<std::string>{} : *values;
  }

  void resolve(const std::string& name, Refers what) {
    if (has(what, Refers::CaseAttribute) && !knows_vocabulary_ && !find_dimension(name)) return;
    if (has(what, Refers::Move)) {
      resolve_move(name);
    } else {
      require_one_of(name, candidates(what));
    }
  }

  void resolve_move(const std::string& name) {
    const auto arrow = name.find("->");
    if (arrow == std::string::npos) return error(say("expected.move"), quotation(name));
    auto from = candidates(Refers::Setting | Refers::Arrival);
    auto to = candidates(Refers::Setting | Refers::Exit);
    from.emplace_back("*");
    to.emplace_back("*");
    require_one_of(name.substr(0, arrow), from);
    require_one_of(name.substr(arrow + 2), to);
  }

  void require_one_of(const std::string& name, const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    names_resolve_ = false;
    error(one_of(known), quotation(name) + did_you_mean(name, known));
  }

  /// Every name that a reference of this kind may use.
  [[nodiscard]] std::vector<std::string> candidates(Refers what) const {
    std::vector<std::string> names;
    if (has(what, Refers::Setting)) append_keys(names, scenario_.settings);
    if (has(what, Refers::ResidentialSetting)) {
      for (const auto& [name, setting] : scenario_.settings) {
        if (setting.residence) names.push_back(name);
      }
    }
    if (has(what, Refers::Exit)) append_keys(names, scenario_.exits);
    if (has(what, Refers::Residence)) names.emplace_back("residence");
    if (has(what, Refers::Arrival)) names.emplace_back("arrival");
    if (has(what, Refers::Lost)) names.emplace_back("lost");
    if (has(what, Refers::Measure)) append_keys(names, scenario_.measures);
    append_attributes(names, what);
    append_case_words(names, what);
    if (has(what, Refers::Owner)) append_owners(names);
    if (scenario_.care && has(what, Refers::Role)) append_keys(names, scenario_.care->roles);
    if (scenario_.care && has(what, Refers::Competence)) {
      append_keys(names, scenario_.care->competences);
    }
    if (scenario_.care && has(what, Refers::Shift)) append_keys(names, scenario_.care->shifts);
    if (scenario_.care && has(what, Refers::Window)) append_keys(names, scenario_.care->windows);
    return names;
  }

  void append_case_words(std::vector<std::string>& names, Refers what) const {
    const auto append = [&](const std::vector<std::string>& more) {
      names.insert(names.end(), more.begin(), more.end());
    };
    if (has(what, Refers::CaseAttribute)) {
      append(dimension_names(CaseDimension::Kind::Attribute, vocabulary_.dimensions()));
    }
    if (has(what, Refers::CaseSwitch)) append(dimension_names(CaseDimension::Kind::Switch));
    if (has(what, Refers::Performer)) {
      names.insert(names.end(), names_of<Performer>.begin(), names_of<Performer>.end());
    }
  }

  void append_owners(std::vector<std::string>& names) const {
    for (const auto& [name, setting] : scenario_.settings) {
      const bool known = std::find(names.begin(), names.end(), setting.owner) != names.end();
      if (!known && !setting.owner.empty()) names.push_back(setting.owner);
    }
  }

  void append_attributes(std::vector<std::string>& names, Refers what) const {
    if (has(what, Refers::Attribute)) append_keys(names, scenario_.attributes);
    for (const auto& [attribute, values] : scenario_.attributes) {
      const bool named = has(what, Refers::AttributeValue) ||
                         (has(what, Refers::MunicipalityValue) && attribute == "municipality") ||
                         (has(what, Refers::AgeValue) && attribute == "age");
      if (named) names.insert(names.end(), values.begin(), values.end());
    }
  }

  void error(words::Text expected, words::Text got) {
    findings_.errors.push_back({"", at_, std::move(expected), std::move(got)});
  }

  const Scenario& scenario_;
  bool knows_vocabulary_;
  CaseVocabulary vocabulary_;
  Findings& findings_;
  std::string at_;
  bool names_resolve_ = true;
};

/// The archive that reads every sample that a distribution names, to see that it gives numbers.
class SampleReader {
 public:
  explicit SampleReader(Findings& findings) : findings_(findings) {}

  void about(std::string_view /*name*/, std::string_view /*english*/,
             std::string_view /*swedish*/) {}

  template <class T>
  void operator()(std::string_view /*key*/, const T& member, const Field& /*field*/) {
    visit(member);
  }

  template <class T>
  void visit(const T& value) {
    if constexpr (std::is_same_v<T, DistributionSpec>) {
      if (!value.file.empty()) (void)sample_values(value, findings_.errors);
      for (const auto& component : value.components) visit(component);
    } else if constexpr (is_optional<T>) {
      if (value) visit(*value);
    } else if constexpr (is_named<T>) {
      for (const auto& entry : value) visit(entry.second);
    } else if constexpr (is_list<T>) {
      for (const auto& item : value) visit(item);
    } else if constexpr (std::is_class_v<T> && !std::is_same_v<T, std::string> &&
                         !std::is_same_v<T, sim::Date> && !std::is_same_v<T, Condition> &&
                         !std::is_same_v<T, Text> && !is_pair_of<T>) {
      fields(*this, value);
    }
  }

 private:
  Findings& findings_;
};

void check_list(const Scenario& scenario, const Arrival& arrival, const std::string& at,
                Findings& findings) {
  const auto list = arrival_list(scenario, arrival, findings);
  const bool has_stays = !list.empty() && list.front().stay_days;
  if (has_stays && arrival.batch) {
    findings.errors.push_back(
        {"", at + "/batch", say("expected.one_per_row"), quotation("stay_days")});
  }
  if (list.empty() && findings.errors.empty()) {
    findings.warnings.push_back(
        {"", at + "/file", say("expected.arrivals_in_list"), say("got.empty_list")});
  }
  const Horizon& horizon = scenario.horizon;
  const auto outside = std::ranges::count_if(list, [&](const ListedArrival& listed) {
    return listed.time < sim::Time{horizon.start} || listed.time >= sim::Time{horizon.end()};
  });
  warn_outside(horizon, static_cast<std::size_t>(outside), list.size(), at + "/file", findings);
}

void check_expected(const Scenario& scenario, const Arrival& arrival, const std::string& at,
                    Findings& findings) {
  const auto file = expected_arrivals(scenario, arrival, findings);
  warn_outside(scenario.horizon, file.outside, file.rows, at + "/file", findings);
  if (file.streams.empty()) return;
  for (const auto& [name, value] : file.streams.front().attributes) {
    if (find_named(arrival.attributes, name) == nullptr) continue;
    findings.errors.push_back({"", child_pointer(at + "/attributes", name),
                               say("expected.not_in_file"), quotation(name)});
  }
}

/// The time of the whole population is a figure too.
void check_persons(const Scenario& scenario, const std::vector<PopulationRow>& rows,
                   Findings& findings) {
  double persons = 0;
  for (const auto& row : rows) persons += row.persons;
  const double most = most_at_a_time(scenario.horizon);
  if (persons <= most) return;
  findings.errors.push_back({"", "/population",
                             say("expected.countable_persons", {{"n", number_text(most)}}),
                             say("got.number", {{"value", number_text(persons)}})});
}

/// Teams with what files add to them.
void check_staff_files(const Scenario& scenario, Findings& findings) {
  const std::size_t before = findings.errors.size();
  Scenario whole = scenario;
  whole.care = care_with_files(scenario, findings);
  if (findings.errors.size() > before) return;
  const auto check_teams = [&](const std::string& at, const auto& units) {
    for (const auto& [name, unit] : units) {
      for (const auto& [role, team] : unit.teams) {
        const auto pointer = child_pointer(child_pointer(at, name) + "/teams", role);
        check_team(Checking{whole, pointer, true, findings, {}}, team);
      }
    }
  };
  check_teams("/care/municipalities", whole.care->municipalities);
  if (whole.care->responsibility) {
    check_teams("/care/responsibility/providers", whole.care->responsibility->providers);
  }
  check_staff(Checking{whole, "/care", true, findings, {}}, *whole.care);
}

}  // namespace

Findings check(const Scenario& scenario, const std::optional<CaseVocabulary>& vocabulary) {
  Findings findings;
  Checker(scenario, vocabulary, findings).record(scenario);
  return findings;
}

Findings check_files(const Scenario& scenario) {
  Findings findings;
  const auto rows = population_table(scenario, findings.errors);
  place_unopened(findings.errors, 0, "/population/file");
  check_persons(scenario, rows, findings);
  for (const auto& [name, arrival] : scenario.arrivals) {
    if (arrival.file.empty()) continue;
    const auto at = child_pointer("/arrivals", name);
    const std::size_t before = findings.errors.size();
    if (arrival.kind == Arrival::Kind::File) check_list(scenario, arrival, at, findings);
    if (arrival.kind == Arrival::Kind::Poisson) check_expected(scenario, arrival, at, findings);
    place_unopened(findings.errors, before, at + "/file");
  }
  const std::size_t before = findings.errors.size();
  (void)present_list(scenario, findings);
  place_unopened(findings.errors, before, "/initial/file");
  if (scenario.care && has_staff_files(*scenario.care)) check_staff_files(scenario, findings);
  SampleReader(findings).visit(scenario);
  if (!findings.errors.empty()) return findings;
  for (const auto& [name, arrival] : scenario.arrivals) {
    if (arrival.interarrival && reads_file(*arrival.interarrival)) {
      check_interarrival(*arrival.interarrival, child_pointer("/arrivals", name), findings);
    }
  }
  return findings;
}

}  // namespace scenarios
