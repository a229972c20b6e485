// SPDX-License-Identifier: Apache-2.0
#include "app/command_texts.hpp"

#include <algorithm>

#include "sim/check.hpp"

namespace app {
namespace {

constexpr OptionText option_texts[] = {
    {"--replications",
     "N",
     {"antal upprepningar (100; med --precision högst så många, 2000)",
      "number of replications (100; with --precision at most so many, 2000)"}},
    {"--precision",
     "PERCENT",
     {"sluta när huvudtalen är kända på så många procent när",
      "stop when the headline figures are known within so many percent"}},
    {"--first",
     "N",
     {"den första upprepningens nummer (0): del N av ett större försök",
      "number of the first replication (0): a slice of a larger experiment"}},
    {"--seed",
     "S",
     {"slumptalens frö, 64 bitar (1); samma frö ger samma resultat",
      "seed of the random numbers, 64 bits (1); the same seed gives the same results"}},
    {"--threads", "N", {"antal trådar (0 = alla)", "number of threads (0 = all)"}},
    {"--set",
     "POINTER=VALUE",
     {"ändra ett värde i scenariot, t.ex. /settings/clinic/capacity=4; kan upprepas",
      "change a value of the scenario, e.g. /settings/clinic/capacity=4; may be repeated"}},
    {"--out",
     "DIR",
     {"mapp för resultaten (out/<scenariots namn>)",
      "folder for the results (out/<name of the scenario>)"}},
    {"--require-targets",
     "",
     {"avsluta med 1 om ett mål i scenariot inte nås",
      "exit with 1 when a target of the scenario is missed"}},
    {"--json", "", {"skriv JSON på standard ut", "print JSON to standard output"}},
    {"--progress",
     "auto|plain|none",
     {"hur körningen följs på standard fel", "how the run is shown on standard error"}},
    {"--color", "auto|always|never", {"färger i terminalen", "colours in the terminal"}},
    {"--lang",
     "sv|en",
     {"språk (från LC_ALL, LC_MESSAGES eller LANG)",
      "language (from LC_ALL, LC_MESSAGES or LANG)"}},
    {"--resolved",
     "",
     {"skriv det fullständiga scenariot som JSON: sammanslaget, med förval utskrivna",
      "print the whole scenario as JSON: merged, with defaults written out"}},
    {"--sources",
     "",
     {"visa varje tal med sin källa, inte bara dem som saknar en",
      "list every number with its source, not only those without one"}},
    {"--case",
     "CASE",
     {"patientfall som förklaras; kan upprepas", "patient case to explain; may be repeated"}},
    {"--all",
     "",
     {"alla regelverk (och alla patientfall, om inget anges), som en matris",
      "all rule sets (and all patient cases, if none is given), as a matrix"}},
    {"--switch",
     "NAME=POSITION",
     {"ta ställning i en fråga som parterna är oense om, t.ex. level_rule=region; kan upprepas",
      "take a position where the parties disagree, e.g. level_rule=region; may be repeated"}},
    {"--population",
     "SCENARIO",
     {"väg andelar av fallen efter scenariots befolkning",
      "weigh shares of cases by the population of the scenario"}},
    {"--rules",
     "RULEFILE...",
     {"jämför regelverk i samma scenario: varje fil, eller namn, är ett alternativ",
      "compare rule sets in the same scenario: each file, or name, is an alternative"}},
    {"--csv",
     "plain|swedish",
     {"tabeller för program, eller med semikolon och decimalkomma (som språket)",
      "tables for programs, or with semicolon and decimal comma (as the language)"}},
    {"--format", "svg|dot|mermaid", {"bildens format (svg)", "format of the picture (svg)"}},
    {"--replication",
     "K",
     {"upprepningens nummer (0), som i replications.csv",
      "number of the replication (0), as in replications.csv"}},
    {"--patient",
     "ID",
     {"vem som följs, t.ex. patients/12; utan visas några att välja bland",
      "whom to follow, e.g. patients/12; without it, some to choose from are listed"}},
};

/// Where a command means something of its own by an option.
struct Special {
  Command command;
  OptionText text;
};

constexpr Special specials[] = {
    {Command::Network,
     {"--replications",
      "N",
      {"kör N upprepningar och rita flödena (0 = bara vägarna)",
       "run N replications and draw the flows (0 = the ways only)"}}},
    {Command::Network,
     {"--out",
      "FILE",
      {"skriv till filen i stället för standard ut",
       "write to the file instead of standard output"}}},
    {Command::Compare,
     {"--replications",
      "N",
      {"antal upprepningar av varje scenario (200), minst 2",
       "number of replications of each scenario (200), at least 2"}}},
    {Command::Compare,
     {"--set",
      "POINTER=VALUE",
      {"ändra ett värde i alla scenarier; kan upprepas",
       "change a value in all scenarios; may be repeated"}}},
    {Command::Compare,
     {"--out",
      "DIR",
      {"mapp för resultaten (out/compare-<basens namn>)",
       "folder for the results (out/compare-<name of the base>)"}}},
    {Command::Compare,
     {"--json",
      "",
      {"skriv comparison.json på standard ut i stället för sammanfattningen",
       "print comparison.json to standard output instead of the summary"}}},
    {Command::Report,
     {"--out",
      "DIR",
      {"mapp för rapport och tabeller; utan den visas bara sammanfattningen",
       "folder for report and tables; without it, only the summary is shown"}}},
    {Command::Report,
     {"--json",
      "",
      {"skriv results.json som den är på standard ut i stället för sammanfattningen",
       "print results.json as it is to standard output instead of the summary"}}},
    {Command::Run,
     {"--json",
      "",
      {"skriv results.json på standard ut i stället för sammanfattningen",
       "print results.json to standard output instead of the summary"}}},
};

// One table: long, and nothing in it to split.
// NOLINTNEXTLINE(readability-function-size)
std::vector<CommandText> make_commands() {
  return {
      {Command::Run,
       "run",
       true,
       {"kör ett scenario: skattningar, serier, rapport",
        "run one scenario: estimates, series, report"},
       {"Kör upprepningar på alla processorer, visar en sammanfattning och skriver results.json, "
        "run.json, scenario.json och tabeller. Ctrl-C låter pågående upprepningar gå klart och "
        "sparar det som hunnits.",
        "Runs replications on all processors, prints a summary and writes results.json, run.json, "
        "scenario.json and tables. Ctrl-C lets replications in flight finish and saves what is "
        "done."},
       {"troskel run scenarios/examples/clinic.json",
        "troskel run scenarios/examples/clinic.json --replications 1000 --seed 7 --out out/clinic",
        "troskel run scenarios/examples/clinic.json --set /settings/clinic/capacity=4 --lang sv",
        "troskel run scenarios/examples/clinic.json --precision 2"},
       {"--replications", "--precision", "--seed", "--threads", "--first", "--set", "--out",
        "--require-targets", "--json", "--progress", "--color", "--lang"}},
      {Command::Compare,
       "compare",
       true,
       {"jämför scenarier på samma personer, parvis",
        "compare scenarios on the same people, paired"},
       {"Det första scenariot är basen. Alla körs med samma frö, så att samma personer har samma "
        "tur "
        "i alla, och jämförs upprepning för upprepning: skillnader med intervall, och vem som "
        "vinner "
        "och förlorar. Skriver comparison.json, comparison.csv, stakeholders.csv, comparison.html "
        "och run.json, och changed_cases.csv där regler avgör.",
        "The first scenario is the base. All run with the same seed, so that the same people have "
        "the same luck in each, and are compared replication by replication: differences with "
        "intervals, and who gains and loses. Writes comparison.json, comparison.csv, "
        "stakeholders.csv, comparison.html and run.json, and "
        "changed_cases.csv where rules decide."},
       {"troskel compare base.json more-beds.json more-nurses.json --lang sv",
        "troskel compare scenarios/halland/base-2025.json --rules halland_2021_region "
        "halland_2021_kommun"},
       {"--rules", "--replications", "--seed", "--threads", "--first", "--set", "--out", "--json",
        "--progress", "--color", "--lang"},
       {"[SCENARIO...]", "[SCENARIO...]"}},
      {Command::Check,
       "check",
       true,
       {"granska ett scenario utan att köra det", "validate a scenario without running it"},
       {"Visar fel och varningar, vad som följer av vägarna utan simulering, och tal utan källa.",
        "Shows faults and warnings, what follows from the pathway without simulation, and numbers "
        "without a source."},
       {"troskel check scenarios/examples/clinic.json",
        "troskel check scenarios/examples/clinic.json --sources",
        "troskel check scenarios/examples/clinic.json --resolved > resolved.json"},
       {"--set", "--resolved", "--sources", "--json", "--lang"}},
      {Command::Network,
       "network",
       true,
       {"rita patienternas vägar", "draw the pathway of the patients"},
       {"Bilden skrivs på standard ut; vad analysen av vägarna fann på standard fel.",
        "The picture goes to standard output; what the analysis of the pathway found to standard "
        "error."},
       {"troskel network scenarios/examples/clinic.json > clinic.svg",
        "troskel network scenarios/examples/clinic.json --replications 20 --out clinic.svg",
        "troskel network scenarios/examples/clinic.json --format dot | dot -Tpdf -o clinic.pdf"},
       {"--format", "--out", "--replications", "--seed", "--threads", "--set", "--progress",
        "--lang"}},
      {Command::Trace,
       "trace",
       true,
       {"följ en patient steg för steg", "follow one patient step by step"},
       {"Visar tider, platser, beslut och var i scenariot det som avgjorde står.",
        "Shows times, places, decisions, and where in the scenario what decided stands."},
       {"troskel trace scenarios/examples/clinic.json --replication 0",
        "troskel trace scenarios/examples/clinic.json --replication 0 --patient patients/12"},
       {"--replication", "--patient", "--seed", "--set", "--json", "--lang"}},
      {Command::Rules,
       "rules",
       false,
       {"granska, jämför och förklara regler om vem som ansvarar",
        "check, compare and explain rules about who is responsible"},
       {"check letar efter fall utan regel, regler som aldrig nås och brott mot lagen, och visar "
        "vem som ansvarar, vad som är omstritt och vad ingen gör, som patientfall. compare visar "
        "var regelverk skiljer sig. explain svarar på patientfallets frågor med regel och källa. "
        "Filer anges med sökväg eller namn (troskel list visar dem).",
        "check looks for cases without a rule, rules never reached and breaches of the law, and "
        "shows who is responsible, what is disputed and what nobody does, as patient cases. "
        "compare shows where rule sets differ. explain answers the questions of a patient case "
        "with rule and source. Files are given by path or by name (troskel list shows them)."},
       {"troskel rules check halland_2021 --population scenarios/halland/base-2025.json",
        "troskel rules compare halland_2021_region halland_2021_kommun",
        "troskel rules compare halland_2021_kommun vgr_nivastruktur --switch complexity_scale=B",
        "troskel rules explain halland_2021 skane_hs_2016 --case tpn_after_cancer",
        "troskel rules explain --case dialysis_at_night --all"},
       {"--case", "--all", "--switch", "--population", "--json", "--lang"},
       {"check|compare|explain REGELFIL...", "check|compare|explain RULEFILE..."}},
      {Command::Report,
       "report",
       false,
       {"visa en körnings resultat på ett annat språk eller i annat format",
        "show the results of a run in another language or format"},
       {"Ingenting simuleras: sammanfattningen, report.html och tabellerna görs av körningens "
        "results.json och filerna bredvid den.",
        "Nothing is simulated: the summary, report.html and the tables are made from the run's "
        "results.json and the files beside it."},
       {"troskel report out/clinic --lang sv",
        "troskel report out/clinic --lang sv --out out/clinic-sv",
        "troskel report out/clinic/results.json --json"},
       {"--out", "--csv", "--json", "--color", "--lang"},
       {"RESULTAT", "RESULTS"}},
      {Command::List,
       "list",
       false,
       {"visa scenarierna som följer med", "list the scenarios that come along"},
       {"Letar i mapparna i TROSKEL_SCENARIOS, i scenarios/ här och i programmets egen mapp.",
        "Looks in the folders of TROSKEL_SCENARIOS, in scenarios/ here and beside the program."},
       {"troskel list", "troskel list --json"},
       {"--json", "--lang"}},
      {Command::Schema,
       "schema",
       false,
       {"skriv JSON Schema för scenarier, regler, patientfall eller resultat",
        "print the JSON Schema of scenarios, rules, cases or results"},
       {"Utan ord: scenariospråkets. results och comparison är results.json och comparison.json.",
        "Without a word, that of the scenario language. results and comparison are results.json "
        "and comparison.json."},
       {"troskel schema > scenario.schema.json", "troskel schema results"},
       {"--lang"},
       {"[scenario|rules|case|results|comparison]", "[scenario|rules|case|results|comparison]"}},
      {Command::Dictionary,
       "dictionary",
       false,
       {"skriv scenariospråkets engelsk-svenska ordlista",
        "print the English-Swedish dictionary of the scenario language"},
       {},
       {"troskel dictionary > dictionary.md"},
       {"--lang"}},
  };
}

}  // namespace

std::span<const CommandText> commands() {
  static const std::vector<CommandText> all = make_commands();
  return all;
}

const CommandText* find_command(std::string_view name) {
  const auto all = commands();
  const auto found = std::ranges::find(all, name, &CommandText::name);
  return found == all.end() ? nullptr : &*found;
}

const OptionText& option_text(std::string_view name, Command command) {
  for (const Special& special : specials) {
    if (special.command == command && special.text.name == name) return special.text;
  }
  const auto* found = std::ranges::find(option_texts, name, &OptionText::name);
  SIM_CHECK(found != std::end(option_texts));
  return *found;
}

}  // namespace app
