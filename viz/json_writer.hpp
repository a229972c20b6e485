// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/scenario.hpp"

namespace viz {

/// Writes JSON text in the order it is told, so that equal values give equal bytes. Numbers are the
/// shortest text that reads back to the same double (std::to_chars); a NaN or infinity becomes
/// null. Containers down to `open_levels` have one member per line, deeper ones stay on theirs: a
/// file that diffs by record.
class JsonWriter {
 public:
  explicit JsonWriter(std::size_t open_levels) : open_levels_(open_levels) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(double number);
  JsonWriter& value(std::uint64_t number);
  JsonWriter& value(std::uint32_t number) { return value(std::uint64_t{number}); }
  JsonWriter& value(int number);
  JsonWriter& value(bool flag);
  /// {"sv": …, "en": …}, or one string when both are the same.
  JsonWriter& value(const scenarios::Text& text);

  template <class T>
  JsonWriter& member(std::string_view name, const T& content) {
    key(name);
    return value(content);
  }

  /// The text so far; complete when every container is closed. Ends with a newline.
  [[nodiscard]] std::string finish();

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void raw(std::string_view text);

  std::string out_;
  std::vector<bool> has_member_;
  std::size_t open_levels_;
  bool after_key_ = false;
};

/// A JSON string literal with its quotes; control characters, quotes and backslashes escaped.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace viz
