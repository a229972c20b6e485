// SPDX-License-Identifier: Apache-2.0
#include "models/measure/passages.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "models/measure/figure_text.hpp"
#include "words/catalog.hpp"

namespace care {
namespace {

using scenarios::Passage;
using words::Text;

sim::Table<flow::Place, bool> places_named(const flow::Network& network,
                                           const std::vector<std::string>& names) {
  sim::Table<flow::Place, bool> result(network.places);
  for (const auto& name : names) {
    if (const auto place = network.find_place(name)) result[*place] = true;
  }
  return result;
}

PassagePlan::From start_of(const Passage& passage) {
  if (std::ranges::find(passage.from, "arrival") != passage.from.end()) {
    return PassagePlan::From::Arrival;
  }
  switch (passage.start) {
    case Passage::Start::Entered:
      break;
    case Passage::Start::Ready:
      return PassagePlan::From::Ready;
    case Passage::Start::Left:
      return PassagePlan::From::Left;
  }
  return PassagePlan::From::Entered;
}

/// Adds the figures of one passage.
class PassageFigures {
 public:
  PassageFigures(CatalogueBuilder& to, std::string name, const Passage& passage)
      : to_(to), name_(std::move(name)), label_(named(passage.label, name_)) {}

  /// `part` is "" of the mean; `what` completes the label.
  void add(std::string_view part, const Text& what, Unit unit, Slot numerator, Slot denominator) {
    const double scale = unit == Unit::Percent ? 100 : per_count(unit);
    to_.metric(CatalogueBuilder::named_key(name_, label_, part, what, unit), numerator, denominator,
               scale);
  }

 private:
  CatalogueBuilder& to_;
  std::string name_;
  Text label_;
};

void add_figures(CatalogueBuilder& to, const std::string& name, const Passage& passage,
                 const PassagePlan& plan) {
  PassageFigures figures(to, name, passage);
  figures.add("", words::say("passage.mean"), Unit::Hours, plan.sum_ms, plan.ended);
  for (std::size_t q = 0; q < passage_quantiles.size(); ++q) {
    const int percent = passage_quantiles[q];
    figures.add(fmt::format("p{}", percent),
                percent == 50 ? words::say("passage.median")
                              : words::say("passage.quantile", {{"percent", percent}}),
                Unit::Hours, plan.first_quantile + q, plan.any);
  }
  for (std::size_t i = 0; i < passage.within_hours.size(); ++i) {
    const auto hours = fmt::format("{:g}", passage.within_hours[i]);
    figures.add(fmt::format("within_{}h", hours), words::say("passage.within", {{"hours", hours}}),
                Unit::Percent, plan.first_within + i, plan.ended);
  }
  figures.add("ended", words::say("passage.ended"), Unit::Persons, plan.ended, no_slot);
  figures.add("under_way", words::say("passage.under_way"), Unit::Persons, plan.under_way, no_slot);
}

PassagePlan compile(CatalogueBuilder& to, const Passage& passage) {
  const auto& network = to.network();
  PassagePlan plan;
  plan.start = start_of(passage);
  plan.from = places_named(network, passage.from);
  plan.to = places_named(network, passage.to);
  plan.concerns = network.vocabulary.set_of(passage.when);
  for (const double hours : passage.within_hours) {
    plan.within_ms.push_back(std::llround(hours / hours_per_ms));
  }
  for (auto* slot : {&plan.ended, &plan.any, &plan.sum_ms, &plan.under_way}) *slot = to.slot();
  plan.first_quantile = to.slots(passage_quantiles.size());
  plan.first_within = to.slots(passage.within_hours.size());
  return plan;
}

}  // namespace

std::vector<PassagePlan> add_passages(CatalogueBuilder& to) {
  std::vector<PassagePlan> plans;
  for (const auto& [name, passage] : to.scenario().passages) {
    plans.push_back(compile(to, passage));
    add_figures(to, name, passage, plans.back());
  }
  return plans;
}

void record_lengths(const PassagePlan& plan, std::vector<std::int64_t>& lengths, Recorder& record) {
  if (lengths.empty()) return;
  std::ranges::sort(lengths);
  const auto n = lengths.size();
  record.total(plan.ended) = static_cast<std::int64_t>(n);
  record.total(plan.any) = 1;
  record.total(plan.sum_ms) = std::accumulate(lengths.begin(), lengths.end(), std::int64_t{0});
  for (std::size_t q = 0; q < passage_quantiles.size(); ++q) {
    // The smallest length that so many of a hundred are at or below, in whole numbers.
    const auto rank = (n * static_cast<std::size_t>(passage_quantiles[q]) + 99) / 100;
    record.total(plan.first_quantile + q) = lengths[rank - 1];
  }
  for (std::size_t i = 0; i < plan.within_ms.size(); ++i) {
    record.total(plan.first_within + i) =
        std::ranges::upper_bound(lengths, plan.within_ms[i]) - lengths.begin();
  }
}

}  // namespace care
