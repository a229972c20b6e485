// SPDX-License-Identifier: Apache-2.0
// What must hold in every network, whatever it does: nobody appears or disappears, places are given
// back, time adds up, and nobody waits while there is room.
#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <vector>

#include "models/model.hpp"
#include "tests/theory/ladder.hpp"
#include "tests/theory/random_network.hpp"
#include "tests/theory/theory.hpp"

namespace conservation_test {

/// Random networks per test; more of them with TROSKEL_NETWORKS=10000, fewer where they are slow.
const std::uint32_t networks = [] {
  const char* const more = std::getenv("TROSKEL_NETWORKS");
  return more == nullptr ? 200U : static_cast<std::uint32_t>(std::strtoul(more, nullptr, 10));
}();

std::int64_t sum_entries(const theory::Simulation& s, flow::Place place) {
  std::int64_t sum = 0;
  for (const auto profile : s.network().vocabulary.each_profile()) {
    sum += s.cell(place, profile).entries;
  }
  return sum;
}

void expect_places_add_up(const theory::Simulation& s, flow::Place place) {
  const auto& network = s.network();
  const auto& state = s.setting(place);
  const auto horizon = (network.end - network.measured_from).count();
  std::int64_t time = 0, places = 0, present_ms = 0;
  for (std::size_t n = 0; n < state.counters.at_level_ms.size(); ++n) {
    time += state.counters.at_level_ms[n];
    places += static_cast<std::int64_t>(n) * state.counters.at_level_ms[n];
  }
  for (const auto profile : network.vocabulary.each_profile()) {
    const auto& cell = s.cell(place, profile);
    EXPECT_GE(cell.present, 0);
    EXPECT_GE(cell.ready, 0);
    EXPECT_LE(cell.ready, cell.present);
    EXPECT_LE(cell.ready_ms, cell.present_ms);
    present_ms += cell.present_ms;
  }
  EXPECT_EQ(time, horizon);
  EXPECT_EQ(places, state.counters.occupied_ms);
  EXPECT_LE(present_ms, state.counters.occupied_ms);
  EXPECT_LE(state.counters.waited, state.counters.served);
  EXPECT_GE(state.places.occupied, 0);
}

/// All who come in must go out or be there; all who wait must be there.
void expect_balance(const theory::Simulation& s) {
  const auto& network = s.network();
  std::int64_t here = 0;
  for (const auto place : network.setting.ids()) {
    for (const auto profile : network.vocabulary.each_profile()) {
      here += s.cell(place, profile).present;
    }
  }
  EXPECT_EQ(here + s.in_no_place(), s.present());
  EXPECT_EQ(std::int64_t{s.present_at_start()} + s.arrivals(),
            std::int64_t{s.departures()} + s.present());
  std::int64_t out = 0;
  for (const auto exit : sim::ids<flow::Place>(network.settings, network.places)) {
    out += sum_entries(s, exit);
  }
  EXPECT_EQ(out, s.departures());
  sim::Table<flow::Place, std::uint32_t> seen(network.settings);
  for (const auto slot : s.slots()) {
    const auto& p = s.patient(slot);
    if (p.phase == flow::Phase::Queued) ++seen[p.next];
  }
  for (const auto place : network.setting.ids()) {
    EXPECT_EQ(seen[place], s.setting(place).queue.size());
  }
}

/// Whether the patient may set out when the run ends.
bool may_set_out(const theory::Simulation& s, const flow::Patient& p) {
  const auto& network = s.network();
  const auto& move = network.move(p.at != flow::nowhere ? p.at : p.from, p.next);
  return p.travelled || move.always_open || move.open.at(network.end);
}

/// The settings of which the patient needs more places than are free.
std::vector<flow::Place> lacking(const theory::Simulation& s, const flow::Patient& p) {
  std::vector<flow::Place> all;
  const auto& network = s.network();
  network.setting[p.next].each_place(p.next, p.profile, [&](flow::Place of, std::int32_t places) {
    const auto& state = s.setting(of).places;
    const auto extra = network.setting[of].overflow_places;
    if (state.occupied + places > state.capacity + extra) all.push_back(of);
  });
  return all;
}

/// At the end nobody waits for places that are free and may be gone to, unless somebody else, who may
/// go too, waits for more of them.
void expect_nobody_forgotten(const theory::Simulation& s) {
  const auto& network = s.network();
  std::vector<flow::Place> kept;
  const auto waits = [&](const flow::Patient& p) {
    return p.phase == flow::Phase::Queued && may_set_out(s, p);
  };
  for (const auto slot : s.slots()) {
    const auto& p = s.patient(slot);
    if (waits(p)) std::ranges::copy(lacking(s, p), std::back_inserter(kept));
  }
  for (const auto slot : s.slots()) {
    const auto& p = s.patient(slot);
    if (!waits(p) || !lacking(s, p).empty()) continue;
    bool for_others = false;
    network.setting[p.next].each_place(p.next, p.profile, [&](flow::Place of, std::int32_t) {
      for_others |= std::ranges::find(kept, of) != kept.end();
    });
    EXPECT_TRUE(for_others) << "waits for " << network.place_ids[p.next];
  }
}

const theory::Claim of_networks{theory::Group::Conservation, "random networks"};

TEST(Conservation, InRandomNetworks) {
  int sound = 0;
  for (std::uint32_t n = 0; n < networks && !HasFailure(); ++n) {
    SCOPED_TRACE(n);
    const auto scenario = theory::RandomNetwork{n}.make();
    std::vector<theory::Reader> readers{[](const theory::Simulation& s) {
      expect_balance(s);
      expect_nobody_forgotten(s);
      for (const auto place : s.network().setting.ids()) expect_places_add_up(s, place);
      return static_cast<double>(s.arrivals());
    }};
    const auto arrivals = theory::sample(scenario, readers, {.replications = 3, .seed = n});
    EXPECT_GT(arrivals[0][0] + arrivals[0][1] + arrivals[0][2], 0);
    sound += HasFailure() ? 0 : 1;
  }
  EXPECT_TRUE(
      of_networks.equals("in = out + there, times add up, nobody forgotten", sound, networks));
}

TEST(Conservation, SelfAuditFindsNothing) {
  double found = 0;
  for (std::uint32_t n = 0; n < networks && !HasFailure(); ++n) {
    SCOPED_TRACE(n);
    const care::Model model{theory::RandomNetwork{n}.make()};
    care::Replication replication{model};
    care::Outcome outcome;
    for (std::uint32_t k = 0; k < 2; ++k) {
      replication.run(n, k, outcome);
      const auto& catalogue = model.catalogue();
      for (const auto slot : {catalogue.audit_flow, catalogue.audit_places, catalogue.audit_ledger,
                              catalogue.audit_little}) {
        EXPECT_EQ(outcome.totals[slot], 0);
        found += outcome.totals[slot] == 0 ? 0 : 1;
      }
    }
  }
  EXPECT_TRUE(of_networks.equals("violations found by the self-audit", found, 0));
}

/// A replication depends on its number alone, not on what ran before it in the same memory.
TEST(Conservation, ReplicationsLeaveNothingBehind) {
  int alike = 0;
  for (std::uint32_t n = 0; n < 40 && !HasFailure(); ++n) {
    SCOPED_TRACE(n);
    const auto scenario = theory::RandomNetwork{n}.make();
    const flow::Network network = flow::compile_network(scenario);
    theory::Simulation used{network, theory::Probe{}};
    for (std::uint32_t k = 0; k < 3; ++k) used.run(9, k, {});
    theory::Simulation fresh{network, theory::Probe{}};
    fresh.run(9, 2, {});
    EXPECT_EQ(used.events_handled(), fresh.events_handled());
    EXPECT_EQ(used.arrivals(), fresh.arrivals());
    EXPECT_EQ(used.departures(), fresh.departures());
    for (const auto place : network.setting.ids()) {
      EXPECT_EQ(used.setting(place).counters.wait_ms, fresh.setting(place).counters.wait_ms);
      EXPECT_EQ(used.setting(place).counters.occupied_ms,
                fresh.setting(place).counters.occupied_ms);
      EXPECT_EQ(used.setting(place).queue.size(), fresh.setting(place).queue.size());
    }
    alike += HasFailure() ? 0 : 1;
  }
  EXPECT_TRUE(of_networks.equals("third replication the same in used memory", alike, 40));
}

/// Little's law, exactly: where the system starts and ends empty the sum of all stays is the
/// integral of the number present, and the sum of all waits that of the queue.
TEST(Conservation, LittlesLawHoldsExactlyOverABusyPeriod) {
  int emptied = 0, settings = 0, exact = 0;
  for (std::uint32_t n = 0; n < networks && !HasFailure(); ++n) {
    SCOPED_TRACE(n);
    auto scenario = theory::RandomNetwork{n}.make();
    scenario.initial.census.clear();
    scenario.horizon.warm_up_days = 0;
    scenario.horizon.days = 400;
    for (auto& [id, arrival] : scenario.arrivals) {
      // Nobody after 10 February.
      scenarios::CalendarRule over;
      over.from = cases::day(2024, 2, 10);
      over.factor = 0;
      arrival.intensity.calendar.changes.push_back(over);
      if (arrival.kind == scenarios::Arrival::Kind::Scheduled) {
        arrival.kind = scenarios::Arrival::Kind::Poisson;
        arrival.hours.clear();
        arrival.per_day = 1;
      }
    }
    const auto read = [&](const theory::Simulation& s) {
      if (s.present() > 0) return 0.0;  // some got stuck: settings that block each other
      emptied += 1;
      for (const auto place : s.network().setting.ids()) {
        const auto& c = s.setting(place).counters;
        std::int64_t present_ms = 0;
        for (const auto profile : s.network().vocabulary.each_profile()) {
          present_ms += s.cell(place, profile).present_ms;
        }
        EXPECT_EQ(c.stay_ms, present_ms) << s.network().place_ids[place];
        EXPECT_EQ(c.stays, sum_entries(s, place)) << s.network().place_ids[place];
        settings += 1;
        exact += c.stay_ms == present_ms && c.stays == sum_entries(s, place) ? 1 : 0;
      }
      return 1.0;
    };
    (void)theory::sample(scenario, {read}, {.replications = 1, .seed = n});
  }
  EXPECT_GT(emptied, static_cast<int>(networks / 2));
  EXPECT_TRUE(of_networks.equals("settings where sum of stays = time integral", exact, settings));
}

}  // namespace conservation_test
