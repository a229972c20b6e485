// SPDX-License-Identifier: Apache-2.0
#include "viz/atomic_output.hpp"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "words/system.hpp"

namespace viz {
namespace {

namespace fs = std::filesystem;

/// What could not be done, and what the system says.
words::Text failed_at(std::string_view key, int error) {
  return words::say(key,
                    {{"why", words::system_text(std::error_code(error, std::generic_category()))}});
}

/// An open file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  [[nodiscard]] int get() const { return value_; }
  [[nodiscard]] bool valid() const { return value_ >= 0; }
  /// 0, or the error of the close, which may be the first to tell of a full disk.
  [[nodiscard]] int close() {
    const int result = ::close(value_) == 0 ? 0 : errno;
    value_ = -1;
    return result;
  }

 private:
  int value_;
};

/// Temporary files that are removed unless they were renamed.
class Temporaries {
 public:
  Temporaries() = default;
  Temporaries(const Temporaries&) = delete;
  Temporaries& operator=(const Temporaries&) = delete;
  ~Temporaries() {
    std::error_code ignored;
    for (const fs::path& path : paths_) fs::remove(path, ignored);
  }
  void add(fs::path path) { paths_.push_back(std::move(path)); }
  void release_all() { paths_.clear(); }
  [[nodiscard]] const std::vector<fs::path>& paths() const { return paths_; }

 private:
  std::vector<fs::path> paths_;
};

/// 0 or the system's error number.
int write_all(int descriptor, std::string_view piece) {
  while (!piece.empty()) {
    const ssize_t written = ::write(descriptor, piece.data(), piece.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    piece.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

/// Writes and flushes one new file. 0 or the system's error number.
int write_new_file(const fs::path& path, const OutputFile& content) {
  Descriptor file(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (!file.valid()) return errno;
  int failed = 0;
  content.each_piece([&](std::string_view piece) {
    if (failed == 0) failed = write_all(file.get(), piece);
  });
  if (failed != 0) return failed;
  if (::fsync(file.get()) != 0) return errno;
  return file.close();
}

/// Name of the temporary twin: hidden, and different for two programs at once.
fs::path temporary_name(const fs::path& folder, std::string_view name) {
  return folder / ("." + std::string(name) + "." + std::to_string(::getpid()) + ".part");
}

/// Whether a file is the temporary twin of a program that was killed while writing.
bool is_orphan(const fs::path& path) {
  const std::string name = path.filename().string();
  if (!name.starts_with('.') || path.extension() != ".part") return false;
  const std::string pid = path.stem().extension().string();  // ".4711"
  ::pid_t owner = 0;
  if (pid.size() < 2) return false;
  const auto [end, error] = std::from_chars(pid.data() + 1, pid.data() + pid.size(), owner);
  const bool is_pid = error == std::errc{} && end == pid.data() + pid.size() && owner > 0;
  return is_pid && ::kill(owner, 0) != 0 && errno == ESRCH;
}

void remove_orphans(const fs::path& folder) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    if (is_orphan(entry.path())) fs::remove(entry.path(), ignored);
  }
}

}  // namespace

std::optional<OutputError> prepare_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return OutputError{folder, failed_at("output.cannot_make", error.value())};
  if (!fs::is_directory(folder, error)) return OutputError{folder, words::say("output.no_folder")};
  const fs::path probe = temporary_name(folder, "probe");
  Temporaries temporaries;
  temporaries.add(probe);
  if (const int failed = write_new_file(probe, {"probe", ""})) {
    return OutputError{folder, failed_at("output.cannot_write_into", failed)};
  }
  return std::nullopt;
}

std::variant<std::vector<fs::path>, OutputError> write_files(const fs::path& folder,
                                                             const std::vector<OutputFile>& files) {
  if (auto error = prepare_folder(folder)) return std::move(*error);
  Temporaries temporaries;
  for (const OutputFile& file : files) {
    const fs::path target = folder / file.name;
    std::error_code ignored;
    // A folder in the way would fail the rename after others have succeeded.
    if (fs::is_directory(target, ignored))
      return OutputError{target, words::say("output.a_folder")};
    temporaries.add(temporary_name(folder, file.name));
    if (const int failed = write_new_file(temporaries.paths().back(), file)) {
      return OutputError{target, failed_at("output.cannot_write", failed)};
    }
  }
  // Of two programs that write into one folder the files of one come all after those of the other.
  // A file system that can neither lock nor flush a folder is no reason to fail.
  const Descriptor lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (lock.valid()) static_cast<void>(::flock(lock.get(), LOCK_EX));
  std::vector<fs::path> written;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const fs::path target = folder / files[i].name;
    if (std::rename(temporaries.paths()[i].c_str(), target.c_str()) != 0) {
      return OutputError{target, failed_at("output.cannot_replace", errno)};
    }
    written.push_back(target);
  }
  temporaries.release_all();
  remove_orphans(folder);
  if (lock.valid()) static_cast<void>(::fsync(lock.get()));  // the renames survive a power cut
  return written;
}

}  // namespace viz
