#pragma once

// The cards of a page: people of a team, works of a portfolio. A card is a heading or name with the
// pictures, links and words up to the next one. Pure, safe from several threads; linear.

#include <string>
#include <vector>

#include "checks/class_page.h"

namespace touchstone {

struct Card {
  Element element;  // its heading or name
  std::string name;
  std::string text;                // what stands below the name, with it
  bool picture = false;            // it has one; before the name, where the page's cards begin so
  bool contact = false;            // a number, an address of mail or a messenger is linked
  std::vector<std::string> links;  // http addresses
};

// Every heading of the second to the sixth rank, and every link round a heading, in the content.
// At most 200.
std::vector<Card> work_cards(const ClassPage& found);

// Every name of a person that stands alone in its block, in the content. At most 200.
std::vector<Card> person_cards(const ClassPage& found);

// Two to four words that begin as names do; in alphabets without capitals two to four short words.
bool may_be_person(std::string_view text);

}  // namespace touchstone
