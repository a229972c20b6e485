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

template <class Archive, Like<Passage> S>
void fields(Archive& a, S& s) {
  a.about(
      "passage",
      "How long patients take from one point of the pathway to another: mean, quantiles, share "
      "within limits",
      "Hur lång tid patienter tar från en punkt på vägen till en annan: medel, kvantiler, andel "
      "inom gränser");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("from", s.from,
    doc("Where the clock starts, if it does not run: settings, or arrival, when a new patient "
        "first "
        "asks for a place",
        "Där klockan startar, om den inte går: vårdformer, eller arrival, när en ny patient först "
        "ber "
        "om plats")
        .required()
        .filled()
        .refers(Refers::Setting | Refers::Arrival)
        .choice());
  a("start", s.start,
    doc("What starts it there: coming in, the end of the stay (not by a hazard), or leaving",
        "Vad som startar den där: att komma in, vistelsens slut (inte genom en risk) eller att "
        "lämna")
        .choice());
  a("to", s.to,
    doc("Where it stops: on coming into one of these", "Där den stannar: när någon av dessa nås")
        .required()
        .filled()
        .refers(Refers::Setting | Refers::Exit | Refers::Lost)
        .choice());
  a("when", s.when,
    doc("Only those who match when the clock starts", "Bara de som passar när klockan startar"));
  a("within_hours", s.within_hours,
    doc("Limits: the share of those who took at most so long is told",
        "Gränser: andelen som tog högst så lång tid anges")
        .unit("hours")
        .positive()
        .at_most_elements(most_passages)
        .choice());
}

template <class Archive, Like<Limit> S>
void fields(Archive& a, S& s) {
  a.about("limit",
          "A limit that a setting's number may come to: the risk that it does, days, hours and "
          "episodes",
          "En gräns som en vårdforms antal kan nå: risken att det händer, dygn, timmar och "
          "tillfällen");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("setting", s.setting, doc("Where", "Var").required().filled().refers(Refers::Setting).choice());
  a("count", s.count,
    doc("present: patients there; ready: of them, those whose stay has ended; blocked: of these, "
        "those in the queue of another setting; queued: persons in its own queue; occupied: places "
        "taken",
        "present: patienter där; ready: av dem, de vars vistelse har slutat; blocked: av dessa, de "
        "som står i kö till en annan vårdform; queued: personer i dess egen kö; occupied: platser "
        "som är tagna")
        .choice());
  a("at_least", s.at_least,
    doc("The limit: it is reached when the number is so high; absent: all places offered "
        "(occupied), "
        "or 1",
        "Gränsen: den är nådd när antalet är så högt; saknas: alla platser som erbjuds (occupied), "
        "eller 1")
        .unit("persons or places")
        .at_least(1)
        .choice());
  a("weeks", s.weeks,
    doc("First and last ISO week of the season that is judged; absent: the whole period measured",
        "Första och sista ISO-vecka i säsongen som bedöms; saknas: hela den mätta perioden")
        .unit("ISO week")
        .at_least(1)
        .at_most(53)
        .choice());
}

template <class Archive, Like<Target> S>
void fields(Archive& a, S& s) {
  a.about("target", "A value that the run must reproduce", "Ett värde som körningen ska återge");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("measure", s.measure, doc("The measure", "Måttet").required().refers(Refers::Measure).choice());
  a("low", s.low, doc("Smallest value that passes", "Minsta godkända värde").required());
  a("high", s.high, doc("Largest value that passes", "Största godkända värde").required());
}

