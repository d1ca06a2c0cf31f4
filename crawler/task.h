#pragma once

// One thing that the plan of a crawl wants to ask, and what came of it.

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "site/site.h"

namespace touchstone {

// The order of right: what is asked first when not all can be asked.
enum class Rank {
  essential,  // home, robots, contact, entries, 404 probes, icons, sitemap
  sample,     // about
  evidence,   // usual files, share pictures, the site's search, home as advertisements link it, ...
  resource,   // the home page's files
  file,       // documents, pictures of other pages, files once more
  page,       // further pages; the first of them still belong to the sample
  rest,       // whether links lead anywhere
};

struct Task {
  Role role = Role::page;
  Url url;
  Rank rank = Rank::page;
  int promise = 0;  // greater goes first within a rank
  int depth = 0;
  std::optional<Url> found_on{};
  std::string note{};
  std::string page_class{};  // the one that the link promises most; empty: none
  std::vector<std::pair<std::string, std::string>> headers{};
  bool linked = false;           // a page leads here, so that a broken answer is looked at twice
  bool obeys_robots = true;      // false: the user asked for it, or it is robots.txt itself
  bool foreign = false;          // not the company's: asked once at most
  std::size_t number = 0;        // its place in the plan
  std::vector<Fetch> answers{};  // one a try

  int tries() const { return static_cast<int>(answers.size()); }
  const Fetch& answer() const { return answers.back(); }
};

// What is still asked of a site that cannot be read: the ways in, and who forbids it.
inline bool outlives_closing(Role role) {
  return role == Role::home || role == Role::entry || role == Role::robots ||
         role == Role::unverified_tls;
}

}  // namespace touchstone
