// SPDX-License-Identifier: Apache-2.0
#pragma once

// What makes the files of a folder one set: a list of their names and contents, written last.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/issue.hpp"

namespace viz {

/// Name of the list, in the form that `xxh128sum --check` reads.
inline constexpr std::string_view sums_file = "XXH128SUMS";

/// XXH3 of 128 bits (https://xxhash.com, specification 0.2) over bytes that come piece by piece: tells
/// contents apart at the speed of memory, and is no protection against who wants to deceive.
class ContentHash {
 public:
  ContentHash();
  ~ContentHash();
  ContentHash(const ContentHash&) = delete;
  ContentHash& operator=(const ContentHash&) = delete;
  void add(std::string_view bytes);
  /// 32 hexadecimal digits, of all that was added so far.
  [[nodiscard]] std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A file of a set, without its folder, and the hash of its content in hexadecimal digits.
struct OutputSum {
  std::string name, hash;

  bool operator==(const OutputSum&) const = default;
};
using OutputSums = std::vector<OutputSum>;

/// Whether the list has the name.
[[nodiscard]] bool lists(const OutputSums& sums, std::string_view name);

/// The list as a file.
[[nodiscard]] std::string text_of(const OutputSums& sums);

/// The list of a folder. Empty with an issue when it is missing or no such list.
[[nodiscard]] OutputSums read_sums(const std::filesystem::path& folder,
                                   std::vector<scenarios::Issue>& issues);

/// Whether the file is there with the content that the list says.
[[nodiscard]] bool is_as_written(const std::filesystem::path& folder, const OutputSum& sum);

/// The list of a folder, whose files are as they were written; a file that somebody has removed is
/// no fault. Else an issue for each file that was changed, or is of another run: a program that was
/// killed while it replaced a set leaves that.
[[nodiscard]] OutputSums read_whole_set(const std::filesystem::path& folder,
                                        std::vector<scenarios::Issue>& issues);

}  // namespace viz
