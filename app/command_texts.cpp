// SPDX-License-Identifier: Apache-2.0
#include "app/command_texts.hpp"

#include <algorithm>

namespace app {
namespace {

// One table: long, and nothing in it to split.
// NOLINTNEXTLINE(readability-function-size)
std::vector<CommandText> make_commands() {
  return {
      {Command::Run,
       "run",
       true,
       "command.run",
       "command.run_details",
       {"troskel run scenarios/examples/clinic.json",
        "troskel run scenarios/examples/clinic.json --replications 1000 --seed 7 --out out/clinic",
        "troskel run scenarios/examples/clinic.json --set /settings/clinic/capacity=4 --lang sv",
        "troskel run scenarios/examples/clinic.json --precision 2"}},
      {Command::Compare,
       "compare",
       true,
       "command.compare",
       "command.compare_details",
       {"troskel compare base.json more-beds.json more-nurses.json --lang sv",
        "troskel compare scenarios/halland/base-2025.json --rules halland_2021_region "
        "halland_2021_kommun"},
       "command.compare_words"},
      {Command::Check,
       "check",
       true,
       "command.check",
       "command.check_details",
       {"troskel check scenarios/examples/clinic.json",
        "troskel check scenarios/examples/clinic.json --sources",
        "troskel check scenarios/examples/clinic.json --resolved > resolved.json"}},
      {Command::Network,
       "network",
       true,
       "command.network",
       "command.network_details",
       {"troskel network scenarios/examples/clinic.json > clinic.svg",
        "troskel network scenarios/examples/clinic.json --replications 20 --out clinic.svg",
        "troskel network scenarios/examples/clinic.json --format dot | dot -Tpdf -o clinic.pdf"}},
      {Command::Trace,
       "trace",
       true,
       "command.trace",
       "command.trace_details",
       {"troskel trace scenarios/examples/clinic.json --replication 0",
        "troskel trace scenarios/examples/clinic.json --replication 0 --patient patients/12"}},
      {Command::Rules,
       "rules",
       false,
       "command.rules",
       "command.rules_details",
       {"troskel rules check halland_2021 --population scenarios/halland/base-2025.json",
        "troskel rules compare halland_2021_region halland_2021_kommun",
        "troskel rules compare halland_2021_kommun vgr_nivastruktur --switch complexity_scale=B",
        "troskel rules explain halland_2021 skane_hs_2016 --case tpn_after_cancer",
        "troskel rules explain --case dialysis_at_night --all"},
       "command.rules_words"},
      {Command::Report,
       "report",
       false,
       "command.report",
       "command.report_details",
       {"troskel report out/clinic --lang sv",
        "troskel report out/clinic --lang sv --out out/clinic-sv",
        "troskel report out/clinic/results.json --json"},
       "command.report_words"},
      {Command::List,
       "list",
       false,
       "command.list",
       "command.list_details",
       {"troskel list", "troskel list --json"}},
      {Command::Schema,
       "schema",
       false,
       "command.schema",
       "command.schema_details",
       {"troskel schema > scenario.schema.json", "troskel schema results"},
       "command.schema_words"},
      {Command::Dictionary,
       "dictionary",
       false,
       "command.dictionary",
       "",
       {"troskel dictionary > dictionary.md", "troskel dictionary --json > words.json"}},
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

}  // namespace app
