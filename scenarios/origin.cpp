// SPDX-License-Identifier: Apache-2.0
#include "scenarios/origin.hpp"

#include "words/catalog.hpp"

namespace scenarios {

words::Text source_text(std::string_view source) {
  if (source == set_by_command) return words::say("origin.command");
  if (source.starts_with(set_in)) {
    return words::say("origin.file", {{"file", source.substr(set_in.size())}});
  }
  return words::verbatim(source);
}

words::Text grade_text(std::string_view grade) {
  return grade == "assumption" ? words::say("grade.assumption") : words::verbatim(grade);
}

}  // namespace scenarios
