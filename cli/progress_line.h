#pragma once

// One line on standard error that says what is being done; only on a terminal.

#include <iosfwd>
#include <string>

#include "crawler/crawl.h"
#include "reports/phrases.h"

namespace touchstone {

// Of a crawl, in words: "reading https://example.com/kontakt".
Progress in_words(Progress reading, const Phrases& say);

class ProgressLine {
 public:
  ProgressLine(std::ostream& err, bool shown, int width)
      : err_(err), shown_(shown), width_(width) {}

  void show(const Progress& progress);
  void clear();

 private:
  std::ostream& err_;
  bool shown_;
  int width_;
};

}  // namespace touchstone
