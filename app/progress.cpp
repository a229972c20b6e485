// SPDX-License-Identifier: Apache-2.0
#include "app/progress.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "app/console.hpp"
#include "app/text.hpp"
#include "viz/format.hpp"
#include "viz/text_table.hpp"
#include "words/visible.hpp"

namespace app {
namespace {

constexpr auto least_pause = std::chrono::milliseconds{100};
constexpr auto least_pause_of_lines = std::chrono::seconds{1};
constexpr std::size_t widest_bar = 32;

}  // namespace

std::string progress_bar(std::uint32_t done, std::uint32_t of, std::size_t columns) {
  if (columns < 6 || of == 0) return {};
  const std::size_t inside = std::min(columns, widest_bar) - 2;
  const auto filled = static_cast<std::size_t>(std::uint64_t{done} * inside / of);
  return "[" + std::string(filled, '#') + std::string(inside - filled, '.') + "]";
}

Progress::Progress(ProgressStyle style, viz::Lang lang, bool to_precision, const std::string& what)
    : lang_(lang), to_precision_(to_precision), what_(words::visible_line(what)) {
  bar_ = style == ProgressStyle::Auto && error_is_terminal();
  lines_ = !bar_ && style != ProgressStyle::None;
  every_line_ = style == ProgressStyle::Plain;
}

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - started_).count();
}

/// "312 of 1,000, 41/s, 17 s left".
std::string Progress::status(std::uint32_t done, std::uint32_t of) const {
  const double elapsed = seconds();
  const double rate = elapsed > 0 ? done / elapsed : 0;
  std::string text = what_.empty() ? std::string() : what_ + ": ";
  text += say(lang_, to_precision_ ? "progress.at_most" : "progress.of",
              {{"done", viz::count(done, lang_)}, {"of", viz::count(of, lang_)}});
  if (rate <= 0) return text;
  text += say(lang_, "progress.rate", {{"n", viz::short_number(rate, 3, lang_)}});
  if (done < of) {
    text += say(lang_, "progress.left", {{"time", viz::duration_text((of - done) / rate, lang_)}});
  }
  return text;
}

void Progress::draw(std::uint32_t done, std::uint32_t of) {
  const std::string text = status(done, of);
  const std::size_t room = terminal_columns() - std::min<std::size_t>(terminal_columns(), 1);
  const std::size_t used = viz::columns_of(text) + 1;
  const std::string bar = progress_bar(done, of, room > used ? room - used : 0);
  const std::string line =
      "\r" + bar + (bar.empty() ? "" : " ") + viz::cut_columns(text, room) + "\x1b[K";
  std::fwrite(line.data(), 1, line.size(), stderr);
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::update(std::uint32_t done, std::uint32_t of) {
  if (bar_) {
    const auto now = Clock::now();
    if (now - last_drawn_ < least_pause) return;
    last_drawn_ = now;
    draw(done, of);
  } else if (lines_ && of > 0) {
    const auto tenths = static_cast<std::uint32_t>(std::uint64_t{done} * 10 / of);
    if (tenths <= tenths_) return;
    tenths_ = tenths;
    const auto now = Clock::now();
    if (!every_line_ && now - last_drawn_ < least_pause_of_lines) return;
    last_drawn_ = now;
    tell(fmt::format("{:>3} %  {}", tenths * 10, status(done, of)));
  }
}

void Progress::finish() {
  if (!drawn_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace app
