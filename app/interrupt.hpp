// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viz/language.hpp"

namespace app {

/// While it lives, the first SIGINT, SIGTERM or SIGHUP only asks the run to stop, and says so; the second
/// one ends the program at once. One at a time.
class Interrupt {
 public:
  explicit Interrupt(viz::Lang lang);
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  /// The signal that came, or 0. May be asked from any thread.
  [[nodiscard]] static int signal();

  /// A signal came so long ago (two seconds) that what has not ended is to be broken off. May be asked
  /// from any thread.
  [[nodiscard]] static bool patience_is_over();
};

}  // namespace app
