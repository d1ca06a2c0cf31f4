// A made-up company of any size on loopback, the same on every machine: bench_site PAGES. Prints
// its address and serves it until standard input ends. Pages of some 30 KB with 60 links each, a
// missing one on every fiftieth; gzipped where the client takes it.

#include <zlib.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "crawler/local_server.h"

using namespace touchstone;

namespace {

constexpr int links_of_page = 60, children = 6;

// Numbers that look like chance and repeat: Knuth's multiplier of MMIX.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 2 + 1) {}
  std::size_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return (state_ >> 33) % limit;
  }

 private:
  std::uint64_t state_;
};

// Real texts have thousands of words; of few, every run of four was soon seen before.
std::string words(Chance& chance, int count) {
  static const std::vector<std::string> known{
      "bread",  "wheel",  "window", "garden", "morning", "service", "delivery", "order",
      "basket", "repair", "colour", "market", "family",  "winter",  "battery",  "invoice",
      "offer",  "master", "oven",   "street", "quality", "reason",  "contract", "answer"};
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += (i == 0 ? "" : " ") + known[chance.below(known.size())];
    if (i % 2 == 1) text += known[chance.below(known.size())];
  }
  return text;
}

std::string path_of(std::size_t page) {
  if (page == 0) return "/";
  if (page == 1) return "/contact/";
  if (page == 2) return "/about-us/";
  return fmt::format("/goods/{}.html", page);
}

std::string head_of(std::size_t page, const std::string& title) {
  return fmt::format(
      R"(<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{0} | Wheel &amp; Bread</title>
<meta name="viewport" content="width=device-width"><meta name="description" content="{0} and more, every day.">
<link rel="canonical" href="{1}"><link rel="icon" href="/favicon.ico"><link rel="manifest" href="/m.webmanifest">
<link rel="stylesheet" href="/base.css"><link rel="stylesheet" href="/theme.css"><script src="/app.js" defer></script></head>
<body><header><a href="/">Wheel and Bread</a> <nav><a href="/contact/">Contact</a> <a href="/about-us/">About us</a></nav></header>
<main><h1>{0}</h1>)",
      title, path_of(page));
}

std::string page_of(std::size_t page, std::size_t pages) {
  Chance chance(page);
  auto text = head_of(page, fmt::format("{} {}", words(chance, 3), page));
  const auto link = [&](std::size_t to) {
    text += fmt::format("<li><a href=\"{}\" class=\"link link-{}\">{}</a></li>\n", path_of(to),
                        to % 7, words(chance, 4));
  };
  text += "<ul>";
  for (std::size_t i = 1; i <= children; ++i)
    if (page * children + i < pages) link(page * children + i);
  for (int i = children; i < links_of_page; ++i) link(chance.below(pages));
  if (page % 50 == 49) text += fmt::format("<li><a href=\"/missing/{}\">Gone</a></li>", page);
  text += "</ul>";
  for (std::size_t i = 0; i < 4; ++i)
    text += fmt::format("<img src=\"/picture{}.png\" alt=\"{}\" width=\"40\" height=\"40\">",
                        (page + i) % 8, words(chance, 2));
  for (int i = 0; i < 34; ++i)
    text += fmt::format("\n<p class=\"text wide\"><span>{}</span>. <em>{}</em>.</p>",
                        words(chance, 70), words(chance, 8));
  return text +
         "</main><footer>Wheel and Bread Ltd, 1 Mill Street, Bristol BS1 1AA. <a "
         "href=\"tel:+441174960000\">0117 496 0000</a> <a "
         "href=\"mailto:hello@wheel.example\">hello@wheel.example</a></footer></body></html>";
}

std::string zipped(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string bytes(deflateBound(&stream, text.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  deflate(&stream, Z_FINISH);
  bytes.resize(stream.total_out);
  deflateEnd(&stream);
  return bytes;
}

struct Served {
  std::string plain, packed, type;
};

Served text_file(std::string text, std::string type) {
  auto packed = zipped(text);
  return {std::move(text), std::move(packed), std::move(type)};
}

std::string xml_of(std::size_t pages, const std::string& origin) {
  std::string text = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
  for (std::size_t i = 0; i < pages; ++i)
    text += "<url><loc>" + origin + path_of(i) + "</loc></url>";
  return text + "</urlset>";
}

class Company {
 public:
  explicit Company(std::size_t pages) {
    for (std::size_t i = 0; i < pages; ++i)
      pages_.push_back(text_file(page_of(i, pages), "text/html; charset=utf-8"));
    Chance chance(1);
    for (const auto* name : {"/base.css", "/theme.css"})
      files_[name] =
          text_file("body{color:#222;margin:0}/*" + words(chance, 900) + "*/", "text/css");
    files_["/app.js"] = text_file("// " + words(chance, 1'500), "text/javascript");
    files_["/m.webmanifest"] =
        text_file(R"({"name":"Wheel and Bread"})", "application/manifest+json");
    files_["/robots.txt"] = text_file("User-agent: *\nDisallow: /cart\n", "text/plain");
    files_["/favicon.ico"] = {
        std::string("\0\0\1\0\1\0", 6) + std::string(600, 'i'), {}, "image/x-icon"};
    for (int i = 0; i < 8; ++i)
      files_[fmt::format("/picture{}.png", i)] = {
          "\x89PNG\r\n\x1a\n" + std::string(20'000, 'p'), {}, "image/png"};
    missing_ =
        text_file("<!DOCTYPE html><title>Not found</title><h1>This page is gone</h1>", "text/html");
  }

  void name(const std::string& origin) {
    files_["/sitemap.xml"] =
        text_file(xml_of(std::min<std::size_t>(pages_.size(), 50'000), origin), "application/xml");
  }

  ServedAnswer answer(const ServedRequest& request) const {
    const auto target = request.target.substr(0, request.target.find('?'));
    const auto* found = find(target);
    const auto& file = found ? *found : missing_;
    ServedAnswer answer{.status = found ? 200 : 404, .headers = {{"Content-Type", file.type}}};
    const bool packs =
        !file.packed.empty() &&
        request.headers.get("accept-encoding").value_or("").find("gzip") != std::string::npos;
    if (packs) answer.headers.emplace_back("Content-Encoding", "gzip");
    answer.body = packs ? file.packed : file.plain;
    return answer;
  }

 private:
  const Served* find(const std::string& target) const {
    for (const std::size_t page : {0, 1, 2})
      if (target == path_of(page) && page < pages_.size()) return &pages_[page];
    if (target.starts_with("/goods/")) {
      const auto page = std::strtoull(target.c_str() + 7, nullptr, 10);
      return page > 2 && page < pages_.size() && target == path_of(page) ? &pages_[page] : nullptr;
    }
    const auto file = files_.find(target);
    return file == files_.end() ? nullptr : &file->second;
  }

  std::vector<Served> pages_;
  std::map<std::string, Served> files_;
  Served missing_;
};

}  // namespace

int main(int argc, char* argv[]) {
  Company company(argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000);
  LocalServer server([&](const ServedRequest& request) { return company.answer(request); });
  company.name(server.origin());
  std::cout << server.origin() << "/" << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
  }
}
