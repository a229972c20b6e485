// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "app/options.hpp"

namespace app {

/// Shows on standard error how far a run has come: a bar with rate and time left on a terminal, a
/// line for every tenth otherwise, at most one a second unless lines were asked for.
class Progress {
 public:
  /// `to_precision`: the run may end before all replications are done. `what` runs, where several
  /// runs follow each other.
  Progress(ProgressStyle style, viz::Lang lang, bool to_precision, const std::string& what = {});
  ~Progress() { finish(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Told after every replication; draws at most ten times a second.
  void update(std::uint32_t done, std::uint32_t of);

  /// Erases the bar.
  void finish();

  [[nodiscard]] double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  [[nodiscard]] std::string status(std::uint32_t done, std::uint32_t of) const;
  void draw(std::uint32_t done, std::uint32_t of);

  bool bar_ = false, lines_ = false;
  viz::Lang lang_;
  bool to_precision_;
  std::string what_;
  bool drawn_ = false;
  bool every_line_ = false;   // even of a run that is over in a moment
  std::uint32_t tenths_ = 0;  // already told
  Clock::time_point started_ = Clock::now(), last_drawn_ = started_;
};

/// `[######..............]`, or nothing when there are no columns for it.
[[nodiscard]] std::string progress_bar(std::uint32_t done, std::uint32_t of, std::size_t columns);

}  // namespace app
