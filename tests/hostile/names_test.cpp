// SPDX-License-Identifier: Apache-2.0
// B5: whatever names and titles hold, they are text in every file and on every terminal.

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/process.hpp"
#include "words/visible.hpp"

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing_app::read;

// As JSON text. Markup, a quote, entities, a C1 control sequence and an override of direction may
// stand in names; labels hold line breaks and escapes of terminals too.
constexpr const char* hostile_name =
    "\\\"'><meta/http-equiv=refresh/content=0><script>&amp;=+\u009B31m\u202E";
constexpr const char* hostile_label = "\\u001b[31m\\u001b]0;title\\u0007\\b\\r";
// The same without markup and hidden characters, and as wide in a picture: the same number of lines
// and labels fit.
constexpr const char* plain_name =
    "\\\"'++meta/http-equiv=refresh/content=0++script+&amp;=+\u00E931m\u00E9";
constexpr const char* plain_label = "\u00E9[31m\u00E9]0;title\u00E9\u00E9\u00E9";

void replace_all(std::string& text, const std::string& old, const std::string& now) {
  for (std::size_t at = text.find(old); at != std::string::npos;
       at = text.find(old, at + now.size())) {
    text.replace(at, old.size(), now);
  }
}

/// The names of Halland that are no words of the language of rules.
constexpr const char* names[] = {"ed",
                                 "hospital",
                                 "short_term",
                                 "special_housing",
                                 "home_care",
                                 "recovered",
                                 "treated",
                                 "discharged",
                                 "ended",
                                 "dead",
                                 "episodes",
                                 "ed_visits",
                                 "ready_bed_share",
                                 "occupancy",
                                 "acute",
                                 "elective",
                                 "community",
                                 "single_visits",
                                 "point_antibiotics",
                                 "inflow",
                                 "visits_done",
                                 "july_enrolments",
                                 "point_transfusion",
                                 "direct_special_housing"};

/// The text with its lists of performers as `original` has them: a performer may be called as a setting
/// is, and is a word of the rules.
std::string with_performers_of(const std::string& original, std::string text) {
  const std::string list = "\"accepted_by\": [";
  for (std::size_t from = 0, at = 0; (from = original.find(list, from)) != std::string::npos;) {
    at = text.find(list, at);
    const auto now = original.substr(from, original.find(']', from) - from);
    text.replace(at, text.find(']', at) - at, now);
    from += now.size();
    at += now.size();
  }
  return text;
}

/// Halland with something behind every name and every text.
std::string halland(const std::string& behind_names, const std::string& behind_texts) {
  const auto original = read(testing_app::source_folder() / "scenarios/halland/base-2025.json");
  std::string text = original;
  for (const std::string name : names) {
    const std::string changed = name + behind_names;
    replace_all(text, "\"" + name + "\"", "\"" + changed + "\"");
    replace_all(text, "\"" + name + "->", "\"" + changed + "->");
    replace_all(text, "->" + name + "\"", "->" + changed + "\"");
  }
  text = with_performers_of(original, std::move(text));
  const std::regex label(R"re("(sv|en)": "((?:[^"\\]|\\.)*)")re");
  return std::regex_replace(text, label, "\"$1\": \"$2" + behind_names + behind_texts + "\"");
}

class B5Names : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* part : {"rules", "data"}) {
      fs::create_directory_symlink(testing_app::source_folder() / "scenarios" / part,
                                   folder_ / part);
    }
    fs::create_directory(folder_ / "halland");
    write("hostile", halland(hostile_name, hostile_label));
    write("plain", halland(plain_name, plain_label));
  }

  void write(const std::string& name, const std::string& text) const {
    testing_app::write(scenario(name), text);
  }
  [[nodiscard]] fs::path scenario(const std::string& name) const {
    return folder_ / "halland" / (name + ".json");
  }
  [[nodiscard]] fs::path out(const std::string& name) const { return folder_ / ("out-" + name); }

  testing_app::Finished run(const std::string& name) const {
    return testing_app::run({"run", scenario(name).string(), "--replications", "2", "--set",
                             "/horizon/days=35", "--set", "/horizon/warm_up_days=7", "--out",
                             out(name).string(), "--color", "never"});
  }

  testing_app::TemporaryFolder folder_;
};

