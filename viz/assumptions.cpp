// SPDX-License-Identifier: Apache-2.0
#include "viz/assumptions.hpp"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "viz/format.hpp"

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

std::string readable(std::string token) {
  std::replace(token.begin(), token.end(), '_', ' ');
  return token;
}

/// Labels along the way, and the names of members where there are none; the container of what has a
/// label (settings, roles) is left out: "Sjukhus · stay · 1 · time".
std::string name_of(const Json& root, const std::vector<std::string>& tokens, Lang lang) {
  const Json* node = &root;
  std::vector<std::string> words;
  for (const std::string& token : tokens) {
    node = node == nullptr ? nullptr : child(*node, token);
    const std::string label = node == nullptr ? std::string() : label_of(*node, lang);
    if (!label.empty()) {
      if (!words.empty()) words.pop_back();
      words.push_back(label);
    } else {
      const bool index = token.find_first_not_of("0123456789") == std::string::npos;
      words.push_back(index ? std::to_string(std::stoul("0" + token.substr(0, 8)) + 1)
                            : readable(token));
    }
  }
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " · ") + word;
  return out;
}

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

/// The numbers below a node: "8", or "mean 3,5; sd 2; … (+4)".
std::string value_of(const Json& node, Lang lang) {
  if (node.is_string()) return node.get<std::string>();
  if (node.is_number()) return short_number(node.get<double>(), 6, lang);
  std::vector<std::string> parts;
  std::size_t left_out = 0;
  each_number(node, "", [&](const std::string& pointer, double value) {
    if (parts.size() == most_numbers) {
      ++left_out;
      return;
    }
    const std::vector<std::string> tokens = tokens_of(pointer);
    const std::string& last = tokens.empty() ? pointer : tokens.back();
    const bool index = last.find_first_not_of("0123456789") == std::string::npos;
    const std::string shown = short_number(value, 6, lang);
    parts.push_back(index || last == "value" ? shown : readable(last) + " " + shown);
  });
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  if (left_out > 0) out += "; … (+" + std::to_string(left_out) + ")";
  return out;
}

/// Position of every pointer in the document, for sorting.
void number_nodes(const Json& node, const std::string& pointer,
                  std::map<std::string, std::size_t>& order) {
  order.emplace(pointer, order.size());
  if (node.is_object()) {
    for (const auto& [key, value] : node.items()) number_nodes(value, pointer + "/" + key, order);
  } else if (node.is_array()) {
    for (std::size_t i = 0; i < node.size(); ++i) {
      number_nodes(node[i], pointer + "/" + std::to_string(i), order);
    }
  }
}

/// True if the pointer or one above it has an origin.
bool has_origin(const scenarios::Scenario& scenario, std::string pointer) {
  while (true) {
    const auto found = scenario.provenance.find(pointer);
    if (found != scenario.provenance.end() &&
        (!found->second.source.empty() || !found->second.grade.empty())) {
      return true;
    }
    const std::size_t slash = pointer.rfind('/');
    if (slash == std::string::npos) return false;
    pointer.resize(slash);
  }
}

}  // namespace

Assumptions assumptions_of(const scenarios::Scenario& scenario, const std::string& json,
                           Lang lang) {
  Assumptions out;
  const Json root = Json::parse(json, nullptr, false);
  if (root.is_discarded()) return out;
  each_number(root, "", [&](const std::string& pointer, double) {
    ++out.numbers;
    if (has_origin(scenario, pointer)) ++out.with_source;
  });
  for (const auto& [pointer, origin] : scenario.provenance) {
    const std::vector<std::string> tokens = tokens_of(pointer);
    const Json* node = &root;
    for (const std::string& token : tokens) node = node == nullptr ? nullptr : child(*node, token);
    Assumption row;
    row.pointer = pointer;
    row.part = tokens.empty() ? "" : tokens.front();
    row.name = name_of(root, tokens, lang);
    if (node != nullptr) row.value = value_of(*node, lang);
    if (origin.range) {
      row.range = range(short_number((*origin.range)[0], 6, lang),
                        short_number((*origin.range)[1], 6, lang), lang);
    }
    row.grade = origin.grade;
    row.source = origin.source;
    row.note = origin.note;
    out.stated.push_back(std::move(row));
  }
  std::map<std::string, std::size_t> order;
  number_nodes(root, "", order);
  const auto place = [&](const Assumption& row) {
    const auto found = order.find(row.pointer);
    return found == order.end() ? order.size() : found->second;
  };
  std::stable_sort(out.stated.begin(), out.stated.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  return out;
}

}  // namespace viz
