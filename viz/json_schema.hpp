// SPDX-License-Identifier: Apache-2.0
#pragma once

// The archive that makes a JSON Schema of a layout. Included by .cpp files only: it brings the JSON
// library.

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "experiments/results.hpp"
#include "scenarios/archive.hpp"
#include "scenarios/field.hpp"
#include "scenarios/json.hpp"
#include "sim/civil_date.hpp"

namespace viz {

/// Describes members instead of writing them (draft-07, strict: no other members). Values are only
/// looked at for their type, so any value will do. A number may be null: it is not known, or not
/// bounded.
class JsonSchema {
 public:
  static constexpr bool reads = false;

  template <class T>
  void operator()(std::string_view name, const T& /*content*/, const scenarios::Field& field) {
    add(name, described(of<T>(field), field), true);
  }
  template <class T>
  void unless_empty(std::string_view name, const T& /*content*/, const scenarios::Field& field) {
    add(name, described(of<T>(field), field), false);
  }
  template <class E, class Body>
  void when(std::string_view name, E /*value*/, E only, Body&& body);
  template <class Body>
  void object(std::string_view name, Body&& body) {
    add(name, record(std::forward<Body>(body)), true);
  }
  template <class T, class Body>
  void list(std::string_view name, const std::vector<T>& records, Body&& body,
            const scenarios::Field& field) {
    add_list(name, records, std::forward<Body>(body), field, true);
  }
  template <class T, class Body>
  void list_unless_empty(std::string_view name, const std::vector<T>& records, Body&& body,
                         const scenarios::Field& field) {
    add_list(name, records, std::forward<Body>(body), field, false);
  }

  /// The node of an object whose members `body` tells.
  template <class Body>
  [[nodiscard]] scenarios::Json record(Body&& body);

 private:
  using Json = scenarios::Json;

  /// The object whose members are being told.
  struct Place {
    Json properties = Json::object();
    Json required = Json::array();
    Json conditions = Json::array();
  };

  template <class T>
  static Json of(const scenarios::Field& field);

  void add(std::string_view name, Json node, bool required);
  template <class T, class Body>
  void add_list(std::string_view name, const std::vector<T>& records, Body&& body,
                const scenarios::Field& field, bool required);
  [[nodiscard]] static Json described(const Json& node, const scenarios::Field& field);
  [[nodiscard]] static Json number(const scenarios::Field& field);
  [[nodiscard]] static Json whole(const scenarios::Field& field, bool is_signed);
  [[nodiscard]] static Json text(const scenarios::Field& field);
  [[nodiscard]] static Json list_of(Json element);
  [[nodiscard]] static Json reference(std::string_view name);
  [[nodiscard]] static Json finish(Place place);

  Place here_;
};

/// The whole schema of a file whose "format" is `format`.
[[nodiscard]] std::string schema_text(std::string_view file, std::string_view description,
                                      std::string_view format, scenarios::Json record);

template <class T>
scenarios::Json JsonSchema::of(const scenarios::Field& field) {
  if constexpr (std::is_enum_v<T>) {
    Json node = Json::object();
    node["enum"] = scenarios::names_of<T>;
    return node;
  } else if constexpr (std::is_same_v<T, bool>) {
    return {{"type", "boolean"}};
  } else if constexpr (std::is_integral_v<T>) {
    return whole(field, std::is_signed_v<T>);
  } else if constexpr (std::is_same_v<T, double>) {
    return number(field);
  } else if constexpr (std::is_same_v<T, sim::Date>) {
    return {{"type", "string"}, {"pattern", "^\\d{4}-\\d{2}-\\d{2}$"}};
  } else if constexpr (std::is_same_v<T, scenarios::Text>) {
    return reference("text");
  } else if constexpr (std::is_same_v<T, care::Interval>) {
    return reference("interval");
  } else if constexpr (scenarios::is_optional<T>) {
    return of<typename T::value_type>(field);
  } else if constexpr (scenarios::is_list<T>) {
    return list_of(of<typename T::value_type>(field));
  } else {
    return text(field);
  }
}

template <class E, class Body>
void JsonSchema::when(std::string_view name, E /*value*/, E only, Body&& body) {
  Json outer = std::exchange(here_.required, Json::array());
  body();
  const Json own = std::exchange(here_.required, std::move(outer));
  Json condition = Json::object();
  condition["if"]["properties"][std::string(name)]["const"] = scenarios::name_of(only);
  condition["then"]["required"] = own;
  for (const Json& key : own) {
    condition["else"]["properties"][key.get<std::string>()] = false;
  }
  here_.conditions.push_back(std::move(condition));
}

template <class Body>
scenarios::Json JsonSchema::record(Body&& body) {
  Place outer = std::exchange(here_, Place{});
  body();
  return finish(std::exchange(here_, std::move(outer)));
}

template <class T, class Body>
void JsonSchema::add_list(std::string_view name, const std::vector<T>& /*records*/, Body&& body,
                          const scenarios::Field& field, bool required) {
  Json element;
  if constexpr (scenarios::is_optional<T>) {
    typename T::value_type one{};
    element["anyOf"] = {record([&] { body(one); }), {{"type", "null"}}};
  } else {
    T one{};
    element = record([&] { body(one); });
  }
  add(name, described(list_of(std::move(element)), field), required);
}

}  // namespace viz
