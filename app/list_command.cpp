// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/library.hpp"
#include "app/status.hpp"
#include "app/text.hpp"
#include "viz/json_writer.hpp"
#include "viz/text_table.hpp"

namespace app {
namespace {

constexpr std::size_t list_width = 92;

void print_json(const std::vector<LibraryEntry>& entries) {
  viz::JsonWriter json(1);
  json.begin_array();
  for (const auto& entry : entries) {
    json.begin_object();
    json.member("path", entry.path.generic_string());
    json.member("title", entry.title);
    json.member("question", entry.question);
    json.member("faults", static_cast<std::uint64_t>(entry.faults));
    json.end_object();
  }
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

}  // namespace

int list_scenarios(const Options& options) {
  const auto entries = find_scenarios(library_folders());
  if (options.json) {
    print_json(entries);
    return status::done;
  }
  for (const auto& entry : entries) print_entry(entry, options.lang);
  if (entries.empty()) {
    tell(in(options.lang,
            "Inga scenarier i scenarios/, bredvid programmet eller i mapparna i TROSKEL_SCENARIOS.",
            "No scenarios in scenarios/, beside the program or in the folders of "
            "TROSKEL_SCENARIOS."));
  }
  return status::done;
}

}  // namespace app
