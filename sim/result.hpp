// SPDX-License-Identifier: Apache-2.0
/// @file
/// A value, or a sentence that says why there is none.
#pragma once

#include <utility>
#include <variant>

#include "sim/check.hpp"
#include "words/language.hpp"

namespace sim {

/// Why something could not be made, in words for the person who gave the numbers.
struct Fault {
  words::Text text;
};

/// Either a T or a Fault. What users write is answered with a Fault, never with an exception.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Fault fault) : content_(std::move(fault)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// The value. Precondition (checked): ok().
  [[nodiscard]] const T& value() const& {
    SIM_CHECK(ok());
    return *std::get_if<0>(&content_);
  }
  [[nodiscard]] T&& value() && {
    SIM_CHECK(ok());
    return std::move(*std::get_if<0>(&content_));
  }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }

  /// What is wrong, a sentence without a final stop. Precondition (checked): !ok().
  [[nodiscard]] const words::Text& error() const {
    SIM_CHECK(!ok());
    return std::get_if<1>(&content_)->text;
  }

 private:
  std::variant<T, Fault> content_;
};

}  // namespace sim
