// SPDX-License-Identifier: Apache-2.0
#include "models/trace.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "models/care/care.hpp"
#include "models/flow/simulation.hpp"
#include "models/trace_journal.hpp"

namespace care {
namespace {

/// Tells a follower what the flow layer notes.
template <class Follower>
struct Listener {
  static constexpr bool enabled = true;
  Follower* follower = nullptr;

  void note(const flow::Patient& p, sim::Time now, flow::Note what, flow::Place place,
            std::string_view pointer, sim::Duration length) {
    if (follower->follows(p)) follower->note(p, now, what, place, pointer, length);
  }
};

/// The room of a follower, who is told before the others act.
template <class Follower>
class Watching {
 public:
  explicit Watching(const Model&) {}

  /// To be called before the run.
  void tell(Follower& follower) { follower_ = &follower; }

  template <class Simulation>
  void entered(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    const auto& p = simulation.patient(slot);
    if (follower_->follows(p)) follower_->entered(p, now);
  }
  template <class Simulation>
  void left(Simulation& simulation, flow::PatientSlot slot, flow::Place destination,
            sim::Time now) {
    const auto& p = simulation.patient(slot);
    if (follower_->follows(p)) follower_->left(p, destination, now);
  }
  template <class Simulation>
  void profile_changed(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    const auto& p = simulation.patient(slot);
    if (follower_->follows(p)) follower_->profile_changed(p, now);
  }
  template <class Simulation>
  sim::Duration preparation(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    const auto& p = simulation.patient(slot);
    if (follower_->follows(p)) {
      follower_->prepares(p, now, [&](std::size_t task) {
        return simulation.stream(p, flow::Purpose::Preparation, p.occasion, task);
      });
    }
    return sim::Duration::zero();
  }

 private:
  Follower* follower_ = nullptr;
};

template <class Extension, class Follower>
void follow_with(const Model& model, std::uint64_t seed, std::uint32_t replication,
                 Follower& follower) {
  flow::Simulation<Extension, Listener<Follower>> simulation(model.network(), Extension(model),
                                                             {&follower});
  simulation.extension().template room<Watching<Follower>>().tell(follower);
  follower.watch([&](flow::Place place) {
    const auto& setting = simulation.setting(place);
    return RoomNow{setting.places.occupied, setting.places.capacity, setting.queue.size()};
  });
  Outcome outcome;
  simulation.extension().template room<Recording>().record_to(outcome);
  simulation.run(seed, replication, model.week_ends());
}

/// Runs a replication as Replication::run does, with a follower.
template <class Follower>
void follow(const Model& model, std::uint64_t seed, std::uint32_t replication, Follower& follower) {
  if (model.has_care()) {
    follow_with<CareRooms<Watching<Follower>>>(model, seed, replication, follower);
  } else {
    follow_with<FlowRooms<Watching<Follower>>>(model, seed, replication, follower);
  }
}

/// Follows everybody, and remembers little.
class Roll {
 public:
  struct Entry {
    std::uint32_t settings = 0;
    sim::Time first{}, last{};
    flow::Place place = flow::nowhere;
  };

  [[nodiscard]] static bool follows(const flow::Patient&) { return true; }
  void watch(const std::function<RoomNow(flow::Place)>&) {}
  void note(const flow::Patient& p, sim::Time now, flow::Note what, flow::Place place,
            std::string_view, sim::Duration) {
    auto& entry = seen(p, now);
    if (what == flow::Note::Departed) entry.place = place;
  }
  void entered(const flow::Patient& p, sim::Time now) {
    auto& entry = seen(p, now);
    ++entry.settings;
    entry.place = p.at;
  }
  void left(const flow::Patient& p, flow::Place, sim::Time now) { seen(p, now); }
  void profile_changed(const flow::Patient& p, sim::Time now) { seen(p, now); }
  void prepares(const flow::Patient&, sim::Time, const std::function<sim::Stream(std::size_t)>&) {}

