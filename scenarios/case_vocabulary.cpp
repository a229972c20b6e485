// SPDX-License-Identifier: Apache-2.0
// The words of responsibility rules, as data; longer than other files for that reason.

#include "scenarios/case_vocabulary.hpp"

#include <algorithm>

namespace scenarios {
namespace {

constexpr CaseValue tasks[] = {
    {"medication", "daglig medicinering", "daily medication"},
    {"simple_drugs", "enklare läkemedel (ögondroppar, blodtryck)",
     "simple drugs (eye drops, blood pressure)"},
    {"insulin", "insulin", "insulin"},
    {"unstable_diabetes", "svårinställd diabetes", "unstable diabetes"},
    {"depot_injection", "depåinjektion", "depot injection"},
    {"anticoagulant", "provtagning vid blodförtunnande läkemedel", "anticoagulant monitoring"},
    {"iv_antibiotics", "antibiotika som injektion", "antibiotics by injection"},
    {"infusion", "dropp (intravenös infusion)", "drip (intravenous infusion)"},
    {"transfusion", "blodtransfusion", "blood transfusion"},
    {"wound", "sår", "wound"},
    {"large_wound", "omfattande såromläggning", "large wound dressing"},
    {"wound_pump", "avancerad sårpump", "advanced wound pump"},
    {"catheter", "urinkateter", "urinary catheter"},
    {"peg", "PEG", "PEG"},
    {"nasal_tube", "nässond", "nasal feeding tube"},
    {"central_line", "central venkateter", "central venous catheter"},
    {"peritoneal_dialysis", "assisterad peritonealdialys", "assisted peritoneal dialysis"},
    {"tpn", "näring i blodet (TPN)", "parenteral nutrition (TPN)"},
    {"easypump", "läkemedelspump (easypump)", "drug pump (easypump)"},
    {"tracheostomy", "trakeostomi med sugning", "tracheostomy with suction"},
    {"ventilator", "respirator", "ventilator"},
    {"drain", "drän", "drain"},
    {"botox_follow_up", "uppföljning efter botulinumtoxin", "follow-up after botulinum toxin"},
    {"symptom_relief", "symtomlindring", "symptom relief"},
    {"training", "träning och hjälpmedel", "training and aids"},
};
constexpr CaseValue competences[] = {
    {"nurse", "sjuksköterska", "nurse"},
    {"rehab", "arbetsterapeut eller fysioterapeut", "occupational therapist or physiotherapist"},
    {"physician", "läkare", "physician"},
};
constexpr CaseValue ages[] = {
    {"80_plus", "80 år eller äldre", "80 or older"},
    {"65_79", "65–79 år", "65–79"},
    {"18_64", "18–64 år", "18–64"},
    {"under_18", "barn", "child"},
};
constexpr CaseValue housings[] = {
    {"ordinary", "ordinärt boende", "ordinary housing"},
    {"sheltered", "biståndsbedömt trygghetsboende", "assessed sheltered housing"},
    {"special_housing", "särskilt boende", "special housing"},
    {"lss_housing", "bostad med särskild service (LSS)", "LSS housing"},
};
constexpr CaseValue settings[] = {
    {"home", "i bostaden", "in the dwelling"},
    {"short_term_sol", "korttidsplats (SoL)", "short-term bed (SoL)"},
    {"lss_short_stay", "korttidsvistelse (LSS)", "short stay (LSS)"},
    {"day_activity", "dagverksamhet (SoL) eller daglig verksamhet (LSS)",
     "day activity (SoL or LSS)"},
    {"hvb", "HVB", "HVB"},
    {"clinic", "mottagning", "clinic"},
    {"hospital", "sjukhus", "hospital"},
};
constexpr CaseValue residences[] = {
    {"own_municipality", "bor i kommunen", "lives in the municipality"},
    {"same_county", "besökare från länet", "visitor from the county"},
    {"other_county", "besökare från ett annat län", "visitor from another county"},
};
constexpr CaseValue reaches[] = {
    {"no", "inte ens med stöd", "not even with support"},
    {"with_support", "med stöd", "with support"},
    {"alone", "på egen hand", "alone"},
};
constexpr CaseValue prescribers[] = {
    {"health_centre", "vårdcentral", "health centre"},
    {"specialist", "specialistklinik", "specialist clinic"},
    {"childrens_clinic", "barnmottagning", "children's clinic"},
    {"psychiatry", "psykiatrisk öppenvård", "psychiatric outpatient care"},
};
constexpr CaseValue enrolments[] = {{"yes", "ja", "yes"}, {"no", "nej", "no"}};
constexpr CaseValue decisions[] = {
    {"none", "inget", "none"},
    {"household", "hemtjänst (service)", "home care (household)"},
    {"personal_care", "hemtjänst (personlig omvårdnad)", "home care (personal care)"},
    {"assistance", "personlig assistans", "personal assistance"},
};
constexpr CaseValue extents[] = {
    {"limited", "begränsat", "limited"},
    {"extensive", "omfattande (socialt och medicinskt)", "extensive (social and medical)"},
};
constexpr CaseValue plans[] = {
    {"sip", "samordnad individuell plan", "coordinated individual plan"},
    {"none", "ingen", "none"},
    {"risk_analysis", "plan med riskanalys", "plan with risk analysis"},
};
constexpr CaseValue courses[] = {
    {"continuing", "sammanhängande", "continuing"},
    {"single", "enstaka", "single"},
};
constexpr CaseValue palliatives[] = {
    {"no", "nej", "no"},
    {"general", "allmän", "general"},
    {"unclear", "oklart om allmän eller specialiserad", "unclear whether general or specialised"},
    {"specialised", "specialiserad", "specialised"},
};
constexpr CaseValue no_yes[] = {{"no", "nej", "no"}, {"yes", "ja", "yes"}};
constexpr CaseValue days[] = {{"weekday", "vardag", "weekday"}, {"weekend", "helg", "weekend"}};
constexpr CaseValue shifts[] = {
    {"day", "dag", "day"},
    {"evening", "kväll", "evening"},
    {"night", "natt", "night"},
};
constexpr CaseValue seasons[] = {
    {"rest_of_year", "övriga året", "rest of the year"},
    {"summer", "sommar", "summer"},
};
constexpr CaseValue answering[] = {
    {"not_stated", "framgår inte", "not stated"},
    {"health_centre", "vårdcentralens läkare", "the health centre's physician"},
    {"specialist", "specialistläkare", "specialist"},
};

constexpr CaseValue level_rules[] = {
    {"region", "regionen: allt som kan göras i hemmet är primärvårdsnivå",
     "region: all that can be done at home is primary level"},
    {"municipality",
     "kommunerna: bara det vårdcentralens läkare svarar för, utan särskild kompetens",
     "municipalities: only what the health centre's physician answers for, without special "
     "competence"},
};
constexpr CaseValue municipal_extents[] = {
    {"list", "bara det som står på kommunernas lista 2023",
     "only what stands on the municipalities' list of 2023"},
    {"criterion", "allt som inte möter kommunernas kriterium för primärvård",
     "all that fails the municipalities' criterion of primary care"},
};
constexpr CaseValue threshold_supports[] = {
    {"over", "den som behöver stöd för att komma dit får vård i hemmet",
     "those who need support to get there are cared for at home"},
    {"under", "den som kommer dit med stöd får vård på vårdcentralen",
     "those who get there with support are cared for at the health centre"},
};
constexpr CaseValue person_scopes[] = {
    {"staying", "alla som vistas i kommunen", "all who stay in the municipality"},
    {"county", "länets invånare", "inhabitants of the county"},
    {"own", "kommunens egna invånare", "the municipality's own inhabitants"},
};
constexpr CaseValue boundary_details[] = {
    {"open", "ingen gräns i detalj", "no boundary in detail"},
    {"defined", "gränsen mot specialistvård definieras",
     "the boundary to specialist care is defined"},
};
constexpr CaseValue supports[] = {
    {"competence", "regionen: kartlägg och höj kompetensen", "region: survey and raise competence"},
    {"physician", "kommunerna: kompetensen räcker, läkarstödet brister",
     "municipalities: competence suffices, physician support lacks"},
};
constexpr CaseValue ready_targets[] = {
    {"lower", "sjukhusen i nordvästra Skåne: önskar lägre än 2,8 dagar",
     "hospitals in north-western Skåne: wish for below 2.8 days"},
    {"kept", "2,8 dagar behålls; ingen part säger det (primärvårdens oro gäller biståndsbesluten)",
     "2.8 days are kept; no party says so (primary care worries about decisions under SoL)"},
};
constexpr CaseValue allocation_keys[] = {
    {"history", "historisk fördelning behålls", "allocation by history is kept"},
    {"changed", "den historiska fördelningen är felaktig", "allocation by history is wrong"},
};
constexpr CaseValue palliative_rules[] = {
    {"kept", "bilaga 7 från 2009 gäller", "annex 7 of 2009 holds"},
    {"removed", "bilaga 7 tas bort, som region och kommuner föreslog 2023",
     "annex 7 is removed, as region and municipalities proposed in 2023"},
};
constexpr CaseValue tail_rules[] = {
    {"inside", "långliggare ingår i medelvärdet", "long-stayers inside the average"},
    {"separate", "långliggare debiteras för sig", "long-stayers billed separately"},
};
constexpr CaseValue night_splits[] = {
    {"municipality", "enbart kommunens, som Borås läser skrivningen",
     "the municipality's alone, as Borås reads the wording"},
    {"shared", "inte enbart kommunens, som Borås vill ha det",
     "not the municipality's alone, as Borås would have it"},
};
constexpr CaseValue complexity_scales[] = {
    {"A", "skala A (Halmstad)", "scale A (Halmstad)"},
    {"B", "skala B (Laholm och Kungsbacka)", "scale B (Laholm and Kungsbacka)"},
};
constexpr CaseValue centres[] = {
    {"worth_it", "behovet finns: utred vidare (samma underlag som förslaget att låta vila)",
     "the need is there: inquire further (same paper as the proposal to let it rest)"},
    {"rest", "varken tid eller pengar: låt vila", "neither time nor money: let it rest"},
};
constexpr CaseValue communalisations[] = {
    {"coherent", "kommunaliseringen ger sammanhållen vård", "communalisation makes care coherent"},
    {"between_chairs", "människor hamnar mellan stolarna", "people fall between the chairs"},
};

constexpr auto attribute = CaseDimension::Kind::Attribute;
constexpr auto a_switch = CaseDimension::Kind::Switch;

constexpr CaseDimension dimensions[] = {
    {attribute, "task", "insats", "task", "C09, C10, D08, D14", tasks},
    {attribute, "competence", "kompetens som krävs", "competence needed", "C01, C02", competences},
    {attribute, "age", "ålder", "age", "D72, D81", ages},
    {attribute, "housing", "boende", "housing", "B06, B07", housings},
    {attribute, "setting", "var vården ges", "where care is given", "B06, B08, B09", settings},
    {attribute, "residence", "hemvist", "residence", "D02, D20", residences},
    {attribute, "reach", "tar sig till vårdcentralen", "gets to the health centre", "D30, D32",
     reaches},
    {attribute, "prescriber", "ordinatör", "prescriber", "D1, D05", prescribers},
    {attribute, "enrolled", "inskriven i hemsjukvård", "enrolled in home health care", "B02, B04",
     enrolments},
    {attribute, "decision", "beslut enligt SoL eller LSS", "decision under SoL or LSS", "D1",
     decisions},
    {attribute, "extent", "behov", "need", "D1", extents},
    {attribute, "plan", "plan", "plan", "E08, D67", plans},
    {attribute, "course", "insatsens förlopp", "course", "B02, B03", courses},
    {attribute, "palliative", "palliativ vård", "palliative care", "D41, D46", palliatives},
    {attribute, "asih", "inskriven i ASIH", "in ASIH", "D43, D44", no_yes},
    {attribute, "psychiatric", "psykiatrisk diagnos", "psychiatric diagnosis", "D34", no_yes},
    {attribute, "self_care", "bedömd som egenvård", "assessed as self-care", "D17", no_yes},
    {attribute, "day", "dag", "day", "B21", days},
    {attribute, "shift", "pass", "shift", "D66", shifts},
    {attribute, "season", "årstid", "season", "D21", seasons},
    {attribute, "answers", "läkare som svarar över tid", "physician who answers over time",
     "D1, C07", answering},
    {a_switch, "level_rule", "vad som är primärvårdsnivå", "what is primary level", "K1",
     level_rules},
    {a_switch, "municipal_extent", "hur långt kommunernas läsning går",
     "how far the municipalities' reading goes", "D08, D1", municipal_extents},
    {a_switch, "threshold_support", "tröskeln för den som behöver stöd",
     "the threshold for those who need support", "D1, D30", threshold_supports},
    {a_switch, "person_scope", "vilka som omfattas", "who is covered", "K2", person_scopes},
    {a_switch, "boundary_detail", "hur noga gränsen dras", "how closely the boundary is drawn",
     "K3", boundary_details,
     "hur länge tvister tar, `/care/responsibility/negotiation`; en definierad gräns är ett eget "
     "regelverk, `vgr_nivastruktur`",
     "how long disputes take, `/care/responsibility/negotiation`; a defined boundary is a rule set "
     "of its own, `vgr_nivastruktur`"},
    {a_switch, "support", "vad som behövs mest", "what is needed most", "K4", supports,
     "kommunernas team och insatser, `/care/municipalities` och `/care/tasks`; läkare är inte "
     "personal i modellen",
     "the municipalities' teams and tasks, `/care/municipalities` and `/care/tasks`; physicians "
     "are not staff in the model"},
    {a_switch, "ready_target", "mål för utskrivningsklara", "target for ready patients", "K5",
     ready_targets, "uppgifterna före utskrivning, `/care/discharge`, och målen, `/targets`",
     "the tasks before discharge, `/care/discharge`, and the targets, `/targets`"},
    {a_switch, "allocation_key", "fördelning av ersättningen", "allocation of the reimbursement",
     "K6", allocation_keys,
     "hur regionens ersättning fördelas på kommunerna, som modellen inte räknar",
     "how the region's reimbursement is divided among municipalities, which the model does not "
     "count"},
    {a_switch, "palliative_rule", "Skånes bilaga 7", "annex 7 in Skåne", "K7", palliative_rules},
    {a_switch, "tail_rule", "långliggare", "long-stayers", "K8", tail_rules,
     "betalningen för utskrivningsklara dagar, som inte beror av regler för ansvar",
     "the payment for ready days, which does not depend on rules of responsibility"},
    {a_switch, "night_split", "kväll och natt", "evening and night", "K9", night_splits},
    {a_switch, scale_switch, "skala för vårdnivå", "scale of care level", "K10", complexity_scales},
    {a_switch, "knowledge_centre", "kunskapscentrum i Skåne", "knowledge centre in Skåne", "K11",
     centres, "en kostnad vid sidan av vården; ingenting i modellen",
     "a cost beside care; nothing in the model"},
    {a_switch, "communalisation", "kommunaliseringens verkan", "effect of communalisation", "K12",
     communalisations, "vad en körning visar: slingan av avslag i `dalarna/s14-avslag.json`",
     "what a run shows: the loop of refusals in `dalarna/s14-avslag.json`"},
};

}  // namespace

std::optional<std::size_t> CaseDimension::index_of(std::string_view value) const {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [&](const CaseValue& own) { return own.name == value; });
  if (found == values.end()) return std::nullopt;
  return static_cast<std::size_t>(found - values.begin());
}

std::span<const CaseDimension> case_vocabulary() { return dimensions; }

std::optional<std::size_t> find_dimension(std::string_view name,
                                          std::span<const CaseDimension> vocabulary) {
  for (std::size_t i = 0; i < vocabulary.size(); ++i) {
    if (vocabulary[i].name == name) return i;
  }
  return std::nullopt;
}

std::vector<std::string> dimension_names(CaseDimension::Kind kind,
                                         std::span<const CaseDimension> vocabulary) {
  std::vector<std::string> names;
  for (const CaseDimension& dimension : vocabulary) {
    if (dimension.kind == kind) names.emplace_back(dimension.name);
  }
  return names;
}

std::vector<std::string> value_names(const CaseDimension& dimension) {
  std::vector<std::string> names;
  for (const CaseValue& value : dimension.values) names.emplace_back(value.name);
  return names;
}

}  // namespace scenarios
