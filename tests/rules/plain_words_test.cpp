// The first page of a report is for people who are no engineers.

#include <re2/re2.h>
#include <catch2/catch.hpp>

#include "rules/rulebook.h"

using namespace touchstone;

namespace {

// Words of the trade: protocols, formats, tags.
const RE2 jargon(
    R"((?:^|[^A-Za-z])(HTTP/\d|HTTPS?\b|DNS|TTFB|MX|SPF|DKIM|DMARC|BIMI|TLS|SSL|HTML|CSS|JSON|XML|SVG)"
    R"(|SMTP|CDN|URLs?|IPv6|ACME|WebP|AVIF|gzip|Brotli|viewport|href|mailto|aria|attribute|robots\.txt)"
    R"(|security\.txt|noindex|canonical|30[0-9]|JavaScript|Open Graph|og:|srcset|Content-Security)"
    R"(|hreflang|JSON-LD|sitemap|AAAA)(?:[^A-Za-z]|$)|<[a-z])");

bool plain(const std::string& text) {
  return !RE2::PartialMatch(text, jargon);
}

}  // namespace

TEST_CASE("what the first page says to do has no words of a trade") {
  for (const auto& rule : load_rulebook().touchpoints) {
    INFO(rule.id);
    CHECK(plain(rule.title));
    if (!rule.plain.empty()) {
      CHECK(plain(rule.plain));
      continue;
    }
    CHECK(plain(rule.remedy));
    for (const auto& component : rule.components) {
      INFO(component.id);
      CHECK(plain(component.fix));
    }
  }
}

TEST_CASE("every touchpoint knows what would make people remember it") {
  for (const auto& rule : load_rulebook().touchpoints) {
    INFO(rule.id);
    CHECK((!rule.chips.empty() || !rule.chip_ideas.empty()));
  }
}
