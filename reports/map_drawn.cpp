// The mind map as a picture and as a page.

#include <fmt/format.h>

#include <array>

#include "reports/escape.h"
#include "reports/layout.h"
#include "reports/map.h"
#include "site/embedded.h"

namespace touchstone {

namespace {

constexpr int row_height = 22, column_width = 270, letter_width = 7, margin = 12;

std::string style_of(const MapNode& node) {
  if (!node.children.empty()) return "inner";
  return node.verdict.empty() ? "none" : node.verdict;
}

int rows_of(const MapNode& node) {
  int rows = 0;
  for (const auto& child : node.children) rows += rows_of(child);
  return std::max(rows, 1);
}

int depth_of(const MapNode& node) {
  int depth = 0;
  for (const auto& child : node.children) depth = std::max(depth, depth_of(child));
  return depth + 1;
}

// A tree that grows to the right: a node stands in the middle of the rows of its leaves.
int draw(const MapNode& node, int depth, int row, std::string& text) {
  const int rows = rows_of(node);
  const int x = margin + depth * column_width;
  const int y = margin + (2 * row + rows) * row_height / 2;
  int below = row;
  for (const auto& child : node.children) {
    const int child_rows = rows_of(child);
    const int child_y = margin + (2 * below + child_rows) * row_height / 2;
    const int from = x + column_width - 30, to = x + column_width - 6;
    text += fmt::format("<path d=\"M{} {}C{} {} {} {} {} {}\"/>", from, y, from + 12, y, to - 12,
                        child_y, to, child_y);
    below += draw(child, depth + 1, below, text);
  }
  constexpr int room = (column_width - 40) / letter_width;
  const bool widest = node.children.empty();
  const std::string label =
      widest || columns(node.label) <= room ? node.label : fit(node.label, room);
  text += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>\n", style_of(node), x, y + 5,
                      html_escaped(label));
  return rows;
}

void list(const MapNode& node, int depth, std::string& text) {
  if (node.children.empty()) {
    text += "<li id=\"" + html_escaped(node.id) + "\" class=\"" + style_of(node) + "\">" +
            html_escaped(node.label) + "</li>\n";
    return;
  }
  text += "<li id=\"" + html_escaped(node.id) + "\"><details" + (depth < 2 ? " open" : "") +
          "><summary>" + html_escaped(node.label) + "</summary><ul>\n";
  for (const auto& child : node.children) list(child, depth + 1, text);
  text += "</ul></details></li>\n";
}

constexpr const char* ink =
    "text{font:14px system-ui,sans-serif;fill:#1d2125}path{fill:none;stroke:#b8b3a8}"
    ".inner{font-weight:600}.wow{fill:#1a7f37}.so-so{fill:#9a6700}.sucks{fill:#cf222e}"
    ".none{fill:#6e7781}";

}  // namespace

std::string map_svg(const MapNode& map) {
  const int width = 2 * margin + depth_of(map) * column_width + column_width / 2;
  const int height = 2 * margin + rows_of(map) * row_height;
  std::string drawn;
  draw(map, 0, 0, drawn);
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" "
      "viewBox=\"0 0 {0} {1}\" role=\"img\" aria-label=\"{2}\"><style>{3}</style>\n{4}</svg>\n",
      width, height, html_escaped(map.label), ink, drawn);
}

std::string map_html(const MapNode& map, const Phrases& say) {
  std::string items;
  for (const auto& child : map.children) list(child, 1, items);
  return "<!doctype html>\n<html lang=\"" + say.language() + "\" dir=\"" +
         (say.right_to_left() ? "rtl" : "ltr") +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
         "style-src 'unsafe-inline'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
         html_escaped(map.label) + "</title>\n<style>\n" +
         std::string(embedded_file("reports/data/report.css")) +
         "\n.map ul{list-style:none;margin:0;padding-inline-start:1.2rem}\n"
         ".map "
         "summary{display:list-item;font-weight:600}\n.drawn{overflow-x:auto;background:#fff}\n"
         "</style>\n</head>\n<body>\n<main>\n<h1>" +
         html_escaped(map.label) + "</h1>\n<div class=\"drawn\" dir=\"ltr\">\n" + map_svg(map) +
         "</div>\n<ul class=\"map\">\n" + items + "</ul>\n</main>\n</body>\n</html>\n";
}

}  // namespace touchstone
