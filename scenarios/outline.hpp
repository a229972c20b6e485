// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/field.hpp"
#include "scenarios/rules.hpp"

namespace scenarios {

/// What may stand at a place of a scenario file.
struct Shape {
  enum class Kind {
    Number,
    Whole,
    Boolean,
    String,
    Enum,           ///< one of `names`
    Date,           ///< "2025-01-31"
    Texts,          ///< a string, or record `record`
    Calendar,       ///< a number, "unlimited" where allowed, or record `record`
    Condition,      ///< attribute -> value or list of values
    Probabilities,  ///< name -> probability
    NewValues,      ///< attribute -> value or mix
    Record,         ///< the members of `record`
    Named,          ///< name -> `element`
    List,           ///< list of `element`; one record or text alone is a list of one
    Pair            ///< list of exactly two `element`
  };
  Kind kind = Kind::Number;
  std::vector<std::string> names;
  std::size_t record = 0;
  std::size_t element = 0;
};

/// A member of a record: its key, its meaning and its shape.
struct Member {
  std::string key;
  Field field;
  std::size_t shape = 0;
  std::string default_json;  ///< JSON text of the value when absent; "" when there is none
};

/// A struct of scenario.hpp as files have it.
struct Record {
  std::string name;
  std::string_view english, swedish;
  std::vector<Member> members;
};

/// A whole language as data: what the fields() lists say, without the types. The schema, the
/// dictionary and --set are made from it.
struct Outline {
  std::vector<Shape> shapes;
  std::vector<Record> records;
  std::size_t root = 0;  ///< shape of a whole file

  [[nodiscard]] const Shape& shape(std::size_t index) const { return shapes[index]; }
  [[nodiscard]] const Record& record(std::size_t index) const { return records[index]; }
};

/// The language of Scenario, RuleSet or PatientCase files.
template <class Root>
[[nodiscard]] Outline make_outline();

/// Whether one value stands there: a number, truth value, text, date or name of a list.
[[nodiscard]] bool is_scalar(const Shape& shape);

/// The keys of a record, in order.
[[nodiscard]] std::vector<std::string> keys_of(const Record& record);

}  // namespace scenarios
