#pragma once

// What a page that was read leads to: further pages and how much they promise, icons, the manifest,
// the page's files, the domains of its e-mail addresses.

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "crawler/task.h"
#include "site/page.h"

namespace touchstone {

// An address with what it is good for.
struct Found {
  Url url;
  std::string note;
};

// Declared icons, at most 12: link elements, Link fields, the tile of Windows. Note: "link".
std::vector<Found> icons_of(const Page& page);
std::optional<Url> manifest_of(const Page& page);
// The icons of a web app manifest, at most 12. Note: "manifest".
std::vector<Found> icons_of_manifest(const Fetch& fetch);

// The page that the app of a manifest begins with; absent when it names none.
std::optional<Url> start_of_manifest(const Fetch& fetch);

// The files of a page, blocking ones first, then those that a browser asks for at once, then lazy
// ones; no frames. Note: the kind.
std::vector<Found> resources_of(const Page& page, bool blocking_only);
// The files that an answered style sheet names. Note: the kind.
std::vector<Found> resources_of_stylesheet(const Fetch& fetch);

// Domains of the e-mail addresses that the page prints or links, lower case, at most 10.
std::vector<std::string> mail_domains_of(const Page& page);

// A link with that score names a class in its text or address.
inline constexpr int promising_score = 3;

// A link to a page of the company.
struct PageLink {
  Url url;
  std::string page_class;  // the class that it promises most; empty: none
  int score = 0;           // link_score for that class
};

// Finds the links of one page after the other and weighs each address and name once.
class LinkReader {
 public:
  // Links to pages of the company of `home`, each address once, in the order of the page. Those
  // within the page itself are there too when they promise a class ("#contact").
  std::vector<PageLink> read(const Page& page, const Url& home);

 private:
  std::unordered_set<std::string> weighed_;
};

}  // namespace touchstone
