// SPDX-License-Identifier: Apache-2.0
/// @file
/// The work that is expected to fall due, before any run: the patients of the static analysis, times
/// the visits of their plans, times minutes and travel.
///
/// Patients are as many as the traffic equations say (models/flow/traffic.hpp): the mean over the
/// measured days if nobody ever had to wait. For those, visits of a constant rate are exact, and so are
/// visits that taper or are made once, where arrivals are spread over the day, every day is permitted,
/// and the stay is one of the patient as he is now. Where rules decide who gives a visit, the shares
/// are means over 256 patient cases for each kind of patient, drawn at fixed addresses as the run draws
/// them; who negotiates has done so, and nobody keeps the agreement of before. Visits at one home share trips
/// as models/expected_trips.hpp says.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "models/flow/analysis.hpp"
#include "models/model.hpp"

namespace care {

/// By occurrence: its share of the visits of a week of a task. The permitted days of a week have alike what
/// their clock says falls in it.
[[nodiscard]] std::vector<double> share_of_week(const ShiftCalendar& calendar,
                                                const VisitPlans& plans, TaskId id);

/// Hears of a task's visits that a crew of the workforce gives: hours that fall due, travel included, by
/// occurrence, until it returns.
using HearDue =
    std::function<void(std::uint32_t crew, TaskId task, const std::vector<double>& hours)>;

/// Tells what falls due, crew by crew and task by task: what the figure `due` counts. Precondition: the
/// model has care; the analysis is of its network.
void tell_expected_due(const Model& model, const flow::Analysis& analysis, const HearDue& hear);

}  // namespace care
