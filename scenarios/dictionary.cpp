// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "scenarios/case_vocabulary.hpp"
#include "scenarios/compile_distribution.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/outline.hpp"
#include "scenarios/schema.hpp"

namespace scenarios {
namespace {

using ShapeKind = Shape::Kind;

constexpr std::string_view introduction = R"(# Scenario files / Scenariofiler

<!-- Written by `troskel dictionary` from the fields() lists in this folder. Change those, not this page. -->

A scenario is a JSON file. This page lists every member it may have: key, meaning in English and Swedish,
unit, default, and what may stand there. **Required** members have no default.

Ett scenario är en JSON-fil. Sidan listar allt som får stå i den: nyckel, betydelse på engelska och svenska,
enhet, förval och vad som får stå där. **Required** betyder att det måste anges.

## Rules for all files / Regler för alla filer

| | English | Svenska |
|---|---|---|
| `"$schema"` | Path of `schema/scenario.v1.schema.json`; editors then complete and explain | Sökväg till schemat; editorn kan då föreslå och förklara |
| `"extends": "base.json"` | Only differences from another file are written; objects merge, lists and values replace, `null` removes (RFC 7396); a distribution whose `kind` is given is replaced whole | Bara skillnaderna mot en annan fil skrivs; objekt slås ihop, listor och värden ersätts, `null` tar bort; en fördelning vars `kind` anges ersätts helt |
| `{"value": 8, "range": [3, 20], "grade": "assumption", "source": "..."}` | Any single value may be written so. Grade A is official statistics or a primary document, B a secondary source, C derived; an assumption has a range | Varje enskilt värde får skrivas så. Grad A är officiell statistik eller primärkälla, B sekundärkälla, C härlett; ett antagande (assumption) har ett intervall |
| `source`, `grade`, `range`, `note` | May stand in every object and hold for all below that has none of its own; `source` and `note` are texts | Får stå i varje objekt och gäller allt därunder som saknar egna; `source` och `note` är texter |
| text | A string, or `{"sv": "...", "en": "..."}` | En sträng, eller `{"sv": "...", "en": "..."}` |
| condition | `{"age": "80_plus", "level": ["2", "3"]}`: all must hold; `{}` is everyone | Alla villkor ska gälla; `{}` är alla |
| new values | `{"level": "2"}` or `{"level": {"1": 0.9, "2": 0.1}}` | Nytt värde, eller sannolikheter att dra det ur |
| list | A list of one row may be written without its brackets | En lista med en rad får skrivas utan hakparenteser |
| `"name"` | A row of a list may have a name; `{"stay": {"old": {"time": {"mean": 12}}}}` in a file that extends another, and `--set /settings/ward/stay/old/time/mean=12`, change that row alone | En rad i en lista får ha ett namn; `{"stay": {"old": {"time": {"mean": 12}}}}` i en fil som ärver en annan, och `--set /settings/ward/stay/old/time/mean=12`, ändrar bara den raden |
| `"like": "ward"` | A setting, a source, a role or a task may be like another of its kind: only the differences are written, as in a file that extends another | En vårdform, ett inflöde, ett yrke eller en uppgift får vara som en annan av sitt slag: bara skillnaderna skrivs, som i en fil som ärver en annan |
| `"rest"` | One probability of a mix may be `"rest"`: what the others leave | En sannolikhet i en fördelning får vara `"rest"`: det som de andra lämnar |
| CSV | Columns separated by commas, semicolons or tabs; UTF-8 or Windows-1252; decimal commas where the columns are not separated by commas | Kolumner skilda av komma, semikolon eller tabb; UTF-8 eller Windows-1252; decimalkomma där kolumnerna inte skiljs av komma |
| calendar | A number, `"unlimited"` where allowed, or an object | Ett tal, `"unlimited"` där det tillåts, eller ett objekt |
| date, day | `"2025-01-31"`; `mon` to `sun`, `holiday` (public holidays are generated) | `"2025-01-31"`; `mon` till `sun`, `holiday` (helgdagar räknas fram) |
| file | Path from the file that names it | Sökväg från filen som anger den |

Every place has a JSON Pointer, such as `/settings/clinic/capacity`; messages, `--set` and tables of sources use it.
Varje plats har en JSON Pointer; meddelanden, `--set` och källtabeller använder den.
)";

constexpr std::string_view rules_introduction =
    R"(# Rule files and patient cases / Regelfiler och patientfall

<!-- Written by the golden tests from the fields() lists and case_vocabulary.cpp. Change those, not this page. -->

A rule file is an agreement about who is responsible, in one reading of it: a decision table in which the first rule that
matches wins. A patient case (`../cases`) is a story, the attributes that rules look at, and questions. `troskel rules check`,
`compare` and `explain` read them. What holds for all files stands in [../README.md](../README.md).

En regelfil är en överenskommelse om vem som ansvarar, i en läsning av den: en beslutstabell där den första regel som passar
gäller. Ett patientfall (`../cases`) är en berättelse, de egenskaper som reglerna ser till, och frågor.

| | English | Svenska |
|---|---|---|
| `"extends"` | Rules of the file come before those it extends; a rule with the name of an extended one amends it in place; `null` removes | Filens regler kommer före dem den ärver; en regel med samma namn ändrar den ärvda på dess plats; `null` tar bort |
| condition | `{"housing": "ordinary", "level": ["2", "3"]}`: attributes, switches, `level`, `primary_level`, and attributes and definitions of the file; all must hold | Egenskaper, omkopplare, `level`, `primary_level` samt filens egenskaper och definitioner; alla ska gälla |
| `"attributes"` | Attributes of the file's own, `{"triage": {"values": ["green", "red"]}}`, used as the built-in ones below: a patient case may give them, and has the first value where it does not. In a run they are the scenario's attributes of the same names, with the same values; its `facts` may set them and `misjudged` name them; where the scenario neither has nor sets one, everybody has the first value, which is told. Rule sets that are compared, explained together or follow one another in a scenario have at most 4 in all, and the same values in the same order | Filens egna egenskaper, använda som de inbyggda nedan: ett patientfall får ange dem, och har det första värdet där det inte gör det. I en körning är de scenariots egenskaper med samma namn, med samma värden; dess `facts` får sätta dem och `misjudged` nämna dem; där scenariot varken har eller sätter en har alla det första värdet, vilket sägs. Regelverk som jämförs, förklaras tillsammans eller följer på varandra i ett scenario har högst 4 tillsammans, med samma värden i samma ordning |
| `level` | 1 to 3 on the scale that the switch `complexity_scale` chooses; `primary_level` is `yes` for the levels that the scale counts as primary | 1 till 3 på skalan som omkopplaren `complexity_scale` väljer; `primary_level` är `yes` för de nivåer som skalan räknar som primärvård |
| switch | A disagreement of the parties (facts K). A position that neither file nor user chooses is left open: cases that it decides are disputed, with each reading | En oenighet mellan parterna (fakta K). Ett läge som varken fil eller användare valt lämnas öppet: fall som det avgör är omstridda, med varje läsning |
| `source` | Ids of facts in `scenarios/data/facts.csv`, such as `"A08, D1"`; required on every rule and constraint | Id för fakta i `scenarios/data/facts.csv`, som `"A08, D1"`; krävs för varje regel och lagkrav |

)";

