// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace scenarios {

/// SHA-256 (FIPS 180-4) of the bytes, as 64 hexadecimal digits. A name for a content, not a
/// protection.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace scenarios
