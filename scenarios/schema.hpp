// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace scenarios {

/// The JSON Schema (draft-07) of scenario files, for completion and help in editors. Made from the
/// fields() lists, so that it cannot disagree with the reader.
/// `scenarios/schema/scenario.v1.schema.json` is its text.
[[nodiscard]] std::string schema_json();

/// The same of rule files and of patient cases: `rules.v1.schema.json`, `case.v1.schema.json`.
[[nodiscard]] std::string rules_schema_json();
[[nodiscard]] std::string case_schema_json();

/// The dictionary of scenario files in Markdown, English and Swedish: every member with its
/// meaning, unit, default and what may stand there. `scenarios/README.md` is its text.
[[nodiscard]] std::string dictionary_markdown();

/// The same of rule files and patient cases, with their vocabulary and the switches.
/// `scenarios/rules/README.md` is its text.
[[nodiscard]] std::string rules_dictionary_markdown();

}  // namespace scenarios
