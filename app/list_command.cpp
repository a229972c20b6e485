// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/library.hpp"
#include "app/status.hpp"
#include "app/text.hpp"
#include "scenarios/fields_rules.hpp"
#include "viz/json_writing.hpp"

namespace app {
namespace {

void write_scenario(viz::JsonWriting& file, const LibraryEntry& entry) {
  file("kind", "scenario");
  file("path", entry.path.generic_string());
  file("title", entry.title);
  file("question", entry.question);
  file("faults", entry.faults);
}

void write_rules(viz::JsonWriting& file, const RuleEntry& entry) {
  file("kind", "rules");
  file("path", entry.path.generic_string());
  file("title", entry.title);
  file("extends", entry.base);
  file.list("systems", entry.systems, [&](const auto& row) {
    file("id", row.id);
    file("name", row.name);
    file("content", row.content);
  });
  file("faults", entry.faults);
}

void write_case(viz::JsonWriting& file, const std::filesystem::path& path,
                const std::vector<std::filesystem::path>& rule_files) {
  const auto loaded = load_case_of_library(path, rule_files);
  file("kind", "case");
  file("path", path.generic_string());
  file("title", loaded.patient_case ? loaded.patient_case->title : scenarios::Text{});
  file("faults", loaded.errors.size());
}

void print_json(const std::vector<LibraryEntry>& entries,
                const std::vector<std::filesystem::path>& folders) {
  const auto rules = find_rule_files(folders);
  put(viz::json_list(1, [&](viz::JsonWriting& file) {
    for (const auto& entry : entries) file.element([&] { write_scenario(file, entry); });
    for (const auto& path : rules) {
      file.element([&] { write_rules(file, read_rule_entry(path)); });
    }
    for (const auto& path : find_case_files(folders)) {
      file.element([&] { write_case(file, path, rules); });
    }
  }));
}

void print_entry(const LibraryEntry& entry, viz::Lang lang) {
  const auto path = entry.path.generic_string();
  put(path + "\n");
  for (const auto& text : {viz::pick(entry.title, lang), viz::pick(entry.question, lang)}) {
    put_wrapped(text, 4);
  }
  if (entry.faults > 0) {
    put(say(lang, "list.faults", {{"n", entry.faults}, {"file", shell_word(path)}}));
  }
}

std::string_view content_text(scenarios::RegisterRow::Content content, viz::Lang lang) {
  using Content = scenarios::RegisterRow::Content;
  switch (content) {
    case Content::Rules:
      return "";
    case Content::Parameter:
      return say(lang, "list.parameter");
    case Content::Label:
      return say(lang, "rules_page.label");
    case Content::None:
      return say(lang, "list.no_content");
  }
  return "";
}

void print_rules(const RuleEntry& entry, viz::Lang lang) {
  put(entry.path.generic_string() + "\n");
  if (entry.faults > 0) {
    put(say(lang, "list.rule_faults",
            {{"n", entry.faults}, {"file", shell_word(entry.path.generic_string())}}));
    return;
  }
  std::string title = viz::pick(entry.title, lang);
  if (!entry.base.empty()) title += say(lang, "list.extends", {{"file", entry.base}});
  put_wrapped(title, 4);
  for (const auto& row : entry.systems) {
    put_wrapped(
        fmt::format("{} {}{}", row.id, viz::pick(row.name, lang), content_text(row.content, lang)),
        4);
  }
}

void print_case(const std::filesystem::path& path,
                const std::vector<std::filesystem::path>& rule_files, viz::Lang lang) {
  const auto loaded = load_case_of_library(path, rule_files);
  put(path.generic_string() + "\n");
  if (loaded.patient_case) put("    " + viz::pick(loaded.patient_case->title, lang) + "\n");
  if (loaded.errors.empty()) return;
  put(say(lang, "list.case_faults",
          {{"n", loaded.errors.size()}, {"file", shell_word(path.generic_string())}}));
}

}  // namespace

int list_scenarios(const Options& options) {
  const auto folders = library_folders();
  const auto [entries, cut] = find_scenarios(folders);
  if (cut) tell(say(options.lang, "list.cut"));
  if (options.json) {
    print_json(entries, folders);
    return status::done;
  }
  for (const auto& entry : entries) print_entry(entry, options.lang);
  const auto rules = find_rule_files(folders);
  const auto cases = find_case_files(folders);
  if (!rules.empty()) put(say(options.lang, "list.rule_sets"));
  for (const auto& file : rules) print_rules(read_rule_entry(file), options.lang);
  if (!cases.empty()) put(say(options.lang, "list.cases"));
  for (const auto& file : cases) print_case(file, rules, options.lang);
  if (entries.empty()) {
    tell(say(options.lang, "list.none"));
  }
  return status::done;
}

}  // namespace app
