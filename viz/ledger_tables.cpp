// SPDX-License-Identifier: Apache-2.0
// The ledger as tables.

#include <algorithm>
#include <iterator>

#include "models/measure/figure_text.hpp"
#include "viz/figure_tables.hpp"
#include "viz/table_parts.hpp"
#include "viz/views.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using Type = Column::Type;
using words::Text;

/// What one principal provided, by unit, and what it cost.
struct Account {
  std::string principal;
  Text label;
  double days = 0, hours = 0, kronor = 0;
};

std::vector<Account> accounts(const care::Results& results) {
  std::vector<Account> out;
  for (const care::LedgerRow& row : results.ledger) {
    auto account = std::ranges::find(out, row.principal, &Account::principal);
    if (account == out.end()) {
      out.push_back({row.principal, row.principal_label, 0, 0, 0});
      account = std::prev(out.end());
    }
    const bool hours = care::is_unit(row.unit, care::Unit::Hours);
    (hours ? account->hours : account->days) += row.quantity.mean;
    account->kronor += row.kronor.mean;
  }
  // Not of std::ranges: Clang 14 cannot make the subrange that it returns.
  std::stable_partition(out.begin(), out.end(),
                        [](const Account& account) { return account.principal != "total"; });
  return out;
}

Text account_label(const scenarios::Scenario& scenario, const Account& account) {
  if (!pick(account.label, Lang::En).empty()) {
    return in_both([&](Lang lang) { return sentence_case(pick(account.label, lang)); });
  }
  if (account.principal == "total") return words::say("ledger.total");
  return municipality_label(scenario, account.principal);
}

}  // namespace

Table accounts_table(const scenarios::Scenario& scenario, const care::Results& results) {
  TableBuilder table("accounts", "ledger.caption");
  table.column("principal", "col.principal", Type::Text);
  table.column("days", "col.days", Type::Number).decimals = 0;
  table.column("hours", "col.hours", Type::Number).decimals = 0;
  table.column("million", "col.million", Type::Number).decimals = 1;
  const auto amount = [](double value) { return value > 0 ? Cell(value) : Cell(Missing{}); };
  for (const Account& account : accounts(results)) {
    table
        .row({account_label(scenario, account), amount(account.days), amount(account.hours),
              account.kronor / 1e6})
        .is_total = account.principal == "total";
  }
  return std::move(table).finish();
}

Table provided_table(const care::Results& results) {
  TableBuilder table("provided", "ledger.rows_caption");
  table.column("principal", "col.principal", Type::Text);
  table.column("item", "col.item", Type::Text);
  table.column("quantity", "col.quantity", Type::Estimate);
  table.column("unit", "col.unit", Type::Text);
  table.column("quantity_interval", "col.interval", Type::Interval);
  table.column("million", "col.million", Type::Estimate);
  table.column("million_interval", "col.interval", Type::Interval);
  for (const care::LedgerRow& row : results.ledger) {
    const bool unnamed = pick(row.principal_label, Lang::En).empty();
    table.row({unnamed ? Cell(std::string_view(row.principal)) : Cell(&row.principal_label),
               &row.item_label, Estimate{&row.quantity, 0}, &row.unit,
               Estimate{&row.kronor, 2, 1e-6}});
  }
  return std::move(table).finish();
}

}  // namespace viz
