// SPDX-License-Identifier: Apache-2.0

// The answer in words. Chances are told as frequencies and with their interval; what is rounded
// says so.

#include <algorithm>
#include <array>
#include <cmath>

#include "viz/views.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

/// "in all 200 simulated summers": what happened every time is told as what was seen, not as a
/// certainty.
std::string every_one(std::uint32_t n, Season season, Lang lang) {
  return say(lang, "answer.every_one",
             {{"n", count(n, lang)}, {"seasons", season_word(season, lang)}});
}

/// The highest of `rows` in words: where the replications tell it from the others by `key`.
std::string risk_in_words(const scenarios::Scenario& scenario, const std::vector<RiskRow>& rows,
                          const RiskRow& row, std::string_view key, Lang lang) {
  const Season season = season_of(scenario);
  const auto others = like_highest(rows, row);
  const bool alone = rows.size() == 1 && key == "answer.highest";
  const std::string often = row.any->events == row.any->trials
                                ? every_one(row.any->trials, season, lang)
                            : alone ? frequency(row.any->mean, season, lang)
                                    : frequency_bare(row.any->mean, season, lang);
  std::string out = say(lang,
                        alone        ? "answer.only_risk"
                        : others > 0 ? "answer.among_highest"
                                     : key,
                        {{"municipality", municipality_name(scenario, row.municipality, lang)},
                         {"role", in_sentence(role_name(scenario, row.role, lang))},
                         {"frequency", often},
                         {"others", std::to_string(others)},
                         {"interval", chance_interval(*row.any, lang)}});
  if (row.worst_week) {
    out += say(lang, "answer.worst_week", {{"week", std::to_string(*row.worst_week)}});
  }
  return sentence_case(out + ".");
}

const RiskRow& highest_of(const std::vector<RiskRow>& rows) {
  return *std::max_element(rows.begin(), rows.end(), [](const RiskRow& a, const RiskRow& b) {
    return a.any->mean < b.any->mean;
  });
}

/// The highest risk of all, and that of the first role of the scenario if it is another: the first
/// role is the one that a scenario is mostly about.
void say_highest_risks(std::vector<std::string>& out, const scenarios::Scenario& scenario,
                       const std::vector<RiskRow>& rows, Lang lang) {
  const RiskRow& highest = highest_of(rows);
  out.push_back(risk_in_words(scenario, rows, highest, "answer.highest", lang));
  std::vector<RiskRow> first = rows;
  std::erase_if(first, [&](const RiskRow& row) { return row.role != rows.front().role; });
  const RiskRow& of_first = highest_of(first);
  if (highest.role == rows.front().role || !(of_first.any->mean > 0)) return;
  out.push_back(risk_in_words(scenario, first, of_first, "answer.highest_of_role", lang));
}

/// Who has most tight weeks: told after what was missed, as another thing.
void say_tight_weeks(std::vector<std::string>& out, const scenarios::Scenario& scenario,
                     const care::Results& results, Lang lang) {
  const care::MetricEstimate* most = nullptr;
  for (const care::MetricEstimate& metric : results.metrics) {
    if (!is(metric.key, figures::tight_weeks) || metric.n == 0) continue;
    if (metric.mean > (most == nullptr ? 0 : most->mean)) most = &metric;
  }
  if (most == nullptr) return;
  out.push_back(say(lang, "answer.tight",
                    {{"municipality", municipality_name(scenario, most->key.municipality, lang)},
                     {"role", in_sentence(role_name(scenario, most->key.role, lang))},
                     {"weeks", figure(*most, lang)}}));
}

/// Where the need of the whole period is largest against the time there is, and what is missed there;
/// nothing where that time is enough, unless there is no season to judge.
void say_highest_load(std::vector<std::string>& out, const scenarios::Scenario& scenario,
                      const care::Results& results, const std::vector<RiskRow>& rows, double from,
                      Lang lang) {
  const RiskRow* highest = nullptr;
  const auto load_of = [](const RiskRow& row) {
    return row.load != nullptr && row.load->n > 0 ? row.load->mean : 0;
  };
  for (const RiskRow& row : rows) {
    if (load_of(row) > (highest == nullptr ? from : load_of(*highest))) highest = &row;
  }
  if (highest == nullptr) return;
  const auto* missed =
      find_figure(results, figures::missed_urgent, {{}, highest->municipality, highest->role});
  out.push_back(say(lang, missed == nullptr ? "answer.highest_load" : "answer.highest_load_missed",
                    {{"municipality", municipality_name(scenario, highest->municipality, lang)},
                     {"role", in_sentence(role_name(scenario, highest->role, lang))},
                     {"load", figure(*highest->load, lang)},
                     {"missed", missed == nullptr ? std::string{} : bare_figure(*missed, lang)}}));
}

