// SPDX-License-Identifier: Apache-2.0

// The strings of comparisons, sorted by key (a test holds it so).

#include <array>

#include "words/tables.hpp"

namespace words {
namespace {

constexpr auto comparison_entries = std::to_array<CatalogEntry>({
    {"compare.all_identical", "Ingenting skiljer: alla {n} mått är lika i varje upprepning.",
     "Nothing differs: all {n} figures are equal in every replication."},
    {"compare.all_municipalities", "Alla kommuner", "All municipalities"},
    {"compare.alternative", "Alternativ {number}: {name}", "Alternative {number}: {name}"},
    {"compare.and", " och ", " and "},
    {"compare.and_more", "; och {n} till", "; and {n} more"},
    {"compare.better", "bättre", "better"},
    {"compare.better_heading", "Vad blir bättre, och för vem", "What gets better, and for whom"},
    {"compare.by_municipality", "Per kommun", "By municipality"},
    {"compare.caption", "Skillnad mot utgångsläget, med 95 % konfidensintervall",
     "Difference from the base, with 95 % confidence interval"},
    {"compare.cases",
     "Byter ansvarig eller utförare: {persons} av {of} personer i vård i hemmet, i medeltal ({n} "
     "patientfall; se changed_cases.csv).",
     "Change who is responsible or performs: {persons} of {of} persons in care at home, on average "
     "({n} patient cases; see changed_cases.csv)."},
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
    {"compare.col_whom", "För vem", "For whom"},
    {"compare.every_task", "alla insatser", "every task"},
    {"compare.gain",
     "Med andra slumptal i varje scenario hade intervallen varit ungefär {times} gånger så breda "
     "(median över de mått som skiljer).",
     "With other random numbers in each scenario the intervals would have been about {times} times "
     "as wide (median of the figures that differ)."},
    {"compare.hands", "Vem byter ansvarig eller utförare", "Who changes owner or performer"},
    {"compare.hands_caption",
     "Personer i vård i hemmet i medeltal i basen, med 95 % konfidensintervall; före → efter",
     "Persons in care at home on average in the base, with 95% confidence interval; before → "
     "after"},
    {"compare.higher", "högre", "higher"},
    {"compare.hours_answered", "Timmar i hemmet efter vem som ansvarar: {hours}.",
     "Hours at home by who answers for them: {hours}."},
    {"compare.hours_given", "Timmar i hemmet efter vem som utför: {hours}.",
     "Hours at home by who performs: {hours}."},
    {"compare.interrupted", "{case}: jämförs på de {n} första upprepningarna; körningen avbröts",
     "{case}: compared on the first {n} replications; the run was interrupted"},
    {"compare.journeys_identical",
     "Patienternas vägar är desamma: alla {n} mått på var patienterna är och hur de rör sig är "
     "lika i varje upprepning.",
     "The journeys are the same: all {n} figures on where patients are and how they move are equal "
     "in every replication."},
    {"compare.less_supply",
     "Alternativet har färre i arbete eller färre platser än basen. Att då färre timmar, vårddygn "
     "eller kronor går åt räknas inte som bättre.",
     "The alternative has fewer at work or fewer places than the base. That fewer hours, "
     "patient-days or kronor are then used is not counted as better."},
    {"compare.lower", "lägre", "lower"},
    {"compare.method",
     "Metod: samma personer med samma slump i basen och i alternativen, upprepning för upprepning. "
     "Sämre och bättre sägs när slumpen inte räcker som förklaring (p högst 5 %, justerat för "
     "antalet alternativ) och skillnaden är minst 1 % av basen. Inget sammanvägt betyg avgör.",
     "Method: the same people with the same luck in the base and in the alternatives, replication "
     "by replication. Worse and better are said when chance does not suffice as an explanation (p "
     "at most 5%, adjusted for the number of alternatives) and the difference is at least 1% of "
     "the base. No single score decides."},
    {"compare.million", "mnkr", "SEK million"},
    {"compare.money", "Pengar", "Money"},
    {"compare.money_as_staffed",
     "Kostnaden är vad var och en betalar för den personal och de platser som alternativet har. "
     "Högre och lägre är varken bra eller dåligt.",
     "The cost is what each pays for the staff and the places that the alternative has. Higher and "
     "lower are neither good nor bad."},
    {"compare.money_follows",
     "Personalen antas följa arbetet: den som ansvarar för en timme vård i hemmet betalar vad en "
     "given timme kostar kommunerna i basen, med frånvaro, restid och övrig arbetstid inräknad. "
     "Högre "
     "och lägre är varken bra eller dåligt.",
     "Staff are taken to follow the work: whoever answers for an hour of care at home pays what an "
     "hour given costs the municipalities in the base, absence, travel and other working time "
     "included. "
     "Higher and lower are neither good nor bad."},
    {"compare.money_stays", "Kostnad om personalen inte följer med",
     "Cost if the staff do not follow"},
    {"compare.money_stays_note",
     "Kommunernas bemanning är kvar som i basen, och utförare utan egen bemanning i scenariot har "
     "personal utan gräns. Den som lämnar ifrån sig arbete betalar då ändå för sin personal: "
     "jämförelsen är inte på lika villkor.",
     "The municipalities’ staff stays as in the base, and performers that the scenario gives no "
     "staff have it without limit. Who hands work over then still pays for the staff: the "
     "comparison is not on equal terms."},
    {"compare.more", "och {n} till; se comparison.csv", "and {n} more; see comparison.csv"},
    {"compare.more_below", "Och {n} till; se Vem vinner och vem förlorar.",
     "And {n} more; see Who gains and who loses."},
    {"compare.more_groups", "{n} patientgrupper till", "{n} more groups of patients"},
    {"compare.moved", "Vem ansvarar i varje kommun", "Who answers for care in each municipality"},
    {"compare.moved_caption",
     "Skillnad mot basen i medeltal, med 95 % konfidensintervall; timmar under hela den mätta "
     "tiden",
     "Difference from the base on average, with 95% confidence interval; hours over all of the "
     "measured time"},
    {"compare.no_gain",
     "Med andra slumptal i varje scenario hade intervallen varit ungefär lika breda (median över "
     "de "
     "mått som skiljer).",
     "With other random numbers in each scenario the intervals would have been about as wide "
     "(median of the figures that differ)."},
    {"compare.nobody_moves", "Ingen byter ansvarig eller utförare.",
     "Nobody changes owner or performer."},
    {"compare.not_affected", "oförändrat", "not affected"},
    {"compare.note",
     "Samma personer möter samma slump i båda: skillnaden är medel av alternativet minus basen, "
     "upprepning för upprepning, med Students t-intervall. Bättre, sämre, högre och lägre sägs när "
     "p-värdet är högst 5 %, annars är skillnaden inte klar; av många mått som inte påverkas i "
     "medeltal får då ungefär vart "
     "tjugonde ändå ett sådant ord. Orden överst nämner skillnader på minst 1 % av basen. "
     "Siffrorna står bredvid varandra; inget sammanvägt betyg avgör.",
     "The same people with the same luck in both: the difference is the mean of alternative minus "
     "base, replication by replication, with a Student t interval. Better, worse, higher and lower "
     "are said when the p-value is at most 5%, else the difference is unclear; of many figures "
     "whose mean is not affected, about "
     "one in twenty still gets such a word. The words at the top name differences of at least 1% "
     "of the base. The figures stand side by side; no single score "
     "decides."},
    {"compare.note_holm",
     "P-värdena är justerade för {n} alternativ med Holms stegvisa metod, mått för mått; "
     "intervallen är det inte.",
     "The p-values are adjusted for {n} alternatives by Holm’s step-down method, figure by figure; "
     "the intervals are not."},
    {"compare.nothing_clear", "Ingen skillnad är tydlig: slumpen räcker som förklaring.",
     "No difference is clear: chance suffices as an explanation."},
    {"compare.nothing_worse",
     "Ingenting blir säkert sämre: inget mått försämras tydligt och så mycket att det betyder "
     "något.",
     "Nothing clearly gets worse: no figure worsens beyond doubt and by enough to matter."},
    {"compare.of_children", "{task}, barn", "{task}, children"},
    {"compare.other_attributes",
     "{case}: regelverket har andra egna egenskaper än basfallets, så patientfall jämförs inte",
     "{case}: its rule set has other own attributes than that of the base, so patient cases are "
     "not "
     "compared"},
    {"compare.other_hands", "{from} → {to}", "{from} → {to}"},
    {"compare.other_horizon", "{case}: mäter {days} dygn, basen {base}; summor är inte jämförbara",
     "{case}: measures {days} days, the base {base}; totals cannot be compared"},
    {"compare.other_teams", "andra utförare", "other performers"},
    {"compare.others_give_more",
     "Läs uteblivna besök med försiktighet: andra utförare ger fler timmar, och den som scenariot "
     "inte ger personal har den utan gräns, medan kommunernas bemanning är oförändrad. Låt "
     "personalen följa arbetet (care/pools) för att se uteblivna besök på lika villkor.",
     "Read missed visits with care: other performers give more hours, and one that the scenario "
     "gives no staff has it without limit, while the municipalities’ staff is unchanged. Let the "
     "staff follow the work (care/pools) to see missed visits on equal terms."},
    {"compare.own_teams", "kommunernas personal", "the municipalities’ staff"},
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
    {"compare.worse_heading", "Vad blir sämre, och för vem", "What gets worse, and for whom"},
});

}  // namespace

std::span<const CatalogEntry> comparison_table() { return comparison_entries; }

}  // namespace words
