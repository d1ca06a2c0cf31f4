#include "crawler/crawl.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/crawler/fake_company.h"

using namespace touchstone;
using namespace std::chrono_literals;

namespace {

std::vector<std::string> guesses(const Recording& recording, const std::string& page_class) {
  std::vector<std::string> result;
  for (const auto* visit : visits(recording, Role::guessed))
    if (visit->note == page_class) result.push_back(visit->fetch.asked.href());
  return result;
}

}  // namespace

TEST_CASE("home, robots.txt and the other ways in are asked at once") {
  FakeNetwork network = small_company();
  visit(network);
  for (const auto* url :
       {"https://firm.example/", "https://firm.example/robots.txt", "http://firm.example/",
        "http://www.firm.example/", "https://www.firm.example/"}) {
    INFO(url);
    CHECK(network.first_asked_ms(url) == 0);
  }
}

TEST_CASE("a whole visit of a small site has every role once") {
  FakeNetwork network = small_company();
  const auto recording = visit(network);
  CHECK(recording.complete);
  CHECK(recording.notes.empty());
  const std::vector<std::pair<Role, std::size_t>> wanted{
      {Role::home, 1},       {Role::page, 3},           {Role::entry, 3},
      {Role::robots, 1},     {Role::sitemap, 1},        {Role::root_icon, 1},
      {Role::icon, 3},       {Role::manifest, 1},       {Role::missing, 1},
      {Role::timing, 3},     {Role::missing_nested, 1}, {Role::missing_typed, 1},
      {Role::guessed, 12},   {Role::unverified_tls, 0}, {Role::resource, 4},
      {Role::well_known, 6}, {Role::landing, 3},        {Role::tls_version, 4},
      {Role::document, 1},
  };
  for (const auto& [role, count] : wanted) {
    INFO(to_string(role));
    CHECK(visits(recording, role).size() == count);
  }
}

TEST_CASE("no address is asked twice but home for its timing") {
  FakeNetwork network = small_company();
  visit(network);
  std::map<std::string, int> count;
  for (const auto& question : network.log)
    count[question.url] += question.request.tls_version.empty() ? 1 : 0;
  for (const auto& [url, times] : count) {
    INFO(url);
    CHECK(times == (url == "https://firm.example/" ? 4 : 1));
  }
}

TEST_CASE("pages know their clicks from home and the page that led to them") {
  FakeNetwork network = small_company();
  const auto recording = visit(network);
  const auto* about = visit_of(recording, "https://firm.example/about.html");
  REQUIRE(about);
  CHECK(about->depth == 1);
  CHECK(about->found_on->href() == "https://firm.example/");
  const auto* deep = visit_of(recording, "https://firm.example/services/bath.html");
  REQUIRE(deep);
  CHECK(deep->depth == 2);
}

TEST_CASE("the contact page is asked for before home is whole") {
  FakeNetwork network = small_company();
  network.world["https://firm.example/"] = {{
      .headers = {{"content-type", "text/html"}},
      .delay_ms = 1'000,
      .parts = {"<!doctype html><html><body><nav><a href=\"/contact.html\">Contact</a></nav>",
                "<p>and so on</p></body></html>"},
  }};
  visit(network);
  CHECK(network.first_asked_ms("https://firm.example/contact.html") > 0);
  CHECK(network.first_asked_ms("https://firm.example/contact.html") < 500);
}

TEST_CASE("links of a page that arrives resolve against the address that answers") {
  FakeNetwork network = small_company();
  auto home = network.world["https://firm.example/"].front();
  home.parts = {home.body};
  home.body.clear();
  home.delay_ms = 1'000;
  network.world["https://www.firm.example/"] = {home};
  network.world["https://firm.example/"] = {moved("https://www.firm.example/")};
  network.world["https://www.firm.example/contact.html"] = {html("<p>Call us</p>")};
  visit(network);
  CHECK(network.asked("https://firm.example/contact.html") == 0);
  CHECK(network.asked("https://www.firm.example/contact.html") == 1);
  CHECK(network.asked("https://www.firm.example/robots.txt") == 1);
}

TEST_CASE("the site's own robots.txt is the last of its role") {
  FakeNetwork network = small_company();
  network.world["https://www.firm.example/"] = network.world["https://firm.example/"];
  network.world["https://firm.example/"] = {moved("https://www.firm.example/")};
  const auto recording = visit(network);
  REQUIRE(visits(recording, Role::robots).size() == 2);
  CHECK(visits(recording, Role::robots).back()->fetch.asked.href() ==
        "https://www.firm.example/robots.txt");
}

TEST_CASE("timing samples use connections of their own when nothing else is under way") {
  FakeNetwork network = small_company();
  visit(network);
  int samples = 0;
  for (const auto& question : network.log) {
    if (!question.request.tls_version.empty() || !question.request.fresh_connection) {
      CHECK(samples == 0);
      continue;
    }
    ++samples;
    CHECK(question.request.drop_body);
    CHECK(question.url == "https://firm.example/");
  }
  CHECK(samples == 3);
}

TEST_CASE("style sheets lead to their fonts, pictures and imports, one level deep") {
  FakeNetwork network = small_company();
  const auto recording = visit(network);
  const auto* font = visit_of(recording, "https://firm.example/f.woff2");
  REQUIRE(font);
  CHECK(font->note == "font");
  CHECK(font->found_on->href() == "https://firm.example/style.css");
  CHECK(visit_of(recording, "https://firm.example/more.css"));
  CHECK_FALSE(visit_of(recording, "https://firm.example/deeper.png"));
}

