// SPDX-License-Identifier: Apache-2.0
#include "viz/comparison_files.hpp"

#include <cmath>
#include <initializer_list>
#include <limits>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "viz/atomic_output.hpp"
#include "viz/comparison_page.hpp"
#include "viz/json_members.hpp"

namespace viz {
namespace {

using care::Difference;
using care::FigureComparison;

std::string_view aim_id(care::Aim aim) {
  switch (aim) {
    case care::Aim::Lower:
      return "lower";
    case care::Aim::Higher:
      return "higher";
    case care::Aim::None:
      break;
  }
  return "none";
}

double relative(const Difference& difference) {
  if (difference.base == 0) return std::numeric_limits<double>::quiet_NaN();
  return difference.mean / std::abs(difference.base);
}

std::string_view kind_id(const FigureComparison& figure) {
  return figure.kind == care::MetricEstimate::Kind::Probability ? "probability" : "mean";
}

void side_members(JsonWriter& json, const care::Side& side) {
  json.member("id", side.id).member("label", side.label);
  identity_member(json, "identity", side.identity);
}

void tally_member(JsonWriter& json, const care::Tally& tally) {
  json.key("tally").begin_object();
  json.member("compared", tally.compared).member("identical", tally.identical);
  json.member("clear", tally.clear).member("left_out", tally.left_out);
  json.member("journeys", tally.journeys).member("journeys_identical", tally.journeys_identical);
  json.member("median_gain", tally.median_gain).end_object();
}

void difference_value(JsonWriter& json, const Difference& difference, care::Aim aim) {
  json.begin_object().member("n", difference.n).member("base", difference.base);
  json.member("other", difference.other).member("difference", difference.mean);
  json.member("sd", difference.sd);
  interval_member(json, "ci95", difference.ci95);
  json.member("relative", relative(difference)).member("p", difference.p);
  json.member("p_holm", difference.p_holm).member("direction", difference.direction);
  json.member("higher", difference.higher).member("lower", difference.lower);
  json.member("independent_half_width", difference.independent_half_width);
  json.member("identical", difference.identical);
  json.member("verdict", effect_id(care::effect_of(difference, aim))).end_object();
}

void figure_members(JsonWriter& json, const FigureComparison& figure, care::Aim aim) {
  key_members(json, figure.key);
  json.member("kind", kind_id(figure)).key("differences").begin_array();
  for (const auto& difference : figure.differences) {
    if (difference) {
      difference_value(json, *difference, aim);
    } else {
      json.value(std::numeric_limits<double>::quiet_NaN());
    }
  }
  json.end_array();
}

void stakeholders_member(JsonWriter& json, const care::Comparison& comparison) {
  json.key("stakeholders").begin_array();
  for (const auto& stakeholder : comparison.stakeholders) {
    json.begin_object().member("id", stakeholder.id).member("label", stakeholder.label);
    json.key("figures").begin_array();
    for (const auto& [figure, aim, where] : stakeholder.figures) {
      json.begin_object().member("aim", aim_id(aim));
      figure_members(json, figure, aim);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void put_head(CsvTable& table, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) table.text(name);
  table.end_row();
}

Lang language_of_labels(CsvDialect dialect) {
  return dialect == CsvDialect::Swedish ? Lang::Sv : Lang::En;
}

void infinite_is_empty(CsvTable& table, std::initializer_list<double> values) {
  for (const double value : values) {
    if (std::isfinite(value)) {
      table.number(value);
    } else {
      table.empty();
    }
  }
}

void difference_cells(CsvTable& table, const Difference& d, care::Aim aim) {
  table.integer(d.n);
  infinite_is_empty(table, {d.base, d.other, d.mean, d.sd, d.ci95.low, d.ci95.high, relative(d),
                            d.p, d.p_holm, d.direction});
  table.integer(d.higher).integer(d.lower);
  infinite_is_empty(table, {d.independent_half_width});
  table.text(effect_id(care::effect_of(d, aim))).end_row();
}

}  // namespace

std::string_view effect_id(care::Effect effect) {
  switch (effect) {
    case care::Effect::NotAffected:
      return "not_affected";
    case care::Effect::Unclear:
      return "unclear";
    case care::Effect::Better:
      return "better";
    case care::Effect::Worse:
      return "worse";
    case care::Effect::Higher:
      return "higher";
    case care::Effect::Lower:
      return "lower";
  }
  return "";
}

std::string comparison_json(const care::Comparison& comparison) {
  JsonWriter json(2);
  json.begin_object().member("format", comparison_format);
  json.member("clear_level", care::clear_level).key("base").begin_object();
  side_members(json, comparison.base);
  json.end_object().key("alternatives").begin_array();
  for (std::size_t i = 0; i < comparison.others.size(); ++i) {
    json.begin_object();
    side_members(json, comparison.others[i]);
    tally_member(json, comparison.tallies[i]);
    json.end_object();
  }
  json.end_array().key("warnings").begin_array();
  for (const scenarios::Text& warning : comparison.warnings) json.value(warning);
  json.end_array();
  stakeholders_member(json, comparison);
  json.key("figures").begin_array();
  for (const FigureComparison& figure : comparison.figures) {
    json.begin_object();
    figure_members(json, figure, care::Aim::None);
    json.end_object();
  }
  json.end_array().end_object();
  return json.finish();
}

std::string comparison_run_json(const RunRecord& record, const care::Comparison& comparison) {
  JsonWriter json(2);
  json.begin_object();
  record_members(json, record);
  json.key("runs").begin_array().begin_object();
  side_members(json, comparison.base);
  json.end_object();
  for (const care::Side& side : comparison.others) {
    json.begin_object();
    side_members(json, side);
    json.end_object();
  }
  json.end_array().end_object();
  return json.finish();
}

std::string comparison_csv(const care::Comparison& comparison, CsvDialect dialect) {
  CsvTable table(dialect);
  put_head(table, {"alternative", "id",
                   "group",       "quantity",
                   "label",       "setting",
                   "destination", "municipality",
                   "role",        "party",
                   "unit",        "kind",
                   "n",           "base",
                   "other",       "difference",
                   "sd",          "ci_low",
                   "ci_high",     "relative",
                   "p",           "p_holm",
                   "direction",   "higher",
                   "lower",       "independent_half_width",
                   "verdict"});
  const Lang lang = language_of_labels(dialect);
  for (std::size_t i = 0; i < comparison.others.size(); ++i) {
    for (const FigureComparison& figure : comparison.figures) {
      if (!figure.differences[i]) continue;
      const care::Key& key = figure.key;
      table.text(comparison.others[i].id).text(key.id).text(key.group).text(key.quantity);
      table.text(pick(key.label, lang)).text(key.setting).text(key.destination);
      table.text(key.municipality).text(key.role).text(key.party);
      table.text(pick(key.unit, lang)).text(kind_id(figure));
      difference_cells(table, *figure.differences[i], care::Aim::None);
    }
  }
  return table.finish();
}

std::string stakeholders_csv(const care::Comparison& comparison, CsvDialect dialect) {
  CsvTable table(dialect);
  put_head(table, {"alternative",
                   "stakeholder",
                   "stakeholder_label",
                   "id",
                   "label",
                   "municipality",
                   "unit",
                   "aim",
                   "n",
                   "base",
                   "other",
                   "difference",
                   "sd",
                   "ci_low",
                   "ci_high",
                   "relative",
                   "p",
                   "p_holm",
                   "direction",
                   "higher",
                   "lower",
                   "independent_half_width",
                   "verdict"});
  const Lang lang = language_of_labels(dialect);
  for (std::size_t i = 0; i < comparison.others.size(); ++i) {
    for (const auto& stakeholder : comparison.stakeholders) {
      for (const auto& [figure, aim, where] : stakeholder.figures) {
        if (!figure.differences[i]) continue;
        const care::Key& key = figure.key;
        table.text(comparison.others[i].id).text(stakeholder.id);
        table.text(pick(stakeholder.label, lang)).text(key.id).text(pick(key.label, lang));
        table.text(key.municipality).text(pick(key.unit, lang)).text(aim_id(aim));
        difference_cells(table, *figure.differences[i], aim);
      }
    }
  }
  return table.finish();
}

std::string changed_cases_csv(const care::Comparison& comparison, CsvDialect dialect) {
  CsvTable table(dialect);
  table.text("alternative");
  for (const std::string& attribute : comparison.case_attributes) table.text(attribute);
  put_head(table, {"persons", "base_responsible", "base_performer", "base_rule",
                   "other_responsible", "other_performer", "other_rule"});
  for (std::size_t i = 0; i < comparison.changed.size(); ++i) {
    for (const auto& change : comparison.changed[i].cases) {
      table.text(comparison.others[i].id);
      for (const std::string& value : change.values) table.text(value);
      table.number(change.persons);
      for (const care::Hands* hands : {&change.base, &change.other}) {
        table.text(hands->responsible);
        table.text(fmt::format("{}", fmt::join(hands->performers, " + "))).text(hands->rule);
      }
      table.end_row();
    }
  }
  return table.finish();
}

std::variant<std::vector<std::filesystem::path>, std::string> write_comparison(
    const std::filesystem::path& folder, const care::Comparison& comparison,
    const RunRecord& record, const ComparisonOptions& options) {
  std::vector<OutputFile> files{{"comparison.json", comparison_json(comparison)},
                                {"comparison.csv", comparison_csv(comparison, options.csv)},
                                {"stakeholders.csv", stakeholders_csv(comparison, options.csv)},
                                {"run.json", comparison_run_json(record, comparison)},
                                {"comparison.html", comparison_html(comparison, options)}};
  if (!comparison.changed.empty()) {
    files.push_back({"changed_cases.csv", changed_cases_csv(comparison, options.csv)});
  }
  auto written = write_files(folder, files);
  if (const auto* error = std::get_if<OutputError>(&written)) return error->message();
  return std::get<std::vector<std::filesystem::path>>(std::move(written));
}

}  // namespace viz