/// How many groups run a low risk: those whose interval lies below the limit. Where it lies on both
/// sides, the replications do not tell, and that is said.
void say_how_many_are_safe(std::vector<std::string>& out, const std::vector<RiskRow>& rows,
                           Lang lang) {
  constexpr double low_risk = 0.05;
  const auto safe = std::count_if(rows.begin(), rows.end(),
                                  [](const RiskRow& row) { return row.any->ci95.high < low_risk; });
  const auto open = std::count_if(rows.begin(), rows.end(), [](const RiskRow& row) {
    return row.any->ci95.low < low_risk && row.any->ci95.high >= low_risk;
  });
  const std::string_view key = open > 0   ? "answer.open"
                               : safe > 0 ? "answer.safe"
                                          : "answer.none_safe";
  out.push_back(say(lang, key,
                    {{"safe", std::to_string(safe)},
                     {"all", std::to_string(rows.size())},
                     {"open", std::to_string(open)},
                     {"n", count(rows.front().any->n, lang)}}));
}

/// Where no week of the season was simulated, there is no risk to tell of.
void answer_without_season(std::vector<std::string>& out, const scenarios::Scenario& scenario,
                           const care::Results& results, const std::vector<RiskRow>& rows,
                           Lang lang) {
  const auto [from, to] = scenario.care ? scenario.care->shortage.season : std::array{1, 53};
  out.push_back(
      say(lang, "answer.no_season", {{"from", std::to_string(from)}, {"to", std::to_string(to)}}));
  say_highest_load(out, scenario, results, rows, 0, lang);
}

void answer_on_staff(std::vector<std::string>& out, const scenarios::Scenario& scenario,
                     const care::Results& results, Lang lang) {
  const std::vector<RiskRow> rows = risk_rows(scenario, results);
  const bool has_teams = std::ranges::any_of(
      results.metrics, [](const auto& metric) { return is(metric.key, figures::tight_weeks); });
  if (rows.empty()) {
    if (!has_teams) return;
    out.emplace_back(say(lang, "answer.no_urgent"));
    say_tight_weeks(out, scenario, results, lang);
    return;
  }
  constexpr double overload = 100;
  if (rows.front().any->n == 0) {
    answer_without_season(out, scenario, results, rows, lang);
    return;
  }
  const Season season = season_of(scenario);
  const care::MetricEstimate* anywhere = risk_anywhere(results);
  const RiskRow& highest = highest_of(rows);
  if (highest.any->events == 0 && !(highest.any->mean > 0)) {
    const care::MetricEstimate& bound = anywhere != nullptr ? *anywhere : *highest.any;
    out.push_back(say(lang, "answer.none",
                      {{"n", count(bound.trials, lang)},
                       {"seasons", season_word(season, lang)},
                       {"bound", percent(bound.ci95.high, 1, lang)}}));
    say_tight_weeks(out, scenario, results, lang);
    say_highest_load(out, scenario, results, rows, overload, lang);
    return;
  }
  // Of a single team the risk anywhere is its own, which is told next.
  if (anywhere != nullptr && rows.size() > 1) {
    const std::string often = anywhere->events == anywhere->trials
                                  ? every_one(anywhere->trials, season, lang)
                                  : frequency(anywhere->mean, season, lang);
    out.push_back(
        sentence_case(say(lang, is_of_one_municipality(rows) ? "answer.here" : "answer.anywhere",
                          {{"frequency", often}})));
  }
  say_highest_risks(out, scenario, rows, lang);
  if (rows.size() > 2) say_how_many_are_safe(out, rows, lang);
  say_tight_weeks(out, scenario, results, lang);
  say_highest_load(out, scenario, results, rows, overload, lang);
}

void answer_on_ready(std::vector<std::string>& out, const scenarios::Scenario& scenario,
                     const care::Results& results, Lang lang) {
  const std::vector<PlaceRow> rows = place_rows(scenario, results, lang);
  const PlaceRow* most = nullptr;
  for (const PlaceRow& row : rows) {
    if (row.ready == nullptr || row.present == nullptr || !(row.ready->mean >= 0.05)) continue;
    if (most == nullptr || row.ready->mean > most->ready->mean) most = &row;
  }
  if (most == nullptr) return;
  const double share = most->ready->mean / std::max(most->present->mean, 1e-9);
  const int decimals = most->ready->mean < 10 ? 1 : 0;
  const std::string_view key = scenario.care ? "answer.ready" : "answer.blocked";
  out.push_back(say(lang, key,
                    {{"setting", setting_name(scenario, most->id, lang)},
                     {"ready", number(most->ready->mean, decimals, lang)},
                     {"present", number(most->present->mean, decimals, lang)},
                     {"share", percent(share, 1, lang)}}));
}

/// Whether so many wait when the period ends that the mean of those who got a place leaves them out:
/// at least one for every hundred who got one.
bool many_still_wait(const scenarios::Scenario& scenario, const PlaceRow& row) {
  const auto seen = [](const care::MetricEstimate* metric) {
    return metric != nullptr && metric->n > 0;
  };
  if (!seen(row.still_waiting) || !seen(row.still_waited) || !seen(row.longest_wait) ||
      !seen(row.wait_all) || !seen(row.entries)) {
    return false;
  }
  const double served = row.entries->mean * sim::days(scenario.horizon.length());
  return row.still_waiting->mean >= std::max(0.5, served / 100);
}

