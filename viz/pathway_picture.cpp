// SPDX-License-Identifier: Apache-2.0
#include "viz/pathway_picture.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>

#include "scenarios/resources.hpp"
#include "viz/format.hpp"
#include "viz/views.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using Kind = PathwayEdge::Kind;

constexpr std::string_view source_prefix = "arrival:";

/// With more sources than this, those with the same first setting are drawn as one.
constexpr std::size_t most_sources = 6;

scenarios::Text or_id(const scenarios::Text& text, const std::string& id) {
  if (!text.sv.empty() || !text.en.empty()) return text;
  std::string words = id;
  std::replace(words.begin(), words.end(), '_', ' ');
  return {words, words};
}

/// What stands for a setting, source or exit in the picture: settings that are drawn as one share a
/// node.
std::string node_of(const scenarios::Scenario& scenario, const std::string& id) {
  const auto* const setting = find_named(scenario.settings, id);
  if (setting == nullptr) return id;
  const auto& together = setting->drawn_as;
  return together.en.empty() ? id : "together:" + together.en;
}

/// The settings that a node stands for.
std::vector<std::string> settings_of(const scenarios::Scenario& scenario, const std::string& node) {
  std::vector<std::string> ids;
  for (const auto& [id, setting] : scenario.settings) {
    if (node_of(scenario, id) == node) ids.push_back(id);
  }
  return ids;
}

class Builder {
 public:
  explicit Builder(const scenarios::Scenario& scenario) : scenario_(scenario) {}

  PathwayPicture build() {
    find_residences();
    add_sources();
    for (const auto& [id, setting] : scenario_.settings) add_setting(id, setting);
    for (const auto& [id, label] : scenario_.exits) {
      picture_.nodes.push_back({id, or_id(label, id), PathwayNode::Kind::Exit, {}, {}, {}});
    }
    for (const auto& [id, setting] : scenario_.settings) {
      add_moves(id, setting);
      add_resources(id, setting);
    }
    if (scenario_.care) add_harm(*scenario_.care);
    return std::move(picture_);
  }

 private:
  void find_residences() {
    const auto add = [&](const std::string& id) {
      if (find_named(scenario_.settings, id) == nullptr) return;
      if (std::find(residences_.begin(), residences_.end(), id) == residences_.end()) {
        residences_.push_back(id);
      }
    };
    for (const auto& [id, setting] : scenario_.settings) {
      if (setting.residence) add(id);
    }
    for (const auto& [id, arrival] : scenario_.arrivals) add(arrival.residence);
    for (const scenarios::Census& census : scenario_.initial.census) add(census.residence);
  }

  void add_sources() {
    const bool merge = scenario_.arrivals.size() > most_sources;
    for (const auto& [id, arrival] : scenario_.arrivals) {
      const std::string node = std::string(source_prefix) + (merge ? arrival.to : id);
      if (!has_node(node)) {
        scenarios::Text label = or_id(arrival.label, id);
        if (merge && count_to(arrival.to) > 1) {
          label = say("network.arrivals");
        }
        picture_.nodes.push_back({node, label, PathwayNode::Kind::Source, {}, {}, {}});
      }
      for (const auto& to : joined("arrival", arrival.to)) add_edge(node, to, Kind::Route);
    }
  }

  void add_setting(const std::string& id, const scenarios::Setting& setting) {
    const std::string name = node_of(scenario_, id);
    if (has_node(name)) return;
    PathwayNode node{name, or_id(setting.label, id), PathwayNode::Kind::Setting, {}, {}, {}};
    if (name == id) {
      node.capacity = {places_of(setting, Lang::Sv), places_of(setting, Lang::En)};
    } else {
      node.label = setting.drawn_as;
      const auto together = settings_of(scenario_, name).size();
      node.capacity = say("network.together", {{"n", together}});
    }
    picture_.nodes.push_back(std::move(node));
  }

  /// "24 beds", or nothing where there is no end of places.
  [[nodiscard]] static std::string places_of(const scenarios::Setting& setting, Lang lang) {
    const std::string places = capacity_text(setting.capacity, lang);
    return places.empty() ? places : places + " " + unit_of(setting, lang);
  }

  [[nodiscard]] static std::string unit_of(const scenarios::Setting& setting, Lang lang) {
    if (setting.unit == "bed") return std::string(say(lang, "unit.beds"));
    if (setting.unit == "slot") return std::string(say(lang, "unit.slots"));
    return std::string(say(lang, "unit.places"));
  }

