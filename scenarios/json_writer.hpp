// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/scenario.hpp"

namespace scenarios {

/// Writes JSON text in the order it is told, so that equal values give equal bytes. Numbers are the
/// shortest text that reads back to the same double (std::to_chars); a NaN or infinity becomes
/// null. Containers down to `open_levels` have one member per line, deeper ones stay on theirs: a
/// file that diffs by record. The only writer of JSON text: structs reach it through an archive.
class JsonWriter {
 public:
  explicit JsonWriter(std::size_t open_levels) : open_levels_(open_levels) {}

  JsonWriter& begin_object() { return open('{', levels_.size() < open_levels_); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('[', levels_.size() < open_levels_); }
  JsonWriter& end_array() { return close(']'); }
  /// Opens a container with one member per line whatever the level.
  JsonWriter& open_broken(char bracket) { return open(bracket, true); }
  JsonWriter& close(char bracket);
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(double number);
  JsonWriter& value(std::uint64_t number);
  JsonWriter& value(std::uint32_t number) { return value(std::uint64_t{number}); }
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(int number) { return value(std::int64_t{number}); }
  JsonWriter& value(bool flag) { return raw(flag ? "true" : "false"); }
  JsonWriter& value(std::nullptr_t) { return raw("null"); }
  /// {"sv": …, "en": …}, or one string when both are the same.
  JsonWriter& value(const Text& text);

  /// A value that is JSON text already.
  JsonWriter& raw(std::string_view text);

  /// The text so far, and how long it is.
  [[nodiscard]] std::string_view text() const { return out_; }
  [[nodiscard]] std::size_t size() const { return out_.size(); }

  /// The whole text; complete when every container is closed. Ends with a newline.
  [[nodiscard]] std::string finish();

 private:
  /// A container that is open.
  struct Level {
    bool broken = false;
    bool has_member = false;
  };

  JsonWriter& open(char bracket, bool broken);
  void separate();
  void new_line();

  std::string out_;
  std::vector<Level> levels_;
  std::size_t open_levels_;
  bool after_key_ = false;
};

/// A JSON string literal with its quotes; control characters, quotes and backslashes escaped. What
/// is no UTF-8 (a path may hold any bytes) becomes U+FFFD.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace scenarios
