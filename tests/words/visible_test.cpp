// SPDX-License-Identifier: Apache-2.0
#include "words/visible.hpp"

#include <gtest/gtest.h>

namespace {

using words::visible;
using words::visible_line;

TEST(Visible, B5HiddenCharactersShowAsTheReplacementCharacter) {
  for (const char* hidden :
       {"\x01",   "\x1B",   "\r",     "\x7F",       "\u0080", "\u009B", "\u061C", "\u200E",
        "\u200F", "\u202A", "\u202E", "\u2028",     "\u2029", "\u2066", "\u2069", "\uFEFF",
        "\uFFFE", "\uFFFF", "\uFDD0", "\U0001FFFE", "\xFF",   "\xC3"}) {
    EXPECT_EQ(visible(std::string("a") + hidden + "b"), "a\uFFFDb") << hidden;
  }
  EXPECT_EQ(visible(std::string("\0", 1)), "\uFFFD");
}

TEST(Visible, WhatPeopleWriteStays) {
  for (const char* plain :
       {"", "Åsele <b> & \"c\"", "1\u00A0000 − 2\u202F…", "العربية", "👩\u200D⚕"}) {
    EXPECT_EQ(visible(plain), plain);
    EXPECT_EQ(visible_line(plain), plain);
  }
}

TEST(Visible, LinesStayOrBecomeOne) {
  EXPECT_EQ(visible("a\n\tb"), "a\n\tb");
  EXPECT_EQ(visible_line("a\n\tb"), "a  b");
}

TEST(Visible, CodePoints) {
  EXPECT_EQ(words::code_point("A"), U'A');
  EXPECT_EQ(words::code_point("\u00C5"), U'\u00C5');
  EXPECT_EQ(words::code_point("\u20AC"), U'\u20AC');
  EXPECT_EQ(words::code_point("\U0001F469"), U'\U0001F469');
}

}  // namespace
