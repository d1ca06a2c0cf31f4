#pragma once

// Which of several kinds of things a text names, by an embedded list with a line "KIND: PHRASE;
// PHRASE; ..." for each. Safe from several threads; linear in the text.
//
//   static const PhraseGroups ways("checks/data/delivery-ways.txt");
//   ways.named_in(text);  // {"pick-up", "courier"}

#include <string>
#include <string_view>
#include <vector>

#include "checks/fact.h"
#include "site/page.h"
#include "site/phrase.h"

namespace touchstone {

class PhraseGroups {
 public:
  explicit PhraseGroups(std::string_view embedded_path);

  std::vector<std::string> named_in(std::string_view text) const;  // in the order of the list
  bool names(std::string_view kind, std::string_view text) const;

 private:
  struct Group {
    std::string kind;
    PhraseIndex phrases;
  };
  std::vector<Group> groups_;
};

// Says how many; too few are unknown where the page was not read in full.
void say_groups(Facts& facts, std::string_view name, const std::vector<std::string>& kinds,
                const Page& page);

}  // namespace touchstone
