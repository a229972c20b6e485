// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <variant>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/interrupt.hpp"
#include "app/load.hpp"
#include "app/machine.hpp"
#include "app/output_folder.hpp"
#include "app/progress.hpp"
#include "app/simulate.hpp"
#include "app/status.hpp"
#include "app/text.hpp"
#include "experiments/run.hpp"
#include "scenarios/writer.hpp"
#include "viz/outputs.hpp"
#include "viz/results_json.hpp"
#include "viz/terminal.hpp"
#include "viz/views.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;
using scenarios::Scenario;

fs::path folder_of(const Options& options) {
  if (options.out) return *options.out;
  return fs::path("out") / fs::path(options.scenario).stem();
}

void tell_violations(const care::Results& results, viz::Lang lang) {
  for (const auto& item : results.audit) {
    if (item.verdict != care::AuditItem::Verdict::Violated) continue;
    tell(say(lang, "failure.audit",
             {{"check", viz::pick(item.label, lang)}, {"detail", viz::pick(item.detail, lang)}}));
  }
}

/// Returns how many targets were missed.
std::size_t tell_missed_targets(const care::Results& results, viz::Lang lang) {
  std::size_t missed = 0;
  for (const auto& target : results.targets) {
    if (target.passed) continue;
    ++missed;
    const auto shown = [&](double value) { return viz::short_number(value, 6, lang); };
    tell(say(lang, "failure.target",
             {{"target", viz::pick(target.label, lang)},
              {"mean", shown(target.estimate.mean)},
              {"low", shown(target.low)},
              {"high", shown(target.high)}}));
  }
  return missed;
}

/// How far a headline figure is from what was asked for, in words; nothing where it is not.
std::string imprecision(const Options& options, const care::MetricEstimate& metric) {
  const double half = (metric.ci95.high - metric.ci95.low) / 2;
  const bool chance = metric.kind == care::MetricEstimate::Kind::Probability;
  const auto told = [&](std::string_view key, double known) {
    return say(options.lang, key,
               {{"figure", metric.key.id},
                {"half", viz::percent(known, 1, options.lang)},
                {"n", viz::count(metric.n, options.lang)}});
  };
  if (chance) return half > options.precision ? told("failure.precision_of_chance", half) : "";
  if (metric.mean == 0) return told("failure.precision_of_none", 0);
  const double known = half / std::abs(metric.mean);
  return known > options.precision ? told("failure.precision", known) : "";
}

/// Warns about headline figures that are not known as well as was asked for.
void tell_precision(const Options& options, const care::Model& model,
                    const care::Results& results) {
  if (options.precision <= 0 || results.identity.replications < options.replications) return;
  for (const auto index : care::headline_metrics(model)) {
    const auto* metric = care::find_metric(results, model.catalogue().metrics[index].key.id);
    if (metric == nullptr || metric->n == 0) continue;
    if (const auto text = imprecision(options, *metric); !text.empty()) tell(text);
  }
}

int finish(const Options& options, const care::Results& results) {
  if (const int signal = Interrupt::signal(); signal != 0 && results.identity.interrupted) {
    return status::interrupted + signal;
  }
  if (viz::audit_count(results).violated > 0) return status::failed;
  const bool missed = std::ranges::any_of(results.targets, [](const auto& t) { return !t.passed; });
  return options.require_targets && missed ? status::failed : status::done;
}

}  // namespace

int run_scenario(const Options& options, const std::vector<std::string>& words) {
  const auto loaded = load_case(options);
  if (!tell_faults(loaded, options.lang)) return status::bad_input;
  tell_warnings(loaded.analysis_warnings, options.lang);
  const auto folder = folder_of(options);
  if (!output_folder_is_fit(folder, Holds::Run, loaded.files, options.lang))
    return status::bad_input;
  const Interrupt interrupt(options.lang);
  auto record = begin_record(words);
  record.threads = threads_of(options, record);
  const Progress clock(ProgressStyle::None, options.lang, false);
  const auto results = simulate(options, loaded);
  if (!results) return status::unfinished;
  if (results->identity.replications == 0) {
    tell(say(options.lang, "failure.interrupted"));
    return status::interrupted + Interrupt::signal();
  }
  record.seconds = clock.seconds();
  measure(record);

  const auto& scenario = loaded.model->scenario();
  Options again = options;
  if (results->identity.interrupted) again.replications = results->identity.replications;
  const auto reproduce = repeat_command(again);
  const auto written = viz::write_outputs(folder, scenario, *results, record,
                                          {.lang = options.lang,
                                           .csv = viz::CsvDialect::Plain,
                                           .scenario_json = scenarios::resolved_json(scenario),
                                           .reproduce = reproduce,
                                           .report = true});
  if (options.json) {
    tell_violations(*results, options.lang);
    put(viz::results_json(*results));
  } else {
    viz::TerminalOptions terminal{.lang = options.lang,
                                  .colour = wants_colour(options.colour),
                                  .files = {},
                                  .reproduce = reproduce,
                                  .plausible = options.plausible};
    if (const auto* files = std::get_if<0>(&written)) terminal.files = *files;
    put(viz::terminal_summary(scenario, *results, terminal));
  }
  tell_missed_targets(*results, options.lang);
  tell_precision(options, *loaded.model, *results);
  if (const auto* fault = std::get_if<words::Text>(&written)) {
    tell(say(options.lang, "failure.write_results", {{"why", viz::pick(*fault, options.lang)}}));
    return status::unfinished;
  }
  return finish(options, *results);
}

}  // namespace app
