// SPDX-License-Identifier: Apache-2.0
// `troskel compare`: the same people under several scenarios, compared replication by replication.
#include <algorithm>
#include <filesystem>
#include <optional>
#include <variant>

#include "app/alternatives.hpp"
#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/interrupt.hpp"
#include "app/machine.hpp"
#include "app/output_folder.hpp"
#include "app/progress.hpp"
#include "app/simulate.hpp"
#include "app/status.hpp"
#include "app/text.hpp"
#include "experiments/comparison.hpp"
#include "sim/replications.hpp"
#include "viz/comparison_files.hpp"
#include "viz/comparison_views.hpp"
#include "viz/outputs.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

/// An alternative on its way: loaded, then run.
struct Runner {
  Alternative alternative;
  care::Case loaded;
  care::Results results;
  bool done = false;
};

fs::path comparison_folder(const Options& options) {
  if (options.out) return *options.out;
  return fs::path("out") / ("compare-" + fs::path(options.scenario).stem().string());
}

std::string repeat_comparison(const Options& options, std::uint32_t replications) {
  std::string command = "troskel compare " + shell_word(options.scenario);
  for (const auto& other : options.others) command += " " + shell_word(other);
  command += fmt::format(" --replications {} --seed {}", replications, options.seed);
  if (options.first > 0) command += fmt::format(" --first {}", options.first);
  for (const auto& one : options.overrides) command += " --set " + shell_word(one);
  if (!options.rule_sets.empty()) command += " --rules";
  for (const auto& rules : options.rule_sets) command += " " + shell_word(rules);
  return command;
}

/// Each once: several alternatives may share a file and its faults.
std::vector<scenarios::Issue> distinct_of(const std::vector<scenarios::Issue>& issues) {
  std::vector<scenarios::Issue> distinct;
  for (const auto& issue : issues) {
    const bool told = std::ranges::any_of(
        distinct, [&](const scenarios::Issue& other) { return other.text() == issue.text(); });
    if (!told) distinct.push_back(issue);
  }
  return distinct;
}

/// All alternatives, loaded; their faults or else their warnings have been told. Empty = not fit.
std::vector<Runner> load_all(const Options& options) {
  std::vector<Runner> runners;
  auto alternatives = alternatives_of(options);
  auto errors = rule_file_errors(alternatives);
  std::vector<scenarios::Issue> warnings;
  if (!errors.empty()) alternatives.clear();
  for (Alternative& alternative : alternatives) {
    auto loaded = load_alternative(options, alternative);
    errors.insert(errors.end(), loaded.errors.begin(), loaded.errors.end());
    for (const auto* list : {&loaded.warnings, &loaded.analysis_warnings}) {
      warnings.insert(warnings.end(), list->begin(), list->end());
    }
    runners.push_back({std::move(alternative), std::move(loaded), {}, false});
  }
  tell_issues(distinct_of(errors), options.lang);
  if (!errors.empty()) return {};
  tell_warnings(distinct_of(warnings), options.lang);
  return runners;
}

/// All files that were read.
std::vector<std::string> files_of(const std::vector<Runner>& runners) {
  std::vector<std::string> files;
  for (const Runner& runner : runners) {
    files.insert(files.end(), runner.loaded.files.begin(), runner.loaded.files.end());
  }
  return files;
}

/// One after the other, until all are done or a signal comes. False when one broke down.
bool simulate_all(const Options& options, std::vector<Runner>& runners) {
  for (std::size_t i = 0; i < runners.size() && Interrupt::signal() == 0; ++i) {
    const auto what = fmt::format("{}/{} {}", i + 1, runners.size(), runners[i].alternative.id);
    auto results =
        simulate(options, runners[i].loaded, what, [&](const sim::ReplicationError& error) {
          tell(say(options.lang, "failure.comparison",
                   {{"which", runners[i].alternative.id},
                    {"why", error.what()},
                    {"command", repeat_comparison(options, options.replications)}}));
        });
    if (!results) return false;
    runners[i].done = results->identity.replications >= 2;
    runners[i].results = std::move(*results);
  }
  return true;
}

