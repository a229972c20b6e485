// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <variant>

#include "app/analysis_text.hpp"
#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/load.hpp"
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

std::string not_writable(const Options& options, const viz::OutputError& error) {
  return expected_got(options.lang, "--out", say(options.lang, "expected.writable_file"),
                      viz::pick(error.message(), options.lang));
}

}  // namespace

int draw_network(const Options& options) {
  const auto loaded = load_case(options);
  if (!tell_faults(loaded, options.lang)) return status::bad_input;
  fs::path file = options.out.value_or("");
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  if (options.out) {
    std::error_code error;
    if (!file.has_filename() || fs::is_directory(file, error)) {
      tell(not_writable(options, {file, words::say("got.folder")}));
      return status::bad_input;
    }
    if (const auto fault = viz::prepare_folder(folder)) {
      tell(not_writable(options, *fault));
      return status::bad_input;
    }
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
  const auto written = viz::write_files(folder, {{file.filename().string(), std::move(drawn)}});
  if (const auto* error = std::get_if<viz::OutputError>(&written)) {
    tell(not_writable(options, *error));
    return status::unfinished;
  }
  return status::done;
}

}  // namespace app
