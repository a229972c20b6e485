// SPDX-License-Identifier: Apache-2.0
#include "viz/json_reading.hpp"

#include <limits>
#include <utility>

#include <fmt/format.h>

#include "sim/civil_date.hpp"

namespace viz {
namespace {

using scenarios::Json;

constexpr std::size_t most_errors = 20;
constexpr std::size_t most_unknown = 20;
words::Text a_text() { return words::say("expected.text_in_both"); }

}  // namespace

JsonReading::JsonReading(const Json& root, std::string shown, Issues& issues)
    : shown_(std::move(shown)), issues_(issues), here_(place_of(root)) {
  static_cast<void>(take("format"));
}

JsonReading::Place JsonReading::place_of(const Json& node) {
  return {&node, 0, 0, std::vector<bool>(node.size(), false)};
}

const Json* JsonReading::take(std::string_view name) {
  const auto& members = here_.node->get_ref<const Json::object_t&>();
  const auto found = [&](std::size_t i) -> const Json* {
    here_.known[i] = true;
    ++here_.taken;
    here_.next = i + 1;
    return &(members.begin() + static_cast<std::ptrdiff_t>(i))->second;
  };
  const auto is_named = [&](std::size_t i) {
    return (members.begin() + static_cast<std::ptrdiff_t>(i))->first == name;
  };
  if (here_.next < members.size() && is_named(here_.next)) return found(here_.next);
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (is_named(i)) return found(i);
  }
  return nullptr;
}

const Json* JsonReading::require(std::string_view name, const words::Text& expected) {
  const Json* const node = take(name);
  if (node == nullptr) {
    report_at(name, expected, nullptr);
  }
  return node;
}

const Json* JsonReading::require_list(std::string_view name) {
  const Json* const node = require(name, words::say("expected.list"));
  if (node == nullptr || node->is_array()) return node;
  report_at(name, words::say("expected.list"), node);
  return nullptr;
}

std::string JsonReading::pointer() const {
  std::string pointer;
  for (const std::string& key : path_) pointer = scenarios::child_pointer(pointer, key);
  return pointer;
}

void JsonReading::report(words::Text expected, const Json* got) {
  if (issues_.errors.size() >= most_errors) return;
  issues_.errors.push_back({shown_, pointer(), std::move(expected),
                            got == nullptr ? scenarios::nothing() : scenarios::described(*got)});
}

void JsonReading::report_at(std::string_view key, words::Text expected, const Json* got) {
  enter(key);
  report(std::move(expected), got);
  leave();
}

void JsonReading::end_object() {
  if (here_.taken >= here_.node->size()) return;
  std::size_t i = 0;
  for (const auto& [key, value] : here_.node->get_ref<const Json::object_t&>()) {
    if (here_.known[i++] || issues_.unknown.size() >= most_unknown) continue;
    issues_.unknown.push_back(
        {shown_, pointer(), words::say("expected.known_members"), scenarios::quotation(key)});
  }
}

void JsonReading::member(std::string_view name, std::string& to) {
  const Json* const node = require(name, words::say("expected.any_text"));
  if (node == nullptr) return;
  if (node->is_string()) {
    to = node->get<std::string>();
    return;
  }
  report_at(name, words::say("expected.any_text"), node);
}

bool JsonReading::text_of(const Json& node, scenarios::Text& to) {
  if (node.is_string()) {
    to.sv = to.en = node.get<std::string>();
    return true;
  }
  const Json* const sv = scenarios::find(node, "sv");
  const Json* const en = scenarios::find(node, "en");
  if (sv == nullptr || en == nullptr || !sv->is_string() || !en->is_string()) return false;
  to.sv = sv->get<std::string>();
  to.en = en->get<std::string>();
  return true;
}

void JsonReading::member(std::string_view name, scenarios::Text& to) {
  const Json* const node = require(name, a_text());
  if (node == nullptr || text_of(*node, to)) return;
  report_at(name, a_text(), node);
}

/// null is a figure that does not exist. The library reads "-0" as the whole number 0.
bool JsonReading::number_of(const Json& node, double& to) {
  if (node.is_null()) {
    to = std::numeric_limits<double>::quiet_NaN();
    return true;
  }
  if (!node.is_number()) return false;
  to = node.get<double>();
  if (node.is_number_integer() && !node.is_number_unsigned() && to == 0) to = -0.0;
  return true;
}

