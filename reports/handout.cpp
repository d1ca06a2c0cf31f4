#include "reports/handout.h"

#include <algorithm>

#include "reports/escape.h"
#include "reports/isolate.h"
#include "site/embedded.h"

namespace touchstone {

namespace {

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const auto& cell : cells) row += " " + (cell.empty() ? "" : markdown_escaped(cell)) + " |";
  return row + "\n";
}

std::string markdown_table(const std::vector<std::vector<std::string>>& table) {
  std::string text;
  for (const auto& row : table) {
    text += markdown_row(row);
    if (&row != table.data()) continue;
    text += "|";
    for (std::size_t i = 0; i < row.size(); ++i) text += " --- |";
    text += "\n";
  }
  return text.empty() ? text : "\n" + text;
}

std::string html_table(const std::vector<std::vector<std::string>>& table, const Phrases& say) {
  if (table.empty()) return {};
  std::string text = "<table>\n";
  for (const auto& row : table) {
    const char* cell = &row == table.data() ? "th" : "td";
    text += "<tr>";
    for (const auto& one : row) {
      text += std::string("<") + cell + ">" + html_told(one, say) + "</" + cell + ">";
    }
    text += "</tr>\n";
  }
  return text + "</table>\n";
}

std::string html_part(const HandoutPart& part, const Phrases& say) {
  std::string text = "<section><h2>" + html_told(part.heading, say) + "</h2>\n";
  if (!part.text.empty()) text += "<p>" + html_told(part.text, say) + "</p>\n";
  if (!part.items.empty()) {
    text += "<ul>\n";
    for (const auto& item : part.items) text += "<li>" + html_told(item, say) + "</li>\n";
    text += "</ul>\n";
  }
  text += html_table(part.table, say);
  for (int i = 0; i < part.room; ++i) text += "<div class=\"room\"></div>\n";
  return text + "</section>\n";
}

}  // namespace

std::string handout_markdown(const Handout& handout) {
  std::string text = "# " + markdown_escaped(handout.title) + "\n";
  for (const auto& part : handout.parts) {
    text += "\n## " + markdown_escaped(part.heading) + "\n";
    if (!part.text.empty()) text += "\n" + markdown_escaped(part.text) + "\n";
    if (!part.items.empty()) text += "\n";
    for (const auto& item : part.items) {
      text += "-" + (item.empty() ? "" : " " + markdown_escaped(item)) + "\n";
    }
    text += markdown_table(part.table);
    for (int i = 0; i < part.room; ++i) text += "\n________________________________________\n";
  }
  return text;
}

std::string handout_html(const Handout& handout, const Phrases& say) {
  std::string text = "<!doctype html>\n<html lang=\"" + say.language() + "\" dir=\"" +
                     (say.right_to_left() ? "rtl" : "ltr") +
                     "\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "style-src 'unsafe-inline'\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
                     html_escaped(handout.title) + "</title>\n<style>\n" +
                     std::string(embedded_file("reports/data/report.css")) +
                     "</style>\n</head>\n<body>\n<main>\n<h1>" + html_told(handout.title, say) +
                     "</h1>\n";
  for (const auto& part : handout.parts) text += html_part(part, say);
  return text + "</main>\n</body>\n</html>\n";
}

}  // namespace touchstone
