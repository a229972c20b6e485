// SPDX-License-Identifier: Apache-2.0
#include "scenarios/json.hpp"

#include <cctype>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "scenarios/text_file.hpp"

namespace scenarios {
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
      report(pointer(), say("expected.18_digits"), say("got.number", {{"value", digits}}));
    }
    return added != nullptr;
  }
  bool string(string_t& value) {
    const bool has_nul = value.find('\0') != string_t::npos;
    Json* const added = add(std::move(value));
    if (has_nul) report(pointer(), say("expected.no_nul"), say("got.nul"));
    return added != nullptr;
  }
  bool binary(binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return open(Json::object()); }
  bool start_array(std::size_t /*size*/) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(string_t& name) {
    Frame& frame = stack_.back();
    frame.key = name;
    if (!frame.keys.insert(name).second) {
      report(pointer(), say("expected.key_once"),
             say("got.second_time", {{"what", in_quotes(name)}}));
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
      report(pointer(), say("expected.nesting", {{"n", deepest_nesting}}), say("got.more"));
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

  void report(std::string pointer, words::Text expected, words::Text got) {
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

/// What the library's lexer (3.11) has against a token, in both languages. A test makes it say each
/// of these sentences, so that no new version of the library changes one unnoticed.
words::Text lexer_complaint(std::string_view complaint, std::string_view word) {
  struct Complaint {
    std::string_view text, key;
  };
  static constexpr Complaint known[] = {
      {"invalid string: missing closing quote", "lexer.no_closing_quote"},
      {"invalid string: forbidden character after backslash", "lexer.bad_escape"},
      {"invalid string: '\\u' must be followed by 4 hex digits", "lexer.hex_digits"},
      {"invalid string: surrogate U+D800..U+DBFF must be followed by U+DC00..U+DFFF",
       "lexer.high_surrogate"},
      {"invalid string: surrogate U+DC00..U+DFFF must follow U+D800..U+DBFF",
       "lexer.low_surrogate"},
      {"invalid number; expected digit after '-'", "lexer.digit_after_minus"},
      {"invalid number; expected digit after '.'", "lexer.digit_after_point"},
      {"invalid number; expected '+', '-', or digit after exponent", "lexer.digit_after_exponent"},
      {"invalid number; expected digit after exponent sign", "lexer.digit_after_sign"},
  };
  for (const Complaint& one : known) {
    if (one.text == complaint) return say(one.key);
  }
  constexpr std::string_view control = "invalid string: control character ";
  constexpr std::string_view must = " must be escaped to ";
  if (const auto at = complaint.find(must);
      complaint.starts_with(control) && at != complaint.npos) {
    const auto ways = complaint.substr(at + must.size());  // "\\u0009 or \\t"
    const auto blank = ways.find(' ');
    const std::string_view code = ways.substr(0, blank);
    return say(
        "lexer.control_character",
        {{"character", complaint.substr(control.size(), at - control.size())},
         {"escape", blank == ways.npos
                        ? words::verbatim(code)
                        : say("lexer.either",
                              {{"code", code}, {"short", ways.substr(ways.rfind(' ') + 1)}})}});
  }
  return say("lexer.other", {{"word", in_quotes(word)}});
}

/// What a text that is no token of JSON probably is.
words::Text stray_text(std::string_view complaint, std::string_view word) {
  if (word.starts_with('/')) return say("got.slash");
  if (word.starts_with('\'')) return say("got.single_quote");
  if (complaint.starts_with("invalid literal")) return quotation(word);
  return lexer_complaint(complaint, word);
}

/// A token as the library names it.
words::Text token_text(std::string_view token) {
  struct Token {
    std::string_view name, key;
  };
  static constexpr Token tokens[] = {
      {"end of input", "token.end"},      {"string literal", "token.string"},
      {"number literal", "token.number"}, {"true literal", "token.true"},
      {"false literal", "token.false"},   {"null literal", "token.null"},
      {"object key", "token.key"},        {"object separator", "token.colon"},
  };
  for (const Token& one : tokens) {
    if (one.name == token) return say(one.key);
  }
  return verbatim(token);
}

/// The library's complaint in our two parts. It reads
/// `... parse error at line 3, column 5: syntax error while parsing X - Y; expected Z`,
/// where Y is `unexpected T` or `what was wrong; last read: 'U'`.
std::pair<words::Text, words::Text> syntax_parts(std::string_view message, std::string_view word) {
  std::string_view wanted;
  // A complaint of the lexer may say what it expected itself, before what it last read.
  const auto read = message.find("; last read: ");
  const auto tail = read == std::string_view::npos ? 0 : read;
  if (const auto at = message.find("; expected ", tail); at != std::string_view::npos) {
    wanted = message.substr(at + 11);
    message = message.substr(0, at);
  }
  if (const auto at = message.find(" - "); at != std::string_view::npos) {
    message = message.substr(at + 3);
  }
  const bool key_missing = wanted == "string literal";
  words::Text expected = wanted.empty() ? verbatim("JSON") : token_text(wanted);
  if (key_missing) expected = say("expected.key_in_quotes");
  if (wanted.starts_with("'[', '{'")) expected = say("expected.value");
  if (const auto at = message.find("; last read: "); at != std::string_view::npos) {
    return {expected, stray_text(message.substr(0, at), word)};
  }
  if (message.starts_with("unexpected ")) message = message.substr(11);
  words::Text got = token_text(message);
  if (message == "']'" || (key_missing && message == "'}'")) {
    got = got + say("got.comma_too_many");
  }
  if (message == "end of input") got = say("got.end_of_file");
  return {expected, got};
}

bool Builder::parse_error(std::size_t byte, const std::string& /*token*/,
                          const nlohmann::detail::exception& error) {
  constexpr int number_overflow = 406;
  const std::size_t at = byte > 0 ? byte - 1 : 0;
  const std::string_view message = error.what();
  if (error.id == number_overflow) {
    const auto open = message.find('\'');
    const auto digits = message.substr(open + 1, message.rfind('\'') - open - 1);
    issues_.push_back(issue_at_byte(text_, at, shown_, say("expected.finite"),
                                    say("got.number", {{"value", digits}})));
    return false;
  }
  auto [expected, got] = syntax_parts(message, word_at(text_, at));
  issues_.push_back(issue_at_byte(text_, at, shown_, std::move(expected), std::move(got)));
  return false;
}

}  // namespace

std::optional<Json> parse_json(std::string_view text, const std::string& shown,
                               std::vector<Issue>& issues) {
  if (!check_utf8(text, shown, issues)) return std::nullopt;
  text = without_mark(text);
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    issues.push_back({shown, "", say("expected.json_object"), say("got.empty_file")});
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

}  // namespace scenarios
