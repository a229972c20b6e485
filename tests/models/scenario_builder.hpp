// SPDX-License-Identifier: Apache-2.0
/// @file
/// Small scenarios in a few lines, for tests of the models and of theory:
///
///   cases::Builder b;
///   b.exit("home");
///   b.setting("ward", 12, cases::exponential_days(5), {{"home", 1}});
///   b.arrival("referrals", 2.1, "ward");                     // a Poisson stream, per day
///   const flow::Network network = flow::compile_network(b.scenario());
///
/// Defaults: one attribute "class" with the value "any", 1 January 2024 (a Monday), no warm-up, 365
/// days, first come first served, `wait` when full. What a function returns may be altered until
/// the builder is destroyed: `b.setting(...).when_full.policy = WhenFull::Policy::Lost`.
#pragma once

#include <chrono>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/scenario.hpp"

namespace cases {

inline constexpr double unlimited = scenarios::Calendar::unlimited;

/// {{"home", 0.9}, {"death", 0.1}}
using Shares = std::vector<std::pair<std::string, double>>;

// ---------------------------------------------------------------- distributions

[[nodiscard]] inline scenarios::DistributionSpec fixed(double value, scenarios::TimeUnit unit) {
  scenarios::DistributionSpec spec;
  spec.kind = scenarios::DistributionSpec::Kind::Fixed;
  spec.unit = unit;
  spec.value = value;
  return spec;
}
[[nodiscard]] inline scenarios::DistributionSpec fixed_days(double value) {
  return fixed(value, scenarios::TimeUnit::Days);
}

[[nodiscard]] inline scenarios::DistributionSpec exponential(double mean,
                                                             scenarios::TimeUnit unit) {
  scenarios::DistributionSpec spec;
  spec.kind = scenarios::DistributionSpec::Kind::Exponential;
  spec.unit = unit;
  spec.mean = mean;
  return spec;
}
[[nodiscard]] inline scenarios::DistributionSpec exponential_days(double mean) {
  return exponential(mean, scenarios::TimeUnit::Days);
}

/// A two-parameter family by mean and coefficient of variation.
[[nodiscard]] inline scenarios::DistributionSpec by_cv(scenarios::DistributionSpec::Kind kind,
                                                       double mean_days, double cv) {
  scenarios::DistributionSpec spec;
  spec.kind = kind;
  spec.mean = mean_days;
  spec.cv = cv;
  return spec;
}
[[nodiscard]] inline scenarios::DistributionSpec gamma_days(double mean, double cv) {
  return by_cv(scenarios::DistributionSpec::Kind::Gamma, mean, cv);
}
[[nodiscard]] inline scenarios::DistributionSpec lognormal_days(double mean, double cv) {
  return by_cv(scenarios::DistributionSpec::Kind::Lognormal, mean, cv);
}
[[nodiscard]] inline scenarios::DistributionSpec weibull_days(double mean, double cv) {
  return by_cv(scenarios::DistributionSpec::Kind::Weibull, mean, cv);
}

[[nodiscard]] inline scenarios::DistributionSpec uniform_days(double min, double max) {
  scenarios::DistributionSpec spec;
  spec.kind = scenarios::DistributionSpec::Kind::Uniform;
  spec.min = min;
  spec.max = max;
  return spec;
}

// ---------------------------------------------------------------- parts

/// when("class", {"old", "frail"}): those whose class is one of these.
[[nodiscard]] inline scenarios::Condition when(std::string attribute,
                                               std::vector<std::string> values) {
  return {{{std::move(attribute), std::move(values)}}};
}

/// set("class", {{"old", 0.3}, {"young", 0.7}}): draws the value; set("class", "old") is certain.
[[nodiscard]] inline scenarios::Assignment set(std::string attribute, Shares mix) {
  return {{std::move(attribute), std::move(mix)}};
}
[[nodiscard]] inline scenarios::Assignment set(std::string attribute, std::string value) {
  return {{std::move(attribute), {{std::move(value), 1.0}}}};
}

/// A constant capacity.
[[nodiscard]] inline scenarios::Calendar places(double normal) { return {normal, {}}; }

/// A capacity that is `value` from one date to another, both included, and `normal` else.
[[nodiscard]] inline scenarios::Calendar places(double normal, sim::Date from, sim::Date to,
                                                double value) {
  scenarios::CalendarRule rule;
  rule.from = from;
  rule.to = to;
  rule.value = value;
  return {normal, {rule}};
}

/// A date without ceremony: day(2024, 7, 1).
[[nodiscard]] inline sim::Date day(int year, unsigned month, unsigned day_of_month) {
  return sim::Date{std::chrono::year{year} / std::chrono::month{month} /
                   std::chrono::day{day_of_month}};
}

// ---------------------------------------------------------------- the whole

/// Puts a scenario together. References it hands out stay valid.
class Builder {
 public:
  Builder() {
    scenario_.title = {"Prov", "Test"};
    scenario_.path = "test.json";
    scenario_.horizon.start = day(2024, 1, 1);
    scenario_.attributes = {{"class", {"any"}}};
    // Room for all that a network can hold, so that nothing moves when something is added.
    scenario_.settings.reserve(256);
    scenario_.arrivals.reserve(256);
    scenario_.moves.reserve(4096);
    scenario_.initial.census.reserve(256);
  }

