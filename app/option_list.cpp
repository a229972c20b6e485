// SPDX-License-Identifier: Apache-2.0
#include "app/option_list.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "scenarios/case_vocabulary.hpp"
#include "sim/stream.hpp"

namespace app {
namespace {

using Takes = Option::Takes;

constexpr std::uint32_t most_replications = sim::Address::replication_limit;
constexpr std::uint32_t most_to_precision = 2000;
constexpr unsigned most_threads = 1024;

namespace option {

// ------------------------------------------------------------ what several commands take

constexpr Option seed{"--seed", Takes::Value, "value.s", "option.seed", [](Check& c, Options& to) {
                        c.whole<std::uint64_t>(0, UINT64_MAX, "", to.seed);
                      }};
constexpr Option threads{
    "--threads", Takes::Value, "value.n", "option.threads",
    [](Check& c, Options& to) { c.whole(0U, most_threads, "expected.all_note", to.threads); }};
/// Stands after --replications: the last replication has to have a number too.
constexpr Option first{
    "--first", Takes::Value, "value.n", "option.first", [](Check& c, Options& to) {
      c.whole<std::uint32_t>(0, most_replications - std::max(to.replications, 1U),
                             "expected.so_many_note", to.first);
    }};

constexpr auto take_overrides = [](Check& c, Options& to) { to.overrides = c.values(); };
constexpr Option set{"--set", Takes::Values, "value.pointer_value", "option.set", take_overrides};
constexpr Option set_in_all{"--set", Takes::Values, "value.pointer_value", "option.compare_set",
                            take_overrides};

constexpr auto take_out = [](Check& c, Options& to) { c.text(to.out); };
constexpr Option run_out{"--out", Takes::Value, "value.dir", "option.out", take_out};
constexpr Option compare_out{"--out", Takes::Value, "value.dir", "option.compare_out", take_out};
constexpr Option report_out{"--out", Takes::Value, "value.dir", "option.report_out", take_out};
constexpr Option network_out{"--out", Takes::Value, "value.file", "option.network_out", take_out};

constexpr auto take_json = [](Check& /*c*/, Options& to) { to.json = true; };
constexpr Option json{"--json", Takes::Nothing, "", "option.as_json", take_json};
constexpr Option run_json{"--json", Takes::Nothing, "", "option.run_json", take_json};
constexpr Option compare_json{"--json", Takes::Nothing, "", "option.compare_json", take_json};
constexpr Option dictionary_json{"--json", Takes::Nothing, "", "option.dictionary_json", take_json};
constexpr Option report_json{"--json", Takes::Nothing, "", "option.report_json", take_json};

constexpr Option lang{
    "--lang", Takes::Value, "sv|en", "option.lang", [](Check& c, Options& to) {
      static constexpr Word<viz::Lang> words[] = {{"sv", viz::Lang::Sv}, {"en", viz::Lang::En}};
      c.word<viz::Lang>(words, to.lang);
    }};
constexpr Option progress{
    "--progress", Takes::Value, "auto|plain|none", "option.progress", [](Check& c, Options& to) {
      static constexpr Word<ProgressStyle> words[] = {{"auto", ProgressStyle::Auto},
                                                      {"plain", ProgressStyle::Plain},
                                                      {"none", ProgressStyle::None}};
      c.word<ProgressStyle>(words, to.progress);
    }};
constexpr Option color{
    "--color", Takes::Value, "auto|always|never", "option.color", [](Check& c, Options& to) {
      static constexpr Word<ColourChoice> words[] = {{"auto", ColourChoice::Auto},
                                                     {"always", ColourChoice::Always},
                                                     {"never", ColourChoice::Never}};
      c.word<ColourChoice>(words, to.colour);
    }};

// ------------------------------------------------------------ how many replications

template <std::uint32_t Fewest>
void take_replications(Check& c, Options& to) {
  c.whole<std::uint32_t>(Fewest, most_replications, "", to.replications);
}
constexpr Option run_replications{"--replications", Takes::Value, "value.n", "option.replications",
                                  take_replications<1>};
constexpr Option compare_replications{"--replications", Takes::Value, "value.n",
                                      "option.compare_replications", take_replications<2>};
constexpr Option network_replications{"--replications", Takes::Value, "value.n",
                                      "option.network_replications", take_replications<0>};
constexpr Option precision{"--precision", Takes::Value, "value.percent", "option.precision",
                           [](Check& c, Options& to) {
                             c.percent(to.precision);
                             if (!c.has("--replications")) to.replications = most_to_precision;
                           }};

// ------------------------------------------------------------ what one command takes

constexpr Option require_targets{"--require-targets", Takes::Nothing, "", "option.require_targets",
                                 [](Check& /*c*/, Options& to) { to.require_targets = true; }};
constexpr Option plausible{"--plausible", Takes::Nothing, "", "option.plausible",
                           [](Check& /*c*/, Options& to) { to.plausible = true; }};
constexpr Option rules{"--rules", Takes::Words, "value.rulefile", "option.rules",
                       [](Check& c, Options& to) { to.rule_sets = c.values(); }};
constexpr Option resolved{"--resolved", Takes::Nothing, "", "option.resolved",
                          [](Check& /*c*/, Options& to) { to.resolved = true; }};
constexpr Option sources{"--sources", Takes::Nothing, "", "option.sources",
                         [](Check& /*c*/, Options& to) { to.sources = true; }};
constexpr Option format{
    "--format", Takes::Value, "svg|dot|mermaid", "option.format", [](Check& c, Options& to) {
      static constexpr Word<Drawing> words[] = {
          {"svg", Drawing::Svg}, {"dot", Drawing::Dot}, {"mermaid", Drawing::Mermaid}};
      c.word<Drawing>(words, to.drawing);
    }};
constexpr Option replication{"--replication", Takes::Value, "value.k", "option.replication",
                             [](Check& c, Options& to) {
                               c.whole<std::uint32_t>(0, most_replications - 1, "", to.replication);
                             }};
constexpr Option patient{"--patient", Takes::Value, "value.id", "option.patient",
                         [](Check& c, Options& to) { c.text(to.patient); }};
constexpr Option csv{"--csv", Takes::Value, "plain|swedish", "option.csv_dialect",
                     [](Check& c, Options& to) {
                       static constexpr Word<Tables> words[] = {{"plain", Tables::Plain},
                                                                {"swedish", Tables::Swedish}};
                       c.word<Tables>(words, to.tables);
                     }};
constexpr Option patient_case{"--case", Takes::Values, "value.case", "option.case",
                              [](Check& c, Options& to) { to.cases = c.values(); }};
constexpr Option all{"--all", Takes::Nothing, "", "option.all",
                     [](Check& /*c*/, Options& to) { to.all = true; }};
constexpr Option population{"--population", Takes::Value, "value.scenario", "option.population",
                            [](Check& c, Options& to) { c.text(to.population); }};

/// NAME=POSITION, each a word of the vocabulary.
void take_switches(Check& check, Options& to) {
  const auto fail = [&](const std::vector<std::string>& known, const std::string& got) {
    check.fail(
        viz::pick(scenarios::one_of(known), check.lang()),
        scenarios::in_quotes(got) + viz::pick(scenarios::did_you_mean(got, known), check.lang()));
  };
  for (const std::string& one : check.values()) {
    const auto equals = one.find('=');
    const std::string name = one.substr(0, equals);
    const auto known = scenarios::dimension_names(scenarios::CaseDimension::Kind::Switch);
    if (std::ranges::find(known, name) == known.end()) return fail(known, name);
    const auto& dimension = scenarios::case_vocabulary()[*scenarios::find_dimension(name)];
    const std::string position = equals == std::string::npos ? "" : one.substr(equals + 1);
    if (!dimension.index_of(position)) return fail(scenarios::value_names(dimension), position);
    const auto before =
        std::ranges::find(to.positions, name, [](const auto& p) { return p.first; });
    if (before != to.positions.end() && before->second != position) {
      return check.fail(
          say(check.lang(), "expected.one_position", {{"name", name}}),
          say(check.lang(), "got.two_positions", {{"one", before->second}, {"other", position}}));
    }
    if (before == to.positions.end()) to.positions.emplace_back(name, position);
  }
}
constexpr Option positions{"--switch", Takes::Values, "value.name_position", "option.switch",
                           take_switches};

}  // namespace option

// ------------------------------------------------------------ words that are no options

/// The scenario, and whether that was the only word.
void take_scenario(Check& check, std::string_view command, const std::vector<std::string>& words,
                   Options& to) {
  const auto lang = check.lang();
  if (words.empty() || words.front().empty()) {
    return check.fail(command, say(lang, "expected.a_scenario"), say(lang, "got.nothing"));
  }
  to.scenario = words.front();
  if (words.size() > 1 && to.command != Command::Compare) {
    check.fail(command, say(lang, "expected.one_scenario"),
               say(lang, "got.also", {{"what", scenarios::in_quotes(words[1])}}));
  }
}

/// The action of `troskel rules` and what it needs.
void take_rules_action(Check& check, const std::vector<std::string>& words, Options& to) {
  static constexpr Word<RulesAction> actions[] = {{"check", RulesAction::Check},
                                                  {"compare", RulesAction::Compare},
                                                  {"explain", RulesAction::Explain}};
  const auto lang = check.lang();
  const auto* const action = std::ranges::find_if(actions, [&](const Word<RulesAction>& word) {
    return !words.empty() && word.name == words.front();
  });
  if (action == std::end(actions)) {
    return check.fail("troskel rules", say(lang, "expected.rules_action"),
                      words.empty() ? std::string(say(lang, "got.nothing"))
                                    : scenarios::in_quotes(words.front()));
  }
  to.action = action->value;
  to.files.assign(words.begin() + 1, words.end());
  const std::string command = "troskel rules " + words.front();
  const std::size_t fewest = to.action == RulesAction::Compare ? 2 : to.all ? 0 : 1;
  if (to.files.size() < fewest) {
    check.fail(command, say(lang, fewest == 2 ? "expected.two_rule_files" : "expected.rule_file"),
               std::to_string(to.files.size()));
  }
  if (to.action == RulesAction::Explain && to.cases.empty() && !to.all) {
    check.fail(command, say(lang, "expected.case_or_all"), say(lang, "got.neither"));
  }
}

/// Other scenarios or rule sets to compare the base with.
void take_alternatives(Check& check, const std::vector<std::string>& words, Options& to) {
  if (words.size() > 1) to.others.assign(words.begin() + 1, words.end());
  if (to.others.empty() != to.rule_sets.empty()) return;
  check.fail("troskel compare", say(check.lang(), "expected.comparison"),
             say(check.lang(), to.others.empty() ? "got.alone" : "got.both"));
}

/// The folder of a run, or its results.json.
void take_results(Check& check, const std::vector<std::string>& words, Options& to) {
  if (words.size() == 1 && !words.front().empty()) {
    to.results = words.front();
    return;
  }
  check.fail("troskel report", say(check.lang(), "expected.results"),
             words.size() < 2 ? std::string(say(check.lang(), "got.nothing"))
                              : std::to_string(words.size()));
}

/// The file that the schema is of.
void take_schema(Check& check, const std::vector<std::string>& words, Options& to) {
  if (words.empty()) return;
  static constexpr Word<SchemaOf> files[] = {{"scenario", SchemaOf::Scenario},
                                             {"rules", SchemaOf::Rules},
                                             {"case", SchemaOf::Case},
                                             {"results", SchemaOf::Results},
                                             {"comparison", SchemaOf::Comparison}};
  const std::string& last = words.back();
  std::vector<std::string> names;
  for (const auto& word : files) {
    if (word.name == last) to.schema = word.value;
    names.emplace_back(word.name);
  }
  const bool known = std::ranges::find(names, last) != names.end();
  if (known && words.size() == 1) return;
  check.fail("troskel schema", viz::pick(scenarios::one_of(names), check.lang()),
             known ? std::to_string(words.size())
                   : scenarios::in_quotes(last) +
                         viz::pick(scenarios::did_you_mean(last, names), check.lang()));
}

void take_none(Check& check, std::string_view command, const std::vector<std::string>& words) {
  if (words.empty()) return;
  check.fail(command, say(check.lang(), "expected.only_options"),
             scenarios::in_quotes(words.front()));
}

void take_words(Check& check, const std::vector<std::string>& words, Options& to) {
  switch (to.command) {
    case Command::Run:
      return take_scenario(check, "troskel run", words, to);
    case Command::Compare:
      take_scenario(check, "troskel compare", words, to);
      return take_alternatives(check, words, to);
    case Command::Check:
      return take_scenario(check, "troskel check", words, to);
    case Command::Network:
      return take_scenario(check, "troskel network", words, to);
    case Command::Trace:
      return take_scenario(check, "troskel trace", words, to);
    case Command::Rules:
      return take_rules_action(check, words, to);
    case Command::Report:
      return take_results(check, words, to);
    case Command::List:
      return take_none(check, "troskel list", words);
    case Command::Schema:
      return take_schema(check, words, to);
    case Command::Dictionary:
      return take_none(check, "troskel dictionary", words);
  }
}

/// Replications when none are asked for.
std::uint32_t usual_replications(Command command) {
  return command == Command::Network ? 0 : command == Command::Compare ? 200 : 100;
}

}  // namespace

std::span<const Option> options(Command command) {
  static constexpr Option of_run[] = {option::run_replications,
                                      option::precision,
                                      option::seed,
                                      option::threads,
                                      option::first,
                                      option::set,
                                      option::run_out,
                                      option::require_targets,
                                      option::plausible,
                                      option::run_json,
                                      option::progress,
                                      option::color,
                                      option::lang};
  static constexpr Option of_compare[] = {option::rules,       option::compare_replications,
                                          option::seed,        option::threads,
                                          option::first,       option::set_in_all,
                                          option::compare_out, option::compare_json,
                                          option::progress,    option::color,
                                          option::lang};
  static constexpr Option of_check[] = {option::set, option::resolved, option::sources,
                                        option::json, option::lang};
  static constexpr Option of_network[] = {
      option::format,   option::network_out, option::network_replications,
      option::seed,     option::threads,     option::set,
      option::progress, option::lang};
  static constexpr Option of_trace[] = {option::replication, option::patient, option::seed,
                                        option::set,         option::json,    option::lang};
  static constexpr Option of_rules[] = {option::patient_case, option::all,  option::positions,
                                        option::population,   option::json, option::lang};
  static constexpr Option of_report[] = {option::report_out, option::csv, option::report_json,
                                         option::color, option::lang};
  static constexpr Option of_list[] = {option::json, option::lang};
  static constexpr Option of_schema[] = {option::lang};
  static constexpr Option of_dictionary[] = {option::dictionary_json, option::lang};
  switch (command) {
    case Command::Run:
      return of_run;
    case Command::Compare:
      return of_compare;
    case Command::Check:
      return of_check;
    case Command::Network:
      return of_network;
    case Command::Trace:
      return of_trace;
    case Command::Rules:
      return of_rules;
    case Command::Report:
      return of_report;
    case Command::List:
      return of_list;
    case Command::Schema:
      return of_schema;
    case Command::Dictionary:
      break;
  }
  return of_dictionary;
}

void read_command(Check& check, const std::vector<std::string>& words, Options& to) {
  to.replications = usual_replications(to.command);
  for (const Option& option : options(to.command)) {
    if (!check.has(option.name)) continue;
    check.turn_to(option.name);
    option.read(check, to);
  }
  take_words(check, words, to);
}

}  // namespace app
