// SPDX-License-Identifier: Apache-2.0
#include "viz/svg.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "words/visible.hpp"

namespace viz {
namespace {

// Advance widths of U+0020..U+007E in thousandths of the size, measured from DejaVu Sans and its
// bold.
constexpr std::array<std::uint16_t, 95> regular_widths{
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};
constexpr std::array<std::uint16_t, 95> bold_widths{
    348,  456, 521, 838, 696, 1002, 872, 306,  457, 457, 523, 838, 380, 415,  380, 365,
    696,  696, 696, 696, 696, 696,  696, 696,  696, 696, 400, 400, 838, 838,  838, 580,
    1000, 774, 762, 734, 830, 683,  683, 821,  837, 372, 372, 775, 637, 995,  837, 850,
    733,  850, 770, 720, 682, 812,  774, 1103, 771, 724, 725, 457, 365, 457,  838, 500,
    500,  675, 716, 593, 716, 678,  435, 716,  712, 343, 343, 665, 343, 1042, 712, 687,
    716,  716, 493, 595, 478, 712,  652, 924,  645, 652, 582, 712, 365, 712,  838};

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::string attribute(std::string_view name, double value) {
  return " " + std::string(name) + "=\"" + coordinate(value) + "\"";
}

/// Adds a coordinate, in whole tenths: a picture has some ten thousand of them, and writing a number
/// that may have any decimals takes ten times as long.
void append_coordinate(std::string& out, double value) {
  const auto tenths = static_cast<std::int64_t>(std::round(value * 10));
  const std::int64_t size = std::abs(tenths);
  if (tenths < 0) out += '-';
  std::array<char, 24> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), size / 10);
  out.append(buffer.data(), end.ptr);
  if (size % 10 != 0) {
    out += '.';
    out += static_cast<char>('0' + size % 10);
  }
}

std::string points_attribute(const std::vector<Point>& points) {
  std::string out = " points=\"";
  for (const Point& point : points) {
    if (out.back() != '"') out += ' ';
    append_coordinate(out, point.x);
    out += ',';
    append_coordinate(out, point.y);
  }
  out += '"';
  return out;
}

/// An identifier without anything that ends an attribute or parts a list of identifiers: letters,
/// digits, '-' and '_' stay, every other byte becomes its number, so that no two become the same.
std::string identifier(std::string_view name) {
  static constexpr std::string_view hex = "0123456789abcdef";
  std::string out;
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_';
    if (plain) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '.';
    out += hex[byte >> 4U];
    out += hex[byte & 0xFU];
  }
  return out;
}

/// The pieces that a line may be broken between, spaces left out.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words{""};
  for (const char c : text) {
    if (c == ' ' || c == '\n') {
      if (!words.back().empty()) words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// What stands for a character that would be markup; nothing for others.
constexpr std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  static constexpr auto easy = [] {
    std::array<bool, 256> table{};
    for (unsigned byte = 0; byte < 128; ++byte) {
      const char c = static_cast<char>(byte);
      table[byte] = words::is_plain(c) && entity_of(c).empty();
    }
    return table;
  }();
  const auto is_easy = [](char c) { return easy[static_cast<unsigned char>(c)]; };
  for (const auto* rest = text.begin(); rest != text.end();) {
    const auto* const hard = std::find_if_not(rest, text.end(), is_easy);
    out.append(rest, hard);
    rest = std::find_if(hard, text.end(), is_easy);
    for (const char c : words::visible({hard, rest})) {
      const auto entity = entity_of(c);
      entity.empty() ? out += c : out += entity;
    }
  }
  return out;
}

std::string coordinate(double value) {
  std::string out;
  append_coordinate(out, value);
  return out;
}

double text_width(std::string_view text, double size, bool bold) {
  const auto& widths = bold ? bold_widths : regular_widths;
  double thousandths = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F) {
      thousandths += widths[byte - 0x20U];
    } else if (starts_character(c)) {
      thousandths += bold ? 720 : 640;  // Latin letters with marks, dashes: none is wider but "Å"
    }
  }
  return thousandths * size / 1000;
}

