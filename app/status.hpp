// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace app {

/// What the program tells the shell.
namespace status {
inline constexpr int done = 0;
inline constexpr int failed = 1;      ///< ran, but the self-audit or a requested condition failed
inline constexpr int bad_input = 2;   ///< bad input or usage; nothing was written
inline constexpr int unfinished = 3;  ///< could not finish, and said what was saved
inline constexpr int interrupted = 128;  ///< plus the signal: 130 for Ctrl-C, 143 for a polite kill
}  // namespace status

}  // namespace app
