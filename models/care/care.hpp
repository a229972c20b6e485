// SPDX-License-Identifier: Apache-2.0
#pragma once

// The list of rooms. A new part of care is one new file and its name here.

#include "models/care/days.hpp"
#include "models/care/discharge.hpp"
#include "models/care/levels.hpp"
#include "models/care/passages.hpp"
#include "models/care/readmission.hpp"
#include "models/care/recording.hpp"
#include "models/care/residence.hpp"
#include "models/care/responsibility.hpp"
#include "models/care/rooms.hpp"
#include "models/care/visits.hpp"

namespace care {

/// The care layer. Who is responsible is settled before visits are planned by it; `First` are
/// rooms that come before all others.
template <class... First>
using CareRooms = Rooms<First..., Recording, Levels, Days, Passages, Residence, Readmission,
                        Discharge, Responsibility, Visits>;

/// What records and measures alone: for scenarios of the flow layer.
template <class... First>
using FlowRooms = Rooms<First..., Recording, Levels, Days>;

/// And for those of them that time patients, which is on every patient's way.
using TimedFlowRooms = Rooms<Recording, Levels, Days, Passages>;

}  // namespace care
