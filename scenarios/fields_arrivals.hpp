// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fields of who comes, from whom and when: arrivals, those present at the start, the horizon and the
// population; see fields.hpp.

#include "scenarios/field.hpp"

namespace scenarios {

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
