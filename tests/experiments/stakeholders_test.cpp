// SPDX-License-Identifier: Apache-2.0
#include "experiments/stakeholders.hpp"

#include <set>
#include <string_view>

#include <gtest/gtest.h>

namespace {

TEST(Stakeholders, HaveWordsForThemselvesAndTheirFigures) {
  std::set<std::string_view> figures;
  for (const auto& stakeholder : care::stakeholder_specs()) {
    EXPECT_NO_THROW((void)care::label_of(stakeholder)) << stakeholder.id;
    for (const auto& figure : stakeholder.figures) {
      EXPECT_NO_THROW((void)care::label_of(figure)) << figure.id;
      // The words are known by the figure's id alone.
      EXPECT_TRUE(figures.insert(figure.id).second) << figure.id;
    }
  }
}

}  // namespace
