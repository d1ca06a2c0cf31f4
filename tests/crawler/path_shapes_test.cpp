#include "crawler/path_shapes.h"

#include <catch2/catch.hpp>

#include "crawler/address_key.h"
#include "crawler/key_set.h"
#include "crawler/own_links.h"

using namespace touchstone;

TEST_CASE("addresses of one kind have one shape") {
  const auto [address, shape] = GENERATE(table<std::string, std::string>({
      {"http://a.example/", "/"},
      {"http://a.example/news/2031/05/17", "/news/9/9/9"},
      {"http://a.example/news/2031-05/a-day-out.html", "/news/d/s.html"},
      {"http://a.example/news/2030-11/another-one.html", "/news/d/s.html"},
      {"http://a.example/o/3f2504e0-4f89-11d3/x", "/o/h/w"},
      {"http://a.example/item17", "/w9"},
      {"http://a.example/list?b=2&a=1", "/w?a&b"},
      {"http://a.example/list?a=3&amp;b=9", "/w?a&b"},
      {"http://a.example/a/b/a/b/a/b", "/a/b/@"},
      {"http://a.example/a/a/a/a", "/a/@"},
      {"http://a.example/1/2/3/4/5/6/7/8/9/10", "/9/9/9/9/9/9/9/9/*"},
  }));
  CHECK(path_shape(address) == shape);
}

TEST_CASE("addresses that only tell of the visitor are one address") {
  const auto [one, other, same] = GENERATE(table<std::string, std::string, bool>({
      {"http://a.example/p?a=1&b=2", "http://a.example/p?b=2&a=1", true},
      {"http://a.example/p", "http://a.example/p?utm_source=x&fbclid=y", true},
      {"http://a.example/p?a=1", "http://a.example/p?a=1&amp;amp;a=1", true},
      {"http://a.example/p?sid=8f14e45fceea167a", "http://a.example/p?sid=c9f0f895fb98ab91", true},
      {"http://a.example/p;jsessionid=A1", "http://a.example/p;jsessionid=B2", true},
      {"http://a.example/p?a=1", "http://a.example/p?a=2", false},
      {"http://a.example/p?s=shoes", "http://a.example/p?s=boots", false},
      {"http://a.example/p", "http://a.example/p/", false},
      {"http://a.example/p", "https://a.example/p", false},
  }));
  INFO(one << " and " << other);
  CHECK((address_key(one) == address_key(other)) == same);
}

TEST_CASE("names in another case and a slash at the end make twins") {
  const auto key = loose_address_key("http://a.example/About");
  CHECK(key == loose_address_key("http://a.example/about/"));
  CHECK(key == loose_address_key("http://a.example/about/index.html"));
  CHECK(key != loose_address_key("http://a.example/about/us"));
}

TEST_CASE("a shape that brings nothing new waits, and ends") {
  PathShapes shapes;
  const auto calendar = shapes.id_of("http://a.example/events/2031/05", false);
  const auto guide = shapes.id_of("http://a.example/guide/all-about-it", false);
  using Standing = PathShapes::Standing;
  CHECK(shapes.standing(calendar) == Standing::good);
  for (int i = 0; i < 60; ++i) {
    shapes.answered(calendar, Novelty::some, i);
    shapes.answered(guide, Novelty::much, 0);
  }
  CHECK(shapes.standing(calendar) == Standing::doubtful);
  CHECK(shapes.standing(guide) == Standing::good);
  CHECK(shapes.cost(guide) < shapes.cost(calendar));
  for (int i = 0; i < 600; ++i) shapes.answered(calendar, Novelty::some, 60 + i);
  CHECK(shapes.standing(calendar) == Standing::spent);
}

TEST_CASE("answers that are errors do not end a shape, so that all of them are found") {
  PathShapes shapes;
  const auto missing = shapes.id_of("http://a.example/missing/page-1.html", false);
  for (int i = 0; i < 5'000; ++i) shapes.answered(missing, Novelty::error, 0);
  CHECK(shapes.standing(missing) == PathShapes::Standing::doubtful);
}

TEST_CASE("shapes without end share what is left of them") {
  PathShapes shapes;
  for (std::size_t i = 0; i < PathShapes::most + 500; ++i)
    shapes.id_of("http://a.example/" + std::string(1 + i / 2'000, 'x') +
                     std::string(1, static_cast<char>('a' + i % 26)) + "/?k" + std::to_string(i) +
                     "=",
                 false);
  CHECK(shapes.size() <= PathShapes::most + 5);
}

TEST_CASE("a set of keys remembers up to its limit") {
  KeySet keys(3'000);
  for (std::uint64_t key = 0; key < 5'000; ++key) CHECK(keys.insert(key * 0x9e3779b97f4a7c15u));
  CHECK(keys.full());
  CHECK(keys.size() == 3'000);
  CHECK_FALSE(keys.insert(0));
  CHECK(keys.holds(0x9e3779b97f4a7c15u));
}

TEST_CASE("a site is its host and the twin with or without www") {
  const OwnHosts own(*Url::parse("https://www.a.example/start"));
  CHECK(own.hold("https://www.a.example/"));
  CHECK(own.hold("http://a.example/x"));
  CHECK_FALSE(own.hold("https://blog.a.example/"));
  CHECK_FALSE(own.hold("https://www.a.example.evil.example/"));
  CHECK_FALSE(own.hold("https://www.a.example:8443/"));
  CHECK_FALSE(own.hold("https://user@www.a.example/"));
}
