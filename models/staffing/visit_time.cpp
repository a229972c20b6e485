// SPDX-License-Identifier: Apache-2.0
// What a crew has of time in a shift, by team.
#include <cmath>

#include "models/staffing/visit_book.hpp"

namespace care {
namespace {

/// Deals out a whole in proportion to parts that are named one after the other, to the millisecond:
/// together they get all of it.
class Parts {
 public:
  Parts(sim::Duration whole, sim::Duration of) : whole_(whole), left_(of) {}

  /// What falls to a part, from what is left: nothing to one of nothing.
  sim::Duration next(sim::Duration part) {
    if (part <= sim::Duration::zero()) return sim::Duration::zero();
    const double share = static_cast<double>(part.count()) / static_cast<double>(left_.count());
    const sim::Duration falls{std::llround(static_cast<double>(whole_.count()) * share)};
    whole_ -= falls;
    left_ -= part;
    return falls;
  }

 private:
  sim::Duration whole_, left_;
};

}  // namespace

/// Fills in what is known of the crew as a whole: see the head of the file.
void VisitBook::share_time(Teams crew, std::span<const ShiftStaff> staff) {
  if (workforce_->team(crew.front()).unlimited) {
    // Whose people are not modelled has the time that it takes.
    results_.front().available = results_.front().given;
    results_.front().paid = workforce_->paid(crew.front(), results_.front().given);
    return;
  }
  sim::Duration asked{}, available{}, extra{};
  for (std::size_t place = 0; place < crew.size(); ++place) {
    asked += results_[place].due + results_[place].carried;
    available += staff[place].available;
    extra += staff[place].overtime_available;
  }
  Parts by_need(available, asked), by_people(people_.overtime(), extra);
  for (std::size_t place = 0; place < crew.size(); ++place) {
    ShiftResult& result = results_[place];
    result.available =
        asked.count() > 0 ? by_need.next(result.due + result.carried) : staff[place].available;
    result.overtime = by_people.next(staff[place].overtime_available);
  }
}

}  // namespace care
