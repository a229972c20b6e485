// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/issue.hpp"

namespace scenarios {

inline constexpr std::size_t largest_file = 64U << 20U;  ///< bytes

/// The text of a file, or an issue that says why there is none: missing (with the nearest existing
/// name), a folder, a pipe or a device, larger than `most` bytes (then it is not read), unreadable, not UTF-8. `shown`
/// is the name in issues.
[[nodiscard]] std::optional<std::string> read_text(const std::filesystem::path& path,
                                                   const std::string& shown,
                                                   std::vector<Issue>& issues,
                                                   std::size_t most = largest_file);

/// The same whatever its encoding.
[[nodiscard]] std::optional<std::string> read_bytes(const std::filesystem::path& path,
                                                    const std::string& shown,
                                                    std::vector<Issue>& issues,
                                                    std::size_t most = largest_file);

/// The text without the byte order mark that it may begin with.
[[nodiscard]] std::string_view without_mark(std::string_view text);

/// Whether the text is UTF-8, without NUL and with one byte order mark at most; if not, an issue
/// says where it is not.
[[nodiscard]] bool check_utf8(std::string_view text, const std::string& shown,
                              std::vector<Issue>& issues);

/// An issue at the line and column (in characters, both from 1) of a byte of the text.
[[nodiscard]] Issue issue_at_byte(std::string_view text, std::size_t byte, const std::string& shown,
                                  words::Text expected, words::Text got);

}  // namespace scenarios
