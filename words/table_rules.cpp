// SPDX-License-Identifier: Apache-2.0

// What `troskel rules` and the page of rule sets say, sorted by key (a test holds it so).

#include <array>

#include "words/tables.hpp"

namespace words {
namespace {

constexpr auto rules_entries = std::to_array<CatalogEntry>({
    {"code.asih", "ASIH", "ASIH"},
    {"code.health_centre", "VC", "HC"},
    {"code.hospital", "SH", "H"},
    {"code.mobile_team", "MT", "MT"},
    {"code.municipality", "K", "M"},
    {"code.nobody", "–", "–"},
    {"code.on_call", "JL", "OC"},
    {"code.person", "E", "P"},
    {"code.region", "R", "R"},
    {"code.specialist_clinic", "SK", "SC"},
    {"deciding.assumed", "{attribute} (inget sägs; {value} antas)",
     "{attribute} (nothing is said; {value} assumed)"},
    {"deciding.gives", "{values} ger {answer}", "{values} gives {answer}"},
    {"deciding.more", "och {n} till (--json visar alla)", "and {n} more (--json shows all)"},
    {"deciding.more_values", "{values} och {n} till", "{values} and {n} more"},
    {"deciding.stated", "Sagt i fallet; ett annat värde ändrar svaret:",
     "Stated in the case; another value changes the answer:"},
    {"deciding.summary",
     "Vad svaren hänger på, olika i olika regelverk (antal av {n} där ett annat värde ger ett "
     "annat svar, fråga för fråga): {attributes}.",
     "What the answers hang on, differently by rule set (number of {n} in which another value "
     "gives another answer, question by question): {attributes}."},
    {"deciding.taken", "{attribute} ({value})", "{attribute} ({value})"},
    {"deciding.unstated", "Inte sagt i fallet, fast det ändrar svaret:",
     "Not stated in the case, though it changes the answer:"},
    {"matter.pays", "Betalar", "Pays"},
    {"matter.supplies", "Hjälpmedel och material", "Aids and material"},
    {"matter.trains", "Utbildar", "Trains"},
    {"matter.when", "Från när", "From when"},
    {"performer.asih", "avancerad sjukvård i hemmet (ASIH)", "advanced home care (ASIH)"},
    {"performer.mobile_team", "mobilt team", "a mobile team"},
    {"performer.on_call", "jourläkare", "a physician on call"},
    {"profession.assistant_nurse", "undersköterska på delegering", "assistant nurse on delegation"},
    {"profession.nurse", "sjuksköterska", "nurse"},
    {"profession.physician", "läkare", "physician"},
    {"profession.therapist", "arbetsterapeut eller fysioterapeut",
     "occupational therapist or physiotherapist"},
    {"rules.all_but", "alla utom {values}", "all but {values}"},
    {"rules.also_settled",
     "Övrigt som sägs om avtalet; det som inte nämns står inte i handlingarna:",
     "What else is said of the agreement; what is not named is not in the papers:"},
    {"rules.and", " och ", " and "},
    {"rules.differing", "Andel av alla kombinationer av egenskaper som får olika svar\n",
     "Share of all combinations of attributes that are answered differently\n"},
    {"rules.disputed", ": omstritt\n", ": disputed\n"},
    {"rules.disputed_answer", "omstritt: {answer}", "disputed: {answer}"},
    {"rules.disputed_cases", "Omstridda fall", "Disputed cases"},
    {"rules.every_case", "alla fall", "every case"},
    {"rules.if", "om {positions}:", "if {positions}:"},
    {"rules.legend",
     "Före pilen vem som ansvarar: {parties}. Efter pilen vem som utför, när det är en annan: "
     "{performers}. ? är omstritt, med varje läsning.",
     "Before the arrow who is responsible: {parties}. After the arrow who performs, when it is "
     "another: {performers}. ? is disputed, with each reading."},
    {"rules.more", "\noch {n} till (--json visar alla)\n", "\nand {n} more (--json shows all)\n"},
    {"rules.more_cases", "- och {n} till (--json visar alla)", "- and {n} more (--json shows all)"},
    {"rules.no_cases", "inga fall", "no cases"},
    {"rules.none_differ", "\nInga fall skiljer.\n", "\nNo cases differ.\n"},
    {"rules.not_settled", "Regleras inte i avtalet: {matters}",
     "Not settled by the agreement: {matters}"},
    {"rules.open", "öppen", "open"},
    {"rules.or", " eller ", " or "},
    {"rules.own_attribute", "{name} ({label}): {values}", "{name} ({label}): {values}"},
    {"rules.own_attributes", "egna egenskaper, det vanliga värdet först: {list}",
     "own attributes, the usual value first: {list}"},
    {"rules.readings", "regionen säger {region}, kommunen säger {municipality}",
     "the region says {region}, the municipality says {municipality}"},
    {"rules.settled", "{answer} (fråga {questions})", "{answer} (question {questions})"},
    {"rules.size",
     "regler: {rules}, varav {replaced} helt ersatta av en senare fil; lagkrav: {constraints}, "
     "alla uppfyllda; varje fall har en regel",
     "rules: {rules}, of them {replaced} wholly replaced by a later file; law constraints: "
     "{constraints}, all kept; every case has a rule"},
    {"rules.sources", "\n  Källor\n", "\n  Sources\n"},
    {"rules.switch", "{name} ({source}, {label}): {position}; avgör {share} av fallen",
     "{name} ({source}, {label}): {position}; decides {share} of the cases"},
    {"rules.switches", "\n  Omkopplare som avgör fall\n", "\n  Switches that decide cases\n"},
    {"rules.unowned_cases", "Fall utan ansvarig", "Cases with nobody responsible"},
    {"rules.unserved_cases", "Fall som ingen utför", "Cases that nobody performs"},
    {"rules.unsettled", "regleras inte i avtalet", "not settled by the agreement"},
    {"rules.usual_value", "{value} (det vanliga; inget annat sägs)",
     "{value} (the usual one; nothing else is said)"},
    {"rules.valid", "Gäller {period}.", "Holds {period}."},
    {"rules.valid_from", "från {from}", "from {from}"},
    {"rules.valid_notice", " Uppsägning senast {months} månader före.",
     " Notice at latest {months} months before."},
    {"rules.valid_prolonged", " Förlängs med {years} år i taget om ingen part säger upp.",
     " Prolonged by {years} years at a time unless a party gives notice."},
    {"rules.valid_span", "{from} till {to}", "{from} to {to}"},
    {"rules.valid_to", "till {to}", "until {to}"},
    {"rules.weighed", " (vägda efter ålder, {persons} personer)",
     " (weighed by age, {persons} persons)"},
    {"rules.where", "\nDär de skiljer sig, med andel av alla kombinationer\n",
     "\nWhere they differ, with the share of all combinations\n"},
    {"rules.who_answers", "\n  Vem som ansvarar, andel av alla kombinationer av egenskaper",
     "\n  Who is responsible, share of all combinations of attributes"},
    {"rules_page.answers", "Så läses svaren", "How to read the answers"},
    {"rules_page.content", "Innehåll", "Content"},
    {"rules_page.document", "Dokument", "Document"},
    {"rules_page.extends", "Ärver", "Extends"},
    {"rules_page.file", "Fil", "File"},
    {"rules_page.intro",
     "Vem ansvarar för vården, och vem utför den, enligt varje överenskommelse i källdokumenten? "
     "Samma patientfall ställs här mot alla regelverk. `troskel rules explain REGELFIL --case "
     "FALL` visar regeln bakom varje svar, i ord. Koderna som A08 och D30 är källorna, som står "
     "sist på sidan; K1 till K12 är parternas oenigheter, som användaren själv tar ställning till "
     "med `--switch`.",
     "Who is responsible for the care, and who performs it, under every agreement in the source "
     "documents? The same patient cases are put to all rule sets here. `troskel rules explain "
     "RULEFILE --case CASE` shows the rule behind each answer, in words. Codes such as A08 and D30 "
     "are the sources, which stand last on the page; K1 to K12 are the disagreements of the "
     "parties, which the user resolves with `--switch`."},
    {"rules_page.label", " (bara nämnd)", " (named only)"},
    {"rules_page.no_content", " (inget regelinnehåll i dokumenten; ärver)",
     " (no rule content in the documents; inherits)"},
    {"rules_page.other_language", "[In English](rules-and-cases.md)",
     "[På svenska](regler-och-fall.md)"},
    {"rules_page.parameter", " (parameter, ingen regel)", " (a parameter, no rule)"},
    {"rules_page.rows", "Rader i registret", "Rows of the register"},
    {"rules_page.rule_sets", "Regelverken", "The rule sets"},
    {"rules_page.says", "Vad som sägs", "What it says"},
    {"rules_page.sources", "Källorna", "The sources"},
    {"rules_page.title", "Regelverk och patientfall", "Rule sets and patient cases"},
    {"rules_page.written_by",
     "Skriven av ett test ur scenarios/rules och scenarios/cases. Ändra dem, inte sidan.",
     "Written by a test from scenarios/rules and scenarios/cases. Change those, not this page."},
});

}  // namespace

std::span<const CatalogEntry> rules_table() { return rules_entries; }

}  // namespace words
