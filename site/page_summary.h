#pragma once

// What a deep crawl keeps of a page: its links and facts, read in one pass over its bytes without a
// tree (site/page_scanner.h). A value; nothing in it is longer than told here.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/fetch.h"

namespace touchstone {

// One address that <a href> or <area href> leads to; each address stands once.
struct SummaryLink {
  std::uint32_t begin = 0, size = 0;  // its place in SummaryLinks::addresses
  bool nofollow = false;              // every link there says rel="nofollow"
  bool same_origin = false;           // scheme, host and port are those of the page
  bool hidden = false;                // every link there is in a part that does not show
};

// In the order of the page. Absolute http(s) addresses as Url::href() gives them, without fragment;
// tel:, mailto:, javascript:, "#" alone and what is no address are not among them.
//
//   for (const SummaryLink& link : summary.links) visit(summary.links.address(link));
struct SummaryLinks {
  static constexpr std::size_t most = 10'000;

  std::string addresses;
  std::vector<SummaryLink> list;
  bool more = false;  // the page has links beyond `most`

  std::string_view address(const SummaryLink& link) const {
    return std::string_view(addresses).substr(link.begin, link.size);
  }
  auto begin() const { return list.begin(); }
  auto end() const { return list.end(); }
  std::size_t size() const { return list.size(); }
};

struct PageSummary {
  static constexpr std::size_t longest_text = 4000;  // bytes of title, description, h1 ...

  SummaryLinks links;

  // Texts: valid UTF-8, references decoded, spaces collapsed; empty where there is none.
  std::string title, description, h1, generator;
  bool has_title = false, has_description = false;  // there is one, be it empty
  std::optional<std::string> canonical;             // <link rel=canonical>, resolved; the first
  std::string robots;                               // <meta name=robots>, lower case; the first
  bool noindex = false, nofollow = false;           // by any <meta name=robots>

  std::string declared_language;  // <html lang> as written
  // "ru"; "" when undetermined (site/page_language.h). Where it was not checked against the text,
  // it is the declared one.
  std::string language;
  bool language_checked = false;

  int h1_count = 0;
  std::int64_t text_characters = 0;  // of the visible text, spaces collapsed
  std::int64_t words = 0;            // of it: runs between spaces
  std::uint64_t text_hash = 0;       // of it: equal texts, equal hashes; 0 for no text

  std::vector<std::uint32_t> text_samples;  // of its runs of words: site/text_sketch.h

  // Dates that the markup names: of the page's last change (article:modified_time,
  // og:updated_time, JSON-LD dateModified; the newest), and the newest of these and of when it was
  // published (article:published_time, JSON-LD datePublished). Customers' reviews and <time>, which
  // may be one, are left out; the newest <time datetime> stands for itself.
  std::optional<Time> modified, newest_date, newest_time;

  int images = 0, images_without_alt = 0;  // <img>; without the attribute
  int forms = 0;
  int phone_links = 0, mail_links = 0;  // tel: and mailto:
  int insecure_files = 0;               // files that an https page loads over http
  std::string left_over;                // a sign of unfinished text: "lorem ipsum"; mostly empty

  std::string charset;     // its WHATWG name
  bool truncated = false;  // only the first 2 MiB were read
};

}  // namespace touchstone