  void add_moves(const std::string& id, const scenarios::Setting& setting) {
    for (const scenarios::RouteRule& rule : setting.routes) {
      for (const auto& [to, probability] : rule.to) {
        if (probability > 0) add_destination(id, to, Kind::Route);
      }
    }
    for (const scenarios::Hazard& hazard : setting.hazards) {
      if (hazard.yearly() > 0) add_destination(id, hazard.to, Kind::Risk);
    }
    for (const auto& leave : setting.queue.leave) add_destination(id, leave.to, Kind::Leave);
    if (setting.when_full.policy == scenarios::WhenFull::Policy::Divert) {
      add_destination(id, setting.when_full.to, Kind::Divert);
    }
    for (const auto& row : setting.when_full.exceptions) add_destination(id, row.to, Kind::Divert);
  }

  void add_resources(const std::string& id, const scenarios::Setting& setting) {
    for (const scenarios::Taking& taking : setting.takes) {
      if (scenarios::is_resource(scenario_, taking.of)) add_edge(taking.of, id, Kind::Takes);
    }
  }

  void add_harm(const scenarios::Care& care) {
    for (const auto& [id, task] : care.tasks) {
      if (!(task.harm > 0) || task.harm_to.empty()) continue;
      for (const std::string& setting : task.settings) {
        add_destination(setting, task.harm_to, Kind::Risk);
      }
    }
  }

  void add_destination(const std::string& from, const std::string& to, Kind kind) {
    if (to != "residence") {
      const bool from_anywhere = kind == Kind::Divert || kind == Kind::Leave;
      for (const auto& place : from_anywhere ? joined_from_anywhere(to) : joined(from, to)) {
        if (place != from || place == to) add_edge(from, place, kind);
      }
      return;
    }
    for (const std::string& residence : residences_) {
      if (residence != from) add_edge(from, residence, Kind::Return);
    }
  }

  /// Who goes where he is and waits for it there begins a new stage of the same stay.
  [[nodiscard]] bool stays_in_place(std::string_view from, std::string_view to) const {
    const auto* const setting = find_named(scenario_.settings, from);
    return from == to && setting != nullptr &&
           setting->when_full.policy != scenarios::WhenFull::Policy::WaitOutside;
  }

  /// Where those may come who go from one place to another: there, or to the shortest of several
  /// queues. Of several rows of moves that fit, the one that names more counts; of equals the last.
  [[nodiscard]] std::vector<std::string> joined(std::string_view from,
                                                const std::string& to) const {
    const scenarios::Move* found = nullptr;
    auto fewest_stars = std::numeric_limits<std::ptrdiff_t>::max();
    for (const auto& [key, move] : scenario_.moves) {
      const auto fits = [&](std::string_view name, std::string_view place) {
        return name == "*" || name == place;
      };
      const auto arrow = key.find("->");
      if (!fits(key.substr(0, arrow), from) || !fits(key.substr(arrow + 2), to)) continue;
      const auto stars = std::count(key.begin(), key.end(), '*');
      if (stars > fewest_stars) continue;
      fewest_stars = stars;
      found = &move;
    }
    if (found == nullptr || found->shortest_of.empty() || stays_in_place(from, to)) return {to};
    return found->shortest_of;
  }

  /// The same for those who come from anywhere, as to a setting that is full.
  [[nodiscard]] std::vector<std::string> joined_from_anywhere(const std::string& to) const {
    std::vector<std::string> all{to};
    for (const auto& [key, move] : scenario_.moves) {
      if (!key.ends_with("->" + to)) continue;
      all.insert(all.end(), move.shortest_of.begin(), move.shortest_of.end());
    }
    return all;
  }

  void add_edge(const std::string& from_id, const std::string& to_id, Kind kind) {
    if (from_id.empty() || to_id.empty()) return;
    const auto from = node_of(scenario_, from_id);
    const auto to = node_of(scenario_, to_id);
    if (from == to && from_id != to_id) return;
    const bool known =
        std::any_of(picture_.edges.begin(), picture_.edges.end(),
                    [&](const PathwayEdge& edge) { return edge.from == from && edge.to == to; });
    if (!known) picture_.edges.push_back({from, to, {}, 0, kind});
  }

  [[nodiscard]] bool has_node(const std::string& id) const {
    return std::any_of(picture_.nodes.begin(), picture_.nodes.end(),
                       [&](const PathwayNode& node) { return node.id == id; });
  }

