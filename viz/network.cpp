// SPDX-License-Identifier: Apache-2.0
#include "viz/network.hpp"

#include <algorithm>
#include <map>

#include "viz/format.hpp"
#include "viz/palette.hpp"
#include "words/catalog.hpp"
#include "words/visible.hpp"

namespace viz {
namespace {

constexpr std::string_view flow_colour = "#8aa9b8";
constexpr std::string_view return_colour = "#d39a6a";
constexpr std::string_view exit_colour = "#aab4b9";

std::string_view line_colour(PlacedEdge::Way way) {
  switch (way) {
    case PlacedEdge::Way::Return:
    case PlacedEdge::Way::Self:
      return return_colour;
    case PlacedEdge::Way::Exit:
      return exit_colour;
    case PlacedEdge::Way::Forward:
      break;
  }
  return flow_colour;
}

std::string name_of(const PathwayPicture& picture, const std::string& id, Lang lang) {
  for (const PathwayNode& node : picture.nodes) {
    if (node.id == id) return pick(node.label, lang);
  }
  return id;
}

std::string edge_words(const PathwayPicture& picture, const PathwayEdge& edge, Lang lang) {
  if (edge.kind == PathwayEdge::Kind::Takes) {
    return std::string(say(lang, "network.takes",
                           {{"setting", name_of(picture, edge.to, lang)},
                            {"resource", name_of(picture, edge.from, lang)}}));
  }
  std::string out = name_of(picture, edge.from, lang) + " → " + name_of(picture, edge.to, lang);
  if (!pick(edge.label, lang).empty()) {
    out += ": " + pick(edge.label, lang);
    if (picture.has_flows) out += " " + std::string(say(lang, "network.per_week"));
  }
  return out;
}

/// Nobody goes along it: no arrow.
void draw_taking(Svg& svg, const PlacedEdge& edge, const std::string& words) {
  svg.begin_group("").tooltip(words);
  svg.path(edge.path + "L" + coordinate(edge.tip.x) + "," + coordinate(edge.tip.y),
           "fill=\"none\" stroke=\"" + std::string(colour::muted) +
               "\" stroke-width=\"1\" stroke-dasharray=\"3 3\"");
  svg.end_group();
}

void draw_edge(Svg& svg, const PlacedEdge& edge, const std::string& words) {
  const std::string shade(line_colour(edge.way));
  svg.begin_group("").tooltip(words);
  svg.path(edge.path, "fill=\"none\" stroke=\"" + shade + "\" stroke-width=\"" +
                          coordinate(edge.width) + "\" stroke-linejoin=\"round\"");
  const double half = 3 + edge.width * 0.55;
  const double length = 7 + edge.width * 0.5;
  const Point across{-edge.toward.y, edge.toward.x};
  const Point base{edge.tip.x - edge.toward.x * length, edge.tip.y - edge.toward.y * length};
  svg.polygon({edge.tip,
               {base.x + across.x * half, base.y + across.y * half},
               {base.x - across.x * half, base.y - across.y * half}},
              "fill=\"" + shade + "\"");
  svg.end_group();
}

void draw_label(Svg& svg, const PlacedEdge& edge) {
  if (edge.label.empty()) return;
  const Box& box = edge.label_box;
  svg.text({box.x + box.width / 2, box.y + 10.8}, edge.label,
           "fill=\"" + std::string(colour::ink) +
               "\" stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\" "
               "paint-order=\"stroke\"",
           10.5, Anchor::Middle);
}

std::string box_style(const PathwayNode& node) {
  switch (node.kind) {
    case PathwayNode::Kind::Source:
      return "fill=\"#ffffff\" stroke=\"" + std::string(colour::accent) +
             "\" stroke-width=\"1.2\" stroke-dasharray=\"4 3\"";
    case PathwayNode::Kind::Exit:
      return "fill=\"#eceff1\" stroke=\"" + std::string(colour::line) + "\" stroke-width=\"1.2\"";
    case PathwayNode::Kind::Setting:
      break;
  }
  const std::string_view fill = node.load ? load_step(*node.load).fill : load_step(0).fill;
  return "fill=\"" + std::string(fill) + "\" stroke=\"" + std::string(colour::muted) +
         "\" stroke-width=\"1.2\"";
}

void draw_node(Svg& svg, const PathwayNode& node, const PlacedNode& placed) {
  const Box& box = placed.box;
  const double radius =
      node.kind == PathwayNode::Kind::Setting ? 5 : std::min(16.0, box.height / 2);
  svg.rect(box, box_style(node), radius);
  const double text_height = 15 * static_cast<double>(placed.label.size()) +
                             13.5 * static_cast<double>(placed.detail.size());
  const double centre = box.x + box.width / 2;
  double y = box.y + (box.height - text_height) / 2 + 11.5;
  const std::string ink = "fill=\"" + std::string(colour::ink) + "\"";
  for (const std::string& line : placed.label) {
    svg.text({centre, y}, line, ink + " font-weight=\"bold\"", 12, Anchor::Middle);
    y += 15;
  }
  y -= 1.5;
  for (const std::string& line : placed.detail) {
    svg.text({centre, y}, line, ink, 10.5, Anchor::Middle);
    y += 13.5;
  }
}

std::string description(const PathwayPicture& picture, Lang lang) {
  std::string out;
  for (const PathwayEdge& edge : picture.edges) {
    if (!out.empty()) out += "; ";
    out += edge_words(picture, edge, lang);
  }
  return out + ".";
}

/// Text as Graphviz takes it inside quotes: only quotes and backslashes need care.
std::string dot_text(std::string_view text) {
  std::string out;
  for (const char c : words::visible_line(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string dot_string(std::string_view text) { return "\"" + dot_text(text) + "\""; }

/// Mermaid takes entities by number for the characters that it would read itself.
std::string mermaid_text(std::string_view text) {
  std::string out;
  for (const char c : words::visible_line(text)) {
    switch (c) {
      case '"':
        out += "#34;";
        break;
      case '<':
        out += "#60;";
        break;
      case '>':
        out += "#62;";
        break;
      case '#':
        out += "#35;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// What stands in a node: each line made safe for the medium, with its line break between them.
template <class Safe>
std::string node_text(const PathwayNode& node, Lang lang, std::string_view line_break, Safe safe) {
  std::string out = safe(pick(node.label, lang));
  const auto add = [&](std::string_view line) { out.append(line_break).append(safe(line)); };
  if (!pick(node.capacity, lang).empty()) add(pick(node.capacity, lang));
  if (node.load) add(say(lang, "network.load", {{"load", percent(*node.load, 0, lang)}}));
  return out;
}

}  // namespace

std::string network_svg(const PathwayPicture& picture, Lang lang, Orientation orientation,
                        std::string_view id) {
  const NetworkLayout layout = lay_out(picture, lang, orientation);
  Svg svg(layout.width, layout.height);
  // Thick lines below thin ones, so that nothing is hidden; returns and ways out lowest.
  std::vector<std::size_t> order;
  for (std::size_t e = 0; e < layout.edges.size(); ++e) order.push_back(e);
  const auto level = [&](std::size_t e) {
    return layout.edges[e].way == PlacedEdge::Way::Exit     ? 0
           : layout.edges[e].way == PlacedEdge::Way::Return ? 1
                                                            : 2;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (level(a) != level(b)) return level(a) < level(b);
    return layout.edges[a].width > layout.edges[b].width;
  });
  svg.rect({0, 0, layout.width, layout.height}, "fill=\"#ffffff\"");
  for (const std::size_t e : order) {
    const bool takes = picture.edges[e].kind == PathwayEdge::Kind::Takes;
    (takes ? draw_taking : draw_edge)(svg, layout.edges[e],
                                      edge_words(picture, picture.edges[e], lang));
  }
  for (std::size_t i = 0; i < picture.nodes.size(); ++i) {
    draw_node(svg, picture.nodes[i], layout.nodes[i]);
  }
  for (const PlacedEdge& edge : layout.edges) draw_label(svg, edge);
  const std::string_view title = picture.has_flows ? "network.title_flows" : "network.title";
  return svg.finish(id, say(lang, title), description(picture, lang),
                    "class=\"chart network\" font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto "
                    "Sans', 'DejaVu Sans', sans-serif\"");
}

std::string network_dot(const PathwayPicture& picture, Lang lang) {
  std::string out = "digraph pathway {\n  rankdir=LR;\n  node [shape=box, style=rounded, ";
  out += "fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\", fontsize=10];\n";
  for (const PathwayNode& node : picture.nodes) {
    out +=
        "  " + dot_string(node.id) + " [label=\"" + node_text(node, lang, "\\n", dot_text) + "\"";
    if (node.kind == PathwayNode::Kind::Source) out += ", shape=ellipse, style=dashed";
    if (node.kind == PathwayNode::Kind::Exit) out += ", shape=ellipse, style=filled";
    out += "];\n";
  }
  for (const PathwayEdge& edge : picture.edges) {
    out += "  " + dot_string(edge.from) + " -> " + dot_string(edge.to);
    std::string attributes;
    if (!pick(edge.label, lang).empty())
      attributes += "label=" + dot_string(pick(edge.label, lang));
    if (edge.kind == PathwayEdge::Kind::Takes) {
      attributes += "style=dotted, arrowhead=none";
    } else if (edge.kind != PathwayEdge::Kind::Route) {
      attributes += attributes.empty() ? "style=dashed" : ", style=dashed";
    }
    if (!attributes.empty()) out += " [" + attributes + "]";
    out += ";\n";
  }
  return out + "}\n";
}

std::string network_mermaid(const PathwayPicture& picture, Lang lang) {
  std::map<std::string, std::string> names;
  std::string out = "flowchart LR\n";
  for (const PathwayNode& node : picture.nodes) {
    const std::string name = "n" + std::to_string(names.size());
    names.emplace(node.id, name);
    const bool setting = node.kind == PathwayNode::Kind::Setting;
    const std::string label = node_text(node, lang, "<br>", mermaid_text);
    out += "  " + name + (setting ? "[\"" : "([\"") + label + (setting ? "\"]" : "\"])") + "\n";
  }
  for (const PathwayEdge& edge : picture.edges) {
    out += "  " + names.at(edge.from);
    out += edge.kind == PathwayEdge::Kind::Route   ? " -->"
           : edge.kind == PathwayEdge::Kind::Takes ? " -.-"
                                                   : " -.->";
    if (!pick(edge.label, lang).empty()) {
      out += "|\"" + mermaid_text(pick(edge.label, lang)) + "\"|";
    }
    out += " " + names.at(edge.to) + "\n";
  }
  return out;
}

}  // namespace viz
