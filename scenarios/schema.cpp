// SPDX-License-Identifier: Apache-2.0
#include "scenarios/schema.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "scenarios/case_vocabulary.hpp"
#include "scenarios/compile_distribution.hpp"
#include "scenarios/json.hpp"
#include "scenarios/outline.hpp"

namespace scenarios {
namespace {

using ShapeKind = Shape::Kind;

Json reference(std::string_view name) {
  Json object = Json::object();
  object["$ref"] = fmt::format("#/definitions/{}", name);
  return object;
}

/// Turns the outline into schema nodes.
class SchemaWriter {
 public:
  /// `id`: the schema's file; `noun`: what a file of it is; `closed`: conditions are over
  /// case_vocabulary().
  SchemaWriter(Outline outline, std::string_view id, std::string_view noun, bool closed)
      : outline_(std::move(outline)), id_(id), noun_(noun), closed_(closed) {}

  Json write() {
    Json schema = Json::object();
    schema["$schema"] = "http://json-schema.org/draft-07/schema#";
    schema["$id"] = id_;
    const Shape& root = outline_.shape(outline_.root);
    Json scenario = record(outline_.record(root.record), true);
    scenario["properties"]["$schema"] = string_of("This schema, for editors");
    scenario["properties"]["extends"] = string_of(
        fmt::format("Path of a {} that this one changes (JSON Merge Patch); null removes", noun_));
    // A file that extends another leaves out what that one has.
    const Json required = scenario["required"];
    scenario.erase("required");
    scenario["if"] = Json::object();
    scenario["if"]["not"]["required"] = Json::array({"extends"});
    scenario["then"]["required"] = required;
    schema.update(scenario);
    schema["definitions"] = definitions(root.record);
    return schema;
  }

 private:
  static Json string_of(std::string_view description) {
    Json node = Json::object();
    node["type"] = "string";
    node["description"] = description;
    return node;
  }

  /// A text for both languages, or one for each.
  static Json words_of(std::string_view description) {
    Json both = Json::object();
    both["type"] = "object";
    for (const words::Lang lang : words::languages) {
      both["properties"][std::string(words::tag(lang))] = plain_type("string");
      both["required"].push_back(words::tag(lang));
    }
    both["additionalProperties"] = false;
    Json node = either({plain_type("string"), std::move(both)});
    node["description"] = description;
    return node;
  }

  Json definitions(std::size_t root) {
    Json all = Json::object();
    all["source"] = words_of("Where the number, or all below, comes from");
    all["grade"] = Json::object();
    all["grade"]["enum"] = grades;
    all["grade"]["description"] =
        "A official statistics or primary document, B secondary source, C derived, assumption";
    all["range"] = pair_of(plain_type("number"));
    all["range"]["description"] = "Smallest and largest plausible value";
    all["note"] = words_of("Anything worth knowing");
    all["sourced"] = plain_type("object");
    all["sourced"]["description"] = "A value and where it comes from";
    add_provenance(all["sourced"]["properties"]);
    all["sourced"]["properties"]["value"] = Json::object();
    all["sourced"]["required"] = Json::array({"value"});
    all["sourced"]["additionalProperties"] = false;
    all["condition"] = closed_ ? closed_condition() : condition();
    Json rest = Json::object();
    rest["const"] = "rest";
    all["mix"] = named(either({probability(), std::move(rest)}));
    all["new_values"] = named(either({plain_type("string"), reference("mix")}));
    for (std::size_t i = 0; i < outline_.records.size(); ++i) {
      if (i == root) continue;
      // In a file that extends another, members of an object may come from there; rows of a list
      // may not.
      const bool in_list = only_in_lists(i);
      Json& node = all[outline_.records[i].name] = record(outline_.records[i], !in_list);
      if (!in_list) node.erase("required");
      if (!closed_ && may_be_like(outline_.records[i].name)) {
        node["properties"]["like"] =
            string_of("Another of its kind, which this one is a change of");
      }
      if (in_list && !closed_) {
        node["properties"]["name"] =
            string_of("Name by which a later file or --set changes this row");
      }
    }
    if (all.contains("distribution")) add_distribution_forms(all["distribution"]);
    return all;
  }

