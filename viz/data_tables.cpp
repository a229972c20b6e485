// SPDX-License-Identifier: Apache-2.0
#include "viz/data_tables.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/case_vocabulary.hpp"
#include "scenarios/origin.hpp"
#include "viz/comparison_fields.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

using scenarios::name_of;
using Type = Column::Type;

void add(Table& table, Type type, std::string_view id, words::Text label) {
  Column& column = table.columns.emplace_back();
  column.id = id;
  column.label = std::move(label);
  column.type = type;
}

/// Columns of one type, with the label of their id, added to those that there are.
void add(Table& table, Type type, std::initializer_list<std::string_view> ids) {
  for (const std::string_view id : ids) {
    add(table, type, id, words::say("column." + std::string(id)));
  }
}

/// Columns that are called what the run calls them.
void add_named(Table& table, Type type, std::string_view name) {
  add(table, type, name, words::verbatim(name));
}

/// Numbers of a setting, each with its interval.
void add_numbers(Table& table, std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    const auto id = std::string(name);
    const auto label = words::say("state." + id);
    add(table, Type::Number, id, label);
    add(table, Type::Number, id + "_ci_low", words::say("state.ci_low", {{"label", label}}));
    add(table, Type::Number, id + "_ci_high", words::say("state.ci_high", {{"label", label}}));
  }
}

void add_key(Table& table) {
  add(table, Type::Text,
      {"id", "group", "quantity", "label", "setting", "destination", "municipality", "role",
       "shift", "day_type", "party", "cause", "unit"});
}

/// A row in the making, used again and again.
class Line {
 public:
  explicit Line(const Table::Put& put) : put_(put) {}

  Line& add(Cell cell) {
    row_.cells.push_back(std::move(cell));
    return *this;
  }
  Line& text(std::string_view code) { return add(code); }
  Line& text(const scenarios::Text& words) { return add(&words); }
  /// A code that is a word for a reader of Swedish.
  Line& word(std::string_view code) {
    return code.empty() ? text(code) : add(words::say("cell." + std::string(code)));
  }
  Line& numbers(std::initializer_list<double> values) {
    for (const double value : values) add(value);
    return *this;
  }
  Line& quantile(const std::optional<double>& value) {
    return value ? add(*value) : add(Missing{});
  }
  Line& interval(const std::optional<care::Interval>& range) {
    if (!range) return add(Missing{}).add(Missing{});
    return numbers({range->low, range->high});
  }
  Line& estimates(std::span<const care::MetricEstimate> values) {
    for (const auto& one : values) numbers({one.mean, one.ci95.low, one.ci95.high});
    return *this;
  }
  Line& key(const care::Key& key) {
    text(key.id).text(key.group).text(key.quantity).text(key.label);
    text(key.setting).text(key.destination).text(key.municipality).text(key.role);
    text(key.shift).word(key.day_type).text(key.party).text(key.cause);
    return text(key.unit);
  }
  void end() {
    put_(row_);
    row_.cells.clear();
  }

 private:
  const Table::Put& put_;
  Row row_;
};

std::string joined(const std::vector<std::string>& performers) {
  return fmt::format("{}", fmt::join(performers, " + "));
}

/// For a program the grade, for a reader of Swedish what it is called.
words::Text grade_words(const std::string& grade) {
  return {pick(scenarios::grade_text(grade), words::Lang::Sv), grade};
}

/// For a program the code of whoever answers or performs, for a reader of Swedish who that is. Results that are read
/// may name others.
words::Text who_words(const std::string& code) {
  return {std::string(words::find(words::Lang::Sv, "who." + code).value_or(code)), code};
}

words::Text who_words(const std::vector<std::string>& codes) {
  words::Text all;
  for (const std::string& code : codes) {
    if (!all.en.empty()) all = all + words::verbatim(" + ");
    all = all + who_words(code);
  }
  return all;
}

/// An attribute of patient cases, or a value of one: own attributes of a rule set go by their names.
words::Text case_words(std::string_view attribute, std::string_view value = {}) {
  words::Text text = words::verbatim(value.empty() ? attribute : value);
  const auto found = scenarios::find_dimension(attribute);
  if (!found) return text;
  const scenarios::CaseDimension& dimension = scenarios::case_vocabulary()[*found];
  if (value.empty()) {
    text.sv = dimension.sv;
  } else if (const auto index = dimension.index_of(value)) {
    text.sv = dimension.values[*index].sv;
  }
  return text;
}

void add_difference(Table& table) {
  add(table, Type::Integer, {"n"});
  add(table, Type::Number,
      {"base", "other", "difference", "sd", "ci_low", "ci_high", "relative", "p", "p_holm",
       "direction"});
  add(table, Type::Integer, {"higher", "lower"});
  add(table, Type::Number, {"independent_half_width"});
  add(table, Type::Text, {"verdict"});
}

