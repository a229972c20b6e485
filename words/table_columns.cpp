// SPDX-License-Identifier: Apache-2.0

// What the columns of files for programs are called, by id, sorted by key (a test holds it so).

#include <array>

#include "words/tables.hpp"

namespace words {
namespace {

constexpr auto columns_entries = std::to_array<CatalogEntry>({
    {"column.aim", "Hoppas på: lägre, högre eller inget", "Hopes for: lower, higher or none"},
    {"column.alternative", "Alternativ", "Alternative"},
    {"column.base", "Bas, medelvärde", "Base, mean"},
    {"column.base_performer", "Utförare, bas", "Performer, base"},
    {"column.base_responsible", "Ansvarig, bas", "Responsible, base"},
    {"column.base_rule", "Regel, bas", "Rule, base"},
    {"column.ci_high", "95 % konf.int., övre gräns", "95% conf. int., upper bound"},
    {"column.ci_low", "95 % konf.int., nedre gräns", "95% conf. int., lower bound"},
    {"column.days", "Mätta dagar i veckan", "Measured days in the week"},
    {"column.destination", "Till vårdform eller utgång", "To setting or exit"},
    {"column.difference", "Skillnad, alternativ minus bas", "Difference, alternative minus base"},
    {"column.direction", "Sannolikhet för skillnadens tecken",
     "Probability of the sign of the difference"},
    {"column.disputed", "Omtvistat", "Disputed"},
    {"column.group", "Grupp av mått", "Group of figures"},
    {"column.higher", "Upprepningar där alternativet är högre",
     "Replications in which the alternative is higher"},
    {"column.id", "Måttets nyckel", "Key of the figure"},
    {"column.independent_half_width", "Halv intervallbredd med oberoende frön",
     "Half-width with independent seeds"},
    {"column.iso_week", "ISO-vecka", "ISO week"},
    {"column.item", "Post, kod", "Item, code"},
    {"column.item_label", "Post", "Item"},
    {"column.kind", "Slag av skattning", "Kind of estimate"},
    {"column.kronor", "Kronor", "SEK"},
    {"column.kronor_ci_high", "Kronor, 95 % konf.int., övre gräns",
     "SEK, 95% conf. int., upper bound"},
    {"column.kronor_ci_low", "Kronor, 95 % konf.int., nedre gräns",
     "SEK, 95% conf. int., lower bound"},
    {"column.label", "Mått", "Figure"},
    {"column.lower", "Upprepningar där alternativet är lägre",
     "Replications in which the alternative is lower"},
    {"column.mean", "Medelvärde", "Mean"},
    {"column.municipality", "Kommun", "Municipality"},
    {"column.n", "Upprepningar med värde", "Replications with a value"},
    {"column.other", "Alternativ, medelvärde", "Alternative, mean"},
    {"column.other_performer", "Utförare, alternativ", "Performer, alternative"},
    {"column.other_responsible", "Ansvarig, alternativ", "Responsible, alternative"},
    {"column.other_rule", "Regel, alternativ", "Rule, alternative"},
    {"column.p", "p-värde, tvåsidigt", "p-value, two-sided"},
    {"column.p05", "5:e percentilen", "5th percentile"},
    {"column.p25", "25:e percentilen", "25th percentile"},
    {"column.p50", "Median", "Median"},
    {"column.p75", "75:e percentilen", "75th percentile"},
    {"column.p95", "95:e percentilen", "95th percentile"},
    {"column.p_holm", "p-värde, justerat enligt Holm", "p-value, adjusted by Holm"},
    {"column.party", "Part", "Party"},
    {"column.performer", "Utförare", "Performer"},
    {"column.persons", "Personer, medelvärde", "Persons, mean"},
    {"column.principal", "Huvudman, kod", "Principal, code"},
    {"column.principal_label", "Huvudman", "Principal"},
    {"column.provided", "Mängd", "Quantity"},
    {"column.provided_ci_high", "Mängd, 95 % konf.int., övre gräns",
     "Quantity, 95% conf. int., upper bound"},
    {"column.provided_ci_low", "Mängd, 95 % konf.int., nedre gräns",
     "Quantity, 95% conf. int., lower bound"},
    {"column.quantity", "Slag av mått", "Kind of figure"},
    {"column.relative", "Skillnad som andel av basen", "Difference as a share of the base"},
    {"column.replication", "Upprepning", "Replication"},
    {"column.responsible", "Ansvarig", "Responsible"},
    {"column.role", "Yrke", "Profession"},
    {"column.rule", "Regel", "Rule"},
    {"column.sd", "Standardavvikelse", "Standard deviation"},
    {"column.setting", "Vårdform", "Setting"},
    {"column.stakeholder", "Part, kod", "Party, code"},
    {"column.stakeholder_label", "Part", "Party"},
    {"column.start", "Veckans första dag", "First day of the week"},
    {"column.unit", "Enhet", "Unit"},
    {"column.verdict", "Utfall", "Verdict"},
});

}  // namespace

std::span<const CatalogEntry> columns_table() { return columns_entries; }

}  // namespace words
