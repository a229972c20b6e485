// SPDX-License-Identifier: Apache-2.0
#include "scenarios/json.hpp"

#include <array>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace scenarios {
namespace {

namespace fs = std::filesystem;

struct Place {
  int line = 1;
  int column = 1;
};

/// Line and column (in characters, both from 1) of a byte.
Place place_of(std::string_view text, std::size_t byte) {
  Place place;
  for (std::size_t i = 0; i < std::min(byte, text.size()); ++i) {
    if (text[i] == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      ++place.column;
    }
  }
  return place;
}

Issue issue_at(const std::string& shown, Place place, std::string expected, std::string got) {
  return {shown, "", std::move(expected), std::move(got), place.line, place.column};
}

/// Bytes of the well-formed UTF-8 character at `i` (Unicode 15, table 3-7), or 0.
std::size_t character_length(std::string_view text, std::size_t i) {
  const auto at = [&](std::size_t k) -> unsigned {
    return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
  };
  const auto tail = [&](std::size_t k) { return (at(k) & 0xC0U) == 0x80U; };
  const unsigned first = at(0);
  const unsigned second = at(1);
  if (first < 0x80U) return 1;
  if (first < 0xC2U) return 0;
  if (first < 0xE0U) return tail(1) ? 2 : 0;
  if (first < 0xF0U) {
    const bool ok = !(first == 0xE0U && second < 0xA0U) && !(first == 0xEDU && second > 0x9FU);
    return ok && tail(1) && tail(2) ? 3 : 0;
  }
  if (first > 0xF4U) return 0;
  const bool ok = !(first == 0xF0U && second < 0x90U) && !(first == 0xF4U && second > 0x8FU);
  return ok && tail(1) && tail(2) && tail(3) ? 4 : 0;
}

bool check_utf8(std::string_view text, const std::string& shown, std::vector<Issue>& issues) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    issues.push_back({shown, "", "text in UTF-8", "UTF-16 (save the file as UTF-8)"});
    return false;
  }
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character_length(text, i);
    if (length == 0) {
      issues.push_back(issue_at(shown, place_of(text, i), "text in UTF-8",
                                fmt::format("the byte 0x{:02X} (save the file as UTF-8)",
                                            static_cast<unsigned char>(text[i]))));
      return false;
    }
    i += length;
  }
  return true;
}

std::string nearest_file(const fs::path& path) {
  std::vector<std::string> names;
  std::error_code error;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    names.push_back(it->path().filename().string());
    if (names.size() > 10000) break;
  }
  std::sort(names.begin(), names.end());
  const std::string name = path.filename().string();
  if (auto meant = nearest(name, names)) {
    return fmt::format(" (did you mean {}?)",
                       in_quotes((path.parent_path() / *meant).generic_string()));
  }
  return fs::is_directory(folder, error) ? "" : ", nor is there such a folder";
}

/// What is wrong with the path before it is opened, or "".
std::string unfit(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return "no such file" + nearest_file(path);
  if (status.type() == fs::file_type::directory) return "a folder";
  if (status.type() == fs::file_type::none) return error.message();
  if (status.type() == fs::file_type::regular) {
    const auto size = fs::file_size(path, error);
    if (!error && size > largest_file) {
      return fmt::format("{} MB, which is too large to be one (it was not read)", size >> 20U);
    }
  }
  return "";
}

}  // namespace

std::optional<std::string> read_text(const fs::path& path, const std::string& shown,
                                     std::vector<Issue>& issues) {
  const auto fail = [&](std::string got) {
    issues.push_back(
        {shown, "", fmt::format("a file of at most {} MB", largest_file >> 20U), std::move(got)});
    return std::nullopt;
  };
  if (std::string why = unfit(path); !why.empty()) return fail(std::move(why));
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(fmt::format("a file that cannot be opened ({})", std::strerror(errno)));
  std::string text;
  std::array<char, 1U << 16U> buffer{};
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
    text.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (text.size() > largest_file) return fail("more");
  }
  if (in.bad()) return fail(fmt::format("an error while reading ({})", std::strerror(errno)));
  if (!check_utf8(text, shown, issues)) return std::nullopt;
  return text;
}

namespace {

/// Builds the value while the text is parsed. Written here because the library's own builder keeps
/// the last of two equal keys without a word and searches an ordered object from its start at every
/// insertion.
class Builder {
 public:
  using number_integer_t = Json::number_integer_t;
  using number_unsigned_t = Json::number_unsigned_t;
  using number_float_t = Json::number_float_t;
  using string_t = Json::string_t;
  using binary_t = Json::binary_t;

  Builder(std::string_view text, const std::string& shown, std::vector<Issue>& issues)
      : text_(text), shown_(shown), issues_(issues) {}

  bool null() { return add(nullptr) != nullptr; }
  bool boolean(bool value) { return add(value) != nullptr; }
  bool number_integer(number_integer_t value) { return add(value) != nullptr; }
  bool number_unsigned(number_unsigned_t value) { return add(value) != nullptr; }
  bool number_float(number_float_t value, const string_t& digits) {
    Json* const added = add(value);
    if (digits.find_first_of(".eE") == string_t::npos) {
      report(pointer(), "a whole number of at most 18 digits", digits + " (number)");
    }
    return added != nullptr;
  }
  bool string(string_t& value) { return add(std::move(value)) != nullptr; }
  bool binary(binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return open(Json::object()); }
  bool start_array(std::size_t /*size*/) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(string_t& name) {
    Frame& frame = stack_.back();
    frame.key = name;
    if (!frame.keys.insert(name).second) {
      report(pointer(), "each key once in an object", in_quotes(name) + " a second time");
    }
    return true;
  }

