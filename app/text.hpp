// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "viz/language.hpp"

namespace app {

/// A string of the program in one language.
[[nodiscard]] constexpr std::string_view in(viz::Lang lang, std::string_view sv,
                                            std::string_view en) {
  return lang == viz::Lang::Sv ? sv : en;
}

/// A string in both languages with `{}` to be filled in; both take the same values in the same
/// order.
struct Phrase {
  std::string_view sv, en;
};

template <class... Values>
[[nodiscard]] std::string fill(viz::Lang lang, const Phrase& phrase, const Values&... values) {
  return fmt::format(fmt::runtime(in(lang, phrase.sv, phrase.en)), values...);
}

/// `what: expected X, got Y`, the form of every message about input.
[[nodiscard]] inline std::string expected_got(viz::Lang lang, std::string_view what,
                                              std::string_view expected, std::string_view got) {
  return fill(lang, {"{}: väntade {}, fick {}", "{}: expected {}, got {}"}, what, expected, got);
}

}  // namespace app
