// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/models/scenario_builder.hpp"

namespace cases {

/// A ward with a patient at 8 every day who stays for three days and goes home when the tasks of discharge are
/// done, which a test adds.
inline Builder ward_before_discharge() {
  Builder b;
  b.attribute("municipality", {"a"});
  b.exit("home");
  b.setting("ward", unlimited, fixed_days(3), {{"home", 1}});
  b.appointments("referrals", {8}, "ward");
  b.horizon(0, 30);
  scenarios::Care care;
  care.roles = {{"nurse", {}}};
  care.roles[0].second.sick_spell = fixed_days(1);
  care.shifts = {{"day", {}}};
  scenarios::Municipality municipality;
  scenarios::Team team;
  team.people = 2;
  team.roster = {{"day", {}, 1}};
  municipality.teams = {{"nurse", team}};
  care.municipalities = {{"a", municipality}};
  care.discharge.settings = {"ward"};
  b.scenario().care = care;
  return b;
}

}  // namespace cases
