#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/legal_identity.h"
#include "checks/policy_text.h"

namespace touchstone::checks {

extern const Check terms_page;

namespace {

Facts measure(const Site& site, const Presence&) {
  const ClassPage found = class_page(site, "terms");
  Facts facts = all_not_applicable(terms_page);
  say_class_page(facts, found);
  // A page that tells who is behind the site holds no terms, though a link may lead to both at
  // once.
  const bool imprint = found.page && (names_imprint(found.page->title()) ||
                                      (found.link && names_imprint(found.link->name())));
  if (!imprint) say_length_and_age(facts, site, found);
  return facts;
}

}  // namespace

const Check terms_page{"terms-page",
                       {{"present", "", "there is a page of terms, or a link that promises one"},
                        {"dead", "", "the link to it leads nowhere"},
                        {"linked", "", "a link leads to it"},
                        {"framed", "", "that link stands in a header, a menu or a footer"},
                        {"length", "", "characters of its own text"},
                        {"months_old", "months", "since the newest date in it; absent: no date"}},
                       measure};

}  // namespace touchstone::checks
