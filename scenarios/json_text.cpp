// SPDX-License-Identifier: Apache-2.0
// How values are shown: in messages, and in the canonical text of a scenario.

#include <cmath>
#include <cstdint>

#include <fmt/format.h>

#include "scenarios/json.hpp"

namespace scenarios {

std::string described(const Json& value) {
  switch (value.type()) {
    case Json::value_t::object:
      return "an object";
    case Json::value_t::array:
      return fmt::format("a list of {}", value.size());
    case Json::value_t::string:
      return in_quotes(value.get_ref<const std::string&>()) + " (string)";
    case Json::value_t::boolean:
      return value.get<bool>() ? "true (boolean)" : "false (boolean)";
    case Json::value_t::number_integer:
      return fmt::format("{} (number)", value.get<std::int64_t>());
    case Json::value_t::number_unsigned:
      return fmt::format("{} (number)", value.get<std::uint64_t>());
    case Json::value_t::number_float:
      return number_text(value.get<double>()) + " (number)";
    default:
      return "null";
  }
}

namespace {

constexpr std::size_t line_width = 100;

std::string scalar_text(const Json& value) {
  if (value.is_number_float()) return number_text(value.get<double>());
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string flat_text(const Json& value) {
  if (!value.is_structured()) return scalar_text(value);
  if (value.empty()) return value.is_array() ? "[]" : "{}";
  std::string out = value.is_array() ? "[" : "{";
  const char* separator = "";
  for (auto it = value.begin(); it != value.end(); ++it) {
    out += separator;
    if (value.is_object()) out += Json(it.key()).dump() + ": ";
    out += flat_text(it.value());
    if (out.size() > line_width) return out;  // too long for a line; the caller discards it
    separator = ", ";
  }
  return out + (value.is_array() ? "]" : "}");
}

void write_text(std::string& out, const Json& value, std::size_t indent, std::size_t used) {
  const std::string flat = flat_text(value);
  if (!value.is_structured() || value.empty() || (indent > 0 && used + flat.size() <= line_width)) {
    out += flat;
    return;
  }
  const char* separator = "\n";
  out += value.is_array() ? "[" : "{";
  for (auto it = value.begin(); it != value.end(); ++it) {
    out += separator;
    separator = ",\n";
    out.append(indent + 2, ' ');
    const std::string key = value.is_object() ? Json(it.key()).dump() + ": " : "";
    out += key;
    write_text(out, it.value(), indent + 2, indent + 3 + key.size());
  }
  out += '\n';
  out.append(indent, ' ');
  out += value.is_array() ? "]" : "}";
}

}  // namespace

std::string canonical_text(const Json& value) {
  std::string out;
  write_text(out, value, 0, 0);
  return out + "\n";
}

Json canonical_number(double value) {
  if (value == std::trunc(value) && std::abs(value) < 1e15) {
    return static_cast<std::int64_t>(value);
  }
  return value;
}

}  // namespace scenarios
