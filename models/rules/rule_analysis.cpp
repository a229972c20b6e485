// SPDX-License-Identifier: Apache-2.0
#include "models/rules/rule_analysis.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "sim/check.hpp"

namespace care {
namespace {

using scenarios::Issue;
using scenarios::Party;
using scenarios::Performer;
using words::say;
using Kind = RuleFinding::Kind;

constexpr std::size_t most_named_cases = 3;

std::size_t layer_of(const RuleTable& table, std::size_t rule) {
  const auto& files = table.set().files;
  const auto found = std::find(files.begin(), files.end(), table.rule(rule).file);
  return static_cast<std::size_t>(found - files.begin());
}

/// Whether it takes the rules of later files to leave the rule nothing.
bool is_replaced(const RuleTable& table, std::size_t rule) {
  Cubes without = table.impossible();
  for (std::size_t r = 0; r < rule; ++r) {
    if (layer_of(table, r) > layer_of(table, rule)) continue;
    without.insert(without.end(), table.rules()[r].begin(), table.rules()[r].end());
  }
  return !difference(table.rules()[rule], without).empty();
}

void find_unreached(const RuleTable& table, const Division& division,
                    std::vector<RuleFinding>& findings) {
  for (std::size_t r = 0; r < division.by_rule.size(); ++r) {
    if (!division.by_rule[r].empty()) continue;
    findings.push_back({is_replaced(table, r) ? Kind::Replaced : Kind::Unreached, r, 0, {}});
  }
}

void find_breaches(const RuleTable& table, const Division& division,
                   std::vector<RuleFinding>& findings) {
  for (std::size_t c = 0; c < table.constraints().size(); ++c) {
    auto required = table.set().constraints[c].second.responsible;
    std::sort(required.begin(), required.end());
    for (std::size_t r = 0; r < division.by_rule.size(); ++r) {
      if (table.ownership(r).responsible == required) continue;
      const Cubes cases = intersection(division.by_rule[r], table.constraints()[c]);
      if (cases.empty()) continue;
      findings.push_back(
          {Kind::Breach, r, c, fewest(cases, table.impossible(), table.vocabulary())});
    }
  }
}

/// What the file that states the law itself calls impossible.
Cubes impossible_by_law(const RuleTable& table) {
  Cubes cases;
  for (const auto& [name, one] : table.set().impossible) {
    if (one.file != table.set().files.front()) continue;
    const Cubes own = table.cases_of(one.when);
    cases.insert(cases.end(), own.begin(), own.end());
  }
  return cases;
}

/// The law cannot be got round by saying that its cases do not occur: neither in a file that extends
/// the one with the law, nor so that nothing is left of a constraint.
void find_denials(const RuleTable& table, std::vector<RuleFinding>& findings) {
  const auto& set = table.set();
  const Cubes by_law = impossible_by_law(table);
  for (std::size_t c = 0; c < table.constraints().size(); ++c) {
    const Cubes& settled = table.constraints()[c];
    const bool nothing_left = difference(settled, table.impossible()).empty();
    for (std::size_t i = 0; i < set.impossible.size(); ++i) {
      const auto& one = set.impossible[i].second;
      const bool of_law = one.file == set.files.front();
      if (of_law && !nothing_left) continue;
      Cubes cases = intersection(table.cases_of(one.when), settled);
      if (!of_law) cases = difference(cases, by_law);
      if (!cases.empty())
        findings.push_back({Kind::Denied, i, c, fewest(cases, {}, table.vocabulary())});
    }
  }
}

bool has_party(const RuleTable& table, const Answer& answer, Party party) {
  return std::any_of(answer.readings.begin(), answer.readings.end(), [&](const Reading& reading) {
    const auto& all = table.rule(reading.rule).responsible;
    return std::find(all.begin(), all.end(), party) != all.end();
  });
}

bool is_unserved(const RuleTable& table, const Answer& answer) {
  return std::any_of(answer.readings.begin(), answer.readings.end(), [&](const Reading& reading) {
    const auto& all = table.rule(reading.rule).performer;
    return std::find(all.begin(), all.end(), Performer::Nobody) != all.end();
  });
}

void add_cases(Cubes& to, const Cubes& from) { to.insert(to.end(), from.begin(), from.end()); }

/// Share of the cases that can occur.
class Shares {
 public:
  Shares(const RuleTable& table, const CaseWeights& weights)
      : weights_(weights),
        impossible_(table.impossible()),
        vocabulary_(table.vocabulary()),
        whole_(weight_of(difference(Cubes{every_case(vocabulary_)}, impossible_), weights)) {}

  [[nodiscard]] double of(const Cubes& cases) const { return weight_of(cases, weights_) / whole_; }
  [[nodiscard]] CaseShare described(const Cubes& cases) const {
    return {fewest(cases, impossible_, vocabulary_), of(cases)};
  }

