#include <atomic>
#include <thread>

#include "crawler/curl_network.h"
#include "tests/crawler/ask.h"
#include "tests/crawler/served.h"

using namespace touchstone;
using std::chrono::milliseconds;

TEST_CASE("an answer comes with its status, headers, body, timings and peer") {
  LocalServer server(
      always({.status = 404, .headers = {{"X-One", " a "}, {"x-one", "b"}}, .body = "not here"}));
  const Fetch fetch = touchstone::fetch(get(server.origin() + "/x?y#z"));
  CHECK(fault_of(fetch).empty());
  CHECK(fetch.asked == url(server.origin() + "/x?y#z"));
  CHECK(fetch.status() == 404);
  CHECK(fetch.body == "not here");
  CHECK(fetch.headers().all("x-one") == std::vector<std::string_view>{"a", "b"});
  CHECK(fetch.wire_bytes == 8);
  REQUIRE(fetch.hops.size() == 1);
  const Hop& hop = fetch.hops[0];
  CHECK(hop.http_version == "1.1");
  CHECK(hop.address == "127.0.0.1");
  CHECK_FALSE(hop.certificate);
  CHECK(hop.timing.connect > 0);
  CHECK(hop.timing.tls == 0);
  CHECK(hop.timing.first_byte >= hop.timing.pretransfer);
  CHECK(hop.timing.total >= hop.timing.first_byte);
  REQUIRE(server.log().size() == 1);
  CHECK(server.log()[0].target == "/x?y");
}

TEST_CASE("requests introduce themselves and ask for compressed pages") {
  LocalServer server(always({}));
  touchstone::fetch(get(server.origin()));
  REQUIRE(server.log().size() == 1);
  const Headers headers = server.log()[0].headers;
  const std::string agent(headers.get("user-agent").value_or(""));
  CHECK(agent.starts_with("touchstone/"));
  CHECK(agent.ends_with(" (+https://github.com/touchstone-audit/touchstone)"));
  CHECK(headers.get("accept-encoding") == "gzip, deflate, br, zstd");
  CHECK(headers.get("accept").value_or("").starts_with("text/html"));
  CHECK_FALSE(headers.has("cookie"));
}

TEST_CASE("the user's agent replaces ours") {
  LocalServer server(always({}));
  CrawlOptions options;
  options.user_agent = "inspector/9";
  touchstone::fetch(get(server.origin()), options);
  CHECK(server.log().at(0).headers.get("user-agent") == "inspector/9");
}

TEST_CASE("HEAD brings the headers alone") {
  LocalServer server(always({.body = "not sent"}));
  Request request = get(server.origin());
  request.method = "HEAD";
  const Fetch fetch = touchstone::fetch(request);
  CHECK(fetch.method == "HEAD");
  CHECK(fetch.status() == 200);
  CHECK(fetch.body.empty());
  CHECK(fetch.headers().get("content-length") == "8");
  CHECK(server.log().at(0).method == "HEAD");
}

TEST_CASE("interim answers are passed over") {
  LocalServer server(
      always(raw("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
                 "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nA: b\r\n c\r\n\r\nok")));
  const Fetch fetch = touchstone::fetch(get(server.origin()));
  CHECK(fetch.status() == 200);
  CHECK(fetch.body == "ok");
  CHECK_FALSE(fetch.headers().has("link"));
  CHECK(fetch.headers().get("a") == "b c");
}

TEST_CASE("connections are used again, and the second request needs none of their time") {
  LocalServer server(always({.body = "x"}));
  CurlNetwork network({}, url(server.origin()));
  CHECK(fetch(network, get(server.origin())).hops.at(0).timing.connect > 0);
  const Fetch second = fetch(network, get(server.origin() + "/2"));
  CHECK(second.hops.at(0).timing.connect == 0);
  CHECK(second.hops[0].timing.first_byte > 0);
  CHECK(server.most_connections() == 1);
}

TEST_CASE(
    "connections that a server gives up as they are used again are nobody's fault, hop for hop") {
  std::atomic<int> asked{0};
  LocalServer server([&](const ServedRequest& request) -> ServedAnswer {
    if (++asked % 2 == 0) return {.close_at_once = true};  // whoever asks twice hears nothing
    if (request.target.size() > 9) return {.body = "arrived"};
    return {.status = 302, .headers = {{"Location", request.target + "x"}}};
  });
  const Fetch fetch = touchstone::fetch(get(server.origin()));
  CHECK(fault_of(fetch).empty());
  CHECK(fetch.body == "arrived");
  CHECK(fetch.hops.size() == 10);
}

TEST_CASE("a fresh connection is neither taken from the others nor left to them") {
  LocalServer server(always({.body = "x"}));
  CurlNetwork network({}, url(server.origin()));
  fetch(network, get(server.origin()));
  Request request = get(server.origin());
  request.fresh_connection = true;
  CHECK(fetch(network, request).hops.at(0).timing.connect > 0);
  CHECK(fetch(network, request).hops.at(0).timing.connect > 0);
}

