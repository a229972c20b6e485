// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fields of settings and the moves between them; see fields.hpp.

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
    doc("Probability of each destination: a setting, an exit or residence; one of them may be "
        "\"rest\": what the others leave",
        "Sannolikhet för varje mål: en plats, en utgång eller residence; en av dem kan vara "
        "\"rest\": det som de andra lämnar")
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
    doc("Rate while in the setting, per year of 365 days",
        "Intensitet under vistelsen, per år om 365 dygn")
        .unit("per year")
        .at_least(0)
        .at_most(most_rate));
  a("per_day", s.per_day,
    doc("The same per day, instead of per_year", "Detsamma per dygn, i stället för per_year")
        .unit("per day")
        .at_least(0)
        .at_most(most_rate_per_day));
  a("to", s.to, doc("Where it leads", "Vart den leder").required().refers(destinations).choice());
}

template <class Archive, Like<StateChange> S>
void fields(Archive& a, S& s) {
  a.about("state_change", "A change of attributes at a constant rate while in the setting",
          "Byte av egenskaper med konstant intensitet under vistelsen");
  a("when", s.when, doc("For whom; empty is everyone", "För vem; tomt är alla"));
  a("per_year", s.per_year,
    doc("Rate while in the setting, per year of 365 days",
        "Intensitet under vistelsen, per år om 365 dygn")
        .unit("per year")
        .at_least(0)
        .at_most(most_rate));
  a("per_day", s.per_day,
    doc("The same per day, instead of per_year", "Detsamma per dygn, i stället för per_year")
        .unit("per day")
        .at_least(0)
        .at_most(most_rate_per_day));
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

template <class Archive, Like<Taking> S>
void fields(Archive& a, S& s) {
  a.about("taking",
          "Places of another setting that are taken together with the place here, all of them at "
          "the same moment or none, and given back with it; for each other setting the first row "
          "that matches is used",
          "Platser i en annan vårdform som tas tillsammans med platsen här, alla på en gång eller "
          "ingen, och lämnas tillbaka med den; för varje annan vårdform används första raden som "
          "passar");
  a("when", s.when,
    doc("For whom, as they are when they take the place; empty is everyone",
        "För vem, sådana som de är när de tar platsen; tomt är alla"));
  a("of", s.of,
    doc("The setting whose places are shared; its own queue/ranks say who of all who wait for them "
        "comes first, and otherwise it is who has waited longest",
        "Vårdformen vars platser delas; dess queue/ranks säger vem av alla som väntar på dem som "
        "kommer först, annars är det den som har väntat längst")
        .required()
        .refers(Refers::Setting)
        .choice());
  a("places", s.places,
    doc("How many", "Hur många").unit("places").at_least(0).at_most(most_taken).choice());
}

template <class Archive, Like<BackgroundLoad> S>
void fields(Archive& a, S& s) {
  a.about("background_load",
          "Visits of persons who are not followed one by one, such as the population's at a health "
          "centre: every day that is open they take a number of places for as long as it is open, "
          "before those who are followed",
          "Besök av personer som inte följs en och en, som befolkningens på en vårdcentral: varje "
          "dag som är öppen tar de ett antal platser så länge det är öppet, före dem som följs");
  a("visits", s.visits,
    doc("Visits on a day, a number drawn for every day that is open",
        "Besök på en dag, ett tal som dras för varje dag som är öppen")
        .required());
  a("minutes", s.minutes,
    doc("How long a visit takes a place", "Hur länge ett besök tar en plats")
        .unit("minutes")
        .at_least(0)
        .at_most(1440)
        .required());
  a("calendar", s.calendar,
    doc("Factor on the visits of a day, as it is at noon",
        "Faktor på dagens besök, som den är klockan tolv")
        .at_least(0)
        .at_most(1000));
}

template <class Archive, Like<WhenFull::Exception> S>
void fields(Archive& a, S& s) {
  a.about("full_exception",
          "What happens to some of those who find the setting full; the first row that matches is "
          "used",
          "Vad som händer med några av dem som finner det fullt; första raden som passar används");
  a("when", s.when, doc("For whom; empty is everyone", "För vem; tomt är alla"));
  a("from", s.from,
    doc("Only those who come from one of these: the setting where they are or were last; arrival "
        "is a new patient",
        "Bara de som kommer från någon av dessa: platsen där de är eller senast var; arrival är en "
        "ny patient")
        .refers(Refers::Setting | Refers::Arrival)
        .choice());
  a("waiting_at_least", s.waiting_at_least,
    doc("Only where at least so many wait already: with lost, those who see such a queue balk",
        "Bara där minst så många redan väntar: med lost vänder de som ser en sådan kö")
        .unit("patients")
        .at_least(0)
        .at_most(most_present)
        .choice());
  a("policy", s.policy,
    doc("wait, wait_outside, lost or divert, as for all",
        "wait, wait_outside, lost eller divert, "
        "som för alla")
        .required()
        .choice());
  a("to", s.to,
    doc("The other setting, for divert", "Den andra platsen, för divert")
        .refers(Refers::Setting)
        .choice());
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
        .at_least(0)
        .at_most(most_present));
  a("cost_per_day", s.cost_per_day,
    doc("Extra cost of an overflow place", "Merkostnad för en extra plats")
        .unit("kr per patient-day")
        .at_least(0));
  a("exceptions", s.exceptions,
    doc("Something else for some: by attribute, where they come from or how many wait; first match",
        "Något annat för några: efter egenskap, varifrån de kommer eller hur många som väntar; "
        "första passande rad"));
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
    doc("Patience; the shortest of several counts", "Tålamod; det kortaste av flera gäller"));
  a("until", s.until,
    doc("Instead of after: own_stay, when the stay that the patient waits for would be over, had "
        "it "
        "begun at once; closing, when the setting's places next go down to none, or the gate of "
        "the "
        "patient's way there closes",
        "I stället för after: own_stay, när vistelsen som patienten väntar på skulle vara över, om "
        "den börjat genast; closing, när vårdformens platser nästa gång blir noll, eller grinden "
        "på "
        "patientens väg dit stänger")
        .choice());
  a("to", s.to, doc("Where they go", "Vart de går").required().refers(destinations).choice());
}

