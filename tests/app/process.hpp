// SPDX-License-Identifier: Apache-2.0
/// @file
/// Runs the program as a user does, for tests: arguments, environment and folders of its own.
#pragma once

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/temporary_folder.hpp"

namespace testing_app {

namespace fs = std::filesystem;

using tests::TemporaryFolder;

[[nodiscard]] inline std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

inline void write(const fs::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

[[nodiscard]] inline fs::path source_folder() { return TROSKEL_SOURCE_DIR; }

/// The smallest of the shipped scenarios.
inline const std::string clinic = (source_folder() / "scenarios/examples/clinic.json").string();

/// A program that runs.
class Process {
 public:
  /// `environment`: NAME=VALUE, instead of that of the test; `program`: a copy of ours.
  explicit Process(const std::vector<std::string>& arguments,
                   std::vector<std::string> environment = {"LC_ALL=C"},
                   const fs::path& program = TROSKEL_BINARY) {
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    posix_spawn_file_actions_t files{};
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, out().c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&files, 2, err().c_str(), O_WRONLY | O_CREAT, 0600);
    // Signals that were ignored from outside would stay ignored.
    posix_spawnattr_t attributes{};
    posix_spawnattr_init(&attributes);
    sigset_t signals{};
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    posix_spawnattr_setsigdefault(&attributes, &signals);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    const int error = posix_spawn(&id_, program.c_str(), &files, &attributes,
                                  pointers(words).data(), pointers(environment).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    if (error != 0) throw std::runtime_error("the program could not be started");
  }
  ~Process() {
    if (id_ > 0) {
      kill(id_, SIGKILL);
      wait();
    }
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void signal(int number) const { kill(id_, number); }

  /// Waits until standard error holds the text, or the program has ended. True if it does.
  [[nodiscard]] bool says(std::string_view text) {
    for (;;) {
      const bool ended = poll();
      if (read(err()).find(text) != std::string::npos) return true;
      if (ended) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
  }

  /// Waits for the end. The exit status, or the negative number of the signal that ended it.
  int wait() {
    while (id_ > 0 && waitpid(id_, &status_, 0) < 0 && errno == EINTR) {
    }
    id_ = 0;
    return WIFSIGNALED(status_) ? -WTERMSIG(status_) : WEXITSTATUS(status_);
  }

  [[nodiscard]] std::string output() const { return read(out()); }
  [[nodiscard]] std::string errors() const { return read(err()); }

 private:
  /// True when the program has ended.
  bool poll() {
    if (id_ > 0 && waitpid(id_, &status_, WNOHANG) == id_) id_ = 0;
    return id_ == 0;
  }
  [[nodiscard]] std::string out() const { return (folder_ / "out").string(); }
  [[nodiscard]] std::string err() const { return (folder_ / "err").string(); }

  static std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> result;
    for (auto& word : words) result.push_back(word.data());
    result.push_back(nullptr);
    return result;
  }

  TemporaryFolder folder_;
  pid_t id_ = 0;
  int status_ = 0;
};

/// What a program left.
struct Finished {
  int status = 0;
  std::string out, err;

  [[nodiscard]] std::size_t error_lines() const {
    return static_cast<std::size_t>(std::count(err.begin(), err.end(), '\n'));
  }
};

[[nodiscard]] inline Finished run(const std::vector<std::string>& arguments,
                                  std::vector<std::string> environment = {"LC_ALL=C"},
                                  const fs::path& program = TROSKEL_BINARY) {
  Process process(arguments, std::move(environment), program);
  const int status = process.wait();
  return {status, process.output(), process.errors()};
}

}  // namespace testing_app
