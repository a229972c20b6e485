// SPDX-License-Identifier: Apache-2.0

// The words of every figure and unit, sorted by key (a test holds it so): "figure." and the figure's
// id.

#include <array>

#include "words/tables.hpp"

namespace words {
namespace {

constexpr auto figure_entries = std::to_array<CatalogEntry>({
    {"figure.agency", "Bemanningsföretag", "Agency"},
    {"figure.answered", "Personer i hemsjukvård efter ansvarig",
     "Persons in home care by who answers"},
    {"figure.answered_hours", "Given tid efter ansvarig", "Hours given by who answers"},
    {"figure.any", "Brist minst en vecka på sommaren", "Shortage in at least one summer week"},
    {"figure.arrivals", "Ankomster", "Arrivals"},
    {"figure.available", "Tillgänglig tid", "Hours available"},
    {"figure.bed_days", "Vårddygn", "Patient-days"},
    {"figure.capacity", "Öppna platser", "Places offered"},
    {"figure.closed", "Stängda platser", "Closed places"},
    {"figure.departures", "Avslut", "Departures"},
    {"figure.depth", "Saknad tid i värsta veckan", "Time lacking in the worst week"},
    {"figure.disputes", "Tvister om ansvaret", "Disputes about responsibility"},
    {"figure.diverted", "Hänvisade vidare", "Diverted"},
    {"figure.due", "Behov", "Hours due"},
    {"figure.entries", "Inflöde", "Entries"},
    {"figure.episodes", "Bristperioder", "Shortage episodes"},
    {"figure.event", "Andel år med brist denna vecka", "Share of years with shortage this week"},
    {"figure.evicted", "Flyttade vid stängning", "Moved out at closing"},
    {"figure.exits", "Lämnade modellen", "Left the model"},
    {"figure.first_week", "Första bristveckan", "First week of shortage"},
    {"figure.given", "Given tid", "Hours given"},
    {"figure.handovers", "Byten av utförare", "Hand-overs between performers"},
    {"figure.harmed", "Uteblivna besök som ledde till akutbesök",
     "Missed visits that led to emergency care"},
    {"figure.left_queue", "Lämnade kön", "Left the queue"},
    {"figure.load", "Behov av tillgänglig tid", "Hours due of available"},
    {"figure.longest", "Längsta bristperiod", "Longest episode"},
    {"figure.longest_wait", "Längsta väntan", "Longest wait"},
    {"figure.lost", "Avvisade", "Lost"},
    {"figure.missed_critical", "Uteblivna tidskritiska besök", "Missed time-critical visits"},
    {"figure.missed_must", "Uteblivna måste-besök", "Missed must-attend visits"},
    {"figure.missed_other", "Uteblivna övriga besök", "Missed other visits"},
    {"figure.moved_in", "Nyinskrivna", "New residents or enrolments"},
    {"figure.moves", "Förflyttningar", "Moves"},
    {"figure.negotiation_days", "Dagar som tvister tog", "Days that disputes took"},
    {"figure.occupied", "Upptagna platser", "Occupied places"},
    {"figure.overflow", "Överbeläggning", "Overflow"},
    {"figure.overtime", "Övertid", "Overtime"},
    {"figure.performed", "Personer i hemsjukvård efter utförare",
     "Persons in home care by who performs"},
    {"figure.present", "Patienter på plats", "Patients present"},
    {"figure.present_end", "Kvar vid slutet", "Present at the end"},
    {"figure.present_hours", "Egen personal i tjänst", "Own staff at work"},
    {"figure.queue", "Kö", "Queue"},
    {"figure.ready", "Utskrivningsklara som väntar", "Ready patients who wait"},
    {"figure.ready_days", "Utskrivningsklara vårddygn", "Ready patient-days"},
    {"figure.recovery", "Återhämtning efter sommaren", "Recovery after the summer"},
    {"figure.refused_by_rule", "Avslag enligt reglerna", "Refused by the rules"},
    {"figure.refused_in_practice", "Avslag i praktiken", "Refused in practice"},
    {"figure.requests", "Vårdbegäran", "Care requests"},
    {"figure.residents", "Boende eller inskrivna", "Residents or enrolled"},
    {"figure.rostered", "Schemalagd tid", "Rostered hours"},
    {"figure.self_care_visits", "Tillfällen med egenvård", "Occasions of self-care"},
    {"figure.stay", "Vistelsetid, medel", "Time in the setting, mean"},
    {"figure.substitute", "Vikarier", "Substitutes"},
    {"figure.unowned_visits", "Besök som ingen ansvarar för", "Visits that are nobody's"},
    {"figure.utilisation", "Beläggning", "Utilisation"},
    {"figure.visits_done", "Utförda besök", "Visits done"},
    {"figure.visits_due", "Planerade besök", "Visits due"},
    {"figure.visits_moved", "Flyttade besök", "Visits moved"},
    {"figure.wait", "Väntan på plats, medel", "Wait for a place, mean"},
    {"figure.waited", "Andel som fick vänta", "Share who waited"},
    {"figure.weeks", "Bristveckor på sommaren", "Summer weeks with shortage"},
    {"unit_word.days", "dagar", "days"},
    {"unit_word.disputes", "tvister", "disputes"},
    {"unit_word.episodes", "perioder", "episodes"},
    {"unit_word.hand_overs", "byten", "hand-overs"},
    {"unit_word.hours", "timmar", "hours"},
    {"unit_word.iso_week", "ISO-vecka", "ISO week"},
    {"unit_word.kronor", "kr", "SEK"},
    {"unit_word.occasions", "tillfällen", "occasions"},
    {"unit_word.patient_days", "vårddygn", "patient-days"},
    {"unit_word.per_day", "per dygn", "per day"},
    {"unit_word.percent", "%", "%"},
    {"unit_word.persons", "personer", "persons"},
    {"unit_word.place_days", "platsdygn", "place-days"},
    {"unit_word.places", "platser", "places"},
    {"unit_word.refusals", "avslag", "refusals"},
    {"unit_word.requests", "begäran", "requests"},
    {"unit_word.stays", "dygn", "days"},
    {"unit_word.visits", "besök", "visits"},
    {"unit_word.weeks", "veckor", "weeks"},
});

}  // namespace

std::span<const CatalogEntry> figures_table() { return figure_entries; }

}  // namespace words
