#include "summary_differences.h"

#include <algorithm>
#include <map>

#include "site/page.h"
#include "site/page_places.h"
#include "site/page_scanner.h"
#include "site/page_text.h"
#include "site/text.h"

namespace touchstone {

namespace {

struct Marks {
  bool nofollow = true, hidden = true;
};
using Links = std::map<std::string, Marks>;

bool says_nofollow(const Link& link) {
  std::string rel = " " + link.rel + " ";
  std::transform(rel.begin(), rel.end(), rel.begin(), [](char c) {
    const bool gap = c == '\t' || c == '\n' || c == ',' || c == '\f' || c == '\r';
    return gap ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  return rel.find(" nofollow ") != std::string::npos;
}

Links links_of(const Page& page) {
  Links links;
  for (const Link& link : page.links()) {
    if (!link.url) continue;
    Marks& marks = links[link.url->without_fragment().href()];
    marks.nofollow = marks.nofollow && says_nofollow(link);
    marks.hidden = marks.hidden && link.hidden;
  }
  return links;
}

Links links_of(const PageSummary& summary) {
  Links links;
  for (const SummaryLink& link : summary.links) {
    links[std::string(summary.links.address(link))] = {link.nofollow, link.hidden};
  }
  return links;
}

// What only one of them has; where they differ in marks, both.
std::string beyond(const Links& links, const Links& others, bool Marks::*mark) {
  std::string told;
  for (const auto& [address, marks] : links) {
    const auto found = others.find(address);
    const bool same =
        mark ? found == others.end() || found->second.*mark == marks.*mark : found != others.end();
    if (!same) told += address + (mark ? (marks.*mark ? " yes" : " no") : "") + "\n";
  }
  return told;
}

std::int64_t characters(const std::string& text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

std::int64_t words(const std::string& text) {
  const auto gaps =
      std::count_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; });
  return text.empty() ? 0 : gaps + 1;
}

// Of the first one; empty where it does not show.
std::string shown_h1(const Document& document) {
  const auto h1 = document.first("//h1");
  if (!h1) return {};
  for (Element element = *h1; element; element = element.parent()) {
    if (hides_itself(element)) return {};
  }
  return collapse_spaces(visible_text(*h1));
}

class Comparison {
 public:
  void see(const char* what, const std::string& scanner, const std::string& tree) {
    const bool cut = scanner.size() + 8 > PageSummary::longest_text;
    if (cut ? !tree.starts_with(scanner) : scanner != tree)
      differences_.push_back({what, scanner, tree});
  }
  void see(const char* what, std::int64_t scanner, std::int64_t tree) {
    see(what, std::to_string(scanner), std::to_string(tree));
  }
  std::vector<Difference> take() { return std::move(differences_); }

 private:
  std::vector<Difference> differences_;
};

}  // namespace

PageSummary scan(const Fetch& fetch, std::size_t piece) {
  PageScanner scanner(fetch.answered(), fetch.headers().get("content-type").value_or(""), {1});
  std::string_view body = fetch.body;
  while (!body.empty()) {
    const auto size = std::min(piece, body.size());
    scanner.take(std::string(body.substr(0, size)));  // on its own: a view of it must not survive
    body.remove_prefix(size);
  }
  return scanner.finish();
}

std::vector<Difference> summary_differences(const Fetch& fetch) {
  const auto page = Page::read(fetch);
  if (!page || !page->document()) return {};
  const PageSummary summary = scan(fetch);
  const auto count = [&](const char* xpath) {
    return static_cast<std::int64_t>(page->document()->find(xpath).size());
  };
  Comparison comparison;
  const Links scanned = links_of(summary), built = links_of(*page);
  comparison.see("links", beyond(scanned, built, nullptr), beyond(built, scanned, nullptr));
  comparison.see("nofollow", beyond(scanned, built, &Marks::nofollow),
                 beyond(built, scanned, &Marks::nofollow));
  comparison.see("hidden links", beyond(scanned, built, &Marks::hidden),
                 beyond(built, scanned, &Marks::hidden));
  comparison.see("title", summary.title, page->title());
  comparison.see("declared language", summary.declared_language, page->declared_language());
  comparison.see("language", summary.language, page->language());
  comparison.see("text", summary.text_characters, characters(page->text()));
  comparison.see("words", summary.words, words(page->text()));
  comparison.see("h1 count", summary.h1_count, count("//h1"));
  comparison.see("h1", summary.h1, shown_h1(*page->document()));
  comparison.see("images", summary.images, count("//img"));
  comparison.see("images without alt", summary.images_without_alt, count("//img[not(@alt)]"));
  comparison.see("forms", summary.forms, count("//form"));
  comparison.see("description", summary.description,
                 collapse_spaces(page->meta("description").value_or("")));
  return comparison.take();
}

}  // namespace touchstone
