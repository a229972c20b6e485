// SPDX-License-Identifier: Apache-2.0
#include "experiments/spill_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace care {
namespace {

constexpr std::uint64_t number_size = sizeof(std::int64_t);

/// Moves all of the numbers by a system call that may move only some, or be interrupted. The error
/// number, or 0.
template <class Byte, class Move>
int move_all(std::span<Byte> bytes, std::uint64_t offset, Move move) {
  while (!bytes.empty()) {
    const auto moved = move(bytes, static_cast<::off_t>(offset));
    if (moved < 0 && errno == EINTR) continue;
    if (moved < 0) return errno;
    if (moved == 0) return EIO;
    bytes = bytes.subspan(static_cast<std::size_t>(moved));
    offset += static_cast<std::uint64_t>(moved);
  }
  return 0;
}

}  // namespace

SpillFile::~SpillFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void SpillFile::fail(int error) const {
  throw SpillError({error, std::generic_category()}, folder_);
}

void SpillFile::open() {
  std::error_code error;
  const auto folder = std::filesystem::temp_directory_path(error);
  // Nothing of ours sets variables.
  const char* named = std::getenv("TMPDIR");  // NOLINT(concurrency-mt-unsafe)
  folder_ = error && named != nullptr ? named : folder.string();
  if (error) fail(error.value());
  std::string name = (folder / "troskel-XXXXXX").string();
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor_ < 0) fail(errno);
  if (::unlink(name.c_str()) != 0) fail(errno);
}

std::uint64_t SpillFile::append(std::span<const std::int64_t> numbers) {
  if (descriptor_ < 0) open();
  const auto error = move_all(std::as_bytes(numbers), size_ * number_size,
                              [this](std::span<const std::byte> bytes, ::off_t offset) {
                                return ::pwrite(descriptor_, bytes.data(), bytes.size(), offset);
                              });
  if (error != 0) fail(error);
  const auto from = size_;
  size_ += numbers.size();
  return from;
}

void SpillFile::read(std::uint64_t from, std::span<std::int64_t> numbers) const {
  const auto error = move_all(std::as_writable_bytes(numbers), from * number_size,
                              [this](std::span<std::byte> bytes, ::off_t offset) {
                                return ::pread(descriptor_, bytes.data(), bytes.size(), offset);
                              });
  if (error != 0) fail(error);
}

}  // namespace care
