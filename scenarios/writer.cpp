// SPDX-License-Identifier: Apache-2.0
#include "scenarios/writer.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <type_traits>
#include <utility>

#include "scenarios/archive.hpp"
#include "scenarios/compile_distribution.hpp"
#include "scenarios/fields.hpp"
#include "scenarios/json.hpp"
#include "scenarios/rule_reader.hpp"
#include "scenarios/sha256.hpp"
#include "scenarios/text_file.hpp"

namespace scenarios {
namespace {

namespace fs = std::filesystem;

/// The archive that turns structs into JSON again. Members without content are left out.
class Writer {
 public:
  /// How the path of a data file is written.
  using PathText = std::string (*)(const std::string& path, const fs::path& folder);

  Writer(const std::map<std::string, Provenance>* provenance, PathText path_text, fs::path folder,
         std::vector<NumberInput>* numbers)
      : provenance_(provenance),
        path_text_(path_text),
        folder_(std::move(folder)),
        numbers_(numbers) {}

  template <class S>
  Json record(const S& value) {
    Json outer_members = std::exchange(members_, Json::object());
    Json outer_plain = std::exchange(plain_, Json());
    if (numbers_ != nullptr) plain_ = Writer(nullptr, path_text_, folder_, nullptr).record(S{});
    const std::string outer_source = enter_sourced();
    fields(*this, value);
    add_provenance(members_);
    sourced_ = outer_source;
    plain_ = std::move(outer_plain);
    return std::exchange(members_, std::move(outer_members));
  }

  void about(std::string_view /*name*/, std::string_view /*english*/,
             std::string_view /*swedish*/) {}

  template <class T>
  void operator()(std::string_view key, const T& member, const Field& field) {
    const std::string name(key);
    const std::size_t counted = numbers_ != nullptr ? numbers_->size() : 0;
    auto written = below(name, [&] { return write(member, field); });
    if (!written) return;
    if (numbers_ != nullptr && plain_.contains(name) && plain_[name] == *written) {
      forget_defaults(counted);
    }
    members_[name] = std::move(*written);
  }

 private:
  template <class Body>
  auto below(const std::string& key, Body body) {
    const std::size_t length = at_.size();
    at_ = child_pointer(at_, key);
    auto result = body();
    at_.resize(length);
    return result;
  }

  /// The value in JSON; nothing for what is empty.
  template <class T>
  std::optional<Json> write(const T& value, const Field& field) {
    if constexpr (std::is_same_v<T, double> || std::is_same_v<T, int>) {
      return number(static_cast<double>(value), field);
    } else if constexpr (std::is_same_v<T, bool>) {
      return leaf(value);
    } else if constexpr (std::is_same_v<T, std::string>) {
      if (value.empty()) return std::nullopt;
      return leaf(field.is_path ? path_text_(value, folder_) : value);
    } else if constexpr (std::is_enum_v<T>) {
      return leaf(std::string(name_of(value)));
    } else if constexpr (std::is_same_v<T, sim::Date>) {
      return leaf(sim::iso_date(value));
    } else if constexpr (is_optional<T>) {
      if (!value) return std::nullopt;
      auto written = write(*value, field);
      // A list that is given and empty says something else than none.
      if constexpr (is_list<typename T::value_type>) {
        if (!written) written = leaf(Json::array());
      }
      return written;
    } else if constexpr (is_named<T>) {
      return named(value, field);
    } else if constexpr (is_list<T>) {
      return list(value, field);
    } else if constexpr (is_pair_of<T>) {
      return pair(value, field);
    } else {
      return structure(value, field);
    }
  }

  std::optional<Json> structure(const Text& value, const Field& /*field*/) {
    if (value.sv.empty() && value.en.empty()) return std::nullopt;
    if (value.sv == value.en) return leaf(value.sv);
    return record(value);
  }

  std::optional<Json> structure(const Calendar& value, const Field& field) {
    if (value.changes.empty()) return number(value.normal, field);
    return record(value);
  }

