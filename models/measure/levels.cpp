// SPDX-License-Identifier: Apache-2.0
#include "models/measure/levels.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "models/measure/figure_text.hpp"
#include "scenarios/data_rows.hpp"
#include "sim/check.hpp"
#include "words/catalog.hpp"

namespace care {
namespace {

using scenarios::Level;

/// The figures of a number's quantiles, by level_quantiles.
std::array<const Figure*, level_quantiles.size()> quantile_figures(Level count) {
  switch (count) {
    case Level::Queued:
      return {&figures::queued_p05, &figures::queued_p50, &figures::queued_p95};
    case Level::Ready:
      return {&figures::ready_p05, &figures::ready_p50, &figures::ready_p95};
    case Level::Blocked:
      return {&figures::blocked_p05, &figures::blocked_p50, &figures::blocked_p95};
    case Level::Present:
    case Level::Occupied:
      break;
  }
  SIM_CHECK(false);
  return {};
}

LevelPlan plan_level(CatalogueBuilder& to, flow::Place setting, Level count) {
  LevelPlan plan{setting, count, to.slots(level_quantiles.size()), no_slot};
  const About about{.setting = to.network().place_ids[setting]};
  if (count == Level::Blocked) {
    plan.sum_ms = to.slot();
    to.time_mean(figures::blocked, about, plan.sum_ms);
  }
  const auto told = quantile_figures(count);
  for (std::size_t q = 0; q < told.size(); ++q) {
    to.total(*told[q], about, plan.first_quantile + q);
  }
  return plan;
}

/// Without weeks there is one season, of the whole measured time.
Seasons seasons_of(const scenarios::Limit& limit, const std::vector<Week>& weeks) {
  if (limit.weeks) return find_seasons(weeks, *limit.weeks);
  return {{{0, weeks.size(), weeks.size()}}, false};
}

LimitPlan plan_limit(CatalogueBuilder& to, const scenarios::Limit& limit) {
  LimitPlan plan;
  plan.setting = to.network().find_place(limit.setting).value();
  plan.count = limit.count;
  const bool all_places = limit.count == Level::Occupied && !limit.at_least;
  plan.at_least = all_places ? 0 : std::llround(std::ceil(limit.at_least.value_or(1)));
  plan.seasons = seasons_of(limit, to.catalogue.weeks);
  plan.season_at.assign(to.catalogue.weeks.size(), -1);
  std::int32_t number = 0;
  for (const auto& span : plan.seasons.spans) {
    for (auto week = span.first; week < span.end; ++week) plan.season_at[week] = number;
    ++number;
  }
  for (auto* slot : {&plan.any, &plan.days, &plan.reached_ms, &plan.episodes, &plan.longest_ms}) {
    *slot = to.slot();
  }
  return plan;
}

/// A count has no value where there was no season.
void add_figures(CatalogueBuilder& to, const std::string& name, const scenarios::Limit& limit,
                 const LimitPlan& plan) {
  const auto label = named(limit.label, name);
  const auto key = [&](std::string_view part, std::string_view what, Unit unit) {
    return CatalogueBuilder::named_key(name, label, part, words::say(std::string(what)), unit);
  };
  const auto constant = [&](std::size_t n) {
    return to.track({.field = Tracked::Field::Constant, .constant = static_cast<std::int64_t>(n)});
  };
  const auto seasons = plan.seasons.spans.size();
  const auto judged = constant(seasons > 0 ? 1 : 0);
  to.probability(key("", limit.weeks ? "limit.any_season" : "limit.any", Unit::None), plan.any,
                 constant(seasons), static_cast<std::uint32_t>(seasons));
  to.metric(key("days", "limit.days", Unit::Days), plan.days, judged, 1);
  to.metric(key("hours", "limit.hours", Unit::Hours), plan.reached_ms, judged, hours_per_ms);
  to.metric(key("episodes", "limit.episodes", Unit::Episodes), plan.episodes, judged, 1);
  to.metric(key("longest", "limit.longest", Unit::Hours), plan.longest_ms, plan.any, hours_per_ms);
}

/// Adds how often a row has struck: struck.<setting>.<list>.<number>.
void add_strike(CatalogueBuilder& to, flow::Place setting, std::string_view list,
                std::size_t number, Slot slot) {
  auto key = CatalogueBuilder::key(figures::struck, {.setting = to.network().place_ids[setting]});
  key.id += fmt::format(".{}.{}", list, number);
  const auto row = fmt::format(": {}/{}", list, number);
  key.label.sv += row;
  key.label.en += row;
  to.metric(std::move(key), slot, no_slot, 1);
}

sim::Table<flow::Place, Slot> add_strikes(CatalogueBuilder& to) {
  sim::Table<flow::Place, Slot> first(to.network().settings, no_slot);
  for (const auto& id : to.scenario().report_changes) {
    const auto s = to.network().find_place(id).value();
    const auto& setting = to.scenario().settings[sim::index(s)].second;
    const auto hazards = setting.hazards.size(), changes = setting.changes.size();
    first[s] = to.slots(hazards + changes);
    for (std::size_t h = 0; h < hazards; ++h) add_strike(to, s, "hazards", h, first[s] + h);
    for (std::size_t c = 0; c < changes; ++c) {
      add_strike(to, s, "changes", c, first[s] + (hazards + c));
    }
  }
  return first;
}

}  // namespace

LevelPlans add_level_figures(CatalogueBuilder& to) {
  LevelPlans plans;
  if (!to.scenario().report_changes.empty()) plans.first_strike = add_strikes(to);
  for (const auto& id : to.scenario().report_levels) {
    const auto setting = to.network().find_place(id).value();
    for (const auto count : {Level::Queued, Level::Ready, Level::Blocked}) {
      plans.levels.push_back(plan_level(to, setting, count));
    }
  }
  for (const auto& [name, limit] : to.scenario().limits) {
    plans.limits.push_back(plan_limit(to, limit));
    add_figures(to, name, limit, plans.limits.back());
  }
  for (const auto& text : to.scenario().report_at) {
    plans.moments.push_back(scenarios::time_in(text).value());
  }
  std::ranges::sort(plans.moments);
  if (!plans.moments.empty()) {
    plans.first_state = to.slots(plans.moments.size() * to.network().settings * scenarios::levels);
  }
  return plans;
}

void record_levels(const LevelPlan& plan, std::span<const std::int64_t> at_level_ms,
                   std::int64_t horizon_ms, Recorder& record) {
  const auto quantiles = quantiles_over_time(at_level_ms, horizon_ms);
  for (std::size_t q = 0; q < quantiles.size(); ++q) {
    record.total(plan.first_quantile + q) = quantiles[q];
  }
  if (plan.sum_ms == no_slot) return;
  for (std::size_t level = 0; level < at_level_ms.size(); ++level) {
    record.total(plan.sum_ms) += static_cast<std::int64_t>(level) * at_level_ms[level];
  }
}

void LimitWatch::hold(std::int64_t level, std::int64_t offered, sim::Time from, sim::Time to,
                      std::size_t week, Recorder& record) {
  const auto season = plan_->season_at[week];
  const auto least = plan_->at_least > 0 ? plan_->at_least : std::max(offered, std::int64_t{1});
  if (season < 0 || level < least) {
    reached_ = false;
    return;
  }
  if (season != season_) {
    season_ = season;
    ++record.total(plan_->any);
    reached_ = false;  // no episode reaches from one season into the next
    longest_ = {};
  }
  if (!reached_) {
    reached_ = true;
    length_ = {};
    ++record.total(plan_->episodes);
  }
  length_ += to - from;
  record.total(plan_->reached_ms) += (to - from).count();
  if (length_ > longest_) {
    record.total(plan_->longest_ms) += (length_ - longest_).count();
    longest_ = length_;
  }
  const auto first = std::max(std::chrono::floor<std::chrono::days>(from), first_uncounted_);
  const auto end =
      std::chrono::floor<std::chrono::days>(to - sim::Duration{1}) + std::chrono::days{1};
  if (end <= first) return;
  record.total(plan_->days) += (end - first).count();
  first_uncounted_ = end;
}

}  // namespace care
