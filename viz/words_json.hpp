// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace viz {

/// The catalogue of words as JSON, for a page in a browser to say the same: an object from key to
/// {"sv": …, "en": …}, sorted by key; a name in braces is filled in, as by words::say.
[[nodiscard]] std::string words_json();

}  // namespace viz
