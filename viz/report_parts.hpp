// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sections of the report, each a function from results to HTML in one language. Sections
// without anything to say are empty. Internal to the report.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "experiments/results.hpp"
#include "scenarios/scenario.hpp"
#include "viz/language.hpp"
#include "viz/report.hpp"
#include "viz/views.hpp"
#include "words/catalog.hpp"

namespace viz::report {

/// What every section is made from.
struct Context {
  const scenarios::Scenario& scenario;
  const care::Results& results;
  const ReportOptions& options;
  Lang lang;

  /// An interface string, escaped for HTML.
  [[nodiscard]] std::string t(std::string_view key) const;
  [[nodiscard]] std::string t(std::string_view key, std::initializer_list<Slot> slots) const;
  /// What the spread between replications is called: between years where a replication is about a
  /// year.
  /// As the heading of a column, or inside a line.
  [[nodiscard]] std::string half_of(bool heading = false) const;
  [[nodiscard]] std::string nine_of_ten(bool heading = false) const;
  /// An id that is unique in the document although both languages are in it.
  [[nodiscard]] std::string id(std::string_view name) const;
};

/// A cell of an HTML table.
struct Cell {
  std::string html;     ///< already escaped
  bool number = false;  ///< set to the right in figures of equal width
  std::string style;    ///< inline style, e.g. the colour of a chance
};

[[nodiscard]] Cell text_cell(std::string_view text);
[[nodiscard]] Cell number_cell(std::string_view text);

/// A table that scrolls sideways on a narrow screen. The first cell of each row is its heading.
class Table {
 public:
  Table(std::string_view caption, std::vector<Cell> head)
      : caption_(caption), head_(std::move(head)) {}
  void row(std::vector<Cell> cells) { rows_.push_back(std::move(cells)); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// Columns without any content are left out.
  [[nodiscard]] std::string html(std::string_view css_class = {}) const;

 private:
  [[nodiscard]] std::vector<bool> used_columns() const;

  std::string caption_;
  std::vector<Cell> head_;
  std::vector<std::vector<Cell>> rows_;
};

/// A self-contained document with a switch between the languages; `bodies` has a <main> of each.
[[nodiscard]] std::string document(Lang first, std::string_view title, const std::string& bodies);

/// <details> with a summary; closed.
[[nodiscard]] std::string folded(std::string_view summary_html, const std::string& content);

/// A section with a heading; empty when the content is.
[[nodiscard]] std::string section(const Context& context, std::string_view heading_key,
                                  const std::string& content);

[[nodiscard]] std::string opening(const Context& context);       ///< title, answer, key figures
[[nodiscard]] std::string risk_section(const Context& context);  ///< heat tables
[[nodiscard]] std::string load_section(const Context& context);  ///< weekly load against capacity
[[nodiscard]] std::string beds_section(const Context& context);  ///< places in use, ready patients
[[nodiscard]] std::string flow_section(const Context& context);  ///< the pathway and its volumes
[[nodiscard]] std::string tables_section(
    const Context& context);  ///< stakeholders, places, staff, ledger
[[nodiscard]] std::string targets_section(const Context& context);
[[nodiscard]] std::string audit_section(const Context& context);
[[nodiscard]] std::string assumptions_section(const Context& context);
[[nodiscard]] std::string method_section(const Context& context);

/// The style sheet.
[[nodiscard]] std::string_view style_sheet();

}  // namespace viz::report
