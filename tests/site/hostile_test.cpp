// Pages made to keep a reader busy. Their bounds hold by construction; what is checked is that they
// end, and how.

#include <catch2/catch.hpp>

#include "site/page_class.h"
#include "site/site.h"

using namespace touchstone;

namespace {

std::string repeated(const std::string& text, std::size_t bytes) {
  std::string all;
  all.reserve(bytes + text.size());
  while (all.size() < bytes) all += text;
  return all;
}

Site site_of(const std::string& body) {
  const Url url = *Url::parse("https://www.example.com/");
  Recording recording{.asked = url, .visits = {}, .dns = {}, .notes = {}, .seed = {}};
  Fetch fetch{url, "GET", {}, {}, false, 0, {}, 1, {}};
  Hop hop{url, 200, {}, {}, {}, {}, {}};
  hop.headers.add("content-type", "text/html");
  fetch.hops.push_back(hop);
  fetch.body = body;
  recording.visits.push_back({Role::home, fetch, 0, std::nullopt, ""});
  return Site(std::move(recording));
}

constexpr std::size_t much = 1 << 20;

}  // namespace

TEST_CASE("a page of links alone is read up to a limit") {
  const Site site = site_of(repeated("<a href=x></a>", much));
  CHECK(site.home()->links().size() == 20'000);
  CHECK_FALSE(contact_section(site));
}

TEST_CASE("many would-be contact sections deep in a page end the search") {
  const Site site = site_of(repeated("<div>", 2'000) + repeated("<p id=contact><i></i>", much / 4) +
                            repeated("<i></i>", much / 4));
  CHECK_FALSE(contact_section(site));
}

TEST_CASE("a form of fields alone, labels for nothing, and forms in forms end") {
  CHECK(site_of("<form>" + repeated("<input id=a><label for=a></label>", much / 4))
            .home()
            ->forms()
            .size() == 1);
  CHECK(site_of(repeated("<form><input></form>", much / 4)).home()->forms().size() > 10'000);
}

TEST_CASE("links within links within objects do not multiply their text") {
  const Site site = site_of(repeated("<a href=x><object>", 4'000) + repeated("text ", much));
  CHECK(site.home()->links().size() == 223);
}

TEST_CASE("bytes of every kind are some page or none") {
  std::string bytes;
  for (int i = 0; i < 100'000; ++i) bytes += static_cast<char>((i * 7919) >> 3);
  CHECK(site_of("<html>" + bytes).home());
  CHECK(site_of(std::string(100'000, '\0')).home());
  CHECK(site_of(repeated("<", much)).home());
  CHECK(site_of(repeated("&", much)).home());
  CHECK(site_of(repeated("<!--", much)).home());
  CHECK(site_of("<p " + repeated("a", 5 * much)).home());
}

TEST_CASE("a page that was refused has no tree and says so") {
  const Site site = site_of(repeated("<div>", much));
  CHECK(site.home()->document() == nullptr);
  CHECK(site.home()->reason() == Reason::too_deep);
  CHECK(site.closed_because() == Reason::too_deep);
}
