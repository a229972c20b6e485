// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fields of people and their work: roles, shifts, visits, teams, pools; see fields.hpp.

#include "scenarios/field.hpp"

namespace scenarios {

/// Summer leave, and who stands in.
template <class Archive, class S>
void leave_fields(Archive& a, S& s) {
  a("leave_weeks", s.leave_weeks,
    doc("Consecutive weeks of summer leave per person", "Sammanhängande semesterveckor per person")
        .unit("weeks")
        .at_least(0)
        .at_most(26));
  a("leave_start_weights", s.leave_start_weights,
    doc("Share starting in each ISO week from leave_first_week; sums to 1",
        "Andel som börjar i varje ISO-vecka från leave_first_week; summan är 1")
        .probability());
  a("leave_first_week", s.leave_first_week,
    doc("First ISO week of leave", "Första semestervecka (ISO)")
        .unit("ISO week")
        .at_least(1)
        .at_most(53)
        .choice());
  a("leave_minimum", s.leave_minimum,
    doc("Share of a team's people, rounded up, who are not on summer leave in any week; absent: "
        "no minimum",
        "Andel av ett teams anställda, avrundad uppåt, som inte har semester någon vecka; saknas: "
        "inget minimum")
        .probability());
  a("replacement", s.replacement,
    doc("Share of leave and vacancy shifts that get a substitute",
        "Andel av semester- och vakanspass som får vikarie")
        .probability());
  a("sick_replacement", s.sick_replacement,
    doc("Share of shifts lost to sickness, or to care of children, that get a substitute, where "
        "the absence was known when the day of the shift began",
        "Andel av sjukpass, och pass med vård av barn, som får vikarie, när frånvaron var känd då "
        "passets dag började")
        .probability());
  a("substitute_productivity", s.substitute_productivity,
    doc("Work done by a substitute, relative", "En vikaries produktivitet, relativ").probability());
}

/// Sickness of one's own and of children.
template <class Archive, class S>
void illness_fields(Archive& a, S& s) {
  a("sickness", s.sickness,
    doc("Share of working time lost to sickness", "Andel arbetstid som faller bort i sjukdom")
        .probability());
  a("sick_spell", s.sick_spell, doc("Length of an absence", "Längd på en frånvaro"));
  a("sickness_shock_cv", s.sickness_shock_cv,
    doc("Coefficient of variation of the week's common multiplier: absences cluster",
        "Variationskoefficient för veckans gemensamma faktor: frånvaro klumpar sig")
        .at_least(0)
        .at_most(100));
  a("child_care", s.child_care,
    doc("Share of working time lost to care of children who are ill, over a year; absent: none",
        "Andel arbetstid som faller bort i vård av sjukt barn (VAB), över ett år; saknas: ingen")
        .probability());
  a("child_care_spell", s.child_care_spell,
    doc("Length of an absence for care of a child", "Längd på en frånvaro för vård av barn"));
  a("child_care_months", s.child_care_months,
    doc("How often children are ill by month, 12 factors from January; absent: all the same",
        "Hur ofta barn är sjuka per månad, 12 faktorer från januari; saknas: lika")
        .at_least(0)
        .at_most(1000)
        .size(12));
}

template <class Archive, Like<Competence> S>
void fields(Archive& a, S& s) {
  a.about("competence", "What some of the staff may do and others not; also a delegation",
          "Vad somliga av personalen får göra och andra inte; även en delegering");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
}

template <class Archive, Like<HeldBy> S>
void fields(Archive& a, S& s) {
  a.about("held_by", "Who of a role has a competence", "Vilka i ett yrke som har en kompetens");
  a("share", s.share,
    doc("Share of the role's own staff", "Andel av yrkets egen personal").probability());
  a("substitutes", s.substitutes,
    doc("Share of those who stand in for leave and vacancy; absent: share",
        "Andel av dem som vikarierar vid semester och vakans; saknas: share")
        .probability());
  a("agency", s.agency,
    doc("Share of agency staff; absent: share", "Andel av bemanningspersonal; saknas: share")
        .probability());
  a("lead_weeks", s.lead_weeks,
    doc("Time until a new holder of a post has it; posts change hands where vacancy_length is "
        "given",
        "Tid tills en ny innehavare av en tjänst har den; tjänster byter innehavare där "
        "vacancy_length anges")
        .unit("weeks")
        .at_least(0)
        .at_most(104));
}

template <class Archive, Like<Role> S>
void fields(Archive& a, S& s) {
  a.about("role", "A profession and how its time is used", "Ett yrke och hur dess tid används");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("cost_per_hour", s.cost_per_hour,
    doc("Cost of a paid hour", "Kostnad för en betald timme").unit("kr per hour").at_least(0));
  a("indirect_share", s.indirect_share,
    doc("Share of paid time for documentation, meetings, planning",
        "Andel av betald tid för dokumentation, möten, planering")
        .probability());
  a("full_time_hours", s.full_time_hours,
    doc("Paid hours a week of a full post", "Betald tid i veckan för en heltidstjänst")
        .unit("hours per week")
        .at_least(1)
        .at_most(168));
  a("vacancy", s.vacancy,
    doc("Share of posts without holder", "Andel vakanta tjänster").probability());
  a("vacancy_summer", s.vacancy_summer,
    doc("The same in leave weeks; absent: as in others",
        "Detsamma i semesterveckor; saknas: som i andra")
        .probability());
  a("vacancy_length", s.vacancy_length,
    doc("How long a post stands vacant until it is filled, weeks unless it gives a unit; holders "
        "leave as often as keeps the share vacant. Absent: those vacant are so for the whole run",
        "Hur länge en tjänst är vakant tills den tillsätts, veckor om ingen enhet anges; "
        "innehavare slutar så ofta att andelen vakanta består. Saknas: de som är vakanta är det "
        "hela körningen")
        .unit_if_absent(TimeUnit::Weeks));
  illness_fields(a, s);
  leave_fields(a, s);
  a("agency_cap", s.agency_cap,
    doc("Agency hours at most this share of rostered hours",
        "Bemanningstimmar högst denna andel av schemalagda timmar")
        .at_least(0)
        .at_most(most_share));
  a("agency_cap_summer", s.agency_cap_summer,
    doc("The same in leave weeks", "Detsamma i semesterveckor").at_least(0).at_most(most_share));
  a("agency_price", s.agency_price,
    doc("Price of an agency hour, multiple of cost_per_hour",
        "Pris för en bemanningstimme, multipel av cost_per_hour")
        .at_least(0));
  a("overtime_cap", s.overtime_cap,
    doc("Overtime at most this share of the hours of those present",
        "Övertid högst denna andel av de närvarandes timmar")
        .at_least(0)
        .at_most(most_share));
  a("overtime_price", s.overtime_price,
    doc("Price of an overtime hour, multiple of cost_per_hour",
        "Pris för en övertidstimme, multipel av cost_per_hour")
        .at_least(0));
  a("competences", s.competences,
    doc("Competences that some of them have; those not named here nobody of the role has",
        "Kompetenser som några av dem har; de som inte nämns här har ingen i yrket")
        .keys(Refers::Competence));
}

template <class Archive, Like<Shift> S>
void fields(Archive& a, S& s) {
  a.about("shift", "A working shift", "Ett arbetspass");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("start_hour", s.start_hour,
    doc("Starts at", "Börjar").unit("hour of day").at_least(0).at_most(24).required());
  a("hours", s.hours,
    doc("Paid hours", "Betalda timmar").unit("hours").positive().at_most(24).required());
}

template <class Archive, Like<Window> S>
void fields(Archive& a, S& s) {
  a.about("window", "A part of the day in which some visits must be given",
          "Ett tidsfönster: en del av dygnet då vissa besök måste göras");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("start_hour", s.start_hour,
    doc("Starts at", "Börjar").unit("hour of day").at_least(0).at_most(24).required());
  a("hours", s.hours, doc("Length", "Längd").unit("hours").positive().at_most(24).required());
}

template <class Archive, Like<Task::Taper> S>
void fields(Archive& a, S& s) {
  a.about("taper", "An intensity that changes linearly to normal",
          "En intensitet som går linjärt mot det normala");
  a("start_factor", s.start_factor,
    doc("Intensity at the start of the stay, relative to per_week",
        "Intensitet vid vistelsens början, relativt per_week")
        .at_least(0)
        .at_most(1000)
        .required());
  a("days", s.days,
    doc("Time until it is normal", "Tid tills den är normal")
        .unit("days")
        .positive()
        .at_most(longest_horizon)
        .required());
}

/// When visits are given, and which come first.
template <class Archive, class S>
void visit_time_fields(Archive& a, S& s) {
  a("shifts", s.shifts,
    doc("Share of the visits in each shift", "Andel av besöken i varje pass")
        .mix()
        .required()
        .keys(Refers::Shift));
  a("window", s.window,
    doc("Part of each of these shifts in which the visit must be given; absent: at any time of the "
        "shift",
        "Del av vart och ett av dessa pass då besöket måste göras; saknas: när som helst under "
        "passet")
        .refers(Refers::Window)
        .choice());
  a("days", s.days, doc("Permitted days; empty is all", "Tillåtna dagar; tomt är alla").choice());
  a("holiday", s.holiday,
    doc("Of weeks in which holidays leave fewer permitted days. spread: their visits are spread "
        "over that week, the one before and the one after; keep: they are given in the rest of "
        "the week; thin: they are left out",
        "I veckor där helgdagar lämnar färre tillåtna dagar. spread: besöken fördelas över den "
        "veckan, veckan före och veckan efter; keep: de görs under resten av veckan; thin: de "
        "utgår")
        .choice());
  a("priority", s.priority,
    doc("Order in which visits are served", "Ordning som besöken utförs i").choice());
}

/// Whom a visit is given by.
template <class Archive, Like<Task> S>
void visit_giver_fields(Archive& a, S& s) {
  a("role", s.role, doc("Who does it", "Vem som gör det").required().refers(Refers::Role).choice());
  a("competence", s.competence,
    doc("Only those who have it give the visit; absent: everybody",
        "Bara den som har den utför besöket; saknas: alla")
        .refers(Refers::Competence)
        .choice());
  a("hand_over_to", s.hand_over_to,
    doc("Role in the same municipality that gets what its own has no time for when its moves are "
        "used up; absent: none",
        "Yrke i samma kommun som får det som det egna inte har tid för när flyttarna är slut; "
        "saknas: inget")
        .refers(Refers::Role)
        .choice());
  a("together_with", s.together_with,
    doc("Role of one more person, who must come at the same time: of the same unit, or of the "
        "first "
        "provider that has a roster for the role; absent: nobody",
        "Yrke för ytterligare en person, som måste komma samtidigt: från samma enhet, eller från "
        "den "
        "första utföraren med ett schema för yrket; saknas: ingen")
        .refers(Refers::Role)
        .choice());
}

template <class Archive, Like<Task> S>
void fields(Archive& a, S& s) {
  a.about("task", "A recurring visit in a patient's plan",
          "Ett återkommande besök i patientens plan");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("when", s.when, doc("For whom; empty is everyone", "För vem; tomt är alla"));
  a("settings", s.settings,
    doc("Where the patient must be", "Var patienten ska vara")
        .required()
        .filled()
        .refers(Refers::Setting)
        .choice());
  visit_giver_fields(a, s);
  a("per_week", s.per_week,
    doc("Visits per week", "Besök per vecka").unit("per week").at_least(0).at_most(most_visits));
  a("minutes", s.minutes,
    doc("Time in the home; minutes unless it gives a unit. Absent with presence only",
        "Tid i hemmet; minuter om ingen enhet anges. Saknas bara med presence")
        .unit_if_absent(TimeUnit::Minutes));
  a("presence", s.presence,
    doc("One person stays for the whole shift and makes no other visit in it",
        "En person stannar hela passet och gör inget annat besök under det")
        .choice());
  visit_time_fields(a, s);
  a("staff", s.staff,
    doc("Persons needed", "Personer som behövs").unit("persons").at_least(1).at_most(4));
  a("max_moves", s.max_moves,
    doc("Shifts a visit may be moved before it counts as missed",
        "Pass ett besök får flyttas innan det räknas som missat")
        .unit("shifts")
        .at_least(0)
        .at_most(1000));
  a("harm", s.harm,
    doc("Probability that a missed visit sends the patient to harm_to",
        "Sannolikhet att ett missat besök för patienten till harm_to")
        .probability());
  a("harm_to", s.harm_to,
    doc("Where harm leads", "Vart skadan leder").refers(Refers::Setting | Refers::Exit).choice());
  a("taper", s.taper,
    doc("More (or fewer) visits at the start of the stay",
        "Fler (eller färre) besök i vistelsens början"));
  a("once", s.once,
    doc("A single visit at the start of the plan", "Ett enda besök när planen börjar").choice());
  a("facts", s.facts,
    doc("What responsibility rules see of the visit: case attribute -> value",
        "Vad ansvarsregler ser av besöket: fallegenskap -> värde")
        .keys(Refers::CaseAttribute)
        .choice());
}

template <class Archive, Like<RosterRow> S>
void fields(Archive& a, S& s) {
  a.about("roster_row", "Persons on duty in a shift on some days",
          "Personer i tjänst ett pass vissa dagar");
  a("shift", s.shift, doc("Shift", "Pass").required().refers(Refers::Shift).choice());
  a("days", s.days, doc("Days; empty is all", "Dagar; tomt är alla").choice());
  a("posts", s.posts,
    doc("Persons planned on duty", "Planerade personer i tjänst")
        .unit("persons")
        .at_least(0)
        .at_most(most_people)
        .required());
  a("from", s.from, doc("First date", "Första datum").unit("date").choice());
  a("to", s.to, doc("Last date, included", "Sista datum, medräknat").unit("date").choice());
  a("weeks", s.weeks,
    doc("Instead of dates: first and last ISO week, included; [49, 9] goes over the new year",
        "I stället för datum: första och sista ISO-vecka, medräknade; [49, 9] går över nyår")
        .unit("ISO week")
        .at_least(1)
        .at_most(53)
        .choice());
  a("replaces", s.replaces,
    doc("In the period, the shift's rows without this do not count on these days; else rows add up",
        "I perioden räknas passets rader utan detta inte dessa dagar; annars läggs rader ihop")
        .choice());
}

template <class Archive, Like<KnownAbsence> S>
void fields(Archive& a, S& s) {
  a.about("known_absence", "A time for which it is known that a person is away",
          "En tid då det är känt att en person är borta");
  a("from", s.from, doc("First date", "Första datum").unit("date").required().choice());
  a("to", s.to,
    doc("Last date, included; absent: until further notice",
        "Sista datum, medräknat; saknas: tills vidare")
        .unit("date")
        .choice());
}

template <class Archive, Like<Person> S>
void fields(Archive& a, S& s) {
  a.about("person", "One of a team, by name", "En person i ett team, med namn");
  a("share", s.share, doc("Share of full time", "Andel av heltid").positive().at_most(1));
  a("leave_weeks", s.leave_weeks,
    doc("Weeks of leave: first and last ISO week of each time, included; absent: as for others of "
        "the "
        "role; an empty list is none",
        "Semesterveckor: första och sista ISO-vecka för varje gång, medräknade; saknas: som för "
        "andra "
        "i yrket; en tom lista är ingen")
        .unit("ISO week")
        .at_least(1)
        .at_most(53)
        .choice());
  a("absent", s.absent,
    doc("Known absence, such as parental leave; it is counted as leave",
        "Känd frånvaro, som föräldraledighet; den räknas som semester"));
}

template <class Archive, Like<Team> S>
void fields(Archive& a, S& s) {
  a.about("team",
          "The people of one role in one municipality; shares given here replace the role's",
          "De anställda i ett yrke i en kommun; andelar här ersätter yrkets");
  a("people", s.people,
    doc("Employed posts in persons, vacant ones included; absent without staff: as many as the "
        "roster asks for",
        "Tjänster i personer, vakanta medräknade; saknas utan staff: så många som schemat kräver")
        .unit("persons")
        .at_least(0)
        .at_most(most_people));
  a("staff", s.staff,
    doc("Instead of people: each by name, which their random numbers go by",
        "I stället för people: var och en med namn, som slumptalen följer"));
  a("roster", s.roster,
    doc("Persons on duty, beside those in /care/rosters",
        "Personer i tjänst, utöver dem i /care/rosters"));
  a("vacancy", s.vacancy,
    doc("Share of posts without holder", "Andel vakanta tjänster").probability());
  a("vacancy_summer", s.vacancy_summer,
    doc("The same in leave weeks; absent: as in others",
        "Detsamma i semesterveckor; saknas: som i andra")
        .probability());
  a("sickness", s.sickness,
    doc("Share of working time lost to sickness", "Andel arbetstid som faller bort i sjukdom")
        .probability());
  a("child_care", s.child_care,
    doc("Share of working time lost to care of children who are ill, over a year",
        "Andel arbetstid som faller bort i vård av sjukt barn (VAB), över ett år")
        .probability());
  a("leave_minimum", s.leave_minimum,
    doc("Share of its people, rounded up, who are not on summer leave in any week",
        "Andel av de anställda, avrundad uppåt, som inte har semester någon vecka")
        .probability());
  a("replacement", s.replacement,
    doc("Share of leave and vacancy shifts that get a substitute",
        "Andel av semester- och vakanspass som får vikarie")
        .probability());
  a("sick_replacement", s.sick_replacement,
    doc("The same of sickness and care of children known when the day of the shift began",
        "Detsamma för sjukfrånvaro och vård av barn som var kända då passets dag började")
        .probability());
  a("agency_cap", s.agency_cap,
    doc("Agency hours at most this share of rostered hours",
        "Bemanningstimmar högst denna andel av schemalagda timmar")
        .at_least(0)
        .at_most(most_share));
  a("agency_cap_summer", s.agency_cap_summer,
    doc("The same in leave weeks", "Detsamma i semesterveckor").at_least(0).at_most(most_share));
  a("overtime_cap", s.overtime_cap,
    doc("Overtime at most this share of the hours of those present",
        "Övertid högst denna andel av de närvarandes timmar")
        .at_least(0)
        .at_most(most_share));
}

template <class Archive, Like<Municipality> S>
void fields(Archive& a, S& s) {
  a.about("municipality", "A municipality and its teams", "En kommun och dess team");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("travel_minutes", s.travel_minutes,
    doc("Travel per visit", "Restid per besök").unit("minutes").at_least(0).at_most(1440));
  a("areas", s.areas,
    doc("Area -> share of the people who live there, and of each team's staff, who start from it; "
        "absent: the municipality is one area",
        "Område -> andel av dem som bor där, och av varje teams anställda, som utgår därifrån; "
        "saknas: kommunen är ett område")
        .mix()
        .at_most_elements(most_areas));
  a("travel_between_minutes", s.travel_between_minutes,
    doc("Travel per visit beyond travel_minutes, to another area of the municipality than one's "
        "own",
        "Restid per besök utöver travel_minutes, till ett annat område i kommunen än det egna")
        .unit("minutes")
        .at_least(0)
        .at_most(1440));
  a("teams", s.teams, doc("Its people, by role", "Dess anställda, efter yrke").keys(Refers::Role));
}

template <class Archive, Like<Pool> S>
void fields(Archive& a, S& s) {
  a.about("pool",
          "Municipalities whose teams work their shifts as one: whoever has time gives a visit",
          "Kommuner vars team arbetar sina pass gemensamt: den som har tid utför ett besök");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("municipalities", s.municipalities,
    doc("The municipalities", "Kommunerna")
        .required()
        .filled()
        .refers(Refers::MunicipalityValue)
        .choice());
  a("roles", s.roles,
    doc("Professions it is about; empty is all", "Yrken det gäller; tomt är alla")
        .refers(Refers::Role)
        .choice());
  a("performers", s.performers,
    doc("Other performers whose visits these teams give too, within their own roster",
        "Andra utförare vars besök teamen också gör, inom sitt eget schema")
        .refers(Refers::Performer)
        .choice());
  a("employer", s.employer,
    doc("Principal that pays the staff: the region or a municipality; absent: each its own",
        "Huvudman som betalar personalen: regionen eller en kommun; saknas: var och en sin egen")
        .refers(Refers::Owner | Refers::MunicipalityValue)
        .choice());
  a("travel_between_minutes", s.travel_between_minutes,
    doc("Travel per visit beyond travel_minutes, to another municipality than one's own",
        "Restid per besök utöver travel_minutes, till en annan kommun än den egna")
        .unit("minutes")
        .at_least(0)
        .at_most(1440));
}

}  // namespace scenarios
