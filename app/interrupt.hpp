// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viz/language.hpp"

namespace app {

/// While it lives, the first SIGINT or SIGTERM only asks the run to stop, and says so; the second
/// one ends the program at once. One at a time.
class Interrupt {
 public:
  explicit Interrupt(viz::Lang lang);
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  /// The signal that came, or 0. May be asked from any thread.
  [[nodiscard]] static int signal();
};

}  // namespace app
