// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fields of the care layer; see fields.hpp.

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
  a("replacement", s.replacement,
    doc("Share of leave and vacancy shifts that get a substitute",
        "Andel av semester- och vakanspass som får vikarie")
        .probability());
  a("sick_replacement", s.sick_replacement,
    doc("Share of shifts lost to sickness that get a substitute, where the absence was known when "
        "the "
        "day of the shift began",
        "Andel av sjukpass som får vikarie, när frånvaron var känd då passets dag började")
        .probability());
  a("substitute_productivity", s.substitute_productivity,
    doc("Work done by a substitute, relative", "En vikaries produktivitet, relativ").probability());
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
  a("sickness", s.sickness,
    doc("Share of working time lost to sickness", "Andel arbetstid som faller bort i sjukdom")
        .probability());
  a("sick_spell", s.sick_spell, doc("Length of an absence", "Längd på en frånvaro"));
  a("sickness_shock_cv", s.sickness_shock_cv,
    doc("Coefficient of variation of the week's common multiplier: absences cluster",
        "Variationskoefficient för veckans gemensamma faktor: frånvaro klumpar sig")
        .at_least(0)
        .at_most(100));
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
  a("per_week", s.per_week,
    doc("Visits per week", "Besök per vecka").unit("per week").at_least(0).at_most(most_visits));
  a("minutes", s.minutes,
    doc("Time in the home; minutes unless it gives a unit",
        "Tid i hemmet; minuter om ingen enhet anges")
        .required()
        .unit_if_absent(TimeUnit::Minutes));
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
  a("sickness", s.sickness,
    doc("Share of working time lost to sickness", "Andel arbetstid som faller bort i sjukdom")
        .probability());
  a("replacement", s.replacement,
    doc("Share of leave and vacancy shifts that get a substitute",
        "Andel av semester- och vakanspass som får vikarie")
        .probability());
  a("sick_replacement", s.sick_replacement,
    doc("The same of sickness that was known when the day of the shift began",
        "Detsamma för sjukfrånvaro som var känd då passets dag började")
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
}

template <class Archive, Like<DischargeTask> S>
void fields(Archive& a, S& s) {
  a.about("discharge_task",
          "A task that must be done before a patient may leave; tasks run in parallel",
          "En uppgift som ska vara klar innan patienten kan lämna; uppgifterna löper parallellt");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("when", s.when, doc("For whom; empty is everyone", "För vem; tomt är alla"));
  a("next", s.next,
    doc("Only on the way to these", "Bara på väg till dessa").refers(destinations).choice());
  a("probability", s.probability,
    doc("That the task is needed, or not yet done", "Att uppgiften behövs, eller inte är gjord")
        .probability());
  a("start", s.start,
    doc("entry: when the stay begins; ready: when the stay has ended",
        "entry: när vistelsen börjar; ready: när patienten är utskrivningsklar")
        .choice());
  a("lead", s.lead, doc("Time it takes", "Tid den tar").required());
  a("days", s.days,
    doc("Days on which work goes on; empty is all", "Dagar då arbetet pågår; tomt är alla")
        .choice());
}

template <class Archive, Like<Discharge> S>
void fields(Archive& a, S& s) {
  a.about("discharge", "What must be done before a patient may leave",
          "Vad som ska vara klart innan patienten kan lämna");
  a("settings", s.settings,
    doc("Settings it applies to", "Vårdformer det gäller").refers(Refers::Setting).choice());
  a("tasks", s.tasks, doc("The tasks", "Uppgifterna"));
}

template <class Archive, Like<Readmission> S>
void fields(Archive& a, S& s) {
  a.about("readmission", "Return to a setting soon after leaving it",
          "Återkomst kort efter utskrivning");
  a("setting", s.setting,
    doc("The setting", "Vårdformen").required().refers(Refers::Setting).choice());
  a("days", s.days,
    doc("Window after leaving", "Tidsfönster efter utskrivning").unit("days").positive().choice());
}

