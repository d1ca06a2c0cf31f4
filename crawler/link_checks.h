#pragma once

// Links of which nothing is wanted but whether they lead somewhere: own ones that were not read as
// pages, addresses of the sitemap, a few that lead outside. Bounded, whatever the pages hold.

#include <functional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "crawler/task.h"
#include "site/page.h"
#include "site/sitemap.h"

namespace touchstone {

class LinkChecks {
 public:
  using IsOwn = std::function<bool(const Url&)>;

  // Remembers the own links of a page that was read: those of its frame weigh more than those of
  // its text. Gives its links outside, one a host, at most 20 in all.
  std::vector<Task> of_page(const Page& page, const Task& read, const IsOwn& is_own);

  // One more own link, named by something else than a page's link: "canonical", "start".
  void add(const Url& url, const std::string& note, const Url& found_on);

  // Remembers some of the addresses at equal distances.
  void add(const Sitemap& sitemap, const IsOwn& is_own);

  // Those not asked for so far, what matters most first, at most so many.
  std::vector<Task> tasks(const IsOwn& was_asked, std::size_t most);

 private:
  struct Candidate {
    Url url, found_on;
    std::string note;
    int weight = 0;
  };
  void add(Candidate candidate);

  std::vector<Candidate> inside_;
  std::unordered_set<std::string> known_;
  std::set<std::string> hosts_;  // outside
  std::vector<Url> of_sitemaps_;
  int outside_ = 0;
};

}  // namespace touchstone
