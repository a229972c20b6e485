// SPDX-License-Identifier: Apache-2.0
// The only file that includes CLI11, which takes seconds to compile. CLI11 takes the words apart;
// what they mean, and every message, is ours: one line, in the user's language.
#include "app/command_line.hpp"

#include <algorithm>
#include <cstdlib>
#include <variant>

#include <CLI/CLI.hpp>

#include "troskel_version.hpp"

#include "app/command_texts.hpp"
#include "app/help.hpp"
#include "scenarios/issue.hpp"

namespace app {
namespace {

/// Where CLI11 leaves what it found in a command.
struct Found {
  const CommandText* text = nullptr;
  CLI::App* parser = nullptr;
  std::vector<std::string> scenario;
  std::map<std::string, std::vector<std::string>> values;
  std::map<std::string, bool> flags;
  bool help = false;
};

void describe(CLI::App& program, const CommandText& text, Found& found) {
  found.text = &text;
  found.parser = program.add_subcommand(std::string(text.name));
  found.parser->set_help_flag();
  found.parser->add_flag("-h,--help", found.help);
  found.parser->allow_extras();
  if (text.takes_scenario || !text.words.en.empty()) {
    // More than one is taken here and refused in understand(), which knows what was meant.
    found.parser->add_option("scenario", found.scenario)->expected(0, 1000);
  }
  for (const auto view : text.option_names) {
    const std::string name(view);
    if (option_text(view, text.command).value.empty()) {
      found.parser->add_flag(name, found.flags[name]);
    } else {
      auto* option = found.parser->add_option(name, found.values[name]);
      if (name == "--rules") {
        option->expected(1, 1000);
      } else {
        option->allow_extra_args(false);
      }
    }
  }
}

CommandLine complain(std::string complaint) {
  CommandLine result;
  result.exit_status = 2;
  result.complaint = std::move(complaint);
  return result;
}

CommandLine print(std::string output) {
  CommandLine result;
  result.output = std::move(output);
  return result;
}

std::string meant(viz::Lang lang, std::string_view word, const std::vector<std::string>& known) {
  const auto nearest = scenarios::nearest(word, known);
  return nearest ? fill(lang, {" (menade du {}?)", " (did you mean {}?)"}, *nearest) : "";
}

std::string list_of(const std::vector<std::string>& words) {
  std::string list;
  for (const auto& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

/// A word before any command, or instead of one.
std::string stray_word(viz::Lang lang, const std::string& word) {
  std::vector<std::string> names;
  for (const CommandText& command : commands()) names.emplace_back(command.name);
  if (word.starts_with('-')) {
    const std::string name = word.substr(0, word.find('='));
    const bool known = std::ranges::any_of(commands(), [&](const CommandText& command) {
      return std::ranges::find(command.option_names, name) != command.option_names.end();
    });
    if (known) {
      return expected_got(lang, name, in(lang, "val efter kommandot", "options after the command"),
                          in(lang, "ett före", "one before it"));
    }
    return expected_got(lang, "troskel", in(lang, "--help eller --version", "--help or --version"),
                        scenarios::in_quotes(name)) +
           meant(lang, name, {"--help", "--version"});
  }
  return expected_got(lang, "troskel",
                      fill(lang, {"ett kommando ({})", "a command ({})"}, list_of(names)),
                      scenarios::in_quotes(word)) +
         meant(lang, word, names);
}

/// A word that a command has no use for: an unknown option, or a second scenario.
std::string extra_word(viz::Lang lang, const Found& found, const std::vector<std::string>& extras) {
  const std::string command = "troskel " + std::string(found.text->name);
  const auto option = std::ranges::find_if(
      extras, [](const std::string& word) { return word.starts_with('-') && word != "--"; });
  if (option == extras.end()) {
    const std::string got = scenarios::in_quotes(extras.front());
    return found.text->takes_scenario
               ? expected_got(lang, command, in(lang, "ett scenario", "one scenario"),
                              fill(lang, {"också {}", "also {}"}, got))
               : expected_got(lang, command, in(lang, "bara val", "only options"), got);
  }
  std::vector<std::string> names(found.text->option_names.begin(), found.text->option_names.end());
  names.emplace_back("--help");
  const std::string name = option->substr(0, option->find('='));
  return expected_got(lang, command,
                      fill(lang, {"något av valen {}", "one of the options {}"}, list_of(names)),
                      scenarios::in_quotes(name)) +
         meant(lang, name, names);
}

/// CLI11 found an option without its value, or a flag with one.
std::string mismatch(viz::Lang lang, const std::vector<std::string>& words,
                     const CLI::ParseError& error) {
  const std::string text = error.what();
  std::string name = text.substr(0, text.find_first_of(":= "));
  if (!name.starts_with("--")) return "troskel: " + text;
  if (std::ranges::find(words, name) == words.end()) {
    return expected_got(lang, name, in(lang, "inget värde", "no value"),
                        in(lang, "ett värde", "a value"));
  }
  return expected_got(lang, name, in(lang, "ett värde", "a value"),
                      in(lang, "ingenting", "nothing"));
}

/// A flag that was given a value, which CLI11 would read as yes or no.
std::optional<std::string> flag_with_value(const std::vector<std::string>& words,
                                           const Found& found) {
  for (const auto& word : words) {
    const auto equals = word.find('=');
    if (equals == std::string::npos) continue;
    if (found.flags.contains(word.substr(0, equals))) return word.substr(0, equals);
  }
  return std::nullopt;
}

/// The language of every message has to be known before the first one.
viz::Lang language_of(const std::vector<std::string>& words, viz::Lang lang) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool apart = words[i] == "--lang" && i + 1 < words.size();
    if (words[i] == "--lang=sv" || (apart && words[i + 1] == "sv")) lang = viz::Lang::Sv;
    if (words[i] == "--lang=en" || (apart && words[i + 1] == "en")) lang = viz::Lang::En;
  }
  return lang;
}

CommandLine understand(viz::Lang lang, const Found& found) {
  if (found.help) return print(command_help(*found.text, lang));
  auto extras = found.parser->remaining();
  const bool several = !found.text->words.en.empty();
  if (found.scenario.size() > 1 && !several) {
    extras.insert(extras.end(), found.scenario.begin() + 1, found.scenario.end());
  }
  if (!extras.empty()) return complain(extra_word(lang, found, extras));
  RawOptions raw{
      .command = found.text->command, .lang = lang, .scenario = {}, .words = {}, .given = {}};
  if (several) raw.words = found.scenario;
  if (found.text->takes_scenario) {
    if (found.scenario.empty() || found.scenario.front().empty()) {
      return complain(expected_got(lang, "troskel " + std::string(found.text->name),
                                   in(lang, "ett scenario (troskel list visar dem som följer med)",
                                      "a scenario (troskel list shows those that come along)"),
                                   in(lang, "ingenting", "nothing")));
    }
    raw.scenario = found.scenario.front();
  }
  for (const auto& [name, values] : found.values) {
    if (!values.empty()) raw.given[name] = values;
  }
  for (const auto& [name, set] : found.flags) {
    if (set) raw.given[name] = {};
  }
  auto checked = check_options(raw);
  if (auto* fault = std::get_if<std::string>(&checked)) return complain(std::move(*fault));
  CommandLine result;
  result.options = std::get<Options>(std::move(checked));
  return result;
}

}  // namespace

CommandLine parse_command_line(const std::vector<std::string>& words, viz::Lang lang) {
  lang = language_of(words, lang);
  CLI::App program;
  bool help = false, version = false;
  program.set_help_flag();
  program.add_flag("-h,--help", help);
  program.add_flag("--version", version);
  program.allow_extras();
  program.require_subcommand(0, 1);
  std::vector<Found> found(commands().size());
  for (std::size_t i = 0; i < found.size(); ++i) describe(program, commands()[i], found[i]);

  // `troskel help run` is `troskel run --help`.
  std::vector<std::string> rest = words;
  if (!rest.empty() && rest.front() == "help") {
    rest.erase(rest.begin());
    rest.emplace_back("--help");
  }
  try {
    program.parse(std::vector<std::string>(rest.rbegin(), rest.rend()));
  } catch (const CLI::ParseError& error) {
    return complain(mismatch(lang, words, error));
  }
  if (version) {
    return print(fmt::format("troskel {} ({}, {})\n", troskel::version, troskel::compiler,
                             troskel::build_type));
  }
  const auto extras = program.remaining();
  if (!extras.empty() && !help) return complain(stray_word(lang, extras.front()));
  for (const Found& one : found) {
    if (!one.parser->parsed()) continue;
    if (const auto flag = flag_with_value(words, one)) {
      return complain(expected_got(lang, *flag, in(lang, "inget värde", "no value"),
                                   in(lang, "ett värde", "a value")));
    }
    return understand(lang, one);
  }
  if (help) return print(program_help(lang));
  CommandLine result;
  result.exit_status = 2;
  result.complaint = program_help(lang);
  result.complaint.pop_back();
  return result;
}

viz::Lang language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    // Read once, before there is a second thread.
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("sv") ? viz::Lang::Sv : viz::Lang::En;
  }
  return viz::Lang::En;
}

}  // namespace app
