// SPDX-License-Identifier: Apache-2.0
#include "models/staff_need.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <tuple>

#include "models/expected_trips.hpp"
#include "models/flow/journeys.hpp"
#include "models/staffing/companions.hpp"
#include "sim/stream.hpp"

namespace care {
namespace {

constexpr std::uint32_t drawn_cases = 256;
constexpr std::uint32_t family = sim::family_of("analysis/cases");

/// Share of a day's visits that falls in the shift of a rank.
double share_of_day(const VisitTask& task, std::uint32_t rank) {
  const auto before = rank == 0 ? 0 : task.reach[rank - 1];
  return std::ldexp(static_cast<double>(task.reach[rank] - before), -32);
}

double share_on(const ShiftCalendar& calendar, const VisitPlans& plans, const VisitTask& task,
                std::uint32_t occurrence) {
  if (!plans.clock(task.clock).permits(calendar[occurrence].day_kind)) return 0;
  return share_of_day(task, occurrence % calendar.shifts());
}

/// How long patients of a kind stay: the law of the stay for them as they are now, with the hazards
/// that lead out of the model.
class Survival {
 public:
  /// The lengths of laws that have been asked for.
  using Lengths = std::map<const flow::TimeLaw*, flow::Lengths>;

  Survival(const flow::Network& network, const flow::KindLoad& kind, Lengths& lengths) {
    for (const auto& cause : flow::causes_of(network, kind.setting, kind.profile)) {
      if (network.is_exit(cause.to)) per_day_ += cause.per_day;
    }
    for (const auto& way : network.route(kind.setting, kind.profile).to.options) {
      if (way.value == flow::stays_on) {
        nodes_.push_back({std::numeric_limits<double>::infinity(), way.probability});
        continue;
      }
      const flow::TimeLaw& law = network.stay(kind.setting, kind.profile, way.value);
      const auto [found, is_new] = lengths.try_emplace(&law);
      if (is_new) found->second = flow::lengths_of(law);
      for (const auto& node : found->second.nodes) {
        nodes_.push_back({node.days, node.weight * way.probability});
      }
    }
    std::ranges::sort(nodes_, {}, &flow::Lengths::Node::days);
    longer_.resize(nodes_.size());
    double sum = 0;
    for (std::size_t i = nodes_.size(); i-- > 0;) longer_[i] = sum += nodes_[i].weight;
  }

  /// Mean days between two ages, of one who comes.
  [[nodiscard]] double days(double from, double to) const {
    auto node = std::ranges::lower_bound(nodes_, from, {}, &flow::Lengths::Node::days);
    double sum = 0;
    for (; node != nodes_.end() && node->days < to; ++node) {
      sum += node->weight * there(from, node->days);
    }
    if (node == nodes_.end()) return sum;
    return sum + longer_[static_cast<std::size_t>(node - nodes_.begin())] * there(from, to);
  }
  [[nodiscard]] double days() const { return days(0, std::numeric_limits<double>::infinity()); }

 private:
  /// Mean days between two ages of one whom only hazards take away.
  [[nodiscard]] double there(double from, double to) const {
    if (!(per_day_ > 0)) return to - from;
    return (std::exp(-per_day_ * from) - std::exp(-per_day_ * to)) / per_day_;
  }

  std::vector<flow::Lengths::Node> nodes_;  // by length
  std::vector<double> longer_;              // weight of a node and all after it
  double per_day_ = 0;
};

class Need {
 public:
  Need(const Model& model, const flow::Analysis& analysis)
      : model_(model),
        workforce_(model.workforce()),
        plans_(model.visit_plans()),
        moments_(model.has_responsibility() ? Decisions::moments : 1),
        slots_(moments_ * agreements()),
        work_(workforce_.crews().size() * plans_.tasks().size() * slots_) {
    for (const auto& kind : analysis.kinds) add(kind);
  }

