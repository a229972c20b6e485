// SPDX-License-Identifier: Apache-2.0
#include "viz/cell_text.hpp"

#include <cmath>

#include "sim/civil_date.hpp"
#include "viz/difference_text.hpp"
#include "viz/format.hpp"
#include "viz/views.hpp"
#include "words/catalog.hpp"
#include "words/visible.hpp"

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

  [[nodiscard]] std::string plain(double value) const {
    return number(value, column.decimals == by_size ? decimals_by_size(value) : column.decimals,
                  lang);
  }

  std::string operator()(Missing /*nothing*/) const { return missing(); }
  std::string operator()(std::string_view text) const { return std::string(text); }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const words::Text* text) const { return pick(*text, lang); }
  std::string operator()(const words::Text& text) const { return pick(text, lang); }
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
  if (figure.decimals >= 0) {
    const double value = metric.mean * figure.scale;
    return number(value, telling_decimals(value, figure.decimals), lang);
  }
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
  const int decimals = metric.mean >= 100 ? 0 : telling_decimals(metric.mean, metric.key.decimals);
  const auto shown = [&](double value) { return number(value, decimals, lang); };
  return shown(metric.mean) + " (" + range(shown(metric.ci95.low), shown(metric.ci95.high), lang) +
         ")";
}

/// "41 (34–48)": in a terminal the caption says of how many, so that three roles fit on a line.
std::string Wording::chance(const Estimate& figure) const {
  const care::MetricEstimate& any = *figure.metric;
  if (any.bound_only) return chance_interval(any, lang);
  if (!brief()) return out_of(any.mean, 100, lang);
  const auto whole_percent = [&](double value) { return number(value * 100, 0, lang); };
  return rounded_count(any.mean, 100, lang) + " (" +
         range(whole_percent(any.ci95.low), whole_percent(any.ci95.high), lang) + ")";
}

std::string Wording::operator()(const Estimate& figure) const {
  using Type = Column::Type;
  const bool none = figure.metric == nullptr || figure.metric->n == 0;
  if (column.type == Type::Interval) return none ? "" : interval_of(figure);
  if (column.type == Type::Spread) return none ? "" : spread(*figure.metric, lang);
  // What is there and has no value says so, also where a blank is enough for what is not there.
  if (figure.metric != nullptr && none) return "–";
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
    const care::Effect effect = care::effect_of(*difference, change.aim);
    if (brief() && effect == care::Effect::Unclear) {
      return std::string(words::say(lang, "compare.unclear_brief"));
    }
    return std::string(effect_word(effect, lang));
  }
  const DifferenceText text = difference_text(*change.figure, change.other, lang);
  const std::string unit = column.has_unit || text.in_points() ? text.unit : "";
  if (column.type == Type::Base) return text.base + unit;
  if (column.type == Type::Other) return text.other + unit;
  if (column.type == Type::Interval) return text.interval;
  const bool beside = brief() && column.with_interval && !text.half_width.empty();
  const std::string points(brief() ? words::say(lang, "suffix.points_brief")
                                   : std::string_view(text.difference_unit));
  const bool has_unit = (column.has_unit || text.in_points()) && !difference->identical;
  return text.difference + (beside ? " ± " + text.half_width : "") +
         (has_unit ? text.in_points() ? points : text.difference_unit : "");
}

Verdict::Is judgement_of(const Change& change) {
  const auto& difference = change.figure->differences[change.other];
  if (!difference) return Verdict::Is::Neutral;
  if (!care::matters(*change.figure, *difference)) return Verdict::Is::Neutral;
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
  std::string text = std::visit(Wording{column, lang, medium}, cell);
  return medium == Medium::Terminal ? words::visible_line(text) : text;
}

std::string heading_text(const Column& column, words::Lang lang, Medium medium) {
  const std::string& label = pick(column.label, lang);
  if (medium == Medium::Page) return label;
  return column.type == Column::Type::Verdict ? std::string() : label;
}

bool is_shown(const Column& column, Medium medium) {
  return column.on == Column::On::All ||
         (column.on == Column::On::Page) == (medium == Medium::Page);
}

}  // namespace viz
