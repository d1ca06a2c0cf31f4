#include "site/page_links.h"

#include "site/page_places.h"
#include "site/page_text.h"
#include "site/text.h"
#include "site/walk.h"

namespace touchstone {

namespace {

constexpr std::size_t most_links = 20'000;
constexpr std::size_t longest_name = 1000;  // bytes: a link round a whole article is no name

// The accessible name of a link without text (accname 1.2, as far as markup tells).
std::string label_of(const Element& link) {
  for (const auto* attribute : {"aria-label", "title"}) {
    const auto label = collapse_spaces(link.attribute(attribute).value_or(""));
    if (!label.empty()) return label;
  }
  std::string label;
  walk(link, [&](const Step& step) {
    if (step.kind != Step::Kind::enter) return Walk::into;
    for (const auto* attribute : {"alt", "aria-label", "title"}) {
      label = collapse_spaces(step.element.attribute(attribute).value_or(""));
      if (!label.empty()) return Walk::stop;
    }
    if (step.element.name() == "title") {  // of an SVG
      label = collapse_spaces(step.element.text());
      if (!label.empty()) return Walk::stop;
    }
    return Walk::into;
  });
  return label;
}

Link read_link(const Element& element, const Place& place, const Url& base) {
  Link link;
  link.element = element;
  link.href = collapse_spaces(*element.attribute("href"));
  if (link.href != "#") link.url = base.resolve(link.href);
  link.text = collapse_spaces(visible_text(element, longest_name));
  if (link.text.empty()) link.label = label_of(element);
  link.rel = element.attribute("rel").value_or("");
  link.region = place.region;
  link.hidden = place.hidden;
  return link;
}

}  // namespace

std::vector<Link> read_links(const Document& document, const Url& base) {
  std::vector<Link> links;
  each_element(document, [&](const Element& element, const Place& place) {
    const bool is_link = element.name() == "a" || element.name() == "area";
    if (is_link && links.size() < most_links && element.has_attribute("href"))
      links.push_back(read_link(element, place, base));
  });
  return links;
}

}  // namespace touchstone
