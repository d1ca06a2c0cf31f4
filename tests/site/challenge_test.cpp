#include "site/challenge.h"

#include <catch2/catch.hpp>

#include "site/site.h"

using namespace touchstone;

namespace {

struct Served {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::string led_to = "https://www.example.com/";
};

Fetch fetched(const Served& served) {
  Fetch fetch{*Url::parse("https://www.example.com/"), "GET", {}, {}, false, 0, {}, 1, {}};
  Hop hop{*Url::parse(served.led_to), served.status, {}, {}, {}, {}, {}};
  hop.headers.add("content-type", "text/html; charset=utf-8");
  for (const auto& [name, value] : served.headers) hop.headers.add(name, value);
  fetch.hops.push_back(hop);
  fetch.body = served.body;
  return fetch;
}

std::string seen(const Served& served) {
  const auto obstacle = obstacle_in(fetched(served));
  if (!obstacle) return "nothing";
  return std::string(to_string(obstacle->reason)) + (obstacle->by.empty() ? "" : " by ") +
         obstacle->by;
}

std::string text(std::size_t sentences) {
  std::string all;
  for (std::size_t i = 0; i < sentences; ++i) all += "We repair bicycles of every make. ";
  return all;
}

const std::string menu = "<a href=/a>A</a><a href=/b>B</a><a href=/c>C</a><a href=/d>D</a>";

std::optional<Reason> reason_of(const Served& served) {
  const Fetch fetch = fetched(served);
  return Page::read(fetch)->reason();
}

}  // namespace

TEST_CASE("a challenge is recognised by its vendor's signs, whatever the status") {
  CHECK(seen({403, {{"cf-mitigated", "challenge"}}, "<p>x"}) == "bot-challenge by Cloudflare");
  CHECK(seen({200, {}, "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>"}) ==
        "bot-challenge by Cloudflare");
  CHECK(seen({202, {{"x-amzn-waf-action", "challenge"}}, ""}) == "bot-challenge by AWS WAF");
  CHECK(seen({403, {{"set-cookie", "datadome=x; Path=/"}}, "<p>x"}) == "bot-challenge by DataDome");
  CHECK(seen({403, {{"server", "AkamaiGHost"}}, "<p>x"}) == "bot-challenge by Akamai");
  CHECK(seen({401, {{"server", "QRATOR"}}, "<script src=/__qrator/q.js></script>"}) ==
        "bot-challenge by Qrator");
  CHECK(seen({200, {{"set-cookie", "__ddg1_=x"}}, "<script>go()</script>"}) ==
        "bot-challenge by DDoS-Guard");
  CHECK(seen({200, {}, "<script>document.cookie='__arcsjs=1'</script>"}) ==
        "bot-challenge by ArvanCloud");
  CHECK(seen({200, {}, "<h1>Подтвердите, что вы не робот</h1>"}) == "bot-challenge");
}

TEST_CASE("a cookie, a server's name or a protected form is no challenge") {
  const std::string page = "<title>Bikes</title>" + menu + text(30);
  CHECK(seen({200, {{"server", "cloudflare"}, {"set-cookie", "__cf_bm=x"}}, page}) == "nothing");
  CHECK(seen({200, {{"server", "ddos-guard"}, {"set-cookie", "__ddg1_=x"}}, page}) == "nothing");
  CHECK(seen({200, {}, page + "<script src=/cdn-cgi/challenge-platform/scripts/jsd/main.js>"}) ==
        "nothing");
  CHECK(seen({200, {}, page + "<script src=/_Incapsula_Resource?x></script>"}) == "nothing");
  CHECK(seen({200,
              {},
              "<p>Write to us</p><form><input type=email></form>"
              "<script src=https://www.google.com/recaptcha/api.js></script>"}) == "nothing");
  CHECK(seen({200, {}, "<title>Access denied: how doors work</title>" + menu + text(30)}) ==
        "nothing");
}

TEST_CASE("a status that refuses us is our problem") {
  CHECK(seen({403, {}, "<h1>Forbidden</h1>"}) == "blocked-403");
  CHECK(seen({429, {}, ""}) == "rate-limited");
  CHECK(seen({451, {}, "<p>x"}) == "geo-blocked");
  CHECK(seen({404, {}, "<h1>Not found</h1>"}) == "nothing");
  CHECK(seen({500, {}, "oops"}) == "nothing");
}

TEST_CASE("a page in place of the site is not the site") {
  CHECK(seen({503, {}, "<h1>Maintenance</h1>"}) == "maintenance");
  CHECK(seen({200, {}, "<h1>Ведутся технические работы</h1>"}) == "maintenance");
  CHECK(seen({200, {}, menu + "<p>ACME building maintenance. " + text(3)}) == "nothing");
  CHECK(seen({200, {}, menu + "<p>We do work while you are down for maintenance. " + text(30)}) ==
        "nothing");
  CHECK(seen({200, {}, "<p>This shop is not available in your country."}) == "geo-blocked");
}

TEST_CASE("a domain is parked by two signs, never by one") {
  const std::string offer = "<title>example.com</title><p>This domain is for sale.";
  CHECK(seen({200, {}, offer}) == "parked");
  CHECK(seen({200, {}, offer + menu + text(100)}) == "nothing");
  CHECK(seen({200, {}, "<title>example.com</title><p>Bikes."}) == "nothing");
  CHECK(seen({200, {}, "<p>Buy.", "https://www.hugedomains.com/domain_profile.cfm"}) == "parked");
}

TEST_CASE("parking name servers are one sign of two") {
  const auto closed = [](const std::string& body, const std::string& server) {
    Recording recording{.asked = *Url::parse("https://www.example.com/"),
                        .visits = {},
                        .dns = {},
                        .notes = {},
                        .seed = {}};
    recording.visits.push_back({Role::home, fetched({200, {}, body}), 0, {}, {}});
    recording.dns.push_back({"example.com", DnsType::ns, DnsOutcome::answered, {server}});
    return Site(std::move(recording)).closed_because();
  };
  CHECK(closed("<title>example.com</title><a href=https://ads.example/>x</a>",
               "ns1.sedoparking.com") == Reason::parked);
  CHECK_FALSE(closed("<title>Bikes</title>" + menu + text(30), "ns1.sedoparking.com"));
  CHECK_FALSE(closed("<title>example.com</title><p>Soon", "ns1.domaincontrol.com"));
}

TEST_CASE("a cookie wall hides the page, a banner does not") {
  const std::string question = "<div id=cookie-banner>" + text(20) + "</div>";
  CHECK(reason_of({200, {}, question + "<p>" + text(2)}) == Reason::cookie_wall);
  CHECK_FALSE(reason_of({200, {}, question + "<main>" + menu + text(60) + "</main>"}));
  CHECK(reason_of({200, {}, "<p>" + text(60), "https://consent.example.com/"}) ==
        Reason::cookie_wall);
}
