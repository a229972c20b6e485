// SPDX-License-Identifier: Apache-2.0
#include "app/help.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "app/option_list.hpp"
#include "viz/text_table.hpp"

namespace app {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

void heading(std::string& out, viz::Lang lang, std::string_view key) {
  out += "\n";
  out += say(lang, key);
  out += ":\n";
}

void paragraph(std::string& out, std::string_view text) {
  for (const auto& line : viz::wrap_columns(text, viz::page_width)) out += line + "\n";
}

/// Names to the left, their meaning wrapped to the right of them.
void table(std::string& out, const Rows& rows) {
  std::size_t widest = 0;
  for (const auto& [name, meaning] : rows) widest = std::max(widest, viz::columns_of(name));
  const std::size_t indent = 2 + widest + 2;
  for (const auto& [name, meaning] : rows) {
    std::string line = "  " + name + std::string(indent - 2 - viz::columns_of(name), ' ');
    for (const auto& part : viz::wrap_columns(meaning, viz::page_width - indent)) {
      out += line + part + "\n";
      line.assign(indent, ' ');
    }
  }
}

/// What stands for the value of an option: a name, or the words that it may be.
std::string_view value_text(const Option& option, viz::Lang lang) {
  return option.value.starts_with("value.") ? say(lang, option.value) : option.value;
}

}  // namespace

std::string program_help(viz::Lang lang) {
  std::string out;
  paragraph(out, say(lang, "help.program"));
  heading(out, lang, "help.examples");
  for (const std::string_view line : {
           "troskel list",
           "troskel run scenarios/examples/clinic.json",
           "troskel run scenarios/halland/base-2025.json --replications 200 --lang sv",
           "troskel check scenarios/halland/base-2025.json",
       }) {
    out += "  " + std::string(line) + "\n";
  }
  heading(out, lang, "help.usage");
  out += say(lang, "help.synopsis");
  heading(out, lang, "help.commands");
  Rows rows;
  for (const CommandText& command : commands()) {
    rows.emplace_back(std::string(command.name) + (command.takes_scenario ? " SCENARIO" : ""),
                      say(lang, command.summary));
  }
  table(out, rows);
  out += "\n";
  paragraph(out, say(lang, "help.more"));
  paragraph(out, say(lang, "help.exit_status"));
  return out;
}

std::string command_help(const CommandText& command, viz::Lang lang) {
  std::string out = "troskel " + std::string(command.name) + ": ";
  out += say(lang, command.summary);
  out += "\n";
  heading(out, lang, "help.examples");
  for (const auto line : command.examples) out += "  " + std::string(line) + "\n";
  heading(out, lang, "help.usage");
  out += "  troskel " + std::string(command.name) + (command.takes_scenario ? " SCENARIO" : "");
  if (!command.words.empty()) {
    out += " " + std::string(say(lang, command.words));
  }
  out += say(lang, "help.options_follow");
  if (!command.details.empty()) {
    out += "\n";
    paragraph(out, say(lang, command.details));
  }
  heading(out, lang, "help.options");
  Rows rows;
  for (const Option& option : options(command.command)) {
    rows.emplace_back(std::string(option.name) + (option.value.empty() ? "" : " ") +
                          std::string(value_text(option, lang)),
                      say(lang, option.meaning));
  }
  rows.emplace_back("-h, --help", say(lang, "help.help"));
  table(out, rows);
  return out;
}

}  // namespace app
