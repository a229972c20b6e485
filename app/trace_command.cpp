// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/load.hpp"
#include "app/status.hpp"
#include "app/text.hpp"
#include "models/trace.hpp"
#include "sim/civil_date.hpp"
#include "viz/format.hpp"
#include "viz/json_writing.hpp"
#include "viz/text_table.hpp"
#include "viz/views.hpp"

namespace app {
namespace {

constexpr std::size_t most_listed = 20;
constexpr std::size_t widest_text = 64;

/// "2025-07-14 07:00".
std::string moment(sim::Time time) {
  auto text = sim::iso_date_time(time).substr(0, 16);
  text[10] = ' ';
  return text;
}

/// The name of a setting or exit.
std::string place_name(const scenarios::Scenario& scenario, const std::string& id, viz::Lang lang) {
  if (const auto* label = viz::find_named(scenario.exits, id)) {
    const auto& name = viz::pick(*label, lang);
    return name.empty() ? id : name;
  }
  return viz::setting_name(scenario, id, lang);
}

void print_journey(const Options& options, const std::vector<care::TraceStep>& steps) {
  put(say(options.lang, "trace.head",
          {{"patient", *options.patient},
           {"replication", options.replication},
           {"seed", options.seed}}));
  std::size_t width = 0;
  for (const auto& step : steps) {
    width = std::max(width, viz::columns_of(viz::pick(step.text, options.lang)));
  }
  width = std::min(width, widest_text);
  for (const auto& step : steps) {
    const auto& text = viz::pick(step.text, options.lang);
    std::string line = moment(step.time) + "  " + text;
    std::string pointers;
    for (const auto& pointer : step.pointers) pointers += (pointers.empty() ? "" : ", ") + pointer;
    if (!pointers.empty()) {
      const auto columns = viz::columns_of(text);
      line += std::string(width - std::min(width, columns), ' ') + "  (" + pointers + ")";
    }
    put(line + "\n");
  }
}

void print_journey_json(const Options& options, const std::vector<care::TraceStep>& steps) {
  put(viz::json_object(2, [&](viz::JsonWriting& file) {
    file("patient", *options.patient);
    file("replication", options.replication);
    file("seed", options.seed);
    file.list("steps", steps, [&](const care::TraceStep& step) {
      file("time", sim::iso_date_time(step.time));
      file("text", step.text);
      file("place", step.place);
      file("days", sim::days(step.length));
      file("pointers", step.pointers);
    });
  }));
}

void print_choice(const Options& options, const scenarios::Scenario& scenario,
                  const care::Travellers& travellers) {
  const auto lang = options.lang;
  viz::TextTable table({0, 2, 3, 4});
  table.row({say(lang, "trace.patient").data(), std::string(say(lang, "trace.stays")),
             std::string(say(lang, "trace.from")), std::string(say(lang, "trace.to")),
             std::string(say(lang, "trace.last_in"))});
  for (const auto& one : travellers.longest) {
    table.row({one.id, std::to_string(one.settings), moment(one.first), moment(one.last),
               place_name(scenario, one.place, lang)});
  }
  for (const auto& line : table.lines(0, viz::no_width)) put(line + "\n");
  for (const auto& group : travellers.groups) {
    if (group.count == 0) continue;
    tell(say(lang, "trace.group",
             {{"source", group.name},
              {"of", group.name},
              {"last", group.last},
              {"n", viz::count(group.count, lang)}}));
  }
  if (travellers.longest.empty()) {
    tell(say(lang, "trace.nobody"));
    return;
  }
  tell(say(lang, "trace.follow", {{"patient", travellers.longest.front().id}}));
}

void print_choice_json(const care::Travellers& travellers) {
  put(viz::json_object(2, [&](viz::JsonWriting& file) {
    file.list("patients", travellers.longest, [&](const auto& one) {
      file("id", one.id);
      file("stays", one.settings);
      file("first", sim::iso_date_time(one.first));
      file("last", sim::iso_date_time(one.last));
      file("place", one.place);
    });
    file.list("sources", travellers.groups, [&](const auto& group) {
      file("name", group.name);
      file("patients", group.count);
      file("last", group.last);
    });
  }));
}

/// The sources that a name may have been meant as, the nearest first, at most three.
std::vector<std::string> near_sources(const std::string& name, std::vector<std::string> groups) {
  std::vector<std::string> result;
  while (result.size() < 3) {
    const auto near = scenarios::nearest(name, groups);
    if (!near) break;
    result.push_back(*near);
    std::erase(groups, *near);
  }
  return result;
}

/// No source has the name: which ones it may be, or some that there are.
std::string no_such_source(viz::Lang lang, const std::string& name,
                           const std::vector<std::string>& groups) {
  auto shown = near_sources(name, groups);
  const bool near = !shown.empty();
  if (!near)
    shown.assign(groups.begin(), groups.begin() + std::min<std::ptrdiff_t>(3, std::ssize(groups)));
  std::string list;
  for (const auto& source : shown) list += (list.empty() ? "" : ", ") + source + "/...";
  if (near) return say(lang, "trace.meant", {{"list", list}});
  return say(lang, "trace.sources", {{"list", list}, {"n", groups.size()}});
}

/// Why there is no such patient, and how to find one.
std::string no_such_patient(const Options& options, const care::Model& model) {
  const auto lang = options.lang;
  const std::string got = scenarios::in_quotes(*options.patient);
  const auto slash = options.patient->rfind('/');
  const std::string group = options.patient->substr(0, slash);
  const auto groups = care::patient_groups(model);
  if (std::ranges::find(groups, group) == groups.end() || slash == std::string::npos) {
    return expected_got(lang, "--patient", say(lang, "expected.patient_id"), got) +
           no_such_source(lang, group, groups);
  }
  for (const auto& known : care::travellers(model, options.seed, options.replication, 0).groups) {
    if (known.name != group || known.count == 0) continue;
    return expected_got(lang, "--patient",
                        say(lang, "expected.patient_of",
                            {{"n", known.count},
                             {"group", group},
                             {"of", group},
                             {"last", known.last},
                             {"replication", options.replication}}),
                        got);
  }
  return expected_got(
      lang, "--patient",
      say(lang, "expected.patient_in", {{"replication", options.replication}, {"group", group}}),
      got);
}

}  // namespace

int trace_patient(const Options& options) {
  const auto loaded = load_case(options);
  if (!tell_faults(loaded, options.lang)) return status::bad_input;
  const auto& model = *loaded.model;
  if (!options.patient) {
    const auto travellers = care::travellers(model, options.seed, options.replication, most_listed);
    if (options.json) {
      print_choice_json(travellers);
    } else {
      print_choice(options, model.scenario(), travellers);
    }
    return status::done;
  }
  const auto who = care::find_patient(model, *options.patient);
  std::vector<care::TraceStep> steps;
  if (who) steps = care::trace(model, options.seed, options.replication, *who);
  if (steps.empty()) {
    tell(no_such_patient(options, model));
    return status::bad_input;
  }
  if (options.json) {
    print_journey_json(options, steps);
  } else {
    print_journey(options, steps);
  }
  return status::done;
}

}  // namespace app
