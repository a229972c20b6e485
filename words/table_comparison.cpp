// SPDX-License-Identifier: Apache-2.0

// The strings of comparisons, sorted by key (a test holds it so).

#include <array>

#include "words/tables.hpp"

namespace words {
namespace {

constexpr auto comparison_entries = std::to_array<CatalogEntry>({
    {"compare.all_identical", "Ingenting skiljer: alla {n} mått är lika i varje upprepning.",
     "Nothing differs: all {n} figures are equal in every replication."},
    {"compare.alternative", "Alternativ {number}: {name}", "Alternative {number}: {name}"},
    {"compare.and", " och ", " and "},
    {"compare.and_more", "; och {n} till", "; and {n} more"},
    {"compare.better", "bättre", "better"},
    {"compare.by_municipality", "Per kommun", "By municipality"},
    {"compare.caption", "Skillnad mot utgångsläget, med 95 % konfidensintervall",
     "Difference from the base, with 95 % confidence interval"},
    {"compare.cases",
     "Byter ansvarig eller utförare: {persons} av {of} personer i vård i hemmet, i {n} patientfall "
     "(changed_cases.csv).",
     "Change who is responsible or performs: {persons} of {of} persons in care at home, in {n} "
     "patient cases (changed_cases.csv)."},
    {"compare.clearly_better", "Bättre:", "Better:"},
    {"compare.clearly_higher", "Mer av:", "More of:"},
    {"compare.clearly_lower", "Mindre av:", "Less of:"},
    {"compare.clearly_worse", "Sämre:", "Worse:"},
    {"compare.col_base", "Bas", "Base"},
    {"compare.col_difference", "Skillnad (95 %)", "Difference (95%)"},
    {"compare.col_group", "Patientgrupp", "Patients"},
    {"compare.col_other", "Alternativ", "Alternative"},
    {"compare.col_performer", "Utför", "Performs"},
    {"compare.col_picture", "Lägre – högre (±{n} % av basen)",
     "Lower – higher (±{n}% of the base)"},
    {"compare.col_responsible", "Ansvarar", "Answers for it"},
    {"compare.every_task", "alla insatser", "every task"},
    {"compare.gain",
     "Med andra slumptal i varje scenario hade intervallen varit ungefär {times} gånger så breda "
     "(median över de mått som skiljer).",
     "With other random numbers in each scenario the intervals would have been about {times} times "
     "as wide (median of the figures that differ)."},
    {"compare.hands", "Vem byter ansvarig eller utförare", "Who changes owner or performer"},
    {"compare.hands_caption", "Personer i vård i hemmet i medeltal; före → efter",
     "Persons in care at home on average; before → after"},
    {"compare.higher", "högre", "higher"},
    {"compare.interrupted", "{case}: jämförs på de {n} första upprepningarna; körningen avbröts",
     "{case}: compared on the first {n} replications; the run was interrupted"},
    {"compare.journeys_identical",
     "Patienternas vägar är desamma: alla {n} mått på var patienterna är och hur de rör sig är "
     "lika i varje upprepning.",
     "The journeys are the same: all {n} figures on where patients are and how they move are equal "
     "in every replication."},
    {"compare.lower", "lägre", "lower"},
    {"compare.million", "mnkr", "SEK million"},
    {"compare.more", "och {n} till; se comparison.csv", "and {n} more; see comparison.csv"},
    {"compare.no_gain",
     "Med andra slumptal i varje scenario hade intervallen varit ungefär lika breda (median över "
     "de "
     "mått som skiljer).",
     "With other random numbers in each scenario the intervals would have been about as wide "
     "(median of the figures that differ)."},
    {"compare.not_affected", "oförändrat", "not affected"},
    {"compare.note",
     "Samma personer möter samma slump i båda: skillnaden är medel av alternativet minus "
     "basen, upprepning för upprepning, med Students t-intervall. Bättre, sämre, högre "
     "och lägre sägs när p-värdet är högst 5 %, annars är skillnaden inte klar; av många "
     "mått som inte påverkas i medeltal får då ungefär vart tjugonde ändå ett sådant ord. "
     "Orden överst nämner skillnader på minst 0,1 % av basen. Siffrorna står bredvid "
     "varandra; inget sammanvägt betyg avgör.",
     "The same people with the same luck in both: the difference is the mean of alternative minus "
     "base, replication by replication, with a Student t interval. Better, worse, higher and lower "
     "are said when the p-value is at most 5%, else the difference is unclear; of many figures "
     "whose mean is not affected, about "
     "one in twenty still gets such a word. The words at the top name differences of at least 0.1% "
     "of the base. The figures stand side by side; no single score "
     "decides."},
    {"compare.note_holm",
     "P-värdena är justerade för {n} alternativ med Holms stegvisa metod, mått för mått; "
     "intervallen är det inte.",
     "The p-values are adjusted for {n} alternatives by Holm’s step-down method, figure by figure; "
     "the intervals are not."},
    {"compare.nothing_clear", "Ingen skillnad är tydlig: slumpen räcker som förklaring.",
     "No difference is clear: chance suffices as an explanation."},
    {"compare.of_children", "{task}, barn", "{task}, children"},
    {"compare.other_attributes",
     "{case}: regelverket har andra egna egenskaper än basfallets, så patientfall jämförs inte",
     "{case}: its rule set has other own attributes than that of the base, so patient cases are "
     "not "
     "compared"},
    {"compare.other_hands", "{from} → {to}", "{from} → {to}"},
    {"compare.other_horizon", "{case}: mäter {days} dygn, basen {base}; summor är inte jämförbara",
     "{case}: measures {days} days, the base {base}; totals cannot be compared"},
    {"compare.others_give_more",
     "Läs detta med försiktighet: andra utförare ger fler timmar, och en utförare som "
     "scenariot inte ger personal kan göra hur mycket som helst, medan kommunernas "
     "bemanning är oförändrad. Uteblivna besök och kostnader jämförs därför inte på lika "
     "villkor. Låt personalen följa arbetet (care/pools) för att se det.",
     "Read this with care: other performers give more hours, and one that the scenario gives no "
     "staff has it without limit, while the municipalities' staff is unchanged. Missed visits and "
     "costs are therefore not on equal terms. Let the staff follow the work (care/pools) to see "
     "that."},
    {"compare.run", "{n} upprepningar, parvis · alternativ: {alternatives} · slumpfrö {seed}",
     "{n} replications, paired · alternatives: {alternatives} · seed {seed}"},
    {"compare.same_figures", "Oförändrat i varje upprepning: {figures}.",
     "Not affected in any replication: {figures}."},
    {"compare.same_hands", "{who}, som förut", "{who}, as before"},
    {"compare.shifts", "Pass där skillnaden är tydlig",
     "Shifts in which there is a clear difference"},
    {"compare.stakeholders", "Vem vinner och vem förlorar", "Who gains and who loses"},
    {"compare.title", "Jämförelse med {base}", "Comparison with {base}"},
    {"compare.unchanged",
     "Oförändrade: {identical} av {compared} mått, i varje upprepning. Tydlig skillnad: {clear}.",
     "Unchanged: {identical} of {compared} figures, in every replication. Clear difference: "
     "{clear}."},
    {"compare.unclear", "ingen klar skillnad", "no clear difference"},
    {"compare.unclear_brief", "oklart", "unclear"},
    {"compare.worse", "sämre", "worse"},
});

}  // namespace

std::span<const CatalogEntry> comparison_table() { return comparison_entries; }

}  // namespace words
