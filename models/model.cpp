// SPDX-License-Identifier: Apache-2.0
#include "models/model.hpp"

#include <algorithm>
#include <variant>

#include "models/care/care.hpp"
#include "models/flow/simulation.hpp"
#include "scenarios/fields_rules.hpp"
#include "scenarios/issue.hpp"

namespace care {
namespace {

/// Index of each profile's municipality among Care::municipalities.
std::vector<std::uint32_t> index_municipalities(const scenarios::Scenario& scenario,
                                                const flow::Vocabulary& vocabulary) {
  std::vector<std::uint32_t> result(vocabulary.profiles(), 0);
  const auto attribute = vocabulary.find_attribute("municipality");
  if (!scenario.care || !attribute) return result;
  const auto& municipalities = scenario.care->municipalities;
  for (std::size_t p = 0; p < result.size(); ++p) {
    const auto value = vocabulary.value(static_cast<flow::Profile>(p), *attribute);
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
      care_(scenario.care),
      network_(flow::compile_network(scenario_)),
      discharge_(scenario_, network_),
      municipality_of_(index_municipalities(scenario_, network_.vocabulary)) {
  if (care_) {
    if (care_->responsibility && !rules.empty()) compile_rules(rules);
    const auto& care = *care_;
    workforce_.emplace(care, scenario_.horizon.start,
                       scenario_.horizon.warm_up_days + scenario_.horizon.days);
    const std::vector<std::string> settings(
        network_.place_ids.begin(),
        network_.place_ids.begin() + static_cast<std::ptrdiff_t>(network_.settings));
    visit_plans_.emplace(
        *workforce_, care, settings, static_cast<std::uint32_t>(network_.vocabulary.profiles()),
        [&](const scenarios::Condition& when, std::uint32_t profile) {
          return network_.vocabulary.matches(when, static_cast<flow::Profile>(profile));
        });
    if (care.readmission) {
      readmission_setting_ = network_.find_place(care.readmission->setting).value();
      readmission_window_ = sim::from_days(care.readmission->days);
    }
  }
  counted_ = lay_out_counts(*this);
  for (std::size_t w = 1; w < catalogue().weeks.size(); ++w) {
    week_ends_.push_back(catalogue().weeks[w].start);
  }
}

bool CompiledRequest::accepts(const Ruling& ruling) const {
  for (std::size_t i = 0; i < ruling.performers; ++i) {
    if ((accepted >> static_cast<unsigned>(ruling.performer[i]) & 1U) != 0) return true;
  }
  return false;
}

void Model::compile_rules(std::span<const scenarios::RuleSet> rules) {
  responsibility_.emplace(scenario_, network_.vocabulary, rules, issues_);
  for (const auto& set : rules) {
    auto& pointers = rule_pointers_.emplace_back();
    for (const auto& [name, rule] : set.rules) {
      const auto slash = rule.file.rfind('/');
      pointers.push_back(rule.file.substr(slash == std::string::npos ? 0 : slash + 1) + "#" +
                         scenarios::child_pointer("/rules", name));
    }
  }
  compile_requests();
  add_providers();
}

void Model::compile_requests() {
  const auto& source = care_->responsibility->requests;
  for (std::size_t i = 0; i < source.size(); ++i) {
    CompiledRequest request{.when = std::vector<bool>(network_.vocabulary.profiles()),
                            .to = std::vector<bool>(network_.places),
                            .refused = source[i].refused,
                            .refused_to = network_.find_place(source[i].refused_to).value(),
                            .pointer = "/care/responsibility/requests/" + std::to_string(i)};
    for (const auto p : network_.vocabulary.matching(source[i].when)) request.when[p] = true;
    for (const auto& to : source[i].to) request.to[network_.find_place(to).value()] = true;
    for (std::size_t k = 0; k < performer_kinds; ++k) {
      const auto& by = source[i].accepted_by;
      const auto name = scenarios::names_of<scenarios::Performer>[k];
      const bool nobody = static_cast<scenarios::Performer>(k) == scenarios::Performer::Nobody;
      const bool accepts = by.empty() ? !nobody : std::ranges::find(by, name) != by.end();
      if (accepts) request.accepted |= 1U << k;
    }
    requests_.push_back(std::move(request));
  }
}

/// Providers stand after the municipalities: teams are numbered as if they were some.
void Model::add_providers() {
  for (const auto performer : responsibility_->providers()) {
    const std::string name{scenarios::name_of(performer)};
    scenarios::Municipality place;
    place.is_provider = true;
    const auto& known = care_->responsibility->providers;
    const auto found = std::ranges::find(known, name, [](const auto& p) { return p.first; });
    if (found != known.end()) {
      place.label = found->second.label;
      place.travel_minutes = found->second.travel_minutes;
      place.teams = found->second.teams;
    }
    if (place.label.en.empty()) place.label = performer_text(performer);
    care_->municipalities.emplace_back(name, std::move(place));
  }
}

OwnerLayout Model::owner_layout() const {
  const auto providers = static_cast<std::uint32_t>(responsibility_->providers().size());
  return {workforce_->municipalities() - providers, workforce_->roles(),
          responsibility_->cases().size()};
}

const CompiledRequest* Model::request_rule(flow::Profile profile, flow::Place to) const {
  const auto found = std::ranges::find_if(requests_, [&](const CompiledRequest& request) {
    return request.to[to] && request.when[profile];
  });
  return found == requests_.end() ? nullptr : &*found;
}

/// A scenario without a care layer runs on the flow layer alone and pays nothing for the rest.
struct Replication::State {
  using FlowOnly = flow::Simulation<FlowRooms<>>;
  using WithCare = flow::Simulation<CareRooms<>>;

  explicit State(const Model& m) : model(m), simulation(make(m)) {}

  static std::variant<FlowOnly, WithCare> make(const Model& m) {
    if (m.has_care()) {
      return std::variant<FlowOnly, WithCare>{std::in_place_type<WithCare>, m.network(),
                                              CareRooms<>{m}};
    }
    return std::variant<FlowOnly, WithCare>{std::in_place_type<FlowOnly>, m.network(),
                                            FlowRooms<>{m}};
  }

  const Model& model;
  std::variant<FlowOnly, WithCare> simulation;
};

Replication::Replication(const Model& model) : state_(std::make_unique<State>(model)) {}
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
