// SPDX-License-Identifier: Apache-2.0
#include "app/options.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

#include "app/text.hpp"
#include "scenarios/case_vocabulary.hpp"
#include "scenarios/issue.hpp"
#include "sim/stream.hpp"

namespace app {
namespace {

constexpr std::uint32_t most_replications = sim::Address::replication_limit;
constexpr std::uint32_t most_to_precision = 2000;
constexpr unsigned most_threads = 1024;

/// A word of an option and what it stands for.
template <class T>
struct Word {
  std::string_view name;
  T value;
};

/// Reads the options one by one. After the first fault the rest is not looked at.
class Check {
 public:
  explicit Check(const RawOptions& raw) : raw_(raw) {}

  [[nodiscard]] const std::string& fault() const { return fault_; }

  [[nodiscard]] bool has(const std::string& name) const { return raw_.given.contains(name); }

  /// The value of an option that may be given once, or nullptr.
  const std::string* value(const std::string& name) {
    const auto found = raw_.given.find(name);
    if (found == raw_.given.end() || found->second.empty()) return nullptr;
    if (found->second.size() > 1) {
      fail(name, in(lang(), "ett värde", "one value"),
           fill(lang(), {"{} värden", "{} values"}, found->second.size()));
      return nullptr;
    }
    return found->second.data();
  }

  template <class Number>
  void whole(const std::string& name, Number low, Number high, const Phrase& meaning, Number& to) {
    const std::string* text = value(name);
    if (text == nullptr) return;
    Number number = 0;
    const auto end = text->data() + text->size();
    const auto [stop, error] = std::from_chars(text->data(), end, number);
    if (error != std::errc{} || stop != end || number < low || number > high) {
      return fail(name,
                  fill(lang(), {"ett heltal från {} till {}{}", "a whole number from {} to {}{}"},
                       low, high, in(lang(), meaning.sv, meaning.en)),
                  scenarios::in_quotes(*text));
    }
    to = number;
  }

  void percent(const std::string& name, double& share) {
    const std::string* text = value(name);
    if (text == nullptr) return;
    std::string_view digits = *text;
    if (digits.ends_with('%')) digits.remove_suffix(1);
    double number = 0;
    const auto end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc{} || stop != end || !(number > 0 && number < 100)) {
      return fail(name,
                  in(lang(), "ett tal i procent, större än 0 och mindre än 100",
                     "a number in percent, greater than 0 and less than 100"),
                  scenarios::in_quotes(*text));
    }
    share = number / 100;
  }

  template <class T>
  void word(const std::string& name, std::span<const Word<T>> words, T& to) {
    const std::string* text = value(name);
    if (text == nullptr) return;
    std::string list;
    for (const auto& word : words) {
      if (word.name == *text) {
        to = word.value;
        return;
      }
      list += (list.empty() ? "" : ", ") + std::string(word.name);
    }
    fail(name, fill(lang(), {"ett av: {}", "one of: {}"}, list), scenarios::in_quotes(*text));
  }

  void text(const std::string& name, std::optional<std::string>& to) {
    const std::string* given = value(name);
    if (given == nullptr) return;
    if (given->empty()) {
      return fail(name, in(lang(), "ett namn", "a name"), in(lang(), "ingenting", "nothing"));
    }
    to = *given;
  }

  void fail(std::string_view what, std::string_view expected, std::string_view got) {
    if (fault_.empty()) fault_ = expected_got(lang(), what, expected, got);
  }

 private:
  [[nodiscard]] viz::Lang lang() const { return raw_.lang; }