  [[nodiscard]] const std::map<PatientId, Entry>& entries() const { return entries_; }

 private:
  Entry& seen(const flow::Patient& p, sim::Time now) {
    const auto [found, is_new] = entries_.try_emplace({p.family, p.serial});
    if (is_new) found->second.first = now;
    found->second.last = now;
    return found->second;
  }

  std::map<PatientId, Entry> entries_;
};

/// Names that ids begin with, and their families.
std::vector<std::pair<std::string, std::uint32_t>> families(const Model& model) {
  std::vector<std::pair<std::string, std::uint32_t>> result;
  for (const auto& source : model.network().sources) {
    result.emplace_back(source.name, source.family);
  }
  const auto& census = model.network().census;
  for (std::size_t i = 0; i < census.size() && census[i].line == 0; ++i) {
    result.emplace_back(fmt::format("census/{}", i), census[i].family);
  }
  // The rows of the line list come last and are one group, by line.
  if (!census.empty() && census.back().line > 0) {
    result.emplace_back("line_list", census.back().family);
  }
  return result;
}

}  // namespace

std::vector<TraceStep> trace(const Model& model, std::uint64_t seed, std::uint32_t replication,
                             PatientId who) {
  Journal journal(model, who);
  follow(model, seed, replication, journal);
  return journal.finish();
}

Travellers travellers(const Model& model, std::uint64_t seed, std::uint32_t replication,
                      std::size_t most) {
  Roll roll;
  follow(model, seed, replication, roll);
  const auto names = families(model);
  Travellers result;
  for (const auto& [name, family] : names) result.groups.push_back({name, 0, 0});
  std::vector<std::pair<std::size_t, const std::pair<const PatientId, Roll::Entry>*>> order;
  for (const auto& one : roll.entries()) {
    const auto found =
        std::ranges::find(names, one.first.family, [](const auto& named) { return named.second; });
    const auto group = static_cast<std::size_t>(found - names.begin());
    if (group == names.size()) continue;
    ++result.groups[group].count;
    result.groups[group].last = std::max(result.groups[group].last, one.first.serial);
    order.emplace_back(group, &one);
  }
  const auto keep = std::min(most, order.size());
  const auto longer = [](const auto& a, const auto& b) {
    const auto& [who_a, entry_a] = *a.second;
    const auto& [who_b, entry_b] = *b.second;
    const auto key = [](const Roll::Entry& e) { return std::pair{e.settings, e.last - e.first}; };
    if (key(entry_a) != key(entry_b)) return key(entry_a) > key(entry_b);
    return std::pair{a.first, who_a.serial} < std::pair{b.first, who_b.serial};
  };
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(keep), order.end(),
                    longer);
  order.resize(keep);
  for (const auto& [group, one] : order) {
    const auto& [who, entry] = *one;
    result.longest.push_back(
        {fmt::format("{}/{}", names[group].first, who.serial), entry.settings, entry.first,
         entry.last, entry.place == flow::nowhere ? "" : model.network().place_ids[entry.place]});
  }
  return result;
}

std::optional<PatientId> find_patient(const Model& model, std::string_view id) {
  const auto slash = id.rfind('/');
  if (slash == std::string_view::npos) return std::nullopt;
  std::uint32_t serial = 0;
  const auto* const end = id.data() + id.size();
  const auto [stop, error] = std::from_chars(id.data() + slash + 1, end, serial);
  if (error != std::errc{} || stop != end) return std::nullopt;
  for (const auto& [name, family] : families(model)) {
    if (name == id.substr(0, slash)) return PatientId{family, serial};
  }
  return std::nullopt;
}

std::vector<std::string> patient_groups(const Model& model) {
  std::vector<std::string> names;
  for (auto& [name, family] : families(model)) names.push_back(std::move(name));
  return names;
}

}  // namespace care
