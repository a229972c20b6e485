// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fields of the flow layer; see fields.hpp.

#include "scenarios/field.hpp"

namespace scenarios {

template <class Archive, Like<Text> S>
void fields(Archive& a, S& s) {
  a.about("text", "A text in two languages; a plain string stands for both",
          "En text på två språk; en ensam sträng gäller båda");
  a("sv", s.sv, doc("Swedish", "Svenska").required().choice());
  a("en", s.en, doc("English", "Engelska").required().choice());
}

template <class Archive, Like<StayRule> S>
void fields(Archive& a, S& s) {
  a.about("stay_rule", "How long those who match stay; the first row that matches is used",
          "Hur länge de som passar stannar; första raden som passar används");
  a("when", s.when, doc("For whom; empty is everyone", "För vem; tomt är alla"));
  a("next", s.next,
    doc("Only for those who go on to one of these",
        "Bara för dem som går vidare till någon av dessa")
        .refers(destinations)
        .choice());
  a("time", s.time, doc("Length of stay", "Vistelsens längd").required());
}

template <class Archive, Like<RouteRule> S>
void fields(Archive& a, S& s) {
  a.about("route_rule", "Where those who match go next; the first row that matches is used",
          "Vart de som passar går sedan; första raden som passar används");
  a("when", s.when, doc("For whom; empty is everyone", "För vem; tomt är alla"));
  a("to", s.to,
    doc("Probability of each destination: a setting, an exit or residence",
        "Sannolikhet för varje mål: en plats, en utgång eller residence")
        .mix()
        .required()
        .keys(destinations));
}

template <class Archive, Like<Hazard> S>
void fields(Archive& a, S& s) {
  a.about("hazard", "A constant risk of leaving early; several compete",
          "En konstant risk att lämna i förtid; flera konkurrerar");
  a("when", s.when, doc("For whom; empty is everyone", "För vem; tomt är alla"));
  a("per_year", s.per_year,
    doc("Rate while in the setting", "Intensitet under vistelsen")
        .unit("per year")
        .at_least(0)
        .required());
  a("to", s.to, doc("Where it leads", "Vart den leder").required().refers(destinations).choice());
}

template <class Archive, Like<StateChange> S>
void fields(Archive& a, S& s) {
  a.about("state_change", "A change of attributes at a constant rate while in the setting",
          "Byte av egenskaper med konstant intensitet under vistelsen");
  a("when", s.when, doc("For whom; empty is everyone", "För vem; tomt är alla"));
  a("per_year", s.per_year,
    doc("Rate while in the setting", "Intensitet under vistelsen")
        .unit("per year")
        .at_least(0)
        .required());
  a("set", s.set,
    doc("New values, or the mix to draw them from", "Nya värden, eller fördelningen att dra dem ur")
        .required()
        .filled());
}

template <class Archive, Like<EntryRule> S>
void fields(Archive& a, S& s) {
  a.about("entry_rule", "A change of attributes on entering the setting",
          "Byte av egenskaper vid inflyttning");
  a("when", s.when, doc("For whom; empty is everyone", "För vem; tomt är alla"));
  a("from", s.from,
    doc("Only from these; arrival is a new patient", "Bara från dessa; arrival är en ny patient")
        .refers(Refers::Setting | Refers::Arrival)
        .choice());
  a("set", s.set,
    doc("New values, or the mix to draw them from", "Nya värden, eller fördelningen att dra dem ur")
        .required()
        .filled());
}

template <class Archive, Like<WhenFull> S>
void fields(Archive& a, S& s) {
  a.about("when_full", "What happens to those who find the setting full",
          "Vad som händer när det är fullt");
  a("policy", s.policy,
    doc("wait holds the place left behind, wait_outside gives it up, lost leaves the model, "
        "divert goes elsewhere, overflow opens extra places",
        "wait behåller platsen man kom från, wait_outside lämnar den, lost lämnar modellen, "
        "divert går någon annanstans, overflow öppnar extra platser")
        .choice());
  a("to", s.to,
    doc("The other setting, for divert", "Den andra platsen, för divert")
        .refers(Refers::Setting)
        .choice());
  a("places", s.places,
    doc("Extra places, for overflow; beyond them the patient waits",
        "Extra platser, för overflow; därutöver väntar patienten")
        .unit("places")
        .at_least(0));
  a("cost_per_day", s.cost_per_day,
    doc("Extra cost of an overflow place", "Merkostnad för en extra plats")
        .unit("kr per patient-day")
        .at_least(0));
}

template <class Archive, Like<QueueRule::Rank> S>
void fields(Archive& a, S& s) {
  a.about("rank", "A place in the order of the queue; the first row that matches is used",
          "En plats i köordningen; första raden som passar används");
  a("when", s.when, doc("For whom; empty is everyone", "För vem; tomt är alla"));
  a("rank", s.rank,
    doc("0 is served first, 7 last", "0 betjänas först, 7 sist")
        .at_least(0)
        .at_most(7)
        .required()
        .choice());
}

template <class Archive, Like<QueueRule::Leave> S>
void fields(Archive& a, S& s) {
  a.about("leave", "Leaving the queue when patience ends", "Lämnar kön när tålamodet tar slut");
  a("when", s.when, doc("For whom; empty is everyone", "För vem; tomt är alla"));
  a("after", s.after,
    doc("Patience; the shortest of several counts", "Tålamod; det kortaste av flera gäller")
        .required());
  a("to", s.to, doc("Where they go", "Vart de går").required().refers(destinations).choice());
}

template <class Archive, Like<QueueRule> S>
void fields(Archive& a, S& s) {
  a.about("queue", "Order and patience of those who wait", "De väntandes ordning och tålamod");
  a("ranks", s.ranks,
    doc("Order of service; none is first come, first served",
        "Betjäningsordning; ingen är först till kvarn"));
  a("leave", s.leave,
    doc("Reneging: leaving the queue", "Avhopp: att lämna kön").at_most_elements(most_parts));
}

template <class Archive, Like<Setting> S>
void fields(Archive& a, S& s) {
  a.about("setting", "A place where patients are", "En vårdform eller plats där patienter är");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("unit", s.unit,
    doc("What its capacity counts: bed, place, slot", "Vad kapaciteten räknar: bed, place, slot")
        .filled()
        .choice());
  a("owner", s.owner,
    doc("Principal: region, municipality or another", "Huvudman: region, municipality eller annan")
        .choice());
  a("cost_per_day", s.cost_per_day, doc("Cost", "Kostnad").unit("kr per patient-day").at_least(0));
  a("capacity", s.capacity, doc("Places", "Platser").unit("places").at_least(0).or_unlimited());
  a("when_full", s.when_full,
    doc("What happens when it is full", "Vad som händer när det är fullt"));
  a("queue", s.queue,
    doc("Order and patience of those who wait", "De väntandes ordning och tålamod"));
  a("stay", s.stay,
    doc("Length of stay; first match. None: the stay ends only by hazards",
        "Vistelsens längd; första passande rad. Ingen: vistelsen slutar bara genom hazards"));
  a("routes", s.routes,
    doc("Where patients go next; first match", "Vart patienterna går sedan; första passande rad"));
  a("hazards", s.hazards, doc("Risks of leaving early", "Risker att lämna i förtid"));
  a("changes", s.changes,
    doc("Changes of attributes during the stay", "Byten av egenskaper under vistelsen"));
  a("on_enter", s.on_enter,
    doc("Changes of attributes at entry", "Byten av egenskaper vid inflyttning")
        .at_most_elements(most_parts));
  a("residence", s.residence,
    doc("Patients live here: a stay elsewhere is followed by a return, and the clock runs on",
        "Patienterna bor här: en vistelse på annat håll följs av återkomst, och klockan går")
        .choice());
  a("keep_place", s.keep_place,
    doc("A resident's place is held while away", "En boendes plats hålls under bortovaron")
        .choice());
  a("evict", s.evict,
    doc("A lowered capacity moves out those closest to the end of their stay",
        "Sänkt kapacitet flyttar ut dem som har kortast kvar")
        .choice());
}

template <class Archive, Like<Move> S>
void fields(Archive& a, S& s) {
  a.about("move", "Properties of a move from one setting to another; moves not listed take no time",
          "Egenskaper hos en flytt mellan två platser; flyttar som inte listas tar ingen tid");
  a("transfer", s.transfer, doc("Time on the way", "Tid på väg"));
  a("hold_place", s.hold_place,
    doc("The place at the destination is held meanwhile", "Platsen vid målet hålls under tiden")
        .choice());
  a("open", s.open,
    doc("Gate: 1 open, 0 closed; decides when a move may start",
        "Grind: 1 öppen, 0 stängd; avgör när en flytt får börja")
        .at_least(0)
        .at_most(1)
        .choice());
}

template <class Archive, Like<ArrivalRate> S>
void fields(Archive& a, S& s) {
  a.about("arrival_rate", "A rate by population group; the first row that matches is used",
          "En frekvens per befolkningsgrupp; första raden som passar används");
  a("when", s.when, doc("For whom; empty is everyone", "För vem; tomt är alla"));
  a("per_1000_per_year", s.per_1000_per_year,
    doc("Arrivals per 1,000 persons and year", "Ankomster per 1 000 personer och år")
        .unit("per 1,000 persons and year")
        .at_least(0)
        .required());
}

template <class Archive, Like<Arrival> S>
void fields(Archive& a, S& s) {
  a.about("arrival", "A source of patients", "En källa till patienter");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("kind", s.kind,
    doc("poisson: at random; scheduled: appointments; file: a list",
        "poisson: slumpvis; scheduled: bokade tider; file: en lista")
        .choice());
  a("to", s.to, doc("First setting", "Första plats").required().refers(Refers::Setting).choice());
  a("residence", s.residence,
    doc("Where they live; empty is nowhere in the model",
        "Var de bor; tomt är ingenstans i modellen")
        .refers(Refers::ResidentialSetting)
        .choice());
  a("per_day", s.per_day,
    doc("Arrivals per day (poisson)", "Ankomster per dygn (poisson)").unit("per day").at_least(0));
  a("per_year", s.per_year,
    doc("Arrivals per year of 365 days (poisson), instead of per_day",
        "Ankomster per år om 365 dygn (poisson), i stället för per_day")
        .unit("per year")
        .at_least(0));
  a("each", s.each,
    doc("One stream per combination of these attributes of the population",
        "En ström per kombination av dessa egenskaper hos befolkningen")
        .refers(Refers::Attribute)
        .choice());
  a("rates", s.rates,
    doc("Rates per 1,000 persons (poisson); first match",
        "Frekvenser per 1 000 personer (poisson); första passande rad"));
  a("intensity", s.intensity,
    doc("How the rate varies in time", "Hur frekvensen varierar i tiden"));
  a("batch", s.batch,
    doc("Patients per arrival, rounded to whole numbers; absent is one",
        "Patienter per ankomst, avrundat till heltal; saknas är en"));
  a("hours", s.hours,
    doc("Times of day (scheduled)", "Klockslag (scheduled)")
        .unit("hour of day")
        .at_least(0)
        .at_most(24));
  a("days", s.days,
    doc("On these days (scheduled); empty is all", "Dessa dagar (scheduled); tomt är alla")
        .choice());
  a("show_up", s.show_up,
    doc("Probability that the appointment is kept (scheduled)",
        "Sannolikhet att man kommer till den bokade tiden (scheduled)")
        .probability());
  a("file", s.file,
    doc("CSV with the column time and one column per attribute (file); path from this file",
        "CSV med kolumnen time och en kolumn per egenskap (file); sökväg från denna fil")
        .path()
        .choice());
  a("attributes", s.attributes,
    doc("Attributes of those who arrive; the rest have the first value",
        "De ankommandes egenskaper; övriga har det första värdet"));
}

template <class Archive, Like<Census> S>
void fields(Archive& a, S& s) {
  a.about("census", "Patients present when the run starts",
          "Patienter som finns när körningen börjar");
  a("setting", s.setting, doc("Where", "Var").required().refers(Refers::Setting).choice());
  a("count", s.count,
    doc("Persons in place", "Personer på plats").unit("persons").at_least(0).at_most(most_present));
  a("waiting", s.waiting,
    doc("Persons in its queue", "Personer i dess kö")
        .unit("persons")
        .at_least(0)
        .at_most(most_present));
  a("residence", s.residence,
    doc("Where they live", "Var de bor").refers(Refers::ResidentialSetting).choice());
  a("attributes", s.attributes, doc("Their attributes", "Deras egenskaper"));
}

template <class Archive, Like<Initial> S>
void fields(Archive& a, S& s) {
  a.about("initial", "State at the start", "Läget vid start");
  a("census", s.census,
    doc("Patients present; none is an empty start", "Patienter som finns; inga är en tom start"));
}

template <class Archive, Like<Horizon> S>
void fields(Archive& a, S& s) {
  a.about("horizon", "The days that are simulated", "Dagarna som simuleras");
  a("start", s.start,
    doc("First day simulated", "Första simulerade dag").unit("date").required().choice());
  a("warm_up_days", s.warm_up_days,
    doc("Days simulated first and then deleted", "Dagar som simuleras först och sedan stryks")
        .unit("days")
        .at_least(0)
        .choice());
  a("days", s.days, doc("Days measured", "Mätta dagar").unit("days").at_least(1).choice());
}

template <class Archive, Like<Population> S>
void fields(Archive& a, S& s) {
  a.about("population", "Population by municipality and age", "Befolkning efter kommun och ålder");
  a("file", s.file,
    doc("CSV with the columns year, region, age_group, population; path from this file",
        "CSV med kolumnerna year, region, age_group, population; sökväg från denna fil")
        .required()
        .filled()
        .path()
        .choice());
  a("year", s.year,
    doc("Year in the file", "År i filen").unit("year").at_least(1).required().choice());
  a("municipality", s.municipality,
    doc("Value of the attribute municipality -> region in the file",
        "Värde av egenskapen municipality -> region i filen")
        .required()
        .filled()
        .keys(Refers::MunicipalityValue)
        .choice());
  a("age", s.age,
    doc("Value of the attribute age -> age groups in the file",
        "Värde av egenskapen age -> åldersgrupper i filen")
        .required()
        .filled()
        .keys(Refers::AgeValue)
        .choice());
}

}  // namespace scenarios
