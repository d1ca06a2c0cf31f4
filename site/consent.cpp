#include "site/consent.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "site/embedded.h"
#include "site/page_places.h"
#include "site/page_text.h"
#include "site/walk.h"

namespace touchstone {

namespace {

constexpr std::size_t text_beside_a_wall = 200;  // bytes outside the consent containers
constexpr std::size_t share_of_a_wall = 60;      // percent of the visible text

bool asks_consent(const Element& element) {
  static const RE2 named(R"((?i)consent|cookie|gdpr|(^|[^a-z])cmp([^a-z]|$))");
  if (element.name() == "body" || element.name() == "html") return false;
  for (const auto* attribute : {"id", "class"}) {
    const auto value = element.attribute(attribute);
    if (value && RE2::PartialMatch(*value, named)) return true;
  }
  return false;
}

// Visible bytes in elements that ask for consent.
std::size_t consent_text(const Page& page) {
  std::size_t size = 0;
  walk(page.document()->body(), [&](const Step& step) {
    if (step.kind != Step::Kind::enter) return Walk::into;
    if (hides_itself(step.element)) return Walk::past;
    if (!asks_consent(step.element)) return Walk::into;
    size += visible_text(step.element).size();
    return Walk::past;
  });
  return size;
}

// The third word of a line on is what stands in the source of a page.
bool names_vendor(const Page& page) {
  const auto vendors = embedded_list("site/data/consent-vendors.txt");
  return std::any_of(vendors.begin(), vendors.end(), [&](std::string_view line) {
    line.remove_prefix(line.find(' ') + 1);
    line.remove_prefix(line.find(' ') + 1);
    if (line.ends_with('*')) line.remove_suffix(1);
    return page.html().find(line) != std::string::npos;
  });
}

bool is_consent_address(const Url& url) {
  return url.host().starts_with("consent.") || url.path().starts_with("/consent") ||
         url.path().starts_with("/cookie-wall");
}

}  // namespace

bool is_cookie_wall(const Page& page) {
  if (is_consent_address(page.url()) && !is_consent_address(page.fetch().asked)) return true;
  const std::size_t all = page.text().size();
  const std::size_t consent = consent_text(page);
  const std::size_t beside = all > consent ? all - consent : 0;
  if (consent > 0 && consent * 100 >= all * share_of_a_wall) return true;
  return beside < text_beside_a_wall && names_vendor(page);
}

}  // namespace touchstone
