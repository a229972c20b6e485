// SPDX-License-Identifier: Apache-2.0
#include "viz/report_parts.hpp"

#include "viz/svg.hpp"
#include "viz/table_parts.hpp"

namespace viz::report {

std::string Context::t(std::string_view key) const { return escape(say(lang, key)); }

std::string Context::t(std::string_view key, std::initializer_list<Slot> slots) const {
  return escape(say(lang, key, slots));
}

std::string Context::half_of() const { return pick(half_words(scenario), lang); }

std::string Context::single_ones() const { return pick(single_words(scenario), lang); }

std::string Context::nine_of_ten() const { return pick(spread_words(scenario), lang); }

std::string Context::id(std::string_view name) const {
  return std::string(tag(lang)) + "-" + std::string(name);
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
  std::string labels;
  for (const Lang lang : languages) {
    const std::string code(tag(lang));
    const std::string name(say(lang, "report.language"));
    out += "<input class=\"choice\" type=\"radio\" name=\"language\" id=\"choose-" + code +
           "\" aria-label=\"" + name + "\"" + (lang == first ? " checked" : "") + ">\n";
    labels += "<label for=\"choose-" + code + "\" lang=\"" + code + "\">" + name + "</label>";
  }
  return out + "<div class=\"bar\"><span class=\"brand\">Tröskel</span><span>" + labels +
         "</span></div>\n" + bodies + "</body>\n</html>\n";
}

std::string section(const Context& context, std::string_view heading_key,
                    const std::string& content) {
  if (content.empty()) return {};
  return "<section>\n<h2>" + context.t(heading_key) + "</h2>\n" + content + "</section>\n";
}

}  // namespace viz::report