  void tell(const HearDue& hear) const {
    const ShiftCalendar& calendar = workforce_.calendar();
    const auto slot_of = slots_of_occurrences();
    std::vector<std::vector<double>> parts;
    for (const auto task : plans_.tasks().ids()) {
      parts.push_back(plans_.task(task).once ? days_since_last(task)
                                             : share_of_week(calendar, plans_, task));
    }
    // By task, then crew; empty where there is nothing.
    std::vector<std::vector<double>> due(plans_.tasks().size() * workforce_.crews().size());
    const auto due_of = [&](std::uint32_t crew, TaskId task) -> std::vector<double>& {
      return due[sim::index(task) * workforce_.crews().size() + crew];
    };
    for (const auto task : plans_.tasks().ids()) {
      const auto& part = parts[sim::index(task)];
      for (std::uint32_t crew = 0; crew < workforce_.crews().size(); ++crew) {
        const double* const work = work_.data() + place(crew, task);
        if (std::all_of(work, work + slots_, [](double hours) { return hours == 0; })) continue;
        auto& hours = due_of(crew, task);
        hours.resize(calendar.size());
        for (std::uint32_t o = 0; o < calendar.size(); ++o) hours[o] = part[o] * work[slot_of[o]];
        if (plans_.task(task).presence) to_whole_shifts(crew, hours);
      }
    }
    trips_.tell(parts, [&](std::uint32_t crew, std::size_t slot, TaskId task,
                           const std::vector<double>& travel) {
      auto& hours = due_of(crew, task);
      hours.resize(calendar.size());
      for (std::uint32_t o = 0; o < calendar.size(); ++o) {
        if (slot_of[o] == slot) hours[o] += travel[o];
      }
    });
    for (const auto task : plans_.tasks().ids()) {
      for (std::uint32_t crew = 0; crew < workforce_.crews().size(); ++crew) {
        if (!due_of(crew, task).empty()) hear(crew, task, due_of(crew, task));
      }
    }
  }

 private:
  [[nodiscard]] std::size_t agreements() const {
    return model_.has_responsibility() ? model_.decisions().agreements().size() : 1;
  }
  [[nodiscard]] std::size_t place(std::uint32_t crew, TaskId task) const {
    return (crew * plans_.tasks().size() + sim::index(task)) * slots_;
  }

  void add(const flow::KindLoad& kind) {
    const auto plan = plans_.plan(kind.profile, kind.setting);
    if (plan.empty()) return;
    stay_.reset();
    std::vector<Due> due;
    for (const auto task : plan) due.push_back({task, visits(kind, task), rate_at_start(task)});
    if (model_.has_responsibility()) return add_by_rules(kind, due);
    for (const auto& [task, visits, at_start] : due) {
      const auto team =
          workforce_.team_of(model_.municipality_of(kind.profile), plans_.task(task).role);
      add_work({task, team, 0, true, visits, at_start});
    }
    add_trips(kind.present);
  }

  /// Visits that a team gives to patients of a kind.
  struct Given {
    TaskId task{};
    std::uint32_t team = 0;
    std::size_t slot = 0;
    bool travels = false;
    double visits = 0;    // a week, or of a task done once a day
    double at_start = 0;  // a week of one patient, when a stay begins
  };

  /// Adds the time of who comes along, each on a trip of their own.
  void add_companion(const Given& given) {
    const VisitTask& task = plans_.task(given.task);
    const StaffTeam& own = workforce_.team(given.team);
    if (task.together_with == Workforce::none || own.unlimited) return;
    const auto team = companion_team(workforce_, own.unit, task.together_with);
    const double travel = given.travels ? sim::hours(workforce_.unit_of(team).travel) : 0;
    work_[place(workforce_.team(team).crew, given.task) + given.slot] +=
        given.visits * (task.minutes.mean() * sim::hours(task.unit) + travel);
  }

  /// Adds the time in the home; trips are noted.
  void add_work(const Given& given) {
    work_[place(workforce_.team(given.team).crew, given.task) + given.slot] +=
        given.visits * hours(given.task);
    if (given.travels && !plans_.task(given.task).presence) at_home_.push_back(given);
    add_companion(given);
  }

  /// Visits of so many patients that have been noted, those of a team by as many people together.
  void add_trips(double patients) {
    const auto with = [&](const Given& given) {
      const VisitTask& task = plans_.task(given.task);
      const bool together = task.together_with != Workforce::none;  // on a trip of its own
      return std::tuple(given.team, given.slot, task.staff,
                        together ? sim::index(given.task) + 1 : 0);
    };
    std::ranges::stable_sort(at_home_, {}, with);
    for (auto of = at_home_.begin(); of != at_home_.end();) {
      const auto end = std::find_if(of, at_home_.end(),
                                    [&](const Given& other) { return with(other) != with(*of); });
      add_home({of, end}, patients);
      of = end;
    }
    at_home_.clear();
  }

  void add_home(std::span<const Given> given, double patients) {
    std::vector<ExpectedTrips::Visits> visits, at_start;
    for (const Given& of : given) {
      if (plans_.task(of.task).once) continue;
      if (patients > 0) visits.push_back({of.task, of.visits / patients});
      at_start.push_back({of.task, of.at_start});
    }
    const Given& first = given.front();
    const std::uint32_t crew = workforce_.team(first.team).crew;
    const double hours =
        plans_.task(first.task).staff * sim::hours(workforce_.unit_of(first.team).travel);
    trips_.add(crew, first.slot, hours, patients, visits);
    for (const Given& of : given) {
      if (!plans_.task(of.task).once) continue;
      trips_.add_once(crew, of.slot, hours, of.task, of.visits, at_start);
    }
  }

