#pragma once

// One company at one moment: everything that was received, frozen. What a check wants and does not
// find here is a change to the crawler, never a request by the check.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "site/dns.h"
#include "site/fetch.h"
#include "site/known_company.h"
#include "site/page.h"

namespace touchstone {

// The part that a fetch plays for the customer. A page's class (contact, about, ...) is not a role:
// it follows from its words (site/page_class.h).
enum class Role {
  home,            // the address that the user typed, to where it led
  page,            // a further page of the company, by a link from one read before
  guessed,         // a usual path of a page class, asked because no link led to one
  missing,         // a 404 probe: /<token>
  missing_nested,  // a 404 probe under the first directory seen
  missing_typed,   // a 404 probe with the site's commonest extension
  entry,           // http/https x apex/www; Fetch::asked tells which
  root_icon,       // /favicon.ico
  icon,            // declared in a link element or the manifest
  manifest,
  robots,
  sitemap,
  resource,        // a file of the home page (stylesheet, script, image, font, ...)
  timing,          // the home page again over a fresh connection, for time alone; body dropped
  unverified_tls,  // a second look without verification, only for the certificate; body dropped
  well_known,     // a file at a usual place; the note is its name: "security.txt", "humans.txt" ...
  feed,           // an RSS, Atom or JSON feed that a page declares
  picture,        // a picture beside those of home; note: "share" (og:image ...), "page"
  document,       // a file to take away (PDF, DOC, XLS ...); the body is capped
  link,           // an address that a page links to, asked only whether it answers
  sitemap_entry,  // likewise an address of the sitemap, sampled at equal distances
  site_search,    // the site's own search; note: "word" (of its heading), "nothing" (the token)
  landing,        // home as advertisements link it; note: "utm", "gclid", "yclid", "upper-case"
  revalidation,   // a file asked again with If-None-Match or If-Modified-Since
  tls_version,    // a handshake with one version alone; the note is it: "TLSv1.1"; body dropped
  twin,           // a look-alike of the domain
  registration,   // what the registry says of the domain (RDAP, RFC 9083)
  mail_policy,    // a file that a DNS record leads to; note: "mta-sts", "bimi-logo", ...
  third_party,    // a page of somebody else, one GET; note: "social", "map", "reviews", "frame" ...
};
std::string_view to_string(Role role);
std::optional<Role> role_from(std::string_view text);
bool keeps_body(Role role);  // false: asked for its headers, its time or its certificate alone

// One fetch with its place in the crawl.
struct Visit {
  Role role = Role::page;
  Fetch fetch;
  int depth = 0;                // clicks from home; 0 for home and for what no link leads to
  std::optional<Url> found_on;  // the page whose link led here
  std::string note;             // icons: "link" | "manifest" | "default"; see Role; mostly empty
};

struct PageClasses;
struct DeepSummary;  // site/deep_summary.h

struct BlockedBy {
  std::string by;  // "Cloudflare", or a reason code
  int status = 0;
};

// Everything received, in the order of the plan; what a capture stores and a replay loads.
struct Recording {
  Url asked;
  Time taken{};  // the start of the audit; the only "now" that judging knows
  std::int64_t elapsed_ms = 0;
  std::vector<Visit> visits;  // a second look (Fetch::attempt 2) follows its first
  std::vector<DnsAnswer> dns;
  std::int64_t requests = 0, bytes = 0;  // sent in all; transferred in all
  bool machine_has_ipv6 = false;
  std::vector<std::string> notes;  // "clock skew of 900 s", "budget of 120 requests reached"
  bool complete = true;            // false: links were left unvisited (budget, time, interrupt)
  bool foreign = false;            // read from another tool's capture: what lacks is not_captured
  std::string seed;                // of the 404 probe tokens
  KnownCompany known{};            // from the company file; no capture holds it
  std::shared_ptr<const DeepSummary> deep{};  // of a deep crawl; null where there was none
};

class Site {
 public:
  // Reads every page. Costs what parsing costs; no network.
  explicit Site(Recording recording);

  const Recording& recording() const { return *recording_; }

  // The last (most confirmed) visit of a role; null when there is none.
  const Visit* visit(Role role) const;
  const Visit* visit(Role role, std::string_view note) const;  // likewise, with that note
  std::vector<const Visit*> visits(Role role) const;
  // All visits whose request or answer was this address (without fragment).
  const Visit* visit_of(const Url& url) const;

  // The home page, when it was answered with HTML; null otherwise.
  const Page* home() const;
  // The page read from this visit; null when it was no HTML.
  const Page* page(const Visit& visit) const;

  // The template sample: home, contact, about, then up to seven further ok pages by click depth,
  // then URL. Roles home, page and guessed; each page once, under whatever addresses.
  const std::vector<const Page*>& sample() const { return sample_; }
  // Every ok page of the company (roles home, page, guessed), home first; each page once.
  const std::vector<const Page*>& pages() const { return pages_; }
  const Visit& visit_of(const Page& page) const;  // of this Site's pages
  int depth(const Page& page) const { return visit_of(page).depth; }
  const PageClasses& classes() const { return *classes_; }  // read with site/page_class.h

  const Url& home_url() const {
    return *home_url_;
  }  // the final address of home; the asked one when nobody answered
  std::string host() const { return std::string(home_url().host()); }
  bool is_own(const Url& url) const;  // same registrable domain as home

  const DnsAnswer* dns(std::string_view name, DnsType type) const;  // null: not asked

  // Why nothing can be said of the whole site: challenge or block on home, parked, unreachable,
  // robots. Absent when home was read.
  std::optional<Reason> closed_because() const;
  std::optional<BlockedBy> blocked() const;

 private:
  void collect_pages();
  bool is_parked() const;
  void choose_sample();
  std::size_t index_of(const Visit& visit) const;

  std::unique_ptr<Recording> recording_;
  std::vector<std::optional<Page>> page_of_visit_;  // parallel to recording_->visits
  std::unordered_map<std::string, std::size_t> visit_of_address_;
  std::optional<Url> home_url_;
  std::vector<const Page*> sample_, pages_;
  std::shared_ptr<const PageClasses> classes_;
};

}  // namespace touchstone
