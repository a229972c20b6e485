// SPDX-License-Identifier: Apache-2.0
#include "app/load.hpp"

#include "app/console.hpp"
#include "app/text.hpp"

namespace app {

void tell_issues(const std::vector<scenarios::Issue>& issues, viz::Lang lang) {
  for (const auto& issue : issues) tell(issue.text(lang));
}

void tell_warnings(const std::vector<scenarios::Issue>& issues, viz::Lang lang) {
  for (const auto& issue : issues) {
    tell(words::say(lang, "issue.warning", {{"issue", issue.text(lang)}}));
  }
}

care::Case load_case(const Options& options, const std::string& rules) {
  return care::make_case({options.scenario, options.overrides, rules});
}

bool tell_faults(const care::Case& loaded, viz::Lang lang) {
  tell_issues(loaded.errors, lang);
  if (!loaded.model) return false;
  tell_warnings(loaded.warnings, lang);
  return true;
}

std::string repeat_command(const Options& options) {
  std::string command = "troskel run " + shell_word(options.scenario);
  command += fmt::format(" --replications {} --seed {}", options.replications, options.seed);
  if (options.precision > 0) command += fmt::format(" --precision {:.9g}", options.precision * 100);
  if (options.first > 0) command += fmt::format(" --first {}", options.first);
  for (const auto& one : options.overrides) command += " --set " + shell_word(one);
  return command;
}

}  // namespace app