template <class Archive, Like<Plausible> S>
void fields(Archive& a, S& s) {
  a.about("plausible range",
          "Where a team's figure lies in a year that those who know it recognise",
          "Var ett arbetslags tal ligger ett år som de som känner det känner igen");
  a("figure", s.figure,
    doc("The figure: hours due of those available, visits per person and shift, missed of visits "
        "that cannot wait, and of the hours at work those with patients, of agency staff and of "
        "overtime",
        "Talet: behov av tillgänglig tid, besök per person och pass, uteblivna av besök som inte "
        "kan vänta, och av tiden i tjänst den hos patienter, bemanningsföretagens och övertiden")
        .required()
        .choice());
  a("role", s.role, doc("Role of staff", "Yrke").required().refers(Refers::Role).choice());
  a("municipality", s.municipality,
    doc("The municipality; absent: each by itself", "Kommunen; saknas den: var och en för sig")
        .refers(Refers::MunicipalityValue)
        .choice());
  a("shifts", s.shifts,
    doc("The shifts, each by itself; absent: all hours together",
        "Passen, vart och ett för sig; saknas de: all tid sammantagen")
        .refers(Refers::Shift)
        .choice());
  a("days", s.days,
    doc("Of the shifts: those of weekdays, of weekends and holidays, or all, the two each by "
        "itself",
        "Av passen: vardagarnas, helgernas, eller alla, de två var för sig")
        .choice());
  a("low", s.low,
    doc("Smallest value expected, in per cent or visits",
        "Minsta väntade värde, i procent eller besök")
        .at_least(0)
        .required());
  a("high", s.high, doc("Largest value expected", "Största väntade värde").at_least(0).required());
}

/// What a scenario wants to be told beside the usual.
template <class Archive, Like<Scenario> S>
void report_fields(Archive& a, S& s) {
  a("report_by", s.report_by,
    doc("Attribute that results are broken down by, or a list: by each of them in turn; empty is "
        "none",
        "Egenskap som resultaten delas upp efter, eller en lista: efter var och en av dem; tomt är "
        "ingen")
        .refers(Refers::Attribute)
        .one_stands_alone()
        .choice());
  a("report_at", s.report_at,
    doc("Dates and times at which the state of every setting is told; a date is its midnight",
        "Datum och tider då läget i varje vårdform anges; ett datum är dess midnatt")
        .unit("date or time")
        .at_most_elements(most_moments)
        .choice());
  a("report_daily", s.report_daily,
    doc("Settings whose numbers are told day by day: patients, ready, blocked, queued, places "
        "taken "
        "and offered, entries and departures; with the days measured at most 1,100 rows",
        "Vårdformer vars antal anges dygn för dygn: patienter, klara, blockerade, i kö, tagna och "
        "öppna platser, inflöde och utflöde; med de mätta dygnen högst 1 100 rader")
        .refers(Refers::Setting)
        .choice());
  a("report_changes", s.report_changes,
    doc("Settings of which it is told how often each row of hazards and changes has struck",
        "Vårdformer för vilka det anges hur ofta varje rad av hazards och changes har slagit till")
        .refers(Refers::Setting)
        .choice());
  a("report_levels", s.report_levels,
    doc("Settings whose numbers queued, ready, blocked and of places taken are told as quantiles "
        "over time",
        "Vårdformer vars antal i kö, klara, blockerade och tagna platser anges som kvantiler över "
        "tiden")
        .refers(Refers::Setting)
        .choice());
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
  a("passages", s.passages,
    doc("Times between two points of the pathway, at most 16",
        "Tider mellan två punkter på vägen, högst 16")
        .at_most_elements(most_passages));
  a("limits", s.limits,
    doc("Limits that numbers of patients and places may come to, at most 64",
        "Gränser som antalet patienter och platser kan nå, högst 64")
        .at_most_elements(most_limits));
  a("targets", s.targets,
    doc("Values that the run must reproduce", "Värden som körningen ska återge"));
  a("plausible", s.plausible,
    doc("Ranges in which figures of teams are expected in a year that those who know them "
        "recognise",
        "Intervall där arbetslagens tal väntas ligga ett år som de som känner dem känner igen"));
  a("levers", s.levers,
    doc("Factors on all arrivals and on all stays",
        "Faktorer på alla ankomster och alla vistelser"));
  a("calendars", s.calendars,
    doc("Exceptions that several calendars share: a calendar's changes may be one of these names",
        "Undantag som flera kalendrar delar: en kalenders changes kan vara ett av dessa namn")
        .choice());
  report_fields(a, s);
}

}  // namespace scenarios
