// No page of a stranger sends us to the user's own machine or network: every form of such an
// address, by every way that leads from a site to another address.

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "tests/cli/fixture.h"
#include "tests/crawler/name_server.h"
#include "tests/hostile/outside.h"
#include "tests/hostile/rude_server.h"
#include "tests/hostile/table.h"

namespace touchstone {

namespace {

constexpr int type_a = 1, type_txt = 16, type_aaaa = 28;
constexpr const char* public_address = "93.184.216.34";

// A way to write an address of this machine, with the victim's port.
struct WrittenAs {
  const char* name;
  std::string origin;
  bool also_public = false;  // the name has an address of the world, which may be asked
};

std::vector<WrittenAs> forms(const std::string& port) {
  return {
      {"plain", "http://127.0.0.1:" + port},
      {"another of the net", "http://127.99.1.2:" + port},
      {"one number", "http://2130706433:" + port},
      {"octal", "http://0177.0.0.01:" + port},
      {"hexadecimal", "http://0x7f.0x0.0x0.0x1:" + port},
      {"one hexadecimal number", "http://0x7f000001:" + port},
      {"short", "http://127.1:" + port},
      {"with a dot behind", "http://127.0.0.1.:" + port},
      {"full-width digits", "http://１２７.０.０.１:" + port},
      {"ideographic dots", "http://127。0。0。1:" + port},
      {"percent-encoded", "http://%31%32%37.0.0.1:" + port},
      {"this network", "http://0.0.0.0:" + port},
      {"zero", "http://0:" + port},
      {"IPv6", "http://[::1]:" + port},
      {"IPv6 of nobody", "http://[::]:" + port},
      {"IPv4 in IPv6", "http://[::ffff:127.0.0.1]:" + port},
      {"IPv4 in IPv6, hexadecimal", "http://[::ffff:7f00:1]:" + port},
      {"IPv4-compatible IPv6", "http://[::127.0.0.1]:" + port},
      {"NAT64", "http://[64:ff9b::7f00:1]:" + port},
      {"6to4", "http://[2002:7f00:1::1]:" + port},
      {"localhost", "http://localhost:" + port},
      {"below localhost", "http://bakery.localhost:" + port},
      {"LOCALHOST with a dot", "http://LOCALHOST.:" + port},
      {"behind a user", "http://firm.example@127.0.0.1:" + port},
      {"behind a user and a password", "http://firm.example:80@127.0.0.1:" + port},
      {"behind backslashes", "http:\\\\127.0.0.1:" + port},
      {"without slashes", "http:127.0.0.1:" + port},
      {"with line feeds", "http://127.0.\n0.1:" + port},
      {"a name that leads here", "http://inside.example:" + port},
      {"a name that leads here by IPv6", "http://inside6.example:" + port},
      {"a name whose address changes", "http://rebinding.example:" + port, true},
      {"a name with both addresses", "http://both.example:" + port, true},
      {"link-local", "http://169.254.169.254:" + port},
      {"the metadata of a cloud by IPv6", "http://[fd00:ec2::254]:" + port},
      {"a private network", "http://10.0.0.1:" + port},
  };
}

NameAnswer inside(const std::string& name, int type, std::atomic<int>& asked) {
  const auto one = [](int record, std::string bytes) {
    return NameAnswer{.records = {{record, std::move(bytes)}}};
  };
  if (type == type_a && name == "inside.example") return one(type_a, wire::a("127.0.0.1"));
  if (type == type_aaaa && name == "inside6.example") return one(type_aaaa, wire::aaaa("::1"));
  if (type == type_a && name == "rebinding.example")  // at first the world's
    return one(type_a, wire::a(++asked == 1 ? public_address : "127.0.0.1"));
  if (type == type_a && name == "both.example")
    return {.records = {{type_a, wire::a(public_address)}, {type_a, wire::a("127.0.0.1")}}};
  if (type == type_a && name == "mta-sts.firm.example") return one(type_a, wire::a("127.0.0.1"));
  if (type == type_txt && name == "_mta-sts.firm.example")
    return one(type_txt, wire::strings({"v=STSv1; id=1"}));
  return {};
}

// The bakery, every way out of which leads to that address.
Company leads_to(const std::string& origin) {
  const auto at = [&](const std::string& path) { return origin + "/" + path; };
  Company firm = bakery();
  std::string& home = firm.pages["/"].body;
  home.insert(
      home.find("</head>"),
      "<link rel=\"icon\" href=\"" + at("icon.png") + "\"><link rel=\"apple-touch-icon\" href=\"" +
          at("touch.png") + "\"><link rel=\"manifest\" href=\"" + at("manifest") +
          "\"><link rel=\"manifest\" href=\"/m.webmanifest\"><link rel=\"stylesheet\" href=\"" +
          at("a.css") + "\"><link rel=\"stylesheet\" href=\"/style.css\"><script src=\"" +
          at("a.js") + "\"></script><link rel=\"canonical\" href=\"" + at("canonical") +
          "\"><link rel=\"alternate\" hreflang=\"de\" href=\"" + at("de") +
          "\"><link rel=\"alternate\" type=\"application/rss+xml\" href=\"" + at("feed.xml") +
          "\"><link rel=\"preload\" as=\"font\" href=\"" + at("a.woff2") +
          "\"><meta property=\"og:image\" content=\"" + at("share.png") +
          "\"><meta name=\"twitter:image\" content=\"" + at("twitter.png") +
          "\"><meta http-equiv=\"refresh\" content=\"99;url=" + at("refresh") +
          "\"><meta name=\"msapplication-TileImage\" content=\"" + at("tile.png") +
          "\"><script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", "
          "\"@type\": "
          "\"Organization\", \"name\": \"Bakery Flour\", \"logo\": \"" +
          at("logo.png") + "\", \"sameAs\": [\"" + at("same") + "\"]}</script>");
  home += "<a href=\"" + at("contact") + "\">Contact</a> <a href=\"" + at("price.pdf") +
          "\">Price list</a> <img src=\"" + at("a.png") + "\" srcset=\"" + at("b.png") +
          " 2x\"> <iframe src=\"" + at("map") + "\"></iframe> <video poster=\"" + at("poster.png") +
          "\"></video> <form role=\"search\" action=\"" + at("search") +
          "\"><input type=\"search\" name=\"q\"></form> <a href=\"/away.html\">Away</a> "
          "<a href=\"/feed\">News</a><a rel=\"me\" href=\"" +
          at("profile") + "\">Profile</a>";
  const ServedAnswer away{.status = 302, .headers = {{"Location", at("moved")}}};
  for (const std::string path :
       {"/away.html", "/favicon.ico", "/humans.txt", "/.well-known/security.txt", "/feed"})
    firm.pages[path] = away;
  firm.pages["/m.webmanifest"] =
      answer("application/manifest+json", R"({"icons": [{"src": ")" + at("m.png") +
                                              R"("}], "start_url": ")" + at("start") + "\"}");
  firm.pages["/style.css"] = answer(
      "text/css", "@import url(\"" + at("import.css") + "\"); body { background: url(\"" +
                      at("back.png") + "\") } @font-face { src: url(\"" + at("b.woff2") + "\") }");
  firm.pages["/robots.txt"] =
      answer("text/plain", "user-agent: *\nallow: /\nsitemap: " + at("sitemap.xml") +
                               "\nsitemap: http://firm.example/index.xml\n");
  firm.pages["/index.xml"] = answer(
      "application/xml", "<sitemapindex><sitemap><loc>" + at("nested.xml") +
                             "</loc></sitemap><sitemap><loc>http://firm.example/urls.xml</loc>"
                             "</sitemap></sitemapindex>");
  firm.pages["/urls.xml"] =
      answer("application/xml", "<urlset><url><loc>" + at("entry") + "</loc></url></urlset>");
  return firm;
}

