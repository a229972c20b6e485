// SPDX-License-Identifier: Apache-2.0
#include "scenarios/decode_cursor.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "scenarios/field.hpp"

namespace scenarios {

void Cursor::enter_object() {
  take_provenance();
  note_origin(true);
}

bool Cursor::unwrap(bool number) {
  const Json& object = node();
  if (!object.is_object()) {
    note_origin(number);
    return true;
  }
  const Json* const value = find(object, "value");
  if (value == nullptr) {
    report(say(number ? "expected.number_or_value" : "expected.single_value"), described(object));
    return false;
  }
  const Provenance* const given = take_provenance();
  for (const auto& [key, ignored] : object.get_ref<const Json::object_t&>()) {
    if (key == "value" || is_provenance_key(key)) continue;
    report_at(key, say("expected.one_of", {{"list", "value, source, grade, range, note"}}),
              quotation(key));
  }
  if (given != nullptr) check_range(*given, *value);
  here_.node = value;
  here_.at += "/value";
  note_origin(number);
  return true;
}

std::filesystem::path Cursor::folder() const {
  std::size_t file = document_.origin_of(here_.at);
  // What the command line gives is named from the scenario it changes.
  if (document_.files[file] == override_file) --file;
  return std::filesystem::path(document_.files[file]).parent_path();
}

/// The value of a sourced number lies in its range, and an assumption has one.
void Cursor::check_range(const Provenance& given, const Json& value) {
  if (!value.is_number()) return;
  if (!given.range) {
    if (given.grade == "assumption") {
      report_at("range", say("expected.range_of_assumption"), nothing());
    }
    return;
  }
  const auto [low, high] = *given.range;
  const double number = value.get<double>();
  if (number >= low && number <= high) return;
  // Leaving the range on purpose is what a what-if does: it is told, not refused.
  const std::string at = child_pointer(here_.at, "value");
  const std::size_t file = document_.origin_of(at);
  const bool later = file > document_.origin_of(child_pointer(here_.at, "range"));
  auto& issues = later ? warnings_ : errors_;
  if (issues.size() >= most_issues) return;
  issues.push_back(
      {document_.files[file], at,
       say("expected.within_range", {{"low", number_text(low)}, {"high", number_text(high)}}),
       described(value)});
}

/// A value given later than the source that stands above it did not come from that source.
void Cursor::note_origin(bool number) {
  const std::size_t file = document_.origin_of(here_.at);
  const bool by_command = document_.files[file] == override_file;
  const bool stale = number && here_.sourced != "-" && file > document_.origin_of(here_.sourced);
  if (here_.noted || (!by_command && !stale)) return;
  here_.noted = true;
  // The name alone: what a scenario says does not depend on where it lies.
  const auto name = std::filesystem::path(document_.files[file]).filename().generic_string();
  const words::Text origin =
      by_command ? say("origin.command") : say("origin.file", {{"file", name}});
  Provenance& own = provenance_[here_.canonical];
  if (own.source == words::Text{}) {
    own.source = origin;
  } else {
    own.note = own.note == words::Text{} ? origin : own.note + words::verbatim("; ") + origin;
  }
}

/// nullptr when the object has none.
const Provenance* Cursor::take_provenance() {
  Provenance given;
  bool any = false;
  for (const std::string_view key : provenance_keys) {
    const Json* const member = find(node(), key);
    if (member == nullptr) continue;
    any = true;
    take_member(key, *member, given);
    if (key == "source" || key == "grade") here_.sourced = child_pointer(here_.at, key);
  }
  if (!any) return nullptr;
  return &(provenance_[here_.canonical] = std::move(given));
}

void Cursor::take_member(std::string_view key, const Json& member, Provenance& given) {
  below(key, member, [&] {
    if (key == "range") return take_range(given);
    if (key == "source") return take_words(given.source);
    if (key == "note") return take_words(given.note);
    if (!member.is_string() || member.get_ref<const std::string&>().empty()) {
      return report(say("expected.text"), described(member));
    }
    const auto text = member.get<std::string>();
    given.grade = text;
    const std::vector<std::string> names(grades.begin(), grades.end());
    if (std::find(names.begin(), names.end(), text) == names.end()) {
      report(one_of(names), described(member) + did_you_mean(text, names));
    }
  });
}

/// A text for both languages, or one for each.
void Cursor::take_words(words::Text& given) {
  const Json& words = node();
  const auto is_text = [](const Json* text) {
    return text != nullptr && text->is_string() && !text->get_ref<const std::string&>().empty();
  };
  const Json* const sv = words.is_object() ? find(words, "sv") : nullptr;
  const Json* const en = words.is_object() ? find(words, "en") : nullptr;
  if (is_text(&words)) {
    given = words::verbatim(words.get<std::string>());
  } else if (is_text(sv) && is_text(en) && words.size() == 2) {
    given = {sv->get<std::string>(), en->get<std::string>()};
  } else {
    report(say("expected.text_in_both"), described(words));
  }
}

void Cursor::take_range(Provenance& given) {
  const Json& range = node();
  const bool two =
      range.is_array() && range.size() == 2 && range[0].is_number() && range[1].is_number();
  if (two && range[0].get<double>() <= range[1].get<double>()) {
    given.range = {range[0].get<double>(), range[1].get<double>()};
  } else {
    report(say("expected.low_high"), two ? verbatim(range.dump()) : described(range));
  }
}

void Cursor::report_pointer(const std::string& pointer, words::Text expected, words::Text got) {
  if (full()) return;
  errors_.push_back({document_.files[document_.origin_of(pointer)], pointer, std::move(expected),
                     std::move(got)});
}

}  // namespace scenarios
