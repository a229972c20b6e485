// SPDX-License-Identifier: Apache-2.0
/// @file
/// All situations that a patient of a network can come into, and the expected course of each: the
/// state space of the traffic equations. Found by following the rules from every source and every
/// row of the census, so that only what can happen is held.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "models/flow/network.hpp"
#include "models/flow/pathway.hpp"
#include "models/flow/sojourn.hpp"

namespace flow {

/// Where a patient is, who it is, where it lives, and whether the stay there goes on meanwhile.
struct Situation {
  Place at = nowhere;
  Profile profile = default_profile;
  Place lives = nowhere;
  bool away = false;  ///< will come back to the rest of the stay where it lives
  friend bool operator==(const Situation&, const Situation&) = default;
};

/// A step to a situation (by index) or out of the model.
struct Step {
  std::uint32_t state = none;
  Place exit = nowhere;
  double probability = 0;  ///< or an expected number
  bool returns = false;    ///< to the rest of the stay at home
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
};

/// An amount per profile.
using ByProfile = std::vector<std::pair<Profile, double>>;

/// What follows when a resident is sent elsewhere before the stay at home has ended: expectations
/// per excursion.
struct Excursion {
  double per_day = 0;       ///< rate at which they begin, while at home with this profile
  std::vector<Step> first;  ///< where to
  std::vector<std::pair<std::uint32_t, double>> visits;  ///< to situations away
  ByProfile back;                                        ///< coming home, as whom
  std::vector<Step> gone;                                ///< for good: exits, another residence
  double days = 0;                                       ///< away
  double days_back = 0;                                  ///< away, of those who come back
};

/// The expected course from one situation to the next. In a residence a course is the whole stay,
/// all excursions included.
struct Course {
  std::vector<Step> steps;     ///< when the stay ends, or by a hazard that strikes first
  std::vector<Step> outcomes;  ///< residence: steps, and how excursions end for good
  std::vector<Step> others;    ///< what may happen too, without a share of the expected course:
                               ///< when something is full, by Outside::moves, as excursions
  double days = 0;             ///< in place
  double transit_days = 0;     ///< on the way to the next place
  bool for_ever = false;       ///< some never leave; their days are left out
  ByProfile in_place;          ///< days in place by profile, without waiting to leave

  [[nodiscard]] const std::vector<Step>& expected(bool at_home) const {
    return at_home ? outcomes : steps;
  }
};

/// A fault in the rules that shows only for some patients.
struct JourneyFault {
  enum class What : std::uint8_t {
    NoResidence,  ///< is to go home and lives nowhere
    NoStay,       ///< no stay is given for this patient and destination
    NoRoute       ///< no row of routes is for this patient
  };
  What what = What::NoResidence;
  std::string pointer;
  Place place = nowhere;  ///< nowhere: on arrival
  Profile profile = default_profile;
};

class Journeys {
 public:
  /// Stops at `most` situations; complete() is then false.
  explicit Journeys(const Network& network, const Outside& outside = {},
                    std::size_t most = 400'000);

  [[nodiscard]] const std::vector<Situation>& situations() const { return situations_; }
  [[nodiscard]] const Course& course(std::size_t state) const { return courses_[state]; }
  /// True where the patient lives in this setting and a course is the whole stay.
  [[nodiscard]] bool at_home(std::size_t state) const {
    return net_.setting[situations_[state].at].residence;
  }
  /// First steps of those whom a source sends.
  [[nodiscard]] const std::vector<Step>& entries(SourceId source) const { return entries_[source]; }
  [[nodiscard]] const Excursion& excursion(Place residence, Profile profile) const {
    return excursions_.at({residence, profile});
  }
  [[nodiscard]] const std::vector<JourneyFault>& faults() const { return faults_; }
  [[nodiscard]] bool complete() const { return complete_; }

  /// Mean wait for the gate of a move by one who comes at any time of the run, days.
  [[nodiscard]] double gate_days(Place from, Place to) const;
  /// Mean time on the way, days.
  [[nodiscard]] double transfer_days(Place from, Place to) const;

 private:
  using Steps = std::vector<Step>;
  struct Stay;  // the rules of a stay of one profile

  // Discovery (journeys.cpp)
  void follow_source(const Source& source);
  void follow_census(const CompiledCensus& row);
  std::uint32_t index(const Situation& situation);
  void reach(const Situation& from, Place to, double probability, const std::string& why,
             Steps& out);
  void come_to(const Situation& from, Place to, double probability, bool returns, Steps& out);
  void reach_when_full(const Situation& from, Place to, Steps& out);
  void reach_again(const Situation& from, Steps& out);
  [[nodiscard]] ByProfile on_enter(Place place, Place from, Profile profile) const;
  void add_fault(JourneyFault::What what, const std::string& pointer, const Situation& where);

  // Courses (journeys_courses.cpp)
  void build(std::uint32_t state);
  void build_away(std::uint32_t state);
  void build_home(std::uint32_t state);
  [[nodiscard]] Stay stay_of(Place place, Profile profile);
  [[nodiscard]] StayChain changes_of(Place place, Profile profile) const;
  [[nodiscard]] StayChain life_at(Place place, Profile profile);
  void add_hazards(const Situation& from, double days, Course& course);
  void add_days_at_home(Place home, Profile profile, double days, Course& course);
  void set_pace(Place home, double mean_days, StayChain& chain);
  void finish(std::uint32_t state, Course course, double ends);
  [[nodiscard]] const Lengths& lengths(std::uint32_t law);
  /// The sojourn of a chain whose length has this law. Many who differ (by where they live, say) go
  /// through the same numbers: those are worked out once.
  [[nodiscard]] const Sojourn& expected(std::uint32_t law, Place next, const StayChain& chain);

  // Excursions (journeys_excursions.cpp)
  const Excursion& find_excursion(Place residence, Profile profile);
  [[nodiscard]] std::vector<std::uint32_t> situations_away(const Excursion& excursion);
  void solve_excursion(Place residence, Excursion& excursion);
  void end_excursion(const Step& step, double weight, Excursion& excursion) const;

  const Network& net_;
  Outside outside_;
  std::size_t most_;
  std::vector<Situation> situations_;
  std::vector<Course> courses_;
  std::vector<bool> built_;
  std::unordered_map<std::uint64_t, std::uint32_t> index_;  // looked up, never walked
  sim::Table<SourceId, std::vector<Step>> entries_;
  std::map<std::pair<Place, Profile>, Excursion> excursions_;
  std::map<std::uint32_t, Lengths> lengths_;                                   // by law
  std::map<std::pair<std::uint32_t, std::vector<double>>, Sojourn> sojourns_;  // by law and chain
  std::vector<double> gate_days_;                                              // by move
  std::vector<double> transfer_days_;                                          // by move
  std::vector<JourneyFault> faults_;
  bool complete_ = true;
};

/// Adds up steps to the same end.
void merge(std::vector<Step>& steps);

/// The profiles that an assignment may make of one, with their probabilities.
[[nodiscard]] ByProfile spread(const Network& network, const CompiledAssignment& assignment,
                               Profile profile);

/// Hazards and changes of a profile in a setting, per day.
struct Cause {
  Place to = nowhere;  ///< nowhere: a change
  std::uint16_t assignment = 0;
  double per_day = 0;
  const std::string* pointer = nullptr;
};
[[nodiscard]] std::vector<Cause> causes_of(const Network& network, Place place, Profile profile);

}  // namespace flow
