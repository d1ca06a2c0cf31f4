#include <algorithm>
#include <set>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/content_text.h"
#include "checks/phrase_groups.h"
#include "checks/structured_data.h"
#include "checks/unseen.h"
#include "checks/vendor_list.h"
#include "checks/vendors.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check payment_methods;

namespace {

struct Ways {
  std::set<std::string> names;
  std::vector<Evidence> evidence;

  void add(const std::string& name, Evidence where) {
    constexpr std::size_t enough = 20;
    if (names.insert(name).second && evidence.size() < enough) evidence.push_back(std::move(where));
  }
};

const PhraseGroups& payment_words() {
  static const PhraseGroups words("checks/data/payment-words.txt");
  return words;
}

// The logos and tools of any page of the sample: most stand in the footer.
void add_logos(Ways& ways, const Site& site) {
  for (const VendorSign& sign : vendors_on(site, "payments")) {
    ways.add(sign.vendor, sign.evidence);
  }
}

void add_structured(Ways& ways, const Site& site) {
  for (const Page* page : site.sample()) {
    for (const Thing& thing : structured_data_of(*page).things) {
      for (const char* property : {"acceptedPaymentMethod", "paymentAccepted"}) {
        const auto text = thing.text(property);
        if (!text) continue;
        const Evidence evidence{page->url().href(), property, shorten(*text, 100)};
        for (const auto& kind : payment_words().named_in(*text)) {
          ways.add(kind, evidence);
        }
      }
    }
  }
}

// What the page in words names; a line that is the name of a vendor or holds it as a word.
void add_named(Ways& ways, const ClassPage& found, const std::string& text) {
  for (const auto& kind : payment_words().named_in(text)) {
    ways.add(kind, {found.page->url().href(), "", kind});
  }
  static const VendorList vendors("payments");
  constexpr std::size_t longest_line = 2'000;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n,;•|/", begin), text.size());
    const std::string part = text.substr(begin, std::min(end - begin, longest_line));
    begin = end + 1;
    const auto vendor = vendors.of_words(fold(part));
    if (!vendor.empty()) {
      ways.add(std::string(vendor), {found.page->url().href(), "", shorten(part, 100)});
    }
  }
}

// A place for logos whose pictures say nothing: one picture of all, or signs drawn by styles.
bool has_wordless_logos(const Site& site) {
  const Page* home = site.home();
  return home && home->document() &&
         home->document()->first(
             "//*[contains(@class, 'payment') or contains(@id, 'payment')]"
             "[self::div or self::ul or self::img or self::span or self::section]");
}

Facts measure(const Site& site, const Presence&) {
  const ClassPage found = class_page(site, "payment");
  Facts facts;
  say_class_page(facts, found);
  if (!site.home()) {
    say_unseen(facts, found, {"ways", "text_page"});
    return facts;
  }
  Ways ways;
  add_logos(ways, site);
  add_structured(ways, site);
  if (found.page) add_named(ways, found, content_text(found));
  const auto page_hidden = found.page ? absence_unproven_because(*found.page) : found.unproven;
  if (!ways.names.empty()) {
    facts.say("present", true, ways.evidence);
    if (!found.unproven) facts.say("dead", found.dead).signals = 2;
  } else if (!found.page && !found.dead && has_wordless_logos(site)) {
    facts.unknown("present", Reason::no_source);
  }
  const bool few = ways.names.size() < 3;
  const auto why = page_hidden                ? page_hidden
                   : has_wordless_logos(site) ? std::optional(Reason::no_source)
                                              : std::nullopt;
  if (few && why && !found.page) {
    facts.unknown("ways", *why, ways.evidence);
  } else if (few && page_hidden) {
    facts.unknown("ways", *page_hidden, ways.evidence);
  } else if (ways.names.empty() && !found.page) {
    facts.not_applicable("ways");
  } else {
    facts.say("ways", ways.names.size(), ways.evidence);
  }
  if (found.unproven) {
    facts.unknown("text_page", *found.unproven);
  } else if (ways.names.empty() && !found.page && !found.dead) {
    facts.not_applicable("text_page");
  } else {
    facts.say("text_page", found.page != nullptr);
  }
  return facts;
}

}  // namespace

const Check payment_methods{"payment-methods",
                            {{"present", "", "ways to pay are shown, or a link promises them"},
                             {"dead", "", "the link to the page on payment leads nowhere"},
                             {"ways", "", "ways to pay that logos, words or structured data name"},
                             {"text_page", "", "a page explains them in words"}},
                            measure};

}  // namespace touchstone::checks
