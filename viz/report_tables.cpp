// SPDX-License-Identifier: Apache-2.0

// The tables: figures by stakeholder, places, staff, ways out, ledger.

#include <algorithm>

#include "models/measure/figure_text.hpp"
#include "viz/format.hpp"
#include "viz/report_parts.hpp"
#include "viz/svg.hpp"

namespace viz::report {
namespace {

using Metric = care::MetricEstimate;

std::string shown(const Metric* metric, Lang lang) {
  return metric == nullptr || metric->n == 0 ? "–" : figure(*metric, lang);
}

/// A sum of means over municipalities and roles; it has no interval of its own.
struct Sum {
  double mean = 0;
  const Metric* any = nullptr;
};

Sum sum_of(const Context& context, const care::Figure& figure) {
  Sum sum;
  for (const Metric& metric : context.results.metrics) {
    const care::Key& key = metric.key;
    if (!is(key, figure) || key.role == any_role) continue;
    if (key.municipality.empty() || key.role.empty()) continue;
    sum.mean += metric.mean;
    sum.any = &metric;
  }
  return sum;
}

/// Collects the rows of the stakeholder table; the party is written on its first row only.
class Stakeholders {
 public:
  explicit Stakeholders(const Context& context)
      : context_(context),
        table_(
            say(context.lang, "stakeholders.caption"),
            {text_cell(say(context.lang, "col.party")), text_cell(say(context.lang, "col.figure")),
             number_cell(say(context.lang, "col.estimate")),
             number_cell(say(context.lang, "col.interval")),
             number_cell(context.nine_of_ten(true))}) {}

  void party(std::string_view key) { party_ = std::string(say(context_.lang, key)); }
  void row(const std::string& label, const Metric* metric) {
    if (metric == nullptr || metric->n == 0) return;
    add(label, figure(*metric, context_.lang), interval(*metric, context_.lang),
        spread(*metric, context_.lang));
  }
  void row(const Sum& sum) {
    if (sum.any == nullptr) return;
    Metric total = *sum.any;
    total.mean = sum.mean;
    add(say(context_.lang, "stakeholders.sum", {{"label", pick(total.key.label, context_.lang)}}),
        figure(total, context_.lang), "", "");
  }
  [[nodiscard]] std::string html() const { return table_.empty() ? std::string() : table_.html(); }

 private:
  void add(const std::string& label, const std::string& value, const std::string& sure,
           const std::string& years) {
    table_.row({text_cell(party_), text_cell(label), number_cell(value), number_cell(sure),
                number_cell(years)});
    party_.clear();
  }

