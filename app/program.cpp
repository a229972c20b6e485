// SPDX-License-Identifier: Apache-2.0
#include "app/program.hpp"

#include <exception>
#include <new>
#include <string>
#include <vector>

#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/status.hpp"
#include "app/text.hpp"
#include "sim/check.hpp"

namespace app {
namespace {

int execute(const Options& options, const std::vector<std::string>& words) {
  switch (options.command) {
    case Command::Run:
      return run_scenario(options, words);
    case Command::Compare:
      return compare_scenarios(options, words);
    case Command::Check:
      return check_scenario(options);
    case Command::Network:
      return draw_network(options);
    case Command::Trace:
      return trace_patient(options);
    case Command::Rules:
      return work_on_rules(options);
    case Command::Report:
      return report_results(options);
    case Command::List:
      return list_scenarios(options);
    case Command::Schema:
      return print_schema(options);
    case Command::Dictionary:
      return print_dictionary();
  }
  return status::unfinished;
}

std::string as_typed(const std::vector<std::string>& words) {
  std::string line;
  for (const auto& word : words) line += (line.empty() ? "" : " ") + shell_word(word);
  return line;
}

int guarded(const Options& options, const std::vector<std::string>& words) {
  try {
    const int result = execute(options, words);
    if (output_went_well()) return result;
    tell(in(options.lang, "Kunde inte skriva på standard ut.",
            "Could not write to standard output."));
  } catch (const sim::InvariantError& error) {
    tell(fill(options.lang,
              {"Ett fel i programmet, inte i scenariot: {}. Samma fel igen: {}",
               "A fault of the program, not of the scenario: {}. The same fault again: {}"},
              error.what(), as_typed(words)));
  } catch (const std::bad_alloc&) {
    tell(in(options.lang, "Minnet räckte inte; inget har sparats.",
            "Out of memory; nothing was saved."));
  } catch (const std::exception& error) {
    tell(fill(options.lang,
              {"Kunde inte slutföras: {}; inget har sparats.",
               "Could not finish: {}; nothing was saved."},
              error.what()));
  }
  return status::unfinished;
}

}  // namespace

int run_program(std::span<char* const> arguments) {
  try {
    std::vector<std::string> words(arguments.begin(), arguments.end());
    std::vector<std::string> rest(words.begin() + (words.empty() ? 0 : 1), words.end());
    const auto line = parse_command_line(rest, language_of_environment());
    if (line.options) return guarded(*line.options, words);
    put(line.output);
    if (!line.complaint.empty()) tell(line.complaint);
    return output_went_well() ? line.exit_status : status::unfinished;
  } catch (...) {
    // Only memory can run out here, and words would need more of it.
    return status::unfinished;
  }
}

}  // namespace app