  [[nodiscard]] std::size_t count_to(const std::string& setting) const {
    return static_cast<std::size_t>(
        std::count_if(scenario_.arrivals.begin(), scenario_.arrivals.end(),
                      [&](const auto& arrival) { return arrival.second.to == setting; }));
  }

  const scenarios::Scenario& scenario_;
  PathwayPicture picture_;
  std::vector<std::string> residences_;
};

/// Factor from a count over the measured time to patients a week.
double to_weekly(const scenarios::Scenario& scenario) {
  return 7.0 / std::max(1.0 / 24, sim::days(scenario.horizon.length()));
}

std::ptrdiff_t sources_of(const PathwayPicture& picture, const std::string& setting) {
  return std::count_if(picture.edges.begin(), picture.edges.end(), [&](const PathwayEdge& edge) {
    return edge.to == setting && edge.from.starts_with(source_prefix);
  });
}

/// Patients, and the part of the places that are taken, of all that the node stands for.
void lay_load(PathwayNode& node, const scenarios::Scenario& scenario,
              const care::Results& results) {
  if (const auto* const load = find_figure(results, figures::utilisation, {node.id, {}, {}});
      load != nullptr && load->n > 0 && !node.capacity.en.empty()) {
    node.load = load->mean / 100;
  }
  double occupied = 0;
  double capacity = 0;
  for (const auto& id : settings_of(scenario, node.id)) {
    const Where where{id, {}, {}};
    const auto* const used = find_figure(results, figures::occupied, where);
    const auto* const offered = find_figure(results, figures::capacity, where);
    if (used != nullptr && offered != nullptr && used->n > 0) {
      occupied += used->mean;
      capacity += offered->mean;
    }
    if (const auto* const patients = patients_of(scenario, results, id)) {
      node.present = node.present.value_or(0) + patients->mean;
    }
  }
  if (!node.load && capacity > 0) node.load = occupied / capacity;
}

}  // namespace

bool PathwayPicture::has_resources() const {
  return std::ranges::any_of(edges, [](const auto& edge) { return edge.kind == Kind::Takes; });
}

PathwayPicture picture_of(const scenarios::Scenario& scenario) { return Builder(scenario).build(); }

void add_flows(PathwayPicture& picture, const scenarios::Scenario& scenario,
               const care::Results& results) {
  std::map<std::pair<std::string, std::string>, double> weekly;
  for (const care::MetricEstimate& metric : results.metrics) {
    const care::Key& key = metric.key;
    if (!is(key, care::figures::moves) || !key.municipality.empty()) continue;
    // What arrives is counted from "arrival", which is no setting.
    weekly[{node_of(scenario, key.setting), node_of(scenario, key.destination)}] +=
        metric.mean * to_weekly(scenario);
  }
  const auto has_node = [&](const std::string& id) {
    return std::any_of(picture.nodes.begin(), picture.nodes.end(),
                       [&](const PathwayNode& node) { return node.id == id; });
  };
  for (const auto& [move, volume] : weekly) {
    const auto& [from, to] = move;
    if (!(volume > 0) || !has_node(from) || !has_node(to)) continue;
    if (from == to && settings_of(scenario, from).size() > 1) continue;
    const bool known = std::any_of(picture.edges.begin(), picture.edges.end(),
                                   [&, &source = from, &target = to](const auto& edge) {
                                     return edge.from == source && edge.to == target;
                                   });
    if (!known) picture.edges.push_back({from, to, {}, 0, Kind::Route});
  }
  for (PathwayEdge& edge : picture.edges) {
    const bool arrival = edge.from.starts_with(source_prefix);
    // Volumes of arrivals are known by first setting only, so they are shown where one source feeds
    // it.
    if (arrival && sources_of(picture, edge.to) > 1) continue;
    const auto found = weekly.find({arrival ? std::string("arrival") : edge.from, edge.to});
    if (found == weekly.end()) continue;
    edge.weight = found->second;
    const int decimals = decimals_by_size(edge.weight);
    edge.label = {number(edge.weight, decimals, Lang::Sv), number(edge.weight, decimals, Lang::En)};
    picture.has_flows = true;
  }
  // Who goes home goes to the one place where he lives: the other ways are of others.
  std::erase_if(picture.edges, [](const PathwayEdge& edge) {
    return edge.kind == Kind::Return && !(edge.weight > 0);
  });
  for (PathwayNode& node : picture.nodes) {
    if (node.kind != PathwayNode::Kind::Setting) continue;
    lay_load(node, scenario, results);
  }
}

}  // namespace viz
