#include <algorithm>
#include <set>

#include "checks/check.h"
#include "checks/contact_absence.h"
#include "checks/presence/dialling.h"
#include "checks/presence/phone_shape.h"
#include "checks/presence/tel_link.h"
#include "checks/unseen.h"
#include "checks/vendors.h"
#include "site/page_class.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check phone_number;

namespace {

Evidence evidence_of(const Phone& phone) {
  return {phone.url, phone.place, phone.printed.value_or(phone.tel_href)};
}

int depth_of(const Site& site, const std::string& url) {
  const auto address = Url::parse(url);
  const Visit* visit = address ? site.visit_of(*address) : nullptr;
  return visit ? visit->depth : 0;
}

// In the header of other pages alone a number is not at hand for who begins at home, unless nobody
// can say what a script writes there.
void say_reach(Facts& facts, const Site& site, const std::vector<Phone>& phones) {
  constexpr int kDeep = 2;
  const Page* contact = page_of_class(site, "contact");
  const bool home_is_open = !absence_unproven_because(*site.home());
  const Phone* on_contact = nullptr;
  const Phone* near = nullptr;
  for (const auto& phone : phones) {
    const bool header = phone.region == Region::header || phone.region == Region::navigation;
    if ((header && !home_is_open) || phone.url == site.home()->url().href()) {
      facts.say("reach", "home", {evidence_of(phone)});
      return;
    }
    if (contact && phone.url == contact->url().href() && !on_contact) on_contact = &phone;
    if (!near || depth_of(site, phone.url) < depth_of(site, near->url)) near = &phone;
  }
  if (on_contact) {
    facts.say("reach", "contact", {evidence_of(*on_contact)});
  } else {
    facts.say("reach", depth_of(site, near->url) > kDeep ? "deep" : "page", {evidence_of(*near)});
  }
}

// RFC 3966: a global number has its "+" and is one; nothing else but digits is dialled.
void say_links(Facts& facts, const Site& site, const std::vector<Phone>& phones) {
  std::set<std::string> seen;
  std::vector<Evidence> malformed, national;
  int links = 0;
  for (const Page* page : site.pages()) {
    for (const auto& link : page->links()) {
      if (fold(link.href.substr(0, 4)) != "tel:" || !seen.insert(link.href).second) continue;
      ++links;
      const auto target = tel_target(link.href);
      const Evidence evidence{page->url().href(), link.element.path(), shorten(link.href, 100)};
      if (!target || digits_in(*target).size() > 15 ||
          (target->starts_with('+') && !dial(*target, ""))) {
        malformed.push_back(evidence);
        // No country has a code that begins with 0.
        if (target && target->starts_with("+0")) national.push_back(evidence);
      } else if (!target->starts_with('+')) {
        national.push_back(evidence);
      }
    }
  }
  std::vector<Evidence> unlinked;
  for (const auto& phone : phones) {
    if (phone.mismatched_tel) malformed.push_back(evidence_of(phone));
    if (phone.printed && !phone.tel_link && !phone.mismatched_tel) {
      unlinked.push_back(evidence_of(phone));
    }
  }
  facts.say("wrong_links", static_cast<int>(malformed.size()), malformed);
  facts.say("unlinked", static_cast<int>(unlinked.size()), unlinked);
  if (links == 0) {
    facts.not_applicable("national_links");
  } else {
    facts.say("national_links", static_cast<int>(national.size()), national);
  }
}

void say_looks(Facts& facts, const std::vector<Phone>& phones) {
  constexpr std::size_t kFewest = 7, kBlock = 8;
  std::vector<Evidence> short_numbers, blocks;
  bool printed = false;
  for (const auto& phone : phones) {
    if (!phone.printed) continue;
    printed = true;
    const std::string looks = ascii_digits(*phone.printed);
    const std::string digits = digits_in(looks);
    if (digits.size() < kFewest && phone.label.empty()) short_numbers.push_back(evidence_of(phone));
    std::size_t run = 0, longest = 0;
    for (const char c : looks) {
      run = c >= '0' && c <= '9' ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    if (longest >= kBlock) blocks.push_back(evidence_of(phone));
  }
  facts.say("short_numbers", static_cast<int>(short_numbers.size()), short_numbers);
  if (printed) {
    facts.say("blocks", static_cast<int>(blocks.size()), blocks);
  } else {
    facts.not_applicable("blocks");
  }
}

// The numbers that header, contact page and JSON-LD each name, without a word of what they are for.
void say_consistent(Facts& facts, const Site& site, const std::vector<Phone>& phones) {
  const Page* contact = page_of_class(site, "contact");
  std::set<std::string> header, on_contact, published, unlabelled;
  std::vector<Evidence> evidence;
  for (const auto& phone : phones) {
    const std::string number = phone.e164.value_or(phone.printed.value_or(""));
    if (phone.in_json_ld) published.insert(number);
    if (!phone.label.empty()) continue;
    if (phone.printed) {
      unlabelled.insert(number);
      evidence.push_back(evidence_of(phone));
    }
    if (phone.region == Region::header) header.insert(number);
    if (contact && phone.url == contact->url().href()) on_contact.insert(number);
  }
  const auto apart = [](const std::set<std::string>& a, const std::set<std::string>& b) {
    return !a.empty() && !b.empty() &&
           std::none_of(a.begin(), a.end(), [&](const auto& number) { return b.contains(number); });
  };
  const int differences = apart(header, on_contact) + apart(header, published);
  facts.say("contradictions", differences, differences > 0 ? evidence : std::vector<Evidence>{})
      .signals = std::max(1, differences);
  facts.say("unlabelled", static_cast<int>(unlabelled.size()), std::move(evidence));
  facts.say("call_tracking", !vendors_on(*site.home(), "callback").empty());
}

void say_toll_free(Facts& facts, const std::vector<Phone>& phones) {
  for (const auto& phone : phones) {
    const auto number = phone.e164 ? dial(*phone.e164, "") : std::nullopt;
    if (!number || !number->toll_free) continue;
    facts.say("toll_free", true, {evidence_of(phone)});
    return;
  }
  facts.say("toll_free", false);
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(phone_number, *why);
  Facts facts;
  const auto& phones = presence.phones;
  if (phones.empty()) {
    const auto why = contact_absence_unproven_because(site);
    for (const auto& spec : phone_number.facts) {
      if (why) {
        facts.unknown(spec.name, *why);
      } else {
        facts.not_applicable(spec.name);
      }
    }
    if (!why) facts.say("present", false);
    return facts;
  }
  facts.say("present", true, {evidence_of(phones.front())});
  say_reach(facts, site, phones);
  say_links(facts, site, phones);
  say_looks(facts, phones);
  say_consistent(facts, site, phones);
  say_toll_free(facts, phones);
  return facts;
}

}  // namespace

const Check phone_number{
    "phone-number",
    {{"present", "", "a telephone number is shown, linked or published"},
     {"reach", "", "where it stands: home (or header), contact, page, deep (over 2 clicks away)"},
     {"wrong_links", "", "tel: links that are malformed or dial another number than they show"},
     {"unlinked", "", "visible numbers without a tel: link"},
     {"national_links", "", "tel: links without the country code"},
     {"short_numbers", "", "numbers under 7 digits without a word that says what they are"},
     {"blocks", "", "visible numbers with 8 digits or more in one block"},
     {"contradictions", "", "pairs of header, contact page and JSON-LD that name other numbers"},
     {"unlabelled", "", "visible numbers without a word of what they are for"},
     {"call_tracking", "", "a script swaps the numbers for each visitor"},
     {"toll_free", "", "a number that costs the caller nothing"}},
    measure};

}  // namespace touchstone::checks
