// SPDX-License-Identifier: Apache-2.0
#include "viz/field_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace viz {
namespace {

/// Sorted by key.
constexpr auto swedish_names = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"agency_cap", "tak för bemanningsföretag"},
    {"agency_cap_summer", "tak för bemanningsföretag, sommar"},
    {"agency_price", "pris för bemanningsföretag"},
    {"amplitude", "amplitud"},
    {"arrivals", "inflöde"},
    {"attributes", "egenskaper"},
    {"batch", "antal åt gången"},
    {"by_hour", "per timme"},
    {"by_week", "per vecka"},
    {"by_weekday", "per veckodag"},
    {"calendar", "kalender"},
    {"capacity", "platser"},
    {"care", "omsorg"},
    {"census", "inneliggande"},
    {"changes", "ändring"},
    {"components", "del"},
    {"cost_per_day", "kostnad per dygn"},
    {"cost_per_hour", "kostnad per timme"},
    {"count", "antal"},
    {"cv", "variationskoefficient"},
    {"days", "dygn"},
    {"discharge", "utskrivning"},
    {"exits", "vägar ut"},
    {"factor", "faktor"},
    {"growth_per_year", "tillväxt per år"},
    {"harm", "risk för skada"},
    {"hazards", "risk"},
    {"high", "högst"},
    {"horizon", "period"},
    {"hours", "timmar"},
    {"indirect_share", "andel indirekt tid"},
    {"initial", "startläge"},
    {"intensity", "variation"},
    {"lead", "ledtid"},
    {"leave", "lämnar kön"},
    {"leave_first_week", "första semesterveckan"},
    {"leave_start_weights", "semesterstart per vecka"},
    {"leave_weeks", "semesterveckor"},
    {"load", "belastning"},
    {"low", "lägst"},
    {"lower", "nedre gräns"},
    {"max", "högst"},
    {"max_moves", "gånger ett besök får flyttas"},
    {"mean", "medel"},
    {"median", "median"},
    {"min", "lägst"},
    {"minutes", "minuter"},
    {"missed_must", "uteblivna måste-besök"},
    {"mode", "typvärde"},
    {"moves", "förflyttningar"},
    {"municipalities", "kommuner"},
    {"normal", "normalt"},
    {"overtime_cap", "tak för övertid"},
    {"overtime_price", "pris för övertid"},
    {"peak_day", "dag för toppen"},
    {"people", "anställda"},
    {"per_1000_per_year", "per 1 000 och år"},
    {"per_day", "per dygn"},
    {"per_week", "per vecka"},
    {"per_year", "per år"},
    {"period_days", "period i dygn"},
    {"places", "platser"},
    {"population", "befolkning"},
    {"posts", "tjänster"},
    {"probability", "sannolikhet"},
    {"quantiles", "kvantil"},
    {"queue", "kö"},
    {"rates", "takt"},
    {"readmission", "återinskrivning"},
    {"replacement", "ersättningsgrad"},
    {"roles", "yrken"},
    {"roster", "schema"},
    {"routes", "vart patienten går"},
    {"scale", "skala"},
    {"sd", "standardavvikelse"},
    {"season", "säsong"},
    {"set", "sätter"},
    {"settings", "vårdformer"},
    {"shape", "formparameter"},
    {"shifts", "pass"},
    {"shortage", "brist"},
    {"show_up", "andel som kommer"},
    {"sick_spell", "sjukperiod"},
    {"sickness", "sjukfrånvaro"},
    {"sickness_shock_cv", "samvariation i sjukfrånvaro"},
    {"sigma", "sigma"},
    {"sinusoid", "årsvåg"},
    {"staff", "personal per besök"},
    {"start_factor", "intensitet i början"},
    {"stay", "vårdtid"},
    {"step", "steg"},
    {"substitute_productivity", "vikariers produktivitet"},
    {"taper", "avtrappning"},
    {"targets", "mål"},
    {"tasks", "uppgifter"},
    {"teams", "personal"},
    {"time", "tid"},
    {"transfer", "transporttid"},
    {"travel_minutes", "restid, minuter"},
    {"upper", "övre gräns"},
    {"vacancy", "vakans"},
    {"value", "värde"},
    {"values", "värden"},
    {"waiting", "väntande"},
    {"warm_up_days", "uppvärmning, dygn"},
    {"weeks", "veckor"},
    {"weights", "vikter"},
    {"when_full", "när det är fullt"},
    {"year", "år"},
});

}  // namespace

std::string field_name(std::string_view key, Lang lang) {
  if (lang == Lang::Sv) {
    const auto found = std::lower_bound(
        swedish_names.begin(), swedish_names.end(), key,
        [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
    if (found != swedish_names.end() && found->first == key) return std::string(found->second);
  }
  std::string words(key);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

}  // namespace viz
