#include "site/page_places.h"

#include <optional>
#include <string>
#include <vector>

#include "site/walk.h"

namespace touchstone {

namespace {

constexpr std::size_t edge_percent = 15;

// The landmark that an element opens, by its role or its name (HTML-AAM: header and footer are
// landmarks of the page only outside sectioning content).
std::optional<Region> landmark(const Element& element, bool in_section) {
  const auto name = element.name();
  const auto role = element.attribute("role").value_or("");
  if (role == "banner") return Region::header;
  if (role == "navigation") return Region::navigation;
  if (role == "main") return Region::main;
  if (role == "contentinfo") return Region::footer;
  if (name == "nav") return Region::navigation;
  if (name == "main") return Region::main;
  if (name == "header" && !in_section) return Region::header;
  if (name == "footer" && !in_section) return Region::footer;
  return std::nullopt;
}

bool opens_section(const Element& element) {
  const auto name = element.name();
  return name == "article" || name == "aside" || name == "main" || name == "nav" ||
         name == "section";
}

bool displays_none(std::string_view style) {
  for (auto at = style.find("display"); at != std::string_view::npos;
       at = style.find("display", at + 1)) {
    auto value = style.substr(at + 7);
    const auto skip = value.find_first_not_of(" \t\n:");
    if (skip != std::string_view::npos && value.substr(skip).starts_with("none")) return true;
  }
  return false;
}

std::size_t elements_below(const Element& root) {
  std::size_t count = 0;
  walk(root, [&](const Step& step) {
    count += step.kind == Step::Kind::enter;
    return Walk::into;
  });
  return count;
}

struct Surroundings {
  std::optional<Region> landmark;
  bool in_section = false, hidden = false, in_head = false, inert = false;
};

}  // namespace

bool hides_itself(const Element& element) {
  static const std::vector<std::string_view> never_shown{
      "script",   "style", "template", "noscript", "datalist", "option", "optgroup",
      "textarea", "audio", "video",    "canvas",   "iframe",   "object", "noframes",
      "noembed",  "title", "desc",     "metadata", "head"};
  const auto name = element.name();
  for (const auto hidden : never_shown) {
    if (name == hidden) return true;
  }
  if (name == "body") return false;  // hidden until a script shows it: still the page
  if (name == "dialog" && !element.has_attribute("open")) return true;
  if (name == "input") return element.attribute("type") == "hidden";
  if (element.has_attribute("hidden")) return true;
  return displays_none(element.attribute("style").value_or(""));
}

void each_element(const Document& document,
                  const std::function<void(const Element&, const Place&)>& use) {
  const std::size_t total = elements_below(document.root());
  std::size_t index = 0;
  std::vector<Surroundings> open(1);
  walk(document.root(), [&](const Step& step) {
    if (step.kind == Step::Kind::leave) open.pop_back();
    if (step.kind != Step::Kind::enter) return Walk::into;

    Surroundings here = open.back();
    if (const auto own = landmark(step.element, here.in_section)) here.landmark = own;
    here.in_section = here.in_section || opens_section(step.element);
    here.hidden = here.hidden || hides_itself(step.element);
    here.in_head = here.in_head || step.element.name() == "head";
    here.inert =
        here.inert || step.element.name() == "noscript" || step.element.name() == "template";

    const std::size_t percent = 100 * ++index / total;
    const Region by_place = percent < edge_percent         ? Region::header
                            : percent > 100 - edge_percent ? Region::footer
                                                           : Region::main;
    use(step.element, {here.landmark.value_or(by_place), here.hidden, here.in_head, here.inert});
    open.push_back(here);
    return Walk::into;
  });
}

}  // namespace touchstone