template <class Archive, Like<QueueRule> S>
void fields(Archive& a, S& s) {
  a.about("queue", "Order and patience of those who wait", "De väntandes ordning och tålamod");
  a("ranks", s.ranks,
    doc("Order of service; none is first come, first served",
        "Betjäningsordning; ingen är först till kvarn"));
  a("leave", s.leave,
    doc("Reneging: leaving the queue", "Avhopp: att lämna kön").at_most_elements(most_leave_rows));
}

/// What a setting is, and its places.
template <class Archive, Like<Setting> S>
void place_fields(Archive& a, S& s) {
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("drawn_as", s.drawn_as,
    doc("Settings with the same text here are drawn as one, by this name, in the picture of the "
        "pathway: the wards of a hospital, the health centres of a county",
        "Vårdformer med samma text här ritas som en, med det namnet, i bilden av vårdkedjan: ett "
        "sjukhus avdelningar, ett läns vårdcentraler")
        .choice());
  a("unit", s.unit,
    doc("What its capacity counts: bed, place, slot", "Vad kapaciteten räknar: bed, place, slot")
        .filled()
        .choice());
  a("owner", s.owner,
    doc("Principal: region, municipality or another", "Huvudman: region, municipality eller annan")
        .choice());
  a("cost_per_day", s.cost_per_day, doc("Cost", "Kostnad").unit("kr per patient-day").at_least(0));
  a("cost_per_unused_day", s.cost_per_unused_day,
    doc("Cost of a place that is offered and not used; absent: that of a patient-day",
        "Kostnad för en plats som erbjuds och inte används; saknas: som ett vårddygn")
        .unit("kr per place-day")
        .at_least(0));
  a("capacity", s.capacity, doc("Places", "Platser").unit("places").at_least(0).or_unlimited());
  a("background", s.background,
    doc("Places that are taken by visits of persons who are not followed one by one",
        "Platser som tas av besök av personer som inte följs en och en"));
  a("takes", s.takes,
    doc("Places of other settings that are taken with the place here: a capacity that settings "
        "share, several units for one patient, equipment, slots that are reserved for a whole stay",
        "Platser i andra vårdformer som tas med platsen här: en kapacitet som vårdformer delar, "
        "flera enheter för en patient, utrustning, tider som är bokade under hela vistelsen")
        .at_most_elements(most_takings));
  a("when_full", s.when_full,
    doc("What happens when it is full", "Vad som händer när det är fullt"));
  a("queue", s.queue,
    doc("Order and patience of those who wait", "De väntandes ordning och tålamod"));
}

template <class Archive, Like<Setting> S>
void fields(Archive& a, S& s) {
  a.about("setting", "A place where patients are", "En vårdform eller plats där patienter är");
  place_fields(a, s);
  a("stay", s.stay,
    doc("Length of stay; first match. None: the stay ends only by hazards",
        "Vistelsens längd; första passande rad. Ingen: vistelsen slutar bara genom hazards"));
  a("turnover", s.turnover,
    doc("Time after each stay before the place can be used again, such as cleaning; nobody is "
        "there, "
        "and the place counts as taken",
        "Tid efter varje vistelse innan platsen kan användas igen, som städning; ingen är där, och "
        "platsen räknas som upptagen")
        .unit_if_absent(TimeUnit::Hours));
  a("routes", s.routes,
    doc("Where patients go next; first match", "Vart patienterna går sedan; första passande rad"));
  a("hazards", s.hazards, doc("Risks of leaving early", "Risker att lämna i förtid"));
  a("changes", s.changes,
    doc("Changes of attributes during the stay", "Byten av egenskaper under vistelsen"));
  a("on_enter", s.on_enter,
    doc("Changes of attributes at entry, also of a new stage of the same stay",
        "Byten av egenskaper vid inflyttning, också när en ny del av vistelsen börjar"));
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
  a("interrupt", s.interrupt,
    doc("A lowered capacity interrupts the stays of those closest to their end: they wait outside, "
        "in the queue, and come back to the rest",
        "Sänkt kapacitet avbryter vistelsen för dem som har kortast kvar: de väntar utanför, i "
        "kön, "
        "och kommer tillbaka till resten")
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
  a("claim_first", s.claim_first,
    doc("A place at the destination is taken first, whether the gate is open or not, and held "
        "until "
        "it opens; else one waits for the gate and then for a place",
        "Först tas en plats vid målet, vare sig grinden är öppen eller inte, och hålls tills den "
        "öppnar; annars väntar man på grinden och sedan på en plats")
        .choice());
  a("shortest_of", s.shortest_of,
    doc("At least two settings, the destination among them: who makes this move joins the one with "
        "the fewest persons queued and places taken for each place that it offers then, of equals "
        "the first written; not the one that is left. What depends on where one goes next sees the "
        "destination",
        "Minst två vårdformer, målet bland dem: den som gör flytten går till den som då har minst "
        "antal i kö och tagna platser per öppen plats, av lika den först skrivna; inte den som "
        "lämnas. Det som beror på vart man ska härnäst ser målet")
        .refers(Refers::Setting)
        .choice());
}

}  // namespace scenarios
