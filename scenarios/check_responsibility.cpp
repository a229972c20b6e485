// SPDX-License-Identifier: Apache-2.0
// Rules of who is responsible.

#include <algorithm>
#include <string>

#include "scenarios/case_vocabulary.hpp"
#include "scenarios/check_rules.hpp"
#include "scenarios/issue.hpp"

namespace scenarios {
namespace {

bool is_moment(std::string_view attribute) {
  return attribute == "day" || attribute == "shift" || attribute == "season";
}

void refuse_moment(const Checking& c, std::string_view below, const std::string& attribute) {
  if (!is_moment(attribute)) return;
  c.error(child_pointer(below, attribute), say("expected.no_moment"), say("got.own_value"));
}

void check_agreements(const Checking& c, const std::vector<Agreement>& agreements) {
  for (std::size_t i = 0; i < agreements.size(); ++i) {
    const std::string at = "/agreements/" + std::to_string(i) + "/from";
    const auto& from = agreements[i].from;
    if (i == 0 && from) c.error(at, say("expected.no_day"), say("got.day"));
    if (i == 0) continue;
    if (!from) {
      c.error(at, say("expected.from_day"), nothing());
    } else if (agreements[i - 1].from && *agreements[i - 1].from >= *from) {
      c.error(at, say("expected.later_day"), say("got.earlier_day"));
    }
  }
}

}  // namespace

void check_case_value(const Checking& c, std::string_view below, std::string_view name,
                      const std::string& value) {
  const auto dimension = find_dimension(name, c.vocabulary);
  if (!dimension || c.vocabulary[*dimension].index_of(value)) return;
  const auto known = value_names(c.vocabulary[*dimension]);
  c.error(child_pointer(below, name), one_of(known), quotation(value) + did_you_mean(value, known));
}

void check_rules(const Checking& c, const CaseFact& fact) {
  for (const auto& [attribute, mix] : fact.set) refuse_moment(c, "/set", attribute);
  for (const auto& [attribute, values] : fact.given.all) refuse_moment(c, "/given", attribute);
}

void check_rules(const Checking& c, const Responsibility& responsibility) {
  check_agreements(c, responsibility.agreements);
  for (const auto& [name, position] : responsibility.switches) {
    check_case_value(c, "/switches", name, position);
  }
  for (const auto& [attribute, probability] : responsibility.misjudged) {
    refuse_moment(c, "/misjudged", attribute);
  }
}

}  // namespace scenarios
