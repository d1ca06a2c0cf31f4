#pragma once

// A paper to work with: headings, lists, tables and room to write; printed, or edited as Markdown.

#include <string>
#include <vector>

#include "reports/phrases.h"

namespace touchstone {

struct HandoutPart {
  std::string heading, text;
  std::vector<std::string> items;               // a list
  std::vector<std::vector<std::string>> table;  // the first row names the columns; may be empty
  int room = 0;                                 // empty fields to write in, below all else
};

struct Handout {
  std::string title;
  std::vector<HandoutPart> parts;
};

std::string handout_markdown(const Handout& handout);
// One file that prints well: dotted fields to write in.
std::string handout_html(const Handout& handout, const Phrases& say);

}  // namespace touchstone
