// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fields of rule sets and patient cases; see fields.hpp.

#include "scenarios/field.hpp"
#include "scenarios/rules.hpp"

namespace scenarios {

template <>
inline constexpr std::array<std::string_view, 4> names_of<Party>{"region", "municipality", "person",
                                                                 "nobody"};
template <>
inline constexpr std::array<std::string_view, 9> names_of<Performer>{
    "municipality", "health_centre", "specialist_clinic",
    "asih",         "mobile_team",   "on_call_physician",
    "hospital",     "person",        "nobody"};
template <>
inline constexpr std::array<std::string_view, 5> names_of<Profession>{
    "as_needed", "nurse", "assistant_nurse", "therapist", "physician"};
template <>
inline constexpr std::array<std::string_view, 4> names_of<RegisterRow::Content>{
    "rules", "parameter", "label", "none"};

template <>
inline constexpr std::array<std::string_view, matters> names_of<Matter>{"pays", "trains",
                                                                        "supplies", "when"};

template <class Archive, Like<Dispute> S>
void fields(Archive& a, S& s) {
  a.about("dispute", "How the parties read a rule that they disagree about",
          "Hur parterna läser en regel som de är oense om");
  a("region", s.region,
    doc("Who is responsible, as the region reads it", "Vem som ansvarar, enligt regionen")
        .required()
        .filled());
  a("municipality", s.municipality,
    doc("Who is responsible, as the municipality reads it", "Vem som ansvarar, enligt kommunen")
        .required()
        .filled());
  a("negotiation_days", s.negotiation_days,
    doc("Time until they agree", "Tid tills de är överens").unit("days").at_least(0));
  a("region_prevails", s.region_prevails,
    doc("Probability that the region's reading holds", "Sannolikhet att regionens läsning gäller")
        .probability());
}

template <class Archive, Like<ResponsibilityRule> S>
void fields(Archive& a, S& s) {
  a.about("rule", "A row of the decision table; the first that matches wins",
          "En rad i beslutstabellen; den första som passar gäller");
  a("when", s.when,
    doc("Cases that it is about; {} is every case", "Fall som den gäller; {} är alla fall")
        .choice());
  a("responsible", s.responsible,
    doc("Responsible party, or both", "Ansvarig huvudman, eller båda")
        .required()
        .filled()
        .choice());
  a("performer", s.performer, doc("Who performs", "Vem som utför").required().filled().choice());
  a("role", s.role, doc("Profession that performs", "Yrke som utför").choice());
  a("dispute", s.dispute, doc("Set when the parties disagree", "Anges när parterna är oense"));
  a("reason", s.reason, doc("Why, in a sentence", "Varför, i en mening").required().choice());
}

template <class Archive, Like<Term> S>
void fields(Archive& a, S& s) {
  a.about("term", "What the agreement settles beside who is responsible and who performs",
          "Vad avtalet reglerar utöver vem som ansvarar och vem som utför");
  a("matter", s.matter,
    doc("pays: who pays; trains: who trains staff or the patient; supplies: who supplies aids and "
        "material; when: from when the responsibility passes",
        "pays: vem som betalar; trains: vem som utbildar personal eller patient; supplies: vem som "
        "står för hjälpmedel och material; when: från när ansvaret går över")
        .required()
        .choice());
  a("when", s.when,
    doc("Cases that it is about; {} is every case", "Fall som den gäller; {} är alla fall")
        .choice());
  a("answer", s.answer,
    doc("The answer, in a few words", "Svaret, i några ord").required().choice());
}

template <class Archive, Like<LawConstraint> S>
void fields(Archive& a, S& s) {
  a.about("constraint", "What the law settles and no agreement changes",
          "Vad lagen bestämmer och inget avtal ändrar");
  a("label", s.label, doc("Name shown", "Namn som visas").required().choice());
  a("when", s.when, doc("Cases that it is about", "Fall som det gäller").choice());
  a("responsible", s.responsible,
    doc("Who must be responsible", "Vem som måste ansvara").required().filled().choice());
}

template <class Archive, Like<ImpossibleCase> S>
void fields(Archive& a, S& s) {
  a.about("impossible", "Cases that do not occur", "Fall som inte förekommer");
  a("when", s.when, doc("The cases", "Fallen").choice());
  a("reason", s.reason, doc("Why", "Varför").required().choice());
}

template <class Archive, Like<CareScale> S>
void fields(Archive& a, S& s) {
  a.about("scale", "A scale of care level: each task has one level",
          "En skala för vårdnivå: varje insats har en nivå");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("levels", s.levels,
    doc("1, 2, 3 -> tasks", "1, 2, 3 -> insatser").required().filled().choice());
  a("primary", s.primary,
    doc("Levels that count as primary level", "Nivåer som räknas som primärvårdsnivå").choice());
}

template <class Archive, Like<RegisterRow> S>
void fields(Archive& a, S& s) {
  a.about("system", "A row of the register of systems", "En rad i registret över system");
  a("id", s.id,
    doc("Id in the facts, A01 to A50", "Id i faktabladet, A01 till A50")
        .required()
        .filled()
        .choice());
  a("name", s.name, doc("Name shown", "Namn som visas").required().choice());
  a("content", s.content,
    doc("rules: this file; parameter: a resource, process or figure of the scenarios; label: named "
        "only; none: the documents give no rule content, and the file inherits",
        "rules: filen; parameter: en resurs, process eller siffra i scenarierna; label: bara "
        "nämnd; none: dokumenten ger inget regelinnehåll, och filen ärver")
        .choice());
}

template <class Archive, Like<ValidPeriod> S>
void fields(Archive& a, S& s) {
  a.about("valid", "When the agreement holds", "När avtalet gäller");
  a("from", s.from, doc("First day", "Första dag").choice());
  a("to", s.to, doc("Last day", "Sista dag").choice());
  a("prolonged_years", s.prolonged_years,
    doc("Prolonged by so many years at a time unless a party gives notice",
        "Förlängs med så många år i taget om ingen part säger upp")
        .unit("years")
        .at_least(1)
        .at_most(100)
        .choice());
  a("notice_months", s.notice_months,
    doc("Notice is given at latest so long before the last day",
        "Uppsägning sker senast så långt före sista dagen")
        .unit("months")
        .at_least(0)
        .at_most(120)
        .choice());
}

template <class Archive, Like<OwnAttribute> S>
void fields(Archive& a, S& s) {
  a.about(
      "own_attribute",
      "An attribute of patients that the vocabulary below lacks. In a run it is the attribute of "
      "that name in the scenario, which must have the same values",
      "En egenskap hos patienter som ordlistan nedan saknar. I en körning är den scenariots "
      "egenskap med samma namn, som ska ha samma värden");
  a("title", s.title,
    doc("Name shown; its own when absent", "Namn som visas; annars det egna").choice());
  a("values", s.values,
    doc("Its values, 2 to 32; the first is the usual one, which holds where nothing is said",
        "Dess värden, 2 till 32; det första är det vanliga, som gäller där inget sägs")
        .required()
        .filled()
        .choice());
  a("labels", s.labels,
    doc("Value -> name shown; the value when absent", "Värde -> namn som visas; annars värdet")
        .choice());
}

template <class Archive, Like<RuleSet> S>
void fields(Archive& a, S& s) {
  a.about("rule_set", "An agreement about who is responsible, in one reading of it",
          "En överenskommelse om vem som ansvarar, i en läsning av den");
  a("title", s.title, doc("Name of the rule set", "Regelverkets namn").required().choice());
  a("about", s.about,
    doc("What the file holds of the agreement, and what it does not",
        "Vad filen rymmer av avtalet, och vad den inte gör")
        .choice());
  a("systems", s.systems,
    doc("Rows of the register that the file keeps", "Rader i registret som filen håller")
        .required()
        .filled());
  a("valid", s.valid, doc("When it holds", "När det gäller"));
  a("attributes", s.attributes,
    doc("Attributes of the rule set's own, at most 4; conditions name them as they do the built-in "
        "ones",
        "Regelverkets egna egenskaper, högst 4; villkor nämner dem som de inbyggda"));
  a("switches", s.switches,
    doc("Switch -> the position that this reading takes; a switch not named is left to the user",
        "Omkopplare -> ståndpunkten i denna läsning; en som inte nämns lämnas åt användaren")
        .keys(Refers::CaseSwitch)
        .choice());
  a("scales", s.scales,
    doc("Scales of care level, by position of complexity_scale",
        "Skalor för vårdnivå, efter läge på complexity_scale"));
  a("definitions", s.definitions,
    doc("Name -> condition; a condition may then say name: \"yes\" or \"no\"",
        "Namn -> villkor; ett villkor får sedan säga namn: \"yes\" eller \"no\"")
        .choice());
  a("impossible", s.impossible,
    doc("Cases that do not occur", "Fall som inte förekommer").choice());
  a("constraints", s.constraints,
    doc("What the law settles; only the first file of a chain may say",
        "Vad lagen bestämmer; bara den första filen i en kedja får säga det")
        .required()
        .filled());
  a("rules", s.rules,
    doc("The decision table: the first rule that matches wins, the last matches every case. Rules "
        "of a file come before those it extends",
        "Beslutstabellen: den första regel som passar gäller, den sista passar alla fall. En fils "
        "regler kommer före dem den ärver")
        .required()
        .filled());
  a("terms", s.terms,
    doc("Who pays, trains and supplies, and from when: the first term of a matter that matches "
        "holds; where none does the agreement does not settle it. Terms of a file come before "
        "those "
        "it extends",
        "Vem som betalar, utbildar och står för material, och från när: den första som passar i en "
        "fråga gäller; där ingen gör det reglerar avtalet inte frågan. En fils villkor kommer före "
        "dem den ärver"));
}

template <class Archive, Like<CaseQuestion> S>
void fields(Archive& a, S& s) {
  a.about("question", "A question about the patient", "En fråga om patienten");
  a("ask", s.ask, doc("The question", "Frågan").required().choice());
  a("set", s.set,
    doc("Attribute -> value, where the question is about another moment than the patient's",
        "Egenskap -> värde, där frågan gäller ett annat läge än patientens")
        .keys(Refers::CaseAttribute)
        .choice());
}

template <class Archive, Like<PatientCase> S>
void fields(Archive& a, S& s) {
  a.about("case", "A patient case with questions", "Ett patientfall med frågor");
  a("title", s.title, doc("Name of the case", "Fallets namn").required().choice());
  a("story", s.story, doc("The patient's situation", "Patientens situation").required().choice());
  a("patient", s.patient,
    doc("Attribute -> value; the usual value when absent",
        "Egenskap -> värde; det vanliga värdet om den saknas")
        .keys(Refers::CaseAttribute)
        .required()
        .choice());
  a("questions", s.questions,
    doc("What a committee would ask", "Vad en nämnd skulle fråga").required().filled().choice());
}

}  // namespace scenarios