  std::optional<Json> structure(const DistributionSpec& value, const Field& /*field*/) {
    if (is_unset(value)) return std::nullopt;
    return record(value);
  }

  std::optional<Json> structure(const Condition& value, const Field& /*field*/) {
    Json object = Json::object();
    for (const auto& [attribute, accepted] : value.all) {
      object[attribute] = accepted.size() == 1 ? Json(accepted.front()) : Json(accepted);
    }
    add_provenance(object);
    if (object.empty()) return std::nullopt;
    return object;
  }

  template <class T>
  std::optional<Json> structure(const T& value, const Field& /*field*/) {
    Json object = record(value);
    if (object.empty()) return std::nullopt;
    return object;
  }

  template <class T>
  std::optional<Json> named(const Named<T>& value, const Field& field) {
    Json object = Json::object();
    const bool certain = field.is_mix && value.size() == 1;  // says where, not how often
    const std::string outer_source = enter_sourced();
    for (const auto& entry : value) {
      const auto& name = entry.first;
      const auto& item = entry.second;
      object[name] = below(name, [&] { return element(item, certain ? field.choice() : field); });
    }
    add_provenance(object);
    sourced_ = outer_source;
    if (object.empty()) return std::nullopt;
    return object;
  }

  /// An element stays even when it is empty.
  template <class T>
  Json element(const T& value, const Field& field) {
    if constexpr (std::is_same_v<T, Mix>) {
      if (value.size() == 1 && value.front().second == 1) return value.front().first;
    }
    if (auto written = write(value, field)) return std::move(*written);
    if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, Text>) return "";
    if constexpr (is_list<T>) return Json::array();
    return Json::object();
  }

  template <class T>
  std::optional<Json> list(const std::vector<T>& value, const Field& field) {
    if (value.empty()) return std::nullopt;
    if (field.is_alone && value.size() == 1) return write(value.front(), field);
    const std::string outer_source = enter_sourced();
    Json items = Json::array();
    for (std::size_t i = 0; i < value.size(); ++i) {
      items.push_back(below(std::to_string(i), [&] { return element<T>(value[i], field); }));
    }
    sourced_ = outer_source;
    return leaf(std::move(items));
  }

  template <class T>
  std::optional<Json> pair(const std::array<T, 2>& value, const Field& field) {
    const std::string outer_source = enter_sourced();
    Json items = Json::array();
    for (std::size_t i = 0; i < 2; ++i) {
      items.push_back(below(std::to_string(i), [&] { return element(value[i], field); }));
    }
    sourced_ = outer_source;
    return leaf(std::move(items));
  }

  Json number(double value, const Field& field) {
    const std::string outer_source = enter_sourced();
    if (numbers_ != nullptr) note_number(value, field);
    sourced_ = outer_source;
    return leaf(std::isinf(value) ? Json("unlimited") : canonical_number(value));
  }

  void note_number(double value, const Field& field) {
    NumberInput input;
    input.pointer = at_;
    input.value = value;
    input.unit = field.units;
    input.english = field.english;
    input.swedish = field.swedish;
    input.choice = field.is_choice;
    if (const auto found = provenance_->find(sourced_); found != provenance_->end()) {
      input.provenance = found->second;
      input.provenance_pointer = sourced_;
    }
    if (const Provenance* const own = own_provenance(); own != nullptr && sourced_ != at_) {
      input.provenance.range = own->range;
      input.provenance.note = own->note;
    }
    numbers_->push_back(std::move(input));
  }

  /// Drops the numbers from `first` on, except those with an origin of their own.
  void forget_defaults(std::size_t first) {
    const auto from = numbers_->begin() + static_cast<std::ptrdiff_t>(first);
    numbers_->erase(std::remove_if(from, numbers_->end(),
                                   [](const NumberInput& n) {
                                     return n.provenance_pointer != n.pointer || n.pointer.empty();
                                   }),
                    numbers_->end());
  }

