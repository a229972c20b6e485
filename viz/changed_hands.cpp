// SPDX-License-Identifier: Apache-2.0
#include "viz/changed_hands.hpp"

#include <algorithm>
#include <string>
#include <string_view>
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

Text group_text(const care::ChangedGroup& group) {
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
  auto& persons = table.column("persons", "col.persons", Type::Estimate);
  persons.has_unit = false;
  persons.with_interval = true;
  auto& interval = table.column("interval", "col.interval", Type::Interval);
  interval.on = Column::On::Page;
  interval.below = true;
  table.column("responsible", "compare.col_responsible", Type::Text).widest = 30;
  table.column("performer", "compare.col_performer", Type::Text).widest = 30;
  if (comparison.changed.empty()) return std::move(table).finish();
  for (const care::ChangedGroup& group : comparison.changed[other].groups) {
    const std::vector<Cell> cells{
        group_text(group), Estimate{&group.persons},
        from_to(responsible_text(group.from.responsible), responsible_text(group.to.responsible)),
        from_to(performers_text(group.from.performers), performers_text(group.to.performers))};
    table.row(cells);
  }
  return std::move(table).finish();
}

}  // namespace viz