  const RawOptions& raw_;
  std::string fault_;
};

void check_run(Check& check, Options& to) {
  const bool may_be_none = to.command == Command::Network;
  const bool in_pairs = to.command == Command::Compare;
  to.replications = may_be_none ? 0 : in_pairs ? 200 : 100;
  const std::uint32_t fewest = may_be_none ? 0 : in_pairs ? 2 : 1;
  check.whole<std::uint32_t>("--replications", fewest, most_replications, {}, to.replications);
  check.percent("--precision", to.precision);
  if (to.precision > 0 && !check.has("--replications")) to.replications = most_to_precision;
  check.whole<std::uint32_t>("--first", 0, most_replications - std::max(to.replications, 1U),
                             {" (med så många upprepningar)", " (with so many replications)"},
                             to.first);
  check.whole<std::uint64_t>("--seed", 0, UINT64_MAX, {}, to.seed);
  check.whole<unsigned>("--threads", 0, most_threads, {" (0 = alla)", " (0 = all)"}, to.threads);
}

void check_words(Check& check, Options& to) {
  static constexpr Word<viz::Lang> langs[] = {{"sv", viz::Lang::Sv}, {"en", viz::Lang::En}};
  static constexpr Word<ProgressStyle> progress[] = {{"auto", ProgressStyle::Auto},
                                                     {"plain", ProgressStyle::Plain},
                                                     {"none", ProgressStyle::None}};
  static constexpr Word<ColourChoice> colour[] = {{"auto", ColourChoice::Auto},
                                                  {"always", ColourChoice::Always},
                                                  {"never", ColourChoice::Never}};
  static constexpr Word<Drawing> drawing[] = {
      {"svg", Drawing::Svg}, {"dot", Drawing::Dot}, {"mermaid", Drawing::Mermaid}};
  check.word<viz::Lang>("--lang", langs, to.lang);
  check.word<ProgressStyle>("--progress", progress, to.progress);
  check.word<ColourChoice>("--color", colour, to.colour);
  static constexpr Word<Tables> tables[] = {{"plain", Tables::Plain}, {"swedish", Tables::Swedish}};
  check.word<Tables>("--csv", tables, to.tables);
  check.word<Drawing>("--format", drawing, to.drawing);
}

/// The action of `troskel rules` and what it needs.
void check_rules_action(Check& check, const RawOptions& raw, Options& to) {
  static constexpr Word<RulesAction> actions[] = {{"check", RulesAction::Check},
                                                  {"compare", RulesAction::Compare},
                                                  {"explain", RulesAction::Explain}};
  const std::string got = raw.words.empty() ? std::string(in(to.lang, "ingenting", "nothing"))
                                            : scenarios::in_quotes(raw.words.front());
  const auto* action = std::ranges::find_if(actions, [&](const Word<RulesAction>& word) {
    return !raw.words.empty() && word.name == raw.words.front();
  });
  if (action == std::end(actions)) {
    return check.fail("troskel rules",
                      in(to.lang, "check, compare eller explain", "check, compare or explain"),
                      got);
  }
  to.action = action->value;
  to.files.assign(raw.words.begin() + 1, raw.words.end());
  const std::string command = "troskel rules " + raw.words.front();
  const std::size_t fewest = to.action == RulesAction::Compare ? 2 : to.all ? 0 : 1;
  if (to.files.size() < fewest) {
    check.fail(command,
               fewest == 2 ? in(to.lang, "minst två regelfiler", "at least two rule files")
                           : in(to.lang, "minst en regelfil (troskel list visar dem)",
                                "at least one rule file (troskel list shows them)"),
               std::to_string(to.files.size()));
  }
  if (to.action == RulesAction::Explain && to.cases.empty() && !to.all) {
    check.fail(command, in(to.lang, "--case FALL eller --all", "--case CASE or --all"),
               in(to.lang, "ingetdera", "neither"));
  }
}

/// NAME=POSITION, each a word of the vocabulary.
void check_switches(Check& check, const std::vector<std::string>& given, Options& to) {
  const auto fail = [&](const std::vector<std::string>& known, const std::string& got) {
    check.fail("--switch", fill(to.lang, {"ett av: {}", "one of: {}"}, fmt::join(known, ", ")),
               scenarios::in_quotes(got) + scenarios::did_you_mean(got, known));
  };
  for (const std::string& one : given) {
    const auto equals = one.find('=');
    const std::string name = one.substr(0, equals);
    const auto known = scenarios::dimension_names(scenarios::CaseDimension::Kind::Switch);
    if (std::ranges::find(known, name) == known.end()) return fail(known, name);
    const auto& dimension = scenarios::case_vocabulary()[*scenarios::find_dimension(name)];
    const std::string position = equals == std::string::npos ? "" : one.substr(equals + 1);
    if (!dimension.index_of(position)) return fail(scenarios::value_names(dimension), position);
    to.positions.emplace_back(name, position);
  }
}

void check_rules(Check& check, const RawOptions& raw, Options& to) {
  if (to.command != Command::Rules) return;
  to.all = check.has("--all");
  if (const auto set = raw.given.find("--case"); set != raw.given.end()) to.cases = set->second;
  check.text("--population", to.population);
  check_rules_action(check, raw, to);
  if (const auto set = raw.given.find("--switch"); set != raw.given.end()) {
    check_switches(check, set->second, to);
  }
}

/// The base, and other scenarios or rule sets to compare it with.
void check_compare(Check& check, const RawOptions& raw, Options& to) {
  if (to.command != Command::Compare) return;
  if (raw.words.size() > 1) to.others.assign(raw.words.begin() + 1, raw.words.end());
  if (const auto set = raw.given.find("--rules"); set != raw.given.end())
    to.rule_sets = set->second;
  if (to.others.empty() == to.rule_sets.empty()) {
    check.fail("troskel compare",
               in(to.lang, "ett scenario och antingen andra scenarier eller --rules",
                  "a scenario and either other scenarios or --rules"),
               to.others.empty() ? in(to.lang, "ett scenario ensamt", "one scenario alone")
                                 : in(to.lang, "båda", "both"));
  }
}

/// The file that the schema is of.
void check_schema(Check& check, const RawOptions& raw, Options& to) {
  if (to.command != Command::Schema || raw.words.empty()) return;
  static constexpr Word<SchemaOf> files[] = {{"scenario", SchemaOf::Scenario},
                                             {"rules", SchemaOf::Rules},
                                             {"case", SchemaOf::Case},
                                             {"results", SchemaOf::Results},
                                             {"comparison", SchemaOf::Comparison}};
  const std::string& last = raw.words.back();
  std::vector<std::string> names;
  for (const auto& word : files) {
    if (word.name == last) to.schema = word.value;
    names.emplace_back(word.name);
  }
  const bool known = std::ranges::find(names, last) != names.end();
  if (known && raw.words.size() == 1) return;
  check.fail("troskel schema", fill(to.lang, {"ett av: {}", "one of: {}"}, fmt::join(names, ", ")),
             known ? std::to_string(raw.words.size())
                   : scenarios::in_quotes(last) + scenarios::did_you_mean(last, names));
}

/// The folder of a run, or its results.json.
void check_report(Check& check, const RawOptions& raw, Options& to) {
  if (to.command != Command::Report) return;
  if (raw.words.size() == 1 && !raw.words.front().empty()) {
    to.results = raw.words.front();
    return;
  }
  check.fail("troskel report",
             in(to.lang, "en körnings mapp, eller dess results.json",
                "the folder of a run, or its results.json"),
             raw.words.size() < 2 ? std::string(in(to.lang, "ingenting", "nothing"))
                                  : std::to_string(raw.words.size()));
}

}  // namespace

std::variant<Options, std::string> check_options(const RawOptions& raw) {
  Options to;
  to.command = raw.command;
  to.lang = raw.lang;
  to.scenario = raw.scenario;
  Check check(raw);
  check_words(check, to);
  check_run(check, to);
  check.whole<std::uint32_t>("--replication", 0, most_replications - 1, {}, to.replication);
  check.text("--out", to.out);
  check.text("--patient", to.patient);
  to.json = check.has("--json");
  to.require_targets = check.has("--require-targets");
  to.resolved = check.has("--resolved");
  to.sources = check.has("--sources");
  if (const auto set = raw.given.find("--set"); set != raw.given.end()) to.overrides = set->second;
  check_rules(check, raw, to);
  check_compare(check, raw, to);
  check_report(check, raw, to);
  check_schema(check, raw, to);
  if (!check.fault().empty()) return check.fault();
  return to;
}

}  // namespace app
