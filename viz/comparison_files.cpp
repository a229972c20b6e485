// SPDX-License-Identifier: Apache-2.0
#include "viz/comparison_files.hpp"

#include <cmath>
#include <initializer_list>
#include <limits>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "viz/atomic_output.hpp"
#include "viz/comparison_fields.hpp"
#include "viz/comparison_page.hpp"
#include "viz/json_writing.hpp"
#include "viz/run_fields.hpp"

namespace viz {
namespace {

using care::Difference;
using care::FigureComparison;
using scenarios::name_of;

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
  table.text(name_of(care::effect_of(d, aim))).end_row();
}

}  // namespace

std::string comparison_json(const care::Comparison& comparison) {
  return json_object(2, [&](JsonWriting& file) {
    file("format", comparison_format);
    comparison_fields(file, comparison);
  });
}

std::string comparison_run_json(const RunRecord& record, const care::Comparison& comparison) {
  return json_object(2, [&](JsonWriting& file) {
    fields(file, record);
    file.elements("runs", [&] {
      file.element([&] { fields(file, comparison.base); });
      for (const care::Side& side : comparison.others) {
        file.element([&] { fields(file, side); });
      }
    });
  });
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
      table.text(pick(key.unit, lang)).text(name_of(figure.kind));
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
        table.text(key.municipality).text(pick(key.unit, lang)).text(name_of(aim));
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
