// SPDX-License-Identifier: Apache-2.0
// The part of NetworkBuilder that makes arrival streams.

#include <algorithm>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "models/flow/network_builder.hpp"
#include "models/flow/units.hpp"
#include "scenarios/csv.hpp"
#include "scenarios/issue.hpp"

namespace flow {
namespace {

/// First rate whose condition holds, per person and ms.
double rate_of(const scenarios::Arrival& arrival, const Vocabulary& vocabulary, Profile profile) {
  for (const auto& rate : arrival.rates) {
    if (vocabulary.matches(rate.when, profile)) {
      return rate.per_1000_per_year / 1000 / ms_per_year;
    }
  }
  return 0;
}

}  // namespace

void NetworkBuilder::add_sources() {
  for (const auto& [id, arrival] : scenario_.arrivals) {
    Source source;
    source.name = id;
    source.pointer = scenarios::child_pointer("/arrivals", id);
    source.kind = arrival.kind;
    source.to = place(arrival.to);
    source.residence = place(arrival.residence);
    source.assignment = assignment(arrival.attributes, source.pointer + "/attributes");
    source.show_up = arrival.show_up;
    if (arrival.batch) source.batch = law(*arrival.batch, source.pointer + "/batch");
    switch (arrival.kind) {
      case scenarios::Arrival::Kind::Poisson:
        add_poisson(std::move(source), arrival);
        break;
      case scenarios::Arrival::Kind::Scheduled:
        add_scheduled(std::move(source), arrival);
        break;
      case scenarios::Arrival::Kind::File:
        add_listed(std::move(source), arrival);
        break;
      case scenarios::Arrival::Kind::Renewal:
        add_renewal(std::move(source), arrival);
        break;
    }
  }
  for (auto& source : net_.sources) source.family = sim::family_of(source.name);
}

void NetworkBuilder::add_poisson(Source source, const scenarios::Arrival& arrival) {
  if (!arrival.file.empty()) return add_expected(source, arrival);
  source.pattern = static_cast<std::uint32_t>(net_.patterns.size());
  net_.patterns.emplace_back(arrival.intensity, net_.start, net_.measured_from, net_.end,
                             net_.holidays);
  const double lever = scenario_.levers.arrivals;
  if (arrival.per_day) source.per_ms = lever * *arrival.per_day / ms_per_day;
  if (arrival.per_year) source.per_ms = lever * *arrival.per_year / ms_per_year;
  if (arrival.rates.empty()) {
    net_.sources.add(std::move(source));
    return;
  }
  // One stream per combination of the population attributes in `each`; the others are pooled.
  std::map<std::vector<std::size_t>, std::vector<PopulationCell>> groups;
  const auto& vocabulary = net_.vocabulary;
  for (const auto& cell : compile_population(scenario_, vocabulary)) {
    std::vector<std::size_t> group;
    for (const auto& name : arrival.each) {
      group.push_back(vocabulary.value(cell.profile, vocabulary.find_attribute(name).value()));
    }
    groups[group].push_back(cell);
  }
  for (const auto& [group, cells] : groups) {
    Source stream = source;
    stream.per_ms = 0;
    for (const auto& cell : cells) {
      stream.per_ms += cell.persons * rate_of(arrival, vocabulary, cell.profile);
    }
    if (lever != 1) stream.per_ms *= lever;
    if (stream.per_ms <= 0) continue;
    for (std::size_t i = 0; i < group.size(); ++i) {
      const auto attribute = vocabulary.find_attribute(arrival.each[i]).value();
      stream.name += fmt::format("/{}", vocabulary.value_name(attribute, group[i]));
      stream.profile = vocabulary.with(stream.profile, attribute, group[i]);
    }
    net_.sources.add(std::move(stream));
  }
}

/// One stream per group of the file, at the mean of its expected numbers; the day's number relative to
/// that mean is a factor of the stream's own pattern.
void NetworkBuilder::add_expected(const Source& source, const scenarios::Arrival& arrival) {
  for (const auto& [attributes, per_day] : scenarios::expected_arrivals(scenario_, arrival)) {
    const double mean =
        std::accumulate(per_day.begin(), per_day.end(), 0.0) / static_cast<double>(per_day.size());
    auto by_day = per_day;
    for (double& number : by_day) number = mean > 0 ? number / mean : 0;
    Source stream = source;
    stream.per_ms = scenario_.levers.arrivals * mean / ms_per_day;
    for (const auto& [name, value] : attributes) stream.name += "/" + value;
    stream.profile = profile_of(attributes, stream.profile);
    stream.pattern = static_cast<std::uint32_t>(net_.patterns.size());
    net_.patterns.emplace_back(arrival.intensity, net_.start, net_.measured_from, net_.end,
                               net_.holidays, by_day);
    net_.sources.add(std::move(stream));
  }
}

void NetworkBuilder::add_renewal(Source source, const scenarios::Arrival& arrival) {
  // The mean gap and every other one is divided by the lever: the rate is multiplied by it.
  const double lever = scenario_.levers.arrivals;
  if (lever > 0) {
    source.gap = law(*arrival.interarrival, source.pointer + "/interarrival", 1 / lever);
    source.per_ms = 1 / (net_.laws[source.gap].mean_days() * ms_per_day);
  }
  net_.sources.add(std::move(source));
}

void NetworkBuilder::add_scheduled(Source source, const scenarios::Arrival& arrival) {
  for (auto day = scenario_.horizon.start; day < net_.end; day += std::chrono::days{1}) {
    const auto kind = net_.holidays.kind_of(day);
    if (!arrival.days.empty() && std::ranges::find(arrival.days, kind) == arrival.days.end()) {
      continue;
    }
    for (const double hour : arrival.hours) {
      source.times.push_back({sim::Time{day} + sim::from_hours(hour), source.profile});
    }
  }
  std::ranges::stable_sort(source.times, {}, &Source::Listed::time);
  net_.sources.add(std::move(source));
}

void NetworkBuilder::add_listed(Source source, const scenarios::Arrival& arrival) {
  for (const auto& row : scenarios::arrival_list(scenario_, arrival)) {
    if (row.time < net_.start || row.time >= net_.end) continue;
    source.times.push_back({row.time, profile_of(row.attributes, source.profile)});
    if (row.stay_days)
      source.stays.push_back(sim::from_days(scenario_.levers.stays * *row.stay_days));
  }
  net_.knows_stays |= !source.stays.empty();
  net_.sources.add(std::move(source));
}

}  // namespace flow
