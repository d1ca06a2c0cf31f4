#pragma once

// What a deep crawl of a whole site found, in bounded size: Recording::deep. Counts are of the
// whole crawl, lists hold at most `most_listed` entries, the worst first. A value.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "site/fetch.h"

namespace touchstone {

struct DeepSummary {
  static constexpr std::size_t most_listed = 50;

  struct Status {
    int status = 0;  // final one after redirects; 0: no answer
    std::int64_t addresses = 0;
  };
  // An own address that pages link to and that leads nowhere: 404, 410, another 5xx than 503 or no
  // connection, at two looks.
  struct BrokenLink {
    std::string url;
    int status = 0;          // 0: no answer
    std::string fault;       // why there was none, as to_string(Fault) says it; else empty
    std::int64_t pages = 0;  // that link to it
    std::string found_on;    // one of them, the nearest to home
  };
  // A text that several pages share.
  struct Repeated {
    std::string text;  // a title or a description; of duplicate pages: empty
    std::int64_t pages = 0;
    std::vector<std::string> examples;  // at most three addresses
  };
  struct LanguageCount {
    std::string language;  // "ru"; "" for undetermined
    std::int64_t pages = 0;
  };
  struct DepthCount {
    int depth = 0;  // clicks from home; -1: no link led there (sitemap alone)
    std::int64_t pages = 0;
  };
  struct LeftOver {
    std::string sign, url;
  };

  std::int64_t pages = 0;        // HTML pages read (status 200)
  std::int64_t addresses = 0;    // of the own site, asked
  bool complete = true;          // false: addresses were left unvisited (limit, time, interrupt)
  std::vector<Status> statuses;  // of own addresses, ascending

  std::int64_t broken_addresses = 0, links_checked = 0;  // distinct own targets of links
  std::vector<BrokenLink> broken;                        // most linked first
  std::int64_t server_errors = 0;                        // own addresses that answered 5xx but 503
  std::vector<BrokenLink> errors;

  // Of the indexable pages that are no duplicates by their canonical.
  std::int64_t titled = 0, untitled = 0, pages_with_repeated_title = 0;
  std::vector<Repeated> repeated_titles;  // most pages first
  std::vector<std::string> untitled_pages;
  std::int64_t described = 0, undescribed = 0, pages_with_repeated_description = 0;
  std::vector<Repeated> repeated_descriptions;

  std::int64_t duplicate_pages = 0;  // with the same text as a page before
  std::vector<Repeated> duplicates;
  std::int64_t noindex_pages = 0, canonical_elsewhere = 0;

  std::vector<LanguageCount> languages;  // commonest first
  std::int64_t undeclared_language = 0;  // pages without <html lang>

  std::int64_t dated_pages = 0;
  std::optional<Time> newest_date;  // the newest PageSummary::newest_date, not after the crawl
  std::string newest_page;

  std::vector<DepthCount> depths;  // ascending
  std::int64_t orphans = 0;        // in the sitemap, answered, and no link leads there

  std::int64_t images = 0, images_without_alt = 0;
  std::int64_t pages_without_h1 = 0, pages_with_several_h1 = 0;
  std::int64_t pages_with_insecure_files = 0;
  std::string insecure_page;  // one of them
  std::int64_t left_over_pages = 0;
  std::vector<LeftOver> left_overs;
};

}  // namespace touchstone
