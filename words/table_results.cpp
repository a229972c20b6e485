// SPDX-License-Identifier: Apache-2.0

// The strings of results, report and terminal, sorted by key (a test holds it so); longer than other
// files because it is data.

#include <array>

#include "words/tables.hpp"

namespace words {
namespace {

constexpr auto results_entries = std::to_array<CatalogEntry>({
    {"answer.among_highest",
     "Risken är bland de största för {role} i {municipality}: {frequency} (95 % "
     "konfidensintervall {interval}; upprepningarna skiljer den inte säkert från {others} andra)",
     "The risk is among the highest for {role} in {municipality}: {frequency} (95% confidence "
     "interval {interval}; the replications do not tell it from {others} others)"},
    {"answer.anywhere", "{frequency} uppstår brist i minst en kommun.",
     "{frequency} there is a shortage in at least one municipality."},
    {"answer.blocked",
     "{setting}: i medeltal är {ready} av {present} patienter färdiga men väntar på nästa "
     "plats ({share}).",
     "{setting}: on average {ready} of {present} patients are ready but wait for the next place "
     "({share})."},
    {"answer.every_one", "i alla {n} simulerade {seasons}", "in all {n} simulated {seasons}"},
    {"answer.here", "{frequency} uppstår brist.", "{frequency} there is a shortage."},
    {"answer.highest",
     "Risken är störst för {role} i {municipality}: {frequency} (95 % konfidensintervall "
     "{interval})",
     "The risk is highest for {role} in {municipality}: {frequency} (95% confidence interval "
     "{interval})"},
    {"answer.highest_load",
     "Sett över hela perioden är belastningen högst för {role} i {municipality}: behovet "
     "är {load} av den tillgängliga tiden.",
     "Over the whole period the need is highest for {role} in {municipality}: {load} of the time "
     "available."},
    {"answer.highest_load_missed",
     "Sett över hela perioden är belastningen högst för {role} i {municipality}: behovet "
     "är {load} av den tillgängliga tiden; {missed} besök som inte kan skjutas upp "
     "uteblir i medeltal.",
     "Over the whole period the need is highest for {role} in {municipality}: {load} of the time "
     "available; {missed} visits that cannot wait are missed on average."},
    {"answer.highest_of_role",
     "För {role} är risken störst i {municipality}: {frequency} (95 % konfidensintervall "
     "{interval})",
     "For {role} the risk is highest in {municipality}: {frequency} (95% confidence interval "
     "{interval})"},
    {"answer.load", "{setting}: beläggningen är {load}.", "{setting}: the utilisation is {load}."},
    {"answer.no_figures", "{n} upprepningar gjordes; siffrorna finns i tabellerna.",
     "{n} replications were made; the figures are in the tables."},
    {"answer.no_season",
     "Ingen vecka av säsongen (vecka {from}–{to}) ingår i den simulerade perioden: risken för "
     "brist är inte bedömd.",
     "No week of the season (weeks {from}–{to}) lies in the simulated period: the risk of shortage "
     "was not judged."},
    {"answer.no_urgent",
     "Scenariot har inga besök som inte kan skjutas upp: risken för brist är inte bedömd.",
     "No visit of the scenario is one that cannot wait: shortage was not judged."},
    {"answer.none",
     "Brist uppstår inte i någon av {n} simulerade {seasons}, i någon kommun eller något yrke; "
     "risken är högst {bound}.",
     "There is no shortage in any of {n} simulated {seasons}, in any municipality or "
     "profession; the risk is at most {bound}."},
    {"answer.none_safe", "I ingen av {all} grupper (kommun och yrke) är risken under 5 %.",
     "In none of {all} groups (municipality and profession) is the risk below 5%."},
    {"answer.only_risk",
     "{frequency} uppstår brist för {role} i {municipality} (95 % konfidensintervall {interval})",
     "{frequency} there is a shortage for {role} in {municipality} (95% confidence interval "
     "{interval})"},
    {"answer.open",
     "För {safe} av {all} grupper (kommun och yrke) är risken säkert under 5 %; för {open} är {n} "
     "upprepningar för få för att avgöra det.",
     "For {safe} of {all} groups (municipality and profession) the risk is surely below 5%; for "
     "{open} of them {n} replications are too few to tell."},
    {"answer.ready",
     "{setting}: i medeltal är {ready} av {present} patienter utskrivningsklara och väntar på att "
     "få komma vidare ({share}).",
     "{setting}: on average {ready} of {present} patients are ready to leave and wait to move on "
     "({share})."},
    {"answer.safe", "I {safe} av {all} grupper (kommun och yrke) är risken under 5 %.",
     "In {safe} of {all} groups (municipality and profession) the risk is below 5%."},
    {"answer.still_waiting",
     "{setting}: när perioden slutar väntar {n} fortfarande, hittills i medeltal "
     "{waited}; räknas de med, och de som gav upp, är medelväntan {all} och den längsta "
     "{longest}.",
     "{setting}: when the period ends {n} still wait, {waited} so far on average; with them, and "
     "those "
     "who gave up, the mean wait is {all} and the longest {longest}."},
    {"answer.tight",
     "Flest ansträngda veckor har {role} i {municipality}: i medeltal {weeks} per säsong.",
     "Most tight weeks: {role} in {municipality}, {weeks} a season on average."},
    {"answer.wait",
     "{setting}: väntan är i medeltal {wait} för dem som fick plats (95 % konfidensintervall "
     "{interval}).",
     "{setting}: the mean wait of those who got a place is {wait} (95% confidence interval "
     "{interval})."},
    {"answer.wait_and_load",
     "{setting}: väntan är i medeltal {wait} för dem som fick plats (95 % konfidensintervall "
     "{interval}) och beläggningen {load}.",
     "{setting}: the mean wait of those who got a place is {wait} (95% confidence interval "
     "{interval}) and the utilisation {load}."},
    {"answer.worst_week", "; oftast vecka {week}", "; most often in week {week}"},
    {"assumptions.grades",
     "Grad A: officiell statistik eller läst originaldokument. B: press, kommunal webb, uppsats "
     "eller andrahandskälla. C: härlett ur A och B. Antagande: ingen källa funnen.",
     "Grade A: official statistics or a primary document that was read. B: press, municipal web, "
     "thesis or secondary source. C: derived from A and B. Assumption: no source found."},
    {"assumptions.heading", "Antaganden och källor", "Assumptions and sources"},
    {"assumptions.intro",
     "Scenariot innehåller {numbers} tal; {sourced} av dem har en angiven källa eller grad. Under "
     "varje namn står var talet finns i scenariofilen.",
     "The scenario holds {numbers} numbers; {sourced} of them have a stated source or grade. Below "
     "each name stands where the number is in the scenario file."},
    {"assumptions.note", "Ur scenariofilen: {note}", "From the scenario file: {note}"},
    {"assumptions.residence", "tillbaka hem", "back home"},
    {"beds.description",
     "Medianen är lägst vecka {low_week} ({low}) och högst vecka {high_week} ({high}).",
     "The median is lowest in week {low_week} ({low}) and highest in week {high_week} ({high})."},
    {"beds.heading", "Upptagna platser och patienter som väntar",
     "Places in use and patients who wait"},
    {"beds.in_use", "{setting}: upptagna platser", "{setting}: places in use"},
    {"beds.intro",
     "Medeltal per dygn i varje vecka. Banden visar hur mycket {single} skiljer sig åt. "
     "Observera att skalan för upptagna platser inte börjar på noll.",
     "Mean per day in each week. The bands show how much {single} differ. Note that the scale "
     "of places in use does not begin at zero."},
    {"beds.others", "Visa övriga vårdformer", "Show the other settings"},
    {"beds.places", "upptagna platser, medel per dygn", "places in use, mean per day"},
    {"beds.ready", "{setting}: utskrivningsklara som väntar", "{setting}: ready and waiting"},
    {"beds.unit", "patienter, medel per dygn", "patients, mean per day"},
    {"card.among_highest", "Bland de största: {where}", "Among the highest: {where}"},
    {"card.anywhere", "{seasons} med brist i minst en kommun",
     "{seasons} with a shortage in at least one municipality"},
    {"card.here", "{seasons} med brist", "{seasons} with a shortage"},
    {"card.highest", "Störst risk: {where}", "Highest risk: {where}"},
    {"card.interval", "95 % konfidensintervall {interval}", "95% confidence interval {interval}"},
    {"card.ready", "{setting}: utskrivningsklara som väntar, medel",
     "{setting}: ready patients who wait, mean"},
    {"card.utilisation", "{setting}: beläggning, medel", "{setting}: utilisation, mean"},
    {"card.wait", "{setting}: väntan, medel för dem som fick plats",
     "{setting}: wait, mean of those who got a place"},
    {"col.allowed", "Tillåtet", "Permitted"},
    {"col.any_role", "Något yrke", "Any profession"},
    {"col.available_median", "Tillgänglig tid, median", "Available, median"},
    {"col.capacity", "Platser", "Places"},
    {"col.cause", "Väntar på", "Waits for"},
    {"col.chance", "Risk", "Risk"},
    {"col.check", "Kontroll", "Check"},
    {"col.days", "Vårddygn", "Patient-days"},
    {"col.depth", "Andel uteblivna av besök som inte kan skjutas upp, värsta veckan",
     "Missed of visits that cannot wait, worst week"},
    {"col.detail", "Förklaring", "Explanation"},
    {"col.due_median", "Behov, median", "Need, median"},
    {"col.entries", "Inflöde per dygn", "Entries per day"},
    {"col.estimate", "Skattning", "Estimate"},
    {"col.exit", "Utgång", "Way out"},
    {"col.fact", "Uppgift", "Item"},
    {"col.figure", "Mått", "Figure"},
    {"col.first_week", "Första", "First"},
    {"col.first_week_median", "Första veckan, median", "First week, median"},
    {"col.from", "Från", "From"},
    {"col.grade", "Grad", "Grade"},
    {"col.hash", "Kontrollsumma", "Checksum"},
    {"col.hours", "Timmar", "Hours"},
    {"col.input", "Indata", "Input"},
    {"col.interval", "95 % konf.int.", "95% conf. int."},
    {"col.item", "Post", "Item"},
    {"col.measure", "Mått", "Measure"},
    {"col.median", "Median", "Median"},
    {"col.million", "Mnkr", "SEK million"},
    {"col.municipality", "Kommun", "Municipality"},
    {"col.note", "Anmärkning", "Note"},
    {"col.party", "Part", "Party"},
    {"col.per_week", "Per vecka", "Per week"},
    {"col.persons", "Personer", "Persons"},
    {"col.pointer", "Plats i filen", "Place in the file"},
    {"col.position", "Läge", "Position"},
    {"col.present", "Patienter", "Patients"},
    {"col.principal", "Huvudman", "Principal"},
    {"col.quantity", "Mängd", "Quantity"},
    {"col.queue", "I kö", "In queue"},
    {"col.range", "Spann", "Range"},
    {"col.ready", "Utskrivningsklara", "Ready"},
    {"col.recovery", "Återhämtning", "Recovery"},
    {"col.role", "Yrke", "Profession"},
    {"col.season_missed", "Uteblivna besök som inte kan skjutas upp",
     "Missed visits that cannot wait"},
    {"col.setting", "Vårdform", "Setting"},
    {"col.shift", "Pass", "Shift"},
    {"col.source", "Källa", "Source"},
    {"col.starts", "Börjar", "Begins"},
    {"col.still_waited", "… hittills", "… so far"},
    {"col.still_waiting", "Väntar vid slutet", "Left waiting"},
    {"col.target", "Mål", "Target"},
    {"col.to", "Till", "To"},
    {"col.unit", "Enhet", "Unit"},
    {"col.utilisation", "Beläggning", "Utilisation"},
    {"col.value", "Värde", "Value"},
    {"col.verdict", "Utfall", "Verdict"},
    {"col.wait", "Väntan", "Wait"},
    {"col.wait_all", "Väntan, alla", "Wait, all"},
    {"col.week", "Vecka", "Week"},
    {"col.weeks", "Veckor med brist", "Weeks with shortage"},
    {"col.worst_week", "Värsta vecka", "Worst w."},
    {"days.description",
     "Kurvan är lägst den {low_date} ({low}) och högst den {high_date} ({high}).",
     "The curve is lowest on {low_date} ({low}) and highest on {high_date} ({high})."},
    {"days.heading", "Dygn för dygn", "Day by day"},
    {"days.intro",
     "Medeltal för varje dygn i de vårdformer som scenariot väljer (report_daily). Alla tal står i "
     "daily.csv.",
     "Mean of each day in the settings that the scenario chooses (report_daily). All numbers are "
     "in "
     "daily.csv."},
    {"days.patients", "{setting}: patienter", "{setting}: patients"},
    {"exits.caption", "Personer som lämnar modellen under perioden",
     "Persons who leave the model during the period"},
    {"exits.heading", "Utgångar ur modellen", "Ways out"},
    {"flow.heading", "Vägen genom vården", "The way through care"},
    {"flow.intro",
     "Siffrorna är patienter per vecka i medeltal, och linjernas bredd följer dem. Blå linjer "
     "leder framåt, orange tillbaka, grå ut ur modellen. Rutans färg visar beläggningen.",
     "The numbers are patients per week on average, and the width of the lines follows them. Blue "
     "lines lead on, orange ones back, grey ones out of the model. The colour of a box shows its "
     "utilisation."},
    {"flow.intro_plain", "Blå linjer leder framåt, orange tillbaka, grå ut ur modellen.",
     "Blue lines lead on, orange ones back, grey ones out of the model."},
    {"flow.resources",
     "Streckade linjer är inga flyttar: de går från en resurs till vårdformerna som tar platser i "
     "den.",
     "Dashed lines are no moves: they lead from a resource to the settings that take places of "
     "it."},
    {"flow.table_caption", "Förflyttningar, patienter per vecka i medeltal",
     "Moves, patients per week on average"},
    {"grade.assumption", "antagande", "assumption"},
    {"key.available", "tillgänglig tid, median och {spread}",
     "time available, median and {spread}"},
    {"key.below", "under {to}", "below {to}"},
    {"key.capacity", "öppna platser", "places offered"},
    {"key.due", "behov, median", "need, median"},
    {"key.few", "ingen färg: för få upprepningar", "no colour: too few replications"},
    {"key.from", "{from} och fler", "{from} or more"},
    {"key.interval", "95 % konfidensintervall", "95% confidence interval"},
    {"key.mean", "medel", "mean"},
    {"key.median", "median", "median"},
    {"key.of_100", "{seasons} av 100 med brist", "{seasons} of 100 with a shortage"},
    {"ledger.all_rows", "Visa alla rader med intervall", "Show all rows with intervals"},
    {"ledger.caption", "Vårddygn, timmar och kostnader per huvudman",
     "Patient-days, hours and kronor by principal"},
    {"ledger.heading", "Kostnader och dygn per huvudman", "Ledger: who provides what"},
    {"ledger.note",
     "Raderna summerar till helheten; det kontrolleras i varje körning. Medelvärden över "
     "upprepningarna.",
     "The rows add up to the total; every run checks it. Means over the replications."},
    {"ledger.rows_caption", "Kostnader och dygn per huvudman, rad för rad",
     "The rows of the ledger"},
    {"ledger.total", "Summa", "Total"},
    {"limits.averages",
     "Siffror för små kommuner varierar mycket från år till år; läs spridningen, inte bara "
     "medelvärdet.",
     "Figures for small municipalities vary much from year to year; read the spread, not only the "
     "mean."},
    {"limits.inputs",
     "Intervallen visar slumpen, inte osäkerheten i antagandena: om ett antagande är fel "
     "blir svaret fel hur många upprepningar som än görs. Se graderna i tabellen över "
     "antaganden.",
     "The intervals show chance, not lack of knowledge: if an assumption is wrong, so is the "
     "answer, however many replications are made. See the grades in the table of assumptions."},
    {"limits.not_forecast", "Detta är ingen prognos, utan vad som följer av scenariots antaganden.",
     "This is no forecast but what follows from the assumptions of the scenario."},
    {"limits.time", "Lokal tid utan sommartid: varje dygn har 24 timmar.",
     "Local time without daylight saving: every day has 24 hours."},
    {"load.description",
     "Behovet är högst vecka {peak_week} (median {peak} timmar) och den tillgängliga tiden lägst "
     "vecka {trough_week} (median {trough} timmar).",
     "The need is highest in week {peak_week} (median {peak} hours) and the available time lowest "
     "in week {trough_week} (median {trough} hours)."},
    {"load.heading", "Behov och tillgänglig tid, vecka för vecka",
     "Need and available time, week by week"},
    {"load.intro",
     "Blått är den tid som besöken kräver, med resor. Streckad orange linje är den tid "
     "som personalen har för besök. Banden visar hur mycket {single} skiljer sig åt, inte "
     "hur säkert medelvärdet är. Skalan skiljer sig mellan kommunerna och börjar inte på "
     "noll.",
     "Blue is the time that the visits require, travel included. The dashed orange line is the "
     "time that the staff can give. The bands show how much {single} differ, not how certain "
     "the mean is. The scale differs between municipalities and does not begin at zero."},
    {"load.strip", "risk för brist den veckan", "risk of shortage in that week"},
    {"load.title", "Behov och tillgänglig tid per vecka: {role}, {municipality}",
     "Need and available time per week: {role}, {municipality}"},
    {"load.unit", "timmar per vecka", "hours per week"},
    {"method.caption", "Körningen", "The run"},
    {"method.census_start",
     "de patienter som är inne när körningen börjar, med återstående vårdtid",
     "the patients present when the run starts, with their residual stays"},
    {"method.chance",
     "Varje slumptal hör till en person och ett ändamål, så att samma person möter samma "
     "slump i varje scenario. Tiden räknas i hela millisekunder.",
     "Random numbers belong to a person and a purpose, so that the same person has the same luck "
     "in every scenario. Time is counted in whole milliseconds."},
    {"method.empty_start", "tomt: alla platser lediga och inga köer",
     "empty: all places free and no queues"},
    {"method.heading", "Metod och begränsningar", "Method and limits"},
    {"method.how", "Så är siffrorna framtagna", "How the figures were made"},
    {"method.intervals",
     "Medelvärden: Students t på värdena från upprepningarna. Sannolikheter: Wilsons intervall; "
     "vid färre än tre händelser anges bara en övre gräns. Spridningen: 5:e till 95:e "
     "percentilen av upprepningarna.",
     "Means: Student’s t on the values of the replications. Probabilities: Wilson’s interval; with "
     "fewer than three events only an upper bound is given. The spread: the 5th to "
     "the 95th percentile of the replications."},
    {"method.limits", "Begränsningar", "Limits"},
    {"method.model",
     "Varje upprepning simulerar samma period händelse för händelse: patienter kommer, vårdas, "
     "väntar och går vidare, och personalens schema, frånvaro och restid avgör vilka besök som "
     "hinns med.",
     "Each replication simulates the same period event by event: patients arrive, are cared for, "
     "wait and move on, and the staff’s rosters, absence and travel decide which visits are made."},
    {"method.model_flow",
     "Varje upprepning simulerar samma period händelse för händelse: patienter kommer, vårdas, "
     "väntar och går vidare.",
     "Each replication simulates the same period event by event: patients arrive, are cared for, "
     "wait and move on."},
    {"method.period", "Mätt period", "Measured period"},
    {"method.period_text", "{from} till {to} ({days} dygn)", "{from} to {to} ({days} days)"},
    {"method.replications", "Upprepningar", "Replications"},
    {"method.reproduce", "Gör om samma körning", "Make the same run again"},
    {"method.reproduce_note",
     "Samma version, scenario, slumpfrö och antal upprepningar ger samma siffror, oavsett "
     "dator och antal trådar.",
     "The same version, scenario, seed and number of replications give the same figures on any "
     "machine and with any number of threads."},
    {"method.scenario", "Scenario", "Scenario"},
    {"method.seed", "Slumpfrö", "Seed"},
    {"method.start", "Startläge", "Initial state"},
    {"method.version", "Programversion", "Version of the program"},
    {"method.warm_up", "; därefter {days} dygns uppvärmning som inte räknas med",
     "; then a warm-up of {days} days that is not counted"},
    {"network.arrivals", "Nya patienter", "New patients"},
    {"network.load", "{load} belagt", "{load} in use"},
    {"network.per_week", "per vecka", "per week"},
    {"network.present", "{present} personer", "{present} persons"},
    {"network.takes", "{setting} tar platser i {resource}", "{setting} takes places of {resource}"},
    {"network.title", "Vägen genom vården", "The way through care"},
    {"network.title_flows", "Vägen genom vården med patienter per vecka",
     "The way through care with patients per week"},
    {"network.together", "{n} i samma ruta", "{n} drawn as one"},
    {"owners.caption", "Medeltal över perioden", "Means over the period"},
    {"owners.heading", "Vem ansvarar och vem utför", "Who is responsible and who performs"},
    {"owners.note",
     "Den som ansvarar behöver inte vara den som utför. Timmarna är given tid med resor, "
     "fördelad efter vem som ansvarar, oavsett vem som utförde.",
     "Who is responsible need not be who performs. Hours are time given, travel included, by who "
     "is responsible, whoever gave it."},
    {"part.arrivals", "Inflöde", "Arrivals"},
    {"part.care", "Personal, besök och utskrivning", "Staff, visits and discharge"},
    {"part.horizon", "Period", "Period"},
    {"part.initial", "Startläge", "Initial state"},
    {"part.limits", "Gränser", "Limits"},
    {"part.measures", "Mått", "Measures"},
    {"part.moves", "Förflyttningar", "Moves"},
    {"part.passages", "Tider på vägen", "Times on the way"},
    {"part.plausible", "Väntade intervall", "Expected ranges"},
    {"part.population", "Befolkning", "Population"},
    {"part.settings", "Vårdformer", "Settings"},
    {"part.targets", "Mål", "Targets"},
    {"party.committee", "Gemensam nämnd", "Joint board"},
    {"party.municipality", "Kommunerna", "Municipalities"},
    {"party.patient", "Patient och närstående", "Patient and relatives"},
    {"party.region", "Regionen", "Region"},
    {"places.caption",
     "Medeltal över perioden. I ett boende räknas alla som bor där, också när de är "
     "borta. Väntan gäller dem som fick plats; Väntan, alla räknar också dem som gav upp "
     "eller väntar vid slutet.",
     "Means over the period. In a residence all who live there are counted, also while they are "
     "away. Wait is of those who got a place; Wait, all counts also those who gave up or still "
     "wait."},
    {"places.heading", "Platser och patienter", "Places and patients"},
    {"places.unlimited", "obegränsat", "unlimited"},
    {"plausible.all", "Alla tal, rad för rad", "All figures, line by line"},
    {"plausible.assumed", "antag.", "assum."},
    {"plausible.caption", "Arbetslagens tal (procent; besök i antal) och väntade intervall",
     "Figures of teams (per cent; visits in number) and the range expected"},
    {"plausible.counts",
     "{outside} av {n} tal ligger utanför det väntade intervallet; {unclear} är oklara och {none} "
     "saknar värde.",
     "{outside} of {n} figures lie outside the range expected; {unclear} are unclear and {none} "
     "have no value."},
    {"plausible.heading", "Stämmer bilden av året?", "Would you recognise this year?"},
    {"plausible.intro",
     "Varje tal för ett arbetslag bredvid det intervall där scenariot väntar det, enligt "
     "en källa eller ett antagande. Utanför: hela konfidensintervallet ligger utanför. "
     "Oklart: konfidensintervallet korsar en gräns.",
     "Each figure of a team beside the range in which the scenario expects it, from a source or as "
     "an assumption. Outside: all of the confidence interval lies outside. Unclear: it crosses an "
     "end."},
    {"plausible.no_value", "inget värde", "no value"},
    {"plausible.outside", "utanför", "outside"},
    {"plausible.unclear", "oklart", "unclear"},
    {"plausible.within", "inom", "within"},
    {"plausible.worst", "Längst utanför: {municipality}, {whose}, {figure} (väntat {range}).",
     "Farthest outside: {municipality}, {whose}, {figure} (expected {range})."},
    {"read.intervals",
     "Två slags intervall förekommer. Konfidensintervallet (95 %) säger hur säkert medelvärdet "
     "eller risken är känd: det krymper med fler upprepningar. Spridningen mellan år säger hur "
     "olika enskilda år kan bli: den krymper inte.",
     "There are two kinds of interval. The confidence interval (95%) says how well the mean or the "
     "risk is known: it shrinks with more replications. The spread between years says how much "
     "single years may differ: it does not shrink."},
    {"read.intervals_runs",
     "Två slags intervall förekommer. Konfidensintervallet (95 %) säger hur säkert medelvärdet "
     "eller risken är känd: det krymper med fler upprepningar. Spridningen säger hur olika "
     "enskilda upprepningar kan bli: den krymper inte.",
     "There are two kinds of interval. The confidence interval (95%) says how well the mean or the "
     "risk is known: it shrinks with more replications. The spread says how much single "
     "replications may differ: it does not shrink."},
    {"ready_causes.caption", "Utskrivningsklara vårddygn efter vad patienten väntar på",
     "Ready patient-days by what the patient waits for"},
    {"ready_causes.heading", "Vad utskrivningsklara väntar på", "What ready patients wait for"},
    {"ready_causes.note",
     "Varje vårddygn från utskrivningsklar tills patienten lämnar platsen. Det som återstår "
     "samtidigt delar dygnet lika. Därefter räknas tiden tills mottagaren har öppet, och sist "
     "tills det finns plats.",
     "Every patient-day from ready until the patient leaves the place. What remains at the same "
     "time has equal parts of the day. After that the time until those who receive the patient "
     "are open, and last until there is a place."},
    {"recognised.agency_share", "inhyrd personal", "agency"},
    {"recognised.direct_share", "hos patienter", "with patients"},
    {"recognised.load", "belastning", "load"},
    {"recognised.missed_share", "uteblivna", "missed"},
    {"recognised.overtime_share", "övertid", "overtime"},
    {"recognised.visits_each", "besök per person", "visits each"},
    {"report.footer",
     "Rapporten är skapad av Tröskel. Den är en enda fil, gör inga anrop och kan skrivas ut eller "
     "skickas vidare som den är. Hopfällda tabeller följer med i utskriften om de är öppna.",
     "The report was made by Tröskel. It is a single file, makes no request, and can be printed or "
     "passed on as it is. Folded tables are printed if they are open."},
    {"report.language", "Svenska", "English"},
    {"report.meta", "{from} till {to} · {n} upprepningar", "{from} to {to} · {n} replications"},
    {"report.warning", "Obs!", "Note:"},
    {"risk.definition",
     "Brist är en vecka då minst {missed} besök som inte kan skjutas upp uteblir, eller "
     "{share} av dem (vecka {from}–{to}).",
     "A shortage is a week in which {missed} visits that cannot wait are missed, or {share} of "
     "them "
     "(weeks {from}–{to})."},
    {"risk.detail", "Visa djup, längd och veckor", "Show depth, length and weeks"},
    {"risk.detail_caption", "Brist per kommun och yrke: hur ofta, hur länge, hur djupt",
     "Shortage by municipality and profession: how often, how long, how deep"},
    {"risk.heading", "Risken för brist", "The risk of shortage"},
    {"risk.heading_summer", "Risken för brist under sommaren",
     "The risk of shortage in the summer"},
    {"risk.intro",
     "Tabellen visar hur ofta det blir brist minst en av de veckor som räknas: i hur "
     "många av 100 simulerade {seasons}. Under varje tal står dess 95-procentiga "
     "konfidensintervall. Besök som inte kan skjutas upp är måste-besök och tidskritiska "
     "besök; ett yrke vars besök alla kan skjutas upp har ingen sådan risk.",
     "The table shows how often there is a shortage in at least one of the weeks that count: in "
     "how many of 100 simulated {seasons}. Below each number stands its 95% confidence interval. "
     "Visits "
     "that cannot wait are must-attend and time-critical ones; a profession whose visits can all "
     "wait has "
     "no such risk."},
    {"risk.table_caption", "Risk för brist minst en vecka, per kommun och yrke",
     "Risk of shortage in at least one week, by municipality and profession"},
    {"row.anywhere", "Minst en kommun", "At least one"},
    {"run.interrupted", "Körningen avbröts: {n} av {requested} upprepningar är gjorda.",
     "The run was interrupted: {n} of {requested} replications are done."},
    {"season.cut",
     "Ingen hel säsong (vecka {from}–{to}) ingår i den simulerade perioden; risken för brist "
     "gäller "
     "vecka {first}–{last}.",
     "No whole season (weeks {from}–{to}) lies in the simulated period; the risk of shortage is "
     "that of weeks {first}–{last}."},
    {"shift.caption",
     "Personal och besök per slags pass; brist och belastning i säsongen, resten hela "
     "perioden",
     "Staff and visits by kind of shift; shortage and need in the season, the rest over the whole "
     "period"},
    {"shift.details", "Visa alla pass: belastning, besök per person, övertid",
     "Show every shift: need, visits a person, overtime"},
    {"shift.heading", "I vilka pass uppstår bristen?", "Which shifts fail?"},
    {"shift.note",
     "Hur ofta uteblivna besök i ett enda slags pass räcker för att det ska bli brist. "
     "Helg är lördag, söndag och helgdag. Ett besök räknas i det pass där det uteblir.",
     "How often shifts of one kind alone make a shortage. Weekend is Saturday, Sunday and "
     "holidays. "
     "A visit counts in the shift in which it is given up."},
    {"shift.risk_caption", "Brist enbart av det som uteblev i ett slags pass: {role}",
     "Shortage by what was missed in shifts of one kind: {role}"},
    {"shift.weekdays", "{shift}, vardag", "{shift}, weekdays"},
    {"shift.weekend", "{shift}, helg", "{shift}, weekend"},
    {"shift_col.agency", "Inhyrd personal, timmar", "Agency, hours"},
    {"shift_col.any", "Risk", "Risk"},
    {"shift_col.load", "Belastning, %", "Need of time, %"},
    {"shift_col.missed_other", "Uteblivna övriga besök", "Other missed"},
    {"shift_col.missed_share", "Andel uteblivna av dem som inte kan skjutas upp, %",
     "Missed of those that cannot wait, %"},
    {"shift_col.overtime", "Övertid, timmar", "Overtime, hours"},
    {"shift_col.season_load", "Belastning i säsongen, %", "Need of time in the season, %"},
    {"shift_col.season_missed", "Uteblivna som inte kan skjutas upp, per säsong",
     "Missed that cannot wait, a season"},
    {"shift_col.visits_each", "Besök per person och pass", "Visits per person and shift"},
    {"show.table", "Visa siffrorna som tabell", "Show the figures as a table"},
    {"spread.half_runs", "hälften av upprepningarna", "half of the replications"},
    {"spread.half_years", "hälften av åren", "half of the years"},
    {"spread.nine_runs", "nio upprepningar av tio", "nine replications of ten"},
    {"spread.nine_years", "nio år av tio", "nine years of ten"},
    {"spread.single_runs", "enskilda upprepningar", "single replications"},
    {"spread.single_years", "enskilda år", "single years"},
    {"staff.caption", "Medel per upprepning, hela perioden", "Mean per replication, whole period"},
    {"staff.heading", "Personal och besök", "Staff and visits"},
    {"stakeholders.caption", "Siffror per part, hela perioden", "Figures by party, whole period"},
    {"stakeholders.heading", "Vad varje part bär", "What each party carries"},
    {"stakeholders.note",
     "Siffrorna står bredvid varandra; inget sammanvägt betyg avgör. Summor över kommuner och "
     "yrken är medelvärden utan eget intervall.",
     "The figures stand side by side; no single score decides. Sums over municipalities and "
     "professions are means without an interval of their own."},
    {"stakeholders.risk", "Risk för brist, {municipality}", "Risk of shortage, {municipality}"},
    {"stakeholders.sum", "{label}, alla kommuner", "{label}, all municipalities"},
    {"state.blocked", "Blockerade", "Blocked"},
    {"state.capacity", "Öppna platser", "Places offered"},
    {"state.ci_high", "{label}, 95 % konf.int., övre gräns",
     "{label}, 95% conf. int., upper bound"},
    {"state.ci_low", "{label}, 95 % konf.int., nedre gräns",
     "{label}, 95% conf. int., lower bound"},
    {"state.departures", "Utflöde", "Departures"},
    {"state.entries", "Inflöde", "Entries"},
    {"state.occupied", "Upptagna platser", "Places taken"},
    {"state.present", "Patienter", "Patients"},
    {"state.queued", "I kö", "Queued"},
    {"state.ready", "Utskrivningsklara som väntar", "Ready and waiting"},
    {"states.caption", "Läget vid valda tider", "The state at chosen times"},
    {"states.heading", "Läget vid valda tider", "The state at chosen times"},
    {"tables.heading", "Tabeller", "Tables"},
    {"target.caption", "Mål, skattning och tillåtet intervall",
     "Targets, estimates and permitted ranges"},
    {"target.description",
     "Skattning {estimate}, konfidensintervall {interval}, tillåtet {low} till {high}.",
     "Estimate {estimate}, confidence interval {interval}, permitted {low} to {high}."},
    {"target.failed", "missat", "missed"},
    {"target.heading", "Återger modellen verkligheten?", "Does the model reproduce reality?"},
    {"target.intro",
     "Kända siffror som scenariot ska återge. Det skuggade fältet är det tillåtna intervallet, "
     "punkten modellens medelvärde och strecket dess konfidensintervall.",
     "Known figures that the scenario must reproduce. The shaded field is the permitted range, "
     "the dot the model’s mean and the line its confidence interval."},
    {"target.passed", "uppnått", "met"},
    {"terminal.files", "Skrivet", "Written"},
    {"terminal.measures", "Nyckeltal", "Measures"},
    {"terminal.more", "och {n} till; se summary.csv", "and {n} more; see summary.csv"},
    {"terminal.places", "Platser och patienter, medel (95 % konfidensintervall)",
     "Places and patients, mean (95% confidence interval)"},
    {"terminal.ready_causes", "Vad utskrivningsklara väntar på, vårddygn (95 % konfidensintervall)",
     "What ready patients wait for, patient-days (95% confidence interval)"},
    {"terminal.reproduce", "Gör om samma körning", "Make the same run again"},
    {"terminal.risk", "Brist minst en vecka, i så många av 100 {seasons} (95 % konfidensintervall)",
     "Shortage in at least one week, of 100 {seasons} (95% confidence interval)"},
    {"terminal.run", "{n} upprepningar · {from} till {to} · slumpfrö {seed}",
     "{n} replications · {from} to {to} · seed {seed}"},
    {"terminal.targets", "Mål som körningen ska återge", "Targets that the run must reproduce"},
    {"tight.caption", "Ansträngda veckor per säsong, medel", "Tight weeks a season, mean"},
    {"tight.note",
     "En ansträngd vecka är ingen brist: behovet är mer än {load} av den tillgängliga "
     "tiden, minst {moved} av besöken flyttas eller minst {overtime} av den givna tiden "
     "är övertid. Vecka {from}–{to} räknas.",
     "A tight week is no shortage: the need is above {load} of the time there is, at least {moved} "
     "of the "
     "visits are moved, or at least {overtime} of the time given is overtime. Weeks {from}–{to} "
     "count."},
    {"unit.beds", "vårdplatser", "beds"},
    {"unit.places", "platser", "places"},
    {"unit.slots", "tider", "slots"},
    {"weeks.axis", "vecka", "week"},
    {"weeks.description",
     "En rad per kommun och en ruta per vecka; mörkare betyder större risk. Siffrorna finns i "
     "tabellen under bilden.",
     "One row per municipality and one cell per week; darker means a higher risk. The figures are "
     "in the table below the picture."},
    {"weeks.few",
     "Bara {n} simulerades: redan en av dem färgar en ruta, så enstaka rutor kan bero på "
     "slumpen.",
     "Only {n} were simulated: a single one of them colours a cell, so that single cells may be "
     "chance."},
    {"weeks.heading", "Vilka veckor är svårast?", "Which weeks are the hardest?"},
    {"weeks.note",
     "Varje ruta är en vecka. Färgen visar hur ofta det blir brist just den veckan, av 100 "
     "simuleringar. Bara vecka {from}–{to} räknas i risken ovan.",
     "Each cell is a week. The colour shows how often there is a shortage in that very week, of "
     "100 "
     "simulations. Only weeks {from}–{to} count in the risk above."},
    {"weeks.note_whole",
     "Varje ruta är en vecka. Färgen visar hur ofta det blir brist just den veckan, av 100 "
     "simuleringar.",
     "Each cell is a week. The colour shows how often there is a shortage in that very week, of "
     "100 "
     "simulations."},
    {"weeks.season", "räknas: v. {from}–{to}", "counted: weeks {from}–{to}"},
    {"weeks.title", "Risk för brist vecka för vecka: {role}",
     "Risk of shortage week by week: {role}"},
});

}  // namespace

std::span<const CatalogEntry> results_table() { return results_entries; }

}  // namespace words
