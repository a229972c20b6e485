// SPDX-License-Identifier: Apache-2.0
#pragma once

// A small pen for inline SVG: shapes, text with known extent, paths, and axes with round numbers.
// What is drawn is accessible (role="img" with <title> and <desc>) and needs no script, font or
// request.

#include <string>
#include <string_view>
#include <vector>

#include "viz/language.hpp"

namespace viz {

/// Text made safe for HTML and SVG content and attributes; what is hidden in it shows as U+FFFD.
[[nodiscard]] std::string escape(std::string_view text);

/// A coordinate with at most one decimal, '.' in every language.
[[nodiscard]] std::string coordinate(double value);

/// Width of a line of text in px, by the advance widths of DejaVu Sans, the widest of the fonts
/// that the documents ask for: a text fits wherever this says so.
[[nodiscard]] double text_width(std::string_view text, double size, bool bold = false);

/// Breaks at spaces (and, in longer words, after hyphens) so that no line is wider than `width` if
/// it can be avoided.
[[nodiscard]] std::vector<std::string> wrap_text(std::string_view text, double width, double size,
                                                 bool bold = false);

/// The text, shortened with an ellipsis to fit.
[[nodiscard]] std::string fit_text(std::string_view text, double width, double size,
                                   bool bold = false);

/// An axis: a range that begins and ends at round numbers, with the step between ticks (1, 2, 2.5
/// or 5 times a power of ten) and the decimals that its labels need.
struct Axis {
  double low = 0, high = 1, step = 0.5;
  int decimals = 0;

  /// Covers [low, high] in about `ticks` steps; never empty.
  [[nodiscard]] static Axis covering(double low, double high, int ticks);
  [[nodiscard]] std::vector<double> ticks() const;
};

/// A linear map from values to pixels.
struct Scale {
  double from_low = 0, from_high = 1, to_low = 0, to_high = 1;
  [[nodiscard]] double operator()(double value) const {
    return to_low + (value - from_low) / (from_high - from_low) * (to_high - to_low);
  }
};

struct Point {
  double x = 0, y = 0;
};

struct Box {
  double x = 0, y = 0, width = 0, height = 0;
  [[nodiscard]] bool overlaps(const Box& other) const {
    return x < other.x + other.width && other.x < x + width && y < other.y + other.height &&
           other.y < y + height;
  }
  [[nodiscard]] bool contains(Point point) const {
    return point.x > x && point.x < x + width && point.y > y && point.y < y + height;
  }
};

enum class Anchor { Start, Middle, End };

/// Builds one picture. Styles are given as attributes, e.g. R"(fill="#fff" stroke="#000")".
class Svg {
 public:
  Svg(double width, double height) : width_(width), height_(height) {}

  Svg& rect(const Box& box, std::string_view style, double radius = 0);
  Svg& line(Point from, Point to, std::string_view style);
  Svg& polyline(const std::vector<Point>& points, std::string_view style);
  Svg& polygon(const std::vector<Point>& points, std::string_view style);
  Svg& circle(Point centre, double radius, std::string_view style);
  Svg& path(std::string_view d, std::string_view style);
  Svg& text(Point at, std::string_view content, std::string_view style, double size,
            Anchor anchor = Anchor::Start);
  /// Opens and closes a group.
  Svg& begin_group(std::string_view style);
  Svg& end_group();
  /// A tooltip for what follows in the group.
  Svg& tooltip(std::string_view content);

  /// The picture as a stand-alone document or inline element. `id` is unique in the document, and
  /// may be any text.
  [[nodiscard]] std::string finish(std::string_view id, std::string_view title,
                                   std::string_view description, std::string_view attributes = {});

  [[nodiscard]] double width() const { return width_; }
  [[nodiscard]] double height() const { return height_; }

 private:
  void element(std::string_view name, std::string_view geometry, std::string_view style);

  double width_, height_;
  std::string body_;
};

}  // namespace viz