  /// Visits of a kind of patients: a week, or of a task that is done once, a day.
  struct Due {
    TaskId task{};
    double visits = 0;
    double at_start = 0;  // a week of one patient, when a stay begins
  };

  /// Visits a week of one whose stay began on this day or the day before, alike.
  [[nodiscard]] double rate_at_start(TaskId id) const {
    const VisitTask& task = plans_.task(id);
    if (task.once) return 0;
    const double two_days = 2 * static_cast<double>(sim::day.count());
    const double more = task.tapers ? task.worked(two_days) / two_days : 1;
    return week_ticks / static_cast<double>(task.spacing) * more;
  }

  [[nodiscard]] double visits(const flow::KindLoad& kind, TaskId id) {
    const VisitTask& task = plans_.task(id);
    if (task.once) return kind.stays_per_day * stays_until_seen(kind, task);
    const double per_week = week_ticks / static_cast<double>(task.spacing);
    return kind.present * per_week * (task.tapers ? taper(kind, task) : 1);
  }

  /// Shifts in which somebody stays, as hours for visits.
  void to_whole_shifts(std::uint32_t crew, std::vector<double>& shifts) const {
    const std::uint32_t team = workforce_.crews()[crew].front();
    for (std::uint32_t o = 0; o < shifts.size(); ++o) {
      shifts[o] *= sim::hours(workforce_.whole_shift(team, o));
    }
  }

  /// Work of one visit in the home; of presence, the number of shifts.
  [[nodiscard]] double hours(TaskId id) const {
    const VisitTask& task = plans_.task(id);
    if (task.presence) return 1;
    return task.staff * task.minutes.mean() * sim::hours(task.unit);
  }

  /// Share of those who come that are still there in the first shift of a task done once, where such
  /// shifts are evenly spread over the week.
  [[nodiscard]] double stays_until_seen(const flow::KindLoad& kind, const VisitTask& task) {
    double shifts = 0;
    for (std::uint32_t rank = 0; rank < workforce_.calendar().shifts(); ++rank) {
      if (share_of_day(task, rank) > 0) shifts += plans_.clock(task.clock).days_a_week();
    }
    if (!(shifts > 0)) return 1;  // on holidays only
    const double gap = 7 / shifts;
    return stay_of(kind).days(0, gap) / gap;
  }

  /// How many times its normal rate a task has that tapers, for one who is met at any moment. The
  /// intensity of a visit is that of its day, counted from the day on which the stay began, and it is
  /// given if the patient is there when its shift begins.
  [[nodiscard]] double taper(const flow::KindLoad& kind, const VisitTask& task) {
    const Survival& stay = stay_of(kind);
    const auto day_ms = static_cast<double>(sim::day.count());
    const ShiftCalendar& calendar = workforce_.calendar();
    double more = 0;
    for (int day = 0; day * day_ms < task.taper_ms; ++day) {
      const double rate = (task.worked((day + 1) * day_ms) - task.worked(day * day_ms)) / day_ms;
      for (std::uint32_t rank = 0; rank < calendar.shifts(); ++rank) {
        const double at = day + sim::days(calendar[rank].start - calendar.start());
        more += (rate - 1) * share_of_day(task, rank) * stay.days(std::max(0.0, at - 1), at);
      }
    }
    return more == 0 ? 1 : 1 + more / stay.days();
  }

  /// Of the kind at hand: made once, for the tasks that ask.
  [[nodiscard]] const Survival& stay_of(const flow::KindLoad& kind) {
    if (!stay_) stay_.emplace(model_.network(), kind, lengths_);
    return *stay_;
  }

  // ---- who gives a visit, where rules decide

  /// Cases of a kind of patients with their shares, as the run would draw them.
  [[nodiscard]] std::map<std::uint32_t, double> cases_of(flow::Profile profile) const {
    std::map<std::uint32_t, double> cases;
    for (std::uint32_t k = 0; k < drawn_cases; ++k) {
      const auto serial = static_cast<std::uint32_t>(sim::index(profile)) * drawn_cases + k;
      cases[model_.decisions().cases().case_of(
          profile, [&](std::uint32_t attribute, std::uint32_t use) {
            return sim::Stream(0, {0, family, serial, static_cast<std::uint8_t>(use), attribute})
                .half();
          })] += 1.0 / drawn_cases;
    }
    return cases;
  }

  /// What is decided of each task, and the share of the patients of whom it is: few answers, for many cases.
  using Readings = std::map<std::vector<const Ruling*>, double>;

