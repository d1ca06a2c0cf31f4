#pragma once

// Links that open a talk in a messenger, and those that were meant to. Pure, safe from several
// threads; linear in the link.

#include <optional>
#include <string>

#include "site/page.h"

namespace touchstone {

struct MessengerLink {
  enum class Kind {
    chat,    // with the company
    group,   // a group or channel: nobody answers there in person
    broken,  // meant to open a chat: no number or no name, blanks, no country code
  };
  std::string network;  // "whatsapp"
  Kind kind = Kind::chat;
  bool prefilled = false;  // a first message is written beforehand
};

// Absent for every other link; buttons to share a page are no talk with the company.
std::optional<MessengerLink> messenger_link(const Link& link);

// The network whose form of link this is (checks/data/messengers.txt), groups too; mostly empty.
std::string messenger_of(const Link& link);

}  // namespace touchstone
