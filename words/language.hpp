// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace words {

/// A language of the interface.
enum class Lang { Sv, En };

/// Both languages, in the order in which a document shows them.
inline constexpr Lang languages[] = {Lang::Sv, Lang::En};

/// BCP 47 tag: "sv" or "en".
[[nodiscard]] constexpr std::string_view tag(Lang lang) { return lang == Lang::Sv ? "sv" : "en"; }

/// A text in the two languages of the interface.
struct Text {
  std::string sv, en;

  friend bool operator==(const Text&, const Text&) = default;
};

/// One text after the other, in each language.
[[nodiscard]] inline Text operator+(const Text& first, const Text& second) {
  return {first.sv + second.sv, first.en + second.en};
}

/// The text in one language; the other one when this is empty.
[[nodiscard]] inline const std::string& pick(const Text& text, Lang lang) {
  const std::string& wanted = lang == Lang::Sv ? text.sv : text.en;
  const std::string& other = lang == Lang::Sv ? text.en : text.sv;
  return wanted.empty() ? other : wanted;
}

}  // namespace words
