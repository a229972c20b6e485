// SPDX-License-Identifier: Apache-2.0
#include "viz/network.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "tests/models/scenario_builder.hpp"
#include "tests/viz/fixture.hpp"
#include "tests/viz/markup_check.hpp"

namespace {

using viz::Lang;
using viz::NetworkLayout;
using viz::Orientation;
using viz::PathwayEdge;
using viz::PathwayNode;
using viz::PathwayPicture;
using viz::PlacedEdge;

bool has_edge(const PathwayPicture& picture, const std::string& from, const std::string& to) {
  return std::any_of(picture.edges.begin(), picture.edges.end(),
                     [&](const PathwayEdge& edge) { return edge.from == from && edge.to == to; });
}

PathwayPicture ward_with_monitor() {
  cases::Builder b;
  b.exit("home");
  auto& monitor = b.setting("monitor", 4, cases::fixed_days(1), {});
  monitor.stay.clear();
  monitor.routes.clear();
  b.setting("ward", 10, cases::fixed_days(3), {{"unit", 0.5}, {"home", 0.5}});
  auto& unit = b.setting("unit", 8, cases::fixed_days(3), {{"home", 1}});
  unit.takes = {{{}, "monitor", 1}, {{}, "monitor", 1}};
  b.arrival("patients", 2, "ward");
  return viz::picture_of(b.scenario());
}

PathwayPicture region_with_flows() {
  const auto fixture = viz_test::region_fixture();
  PathwayPicture picture = viz::picture_of(fixture.scenario);
  viz::add_flows(picture, fixture.scenario, fixture.results);
  return picture;
}

/// What a reader would call a fault in a drawing.
void expect_legible(const PathwayPicture& picture, const NetworkLayout& layout) {
  ASSERT_EQ(layout.nodes.size(), picture.nodes.size());
  ASSERT_EQ(layout.edges.size(), picture.edges.size());
  const viz::Box canvas{-0.5, -0.5, layout.width + 1, layout.height + 1};
  for (std::size_t a = 0; a < layout.nodes.size(); ++a) {
    const viz::Box& box = layout.nodes[a].box;
    EXPECT_TRUE(canvas.contains({box.x, box.y})) << picture.nodes[a].id;
    EXPECT_TRUE(canvas.contains({box.x + box.width, box.y + box.height})) << picture.nodes[a].id;
    for (std::size_t b = a + 1; b < layout.nodes.size(); ++b) {
      EXPECT_FALSE(box.overlaps(layout.nodes[b].box))
          << picture.nodes[a].id << " and " << picture.nodes[b].id;
    }
  }
  for (std::size_t e = 0; e < layout.edges.size(); ++e) {
    const PlacedEdge& edge = layout.edges[e];
    const std::string name = picture.edges[e].from + " -> " + picture.edges[e].to;
    for (const viz::Point& point : edge.trace) {
      EXPECT_TRUE(canvas.contains(point)) << name;
      for (std::size_t n = 0; n < layout.nodes.size(); ++n) {
        viz::Box box = layout.nodes[n].box;
        box = {box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1};
        EXPECT_FALSE(box.contains(point)) << name << " crosses " << picture.nodes[n].id;
      }
    }
    if (edge.label.empty()) continue;
    for (const auto& node : layout.nodes) EXPECT_FALSE(edge.label_box.overlaps(node.box)) << name;
    for (std::size_t other = e + 1; other < layout.edges.size(); ++other) {
      if (layout.edges[other].label.empty()) continue;
      EXPECT_FALSE(edge.label_box.overlaps(layout.edges[other].label_box))
          << name << " and " << picture.edges[other].from << " -> " << picture.edges[other].to;
    }
  }
}

/// Text fits its box by the widths of the widest font.
void expect_text_fits(const NetworkLayout& layout) {
  for (const auto& node : layout.nodes) {
    for (const std::string& line : node.label) {
      EXPECT_LE(viz::text_width(line, 12, true), node.box.width - 8) << line;
    }
    for (const std::string& line : node.detail) {
      EXPECT_LE(viz::text_width(line, 10.5), node.box.width - 8) << line;
    }
  }
}

TEST(PictureOf, TakesEveryKindOfMoveFromTheScenario) {
  auto fixture = viz_test::region_fixture();
  auto& hospital = fixture.scenario.settings[1].second;
  hospital.when_full.policy = scenarios::WhenFull::Policy::Divert;
  hospital.when_full.to = "psychiatry";
  hospital.queue.leave.push_back({{}, {}, "moved"});
  scenarios::Task task;
  task.settings = {"home_health"};
  task.harm = 0.1;
  task.harm_to = "hospital";
  fixture.scenario.care->tasks.emplace_back("visit", task);
  const PathwayPicture picture = viz::picture_of(fixture.scenario);
  EXPECT_TRUE(has_edge(picture, "arrival:acute", "emergency"));
  EXPECT_TRUE(has_edge(picture, "emergency", "hospital"));    // route
  EXPECT_TRUE(has_edge(picture, "own_home", "emergency"));    // hazard
  EXPECT_TRUE(has_edge(picture, "hospital", "moved"));        // leaves the queue
  EXPECT_TRUE(has_edge(picture, "hospital", "psychiatry"));   // diversion
  EXPECT_TRUE(has_edge(picture, "home_health", "hospital"));  // harm of a missed visit
  for (const char* home : {"special_housing", "home_health", "own_home"}) {
    EXPECT_TRUE(has_edge(picture, "emergency", home)) << home;  // residence
  }
  EXPECT_FALSE(has_edge(picture, "emergency", "residence"));
  EXPECT_EQ(picture.nodes.front().kind, PathwayNode::Kind::Source);
  EXPECT_EQ(picture.nodes.back().kind, PathwayNode::Kind::Exit);
}

TEST(PictureOf, C2HasEveryQueueThatMayBeTheShortest) {
  cases::Builder b;
  b.exit("home");
  b.setting("ward", 9, cases::fixed_days(1), {{"north", 1}}).hazards.push_back({{}, 1, "south"});
  auto& full = b.setting("full", 1, cases::fixed_days(1), {{"home", 1}});
  full.when_full.policy = scenarios::WhenFull::Policy::Divert;
  full.when_full.to = "south";
  b.setting("north", 1, cases::fixed_days(1), {{"home", 1}});
  b.setting("south", 1, cases::fixed_days(1), {{"home", 1}});
  b.move("*", "north").shortest_of = {"ward", "north", "south"};
  b.move("full", "north");
  b.move("arrival", "south").shortest_of = {"north", "south"};
  b.arrival("some", 1, "south");
  const auto picture = viz::picture_of(b.scenario());
  EXPECT_TRUE(has_edge(picture, "ward", "north"));
  EXPECT_TRUE(has_edge(picture, "ward", "south"));
  EXPECT_FALSE(has_edge(picture, "ward", "ward"));
  EXPECT_TRUE(has_edge(picture, "arrival:some", "north"));
  EXPECT_TRUE(has_edge(picture, "arrival:some", "south"));
  EXPECT_FALSE(has_edge(picture, "arrival:some", "ward"));
  EXPECT_TRUE(has_edge(picture, "full", "south"));
  EXPECT_TRUE(has_edge(picture, "full", "north"));
}

TEST(PictureOf, HasEachPairOnce) {
  const PathwayPicture picture = viz::picture_of(viz_test::region_fixture().scenario);
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& edge : picture.edges) {
    EXPECT_TRUE(seen.emplace(edge.from, edge.to).second) << edge.from << " -> " << edge.to;
  }
  EXPECT_GT(picture.edges.size(), 28U);
}

