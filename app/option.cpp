// SPDX-License-Identifier: Apache-2.0
#include "app/option.hpp"

namespace app {

const std::string* Check::value() {
  const auto& all = values();
  if (all.size() > 1) {
    fail(say(lang_, "expected.single"), say(lang_, "got.values", {{"n", all.size()}}));
    return nullptr;
  }
  return all.data();
}

void Check::percent(double& share) {
  const std::string* text = value();
  if (text == nullptr) return;
  std::string_view digits = *text;
  if (digits.ends_with('%')) digits.remove_suffix(1);
  double number = 0;
  const auto* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number);
  if (error != std::errc{} || stop != end || !(number > 0 && number < 100)) {
    return fail(say(lang_, "expected.percent"), scenarios::in_quotes(*text));
  }
  share = number / 100;
}

void Check::text(std::optional<std::string>& to) {
  const std::string* given = value();
  if (given == nullptr) return;
  if (given->empty()) return fail(say(lang_, "expected.name"), say(lang_, "got.nothing"));
  to = *given;
}

}  // namespace app
