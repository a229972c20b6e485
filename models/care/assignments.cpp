// SPDX-License-Identifier: Apache-2.0
#include "models/care/assignments.hpp"

namespace care {

Assignments assignments(const Model& model) {
  if (!model.has_responsibility()) return {};
  const Decisions& decisions = model.decisions();
  std::vector<Assignment> kinds;
  for (const Ruling& ruling : decisions.rulings()) {
    kinds.push_back({.performers = ruling.performers,
                     .performer = ruling.performer,
                     .account = static_cast<std::uint8_t>(ruling.responsible),
                     .travels = ruling.travels});
  }
  const ShiftCalendar& calendar = model.workforce().calendar();
  std::vector<std::uint8_t> moment_of;
  for (std::uint32_t o = 0; o < calendar.size(); ++o) {
    const ShiftOccurrence& shift = calendar[o];
    moment_of.push_back(
        static_cast<std::uint8_t>(decisions.moment_of(sim::date_of(shift.start), shift.shift)));
  }
  return {std::move(kinds),   decisions.table(),    decisions.subjects(),
          Decisions::moments, std::move(moment_of), answering_kinds};
}

}  // namespace care