  /// An attribute; the first call replaces the default "class" unless it names it.
  Builder& attribute(std::string name, std::vector<std::string> values) {
    if (!own_attributes_) scenario_.attributes.clear();
    own_attributes_ = true;
    scenario_.attributes.emplace_back(std::move(name), std::move(values));
    return *this;
  }

  Builder& exit(std::string id) {
    scenario_.exits.emplace_back(id, scenarios::Text{id, id});
    return *this;
  }

  /// An exit that is a death.
  Builder& death(std::string id) {
    scenario_.deaths.push_back(id);
    return exit(std::move(id));
  }

  /// A setting with one stay and one row of routes. `capacity` may be cases::unlimited.
  scenarios::Setting& setting(std::string id, double capacity, scenarios::DistributionSpec stay,
                              Shares to) {
    scenarios::Setting setting;
    setting.label = {id, id};
    setting.capacity = places(capacity);
    setting.stay.push_back({{}, {}, std::move(stay)});
    setting.routes.push_back({{}, std::move(to)});
    scenario_.settings.emplace_back(std::move(id), std::move(setting));
    return scenario_.settings.back().second;
  }

  /// A Poisson stream of so many patients per day.
  scenarios::Arrival& arrival(std::string id, double per_day, std::string to) {
    scenarios::Arrival arrival;
    arrival.label = {id, id};
    arrival.per_day = per_day;
    arrival.to = std::move(to);
    scenario_.arrivals.emplace_back(std::move(id), std::move(arrival));
    return scenario_.arrivals.back().second;
  }

  /// Appointments at these hours on every day.
  scenarios::Arrival& appointments(std::string id, std::vector<double> hours, std::string to) {
    auto& arrival = this->arrival(std::move(id), 0, std::move(to));
    arrival.kind = scenarios::Arrival::Kind::Scheduled;
    arrival.per_day.reset();
    arrival.hours = std::move(hours);
    return arrival;
  }

  /// Properties of the move from -> to ("*" is any).
  scenarios::Move& move(const std::string& from, const std::string& to) {
    scenario_.moves.emplace_back(from + "->" + to, scenarios::Move{});
    return scenario_.moves.back().second;
  }

  /// Patients present at the start: in place, and waiting for one.
  scenarios::Census& census(std::string setting, double count, double waiting = 0) {
    scenarios::Census row;
    row.setting = std::move(setting);
    row.count = count;
    row.waiting = waiting;
    scenario_.initial.census.push_back(std::move(row));
    return scenario_.initial.census.back();
  }

  Builder& horizon(int warm_up_days, int days) {
    scenario_.horizon.warm_up_days = warm_up_days;
    scenario_.horizon.days = days;
    return *this;
  }

  [[nodiscard]] scenarios::Scenario& scenario() { return scenario_; }
  [[nodiscard]] const scenarios::Scenario& scenario() const { return scenario_; }

 private:
  scenarios::Scenario scenario_;
  bool own_attributes_ = false;
};

}  // namespace cases
