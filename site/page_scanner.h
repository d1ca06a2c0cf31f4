#pragma once

// Reads a page while it arrives, without a tree: a PageSummary from its bytes, as the tree of
// site/page.h would say it. Memory is bounded, time is linear, the pieces may be cut anywhere.
//
//   PageScanner scanner(fetch.url, content_type);
//   scanner.take(piece);                       // as often as bytes come, content coding undone
//   PageSummary summary = scanner.finish();
//
// One thread at a time for each scanner.

#include <memory>
#include <string>
#include <string_view>

#include "site/page_summary.h"
#include "site/url.h"

namespace touchstone {

struct ScanOptions {
  // To recognise a language costs more than all else. A page that declares none is always looked
  // at; of those that do, one in this many, told by its text: PageSummary::language_checked.
  unsigned check_language_every = 32;
};

class PageScanner {
 public:
  // Bytes read of a page; the rest is let go.
  static constexpr std::size_t most_bytes = std::size_t{2} << 20;

  // `address`: where the page was found, after redirects. `content_type`: the header's value,
  // empty when absent; the bytes are taken for HTML whatever it says.
  PageScanner(Url address, std::string_view content_type, ScanOptions options = {});
  ~PageScanner();
  PageScanner(PageScanner&&) noexcept;
  PageScanner& operator=(PageScanner&&) noexcept;

  void take(std::string_view bytes);
  PageSummary finish();  // once; the scanner is used up

 private:
  class Reader;
  std::unique_ptr<Reader> reader_;
};

}  // namespace touchstone
