#include "reports/crawl_notes.h"

#include <catch2/catch.hpp>

using namespace touchstone;

TEST_CASE("what a crawl noted is told in the language of the report") {
  const Phrases russian("ru"), english("en");
  CHECK(tell_crawl_note("limit of 120 requests reached", russian) ==
        "достигнут предел запросов: 120");
  CHECK(tell_crawl_note("a.example was left alone: the host asked to wait 900 s", russian) ==
        "a.example оставлен в покое: сервер просил подождать 900 с");
  CHECK(tell_crawl_note("limit of 120 requests reached", english) ==
        "limit of 120 requests reached");
  CHECK(tell_crawl_note("home could not be read: refused", english) ==
        "home could not be read: the server of this address refused the connection");
  CHECK(tell_crawl_note("something {a} else", russian) == "something {a} else");
}
