// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "experiments/results.hpp"
#include "scenarios/archive.hpp"
#include "scenarios/field.hpp"
#include "scenarios/json_writer.hpp"
#include "sim/civil_date.hpp"

namespace viz {

/// The archive that writes: members of the object that is open, in the order they are told, each
/// value by its type. What a field means (scenarios::Field) is for the archives that read it and
/// that make the schema of it (json_reading.hpp, json_schema.hpp).
class JsonWriting {
 public:
  static constexpr bool reads = false;

  explicit JsonWriting(scenarios::JsonWriter& json) : json_(json) {}

  template <class T>
  void operator()(std::string_view name, const T& content, const scenarios::Field& /*field*/ = {}) {
    json_.key(name);
    value(content);
  }

  /// A member that is left out when there is nothing to say.
  void unless_empty(std::string_view name, const std::string& text,
                    const scenarios::Field& field = {}) {
    if (!text.empty()) (*this)(name, text, field);
  }
  void unless_empty(std::string_view name, const scenarios::Text& text,
                    const scenarios::Field& field = {}) {
    if (text != scenarios::Text{}) (*this)(name, text, field);
  }
  template <class T>
  void unless_empty(std::string_view name, const std::optional<T>& content,
                    const scenarios::Field& field = {}) {
    if (content) (*this)(name, *content, field);
  }

  /// Members that exist when the enumeration `name`, told before, is `only`.
  template <class E, class Body>
  void when(std::string_view /*name*/, E value, E only, Body&& body) {
    if (value == only) body();
  }

  template <class Body>
  void object(std::string_view name, Body&& body) {
    json_.key(name);
    element(std::forward<Body>(body));
  }

  /// A list of objects; `body` tells the members of each.
  template <class T, class Body>
  void list(std::string_view name, const std::vector<T>& records, Body&& body,
            const scenarios::Field& /*field*/ = {}) {
    elements(name, [&] {
      for (const T& record : records) element([&] { body(record); });
    });
  }
  /// The same with null for what does not exist.
  template <class T, class Body>
  void list(std::string_view name, const std::vector<std::optional<T>>& records, Body&& body,
            const scenarios::Field& /*field*/ = {}) {
    elements(name, [&] {
      for (const auto& record : records) {
        if (record) {
          element([&] { body(*record); });
        } else {
          json_.value(nullptr);
        }
      }
    });
  }

  /// A list that is left out when it is empty.
  template <class T, class Body>
  void list_unless_empty(std::string_view name, const std::vector<T>& records, Body&& body,
                         const scenarios::Field& field = {}) {
    if (!records.empty()) list(name, records, std::forward<Body>(body), field);
  }

  /// A list whose objects `body` adds one by one, with element().
  template <class Body>
  void elements(std::string_view name, Body&& body) {
    json_.key(name).begin_array();
    body();
    json_.end_array();
  }
  template <class Body>
  void element(Body&& body) {
    json_.begin_object();
    body();
    json_.end_object();
  }

 private:
  template <class T>
  void value(const T& content) {
    if constexpr (std::is_enum_v<T>) {
      json_.value(scenarios::name_of(content));
    } else if constexpr (std::same_as<T, sim::Date>) {
      json_.value(sim::iso_date(content));
    } else if constexpr (std::same_as<T, care::Interval>) {
      json_.begin_array().value(content.low).value(content.high).end_array();
    } else if constexpr (scenarios::is_list<T>) {
      json_.begin_array();
      for (const auto& one : content) value(one);
      json_.end_array();
    } else {
      json_.value(content);
    }
  }

  scenarios::JsonWriter& json_;
};

/// The text of a file that is an object; `body` tells its members to an archive. Containers down to
/// `open_levels` have one member per line.
template <class Body>
[[nodiscard]] std::string json_object(std::size_t open_levels, Body&& body) {
  scenarios::JsonWriter json(open_levels);
  JsonWriting file(json);
  file.element([&] { body(file); });
  return json.finish();
}

/// The same of a file that is a list; `body` adds its objects with element().
template <class Body>
[[nodiscard]] std::string json_list(std::size_t open_levels, Body&& body) {
  scenarios::JsonWriter json(open_levels);
  JsonWriting file(json);
  json.begin_array();
  body(file);
  json.end_array();
  return json.finish();
}

}  // namespace viz
