// SPDX-License-Identifier: Apache-2.0
#pragma once

// One list per struct of scenario.hpp. An archive calls fields(archive, struct); the list calls
// back
//
//   archive.about(name, english, swedish)   once, what the struct is
//   archive(key, member, field)             for every member, in the order of the file
//
// The archives: Reader (reader.cpp) fills the struct from JSON, Writer (writer.cpp) turns it into
// JSON again, Outliner (outline.cpp) notes its shape for the schema, the dictionary and --set,
// Checker (check.cpp) walks through it to see that names resolve. What is not in these lists does
// not exist in a file.

#include "scenarios/fields_arrivals.hpp"
#include "scenarios/fields_care.hpp"
#include "scenarios/fields_case.hpp"
#include "scenarios/fields_flow.hpp"
#include "scenarios/fields_rules.hpp"
#include "scenarios/fields_staff.hpp"
#include "scenarios/fields_time.hpp"
