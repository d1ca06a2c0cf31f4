// Microseconds a page: the scanner beside the tree, in alternating rounds of the same run.
// scanner_bench [ROUNDS] [FILE.html ...]; without a file, a page of 31 KB.

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>

#include <fmt/format.h>

#include "site/document.h"
#include "site/html_tokens.h"
#include "site/page_scanner.h"

using namespace touchstone;

namespace {

// Some 60 links, head, navigation, paragraphs, a list and a footer, as ordinary pages have them.
std::string ordinary_page() {
  std::ostringstream page;
  page << "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Solar gardens "
          "&amp; "
          "windows</title><meta name=\"description\" content=\"What we offer\"><link "
          "rel=\"canonical\" "
          "href=\"/offers/12\"><link rel=\"stylesheet\" href=\"/a.css\"><script "
          "src=\"/a.js\"></script>"
          "</head><body><header><nav><ul>";
  const auto link = [&](int i) {
    page << "<a href=\"/offers/" << i << "/garden-window-" << i * 7919 % 1000
         << "/\" class=\"item\">Garden " << i << "</a>";
  };
  for (int i = 0; i < 12; ++i) {
    page << "<li class=\"menu-item\">";
    link(i);
    page << "</li>\n";
  }
  page << "</ul></nav></header><main><h1>Solar gardens</h1>\n";
  for (int i = 0; i < 48; ++i) {
    page << "<section class=\"card wide\"><h2 id=\"s" << i << "\">Quality " << i << "</h2><p>";
    for (int j = 0; j < 4; ++j) {
      page << "The company delivers the battery with a contract &mdash; and the charger "
           << i * 37 + j << " comes back in the morning, without an invoice. ";
    }
    page << "</p><img src=\"/img/" << i << ".jpg\" alt=\"Garden\" width=\"300\" height=\"200\">";
    link(100 + i);
    page << "</section>\n";
  }
  page
      << "</main><footer><form action=\"/search\"><input name=\"q\"></form></footer></body></html>";
  return page.str();
}

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

double microseconds(const std::function<void()>& work, int times) {
  const std::clock_t begun = std::clock();  // the processor's time: what others do is not ours
  for (int i = 0; i < times; ++i) work();
  return 1e6 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC / times;
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                   values.end());
  return values[values.size() / 2];
}

std::size_t scan(const Url& url, const std::string& html) {
  PageScanner scanner(url, "text/html; charset=utf-8");
  constexpr std::size_t piece = 16384;  // as the network hands it on
  for (std::size_t at = 0; at < html.size(); at += piece) {
    scanner.take(std::string_view(html).substr(at, piece));
  }
  return scanner.finish().links.size();
}

std::size_t count_tags(const std::string& html) {
  HtmlTokens tokens;
  HtmlToken token;
  std::size_t count = 0;
  tokens.add(html);
  while (tokens.next(token)) {
    if (token.kind != HtmlToken::Kind::start_tag) continue;
    ++count;
    if (token.tag == Tag::script) tokens.read_raw("script", HtmlTokens::Content::script);
  }
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 15;
  std::vector<std::string> pages;
  for (int i = 2; i < argc; ++i) pages.push_back(read_file(argv[i]));
  if (pages.empty()) pages.push_back(ordinary_page());
  std::size_t bytes = 0, found = 0;
  for (const auto& page : pages) bytes += page.size();
  const Url url = *Url::parse("https://www.example.com/offers/index.html");

  const auto each = [&](const std::function<void(const std::string&)>& use) {
    return [&, use] {
      for (const auto& page : pages) use(page);
    };
  };
  std::vector<double> scanner, tokens, tree;
  const int times = std::max(1, static_cast<int>(3'000'000 / bytes));
  for (int round = 0; round < rounds; ++round) {
    scanner.push_back(
        microseconds(each([&](const auto& page) { found += scan(url, page); }), times));
    tokens.push_back(
        microseconds(each([&](const auto& page) { found += count_tags(page); }), times));
    tree.push_back(microseconds(each([&](const auto& page) {
                                  found += std::holds_alternative<Document>(Document::parse(page));
                                }),
                                std::max(1, times / 20)));
  }
  const auto count = static_cast<double>(pages.size());
  const double base = median(scanner) / count;
  fmt::print("{} pages of {:.1f} KB, median of {} rounds ({} found)\n", pages.size(),
             static_cast<double>(bytes) / count / 1000, rounds, found);
  fmt::print("{:<34}{:>10}{:>10}\n", "", "us/page", "ratio");
  const auto row = [&](const char* name, const std::vector<double>& values) {
    fmt::print("{:<34}{:>10.1f}{:>10.2f}\n", name, median(values) / count,
               median(values) / count / base);
  };
  row("scanner, every fact (baseline)", scanner);
  row("tags and texts alone", tokens);
  row("tree (Gumbo, libxml2)", tree);
}
