// SPDX-License-Identifier: Apache-2.0
#include "models/rules/ruling.hpp"

namespace care {

using scenarios::Performer;

std::string_view name_of(Answering answering) {
  constexpr std::array<std::string_view, answering_kinds> names{"region", "municipality", "both",
                                                                "person", "nobody"};
  return names[static_cast<std::size_t>(answering)];
}

scenarios::Text party_text(Answering answering) {
  switch (answering) {
    case Answering::Region:
      return {"regionen", "the region"};
    case Answering::Municipality:
      return {"kommunen", "the municipality"};
    case Answering::Both:
      return {"båda", "both"};
    case Answering::Person:
      return {"den enskilde", "the person"};
    case Answering::Nobody:
      return {"ingen", "nobody"};
  }
  return {};
}

scenarios::Text performer_text(Performer performer) {
  switch (performer) {
    case Performer::Municipality:
      return {"kommunen", "the municipality"};
    case Performer::HealthCentre:
      return {"vårdcentralen", "the health centre"};
    case Performer::SpecialistClinic:
      return {"specialistkliniken", "the specialist clinic"};
    case Performer::Asih:
      return {"ASIH", "advanced home care (ASIH)"};
    case Performer::MobileTeam:
      return {"mobilt team", "mobile team"};
    case Performer::OnCallPhysician:
      return {"jourläkare", "on-call physician"};
    case Performer::Hospital:
      return {"sjukhuset", "the hospital"};
    case Performer::Person:
      return {"egenvård", "self-care"};
    case Performer::Nobody:
      return {"ingen", "nobody"};
  }
  return {};
}

}  // namespace care
