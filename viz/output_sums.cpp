// SPDX-License-Identifier: Apache-2.0
#include "viz/output_sums.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

#include <fmt/format.h>

// Compiled here, with our options: half the instructions of the library. What it insists on inlining
// cannot be inlined without optimization.
#define XXH_INLINE_ALL
#ifndef NDEBUG
#define XXH_NO_INLINE_HINTS 1
#endif
#include <xxhash.h>

#include "scenarios/text_file.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

namespace fs = std::filesystem;
using scenarios::Issue;

constexpr std::size_t digits = 32;
constexpr std::string_view gap = "  ";

/// A line of the list. A name with a folder in it would lead out of the set.
std::optional<OutputSum> sum_of(std::string_view line) {
  if (line.size() <= digits + gap.size() || line.substr(digits, gap.size()) != gap) return {};
  const auto hash = line.substr(0, digits);
  const auto name = line.substr(digits + gap.size());
  const bool is_hash = hash.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  const bool is_plain = name.front() != '.' && name.find('/') == std::string_view::npos;
  if (!is_hash || !is_plain) return {};
  return OutputSum{std::string(name), std::string(hash)};
}

/// The hash of a regular file; nothing when it cannot be read.
std::optional<std::string> hash_of(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  ContentHash hash;
  std::array<char, 1U << 16U> buffer{};
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
    hash.add({buffer.data(), static_cast<std::size_t>(in.gcount())});
  }
  if (in.bad()) return std::nullopt;
  return hash.hex();
}

}  // namespace

struct ContentHash::State {
  XXH3_state_t xxh3;
};

ContentHash::ContentHash() : state_(std::make_unique<State>()) {
  XXH3_128bits_reset(&state_->xxh3);
}

ContentHash::~ContentHash() = default;

void ContentHash::add(std::string_view bytes) {
  XXH3_128bits_update(&state_->xxh3, bytes.data(), bytes.size());
}

std::string ContentHash::hex() const {
  const auto [low, high] = XXH3_128bits_digest(&state_->xxh3);
  return fmt::format("{:016x}{:016x}", high, low);
}

bool lists(const OutputSums& sums, std::string_view name) {
  return std::ranges::find(sums, name, &OutputSum::name) != sums.end();
}

std::string text_of(const OutputSums& sums) {
  std::string text;
  for (const OutputSum& sum : sums) text.append(sum.hash).append(gap).append(sum.name) += '\n';
  return text;
}

OutputSums read_sums(const fs::path& folder, std::vector<Issue>& issues) {
  const fs::path file = folder / sums_file;
  const std::string shown = file.generic_string();
  std::error_code error;
  if (!fs::exists(file, error)) {
    issues.push_back({shown, "", words::say("expected.sums"), words::say("got.no_sums")});
    return {};
  }
  const auto text = scenarios::read_text(file, shown, issues);
  if (!text) return {};
  OutputSums sums;
  int number = 0;
  for (std::string_view rest = *text; !rest.empty();) {
    const auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    ++number;
    auto sum = sum_of(line);
    if (!sum || lists(sums, sum->name)) {
      issues.push_back(
          {shown, "", words::say("expected.sum_line"), scenarios::quotation(line), number, 1});
      return {};
    }
    sums.push_back(*std::move(sum));
  }
  return sums;
}

bool is_as_written(const fs::path& folder, const OutputSum& sum) {
  return hash_of(folder / sum.name) == sum.hash;
}

OutputSums read_whole_set(const fs::path& folder, std::vector<Issue>& issues) {
  OutputSums sums = read_sums(folder, issues);
  std::error_code error;
  for (const OutputSum& sum : sums) {
    const fs::path file = folder / sum.name;
    if (!fs::exists(file, error) || is_as_written(folder, sum)) continue;
    issues.push_back({file.generic_string(), "", words::say("expected.content_as_listed"),
                      words::say("got.other_content")});
  }
  return sums;
}

}  // namespace viz
