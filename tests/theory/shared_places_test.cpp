// SPDX-License-Identifier: Apache-2.0
// C2: capacity that settings share, several units for one patient, two resources at once. Loss
// networks have a product form whatever the law of the stays; queues are exact by the Markov chain.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/theory/ladder.hpp"
#include "tests/theory/markov_chain.hpp"
#include "tests/theory/theory.hpp"

namespace shared_places_test {

using Policy = scenarios::WhenFull::Policy;

/// A setting whose patients need so many places of each resource.
struct Need {
  double per_day, days;
  std::vector<int> places;
};

std::string name_of(std::size_t i) { return std::string("ward_") + static_cast<char>('a' + i); }
std::string resource(std::size_t i) { return fmt::format("resource_{}", i + 1); }

cases::Builder model_of(const std::vector<Need>& needs, const std::vector<int>& resources) {
  cases::Builder b;
  b.exit("home").horizon(100, 2500);
  for (std::size_t i = 0; i < needs.size(); ++i) {
    auto& ward = b.setting(
        name_of(i), cases::unlimited,
        i % 2 == 0 ? cases::exponential_days(needs[i].days) : cases::gamma_days(needs[i].days, 0.7),
        {{"home", 1}});
    ward.when_full.policy = Policy::Lost;
    for (std::size_t k = 0; k < resources.size(); ++k) {
      if (needs[i].places[k] > 0) ward.takes.push_back({{}, resource(k), needs[i].places[k]});
    }
    b.arrival(name_of(i), needs[i].per_day, name_of(i));
  }
  for (std::size_t k = 0; k < resources.size(); ++k) {
    b.setting(resource(k), resources[k], cases::exponential_days(1), {{"home", 1}});
  }
  return b;
}

struct Exact {
  std::vector<double> lost, used;
};

/// Sums the product form over all that there is room for (Kelly, Advances in Applied Probability 18,
/// 1986).
Exact product_form(const std::vector<Need>& needs, const std::vector<int>& resources) {
  Exact exact{std::vector<double>(needs.size()), std::vector<double>(resources.size())};
  std::vector<int> in_use(resources.size());
  std::vector<double> blocked(needs.size()), used(resources.size());
  double all = 0;
  const auto fits = [&](const Need& need) {
    for (std::size_t k = 0; k < resources.size(); ++k) {
      if (in_use[k] + need.places[k] > resources[k]) return false;
    }
    return true;
  };
  const auto visit = [&](const auto& self, std::size_t i, double weight) -> void {
    if (i == needs.size()) {
      all += weight;
      for (std::size_t j = 0; j < needs.size(); ++j) blocked[j] += fits(needs[j]) ? 0 : weight;
      for (std::size_t k = 0; k < resources.size(); ++k) used[k] += weight * in_use[k];
      return;
    }
    const auto before = in_use;
    self(self, i + 1, weight);
    for (int n = 1; fits(needs[i]); ++n) {
      for (std::size_t k = 0; k < resources.size(); ++k) in_use[k] += needs[i].places[k];
      weight *= needs[i].per_day * needs[i].days / n;
      self(self, i + 1, weight);
    }
    in_use = before;
  };
  visit(visit, 0, 1);
  for (std::size_t j = 0; j < needs.size(); ++j) exact.lost[j] = blocked[j] / all;
  for (std::size_t k = 0; k < resources.size(); ++k) exact.used[k] = used[k] / all;
  return exact;
}

struct Network {
  const char* name;
  std::vector<Need> needs;
  std::vector<int> resources;
};

class SharedPlaces : public ::testing::TestWithParam<Network> {};

TEST_P(SharedPlaces, C2ThoseWhoFindTooFewAreLostAsTheProductFormSays) {
  const auto& [name, needs, resources] = GetParam();
  const theory::Claim claim{
      theory::Group::SharedPlaces,
      fmt::format("{}: {} places", theory::in_words(name), fmt::join(resources, " and "))};
  const auto exact = product_form(needs, resources);
  std::vector<theory::Reader> readers;
  for (std::size_t i = 0; i < needs.size(); ++i) readers.push_back(theory::lost_share(name_of(i)));
  for (std::size_t k = 0; k < resources.size(); ++k)
    readers.push_back(theory::occupied(resource(k)));
  const auto r = theory::sample(model_of(needs, resources).scenario(), readers);
  for (std::size_t i = 0; i < needs.size(); ++i) {
    EXPECT_TRUE(claim.agrees(fmt::format("share lost, {}", name_of(i)), r[i], exact.lost[i], 0.25));
  }
  for (std::size_t k = 0; k < resources.size(); ++k) {
    EXPECT_TRUE(claim.agrees(fmt::format("places in use, {}", resource(k)), r[needs.size() + k],
                             exact.used[k]));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Loss, SharedPlaces,
    ::testing::Values(Network{"TwoWardsShareBeds", {{1.2, 2, {1}}, {0.8, 3, {1}}}, {5}},
                      Network{"OneNeedsThreeUnits", {{2, 1.5, {1}}, {0.6, 2, {3}}}, {8}},
                      Network{"TwoResourcesAtOnce",
                              {{1, 2, {1, 0}}, {0.7, 2, {1, 2}}, {0.9, 1, {0, 1}}},
                              {4, 5}}),
    [](const auto& p) { return std::string{p.param.name}; });

/// One dimension: the recursion of Kaufman (IEEE Transactions on Communications 29, 1981) and Roberts.
TEST(SharedPlaces, C2ProductFormAgreesWithTheRecursionOfKaufmanAndRoberts) {
  const std::vector<Need> needs{{2, 1.5, {1}}, {0.6, 2, {3}}};
  const int places = 8;
  std::vector<double> q{1};
  for (int j = 1; j <= places; ++j) {
    double sum = 0;
    for (const auto& need : needs) {
      const int b = need.places[0];
      if (j >= b) sum += need.per_day * need.days * b * q[static_cast<std::size_t>(j - b)];
    }
    q.push_back(sum / j);
  }
  const double all = std::accumulate(q.begin(), q.end(), 0.0);
  const auto exact = product_form(needs, {places});
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const auto tail = q.end() - needs[i].places[0];
    EXPECT_NEAR(exact.lost[i], std::accumulate(tail, q.end(), 0.0) / all, 1e-12);
  }
}

/// Those who need one place and those who need two wait for the same ones, first come, first served:
/// who needs two and finds one keeps it from those who come after. At most two of each wait.
struct Waiting {
  int ones = 0, twos = 0;
  std::vector<int> line;  ///< what each who waits needs
  friend auto operator<=>(const Waiting&, const Waiting&) = default;
};

TEST(SharedPlaces, C2TheFirstInLineKeepsWhatThoseBehindCouldUse) {
  constexpr int places = 3;
  constexpr double one_per_day = 1.1, one_days = 1.2, two_per_day = 0.5, two_days = 1.5;
  const auto settle = [](Waiting s) {
    while (!s.line.empty() && s.ones + 2 * s.twos + s.line.front() <= places) {
      ++(s.line.front() == 1 ? s.ones : s.twos);
      s.line.erase(s.line.begin());
    }
    return s;
  };
  const theory::MarkovChain<Waiting> chain{Waiting{}, [&](const Waiting& s, const auto& emit) {
                                             for (const int need : {1, 2}) {
                                               if (std::ranges::count(s.line, need) == 2) continue;
                                               auto next = s;
                                               next.line.push_back(need);
                                               emit(settle(next),
                                                    need == 1 ? one_per_day : two_per_day);
                                             }
                                             auto next = s;
                                             --next.ones;
                                             if (s.ones > 0) emit(settle(next), s.ones / one_days);
                                             next = s;
                                             --next.twos;
                                             if (s.twos > 0) emit(settle(next), s.twos / two_days);
                                           }};
  const auto p = chain.stationary();
  const auto lost = [&](int need) {
    return chain.expect(
        p, [&](const Waiting& s) { return std::ranges::count(s.line, need) == 2 ? 1 : 0; });
  };
  const auto waiting = [&](int need) {
    return chain.expect(
        p, [&](const Waiting& s) { return static_cast<double>(std::ranges::count(s.line, need)); });
  };

  cases::Builder b;
  b.exit("home").horizon(100, 2500);
  const auto ward = [&](const char* name, int need, double per_day, double days) {
    auto& s = b.setting(name, cases::unlimited, cases::exponential_days(days), {{"home", 1}});
    s.takes.push_back({{}, "beds", need});
    s.when_full.exceptions.push_back({{}, {}, 2, Policy::Lost, ""});
    b.arrival(name, per_day, name);
  };
  ward("single", 1, one_per_day, one_days);
  ward("double", 2, two_per_day, two_days);
  b.setting("beds", places, cases::exponential_days(1), {{"home", 1}});
  const theory::Claim claim{theory::Group::SharedPlaces,
                            "3 places, some need one and some two, first come, first served"};
  const auto r = theory::sample(
      b.scenario(), {theory::lost_share("single"), theory::lost_share("double"),
                     theory::queued("single"), theory::queued("double"), theory::occupied("beds")});
  EXPECT_TRUE(claim.agrees("share lost who need one", r[0], lost(1), 0.25));
  EXPECT_TRUE(claim.agrees("share lost who need two", r[1], lost(2), 0.25));
  EXPECT_TRUE(claim.agrees("queue of those who need one", r[2], waiting(1), 0.25));
  EXPECT_TRUE(claim.agrees("queue of those who need two", r[3], waiting(2), 0.25));
  EXPECT_TRUE(claim.agrees("places in use", r[4], chain.expect(p, [](const Waiting& s) {
    return s.ones + 2.0 * s.twos;
  })));
}

/// From one ward to the next in the same bed: the place goes with the patient, so that nobody waits for
/// his own, and the two stays are one to Erlang's formula.
TEST(SharedPlaces, C2WhoGoesOnTakesThePlaceAlong) {
  constexpr int beds = 4;
  constexpr double per_day = 1.4, first = 1, second = 1.5;
  cases::Builder b;
  b.exit("home").horizon(100, 2500);
  auto& one =
      b.setting("acute", cases::unlimited, cases::exponential_days(first), {{"step_down", 1}});
  one.when_full.policy = Policy::Lost;
  one.takes.push_back({{}, "beds", 1});
  auto& other =
      b.setting("step_down", cases::unlimited, cases::exponential_days(second), {{"home", 1}});
  other.takes.push_back({{}, "beds", 1});
  b.setting("beds", beds, cases::exponential_days(1), {{"home", 1}});
  b.arrival("patients", per_day, "acute");
  const double offered = per_day * (first + second);
  double erlang = 1;
  for (int n = 1; n <= beds; ++n) erlang = offered * erlang / (n + offered * erlang);
  const theory::Claim claim{theory::Group::SharedPlaces, "two wards in a row in the same 4 beds"};
  const auto r = theory::sample(
      b.scenario(),
      {theory::lost_share("acute"), theory::occupied("beds"), theory::queued("step_down")});
  EXPECT_TRUE(claim.agrees("share lost", r[0], erlang, 0.25));
  EXPECT_TRUE(claim.agrees("places in use", r[1], offered * (1 - erlang)));
  for (const double queued : r[2]) EXPECT_EQ(queued, 0);
}

}  // namespace shared_places_test
