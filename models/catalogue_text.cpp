// SPDX-License-Identifier: Apache-2.0
#include "models/catalogue_text.hpp"

#include <algorithm>
#include <array>

#include "sim/check.hpp"

namespace care {
namespace {

// One line per quantity that a run reports: id, Swedish, English, unit (sv, en), decimals.
constexpr auto texts = std::to_array<QuantityText>({
    {"present", "Patienter på plats", "Patients present", "personer", "persons", 1},
    {"ready", "Utskrivningsklara som väntar", "Ready patients who wait", "personer", "persons", 1},
    {"entries", "Inflöde", "Entries", "per dygn", "per day", 2},
    {"utilisation", "Beläggning", "Utilisation", "%", "%", 1},
    {"occupied", "Upptagna platser", "Occupied places", "platser", "places", 1},
    {"capacity", "Öppna platser", "Places offered", "platser", "places", 1},
    {"overflow", "Överbeläggning", "Overflow", "vårddygn", "patient-days", 0},
    {"closed", "Stängda platser", "Closed places", "platsdygn", "place-days", 0},
    {"queue", "Kö", "Queue", "personer", "persons", 2},
    {"wait", "Väntan på plats, medel", "Wait for a place, mean", "timmar", "hours", 2},
    {"waited", "Andel som fick vänta", "Share who waited", "%", "%", 1},
    {"longest_wait", "Längsta väntan", "Longest wait", "timmar", "hours", 1},
    {"lost", "Avvisade", "Lost", "personer", "persons", 1},
    {"diverted", "Hänvisade vidare", "Diverted", "personer", "persons", 1},
    {"left_queue", "Lämnade kön", "Left the queue", "personer", "persons", 1},
    {"evicted", "Flyttade vid stängning", "Moved out at closing", "personer", "persons", 1},
    {"stay", "Vistelsetid, medel", "Time in the setting, mean", "dygn", "days", 2},
    {"bed_days", "Vårddygn", "Patient-days", "vårddygn", "patient-days", 0},
    {"ready_days", "Utskrivningsklara vårddygn", "Ready patient-days", "vårddygn", "patient-days",
     0},
    {"residents", "Boende eller inskrivna", "Residents or enrolled", "personer", "persons", 0},
    {"moved_in", "Nyinskrivna", "New residents or enrolments", "personer", "persons", 0},
    {"exits", "Lämnade modellen", "Left the model", "personer", "persons", 0},
    {"moves", "Förflyttningar", "Moves", "personer", "persons", 0},
    {"due", "Behov", "Hours due", "timmar", "hours", 0},
    {"available", "Tillgänglig tid", "Hours available", "timmar", "hours", 0},
    {"given", "Given tid", "Hours given", "timmar", "hours", 0},
    {"load", "Behov av tillgänglig tid", "Hours due of available", "%", "%", 1},
    {"present_hours", "Egen personal i tjänst", "Own staff at work", "timmar", "hours", 0},
    {"rostered", "Schemalagd tid", "Rostered hours", "timmar", "hours", 0},
    {"substitute", "Vikarier", "Substitutes", "timmar", "hours", 0},
    {"agency", "Bemanningsföretag", "Agency", "timmar", "hours", 0},
    {"overtime", "Övertid", "Overtime", "timmar", "hours", 0},
    {"visits_due", "Planerade besök", "Visits due", "besök", "visits", 0},
    {"visits_done", "Utförda besök", "Visits done", "besök", "visits", 0},
    {"visits_moved", "Flyttade besök", "Visits moved", "besök", "visits", 0},
    {"missed_must", "Uteblivna måste-besök", "Missed must-attend visits", "besök", "visits", 1},
    {"missed_critical", "Uteblivna tidskritiska besök", "Missed time-critical visits", "besök",
     "visits", 1},
    {"missed_other", "Uteblivna övriga besök", "Missed other visits", "besök", "visits", 1},
    {"harmed", "Uteblivna besök som ledde till akutbesök",
     "Missed visits that led to emergency care", "personer", "persons", 2},
    {"any", "Brist minst en vecka på sommaren", "Shortage in at least one summer week", "", "", 3},
    {"event", "Andel år med brist denna vecka", "Share of years with shortage this week", "", "",
     3},
    {"weeks", "Bristveckor på sommaren", "Summer weeks with shortage", "veckor", "weeks", 2},
    {"episodes", "Bristperioder", "Shortage episodes", "perioder", "episodes", 2},
    {"longest", "Längsta bristperiod", "Longest episode", "veckor", "weeks", 2},
    {"depth", "Saknad tid i värsta veckan", "Time lacking in the worst week", "%", "%", 1},
    {"first_week", "Första bristveckan", "First week of shortage", "ISO-vecka", "ISO week", 1},
    {"recovery", "Återhämtning efter sommaren", "Recovery after the summer", "veckor", "weeks", 2},
    {"answered", "Personer i hemsjukvård efter ansvarig", "Persons in home care by who answers",
     "personer", "persons", 1},
    {"answered_hours", "Given tid efter ansvarig", "Hours given by who answers", "timmar", "hours",
     0},
    {"performed", "Personer i hemsjukvård efter utförare", "Persons in home care by who performs",
     "personer", "persons", 1},
    {"handovers", "Byten av utförare", "Hand-overs between performers", "byten", "hand-overs", 1},
    {"requests", "Vårdbegäran", "Care requests", "begäran", "requests", 1},
    {"refused_by_rule", "Avslag enligt reglerna", "Refused by the rules", "avslag", "refusals", 1},
    {"refused_in_practice", "Avslag i praktiken", "Refused in practice", "avslag", "refusals", 1},
    {"disputes", "Tvister om ansvaret", "Disputes about responsibility", "tvister", "disputes", 1},
    {"negotiation_days", "Dagar som tvister tog", "Days that disputes took", "dagar", "days", 1},
    {"self_care_visits", "Tillfällen med egenvård", "Occasions of self-care", "tillfällen",
     "occasions", 0},
    {"unowned_visits", "Besök som ingen ansvarar för", "Visits that are nobody's", "besök",
     "visits", 1},
    {"arrivals", "Ankomster", "Arrivals", "personer", "persons", 0},
    {"departures", "Avslut", "Departures", "personer", "persons", 0},
    {"present_end", "Kvar vid slutet", "Present at the end", "personer", "persons", 0},
    {"events", "Händelser", "Events", "händelser", "events", 0},
});

}  // namespace

const QuantityText& quantity_text(std::string_view id) {
  const auto* const found = std::ranges::find(texts, id, &QuantityText::id);
  SIM_CHECK(found != texts.end());
  return *found;
}

}  // namespace care
