#include "crawler/evidence.h"
#include "site/site_search.h"
#include "tests/crawler/firm.h"

using namespace touchstone;

namespace {

std::vector<std::string> paths(const Recording& recording, Role role) {
  std::vector<std::string> result;
  for (const auto* visit : visits(recording, role))
    result.emplace_back(visit->fetch.asked.href().substr(host.size()));
  return result;
}

}  // namespace

TEST_CASE("files at usual places are asked for, security.txt at its old one only after the new") {
  FakeNetwork network = company_of(0);
  const auto recording = visit(network);
  CHECK(network.asked(host + "/.well-known/security.txt") == 1);
  CHECK(network.asked(host + "/security.txt") == 1);
  CHECK(network.asked(host + "/humans.txt") == 1);

  FakeNetwork modern = company_of(0);
  modern.world[host + "/.well-known/security.txt"] = {{.body = "Contact: mailto:a@b.example"}};
  visit(modern);
  CHECK(modern.asked(host + "/security.txt") == 0);
}

TEST_CASE("home is asked for as advertisements link it, behind the query that it has") {
  FakeNetwork network = company_of(0);
  CHECK(paths(visit(network), Role::landing) ==
        std::vector<std::string>{"/?utm_source=audit&utm_medium=test&utm_campaign=x",
                                 "/?utm_source=audit&utm_medium=test&utm_campaign=x", "/?yclid=1",
                                 "/?yclid=1", "/?gclid=1", "/?gclid=1"});  // 404 is asked twice
  CHECK(with_query(*Url::parse(host + "/a?b=1#c"), "d=2").href() == host + "/a?b=1&d=2");
}

TEST_CASE("each version of TLS is tried alone, once, without a look at the certificate") {
  FakeNetwork network = company_of(0);
  const auto recording = visit(network);
  std::vector<std::string> versions;
  for (const auto& question : network.log) {
    if (question.request.tls_version.empty()) continue;
    versions.push_back(question.request.tls_version);
    CHECK(question.request.method == "HEAD");
    CHECK(question.request.fresh_connection);
    CHECK_FALSE(question.request.verify_tls);
  }
  CHECK(versions == std::vector<std::string>{"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"});
  CHECK(visits(recording, Role::tls_version).size() == 4);
  FakeNetwork plain;
  plain.world["http://firm.example/"] = {html("<h1>Hi</h1>")};
  CHECK(visits(visit(plain, {}, "http://firm.example/"), Role::tls_version).empty());
}

TEST_CASE("feeds, share pictures and documents of a page are brought, each address once") {
  FakeNetwork network = company_of(0);
  network.world[home].front().body +=
      "<link rel=alternate type=application/rss+xml href=/feed>"
      "<link rel=alternate type=application/rss+xml href=/comments/feed>"
      "<link rel=alternate type=application/atom+xml href=/atom>"
      "<link rel=alternate type=application/feed+json href=/third>"
      "<meta property=og:image content=/share.png><meta name=twitter:image content=/share.png>"
      "<a href=/prices.pdf>Prices</a><a href=/prices.pdf#2>Prices</a>";
  for (const auto* path : {"/feed", "/atom", "/share.png", "/prices.pdf"})
    network.world[host + path] = {{.body = "x"}};
  const auto recording = visit(network);
  CHECK(paths(recording, Role::feed) == std::vector<std::string>{"/feed", "/atom"});
  CHECK(paths(recording, Role::picture) == std::vector<std::string>{"/share.png"});
  CHECK(paths(recording, Role::document) == std::vector<std::string>{"/prices.pdf"});
  CHECK(visit_of(recording, host + "/share.png")->note == "share");
}

TEST_CASE("a page of three hundred documents and pictures costs few questions") {
  FakeNetwork network = company_of(0);
  for (int i = 0; i < 300; ++i) {
    const auto number = std::to_string(i);
    network.world[home].front().body += "<a href=/d" + number + ".pdf>Document</a>";
    network.world[host + "/contact"].front().body += "<img src=/p" + number + ".png>";
  }
  network.otherwise = {.body = "x"};
  const auto recording = visit(network);
  CHECK(visits(recording, Role::document).size() == 6);
  CHECK(visits(recording, Role::picture).size() == 5);
  CHECK(visits(recording, Role::picture).front()->note == "page");
}

