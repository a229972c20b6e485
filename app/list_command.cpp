// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/library.hpp"
#include "app/status.hpp"
#include "app/text.hpp"
#include "scenarios/fields_rules.hpp"
#include "scenarios/rule_reader.hpp"
#include "viz/json_writer.hpp"
#include "viz/text_table.hpp"

namespace app {
namespace {

constexpr std::size_t list_width = 92;

void write_rules(viz::JsonWriter& json, const RuleEntry& entry) {
  json.begin_object();
  json.member("kind", "rules");
  json.member("path", entry.path.generic_string());
  json.member("title", entry.title);
  json.member("extends", entry.base);
  json.key("systems").begin_array();
  for (const auto& row : entry.systems) {
    json.begin_object();
    json.member("id", row.id);
    json.member("name", row.name);
    json.member("content", scenarios::name_of(row.content));
    json.end_object();
  }
  json.end_array();
  json.member("faults", static_cast<std::uint64_t>(entry.faults));
  json.end_object();
}

void write_case(viz::JsonWriter& json, const std::filesystem::path& path) {
  const auto loaded = scenarios::load_case(path);
  json.begin_object();
  json.member("kind", "case");
  json.member("path", path.generic_string());
  json.member("title", loaded.patient_case ? loaded.patient_case->title : scenarios::Text{});
  json.member("faults", static_cast<std::uint64_t>(loaded.errors.size()));
  json.end_object();
}

void print_json(const std::vector<LibraryEntry>& entries,
                const std::vector<std::filesystem::path>& folders) {
  viz::JsonWriter json(1);
  json.begin_array();
  for (const auto& entry : entries) {
    json.begin_object();
    json.member("kind", "scenario");
    json.member("path", entry.path.generic_string());
    json.member("title", entry.title);
    json.member("question", entry.question);
    json.member("faults", static_cast<std::uint64_t>(entry.faults));
    json.end_object();
  }
  for (const auto& file : find_rule_files(folders)) write_rules(json, read_rule_entry(file));
  for (const auto& file : find_case_files(folders)) write_case(json, file);
  json.end_array();
  put(json.finish());
}

void print_entry(const LibraryEntry& entry, viz::Lang lang) {
  const auto path = entry.path.generic_string();
  put(path + "\n");
  for (const auto& text : {viz::pick(entry.title, lang), viz::pick(entry.question, lang)}) {
    for (const auto& line : viz::wrap_columns(text, list_width)) {
      if (!line.empty()) put("    " + line + "\n");
    }
  }
  if (entry.faults > 0) {
    put(fill(lang, {"    {} fel: troskel check {}\n", "    {} faults: troskel check {}\n"},
             entry.faults, shell_word(path)));
  }
}

std::string_view content_text(scenarios::RegisterRow::Content content, viz::Lang lang) {
  using Content = scenarios::RegisterRow::Content;
  switch (content) {
    case Content::Rules:
      return "";
    case Content::Parameter:
      return in(lang, " (parameter, ingen regel)", " (a parameter, no rule)");
    case Content::None:
      return in(lang, " (inget regelinnehåll i dokumenten)", " (no rule content in the documents)");
  }
  return "";
}

void print_rules(const RuleEntry& entry, viz::Lang lang) {
  put(entry.path.generic_string() + "\n");
  if (entry.faults > 0) {
    put(fill(lang,
             {"    {} fel: troskel rules check {}\n", "    {} faults: troskel rules check {}\n"},
             entry.faults, shell_word(entry.path.generic_string())));
    return;
  }
  put("    " + viz::pick(entry.title, lang));
  if (!entry.base.empty()) put(fill(lang, {"; ärver {}", "; extends {}"}, entry.base));
  put("\n");
  for (const auto& row : entry.systems) {
    put(fmt::format("    {} {}{}\n", row.id, viz::pick(row.name, lang),
                    content_text(row.content, lang)));
  }
}

void print_case(const std::filesystem::path& path, viz::Lang lang) {
  const auto loaded = scenarios::load_case(path);
  put(path.generic_string() + "\n");
  if (loaded.patient_case) put("    " + viz::pick(loaded.patient_case->title, lang) + "\n");
}

}  // namespace

int list_scenarios(const Options& options) {
  const auto folders = library_folders();
  const auto entries = find_scenarios(folders);
  if (options.json) {
    print_json(entries, folders);
    return status::done;
  }
  for (const auto& entry : entries) print_entry(entry, options.lang);
  const auto rules = find_rule_files(folders);
  const auto cases = find_case_files(folders);
  if (!rules.empty()) put(in(options.lang, "\nRegelverk\n", "\nRule sets\n"));
  for (const auto& file : rules) print_rules(read_rule_entry(file), options.lang);
  if (!cases.empty()) put(in(options.lang, "\nPatientfall\n", "\nPatient cases\n"));
  for (const auto& file : cases) print_case(file, options.lang);
  if (entries.empty()) {
    tell(in(options.lang,
            "Inga scenarier i scenarios/, bredvid programmet eller i mapparna i TROSKEL_SCENARIOS.",
            "No scenarios in scenarios/, beside the program or in the folders of "
            "TROSKEL_SCENARIOS."));
  }
  return status::done;
}

}  // namespace app
