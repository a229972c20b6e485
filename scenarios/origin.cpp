// SPDX-License-Identifier: Apache-2.0
#include "scenarios/origin.hpp"

#include "words/catalog.hpp"

namespace scenarios {

words::Text grade_text(std::string_view grade) {
  return grade == "assumption" ? words::say("grade.assumption") : words::verbatim(grade);
}

}  // namespace scenarios
