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

/// Members of arrivals that are not at random.
template <class Archive, class S>
void listed_fields(Archive& a, S& s) {
  a("hours", s.hours,
    doc("Times of day (scheduled)", "Klockslag (scheduled)")
        .unit("hour of day")
        .at_least(0)
        .at_most(24)
        .at_most_elements(most_hours));
  a("days", s.days,
    doc("On these days (scheduled); empty is all", "Dessa dagar (scheduled); tomt är alla")
        .choice());
  a("show_up", s.show_up,
    doc("Probability that the appointment is kept (scheduled)",
        "Sannolikhet att man kommer till den bokade tiden (scheduled)")
        .probability());
  a("file", s.file,
    doc("CSV. file: with the column time, one column per attribute and, where each row has its own "
        "stay in the first setting, stay_days. poisson, instead of per_day: the expected number of "
        "arrivals of every day, with the columns date and expected and perhaps some of attributes, "
        "each combination with its own rows. Path from this file",
        "CSV. file: med kolumnen time, en kolumn per egenskap och, om varje rad har sin egen "
        "vistelse på första platsen, stay_days. poisson, i stället för per_day: varje dygns "
        "förväntade antal ankomster, med kolumnerna date och expected och kanske några för "
        "egenskaper, varje kombination med egna rader. Sökväg från denna fil")
        .path()
        .choice());
  a("columns", s.columns,
    doc("What columns are called in the file, where it is not that: {\"time\": \"Inskriven\"}",
        "Vad kolumner heter i filen, där det inte är så: {\"time\": \"Inskriven\"}")
        .choice());
}

template <class Archive, Like<Arrival> S>
void fields(Archive& a, S& s) {
  a.about("arrival", "A source of patients", "En källa till patienter");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("kind", s.kind,
    doc("poisson: at random; scheduled: appointments; file: a list; renewal: with any law of the "
        "time "
        "from one to the next",
        "poisson: slumpvis; scheduled: bokade tider; file: en lista; renewal: med valfri "
        "fördelning "
        "av tiden från en till nästa")
        .choice());
  a("to", s.to, doc("First setting", "Första plats").required().refers(Refers::Setting).choice());
  a("residence", s.residence,
    doc("Where they live; empty is nowhere in the model",
        "Var de bor; tomt är ingenstans i modellen")
        .refers(Refers::ResidentialSetting)
        .choice());
  a("interarrival", s.interarrival,
    doc("Time from one arrival to the next (renewal); without kind exponential. The run begins at "
        "a "
        "moment of no special kind between two",
        "Tid från en ankomst till nästa (renewal); utan kind exponentialfördelad. Körningen börjar "
        "när som helst mellan två")
        .kind_if_absent(DistributionSpec::Kind::Exponential));
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
  listed_fields(a, s);
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
  a("random", s.random,
    doc("count and waiting are means: how many there are is drawn for every replication (Poisson)",
        "count och waiting är medeltal: hur många det är dras för varje upprepning (Poisson)")
        .choice());
  a("days_spent", s.days_spent,
    doc("How long those in place have been there; what is left is drawn given that. Absent: not "
        "known, and what is left is that of stays met at a moment of no special kind",
        "Hur länge de på plats har varit där; det som återstår dras givet det. Saknas: inte känt, "
        "och det som återstår är som för vistelser som påträffas när som helst")
        .unit("days")
        .at_least(0));
  a("admitted", s.admitted,
    doc("When they came, a date or a time, instead of days_spent; a date is its midnight",
        "När de kom, ett datum eller en tid, i stället för days_spent; ett datum är dess midnatt")
        .unit("date or time"));
  a("residence", s.residence,
    doc("Where they live", "Var de bor").refers(Refers::ResidentialSetting).choice());
  a("attributes", s.attributes, doc("Their attributes", "Deras egenskaper"));
}

template <class Archive, Like<Initial> S>
void fields(Archive& a, S& s) {
  a.about("initial", "State at the start", "Läget vid start");
  a("census", s.census,
    doc("Patients present; none is an empty start", "Patienter som finns; inga är en tom start"));
  a("file", s.file,
    doc("Patients present as a line list: CSV with one row a person and the columns setting, "
        "admitted or days_spent, residence and one per attribute; path from this file",
        "Patienter som finns, som en lista: CSV med en rad per person och kolumnerna setting, "
        "admitted eller days_spent, residence och en per egenskap; sökväg från denna fil")
        .path()
        .choice());
  a("columns", s.columns,
    doc("What columns are called in the file, where it is not that: {\"admitted\": \"Inskriven\"}",
        "Vad kolumner heter i filen, där det inte är så: {\"admitted\": \"Inskriven\"}")
        .choice());
}

template <class Archive, Like<Levers> S>
void fields(Archive& a, S& s) {
  a.about("levers", "Factors on the whole scenario: 1.05 or \"+5 %\"",
          "Faktorer på hela scenariot: 1.05 eller \"+5 %\"");
  a("arrivals", s.arrivals,
    doc("On every rate of arrivals at random (poisson, renewal); appointments and lists stay as "
        "they "
        "are",
        "På varje frekvens av slumpvisa ankomster (poisson, renewal); bokade tider och listor är "
        "som "
        "de är")
        .at_least(0)
        .at_most(1000)
        .change()
        .choice());
  a("stays", s.stays,
    doc("On every length of stay in a setting, after rounding and cuts; not on transfers, lead "
        "times "
        "or patience",
        "På varje vistelses längd, efter avrundning och gränser; inte på förflyttningar, ledtider "
        "eller tålamod")
        .positive()
        .at_most(1000)
        .change()
        .choice());
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
  a("hours", s.hours,
    doc("Hours measured, instead of days", "Mätta timmar, i stället för days")
        .unit("hours")
        .positive()
        .at_most(876'600)
        .choice());
  a("holidays", s.holidays,
    doc("Public holidays that are generated: swedish, or none",
        "Helgdagar som räknas fram: swedish, "
        "eller none (inga)")
        .choice());
  a("other_holidays", s.other_holidays,
    doc("Dates that are holidays beside them, as another country has them",
        "Datum som är helgdagar utöver dem, så som ett annat land har dem")
        .unit("date")
        .choice());
}

template <class Archive, Like<Population> S>
void fields(Archive& a, S& s) {
  a.about("population", "Population by municipality and age", "Befolkning efter kommun och ålder");
  a("file", s.file,
    doc("CSV with the columns year, region, age_group, population, or with a column for every "
        "year, "
        "as statistical offices export it; path from this file",
        "CSV med kolumnerna year, region, age_group, population, eller med en kolumn för varje år, "
        "som statistikmyndigheter lämnar ut den; sökväg från denna fil")
        .required()
        .filled()
        .path()
        .choice());
  a("columns", s.columns,
    doc("What columns are called in the file, where it is not that: {\"region\": \"Kommun\"}",
        "Vad kolumner heter i filen, där det inte är så: {\"region\": \"Kommun\"}")
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
