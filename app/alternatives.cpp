// SPDX-License-Identifier: Apache-2.0
#include "app/alternatives.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "app/library.hpp"
#include "scenarios/rule_reader.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

/// The name of the file, made unique by a number behind it.
std::string unique_id(const std::string& file, const std::vector<Alternative>& taken) {
  const std::string stem = fs::path(file).stem().string();
  const auto is_taken = [&](const std::string& id) {
    return std::ranges::find(taken, id, &Alternative::id) != taken.end();
  };
  std::string id = stem;
  for (int number = 2; is_taken(id); ++number) id = fmt::format("{}-{}", stem, number);
  return id;
}

}  // namespace

std::vector<Alternative> alternatives_of(const Options& options) {
  std::vector<Alternative> all;
  const auto add = [&](const std::string& named, const std::string& scenario) -> Alternative& {
    all.push_back({unique_id(named, all), {}, scenario, {}});
    return all.back();
  };
  add(options.scenario, options.scenario);
  for (const auto& other : options.others) add(other, other);
  if (options.rule_sets.empty()) return all;
  const auto library = find_rule_files(library_folders());
  for (const auto& word : options.rule_sets) {
    Alternative& one = add(word, options.scenario);
    one.rules = named_file(word, library).string();
    const auto loaded = scenarios::load_rules(one.rules);
    if (loaded.rules) one.label = loaded.rules->title;
  }
  return all;
}

std::vector<scenarios::Issue> rule_file_errors(const std::vector<Alternative>& alternatives) {
  std::vector<scenarios::Issue> errors;
  for (const Alternative& alternative : alternatives) {
    if (alternative.rules.empty()) continue;
    const auto loaded = scenarios::load_rules(alternative.rules);
    errors.insert(errors.end(), loaded.errors.begin(), loaded.errors.end());
  }
  return errors;
}

care::Case load_alternative(const Options& options, const Alternative& alternative) {
  Options one = options;
  one.scenario = alternative.scenario;
  return load_case(one, alternative.rules);
}

}  // namespace app
