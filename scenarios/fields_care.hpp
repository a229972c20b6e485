// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fields of the care layer; see fields.hpp.

#include "scenarios/field.hpp"

namespace scenarios {

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
  a("windows", s.windows,
    doc("Parts of the day in which some visits must be given; no two overlap",
        "Tidsfönster: delar av dygnet då vissa besök måste göras; inga två överlappar")
        .at_most_elements(most_windows));
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
