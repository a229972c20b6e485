// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace scenarios {

/// The JSON Schema (draft-07) of scenario files, for completion and help in editors. Made from the
/// fields() lists, so that it cannot disagree with the reader.
/// `scenarios/schema/scenario.v1.schema.json` is its text.
[[nodiscard]] std::string schema_json();

/// The dictionary of scenario files in Markdown, English and Swedish: every member with its
/// meaning, unit, default and what may stand there. `scenarios/README.md` is its text.
[[nodiscard]] std::string dictionary_markdown();

}  // namespace scenarios
