// What each parser costs beside the least that it could cost: bench_parsers PAGE SITEMAP ROBOTS,
// files of the made-up company (bench_site). Medians of alternating runs, one line a parser.

#include <curl/curl.h>
#include <gumbo.h>
#include <libxml/parser.h>
#include <unicode/ucnv.h>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>
#include <vector>

#include "site/charset.h"
#include "site/page.h"
#include "site/page_scanner.h"
#include "site/robots.h"
#include "site/sitemap.h"

using namespace touchstone;

namespace {

using Run = std::function<std::size_t()>;  // what it gives is summed, so that it is really done

std::size_t sum = 0;

double microseconds(const Run& run) {
  using Clock = std::chrono::steady_clock;
  int runs = 0;
  const auto began = Clock::now();
  auto took = Clock::duration::zero();
  while (runs < 3 || took < std::chrono::milliseconds(20)) {
    sum += run();
    ++runs;
    took = Clock::now() - began;
  }
  return std::chrono::duration<double, std::micro>(took).count() / runs;
}

double median(std::vector<double> times) {
  std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2),
                   times.end());
  return times[times.size() / 2];
}

void compare(const std::string& what, std::size_t bytes, const Run& ours, const std::string& beside,
             const Run& baseline) {
  std::vector<double> own, other;
  for (int round = 0; round < 9; ++round) {
    own.push_back(microseconds(ours));
    other.push_back(microseconds(baseline));
  }
  fmt::print("{:<42} {:>9.1f} us {:>9.1f} us {:>7.2f}  {}\n",
             fmt::format("{}, {} KiB", what, (bytes + 512) / 1'024), median(own), median(other),
             median(own) / median(other), beside);
}

std::string bytes_of(const char* path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return std::move(bytes).str();
}

std::size_t count(const std::string& bytes, int sign) {
  std::size_t found = 0;
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  while ((at = static_cast<const char*>(memchr(at, sign, static_cast<std::size_t>(end - at))))) {
    ++found;
    ++at;
  }
  return found;
}

std::size_t resolved_by_libcurl(const std::vector<std::string>& references) {
  std::size_t bytes = 0;
  for (const auto& reference : references) {
    CURLU* url = curl_url();
    char* href = nullptr;
    curl_url_set(url, CURLUPART_URL, "https://firm.example/a/b?c", 0);
    curl_url_set(url, CURLUPART_URL, reference.c_str(), 0);
    if (curl_url_get(url, CURLUPART_URL, &href, 0) == CURLUE_OK) bytes += strlen(href);
    curl_free(href);
    curl_url_cleanup(url);
  }
  return bytes;
}

std::size_t tree_of_gumbo(const std::string& html) {
  GumboOutput* tree = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
  const std::size_t children = tree->document->v.document.children.length;
  gumbo_destroy_output(&kGumboDefaultOptions, tree);
  return children;
}

std::size_t read_by_libxml(const std::string& xml) {
  xmlSAXHandler handler{};
  return static_cast<std::size_t>(
      1 + xmlSAXUserParseMemory(&handler, nullptr, xml.data(), static_cast<int>(xml.size())));
}

std::size_t decoded_by_icu(const std::string& bytes) {
  std::string text(bytes.size() * 3, '\0');
  UErrorCode error = U_ZERO_ERROR;
  return static_cast<std::size_t>(ucnv_convert("UTF-8", "windows-1251", text.data(),
                                               static_cast<std::int32_t>(text.size()), bytes.data(),
                                               static_cast<std::int32_t>(bytes.size()), &error));
}

}  // namespace

int main(int argc, char* argv[]) {
  if (argc != 4) return 2;
  const std::string page = bytes_of(argv[1]), sitemap = bytes_of(argv[2]),
                    robots = bytes_of(argv[3]);
  const Url base = *Url::parse("https://firm.example/a/b?c");
  Hop hop{base, 200, {}, {}, "2", {}, {}};
  hop.headers.add("content-type", "text/html; charset=utf-8");
  const Fetch fetch{.asked = base, .hops = {hop}, .body = page, .fault = {}};
  std::vector<std::string> references;
  const auto read = Page::read(fetch);
  if (!read) return 1;
  for (const auto& link : read->links()) references.push_back(link.href);
  std::string many_rules = robots;
  for (int i = 0; i < 200; ++i) many_rules += fmt::format("Disallow: /*/{}/*.pdf$\n", i);
  std::string cyrillic;
  for (std::size_t i = 0; i < page.size(); ++i) cyrillic += static_cast<char>(0xc0 + i % 64);

  compare(
      fmt::format("addresses of a page ({})", references.size()), 2'048,
      [&] {
        std::size_t bytes = 0;
        for (const auto& reference : references)
          if (const auto url = base.resolve(reference)) bytes += url->href().size();
        return bytes;
      },
      "libcurl's URL API", [&] { return resolved_by_libcurl(references); });
  compare(
      "robots.txt and one address", many_rules.size(),
      [&] { return std::size_t(Robots::parse(many_rules).allows("touchstone", base)); },
      "memchr for its lines", [&] { return count(many_rules, '\n'); });
  compare(
      "sitemap", sitemap.size(), [&] { return read_sitemap(sitemap, base).locations.size(); },
      "libxml2's SAX parser alone", [&] { return read_by_libxml(sitemap); });
  compare(
      "page as a tree, all that is read of it", page.size(),
      [&] { return Page::read(fetch)->links().size(); }, "Gumbo alone",
      [&] { return tree_of_gumbo(page); });
  compare(
      "page scanned for its summary", page.size(),
      [&] {
        PageScanner scanner(base, "text/html; charset=utf-8");
        scanner.take(page);
        return scanner.finish().links.size();
      },
      "memchr for \"<\"", [&] { return count(page, '<'); });
  compare(
      "windows-1251 to UTF-8", cyrillic.size(),
      [&] { return to_utf8(cyrillic, "windows-1251").size(); }, "ICU's converter alone",
      [&] { return decoded_by_icu(cyrillic); });
  return sum == 0 ? 1 : 0;
}
