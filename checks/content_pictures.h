#pragma once

// The pictures of a page's content: photos and drawings, not what frames every page, no icons.
// Pure, safe from several threads; linear in the page.

#include <string>
#include <vector>

#include "checks/class_page.h"

namespace touchstone {

struct ContentPicture {
  Element element;
  std::string address;  // resolved; of one that is loaded late too
  std::string words;    // folded: its description, its address, the classes round it
};

// At most 300, each address once.
std::vector<ContentPicture> content_pictures(const Page& page, const Element& root);

}  // namespace touchstone