  /// See scenarios/document.hpp.
  static bool may_be_like(std::string_view record) {
    constexpr std::array<std::string_view, 4> kinds{"setting", "arrival", "role", "task"};
    return std::ranges::find(kinds, record) != kinds.end();
  }

  [[nodiscard]] bool only_in_lists(std::size_t record) const {
    for (const Record& holder : outline_.records) {
      for (const Member& member : holder.members) {
        const Shape& shape = outline_.shape(member.shape);
        const bool held = shape.kind == ShapeKind::Record && shape.record == record;
        const bool named = shape.kind == ShapeKind::Named &&
                           outline_.shape(shape.element).kind == ShapeKind::Record &&
                           outline_.shape(shape.element).record == record;
        if (held || named) return false;
      }
    }
    return true;
  }

  static Json plain_type(std::string_view type) {
    Json node = Json::object();
    node["type"] = type;
    return node;
  }

  static Json probability() {
    Json node = plain_type("number");
    node["minimum"] = 0;
    node["maximum"] = 1;
    return node;
  }

  static Json either(Json::array_t options) {
    Json node = Json::object();
    node["anyOf"] = std::move(options);
    return node;
  }

  static Json list_of(Json element) {
    Json node = plain_type("array");
    node["items"] = std::move(element);
    return node;
  }

  static Json pair_of(Json element) {
    Json node = list_of(std::move(element));
    node["minItems"] = 2;
    node["maxItems"] = 2;
    return node;
  }

  static void add_provenance(Json& properties) {
    for (const std::string_view key : provenance_keys)
      properties[std::string(key)] = reference(key);
  }

  /// The same, or null: a file that extends another removes with it what that one gives.
  static Json removable(Json node) {
    Json null = plain_type("null");
    if (node.contains("anyOf")) {
      node["anyOf"].push_back(std::move(null));
    } else if (node.contains("allOf")) {
      Json present = Json::object();
      present["allOf"] = std::move(node["allOf"]);
      node.erase("allOf");
      node["anyOf"] = Json::array({std::move(present), std::move(null)});
    } else if (node.contains("enum")) {
      node["enum"].push_back(nullptr);
    } else if (node.contains("type")) {
      node["type"] = Json::array({node["type"], "null"});
    } else {
      node = either({std::move(node), std::move(null)});
    }
    return node;
  }

  /// An object of names.
  static Json named(Json element) {
    Json node = plain_type("object");
    node["properties"] = Json::object();
    add_provenance(node["properties"]);
    node["additionalProperties"] = removable(std::move(element));
    return node;
  }

  static Json condition() {
    Json node = named(either({plain_type("string"), list_of(plain_type("string"))}));
    node["description"] = "attribute -> value or list of values; all must hold";
    return node;
  }

  static Json enumeration(const std::vector<std::string>& names) {
    Json node = Json::object();
    node["enum"] = names;
    return node;
  }

  static std::string described(const CaseDimension& dimension) {
    if (dimension.concerns_en.empty()) return fmt::format("{} / {}", dimension.en, dimension.sv);
    return fmt::format(
        "{}; no rule reads it, it concerns {} / {}; ingen regel läser den, den rör {}",
        dimension.en, dimension.concerns_en, dimension.sv, dimension.concerns_sv);
  }

  /// A condition over the vocabulary of patient cases; other names are definitions, which are "yes" or
  /// "no", and the rule set's own attributes.
  static Json closed_condition() {
    const auto one_or_more = [](const Json& one) { return either({one, list_of(one)}); };
    Json node = named(one_or_more(plain_type("string")));
    node["description"] = "attribute -> value or list of values; all must hold";
    for (const CaseDimension& dimension : case_vocabulary()) {
      Json& property = node["properties"][std::string(dimension.name)];
      property = removable(one_or_more(enumeration(value_names(dimension))));
      property["description"] = described(dimension);
    }
    node["properties"][std::string(level_name)] =
        removable(one_or_more(enumeration({"1", "2", "3"})));
    return node;
  }

