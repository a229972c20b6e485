// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace viz {

/// An open file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor();
  [[nodiscard]] int get() const { return value_; }
  [[nodiscard]] bool valid() const { return value_ >= 0; }
  /// 0, or the error of the close, which may be the first to tell of a full disk.
  [[nodiscard]] int close();

 private:
  int value_;
};

/// While it lives, one program alone writes into the folder, or several read. It holds between
/// containers too. A file system that cannot lock is no reason to fail: then `held()` is false.
class FolderLock {
 public:
  enum class For { Reading, Writing };

  FolderLock(const std::filesystem::path& folder, For use);
  [[nodiscard]] bool held() const { return held_; }
  /// Makes the names in the folder survive a power cut.
  void flush() const;

 private:
  Descriptor folder_;
  bool held_;
};

}  // namespace viz
