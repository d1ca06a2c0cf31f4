#pragma once

// What a PDF file says of itself (ISO 32000-1), read without building its objects: strings are
// looked for in the file and in its packed streams. Bounded in time and memory against hostile
// files; linear. Pure, safe from several threads.

#include <optional>
#include <string>
#include <string_view>

namespace touchstone {

struct Pdf {
  std::optional<int> pages;          // absent: nothing readable says it
  std::optional<std::string> title;  // UTF-8; absent: none was seen
  std::string text;                  // what could be read of the words, in the order of the file
  int links = 0;                     // to addresses, mail or telephone
  bool encrypted = false;            // text and title cannot be read
};

// Absent when it is no PDF. `bytes` may be the beginning of a file alone.
std::optional<Pdf> read_pdf(std::string_view bytes);

}  // namespace touchstone
