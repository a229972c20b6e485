// SPDX-License-Identifier: Apache-2.0
#pragma once

// The archive of results_fields.hpp that reads back. Included by .cpp files only: it brings the JSON
// library.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "experiments/results.hpp"
#include "scenarios/archive.hpp"
#include "scenarios/field.hpp"
#include "scenarios/issue.hpp"
#include "scenarios/json.hpp"
#include "sim/time.hpp"

namespace viz {

/// Reads members of an object into values, and says where the file departs from the layout, as
/// `file#/pointer: expected X, got Y`. A value that cannot be read keeps what it was.
class JsonReading {
 public:
  static constexpr bool reads = true;

  /// What is wrong, and what stands in the file without being known here; each capped.
  struct Issues {
    std::vector<scenarios::Issue> errors;
    std::vector<scenarios::Issue> unknown;
  };

  /// `root` is an object; "format" is taken already.
  JsonReading(const scenarios::Json& root, std::string shown, Issues& issues);

  template <class T>
  void operator()(std::string_view name, T& to, const scenarios::Field& field = {}) {
    if constexpr (std::is_enum_v<T>) {
      word(name, to);
    } else if constexpr (scenarios::is_list<T>) {
      values(name, to);
    } else if constexpr (std::is_same_v<T, int>) {
      whole(name, to, static_cast<int>(field.low), static_cast<int>(field.high));
    } else {
      member(name, to);
    }
  }
  void unless_empty(std::string_view name, std::string& to, const scenarios::Field& field = {});
  void unless_empty(std::string_view name, scenarios::Text& to,
                    const scenarios::Field& field = {}) {
    if (here_.node->contains(name)) (*this)(name, to, field);
  }
  void unless_empty(std::string_view name, std::optional<double>& to,
                    const scenarios::Field& field = {});
  void unless_empty(std::string_view name, std::optional<care::Interval>& to,
                    const scenarios::Field& field = {});
  template <class E, class Body>
  void when(std::string_view /*name*/, E value, E only, Body&& body) {
    if (value == only) body();
  }
  template <class Body>
  void object(std::string_view name, Body&& body);
  template <class T, class Body>
  void list(std::string_view name, std::vector<T>& records, Body&& body,
            const scenarios::Field& field = {});

  template <class T, class Body>
  void list_unless_empty(std::string_view name, std::vector<T>& records, Body&& body,
                         const scenarios::Field& field = {}) {
    if (here_.node->contains(name)) list(name, records, std::forward<Body>(body), field);
  }

  /// What is left of the object here is not known; called at its end.
  void end_object();

 private:
  /// The object whose members are being read.
  struct Place {
    const scenarios::Json* node = nullptr;
    std::size_t next = 0;   ///< member that probably comes next
    std::size_t taken = 0;  ///< members that were asked for
    std::vector<bool> known;
  };

  void member(std::string_view name, std::string& to);
  void member(std::string_view name, scenarios::Text& to);
  void member(std::string_view name, double& to);
  void member(std::string_view name, bool& to);
  void member(std::string_view name, std::uint32_t& to);
  void member(std::string_view name, std::uint64_t& to);
  void member(std::string_view name, sim::Date& to);
  void member(std::string_view name, care::Interval& to);
  void whole(std::string_view name, int& to, int low, int high);
  void values(std::string_view name, std::vector<double>& to);
  void values(std::string_view name, std::vector<scenarios::Text>& to);
  template <class E>
  void word(std::string_view name, E& to);

  /// The member, or nullptr; files have them in the order of the layout.
  const scenarios::Json* take(std::string_view name);
  const scenarios::Json* require(std::string_view name, const words::Text& expected);
  const scenarios::Json* require_list(std::string_view name);
  [[nodiscard]] static Place place_of(const scenarios::Json& node);

  bool text_of(const scenarios::Json& node, scenarios::Text& to);
  bool number_of(const scenarios::Json& node, double& to);
  bool interval_of(const scenarios::Json& node, care::Interval& to);
  template <class Whole>
  void whole_of(std::string_view name, Whole& to, Whole low, Whole high);

  void enter(std::string_view key) { path_.emplace_back(key); }
  void leave() { path_.pop_back(); }
  [[nodiscard]] std::string pointer() const;
  /// An issue of the value here, or of a member of it; nullptr is one that is missing.
  void report(words::Text expected, const scenarios::Json* got);
  void report_at(std::string_view key, words::Text expected, const scenarios::Json* got);

  std::string shown_;
  Issues& issues_;
  Place here_;
  std::vector<std::string> path_;  ///< keys from the root
};

template <class E>
void JsonReading::word(std::string_view name, E& to) {
  const auto& names = scenarios::names_of<E>;
  const auto* node = take(name);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (node != nullptr && node->is_string() &&
        node->template get_ref<const std::string&>() == names[i]) {
      to = static_cast<E>(i);
      return;
    }
  }
  report_at(name, scenarios::one_of(std::vector<std::string>(names.begin(), names.end())), node);
}

template <class Body>
void JsonReading::object(std::string_view name, Body&& body) {
  const auto* node = require(name, words::say("expected.object"));
  if (node == nullptr) return;
  enter(name);
  if (node->is_object()) {
    Place outer = std::move(here_);
    here_ = place_of(*node);
    body();
    end_object();
    here_ = std::move(outer);
  } else {
    report(words::say("expected.object"), node);
  }
  leave();
}

template <class T, class Body>
void JsonReading::list(std::string_view name, std::vector<T>& records, Body&& body,
                       const scenarios::Field& /*field*/) {
  const auto* node = require_list(name);
  if (node == nullptr) return;
  enter(name);
  Place outer = std::move(here_);
  records.resize(node->size());
  for (std::size_t i = 0; i < node->size(); ++i) {
    const auto& element = (*node)[i];
    enter(std::to_string(i));
    if (element.is_object()) {
      here_ = place_of(element);
      body(records[i]);
      end_object();
    } else {
      report(words::say("expected.object"), &element);
    }
    leave();
  }
  here_ = std::move(outer);
  leave();
}

}  // namespace viz
