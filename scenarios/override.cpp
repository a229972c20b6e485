// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "scenarios/document.hpp"
#include "scenarios/outline.hpp"

namespace scenarios {
namespace {

using ShapeKind = Shape::Kind;

bool has_record(const Shape& shape) {
  return shape.kind == ShapeKind::Record || shape.kind == ShapeKind::Texts ||
         shape.kind == ShapeKind::Calendar;
}

/// Whether {"value": ..., "source": ...} may stand for the value itself.
bool can_be_sourced(const Outline& outline, const Shape& shape) {
  return is_scalar(shape) || shape.kind == ShapeKind::Texts || shape.kind == ShapeKind::Calendar ||
         shape.kind == ShapeKind::Pair ||
         (shape.kind == ShapeKind::List && is_scalar(outline.shape(shape.element)));
}

std::optional<std::size_t> index_of(const std::string& key, std::size_t size) {
  std::size_t index = 0;
  const auto done = std::from_chars(key.data(), key.data() + key.size(), index);
  if (done.ec != std::errc{} || done.ptr != key.data() + key.size() || index >= size) {
    return std::nullopt;
  }
  return index;
}

/// Follows a pointer through a document and the outline of the language at the same time.
class Walk {
 public:
  Walk(const Outline& outline, Document& document, std::string pointer, std::vector<Issue>& errors)
      : outline_(outline),
        document_(document),
        errors_(errors),
        pointer_(std::move(pointer)),
        node_(&document.value),
        shape_(&outline.shape(outline.root)) {}

  /// False after adding an issue.
  bool to_target(const std::vector<std::string>& keys) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (!step(keys[i], i + 1 == keys.size())) return false;
    }
    return true;
  }

  /// Puts the value where the walk has ended; null removes what is there.
  void put(Json value) {
    const std::size_t file = document_.files.size() - 1;
    if (value.is_null()) {
      if (parent_ != nullptr && parent_->is_object()) parent_->erase(last_key_);
      document_.note_origin(at_, file);
      return;
    }
    const bool sourced = shape_ != nullptr && can_be_sourced(outline_, *shape_) &&
                         node_->is_object() && node_->contains("value") && !value.is_object();
    if (sourced) at_ += "/value";
    (sourced ? (*node_)["value"] : *node_) = std::move(value);
    document_.note_origin(at_, file);
  }

 private:
  bool step(const std::string& key, bool last) {
    if (shape_ == nullptr) return fail(say("expected.end_of_pointer"), quotation(key));
    if (shape_->kind == ShapeKind::List && node_->is_object() && !node_->contains("value"))
      as_list();
    if (shape_->kind == ShapeKind::List && node_->is_array() && !index_of(key, node_->size()) &&
        !row_named(*node_, key) && node_->size() == 1 &&
        has_record(outline_.shape(shape_->element)) && !is_number(key)) {
      if (!enter_index(0)) return false;  // the pointer of a single row written without its list
    }
    if (node_->is_object() && can_be_sourced(outline_, *shape_) && node_->contains("value")) {
      if (key == "value" || is_provenance_key(key)) return enter_leaf(key);
      if (shape_->kind == ShapeKind::Calendar) as_calendar();
    }
    if (has_record(*shape_)) return enter_member(key, last);
    if (shape_->kind == ShapeKind::List || shape_->kind == ShapeKind::Pair) {
      auto index = node_->is_array() ? index_of(key, node_->size()) : std::nullopt;
      if (!index && node_->is_array()) index = row_named(*node_, key);
      if (!index) return fail(range_text(), quotation(key));
      return enter_index(*index);
    }
    if (is_scalar(*shape_)) return fail(say("expected.end_of_pointer"), quotation(key));
    return enter_name(key, last);
  }

  static bool is_number(const std::string& key) {
    return !key.empty() && key.find_first_not_of("0123456789") == std::string::npos;
  }

  [[nodiscard]] words::Text range_text() const {
    const std::size_t size = node_->is_array() ? node_->size() : 0;
    if (size == 0) return say("expected.no_index");
    return size == 1 ? say("expected.index_0") : say("expected.index_to", {{"last", size - 1}});
  }

  /// A single row becomes a list of one.
  void as_list() { *node_ = Json::array({std::move(*node_)}); }

  /// A plain number becomes a calendar's normal value.
  void as_calendar() {
    Json object = Json::object();
    object["normal"] = std::move(*node_);
    *node_ = std::move(object);
  }