void difference_cells(Line& line, const care::Difference& d, care::Aim aim) {
  line.add(whole(d.n)).numbers({d.base, d.other, d.mean, d.sd, d.ci95.low, d.ci95.high});
  line.numbers({relative(d), d.p, d.p_holm, d.direction});
  line.add(whole(d.higher)).add(whole(d.lower)).numbers({d.independent_half_width});
  line.text(name_of(care::effect_of(d, aim)));
}

}  // namespace

Table summary_table(const care::Results& results) {
  Table table{"summary", {}, {}, {}};
  add_key(table);
  add(table, Type::Text, {"kind"});
  add(table, Type::Integer, {"n"});
  add(table, Type::Number,
      {"mean", "sd", "ci_low", "ci_high", "p05", "p25", "p50", "p75", "p95", "p05_low", "p05_high",
       "p25_low", "p25_high", "p50_low", "p50_high", "p75_low", "p75_high", "p95_low", "p95_high"});
  table.each_row = [&results](const Table::Put& put) {
    Line line(put);
    for (const care::MetricEstimate& metric : results.metrics) {
      line.key(metric.key).word(name_of(metric.kind)).add(whole(metric.n));
      line.numbers({metric.mean, metric.sd, metric.ci95.low, metric.ci95.high});
      for (const auto& value : {metric.p05, metric.p25, metric.p50, metric.p75, metric.p95}) {
        line.quantile(value);
      }
      for (const auto& ci95 :
           {metric.p05_ci95, metric.p25_ci95, metric.p50_ci95, metric.p75_ci95, metric.p95_ci95}) {
        line.interval(ci95);
      }
      line.end();
    }
  };
  return table;
}

Table weekly_table(const care::Results& results) {
  Table table{"weekly", {}, {}, {}};
  add_key(table);
  add(table, Type::Date, {"start"});
  add(table, Type::Integer, {"iso_week", "days"});
  add(table, Type::Number, {"mean", "p05", "p25", "p50", "p75", "p95"});
  table.each_row = [&results](const Table::Put& put) {
    Line line(put);
    for (const care::SeriesEstimate& series : results.weekly) {
      for (const care::WeekPoint& point : series.points) {
        line.key(series.key).add(point.start).add(whole(point.iso_week)).add(whole(point.days));
        line.numbers({point.mean, point.p05, point.p25, point.p50, point.p75, point.p95}).end();
      }
    }
  };
  return table;
}

Table ledger_table(const care::Results& results) {
  Table table{"ledger", {}, {}, {}};
  add(table, Type::Text, {"principal", "principal_label", "item", "item_label", "unit"});
  add(table, Type::Integer, {"n"});
  // Of a row of the ledger "quantity" is how much, of a figure it is of what.
  add(table, Type::Number, "quantity", words::say("column.provided"));
  add(table, Type::Number, "quantity_ci_low", words::say("column.provided_ci_low"));
  add(table, Type::Number, "quantity_ci_high", words::say("column.provided_ci_high"));
  add(table, Type::Number, {"kronor", "kronor_ci_low", "kronor_ci_high"});
  table.each_row = [&results](const Table::Put& put) {
    Line line(put);
    for (const care::LedgerRow& row : results.ledger) {
      line.text(row.principal).text(row.principal_label).text(row.item).text(row.item_label);
      line.text(row.unit).add(whole(row.quantity.n));
      for (const care::MetricEstimate* part : {&row.quantity, &row.kronor}) {
        line.numbers({part->mean, part->ci95.low, part->ci95.high});
      }
      line.end();
    }
  };
  return table;
}

Table states_table(const care::Results& results) {
  Table table{"states", {}, {}, {}};
  add(table, Type::Text, {"time", "setting"});
  add(table, Type::Integer, {"n"});
  add_numbers(table, scenarios::names_of<scenarios::Level>);
  table.each_row = [&results](const Table::Put& put) {
    Line line(put);
    for (const care::StateRow& row : results.states) {
      line.text(row.time).text(row.setting).add(whole(row.numbers.front().n));
      line.estimates(row.numbers).end();
    }
  };
  return table;
}

Table daily_table(const care::Results& results) {
  Table table{"daily", {}, {}, {}};
  add(table, Type::Date, {"date"});
  add(table, Type::Integer, {"weekday"});
  add(table, Type::Number, {"hours"});
  add(table, Type::Text, {"setting"});
  add(table, Type::Integer, {"n"});
  add_numbers(table, scenarios::names_of<care::DayNumber>);
  table.each_row = [&results](const Table::Put& put) {
    Line line(put);
    for (const care::DayRow& row : results.daily) {
      line.add(row.date).add(whole(row.weekday)).add(row.hours).text(row.setting);
      line.add(whole(row.numbers.front().n)).estimates(row.numbers).end();
    }
  };
  return table;
}

