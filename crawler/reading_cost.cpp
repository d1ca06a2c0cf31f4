#include "crawler/reading_cost.h"

#include <algorithm>

#include "crawler/ascii.h"

namespace touchstone {
namespace {

// Measured on pages of one kind of content each.
constexpr std::size_t text_bytes = 64, quiet_bytes = 256;

// Behind the comment that begins at `open`, or the script or style as far as its first end tag;
// else behind the tag itself.
std::size_t end_of_tag(std::string_view html, std::size_t open) {
  if (html.substr(open).starts_with("<!--")) return std::min(html.find("-->", open), html.size());
  const auto name = ascii_lower(html.substr(open + 1, 6));
  const bool quiet = name == "script" || name.starts_with("style");
  const auto close = quiet ? html.find("</", open + 1) : html.find_first_of("<>", open + 1);
  if (close == html.npos) return html.size();
  return html[close] == '>' ? close + 1 : close;
}

}  // namespace

std::size_t affordable(std::string_view html, std::size_t most, std::size_t& spent) {
  std::size_t cost = 0, text = 0, quiet = 0;  // text, quiet: bytes that are not paid yet
  const auto pay = [&cost](std::size_t& bytes, std::size_t price) {
    cost += bytes / price;
    bytes %= price;
  };
  std::size_t at = 0;
  while (at < html.size() && cost < most) {
    const auto open = std::min(html.find('<', at), html.size());
    const auto readable = std::min(open - at, (most - cost) * text_bytes);
    text += readable;
    pay(text, text_bytes);
    at += readable;
    if (at < open || open == html.size()) continue;
    const auto close = end_of_tag(html, open);
    ++cost;
    quiet += close - open;
    pay(quiet, quiet_bytes);
    at = close;
  }
  spent += cost;
  return at;
}

std::size_t affordable_text(std::string_view text, std::size_t most, std::size_t& spent) {
  const auto end = std::min(text.size(), most * text_bytes);
  spent += end / text_bytes;
  return end;
}

}  // namespace touchstone
