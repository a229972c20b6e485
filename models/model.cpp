// SPDX-License-Identifier: Apache-2.0
#include "models/model.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <variant>

#include "models/care/care.hpp"
#include "models/flow/occurrence.hpp"
#include "models/flow/simulation.hpp"
#include "models/staff_leave.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/roster.hpp"
#include "scenarios/staff_files.hpp"

namespace care {
namespace {

/// Index of each profile's municipality among Care::municipalities.
sim::Table<flow::Profile, std::uint32_t> index_municipalities(const scenarios::Scenario& scenario,
                                                              const flow::Vocabulary& vocabulary) {
  sim::Table<flow::Profile, std::uint32_t> result(vocabulary.profiles());
  const auto attribute = vocabulary.find_attribute("municipality");
  if (!scenario.care || !attribute) return result;
  const auto& municipalities = scenario.care->municipalities;
  for (const auto p : result.ids()) {
    const auto value = vocabulary.value(p, *attribute);
    const auto name = vocabulary.value_name(*attribute, value);
    const auto found =
        std::ranges::find(municipalities, name, [](const auto& m) { return m.first; });
    if (found != municipalities.end()) {
      result[p] = static_cast<std::uint32_t>(found - municipalities.begin());
    }
  }
  return result;
}

}  // namespace

Model::Model(const scenarios::Scenario& scenario, std::span<const scenarios::RuleSet> rules)
    : scenario_(scenario),
      network_(flow::compile_network(scenario_)),
      discharge_(scenario_, network_),
      municipality_of_(index_municipalities(scenario_, network_.vocabulary)) {
  if (scenario_.care) {
    std::optional<scenarios::Care> with_files;
    if (scenarios::has_staff_files(*scenario_.care)) {
      with_files = scenarios::care_with_files(scenario_);
    }
    const auto& care = with_files ? *with_files : *scenario_.care;
    std::vector<StaffUnits::Provider> providers;
    if (care.responsibility && !rules.empty()) {
      decisions_.emplace(scenario_, network_, rules, issues_);
      for (const auto who : decisions_->providers())
        providers.push_back({who, performer_text(who)});
    }
    workforce_.emplace(care, StaffUnits(care, providers), scenario_.horizon.start,
                       scenario_.horizon.warm_up_days + scenario_.horizon.measured_days(),
                       network_.holidays);
    std::ranges::move(leave_issues(care, *workforce_), std::back_inserter(issues_));
    const std::vector<std::string> settings(
        network_.place_ids.begin(),
        network_.place_ids.begin() + static_cast<std::ptrdiff_t>(network_.settings));
    visit_plans_.emplace(*workforce_, care, settings, network_.vocabulary.profiles(),
                         [&](const scenarios::Condition& when, flow::Profile profile) {
                           return network_.vocabulary.matches(when, profile);
                         });
    if (care.readmission) {
      readmission_setting_ = network_.find_place(care.readmission->setting).value();
      readmission_window_ = sim::from_days(care.readmission->days);
    }
  }
  network_.occurrence = flow::find_occurrence(network_, moves_of_care());
  counted_ = lay_out_counts(*this);
  for (std::size_t w = 1; w < catalogue().weeks.size(); ++w) {
    week_ends_.push_back(catalogue().weeks[w].start);
  }
}

OwnerLayout Model::owner_layout() const {
  return {units().municipalities(), workforce_->roles(), decisions_->cases().size()};
}

std::vector<flow::Outside::Move> Model::moves_of_care() const {
  std::vector<flow::Outside::Move> moves;
  if (!scenario_.care) return moves;
  for (const auto& [id, task] : scenario_.care->tasks) {
    if (task.harm <= 0 || task.harm_to.empty()) continue;
    const auto to = network_.find_place(task.harm_to).value();
    const auto pointer = scenarios::child_pointer("/care/tasks", id) + "/harm_to";
    for (const auto& from : task.settings) {
      moves.push_back({network_.find_place(from).value(), to, pointer});
    }
  }
  const std::vector<CompiledRequest> none;
  for (const auto& request : has_responsibility() ? decisions().requests() : none) {
    for (const auto s : network_.setting.ids()) {
      if (!request.to[s]) continue;
      moves.push_back({s, request.refused_to, request.pointer + "/refused_to"});
    }
  }
  return moves;
}

/// A scenario without a care layer runs on the flow layer alone and pays nothing for the rest.
struct Replication::State {
  template <class House>
  using In = flow::Simulation<House>;
  using Any = std::variant<In<FlowRooms<>>, In<TimedFlowRooms>, In<CareRooms<>>>;

  explicit State(const Model& m) : model(m), simulation(make(m)) {}

  static Any make(const Model& m) {
    if (m.has_care()) return in<CareRooms<>>(m);
    return m.passages().empty() ? in<FlowRooms<>>(m) : in<TimedFlowRooms>(m);
  }

  template <class House>
  static Any in(const Model& m) {
    return Any{std::in_place_type<In<House>>, m.network(), House{m}};
  }

  const Model& model;
  Any simulation;
};

Replication::Replication(const Model& model, flow::Watch watch)
    : state_(std::make_unique<State>(model)) {
  std::visit([&](auto& simulation) { simulation.watch(std::move(watch)); }, state_->simulation);
}
Replication::~Replication() = default;
Replication::Replication(Replication&&) noexcept = default;
Replication& Replication::operator=(Replication&&) noexcept = default;

void Replication::run(std::uint64_t seed, std::uint32_t number, Outcome& outcome) {
  std::visit(
      [&](auto& simulation) {
        simulation.extension().template room<Recording>().record_to(outcome);
        simulation.run(seed, number, state_->model.week_ends());
        simulation.extension().finish(simulation);
      },
      state_->simulation);
}

}  // namespace care