/// Tags of a page outside its pictures. How many labels fit into a picture depends on the width of
/// every letter; what a picture may hold is looked at by itself.
std::ptrdiff_t tags_in(const std::string& page) {
  std::ptrdiff_t tags = 0;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t picture = std::min(page.find("<svg", at), page.size());
    tags += std::count(page.begin() + static_cast<std::ptrdiff_t>(at),
                       page.begin() + static_cast<std::ptrdiff_t>(picture), '<');
    at = std::min(page.find("</svg>", picture), page.size());
    at = std::min(at + 6, page.size());
  }
  return tags;
}

/// The kinds of tag, pictures included.
std::set<std::string> kinds_of_tag(const std::string& page) {
  static const std::regex tag("</?[A-Za-z]*");
  const std::sregex_iterator begin(page.begin(), page.end(), tag), end;
  std::set<std::string> kinds;
  for (auto it = begin; it != end; ++it) kinds.insert(it->str());
  return kinds;
}

/// The first character that no medium may hold, and what stands around it; "" = there is none.
std::string hidden_in(const std::string& text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto length = words::character_length(text, i);
    const auto character = std::string_view(text).substr(i, std::max<std::size_t>(length, 1));
    const bool is_mark = i == 0 && character == "\xEF\xBB\xBF";
    const bool is_layout = character == "\n" || character == "\t" || is_mark;
    if (!is_layout && (length == 0 || words::is_hidden(character))) {
      return "at byte " + std::to_string(i) + ": " + text.substr(i < 40 ? 0 : i - 40, 80);
    }
    i += character.size();
  }
  return "";
}

/// What of XML's rules for text is broken: an entity that XML does not know, an attribute that is
/// not closed before the tag is, a tag that is not closed in order.
std::string xml_fault(const std::string& markup) {
  static const std::regex entity("&(?!(amp|lt|gt|quot|#[0-9]+);)");
  std::smatch found;
  if (std::regex_search(markup, found, entity)) return "& at " + std::to_string(found.position());
  static const std::regex tag(R"(<(/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(/?)>)");
  std::vector<std::string> open;
  std::size_t end = 0;
  for (std::sregex_iterator it(markup.begin(), markup.end(), tag), last; it != last; ++it) {
    const auto at = static_cast<std::size_t>(it->position());
    const std::string between = markup.substr(end, at - end);
    if (between.find_first_of("<>") != std::string::npos) return "no tag: " + between;
    end = at + static_cast<std::size_t>(it->length());
    if ((*it)[1].length() > 0) {
      if (open.empty() || open.back() != (*it)[2]) return "unexpected " + it->str();
      open.pop_back();
    } else if ((*it)[4].length() == 0) {
      open.push_back((*it)[2]);
    }
  }
  if (markup.find_first_of("<>", end) != std::string::npos) return "no tag at the end";
  return open.empty() ? "" : open.back() + " is not closed";
}

/// A page without the rows of its tables: other names are other persons, and of what is told only where
/// it happens, such as who gave up waiting at a health centre, there are rows in one run and not in
/// another.
std::string without_rows(const std::string& page) {
  std::string kept;
  std::size_t from = 0;
  for (auto at = page.find("<tr"); at != std::string::npos; at = page.find("<tr", from)) {
    kept.append(page, from, at - from);
    from = std::min(page.find("</tr>", at), page.size() - 5) + 5;
  }
  return kept.append(page, from);
}

/// Parts of a text between empty lines.
std::size_t parts_of(const std::string& text) {
  std::size_t parts = 1;
  for (auto at = text.find("\n\n"); at != std::string::npos; at = text.find("\n\n", at + 1))
    ++parts;
  return parts;
}

