// SPDX-License-Identifier: Apache-2.0
// `troskel report`: what a run left, shown again in another language or format. Nothing is
// simulated.
#include <algorithm>
#include <filesystem>
#include <optional>
#include <variant>

#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/load.hpp"
#include "app/output_folder.hpp"
#include "app/status.hpp"
#include "app/text.hpp"
#include "scenarios/json.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/text_file.hpp"
#include "scenarios/writer.hpp"
#include "viz/folder_lock.hpp"
#include "viz/output_sums.hpp"
#include "viz/outputs.hpp"
#include "viz/results_reader.hpp"
#include "viz/terminal.hpp"
#include "viz/views.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;
using scenarios::Issue;

/// Results of a large region and tables of many replications are larger than any scenario.
constexpr std::size_t largest_result = std::size_t{1} << 30U;

/// What a run left, as far as it has been read.
struct Left {
  fs::path file;  ///< results.json
  viz::OutputSums sums;
  std::string text;
  care::Results results;
  std::string scenario_json;
  scenarios::Scenario scenario;

  [[nodiscard]] fs::path beside(std::string_view name) const { return file.parent_path() / name; }
};

std::string shown(const fs::path& path) { return path.generic_string(); }

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// The text of a file of the set, whose contents have been compared with the list; else an issue.
std::optional<std::string> read_part(const Left& left, std::string_view name,
                                     std::vector<Issue>& issues) {
  const auto path = left.beside(name);
  auto text = scenarios::read_text(path, shown(path), issues, largest_result);
  if (!text || viz::lists(left.sums, name)) return text;
  issues.push_back(
      {shown(path), "", words::say("expected.listed_file"), words::say("got.not_listed")});
  return std::nullopt;
}

/// results.json of a set that is whole; nothing after an issue, which has been told.
std::optional<Left> read_left(const Options& options) {
  Left left;
  std::error_code error;
  left.file = options.results;
  if (fs::is_directory(left.file, error)) left.file /= "results.json";
  std::vector<Issue> issues;
  if (fs::exists(left.file, error)) {
    left.sums = viz::read_whole_set(left.file.parent_path(), issues);
  }
  std::optional<std::string> text;
  if (issues.empty()) text = read_part(left, left.file.filename().string(), issues);
  if (!text) {
    tell_issues(issues, options.lang);
    return std::nullopt;
  }
  auto loaded = viz::read_results(*text, shown(left.file));
  tell_issues(loaded.errors, options.lang);
  if (!loaded.results) return std::nullopt;
  tell_warnings(loaded.warnings, options.lang);
  left.text = *std::move(text);
  left.results = *std::move(loaded.results);
  return left;
}

/// Whether a scenario's hash depends on files that only its first reader could find.
bool names_files(const scenarios::Scenario& scenario) {
  const bool lists = std::ranges::any_of(
      scenario.arrivals, [](const auto& arrival) { return !arrival.second.file.empty(); });
  const bool rules = scenario.care && scenario.care->responsibility &&
                     !scenario.care->responsibility->agreements.empty();
  return scenario.population || lists || rules;
}

/// The setting of a figure that the scenario does not have; "" = there is none.
std::string stranger(const Left& left) {
  for (const auto& metric : left.results.metrics) {
    const auto& id = metric.key.setting;
    if (!is(metric.key, care::figures::present) || id.empty()) continue;
    if (viz::find_named(left.scenario.settings, id) == nullptr) return id;
  }
  return {};
}

/// Whether the scenario is that of the results; if not, that has been told.
bool is_of_run(const Options& options, const Left& left, const std::string& file) {
  const auto hash = scenarios::scenario_hash(left.scenario);
  const auto setting = stranger(left);
  const bool same = hash == left.results.identity.scenario_hash || names_files(left.scenario);
  if (same && setting.empty()) return true;
  tell(expected_got(options.lang, file, say(options.lang, "expected.scenario_of_results"),
                    setting.empty() ? say(options.lang, "got.another", {{"hash", hash}})
                                    : say(options.lang, "got.one_without",
                                          {{"name", scenarios::in_quotes(setting)}})));
  return false;
}

/// scenario.json, which gives the figures their names. False after an issue, which has been told.
bool read_scenario(const Options& options, Left& left) {
  const auto path = left.beside("scenario.json");
  std::vector<Issue> issues;
  const auto text = read_part(left, "scenario.json", issues);
  if (!text) {
    tell_issues(issues, options.lang);
    return false;
  }
  auto loaded = scenarios::load_left_text(*text, shown(path));
  tell_issues(loaded.errors, options.lang);
  if (!loaded.scenario) return false;
  left.scenario_json = *text;
  left.scenario = *std::move(loaded.scenario);
  left.scenario.path.clear();  // a name in the command shown; results.json has it
  return is_of_run(options, left, shown(path));
}

/// A table of the set, if it has it; one of another run is none of it. False after an issue, which
/// has been told. Results that should have it and do not are told too.
template <class Read>
bool read_table(const Options& options, const Left& left, std::string_view name, bool expected,
                Read&& read) {
  std::error_code error;
  if (!fs::exists(left.beside(name), error) || !viz::lists(left.sums, name)) {
    if (expected) tell(say(options.lang, "failure.no_table", {{"file", name}}));
    return true;
  }
  std::vector<Issue> issues;
  const auto text = read_part(left, name, issues);
  if (text && read(*text, shown(left.beside(name)), issues)) return true;
  tell_issues(issues, options.lang);
  return false;
}

