#include <algorithm>
#include <atomic>
#include <thread>

#include "crawler/curl_network.h"
#include "tests/crawler/ask.h"
#include "tests/crawler/served.h"

using namespace touchstone;
using std::chrono::milliseconds;

TEST_CASE("a body comes piece by piece and whole when it is wanted as a stream") {
  const std::string page(200'000, 'x');
  LocalServer server([&](const ServedRequest& asked) {
    if (asked.target == "/to") {
      return ServedAnswer{.headers = {{"Content-Language", "de"}}, .body = page};
    }
    return ServedAnswer{.status = 301, .headers = {{"Location", "/to"}}, .body = "moved"};
  });
  Request request = get(server.origin());
  request.stream = true;
  CurlNetwork network({}, request.url);
  network.ask(request);
  std::string parts;
  for (const auto& event : all_events(network)) {
    if (event.kind == Event::Kind::body_part) {
      CHECK(event.fetch.has_value() == parts.empty());
      if (event.fetch) CHECK(event.fetch->answered() == url(server.origin() + "/to"));
      if (event.fetch) CHECK(event.fetch->headers().get("content-language") == "de");
      parts += event.part;
    } else {
      CHECK(event.fetch->body == page);
    }
  }
  CHECK(parts == page);
}

TEST_CASE("a packed body that is taken piece by piece never comes in heaps") {
  std::string page;
  for (int i = 0; i < 400'000; ++i)
    page += "<loc>/bread-of-the-day/" + std::to_string(i) + "</loc>";
  LocalServer server(always({.headers = {{"Content-Encoding", "gzip"}}, .body = gzip(page)}));
  Request request = get(server.origin());
  request.stream = request.drop_body = true;
  request.body_limit = page.size();
  CurlNetwork network({}, request.url);
  network.ask(request);
  std::string parts;
  std::size_t most = 0;
  while (network.under_way() > 0) {
    std::size_t at_once = 0;
    for (const auto& event : network.wait(milliseconds(500))) {
      at_once += event.part.size();
      parts += event.part;
      if (event.fetch && event.kind == Event::Kind::fetched) CHECK(fault_of(*event.fetch).empty());
    }
    most = std::max(most, at_once);
  }
  CHECK(parts == page);
  CHECK(most < 1u << 20);
}

TEST_CASE("a dropped body is counted and not kept") {
  LocalServer server(always({.body = std::string(100'000, 'x')}));
  Request request = get(server.origin());
  request.drop_body = true;
  const Fetch fetch = touchstone::fetch(request);
  CHECK(fetch.body.empty());
  CHECK_FALSE(fetch.truncated);
  CHECK(fetch.wire_bytes == 100'000);
}

TEST_CASE("a cancelled request brings no event") {
  LocalServer server(always({.delay_ms = 50}));
  CrawlOptions options;
  options.connections = 1;
  CurlNetwork network(options, url(server.origin()));
  const Ticket running = network.ask(get(server.origin() + "/running"));
  const Ticket waiting = network.ask(get(server.origin() + "/waiting"));
  const Ticket wanted = network.ask(get(server.origin() + "/wanted"));
  CHECK(network.wait(milliseconds(10)).empty());
  network.cancel(running);
  network.cancel(waiting);
  CHECK(network.under_way() == 1);
  const auto events = all_events(network);
  REQUIRE(events.size() == 1);
  CHECK(events[0].ticket == wanted);
  CHECK(network.wait(milliseconds(1)).empty());
}

TEST_CASE("a coded body is decoded, and its bytes on the wire are told") {
  const std::string page(50'000, 'a');
  LocalServer server(always({.headers = {{"Content-Encoding", "gzip"}}, .body = gzip(page)}));
  const Fetch fetch = touchstone::fetch(get(server.origin()));
  CHECK(fetch.body == page);
  CHECK(fetch.headers().get("content-encoding") == "gzip");
  CHECK(fetch.wire_bytes == static_cast<std::int64_t>(gzip(page).size()));
}

TEST_CASE("every coding that we ask for is undone") {
  // "page" in one stored block each: RFC 1951 section 3.2.4, the same in RFC 1950, RFC 7932
  // section 9.2, RFC 8878 section 3.1.1.2.
  const std::string stored("\x01\x04\x00\xfb\xffpage", 9);
  const std::pair<const char*, std::string> cases[] = {
      {"deflate", "\x78\x9c" + stored + "\x04\x1a\x01\x9e"},
      {"Deflate", stored},
      {"x-gzip", gzip("page")},
      {"br", std::string("\x30\0\x10page\x03", 8)},
      {"zstd", std::string("\x28\xb5\x2f\xfd\x20\x04\x21\0\0page", 13)},
      {"identity", "page"},
  };
  for (const auto& [coding, body] : cases) {
    INFO(coding);
    LocalServer server(always({.headers = {{"Content-Encoding", coding}}, .body = body}));
    const Fetch fetch = touchstone::fetch(get(server.origin()));
    CHECK(fault_of(fetch).empty());
    CHECK(fetch.body == "page");
    CHECK(fetch.wire_bytes == static_cast<std::int64_t>(body.size()));
  }
}

TEST_CASE("a content coding that nobody knows is passed over, as browsers do") {
  LocalServer server(always({.headers = {{"Content-Encoding", "UTF-8"}}, .body = "page"}));
  const Fetch fetch = touchstone::fetch(get(server.origin()));
  CHECK(fault_of(fetch).empty());
  CHECK(fetch.body == "page");
}

TEST_CASE("a body beyond its limit is cut, be it long, endless or a bomb") {
  const std::string zeros(30'000'000, '\0');
  const ServedAnswer answers[] = {
      {.body = std::string(2'000'000, 'x')},
      raw("HTTP/1.1 200 OK\r\n\r\n" + zeros),
      {.headers = {{"Content-Encoding", "gzip"}}, .body = gzip(zeros)},
      {.headers = {{"Content-Encoding", "gzip, gzip"}}, .body = gzip(gzip(zeros))},
  };
  for (const auto& answer : answers) {
    LocalServer server(always(answer));
    Request request = get(server.origin());
    request.body_limit = 1'000'000;
    const Fetch fetch = touchstone::fetch(request);
    CHECK(fault_of(fetch).empty());
    CHECK(fetch.status() == 200);
    CHECK(fetch.truncated);
    CHECK(fetch.body.size() == 1'000'000);
  }
}

TEST_CASE("a body of exactly the limit is whole") {
  LocalServer server(always({.body = std::string(1'000, 'x')}));
  Request request = get(server.origin());
  request.body_limit = 1'000;
  const Fetch fetch = touchstone::fetch(request);
  CHECK(fetch.body.size() == 1'000);
  CHECK_FALSE(fetch.truncated);
}
