// SPDX-License-Identifier: Apache-2.0
#pragma once

// The list of rooms. A new part of care is one new file and its name here.

#include "models/care/discharge.hpp"
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
using CareRooms =
    Rooms<First..., Recording, Residence, Readmission, Discharge, Responsibility, Visits>;

/// Recording alone: for scenarios of the flow layer.
template <class... First>
using FlowRooms = Rooms<First..., Recording>;

}  // namespace care