  /// Dimensions of a kind with one value each. `open`: and rule sets' own attributes.
  static Json chosen_values(CaseDimension::Kind kind, bool open = false) {
    Json node = plain_type("object");
    node["properties"] = Json::object();
    for (const CaseDimension& dimension : case_vocabulary()) {
      if (dimension.kind != kind) continue;
      Json& property = node["properties"][std::string(dimension.name)];
      property = removable(enumeration(value_names(dimension)));
      property["description"] = described(dimension);
    }
    node["additionalProperties"] = open ? removable(plain_type("string")) : Json(false);
    return node;
  }

  /// `amended`: a later file may amend or remove the members.
  Json record(const Record& record, bool amended) {
    Json node = plain_type("object");
    node["title"] = record.name;
    node["description"] = fmt::format("{} / {}", record.english, record.swedish);
    node["properties"] = Json::object();
    Json required = Json::array();
    for (const Member& member : record.members) {
      Json property = documented(member);
      node["properties"][member.key] = amended ? removable(std::move(property)) : property;
      if (member.field.is_required) required.push_back(member.key);
    }
    add_provenance(node["properties"]);
    node["additionalProperties"] = false;
    if (!required.empty()) node["required"] = required;
    return node;
  }

  Json documented(const Member& member) {
    const Field& field = member.field;
    Json node = Json::object();
    node["title"] = member.key;
    const std::string unit = field.units.empty() ? "" : fmt::format(" [{}]", field.units);
    node["description"] = fmt::format("{}{} / {}", field.english, unit, field.swedish);
    if (!member.default_json.empty()) node["default"] = Json::parse(member.default_json);
    node.update(value(outline_.shape(member.shape), field));
    return node;
  }

  /// What may stand for a shape, in the sourced form too where that is allowed.
  Json value(const Shape& shape, const Field& field) {
    if (is_scalar(shape)) return sourced(scalar(shape, field));
    switch (shape.kind) {
      case ShapeKind::Texts:
        return either({plain_type("string"), reference(outline_.record(shape.record).name)});
      case ShapeKind::Calendar:
        return calendar(shape, field);
      case ShapeKind::Condition:
        return all_of(reference("condition"));
      case ShapeKind::Probabilities:
        return all_of(reference("mix"));
      case ShapeKind::NewValues:
        return all_of(reference("new_values"));
      case ShapeKind::Named:
        return names(shape, field);
      case ShapeKind::List:
        return list(shape, field);
      case ShapeKind::Pair:
        return sourced(pair_of(value(outline_.shape(shape.element), field)));
      default:
        return all_of(reference(outline_.record(shape.record).name));
    }
  }

  /// In draft-07 nothing may stand beside a reference.
  static Json all_of(Json node) {
    Json wrapped = Json::object();
    wrapped["allOf"] = Json::array({std::move(node)});
    return wrapped;
  }

  /// The value itself, or {"value": it, "source": ...}.
  static Json sourced(Json plain) {
    Json object = all_of(reference("sourced"));
    object["properties"]["value"] = plain;
    return either({std::move(plain), std::move(object)});
  }

  Json scalar(const Shape& shape, const Field& field) {
    switch (shape.kind) {
      case ShapeKind::Number:
      case ShapeKind::Whole:
        return number(shape.kind == ShapeKind::Whole ? "integer" : "number", field);
      case ShapeKind::Boolean:
        return plain_type("boolean");
      case ShapeKind::Enum: {
        Json node = Json::object();
        node["enum"] = shape.names;
        return node;
      }
      case ShapeKind::Date: {
        Json node = plain_type("string");
        node["pattern"] = "^\\d{4}-\\d{2}-\\d{2}$";
        return node;
      }
      default: {
        Json node = plain_type("string");
        if (field.is_filled) node["minLength"] = 1;
        return node;
      }
    }
  }

