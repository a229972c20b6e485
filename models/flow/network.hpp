// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "models/flow/calendar.hpp"
#include "models/flow/ids.hpp"
#include "models/flow/vocabulary.hpp"
#include "scenarios/scenario.hpp"
#include "sim/distribution.hpp"
#include "sim/step_function.hpp"
#include "sim/stream.hpp"
#include "sim/time.hpp"

namespace flow {

/// A compiled distribution of a length of time.
struct TimeLaw {
  sim::Distribution distribution;
  sim::Duration unit{};
  std::string pointer;  ///< where in the scenario it stands

  [[nodiscard]] sim::Duration sample(sim::Stream& stream) const {
    return sim::sample_duration(distribution, unit, stream);
  }
  [[nodiscard]] sim::Duration sample_residual(sim::Stream& stream) const;
  [[nodiscard]] double mean_days() const;
};

/// A discrete choice; thresholds are cumulative probabilities on the scale 2^32.
template <class T>
struct Choice {
  struct Option {
    std::uint64_t threshold = 0;
    double probability = 0;
    T value{};
  };
  std::vector<Option> options;

  /// The option that a uniform 32-bit number falls in.
  [[nodiscard]] const T& pick(std::uint32_t uniform) const {
    // Counted without branches on the number, which no processor can predict.
    const Option* const first = options.data();
    const std::size_t last = options.size() - 1;
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < last; ++i) {
      chosen += static_cast<std::size_t>(uniform >= first[i].threshold);
    }
    return first[chosen].value;
  }
};

struct Route {
  Choice<Place> to;
  std::string pointer;
};

/// Competing risks of one (setting, profile): hazards that move the patient and changes of
/// attributes.
struct Risk {
  double per_ms = 0;  ///< total rate
  struct Cause {
    Place to = nowhere;            ///< a move, or nowhere for a change of attributes
    std::uint16_t assignment = 0;  ///< index into Network::assignments
    std::string pointer;
  };
  Choice<Cause> causes;
};

/// Attributes to change, each to a drawn value.
struct CompiledAssignment {
  struct Change {
    std::uint8_t attribute = 0;
    Choice<std::uint8_t> value;
  };
  std::vector<Change> changes;
  std::string pointer;

  /// The profile after the change; draws one number per attribute.
  [[nodiscard]] Profile apply(Profile profile, const Vocabulary& vocabulary,
                              sim::Stream& stream) const;
};

struct EntryRule {
  std::vector<Place> from;  ///< empty = any; nowhere stands for a new arrival
  ProfileSet when;
  std::uint16_t assignment = 0;
};

struct LeaveRule {
  ProfileSet when;
  std::uint16_t law = 0;
  Place to = nowhere;
  std::string pointer;
};

struct CompiledSetting {
  std::string id;
  sim::StepFunction<double> capacity;
  double normal_capacity = 0;  ///< what is lacking of it counts as closed
  bool unlimited = true;
  scenarios::WhenFull::Policy when_full = scenarios::WhenFull::Policy::Wait;
  Place divert_to = nowhere;
  int overflow_places = 0;
  sim::Table<Profile, std::uint8_t> rank;  ///< empty = first come, first served
  std::vector<LeaveRule> leave;
  std::vector<EntryRule> on_enter;
  bool residence = false, keep_place = false, evict = false, has_risks = false;
};

struct CompiledMove {
  std::optional<std::uint16_t> transfer;  ///< index into laws
  bool hold_place = true;
  bool always_open = true;
  sim::StepFunction<bool> open;
  std::string pointer;
};

struct Source {
  std::string name;
  std::uint32_t family = 0;
  scenarios::Arrival::Kind kind = scenarios::Arrival::Kind::Poisson;
  Profile profile = default_profile;  ///< before the assignment
  std::uint16_t assignment = 0;       ///< index into assignments, 0 = none
  Place to = nowhere, residence = nowhere;
  double per_ms = 0;
  std::uint16_t pattern = 0;
  std::optional<std::uint16_t> batch;  ///< index into laws (unit-free count)
  double show_up = 1;
  struct Listed {
    sim::Time time{};
    Profile profile = default_profile;
  };
  std::vector<Listed> times;  ///< Scheduled and File
  std::string pointer;
};

