// SPDX-License-Identifier: Apache-2.0
#include "scenarios/document.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <limits>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "scenarios/field.hpp"
#include "scenarios/text_file.hpp"

namespace scenarios {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_chain = 32;

struct Layer {
  std::string shown;
  Json value;
};

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.get_ref<const Json::object_t&>()) keys.push_back(key);
  return keys;
}

/// Merges patches into a document and notes who changed what.
class Merger {
 public:
  Merger(Document& document, std::vector<Issue>& errors, std::vector<Issue>& warnings)
      : document_(document), errors_(errors), warnings_(warnings) {}

  void merge(Json& target, const Json& patch, const std::string& pointer, std::size_t file) {
    for (const auto& [key, value] : patch.get_ref<const Json::object_t&>()) {
      const std::string below = child_pointer(pointer, key);
      const auto place = target.find(key);
      if (value.is_null()) {
        if (target.contains("like")) {
          target[key] = nullptr;  // of the one that it is like
        } else if (place == target.end()) {
          warn_nothing_removed(target, key, below, file);
        } else {
          target.erase(place);
        }
        document_.note_origin(below, file);
      } else if (place != target.end() && value.is_object() && place->is_object() &&
                 !is_provenance_key(key) && !replaces_distribution(value)) {
        merge(*place, value, below, file);
      } else if (place != target.end() && value.is_object() && names_a_row(*place, value)) {
        merge_rows(*place, value, below, file);
      } else {
        target[key] = without_nulls(value);
        document_.note_origin(below, file);
      }
    }
  }

 private:
  /// What an object says where there is nothing to remove yet; but in one that is like another, nulls
  /// are of that one.
  static Json without_nulls(const Json& value) {
    if (!value.is_object() || value.contains("like")) return value;
    Json kept = Json::object();
    for (const auto& [key, below] : value.get_ref<const Json::object_t&>()) {
      if (!below.is_null()) kept[key] = without_nulls(below);
    }
    return kept;
  }

  /// Whether an object stands for changes of rows of a list, by their names.
  static bool names_a_row(const Json& list, const Json& patch) {
    if (!list.is_array()) return false;
    const auto keys = keys_of(patch);
    return std::ranges::any_of(
        keys, [&](const std::string& key) { return row_named(list, key).has_value(); });
  }

  void merge_rows(Json& list, const Json& patch, const std::string& pointer, std::size_t file) {
    for (const auto& [key, value] : patch.get_ref<const Json::object_t&>()) {
      if (is_provenance_key(key)) continue;
      const auto row = row_named(list, key);
      if (!row) {
        const auto names = row_names(list);
        errors_.push_back({document_.files[file], child_pointer(pointer, key), one_of(names),
                           quotation(key) + did_you_mean(key, names)});
      } else if (value.is_null()) {
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(*row));
        document_.note_origin(pointer, file);  // the rows below have moved up
      } else if (value.is_object()) {
        merge(list[*row], value, child_pointer(pointer, std::to_string(*row)), file);
      } else {
        errors_.push_back({document_.files[file], child_pointer(pointer, key),
                           say("expected.object"), described(value)});
      }
    }
  }

  /// A distribution that names its family has all the parameters it is to have: those of another
  /// family make no sense beside them.
  static bool replaces_distribution(const Json& patch) {
    const auto kind = patch.find("kind");
    return kind != patch.end() && kind->is_string() &&
           std::ranges::find(names_of<DistributionSpec::Kind>,
                             kind->get_ref<const std::string&>()) !=
               names_of<DistributionSpec::Kind>.end();
  }

  void warn_nothing_removed(const Json& target, const std::string& key, const std::string& pointer,
                            std::size_t file) {
    warnings_.push_back({document_.files[file], pointer, say("expected.key_to_remove"),
                         say("got.not_extended", {{"name", in_quotes(key)},
                                                  {"meant", did_you_mean(key, keys_of(target))}})});
  }

  Document& document_;
  std::vector<Issue>& errors_;
  std::vector<Issue>& warnings_;
};

/// Where the members of an object are of one kind, one may be like another: what it says is a
/// change of that one.
class Likes {
 public:
  Likes(Document& document, std::vector<Issue>& errors, std::vector<Issue>& warnings)
      : document_(document), errors_(errors), merger_(document, errors, warnings) {}

  void resolve() {
    for (const std::string_view map : {"/settings", "/arrivals", "/care/roles", "/care/tasks"}) {
      const Json::json_pointer place{std::string(map)};
      if (!document_.value.contains(place) || !document_.value[place].is_object()) continue;
      map_ = map;
      members_ = &document_.value[place];
      for (const std::string& key : keys_of(*members_)) {
        chain_.clear();
        resolve(key);
      }
    }
  }