  bool enter_member(const std::string& key, bool last) {
    if (shape_->kind == ShapeKind::Calendar && !node_->is_object()) as_calendar();
    const Record& record = outline_.record(shape_->record);
    if (!node_->is_object()) return fail(say("expected.object_above"), described(*node_));
    if (last && is_provenance_key(key)) return enter_leaf(key);
    const auto member = std::find_if(record.members.begin(), record.members.end(),
                                     [&](const Member& m) { return m.key == key; });
    if (member == record.members.end()) {
      return fail(one_of(keys_of(record)), quotation(key) + did_you_mean(key, keys_of(record)));
    }
    const Shape& below = outline_.shape(member->shape);
    if (!node_->contains(key)) {
      if (!last && !has_record(below)) {
        return fail(say("expected.existing_pointer"),
                    say("got.not_in_file", {{"name", in_quotes(key)}}));
      }
      if (made_in_ == nullptr) {
        made_in_ = node_;
        made_key_ = key;
      }
      (*node_)[key] = below.kind == ShapeKind::Calendar ? Json(nullptr) : Json::object();
      if (!last && below.kind == ShapeKind::Calendar) (*node_)[key] = Json::object();
    }
    return enter(key, &(*node_)[key], &below);
  }

  bool enter_name(const std::string& key, bool last) {
    if (!node_->is_object()) return fail(say("expected.object_above"), described(*node_));
    if (last && is_provenance_key(key)) return enter_leaf(key);
    const auto place = node_->find(key);
    if (place == node_->end()) {
      std::vector<std::string> names;
      for (const auto& item : node_->items()) names.push_back(item.key());
      return fail(one_of(names), quotation(key) + did_you_mean(key, names));
    }
    const bool named = shape_->kind == ShapeKind::Named;
    return enter(key, &*place, named ? &outline_.shape(shape_->element) : element_of(*place));
  }

  /// Below conditions and mixes stand plain values; below an assignment there may be a mix.
  const Shape* element_of(const Json& value) {
    leaf_.kind = value.is_object() && !value.contains("value") ? ShapeKind::Probabilities
                                                               : ShapeKind::Number;
    if (shape_->kind == ShapeKind::Condition) leaf_.kind = ShapeKind::String;
    return &leaf_;
  }

  bool enter_leaf(const std::string& key) { return enter(key, &(*node_)[key], nullptr); }

  bool enter_index(std::size_t index) {
    return enter(std::to_string(index), &(*node_)[index], &outline_.shape(shape_->element));
  }

  bool enter(const std::string& key, Json* node, const Shape* shape) {
    parent_ = node_;
    last_key_ = key;
    at_ = child_pointer(at_, key);
    node_ = node;
    shape_ = shape;
    return true;
  }

  /// What was made on the way to nowhere would be told as incomplete: a second line for one mistake.
  bool fail(words::Text expected, words::Text got) {
    if (made_in_ != nullptr) made_in_->erase(made_key_);
    errors_.push_back({std::string(override_file), pointer_, std::move(expected), std::move(got)});
    return false;
  }

  const Outline& outline_;
  Document& document_;
  std::vector<Issue>& errors_;
  std::string pointer_;
  std::string at_;
  std::string last_key_;
  Json* parent_ = nullptr;
  Json* made_in_ = nullptr;  ///< the first object that got a member on the way
  std::string made_key_;
  Json* node_;
  const Shape* shape_;
  Shape leaf_;
};

Json value_of(std::string_view text) {
  std::vector<Issue> ignored;
  auto value = parse_json(text, "", ignored);
  return value && ignored.empty() ? std::move(*value) : Json(std::string(text));
}

}  // namespace

void apply_overrides(Document& document, std::span<const std::string> overrides,
                     std::vector<Issue>& errors) {
  if (overrides.empty()) return;
  const Outline outline = make_outline<Scenario>();
  document.files.emplace_back(override_file);
  for (const std::string& text : overrides) {
    const auto equals = text.find('=');
    const std::string pointer = text.substr(0, equals);
    if (equals == std::string::npos || pointer.empty() || pointer.front() != '/') {
      errors.push_back({std::string(override_file), "", say("expected.override"), quotation(text)});
      continue;
    }
    Walk walk(outline, document, pointer, errors);
    if (walk.to_target(pointer_keys(pointer))) walk.put(value_of(text.substr(equals + 1)));
  }
}

}  // namespace scenarios
