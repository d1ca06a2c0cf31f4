#include "checks/product_pages.h"

#include <algorithm>

#include "checks/absence.h"
#include "checks/content_text.h"
#include "checks/money.h"
#include "checks/structured_data.h"
#include "site/embedded.h"
#include "site/page_class.h"
#include "site/percent.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t enough = 5;
constexpr int most_of_one_page = 2;  // things for sale on a page that is about one of them

bool is_told_by_data(const Page& page) {
  const auto type = page.meta("og:type");
  if (type && (*type == "product" || *type == "og:product" || *type == "product.item")) return true;
  const auto things = structured_data_of(page).things;
  const auto products = std::count_if(things.begin(), things.end(), [](const Thing& thing) {
    return thing.is_a("Product") || thing.is_a("ProductGroup");
  });
  return products >= 1 && products <= most_of_one_page;
}

bool offers_one_thing(const Page& page, const Controls& controls) {
  if (controls.cart_buttons > most_of_one_page) return false;  // a list of goods
  if (is_told_by_data(page) || stands_below_catalogue(page)) return true;
  return controls.cart_buttons >= 1 && !amounts_in(content_text(page), 1).empty();
}

// A page of the menu that nobody read, or that is of no known class, may be one.
std::optional<Reason> unproven_because(const Site& site) {
  if (const auto why = site_absence_unproven_because(site)) return why;
  for (const Link& link : site.home()->links()) {
    if (!link.url || !site.is_own(*link.url)) continue;
    const bool page = link.url->path() != "/" && !site.visit_of(*link.url);
    if (page) return Reason::budget_exhausted;
  }
  for (const Page* page : site.pages()) {
    if (page != site.home() && classes_of(site, *page).empty()) return Reason::no_source;
  }
  return std::nullopt;
}

}  // namespace

bool stands_below_catalogue(const Page& page) {
  const auto sections = embedded_list("checks/data/offer-sections.txt");
  const std::string path = fold(percent_decode(page.url().path()));
  bool below = false;
  for (std::size_t at = 1; at < path.size();) {
    const auto end = std::min(path.find('/', at), path.size());
    const auto segment = std::string_view(path).substr(at, end - at);
    at = end + 1;
    if (segment.empty()) continue;
    if (below) return true;
    below = std::find(sections.begin(), sections.end(), segment) != sections.end();
  }
  return false;
}

ProductPages product_pages(const Site& site) {
  ProductPages found;
  for (const Page* page : site.pages()) {
    if (page == site.home() || !page->document()) continue;
    const auto classes = classes_of(site, *page);
    const bool other = std::any_of(classes.begin(), classes.end(), [](const auto& name) {
      return name != "promotions" && name != "booking" && name != "prices";
    });
    if (other && !is_told_by_data(*page)) continue;
    Controls controls = controls_of(*page);
    if (!offers_one_thing(*page, controls)) continue;
    found.pages.push_back({page, std::move(controls)});
    if (found.pages.size() == enough) return found;
  }
  if (found.pages.empty()) found.unproven = unproven_because(site);
  return found;
}

}  // namespace touchstone