TEST(AddFlows, TurnsTotalsIntoPatientsAWeek) {
  const PathwayPicture picture = region_with_flows();
  EXPECT_TRUE(picture.has_flows);
  for (const auto& edge : picture.edges) {
    if (edge.from == "arrival:acute") {
      EXPECT_NEAR(edge.weight, 23100.0 / 365 * 7, 1e-9);
      EXPECT_EQ(edge.label.sv, "443");
    }
  }
  for (const auto& node : picture.nodes) {
    if (node.id == "hospital") {
      EXPECT_NEAR(node.load.value(), 468.3 / (519 * 0.977), 1e-9);
      EXPECT_EQ(node.capacity.sv, "457–519 vårdplatser");
    }
    if (node.id == "own_home") {
      EXPECT_FALSE(node.load.has_value());
    }
  }
}

TEST(Layout, OfARegionIsLegibleBothWaysAndInBothLanguages) {
  for (const PathwayPicture& picture :
       {region_with_flows(), viz::picture_of(viz_test::region_fixture().scenario)}) {
    for (const Lang lang : viz::languages) {
      for (const Orientation way : {Orientation::Downward, Orientation::Rightward}) {
        const NetworkLayout layout = viz::lay_out(picture, lang, way);
        expect_legible(picture, layout);
        expect_text_fits(layout);
        EXPECT_EQ(layout.downward, way == Orientation::Downward);
      }
    }
  }
}

