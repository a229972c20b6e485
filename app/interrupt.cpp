// SPDX-License-Identifier: Apache-2.0
#include "app/interrupt.hpp"

#include <atomic>
#include <csignal>
#include <string_view>

#include <unistd.h>

namespace app {
namespace {

// A signal handler can reach nothing but globals; these are all there are. Lock-free atomics and
// write() are what a handler may use (POSIX, async-signal-safe).
std::atomic<int> received = 0;         // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<bool> in_swedish = false;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

constexpr std::string_view swedish =
    "\nAvbryter: pågående upprepningar går klart och det som hunnits sparas. En gång till avslutar "
    "genast.\n";
constexpr std::string_view english =
    "\nInterrupted: replications in flight finish and what is done is saved. Once more ends at "
    "once.\n";

void on_signal(int number) {
  // The second one meets the default action, which ends the program.
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  received = number;
  const auto message = in_swedish ? swedish : english;
  static_cast<void>(!write(STDERR_FILENO, message.data(), message.size()));
}

}  // namespace

Interrupt::Interrupt(viz::Lang lang) {
  received = 0;
  in_swedish = lang == viz::Lang::Sv;
  // A signal that was ignored from outside (a job in the background) stays ignored.
  for (const int number : {SIGINT, SIGTERM}) {
    if (std::signal(number, on_signal) == SIG_IGN) std::signal(number, SIG_IGN);
  }
}

Interrupt::~Interrupt() {
  for (const int number : {SIGINT, SIGTERM}) {
    if (std::signal(number, SIG_DFL) == SIG_IGN) std::signal(number, SIG_IGN);
  }
}

int Interrupt::signal() { return received; }

}  // namespace app
