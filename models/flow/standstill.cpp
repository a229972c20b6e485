// SPDX-License-Identifier: Apache-2.0
#include "models/flow/standstill.hpp"

#include <algorithm>

namespace flow {
namespace {

using Policy = scenarios::WhenFull::Policy;

/// Half a millisecond is rounded to one.
bool takes_no_time(const TimeLaw& law) {
  return sim::from_units(law.distribution.upper(), law.unit) == sim::Duration::zero();
}

/// Whether one who begins to wait for a setting gives it up in the same moment.
bool gives_up_at_once(const Network& network, Place s, const LeaveRule& rule, Profile profile) {
  using Until = scenarios::QueueRule::Leave::Until;
  if (!rule.when[profile] || rule.until == Until::Closing) return false;
  if (rule.until != Until::OwnStay) return takes_no_time(network.laws[rule.law]);
  if (!network.setting[s].on_enter.empty()) return false;  // who it will be is not known
  return std::ranges::all_of(network.route(s, profile).to.options, [&](const auto& option) {
    return option.value != stays_on && takes_no_time(network.stay(s, profile, option.value));
  });
}

class Search {
 public:
  Search(const Network& network, Profile profile) : net_(network), profile_(profile) {}

  /// Follows one who is in `origin`, or nowhere, and waits for `to`; the circle that is closed.
  [[nodiscard]] std::vector<Place> circle_from(Place origin, Place to) const {
    struct Step {
      Place origin, to, last;  // `last`: where he is or was
      bool operator==(const Step&) const = default;
    };
    std::vector<Step> seen;
    for (std::optional<Step> step = Step{origin, to, origin}; step;) {
      const auto first = std::ranges::find(seen, *step);
      if (first != seen.end()) {
        std::vector<Place> circle;
        for (auto s = first; s != seen.end(); ++s) circle.push_back(s->to);
        return circle;
      }
      seen.push_back(*step);
      const bool in_care = has_room(step->origin, step->to);
      const auto next = in_care ? after_stay(step->to) : after_queue(step->to, step->last);
      if (in_care) step->origin = step->last = step->to;
      if (!next || !at_once(step->origin, *next)) return {};
      if (!in_care && answer(step->to, step->last).policy == Policy::WaitOutside) {
        step->origin = nowhere;
      }
      step->to = *next;
    }
    return {};
  }

 private:
  /// A setting without limits, or one's own place.
  [[nodiscard]] bool has_room(Place origin, Place to) const {
    const auto& setting = net_.setting[to];
    return setting.never_full() ||
           (origin == to && setting.when_full.policy != Policy::WaitOutside);
  }

  /// When nobody waits, as may be wherever somebody gives up at once.
  [[nodiscard]] const FullAnswer& answer(Place s, Place last) const {
    return net_.setting[s].answer_when_full(profile_, last, 0);
  }

  /// Where those who find it full are at the same moment.
  [[nodiscard]] std::optional<Place> after_queue(Place s, Place last) const {
    const auto& setting = net_.setting[s];
    const auto& found = answer(s, last);
    if (found.policy == Policy::Divert) return found.divert_to;
    if (found.policy == Policy::Lost) return std::nullopt;
    for (const auto& rule : setting.leave) {  // of equal patience the first counts
      if (gives_up_at_once(net_, s, rule, profile_)) return rule.to;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Place> after_stay(Place s) const {
    const auto& to = net_.route(s, profile_).to.options;
    if (!net_.setting[s].on_enter.empty() || to.size() != 1) return std::nullopt;
    const auto next = to.front().value;
    if (next == stays_on || !takes_no_time(net_.stay(s, profile_, next))) return std::nullopt;
    return next;
  }

  [[nodiscard]] bool at_once(Place origin, Place to) const {
    if (to == to_residence || !net_.is_setting(to)) return false;
    if (!net_.shortest_of(origin, to).empty()) return false;  // which it is depends on the queues
    const auto& move = net_.move(origin, to);
    return !move.transfer || takes_no_time(net_.laws[*move.transfer]);
  }

  const Network& net_;
  Profile profile_;
};

}  // namespace

std::optional<Standstill> find_standstill(const Network& network) {
  for (const auto s : network.setting.ids()) {
    for (const auto& rule : network.setting[s].leave) {
      if (!rule.until && !takes_no_time(network.laws[rule.law])) continue;
      for (const auto profile : network.vocabulary.each_profile()) {
        if (!gives_up_at_once(network, s, rule, profile)) continue;
        const Search search(network, profile);
        auto circle = search.circle_from(nowhere, s);
        for (const auto origin : network.setting.ids()) {
          if (circle.empty()) circle = search.circle_from(origin, s);
        }
        if (!circle.empty()) return Standstill{std::move(circle), profile};
      }
    }
  }
  return std::nullopt;
}

}  // namespace flow
