// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.hpp"

#include <algorithm>
#include <cstdlib>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "troskel_version.hpp"

#include "app/command_texts.hpp"
#include "app/help.hpp"
#include "app/option_list.hpp"
#include "app/text.hpp"
#include "scenarios/issue.hpp"

namespace app {
namespace {

using Words = std::span<const std::string>;

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
  return nearest ? say(lang, "issue.did_you_mean", {{"name", *nearest}}) : "";
}

std::string name_of(const std::string& word) { return word.substr(0, word.find('=')); }

bool is_option(std::string_view word) { return word.starts_with('-') && word.size() > 1; }

bool asks_for_help(std::string_view word) { return word == "-h" || word == "--help"; }

/// A command's words, taken apart.
class Taker {
 public:
  Taker(viz::Lang lang, const CommandText& command) : lang_(lang), command_(command) {}

  /// `-- ` ends the options; what an option takes may begin with one '-' ("-1"), but not with two.
  void take(Words words) {
    bool options_end = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string& word = words[i];
      if (options_end || !is_option(word)) {
        plain_.push_back(word);
      } else if (word == "--") {
        options_end = true;
      } else if (asks_for_help(word)) {
        help_ = true;
      } else {
        i += take_option(word, words.subspan(i + 1));
      }
    }
  }

  [[nodiscard]] bool help() const { return help_; }
  [[nodiscard]] const std::string& fault() const { return fault_; }
  [[nodiscard]] const GivenOptions& given() const { return given_; }
  [[nodiscard]] const std::vector<std::string>& plain() const { return plain_; }

 private:
  /// How many of the words behind it the option takes.
  std::size_t take_option(const std::string& word, Words behind) {
    const auto all = options(command_.command);
    const std::string name = name_of(word);
    const auto option = std::ranges::find(all, name, &Option::name);
    if (option == all.end()) {
      fail(unknown(name));
      return 0;
    }
    auto& values = given_[option->name];
    const bool joined = name.size() < word.size();
    if (option->takes == Option::Takes::Nothing) {
      if (joined)
        fail(expected_got(lang_, name, say(lang_, "expected.no_value"),
                          say(lang_, "expected.value")));
      return 0;
    }
    if (joined) values.push_back(word.substr(name.size() + 1));
    const std::size_t most = option->takes == Option::Takes::Words ? behind.size() : joined ? 0 : 1;
    std::size_t taken = 0;
    while (taken < std::min(most, behind.size()) && is_value(*option, behind[taken])) {
      values.push_back(behind[taken++]);
    }
    if (values.empty() || (!joined && taken == 0)) {
      fail(expected_got(lang_, name, say(lang_, "expected.value"), say(lang_, "got.nothing")));
    }
    return taken;
  }

  static bool is_value(const Option& option, std::string_view word) {
    if (option.takes == Option::Takes::Words) return !is_option(word);
    return !word.starts_with("--") && !asks_for_help(word);
  }

  [[nodiscard]] std::string unknown(const std::string& name) const {
    std::vector<std::string> names;
    for (const Option& option : options(command_.command)) names.emplace_back(option.name);
    names.emplace_back("--help");
    return expected_got(lang_, "troskel " + std::string(command_.name),
                        say(lang_, "expected.one_of_options",
                            {{"list", fmt::format("{}", fmt::join(names, ", "))}}),
                        scenarios::in_quotes(name)) +
           meant(lang_, name, names);
  }

  void fail(std::string fault) {
    if (fault_.empty()) fault_ = std::move(fault);
  }

  viz::Lang lang_;
  const CommandText& command_;
  GivenOptions given_;
  std::vector<std::string> plain_;
  std::string fault_;
  bool help_ = false;
};

/// A word instead of a command.
std::string stray_word(viz::Lang lang, const std::string& word) {
  std::vector<std::string> names;
  for (const CommandText& command : commands()) names.emplace_back(command.name);
  if (!is_option(word)) {
    return expected_got(
               lang, "troskel",
               say(lang, "expected.command", {{"list", fmt::format("{}", fmt::join(names, ", "))}}),
               scenarios::in_quotes(word)) +
           meant(lang, word, names);
  }
  const std::string name = name_of(word);
  const bool known = std::ranges::any_of(commands(), [&](const CommandText& command) {
    const auto all = options(command.command);
    return std::ranges::find(all, name, &Option::name) != all.end();
  });
  if (known) {
    return expected_got(lang, name, say(lang, "expected.options_after"),
                        say(lang, "got.one_before"));
  }
  return expected_got(lang, "troskel", say(lang, "expected.help_or_version"),
                      scenarios::in_quotes(name)) +
         meant(lang, name, {"--help", "--version"});
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

CommandLine understand(viz::Lang lang, const CommandText& command, Words words) {
  Taker taker(lang, command);
  taker.take(words);
  if (taker.help()) return print(command_help(command, lang));
  if (!taker.fault().empty()) return complain(taker.fault());
  Options to;
  to.command = command.command;
  to.lang = lang;
  Check check(lang, taker.given());
  read_command(check, taker.plain(), to);
  if (!check.fault().empty()) return complain(check.fault());
  CommandLine result;
  result.options = std::move(to);
  return result;
}

}  // namespace

CommandLine parse_command_line(const std::vector<std::string>& words, viz::Lang lang) {
  lang = language_of(words, lang);
  Words rest = words;
  // `troskel help run` is `troskel run --help`.
  const bool help = !rest.empty() && rest.front() == "help";
  if (help) rest = rest.subspan(1);
  if (rest.empty()) {
    if (help) return print(program_help(lang));
    CommandLine result;
    result.exit_status = 2;
    result.complaint = program_help(lang);
    result.complaint.pop_back();
    return result;
  }
  const std::string& head = rest.front();
  if (asks_for_help(head)) return print(program_help(lang));
  if (head == "--version") {
    return print(fmt::format("troskel {} ({}, {})\n", troskel::version, troskel::compiler,
                             troskel::build_type));
  }
  const CommandText* command = find_command(head);
  if (command != nullptr && help) return print(command_help(*command, lang));
  if (command != nullptr) return understand(lang, *command, rest.subspan(1));
  // `troskel --lang sv --help` asks for help in Swedish.
  if (is_option(head) && std::ranges::any_of(rest, asks_for_help)) return print(program_help(lang));
  return complain(stray_word(lang, head));
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
