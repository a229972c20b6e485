// SPDX-License-Identifier: Apache-2.0
/// @file
/// Whether JSON is what a JSON Schema says: the part of draft-07 that our schemas use. A keyword that
/// is not known here is a fault too, so that nothing passes unchecked.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <regex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace tests {

class SchemaCheck {
 public:
  using Json = nlohmann::ordered_json;

  explicit SchemaCheck(Json schema) : root_(std::move(schema)) {}

  /// What is wrong, each as "/pointer: keyword"; at most twenty.
  [[nodiscard]] std::vector<std::string> faults(const Json& value) {
    faults_.clear();
    check(root_, value, "");
    return faults_;
  }

 private:
  [[nodiscard]] bool holds(const Json& schema, const Json& value, const std::string& at) {
    const auto outer = std::exchange(faults_, {});
    check(schema, value, at);
    const bool sound = faults_.empty();
    faults_ = outer;
    return sound;
  }

  void fault(const std::string& at, std::string_view keyword) {
    if (faults_.size() < 20) faults_.push_back(at + ": " + std::string(keyword));
  }

  void check(const Json& schema, const Json& value, const std::string& at) {
    if (schema.is_boolean()) {
      if (!schema.get<bool>()) fault(at, "false");
      return;
    }
    for (const auto& [keyword, wanted] : schema.items()) {
      if (is_remark(keyword)) continue;
      if (!check_value(keyword, wanted, value, at) && !check_parts(schema, keyword, value, at) &&
          !check_logic(schema, keyword, value, at)) {
        fault(at, "unknown keyword " + keyword);
      }
    }
  }

  static bool is_remark(std::string_view keyword) {
    constexpr std::array<std::string_view, 6> remarks{"$schema",     "$id",     "title",
                                                      "description", "default", "definitions"};
    return std::find(remarks.begin(), remarks.end(), keyword) != remarks.end();
  }

  static bool is_of(std::string_view type, const Json& value) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "number") return value.is_number();
    if (type == "integer") return value.is_number_integer();
    if (type == "boolean") return value.is_boolean();
    return type == "null" && value.is_null();
  }

  static bool is_of_types(const Json& wanted, const Json& value) {
    if (wanted.is_string()) return is_of(wanted.get<std::string>(), value);
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const Json& type) { return is_of(type.get<std::string>(), value); });
  }

  [[nodiscard]] bool matches(const std::string& pattern, const std::string& text) {
    const auto known = patterns_.try_emplace(pattern, pattern).first;
    return std::regex_search(text, known->second);
  }

  /// Keywords on the value itself; false if this is none of them.
  bool check_value(const std::string& keyword, const Json& wanted, const Json& value,
                   const std::string& at) {
    bool sound = true;
    if (keyword == "type") {
      sound = is_of_types(wanted, value);
    } else if (keyword == "const") {
      sound = value == wanted;
    } else if (keyword == "enum") {
      sound = std::find(wanted.begin(), wanted.end(), value) != wanted.end();
    } else if (keyword == "minimum") {
      sound = !value.is_number() || value >= wanted;
    } else if (keyword == "maximum") {
      sound = !value.is_number() || value <= wanted;
    } else if (keyword == "minLength") {
      sound = !value.is_string() || value.get<std::string>().size() >= wanted.get<std::size_t>();
    } else if (keyword == "pattern") {
      sound = !value.is_string() || matches(wanted.get<std::string>(), value.get<std::string>());
    } else if (keyword == "minItems") {
      sound = !value.is_array() || value.size() >= wanted.get<std::size_t>();
    } else if (keyword == "maxItems") {
      sound = !value.is_array() || value.size() <= wanted.get<std::size_t>();
    } else {
      return false;
    }
    if (!sound) fault(at, keyword);
    return true;
  }

  /// Keywords on members and elements; false if this is none of them.
  bool check_parts(const Json& schema, const std::string& keyword, const Json& value,
                   const std::string& at) {
    const Json& wanted = schema[keyword];
    if (keyword == "required") {
      for (const Json& key : wanted) {
        const auto name = key.get<std::string>();
        if (value.is_object() && !value.contains(name)) fault(at + "/" + name, keyword);
      }
    } else if (keyword == "properties" && value.is_object()) {
      for (const auto& [key, property] : wanted.items()) {
        if (value.contains(key)) check(property, value[key], at + "/" + key);
      }
    } else if (keyword == "additionalProperties" && value.is_object()) {
      for (const auto& [key, member] : value.items()) {
        const bool known = schema.contains("properties") && schema["properties"].contains(key);
        if (!known) check(wanted, member, at + "/" + key);
      }
    } else if (keyword == "items" && value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i) {
        check(wanted, value[i], at + "/" + std::to_string(i));
      }
    } else {
      return keyword == "properties" || keyword == "additionalProperties" || keyword == "items";
    }
    return true;
  }

  /// Keywords that refer to other schemas; false if this is none of them.
  bool check_logic(const Json& schema, const std::string& keyword, const Json& value,
                   const std::string& at) {
    const Json& wanted = schema[keyword];
    if (keyword == "$ref") {
      check(root_.at(Json::json_pointer(wanted.get<std::string>().substr(1))), value, at);
    } else if (keyword == "allOf") {
      for (const Json& part : wanted) check(part, value, at);
    } else if (keyword == "anyOf") {
      const bool any = std::any_of(wanted.begin(), wanted.end(),
                                   [&](const Json& one) { return holds(one, value, at); });
      if (!any) fault(at, keyword);
    } else if (keyword == "if") {
      const char* const then = holds(wanted, value, at) ? "then" : "else";
      if (schema.contains(then)) check(schema[then], value, at);
    } else {
      return keyword == "then" || keyword == "else";
    }
    return true;
  }

  Json root_;
  std::vector<std::string> faults_;
  std::map<std::string, std::regex> patterns_;  ///< compiled once
};

}  // namespace tests
