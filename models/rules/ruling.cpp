// SPDX-License-Identifier: Apache-2.0
#include "models/rules/ruling.hpp"

#include "words/catalog.hpp"

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
      return words::say("who.region");
    case Answering::Municipality:
      return words::say("who.municipality");
    case Answering::Both:
      return words::say("who.both");
    case Answering::Person:
      return words::say("who.person");
    case Answering::Nobody:
      return words::say("who.nobody");
  }
  return {};
}

scenarios::Text performer_text(Performer performer) {
  switch (performer) {
    case Performer::Municipality:
      return words::say("who.municipality");
    case Performer::HealthCentre:
      return words::say("who.health_centre");
    case Performer::SpecialistClinic:
      return words::say("who.specialist_clinic");
    case Performer::Asih:
      return words::say("who.asih");
    case Performer::MobileTeam:
      return words::say("who.mobile_team");
    case Performer::OnCallPhysician:
      return words::say("who.on_call_physician");
    case Performer::Hospital:
      return words::say("who.hospital");
    case Performer::Person:
      return words::say("who.self_care");
    case Performer::Nobody:
      return words::say("who.nobody");
  }
  return {};
}

}  // namespace care
