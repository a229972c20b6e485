// SPDX-License-Identifier: Apache-2.0
/// @file
/// The ids of the flow layer, for those too who need not know what they name.
#pragma once

#include <cstdint>

#include "sim/id.hpp"

namespace flow {

/// A place on the pathway: settings first, in the order of the scenario, then exits.
enum class Place : std::uint8_t {};

/// A destination that means: the stay has no end of its own.
inline constexpr Place stays_on{253};
/// A destination that means: back to where the patient lives.
inline constexpr Place to_residence{254};
/// No place: on the way, on arrival, or nothing is said.
inline constexpr Place nowhere{255};

/// A patient's class and state as one number: the values of all attributes in mixed radix. Dense,
/// so that every table over profiles is an array.
enum class Profile : std::uint16_t {};

/// Of one about whom nothing is said: every attribute has the first of its values.
inline constexpr Profile default_profile{0};

/// Where the state of a patient lies who is in the model now. One person after the other has it.
enum class PatientSlot : std::uint32_t {};
inline constexpr PatientSlot no_patient{0xffffffff};

/// A stream of arriving patients.
enum class SourceId : std::uint32_t {};

}  // namespace flow
