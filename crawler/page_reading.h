#pragma once

// An answer on its way, read piece by piece: what it tells of itself, what it leads to.

#include <optional>
#include <string>
#include <string_view>

#include "crawler/page_question.h"
#include "site/page_scanner.h"

namespace touchstone {

class PageReading {
 public:
  static constexpr std::size_t most_bytes = PageScanner::most_bytes;
  // A file that is no page is read so far, so that its connection stays usable where it is small.
  static constexpr std::size_t most_of_a_file = 64 * 1024;

  // `hop`: the head of the answer. `part`: the first piece of its body.
  PageReading(const Hop& hop, std::string_view part);

  bool take(std::string_view part);  // false: the rest is not wanted
  void finish(PageAnswer& answer, const OwnHosts& own);

 private:
  std::optional<PageScanner> scanner_;  // absent: no page
  std::size_t taken_ = 0;
};

}  // namespace touchstone
