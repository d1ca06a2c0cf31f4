// A page read while it arrives: the first byte says how it is cut, the cut changes nothing.

#include "site/page_scanner.h"

#include <tuple>

#include "site/charset.h"
#include "tests/fuzz/fuzz.h"

namespace touchstone {
namespace {

using fuzz::hold;

auto facts_of(const PageSummary& page) {
  return std::tie(page.links.addresses, page.title, page.description, page.h1, page.generator,
                  page.canonical, page.robots, page.noindex, page.declared_language, page.language,
                  page.h1_count, page.text_characters, page.words, page.text_hash, page.modified,
                  page.newest_date, page.images, page.images_without_alt, page.forms,
                  page.phone_links, page.mail_links, page.insecure_files, page.left_over,
                  page.charset, page.truncated);
}

}  // namespace
}  // namespace touchstone

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  const auto text = fuzz::text_of(bytes, size);
  const auto step = text.empty() ? std::size_t{1} : std::size_t{1} + bytes[0];
  const auto page = text.substr(text.empty() ? 0 : 1);
  const auto address = *Url::parse("https://firm.example/a/b");
  PageScanner whole(address, "text/html"), cut(address, "text/html");
  whole.take(page);
  for (std::size_t at = 0; at < page.size(); at += step) cut.take(page.substr(at, step));
  const auto summary = whole.finish(), pieces = cut.finish();
  hold(facts_of(summary) == facts_of(pieces), "pieces say what the whole says");
  hold(summary.links.size() <= SummaryLinks::most, "links are bounded");
  for (const auto& link : summary.links) {
    const auto href = summary.links.address(link);
    const auto url = Url::parse(href);
    hold(url && url->href() == href, "a link's text is its address");
  }
  for (const auto* words : {&summary.title, &summary.description, &summary.h1, &summary.generator,
                            &summary.left_over}) {
    hold(words->size() <= PageSummary::longest_text, "texts are bounded");
    hold(is_valid_utf8(*words), "texts are UTF-8");
  }
  hold(summary.words <= summary.text_characters, "a word has a letter");
  return 0;
}
