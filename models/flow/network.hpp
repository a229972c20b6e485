// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
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
  /// What is left of a stay of which so much is over. Precondition: exceeds(spent) > 0.
  [[nodiscard]] sim::Duration sample_left(sim::Duration spent, sim::Stream& stream) const;
  /// P(stay > length).
  [[nodiscard]] double exceeds(sim::Duration length) const;
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
    std::uint16_t row = 0;         ///< among the setting's hazards and then changes
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
  std::uint16_t law = 0;  ///< without `until`
  Place to = nowhere;
  std::string pointer;
  std::optional<scenarios::QueueRule::Leave::Until> until = std::nullopt;
};

/// What becomes of one who finds a setting full.
struct FullAnswer {
  scenarios::WhenFull::Policy policy = scenarios::WhenFull::Policy::Wait;
  Place divert_to = nowhere;
  std::string pointer;
};

/// The answer to some of them.
struct FullException {
  ProfileSet when;
  std::vector<Place> from;    ///< empty = any; nowhere stands for a new arrival
  std::uint32_t waiting = 0;  ///< where at least so many wait
  FullAnswer answer;

  [[nodiscard]] bool fits(Profile profile, Place origin) const {
    return when[profile] && (from.empty() || std::ranges::find(from, origin) != from.end());
  }
};

/// Places of another setting that go with a place.
struct CompiledTaking {
  Place of = nowhere;
  sim::Table<Profile, std::int32_t> places;  ///< how many, for each that takes the place
};

/// Visits of persons who are not followed, day by day.
struct CompiledBackground {
  std::uint16_t visits = 0;  ///< index into laws (unit-free count)
  std::uint32_t family = 0;  ///< of its numbers
  /// Places for as long as it is open, for each visit of the day; by day from the start of the run.
  std::vector<double> places_per_visit;
};

struct CompiledSetting {
  std::string id;
  sim::StepFunction<double> capacity;
  double normal_capacity = 0;  ///< what is lacking of it counts as closed
  bool unlimited = true;
  FullAnswer when_full;
  std::vector<FullException> exceptions;  ///< from it; the first that fits is used
  int overflow_places = 0;
  std::optional<CompiledBackground> background;
  std::optional<std::uint16_t> turnover;   ///< index into laws
  sim::Table<Profile, std::uint8_t> rank;  ///< empty = first come, first served
  std::vector<LeaveRule> leave;
  std::vector<EntryRule> on_enter;
  std::vector<CompiledTaking> takes;
  /// Itself and all whose places it takes, or who take its own, directly or not; empty: it shares with
  /// nobody.
  std::vector<Place> linked;
  bool resource = false;       ///< its places are taken by others and nobody comes to it
  bool clears_at_once = true;  ///< a place that is left may be offered: no turnover, nothing shared
  bool residence = false, keep_place = false, has_risks = false;
  bool evict = false;      ///< a lowered capacity moves patients out,
  bool interrupt = false;  ///< who come back to the rest of their stay

  /// Whether whoever comes gets a place.
  [[nodiscard]] bool never_full() const { return unlimited && takes.empty(); }
  /// What becomes of one who comes from `origin` when so many wait.
  [[nodiscard]] const FullAnswer& answer_when_full(Profile profile, Place origin,
                                                   std::uint32_t waiting) const {
    for (const auto& exception : exceptions) {
      if (waiting >= exception.waiting && exception.fits(profile, origin)) return exception.answer;
    }
    return when_full;
  }
  /// Calls visit(answer) for all that may become of one who comes from `origin`, however many wait.
  template <class Visit>
  void each_answer(Profile profile, Place origin, Visit&& visit) const {
    for (const auto& exception : exceptions) {
      if (!exception.fits(profile, origin)) continue;
      visit(exception.answer);
      if (exception.waiting == 0) return;
    }
    visit(when_full);
  }
  /// When its places go down to none next, after `now`.
  [[nodiscard]] std::optional<sim::Time> next_closing(sim::Time now) const;
  /// Whether somebody who finds it full may wait for it.
  [[nodiscard]] bool may_be_waited_for() const;
  /// How many places of `of` go with a place here: its own, and those it takes.
  [[nodiscard]] std::int32_t places_of(Place here, Place of, Profile profile) const;
  /// Calls visit(setting, places) for its own place and all that go with it.
  template <class Visit>
  void each_place(Place here, Profile profile, Visit&& visit) const {
    visit(here, std::int32_t{1});
    for (const auto& taking : takes) {
      if (taking.places[profile] > 0) visit(taking.of, taking.places[profile]);
    }
  }
};

