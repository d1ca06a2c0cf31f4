#include <algorithm>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/product_pages.h"
#include "checks/unseen.h"
#include "site/page_class.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check order_path;

namespace {

bool has_password(const Page& page) {
  return std::any_of(page.forms().begin(), page.forms().end(), [](const Form& form) {
    return std::any_of(form.fields.begin(), form.fields.end(),
                       [](const Field& field) { return field.type == "password"; });
  });
}

// Where the cart's answer came from, after its redirects: those to the same page elsewhere (another
// scheme, "www", a language) and to a cart that is empty are no detour.
void say_cart(Facts& facts, const ClassPage& cart) {
  const std::vector<Evidence> evidence{cart.evidence()};
  if (cart.unproven) {
    for (const char* name : {"cart_dead", "cart_elsewhere", "cart_secure", "login_first"}) {
      facts.unknown(name, *cart.unproven, evidence);
    }
    return;
  }
  if (!cart.page && !cart.dead) {
    for (const char* name : {"cart_dead", "cart_elsewhere", "cart_secure", "login_first"}) {
      facts.not_applicable(name);
    }
    return;
  }
  facts.say("cart_dead", cart.dead, evidence).signals = 2;
  if (!cart.page) {
    for (const char* name : {"cart_elsewhere", "login_first"}) facts.not_applicable(name);
    facts.say("cart_secure", cart.link && cart.link->url->is_https(), evidence);
    return;
  }
  const Page& page = *cart.page;
  const bool at_login = match_slug(page.url().path(), "login") == Match::equals;
  const bool moved = !(page.fetch().asked.path() == page.url().path());
  const bool still_cart = match_slug(page.url().path(), "cart") != Match::none;
  facts.say("cart_elsewhere", moved && !still_cart && !at_login, evidence);
  facts.say("cart_secure", page.url().is_https(), evidence);
  facts.say("login_first", (moved && at_login) || (has_password(page) && !still_cart), evidence);
}

void say_controls(Facts& facts, const ProductPages& products, bool sells) {
  if (products.pages.empty() || !sells) {
    if (products.unproven && sells) {
      facts.unknown("orderable", *products.unproven);
    } else {
      facts.not_applicable("orderable");
    }
    return;
  }
  std::size_t readable = 0, orderable = 0;
  std::vector<Evidence> lacking;
  std::optional<Reason> hidden;
  for (const ProductPage& product : products.pages) {
    const auto why = absence_unproven_because(*product.page);
    const bool can = !product.controls.order.empty();
    if (why && !can) {
      hidden = why;
      continue;
    }
    ++readable;
    orderable += can ? 1 : 0;
    if (!can) lacking.push_back({product.page->url().href(), "", product.page->title()});
  }
  if (readable == 0) {
    facts.unknown("orderable", hidden.value_or(Reason::no_source));
    return;
  }
  const auto share = (100 * orderable + readable / 2) / readable;
  facts.say("orderable", share, std::move(lacking)).signals = readable >= 2 ? 2 : 1;
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(order_path, *why);
  ClassPage cart = class_page(site, "cart");
  if (cart.section) {  // a script opens the cart on the page: nothing of it is to be seen
    cart.page = nullptr;
    cart.unproven = Reason::no_source;
  }
  const ProductPages products = product_pages(site);
  const bool any_order =
      std::any_of(products.pages.begin(), products.pages.end(),
                  [](const ProductPage& one) { return !one.controls.order.empty(); });
  const Controls of_home = controls_of(*site.home());
  const bool has_cart = cart.page || cart.dead || (cart.unproven && cart.link);
  const bool sells = has_cart || any_order;
  Facts facts;
  if (sells || !of_home.order.empty()) {
    facts.say("present", true, of_home.order);
  } else if (cart.unproven) {
    facts.unknown("present", *cart.unproven);
  } else if (products.unproven) {
    facts.unknown("present", *products.unproven);
  } else {
    facts.say("present", false);
  }
  say_cart(facts, cart);
  say_controls(facts, products, sells);
  return facts;
}

}  // namespace

const Check order_path{"order-path",
                       {{"present", "", "something can be ordered: a cart, or buttons to order"},
                        {"orderable", "%", "pages of products with a button to order"},
                        {"cart_dead", "", "the link to the cart leads nowhere"},
                        {"cart_elsewhere", "", "the cart leads away to another page"},
                        {"cart_secure", "", "the cart is reached over https"},
                        {"login_first", "", "the cart asks to log in before all else"}},
                       measure};

}  // namespace touchstone::checks
