// SPDX-License-Identifier: Apache-2.0
#include "app/load.hpp"

#include "app/console.hpp"
#include "app/text.hpp"
#include "scenarios/reader.hpp"

namespace app {

void tell_issues(const std::vector<scenarios::Issue>& issues, std::string_view word) {
  for (const auto& issue : issues) {
    tell(word.empty() ? issue.text() : fmt::format("{}: {}", word, issue.text()));
  }
}

std::optional<LoadedModel> load_model(const Options& options) {
  auto loaded = scenarios::load(options.scenario, options.overrides);
  if (!loaded.scenario) {
    tell_issues(loaded.errors, {});
    return std::nullopt;
  }
  tell_issues(loaded.warnings, in(options.lang, "varning", "warning"));
  return LoadedModel{care::Model(*loaded.scenario), std::move(loaded.resolved_json)};
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
