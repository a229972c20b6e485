// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <system_error>

namespace care {

/// The file system gave no room for what a run keeps. what() names the folder and the fault.
class SpillError : public std::system_error {
 public:
  SpillError(std::error_code error, const std::string& folder)
      : std::system_error(error, folder), folder_(folder) {}
  [[nodiscard]] const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
};

/// Whole numbers put aside on disk, in a file without a name: it goes when the program does, however
/// that ends. Not for several threads at once, but for reading.
class SpillFile {
 public:
  SpillFile() = default;
  ~SpillFile();
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;

  /// Appends the numbers and returns where they begin. Made on first use, in the folder of TMPDIR,
  /// else /tmp. Throws SpillError.
  [[nodiscard]] std::uint64_t append(std::span<const std::int64_t> numbers);

  /// Reads numbers from a place that append() returned, or further on. Throws SpillError.
  void read(std::uint64_t from, std::span<std::int64_t> numbers) const;

 private:
  void open();
  [[noreturn]] void fail(int error) const;

  int descriptor_ = -1;
  std::uint64_t size_ = 0;  // numbers
  std::string folder_;
};

}  // namespace care
