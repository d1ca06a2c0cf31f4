#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "checks/check.h"
#include "checks/contact_absence.h"
#include "checks/legal_identity.h"
#include "checks/own_names.h"
#include "checks/registration_numbers.h"
#include "checks/structured_data.h"
#include "checks/unseen.h"
#include "checks/vendors.h"
#include "checks/web_host_notice.h"
#include "site/page_class.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check legal_details;

namespace {

// Where a company speaks of itself: nobody else's numbers are taken for its own. Privacy policies
// name all their vendors.
std::vector<const Page*> speaking_pages(const Site& site) {
  constexpr std::size_t most = 8;
  std::vector<const Page*> pages{site.home()};
  const auto add = [&](const Page* page) {
    const bool known = std::find(pages.begin(), pages.end(), page) != pages.end();
    if (page && !known && pages.size() < most) pages.push_back(page);
  };
  for (const Page* page : site.pages())
    if (names_imprint(page->title())) add(page);
  for (const char* name : {"contact", "about", "terms"}) add(page_of_class(site, name));
  return pages;
}

// What a company owes its customers stands there or nowhere.
bool has_read_notice(const Site& site) {
  const auto read = [](const Page* page) { return page && !absence_unproven_because(*page); };
  if (read(page_of_class(site, "terms"))) return true;
  return std::any_of(site.pages().begin(), site.pages().end(),
                     [&](const Page* page) { return names_imprint(page->title()) && read(page); });
}

struct Found {
  std::vector<Evidence> names, numbers, unsound, exempt, addresses, persons;
  std::optional<int> clicks;  // to the nearest page with any of them
};

void note(Found& found, std::vector<Evidence>& list, const Site& site, const Page& page,
          std::string text) {
  list.push_back({page.url().href(), "text", shorten(collapse_spaces(text), 120)});
  const int depth = site.depth(page);
  if (!found.clicks || depth < *found.clicks) found.clicks = depth;
}

std::string_view line_at(std::string_view text, std::size_t at) {
  const auto before = text.rfind('\n', at);
  const auto begin = before == text.npos ? 0 : before + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

// The start page names clients and partners as well: what is said at its foot, beside a copyright
// sign or a number of a register, is said of the company itself.
bool speaks_of_itself(const Page& page, const LegalName& name, bool numbered) {
  static const RE2 sign(R"((?i)©|\(c\)|copyright)");
  const std::string_view text = page.text(), line = line_at(text, name.at);
  return numbered || 4 * name.at >= 3 * text.size() ||
         RE2::PartialMatch({line.data(), line.size()}, sign);
}

// What the page says of the company itself.
std::string own_text(const Site& site, const Page& page) {
  if (&page == site.home() || !is_notice(site, page)) return page.text();
  Reading reading(page);
  silence_web_host(reading);
  return reading.text();
}

// `called`: by which the site calls its company.
std::optional<std::string> own_legal_name(const Site& site, const Page& page,
                                          const std::string& text, bool numbered,
                                          const std::vector<OwnName>& called) {
  const auto names = legal_names_in(text);
  for (const LegalName& name : names) {
    const auto same = [&](const OwnName& own) { return is_same_name(own.name, name.name); };
    if (std::any_of(called.begin(), called.end(), same)) return name.name;
  }
  for (const LegalName& name : names) {
    if (&page != site.home() || speaks_of_itself(page, name, numbered)) return name.name;
  }
  return std::nullopt;
}

void read_page(Found& found, const Site& site, const Page& page,
               const std::vector<OwnName>& called) {
  const std::string text = own_text(site, page);
  const auto numbers = registration_numbers_in(text);
  if (const auto name = own_legal_name(site, page, text, !numbers.empty(), called)) {
    note(found, found.names, site, page, *name);
  } else if (const auto labelled = labelled_legal_name_in(text)) {
    note(found, found.names, site, page, *labelled);
  }
  if (has_listed_phrase(fold(text), "checks/data/small-business-words.txt")) {
    note(found, found.exempt, site, page, page.title());
  }
  for (const auto& number : numbers) {
    note(found, number.sound ? found.numbers : found.unsound, site, page,
         std::string(number.kind) + " " + number.number);
  }
  if (const auto person = responsible_person_in(text)) {
    note(found, found.persons, site, page, *person);
    // Who trades alone has no other name before the law.
    if (has_listed_phrase(fold(*person), "checks/data/owner-words.txt")) {
      note(found, found.names, site, page, *person);
    }
  }
  // A seal whose link proves that the firm is registered.
  for (const auto& seal : vendors_linked_on(page, "seals")) {
    if (seal.vendor == "enamad" || seal.vendor == "samandehi")
      note(found, found.numbers, site, page, seal.vendor);
  }
}

Found find(const Site& site, const Presence& presence) {
  Found found;
  const auto pages = speaking_pages(site);
  const auto called = own_names(site);
  for (const Page* page : pages) read_page(found, site, *page, called);
  for (const auto& address : presence.addresses) {
    const auto page = std::find_if(pages.begin(), pages.end(), [&](const Page* one) {
      return one->url().href() == address.url;
    });
    if (page != pages.end()) note(found, found.addresses, site, **page, address.text);
  }
  for (const Thing& thing : things_of(*site.home())) {
    const auto name = is_organization(thing) ? thing.text("legalName") : std::nullopt;
    if (name) note(found, found.names, site, *site.home(), *name);
  }
  return found;
}

void say_number(Facts& facts, const Found& found, const std::optional<Reason>& unproven) {
  const char* const number = !found.numbers.empty()   ? "sound"
                             : !found.unsound.empty() ? "unsound"
                             : !found.exempt.empty()  ? "exempt"
                                                      : "none";
  const auto& evidence = !found.numbers.empty()   ? found.numbers
                         : !found.unsound.empty() ? found.unsound
                                                  : found.exempt;
  if (evidence.empty() && unproven) {
    facts.unknown("number", *unproven);
    return;
  }
  // That a label stands before it is one sign, that its length is right another.
  facts.say("number", number, evidence).signals = 2;
  if (number == std::string("unsound")) facts.say("wrong_number", evidence.front().excerpt);
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(legal_details, *why);
  Facts facts = all_not_applicable(legal_details);
  const Found found = find(site, presence);
  std::optional<Reason> unproven;
  if (!has_read_notice(site)) unproven = contact_absence_unproven_because(site);
  std::vector<Evidence> evidence, numbers = found.numbers;
  for (const auto* further : {&found.unsound, &found.exempt}) {
    numbers.insert(numbers.end(), further->begin(), further->end());
  }
  int signs = 0;
  const std::vector<Evidence>* const told[] = {&found.names, &numbers, &found.addresses,
                                               &found.persons};
  for (const auto* list : told) {
    if (list->empty()) continue;
    ++signs;
    evidence.push_back(list->front());
  }
  constexpr int all_that_is_asked = 3;
  if (signs < all_that_is_asked && unproven) {
    facts.unknown("signs", *unproven, evidence);
  } else {
    facts.say("signs", signs, evidence).signals = 2;  // several pages, read for four things
  }
  say_number(facts, found, unproven);
  if (found.clicks) facts.say("clicks", *found.clicks, evidence);
  return facts;
}

}  // namespace

const Check legal_details{
    "legal-details",
    {{"signs", "",
      "how many are told of: legal name, registration number, address, responsible "
      "person"},
     {"number", "",
      "the registration or tax number: sound, unsound (check digit), exempt (a small business "
      "that says so), none"},
     {"wrong_number", "", "the number whose check digit is wrong"},
     {"clicks", "", "clicks from home to the nearest page that tells any of them"}},
    measure};

}  // namespace touchstone::checks
