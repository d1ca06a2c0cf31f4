#pragma once

// The class scores of all pages of a site, computed once.

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "site/site.h"

namespace touchstone {

struct PageClasses {
  std::unordered_map<const Page*, std::vector<std::string>> classes;  // the main one first
  std::map<std::string, const Page*, std::less<>> page_of_class;      // where there is one
};

PageClasses class_pages(const Site& site);

}  // namespace touchstone
