// SPDX-License-Identifier: Apache-2.0
// How results must change when the scenario does, without knowing either result: time scaled, a
// class split in two, names permuted, demand doubled where there is room, things added that nobody
// uses.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/random_network.hpp"
#include "tests/theory/theory.hpp"

namespace metamorphic_test {

constexpr std::uint32_t networks = 60;

struct Stop {
  sim::Time time{};
  flow::Note what{};
  std::string place;
  friend bool operator==(const Stop&, const Stop&) = default;
};
using Journeys = std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Stop>>;

/// Journeys by person, places by name.
Journeys journeys(const scenarios::Scenario& scenario, std::uint32_t replication) {
  const flow::Network network = flow::compile_network(scenario);
  Journeys result;
  for (const auto& step : theory::journey(scenario, replication, {.seed = 3})) {
    result[{step.family, step.serial}].push_back(
        {step.time, step.what,
         network.place_ids.contains(step.place) ? network.place_ids[step.place] : std::string{}});
  }
  return result;
}

/// Random networks in which both versions of the scenario give the same journeys.
template <class Change>
int alike(Change&& change) {
  int count = 0;
  for (std::uint32_t n = 0; n < networks; ++n) {
    const auto before = theory::RandomNetwork{n}.make();
    auto after = before;
    change(after);
    count += journeys(before, n) == journeys(after, n) ? 1 : 0;
  }
  return count;
}

const theory::Claim of_networks{theory::Group::Metamorphic, "60 random networks"};

/// Capacities that change at one moment do so in the order of the file. That is seen where one of
/// them evicts: whom it moves out meets the others before or after their change. Such networks are
/// left as they are.
void reverse_settings(scenarios::Scenario& scenario) {
  const auto evicts = [](const auto& setting) { return setting.second.evict; };
  const auto changes = [](const auto& setting) { return !setting.second.capacity.changes.empty(); };
  if (std::ranges::any_of(scenario.settings, evicts) &&
      std::ranges::count_if(scenario.settings, changes) > 1) {
    return;
  }
  std::ranges::reverse(scenario.settings);
}

TEST(Metamorphic, SettingsInAnotherOrderChangeNothing) {
  EXPECT_TRUE(of_networks.equals("networks with the same journeys, settings in reverse order",
                                 alike(reverse_settings), networks));
}

TEST(Metamorphic, ExitsInAnotherOrderChangeNothing) {
  EXPECT_TRUE(of_networks.equals(
      "networks with the same journeys, exits in reverse order",
      alike([](auto& scenario) { std::ranges::reverse(scenario.exits); }), networks));
}

TEST(Metamorphic, NamesOfSettingsDoNotMatter) {
  int count = 0;
  for (std::uint32_t n = 0; n < networks; ++n) {
    const auto named = journeys(theory::RandomNetwork{n}.make(), n);
    auto renamed = journeys(theory::RandomNetwork{n, "unit "}.make(), n);
    for (auto& journey : renamed) {
      for (auto& stop : journey.second) {
        if (stop.place.starts_with("unit ")) stop.place = "s" + stop.place.substr(5);
      }
    }
    count += named == renamed ? 1 : 0;
  }
  EXPECT_TRUE(
      of_networks.equals("networks with the same journeys, settings renamed", count, networks));
}

TEST(Metamorphic, AnUnusedSettingChangesNothing) {
  EXPECT_TRUE(of_networks.equals("networks with the same journeys, an unused setting added",
                                 alike([](auto& scenario) {
                                   auto unused = scenario.settings.front();
                                   unused.first = "unused";
                                   scenario.settings.insert(scenario.settings.begin(), unused);
                                 }),
                                 networks));
}

/// The census of a network is drawn for its settings as they stand; arrivals alone are told apart
/// by their names.
TEST(Metamorphic, ASourceWithoutArrivalsChangesNothing) {
  EXPECT_TRUE(of_networks.equals("networks with the same journeys, a source of nobody added",
                                 alike([](auto& scenario) {
                                   auto nobody = scenario.arrivals.front();
                                   nobody.first = "nobody";
                                   nobody.second.kind = scenarios::Arrival::Kind::Poisson;
                                   nobody.second.hours.clear();
                                   nobody.second.per_day = 0;
                                   scenario.arrivals.insert(scenario.arrivals.begin(), nobody);
                                 }),
                                 networks));
}

TEST(Metamorphic, MorePlacesThanAnybodyNeedsAreNoLimit) {
  const auto free_of_limits = [](auto& scenario, double places) {
    for (auto& [id, setting] : scenario.settings) {
      setting.capacity = cases::places(places);
      setting.evict = false;
    }
    scenario.initial.census.clear();
  };
  int count = 0;
  for (std::uint32_t n = 0; n < networks; ++n) {
    auto many = theory::RandomNetwork{n}.make();
    auto unlimited = many;
    free_of_limits(many, 5000);
    free_of_limits(unlimited, cases::unlimited);
    count += journeys(many, n) == journeys(unlimited, n) ? 1 : 0;
  }
  EXPECT_TRUE(of_networks.equals("networks with the same journeys, 5,000 places or no limit", count,
                                 networks));
}

/// A ward with blocking and waiting, all times times `scale`; sampled by theory::sample.
cases::Builder line(double scale) {
  cases::Builder b;
  b.exit("home").horizon(static_cast<int>(100 * scale), static_cast<int>(900 * scale));
  b.setting("ward", 6, cases::gamma_days(3 * scale, 0.8), {{"unit", 0.4}, {"home", 0.6}});
  b.setting("unit", 3, cases::lognormal_days(5 * scale, 1.2), {{"home", 1}});
  b.arrival("patients", 1.2 / scale, "ward");
  return b;
}

theory::Samples differences(const theory::Samples& a, const theory::Samples& b,
                            const std::vector<double>& factor) {
  auto result = a;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t k = 0; k < a[i].size(); ++k) result[i][k] = b[i][k] / (factor[i] * a[i][k]);
  }
  return result;
}

