// SPDX-License-Identifier: Apache-2.0
/// @file
/// Several parts of a model as one extension of the flow layer (ADR 19).
///
/// **A room** is a class for one part: visits, discharge, readmission. It has those routines of an
/// extension (models/flow/extension.hpp) that it needs, each a member template over the simulation,
/// and no others: begin, arrived, requested, entered, left, departed, profile_changed, ready_begins with ready_ends,
/// preparation, handle, warm_up_ended, snapshot, time_passes and risk_strikes with follows_time; and finish, when the run has ended, and
/// count, which reads what the room counts for the record.
///
/// **Together.** At every moment the rooms that have its routine are called, in the order in which
/// they are listed. Which they are is known to the compiler: a room without a routine costs
/// nothing. A routine with the right name and the wrong arguments does not compile.
///   requested    the first room that answers otherwise than "there and now" has the say
///   preparation  rooms work side by side: the patient is prepared when the last is done
///   handle       only the room that announced the event
///   count        the sum over the rooms
///   time_passes, risk_strikes  only rooms whose follows_time() says so in this scenario
///
/// **Each other.** A room finds another by its type: simulation.extension().template
/// room<Recording>(). It may rely on what rooms before it have done at the same moment.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <tuple>
#include <type_traits>

#include "models/flow/extension.hpp"

namespace care {

/// Stands for any simulation where only the name of a routine is asked for.
struct AnySimulation;

template <class R>
concept Begins = requires {
  &R::template begin<AnySimulation>;
};
template <class R>
concept Arrives = requires {
  &R::template arrived<AnySimulation>;
};
template <class R>
concept Departs = requires {
  &R::template departed<AnySimulation>;
};
template <class R>
concept Answers = requires {
  &R::template requested<AnySimulation>;
};
template <class R>
concept Enters = requires {
  &R::template entered<AnySimulation>;
};
template <class R>
concept Leaves = requires {
  &R::template left<AnySimulation>;
};
template <class R>
concept Changes = requires {
  &R::template profile_changed<AnySimulation>;
};
template <class R>
concept Readies = requires {
  &R::template ready_begins<AnySimulation>;
  &R::template ready_ends<AnySimulation>;
};
template <class R>
concept Prepares = requires {
  &R::template preparation<AnySimulation>;
};
template <class R>
concept Handles = requires {
  &R::template handle<AnySimulation>;
};
template <class R>
concept WarmsUp = requires {
  &R::template warm_up_ended<AnySimulation>;
};
template <class R>
concept Snaps = requires {
  &R::template snapshot<AnySimulation>;
};
template <class R>
concept Follows = requires {
  &R::template time_passes<AnySimulation>;
};
template <class R>
concept Struck = requires {
  &R::template risk_strikes<AnySimulation>;
};
template <class R>
concept Finishes = requires {
  &R::template finish<AnySimulation>;
};
template <class R>
concept Counts = requires {
  &R::count;
};

/// See the head of this file. Copies are made only while a replication is being built.
template <class... Parts>
class Rooms {
 public:
  /// Builds every room from the same plan, which is to outlive them: a Model.
  template <class Plan>
  requires(!std::same_as<Plan, Rooms>) explicit Rooms(const Plan& plan) : rooms_(Parts(plan)...) {}

  template <class Room>
  [[nodiscard]] Room& room() {
    return std::get<Room>(rooms_);
  }
  template <class Room>
  [[nodiscard]] const Room& room() const {
    return std::get<Room>(rooms_);
  }

  /// What an event of the simulation carries: whose it is, and what it is to that room (below 16).
  template <class Room>
  [[nodiscard]] static constexpr std::uint8_t event_of(unsigned detail) {
    return static_cast<std::uint8_t>(number<Room>() << detail_bits | detail);
  }

  static constexpr bool admits = (Answers<Parts> || ...);

  template <class Simulation>
  void begin(Simulation& simulation) {
    each([&]<class Room>(Room& room) {
      if constexpr (Begins<Room>) room.begin(simulation);
    });
  }

  template <class Simulation>
  void arrived(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    each([&]<class Room>(Room& room) {
      if constexpr (Arrives<Room>) room.arrived(simulation, slot, now);
    });
  }

  template <class Simulation>
  flow::Admission requested(Simulation& simulation, flow::PatientSlot slot, flow::Place to,
                            sim::Time now) {
    flow::Admission answer{to, now};
    each([&]<class Room>(Room& room) {
      if constexpr (Answers<Room>) {
        if (answer.to == to && answer.from == now) {
          answer = room.requested(simulation, slot, to, now);
        }
      }
    });
    return answer;
  }

  template <class Simulation>
  void entered(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    each([&]<class Room>(Room& room) {
      if constexpr (Enters<Room>) room.entered(simulation, slot, now);
    });
  }