 private:
  void resolve(const std::string& key) {
    Json& member = (*members_)[key];
    if (!member.is_object() || !member.contains("like")) return;
    const Json like = member["like"];
    member.erase("like");
    const std::string pointer = child_pointer(map_, key);
    chain_.push_back(key);
    if (!may_be(like, pointer)) return;
    const auto& other = like.get_ref<const std::string&>();
    resolve(other);
    Json whole = (*members_)[other];
    if (!whole.is_object()) return;
    merger_.merge(whole, member, pointer, document_.origin_of(pointer));
    member = std::move(whole);
  }

  /// Whether it names another member, and not one that is like this one.
  bool may_be(const Json& like, const std::string& pointer) {
    auto names = keys_of(*members_);
    std::erase(names, chain_.back());
    const bool text = like.is_string();
    const auto name = text ? like.get<std::string>() : std::string{};
    const auto file = document_.files[document_.origin_of(pointer)];
    if (std::ranges::find(chain_, name) != chain_.end()) {
      std::string circle;
      for (const auto& key : chain_) circle += key + " -> ";
      errors_.push_back({file, child_pointer(pointer, "like"), say("expected.like_that_ends"),
                         verbatim(circle + name)});
      return false;
    }
    if (std::ranges::find(names, name) != names.end()) return true;
    errors_.push_back({file, child_pointer(pointer, "like"), one_of(names),
                       text ? quotation(name) + did_you_mean(name, names) : described(like)});
    return false;
  }

  Document& document_;
  std::vector<Issue>& errors_;
  Merger merger_;
  std::string map_;
  Json* members_ = nullptr;
  std::vector<std::string> chain_;
};

/// Removes and returns the path in "extends"; "" when there is none or it is no path.
std::string take_base(Layer& layer, std::vector<Issue>& errors) {
  const auto place = layer.value.find("extends");
  if (place == layer.value.end()) return "";
  std::string base;
  if (place->is_string() && !place->get_ref<const std::string&>().empty()) {
    base = place->get<std::string>();
  } else {
    errors.push_back({layer.shown, "/extends", say("expected.scenario_path"), described(*place)});
  }
  layer.value.erase(place);
  return base;
}

bool require_object(const Layer& layer, std::vector<Issue>& errors) {
  if (layer.value.is_object()) return true;
  errors.push_back({layer.shown, "", say("expected.json_object"), described(layer.value)});
  return false;
}

std::optional<Layer> read_layer(const fs::path& path, const std::string& shown,
                                std::vector<Issue>& errors) {
  const auto text = read_text(path, shown, errors);
  if (!text) return std::nullopt;
  auto value = parse_json(*text, shown, errors);
  if (!value) return std::nullopt;
  Layer layer{shown, std::move(*value)};
  if (!require_object(layer, errors)) return std::nullopt;
  return layer;
}

/// The same file under one name, whatever the way to it.
std::string identity(const fs::path& path) {
  std::error_code error;
  const fs::path full = fs::weakly_canonical(path, error);
  return (error ? path.lexically_normal() : full).generic_string();
}

/// Says at the "extends" of a file why the file it names cannot be read.
void place_at_extends(const std::string& from, const std::string& base, const std::string& shown,
                      std::vector<Issue>& errors) {
  Issue& last = errors.back();
  if (last.file == shown && last.pointer.empty() && last.line == 0) {
    last = {from, "/extends", say("expected.other_scenario"),
            say("got.which_is", {{"name", in_quotes(base)}, {"what", last.got}})};
  }
}

Document merged(std::vector<Layer> layers, std::vector<Issue>& errors,
                std::vector<Issue>& warnings) {
  Document document;
  std::reverse(layers.begin(), layers.end());
  for (const Layer& layer : layers) document.files.push_back(layer.shown);
  document.value = std::move(layers.front().value);
  Merger merger(document, errors, warnings);
  for (std::size_t i = 1; i < layers.size(); ++i) {
    merger.merge(document.value, layers[i].value, "", i);
  }
  Likes(document, errors, warnings).resolve();
  return document;
}

/// The position of a member or element among its siblings.
std::optional<std::size_t> index_of(const Json& node, const std::string& key) {
  if (node.is_object()) {
    const auto place = node.find(key);
    if (place == node.end()) return std::nullopt;
    return static_cast<std::size_t>(std::distance(node.begin(), place));
  }
  std::size_t index = 0;
  const auto done = std::from_chars(key.data(), key.data() + key.size(), index);
  const bool inside = node.is_array() && done.ec == std::errc{} && index < node.size();
  return inside ? std::optional(index) : std::nullopt;
}

