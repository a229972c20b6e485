// SPDX-License-Identifier: Apache-2.0
#include "viz/changed_hands.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "models/rules/ruling.hpp"
#include "scenarios/case_vocabulary.hpp"
#include "scenarios/fields_rules.hpp"
#include "viz/table_parts.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using Type = Column::Type;
using words::Text;

/// Patients who have this in common.
struct Group {
  std::string task;
  bool children = false;
  care::Hands from, to;
  double persons = 0;

  [[nodiscard]] auto key() const {
    return std::tie(task, children, from.responsible, from.performers, to.responsible,
                    to.performers);
  }
};

/// A value of the case by the name of its attribute; "" where the comparison does not tell it.
std::string value_of(const care::Comparison& comparison, const care::CaseChange& change,
                     std::string_view attribute) {
  const auto& names = comparison.case_attributes;
  const auto found = std::ranges::find(names, attribute);
  if (found == names.end()) return {};
  return change.values[static_cast<std::size_t>(found - names.begin())];
}

std::vector<Group> groups_of(const care::Comparison& comparison, std::size_t other) {
  std::vector<Group> groups;
  for (const care::CaseChange& change : comparison.changed[other].cases) {
    Group one{value_of(comparison, change, "task"),
              value_of(comparison, change, "age") == "under_18", change.base, change.other,
              change.persons};
    const auto known =
        std::ranges::find_if(groups, [&](const Group& group) { return group.key() == one.key(); });
    if (known == groups.end()) {
      groups.push_back(std::move(one));
    } else {
      known->persons += one.persons;
    }
  }
  std::ranges::stable_sort(groups, std::ranges::greater{}, &Group::persons);
  return groups;
}

Text group_text(const Group& group) {
  const auto& tasks = scenarios::case_vocabulary()[*scenarios::find_dimension("task")];
  const auto index = tasks.index_of(group.task);
  const Text task =
      index ? Text{std::string(tasks.values[*index].sv), std::string(tasks.values[*index].en)}
            : words::say("compare.every_task");
  return group.children ? words::say("compare.of_children", {{"task", task}}) : task;
}

Text responsible_text(const std::string& name) {
  for (std::size_t i = 0; i < care::answering_kinds; ++i) {
    const auto answering = static_cast<care::Answering>(i);
    if (care::name_of(answering) == name) return care::party_text(answering);
  }
  return words::verbatim(name);
}

Text performers_text(const std::vector<std::string>& names) {
  Text text;
  for (const std::string& name : names) {
    Text one = words::verbatim(name);
    for (std::size_t i = 0; i < care::performer_kinds; ++i) {
      if (scenarios::names_of<scenarios::Performer>[i] != name) continue;
      one = care::performer_text(static_cast<scenarios::Performer>(i));
    }
    text = text.en.empty() ? one : text + words::say("compare.and") + one;
  }
  return text;
}

/// "the municipality → the region"; of those who stay, once.
Text from_to(const Text& from, const Text& to) {
  if (from.en == to.en) return words::say("compare.same_hands", {{"who", from}});
  return words::say("compare.other_hands", {{"from", from}, {"to", to}});
}

}  // namespace

Table changed_hands_table(const care::Comparison& comparison, std::size_t other) {
  TableBuilder table("changed_hands", "compare.hands_caption");
  table.column("group", "compare.col_group", Type::Text).widest = 36;
  table.column("persons", "col.persons", Type::Number).decimals = 1;
  table.column("responsible", "compare.col_responsible", Type::Text).widest = 30;
  table.column("performer", "compare.col_performer", Type::Text).widest = 30;
  if (comparison.changed.empty()) return std::move(table).finish();
  for (const Group& group : groups_of(comparison, other)) {
    const std::vector<Cell> cells{
        group_text(group), group.persons,
        from_to(responsible_text(group.from.responsible), responsible_text(group.to.responsible)),
        from_to(performers_text(group.from.performers), performers_text(group.to.performers))};
    table.row(cells);
  }
  return std::move(table).finish();
}

}  // namespace viz
