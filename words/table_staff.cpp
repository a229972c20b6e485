// SPDX-License-Identifier: Apache-2.0

// What is said of rosters and of the people on them, sorted by key (a test holds it so).

#include <array>

#include "words/tables.hpp"

namespace words {
namespace {

constexpr auto staff_entries = std::to_array<CatalogEntry>({
    {"expected.apart_from", "en frånvaro som inte går in i {other}",
     "an absence that does not overlap {other}"},
    {"expected.dates_or_weeks", "antingen datum eller veckor", "either dates or weeks"},
    {"expected.days_in_words",
     "dagar som mon, mon-fri, vardag, helg, holiday, eller ingenting för alla",
     "days such as mon, mon-fri, weekday, weekend, holiday, or nothing for all"},
    {"expected.full_time", "högst {full} schemalagda timmar i veckan per anställd",
     "at most {full} rostered hours a week for each who is employed"},
    {"expected.leave_in_a_year",
     "en semesterplan på högst {n} veckor, eftersom ett års semester inte får gå in i nästa års",
     "a leave plan of at most {n} weeks, since the leave of one year may not run into the next "
     "one's"},
    {"expected.leave_minimum", "minst {n} av {people} i arbete varje vecka",
     "at least {n} of {people} at work in every week"},
    {"expected.length_of_child_care",
     "hur länge en frånvaro för vård av barn varar, eftersom child_care är över 0",
     "the length of an absence for care of a child, since child_care is above 0"},
    {"expected.minutes_of_visit", "besökets längd, eller \"presence\": true",
     "the length of the visit, or \"presence\": true"},
    {"expected.month_above_0", "en månad eller fler över 0", "one month or more above 0"},
    {"expected.no_circle_of_roles",
     "ett yrke som inte i sin tur lämnar vidare besök till, eller tar med sig, {role}",
     "a role that does not in turn hand visits over to, or take along, {role}"},
    {"expected.no_lead", "0, eftersom ingen tjänst byter innehavare utan \"vacancy_length\"",
     "0, since no post changes hands without \"vacancy_length\""},
    {"expected.no_minutes_of_presence", "ingenting: den som stannar gör det hela passet",
     "nothing: who stays does so for the whole shift"},
    {"expected.no_move_of_presence", "0, eftersom närvaro inte kan flyttas till ett annat pass",
     "0, since presence cannot be moved to another shift"},
    {"expected.no_window_of_presence", "inget tidsfönster på närvaro under hela passet",
     "no window of presence for a whole shift"},
    {"expected.no_window_together", "inget tidsfönster på ett besök som två yrken gör tillsammans",
     "no window of a visit that two roles give together"},
    {"expected.number_of_posts", "ett antal personer från 0 till {n}",
     "a number of persons from 0 to {n}"},
    {"expected.one_unit", "antingen en kommun (municipality) eller en utförare (provider)",
     "either a municipality or a provider"},
    {"expected.one_who_stays", "en enda person, eftersom någon stannar hela passet",
     "one person only, since somebody stays for the whole shift"},
    {"expected.people_or_staff", "antingen \"people\" eller namngiven personal",
     "either \"people\" or people by name"},
    {"expected.period_of_replacing", "datum eller veckor då raden ersätter andra",
     "dates or weeks in which the row replaces others"},
    {"expected.person_once", "varje person en gång i ett arbetslag", "each person once in a team"},
    {"expected.presence_first", "must_attend: den som stannar utses före alla besök",
     "must_attend: who stays is settled before all visits"},
    {"expected.role_that_does_not_stay",
     "ett yrke vars personal inte stannar hela pass hos patienter",
     "a role whose people do not stay with patients for whole shifts"},
    {"expected.role_with_child_spell",
     "ett yrke med \"child_care_spell\", eftersom child_care är över 0",
     "a role with \"child_care_spell\", since child_care is above 0"},
    {"expected.role_without_the_visit", "ett annat yrke än det som besöket lämnas vidare till",
     "a role other than the one that the visit is handed over to"},
    {"expected.rows_of_roster", "minst en schemarad, här eller i en fil",
     "at least one row, here or in a file"},
    {"expected.share_below", "en andel under {n}: så stor del av året kan barn vara sjuka",
     "a share below {n}: children may be ill in that part of the year"},
    {"expected.share_of_full_time", "en andel av heltid, över 0 och högst 1",
     "a share of full time, above 0 and at most 1"},
    {"expected.team_by_name", "ett arbetslag vars personal inte är ett tal (\"people\")",
     "a team whose people are no number (\"people\")"},
    {"expected.team_with_names", "en person i ett arbetslag med namngiven personal",
     "a person of a team with people by name"},
    {"expected.vacancy_of_a_number", "ingen vakans: den som har ett namn har sin tjänst",
     "no vacancy: whoever has a name holds their post"},
    {"expected.weeks_of_leave",
     "ISO-veckor från 1 till 53, som 27-30 eller 27-28, 31-32, eller ingen",
     "ISO weeks from 1 to 53, such as 27-30 or 27-28, 31-32, or none"},
    {"expected.weeks_of_year", "ISO-veckor från 1 till 53, som 27-30 eller 28",
     "ISO weeks from 1 to 53, such as 27-30 or 28"},
    {"finding.beyond_full_time",
     "Schemat för {role} i {unit} har {hours} timmar i veckan i medeltal på {people} anställda: "
     "{each} var. "
     "Heltid är {full}; {enough} anställda skulle räcka.",
     "The roster of {role} in {unit} has {hours} hours a week on average for {people} people: "
     "{each} each. "
     "Full time is {full}; {enough} people would be enough."},
    {"got.a_length", "en längd", "a length"},
    {"got.all_0", "0 i alla", "0 in all"},
    {"got.full_time", "{each} timmar", "{each} hours"},
    {"got.leave_minimum",
     "med {weeks} veckor var från vecka {first} till {last} kan högst {n} vara kvar i {place}",
     "with {weeks} weeks each from week {first} to {last} the most that can remain in {place} is "
     "{n}"},
    {"got.no_period", "ingen period", "no period"},
    {"got.people_by_name", "namngiven personal", "people by name"},
});

}  // namespace

std::span<const CatalogEntry> staff_table() { return staff_entries; }

}  // namespace words
