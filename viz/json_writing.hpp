// SPDX-License-Identifier: Apache-2.0
#pragma once

// The archive of results_fields.hpp that writes. Internal to the JSON files.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiments/results.hpp"
#include "sim/civil_date.hpp"
#include "viz/json_writer.hpp"

namespace viz {

/// Writes the members of the object that is open.
class JsonWriting {
 public:
  static constexpr bool writes = true;

  explicit JsonWriting(JsonWriter& json) : json_(json) {}

  template <class T>
  void member(std::string_view name, const T& value) {
    json_.member(name, value);
  }
  void whole(std::string_view name, int value, int /*low*/, int /*high*/) {
    json_.member(name, value);
  }
  void unless_empty(std::string_view name, const std::string& text) {
    if (!text.empty()) json_.member(name, text);
  }
  void unless_empty(std::string_view name, const std::optional<double>& number) {
    if (number) json_.member(name, *number);
  }
  void date(std::string_view name, sim::Date value) { json_.member(name, sim::iso_date(value)); }
  void interval(std::string_view name, const care::Interval& value) {
    json_.key(name).begin_array().value(value.low).value(value.high).end_array();
  }
  template <class T, class Words>
  void word(std::string_view name, T value, const Words& words) {
    for (const auto& word : words) {
      if (word.value == value) json_.member(name, word.name);
    }
  }
  template <class T>
  void values(std::string_view name, const std::vector<T>& list) {
    json_.key(name).begin_array();
    for (const T& value : list) json_.value(value);
    json_.end_array();
  }
  template <class Body>
  void object(std::string_view name, Body&& body) {
    json_.key(name).begin_object();
    body();
    json_.end_object();
  }
  template <class T, class Body>
  void list(std::string_view name, const std::vector<T>& records, Body&& body) {
    json_.key(name).begin_array();
    for (const T& record : records) {
      json_.begin_object();
      body(record);
      json_.end_object();
    }
    json_.end_array();
  }

 private:
  JsonWriter& json_;
};

}  // namespace viz