struct Victim {
  RudeServer server{[](Wire& wire, const std::string&) {
    wire.answer(page("<title>Inside</title>", "<h1>Secret</h1>"));
  }};
  std::string port() const { return std::to_string(server.port()); }
};

struct Crawled {
  int victims = 0;  // connections to the machine behind the address
  std::size_t asked = 0;
  int refused = 0;
  std::vector<std::string> escaped;  // addresses that answered and are not the firm's
};

Crawled crawl_firm(const std::string& origin, const Victim& victim, bool allow_private) {
  std::atomic<int> asked{0};
  const NameServer names(
      [&](const std::string& host, int type) { return inside(host, type, asked); });
  const LocalServer web(leads_to(origin));
  CrawlOptions options = patient();
  options.dns_server = names.address();
  options.connect_to = {"firm.example:80:127.0.0.1:" + std::to_string(web.port())};
  options.allow_private = allow_private;
  const auto start = Url::parse("http://firm.example/");
  const auto network = open_network(options, *start);
  const Recording recording = crawl(*start, options, *network);
  Crawled crawled{.victims = victim.server.connections(), .asked = web.log().size(), .escaped = {}};
  for (const auto& visit : recording.visits) {
    if (visit.fetch.fault && visit.fetch.fault->kind == FaultKind::forbidden_address)
      ++crawled.refused;
    for (const auto& hop : visit.fetch.hops)
      if (hop.url.host() != "firm.example" && hop.status != 0)
        crawled.escaped.push_back(hop.url.href() + " by " + std::string(to_string(visit.role)));
  }
  return crawled;
}

}  // namespace

TEST_CASE("no way out of a site leads into the user's own machine, however it is written",
          "[table]") {
  std::vector<Victim> victims(forms("").size());
  std::vector<Crawled> crawled(victims.size());
  std::atomic<std::size_t> next{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (auto at = next++; at < victims.size(); at = next++)
        crawled[at] = crawl_firm(forms(victims[at].port())[at].origin, victims[at], false);
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(dialled_outside() == std::vector<std::string>{public_address});
  for (std::size_t i = 0; i < victims.size(); ++i) {
    const WrittenAs form = forms(victims[i].port())[i];
    INFO(form.name << ": " << form.origin);
    CHECK(crawled[i].victims == 0);
    CHECK(crawled[i].escaped == std::vector<std::string>{});
    CHECK(crawled[i].asked > 10);
    // What cannot be written as an address is asked for nowhere; all else was refused, in many
    // ways.
    if (Url::parse(form.origin + "/") && !form.also_public) CHECK(crawled[i].refused > 0);
  }
}

TEST_CASE("the same address is asked when the user allows it", "[table]") {
  const Victim victim;
  crawl_firm("http://127.0.0.1:" + victim.port(), victim, true);
  CHECK(victim.server.connections() > 10);
}

}  // namespace touchstone
