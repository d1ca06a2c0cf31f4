#include "checks/controls.h"

#include <re2/re2.h>

#include "checks/form_kind.h"
#include "site/page_places.h"
#include "site/page_text.h"
#include "site/phrase_list.h"
#include "site/reading.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

constexpr std::size_t enough = 20, most_looked_at = 5'000, longest_name = 120;  // bytes
constexpr std::size_t longest_words = 40;                                       // graphemes

bool is_control(const Element& element) {
  const auto name = element.name();
  if (name == "a") return element.has_attribute("href");
  if (name == "button" || element.attribute("role") == "button") return true;
  if (name != "input") return false;
  const std::string type = fold(element.attribute("type").value_or(""));
  return type == "submit" || type == "button" || type == "image";
}

std::string name_of(const Element& control) {
  std::string name = visible_text(control, longest_name);
  for (const char* attribute : {"value", "aria-label", "title", "alt"}) {
    if (!name.empty()) break;
    name = control.attribute(attribute).value_or("").substr(0, longest_name);
  }
  return collapse_spaces(name);
}

// As the scripts of common shop systems mark the button that fills the basket.
bool is_marked_for_basket(const Element& control) {
  static const RE2 mark(
      "(?i)(?:add|put)[-_]?(?:to|2)[-_]?(?:the[-_]?)?(?:cart|basket|bag)|buy[-_]?(?:now|button|btn)"
      "|"
      "(?:btn|button)[-_]?buy");
  for (const char* name : {"class", "id", "name", "data-action", "href"}) {
    const std::string text = control.attribute(name).value_or("").substr(0, 500);
    if (RE2::PartialMatch(text, mark)) return true;
  }
  return false;
}

// The button of a form that is sent to the cart: on a short page it may seem to be in the footer.
bool fills_basket(const Element& control) {
  const Element form = control.name() == "a" ? Element() : enclosing(control, "form");
  return form && match_slug(form.attribute("action").value_or(""), "cart") != Match::none;
}

bool names_basket(const std::string& folded) {
  static const RE2 basket(
      "cart|basket|\\bbag\\b|корзин|кошик|carrito|cesta|carrinho|carrello|panier|warenkorb|koszyk|"
      "kosik|sepet|winkelwagen|winkelmand|varukorg|سبد|السل[ةه]|购物车|購物車|カート|장바구니|לסל|"
      "कार्ट");
  return RE2::PartialMatch(folded, basket);
}

void see(const Page& page, const Element& element, Controls& controls) {
  const auto evidence = [&](const std::string& words) {
    return Evidence{page.url().href(), element.path(), shorten(words, 100)};
  };
  const std::string href = fold(element.attribute("href").value_or("").substr(0, 12));
  if (href.starts_with("tel:") || href.starts_with("mailto:")) {
    if (controls.ask.size() < enough) controls.ask.push_back(evidence(href));
    return;
  }
  const std::string words = name_of(element);
  if (grapheme_count(words) > longest_words) return;
  const std::string folded = fold(words, page.language() == "tr");
  const bool marked = is_marked_for_basket(element);
  const bool order = marked || has_listed_phrase(folded, "checks/data/order-words.txt");
  controls.cart_buttons += marked || (order && names_basket(folded));
  if (order && controls.order.size() < enough) controls.order.push_back(evidence(words));
  if (order || controls.ask.size() >= enough) return;
  const bool ask = has_listed_phrase(folded, "checks/data/ask-words.txt") ||
                   match_folded(folded, "callback", page.language()) != Match::none ||
                   match_folded(folded, "contact", page.language()) != Match::none;
  if (ask) controls.ask.push_back(evidence(words));
}

}  // namespace

Controls controls_of(const Page& page) {
  Controls controls;
  if (!page.document()) return controls;
  std::size_t looked_at = 0;
  each_element(*page.document(), [&](const Element& element, const Place& place) {
    if (place.in_head || place.inert || !is_control(element)) return;
    if (place.region != Region::main && !fills_basket(element)) return;
    if (++looked_at <= most_looked_at) see(page, element, controls);
  });
  for (const Form& form : page.forms()) {
    if (controls.ask.size() == enough) break;
    if (form.region == Region::main && form_kind(form) == "contact") {
      controls.ask.push_back({page.url().href(), form.element.path(), "form"});
    }
  }
  return controls;
}

}  // namespace touchstone
