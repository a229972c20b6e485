// SPDX-License-Identifier: Apache-2.0
#include "app/help.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "viz/text_table.hpp"

namespace app {
namespace {

constexpr std::size_t help_width = 96;

using Rows = std::vector<std::pair<std::string, std::string>>;

void heading(std::string& out, viz::Lang lang, const Phrase& phrase) {
  out += "\n";
  out += in(lang, phrase.sv, phrase.en);
  out += ":\n";
}

void paragraph(std::string& out, std::string_view text) {
  for (const auto& line : viz::wrap_columns(text, help_width)) out += line + "\n";
}

/// Names to the left, their meaning wrapped to the right of them.
void table(std::string& out, const Rows& rows) {
  std::size_t widest = 0;
  for (const auto& [name, meaning] : rows) widest = std::max(widest, viz::columns_of(name));
  const std::size_t indent = 2 + widest + 2;
  for (const auto& [name, meaning] : rows) {
    std::string line = "  " + name + std::string(indent - 2 - viz::columns_of(name), ' ');
    for (const auto& part : viz::wrap_columns(meaning, help_width - indent)) {
      out += line + part + "\n";
      line.assign(indent, ' ');
    }
  }
}

constexpr Phrase examples{"Exempel", "Examples"};
constexpr Phrase usage{"Användning", "Usage"};

}  // namespace

std::string program_help(viz::Lang lang) {
  std::string out;
  paragraph(out, in(lang,
                    "Tröskel simulerar hur patienter rör sig mellan sjukhus, korttidsplatser, "
                    "hemsjukvård och primärvård när regler, bemanning eller årstid ändras.",
                    "Tröskel simulates how patients move between hospital, short-term beds, home "
                    "care and primary care when rules, staffing or the season change."));
  heading(out, lang, examples);
  for (const std::string_view line : {
           "troskel list",
           "troskel run scenarios/examples/clinic.json",
           "troskel run scenarios/halland/base-2025.json --replications 200 --lang sv",
           "troskel check scenarios/halland/base-2025.json",
       }) {
    out += "  " + std::string(line) + "\n";
  }
  heading(out, lang, usage);
  out += in(lang, "  troskel KOMMANDO [SCENARIO] [VAL...]\n",
            "  troskel COMMAND [SCENARIO] [OPTION...]\n");
  heading(out, lang, {"Kommandon", "Commands"});
  Rows rows;
  for (const CommandText& command : commands()) {
    rows.emplace_back(std::string(command.name) + (command.takes_scenario ? " SCENARIO" : ""),
                      in(lang, command.summary.sv, command.summary.en));
  }
  table(out, rows);
  out += "\n";
  paragraph(out,
            in(lang, "troskel KOMMANDO --help visar kommandots val, troskel --version versionen.",
               "troskel COMMAND --help shows the options of a command, troskel --version the "
               "version."));
  paragraph(out, in(lang,
                    "Slutstatus: 0 klart; 1 kört, men egenkontrollen eller ett begärt villkor "
                    "föll; 2 fel i indata; 3 kunde inte slutföras; 130 och 143 avbrutet, med det "
                    "som hunnits sparat.",
                    "Exit status: 0 done; 1 ran, but the self-audit or a requested condition "
                    "failed; 2 bad input; 3 could not finish; 130 and 143 interrupted, with what "
                    "was finished saved."));
  return out;
}

std::string command_help(const CommandText& command, viz::Lang lang) {
  std::string out = "troskel " + std::string(command.name) + ": ";
  out += in(lang, command.summary.sv, command.summary.en);
  out += "\n";
  heading(out, lang, examples);
  for (const auto line : command.examples) out += "  " + std::string(line) + "\n";
  heading(out, lang, usage);
  out += "  troskel " + std::string(command.name) + (command.takes_scenario ? " SCENARIO" : "");
  if (!command.words.en.empty()) {
    out += " " + std::string(in(lang, command.words.sv, command.words.en));
  }
  out += in(lang, " [VAL...]\n", " [OPTION...]\n");
  if (!command.details.en.empty()) {
    out += "\n";
    paragraph(out, in(lang, command.details.sv, command.details.en));
  }
  heading(out, lang, {"Val", "Options"});
  Rows rows;
  for (const auto name : command.option_names) {
    const OptionText& option = option_text(name, command.command);
    rows.emplace_back(
        std::string(name) + (option.value.empty() ? "" : " ") + std::string(option.value),
        in(lang, option.meaning.sv, option.meaning.en));
  }
  rows.emplace_back("-h, --help", in(lang, "visa den här hjälpen", "show this help"));
  table(out, rows);
  return out;
}

}  // namespace app
