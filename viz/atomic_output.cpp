// SPDX-License-Identifier: Apache-2.0
#include "viz/atomic_output.hpp"

#include <algorithm>
#include <cerrno>
#include <random>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "viz/folder_lock.hpp"
#include "viz/output_sums.hpp"
#include "words/system.hpp"

namespace viz {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view temporary_start = ".troskel-";
constexpr std::string_view temporary_end = ".part";

/// What could not be done, and what the system says.
words::Text failed_at(std::string_view key, int error) {
  return words::say(key,
                    {{"why", words::system_text(std::error_code(error, std::generic_category()))}});
}

/// Files that are removed unless they were renamed.
class Temporaries {
 public:
  Temporaries() = default;
  Temporaries(const Temporaries&) = delete;
  Temporaries& operator=(const Temporaries&) = delete;
  Temporaries(Temporaries&&) = delete;
  Temporaries& operator=(Temporaries&&) = delete;
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

/// A hidden name that no other program has, nor the same one in another container.
fs::path temporary_name(const fs::path& folder) {
  std::random_device chance;
  return folder /
         fmt::format("{}{:08x}{:08x}{}", temporary_start, chance(), chance(), temporary_end);
}

bool is_temporary(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with(temporary_start) && name.ends_with(temporary_end);
}

/// A new file under a temporary name, which is noted; an invalid descriptor leaves errno.
int open_new(const fs::path& folder, Temporaries& temporaries) {
  while (true) {
    fs::path path = temporary_name(folder);
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (file < 0 && errno == EEXIST) continue;
    if (file >= 0) temporaries.add(std::move(path));
    return file;
  }
}

/// Gives a file the mode of the one whose place it takes.
int take_mode(int file, const fs::path& target) {
  struct stat old {};
  if (::stat(target.c_str(), &old) != 0) return 0;
  constexpr mode_t permissions = 07777;
  return ::fchmod(file, old.st_mode & permissions) == 0 ? 0 : errno;
}

/// Puts files into a folder: written one by one, then renamed all together.
class FolderWriter {
 public:
  explicit FolderWriter(const fs::path& folder)
      : folder_(folder), lock_(folder, FolderLock::For::Writing) {
    if (lock_.held()) remove_leftovers();
  }

  /// Writes a file under a temporary name and adds its hash to `sums`.
  [[nodiscard]] std::optional<OutputError> write(const OutputFile& content, OutputSums& sums) {
    fs::path target = folder_ / content.name;
    if (auto fault = check_target(target)) return fault;
    ContentHash hash;
    if (const int failed = write_new(content, target, hash)) {
      return OutputError{std::move(target), failed_at("output.cannot_write", failed)};
    }
    targets_.push_back(std::move(target));
    sums.push_back({content.name, hash.hex()});
    return std::nullopt;
  }

  /// Renames what was written over what was there, and removes the files of `gone`.
  [[nodiscard]] WrittenFiles finish(const OutputSums& gone) {
    for (std::size_t i = 0; i < targets_.size(); ++i) {
      if (i + 1 == targets_.size()) {
        // The last name tells readers that all is there: it may not reach the disk before the rest.
        remove(gone);
        lock_.flush();
      }
      if (std::rename(temporaries_.paths()[i].c_str(), targets_[i].c_str()) != 0) {
        return OutputError{targets_[i], failed_at("output.cannot_replace", errno), i > 0};
      }
    }
    temporaries_.release_all();
    lock_.flush();
    return targets_;
  }

 private:
  /// 0 or the system's error number.
  int write_new(const OutputFile& content, const fs::path& target, ContentHash& hash) {
    Descriptor file(open_new(folder_, temporaries_));
    if (!file.valid()) return errno;
    int failed = take_mode(file.get(), target);
    content.each_piece([&](std::string_view piece) {
      hash.add(piece);
      if (failed == 0) failed = write_all(file.get(), piece);
    });
    if (failed != 0) return failed;
    if (::fsync(file.get()) != 0) return errno;
    return file.close();
  }

  void remove(const OutputSums& gone) const {
    for (const OutputSum& file : gone) {
      std::error_code ignored;
      if (is_as_written(folder_, file)) fs::remove(folder_ / file.name, ignored);
    }
  }

  /// Whoever writes into the folder holds its lock: what has a temporary name now is nobody's.
  void remove_leftovers() {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
      if (is_temporary(entry.path())) fs::remove(entry.path(), ignored);
    }
  }

  fs::path folder_;
  FolderLock lock_;
  Temporaries temporaries_;
  std::vector<fs::path> targets_;
};

/// The earlier list without what is written anew.
OutputSums others_of(const fs::path& folder, const std::vector<OutputFile>& files) {
  std::vector<scenarios::Issue> no_list;
  OutputSums others = read_sums(folder, no_list);
  std::erase_if(others, [&](const OutputSum& sum) {
    return std::ranges::find(files, sum.name, &OutputFile::name) != files.end();
  });
  return others;
}

}  // namespace

words::Text OutputError::consequence() const {
  return words::say(torn ? "output.torn" : "output.untouched");
}

std::variant<std::vector<fs::path>, words::Text> told(WrittenFiles written) {
  if (const auto* error = std::get_if<OutputError>(&written)) {
    return error->message() + words::verbatim(". ") + error->consequence();
  }
  return std::get<std::vector<fs::path>>(std::move(written));
}

std::optional<OutputError> check_target(const fs::path& target) {
  std::error_code error;
  const fs::file_type type = fs::status(target, error).type();
  if (type == fs::file_type::directory) return OutputError{target, words::say("output.a_folder")};
  if (type == fs::file_type::none) {
    return OutputError{target, failed_at("output.cannot_write", error.value())};
  }
  if (type == fs::file_type::regular || type == fs::file_type::not_found) return std::nullopt;
  return OutputError{target, words::say("output.no_regular_file")};
}

std::optional<OutputError> prepare_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return OutputError{folder, failed_at("output.cannot_make", error.value())};
  if (!fs::is_directory(folder, error)) return OutputError{folder, words::say("output.no_folder")};
  Temporaries temporaries;
  const Descriptor probe(open_new(folder, temporaries));
  if (!probe.valid()) return OutputError{folder, failed_at("output.cannot_write_into", errno)};
  return std::nullopt;
}

WrittenFiles write_files(const fs::path& folder, const std::vector<OutputFile>& files) {
  if (auto error = prepare_folder(folder)) return *std::move(error);
  FolderWriter writer(folder);
  OutputSums sums;
  for (const OutputFile& file : files) {
    if (auto error = writer.write(file, sums)) return *std::move(error);
  }
  return writer.finish({});
}

WrittenFiles write_set(const fs::path& folder, const std::vector<OutputFile>& files,
                       Earlier earlier) {
  if (auto error = prepare_folder(folder)) return *std::move(error);
  FolderWriter writer(folder);
  OutputSums sums;
  for (const OutputFile& file : files) {
    if (auto error = writer.write(file, sums)) return *std::move(error);
  }
  OutputSums others = others_of(folder, files);
  if (earlier == Earlier::Kept) {
    sums.insert(sums.end(), others.begin(), others.end());
    others.clear();
  }
  OutputSums of_list;
  if (auto error = writer.write({std::string(sums_file), text_of(sums)}, of_list)) return *error;
  return writer.finish(others);
}

}  // namespace viz
