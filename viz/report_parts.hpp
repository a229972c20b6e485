// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sections of the report, each a function from results to HTML in one language. Sections
// without anything to say are empty. Internal to the report.

#include <initializer_list>
#include <string>
#include <string_view>

#include "experiments/results.hpp"
#include "scenarios/scenario.hpp"
#include "viz/assumptions.hpp"
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
  const Assumptions& inputs;
  Lang lang;

  /// An interface string, escaped for HTML.
  [[nodiscard]] std::string t(std::string_view key) const;
  [[nodiscard]] std::string t(std::string_view key, std::initializer_list<Slot> slots) const;
  /// What half of the replications and nine of ten are called in a line: years where a replication
  /// is about a year.
  [[nodiscard]] std::string half_of() const;
  [[nodiscard]] std::string single_ones() const;
  [[nodiscard]] std::string nine_of_ten() const;
  /// An id that is unique in the document although both languages are in it.
  [[nodiscard]] std::string id(std::string_view name) const;
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
[[nodiscard]] std::string plausible_section(
    const Context& context);  ///< figures of teams beside what is expected
[[nodiscard]] std::string load_section(const Context& context);  ///< weekly load against capacity
[[nodiscard]] std::string beds_section(const Context& context);  ///< places in use, ready patients
[[nodiscard]] std::string days_section(const Context& context);  ///< settings chosen, day by day
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
