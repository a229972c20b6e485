// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "viz/language.hpp"
#include "viz/network_layout.hpp"
#include "viz/pathway_picture.hpp"

namespace viz {

/// The pathway as SVG, stand-alone or inline. `id` is unique in the document that holds it.
[[nodiscard]] std::string network_svg(const PathwayPicture& picture, Lang lang,
                                      Orientation orientation = Orientation::Automatic,
                                      std::string_view id = "pathway");

/// The pathway in the language of Graphviz.
[[nodiscard]] std::string network_dot(const PathwayPicture& picture, Lang lang);

/// The pathway as a Mermaid flowchart, which many documents and wikis draw.
[[nodiscard]] std::string network_mermaid(const PathwayPicture& picture, Lang lang);

}  // namespace viz
