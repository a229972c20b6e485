// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace viz {

/// The colours of every picture and page. Text colours have a contrast of at least 4.5:1 on white
/// (WCAG AA).
namespace colour {

inline constexpr std::string_view ink = "#1c2b33";    ///< text
inline constexpr std::string_view muted = "#50626c";  ///< secondary text
inline constexpr std::string_view grid = "#e3e8eb";
inline constexpr std::string_view line = "#b9c4ca";
inline constexpr std::string_view accent = "#0b5170";  ///< need, load, first series
inline constexpr std::string_view band50 = "#8fb9cd";  ///< half of the years
inline constexpr std::string_view band90 = "#d3e4ec";  ///< nine years of ten
inline constexpr std::string_view second = "#b4500b";  ///< capacity, limits, returns
inline constexpr std::string_view second_band = "#f3d9c3";
inline constexpr std::string_view good = "#1f6b3a";
inline constexpr std::string_view bad = "#a3182c";

}  // namespace colour

/// A step of the scale of chances: from `from` (included), with the words of a risk analysis left
/// to the reader. The steps are those of a five-level matrix in Swedish municipal risk analyses.
struct ChanceStep {
  double from = 0;
  std::string_view fill, text;
};

inline constexpr std::array<ChanceStep, 5> chance_steps{{{0.0, "#eef4ee", colour::ink},
                                                         {0.01, "#fdf3c4", colour::ink},
                                                         {0.05, "#fbd38a", colour::ink},
                                                         {0.20, "#f0935a", colour::ink},
                                                         {0.50, "#a3182c", "#ffffff"}}};

/// The step that a probability falls in.
[[nodiscard]] constexpr const ChanceStep& chance_step(double probability) {
  std::size_t index = 0;
  while (index + 1 < chance_steps.size() && probability >= chance_steps[index + 1].from) ++index;
  return chance_steps[index];
}

/// Of a chance that is not known well enough for a colour of the scale.
inline constexpr ChanceStep unknown_chance{0, "#ffffff", colour::ink};

/// A bound alone says little where it is this high.
inline constexpr double highest_telling_bound = 0.05;

/// The colours of a setting by its utilisation (patients / places).
[[nodiscard]] constexpr ChanceStep load_step(double utilisation) {
  if (utilisation < 0.85) return {0, "#e8f1f5", colour::ink};
  if (utilisation < 0.95) return {0.85, "#fdf3c4", colour::ink};
  if (utilisation < 1) return {0.95, "#fbd38a", colour::ink};
  return {1, "#f0935a", colour::ink};
}

}  // namespace viz
