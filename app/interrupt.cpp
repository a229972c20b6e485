// SPDX-License-Identifier: Apache-2.0
#include "app/interrupt.hpp"

#include <atomic>
#include <csignal>
#include <cstring>
#include <ctime>

#include <unistd.h>

namespace app {
namespace {

// A signal handler can reach nothing but globals; these are all there are. Lock-free atomics and
// write() are what a handler may use (POSIX, async-signal-safe).
std::atomic<int> received = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<std::time_t> received_at = 0;
// The words are looked up before: a string of the catalogue, which never goes.
std::atomic<const char*> notice = "";  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
static_assert(std::atomic<int>::is_always_lock_free &&
              std::atomic<std::time_t>::is_always_lock_free &&
              std::atomic<const char*>::is_always_lock_free);

/// Signals that ask for an end: from the keyboard, politely, and from a terminal that is closed.
constexpr int asking[] = {SIGINT, SIGTERM, SIGHUP};

void on_signal(int number) {
  // The second one meets the default action, which ends the program.
  for (const int one : asking) std::signal(one, SIG_DFL);
  received_at = std::time(nullptr);
  received = number;
  const char* const message = notice;
  static_cast<void>(!write(STDERR_FILENO, message, std::strlen(message)));
}

}  // namespace

Interrupt::Interrupt(viz::Lang lang) {
  received = 0;
  notice = say(lang, "interrupt.notice").data();  // ends in 0: a literal of the table
  // A signal that was ignored from outside (a job in the background) stays ignored.
  for (const int number : asking) {
    if (std::signal(number, on_signal) == SIG_IGN) std::signal(number, SIG_IGN);
  }
}

Interrupt::~Interrupt() {
  for (const int number : asking) {
    if (std::signal(number, SIG_DFL) == SIG_IGN) std::signal(number, SIG_IGN);
  }
}

int Interrupt::signal() { return received; }

bool Interrupt::patience_is_over() {
  constexpr std::time_t seconds = 2;
  return received != 0 && std::time(nullptr) - received_at > seconds;
}

}  // namespace app
