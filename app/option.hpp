// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "app/options.hpp"
#include "app/text.hpp"
#include "scenarios/issue.hpp"

namespace app {

/// A word of an option and what it stands for.
template <class T>
struct Word {
  std::string_view name;
  T value;
};

/// The words of a command line, taken apart: "--seed" -> {"7"}; flags -> {}.
using GivenOptions = std::map<std::string_view, std::vector<std::string>>;

/// Checks what was given and turns it into numbers, option by option. After the first fault the
/// rest changes nothing.
class Check {
 public:
  Check(viz::Lang lang, const GivenOptions& given) : lang_(lang), given_(given) {}

  /// One message that names the option, what was expected and what was found; "" = no fault.
  [[nodiscard]] const std::string& fault() const { return fault_; }
  [[nodiscard]] viz::Lang lang() const { return lang_; }
  [[nodiscard]] bool has(std::string_view name) const { return given_.contains(name); }

  /// The option that the functions below read. Precondition: it was given.
  void turn_to(std::string_view name) { name_ = name; }

  [[nodiscard]] const std::vector<std::string>& values() const { return given_.at(name_); }

  /// The value of an option that may be given once, or nullptr.
  const std::string* value();

  /// `note`: key of what is added to the range, or "".
  template <class Number>
  void whole(Number low, Number high, std::string_view note, Number& to) {
    const std::string* text = value();
    if (text == nullptr) return;
    Number number = 0;
    const auto* const end = text->data() + text->size();
    const auto [stop, error] = std::from_chars(text->data(), end, number);
    if (error != std::errc{} || stop != end || number < low || number > high) {
      return fail(
          say(lang_, "expected.whole_from_to_note",
              {{"low", low}, {"high", high}, {"note", note.empty() ? note : say(lang_, note)}}),
          scenarios::in_quotes(*text));
    }
    to = number;
  }

  void percent(double& share);
  void text(std::optional<std::string>& to);

  template <class T>
  void word(std::span<const Word<T>> words, T& to) {
    const std::string* text = value();
    if (text == nullptr) return;
    std::string list;
    for (const auto& word : words) {
      if (word.name == *text) {
        to = word.value;
        return;
      }
      list += (list.empty() ? "" : ", ") + std::string(word.name);
    }
    fail(say(lang_, "expected.one_of", {{"list", list}}), scenarios::in_quotes(*text));
  }

  /// A fault of the option here.
  void fail(std::string_view expected, std::string_view got) { fail(name_, expected, got); }
  void fail(std::string_view what, std::string_view expected, std::string_view got) {
    if (fault_.empty()) fault_ = expected_got(lang_, what, expected, got);
  }

 private:
  viz::Lang lang_;
  const GivenOptions& given_;
  std::string_view name_;
  std::string fault_;
};

/// All there is to know of an option of a command: help, parser and checks come from it.
struct Option {
  enum class Takes {
    Nothing,  ///< a flag
    Value,    ///< one value, once
    Values,   ///< one value, may be repeated
    Words     ///< all words up to the next option
  };
  std::string_view name;  ///< "--seed"
  Takes takes;
  std::string_view value;    ///< key of the name of its value, or its words "a|b"; "" = a flag
  std::string_view meaning;  ///< key
  /// Checks what was given and puts it where it belongs. Called for options that were given, in the
  /// order of the command's list.
  void (*read)(Check&, Options&);
};

}  // namespace app
