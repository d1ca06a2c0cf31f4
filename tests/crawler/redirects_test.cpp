#include "crawler/redirects.h"

#include "tests/crawler/ask.h"

using namespace touchstone;

namespace {

ServedAnswer redirect(const std::string& location, int status = 302) {
  return {.status = status, .headers = {{"Location", location}}, .body = "moved"};
}

}  // namespace

TEST_CASE("every hop of a chain of redirects is kept") {
  LocalServer server([](const ServedRequest& request) {
    if (request.target == "/") return redirect("/a", 301);
    if (request.target == "/a") return redirect("b?c=d#e", 302);
    if (request.target == "/b?c=d") return redirect("//" + request.host + "/f", 303);
    if (request.target == "/f") return redirect("./g", 307);
    if (request.target == "/g") return redirect("http://" + request.host + "/h", 308);
    return ServedAnswer{.body = "here"};
  });
  const Fetch fetch = touchstone::fetch(get(server.origin()));
  CHECK(fault_of(fetch).empty());
  std::vector<std::string> paths;
  std::vector<int> statuses;
  for (const auto& hop : fetch.hops) {
    paths.push_back(hop.url.href().substr(server.origin().size()));
    statuses.push_back(hop.status);
  }
  CHECK(paths == std::vector<std::string>{"/", "/a", "/b?c=d", "/f", "/g", "/h"});
  CHECK(statuses == std::vector<int>{301, 302, 303, 307, 308, 200});
  CHECK(fetch.body == "here");
  CHECK(fetch.wire_bytes == 4);
  CHECK(fetch.first_byte_us() > 0);
  CHECK(server.most_connections() == 1);
}

TEST_CASE("a redirect is the answer when it is not to be followed, or leads nowhere") {
  LocalServer server([](const ServedRequest& request) {
    if (request.target == "/") return redirect("/a");
    if (request.target == "/empty") return redirect("");
    return ServedAnswer{.status = 301, .body = "moved"};
  });
  Request request = get(server.origin());
  request.follow_redirects = false;
  for (const Request& each :
       {request, get(server.origin() + "/empty"), get(server.origin() + "/none")}) {
    const Fetch fetch = touchstone::fetch(each);
    CHECK(fault_of(fetch).empty());
    CHECK(fetch.status() / 100 == 3);
    CHECK(fetch.body == "moved");
    CHECK(fetch.hops.size() == 1);
  }
}

TEST_CASE("a password that a redirect holds is neither sent nor kept") {
  std::string sent = "nothing";
  LocalServer server([&](const ServedRequest& request) {
    if (request.target == "/") return redirect("http://user:secret@" + request.host + "/a");
    sent = request.headers.get("authorization").value_or("nothing");
    return ServedAnswer{.body = "here"};
  });
  const Fetch fetch = touchstone::fetch(get(server.origin()));
  CHECK(fetch.answered().href() == server.origin() + "/a");
  CHECK(sent == "nothing");
}

TEST_CASE("a redirect to an address that is asked already is the answer") {
  LocalServer server([](const ServedRequest& request) {
    return request.target == "/" ? redirect("/a") : redirect("/b#c");
  });
  Request request = get(server.origin());
  request.stop_before = Url::parse(server.origin() + "/b");
  const Fetch fetch = touchstone::fetch(request);
  CHECK(fault_of(fetch).empty());
  CHECK(fetch.hops.size() == 2);
  CHECK(fetch.answered().path() == "/a");
}

TEST_CASE("a chain that comes back to an address is a loop") {
  LocalServer server(
      [](const ServedRequest& request) { return redirect(request.target == "/a" ? "/b" : "/a"); });
  const Fetch fetch = touchstone::fetch(get(server.origin() + "/start"));
  CHECK(fault_of(fetch) == "redirect-loop");
  CHECK(fetch.hops.size() == 3);
  CHECK(fetch.status() == 302);
}

TEST_CASE(
    "a page that sends one back with a cookie is no loop, and the cookie stays in its chain") {
  LocalServer server([](const ServedRequest& request) {
    if (request.headers.has("cookie")) return ServedAnswer{.body = "welcome"};
    return ServedAnswer{
        .status = 302, .headers = {{"Location", request.target}, {"Set-Cookie", "seen=1; Path=/"}}};
  });
  CurlNetwork network({}, url(server.origin()));
  for (int i = 0; i < 2; ++i) {
    const Fetch fetch = touchstone::fetch(network, get(server.origin()));
    CHECK(fault_of(fetch).empty());
    CHECK(fetch.body == "welcome");
    CHECK(fetch.hops.size() == 2);
  }
  CHECK_FALSE(server.log().at(2).headers.has("cookie"));
}

TEST_CASE("twenty redirects are followed, the next is too many") {
  LocalServer server([](const ServedRequest& request) {
    const int left = std::stoi(request.target.substr(1));
    return left == 0 ? ServedAnswer{.body = "here"} : redirect("/" + std::to_string(left - 1));
  });
  const Fetch twenty = touchstone::fetch(get(server.origin() + "/20"));
  CHECK(fault_of(twenty).empty());
  CHECK(twenty.hops.size() == 21);
  CHECK(fault_of(touchstone::fetch(get(server.origin() + "/21"))) == "too-many-redirects");
}

TEST_CASE("a redirect to what is no web address is a fault of the chain") {
  for (const std::string location :
       {"file:///etc/passwd", "ftp://shop.example/", "javascript:alert(1)", "http://", "data:,x"}) {
    INFO(location);
    LocalServer server([&](const ServedRequest&) { return redirect(location); });
    const Fetch fetch = touchstone::fetch(get(server.origin()));
    CHECK(fault_of(fetch) == "bad-redirect");
    CHECK(fetch.hops.size() == 1);
    CHECK(fetch.fault->detail.find(location) != std::string::npos);
  }
}

TEST_CASE("the endless body of a redirect is not read") {
  LocalServer server([](const ServedRequest& request) {
    if (request.target == "/to") return ServedAnswer{.body = "here"};
    return ServedAnswer{.raw = "HTTP/1.1 302 Found\r\nLocation: /to\r\n\r\n" +
                               std::string(3'000'000, 'x')};
  });
  const Fetch fetch = touchstone::fetch(get(server.origin()));
  CHECK(fault_of(fetch).empty());
  CHECK(fetch.body == "here");
  REQUIRE(fetch.hops.size() == 2);
}

TEST_CASE("the user's headers go to the company's hosts alone") {
  LocalServer server([](const ServedRequest& request) {
    if (request.target == "/www") return redirect("http://cdn.example.net/x");
    return request.host == "shop.example" ? redirect("http://www.shop.example/www")
                                          : ServedAnswer{.body = "x"};
  });
  CrawlOptions options;
  options.connect_to = {"::127.0.0.1:" + std::to_string(server.port())};
  options.headers = {{"X-Secret", "42"}, {"accept", "text/plain"}};
  const Fetch fetch = touchstone::fetch(get("http://shop.example/"), options);
  CHECK(fault_of(fetch).empty());
  const auto log = server.log();
  REQUIRE(log.size() == 3);
  CHECK(log[0].headers.get("x-secret") == "42");
  CHECK(log[0].headers.all("accept") == std::vector<std::string_view>{"text/plain"});
  CHECK(log[1].headers.get("x-secret") == "42");
  CHECK(log[2].host == "cdn.example.net");
  CHECK_FALSE(log[2].headers.has("x-secret"));
}
