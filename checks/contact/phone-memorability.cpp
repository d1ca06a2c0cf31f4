#include <re2/re2.h>

#include <algorithm>

#include "checks/check.h"
#include "checks/contact_absence.h"
#include "checks/memorability.h"
#include "checks/presence/dialling.h"
#include "checks/presence/phone_shape.h"
#include "checks/unseen.h"
#include "site/page_class.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check phone_memorability;

namespace {

constexpr std::size_t kShortCode = 4;

Evidence evidence_of(const Phone& phone) {
  return {phone.url, phone.place, phone.printed.value_or(phone.tel_href)};
}

// The number in the header, else the first one of the contact page, else the first one met.
const Phone* main_number(const Site& site, const std::vector<Phone>& phones) {
  const auto first = [&](const auto& wanted) {
    const auto found = std::find_if(phones.begin(), phones.end(), wanted);
    return found == phones.end() ? nullptr : &*found;
  };
  const auto in_header = [](const Phone& phone) {
    return phone.region == Region::header || phone.region == Region::navigation;
  };
  if (const Phone* phone = first(in_header)) return phone;
  const Page* contact = page_of_class(site, "contact");
  const auto on_contact = [&](const Phone& phone) {
    return contact && phone.url == contact->url().href();
  };
  if (const Phone* phone = first(on_contact)) return phone;
  return first([](const Phone&) { return true; });
}

// The groups of the national digits as they are printed; empty when they cannot be told.
std::vector<std::string> groups_of(const std::string& printed, const std::string& national) {
  const std::string looks = ascii_digits(printed);
  const std::string digits = digits_in(looks);
  const auto at = digits.rfind(national);
  if (at == std::string::npos) return {};
  std::vector<std::string> groups;
  std::size_t seen = 0;
  bool open = false;
  for (const char c : looks) {
    if (c < '0' || c > '9') {
      open = false;
      continue;
    }
    const bool belongs = seen >= at && seen < at + national.size();
    ++seen;
    if (!belongs) continue;
    if (!open) groups.emplace_back();
    open = true;
    groups.back() += c;
  }
  return groups;
}

// "1-800-FLOWERS": letters in place of digits in the text of a link that dials.
void say_vanity(Facts& facts, const Site& site) {
  static const RE2 letters(R"(^\+?[\d(][\d ().-]{2,12}[ .-][A-Z]{3,10}(?:[ .-]?[A-Z\d]{1,10})?$)");
  for (const Link& link : site.home()->links()) {
    if (fold(link.href.substr(0, 4)) != "tel:" || !RE2::PartialMatch(link.text, letters)) continue;
    facts.say("vanity", true, {{site.home()->url().href(), link.element.path(), link.text}});
    return;
  }
  facts.say("vanity", false);
}

void say_grouping(Facts& facts, const Phone& phone, const std::string& national) {
  const auto groups = groups_of(phone.printed.value_or(""), national);
  if (groups.empty()) {
    facts.not_applicable("grouping_hides");
  } else {
    facts.say("grouping_hides", grouping_hides_pattern(groups), {evidence_of(phone)});
  }
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(phone_memorability, *why);
  const Phone* phone = main_number(site, presence.phones);
  if (!phone) {
    const auto why = contact_absence_unproven_because(site);
    return why ? all_unknown(phone_memorability, *why) : all_not_applicable(phone_memorability);
  }
  Facts facts;
  const auto dialled = phone->e164 ? dial(*phone->e164, "") : std::nullopt;
  const std::string digits = digits_in(ascii_digits(phone->printed.value_or(phone->tel_href)));
  const std::string national = dialled ? dialled->national : digits;
  facts.say("short_code", national.size() <= kShortCode, {evidence_of(*phone)});
  facts.say("cost", recall_cost(national), {evidence_of(*phone)});
  say_grouping(facts, *phone, national);
  say_vanity(facts, site);
  return facts;
}

}  // namespace

const Check phone_memorability{
    "phone-memorability",
    {{"cost", "", "effort to remember the main number: 5 to 10 a chunk of its digits"},
     {"short_code", "", "the main number has at most four digits"},
     {"grouping_hides", "", "the printed groups cut through a pattern of the digits"},
     {"vanity", "", "a number on the start page is printed as a word"}},
    measure};

}  // namespace touchstone::checks