struct CompiledMove {
  /// When and where a place may be asked for.
  enum class Asks : std::uint8_t {
    Always,     ///< at any time: no gate, or it comes after
    WhenOpen,   ///< when the gate is open
    OfShortest  ///< at any time, in the one of several settings whose queue is the shortest
  };
  std::optional<std::uint16_t> transfer;  ///< index into laws; with claim_first there is one
  bool hold_place = true;
  bool always_open = true;
  bool claim_first = false;  ///< a place is taken before the gate opens, and held
  Asks asks = Asks::Always;
  sim::StepFunction<bool> open;
  std::string pointer;

  /// When the gate closes next after `now`.
  [[nodiscard]] std::optional<sim::Time> next_closing(sim::Time now) const;
};

struct Source {
  std::string name;
  std::uint32_t family = 0;
  scenarios::Arrival::Kind kind = scenarios::Arrival::Kind::Poisson;
  Profile profile = default_profile;  ///< before the assignment
  std::uint16_t assignment = 0;       ///< index into assignments, 0 = none
  Place to = nowhere, residence = nowhere;
  double per_ms = 0;  ///< Poisson and Renewal
  std::uint32_t pattern = 0;
  std::optional<std::uint16_t> batch;  ///< index into laws (unit-free count)
  std::uint16_t gap = 0;               ///< Renewal: index into laws
  double show_up = 1;
  struct Listed {
    sim::Time time{};
    Profile profile = default_profile;
  };
  std::vector<Listed> times;         ///< Scheduled and File
  std::vector<sim::Duration> stays;  ///< in `to`, one per time; empty: drawn
  std::string pointer;

  /// Whether its times are drawn, and not those of a list.
  [[nodiscard]] bool is_drawn() const {
    return kind == scenarios::Arrival::Kind::Poisson || kind == scenarios::Arrival::Kind::Renewal;
  }
};

/// One person (or many alike) present at the start.
struct CompiledCensus {
  Place setting = nowhere, residence = nowhere;
  std::uint32_t count = 0, waiting = 0;  ///< of a random row: the means, rounded up
  bool random = false;                   ///< the numbers are drawn (Poisson) with these means
  double mean_count = 0, mean_waiting = 0;
  std::optional<sim::Duration> spent;  ///< in the setting so far, where it is known
  Profile profile = default_profile;   ///< before the assignment
  std::uint16_t assignment = 0;
  std::uint32_t family = 0;
  std::string pointer;
  int line = 0;  ///< of the line list; 0: a row of the scenario
};

/// Indices (Network::at) of what is counted by place and profile, increasing.
struct Occurrence {
  std::vector<std::uint32_t> cells;  ///< of those who may be in a setting, or leave by an exit
  std::vector<std::uint32_t> resident_cells;  ///< of those who may live in one
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
  Occurrence occurrence;     ///< everything, until find_occurrence has looked
  bool knows_stays = false;  ///< of some: in the row of a list, or what an interruption has left
  sim::Holidays holidays;
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
  /// Of whose queues the shortest is joined by who wants to make this move; empty: the destination.
  [[nodiscard]] const std::vector<Place>& shortest_of(Place from, Place to) const {
    return shortest[move_of[way(from, to)]];
  }
  /// Where who wants to go from a place to a setting or exit may come, and the share that a static
  /// analysis expects there: of several queues, which only a run can compare, in proportion to the
  /// places normally offered.
  [[nodiscard]] std::vector<std::pair<Place, double>> joined(Place from, Place to) const;
  /// Where anybody may come who wants to go to a place, wherever he is.
  [[nodiscard]] std::vector<Place> joined_from_anywhere(Place to) const;
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
    return setting[s].keep_place || setting[s].turnover || setting[s].background ||
           !setting[s].linked.empty() || std::ranges::any_of(moves, [](const CompiledMove& m) {
             return m.transfer.has_value() && m.hold_place;
           });
  }
  [[nodiscard]] bool is_setting(Place p) const { return sim::index(p) < settings; }
  /// Whether who goes from one setting to the other stays in his place, for a new stage of the same
  /// stay: where one waits outside, a return is another stay.
  [[nodiscard]] bool stays_in_place(Place from, Place to) const {
    return from == to && is_setting(to) &&
           setting[to].when_full.policy != scenarios::WhenFull::Policy::WaitOutside;
  }
  [[nodiscard]] bool is_exit(Place p) const {
    return sim::index(p) >= settings && sim::index(p) < places;
  }

  /// Rows >= by_next of stay_of refer to stay_rows (the stay depends on the next destination).
  static constexpr std::uint32_t by_next = 1U << 20;
  std::vector<std::uint32_t> route_of, stay_of, risk_of;  ///< by (setting, profile)
  std::vector<std::vector<std::uint32_t>> stay_rows;      ///< by place, last for residence
  std::vector<CompiledMove> moves;                        ///< 0 is the immediate move
  std::vector<std::vector<Place>> shortest;               ///< by move: see shortest_of
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
