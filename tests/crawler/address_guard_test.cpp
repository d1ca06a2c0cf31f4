#include "crawler/address_guard.h"

#include "tests/crawler/ask.h"

using namespace touchstone;

TEST_CASE("only addresses of the public internet are public") {
  for (const char* text : {"8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "100.63.255.255",
                           "100.128.0.1", "223.255.255.255", "2a00:1450:4001::1", "2606:4700::1111",
                           "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"}) {
    INFO(text);
    CHECK(is_public(IpAddress::parse(text).value()));
  }
  for (const char* text : {"0.0.0.0",
                           "0.1.2.3",
                           "10.0.0.1",
                           "100.64.0.1",
                           "127.0.0.1",
                           "127.255.255.255",
                           "169.254.169.254",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.0.0.1",
                           "192.168.1.1",
                           "198.18.0.1",
                           "224.0.0.1",
                           "240.0.0.1",
                           "255.255.255.255",
                           "::",
                           "::1",
                           "fe80::1",
                           "fc00::1",
                           "fd12:3456::1",
                           "ff02::1",
                           "::ffff:127.0.0.1",
                           "::ffff:169.254.169.254",
                           "::127.0.0.1",
                           "64:ff9b::a00:1",
                           "64:ff9b:1::1",
                           "2002:7f00:1::1",
                           "2002:c0a8:101::1",
                           "2001::1",
                           "2001:db8::1",
                           "100::1",
                           "fec0::1"}) {
    INFO(text);
    CHECK_FALSE(is_public(IpAddress::parse(text).value()));
  }
}

TEST_CASE("an address is read in its usual forms only") {
  CHECK(IpAddress::parse("192.0.2.1").value().to_string() == "192.0.2.1");
  CHECK(IpAddress::parse("[2001:DB8::1]").value().to_string() == "2001:db8::1");
  CHECK(IpAddress::parse("::ffff:192.0.2.1").value().to_string() == "192.0.2.1");
  for (const char* text : {"", "example.com", "1.2.3", "1.2.3.4.5", "256.1.1.1", "[::1", "::g"}) {
    CHECK_FALSE(IpAddress::parse(text));
  }
}

TEST_CASE("a redirect to a private address is not followed") {
  for (const std::string target :
       {"http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[::1]/",
        "http://0.0.0.0/", "http://2130706433/x", "http://127.1/x", "http://[::ffff:7f00:1]/",
        "http://localhost/"}) {
    INFO(target);
    LocalServer server([&](const ServedRequest&) {
      return ServedAnswer{.status = 302, .headers = {{"Location", target}}};
    });
    CrawlOptions options;
    options.connect_to = {"shop.example:80:127.0.0.1:" + std::to_string(server.port())};
    const Fetch fetch = touchstone::fetch(get("http://shop.example/"), options);
    CHECK(fault_of(fetch) == "forbidden-address");
    REQUIRE(fetch.hops.size() == 2);
    CHECK(fetch.hops[0].status == 302);
    CHECK(fetch.hops[1].url == url(target));
    CHECK(fetch.status() == 0);
    CHECK(server.log().size() == 1);
  }
}

TEST_CASE("the address that the user typed may be asked, and it alone") {
  LocalServer server([](const ServedRequest&) { return ServedAnswer{.body = "x"}; });
  const std::string port = ":" + std::to_string(server.port()) + "/";
  CurlNetwork by_address({}, url("http://127.0.0.1" + port));
  CHECK(fault_of(fetch(by_address, get("http://127.0.0.1" + port))).empty());
  CHECK(fault_of(fetch(by_address, get("http://localhost" + port))) == "forbidden-address");
  CHECK(fault_of(fetch(by_address, get("http://127.0.0.2" + port))) == "forbidden-address");
  CurlNetwork by_name({}, url("http://localhost" + port));
  CHECK(fault_of(fetch(by_name, get("http://localhost" + port))).empty());
  CHECK(fault_of(fetch(by_name, get("http://127.0.0.1" + port))) == "forbidden-address");
  CrawlOptions options;
  options.allow_private = true;
  CurlNetwork open(options, url("http://shop.example/"));
  CHECK(fault_of(fetch(open, get("http://127.0.0.1" + port))).empty());
}
