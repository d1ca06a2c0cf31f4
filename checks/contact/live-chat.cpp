#include <algorithm>
#include <set>

#include "checks/answer_promise.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/nothing_found.h"
#include "checks/unseen.h"
#include "checks/vendors.h"

namespace touchstone::checks {

extern const Check live_chat;

namespace {

// Scripts that it loads may bring a chat that nobody sees in the page.
bool has_tag_manager(const Site& site) {
  const auto signs = vendors_on(site, "analytics");
  return std::any_of(signs.begin(), signs.end(), [](const VendorSign& sign) {
    return sign.vendor.find("tag-manager") != std::string::npos;
  });
}

// How the chat's files answered; one that keeps robots out may well serve people.
void say_loads(Facts& facts, const Site& site) {
  std::vector<Evidence> dead, asked;
  for (const Page* page : site.sample()) {
    for (const Resource& resource : page->resources()) {
      if (vendor_of(resource.url, "chat").empty()) continue;
      const Visit* const visit = site.visit_of(resource.url);
      if (!visit) continue;
      const Evidence evidence{page->url().href(), resource.element.path(), resource.url.href()};
      (leads_nowhere(visit->fetch) ? dead : asked).push_back(evidence);
    }
  }
  if (dead.empty() && asked.empty()) {
    facts.unknown("dead", Reason::no_source);
  } else {
    const bool gone = !dead.empty();
    facts.say("dead", gone, gone ? std::move(dead) : std::move(asked));
  }
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(live_chat, *why);
  const auto signs = vendors_on(site, "chat");
  if (signs.empty()) {
    if (has_tag_manager(site)) return all_unknown(live_chat, Reason::no_source);
    return nothing_found(live_chat, site);
  }
  std::set<std::string> vendors;
  std::vector<Evidence> evidence;
  for (const VendorSign& sign : signs) {
    if (vendors.insert(sign.vendor).second) evidence.push_back(sign.evidence);
  }
  Facts facts;
  facts.say("present", true, evidence);
  say_loads(facts, site);
  facts.say("vendors", vendors.size(), evidence);
  facts.say("hours_stated", presence.opening_hours || promise_of(site).has_value());
  return facts;
}

}  // namespace

const Check live_chat{
    "live-chat",
    {{"present", "", "a chat window is built into the pages"},
     {"dead", "", "the file that brings the chat is gone"},
     {"vendors", "", "chats of different vendors at once"},
     {"hours_stated", "", "the site shows hours or a time within which it answers"}},
    measure};

}  // namespace touchstone::checks
