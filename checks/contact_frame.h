#pragma once

// The ways to reach a company that stand in the frame of its pages: header, navigation, footer.

#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "checks/presence.h"
#include "site/site.h"

namespace touchstone {

// Each way once, in their order.
struct ContactFrame {
  std::vector<std::string> ways;
  bool in_header = false;
};

// Ask for the start page first: where its header stands, other pages without landmarks have theirs.
// Valid as long as the site and what is present on it live.
class ContactFrames {
 public:
  ContactFrames(const Site& site, const Presence& presence);
  ContactFrame of(const Page& page);

 private:
  const Site& site_;
  std::unordered_set<std::string> messengers_;
  std::vector<std::string> written_;
  std::set<std::string> header_places_;
};

}  // namespace touchstone