TEST_CASE("names are asked for the host, and the mail domains that pages print") {
  FakeNetwork network = small_company();
  network.names[{"mail.example", DnsType::mx}] = {"mail.example",
                                                  DnsType::mx,
                                                  DnsOutcome::answered,
                                                  {"20 b.mail.example", "10 a.mail.example"}};
  const auto recording = visit(network);
  const std::set<std::pair<std::string, DnsType>> asked(network.dns_log.begin(),
                                                        network.dns_log.end());
  for (const auto type :
       {DnsType::a, DnsType::aaaa, DnsType::ns, DnsType::mx, DnsType::txt, DnsType::caa})
    CHECK(asked.contains({"firm.example", type}));
  CHECK(asked.contains({"mail.example", DnsType::mx}));
  CHECK(asked.contains({"a.mail.example", DnsType::a}));
  CHECK(recording.dns.size() == network.dns_log.size());
}

TEST_CASE("a site on a subdomain has two ways in, one on a port of its own has one") {
  for (const auto& [start, entries] :
       std::vector<std::pair<std::string, std::size_t>>{{"https://shop.firm.example/", 1},
                                                        {"https://firm.example/", 3},
                                                        {"https://www.firm.example/", 3},
                                                        {"http://firm.example:8080/", 0},
                                                        {"http://127.0.0.1/", 0}}) {
    INFO(start);
    FakeNetwork network;
    network.otherwise = html("<p>hello</p>");
    CHECK(visits(visit(network, {}, start), Role::entry).size() == entries);
  }
}

TEST_CASE("the same seed asks for the same missing page, another seed for another") {
  const auto probe = [](const std::string& seed) {
    FakeNetwork network = small_company();
    CrawlOptions options;
    options.seed = seed;
    return visits(visit(network, options), Role::missing).front()->fetch.asked.href();
  };
  CHECK(probe("a") == probe("a"));
  CHECK(probe("a") != probe("b"));
  CHECK(probe("a").size() == std::string("https://firm.example/0123456789abcdef").size());
}

TEST_CASE("404 probes stand under the first directory and with the commonest ending too") {
  FakeNetwork network = small_company();
  const auto recording = visit(network);
  CHECK(visits(recording, Role::missing_nested)
            .front()
            ->fetch.asked.path()
            .starts_with("/services/"));
  CHECK(visits(recording, Role::missing_typed).front()->fetch.asked.path().ends_with(".html"));
}

TEST_CASE("usual paths are tried only when no link leads to a contact page") {
  FakeNetwork network = small_company();
  network.world["https://firm.example/"] = {html("<html lang=\"de\"><a href=\"/x\">Mehr</a>")};
  network.world["https://firm.example/x"] = {html("<p>nichts</p>")};
  network.world["https://firm.example/kontakt"] = {html("<a href=\"/y\">weiter</a>")};
  const auto recording = visit(network);
  const auto guessed = guesses(recording, "contact");
  CHECK_FALSE(guessed.empty());
  CHECK(guessed.size() <= 6);
  CHECK(visit_of(recording, "https://firm.example/kontakt"));
  CHECK_FALSE(visit_of(recording, "https://firm.example/y"));
}

TEST_CASE("a contact section on home is a contact place, nothing is guessed") {
  FakeNetwork network;
  network.world["https://firm.example/"] = {
      html("<html lang=\"en\"><a href=\"#contact\">Contact</a><section id=\"contact\"></section>")};
  CHECK(guesses(visit(network), "contact").empty());
}

TEST_CASE(
    "classes that no link leads to are guessed too, twelve in all, those of the sitemap first") {
  FakeNetwork network = small_company();
  auto& home = network.world["https://firm.example/"].front().body;
  home += "<a href=/privacy-policy>Privacy policy</a>";
  network.world["https://firm.example/privacy-policy"] = {html("<p>We keep nothing</p>")};
  network.world["https://firm.example/sitemap.xml"] = {
      {.body = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
               "<url><loc>https://firm.example/what/prices/</loc></url></urlset>"}};
  const auto recording = visit(network);
  CHECK(guesses(recording, "privacy").empty());
  CHECK(guesses(recording, "about").empty());
  CHECK(guesses(recording, "faq").size() >= 1);
  REQUIRE_FALSE(guesses(recording, "prices").empty());
  CHECK(guesses(recording, "prices").front() == "https://firm.example/what/prices/");
  CHECK(visits(recording, Role::guessed).size() <= 12);
}

TEST_CASE("a page that redirects to a foreign host is kept and not crawled on") {
  FakeNetwork network = small_company();
  network.world["https://firm.example/about.html"] = {moved("https://other.example/")};
  network.world["https://other.example/"] = {html("<a href=\"/deep\">Deep</a>")};
  const auto recording = visit(network);
  CHECK(visit_of(recording, "https://firm.example/about.html"));
  CHECK(network.asked("https://other.example/deep") == 0);
}

TEST_CASE("files of third parties are asked once, even when they fail") {
  FakeNetwork network = small_company();
  network.world["https://firm.example/"] = {html(
      "<link rel=stylesheet href=\"https://cdn.example/a.css\"><a href=contact.html>Contact</a>")};
  network.world["https://cdn.example/a.css"] = {status(500)};
  const auto recording = visit(network);
  CHECK(network.asked("https://cdn.example/a.css") == 1);
  CHECK(visits(recording, Role::robots).size() == 1);  // the third party's is not the company's
}

TEST_CASE("the start of the audit is the clock at its beginning") {
  FakeNetwork network = small_company();
  const auto recording = visit(network);
  CHECK(recording.taken == FakeNetwork::start);
  CHECK(recording.elapsed_ms == network.elapsed_ms());
  CHECK(recording.requests == static_cast<std::int64_t>(network.log.size()));
  CHECK(recording.asked.href() == "https://firm.example/");
}