/// Rates divided and stays multiplied by two: the same numbers in place, twice the waits. Each
/// person has the same luck, so that the two runs agree but for milliseconds.
TEST(Metamorphic, TimeScales) {
  const theory::Claim claim{theory::Group::Metamorphic, "all times twice as long"};
  const std::vector<theory::Reader> readers{
      theory::present("ward"), theory::queued("ward"),    theory::ready("ward"),
      theory::present("unit"), theory::wait_days("ward"), theory::entries_per_day("home")};
  const std::vector<std::string> names{"number in the ward", "queue for the ward",
                                       "number blocked",     "number in the unit",
                                       "wait for the ward",  "through per day"};
  const auto ratio = differences(theory::sample(line(1).scenario(), readers),
                                 theory::sample(line(2).scenario(), readers), {1, 1, 1, 1, 2, 0.5});
  for (std::size_t i = 0; i < readers.size(); ++i) {
    const auto e = sim::estimate(ratio[i]);
    EXPECT_LT(e.sd, 1e-4) << names[i];  // milliseconds
    EXPECT_TRUE(claim.equals(names[i] + ", ratio to 5 digits", std::round(1e5 * e.mean) / 1e5, 1));
  }
}

/// One class of patients, or two with half of them each and the same fate; one name of the source
/// or another, which gives other luck.
struct Crowd {
  const char* name;
  std::vector<std::pair<const char*, double>> sources;  ///< share of the arrivals
};

theory::Samples sample(const Crowd& crowd) {
  cases::Builder b;
  b.attribute("class", {"left", "right"}).exit("home").horizon(100, 4000);
  b.setting("ward", 6, cases::gamma_days(3, 0.8), {{"unit", 0.4}, {"home", 0.6}});
  b.setting("unit", 3, cases::lognormal_days(5, 1.2), {{"home", 1}});
  for (const auto& [id, share] : crowd.sources) {
    b.arrival(id, 1.2 * share, "ward").attributes =
        cases::set("class", std::string_view{id} == "right" ? "right" : "left");
  }
  return theory::sample(b.scenario(),
                        {theory::present("ward"), theory::queued("ward"), theory::ready("ward"),
                         theory::waited_share("ward"), theory::present_of("ward", 1)},
                        {.replications = 300});
}

class SameCrowd : public ::testing::TestWithParam<Crowd> {};

TEST_P(SameCrowd, FaresTheSame) {
  const theory::Claim claim{theory::Group::Metamorphic, GetParam().name};
  const auto one = sample({"", {{"all", 1}}}), other = sample(GetParam());
  const std::vector<std::string> names{"number in the ward", "queue for the ward", "number blocked",
                                       "share that waits"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    // Two independent samples: the ratio of the means to first order.
    const double mean = sim::estimate(one[i]).mean;
    std::vector<double> ratio;
    for (std::size_t k = 0; k < one[i].size(); ++k) {
      ratio.push_back(1 + (other[i][k] - one[i][k]) / mean);
    }
    EXPECT_TRUE(claim.agrees(names[i] + ", ratio", ratio, 1, 0.25));
  }
  if (GetParam().sources.size() < 2) return;
  std::vector<double> share;
  for (std::size_t k = 0; k < other[0].size(); ++k) share.push_back(other[4][k] / other[0][k]);
  EXPECT_TRUE(claim.agrees("share of one half in the ward", share, 0.5));
}
INSTANTIATE_TEST_SUITE_P(Sources, SameCrowd,
                         ::testing::Values(Crowd{"one source as two with half the rate",
                                                 {{"left", 0.5}, {"right", 0.5}}},
                                           Crowd{"the source renamed", {{"others", 1}}}));

/// Without limit twice the demand is twice the number, and as an M/G/c/c with c beyond reach, too.
class TwiceTheDemand : public ::testing::TestWithParam<double> {};

TEST_P(TwiceTheDemand, IsTwiceTheNumber) {
  const theory::Claim claim{theory::Group::Metamorphic, std::isfinite(GetParam())
                                                            ? "demand and 60 places doubled"
                                                            : "demand doubled, no limit"};
  const auto run = [](double factor) {
    cases::Builder b;
    b.exit("home").horizon(40, 1000);
    b.setting("ward", GetParam() * factor, cases::lognormal_days(4, 1.1), {{"home", 1}});
    b.arrival("patients", 5 * factor, "ward");
    return theory::sample(b.scenario(), {theory::present("ward"), theory::entries_per_day("home")});
  };
  const auto one = run(1), two = run(2);
  for (const auto& [i, name] :
       {std::pair{0U, "number present"}, std::pair{1U, "through per day"}}) {
    std::vector<double> ratio;
    const double mean = sim::estimate(one[i]).mean;
    for (std::size_t k = 0; k < one[i].size(); ++k) {
      ratio.push_back(2 + (two[i][k] - 2 * one[i][k]) / mean);
    }
    EXPECT_TRUE(claim.agrees(std::string{name} + ", ratio", ratio, 2, 0.05));
  }
}
INSTANTIATE_TEST_SUITE_P(Places, TwiceTheDemand, ::testing::Values(cases::unlimited, 60.0));

}  // namespace metamorphic_test