TEST_CASE("the site's search is asked for a word of the heading, then for nobody's word") {
  FakeNetwork network = company_of(0);
  network.world[home].front().body +=
      "<h1>We repair bathrooms</h1><form action=/find?old=1><input type=hidden name=lang value=en>"
      "<input type=search name=q></form>";
  network.world[host + "/find?lang=en&q=bathrooms"] = {html("<a href=/b>bathrooms</a>")};
  const auto recording = visit(network);
  const auto searches = visits(recording, Role::site_search);
  REQUIRE(searches.size() >= 2);
  CHECK(searches.front()->note == "word");
  CHECK(searches.front()->fetch.asked.query() == "lang=en&q=bathrooms");
  CHECK(searches.back()->note == "nothing");
  CHECK(searches.back()->fetch.asked.query().starts_with("lang=en&q="));

  network.world.erase(host + "/find?lang=en&q=bathrooms");
  const auto vain = visit(network);
  for (const auto* search : visits(vain, Role::site_search)) CHECK(search->note == "word");
}

TEST_CASE("only forms that ask with GET on the site itself are searched with") {
  const auto leads_to = [](const std::string& form) {
    Fetch fetch{.asked = *Url::parse(home), .hops = {}, .body = form, .fault = {}};
    fetch.hops.push_back({*Url::parse(home), 200, {}, {}, "1.1", "192.0.2.1", {}});
    fetch.hops.back().headers.add("content-type", "text/html");
    const auto page = Page::read(fetch);
    REQUIRE(page);
    const auto url = search_address(*page, "a b&c");
    return url ? url->href().substr(host.size()) : "none";
  };
  CHECK(leads_to("<form><input type=search name=q></form>") == "/?q=a+b%26c");
  CHECK(leads_to("<form action=/s#x><input name=s></form>") == "/s?s=a+b%26c");
  CHECK(leads_to("<form role=search><input name=wanted></form>") == "/?wanted=a+b%26c");
  CHECK(leads_to("<form><input name=city></form>") == "none");
  CHECK(leads_to("<form><input type=search></form>") == "none");
  CHECK(leads_to("<form method=post><input type=search name=q></form>") == "none");
  CHECK(leads_to("<form action=https://google.com/search><input name=q></form>") == "none");
}

TEST_CASE("files of home with a validator are asked for again, one of each kind") {
  FakeNetwork network = company_of(0);
  network.world[home].front().body +=
      "<link rel=stylesheet href=/a.css><link rel=stylesheet href=/b.css><img src=/c.png>"
      "<script src=/d.js></script>";
  const auto tagged = [](const std::string& tag) {
    return std::vector<FakeAnswer>{{.body = "x", .headers = {{"etag", tag}}}};
  };
  network.world[host + "/a.css"] = tagged("\"a\"");
  network.world[host + "/b.css"] = tagged("\"b\"");
  network.world[host + "/c.png"] = {
      {.body = "x", .headers = {{"last-modified", "Tue, 15 Nov 1994 08:12:31 GMT"}}}};
  network.world[host + "/d.js"] = {{.body = "x"}};
  const auto recording = visit(network);
  CHECK(visits(recording, Role::revalidation).size() == 2);
  std::vector<std::pair<std::string, std::string>> asked;
  for (const auto& question : network.log)
    for (const auto& field : question.request.headers) asked.push_back(field);
  CHECK(asked ==
        std::vector<std::pair<std::string, std::string>>{
            {"If-None-Match", "\"a\""}, {"If-Modified-Since", "Tue, 15 Nov 1994 08:12:31 GMT"}});
}

TEST_CASE("a closed site is asked for nothing more") {
  FakeNetwork network;
  network.otherwise = status(403);
  const auto recording = visit(network);
  for (const auto role : {Role::well_known, Role::landing, Role::tls_version})
    CHECK(visits(recording, role).empty());
}
