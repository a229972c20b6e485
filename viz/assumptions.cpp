// SPDX-License-Identifier: Apache-2.0
#include "viz/assumptions.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <utility>

#include <nlohmann/json.hpp>

#include "scenarios/field.hpp"
#include "viz/field_names.hpp"
#include "viz/format.hpp"
#include "viz/table_parts.hpp"
#include "viz/views.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_numbers = 6;

std::vector<std::string> tokens_of(std::string_view pointer) {
  std::vector<std::string> tokens;
  for (const char c : pointer) {
    if (c == '/') {
      tokens.emplace_back();
    } else if (!tokens.empty()) {
      tokens.back() += c;
    }
  }
  for (std::string& token : tokens) {
    // RFC 6901: ~1 is a slash and ~0 a tilde, in that order.
    for (const auto& [from, to] : {std::pair{"~1", "/"}, std::pair{"~0", "~"}}) {
      for (std::size_t at; (at = token.find(from)) != std::string::npos;) token.replace(at, 2, to);
    }
  }
  return tokens;
}

const Json* child(const Json& node, const std::string& token) {
  if (node.is_object()) {
    const auto found = node.find(token);
    return found == node.end() ? nullptr : &*found;
  }
  if (node.is_array() && !token.empty() &&
      token.find_first_not_of("0123456789") == std::string::npos && token.size() < 9) {
    const std::size_t index = std::stoul(token);
    return index < node.size() ? &node[index] : nullptr;
  }
  return nullptr;
}

/// The label of an object in one language; empty when it has none.
std::string label_of(const Json& node, Lang lang) {
  if (!node.is_object() || !node.contains("label")) return {};
  const Json& label = node["label"];
  if (label.is_string()) return label.get<std::string>();
  const std::string code(tag(lang));
  if (label.is_object() && label.contains(code) && label[code].is_string()) {
    return label[code].get<std::string>();
  }
  return {};
}

bool is_index(std::string_view token) {
  return token.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Words for what stands in a scenario file: the names that the scenario gives, else those of the
/// fields.
class Words {
 public:
  Words(const scenarios::Scenario& scenario, Lang lang) : scenario_(scenario), lang_(lang) {}

  [[nodiscard]] std::string of(const std::string& token) const {
    if (token == "residence") return std::string(say(lang_, "assumptions.residence"));
    if (find_named(scenario_.settings, token) != nullptr ||
        find_named(scenario_.exits, token) != nullptr) {
      return in_sentence(setting_name(scenario_, token, lang_));
    }
    const scenarios::Text* label = find_named(scenario_.labels, token);
    if (label != nullptr && !pick(*label, lang_).empty()) return pick(*label, lang_);
    if (scenario_.care && find_named(scenario_.care->roles, token) != nullptr) {
      return role_name(scenario_, token, lang_);
    }
    if (scenario_.care && find_named(scenario_.care->municipalities, token) != nullptr) {
      return municipality_name(scenario_, token, lang_);
    }
    if (const auto* range = find_named(scenario_.plausible, token)) return expected(*range);
    return field_name(token, lang_);
  }

  /// "Nurse, evening, weekend: load".
  [[nodiscard]] std::string expected(const scenarios::Plausible& range) const {
    std::string text = role_name(scenario_, range.role, lang_);
    for (const std::string& shift : range.shifts) {
      const std::string days(scenarios::name_of(range.days));
      const auto* own = find_named(scenario_.care->shifts, shift);
      text += ", " + in_sentence(range.days == scenarios::ShiftDays::All && own != nullptr
                                     ? pick(own->label, lang_)
                                     : shift_name(scenario_, {shift, days}, lang_));
    }
    return text + ": " +
           std::string(say(lang_, "recognised." + std::string(scenarios::name_of(range.figure))));
  }

  /// The values of a condition: "80+, Laholm".
  [[nodiscard]] std::string condition(const Json& when) const {
    std::string out;
    const auto add = [&](const Json& value) {
      if (value.is_string()) out += (out.empty() ? "" : ", ") + of(value.get<std::string>());
    };
    for (const Json& accepted : when) {
      if (accepted.is_array()) {
        for (const Json& value : accepted) add(value);
      } else {
        add(accepted);
      }
    }
    return out;
  }

  /// Labels along the way, and the names of members where there are none; the container of what has
  /// a label (settings, roles) is left out: "Sjukhus · vårdtid 1 (80+) · tid".
  [[nodiscard]] std::string along(const Json& root, const std::vector<std::string>& tokens) const {
    const Json* node = &root;
    std::vector<std::string> words;
    for (const std::string& token : tokens) {
      node = node == nullptr ? nullptr : child(*node, token);
      const std::string label = node == nullptr ? std::string() : label_of(*node, lang_);
      if (!label.empty()) {
        if (!words.empty()) words.pop_back();
        words.push_back(label);
      } else if (is_index(token) && !words.empty()) {
        words.back() += " " + std::to_string(std::stoul("0" + token.substr(0, 8)) + 1);
        if (node != nullptr && node->is_object() && node->contains("when")) {
          const std::string when = condition((*node)["when"]);
          if (!when.empty()) words.back() += " (" + when + ")";
        }
      } else {
        words.push_back(of(token));
      }
    }
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " · ") + word;
    return out;
  }

 private:
  const scenarios::Scenario& scenario_;
  Lang lang_;
};

