#include "crawler/curl_network.h"

#include "tests/crawler/ask.h"

using namespace touchstone;

TEST_CASE("an answer comes with its status, headers, body, timings and peer") {
  LocalServer server([](const ServedRequest&) {
    return ServedAnswer{.status = 404, .headers = {{"X-One", " a "}}, .body = "not here"};
  });
  const Fetch fetch = touchstone::fetch(get(server.origin() + "/x?y#z"));
  CHECK(fault_of(fetch).empty());
  CHECK(fetch.status() == 404);
  CHECK(fetch.body == "not here");
  CHECK(fetch.headers().get("x-one") == "a");
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
