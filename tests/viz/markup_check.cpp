// SPDX-License-Identifier: Apache-2.0
#include "tests/viz/markup_check.hpp"

#include <algorithm>
#include <array>

namespace viz_test {
namespace {

constexpr std::array<std::string_view, 5> never_closed{"meta", "input", "br", "link", "img"};

std::string_view name_in(std::string_view tag) {
  const std::size_t begin = tag.starts_with('/') ? 1 : 0;
  return tag.substr(begin, tag.find_first_of(" \n\t/>", begin) - begin);
}

}  // namespace

std::string nesting_fault(std::string_view markup) {
  std::vector<std::string> open;
  for (std::size_t at = markup.find('<'); at != std::string_view::npos; at = markup.find('<', at)) {
    const std::size_t end = markup.find('>', at);
    if (end == std::string_view::npos) return "a tag without end";
    const std::string_view tag = markup.substr(at + 1, end - at - 1);
    at = end;
    if (tag.starts_with('!')) continue;
    const std::string name(name_in(tag));
    if (name.empty()) return "a < that is no tag: " + std::string(tag.substr(0, 40));
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != name) return "unexpected </" + name + ">";
      open.pop_back();
    } else if (!tag.ends_with('/') &&
               std::find(never_closed.begin(), never_closed.end(), name) == never_closed.end()) {
      open.push_back(name);
    }
  }
  return open.empty() ? "" : "<" + open.back() + "> is not closed";
}

std::vector<std::string> elements(std::string_view markup, std::string_view name) {
  std::vector<std::string> out;
  const std::string begin = "<" + std::string(name);
  const std::string end = "</" + std::string(name) + ">";
  for (std::size_t at = markup.find(begin); at != std::string_view::npos;
       at = markup.find(begin, at + 1)) {
    const char after = markup[at + begin.size()];
    if (after != ' ' && after != '>' && after != '\n') continue;
    const std::size_t close = markup.find(end, at);
    if (close == std::string_view::npos) break;
    out.emplace_back(markup.substr(at, close + end.size() - at));
  }
  return out;
}

std::vector<std::string> attribute_values(std::string_view markup, std::string_view name) {
  std::vector<std::string> out;
  const std::string begin = " " + std::string(name) + "=\"";
  for (std::size_t at = markup.find(begin); at != std::string_view::npos;
       at = markup.find(begin, at + 1)) {
    const std::size_t from = at + begin.size();
    out.emplace_back(markup.substr(from, markup.find('"', from) - from));
  }
  return out;
}

std::string text_of(std::string_view markup) {
  std::string out;
  bool inside = false;
  for (const char c : markup) {
    if (c == '<') inside = true;
    if (!inside) out += c;
    if (c == '>') inside = false;
  }
  return out;
}

}  // namespace viz_test