/// The replications and the cases. False after an issue, which has been told.
bool read_tables(const Options& options, Left& left) {
  const bool has_cases = std::ranges::any_of(left.results.metrics, [](const auto& metric) {
    return is_in(metric.key, care::Group::Responsibility);
  });
  care::Results& results = left.results;
  return read_table(
             options, left, "replications.csv", true,
             [&](const std::string& text, const std::string& file, std::vector<Issue>& issues) {
               return viz::read_replications(text, file, results, issues);
             }) &&
         read_table(
             options, left, "cases.csv", has_cases,
             [&](const std::string& text, const std::string& file, std::vector<Issue>& issues) {
               return viz::read_cases(text, file, results, issues);
             });
}

/// The command line of run.json, if it is that of these results.
std::vector<std::string> words_of(const Left& left) {
  const care::RunIdentity& run = left.results.identity;
  std::vector<Issue> ignored;
  const auto text = read_part(left, "run.json", ignored);
  if (!text) return {};
  const auto record = scenarios::parse_json(*text, shown(left.beside("run.json")), ignored);
  if (!record || !ignored.empty()) return {};
  const auto has = [&](std::string_view name, const scenarios::Json& value) {
    const auto* member = scenarios::find(*record, name);
    return member != nullptr && *member == value;
  };
  const bool same = has("scenario_hash", run.scenario_hash) && has("seed", run.seed) &&
                    has("first_replication", run.first_replication) &&
                    has("replications", run.replications);
  const auto* words = scenarios::find(*record, "command_line");
  if (!same || words == nullptr || !words->is_array()) return {};
  std::vector<std::string> result;
  for (const auto& word : *words) {
    if (!word.is_string()) return {};
    result.push_back(word.get<std::string>());
  }
  return result;
}

/// The command that makes the run again, as the run itself gave it; "" = run.json does not say.
std::string reproduce_of(const Left& left) {
  const auto& run = left.results.identity;
  auto words = words_of(left);
  if (words.empty()) return {};
  words.erase(words.begin());
  auto line = parse_command_line(words, viz::Lang::En);
  if (!line.options || line.options->command != Command::Run) return {};
  if (run.interrupted) line.options->replications = run.replications;
  return repeat_command(*line.options);
}

viz::CsvDialect dialect_of(const Options& options) {
  if (options.tables == Tables::Plain) return viz::CsvDialect::Plain;
  if (options.tables == Tables::Swedish) return viz::CsvDialect::Swedish;
  return options.lang == viz::Lang::Sv ? viz::CsvDialect::Swedish : viz::CsvDialect::Plain;
}

/// What is needed of the set, while nobody replaces it; nothing after an issue, which has been
/// told.
std::optional<Left> read_all(const Options& options) {
  const auto named = fs::path(options.results);
  std::error_code error;
  const viz::FolderLock lock(fs::is_directory(named, error) ? named : folder_of(named),
                             viz::FolderLock::For::Reading);
  auto left = read_left(options);
  if (!left || (options.json && !options.out)) return left;
  if (!read_scenario(options, *left)) return std::nullopt;
  if (options.out && !read_tables(options, *left)) return std::nullopt;
  return left;
}

/// Whether the output goes to where the results are.
bool is_at_home(const Options& options, const Left& left) {
  std::error_code error;
  return fs::equivalent(*options.out, folder_of(left.file), error);
}

/// Whether the output may go there; if not, that has been told. Tables for a spreadsheet may not
/// take the place of those that programs read, nor any that of those of another run.
bool may_write(const Options& options, const Left& left) {
  const bool home = is_at_home(options, left);
  if (dialect_of(options) == viz::CsvDialect::Swedish && home) {
    tell(expected_got(options.lang, "--out", say(options.lang, "expected.other_folder"),
                      scenarios::in_quotes(*options.out)));
    return false;
  }
  return output_folder_is_fit(*options.out, home ? Holds::Run : Holds::Views, {}, options.lang);
}

/// The command that made the run; a warning when it may lack something.
std::string told_command(const Options& options, const Left& left) {
  auto command = reproduce_of(left);
  if (command.empty()) {
    tell(say(options.lang, "failure.no_record"));
  }
  return command;
}

/// Report and tables into --out, if it is given, then the summary. The exit status.
int deliver(const Options& options, const Left& left) {
  viz::TerminalOptions terminal{.lang = options.lang,
                                .colour = wants_colour(options.colour),
                                .files = {},
                                .reproduce = told_command(options, left)};
  if (options.out) {
    const auto written =
        viz::write_views(*options.out, left.scenario, left.results,
                         {.lang = options.lang,
                          .csv = dialect_of(options),
                          .scenario_json = left.scenario_json,
                          .reproduce = terminal.reproduce,
                          .report = true},
                         is_at_home(options, left) ? viz::Earlier::Kept : viz::Earlier::Removed);
    if (const auto* fault = std::get_if<words::Text>(&written)) {
      tell(say(options.lang, "failure.write", {{"why", viz::pick(*fault, options.lang)}}));
      return status::unfinished;
    }
    terminal.files = *std::get_if<0>(&written);
  }
  put(options.json ? left.text : viz::terminal_summary(left.scenario, left.results, terminal));
  return status::done;
}

}  // namespace

int report_results(const Options& options) {
  const auto left = read_all(options);
  if (!left) return status::bad_input;
  if (options.json && !options.out) {
    put(left->text);
    return status::done;
  }
  if (options.out && !may_write(options, *left)) return status::bad_input;
  return deliver(options, *left);
}

}  // namespace app
