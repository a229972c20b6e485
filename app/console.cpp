// SPDX-License-Identifier: Apache-2.0
#include "app/console.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "viz/text_table.hpp"
#include "words/visible.hpp"

namespace app {
namespace {

/// Environment variables are read, and never set, by this program.
std::string_view environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool is_terminal(int descriptor) {
  return isatty(descriptor) == 1 && environment("TERM") != "dumb";
}

/// The text with nothing in it that a terminal would obey, but for the styles.
std::string harmless(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view style = viz::style_at(text);
    out += style;
    text.remove_prefix(style.size());
    const std::size_t length = std::min(text.find('\x1b', style.empty() ? 1 : 0), text.size());
    out += words::visible(text.substr(0, length));
    text.remove_prefix(length);
  }
  return out;
}

void print(std::string_view text, std::FILE* to) {
  const std::string safe = harmless(text);
  std::fwrite(safe.data(), 1, safe.size(), to);
}

}  // namespace

void hold_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) >= 0) continue;
    // The lowest free number is that of the stream. Read only: nothing seems to be written.
    static_cast<void>(open("/dev/null", O_RDONLY));
  }
}

void put(std::string_view text) { print(text, stdout); }

void put_wrapped(std::string_view text, std::size_t indent) {
  for (const std::string& line : viz::wrap_columns(text, viz::page_width - indent)) {
    put(std::string(indent, ' ') + line + "\n");
  }
}

void tell(std::string_view line) {
  std::fflush(stdout);
  print(line, stderr);
  std::fputc('\n', stderr);
}

bool output_went_well() { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

bool output_is_terminal() { return is_terminal(STDOUT_FILENO); }
bool error_is_terminal() { return is_terminal(STDERR_FILENO); }

std::size_t terminal_columns() {
  winsize size{};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return viz::page_width;
}

bool wants_colour(ColourChoice choice) {
  if (choice != ColourChoice::Auto) return choice == ColourChoice::Always;
  return environment("NO_COLOR").empty() && output_is_terminal();
}

std::string shell_word(std::string_view word) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_-./=:,+%@").find(c) != std::string_view::npos;
  };
  if (!word.empty() && std::ranges::all_of(word, plain)) return std::string(word);
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

}  // namespace app
