#include "site/contact_signs.h"

#include <re2/re2.h>

#include "site/link_list.h"
#include "site/page_places.h"
#include "site/page_text.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

bool has_phone(const std::string& text) {
  // International, or a national number in groups, or an area code and a number in one piece: at
  // least nine digits, no date, no price.
  static const RE2 international(R"((?:\+|\b00)\d(?:[ .()/-]{0,3}\d){7,14})");
  static const RE2 national(
      R"((?:^|[^\d.,/])\(?0?\d{2,5}\)?(?:[ ./-]{1,3}\d{2,4}){2,4}(?:$|[^\d.,/]))");
  static const RE2 area_first(
      R"((?:^|[^\d.,/])(?:\(0\d{1,4}\)[ .-]{0,3}|0\d{1,4}[ /-]{1,3})\d{7,8}(?:$|[^\d.,/]))");
  static const RE2 year_first(R"((?:19|20)\d\d[./-]\d\d[./-]\d\d)");
  if (RE2::PartialMatch(text, international) || RE2::PartialMatch(text, area_first)) return true;
  return RE2::PartialMatch(text, national) && !RE2::PartialMatch(text, year_first);
}

bool has_email(const std::string& text) {
  static const RE2 email(R"([\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})");
  return RE2::PartialMatch(text, email);
}

bool asks_for_an_answer(const Element& field) {
  if (field.name() == "textarea") return true;
  const auto type = field.attribute("type").value_or("");
  return field.name() == "input" && (type == "email" || type == "tel");
}

}  // namespace

void ContactSigns::see_element(const Element& element) {
  const auto name = element.name();
  if (name == "address" || element.attribute("itemprop") == "address") {
    signs_.insert(ContactSign::address);
  }
  if (asks_for_an_answer(element)) signs_.insert(ContactSign::form);
  if (name != "a" && name != "iframe") return;

  const auto reference = element.attribute(name == "a" ? "href" : "src").value_or("");
  const std::string address = fold(reference);
  if (address.starts_with("tel:")) signs_.insert(ContactSign::phone);
  if (address.starts_with("mailto:")) signs_.insert(ContactSign::email);
  if (address.starts_with("geo:")) signs_.insert(ContactSign::map);
  if (address.starts_with("viber:") || address.starts_with("whatsapp:") ||
      address.starts_with("tg:")) {
    signs_.insert(ContactSign::messenger);
  }
  const auto url = page_.base().resolve(reference);
  if (!url) return;
  if (is_in_link_list(*url, "site/data/map-links.txt")) signs_.insert(ContactSign::map);
  if (is_in_link_list(*url, "site/data/messenger-links.txt")) {
    signs_.insert(ContactSign::messenger);
  }
}

Walk ContactSigns::see(const Step& step) {
  if (text_.size() >= limit_ || elements_ >= limit_) return Walk::stop;
  if (step.kind == Step::Kind::text) {
    text_ += step.text.substr(0, limit_);
    return Walk::into;
  }
  if (is_block(step.element)) text_ += '\n';
  if (step.kind != Step::Kind::enter) return Walk::into;
  ++elements_;
  see_element(step.element);
  return hides_itself(step.element) ? Walk::past : Walk::into;
}

const std::set<ContactSign>& ContactSigns::found() {
  const std::string text = fold(text_, page_.language() == "tr");
  if (has_phone(text)) signs_.insert(ContactSign::phone);
  if (has_email(text)) signs_.insert(ContactSign::email);
  if (match_folded(text, "hours", page_.language()) != Match::none) {
    signs_.insert(ContactSign::hours);
  }
  return signs_;
}

}  // namespace touchstone
