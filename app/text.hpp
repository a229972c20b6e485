// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "viz/language.hpp"

namespace app {

/// `what: expected X, got Y`, the form of every message about input.
[[nodiscard]] inline std::string expected_got(viz::Lang lang, std::string_view what,
                                              std::string_view expected, std::string_view got) {
  return say(lang, "issue.expected_got", {{"place", what}, {"expected", expected}, {"got", got}});
}

}  // namespace app