  const Context& context_;
  Table table_;
  std::string party_;
};

std::string labelled(const Context& context, const Metric& metric, const std::string& id) {
  return setting_name(context.scenario, id, context.lang) + ": " +
         in_sentence(pick(metric.key.label, context.lang));
}

void add_setting_rows(const Context& context, Stakeholders& table, std::string_view owner,
                      std::initializer_list<const care::Figure*> wanted) {
  for (const auto& [id, setting] : context.scenario.settings) {
    if (!owner.empty() && setting.owner != owner) continue;
    for (const care::Figure* figure : wanted) {
      const Metric* metric = find_figure(context.results, *figure, {id, {}, {}});
      if (metric == nullptr || !(metric->mean > 0)) continue;
      table.row(labelled(context, *metric, id), metric);
    }
  }
}

std::string stakeholder_table(const Context& context) {
  if (!context.scenario.care) return {};
  Stakeholders table(context);
  table.party("party.patient");
  add_setting_rows(context, table, {}, {&figures::wait});
  table.row(sum_of(context, figures::missed_must));
  table.row(sum_of(context, figures::harmed));
  table.party("party.municipality");
  const std::string_view risk = "stakeholders.risk";
  for (const std::string& id : staffed_municipalities(context.scenario, context.results)) {
    const Metric* any = find_figure(context.results, figures::any, {{}, id, any_role});
    table.row(say(context.lang, risk,
                  {{"municipality", municipality_name(context.scenario, id, context.lang)}}),
              any);
  }
  for (const care::Figure* figure :
       {&figures::overtime, &figures::agency, &figures::visits_moved}) {
    table.row(sum_of(context, *figure));
  }
  table.party("party.region");
  add_setting_rows(context, table, "region",
                   {&figures::utilisation, &figures::ready_days, &figures::overflow});
  table.party("party.committee");
  for (const auto& [id, setting] : context.scenario.settings) {
    const Metric* residents = find_figure(context.results, figures::residents, {id, {}, {}});
    if (residents != nullptr) table.row(labelled(context, *residents, id), residents);
  }
  const std::string html = table.html();
  if (html.empty()) return {};
  return "<h3>" + context.t("stakeholders.heading") + "</h3>\n<p class=\"note\">" +
         context.t("stakeholders.note") + "</p>\n" + html;
}

std::string places_table(const Context& context) {
  const Lang lang = context.lang;
  Table table(say(lang, "places.caption"),
              {text_cell(say(lang, "col.setting")), number_cell(say(lang, "col.capacity")),
               number_cell(say(lang, "col.present")), number_cell(say(lang, "col.interval")),
               number_cell(context.nine_of_ten(true)), number_cell(say(lang, "col.utilisation")),
               number_cell(say(lang, "col.ready")), number_cell(say(lang, "col.queue")),
               number_cell(say(lang, "col.wait")), number_cell(say(lang, "col.entries"))});
  for (const PlaceRow& row : place_rows(context.scenario, context.results, lang)) {
    const auto bare = [&](const Metric* metric) {
      return number_cell(metric == nullptr || metric->n == 0 ? "–" : bare_figure(*metric, lang));
    };
    const auto decimal = [&](const Metric* metric) {
      return number_cell(metric == nullptr || metric->n == 0 ? "–" : number(metric->mean, 1, lang));
    };
    const bool has = row.present != nullptr;
    table.row({text_cell(setting_name(context.scenario, row.id, lang)),
               number_cell(row.capacity.empty() ? say(lang, "places.unlimited") : row.capacity),
               bare(row.present), number_cell(has ? interval(*row.present, lang) : ""),
               number_cell(has ? spread(*row.present, lang) : ""),
               number_cell(shown(row.utilisation, lang)), bare(row.ready), decimal(row.queue),
               number_cell(shown(row.wait, lang)), decimal(row.entries)});
  }
  if (table.empty()) return {};
  return "<h3>" + context.t("places.heading") + "</h3>\n" + table.html();
}

constexpr const care::Figure* staff_figures[] = {
    &figures::load,         &figures::visits_due,  &figures::visits_done,
    &figures::visits_moved, &figures::missed_must, &figures::missed_critical,
    &figures::missed_other, &figures::overtime,    &figures::agency};

std::string staff_table(const Context& context) {
  const Lang lang = context.lang;
  const auto municipalities = staffed_municipalities(context.scenario, context.results);
  const auto roles = staffed_roles(context.scenario, context.results);
  std::vector<Cell> head{text_cell(say(lang, "col.municipality")),
                         text_cell(say(lang, "col.role"))};
  std::vector<const care::Figure*> used;
  for (const care::Figure* figure : staff_figures) {
    for (const Metric& metric : context.results.metrics) {
      if (!is(metric.key, *figure)) continue;
      used.push_back(figure);
      const Display display = display_of(metric, lang);
      const bool percentage = display.unit.ends_with("%") || figure->unit == care::Unit::Hours;
      head.push_back(
          number_cell(pick(metric.key.label, lang) + (percentage ? "," + display.unit : "")));
      break;
    }
  }
  if (used.empty()) return {};
  Table table(say(lang, "staff.caption"), head);
  for (const std::string& municipality : municipalities) {
    for (const std::string& role : roles) {
      std::vector<Cell> cells{text_cell(municipality_name(context.scenario, municipality, lang)),
                              text_cell(role_name(context.scenario, role, lang))};
      for (const care::Figure* figure : used) {
        const Metric* metric = find_figure(context.results, *figure, {{}, municipality, role});
        cells.push_back(number_cell(metric == nullptr ? "–" : bare_figure(*metric, lang)));
      }
      table.row(std::move(cells));
    }
  }
  return "<h3>" + context.t("staff.heading") + "</h3>\n" + table.html("dense");
}

std::string exits_table(const Context& context) {
  const Lang lang = context.lang;
  Table table(say(lang, "exits.caption"),
              {text_cell(say(lang, "col.exit")), number_cell(say(lang, "col.persons")),
               number_cell(say(lang, "col.interval")), number_cell(context.nine_of_ten(true))});
  for (const auto& [id, label] : context.scenario.exits) {
    const Metric* exits = find_figure(context.results, figures::exits, {id, {}, {}});
    if (exits == nullptr) continue;
    table.row({text_cell(setting_name(context.scenario, id, lang)),
               number_cell(bare_figure(*exits, lang)), number_cell(interval(*exits, lang)),
               number_cell(spread(*exits, lang))});
  }
  if (table.empty()) return {};
  return "<h3>" + context.t("exits.heading") + "</h3>\n" + table.html();
}

/// What one principal provided, by unit, and what it cost.
struct Account {
  std::string principal;
  scenarios::Text label;
  double days = 0, hours = 0, kronor = 0;
};

std::vector<Account> accounts(const care::Results& results) {
  std::vector<Account> out;
  for (const care::LedgerRow& row : results.ledger) {
    auto account = std::find_if(out.begin(), out.end(),
                                [&](const Account& one) { return one.principal == row.principal; });
    if (account == out.end()) {
      out.push_back({row.principal, row.principal_label, 0, 0, 0});
      account = out.end() - 1;
    }
    const bool hours = care::is_unit(row.unit, care::Unit::Hours);
    (hours ? account->hours : account->days) += row.quantity.mean;
    account->kronor += row.kronor.mean;
  }
  std::stable_partition(out.begin(), out.end(),
                        [](const Account& account) { return account.principal != "total"; });
  return out;
}

std::string account_name(const Context& context, const Account& account) {
  if (!pick(account.label, context.lang).empty()) return pick(account.label, context.lang);
  if (account.principal == "total") return std::string(say(context.lang, "ledger.total"));
  return municipality_name(context.scenario, account.principal, context.lang);
}

std::string ledger_rows(const Context& context) {
  const Lang lang = context.lang;
  Table table(say(lang, "ledger.rows_caption"),
              {text_cell(say(lang, "col.principal")), text_cell(say(lang, "col.item")),
               number_cell(say(lang, "col.quantity")), text_cell(say(lang, "col.unit")),
               number_cell(say(lang, "col.interval")), number_cell(say(lang, "col.million")),
               number_cell(say(lang, "col.interval"))});
  for (const care::LedgerRow& row : context.results.ledger) {
    const auto million = [&](double kronor) { return number(kronor / 1e6, 2, lang); };
    const auto whole = [&](double value) { return number(value, 0, lang); };
    table.row(
        {text_cell(pick(row.principal_label, lang).empty() ? row.principal
                                                           : pick(row.principal_label, lang)),
         text_cell(pick(row.item_label, lang)), number_cell(whole(row.quantity.mean)),
         text_cell(pick(row.unit, lang)),
         number_cell(range(whole(row.quantity.ci95.low), whole(row.quantity.ci95.high), lang)),
         number_cell(million(row.kronor.mean)),
         number_cell(range(million(row.kronor.ci95.low), million(row.kronor.ci95.high), lang))});
  }
  return table.html();
}

std::string ledger_table(const Context& context) {
  if (context.results.ledger.empty()) return {};
  const Lang lang = context.lang;
  Table table(say(lang, "ledger.caption"),
              {text_cell(say(lang, "col.principal")), number_cell(say(lang, "col.days")),
               number_cell(say(lang, "col.hours")), number_cell(say(lang, "col.million"))});
  for (const Account& account : accounts(context.results)) {
    const std::string_view weight = account.principal == "total" ? "font-weight:700" : "";
    const auto cell = [&](const std::string& text) {
      return Cell{escape(text), true, std::string(weight)};
    };
    table.row({Cell{escape(account_name(context, account)), false, std::string(weight)},
               cell(account.days > 0 ? number(account.days, 0, lang) : "–"),
               cell(account.hours > 0 ? number(account.hours, 0, lang) : "–"),
               cell(number(account.kronor / 1e6, 1, lang))});
  }
  return "<h3>" + context.t("ledger.heading") + "</h3>\n<p class=\"note\">" +
         context.t("ledger.note") + "</p>\n" + table.html() +
         folded(context.t("ledger.all_rows"), ledger_rows(context));
}

}  // namespace

std::string tables_section(const Context& context) {
  return section(context, "tables.heading",
                 stakeholder_table(context) + owners_table(context) + places_table(context) +
                     staff_table(context) + exits_table(context) + ledger_table(context));
}

}  // namespace viz::report
