#include "crawler/destinations.h"

#include "crawler/crawl.h"
#include "tests/crawler/ask.h"

using namespace touchstone;

namespace {

Destination where(const std::string& connect_to, const std::string& resolve,
                  const std::string& address) {
  CrawlOptions options;
  if (!connect_to.empty()) options.connect_to = {connect_to};
  if (!resolve.empty()) options.resolve = {resolve};
  return Destinations(options).of(url(address));
}

}  // namespace

TEST_CASE("connect-to and resolve lead where curl would go") {
  struct Case {
    const char *connect_to, *resolve, *address, *host;
    int port;
    const char* first;  // of the addresses; "" when there is none
    bool named;
  };
  const Case cases[] = {
      {"", "", "https://a.example/", "a.example", 443, "", false},
      {"", "", "http://[2001:db8::1]:8080/", "[2001:db8::1]", 8080, "2001:db8::1", false},
      {"a.example:443:b.example:8443", "", "https://a.example/", "b.example", 8443, "", true},
      {"A.example:443:127.0.0.1:8443", "", "https://a.example/", "127.0.0.1", 8443, "127.0.0.1",
       true},
      {"a.example:443:[::1]:8443", "", "https://a.example/", "[::1]", 8443, "::1", true},
      {"a.example:443:b.example:8443", "", "http://a.example/", "a.example", 80, "", false},
      {"a.example:443:b.example:8443", "", "https://c.example/", "c.example", 443, "", false},
      {"::b.example:", "", "https://c.example/", "b.example", 443, "", true},
      {":80::8080", "", "http://c.example/", "c.example", 8080, "", false},
      {"", "a.example:443:192.0.2.1,192.0.2.2", "https://a.example/", "a.example", 443, "192.0.2.1",
       true},
      {"", "a.example:443:192.0.2.1", "http://a.example/", "a.example", 80, "", false},
      {"", "*:80:[2001:db8::5]", "http://any.example/", "any.example", 80, "2001:db8::5", true},
      {"", "a.example:80:2001:db8::5", "http://a.example/", "a.example", 80, "2001:db8::5", true},
      {"a.example:80:b.example:81", "b.example:81:192.0.2.9", "http://a.example/", "b.example", 81,
       "192.0.2.9", true},
  };
  for (const auto& each : cases) {
    INFO(each.connect_to << " " << each.resolve << " " << each.address);
    const Destination to = where(each.connect_to, each.resolve, each.address);
    CHECK(to.host == each.host);
    CHECK(to.port == each.port);
    CHECK((to.addresses.empty() ? "" : to.addresses.front().to_string()) == each.first);
    CHECK(to.named == each.named);
  }
}

TEST_CASE("an unusable option is told in one line before anything is asked") {
  using Change = void (*)(CrawlOptions&);
  const std::pair<const char*, Change> cases[] = {
      {"--connect-to", [](CrawlOptions& o) { o.connect_to = {"a.example:443:b.example"}; }},
      {"--connect-to", [](CrawlOptions& o) { o.connect_to = {"a.example:x:b.example:1"}; }},
      {"--connect-to", [](CrawlOptions& o) { o.connect_to = {"a.example:1:b.example:70000"}; }},
      {"--connect-to", [](CrawlOptions& o) { o.connect_to = {"a b:1:c:2"}; }},
      {"--resolve", [](CrawlOptions& o) { o.resolve = {"a.example:443"}; }},
      {"--resolve", [](CrawlOptions& o) { o.resolve = {"a.example:443:"}; }},
      {"--resolve", [](CrawlOptions& o) { o.resolve = {"a.example:443:b.example"}; }},
      {"--resolve", [](CrawlOptions& o) { o.resolve = {"a.example:443:192.0.2.1,"}; }},
      {"--resolve", [](CrawlOptions& o) { o.resolve = {":443:192.0.2.1"}; }},
      {"--dns", [](CrawlOptions& o) { o.dns_server = "name.example:53"; }},
      {"--dns", [](CrawlOptions& o) { o.dns_server = "127.0.0.1:0"; }},
      {"--proxy", [](CrawlOptions& o) { o.proxy = "gopher://proxy.example:8080"; }},
      {"--proxy", [](CrawlOptions& o) { o.proxy = "http://"; }},
      {"--cacert", [](CrawlOptions& o) { o.ca_file = "/nowhere/at/all.pem"; }},
      {"--cacert", [](CrawlOptions& o) { o.ca_file = "/dev/null"; }},
      {"--header",
       [](CrawlOptions& o) {
         o.headers = {{"X Y", "1"}};
       }},
      {"--header",
       [](CrawlOptions& o) {
         o.headers = {{"X", "1\r\nY: 2"}};
       }},
  };
  for (const auto& [name, change] : cases) {
    INFO(name);
    CrawlOptions options;
    change(options);
    try {
      open_network(options, url("http://shop.example/"));
      FAIL_CHECK("nothing was thrown");
    } catch (const std::runtime_error& error) {
      CHECK(std::string(error.what()).starts_with(name));
      CHECK(std::string(error.what()).find('\n') == std::string::npos);
    }
  }
}

TEST_CASE("requests go where connect-to and resolve say, under the host's own name") {
  LocalServer server(
      [](const ServedRequest& request) { return ServedAnswer{.body = request.host}; });
  const std::string port = std::to_string(server.port());
  CrawlOptions options;
  options.connect_to = {"a.example:80:127.0.0.1:" + port};
  options.resolve = {"b.example:" + port + ":127.0.0.1"};
  CurlNetwork network(options, url("http://a.example/"));
  CHECK(fetch(network, get("http://a.example/")).body == "a.example");
  CHECK(fetch(network, get("http://b.example:" + port + "/")).body == "b.example:" + port);
}

TEST_CASE("a proxy is asked for the whole address") {
  LocalServer proxy(
      [](const ServedRequest& request) { return ServedAnswer{.body = request.target}; });
  CrawlOptions options;
  options.proxy = proxy.origin();
  CurlNetwork network(options, url("http://shop.example/"));
  CHECK(fetch(network, get("http://shop.example/a")).body == "http://shop.example/a");
  CHECK(fault_of(fetch(network, get("http://10.0.0.1/"))) == "forbidden-address");
}