  void add_by_rules(const flow::KindLoad& kind, const std::vector<Due>& due) {
    const auto cases = cases_of(kind.profile);
    for (std::size_t agreement = 0; agreement < agreements(); ++agreement) {
      for (std::uint32_t moment = 0; moment < moments_; ++moment) {
        Readings readings;
        for (const auto& [number, share] : cases) {
          note_case(due, {number, static_cast<std::uint8_t>(agreement), 0}, moment, share,
                    readings);
        }
        for (const auto& [rulings, share] : readings) {
          add_reading(kind, due, rulings, agreement * moments_ + moment, share);
        }
      }
    }
  }

  /// The first task speaks for the person. At home care goes on while the parties talk, which takes no
  /// time: one of their readings holds.
  void note_case(const std::vector<Due>& due, Placement who, std::uint32_t moment, double share,
                 Readings& readings) const {
    const auto first = static_cast<std::uint32_t>(due.front().task);
    const Ruling& ruling = model_.decisions().decide(who, first, moment);
    if (!ruling.disputed) return note_reading(due, who, moment, share, readings);
    who.upheld = 1;
    note_reading(due, who, moment, share * ruling.region_prevails, readings);
    who.upheld = 2;
    note_reading(due, who, moment, share * (1 - ruling.region_prevails), readings);
  }

  void note_reading(const std::vector<Due>& due, const Placement& who, std::uint32_t moment,
                    double share, Readings& readings) const {
    std::vector<const Ruling*> rulings;
    rulings.reserve(due.size());
    for (const Due& of : due) {
      const auto subject = static_cast<std::uint32_t>(of.task);
      rulings.push_back(&model_.decisions().decide(who, subject, moment));
    }
    readings[std::move(rulings)] += share;
  }

  void add_reading(const flow::KindLoad& kind, const std::vector<Due>& due,
                   const std::vector<const Ruling*>& rulings, std::size_t slot, double share) {
    for (std::size_t d = 0; d < due.size(); ++d) {
      const auto& [task, visits, at_start] = due[d];
      const Ruling& ruling = *rulings[d];
      for (std::size_t i = 0; i < ruling.performers; ++i) {
        const auto team = workforce_.team_giving(model_.municipality_of(kind.profile),
                                                 plans_.task(task).role, ruling.performer[i]);
        if (team == Workforce::none) continue;
        add_work({task, team, slot, ruling.travels, share / ruling.performers * visits,
                  at_start / ruling.performers});
      }
    }
    add_trips(share * kind.present);
  }

  // ---- when it falls due

  [[nodiscard]] std::vector<std::size_t> slots_of_occurrences() const {
    const ShiftCalendar& calendar = workforce_.calendar();
    std::vector<std::size_t> slots(calendar.size());
    if (!model_.has_responsibility()) return slots;
    const auto& decisions = model_.decisions();
    for (std::uint32_t o = 0; o < calendar.size(); ++o) {
      const auto& shift = calendar[o];
      slots[o] = decisions.agreement_at(shift.start) * moments_ +
                 decisions.moment_of(sim::date_of(shift.start), shift.shift);
    }
    return slots;
  }

  /// By occurrence in which the task may be done: days since the last such; who has come meanwhile has
  /// the only visit now.
  [[nodiscard]] std::vector<double> days_since_last(TaskId id) const {
    const VisitTask& task = plans_.task(id);
    const ShiftCalendar& calendar = workforce_.calendar();
    std::vector<double> days(calendar.size());
    auto last = calendar.start();
    for (std::uint32_t o = 0; o < calendar.size(); ++o) {
      if (!(share_on(calendar, plans_, task, o) > 0)) continue;
      days[o] = sim::days(calendar[o].start - last);
      last = calendar[o].start;
    }
    return days;
  }

  const Model& model_;
  const Workforce& workforce_;
  const VisitPlans& plans_;
  std::size_t moments_, slots_;
  // Hours by crew, task, agreement and moment: a week, or a day; without trips that may be shared.
  std::vector<double> work_;
  std::vector<Given> at_home_;  // of the patients at hand
  ExpectedTrips trips_;
  Survival::Lengths lengths_;
  std::optional<Survival> stay_;  // of the kind at hand
};

}  // namespace

std::vector<double> share_of_week(const ShiftCalendar& calendar, const VisitPlans& plans,
                                  TaskId id) {
  const VisitTask& task = plans.task(id);
  std::vector<double> share(calendar.size()), week(calendar.weeks());
  for (std::uint32_t o = 0; o < calendar.size(); ++o) {
    share[o] = share_on(calendar, plans, task, o);
    week[calendar[o].week] += share[o];
  }
  const PermittedDays& clock = plans.clock(task.clock);
  for (std::uint32_t o = 0; o < calendar.size(); ++o) {
    const auto w = calendar[o].week;
    if (share[o] > 0) share[o] *= clock.takes(w) / week[w];
  }
  return share;
}

void tell_expected_due(const Model& model, const flow::Analysis& analysis, const HearDue& hear) {
  Need(model, analysis).tell(hear);
}

}  // namespace care
