#pragma once

// Usual addresses of page classes that no link leads to: what was only
// guessed is not discoverable, and what was guessed in vain is more surely absent.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "crawler/task.h"
#include "site/sitemap.h"

namespace touchstone {

class Guesses {
 public:
  // A link promises the class: there is nothing to guess.
  void linked(const std::string& page_class) { linked_.insert(page_class); }

  // Addresses of the sitemap that are named like a page of a class.
  void take(const Sitemap& sitemap, const Url& home);

  // At most six for contact, two of any other class and twelve of them in all. Note: the class.
  std::vector<Task> tasks(const Url& home, const std::vector<std::string>& languages,
                          const std::string& extension) const;

 private:
  std::set<std::string> linked_;
  std::map<std::string, std::vector<Url>> of_sitemap_;  // by class
  std::size_t looked_at_ = 0;
};

}  // namespace touchstone
