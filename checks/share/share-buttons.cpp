#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "checks/absence.h"
#include "checks/address_patterns.h"
#include "checks/check.h"
#include "checks/sample_share.h"
#include "checks/unseen.h"
#include "checks/vendors.h"
#include "site/embedded.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check share_buttons;

namespace {

constexpr std::size_t kMostLinks = 2'000;  // of a page
constexpr std::size_t kLongestAddress = 1'000;
constexpr std::size_t kMostEvidence = 20;

// Of the kinds "open", "messenger", "closed".
const AddressPattern* endpoint_of(const Link& link) {
  static const auto endpoints = read_address_patterns("checks/data/share-endpoints.txt");
  return pattern_of(endpoints,
                    fold((link.url ? link.url->href() : link.href).substr(0, kLongestAddress)));
}

// How a page may be shared.
struct Ways {
  std::map<std::string, Evidence> open, messengers, closed;  // by network
  std::map<std::string, Evidence> scripts;                   // of somebody else, by vendor
  std::optional<Evidence> system;                            // the share sheet of the device

  bool any() const { return !open.empty() || !messengers.empty() || !scripts.empty() || system; }

  void add(const Ways& other) {
    open.insert(other.open.begin(), other.open.end());
    messengers.insert(other.messengers.begin(), other.messengers.end());
    closed.insert(other.closed.begin(), other.closed.end());
    scripts.insert(other.scripts.begin(), other.scripts.end());
    if (!system) system = other.system;
  }
};

Ways ways_of(const Page& page) {
  Ways ways;
  std::size_t looked = 0;
  for (const Link& link : page.links()) {
    if (++looked > kMostLinks) break;
    const AddressPattern* endpoint = endpoint_of(link);
    if (!endpoint) continue;
    auto& of_kind = endpoint->kind == "closed"      ? ways.closed
                    : endpoint->kind == "messenger" ? ways.messengers
                                                    : ways.open;
    if (of_kind.contains(endpoint->name)) continue;
    of_kind[endpoint->name] = {page.url().href(), link.element.path(), shorten(link.href, 200)};
  }
  for (const VendorSign& sign : vendors_on(page, "sharing")) {
    ways.scripts.emplace(sign.vendor, sign.evidence);
  }
  if (!page.document()) return ways;
  for (const Element& script : page.document()->find("//script[not(@src)]")) {
    if (script.text().find("navigator.share(") == std::string::npos) continue;
    ways.system = Evidence{page.url().href(), script.path(), "navigator.share("};
    break;
  }
  return ways;
}

std::vector<Evidence> shown(const Ways& ways) {
  std::vector<Evidence> evidence;
  for (const auto* kind : {&ways.messengers, &ways.open, &ways.scripts, &ways.closed}) {
    for (const auto& [name, place] : *kind) {
      if (evidence.size() < kMostEvidence) evidence.push_back(place);
    }
  }
  if (ways.system) evidence.push_back(*ways.system);
  return evidence;
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(share_buttons, *why);
  Ways all;
  SampleShare pages;
  for (const Page* page : site.sample()) {
    const Ways ways = ways_of(*page);
    // The home page is mostly a door; what people show to a friend lies behind it.
    const bool door = page == site.home() && site.sample().size() > 1;
    if (!door) pages.see(*page, ways.any(), "share links");
    all.add(ways);
  }
  Facts facts;
  if (!all.any() && all.closed.empty()) {
    if (const auto why = site_absence_unproven_because(site)) {
      return all_unknown(share_buttons, *why);
    }
    facts = all_not_applicable(share_buttons);
    facts.say("present", false, {{site.home_url().href(), "share links", ""}});
    return facts;
  }
  // A script and the device's own sheet offer several ways, messengers among them.
  const bool many = !all.scripts.empty() || all.system.has_value();
  const auto working = all.open.size() + all.messengers.size() + (many ? 2 : 0);
  const auto evidence = shown(all);
  facts.say("present", true, evidence);
  facts.say("ways", working, evidence).signals = all.closed.size() >= 2 ? 2 : 1;
  facts.say("closed_networks", all.closed.size(), evidence).signals =
      all.closed.size() >= 2 ? 2 : 1;
  facts.say("messenger", many || !all.messengers.empty(), evidence);
  pages.say(facts, "pages");
  facts.say("foreign_script", !all.scripts.empty(), evidence);
  return facts;
}

}  // namespace

const Check share_buttons{
    "share-buttons",
    {{"present", "", "a page of the sample can be shared by a link or button"},
     {"ways", "", "networks and messengers that a page can be shared by"},
     {"closed_networks", "", "such links to networks that were closed"},
     {"messenger", "", "one of the ways is a messenger"},
     {"pages", "%", "pages behind home that can be shared so"},
     {"foreign_script", "", "a script of somebody else is loaded for it"}},
    measure};

}  // namespace touchstone::checks
