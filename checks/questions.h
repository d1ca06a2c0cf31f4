#pragma once

// The questions that a page answers: lines that end with a question mark, summaries, terms of
// definition lists, and what its structured data says (schema.org Question). Pure and safe from
// several threads; linear in the page.

#include <vector>

#include "checks/fact.h"
#include "site/page.h"

namespace touchstone {

struct Questions {
  int number = 0;
  std::vector<int> answers;  // characters of each answer that stands on the page, as met
  int leading_on = 0;        // questions that are links to other pages
  bool structured = false;   // told by structured data too
  Evidence first;            // the first question
};

Questions questions_on(const Page& page);

}  // namespace touchstone