/// The title of the rule set or the scenario; with the name of the file or the rule set where titles are the same.
scenarios::Text label_of(const Runner& runner, const std::vector<Runner>& all) {
  const auto title_of = [](const Runner& one) {
    const scenarios::Text& own = one.alternative.label;
    return own.sv.empty() ? one.loaded.model->scenario().title : own;
  };
  scenarios::Text label = title_of(runner);
  const auto same = std::ranges::count_if(
      all, [&](const Runner& other) { return title_of(other).sv == label.sv; });
  if (same < 2) return label;
  const std::string& id = runner.alternative.id;
  if (label.sv.empty() && label.en.empty()) return {id, id};
  return {label.sv + " (" + id + ")", label.en + " (" + id + ")"};
}

std::vector<care::Contestant> contestants_of(const std::vector<Runner>& runners) {
  std::vector<care::Contestant> contestants;
  for (const Runner& runner : runners) {
    if (!runner.done) continue;
    contestants.push_back({runner.alternative.id, label_of(runner, runners),
                           &runner.loaded.model->scenario(), &runner.results});
  }
  return contestants;
}

/// Tells violations of the self-audit; true if there are any.
bool tell_violations(const std::vector<Runner>& runners, viz::Lang lang) {
  bool any = false;
  for (const Runner& runner : runners) {
    for (const auto& item : runner.results.audit) {
      if (item.verdict != care::AuditItem::Verdict::Violated) continue;
      any = true;
      tell(say(lang, "failure.audit_of",
               {{"which", runner.alternative.id},
                {"check", viz::pick(item.label, lang)},
                {"detail", viz::pick(item.detail, lang)}}));
    }
  }
  return any;
}

void tell_left_out(const std::vector<Runner>& runners, viz::Lang lang) {
  for (const Runner& runner : runners) {
    if (runner.done) continue;
    tell(say(lang, "failure.left_out", {{"which", runner.alternative.id}}));
  }
}

std::vector<std::string> file_names(const std::vector<fs::path>& files) {
  std::vector<std::string> names{(files.front().parent_path() / "").string()};
  for (const auto& file : files) names.push_back(file.filename().string());
  return names;
}

/// Writes and shows the comparison; the exit status of that.
int deliver(const Options& options, const care::Comparison& comparison,
            const viz::RunRecord& record) {
  const auto reproduce = repeat_comparison(options, comparison.base.identity.replications);
  const auto written = viz::write_comparison(comparison_folder(options), comparison, record,
                                             {options.lang, viz::CsvDialect::Plain, reproduce});
  if (options.json) {
    put(viz::comparison_json(comparison));
  } else {
    viz::ComparisonTerminal terminal{options.lang, wants_colour(options.colour), {}, reproduce};
    if (const auto* files = std::get_if<0>(&written)) terminal.files = file_names(*files);
    put(viz::comparison_summary(comparison, terminal));
  }
  const auto* fault = std::get_if<words::Text>(&written);
  if (fault == nullptr) return status::done;
  tell(say(options.lang, "failure.write_results", {{"why", viz::pick(*fault, options.lang)}}));
  return status::unfinished;
}

}  // namespace

int compare_scenarios(const Options& options, const std::vector<std::string>& words) {
  auto runners = load_all(options);
  if (runners.empty()) return status::bad_input;
  if (!output_folder_is_fit(comparison_folder(options), Holds::Comparison, files_of(runners),
                            options.lang)) {
    return status::bad_input;
  }
  const Interrupt interrupt(options.lang);
  auto record = begin_record(words);
  record.threads = threads_of(options, record);
  const Progress clock(ProgressStyle::None, options.lang, false);
  if (!simulate_all(options, runners)) return status::unfinished;
  record.seconds = clock.seconds();
  measure(record);
  const auto contestants = contestants_of(runners);
  const bool interrupted = Interrupt::signal() != 0;
  if (contestants.size() < 2 || !runners.front().done) {
    tell(say(options.lang, "failure.interrupted_comparison"));
    return status::interrupted + Interrupt::signal();
  }
  tell_left_out(runners, options.lang);
  const bool violated = tell_violations(runners, options.lang);
  const int delivered = deliver(options, care::compare(contestants), record);
  if (delivered != status::done) return delivered;
  if (interrupted) return status::interrupted + Interrupt::signal();
  return violated ? status::failed : status::done;
}

}  // namespace app
