// SPDX-License-Identifier: Apache-2.0
#include "models/measure/figure_text.hpp"

#include <algorithm>
#include <string>

#include "words/catalog.hpp"

namespace care {

words::Text label_of(const Figure& figure) {
  return words::say(std::string("figure.").append(figure.id));
}

words::Text named(const words::Text& label, std::string_view id) {
  std::string readable(id);
  std::ranges::replace(readable, '_', ' ');
  return {label.sv.empty() ? readable : label.sv, label.en.empty() ? readable : label.en};
}

words::Text words_of(Unit unit) {
  if (unit == Unit::None) return {};
  return words::say(std::string("unit_word.").append(name_of(unit)));
}

bool is_unit(const words::Text& text, Unit unit) { return text.en == words_of(unit).en; }

}  // namespace care
