#pragma once

// How many pages of a sample show something that every page should.
//
//   SampleShare share;
//   for (const Page* page : site.sample()) share.see(*page, has_menu(*page));
//   share.say(facts, "menu");

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/fact.h"
#include "site/page.h"

namespace touchstone {

class SampleShare {
 public:
  // A page that could not be read in full counts only when it shows the thing.
  void see(const Page& page, bool shows, std::string_view place = {});

  int pages() const { return pages_; }
  int percent() const;  // 0 without pages

  // The percentage, with the pages that lack the thing as evidence; unknown when no page counts.
  // Several pages that lack it are as many looks that agree.
  void say(Facts& facts, std::string_view name) const;

 private:
  int pages_ = 0, showing_ = 0;
  std::optional<Reason> unseen_;
  std::vector<Evidence> lacking_;
};

}  // namespace touchstone
