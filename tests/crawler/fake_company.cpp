#include "tests/crawler/fake_company.h"

namespace touchstone {

FakeNetwork small_company() {
  FakeNetwork network;
  auto& world = network.world;
  world["https://firm.example/robots.txt"] = {{.body = "user-agent: *\ndisallow: /private\n"}};
  world["https://firm.example/"] = {
      html("<!doctype html><html lang=\"en\"><head><title>Firm</title>"
           "<link rel=\"icon\" href=\"/i.svg\"><link rel=\"apple-touch-icon\" href=\"/t.png\">"
           "<link rel=\"manifest\" href=\"/m.json\"><link rel=\"stylesheet\" href=\"/style.css\">"
           "</head><body><nav><a href=\"/contact.html\">Contact</a>"
           "<a href=\"/about.html\">About us</a></nav><a href=\"/leaflet.pdf\">Leaflet</a>"
           "</body></html>")};
  world["https://firm.example/contact.html"] = {
      html("<html lang=\"en\"><a href=\"mailto:info@mail.example\">write</a>")};
  world["https://firm.example/about.html"] = {
      html("<html lang=\"en\"><a href=\"/services/bath.html\">Baths</a>")};
  world["https://firm.example/services/bath.html"] = {html("<html lang=\"en\"><p>Baths</p>")};
  world["https://firm.example/m.json"] = {{.body = R"({"icons": [{"src": "/big.png"}]})"}};
  world["https://firm.example/style.css"] = {
      {.body = "@import 'more.css'; @font-face { src: url(f.eot), url(\"f.woff2\") }"
               "body { background: url(b.png) }"}};
  world["https://firm.example/more.css"] = {{.body = "p { background: url(deeper.png) }"}};
  for (const auto* file : {"favicon.ico", "i.svg", "t.png", "big.png", "f.woff2", "b.png"})
    world[std::string("https://firm.example/") + file] = {{.body = "bytes"}};
  for (const auto* tags :
       {"?utm_source=audit&utm_medium=test&utm_campaign=x", "?yclid=1", "?gclid=1"})
    world[std::string("https://firm.example/") + tags] = world["https://firm.example/"];
  world["https://firm.example/leaflet.pdf"] = {{.body = "%PDF-1.7"}};
  for (const auto* entry :
       {"http://firm.example/", "http://www.firm.example/", "https://www.firm.example/"})
    world[entry] = {moved("https://firm.example/")};
  return network;
}

Recording visit(FakeNetwork& network, const CrawlOptions& options, const std::string& start,
                const CrawlHooks& hooks) {
  return crawl(*Url::parse(start), options, network, hooks);
}

std::vector<const Visit*> visits(const Recording& recording, Role role) {
  std::vector<const Visit*> result;
  for (const auto& each : recording.visits)
    if (each.role == role) result.push_back(&each);
  return result;
}

std::vector<const Visit*> visits_of(const Recording& recording, const std::string& url) {
  std::vector<const Visit*> result;
  for (const auto& each : recording.visits)
    if (each.fetch.asked.href() == url) result.push_back(&each);
  return result;
}

const Visit* visit_of(const Recording& recording, const std::string& url) {
  const auto found = visits_of(recording, url);
  return found.empty() ? nullptr : found.back();
}

}  // namespace touchstone