/// The positions of a pointer's keys in their objects, which order as the places in the file do.
std::vector<std::size_t> place_of(const Json& root, const std::string& pointer) {
  std::vector<std::size_t> place;
  const Json* node = &root;
  for (const std::string& key : pointer_keys(pointer)) {
    if (node->is_object() && key == "0" && !node->contains(key)) continue;  // a single row
    const auto index = index_of(*node, key);
    place.push_back(index.value_or(std::numeric_limits<std::size_t>::max()));
    if (!index) break;
    node = &*std::next(node->begin(), static_cast<std::ptrdiff_t>(*index));
  }
  return place;
}

}  // namespace

std::optional<std::size_t> row_named(const Json& list, const std::string& name) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!list[i].is_object()) continue;
    const Json* const given = find(list[i], "name");
    if (given != nullptr && *given == name) return i;
  }
  return std::nullopt;
}

std::vector<std::string> row_names(const Json& list) {
  std::vector<std::string> names;
  for (const Json& row : list) {
    const Json* const given = row.is_object() ? find(row, "name") : nullptr;
    if (given != nullptr && given->is_string()) names.push_back(given->get<std::string>());
  }
  return names;
}

std::size_t Document::origin_of(std::string_view pointer) const {
  std::string at(pointer);
  while (true) {
    if (const auto found = origin.find(at); found != origin.end()) return found->second;
    const auto slash = at.rfind('/');
    if (slash == std::string::npos) return 0;
    at.resize(slash);
  }
}

void Document::note_origin(const std::string& pointer, std::size_t file) {
  // '0' follows '/', so the range is everything below the pointer.
  origin.erase(origin.lower_bound(pointer + "/"), origin.lower_bound(pointer + "0"));
  origin[pointer] = file;
}

std::optional<Document> read_document(const fs::path& path, std::vector<Issue>& errors,
                                      std::vector<Issue>& warnings) {
  std::vector<Layer> layers;
  std::vector<std::string> seen;
  fs::path next = path;
  std::string base;
  while (true) {
    const std::string shown = next.generic_string();
    const std::string id = identity(next);
    if (std::find(seen.begin(), seen.end(), id) != seen.end() || seen.size() >= longest_chain) {
      std::string chain;
      for (const Layer& layer : layers) chain += layer.shown + " -> ";
      errors.push_back({layers.back().shown, "/extends",
                        say("expected.chain", {{"n", longest_chain}}), verbatim(chain + shown)});
      return std::nullopt;
    }
    seen.push_back(id);
    auto layer = read_layer(next, shown, errors);
    if (!layer) {
      if (!layers.empty()) place_at_extends(layers.back().shown, base, shown, errors);
      return std::nullopt;
    }
    base = take_base(*layer, errors);
    layers.push_back(std::move(*layer));
    if (base.empty()) break;
    next = (next.parent_path() / base).lexically_normal();
  }
  return merged(std::move(layers), errors, warnings);
}

std::optional<Document> read_document(std::string_view text, const std::string& shown,
                                      std::vector<Issue>& errors) {
  auto value = parse_json(text, shown, errors);
  if (!value) return std::nullopt;
  Layer layer{shown, std::move(*value)};
  if (!require_object(layer, errors)) return std::nullopt;
  if (layer.value.contains("extends")) {
    errors.push_back(
        {shown, "/extends", say("expected.whole_scenario"), described(layer.value["extends"])});
    layer.value.erase("extends");
  }
  Document document;
  document.files.push_back(shown);
  document.value = std::move(layer.value);
  std::vector<Issue> warnings;  // a null that removes nothing is no fault of a text
  Likes(document, errors, warnings).resolve();
  return document;
}

std::string place_in(const Document& document, std::string_view pointer) {
  std::string place;
  const Json* node = &document.value;
  for (const std::string& key : pointer_keys(pointer)) {
    if (node != nullptr && node->is_object() && key == "0" && !node->contains(key)) continue;
    place = child_pointer(place, key);
    const auto index = node == nullptr ? std::nullopt : index_of(*node, key);
    node = index ? &*std::next(node->begin(), static_cast<std::ptrdiff_t>(*index)) : nullptr;
  }
  return place;
}

void sort_by_place(const Document& document, std::vector<Issue>& issues) {
  std::vector<std::pair<std::vector<std::size_t>, Issue>> keyed;
  keyed.reserve(issues.size());
  for (Issue& issue : issues) {
    auto place = place_of(document.value, issue.pointer);
    keyed.emplace_back(std::move(place), std::move(issue));
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < keyed.size(); ++i) issues[i] = std::move(keyed[i].second);
}

}  // namespace scenarios
