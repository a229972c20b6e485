// SPDX-License-Identifier: Apache-2.0
// How values are shown: in messages, and in the canonical text of a scenario.

#include <cmath>
#include <cstdint>

#include <fmt/format.h>

#include "scenarios/json.hpp"
#include "scenarios/json_writer.hpp"

namespace scenarios {

words::Text described(const Json& value) {
  switch (value.type()) {
    case Json::value_t::object:
      return say("expected.object");
    case Json::value_t::array:
      return say("expected.list_of", {{"n", value.size()}});
    case Json::value_t::string:
      return say("got.string", {{"value", in_quotes(value.get_ref<const std::string&>())}});
    case Json::value_t::boolean:
      return say("got.boolean", {{"value", value.get<bool>() ? "true" : "false"}});
    case Json::value_t::number_integer:
      return say("got.number", {{"value", value.get<std::int64_t>()}});
    case Json::value_t::number_unsigned:
      return say("got.number", {{"value", value.get<std::uint64_t>()}});
    case Json::value_t::number_float:
      return say("got.number", {{"value", number_text(value.get<double>())}});
    default:
      return verbatim("null");
  }
}

namespace {

constexpr std::size_t line_width = 100;

/// Whether canonical form writes a number without point and exponent.
bool is_short_whole(double value) { return value == std::trunc(value) && std::abs(value) < 1e15; }

void write_scalar(JsonWriter& out, const Json& value) {
  switch (value.type()) {
    case Json::value_t::string:
      out.value(value.get_ref<const std::string&>());
      break;
    case Json::value_t::boolean:
      out.value(value.get<bool>());
      break;
    case Json::value_t::number_unsigned:
      out.value(value.get<std::uint64_t>());
      break;
    case Json::value_t::number_integer:
      out.value(value.get<std::int64_t>());
      break;
    case Json::value_t::number_float: {
      const double number = value.get<double>();
      is_short_whole(number) ? out.value(static_cast<std::int64_t>(number)) : out.value(number);
      break;
    }
    default:
      out.value(nullptr);
  }
}

/// On one line; given up, false, when that is longer than a line should be.
bool write_flat(JsonWriter& out, const Json& value) {
  if (!value.is_structured()) {
    write_scalar(out, value);
    return true;
  }
  value.is_array() ? out.begin_array() : out.begin_object();
  for (auto it = value.begin(); it != value.end(); ++it) {
    if (value.is_object()) out.key(it.key());
    if (!write_flat(out, it.value()) || out.size() > line_width) return false;
  }
  out.close(value.is_array() ? ']' : '}');
  return true;
}

/// `used`: columns of the line before the value.
void write_text(JsonWriter& out, const Json& value, std::size_t depth, std::size_t used) {
  JsonWriter line(0);
  const bool is_short = write_flat(line, value) && used + line.size() <= line_width && depth > 0;
  if (!value.is_structured() || value.empty() || is_short) {
    out.raw(line.text());
    return;
  }
  out.open_broken(value.is_array() ? '[' : '{');
  for (auto it = value.begin(); it != value.end(); ++it) {
    std::size_t before = 2 * (depth + 1) + 1;
    if (value.is_object()) {
      out.key(it.key());
      before += json_string(it.key()).size() + 2;
    }
    write_text(out, it.value(), depth + 1, before);
  }
  out.close(value.is_array() ? ']' : '}');
}

}  // namespace

std::string canonical_text(const Json& value) {
  JsonWriter out(0);
  write_text(out, value, 0, 0);
  return out.finish();
}

Json canonical_number(double value) {
  if (is_short_whole(value)) return static_cast<std::int64_t>(value);
  return value;
}

}  // namespace scenarios
