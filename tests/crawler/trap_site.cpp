#include "tests/crawler/trap_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "crawler/ascii.h"

namespace touchstone {
namespace {

// The same words for the same seed, on every machine.
std::string words(unsigned seed, int count) {
  constexpr std::string_view syllables[] = {"ka", "lo",  "mi", "ter", "ban", "sol", "ri",  "den",
                                            "fu", "gar", "ne", "pol", "vis", "tu",  "hem", "dra"};
  std::minstd_rand random(seed * 7919 + 1);
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += text.empty() ? "" : " ";
    for (auto left = 2 + random() % 2; left > 0; --left) text += syllables[random() % 16];
  }
  return text;
}

unsigned seed_of(const std::string& text) {
  unsigned seed = 5381;
  for (const char c : text) seed = seed * 33 + static_cast<unsigned char>(c);
  return seed;
}

std::string link(const std::string& href) {
  return "<li><a href=\"" + href + "\">more</a>";
}

ServedAnswer page(const std::string& title, const std::string& text, const std::string& links) {
  ServedAnswer answer;
  answer.headers = {{"Content-Type", "text/html; charset=utf-8"}};
  answer.body = "<!doctype html><html lang=en><title>" + title + "</title><h1>" + title +
                "</h1><p>" + text + "</p><ul>" + links + "</ul>";
  return answer;
}

ServedAnswer redirect(const std::string& target) {
  return {.status = 302, .headers = {{"Location", target}}};
}

std::string in_other_case(std::string text, unsigned seed) {
  std::minstd_rand random(seed);
  for (char& c : text)
    if (c >= 'a' && c <= 'z' && random() % 2) c = static_cast<char>(c - 32);
  return text;
}

std::string query_of(const std::string& target) {
  const auto mark = target.find('?');
  return mark == std::string::npos ? "" : target.substr(mark + 1);
}

std::string real_path(int number) {
  if (number == 0) return "/";
  return fmt::format("/guide/{}-{}", words(static_cast<unsigned>(number), 1), number);
}

constexpr const char* colours[] = {"red", "green", "blue", "white", "black", "grey"};

}  // namespace

std::vector<std::string> TrapSite::traps() {
  return {"a calendar without end",
          "a shop with filters",
          "a new session id in every link",
          "parameters that grow by amp;",
          "folders that mirror themselves",
          "thousands of tags on one page",
          "lists in a new order at every look",
          "a tree of pages that are not there",
          "redirects whose parameter changes",
          "relative links that grow",
          "subdomains without end",
          "parameters in every order",
          "names in every case",
          "with and without a slash at the end",
          "tracking parameters",
          "a version of every page to print",
          "languages times currencies"};
}

TrapSite::TrapSite(const std::string& trap, int real_pages)
    : trap_(trap), real_pages_(real_pages) {}

LocalServer::Handler TrapSite::handler() const {
  return [this](const ServedRequest& request) { return answer(request); };
}

int TrapSite::number_of(const std::string& target) const {
  std::string path = ascii_lower(target.substr(0, target.find('?')));
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  for (int i = 0; i < real_pages_; ++i)
    if (path == real_path(i)) return i;
  return -1;
}

std::string TrapSite::real_link(int number, const std::string& target) const {
  const auto seed = seed_of(target) + static_cast<unsigned>(number);
  const std::string path = real_path(number);
  if (trap_ == "a new session id in every link")
    return path + fmt::format("?sid={:08x}{:08x}", seed * 2654435761u, seed);
  if (trap_ == "tracking parameters")
    return path + fmt::format("?utm_source=page{}&fbclid=x{}", seed % 997, seed);
  if (trap_ == "names in every case") return in_other_case(path, seed);
  if (trap_ == "with and without a slash at the end" && seed % 2) return path + "/";
  return path;
}

// A tree of ten links a page, each page a text of its own, and a way into the trap.
ServedAnswer TrapSite::real(int number, const std::string& target) const {
  std::string links;
  for (int i = number * 10 + 1; i <= number * 10 + 10 && i < real_pages_; ++i)
    links += link(real_link(i, target));
  for (int i = 0; i < 3; ++i) links += link(real_link((number * 7 + i * 13) % real_pages_, target));
  const std::string own = real_link(number, "");
  if (trap_ == "a version of every page to print") {
    links += link(own + "?print=1") + link("/print" + own) + link(own + "?format=pdf");
  } else if (trap_ == "languages times currencies") {
    for (const char* language : {"de", "fr", "it", "es", "pl", "cs"})
      for (const char* currency : {"EUR", "USD", "GBP", "CZK", "PLN"})
        links += link(fmt::format("{}?lang={}&currency={}", own, language, currency));
  } else if (trap_ == "parameters in every order") {
    std::vector<std::string> parts{"a=1", "b=2", "c=3", "d=4"};
    for (int i = 0; i < 24; ++i, std::next_permutation(parts.begin(), parts.end()))
      links += link(fmt::format("/search?{}&{}&{}&{}", parts[0], parts[1], parts[2], parts[3]));
  } else {
    links += link("/trap/");
  }
  const auto seed = static_cast<unsigned>(number);
  return page(words(seed + 5'000, 4), words(seed + 10'000, 60), links);
}

