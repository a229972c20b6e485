// SPDX-License-Identifier: Apache-2.0
/// @file
/// What is said of teams that cannot cope, and of what is not known about that.
#pragma once

#include <cstddef>
#include <string>

#include "models/staff_balance.hpp"
#include "models/staffing/visit_fit.hpp"
#include "models/staffing/working_time.hpp"

namespace care::staff_messages {

/// More is due than there is time for, week after week.
[[nodiscard]] flow::Finding cannot_cope(const TeamBalance& team);
/// In a shift more is due than its own people have time for, though the week has it.
[[nodiscard]] flow::Finding short_in_shift(const TeamBalance& team, const scenarios::Text& shift,
                                           const WorkAndTime& work);
/// The same of a window of the shift, though the shift may have the time.
[[nodiscard]] flow::Finding short_in_window(const TeamBalance& team, const scenarios::Text& window,
                                            const scenarios::Text& shift, const WorkAndTime& work);
/// Visits of a task in a shift for which nobody on the roster has time, and in how many other teams there
/// are such. A warning if they are a tenth of them.
[[nodiscard]] flow::Finding fits_nobody(const TeamBalance& team, const VisitTask& task,
                                        const scenarios::Text& task_label,
                                        const scenarios::Text& shift, const VisitFit& fit,
                                        std::size_t others);
/// The roster of a team asks for more than full time of each, and so do those of `others`.
[[nodiscard]] flow::Finding beyond_full_time(const TeamBalance& team, const WorkingTime& time,
                                             std::size_t others);
/// The same where nobody of the role's own staff has the competence that the task asks for.
[[nodiscard]] flow::Finding nobody_is_able(const TeamBalance& team, const VisitTask& task,
                                           const scenarios::Text& task_label,
                                           const scenarios::Text& competence,
                                           const scenarios::Text& shift, std::size_t others);
[[nodiscard]] flow::Finding no_whole_week();
/// Some who come never leave: how many are there is not known.
[[nodiscard]] flow::Finding numbers_grow(const std::string& setting);
/// The work is that of all who ask for a place.
[[nodiscard]] flow::Finding more_than_places(const flow::SettingLoad& load);
/// The run starts with others than the long run has, and does not come near.
[[nodiscard]] flow::Finding on_its_way(const flow::SettingLoad& load);
/// How many keep the agreement before this one (by its place in the list) is not known.
[[nodiscard]] flow::Finding agreement_kept(std::size_t agreement);

}  // namespace care::staff_messages