void JsonReading::member(std::string_view name, double& to) {
  const Json* const node = require(name, words::say("expected.number_or_null"));
  if (node == nullptr || number_of(*node, to)) return;
  report_at(name, words::say("expected.number_or_null"), node);
}

void JsonReading::member(std::string_view name, bool& to) {
  const Json* const node = require(name, words::say("expected.true_or_false"));
  if (node == nullptr) return;
  if (node->is_boolean()) {
    to = node->get<bool>();
    return;
  }
  report_at(name, words::say("expected.true_or_false"), node);
}

template <class Whole>
void JsonReading::whole_of(std::string_view name, Whole& to, Whole low, Whole high) {
  const Json* const node = take(name);
  if (node != nullptr && node->is_number_unsigned()) {
    const auto value = node->get<std::uint64_t>();
    if (value >= static_cast<std::uint64_t>(low) && value <= static_cast<std::uint64_t>(high)) {
      to = static_cast<Whole>(value);
      return;
    }
  }
  report_at(name, words::say("expected.whole_from_to", {{"low", low}, {"high", high}}), node);
}

void JsonReading::member(std::string_view name, std::uint32_t& to) {
  whole_of<std::uint32_t>(name, to, 0, std::numeric_limits<std::uint32_t>::max());
}

void JsonReading::member(std::string_view name, std::uint64_t& to) {
  whole_of<std::uint64_t>(name, to, 0, std::numeric_limits<std::uint64_t>::max());
}

void JsonReading::whole(std::string_view name, int& to, int low, int high) {
  whole_of<int>(name, to, low, high);
}

void JsonReading::unless_empty(std::string_view name, std::string& to,
                               const scenarios::Field& /*field*/) {
  const Json* const node = take(name);
  if (node == nullptr) return;
  if (node->is_string()) {
    to = node->get<std::string>();
    return;
  }
  report_at(name, words::say("expected.any_text"), node);
}

void JsonReading::unless_empty(std::string_view name, std::optional<double>& to,
                               const scenarios::Field& /*field*/) {
  const Json* const node = take(name);
  if (node == nullptr) return;
  double number = 0;
  if (number_of(*node, number)) {
    to = number;
    return;
  }
  report_at(name, words::say("expected.number_or_null"), node);
}

void JsonReading::member(std::string_view name, sim::Date& to) {
  const auto expected = words::say("expected.date_as");
  const Json* const node = require(name, expected);
  if (node == nullptr) return;
  if (node->is_string()) {
    if (const auto read = sim::parse_date(node->get_ref<const std::string&>())) {
      to = *read;
      return;
    }
  }
  report_at(name, expected, node);
}

void JsonReading::member(std::string_view name, care::Interval& to) {
  const auto expected = words::say("expected.two_numbers");
  const Json* const node = require(name, expected);
  if (node == nullptr) return;
  if (interval_of(*node, to)) return;
  report_at(name, expected, node);
}

bool JsonReading::interval_of(const Json& node, care::Interval& to) {
  const bool two = node.is_array() && node.size() == 2;
  return two && number_of(node[0], to.low) && number_of(node[1], to.high);
}

void JsonReading::unless_empty(std::string_view name, std::optional<care::Interval>& to,
                               const scenarios::Field& /*field*/) {
  const Json* const node = take(name);
  if (node == nullptr) return;
  care::Interval interval;
  if (interval_of(*node, interval)) {
    to = interval;
    return;
  }
  report_at(name, words::say("expected.two_numbers"), node);
}

void JsonReading::values(std::string_view name, std::vector<double>& to) {
  const Json* const node = require_list(name);
  if (node == nullptr) return;
  enter(name);
  to.resize(node->size());
  for (std::size_t i = 0; i < to.size(); ++i) {
    if (number_of((*node)[i], to[i])) continue;
    report_at(std::to_string(i), words::say("expected.number_or_null"), &(*node)[i]);
  }
  leave();
}

void JsonReading::values(std::string_view name, std::vector<scenarios::Text>& to) {
  const Json* const node = require_list(name);
  if (node == nullptr) return;
  enter(name);
  to.resize(node->size());
  for (std::size_t i = 0; i < to.size(); ++i) {
    if (text_of((*node)[i], to[i])) continue;
    report_at(std::to_string(i), a_text(), &(*node)[i]);
  }
  leave();
}

}  // namespace viz
