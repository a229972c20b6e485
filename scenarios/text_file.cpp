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

namespace scenarios {

namespace fs = std::filesystem;

std::size_t character_length(std::string_view text, std::size_t i) {
  const auto at = [&](std::size_t k) -> unsigned {
    return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
  };
  const auto tail = [&](std::size_t k) { return (at(k) & 0xC0U) == 0x80U; };
  const unsigned first = at(0);
  const unsigned second = at(1);
  if (first < 0x80U) return 1;
  if (first < 0xC2U) return 0;
  if (first < 0xE0U) return tail(1) ? 2 : 0;
  if (first < 0xF0U) {
    const bool ok = !(first == 0xE0U && second < 0xA0U) && !(first == 0xEDU && second > 0x9FU);
    return ok && tail(1) && tail(2) ? 3 : 0;
  }
  if (first > 0xF4U) return 0;
  const bool ok = !(first == 0xF0U && second < 0x90U) && !(first == 0xF4U && second > 0x8FU);
  return ok && tail(1) && tail(2) && tail(3) ? 4 : 0;
}

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

bool check_utf8(std::string_view text, const std::string& shown, std::vector<Issue>& issues) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    issues.push_back({shown, "", say("expected.utf8"), say("got.utf16")});
    return false;
  }
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character_length(text, i);
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
  if (status.type() == fs::file_type::regular) {
    const auto size = fs::file_size(path, error);
    if (!error && size > most) {
      return say("got.too_large", {{"size", size >> 20U}});
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> read_text(const fs::path& path, const std::string& shown,
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
  if (!check_utf8(text, shown, issues)) return std::nullopt;
  return text;
}

}  // namespace scenarios
