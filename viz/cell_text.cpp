// SPDX-License-Identifier: Apache-2.0
#include "viz/cell_text.hpp"

#include <cmath>

#include "sim/civil_date.hpp"
#include "viz/difference_text.hpp"
#include "viz/format.hpp"
#include "viz/text_table.hpp"
#include "viz/views.hpp"
#include "words/catalog.hpp"

namespace viz {
namespace {

/// Writes each type of cell.
struct Wording {
  const Column& column;
  words::Lang lang;
  Medium medium;

  [[nodiscard]] bool brief() const { return medium == Medium::Terminal; }
  [[nodiscard]] std::string missing() const { return brief() ? "" : "–"; }
  [[nodiscard]] std::string unlimited() const {
    return brief() ? "∞" : std::string(words::say(lang, "places.unlimited"));
  }
  [[nodiscard]] std::string cut(std::string_view text) const {
    return brief() && column.widest > 0 ? cut_columns(text, column.widest) : std::string(text);
  }

  [[nodiscard]] std::string plain(double value) const {
    return number(value, column.decimals == by_size ? decimals_by_size(value) : column.decimals,
                  lang);
  }

  std::string operator()(Missing /*nothing*/) const { return missing(); }
  std::string operator()(std::string_view text) const { return cut(text); }
  std::string operator()(const std::string& text) const { return cut(text); }
  std::string operator()(const words::Text* text) const { return cut(pick(*text, lang)); }
  std::string operator()(const words::Text& text) const { return cut(pick(text, lang)); }
  std::string operator()(double value) const {
    if (std::isnan(value)) return missing();
    if (column.type == Column::Type::Share) return percent(value, column.decimals, lang);
    return plain(value);
  }
  std::string operator()(std::int64_t value) const {
    return number(static_cast<double>(value), 0, lang);
  }
  std::string operator()(sim::Date date) const { return sim::iso_date(date); }
  std::string operator()(const Range& limits) const {
    if (column.type == Column::Type::Band) {
      return range(plain(limits.low), plain(limits.high), lang);
    }
    if (std::isinf(limits.high)) return unlimited();
    if (limits.low == limits.high) return bound_text(limits.low, lang);
    return range(bound_text(limits.low, lang), bound_text(limits.high, lang), lang);
  }
  std::string operator()(const Verdict& verdict) const { return pick(verdict.word, lang); }
  std::string operator()(const Estimate& figure) const;
  std::string operator()(const Sum& sum) const;
  std::string operator()(const Change& change) const;

  [[nodiscard]] std::string value_of(const Estimate& figure) const;
  [[nodiscard]] std::string interval_of(const Estimate& figure) const;
  [[nodiscard]] std::string with_interval(const Estimate& figure) const;
  [[nodiscard]] std::string chance(const Estimate& figure) const;
};

std::string Wording::value_of(const Estimate& figure) const {
  const care::MetricEstimate& metric = *figure.metric;
  if (figure.decimals >= 0) return number(metric.mean * figure.scale, figure.decimals, lang);
  return column.has_unit ? viz::figure(metric, lang) : bare_figure(metric, lang);
}

std::string Wording::interval_of(const Estimate& figure) const {
  const care::MetricEstimate& metric = *figure.metric;
  if (figure.decimals < 0) return interval(metric, lang);
  return range(number(metric.ci95.low * figure.scale, figure.decimals, lang),
               number(metric.ci95.high * figure.scale, figure.decimals, lang), lang);
}

/// "396 (395–398)": from 100 on without decimals, so that the line holds both.
std::string Wording::with_interval(const Estimate& figure) const {
  const care::MetricEstimate& metric = *figure.metric;
  const int decimals = metric.mean >= 100 ? 0 : metric.key.decimals;
  const auto shown = [&](double value) { return number(value, decimals, lang); };
  return shown(metric.mean) + " (" + range(shown(metric.ci95.low), shown(metric.ci95.high), lang) +
         ")";
}

/// "41 av 100 (34–48)": in a terminal the unit once, so that three roles fit on a line.
std::string Wording::chance(const Estimate& figure) const {
  const care::MetricEstimate& any = *figure.metric;
  if (any.bound_only) return chance_interval(any, lang);
  std::string of_100 = out_of(any.mean, 100, lang);
  if (!brief()) return of_100;
  const auto whole_percent = [&](double value) { return number(value * 100, 0, lang); };
  return of_100 + " (" + range(whole_percent(any.ci95.low), whole_percent(any.ci95.high), lang) +
         ")";
}

std::string Wording::operator()(const Estimate& figure) const {
  using Type = Column::Type;
  const bool none = figure.metric == nullptr || figure.metric->n == 0;
  if (column.type == Type::Interval) return none ? "" : interval_of(figure);
  if (column.type == Type::Spread) return none ? "" : spread(*figure.metric, lang);
  if (none || (brief() && figure.metric->mean < column.least)) return missing();
  if (column.type == Type::Chance) return chance(figure);
  return brief() && column.with_interval ? with_interval(figure) : value_of(figure);
}

std::string Wording::operator()(const Sum& sum) const {
  if (column.type != Column::Type::Estimate) return {};
  care::MetricEstimate total = *sum.like;
  total.mean = sum.mean;
  return viz::figure(total, lang);
}

std::string Wording::operator()(const Change& change) const {
  using Type = Column::Type;
  const auto& difference = change.figure->differences[change.other];
  if (!difference) return column.type == Type::Interval ? "" : missing();
  if (column.type == Type::Verdict) {
    return std::string(effect_word(care::effect_of(*difference, change.aim), lang));
  }
  const DifferenceText text = difference_text(*change.figure, change.other, lang);
  const std::string unit = column.has_unit ? text.unit : "";
  if (column.type == Type::Base) return text.base + unit;
  if (column.type == Type::Other) return text.other + unit;
  if (column.type == Type::Interval) return text.interval;
  const bool beside = brief() && column.with_interval && !text.half_width.empty();
  return beside ? text.difference + " ± " + text.half_width : text.difference;
}

Verdict::Is judgement_of(const Change& change) {
  const auto& difference = change.figure->differences[change.other];
  if (!difference) return Verdict::Is::Neutral;
  const care::Effect effect = care::effect_of(*difference, change.aim);
  if (effect == care::Effect::Better) return Verdict::Is::Good;
  return effect == care::Effect::Worse ? Verdict::Is::Bad : Verdict::Is::Neutral;
}

}  // namespace

Verdict::Is judgement_of(const Cell& cell, const Column& column) {
  if (column.type != Column::Type::Verdict) return Verdict::Is::Neutral;
  if (const auto* verdict = std::get_if<Verdict>(&cell)) return verdict->is;
  const auto* change = std::get_if<Change>(&cell);
  return change == nullptr ? Verdict::Is::Neutral : judgement_of(*change);
}

std::string cell_text(const Cell& cell, const Column& column, words::Lang lang, Medium medium) {
  return std::visit(Wording{column, lang, medium}, cell);
}

std::string heading_text(const Column& column, words::Lang lang, Medium medium) {
  const std::string& label = pick(column.label, lang);
  if (medium == Medium::Page) return label;
  if (column.type == Column::Type::Verdict) return {};
  return column.widest > 0 ? cut_columns(label, column.widest) : label;
}

bool is_shown(const Column& column, Medium medium) {
  return column.on == Column::On::All ||
         (column.on == Column::On::Page) == (medium == Medium::Page);
}

}  // namespace viz