template <class Archive, Like<Shortage> S>
void fields(Archive& a, S& s) {
  a.about("shortage",
          "Two events of a week, per municipality and role: missed care, and a tight week",
          "Två händelser en vecka, per kommun och yrke: brist, och en ansträngd vecka");
  a("season", s.season,
    doc("First and last ISO week in which they count", "Första och sista ISO-vecka då de räknas")
        .unit("ISO week")
        .at_least(1)
        .at_most(53)
        .choice());
  a("missed_visits", s.missed_visits,
    doc("Missed care if at least so many visits that cannot wait (must_attend, time_critical) are "
        "missed",
        "Brist om minst så många besök som inte kan vänta (must_attend, time_critical) uteblir")
        .unit("visits per week")
        .positive()
        .choice());
  a("missed_share", s.missed_share,
    doc("Missed care if at least this share of the visits that cannot wait is missed",
        "Brist om minst denna andel av besöken som inte kan vänta uteblir")
        .probability()
        .choice());
  a("load", s.load,
    doc("A tight week if minutes due exceed this multiple of minutes available",
        "Ansträngd vecka om behövd tid överstiger denna multipel av tillgänglig tid")
        .positive()
        .choice());
  a("moved_share", s.moved_share,
    doc("A tight week if visits are moved so often, as a share of the visits due",
        "Ansträngd vecka om besök flyttas så ofta, som andel av planerade besök")
        .positive()
        .choice());
  a("overtime_share", s.overtime_share,
    doc("A tight week if at least this share of the time given is overtime",
        "Ansträngd vecka om minst denna andel av den givna tiden är övertid")
        .positive()
        .choice());
}

template <class Archive, Like<Agreement> S>
void fields(Archive& a, S& s) {
  a.about("agreement", "A rule set that holds from a day on",
          "Ett regelverk som gäller från en dag");
  a("rules", s.rules, doc("File of the rule set", "Regelverkets fil").required().filled().path());
  a("from", s.from,
    doc("First day; absent in the first, which holds from the start",
        "Första dag; saknas i det första, som gäller från början")
        .choice());
  a("present", s.present,
    doc("Those placed already: move (decided anew on the day) or keep (until their next change)",
        "De som redan har en utförare: move (avgörs på nytt den dagen) eller keep (till nästa "
        "ändring)")
        .choice());
}

template <class Archive, Like<CaseFact> S>
void fields(Archive& a, S& s) {
  a.about("case_fact", "What responsibility rules know of some patients",
          "Vad ansvarsregler vet om vissa patienter");
  a("when", s.when, doc("For whom; empty is everyone", "För vem; tomt är alla"));
  a("given", s.given,
    doc("And only when earlier rows set this", "Och bara när tidigare rader satt detta")
        .refers(Refers::CaseAttribute));
  a("set", s.set,
    doc("Case attribute -> the value, or a mix to draw from",
        "Fallegenskap -> värdet, eller en blandning att dra ur")
        .required()
        .refers(Refers::CaseAttribute));
}

template <class Archive, Like<Provider> S>
void fields(Archive& a, S& s) {
  a.about("provider", "Who gives care at home beside the municipality's own teams",
          "Vem som ger vård i hemmet vid sidan av kommunens egna team");
  a("label", s.label, doc("Name shown", "Namn som visas").choice());
  a("travel_minutes", s.travel_minutes,
    doc("Travel per visit", "Restid per besök").unit("minutes").at_least(0).at_most(1440));
  a("teams", s.teams,
    doc("Its people, by role; a role without a team has no limit",
        "Dess anställda, efter yrke; ett yrke utan team är obegränsat")
        .keys(Refers::Role));
}

template <class Archive, Like<RequestRule> S>
void fields(Archive& a, S& s) {
  a.about("request", "What becomes of a care request", "Vad som händer med en vårdbegäran");
  a("when", s.when, doc("For whom; empty is everyone", "För vem; tomt är alla"));
  a("to", s.to,
    doc("Settings that are asked for by those who do not live there",
        "Vårdformer som begärs av dem som inte bor där")
        .required()
        .filled()
        .refers(Refers::Setting)
        .choice());
  a("accepted_by", s.accepted_by,
    doc("Only patients of these performers are accepted; empty is all but nobody's",
        "Bara patienter hos dessa utförare tas emot; tomt är alla utom ingens")
        .refers(Refers::Performer)
        .choice());
  a("refused", s.refused,
    doc("Share of the rest that practice refuses", "Andel av övriga som praxis avslår")
        .probability());
  a("refused_to", s.refused_to,
    doc("Where the refused go", "Vart den som får avslag tar vägen")
        .required()
        .refers(Refers::Setting | Refers::Exit)
        .choice());
}