bool is_provenance(const std::string& key) {
  return key == "range" || key == "source" || key == "grade" || key == "note";
}

/// Calls f(pointer, number) for every number below, in document order.
template <class F>
void each_number(const Json& node, const std::string& pointer, const F& f) {
  if (node.is_number()) {
    f(pointer, node.get<double>());
  } else if (node.is_object()) {
    for (const auto& [key, value] : node.items()) {
      if (!is_provenance(key)) each_number(value, pointer + "/" + key, f);
    }
  } else if (node.is_array()) {
    for (std::size_t i = 0; i < node.size(); ++i) {
      each_number(node[i], pointer + "/" + std::to_string(i), f);
    }
  }
}

std::string value_text(const std::string& key, double value, Lang lang) {
  // A year is a name and takes no space between its thousands.
  return key == "year" ? std::to_string(static_cast<int>(value)) : short_number(value, 6, lang);
}

/// The numbers below a node: "8", or "medel 3,5; standardavvikelse 2; … (+4)".
std::string value_of(const Json& node, const std::string& own_key, const Words& words, Lang lang) {
  if (node.is_string()) return words.of(node.get<std::string>());
  if (node.is_number()) return value_text(own_key, node.get<double>(), lang);
  std::vector<std::string> parts;
  std::size_t left_out = 0;
  each_number(node, "", [&](const std::string& pointer, double value) {
    if (parts.size() == most_numbers) {
      ++left_out;
      return;
    }
    const std::vector<std::string> tokens = tokens_of(pointer);
    const std::string& last = tokens.back();
    const std::string shown = value_text(last, value, lang);
    parts.push_back(is_index(last) || last == "value" ? shown : words.of(last) + " " + shown);
  });
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  if (left_out > 0) out += "; … (+" + std::to_string(left_out) + ")";
  return out;
}

words::Text range_of(const std::array<double, 2>& ends) {
  return in_both([&](Lang lang) {
    return range(short_number(ends[0], 6, lang), short_number(ends[1], 6, lang), lang);
  });
}

/// Where a node stands in the document: which member at every level, so that paths compare as the
/// document reads; after everything else when it is not there.
std::vector<std::size_t> path_of(const Json& root, const std::vector<std::string>& tokens) {
  std::vector<std::size_t> path;
  const Json* node = &root;
  for (const std::string& token : tokens) {
    const Json* const next = child(*node, token);
    if (next == nullptr) return {std::numeric_limits<std::size_t>::max()};
    path.push_back(node->is_object()
                       ? static_cast<std::size_t>(std::distance(node->begin(), node->find(token)))
                       : std::stoul(token));
    node = next;
  }
  return path;
}

/// True if the pointer or one above it has an origin.
bool has_origin(const scenarios::Scenario& scenario, std::string pointer) {
  while (true) {
    const auto found = scenario.provenance.find(pointer);
    if (found != scenario.provenance.end() &&
        (found->second.source != words::Text{} || !found->second.grade.empty())) {
      return true;
    }
    const std::size_t slash = pointer.rfind('/');
    if (slash == std::string::npos) return false;
    pointer.resize(slash);
  }
}

}  // namespace

Assumptions assumptions_of(const scenarios::Scenario& scenario, const std::string& json) {
  Assumptions out;
  const Json root = Json::parse(json, nullptr, false);
  if (root.is_discarded()) return out;
  each_number(root, "", [&](const std::string& pointer, double) {
    ++out.numbers;
    if (has_origin(scenario, pointer)) ++out.with_source;
  });
  std::vector<std::pair<std::vector<std::size_t>, Assumption>> rows;
  for (const auto& [pointer, origin] : scenario.provenance) {
    const std::vector<std::string> tokens = tokens_of(pointer);
    const Json* node = &root;
    for (const std::string& token : tokens) node = node == nullptr ? nullptr : child(*node, token);
    Assumption row;
    row.pointer = pointer;
    row.part = tokens.empty() ? "" : tokens.front();
    row.name = in_both([&](Lang lang) { return Words(scenario, lang).along(root, tokens); });
    if (node != nullptr && !tokens.empty()) {
      row.value = in_both(
          [&](Lang lang) { return value_of(*node, tokens.back(), Words(scenario, lang), lang); });
    }
    if (origin.range) row.range = range_of(*origin.range);
    row.grade = origin.grade;
    row.source = origin.source;
    row.note = origin.note;
    rows.emplace_back(path_of(root, tokens), std::move(row));
  }
  std::ranges::stable_sort(rows, {}, &std::pair<std::vector<std::size_t>, Assumption>::first);
  for (auto& [path, row] : rows) out.stated.push_back(std::move(row));
  return out;
}

}  // namespace viz