ServedAnswer TrapSite::trap(const std::string& path, const std::string& query) const {
  const auto seed = seed_of(path + query);
  std::string links = link("/"), title = "Nothing here";
  std::string text = "There are no entries here at present, please come back later";
  const auto number = [&](const char* name, int otherwise) {
    const auto at = query.find(std::string(name) + "=");
    return at == std::string::npos ? otherwise
                                   : std::atoi(query.c_str() + at + std::string(name).size() + 1);
  };
  if (trap_ == "a calendar without end") {
    int year = 2026, month = 1;
    std::sscanf(path.c_str(), "/trap/%d/%d", &year, &month);
    for (const int by : {-12, -1, 1, 12}) {
      const int months = year * 12 + month - 1 + by;
      links += link(fmt::format("/trap/{}/{:02}", months / 12, months % 12 + 1));
    }
    for (int day = 1; day <= 28; ++day)
      links += link(fmt::format("/trap/{}/{:02}/{:02}", year, month, day));
    title = fmt::format("Events of {} {}", month, year);
  } else if (trap_ == "a shop with filters") {
    for (const char* name : {"colour", "size", "brand", "price", "sort"})
      for (const char* value : colours)
        if (query.find(name) == std::string::npos)
          links += link("/trap/?" + (query.empty() ? "" : query + "&") + name + "=" + value);
    title = "Goods " + query;
  } else if (trap_ == "parameters that grow by amp;") {
    links += link("/trap/?x=1&amp;amp;" + (query.empty() ? "y=2" : query) + "&amp;amp;z=3");
    links += link("/trap/?" + query + "&amp;amp;amp;y=2");
  } else if (trap_ == "folders that mirror themselves") {
    links += link("a/") + link("b/") + link("../b/");
  } else if (trap_ == "thousands of tags on one page") {
    for (unsigned i = 0; i < 3'000 && path == "/trap/"; ++i)
      links += link("/trap/" + words(i, 2).replace(words(i, 1).size(), 1, "-"));
    title = "All about " + path;
  } else if (trap_ == "lists in a new order at every look") {
    for (unsigned i = 0; i < 8; ++i)
      links += link(fmt::format("/trap/?page={}", (seed + i * 7919) % 100'000));
    text = words(seed % 50, 3) + ". " + words((seed / 50) % 50, 3) + ". " +
           words((seed / 2'500) % 50, 3);
  } else if (trap_ == "a tree of pages that are not there") {
    for (unsigned i = 0; i < 5; ++i)
      links += link("/trap/" + words(seed + i, 1) + "/" + words(seed + i + 9, 1) + ".html");
  } else if (trap_ == "redirects whose parameter changes") {
    if (!query.empty()) return redirect(fmt::format("/trap/?n={}", number("n", 0) + 1));
    for (int i = 0; i < 20; ++i) links += link(fmt::format("/trap/?n={}", i * 1'000));
  } else if (trap_ == "relative links that grow") {
    links += link("trap/more") + link("news/") + link("./trap/./more/") +
             link("?again=" + std::to_string(path.size()));
  } else if (trap_ == "subdomains without end") {
    for (unsigned i = 0; i < 20; ++i)
      links += link(fmt::format("http://s{}.localhost:9/", seed + i));
  }
  return page(title, text, links);
}

ServedAnswer TrapSite::answer(const ServedRequest& request) const {
  const std::string path = request.target.substr(0, request.target.find('?'));
  if (path == "/robots.txt" || path == "/sitemap.xml") return {.status = 404};
  const int number = number_of(request.target);
  if (number >= 0) return real(number, request.target);
  if (path.starts_with("/print/"))
    return real(std::max(0, number_of(path.substr(6))), request.target);
  if (path.starts_with("/trap/")) return trap(path, query_of(request.target));
  if (path == "/search") return page("Search", "Nothing was found", link("/"));
  return {.status = 404};
}

int TrapSite::reached(const std::vector<ServedRequest>& log, std::size_t most) const {
  std::set<int> met;
  for (std::size_t i = 0; i < std::min(most, log.size()); ++i)
    if (const int number = number_of(log[i].target); number >= 0) met.insert(number);
  return static_cast<int>(met.size());
}

}  // namespace touchstone