TEST_CASE("no host sees more requests at once than the limit") {
  std::atomic<int> now{0}, most{0};
  LocalServer server([&](const ServedRequest&) {
    const int here = ++now;
    int seen = most;
    while (seen < here && !most.compare_exchange_weak(seen, here)) {
    }
    std::this_thread::sleep_for(milliseconds(20));
    --now;
    return ServedAnswer{.body = "x"};
  });
  CrawlOptions options;
  options.connections = 3;
  CurlNetwork network(options, url(server.origin()));
  for (int i = 0; i < 12; ++i) network.ask(get(server.origin() + "/" + std::to_string(i)));
  CHECK(network.under_way() == 12);
  CHECK(all_events(network).size() == 12);
  CHECK(most == 3);
  CHECK(server.most_connections() == 3);

  most = 0;
  network.set_connections_per_host(1);
  for (int i = 0; i < 4; ++i) network.ask(get(server.origin() + "/" + std::to_string(i)));
  CHECK(all_events(network).size() == 4);
  CHECK(most == 1);
}

TEST_CASE("waiting for a free connection does not count as the server's time") {
  LocalServer server(always({.delay_ms = 150}));
  CrawlOptions options = timeout(400);
  options.connections = 1;
  CurlNetwork network(options, url(server.origin()));
  for (int i = 0; i < 5; ++i) network.ask(get(server.origin()));
  for (const auto& event : all_events(network)) {
    REQUIRE(event.fetch);
    CHECK(fault_of(*event.fetch).empty());
    CHECK(event.fetch->hops.at(0).timing.total < 400'000);
  }
}

TEST_CASE("misbehaviour of a server is a fault with its kind, and what came is kept") {
  std::string flood = "HTTP/1.1 200 OK\r\n";
  for (int i = 0; i < 10'000; ++i) flood += "X-Flood: " + std::string(50, 'x') + "\r\n";
  struct Case {
    const char* name;
    ServedAnswer answer;
    const char* fault;
    int status;
    const char* body;
  };
  const Case cases[] = {
      {"closed without a byte", {.close_at_once = true}, "unreachable", 0, ""},
      {"no HTTP", raw("SSH-2.0-OpenSSH_9.2\r\n"), "protocol", 0, ""},
      {"an HTML page without a head", raw("<html>hello</html>"), "protocol", 0, ""},
      {"a body that ends early", raw("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf"),
       "protocol", 200, "half"},
      {"broken chunks",
       raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ngood\r\nzz\r\n"), "protocol",
       200, "good"},
      {"chunks without an end",
       raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ngood\r\n"), "protocol", 200,
       "good"},
      {"what is no gzip",
       {.headers = {{"Content-Encoding", "gzip"}}, .body = "no gzip"},
       "protocol",
       200,
       ""},
      {"a flood of headers", raw(flood + "\r\n"), "too-large", 200, ""},
      {"a header line without an end", raw("HTTP/1.1 200 OK\r\nX: " + std::string(400'000, 'x')),
       "too-large", 200, ""},
  };
  for (const auto& [name, answer, fault, status, body] : cases) {
    INFO(name);
    LocalServer server(always(answer));
    const Fetch fetch = touchstone::fetch(get(server.origin()));
    CHECK(fault_of(fetch) == fault);
    REQUIRE(fetch.fault);
    INFO(fetch.fault->detail);
    CHECK_FALSE(fetch.fault->detail.empty());
    CHECK(fetch.status() == status);
    CHECK(fetch.body == body);
    CHECK(fetch.hops.size() == 1);
  }
}

TEST_CASE("a server that nobody runs refuses") {
  std::string origin;
  {
    const LocalServer server(always({}));
    origin = server.origin();
  }
  CHECK(fault_of(touchstone::fetch(get(origin))) == "refused");
}

TEST_CASE("a slow answer ends at the timeout") {
  LocalServer server(always({.delay_ms = 5'000}));
  const Fetch fetch = touchstone::fetch(get(server.origin()), timeout(200));
  CHECK(fault_of(fetch) == "timeout");
  CHECK(fetch.hops.at(0).timing.total < 2'000'000);
  CHECK(fetch.hops[0].timing.connect > 0);
}

TEST_CASE("the timeout is that of the whole chain of redirects") {
  LocalServer server([](const ServedRequest& request) {
    return ServedAnswer{
        .status = 302, .headers = {{"Location", request.target + "x"}}, .delay_ms = 80};
  });
  const Fetch fetch = touchstone::fetch(get(server.origin()), timeout(300));
  CHECK(fault_of(fetch) == "timeout");
  CHECK(fetch.hops.size() >= 2);
  CHECK(fetch.hops.size() <= 5);
}