  [[nodiscard]] const Provenance* own_provenance() const {
    if (provenance_ == nullptr) return nullptr;
    const auto found = provenance_->find(at_);
    return found == provenance_->end() ? nullptr : &found->second;
  }

  /// Makes this place the nearest source if it has one; returns the one before.
  std::string enter_sourced() {
    std::string outer = sourced_;
    const Provenance* const own = own_provenance();
    if (own != nullptr && !(own->source == Text{} && own->grade.empty())) sourced_ = at_;
    return outer;
  }

  Json leaf(Json value) {
    if (own_provenance() == nullptr) return value;
    Json wrapped = Json::object();
    wrapped["value"] = std::move(value);
    add_provenance(wrapped);
    return wrapped;
  }

  void add_provenance(Json& object) const {
    const Provenance* const own = own_provenance();
    if (own == nullptr) return;
    if (own->range) {
      const auto [low, high] = *own->range;
      object["range"] = Json::array({canonical_number(low), canonical_number(high)});
    }
    if (!own->grade.empty()) object["grade"] = own->grade;
    if (own->source != Text{}) object["source"] = words_json(own->source);
    if (own->note != Text{}) object["note"] = words_json(own->note);
  }

  static Json words_json(const Text& text) {
    if (text.sv == text.en) return text.sv;
    Json object = Json::object();
    object["sv"] = text.sv;
    object["en"] = text.en;
    return object;
  }

  const std::map<std::string, Provenance>* provenance_;
  PathText path_text_;
  fs::path folder_;
  std::vector<NumberInput>* numbers_;
  std::string at_;             ///< pointer of what is being written
  std::string sourced_ = "-";  ///< pointer of the nearest provenance; "-" = none
  Json members_ = Json::object();
  Json plain_;  ///< the struct being written, with nothing but defaults
};

std::string relative_path(const std::string& path, const fs::path& folder) {
  const fs::path relative = folder.empty() ? fs::path() : fs::path(path).lexically_relative(folder);
  return relative.empty() ? path : relative.generic_string();
}

/// Stands for a file by what it says: a rule file with all that it extends, a data file as it is.
std::string content_mark(const std::string& path, const fs::path& /*folder*/) {
  if (fs::path(path).extension() == ".json") {
    const auto rules = load_rules(path).rules;
    if (rules) return "sha256:" + sha256_hex(resolved_json(*rules));
  }
  std::vector<Issue> ignored;
  const auto text = read_text(path, path, ignored);
  return text ? "sha256:" + sha256_hex(*text) : "unreadable";
}

template <class Root>
Json write(const Root& root, Writer::PathText path_text, const fs::path& folder,
           std::vector<NumberInput>* numbers = nullptr) {
  return Writer(&root.provenance, path_text, folder, numbers).record(root);
}

}  // namespace

std::string resolved_json(const Scenario& scenario, const fs::path& folder) {
  return canonical_text(write(scenario, relative_path, folder));
}

std::string resolved_json(const Scenario& scenario) {
  return resolved_json(scenario, fs::path(scenario.path).parent_path());
}

std::string resolved_json(const RuleSet& rules) {
  return canonical_text(write(rules, relative_path, {}));
}

std::string resolved_json(const PatientCase& patient_case) {
  return canonical_text(write(patient_case, relative_path, {}));
}

std::string scenario_hash(const Scenario& scenario) {
  return sha256_hex(canonical_text(write(scenario, content_mark, {})));
}

std::vector<NumberInput> number_inputs(const Scenario& scenario) {
  std::vector<NumberInput> numbers;
  const Json ignored = write(scenario, relative_path, {}, &numbers);
  return numbers;
}

std::vector<NumberInput> numbers_without_source(const Scenario& scenario) {
  auto numbers = number_inputs(scenario);
  numbers.erase(std::remove_if(
                    numbers.begin(), numbers.end(),
                    [](const NumberInput& n) { return n.choice || n.provenance.source != Text{}; }),
                numbers.end());
  return numbers;
}

}  // namespace scenarios