template <class Archive, Like<Responsibility> S>
void fields(Archive& a, S& s) {
  a.about("responsibility", "Who is responsible and who performs, by rule sets",
          "Vem som ansvarar och vem som utför, enligt regelverk");
  a("agreements", s.agreements,
    doc("Rule sets in the order of their days", "Regelverk i dagarnas ordning")
        .required()
        .filled());
  a("switches", s.switches,
    doc("Switch -> position, before those of the rule sets",
        "Omkopplare -> ståndpunkt, före regelverkens egna")
        .keys(Refers::CaseSwitch));
  a("facts", s.facts,
    doc("What rules know of patients beyond the scenario's attributes; rows in order",
        "Vad regler vet om patienter utöver scenariots egenskaper; rader i ordning"));
  a("misjudged", s.misjudged,
    doc("Case attribute -> probability that a neighbouring value is seen for the true one",
        "Fallegenskap -> sannolikhet att ett närliggande värde ses i stället för det sanna")
        .probability()
        .keys(Refers::CaseAttribute));
  a("negotiation", s.negotiation,
    doc("Factor on the days that disputes take; 0: they take none",
        "Faktor på dagarna som tvister tar; 0: de tar ingen tid")
        .at_least(0));
  a("summer", s.summer,
    doc("First and last ISO week of what rules call summer",
        "Första och sista ISO-vecka av det som regler kallar sommar")
        .unit("ISO week")
        .at_least(1)
        .at_most(53)
        .choice());
  a("providers", s.providers,
    doc("Who gives care beside the municipality's teams; absent: without travel or limit",
        "Vem som ger vård vid sidan av kommunens team; saknas: utan restid och gräns")
        .keys(Refers::Performer));
  a("requests", s.requests, doc("What becomes of care requests", "Vad som händer med vårdbegäran"));
}

template <class Archive, Like<StaffFile> S>
void fields(Archive& a, S& s) {
  a.about("staff_file", "A CSV file about teams and what its columns are called",
          "En CSV-fil om team och vad dess kolumner heter");
  a("file", s.file,
    doc("CSV; path from this file", "CSV; sökväg från denna fil")
        .required()
        .filled()
        .path()
        .choice());
  a("columns", s.columns,
    doc("What columns are called in the file, where it is not that: {\"shift\": \"Pass\"}",
        "Vad kolumner heter i filen, där det inte är så: {\"shift\": \"Pass\"}")
        .choice());
}

/// Files about teams.
template <class Archive, class S>
void staff_file_fields(Archive& a, S& s) {
  a("rosters", s.rosters,
    doc("Rows of rosters, one a line: municipality or provider, role, shift, posts, and perhaps "
        "days, "
        "from and to or weeks, replaces; beside the rows that stand in the teams",
        "Schemarader, en per rad: municipality eller provider, role, shift, posts och kanske days, "
        "from och to eller weeks, replaces; utöver de rader som står i teamen"));
  a("people", s.people,
    doc("People of teams, one a line: municipality or provider, role, person, and perhaps share "
        "and "
        "leave_weeks; beside those that stand in the teams",
        "Anställda, en per rad: municipality eller provider, role, person och kanske share och "
        "leave_weeks; "
        "utöver dem som står i teamen"));
  a("absence", s.absence,
    doc("Known absence, one a line: municipality or provider, role, person, from, to",
        "Känd frånvaro, en per rad: municipality eller provider, role, person, from, to"));
}

template <class Archive, Like<Care> S>
void fields(Archive& a, S& s) {
  a.about("care", "Teams, visits and discharge", "Team, besök och utskrivning");
  a("competences", s.competences,
    doc("Competences and delegations that visits may ask for",
        "Kompetenser och delegeringar som besök kan kräva")
        .at_most_elements(most_competences));
  a("roles", s.roles, doc("Professions", "Yrken").filled());
  a("shifts", s.shifts, doc("Working shifts", "Arbetspass").filled());
  a("tasks", s.tasks, doc("Visits", "Besök"));
  a("municipalities", s.municipalities,
    doc("Municipalities; keys are values of the attribute municipality",
        "Kommuner; nycklarna är värden av egenskapen municipality")
        .keys(Refers::MunicipalityValue));
  staff_file_fields(a, s);
  a("pools", s.pools,
    doc("Teams of several municipalities that give visits together",
        "Team i flera kommuner som utför besök gemensamt"));
  a("discharge", s.discharge,
    doc("What must be done before a patient may leave",
        "Vad som ska vara klart innan patienten kan lämna"));
  a("readmission", s.readmission,
    doc("What counts as a readmission", "Vad som räknas som återinskrivning"));
  a("shortage", s.shortage, doc("What counts as a shortage", "Vad som räknas som brist"));
  a("responsibility", s.responsibility,
    doc("Who is responsible and who performs; absent: the municipality, for all",
        "Vem som ansvarar och vem som utför; saknas: kommunen, för alla"));
}

}  // namespace scenarios