  template <class Simulation>
  void left(Simulation& simulation, flow::PatientSlot slot, flow::Place destination,
            sim::Time now) {
    each([&]<class Room>(Room& room) {
      if constexpr (Leaves<Room>) room.left(simulation, slot, destination, now);
    });
  }

  template <class Simulation>
  void departed(Simulation& simulation, flow::PatientSlot slot, flow::Place exit, sim::Time now) {
    each([&]<class Room>(Room& room) {
      if constexpr (Departs<Room>) room.departed(simulation, slot, exit, now);
    });
  }

  template <class Simulation>
  void profile_changed(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    each([&]<class Room>(Room& room) {
      if constexpr (Changes<Room>) room.profile_changed(simulation, slot, now);
    });
  }

  template <class Simulation>
  void ready_begins(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    each([&]<class Room>(Room& room) {
      if constexpr (Readies<Room>) room.ready_begins(simulation, slot, now);
    });
  }

  template <class Simulation>
  void ready_ends(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    each([&]<class Room>(Room& room) {
      if constexpr (Readies<Room>) room.ready_ends(simulation, slot, now);
    });
  }

  template <class Simulation>
  sim::Duration preparation(Simulation& simulation, flow::PatientSlot slot, sim::Time now) {
    sim::Duration longest{};
    each([&]<class Room>(Room& room) {
      if constexpr (Prepares<Room>) {
        longest = std::max(longest, room.preparation(simulation, slot, now));
      }
    });
    return longest;
  }

  template <class Simulation>
  void handle(Simulation& simulation, flow::Event event, sim::Time now) {
    const unsigned whose = event.detail >> detail_bits;
    event.detail &= (1U << detail_bits) - 1;
    each([&]<class Room>(Room& room) {
      if constexpr (Handles<Room>) {
        if (whose == number<Room>()) room.handle(simulation, event, now);
      }
    });
  }

  template <class Simulation>
  void warm_up_ended(Simulation& simulation, sim::Time now) {
    each([&]<class Room>(Room& room) {
      if constexpr (WarmsUp<Room>) room.warm_up_ended(simulation, now);
    });
  }

  template <class Simulation>
  void snapshot(Simulation& simulation, std::uint32_t index, sim::Time now) {
    each([&]<class Room>(Room& room) {
      if constexpr (Snaps<Room>) room.snapshot(simulation, index, now);
    });
  }

  [[nodiscard]] bool follows_time() const {
    bool any = false;
    [[maybe_unused]] const auto ask = [&]<class Room>(const Room& room) {
      if constexpr (Follows<Room>) any = any || room.follows_time();
    };
    (ask(std::get<Parts>(rooms_)), ...);
    return any;
  }

  template <class Simulation>
  void time_passes(Simulation& simulation, sim::Time from, sim::Time to) {
    each([&]<class Room>(Room& room) {
      if constexpr (Follows<Room>) {
        if (room.follows_time()) room.time_passes(simulation, from, to);
      }
    });
  }

  template <class Simulation>
  void risk_strikes(Simulation& simulation, flow::PatientSlot slot) {
    each([&]<class Room>(Room& room) {
      if constexpr (Struck<Room>) {
        if (room.follows_time()) room.risk_strikes(simulation, slot);
      }
    });
  }

  template <class Simulation>
  void finish(Simulation& simulation) {
    each([&]<class Room>(Room& room) {
      if constexpr (Finishes<Room>) room.finish(simulation);
    });
  }

  /// What the rooms have counted up to `now` under this number.
  [[nodiscard]] std::int64_t count(std::uint32_t index, sim::Time now) const {
    std::int64_t sum = 0;
    const auto add = [&]<class Room>(const Room& room) {
      if constexpr (Counts<Room>) sum += room.count(index, now);
    };
    (add(std::get<Parts>(rooms_)), ...);
    return sum;
  }

 private:
  static constexpr unsigned detail_bits = 4;
  static_assert(sizeof...(Parts) <= 1U << detail_bits);

  template <class Room>
  static constexpr unsigned number() {
    unsigned before = 0;
    bool found = false;
    ((found = found || std::same_as<Room, Parts>, before += found ? 0 : 1), ...);
    return before;
  }

  template <class Visit>
  void each(Visit&& visit) {
    (visit(std::get<Parts>(rooms_)), ...);
  }

  std::tuple<Parts...> rooms_;
};

/// Schedules an event of a room; `subject` and `detail` (below 16) come back to its handle().
template <class Room, class Simulation>
void announce(Simulation& simulation, sim::Time time, std::uint32_t subject, unsigned detail = 0) {
  using House = std::remove_cvref_t<decltype(simulation.extension())>;
  simulation.schedule_extension(time, subject, House::template event_of<Room>(detail));
}

}  // namespace care