std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string dimension_rows(CaseDimension::Kind kind) {
  std::string text;
  for (const CaseDimension& dimension : case_vocabulary()) {
    if (dimension.kind != kind) continue;
    std::string values;
    for (const CaseValue& value : dimension.values) {
      values += fmt::format("{}`{}` {} / {}", values.empty() ? "" : "<br>", value.name, value.en,
                            value.sv);
    }
    const std::string unread =
        dimension.concerns_en.empty()
            ? ""
            : fmt::format(
                  "<br>No rule reads it; it concerns {}. / Ingen regel läser den; den rör {}.",
                  dimension.concerns_en, dimension.concerns_sv);
    text += fmt::format("| `{}` | {} / {}{} | {} | {} |\n", dimension.name, dimension.en,
                        dimension.sv, unread, values, dimension.source);
  }
  return text;
}

std::string vocabulary_table() {
  return "## Attributes / Egenskaper\n\nThe first value is the usual one. / Det första värdet är "
         "det vanliga.\n\n| Name | | Values | Facts |\n|---|---|---|---|\n" +
         dimension_rows(CaseDimension::Kind::Attribute);
}

std::string switch_table() {
  return "\n## Switches / Omkopplare\n\nNobody but the user resolves them. / Ingen annan än "
         "användaren avgör dem.\n\n| Name | | Positions | Facts |\n|---|---|---|---|\n" +
         dimension_rows(CaseDimension::Kind::Switch);
}

/// Turns the outline into tables.
class DictionaryWriter {
 public:
  explicit DictionaryWriter(const Outline& outline) : outline_(outline) {}

  /// One section for every record, the whole file first.
  std::string sections() {
    const Record& root = outline_.record(outline_.shape(outline_.root).record);
    std::string page = section(root);
    for (const Record& record : outline_.records) {
      if (&record != &root) page += section(record);
    }
    return page;
  }

  static std::string distribution_forms() {
    std::string text =
        "\n## Kinds of distribution / Fördelningar\n\nEach kind takes one of these sets of "
        "parameters, "
        "and `unit`, `step`, `lower`, `upper`, `scale` (applied in this order: rounded up to "
        "steps, cut, "
        "scaled). / Varje slag tar en av dessa uppsättningar parametrar.\n\n| Kind | "
        "Parameters "
        "|\n|---|---|\n";
    for (std::size_t k = 0; k < names_of<DistributionSpec::Kind>.size(); ++k) {
      const auto kind = static_cast<DistributionSpec::Kind>(k);
      std::string forms;
      for (const ParameterForm& form : parameter_forms(kind)) {
        forms += fmt::format("{}`{}`", forms.empty() ? "" : " · ", fmt::join(form, " + "));
      }
      text += fmt::format("| `{}` | {} |\n", name_of(kind), forms);
    }
    return text;
  }

