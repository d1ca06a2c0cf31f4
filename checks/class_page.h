#pragma once

// The page of a class ("prices", "faq", "delivery", ...; site/page_class.h) as a check needs it:
// where it is and how a customer gets there, or why there may be one all the same.
//
//   const ClassPage prices = class_page(site, "prices");
//   say_class_page(facts, prices);          // "present", "dead", "linked", "framed"
//   if (!prices.page) return say_unseen(facts, prices, {"amounts", "dated"});
//   ... read prices.root ...
//
// Pure and safe from several threads; linear in the links of the pages read.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/fact.h"
#include "site/site.h"

namespace touchstone {

struct ClassPage {
  const Page* page = nullptr;  // null: none was read
  // What of the page is meant: its body, or the section that a link such as "#prices" leads to.
  Element root;
  bool section = false;

  // The link that leads there, the most prominent one; null when none does (a guess may have).
  const Link* link = nullptr;
  const Page* link_page = nullptr;  // where it stands
  bool in_header = false;           // one stands in a header or a menu
  bool in_footer = false;           // one stands in a footer

  // What the link led to where no page was read: dead, a file, refused; null: it was not asked.
  const Visit* visit = nullptr;
  bool dead = false;  // nothing is there: 404, 410, a confirmed 5xx, no such host

  // Why there may be one although none was read: the link's target or the site was not seen.
  // Absent when there is a page, a dead link, or provably neither.
  std::optional<Reason> unproven;

  bool linked() const { return link != nullptr; }
  bool provably_absent() const { return !page && !dead && !unproven; }
  // The page with its title; the link where there is no page; the home page else.
  Evidence evidence() const;
  Evidence link_evidence() const;  // the link with its text; empty without one
};

ClassPage class_page(const Site& site, std::string_view page_class);

// Why a page of the class that links promise could not be read: it refused us. Absent when it was
// read, when nothing is there, and when no link promises one.
std::optional<Reason> promise_unread_because(const Site& site, std::string_view page_class);
// The same of a page that is known to be the one.
ClassPage class_page_at(const Site& site, const Page& page);

// A customer who follows this comes to nothing: 404, 410, no such host, or a 5xx answer or refused
// connection that a second look confirmed.
bool leads_nowhere(const Fetch& fetch);

// Says what every check of this kind says:
//   "present"  a page, or at least a link that promises one; unknown where that is unproven
//   "dead"     the link to it leads nowhere
//   "linked"   a link leads to it, not only a usual address
//   "framed"   a link to it stands in a header, a menu or a footer
void say_class_page(Facts& facts, const ClassPage& found);

// The facts of a page that was not read: unknown where that is unproven, else not applicable.
void say_unseen(Facts& facts, const ClassPage& found, const std::vector<std::string_view>& names);

// Likewise for what a page that was read does not show: `false` where it was read in full, else
// unknown. True counts always.
Fact& say_shown(Facts& facts, std::string_view name, bool shown, const Page& page,
                std::vector<Evidence> evidence = {});

}  // namespace touchstone
