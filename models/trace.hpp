// SPDX-License-Identifier: Apache-2.0
/// @file
/// One person's way through a replication, step by step, with the places in the scenario that
/// decided. Because every draw has an address, the replication is simply run again and one patient
/// is watched: what is shown is what happened in the run, and watching changes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/flow/extension.hpp"
#include "models/model.hpp"

namespace care {

/// The address of a patient's draws: the same person in every scenario and replication.
struct PatientId {
  std::uint32_t family = 0;  ///< of the source or the row of the census
  std::uint32_t serial = 0;  ///< number within it, from 0

  // clang-tidy 14 takes the zero that the compiler compares with for a pointer.
  // NOLINTNEXTLINE(modernize-use-nullptr)
  friend constexpr auto operator<=>(const PatientId&, const PatientId&) = default;
};

/// Something that happened to a patient, or was decided about one.
struct TraceStep {
  enum class Kind : std::uint8_t {
    Flow,        ///< a Note of the flow layer: see `note`
    Present,     ///< is there when the run starts
    Visits,      ///< visits at home are planned
    Task,        ///< something must be done before the patient may leave
    Readmission  ///< the entry counts as an unplanned return
  };
  sim::Time time{};
  Kind kind = Kind::Flow;
  flow::Note note = flow::Note::Arrived;  ///< of Kind::Flow
  std::string place;                      ///< setting or exit it is about; may be empty
  scenarios::Text text;                   ///< one line
  std::vector<std::string> pointers;      ///< into the resolved scenario; may be empty
  sim::Duration length{};                 ///< of a stay, wait or task; 0 = none
};

/// A patient of a replication, for choosing one to follow.
struct Traveller {
  /// "acute/halmstad/80_plus/812"; "census/3/17" for the fourth row of the census; "line_list/7" for
  /// line 7 of the line list.
  std::string id;
  std::uint32_t settings = 0;  ///< entered, the one at the start included
  sim::Time first{}, last{};   ///< first and last note
  std::string place;           ///< where last: setting or exit
};

/// How many patients a source or a row of the census gave a replication.
struct PatientGroup {
  std::string name;  ///< what stands before the serial number in an id
  std::uint32_t count = 0;
  std::uint32_t last =
      0;  ///< the highest number; those who did not keep an appointment are missing
};

struct Travellers {
  std::vector<Traveller> longest;  ///< most settings first, then longest time, then by id
  std::vector<PatientGroup> groups;
};

/// The journey of one patient in one replication; empty when there is no such patient in it.
[[nodiscard]] std::vector<TraceStep> trace(const Model& model, std::uint64_t seed,
                                           std::uint32_t replication, PatientId who);

/// The patients of a replication: the `most` with the longest journeys, and how many there are.
[[nodiscard]] Travellers travellers(const Model& model, std::uint64_t seed,
                                    std::uint32_t replication, std::size_t most);

/// The patient that an id names: "<source>/<serial>". Nothing when no source is called that.
[[nodiscard]] std::optional<PatientId> find_patient(const Model& model, std::string_view id);

/// What ids may begin with: the sources, then the rows of the census.
[[nodiscard]] std::vector<std::string> patient_groups(const Model& model);

/// "12 min", "3 h 20 min", "4 d 6 h"; in Swedish "3 tim 20 min", "4 dygn 6 tim".
[[nodiscard]] words::Text length_text(sim::Duration length);

}  // namespace care
