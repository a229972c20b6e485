// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fields of results and of the whole scenario; see fields.hpp.

#include "scenarios/field.hpp"

namespace scenarios {

template <class Archive, Like<Quantity> S>
void fields(Archive& a, S& s) {
  a.about("quantity", "Something that is counted", "Något som räknas");
  a("count", s.count,
    doc("entries and exits: moves in and live moves out (deaths are entries into an exit); "
        "present_days, resident_days, capacity_days: patient-days there, person-days living there, "
        "places offered; ready_days: patient-days after the stay has ended; new_residents: moves "
        "of "
        "home; readmissions: returns within the window; population: person-years; days: measured",
        "entries och exits: inflyttningar och levande utflyttningar (dödsfall är entries till en "
        "utgång); present_days, resident_days, capacity_days: vårddygn där, boendedygn, erbjudna "
        "platser; ready_days: dygn som utskrivningsklar; new_residents: byten av bostad; "
        "readmissions: återinskrivningar; population: personår; days: mätta dagar")
        .required()
        .choice());
  a("settings", s.settings,
    doc("In these settings, summed", "I dessa vårdformer, summerat")
        .refers(Refers::Setting | Refers::Exit | Refers::Lost)
        .choice());
  a("when", s.when, doc("Only those who match", "Bara de som passar"));
  a("weeks", s.weeks,
    doc("Only from the first to the last of these ISO weeks",
        "Bara från den första till den sista av dessa ISO-veckor")
        .unit("ISO week")
        .at_least(1)
        .at_most(53)
        .choice());
}

template <class Archive, Like<Measure> S>
void fields(Archive& a, S& s) {
  a.about("measure", "A result: scale * numerator / denominator",
          "Ett resultat: scale * numerator / denominator");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("unit", s.unit, doc("Unit shown", "Enhet som visas").choice());
  a("numerator", s.numerator, doc("What is counted", "Vad som räknas").required());
  a("denominator", s.denominator,
    doc("What it is divided by; absent is 1", "Vad det delas med; saknas är 1"));
  a("scale", s.scale, doc("Factor", "Faktor").choice());
}

template <class Archive, Like<Target> S>
void fields(Archive& a, S& s) {
  a.about("target", "A value that the run must reproduce", "Ett värde som körningen ska återge");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("measure", s.measure, doc("The measure", "Måttet").required().refers(Refers::Measure).choice());
  a("low", s.low, doc("Smallest value that passes", "Minsta godkända värde").required());
  a("high", s.high, doc("Largest value that passes", "Största godkända värde").required());
}

template <class Archive, Like<Scenario> S>
void fields(Archive& a, S& s) {
  a.about("scenario", "A case: what is simulated and what is asked",
          "Ett fall: vad som simuleras och vad som frågas");
  a("title", s.title, doc("Name of the scenario", "Scenariots namn").required().choice());
  a("question", s.question,
    doc("What the scenario answers, in a sentence", "Vad scenariot svarar på, i en mening")
        .choice());
  a("horizon", s.horizon, doc("The days that are simulated", "Dagarna som simuleras").required());
  a("attributes", s.attributes,
    doc("Properties of patients, each with its values; the first is the default",
        "Patienters egenskaper, var och en med sina värden; det första är förval")
        .filled()
        .choice());
  a("labels", s.labels,
    doc("Names shown for values of attributes, and for owners",
        "Namn som visas för egenskapernas värden, och för huvudmän")
        .keys(Refers::AttributeValue | Refers::Attribute | Refers::Owner)
        .choice());
  a("population", s.population,
    doc("Population by municipality and age", "Befolkning efter kommun och ålder"));
  a("settings", s.settings,
    doc("Places where patients are", "Vårdformer och platser där patienter är")
        .required()
        .filled());
  a("exits", s.exits,
    doc("Ways out of the model, with their names shown", "Utgångar ur modellen, med namn som visas")
        .choice());
  a("deaths", s.deaths,
    doc("Exits that are deaths", "Utgångar som är dödsfall").refers(Refers::Exit).choice());
  a("moves", s.moves,
    doc("Transfer times and gates; keys are from->to, * is any",
        "Förflyttningstider och grindar; nycklarna är från->till, * är alla")
        .keys(Refers::Move));
  a("arrivals", s.arrivals, doc("Sources of patients", "Källor till patienter"));
  a("initial", s.initial, doc("State at the start", "Läget vid start"));
  a("care", s.care, doc("Teams, visits and discharge", "Team, besök och utskrivning"));
  a("measures", s.measures,
    doc("Results that the scenario defines", "Resultat som scenariot definierar"));
  a("targets", s.targets,
    doc("Values that the run must reproduce", "Värden som körningen ska återge"));
  a("report_by", s.report_by,
    doc("Attribute that results are broken down by; empty is none",
        "Egenskap som resultaten delas upp efter; tomt är ingen")
        .refers(Refers::Attribute)
        .choice());
}

}  // namespace scenarios
