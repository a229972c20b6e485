// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/flow/network.hpp"

namespace flow {

/// Turns a checked scenario into a Network, one idea per step. Names resolve and probabilities are
/// sound because scenarios::check has said so; a violated assumption here is a defect and stops the
/// program (SIM_CHECK).
class NetworkBuilder {
 public:
  explicit NetworkBuilder(const scenarios::Scenario& scenario);
  [[nodiscard]] Network build();

 private:
  void add_places();
  void add_settings();
  void add_stays(Place s, const scenarios::Setting& setting);
  void add_routes(Place s, const scenarios::Setting& setting);
  void add_risks(Place s, const scenarios::Setting& setting);
  void add_when_full(CompiledSetting& compiled, const scenarios::WhenFull& when_full,
                     const std::string& pointer);
  void add_background(CompiledSetting& compiled, const scenarios::BackgroundLoad& background);
  void add_queue(CompiledSetting& compiled, const scenarios::Setting& setting,
                 const std::string& pointer);
  void add_entry_rules(CompiledSetting& compiled, const scenarios::Setting& setting,
                       const std::string& pointer);
  void add_takings(CompiledSetting& compiled, const scenarios::Setting& setting);
  void link_settings();
  void add_moves();
  void add_endless_stay(Place s);
  void use_move(std::string_view key, std::uint16_t index);
  void add_sources();
  void add_renewal(Source source, const scenarios::Arrival& arrival);
  void add_poisson(Source source, const scenarios::Arrival& arrival);
  void add_expected(const Source& source, const scenarios::Arrival& arrival);
  void add_scheduled(Source source, const scenarios::Arrival& arrival);
  void add_listed(Source source, const scenarios::Arrival& arrival);
  void add_census();
  void add_line_list();

  [[nodiscard]] Place place(std::string_view id) const;
  /// Places that patients may come from; "arrival" is nowhere.
  [[nodiscard]] std::vector<Place> origins(const std::vector<std::string>& ids) const;
  /// `profile` with the attributes that a file gives.
  [[nodiscard]] Profile profile_of(
      const std::vector<std::pair<std::string, std::string>>& attributes, Profile profile) const;
  /// `factor`: what a lever multiplies it by.
  std::uint16_t law(const scenarios::DistributionSpec& spec, std::string pointer,
                    double factor = 1);
  std::uint16_t assignment(const scenarios::Assignment& set, std::string pointer);

  const scenarios::Scenario& scenario_;
  Network net_;
};

/// Cumulative thresholds on the scale 2^32; the last option takes what rounding leaves.
template <class T>
void finish_choice(Choice<T>& choice) {
  double sum = 0;
  for (const auto& option : choice.options) sum += option.probability;
  double cumulative = 0;
  for (auto& option : choice.options) {
    cumulative += option.probability / sum;
    option.threshold = static_cast<std::uint64_t>(cumulative * 4294967296.0);
  }
  if (!choice.options.empty()) choice.options.back().threshold = 1ULL << 32U;
}

}  // namespace flow