TEST(Layout, KeepsMostNumbersOfARegion) {
  const PathwayPicture picture = region_with_flows();
  const NetworkLayout layout = viz::lay_out(picture, Lang::Sv);
  const auto shown = std::count_if(layout.edges.begin(), layout.edges.end(),
                                   [](const PlacedEdge& edge) { return !edge.label.empty(); });
  EXPECT_GE(shown, static_cast<std::ptrdiff_t>(picture.edges.size()) - 2);
  EXPECT_LE(layout.width, 780);
}

TEST(Layout, RunsRightwardWhileThatIsNarrow) {
  const PathwayPicture picture = viz::picture_of(viz_test::clinic_fixture().scenario);
  const NetworkLayout layout = viz::lay_out(picture, Lang::En);
  EXPECT_FALSE(layout.downward);
  EXPECT_LT(layout.nodes[0].box.x, layout.nodes[1].box.x);
  EXPECT_LT(layout.nodes[1].box.x, layout.nodes[2].box.x);
}

PathwayPicture chain(std::initializer_list<std::pair<const char*, const char*>> edges) {
  PathwayPicture picture;
  std::set<std::string> known;
  const auto node = [&](const std::string& id) {
    if (!known.insert(id).second) return;
    const auto kind = id == "in"    ? PathwayNode::Kind::Source
                      : id == "out" ? PathwayNode::Kind::Exit
                                    : PathwayNode::Kind::Setting;
    picture.nodes.push_back({id, {id, id}, kind, {}, {}, {}});
  };
  for (const auto& [from, to] : edges) {
    node(from);
    node(to);
    picture.edges.push_back({from, to, {"1", "1"}, 1, PathwayEdge::Kind::Route});
  }
  return picture;
}

TEST(Layout, DrawsLoopsAsReturnsAndSelfLoopsBesideTheBox) {
  const PathwayPicture picture =
      chain({{"in", "a"}, {"a", "b"}, {"b", "c"}, {"c", "a"}, {"b", "b"}, {"c", "out"}});
  const NetworkLayout layout = viz::lay_out(picture, Lang::En);
  expect_legible(picture, layout);
  using Way = PlacedEdge::Way;
  const Way expected[] = {Way::Forward, Way::Forward, Way::Forward,
                          Way::Return,  Way::Self,    Way::Forward};
  for (std::size_t e = 0; e < picture.edges.size(); ++e)
    EXPECT_EQ(layout.edges[e].way, expected[e]);
}

TEST(Layout, BundlesLongWaysOut) {
  const PathwayPicture picture =
      chain({{"in", "a"}, {"a", "b"}, {"b", "c"}, {"a", "out"}, {"b", "out"}, {"c", "out"}});
  const NetworkLayout layout = viz::lay_out(picture, Lang::En);
  expect_legible(picture, layout);
  EXPECT_EQ(layout.edges[3].way, PlacedEdge::Way::Exit);
  EXPECT_EQ(layout.edges[4].way, PlacedEdge::Way::Exit);
  EXPECT_EQ(layout.edges[5].way, PlacedEdge::Way::Forward);
  EXPECT_EQ(layout.edges[3].tip.x, layout.edges[4].tip.x);
}

/// Pictures of all densities from a linear congruential sequence.
TEST(Layout, OfAnyPictureIsLegible) {
  std::uint32_t state = 1;
  const auto next = [&](std::uint32_t n) {
    state = state * 1664525U + 1013904223U;
    return (state >> 16U) % n;
  };
  for (int trial = 0; trial < 40; ++trial) {
    PathwayPicture picture;
    const std::uint32_t settings = 1 + next(12);
    picture.nodes.push_back({"in", {"in", "in"}, PathwayNode::Kind::Source, {}, {}, {}});
    for (std::uint32_t i = 0; i < settings; ++i) {
      const std::string label = "Setting with a name " + std::to_string(i);
      picture.nodes.push_back({"s" + std::to_string(i),
                               {label, label},
                               PathwayNode::Kind::Setting,
                               {"9", "9"},
                               0.9,
                               {}});
    }
    picture.nodes.push_back({"out", {"out", "out"}, PathwayNode::Kind::Exit, {}, {}, {}});
    std::set<std::pair<std::string, std::string>> seen;
    const std::uint32_t moves = settings * (1 + next(4));
    for (std::uint32_t i = 0; i < moves; ++i) {
      const std::string from = "s" + std::to_string(next(settings));
      const std::string to = next(6) == 0 ? "out" : "s" + std::to_string(next(settings));
      if (!seen.emplace(from, to).second) continue;
      const double weight = 1 + next(900);
      picture.edges.push_back({from, to, {"123", "123"}, weight, PathwayEdge::Kind::Route});
    }
    picture.edges.push_back({"in", "s0", {}, 0, PathwayEdge::Kind::Route});
    expect_legible(picture, viz::lay_out(picture, Lang::En));
    if (HasFailure()) FAIL() << "trial " << trial;
  }
}