  static Json number(std::string_view type, const Field& field) {
    Json node = plain_type(type);
    if (std::isfinite(field.low)) {
      node[field.above_low ? "exclusiveMinimum" : "minimum"] = canonical_number(field.low);
    }
    if (std::isfinite(field.high)) node["maximum"] = canonical_number(field.high);
    if (field.is_change) {
      Json change = plain_type("string");
      change["pattern"] = "^[-+\u2212] ?\\d+([.,]\\d+)? ?%$";
      return either({std::move(node), std::move(change)});
    }
    if (!field.may_be_unlimited) return node;
    Json unlimited = Json::object();
    unlimited["const"] = "unlimited";
    return either({std::move(node), std::move(unlimited)});
  }

  Json calendar(const Shape& shape, const Field& field) {
    Json node = sourced(number("number", field));
    node["anyOf"].push_back(reference(outline_.record(shape.record).name));
    return node;
  }

  Json names(const Shape& shape, const Field& field) {
    const bool texts = outline_.shape(shape.element).kind == ShapeKind::String;
    if (texts && has(field.key_names, Refers::CaseAttribute)) {
      return chosen_values(CaseDimension::Kind::Attribute, closed_);
    }
    if (has(field.key_names, Refers::CaseSwitch)) return chosen_values(CaseDimension::Kind::Switch);
    Json node = named(value(outline_.shape(shape.element), field));
    if (field.is_filled) node["minProperties"] = 1;
    return node;
  }

  Json list(const Shape& shape, const Field& field) {
    const Shape& below = outline_.shape(shape.element);
    const bool text = below.kind == ShapeKind::String || below.kind == ShapeKind::Enum;
    Json element = is_scalar(below) ? scalar(below, field) : value(below, field);
    Json items = list_of(is_scalar(below) ? sourced(element) : element);
    if (field.is_filled) items["minItems"] = 1;
    if (field.length > 0) {
      items["minItems"] = field.length;
      items["maxItems"] = field.length;
    }
    if (field.most > 0) items["maxItems"] = field.most;
    Json node = is_scalar(below) ? sourced(std::move(items)) : either({std::move(items)});
    if (text || !is_scalar(below)) node["anyOf"].push_back(std::move(element));
    if (below.kind == ShapeKind::Record && !closed_) node["anyOf"].push_back(named_rows(below));
    if (!field.named_in.empty()) node["anyOf"].push_back(plain_type("string"));
    return node;
  }

  /// Changes of rows that an extended file has, by their names.
  Json named_rows(const Shape& row) {
    Json node = plain_type("object");
    node["propertyNames"]["not"]["enum"] = keys_of(outline_.record(row.record));
    node["additionalProperties"]["type"] = Json::array({"object", "null"});
    return node;
  }

  /// Each kind of distribution takes its own parameters only.
  static void add_distribution_forms(Json& distribution) {
    Json rules = Json::array();
    for (std::size_t k = 0; k < names_of<DistributionSpec::Kind>.size(); ++k) {
      const auto kind = static_cast<DistributionSpec::Kind>(k);
      Json rule = Json::object();
      rule["if"]["properties"]["kind"]["const"] = name_of(kind);
      rule["if"]["required"] = Json::array({"kind"});  // else the kind stands in an extended file
      Json allowed = Json::array({"kind", "unit", "lower", "upper", "step", "factor"});
      for (const ParameterForm& form : parameter_forms(kind)) {
        for (const std::string_view name : form) {
          if (std::find(allowed.begin(), allowed.end(), name) == allowed.end())
            allowed.push_back(name);
        }
      }
      for (const std::string_view key : provenance_keys) allowed.push_back(key);
      rule["then"]["propertyNames"]["enum"] = allowed;
      rules.push_back(std::move(rule));
    }
    distribution["allOf"] = std::move(rules);
  }

  Outline outline_;
  std::string_view id_, noun_;
  bool closed_;
};

}  // namespace

std::string schema_json() {
  return canonical_text(
      SchemaWriter(make_outline<Scenario>(), "scenario.v1.schema.json", "scenario file", false)
          .write());
}

std::string rules_schema_json() {
  return canonical_text(
      SchemaWriter(make_outline<RuleSet>(), "rules.v1.schema.json", "rule file", true).write());
}

std::string case_schema_json() {
  return canonical_text(
      SchemaWriter(make_outline<PatientCase>(), "case.v1.schema.json", "case file", true).write());
}

}  // namespace scenarios
