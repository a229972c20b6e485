// SPDX-License-Identifier: Apache-2.0
#include "models/flow/journeys.hpp"

#include <algorithm>
#include <tuple>

#include "models/flow/units.hpp"

namespace flow {
namespace {

std::uint64_t key_of(const Situation& s) {
  return std::uint64_t{sim::index(s.at)} | std::uint64_t{sim::index(s.lives)} << 8U |
         std::uint64_t{sim::index(s.profile)} << 16U | std::uint64_t{s.away ? 1U : 0U} << 32U;
}

/// Mean time to the next opening for one who comes at any time between start and end.
double mean_gate_days(const CompiledMove& move, sim::Time start, sim::Time end) {
  if (move.always_open || !(start < end)) return 0;
  double waited = 0;  // integrated over the time of coming, ms^2
  for (auto time = start; time < end;) {
    const auto opens = std::max(time, move.open.next_time_when(true, time).value_or(end));
    const auto until = std::min(opens, end);
    const auto longest = static_cast<double>((opens - time).count());
    const auto shortest = static_cast<double>((opens - until).count());
    waited += (longest * longest - shortest * shortest) / 2;
    time = move.open.next_time_when(false, until).value_or(end);
  }
  return waited / static_cast<double>((end - start).count()) / ms_per_day;
}

/// Profiles of those whom a source sends, with their shares.
std::map<Profile, double> profiles_of(const Source& source, sim::Time measured_from) {
  std::map<Profile, double> shares;
  if (source.is_drawn()) {
    shares[source.profile] = 1;
    return shares;
  }
  double total = 0;
  for (const auto& listed : source.times) {
    const double counts = listed.time >= measured_from ? 1 : 0;  // the warm-up's can come there too
    shares[listed.profile] += counts;
    total += counts;
  }
  for (auto& [profile, share] : shares) share = total > 0 ? share / total : 0;
  return shares;
}

}  // namespace

void merge(std::vector<Step>& steps) {
  const auto end = [](const Step& s) { return std::tuple{s.state, s.exit, s.returns}; };
  std::ranges::stable_sort(steps, {}, end);
  std::size_t kept = 0;
  for (const auto& step : steps) {
    if (kept > 0 && end(steps[kept - 1]) == end(step)) {
      steps[kept - 1].probability += step.probability;
    } else {
      steps[kept++] = step;
    }
  }
  steps.resize(kept);
}

ByProfile spread(const Network& network, const CompiledAssignment& assignment, Profile profile) {
  ByProfile result{{profile, 1}};
  for (const auto& change : assignment.changes) {
    double sum = 0;
    for (const auto& option : change.value.options) sum += option.probability;
    ByProfile after;
    for (const auto& [before, share] : result) {
      for (const auto& option : change.value.options) {
        if (option.probability <= 0) continue;
        after.emplace_back(network.vocabulary.with(before, change.attribute, option.value),
                           share * option.probability / sum);
      }
    }
    result = std::move(after);
  }
  return result;
}

std::vector<Cause> causes_of(const Network& network, Place place, Profile profile) {
  std::vector<Cause> causes;
  if (!network.setting[place].has_risks) return causes;
  const auto& risk = network.risk(place, profile);
  double sum = 0;
  for (const auto& option : risk.causes.options) sum += option.probability;
  for (const auto& option : risk.causes.options) {
    causes.push_back({option.value.to, option.value.assignment,
                      risk.per_ms * ms_per_day * option.probability / sum, &option.value.pointer});
  }
  return causes;
}

Journeys::Journeys(const Network& network, const Outside& outside, std::size_t most)
    : net_(network), outside_(outside), most_(most) {
  for (const auto& move : net_.moves) {
    gate_days_.push_back(mean_gate_days(move, net_.start, net_.end));
    transfer_days_.push_back(move.transfer ? net_.laws[*move.transfer].mean_days() : 0);
  }
  for (const auto& source : net_.sources) follow_source(source);
  for (const auto& row : net_.census) follow_census(row);
  // Courses lead to further situations, which are appended.
  for (std::uint32_t state = 0; state < situations_.size(); ++state) build(state);
}

void Journeys::follow_source(const Source& source) {
  Steps steps;
  for (const auto& [listed, share] : profiles_of(source, net_.measured_from)) {
    for (const auto& [profile, q] : spread(net_, net_.assignments[source.assignment], listed)) {
      const Situation arriving{nowhere, profile, source.residence, false};
      reach(arriving, source.to, share * q, source.pointer, steps);
      Steps others;
      reach_when_full(arriving, source.to, others);
    }
  }
  merge(steps);
  entries_.add(std::move(steps));
}

void Journeys::follow_census(const CompiledCensus& row) {
  const auto setting = row.setting;
  const auto lives =
      row.residence != nowhere || !net_.setting[setting].residence ? row.residence : setting;
  for (const auto& [profile, share] : spread(net_, net_.assignments[row.assignment], row.profile)) {
    if (row.count > 0 && net_.setting[setting].residence) index({setting, profile, setting, false});
    if (row.count > 0 && !net_.setting[setting].residence) {
      index({setting, profile, lives, lives != nowhere});
    }
    if (row.waiting == 0) continue;
    // Those who live somewhere wait there, and their stay has ended.
    const Situation waiting{row.residence, profile, row.residence, false};
    Steps steps;
    reach(waiting, setting, 1, row.pointer, steps);
    reach_when_full(waiting, setting, steps);
  }
}

std::uint32_t Journeys::index(const Situation& situation) {
  const auto key = key_of(situation);
  if (const auto found = index_.find(key); found != index_.end()) return found->second;
  if (situations_.size() >= most_) {
    complete_ = false;
    return Step::none;
  }
  const auto state = static_cast<std::uint32_t>(situations_.size());
  index_.emplace(key, state);
  situations_.push_back(situation);
  courses_.emplace_back();
  built_.push_back(false);
  return state;
}

/// Someone leaves `from.at` for `to`, as Simulation::ask and enter do it when there is room.
void Journeys::reach(const Situation& from, Place to, double probability, const std::string& why,
                     Steps& out) {
  const bool home = to == to_residence;
  const bool returns = home && from.away;
  if (home) {
    if (from.lives == nowhere) return add_fault(JourneyFault::What::NoResidence, why, from);
    to = from.lives;
  }
  if (!net_.is_setting(to)) {
    if (net_.is_exit(to)) out.push_back({Step::none, to, probability, false});
    return;
  }
  if (home) return come_to(from, to, probability, returns, out);
  for (const auto& [place, share] : net_.joined(from.at, to)) {
    come_to(from, place, probability * share, false, out);
  }
}

/// The same when it is settled which setting it is.
void Journeys::come_to(const Situation& from, Place to, double probability, bool returns,
                       Steps& out) {
  if (!Pathway::ever_opens(net_, from.at, to)) return;
  const bool moves_in = net_.setting[to].residence;
  for (const auto& [profile, share] : on_enter(to, from.at, from.profile)) {
    const auto state =
        index({to, profile, moves_in ? to : from.lives, moves_in ? false : from.away});
    if (state != Step::none) out.push_back({state, nowhere, probability * share, returns});
  }
}

/// Where those may end who want to go to `to` and find it full; each full setting is looked at once.
void Journeys::reach_when_full(const Situation& from, Place to, Steps& out) {
  using Policy = scenarios::WhenFull::Policy;
  std::vector<Place> full;
  const auto look_at = [&](Place next) {
    if (std::ranges::find(full, next) == full.end()) full.push_back(next);
  };
  const auto look_at_all = [&](Place next) {
    if (next == to_residence) return look_at(from.lives);
    for (const auto& [place, share] : net_.joined(from.at, next)) look_at(place);
  };
  const auto go_on = [&](Place next, const std::string& why) {
    reach(from, next, 0, why, out);
    look_at_all(next);
  };
  look_at_all(to);
  for (std::size_t i = 0; i != full.size(); ++i) {  // NOLINT(modernize-loop-convert): it grows
    if (!net_.is_setting(full[i]) || net_.setting[full[i]].never_full()) continue;
    if (net_.stays_in_place(from.at, full[i])) continue;
    const auto& setting = net_.setting[full[i]];
    bool waits = false;
    setting.each_answer(from.profile, from.at, [&](const FullAnswer& answer) {
      if (answer.policy == Policy::Lost) return reach(from, net_.lost, 0, answer.pointer, out);
      if (answer.policy == Policy::Divert) return go_on(answer.divert_to, answer.pointer);
      waits = true;
    });
    if (!waits) continue;
    for (const auto& leave : setting.leave) {
      if (leave.when[from.profile]) go_on(leave.to, leave.pointer);
    }
  }
}

/// Whose stay may be interrupted comes in again, or gives up the queue.
void Journeys::reach_again(const Situation& from, Steps& out) {
  const auto& setting = net_.setting[from.at];
  if (!setting.interrupt) return;
  reach(from, from.at, 0, "/settings/" + setting.id + "/interrupt", out);
  for (const auto& leave : setting.leave) {
    if (!leave.when[from.profile]) continue;
    reach(from, leave.to, 0, leave.pointer, out);
    reach_when_full(from, leave.to, out);
  }
}

ByProfile Journeys::on_enter(Place place, Place from, Profile profile) const {
  ByProfile result{{profile, 1}};
  for (const auto& rule : net_.setting[place].on_enter) {
    if (!rule.from.empty() && std::ranges::find(rule.from, from) == rule.from.end()) continue;
    ByProfile after;
    for (const auto& [before, share] : result) {
      if (!rule.when[before]) {
        after.emplace_back(before, share);
        continue;
      }
      for (const auto& [changed, q] : spread(net_, net_.assignments[rule.assignment], before)) {
        after.emplace_back(changed, share * q);
      }
    }
    result = std::move(after);
  }
  return result;
}

void Journeys::add_fault(JourneyFault::What what, const std::string& pointer,
                         const Situation& where) {
  const bool known = std::ranges::any_of(faults_, [&](const JourneyFault& fault) {
    return fault.what == what && fault.pointer == pointer && fault.place == where.at;
  });
  if (!known) faults_.push_back({what, pointer, where.at, where.profile});
}

double Journeys::gate_days(Place from, Place to) const {
  if (!net_.is_setting(to)) return 0;
  return gate_days_[net_.move_of[net_.way(from, to)]];
}

double Journeys::transfer_days(Place from, Place to) const {
  if (!net_.is_setting(to)) return 0;
  return transfer_days_[net_.move_of[net_.way(from, to)]];
}

}  // namespace flow
