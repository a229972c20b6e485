// SPDX-License-Identifier: Apache-2.0
#include "viz/report_parts.hpp"

#include <algorithm>

#include "viz/svg.hpp"
#include "viz/table_parts.hpp"

namespace viz::report {

std::string Context::t(std::string_view key) const { return escape(say(lang, key)); }

std::string Context::t(std::string_view key, std::initializer_list<Slot> slots) const {
  return escape(say(lang, key, slots));
}

namespace {

std::string as_heading(std::string_view text, bool heading) {
  std::string out(text);
  if (heading && !out.empty() && out[0] >= 'a') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

}  // namespace

std::string Context::half_of(bool heading) const {
  const bool years = scenario.horizon.days >= 300;
  return as_heading(say(lang, years ? "spread.half_years" : "spread.half_runs"), heading);
}

std::string Context::nine_of_ten(bool heading) const {
  if (heading) return pick(spread_heading(scenario), lang);
  const bool years = scenario.horizon.days >= 300;
  return std::string(say(lang, years ? "spread.nine_years" : "spread.nine_runs"));
}

std::string Context::id(std::string_view name) const {
  return std::string(tag(lang)) + "-" + std::string(name);
}

Cell text_cell(std::string_view text) { return {escape(text), false, {}}; }

Cell number_cell(std::string_view text) { return {escape(text), true, {}}; }

namespace {

std::string cell_html(std::string_view element, const Cell& cell, std::string_view attributes) {
  std::string out = "<" + std::string(element);
  if (!attributes.empty()) out += " " + std::string(attributes);
  if (cell.number) out += " class=\"n\"";
  if (!cell.style.empty()) out += " style=\"" + cell.style + "\"";
  return out + ">" + cell.html + "</" + std::string(element) + ">";
}

}  // namespace

/// Columns in which some row says something.
std::vector<bool> Table::used_columns() const {
  std::vector<bool> used(head_.size(), false);
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < std::min(row.size(), used.size()); ++i) {
      if (!row[i].html.empty() && row[i].html != "–") used[i] = true;
    }
  }
  return used;
}

std::string Table::html(std::string_view css_class) const {
  const std::vector<bool> used = used_columns();
  std::string out = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" +
                    escape(caption_) + "\">\n<table";
  if (!css_class.empty()) out += " class=\"" + std::string(css_class) + "\"";
  out += ">\n<caption>" + escape(caption_) + "</caption>\n<thead><tr>";
  for (std::size_t i = 0; i < head_.size(); ++i) {
    if (used[i]) out += cell_html("th", head_[i], "scope=\"col\"");
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : rows_) {
    out += "<tr>";
    for (std::size_t i = 0; i < std::min(row.size(), used.size()); ++i) {
      if (!used[i]) continue;
      out += i == 0 ? cell_html("th", row[i], "scope=\"row\"") : cell_html("td", row[i], {});
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n</div>\n";
}

std::string folded(std::string_view summary_html, const std::string& content) {
  if (content.empty()) return {};
  return "<details><summary>" + std::string(summary_html) + "</summary>\n" + content +
         "</details>\n";
}

std::string document(Lang first, std::string_view title, const std::string& bodies) {
  std::string out = "<!doctype html>\n<html lang=\"" + std::string(tag(first)) +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                    "style-src 'unsafe-inline'\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<title>" +
                    escape(title) + " – Tröskel</title>\n<style>";
  out += style_sheet();
  out += "</style>\n</head>\n<body>\n";
  for (const Lang lang : languages) {
    const std::string code(tag(lang));
    out += "<input class=\"choice\" type=\"radio\" name=\"language\" id=\"choose-" + code +
           "\" aria-label=\"" + (lang == Lang::Sv ? "Svenska" : "English") + "\"" +
           (lang == first ? " checked" : "") + ">\n";
  }
  return out +
         "<div class=\"bar\"><span class=\"brand\">Tröskel</span><span>"
         "<label for=\"choose-sv\" lang=\"sv\">Svenska</label>"
         "<label for=\"choose-en\" lang=\"en\">English</label></span></div>\n" +
         bodies + "</body>\n</html>\n";
}

std::string section(const Context& context, std::string_view heading_key,
                    const std::string& content) {
  if (content.empty()) return {};
  return "<section>\n<h2>" + context.t(heading_key) + "</h2>\n" + content + "</section>\n";
}

}  // namespace viz::report
