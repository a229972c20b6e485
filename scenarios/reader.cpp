// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "scenarios/check.hpp"
#include "scenarios/decode.hpp"
#include "scenarios/document.hpp"
#include "scenarios/rule_reader.hpp"
#include "scenarios/settle.hpp"

namespace scenarios {
namespace {

/// What a check found, at the places of the document.
Findings placed(const Document& document, Findings findings) {
  for (auto* const issues : {&findings.errors, &findings.warnings}) {
    for (Issue& issue : *issues) issue.pointer = place_in(document, issue.pointer);
  }
  return findings;
}

/// What may be opened besides the scenario itself.
enum class Others {
  Files,     ///< the files that it names
  None,      ///< nothing, and it may name no attribute of a rule set's own
  NoneKnown  ///< nothing: such attributes are left alone
};

LoadedVocabulary vocabulary_for(const Scenario& scenario, Others others) {
  if (others == Others::Files) return load_vocabulary(scenario);
  if (others == Others::None) return {CaseVocabulary{}, {}};
  return {};
}

void finish(Document& document, std::span<const std::string> overrides, const std::string& path,
            Others others, Loaded& loaded) {
  apply_overrides(document, overrides, loaded.errors);
  auto scenario = decode<Scenario>(document, loaded.errors, loaded.warnings);
  scenario.path = path;
  auto own = vocabulary_for(scenario, others);
  Findings found = placed(document, check(scenario, own.vocabulary));
  const std::size_t read_errors = loaded.errors.size();
  add_sound(loaded.errors, std::move(found.errors), read_errors);
  if (loaded.errors.empty()) add_sound(loaded.warnings, std::move(found.warnings), 0);
  if (others == Others::Files) {
    Findings in_files = placed(document, check_files(scenario));
    add_sound(loaded.errors, std::move(in_files.errors), read_errors);
    if (loaded.errors.empty()) add_sound(loaded.warnings, std::move(in_files.warnings), 0);
  }
  settle(document, path, loaded.errors);
  settle(document, path, loaded.warnings);
  std::ranges::move(own.errors, std::back_inserter(loaded.errors));
  if (!loaded.errors.empty()) return;
  loaded.scenario = std::move(scenario);
}

}  // namespace

Loaded load(const std::filesystem::path& path, std::span<const std::string> overrides) {
  const std::string shown = path.generic_string();
  return guarded<Loaded>(shown, [&](Loaded& loaded) {
    auto document = read_document(path, loaded.errors, loaded.warnings);
    if (document) finish(*document, overrides, shown, Others::Files, loaded);
  });
}

Loaded load_text(std::string_view text, const std::string& name,
                 std::span<const std::string> overrides) {
  return guarded<Loaded>(name, [&](Loaded& loaded) {
    auto document = read_document(text, name, loaded.errors);
    if (document) finish(*document, overrides, name, Others::None, loaded);
  });
}

Loaded load_left_text(std::string_view text, const std::string& name) {
  return guarded<Loaded>(name, [&](Loaded& loaded) {
    auto document = read_document(text, name, loaded.errors);
    if (document) finish(*document, {}, name, Others::NoneKnown, loaded);
  });
}

}  // namespace scenarios