 private:
  const CaseWeights& weights_;
  const Cubes& impossible_;
  Dimensions vocabulary_;
  double whole_;
};

void share_out(const RuleTable& table, const Shares& shares, RuleAnalysis& analysis) {
  Cubes disputed, unowned, unserved;
  for (const Region& region : regions(table)) {
    const double share = shares.of(region.cases);
    if (has_party(table, region.answer, Party::Nobody)) add_cases(unowned, region.cases);
    if (is_unserved(table, region.answer)) add_cases(unserved, region.cases);
    if (region.answer.disputed) {
      add_cases(disputed, region.cases);
      continue;
    }
    const auto& parties = table.rule(region.answer.readings.front().rule).responsible;
    if (parties.size() > 1) analysis.both += share;
    if (parties == std::vector{Party::Region}) analysis.region += share;
    if (parties == std::vector{Party::Municipality}) analysis.municipality += share;
    if (parties == std::vector{Party::Person}) analysis.person += share;
    if (parties == std::vector{Party::Nobody}) analysis.nobody += share;
  }
  analysis.disputed = shares.described(disputed);
  analysis.unowned = shares.described(unowned);
  analysis.unserved = shares.described(unserved);
}

/// Cases that get different answers at different positions of one switch, the others left as they
/// are.
double share_decided(const RuleTable& table, std::size_t dimension, const Shares& shares) {
  std::vector<RuleTable> tables;
  for (std::uint32_t bit = 1; bit <= all_values(dimension); bit <<= 1U) {
    tables.push_back(table.at_position(dimension, bit));
  }
  double share = 0;
  for (const RuleDifference& one :
       compare_rules(tables, equal_weights(table.vocabulary())).differences) {
    share += shares.of(one.cases.cases);
  }
  return share;
}

/// Cases with what makes the answers of each rule set the same.
struct Keyed {
  std::vector<std::pair<bool, std::vector<Ownership>>> keys;
  Cubes cases;
};

void add_to_key(std::vector<Keyed>& groups, Keyed one) {
  const auto same = std::find_if(groups.begin(), groups.end(),
                                 [&](const Keyed& group) { return group.keys == one.keys; });
  if (same == groups.end()) {
    groups.push_back(std::move(one));
  } else {
    add_cases(same->cases, one.cases);
  }
}

std::vector<Keyed> keyed(const RuleTable& table, const std::vector<Region>& regions) {
  std::vector<Keyed> groups;
  for (const Region& region : regions) {
    add_to_key(groups, {{region.answer.key(table.set())}, region.cases});
  }
  for (Keyed& group : groups) group.cases = joined(std::move(group.cases));
  return groups;
}

std::vector<Keyed> overlaid(const std::vector<Keyed>& a, const std::vector<Keyed>& b) {
  std::vector<Keyed> result;
  for (const Keyed& one : a) {
    for (const Keyed& other : b) {
      Keyed both{one.keys, intersection(one.cases, other.cases)};
      if (both.cases.empty()) continue;
      both.keys.insert(both.keys.end(), other.keys.begin(), other.keys.end());
      both.cases = joined(std::move(both.cases));
      add_to_key(result, std::move(both));
    }
  }
  return result;
}

bool all_agree(const Keyed& group) {
  return std::all_of(group.keys.begin(), group.keys.end(),
                     [&](const auto& key) { return key == group.keys.front(); });
}

/// What a rule set says of cases that it answers alike: the readings of every rule that decides some of
/// them, and of no other.
Answer answer_for(const Cubes& cases, const std::vector<Region>& regions) {
  Answer answer;
  for (const Region& region : regions) {
    if (intersection(region.cases, cases).empty()) continue;
    answer.disputed |= region.answer.disputed;
    for (const Reading& reading : region.answer.readings) {
      const auto known = std::ranges::find(answer.readings, reading.rule, &Reading::rule);
      if (known == answer.readings.end()) answer.readings.push_back(reading);
    }
  }
  return answer;
}

words::Text names_of_cases(const Cubes& cubes, Dimensions vocabulary) {
  words::Text text;
  for (std::size_t i = 0; i < std::min(cubes.size(), most_named_cases); ++i) {
    const auto names = say("got.case", {{"case", case_names(cubes[i], vocabulary)}});
    text = i == 0 ? names : text + words::verbatim(", ") + names;
  }
  if (cubes.size() > most_named_cases) {
    text = text + say("got.and_more", {{"n", cubes.size() - most_named_cases}});
  }
  return text;
}

Issue issue_of(const RuleTable& table, const RuleFinding& finding) {
  const auto& set = table.set();
  if (finding.kind == Kind::Gap) {
    return {set.path, "/rules", say("expected.last_rule", {{"when", "\"when\": {}"}}),
            say("got.none_for", {{"who", names_of_cases(finding.cases, table.vocabulary())}})};
  }
  if (finding.kind == Kind::Denied) {
    const auto& [name, one] = set.impossible[finding.rule];
    const auto& [law, constraint] = set.constraints[finding.constraint];
    return {
        one.file, scenarios::child_pointer("/impossible", name) + "/when",
        say("expected.cases_not_settled", {{"law", law}, {"source", constraint.source}}),
        say("got.settled_cases", {{"cases", names_of_cases(finding.cases, table.vocabulary())}})};
  }
  const auto& [name, rule] = set.rules[finding.rule];
  const std::string pointer = scenarios::child_pointer("/rules", name);
  if (finding.kind == Kind::Unreached) {
    return {rule.file, pointer, say("expected.reached_rule"), say("got.unreached_rule")};
  }
  const auto& [law, constraint] = set.constraints[finding.constraint];
  return {rule.file, pointer + "/responsible",
          say("expected.law", {{"law", law}, {"source", constraint.source}}),
          say("got.another_party", {{"cases", names_of_cases(finding.cases, table.vocabulary())}})};
}

}  // namespace

std::vector<RuleFinding> find_rule_faults(const RuleTable& table) {
  std::vector<RuleFinding> findings;
  const Division division = divide(table, every_case(table.vocabulary()));
  if (!division.left_over.empty()) {
    findings.push_back(
        {Kind::Gap, 0, 0, fewest(division.left_over, table.impossible(), table.vocabulary())});
  }
  find_breaches(table, division, findings);
  find_denials(table, findings);
  find_unreached(table, division, findings);
  return findings;
}

RuleAnalysis analyse_rules(const RuleTable& table, const CaseWeights& weights) {
  RuleAnalysis analysis;
  analysis.findings = find_rule_faults(table);
  const bool gap = std::any_of(analysis.findings.begin(), analysis.findings.end(),
                               [](const RuleFinding& one) { return one.kind == Kind::Gap; });
  if (gap) return analysis;
  const Shares shares(table, weights);
  share_out(table, shares, analysis);
  for (const std::size_t d : table.switches()) {
    const std::uint32_t positions = table.positions().values[d];
    analysis.switches.push_back({d, positions == all_values(d), share_decided(table, d, shares)});
  }
  return analysis;
}

std::vector<Issue> rule_issues(const RuleTable& table, const std::vector<RuleFinding>& findings) {
  std::vector<Issue> issues;
  for (const RuleFinding& finding : findings) {
    if (finding.kind != Kind::Replaced) issues.push_back(issue_of(table, finding));
  }
  return issues;
}

double share_of(const RuleTable& table, const Cube& cube, const CaseWeights& weights) {
  return Shares(table, weights).of(difference(Cubes{cube}, table.impossible()));
}

words::Text case_names(const Cube& cube, Dimensions vocabulary) {
  std::string text;
  for (std::size_t d = 0; d < vocabulary.size(); ++d) {
    if (cube.values[d] == all_values(d, vocabulary)) continue;
    const auto& dimension = vocabulary[d];
    std::string values;
    for (std::size_t v = 0; v < dimension.values.size(); ++v) {
      if ((cube.values[d] >> v & 1U) == 0) continue;
      values += fmt::format("{}{}", values.empty() ? "" : ", ", dimension.values[v].name);
    }
    text += fmt::format("{}{} {}", text.empty() ? "" : "; ", dimension.name, values);
  }
  return text.empty() ? say("got.every_case") : words::verbatim(text);
}

RuleComparison compare_rules(const std::vector<RuleTable>& tables, const CaseWeights& weights) {
  SIM_CHECK(tables.size() >= 2);
  for (const RuleTable& table : tables) {
    SIM_CHECK(every_case(table.vocabulary()) == every_case(tables.front().vocabulary()));
  }
  std::vector<std::vector<Region>> by_rules;
  std::vector<std::vector<Keyed>> by_answer;
  for (const RuleTable& table : tables) {
    by_rules.push_back(regions(table));
    by_answer.push_back(keyed(table, by_rules.back()));
  }
  const Shares shares(tables.front(), weights);
  RuleComparison comparison;
  comparison.differing.assign(tables.size(), std::vector<double>(tables.size(), 0));
  for (std::size_t i = 0; i < tables.size(); ++i) {
    for (std::size_t j = i + 1; j < tables.size(); ++j) {
      double share = 0;
      for (const Keyed& group : overlaid(by_answer[i], by_answer[j])) {
        if (!all_agree(group)) share += shares.of(group.cases);
      }
      comparison.differing[i][j] = comparison.differing[j][i] = share;
    }
  }
  std::vector<Keyed> all = by_answer.front();
  for (std::size_t i = 1; i < tables.size(); ++i) all = overlaid(all, by_answer[i]);
  for (const Keyed& group : all) {
    if (all_agree(group)) continue;
    std::vector<Answer> answers;
    answers.reserve(by_rules.size());
    for (const auto& own : by_rules) answers.push_back(answer_for(group.cases, own));
    comparison.differences.push_back({std::move(answers), {group.cases, shares.of(group.cases)}});
  }
  std::stable_sort(comparison.differences.begin(), comparison.differences.end(),
                   [](const RuleDifference& a, const RuleDifference& b) {
                     return a.cases.share > b.cases.share;
                   });
  return comparison;
}

}  // namespace care