/// One person (or many alike) present at the start.
struct CompiledCensus {
  Place setting = nowhere, residence = nowhere;
  std::uint32_t count = 0, waiting = 0;
  std::uint16_t assignment = 0;
  std::uint32_t family = 0;
};

/// The compiled flow layer of a scenario: const, shared by all replications.
class Network {
 public:
  Vocabulary vocabulary;
  std::size_t settings = 0;
  std::size_t places = 0;  ///< settings + exits
  Place lost = nowhere;    ///< exit of those lost at a full setting (always the last)
  sim::Table<Place, std::string> place_ids;
  sim::Table<Place, bool> is_death;
  sim::Table<Place, CompiledSetting> setting;
  std::vector<TimeLaw> laws;
  std::vector<Route> routes;
  std::vector<Risk> risks;
  std::vector<CompiledAssignment> assignments;  ///< 0 is the empty one
  std::vector<IntensityPattern> patterns;
  sim::Table<SourceId, Source> sources;
  std::vector<CompiledCensus> census;
  sim::Time start{}, measured_from{}, end{};

  [[nodiscard]] const Route& route(Place s, Profile p) const { return routes[route_of[at(s, p)]]; }
  /// Law of the stay of a profile whose next destination is known.
  [[nodiscard]] const TimeLaw& stay(Place s, Profile p, Place next) const {
    const auto row = stay_of[at(s, p)];
    return laws[row < by_next ? row : stay_rows[row - by_next][destination(next)]];
  }
  [[nodiscard]] const Risk& risk(Place s, Profile p) const { return risks[risk_of[at(s, p)]]; }
  [[nodiscard]] const CompiledMove& move(Place from, Place to) const {
    return moves[move_of[way(from, to)]];
  }
  /// Index of a setting or exit and a profile in tables over both.
  [[nodiscard]] std::size_t at(Place s, Profile p) const {
    return sim::index(s) * vocabulary.profiles() + sim::index(p);
  }
  /// Index of a way in tables over all ways(): from every place, and then from nowhere, to every
  /// place.
  [[nodiscard]] std::size_t way(Place from, Place to) const {
    return (from == nowhere ? places : sim::index(from)) * places + sim::index(to);
  }
  [[nodiscard]] std::size_t ways() const { return (places + 1) * places; }
  /// Index of a destination in tables over places with the residence as the last row.
  [[nodiscard]] std::size_t destination(Place to) const {
    return to == to_residence ? places : sim::index(to);
  }
  [[nodiscard]] std::optional<Place> find_place(std::string_view id) const;
  /// Whether places of a setting may be held for patients who are not there.
  [[nodiscard]] bool holds_places(Place s) const {
    return setting[s].keep_place || std::ranges::any_of(moves, [](const CompiledMove& m) {
             return m.transfer.has_value() && m.hold_place;
           });
  }
  [[nodiscard]] bool is_setting(Place p) const { return sim::index(p) < settings; }
  [[nodiscard]] bool is_exit(Place p) const {
    return sim::index(p) >= settings && sim::index(p) < places;
  }

  /// Rows >= by_next of stay_of refer to stay_rows (the stay depends on the next destination).
  static constexpr std::uint32_t by_next = 1U << 20;
  std::vector<std::uint32_t> route_of, stay_of, risk_of;  ///< by (setting, profile)
  std::vector<std::vector<std::uint32_t>> stay_rows;      ///< by place, last for residence
  std::vector<CompiledMove> moves;                        ///< 0 is the immediate move
  std::vector<std::uint16_t> move_of;                     ///< by way

  explicit Network(const scenarios::Named<std::vector<std::string>>& attributes)
      : vocabulary(attributes) {}
};

/// Persons by (attribute combination): what population-based arrival rates need. Empty without a
/// population.
struct PopulationCell {
  Profile profile = default_profile;  ///< with municipality and age set, the rest default
  double persons = 0;
};

/// Compiles a checked scenario. Precondition: scenarios::check found no error.
[[nodiscard]] Network compile_network(const scenarios::Scenario& scenario);

/// The population of a checked scenario by municipality and age.
[[nodiscard]] std::vector<PopulationCell> compile_population(const scenarios::Scenario& scenario,
                                                             const Vocabulary& vocabulary);

}  // namespace flow
