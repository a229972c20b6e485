// SPDX-License-Identifier: Apache-2.0
#include "models/shared_numbers.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "words/catalog.hpp"

namespace care {
namespace {

using scenarios::child_pointer;

/// The numbers of all names, and those that are met twice.
class Numbers {
 public:
  /// False where another name has the number, which is told once for each name.
  bool add(std::uint32_t number, const std::string& name, const std::string& pointer) {
    const Named here{name, pointer};
    const auto [first, is_new] = names_.emplace(number, here);
    if (is_new || first->second == here) return true;
    if (!told_.insert(name).second) return false;
    issues_.push_back(
        {"", pointer,
         words::say("expected.own_number", {{"name", scenarios::in_quotes(first->second.first)}}),
         scenarios::quotation(name)});
    return false;
  }
  [[nodiscard]] std::vector<scenarios::Issue> take() { return std::move(issues_); }

 private:
  using Named = std::pair<std::string, std::string>;  ///< name and pointer

  std::map<std::uint32_t, Named> names_;
  std::set<std::string> told_;
  std::vector<scenarios::Issue> issues_;
};

std::string pointer_of(const StaffUnit& unit) {
  const char* const list = unit.kind == StaffUnit::Kind::Municipality ? "/care/municipalities"
                           : unit.kind == StaffUnit::Kind::Pool       ? "/care/pools"
                                                                : "/care/responsibility/providers";
  return child_pointer(list, unit.id);
}

void add_staff(const Model& model, Numbers& numbers) {
  const Workforce& workforce = model.workforce();
  const auto& roles = model.scenario().care->roles;
  for (std::uint32_t t = 0; t < workforce.teams(); ++t) {
    const StaffTeam& team = workforce.team(t);
    const StaffUnit& unit = workforce.unit_of(t);
    const std::string name = "staff/" + unit.id;
    // Where units share a number their teams of the same role do too: that is one fault.
    if (!numbers.add(team.shock_family, name, pointer_of(unit))) continue;
    numbers.add(team.family, name + "/" + roles[team.role].first, pointer_of(unit));
  }
  for (const VisitTask& task : model.visit_plans().tasks()) {
    numbers.add(task.family, "visit/" + task.id, child_pointer("/care/tasks", task.id));
  }
}

}  // namespace

std::vector<scenarios::Issue> shared_numbers(const Model& model) {
  Numbers numbers;
  for (const auto& source : model.network().sources) {
    numbers.add(source.family, source.name, source.pointer);
  }
  for (std::size_t i = 0; i < model.network().census.size(); ++i) {
    // The persons of a line list are one family, each by its line.
    const auto& row = model.network().census[i];
    const std::string pointer =
        row.line > 0 ? row.pointer : child_pointer("/initial/census", std::to_string(i));
    numbers.add(row.family, pointer, pointer);
  }
  if (model.has_care()) add_staff(model, numbers);
  return numbers.take();
}

}  // namespace care
