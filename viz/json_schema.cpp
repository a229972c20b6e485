// SPDX-License-Identifier: Apache-2.0
#include "viz/json_schema.hpp"

#include <cmath>

#include <fmt/format.h>

namespace viz {

using scenarios::Field;
using scenarios::Json;

void JsonSchema::add(std::string_view name, Json node, bool required) {
  here_.properties[std::string(name)] = std::move(node);
  if (required) here_.required.push_back(name);
}

Json JsonSchema::described(const Json& node, const Field& field) {
  const std::string unit = field.units.empty() ? "" : fmt::format(" [{}]", field.units);
  Json result = Json::object();
  result["description"] = fmt::format("{}{} / {}", field.english, unit, field.swedish);
  result.update(node);
  return result;
}

Json JsonSchema::number(const Field& field) {
  Json node = Json::object();
  node["type"] = {"number", "null"};
  if (std::isfinite(field.low)) node["minimum"] = scenarios::canonical_number(field.low);
  if (std::isfinite(field.high)) node["maximum"] = scenarios::canonical_number(field.high);
  return node;
}

Json JsonSchema::whole(const Field& field, bool is_signed) {
  Json node = Json::object();
  node["type"] = "integer";
  if (!is_signed) node["minimum"] = 0;
  if (std::isfinite(field.low)) node["minimum"] = scenarios::canonical_number(field.low);
  if (std::isfinite(field.high)) node["maximum"] = scenarios::canonical_number(field.high);
  return node;
}

Json JsonSchema::text(const Field& field) {
  Json node = Json::object();
  node["type"] = "string";
  if (field.is_filled) node["minLength"] = 1;
  return node;
}

Json JsonSchema::list_of(Json element) {
  Json node = Json::object();
  node["type"] = "array";
  node["items"] = std::move(element);
  return node;
}

/// In draft-07 nothing may stand beside a reference.
Json JsonSchema::reference(std::string_view name) {
  Json target = Json::object();
  target["$ref"] = fmt::format("#/definitions/{}", name);
  Json node = Json::object();
  node["allOf"] = Json::array({std::move(target)});
  return node;
}

Json JsonSchema::finish(Place place) {
  Json node = Json::object();
  node["type"] = "object";
  node["properties"] = std::move(place.properties);
  node["required"] = std::move(place.required);
  node["additionalProperties"] = false;
  if (!place.conditions.empty()) node["allOf"] = std::move(place.conditions);
  return node;
}

namespace {

Json text_definition() {
  JsonSchema both;
  Json languages = both.record([&] {
    both("sv", std::string(), scenarios::doc("Swedish", "Svenska"));
    both("en", std::string(), scenarios::doc("English", "Engelska"));
  });
  Json same = Json::object();
  same["type"] = "string";
  Json node = Json::object();
  node["description"] = "Swedish and English; one string when they are the same";
  node["anyOf"] = Json::array({std::move(same), std::move(languages)});
  return node;
}

Json interval_definition() {
  Json bound = Json::object();
  bound["type"] = {"number", "null"};
  Json node = Json::object();
  node["description"] = "[low, high]";
  node["type"] = "array";
  node["items"] = std::move(bound);
  node["minItems"] = 2;
  node["maxItems"] = 2;
  return node;
}

}  // namespace

std::string schema_text(std::string_view file, std::string_view description,
                        std::string_view format, Json record) {
  Json schema = Json::object();
  schema["$schema"] = "http://json-schema.org/draft-07/schema#";
  schema["$id"] = file;
  schema["description"] = description;
  Json properties = Json::object();
  properties["format"]["const"] = format;
  properties.update(record["properties"]);
  record["properties"] = std::move(properties);
  record["required"].insert(record["required"].begin(), "format");
  schema.update(record);
  schema["definitions"]["text"] = text_definition();
  schema["definitions"]["interval"] = interval_definition();
  return scenarios::canonical_text(schema);
}

}  // namespace viz