/// Who waits when the period ends is not in the mean of those who got a place.
void say_who_still_waits(std::vector<std::string>& out, const scenarios::Scenario& scenario,
                         const PlaceRow& row, Lang lang) {
  if (!many_still_wait(scenario, row)) return;
  out.push_back(say(lang, "answer.still_waiting",
                    {{"setting", setting_name(scenario, row.id, lang)},
                     {"n", short_number(row.still_waiting->mean, 2, lang)},
                     {"waited", figure(*row.still_waited, lang)},
                     {"all", figure(*row.wait_all, lang)},
                     {"longest", figure(*row.longest_wait, lang)}}));
}

void answer_on_waits(std::vector<std::string>& out, const scenarios::Scenario& scenario,
                     const care::Results& results, Lang lang) {
  for (const PlaceRow& row : place_rows(scenario, results, lang)) {
    if (out.size() >= 4) return;
    if (row.capacity.empty()) continue;
    const std::string setting = setting_name(scenario, row.id, lang);
    const std::string load = row.utilisation != nullptr ? figure(*row.utilisation, lang) : "";
    if (row.wait != nullptr && row.wait->n > 0 && row.wait->mean > 0) {
      out.push_back(say(lang, load.empty() ? "answer.wait" : "answer.wait_and_load",
                        {{"setting", setting},
                         {"wait", figure(*row.wait, lang)},
                         {"interval", interval(*row.wait, lang)},
                         {"load", load}}));
      say_who_still_waits(out, scenario, row, lang);
    } else if (!load.empty()) {
      out.push_back(say(lang, "answer.load", {{"setting", setting}, {"load", load}}));
    }
  }
}

}  // namespace

std::size_t like_highest(const std::vector<RiskRow>& rows, const RiskRow& highest) {
  const auto meets = std::ranges::count_if(
      rows, [&](const RiskRow& row) { return row.any->ci95.high >= highest.any->ci95.low; });
  return static_cast<std::size_t>(meets) - 1;
}

std::string sentence_case(std::string text) {
  if (text.empty()) return text;
  if (text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  } else if (text.starts_with("å")) {
    text.replace(0, 2, "Å");
  }
  return text;
}

std::string in_sentence(std::string text) {
  const auto upper = [](unsigned char c) { return c >= 'A' && c <= 'Z'; };
  if (text.size() < 2 || upper(static_cast<unsigned char>(text[1]))) return text;
  const auto first = static_cast<unsigned char>(text[0]);
  if (upper(first)) {
    text[0] = static_cast<char>(first - 'A' + 'a');
  } else if (first == 0xC3 && static_cast<unsigned char>(text[1]) >= 0x80 &&
             static_cast<unsigned char>(text[1]) <= 0x9E) {
    text[1] = static_cast<char>(static_cast<unsigned char>(text[1]) + 0x20);  // Å, Ä, Ö in UTF-8
  }
  return text;
}

std::vector<std::string> answer(const scenarios::Scenario& scenario, const care::Results& results,
                                Lang lang) {
  std::vector<std::string> out;
  answer_on_staff(out, scenario, results, lang);
  if (!out.empty()) {
    answer_on_ready(out, scenario, results, lang);
    return out;
  }
  answer_on_waits(out, scenario, results, lang);
  if (out.size() < 4) answer_on_ready(out, scenario, results, lang);
  if (out.empty()) {
    out.push_back(
        say(lang, "answer.no_figures", {{"n", count(results.identity.replications, lang)}}));
  }
  return out;
}

namespace {

/// A limit that a scenario states: as it stands there, 0.5 % is not 1 %.
std::string percent_of(double share, Lang lang) {
  return short_number(100 * share, 3, lang).append(say(lang, "suffix.percent"));
}

}  // namespace

std::string event_definition(const scenarios::Scenario& scenario, Lang lang) {
  if (!scenario.care) return {};
  const scenarios::Shortage& shortage = scenario.care->shortage;
  return say(lang, "risk.definition",
             {{"missed", short_number(shortage.missed_visits, 3, lang)},
              {"share", percent_of(shortage.missed_share, lang)},
              {"from", std::to_string(shortage.season[0])},
              {"to", std::to_string(shortage.season[1])}});
}

std::string tight_definition(const scenarios::Scenario& scenario, Lang lang) {
  if (!scenario.care) return {};
  const scenarios::Shortage& shortage = scenario.care->shortage;
  return say(lang, "tight.note",
             {{"load", percent_of(shortage.load, lang)},
              {"moved", percent_of(shortage.moved_share, lang)},
              {"overtime", percent_of(shortage.overtime_share, lang)},
              {"from", std::to_string(shortage.season[0])},
              {"to", std::to_string(shortage.season[1])}});
}

}  // namespace viz
