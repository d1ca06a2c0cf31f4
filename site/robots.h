#pragma once

// robots.txt by RFC 9309, read as leniently as Google's crawler reads it: frequent typing errors of
// directives, a missing colon, a damaged byte order mark, CR, LF or both as line ends.
//
//   auto robots = Robots::parse(body);
//   if (robots.allows("touchstone", url)) ...
//
// A plain value; reading is safe from several threads. What a robots.txt that could not be fetched
// means (RFC 9309 section 2.3.1) is the crawl's business: parse("") allows everything.

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/url.h"

namespace touchstone {

class Robots {
 public:
  // Only the first 500 KiB are read (section 2.5). Never fails.
  static Robots parse(std::string_view text);

  // Whether `agent`, a product token without version ("touchstone"), may ask for the address. The
  // agent's own groups decide where there are any, else those of "*" (section 2.2.1); in them the
  // longest pattern, and allow where two are equally long (section 2.2.2).
  bool allows(std::string_view agent, const Url& url) const;
  // The same for path, parameters and query as they stand in an address: "/a?b".
  bool allows_path(std::string_view agent, std::string_view path) const;

  // Crawl-delay of the agent's groups, else of "*"; the last one where several stand. Absent when
  // there is none or it is no number. It is no part of the RFC.
  std::optional<std::chrono::milliseconds> crawl_delay(std::string_view agent) const;

  // Values of Sitemap lines as written, in order, at most 1,000.
  const std::vector<std::string>& sitemaps() const { return sitemaps_; }

  // Lines that are user-agent, allow, disallow or sitemap; and lines of another name.
  int valid_directives() const { return valid_; }
  int unknown_directives() const { return unknown_; }
  int last_directive_line() const { return last_line_; }  // from 1; 0: none
  bool truncated() const { return truncated_; }           // more than 500 KiB

 private:
  struct Rule {
    bool allow = false;
    std::string pattern;  // percent-encoding normalised
    bool operator==(const Rule&) const = default;
  };
  struct Group {
    std::vector<std::string> agents;  // lower-case product tokens; "*" for everybody
    std::vector<Rule> rules;          // the longest first; allow first where equally long
    bool names(std::string_view lower_case_agent) const;
  };
  struct Delay {
    std::size_t group = 0, begin = 0, end = 0;  // holds for these of the group's agents
    std::chrono::milliseconds pause{};
  };
  friend class RobotsReader;

  std::vector<Group> groups_;
  std::vector<Delay> delays_;
  std::vector<std::string> sitemaps_;
  int valid_ = 0, unknown_ = 0, last_line_ = 0;
  bool truncated_ = false;
};

// Path, parameters and query of an address in any form, begun with "/": what rules are held
// against. "example.com/a?b#c" -> "/a?b"; "" -> "/".
std::string robots_path(std::string_view address);

// A product token as RFC 9309 section 2.2.1 allows it: letters, "_" and "-".
bool is_product_token(std::string_view text);

// A rule's value in one form: hex digits upper case, bytes over 127 percent-encoded, stars in a row
// one star, which means the same and costs a hostile file's reader nothing.
std::string normalise_pattern(std::string_view pattern);

}  // namespace touchstone
