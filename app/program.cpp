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
#include "models/flow/budget.hpp"
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
      return print_dictionary(options);
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
    tell(say(options.lang, "failure.output"));
  } catch (const flow::OutOfBudget& error) {
    auto issue = error.issue();
    if (issue.file.empty()) issue.file = options.scenario;
    tell(issue.text(options.lang));
    return status::bad_input;
  } catch (const sim::InvariantError& error) {
    tell(say(options.lang, "failure.program",
             {{"why", error.what()}, {"command", as_typed(words)}}));
  } catch (const std::bad_alloc&) {
    tell(say(options.lang, "failure.memory"));
  } catch (const std::exception& error) {
    tell(say(options.lang, "failure.other", {{"why", error.what()}}));
  }
  return status::unfinished;
}

}  // namespace

int run_program(std::span<char* const> arguments) {
  try {
    hold_standard_streams();
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
