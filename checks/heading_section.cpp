#include "checks/heading_section.h"

#include <algorithm>
#include <string>
#include <vector>

#include "site/page_text.h"
#include "site/reading.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

constexpr std::size_t enough_text = 300, enough_pictures = 3, longest_heading = 300;
constexpr int levels_climbed = 4;

bool is_frame(const Element& element) {
  const auto name = element.name();
  return name == "body" || name == "main" || name == "header";
}

std::string own_text(const Element& element) {
  return visible_text(element, longest_heading);
}

bool tells_enough(const Element& part, std::size_t heading) {
  return visible_text(part, enough_text + heading).size() >= enough_text + heading ||
         part.find(".//img").size() >= enough_pictures;
}

// "CASE STUDY: Bakery", "Huber GmbH - About us": any part of it is the whole name.
bool names(std::string_view text, std::string_view page_class, const std::string& language) {
  constexpr std::string_view separators[] = {"\n", "/", "|", ": ", "：", " - ", " – ", " — "};
  for (std::size_t begin = 0, at = 0; at <= text.size(); ++at) {
    const auto rest = text.substr(at);
    const auto cut = std::find_if(std::begin(separators), std::end(separators),
                                  [&](std::string_view one) { return rest.starts_with(one); });
    if (cut == std::end(separators) && at < text.size()) continue;
    const auto part = text.substr(begin, at - begin);
    if (match_concept(part, page_class, language) == Match::equals) return true;
    if (at < text.size()) begin = at + cut->size();
  }
  return false;
}

std::vector<Element> siblings_behind(const Element& element) {
  return element.find(
      "following-sibling::*[not(self::script or self::style or self::link)][position() <= 20]");
}

// The line above a heading that tells what kind of thing it opens.
std::string line_above(const Element& heading) {
  const auto before = heading.find("preceding-sibling::*[1][self::span or self::p or self::div]");
  return before.empty() ? std::string() : own_text(before.front());
}

// A heading has a box of its own, and the box behind it is what it opens.
Element behind_its_box(const Element& heading, const std::string& text) {
  Element box = heading;
  while (!is_frame(box.parent()) && own_text(box.parent()) == text) box = box.parent();
  const auto behind = siblings_behind(box);
  if (box == heading || behind.empty() || !tells_enough(behind.front(), 0)) return {};
  const auto headings = behind.front().find("(.//h1|.//h2)[1]");
  const bool opens_another =
      !headings.empty() && own_text(behind.front()).starts_with(own_text(headings.front()));
  return opens_another ? Element() : behind.front();
}

// Heading and paragraphs stand side by side in the body of the page.
Element behind_in_frame(const Element& heading) {
  for (const Element& one : siblings_behind(heading)) {
    const auto name = one.name();
    if (name == "h1" || name == "h2" || name == "h3") return {};
    if (tells_enough(one, 0)) return one;
  }
  return {};
}

Element part_round(const Element& heading, const std::string& text) {
  Element part = heading.parent();
  for (int level = 0; level < levels_climbed && part && !is_frame(part); ++level) {
    if (tells_enough(part, text.size())) return part;
    part = part.parent();
  }
  return {};
}

}  // namespace

Element section_under_heading(const Page& page, std::string_view page_class) {
  constexpr std::size_t most_headings = 200;
  if (!page.document()) return {};
  std::size_t looked = 0;
  for (const Element& heading :
       page.document()->find("//body//*[self::h1 or self::h2 or self::h3]")) {
    if (++looked > most_headings) break;
    if (enclosing(heading, "footer") || enclosing(heading, "nav")) continue;
    const std::string text = own_text(heading);
    const bool named = names(text, page_class, page.language()) ||
                       names(line_above(heading), page_class, page.language());
    if (!named) continue;
    if (const Element part = behind_its_box(heading, text)) return part;
    if (const Element part = part_round(heading, text)) return part;
    if (const Element part = behind_in_frame(heading)) return part;
  }
  return {};
}

}  // namespace touchstone