TEST(Layout, OfNothingIsEmpty) {
  const NetworkLayout layout = viz::lay_out({}, Lang::En);
  EXPECT_TRUE(layout.nodes.empty());
}

TEST(NetworkSvg, IsWellFormedWithTitleAndAllNames) {
  const PathwayPicture picture = region_with_flows();
  const std::string svg = viz::network_svg(picture, Lang::Sv);
  EXPECT_EQ(viz_test::nesting_fault(svg), "");
  EXPECT_NE(svg.find(">Vägen genom vården med patienter per vecka</title>"), std::string::npos);
  const std::string text = viz_test::text_of(svg);
  for (const char* word : {"Sjukhus", "Korttidsboende", "Avlidna", "92 % belagt"}) {
    std::string wanted(word);
    const std::size_t at = wanted.find(" %");
    if (at != std::string::npos) wanted.replace(at, 1, "\u00A0");
    EXPECT_NE(text.find(wanted), std::string::npos) << word;
  }
}

TEST(NetworkDot, QuotesAndBreaksLines) {
  PathwayPicture picture = chain({{"in", "a"}, {"a", "out"}});
  picture.nodes[1].label = {"say \"a\"", "say \"a\""};
  picture.nodes[1].capacity = {"5 platser", "5 places"};
  const std::string dot = viz::network_dot(picture, Lang::En);
  EXPECT_NE(dot.find("\"a\" [label=\"say \\\"a\\\"\\n5 places\"];"), std::string::npos) << dot;
  EXPECT_NE(dot.find("\"in\" -> \"a\" [label=\"1\"];"), std::string::npos) << dot;
}

TEST(NetworkMermaid, NumbersItsNodes) {
  PathwayPicture picture = chain({{"in", "a"}, {"a", "out"}});
  picture.nodes[1].label = {"\"end\"", "\"end\""};
  EXPECT_EQ(viz::network_mermaid(picture, Lang::En),
            "flowchart LR\n  n0([\"in\"])\n  n1[\"#34;end#34;\"]\n  n2([\"out\"])\n"
            "  n0 -->|\"1\"| n1\n  n1 -->|\"1\"| n2\n");
}

TEST(Resources, AreTiedToTheSettingsThatTakePlacesOfThem) {
  const auto picture = ward_with_monitor();
  std::size_t ties = 0;
  for (const PathwayEdge& edge : picture.edges) {
    if (edge.kind != PathwayEdge::Kind::Takes) continue;
    ++ties;
    EXPECT_EQ(edge.from, "monitor");
    EXPECT_EQ(edge.to, "unit");
  }
  EXPECT_EQ(ties, 1U);
  EXPECT_TRUE(picture.has_resources());
  EXPECT_FALSE(region_with_flows().has_resources());
}

TEST(Resources, StandBesideWhoTakesThemByADashedLineWithoutArrow) {
  const auto picture = ward_with_monitor();
  for (const auto orientation : {Orientation::Rightward, Orientation::Downward}) {
    const auto layout = viz::lay_out(picture, Lang::Sv, orientation);
    expect_legible(picture, layout);
    EXPECT_EQ(layout.nodes[1].layer + 1, layout.nodes[3].layer) << "monitor just before unit";
  }
  const auto svg = viz::network_svg(picture, Lang::Sv);
  EXPECT_NE(svg.find("unit tar platser i monitor"), std::string::npos);
  EXPECT_NE(svg.find("stroke-dasharray=\"3 3\""), std::string::npos);
  EXPECT_NE(viz::network_dot(picture, Lang::En).find("style=dotted, arrowhead=none"),
            std::string::npos);
  EXPECT_NE(viz::network_mermaid(picture, Lang::En).find(" -.- "), std::string::npos);
}

}  // namespace