  bool parse_error(std::size_t byte, const std::string& /*token*/,
                   const nlohmann::detail::exception& error);

  [[nodiscard]] Json take() { return std::move(root_); }

 private:
  struct Frame {
    Json* node;
    std::string key;
    std::set<std::string> keys;
  };

  template <class Value>
  Json* add(Value&& value) {
    if (stack_.empty()) {
      root_ = Json(std::forward<Value>(value));
      return &root_;
    }
    Frame& frame = stack_.back();
    if (frame.node->is_array()) {
      auto& list = frame.node->get_ref<Json::array_t&>();
      return &list.emplace_back(std::forward<Value>(value));
    }
    Json::object_t::Container& members = frame.node->get_ref<Json::object_t&>();
    return &members.emplace_back(frame.key, Json(std::forward<Value>(value))).second;
  }

  bool open(Json&& empty) {
    if (stack_.size() >= deepest_nesting) {
      report(pointer(), fmt::format("at most {} levels of nesting", deepest_nesting), "more");
      return false;
    }
    Json* const node = add(std::move(empty));
    stack_.push_back({node, "", {}});
    return true;
  }

  bool close() {
    stack_.pop_back();
    return true;
  }

  [[nodiscard]] std::string pointer() const {
    std::string pointer;
    for (const Frame& frame : stack_) {
      const bool list = frame.node->is_array();
      if (list && frame.node->empty()) break;
      pointer = child_pointer(pointer, list ? std::to_string(frame.node->size() - 1) : frame.key);
    }
    return pointer;
  }

  void report(std::string pointer, std::string expected, std::string got) {
    if (issues_.size() < most_issues) {
      issues_.push_back({shown_, std::move(pointer), std::move(expected), std::move(got)});
    }
  }

  static constexpr std::size_t most_issues = 1000;
  std::string_view text_;
  const std::string& shown_;
  std::vector<Issue>& issues_;
  Json root_;
  std::vector<Frame> stack_;
};

/// The word that a byte is part of, or the character.
std::string_view word_at(std::string_view text, std::size_t byte) {
  const auto in_word = [&](std::size_t i) {
    const auto c = static_cast<unsigned char>(text[i]);
    return std::isalnum(c) != 0 || c >= 0x80U || text[i] == '_' || text[i] == '.' || text[i] == '-';
  };
  if (byte >= text.size()) return "";
  std::size_t from = byte;
  std::size_t to = byte + 1;
  while (from > 0 && in_word(byte) && in_word(from - 1)) --from;
  while (to < text.size() && in_word(byte) && in_word(to)) ++to;
  return text.substr(from, to - from);
}

/// What a text that is no token of JSON probably is.
std::string stray_text(std::string_view complaint, std::string_view word) {
  if (word.starts_with('/')) return "a slash (JSON has no comments; use the key \"note\")";
  if (word.starts_with('\'')) return "a single quote (JSON has double quotes)";
  if (complaint.starts_with("invalid literal")) return in_quotes(word);
  return std::string(complaint);
}

/// The library's complaint in our two parts. It reads
/// `... parse error at line 3, column 5: syntax error while parsing X - Y; expected Z`,
/// where Y is `unexpected T` or `what was wrong; last read: 'U'`.
std::pair<std::string, std::string> syntax_parts(std::string_view message, std::string_view word) {
  std::string expected = "JSON";
  if (const auto at = message.rfind("; expected "); at != std::string_view::npos) {
    expected = message.substr(at + 11);
    message = message.substr(0, at);
  }
  if (const auto at = message.find(" - "); at != std::string_view::npos) {
    message = message.substr(at + 3);
  }
  const bool key_missing = expected == "string literal";
  if (key_missing) expected = "a key in double quotes";
  if (expected == "end of input") expected = "the end of the file";
  if (expected.starts_with("'[', '{'")) expected = "a value";
  if (const auto at = message.find("; last read: "); at != std::string_view::npos) {
    return {expected, stray_text(message.substr(0, at), word)};
  }
  if (message.starts_with("unexpected ")) message = message.substr(11);
  std::string got(message);
  if (message == "']'" || (key_missing && message == "'}'")) {
    got += " (is there a comma too many before it?)";
  }
  if (message == "end of input") got = "the end of the file (is a bracket missing?)";
  return {expected, got};
}

bool Builder::parse_error(std::size_t byte, const std::string& /*token*/,
                          const nlohmann::detail::exception& error) {
  constexpr int number_overflow = 406;
  const Place place = place_of(text_, byte > 0 ? byte - 1 : 0);
  std::string_view message = error.what();
  if (error.id == number_overflow) {
    const auto open = message.find('\'');
    const auto digits = message.substr(open + 1, message.rfind('\'') - open - 1);
    issues_.push_back(issue_at(shown_, place, "a number below 1.8e308 in size",
                               std::string(digits) + " (number)"));
    return false;
  }
  auto [expected, got] = syntax_parts(message, word_at(text_, byte > 0 ? byte - 1 : 0));
  issues_.push_back(issue_at(shown_, place, std::move(expected), std::move(got)));
  return false;
}

}  // namespace

std::optional<Json> parse_json(std::string_view text, const std::string& shown,
                               std::vector<Issue>& issues) {
  if (!check_utf8(text, shown, issues)) return std::nullopt;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    issues.push_back({shown, "", "a JSON object", "an empty file"});
    return std::nullopt;
  }
  Builder builder(text, shown, issues);
  if (!Json::sax_parse(text.begin(), text.end(), &builder)) return std::nullopt;
  return builder.take();
}

const Json* find(const Json& object, std::string_view key) {
  if (!object.is_object()) return nullptr;
  for (const auto& [name, value] : object.get_ref<const Json::object_t&>()) {
    if (name == key) return &value;
  }
  return nullptr;
}

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
