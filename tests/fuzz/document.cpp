// A page from its bytes to what the crawler reads in it.

#include "crawler/discovery.h"
#include "crawler/evidence.h"
#include "site/challenge.h"
#include "site/language_tag.h"
#include "site/obstacle.h"
#include "site/page.h"
#include "tests/fuzz/fuzz.h"

namespace touchstone {
namespace {

using fuzz::hold;

Fetch page_of(std::string_view html) {
  const auto url = *Url::parse("https://firm.example/");
  Hop hop{.url = url,
          .status = 200,
          .headers = {},
          .timing = {},
          .http_version = "1.1",
          .address = {},
          .certificate = {}};
  hop.headers.add("content-type", "text/html");
  Fetch fetch{.asked = url, .hops = {hop}, .body = std::string(html), .fault = {}};
  return fetch;
}

// Names such as "o:p" and "a<b" stand in pages, and no XPath can say them.
bool can_be_asked_for(const Element& element) {
  for (Element at = element; at; at = at.parent())
    for (const char c : at.name())
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) return false;
  return true;
}

void hold_tree(const Document& document) {
  const auto all = document.find("//*");
  if (all.empty() || !can_be_asked_for(all.back())) return;
  hold(all.front() == document.root(), "the root stands first");
  const auto found = document.find(all.back().path());
  hold(found.size() == 1 && found.front() == all.back(), "a path leads to its element");
}

}  // namespace
}  // namespace touchstone

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  const auto fetch = page_of(fuzz::text_of(bytes, size));
  const auto page = Page::read(fetch);
  if (!page) return 0;
  if (page->document()) hold_tree(*page->document());
  hold(page->text().size() <= 3 * page->html().size() + 16, "visible text is no more than source");
  for (const auto& link : page->links())
    if (link.url) hold(Url::parse(link.url->href()) == link.url, "a link's text is its address");
  obstacle_on(*page);
  read_language_tag(page->declared_language());
  hold(icons_of(*page).size() <= 12, "icons are bounded");
  manifest_of(*page);
  resources_of(*page, true);
  hold(mail_domains_of(*page).size() <= 10, "mail domains are bounded");
  LinkReader().read(*page, page->url());
  canonical_of(*page);
  versions_of(*page);
  feeds_of(*page);
  return 0;
}