 private:
  std::string section(const Record& record) {
    std::string text =
        fmt::format("\n## {}\n\n{}. / {}.\n\n", record.name, record.english, record.swedish);
    text += "| Key | English | Svenska | Unit | Default | Value |\n|---|---|---|---|---|---|\n";
    for (const Member& member : record.members) {
      const Field& field = member.field;
      const std::string standard = field.is_required ? "**Required**"
                                   : member.default_json.empty()
                                       ? "–"
                                       : fmt::format("`{}`", member.default_json);
      text += fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", member.key, cell(field.english),
                          cell(field.swedish), cell(field.units), standard,
                          cell(value(outline_.shape(member.shape), field)));
    }
    return text;
  }

  [[nodiscard]] std::string link(std::size_t record) const {
    const std::string& name = outline_.record(record).name;
    return fmt::format("[{}](#{})", name, name);
  }

  /// What may stand there, in a few words.
  [[nodiscard]] std::string value(const Shape& shape, const Field& field) const {
    switch (shape.kind) {
      case ShapeKind::Number:
        return number("number", field);
      case ShapeKind::Whole:
        return number("whole number", field);
      case ShapeKind::Boolean:
        return "`true` or `false`";
      case ShapeKind::String:
        return string(field);
      case ShapeKind::Enum:
        return fmt::format("`{}`", fmt::join(shape.names, "`, `"));
      case ShapeKind::Date:
        return "date";
      case ShapeKind::Texts:
        return "text";
      case ShapeKind::Calendar:
        return number("number", field) + ", or " + link(shape.record);
      case ShapeKind::Condition:
        return "condition";
      case ShapeKind::Probabilities:
        return fmt::format("{} -> probability, sum 1", referred(field.key_names));
      case ShapeKind::NewValues:
        return "new values";
      default:
        return compound(shape, field);
    }
  }

  [[nodiscard]] std::string compound(const Shape& shape, const Field& field) const {
    const auto element = [&] { return value(outline_.shape(shape.element), field); };
    switch (shape.kind) {
      case ShapeKind::Named:
        return fmt::format("{} -> {}", referred(field.key_names), element());
      case ShapeKind::List:
        return (field.length > 0 ? fmt::format("list of {}: ", field.length) : "list: ") +
               element();
      case ShapeKind::Pair:
        return "two: " + element();
      default:
        return link(shape.record);
    }
  }

  static std::string number(std::string_view noun, const Field& field) {
    if (field.is_probability) return "probability";
    std::string text(noun);
    if (std::isfinite(field.low)) {
      text += fmt::format(" {} {}", field.above_low ? ">" : "≥", number_text(field.low));
    }
    if (std::isfinite(field.high)) text += fmt::format(" ≤ {}", number_text(field.high));
    return text + (field.may_be_unlimited ? " or `\"unlimited\"`" : "");
  }

  static std::string string(const Field& field) {
    if (field.is_path) return "file";
    return field.names == Refers::Nothing ? "string" : referred(field.names);
  }

  /// What a name refers to, in words.
  static std::string referred(Refers what) {
    static constexpr std::pair<Refers, std::string_view> words[] = {
        {Refers::Setting, "setting"},
        {Refers::Exit, "exit"},
        {Refers::Residence, "`residence`"},
        {Refers::Arrival, "`arrival`"},
        {Refers::ResidentialSetting, "setting with `residence`"},
        {Refers::Attribute, "attribute"},
        {Refers::AttributeValue, "value of an attribute"},
        {Refers::MunicipalityValue, "value of `municipality`"},
        {Refers::AgeValue, "value of `age`"},
        {Refers::Role, "role"},
        {Refers::Shift, "shift"},
        {Refers::Measure, "measure"},
        {Refers::Move, "`from->to`"},
        {Refers::Lost, "`lost`"},
        {Refers::Owner, "owner"},
        {Refers::CaseAttribute, "attribute"},
        {Refers::CaseSwitch, "switch"},
        {Refers::Performer, "performer"},
        {Refers::Competence, "competence"},
        {Refers::Window, "window"},
    };
    std::string text;
    for (const auto& [flag, word] : words) {
      if (has(what, flag)) text += fmt::format("{}{}", text.empty() ? "" : ", ", word);
    }
    return text.empty() ? "name" : text;
  }

  const Outline& outline_;
};

}  // namespace

std::string dictionary_markdown() {
  const Outline outline = make_outline<Scenario>();
  return std::string(introduction) + DictionaryWriter(outline).sections() +
         DictionaryWriter::distribution_forms();
}

std::string rules_dictionary_markdown() {
  const Outline rules = make_outline<RuleSet>();
  const Outline cases = make_outline<PatientCase>();
  return std::string(rules_introduction) + vocabulary_table() + switch_table() +
         DictionaryWriter(rules).sections() + DictionaryWriter(cases).sections();
}

}  // namespace scenarios
