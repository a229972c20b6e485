// SPDX-License-Identifier: Apache-2.0
/// @file
/// Random changes to a JSON document, at any place: what editing goes wrong with, and what it never
/// would.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace hostile {

using Json = nlohmann::ordered_json;

/// Where assertions and sanitizers are on there is time for a part of what Release goes through.
#ifdef NDEBUG
inline constexpr int of_many = 1;
#else
inline constexpr int of_many = 4;
#endif

/// Every place in the document below its root.
inline std::vector<Json::json_pointer> places_in(const Json& document) {
  std::vector<Json::json_pointer> places;
  const auto visit = [&](const auto& self, const Json& node, const Json::json_pointer& at) -> void {
    if (!at.empty()) places.push_back(at);
    if (node.is_object()) {
      for (const auto& [key, member] : node.items()) self(self, member, at / key);
    } else if (node.is_array()) {
      for (std::size_t i = 0; i < node.size(); ++i) self(self, node[i], at / i);
    }
  };
  visit(visit, document, Json::json_pointer());
  return places;
}

/// Changes by seed: the same ones in every build (mt19937 and % are the same everywhere).
class Changes {
 public:
  /// The document must outlive it.
  Changes(const Json& document, std::uint32_t seed)
      : document_(document), places_(places_in(document)), engine_(seed) {}

  /// The document with one to three changes, and what they were in `told`.
  Json next(std::string& told) {
    Json changed = document_;
    told.clear();
    for (std::size_t i = 1 + pick(3); i > 0; --i) change(changed, told);
    return changed;
  }

 private:
  std::size_t pick(std::size_t below) { return engine_() % below; }

  static const std::vector<Json>& values() {
    static const std::vector<Json> all{nullptr,
                                       true,
                                       false,
                                       -1,
                                       0,
                                       1,
                                       0.5,
                                       2,
                                       100,
                                       1e6,
                                       1e9,
                                       1e9 + 1,
                                       1e18,
                                       1e300,
                                       -1e300,
                                       1e-300,
                                       4294967301.0,
                                       65537,
                                       "",
                                       "x",
                                       "residence",
                                       "unlimited",
                                       "2025-02-30",
                                       "2025-07-01",
                                       "hospital",
                                       "a/b~c",
                                       "\n",
                                       Json::array(),
                                       Json::object(),
                                       Json::array({1, 2, 3}),
                                       Json{{"value", 3}},
                                       Json{{"kind", "fixed"}, {"value", 0}},
                                       Json{{"kind", "lognormal"}, {"mean", 1}, {"cv", 1000}}};
    return all;
  }

  void change(Json& document, std::string& told) {
    const auto& at = places_[pick(places_.size())];
    if (!document.contains(at)) return;  // an earlier change took it away
    Json& node = document[at];
    told += (told.empty() ? "" : "; ") + at.to_string();
    switch (pick(6)) {
      case 0:
        return erase(document, at, told);
      case 1:
        return duplicate(document, at, told);
      case 2:
      case 3: {
        node = values()[pick(values().size())];
        break;
      }
      case 4:
        if (node.is_number()) {
          const double factors[] = {-1, 0, 0.001, 1000, 1e9};
          node = node.get<double>() * factors[pick(std::size(factors))];
          break;
        }
        [[fallthrough]];
      default: {
        const auto& other = places_[pick(places_.size())];
        node = document_[other];
      }
    }
    told += " = " + node.dump().substr(0, 60);
  }

  static void erase(Json& document, const Json::json_pointer& at, std::string& told) {
    Json& parent = document[at.parent_pointer()];
    if (parent.is_array()) {
      parent.erase(std::stoul(at.back()));
    } else {
      parent.erase(at.back());
    }
    told += " erased";
  }

  static void duplicate(Json& document, const Json::json_pointer& at, std::string& told) {
    Json& parent = document[at.parent_pointer()];
    const Json copy = document[at];
    if (parent.is_array()) {
      parent.push_back(copy);
    } else {
      parent[at.back() + "_2"] = copy;
    }
    told += " twice";
  }

  const Json& document_;
  std::vector<Json::json_pointer> places_;
  std::mt19937 engine_;
};

}  // namespace hostile
