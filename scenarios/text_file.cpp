// SPDX-License-Identifier: Apache-2.0
// Files as text: what can be read, and that it is UTF-8.

#include "scenarios/text_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "words/system.hpp"
#include "words/visible.hpp"

namespace scenarios {

namespace fs = std::filesystem;

Issue issue_at_byte(std::string_view text, std::size_t byte, const std::string& shown,
                    words::Text expected, words::Text got) {
  Issue issue{shown, "", std::move(expected), std::move(got), 1, 1};
  for (std::size_t i = 0; i < std::min(byte, text.size()); ++i) {
    if (text[i] == '\n') {
      ++issue.line;
      issue.column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      ++issue.column;
    }
  }
  return issue;
}

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

std::string_view without_mark(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return text;
}

bool check_utf8(std::string_view text, const std::string& shown, std::vector<Issue>& issues) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    issues.push_back({shown, "", say("expected.utf8"), say("got.utf16")});
    return false;
  }
  if (without_mark(text).starts_with(byte_order_mark)) {
    issues.push_back({shown, "", say("expected.one_mark"), say("got.two_marks"), 1, 1});
    return false;
  }
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    issues.push_back(issue_at_byte(text, nul, shown, say("expected.text_only"),
                                   say("got.control_byte", {{"byte", "0x00"}})));
    return false;
  }
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = words::character_length(text, i);
    if (length == 0) {
      issues.push_back(issue_at_byte(
          text, i, shown, say("expected.utf8"),
          say("got.byte",
              {{"byte", fmt::format("0x{:02X}", static_cast<unsigned char>(text[i]))}})));
      return false;
    }
    i += length;
  }
  return true;
}

namespace {

words::Text nearest_file(const fs::path& path) {
  std::vector<std::string> names;
  std::error_code error;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    names.push_back(it->path().filename().string());
    if (names.size() > 10000) break;
  }
  std::sort(names.begin(), names.end());
  const std::string name = path.filename().string();
  if (auto meant = nearest(name, names)) {
    return say("issue.did_you_mean",
               {{"name", in_quotes((path.parent_path() / *meant).generic_string())}});
  }
  return fs::is_directory(folder, error) ? words::Text{} : say("got.no_folder_either");
}

/// What is wrong with the path before it is opened, if anything is.
std::optional<words::Text> unfit(const fs::path& path, std::size_t most) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return say("got.no_file") + nearest_file(path);
  if (status.type() == fs::file_type::directory) return say("got.folder");
  if (status.type() == fs::file_type::none) return words::system_text(error);
  // A pipe or a device may never end, or never begin.
  if (status.type() != fs::file_type::regular) return say("output.no_regular_file");
  const auto size = fs::file_size(path, error);
  if (!error && size > most) return say("got.too_large", {{"size", size >> 20U}});
  return std::nullopt;
}

}  // namespace

std::optional<std::string> read_bytes(const fs::path& path, const std::string& shown,
                                      std::vector<Issue>& issues, std::size_t most) {
  const auto fail = [&](words::Text got) {
    issues.push_back(
        {shown, "", say("expected.file_size", {{"size", most >> 20U}}), std::move(got)});
    return std::nullopt;
  };
  if (auto why = unfit(path, most)) return fail(*std::move(why));
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  const auto system = [] {
    return words::system_text(std::error_code(errno, std::generic_category()));
  };
  if (!in) return fail(say("got.cannot_open", {{"why", system()}}));
  std::string text;
  std::array<char, 1U << 16U> buffer{};
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
    text.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (text.size() > most) return fail(say("got.larger"));
  }
  if (in.bad()) return fail(say("got.read_error", {{"why", system()}}));
  return text;
}

std::optional<std::string> read_text(const fs::path& path, const std::string& shown,
                                     std::vector<Issue>& issues, std::size_t most) {
  auto text = read_bytes(path, shown, issues, most);
  if (text && !check_utf8(*text, shown, issues)) return std::nullopt;
  return text;
}

}  // namespace scenarios
