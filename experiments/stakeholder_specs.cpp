// SPDX-License-Identifier: Apache-2.0
// The table of stakeholders and their figures: data, one entry per line of facts J.
// Kronor and patient-days in hospital are neither good nor bad: a vacancy and a closed bed save both.
#include "experiments/stakeholders.hpp"

namespace care {
namespace {

using Of = FigureTerm::Of;
using Measure = FigureTerm::Measure;

StakeholderSpec patients() {
  return {
      "patients",
      {{"waiting_ready", Aim::Lower, {{figures::ready_days}}},
       {"moves", Aim::None, {{figures::moves, Of::Between}}},
       {"turned_away", Aim::Lower, {{figures::lost}, {figures::diverted}, {figures::left_queue}}},
       {"evicted", Aim::Lower, {{figures::evicted}}},
       {"missed_visits",
        Aim::Lower,
        {{figures::missed_must}, {figures::missed_critical}, {figures::missed_other}}},
       {"harmed", Aim::Lower, {{figures::harmed}}},
       {"readmissions", Aim::Lower, {{Measure{"readmission_65"}}}},
       {"refused", Aim::Lower, {{figures::refused_by_rule}, {figures::refused_in_practice}}},
       {"handovers", Aim::Lower, {{figures::handovers}}},
       {"unowned", Aim::Lower, {{figures::unowned_visits}}},
       {"unowned_days", Aim::Lower, {{Measure{"unowned_days"}}}}}};
}

StakeholderSpec municipalities() {
  return {"municipalities",
          {{"persons_answered", Aim::None, {{figures::answered, Of::Named, "municipality"}}},
           {"hours_answered", Aim::None, {{figures::answered_hours, Of::Named, "municipality"}}},
           {"hours_due", Aim::None, {{figures::due, Of::Own}}},
           {"hours_given", Aim::None, {{figures::given, Of::Own}}},
           {"nurse_hours", Aim::None, {{figures::given, Of::Named, "nurse"}}},
           {"nurse_hours_paid",
            Aim::None,
            {{figures::present_hours, Of::Named, "nurse"},
             {figures::substitute, Of::Named, "nurse"},
             {figures::agency, Of::Named, "nurse"},
             {figures::overtime, Of::Named, "nurse"}}},
           {"overtime", Aim::Lower, {{figures::overtime, Of::Own}}},
           {"agency", Aim::Lower, {{figures::agency, Of::Own}}},
           {"missed_must", Aim::Lower, {{figures::missed_must, Of::Own}}},
           {"missed_critical", Aim::Lower, {{figures::missed_critical, Of::Own}}},
           {"missed_other", Aim::Lower, {{figures::missed_other, Of::Own}}},
           {"short_weeks", Aim::Lower, {{figures::weeks, Of::Named, "any_role"}}},
           {"tight_weeks", Aim::Lower, {{figures::tight_weeks, Of::Own}}}}};
}

std::vector<StakeholderSpec> payers_and_region() {
  return {{"municipal_finance",
           {{"municipal_kronor", Aim::None, {{figures::kronor, Of::OtherThan, "region"}}},
            {"municipal_kronor_staff_stays",
             Aim::None,
             {{figures::kronor, Of::OtherThan, "region"}},
             {},
             true,
             false,
             true},
            {"ready_payment", Aim::None, {{figures::ready_days, Of::Hospital}}, {}, true, true}}},
          {"region_hospital",
           {{"hospital_ready", Aim::Lower, {{figures::ready_days, Of::Hospital}}},
            {"hospital_days", Aim::None, {{figures::bed_days, Of::Hospital}}},
            {"hospital_queue", Aim::Lower, {{figures::queue, Of::Hospital}}},
            {"hospital_overflow", Aim::Lower, {{figures::overflow, Of::Hospital}}},
            {"region_kronor", Aim::None, {{figures::kronor, Of::Named, "region"}}},
            {"region_kronor_staff_stays",
             Aim::None,
             {{figures::kronor, Of::Named, "region"}},
             {},
             false,
             false,
             true}}},
          {"region_primary",
           {{"emergency", Aim::Lower, {{figures::entries, Of::Named, "ed"}}},
            {"region_persons", Aim::None, {{figures::answered, Of::Named, "region"}}},
            {"region_hours", Aim::None, {{figures::answered_hours, Of::Named, "region"}}}}},
          {"mobile_teams",
           {{"asih_persons", Aim::None, {{figures::performed, Of::Named, "asih"}}},
            {"mobile_persons", Aim::None, {{figures::performed, Of::Named, "mobile_team"}}},
            {"provider_hours", Aim::None, {{figures::given, Of::Provider}}},
            {"provider_missed",
             Aim::Lower,
             {{figures::missed_must, Of::Provider},
              {figures::missed_critical, Of::Provider},
              {figures::missed_other, Of::Provider}}}}}};
}

std::vector<StakeholderSpec> boards_and_planners() {
  return {{"committee",
           {{"all_kronor", Aim::None, {{figures::kronor}}, {}, false},
            {"all_kronor_staff_stays", Aim::None, {{figures::kronor}}, {}, false, false, true},
            {"all_unowned", Aim::Lower, {{figures::unowned_visits}}},
            {"persons_both", Aim::None, {{figures::answered, Of::Named, "both"}}},
            {"hours_both", Aim::None, {{figures::answered_hours, Of::Named, "both"}}},
            {"all_handovers", Aim::Lower, {{figures::handovers}}},
            {"disputes", Aim::Lower, {{figures::disputes}}},
            {"negotiation", Aim::Lower, {{figures::negotiation_days}}},
            {"at_home", Aim::Higher, {{figures::bed_days, Of::NotRegion}}, {{figures::bed_days}}}}},
          {"risk_analyst",
           {{"shortage", Aim::Lower, {{figures::any, Of::Named, "any_role"}}},
            {"missed_acute", Aim::Lower, {{figures::missed_must}, {figures::missed_critical}}}}},
          {"sub_regions",
           {{"avoidable", Aim::Lower, {{Measure{"avoidable_admissions"}}}, {}, false},
            {"admitted_after_refusal", Aim::Lower, {{Measure{"loop_admissions"}}}, {}, false}}},
          {"enrolment_planners",
           {{"enrolled", Aim::None, {{figures::residents, Of::NotRegion}}},
            {"new_enrolled", Aim::None, {{figures::moved_in, Of::NotRegion}}},
            {"episodes", Aim::Lower, {{figures::entries, Of::Named, "hospital"}}}}}};
}

}  // namespace

std::span<const StakeholderSpec> stakeholder_specs() {
  static const std::vector<StakeholderSpec> all = [] {
    std::vector<StakeholderSpec> list{patients(), municipalities()};
    for (auto&& part : {payers_and_region(), boards_and_planners()}) {
      list.insert(list.end(), part.begin(), part.end());
    }
    return list;
  }();
  return all;
}

}  // namespace care
