#include "tests/cli/fixture.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "reports/json.h"
#include "reports/write.h"
#include "tests/reports/schema.h"

namespace touchstone {

namespace {

constexpr const char* kMenu =
    R"(<header><a href="/">Bakery Flour</a><nav><a href="/">Home</a> <a href="/about.html">About us</a>
<a href="/bread/rye.html">Rye bread</a> <a href="/bread/wheat.html">Wheat bread</a>
<a href="/contact.html">Contact</a></nav></header>)";
constexpr const char* kFoot =
    R"(<footer><p>Bakery Flour, Bergmannstr. 12, 10961 Berlin, Germany</p>
<p>Phone: <a href="tel:+493012345678">030 12345678</a></p></footer>)";

std::string framed(const std::string& main) {
  return kMenu + ("<main>" + main + "</main>") + kFoot;
}

const Rulebook& rules() {
  static const Rulebook rulebook = load_rulebook();
  return rulebook;
}

void tell(const Audit& audit) {
  const Phrases say("en");
  for (const auto format : {Format::text, Format::html, Format::md})
    CHECK_FALSE(write_report(audit, format, say, {}).empty());
  CHECK(schema_violations(write_json(audit)) == std::vector<std::string>{});
}

std::string outcome(Status status, std::optional<Verdict> verdict, std::optional<Reason> reason) {
  if (status == Status::assessed && verdict) return std::string(to_string(*verdict));
  if (status == Status::not_assessed && reason) return std::string(to_string(*reason));
  return std::string(to_string(status));
}

}  // namespace

ServedAnswer Company::operator()(const ServedRequest& request) const {
  const auto found = pages.find(request.target.substr(0, request.target.find('?')));
  return found == pages.end() ? otherwise : found->second;
}

ServedAnswer answer(const std::string& content_type, std::string body, int status) {
  return {.status = status, .headers = {{"Content-Type", content_type}}, .body = std::move(body)};
}

ServedAnswer page(const std::string& head, const std::string& body, int status) {
  return answer("text/html; charset=utf-8",
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta "
                "name=\"viewport\" content=\"width=device-width, initial-scale=1\">" +
                    head + "</head><body>" + body + "</body></html>",
                status);
}

Company bakery() {
  Company firm;
  firm.pages["/"] = page(
      "<title>Bakery Flour: sourdough bread in Berlin Kreuzberg</title><link rel=\"icon\" "
      "href=\"/icon.svg\">",
      framed("<h1>Sourdough bread, baked by hand</h1><p>We bake rye and wheat bread every night "
             "from organic flour and sell it warm in the morning. Come by, the door is open from "
             "seven on.</p>"));
  firm.pages["/contact.html"] =
      page("<title>Contact: Bakery Flour</title>",
           framed("<h1>Contact</h1><p>Call us: <a href=\"tel:+493012345678\">030 12345678</a></p>"
                  "<p>Write to <a href=\"mailto:hello@firm.example\">hello@firm.example</a></p>"));
  firm.pages["/about.html"] = page("<title>About us: Bakery Flour</title>",
                                   framed("<h1>About us</h1><p>Two bakers and an oven.</p>"));
  for (const std::string bread : {"rye", "wheat"})
    firm.pages["/bread/" + bread + ".html"] =
        page("<title>Our " + bread + " bread</title>", framed("<h1>Our " + bread + " bread</h1>"));
  firm.pages["/icon.svg"] = answer(
      "image/svg+xml",
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="9" fill="#c40"/></svg>)");
  firm.pages["/robots.txt"] = answer("text/plain", "user-agent: *\ndisallow: /till\n");
  firm.otherwise =
      page("<title>This page is not here</title>",
           framed("<h1>This page is not here</h1><p>The link that you followed is old or was "
                  "mistyped. <a href=\"/\">Back to the home page</a>, or ask us.</p>"),
           404);
  return firm;
}

CrawlOptions hurried() {
  CrawlOptions options;
  options.timeout = std::chrono::milliseconds(3'000);
  options.max_time = std::chrono::milliseconds(30'000);
  options.retry_pauses = {std::chrono::milliseconds(1), std::chrono::milliseconds(1)};
  options.dns_server = "127.0.0.1:9";  // nobody: a test asks no name server of the machine
  return options;
}

CrawlOptions hurried_at_firm(const std::string& dns_server, std::uint16_t port) {
  CrawlOptions options = hurried();
  options.dns_server = dns_server;
  options.connect_to = {"firm.example:80:127.0.0.1:" + std::to_string(port)};
  return options;
}

Audit audit_at(const std::string& address, const CrawlOptions& options) {
  const auto start = Url::parse(address);
  REQUIRE(start);
  const auto network = open_network(options, *start);
  const Site site(crawl(*start, options, *network));
  Audit audit = audit_site(site, rules());
  tell(audit);
  return audit;
}

Audit audit_of(LocalServer::Handler company, const CrawlOptions& options) {
  const LocalServer server(std::move(company));
  return audit_at(server.origin() + "/", options);
}

std::string outcome(const Audit& audit, const std::string& id) {
  for (const auto& touchpoint : audit.touchpoints) {
    if (touchpoint.rule->id == id)
      return outcome(touchpoint.status, touchpoint.verdict, touchpoint.reason);
    for (const auto& component : touchpoint.components)
      if (component.id == id) return outcome(component.status, component.verdict, component.reason);
  }
  FAIL("there is no " << id);
  return {};
}

std::vector<std::string> sucking(const Audit& audit) {
  std::vector<std::string> ids;
  for (const auto& touchpoint : audit.touchpoints)
    if (touchpoint.verdict == Verdict::sucks) ids.push_back(touchpoint.rule->id);
  return ids;
}

std::vector<std::string> judged(const Audit& audit) {
  std::vector<std::string> ids;
  for (const auto& touchpoint : audit.touchpoints)
    if (touchpoint.verdict) ids.push_back(touchpoint.rule->id);
  return ids;
}

}  // namespace touchstone
