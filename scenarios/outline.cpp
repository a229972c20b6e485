// SPDX-License-Identifier: Apache-2.0
#include "scenarios/outline.hpp"

#include <cmath>
#include <optional>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "scenarios/archive.hpp"
#include "scenarios/fields.hpp"
#include "scenarios/issue.hpp"

namespace scenarios {
namespace {

/// The archive that notes what the lists say.
class Outliner {
 public:
  explicit Outliner(Outline& out) : out_(out) {}

  template <class T>
  std::size_t shape() {
    if constexpr (std::is_same_v<T, double>) {
      return add({Shape::Kind::Number, {}, 0, 0});
    } else if constexpr (std::is_same_v<T, int>) {
      return add({Shape::Kind::Whole, {}, 0, 0});
    } else if constexpr (std::is_same_v<T, bool>) {
      return add({Shape::Kind::Boolean, {}, 0, 0});
    } else if constexpr (std::is_same_v<T, std::string>) {
      return add({Shape::Kind::String, {}, 0, 0});
    } else if constexpr (std::is_enum_v<T>) {
      return add({Shape::Kind::Enum, {names_of<T>.begin(), names_of<T>.end()}, 0, 0});
    } else if constexpr (std::is_same_v<T, sim::Date>) {
      return add({Shape::Kind::Date, {}, 0, 0});
    } else if constexpr (std::is_same_v<T, Condition>) {
      return add({Shape::Kind::Condition, {}, 0, 0});
    } else if constexpr (std::is_same_v<T, Mix>) {
      return add({Shape::Kind::Probabilities, {}, 0, 0});
    } else if constexpr (std::is_same_v<T, Assignment>) {
      return add({Shape::Kind::NewValues, {}, 0, 0});
    } else {
      return compound_shape<T>();
    }
  }

  void about(std::string_view name, std::string_view english, std::string_view swedish) {
    Record& record = out_.records[record_];
    record.name = name;
    record.english = english;
    record.swedish = swedish;
  }

  template <class T>
  void operator()(std::string_view key, T& value, const Field& field) {
    const std::size_t index = shape<T>();
    out_.records[record_].members.push_back(
        {std::string(key), field, index, field.is_required ? "" : default_of(value)});
  }

 private:
  template <class T>
  std::size_t compound_shape() {
    if constexpr (is_optional<T>) {
      return shape<typename T::value_type>();
    } else if constexpr (is_named<T>) {
      const std::size_t element = shape<typename T::value_type::second_type>();
      return add({Shape::Kind::Named, {}, 0, element});
    } else if constexpr (is_list<T>) {
      const std::size_t element = shape<typename T::value_type>();
      return add({Shape::Kind::List, {}, 0, element});
    } else if constexpr (is_pair_of<T>) {
      const std::size_t element = shape<typename T::value_type>();
      return add({Shape::Kind::Pair, {}, 0, element});
    } else {
      const auto kind = std::is_same_v<T, Text>       ? Shape::Kind::Texts
                        : std::is_same_v<T, Calendar> ? Shape::Kind::Calendar
                                                      : Shape::Kind::Record;
      const std::size_t record = record_of<T>();
      return add({kind, {}, record, 0});
    }
  }

  /// Outlines a struct once; a struct inside itself (a mixture's components) finds itself by its
  /// type.
  template <class T>
  std::size_t record_of() {
    const void* const type = &type_mark<T>;
    for (std::size_t i = 0; i < types_.size(); ++i) {
      if (types_[i] == type) return i;
    }
    types_.push_back(type);
    out_.records.emplace_back();
    const std::size_t outer = std::exchange(record_, out_.records.size() - 1);
    T plain{};
    fields(*this, plain);
    return std::exchange(record_, outer);
  }

  template <class T>
  static std::string default_of(const T& value) {
    if constexpr (std::is_same_v<T, double>) {
      return number_text(value);
    } else if constexpr (std::is_same_v<T, int>) {
      return std::to_string(value);
    } else if constexpr (std::is_same_v<T, bool>) {
      return value ? "true" : "false";
    } else if constexpr (std::is_enum_v<T>) {
      return fmt::format("\"{}\"", name_of(value));
    } else if constexpr (std::is_same_v<T, std::string>) {
      return value.empty() ? "" : in_quotes(value);
    } else if constexpr (std::is_same_v<T, Calendar>) {
      return std::isinf(value.normal) ? "\"unlimited\"" : number_text(value.normal);
    } else if constexpr (is_pair_of<T>) {
      return fmt::format("[{}, {}]", value[0], value[1]);
    } else {
      return "";
    }
  }

  std::size_t add(Shape shape) {
    out_.shapes.push_back(std::move(shape));
    return out_.shapes.size() - 1;
  }

  template <class T>
  static constexpr char type_mark = 0;

  Outline& out_;
  std::vector<const void*> types_;
  std::size_t record_ = 0;
};

}  // namespace

template <class Root>
Outline make_outline() {
  Outline outline;
  Outliner outliner(outline);
  outline.root = outliner.shape<Root>();
  return outline;
}

template Outline make_outline<Scenario>();
template Outline make_outline<RuleSet>();
template Outline make_outline<PatientCase>();

bool is_scalar(const Shape& shape) {
  switch (shape.kind) {
    case Shape::Kind::Number:
    case Shape::Kind::Whole:
    case Shape::Kind::Boolean:
    case Shape::Kind::String:
    case Shape::Kind::Enum:
    case Shape::Kind::Date:
      return true;
    default:
      return false;
  }
}

std::vector<std::string> keys_of(const Record& record) {
  std::vector<std::string> keys;
  keys.reserve(record.members.size());
  for (const Member& member : record.members) keys.push_back(member.key);
  return keys;
}

}  // namespace scenarios
