#include <algorithm>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/policy_text.h"
#include "site/embedded.h"
#include "site/page_class.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check terms_page;

namespace {

// Tells who is behind the site, and nothing of terms: an imprint, a legal notice. A link may lead
// to both at once.
bool is_mere_notice(const std::string& name, const std::string& language) {
  std::string folded = fold(name);
  bool notice = false;
  for (const auto line : embedded_list("checks/data/notice-words.txt")) {
    const std::string words = fold(line);
    for (auto at = folded.find(words); at != folded.npos; at = folded.find(words, at)) {
      notice = true;
      folded.replace(at, words.size(), ".");
    }
  }
  return notice && match_folded(folded, "terms", language) == Match::none;
}

bool is_mere_notice(const ClassPage& found) {
  const std::string name = found.link ? found.link->name() : std::string();
  if (!found.page) return is_mere_notice(name, "");
  return is_mere_notice(found.page->title() + "\n" + name, found.page->language());
}

// The imprint stands on the contact page, and neither its title nor its link speaks of terms.
bool is_contact_page(const Site& site, const ClassPage& found) {
  if (!found.page || page_of_class(site, "contact") != found.page) return false;
  const std::string name = found.link ? found.link->name() : std::string();
  const std::string folded = fold(found.page->title() + "\n" + name);
  return match_folded(folded, "terms", found.page->language()) == Match::none;
}

bool holds_no_terms(const Site& site, const ClassPage& found) {
  return is_mere_notice(found) || is_contact_page(site, found);
}

// The terms beside a page that only tells who is behind the site.
ClassPage terms_of(const Site& site) {
  ClassPage found = class_page(site, "terms");
  if (!holds_no_terms(site, found)) return found;
  for (const Page* page : site.pages()) {
    const auto classes = classes_of(site, *page);
    const bool terms = std::find(classes.begin(), classes.end(), "terms") != classes.end();
    if (!terms || page == found.page || !page->document()) continue;
    ClassPage other = class_page_at(site, *page);
    if (!holds_no_terms(site, other)) return other;
  }
  ClassPage none;
  none.unproven = site_absence_unproven_because(site, {"terms"});
  return none;
}

Facts measure(const Site& site, const Presence&) {
  const ClassPage found = terms_of(site);
  Facts facts = all_not_applicable(terms_page);
  say_class_page(facts, found);
  say_length_and_age(facts, site, found);
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
