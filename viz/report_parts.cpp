// SPDX-License-Identifier: Apache-2.0
#include "viz/report_parts.hpp"

#include "viz/svg.hpp"

namespace viz::report {

std::string Context::t(std::string_view key) const { return escape(say(lang, key)); }

std::string Context::t(std::string_view key, std::initializer_list<Slot> slots) const {
  return escape(say(lang, key, slots));
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

std::string Table::html(std::string_view css_class) const {
  std::string out = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" +
                    escape(caption_) + "\">\n<table";
  if (!css_class.empty()) out += " class=\"" + std::string(css_class) + "\"";
  out += ">\n<caption>" + escape(caption_) + "</caption>\n<thead><tr>";
  for (const Cell& cell : head_) out += cell_html("th", cell, "scope=\"col\"");
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : rows_) {
    out += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
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

std::string section(const Context& context, std::string_view heading_key,
                    const std::string& content) {
  if (content.empty()) return {};
  return "<section>\n<h2>" + context.t(heading_key) + "</h2>\n" + content + "</section>\n";
}

}  // namespace viz::report