Table plausible_rows_table(const care::Results& results) {
  Table table{"plausible", {}, {}, {}};
  add(table, Type::Text, {"range"});
  add_key(table);
  add(table, Type::Integer, {"n"});
  add(table, Type::Number, {"mean", "ci_low", "ci_high", "low", "high"});
  add(table, Type::Text, {"grade", "source", "verdict"});
  table.each_row = [&results](const Table::Put& put) {
    Line line(put);
    for (const care::PlausibleRow& row : results.plausible) {
      const care::MetricEstimate& figure = row.estimate;
      line.text(row.id).key(figure.key).add(whole(figure.n));
      line.numbers({figure.mean, figure.ci95.low, figure.ci95.high, row.low, row.high});
      line.add(grade_words(row.grade)).text(row.source).word(name_of(row.verdict)).end();
    }
  };
  return table;
}

Table cases_table(const care::Results& results) {
  Table table{"cases", {}, {}, {}};
  for (const std::string& attribute : results.case_attributes) {
    add(table, Type::Text, attribute, case_words(attribute));
  }
  add(table, Type::Number, {"persons", "ci_low", "ci_high"});
  add(table, Type::Text, {"responsible", "performer", "disputed", "rule"});
  table.each_row = [&results](const Table::Put& put) {
    Line line(put);
    for (const care::CaseRow& row : results.cases) {
      for (std::size_t i = 0; i < row.values.size(); ++i) {
        line.add(case_words(results.case_attributes[i], row.values[i]));
      }
      line.numbers({row.persons.mean, row.persons.ci95.low, row.persons.ci95.high});
      line.add(who_words(row.responsible)).add(who_words(row.performers));
      line.word(row.disputed ? "yes" : "no").text(row.rule).end();
    }
  };
  return table;
}

Table replications_table(const care::Results& results) {
  Table table{"replications", {}, {}, {}};
  add(table, Type::Integer, {"replication"});
  for (const auto& column : results.replications) add_named(table, Type::Number, column.id);
  table.each_row = [&results](const Table::Put& put) {
    std::size_t rows = 0;
    for (const auto& column : results.replications) rows = std::max(rows, column.values.size());
    Line line(put);
    for (std::size_t row = 0; row < rows; ++row) {
      line.add(whole(results.identity.first_replication + row));
      for (const care::ReplicationColumn& column : results.replications) {
        row < column.values.size() ? line.add(column.values[row]) : line.add(Missing{});
      }
      line.end();
    }
  };
  return table;
}

Table differences_table(const care::Comparison& comparison) {
  Table table{"comparison", {}, {}, {}};
  add(table, Type::Text, {"alternative"});
  add_key(table);
  add(table, Type::Text, {"kind"});
  add_difference(table);
  table.each_row = [&comparison](const Table::Put& put) {
    Line line(put);
    for (std::size_t i = 0; i < comparison.others.size(); ++i) {
      for (const care::FigureComparison& figure : comparison.figures) {
        if (!figure.differences[i]) continue;
        line.text(comparison.others[i].id).key(figure.key).text(name_of(figure.kind));
        difference_cells(line, *figure.differences[i], care::Aim::None);
        line.end();
      }
    }
  };
  return table;
}

Table stakeholders_table(const care::Comparison& comparison) {
  Table table{"stakeholders", {}, {}, {}};
  add(table, Type::Text,
      {"alternative", "stakeholder", "stakeholder_label", "id", "label", "municipality", "unit",
       "aim"});
  add_difference(table);
  table.each_row = [&comparison](const Table::Put& put) {
    Line line(put);
    for (std::size_t i = 0; i < comparison.others.size(); ++i) {
      for (const auto& stakeholder : comparison.stakeholders) {
        for (const auto& one : stakeholder.figures) {
          const care::FigureComparison& figure = one.figure;
          if (!figure.differences[i]) continue;
          const care::Key& key = figure.key;
          line.text(comparison.others[i].id).text(stakeholder.id).text(stakeholder.label);
          line.text(key.id).text(key.label).text(key.municipality).text(key.unit);
          line.text(name_of(one.aim));
          difference_cells(line, *figure.differences[i], one.aim);
          line.end();
        }
      }
    }
  };
  return table;
}

Table changed_cases_table(const care::Comparison& comparison) {
  Table table{"changed_cases", {}, {}, {}};
  add(table, Type::Text, {"alternative"});
  for (const auto& attribute : comparison.case_attributes) {
    add_named(table, Type::Text, attribute);
  }
  add(table, Type::Number, {"persons"});
  add(table, Type::Text,
      {"base_responsible", "base_performer", "base_rule", "other_responsible", "other_performer",
       "other_rule"});
  table.each_row = [&comparison](const Table::Put& put) {
    Line line(put);
    for (std::size_t i = 0; i < comparison.changed.size(); ++i) {
      for (const care::CaseChange& change : comparison.changed[i].cases) {
        line.text(comparison.others[i].id);
        for (const std::string& value : change.values) line.text(value);
        line.numbers({change.persons});
        for (const care::Hands* hands : {&change.base, &change.other}) {
          line.text(hands->responsible).add(joined(hands->performers)).text(hands->rule);
        }
        line.end();
      }
    }
  };
  return table;
}

}  // namespace viz
