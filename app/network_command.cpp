// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <variant>

#include "app/analysis_text.hpp"
#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/load.hpp"
#include "app/output_folder.hpp"
#include "app/simulate.hpp"
#include "app/status.hpp"
#include "app/text.hpp"
#include "viz/atomic_output.hpp"
#include "viz/network.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

std::string draw(Drawing drawing, const viz::PathwayPicture& picture, viz::Lang lang) {
  switch (drawing) {
    case Drawing::Svg:
      return viz::network_svg(picture, lang);
    case Drawing::Dot:
      return viz::network_dot(picture, lang);
    case Drawing::Mermaid:
      return viz::network_mermaid(picture, lang);
  }
  return {};
}

/// Writes the file of --out; the exit status.
int deliver(const Options& options, std::string drawn) {
  const fs::path file = *options.out;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const auto written =
      viz::told(viz::write_files(folder, {{file.filename().string(), std::move(drawn)}}));
  const auto* fault = std::get_if<words::Text>(&written);
  if (fault == nullptr) return status::done;
  tell(say(options.lang, "failure.write", {{"why", viz::pick(*fault, options.lang)}}));
  return status::unfinished;
}

}  // namespace

int draw_network(const Options& options) {
  const auto loaded = load_case(options);
  if (!tell_faults(loaded, options.lang)) return status::bad_input;
  if (options.out && !output_file_is_fit(*options.out, loaded.files, options.lang)) {
    return status::bad_input;
  }
  tell_findings(loaded.analysis, options.lang);
  auto picture = viz::picture_of(loaded.model->scenario());
  if (options.replications > 0) {
    const auto results = simulate(options, loaded);
    if (!results) return status::unfinished;
    viz::add_flows(picture, loaded.model->scenario(), *results);
  }
  auto drawn = draw(options.drawing, picture, options.lang);
  if (!options.out) {
    put(drawn);
    return status::done;
  }
  return deliver(options, std::move(drawn));
}

}  // namespace app