std::vector<std::string> wrap_text(std::string_view text, double width, double size, bool bold) {
  std::vector<std::string> lines;
  for (const std::string& word : words_of(text)) {
    const std::string joined = lines.empty() ? word : lines.back() + " " + word;
    if (!lines.empty() && text_width(joined, size, bold) <= width) {
      lines.back() = joined;
    } else {
      lines.push_back(word);
    }
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::string fit_text(std::string_view text, double width, double size, bool bold) {
  if (text_width(text, size, bold) <= width) return std::string(text);
  std::string out(text);
  while (!out.empty() && text_width(out + "…", size, bold) > width) {
    while (!out.empty() && !starts_character(out.back())) out.pop_back();
    if (!out.empty()) out.pop_back();
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out + "…";
}

Axis Axis::covering(double low, double high, int ticks) {
  if (!std::isfinite(low) || !std::isfinite(high)) return {};
  if (high <= low) high = low + std::max(1.0, std::abs(low) * 0.1);
  const double rough = (high - low) / std::max(1, ticks);
  const int exponent = static_cast<int>(std::floor(std::log10(rough)));
  const double power = std::pow(10.0, exponent);
  double factor = 10;
  for (const double candidate : {1.0, 2.0, 2.5, 5.0}) {
    if (candidate * power >= rough * (1 - 1e-9)) {
      factor = candidate;
      break;
    }
  }
  Axis axis;
  axis.step = factor * power;
  axis.low = std::floor(low / axis.step + 1e-9) * axis.step;
  axis.high = std::ceil(high / axis.step - 1e-9) * axis.step;
  axis.decimals = std::max(0, (factor == 2.5 ? 1 : 0) - (factor == 10 ? exponent + 1 : exponent));
  return axis;
}

std::vector<double> Axis::ticks() const {
  std::vector<double> out;
  const auto steps = static_cast<int>(std::lround((high - low) / step));
  for (int i = 0; i <= steps; ++i) out.push_back(low + i * step);
  return out;
}

void Svg::element(std::string_view name, std::string_view geometry, std::string_view style) {
  body_ += "<";
  body_ += name;
  body_ += geometry;
  if (!style.empty()) body_ += ' ';
  body_ += style;
  body_ += "/>\n";
}

Svg& Svg::rect(const Box& box, std::string_view style, double radius) {
  std::string geometry = attribute("x", box.x) + attribute("y", box.y) +
                         attribute("width", box.width) + attribute("height", box.height);
  if (radius > 0) geometry += attribute("rx", radius);
  return element("rect", geometry, style), *this;
}

Svg& Svg::line(Point from, Point to, std::string_view style) {
  return element("line",
                 attribute("x1", from.x) + attribute("y1", from.y) + attribute("x2", to.x) +
                     attribute("y2", to.y),
                 style),
         *this;
}

Svg& Svg::polyline(const std::vector<Point>& points, std::string_view style) {
  return element("polyline", points_attribute(points), std::string("fill=\"none\" ").append(style)),
         *this;
}

Svg& Svg::polygon(const std::vector<Point>& points, std::string_view style) {
  return element("polygon", points_attribute(points), style), *this;
}

Svg& Svg::circle(Point centre, double radius, std::string_view style) {
  return element("circle",
                 attribute("cx", centre.x) + attribute("cy", centre.y) + attribute("r", radius),
                 style),
         *this;
}

Svg& Svg::path(std::string_view d, std::string_view style) {
  return element("path", " d=\"" + std::string(d) + "\"", style), *this;
}

Svg& Svg::text(Point at, std::string_view content, std::string_view style, double size,
               Anchor anchor) {
  body_ += "<text" + attribute("x", at.x) + attribute("y", at.y) + attribute("font-size", size);
  if (anchor == Anchor::Middle) body_ += " text-anchor=\"middle\"";
  if (anchor == Anchor::End) body_ += " text-anchor=\"end\"";
  if (!style.empty()) body_ += ' ';
  body_ += style;
  body_ += ">" + escape(content) + "</text>\n";
  return *this;
}

Svg& Svg::begin_group(std::string_view style) {
  body_ += "<g";
  if (!style.empty()) body_ += ' ';
  body_ += style;
  body_ += ">\n";
  return *this;
}

Svg& Svg::end_group() {
  body_ += "</g>\n";
  return *this;
}

Svg& Svg::tooltip(std::string_view content) {
  body_ += "<title>" + escape(content) + "</title>\n";
  return *this;
}

std::string Svg::finish(std::string_view id, std::string_view title, std::string_view description,
                        std::string_view attributes) {
  const std::string name = identifier(id);
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " +
                    coordinate(width_) + " " + coordinate(height_) + "\"" +
                    attribute("width", width_) + attribute("height", height_) +
                    " role=\"img\" aria-labelledby=\"" + name + "-t " + name + "-d\"";
  if (!attributes.empty()) out += ' ';
  out += attributes;
  out += ">\n<title id=\"" + name + "-t\">" + escape(title) + "</title>\n<desc id=\"" + name +
         "-d\">" + escape(description) + "</desc>\n" + body_ + "</svg>";
  return out;
}

}  // namespace viz
