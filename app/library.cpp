// SPDX-License-Identifier: Apache-2.0
#include "app/library.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "scenarios/own_attributes.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/text_file.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

scenarios::Text text_of(const Json& file, const char* key) {
  const auto found = file.find(key);
  if (found == file.end()) return {};
  if (found->is_string()) return {found->get<std::string>(), found->get<std::string>()};
  if (!found->is_object()) return {};
  const auto member = [&](const char* lang) {
    const auto value = found->find(lang);
    return value != found->end() && value->is_string() ? value->get<std::string>() : std::string();
  };
  return {member("sv"), member("en")};
}

/// Something with a title, and settings of its own or of a file that it extends; a schema, a table
/// and settings of an editor have not. Rule files have systems, patient cases a patient.
bool looks_like_scenario(const Json& file) {
  return file.is_object() && (file.contains("settings") || file.contains("extends")) &&
         (file.contains("title") || file.contains("extends")) && !file.contains("systems") &&
         !file.contains("patient");
}

std::optional<LibraryEntry> read_entry(const fs::path& path) {
  std::vector<scenarios::Issue> no_scenario;
  const auto text = scenarios::read_text(path, path.generic_string(), no_scenario);
  if (!text) return std::nullopt;
  const auto file = Json::parse(*text, nullptr, false);
  if (file.is_discarded() || !looks_like_scenario(file)) return std::nullopt;
  auto loaded = scenarios::load(path);
  if (!loaded.scenario) {
    return LibraryEntry{path, text_of(file, "title"), text_of(file, "question"),
                        loaded.errors.size()};
  }
  return LibraryEntry{path, loaded.scenario->title, loaded.scenario->question, 0};
}

/// Relative to where the user is, when it lies there.
fs::path as_given(const fs::path& path) {
  std::error_code error;
  const auto relative = fs::relative(path, fs::current_path(error), error);
  return error || relative.empty() || *relative.begin() == ".." ? path : relative;
}

}  // namespace

std::vector<fs::path> library_folders() {
  std::vector<fs::path> candidates;
  // Read once, before there is a second thread.
  if (const char* own = std::getenv("TROSKEL_SCENARIOS")) {  // NOLINT(concurrency-mt-unsafe)
    std::istringstream list(own);
    for (std::string folder; std::getline(list, folder, ':');) {
      if (!folder.empty()) candidates.emplace_back(folder);
    }
  }
  candidates.emplace_back("scenarios");
  std::error_code error;
  auto folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  candidates.push_back(folder / "../share/troskel/scenarios");
  for (int up = 0; up < 4 && !folder.empty(); ++up) {
    candidates.push_back(folder / "scenarios");
    folder = folder.parent_path();
  }
  std::vector<fs::path> found;
  for (const auto& candidate : candidates) {
    if (!fs::is_directory(candidate, error)) continue;
    const auto real = fs::canonical(candidate, error);
    if (!error && std::ranges::find(found, real) == found.end()) found.push_back(real);
  }
  return found;
}

namespace {

/// The JSON files right in a sub-folder of the folders, by path.
std::vector<fs::path> files_in(const std::vector<fs::path>& folders, std::string_view sub_folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& folder : folders) {
    fs::directory_iterator walk(folder / sub_folder, error);
    for (; !error && walk != fs::directory_iterator(); walk.increment(error)) {
      if (walk->path().extension() == ".json") files.push_back(as_given(walk->path()));
    }
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

std::vector<fs::path> find_rule_files(const std::vector<fs::path>& folders) {
  return files_in(folders, "rules");
}

std::vector<fs::path> find_case_files(const std::vector<fs::path>& folders) {
  return files_in(folders, "cases");
}

RuleEntry read_rule_entry(const fs::path& path) {
  const auto loaded = scenarios::load_rules(path);
  if (!loaded.rules) return {path, {}, {}, {}, loaded.errors.size()};
  const auto& files = loaded.rules->files;
  const std::string base =
      files.size() < 2 ? "" : fs::path(files[files.size() - 2]).filename().generic_string();
  return {path, loaded.rules->title, loaded.rules->systems, base, 0};
}

scenarios::LoadedCase load_case_of_library(const fs::path& path,
                                           const std::vector<fs::path>& rule_files) {
  auto best = scenarios::load_case(path);
  for (const auto& file : rule_files) {
    if (best.errors.empty()) break;
    const auto loaded = scenarios::load_rules(file);
    if (!loaded.rules || loaded.rules->attributes.empty()) continue;
    const scenarios::CaseVocabulary vocabulary({&*loaded.rules, 1});
    auto read = scenarios::load_case(path, vocabulary.dimensions());
    if (read.errors.size() < best.errors.size()) best = std::move(read);
  }
  return best;
}

std::vector<scenarios::Fact> library_facts(const std::vector<fs::path>& folders) {
  std::error_code error;
  for (const auto& folder : folders) {
    if (!fs::exists(folder / "data/facts.csv", error)) continue;
    std::vector<scenarios::Issue> issues;
    return scenarios::read_facts(folder / "data/facts.csv", issues);
  }
  return {};
}

fs::path named_file(const std::string& word, const std::vector<fs::path>& files) {
  std::error_code error;
  if (fs::exists(word, error)) return word;
  const auto found =
      std::ranges::find_if(files, [&](const fs::path& file) { return file.stem() == word; });
  return found == files.end() ? fs::path(word) : *found;
}

namespace {

/// More than this is no library of scenarios, but a disk.
constexpr std::size_t most_files = 20'000;
constexpr int deepest_folder = 6;

/// The JSON files below a folder. False when there is more than was looked at.
bool add_files_below(const fs::path& folder, std::vector<fs::path>& files) {
  std::error_code error;
  fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied,
                                        error);
  bool whole = true;
  for (std::size_t seen = 0; !error && walk != fs::recursive_directory_iterator();
       walk.increment(error)) {
    if (++seen > most_files) return false;
    if (walk.depth() >= deepest_folder && walk.recursion_pending()) {
      whole = whole && !walk->is_directory(error);
      walk.disable_recursion_pending();
    }
    if (walk->path().extension() == ".json" && walk->is_regular_file(error)) {
      files.push_back(walk->path());
    }
  }
  return whole;
}

}  // namespace

LibrarySearch find_scenarios(const std::vector<fs::path>& folders) {
  LibrarySearch search;
  std::vector<fs::path> files;
  for (const auto& folder : folders) {
    search.cut = !add_files_below(folder, files) || search.cut;
  }
  std::ranges::sort(files);
  files.erase(std::unique(files.begin(), files.end()), files.end());
  for (const auto& file : files) {
    if (auto entry = read_entry(as_given(file))) search.entries.push_back(std::move(*entry));
  }
  return search;
}

}  // namespace app