TEST_F(B5Names, MakeNoTagAndNoCommandInAnyOutputOfARun) {
  const auto hostile = run("hostile");
  const auto plain = run("plain");
  ASSERT_EQ(plain.status, 0) << plain.err;
  ASSERT_EQ(hostile.status, 0) << hostile.err;
  EXPECT_EQ(hidden_in(hostile.out), "");
  EXPECT_EQ(hidden_in(hostile.err), "");
  // Other names are other persons: figures differ, and where lines of words are broken; parts do not.
  EXPECT_EQ(parts_of(hostile.out), parts_of(plain.out));
  for (const auto& entry : fs::directory_iterator(out("hostile"))) {
    EXPECT_EQ(hidden_in(read(entry.path())), "") << entry.path();
  }
  const auto page = read(out("hostile") / "report.html");
  const auto plain_page = read(out("plain") / "report.html");
  EXPECT_EQ(tags_in(without_rows(page)), tags_in(without_rows(plain_page)));
  EXPECT_EQ(kinds_of_tag(page), kinds_of_tag(plain_page));
  EXPECT_THAT(page, Not(HasSubstr("<meta/")));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, HasSubstr("Content-Security-Policy"));
}

TEST_F(B5Names, MakePicturesThatAreWellFormed) {
  for (const char* format : {"svg", "dot", "mermaid"}) {
    const auto done =
        testing_app::run({"network", scenario("hostile").string(), "--format", format});
    ASSERT_EQ(done.status, 0) << done.err;
    EXPECT_EQ(hidden_in(done.out), "") << format;
    EXPECT_EQ(done.out.find("<meta/") == std::string::npos, std::string_view(format) != "dot");
    const bool is_xml = std::string_view(format) == "svg";
    EXPECT_EQ(is_xml ? xml_fault(done.out) : "", "");
  }
  EXPECT_NE(xml_fault("<a>&nbsp;</a>"), "");
  EXPECT_NE(xml_fault("<a b=\"\"\"/>"), "");
  EXPECT_NE(xml_fault("<a><b></a></b>"), "");
}

TEST_F(B5Names, MakeNoCommandInCheckAndComparison) {
  for (const char* format : {"--lang", "--json"}) {
    std::vector<std::string> words{"check", scenario("hostile").string(), format};
    if (std::string_view(format) == "--lang") words.emplace_back("sv");
    const auto done = testing_app::run(words);
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_EQ(hidden_in(done.out), "");
    EXPECT_EQ(hidden_in(done.err), "");
  }
  const auto pair = [&](const std::string& name) {
    const auto done = testing_app::run({"compare", scenario(name).string(), scenario(name).string(),
                                        "--replications", "2", "--set", "/horizon/days=35", "--out",
                                        out(name).string()});
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_EQ(hidden_in(done.out), "");
    EXPECT_EQ(hidden_in(done.err), "");
    for (const auto& entry : fs::directory_iterator(out(name))) {
      EXPECT_EQ(hidden_in(read(entry.path())), "") << entry.path();
    }
    return read(out(name) / "comparison.html");
  };
  const auto hostile = pair("hostile");
  EXPECT_EQ(tags_in(hostile), tags_in(pair("plain")));
  EXPECT_THAT(hostile, HasSubstr("Content-Security-Policy"));
}

// The name of a file reaches messages, the summary and the page.
TEST_F(B5Names, OfFilesAreTextToo) {
  const std::string name = "a\x1b[31m\xE2\x80\xAE\xFF<b>.json";
  const auto file = folder_ / "halland" / name;
  testing_app::write(file, "{");
  const auto refused = testing_app::run({"check", file.string()});
  EXPECT_EQ(refused.status, 2);
  EXPECT_EQ(hidden_in(refused.err), "");
  fs::copy_file(testing_app::source_folder() / "scenarios/examples/clinic.json", file,
                fs::copy_options::overwrite_existing);
  const auto done = testing_app::run(
      {"run", file.string(), "--replications", "2", "--out", out("clinic").string()});
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_EQ(hidden_in(done.out), "");
  EXPECT_EQ(hidden_in(read(out("clinic") / "report.html")), "");
  EXPECT_EQ(hidden_in(read(out("clinic") / "run.json")), "");
}

}  // namespace
