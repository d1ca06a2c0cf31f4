#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <set>

#include "site/media_type.h"
#include "tests/crawler/fake_company.h"

using namespace touchstone;
using namespace std::chrono_literals;

namespace {

const std::string host = "https://firm.example";
const std::string home = host + "/";

// Home with links to /p0 ... and as many pages.
FakeNetwork company_of(int pages) {
  FakeNetwork network;
  std::string links = "<html lang=\"en\"><a href=\"/contact\">Contact</a>";
  for (int i = 0; i < pages; ++i) {
    const auto path = "/p" + std::to_string(i);
    links += "<a href=\"" + path + "\">Page</a>";
    network.world[host + path] = {html("<html lang=\"en\"><p>text</p>")};
  }
  network.world[home] = {html(links)};
  network.world[host + "/contact"] = {html("<p>Call us</p>")};
  for (const auto* entry :
       {"http://firm.example/", "http://www.firm.example/", "https://www.firm.example/"})
    network.world[entry] = {moved(home)};
  return network;
}

FaultKind fault_of(const Visit* visit) {
  REQUIRE(visit);
  REQUIRE(visit->fetch.fault);
  return visit->fetch.fault->kind;
}

bool has_note(const Recording& recording, const std::string& part) {
  return std::any_of(recording.notes.begin(), recording.notes.end(),
                     [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("a robots.txt that does not exist allows everything") {
  FakeNetwork network = company_of(1);
  const auto recording = visit(network);
  CHECK(network.asked(host + "/robots.txt") == 1);
  CHECK(visit_of(recording, host + "/contact")->fetch.ok());
}

TEST_CASE("a robots.txt that answers 500 forbids everything but home") {
  FakeNetwork network = company_of(1);
  network.world[host + "/robots.txt"] = {status(500)};
  const auto recording = visit(network);
  CHECK(network.times_ms(host + "/robots.txt").size() == 3);
  CHECK(visit_of(recording, home)->fetch.ok());
  CHECK(network.asked(host + "/contact") == 0);
  CHECK(network.asked(host + "/favicon.ico") == 0);
  CHECK(fault_of(visit_of(recording, host + "/contact")) == FaultKind::robots_unreachable);
}

TEST_CASE("a robots.txt that forbids all leaves home and the ways in") {
  FakeNetwork network = company_of(3);
  network.world[host + "/robots.txt"] = {{.body = "user-agent: *\ndisallow: /\n"}};
  const auto recording = visit(network);
  for (const auto& question : network.log) {
    INFO(question.url);
    const auto path = std::string(question.request.url.path());
    CHECK((path == "/" || path == "/robots.txt"));
  }
  CHECK(visit_of(recording, home)->fetch.ok());
  CHECK(fault_of(visit_of(recording, host + "/contact")) == FaultKind::robots_disallowed);
  CHECK(fault_of(visit_of(recording, host + "/favicon.ico")) == FaultKind::robots_disallowed);
}

TEST_CASE("what robots.txt disallows for us is not asked") {
  FakeNetwork network = company_of(2);
  network.world[host + "/robots.txt"] = {
      {.body = "user-agent: touchstone\ndisallow: /p1\nuser-agent: *\ndisallow: /p0\n"}};
  const auto recording = visit(network);
  CHECK(network.asked(host + "/p0") == 1);
  CHECK(network.asked(host + "/p1") == 0);
  CHECK(fault_of(visit_of(recording, host + "/p1")) == FaultKind::robots_disallowed);
}

TEST_CASE("nothing that obeys robots.txt is asked before it is known") {
  FakeNetwork network = company_of(1);
  network.world[host + "/robots.txt"] = {{.body = "", .delay_ms = 3'000}};
  visit(network);
  CHECK(network.first_asked_ms(host + "/contact") >= 3'000);
  CHECK(network.first_asked_ms(host + "/favicon.ico") >= 3'000);
}

TEST_CASE("Crawl-delay spaces the questions, up to ten seconds") {
  FakeNetwork network = company_of(4);
  network.world[host + "/robots.txt"] = {{.body = "user-agent: *\ncrawl-delay: 2\ndisallow:\n"}};
  visit(network);
  std::vector<int> times;
  for (const auto& question : network.log)
    if (question.request.url.host() == "firm.example" && question.at_ms > 0)
      times.push_back(question.at_ms);
  for (std::size_t i = 1; i < times.size(); ++i) CHECK(times[i] - times[i - 1] >= 2'000);

  FakeNetwork slow = company_of(40);
  slow.world[host + "/robots.txt"] = {{.body = "user-agent: *\ncrawl-delay: 600\ndisallow:\n"}};
  const auto recording = visit(slow);
  CHECK_FALSE(recording.complete);
  CHECK(slow.log.size() >= 12);
  CHECK(slow.log.size() <= 20);
  CHECK(slow.elapsed_ms() <= 121'000);
}

TEST_CASE("a rate limits the requests a second to one host") {
  FakeNetwork network = company_of(5);
  CrawlOptions options;
  options.rate = 2;
  visit(network, options);
  std::vector<int> times;
  for (const auto& question : network.log)
    if (question.request.url.host() == "firm.example") times.push_back(question.at_ms);
  for (std::size_t i = 1; i < times.size(); ++i) CHECK(times[i] - times[i - 1] >= 500);
}

TEST_CASE("no more than the given connections are used at once") {
  FakeNetwork network = company_of(30);
  visit(network);
  CHECK(network.most_at_once["firm.example"] == 6);
  CHECK(network.connections_per_host == 6);
  FakeNetwork one = company_of(30);
  CrawlOptions options;
  options.connections = 1;
  visit(one, options);
  CHECK(one.most_at_once["firm.example"] == 1);
}

TEST_CASE("429 is asked again once, after Retry-After") {
  FakeNetwork network = company_of(3);
  network.world[host + "/p1"] = {status(429, {{"retry-after", "7"}}), html("<p>there you are</p>")};
  const auto recording = visit(network);
  const auto times = network.times_ms(host + "/p1");
  REQUIRE(times.size() == 2);
  CHECK(times[1] - times[0] >= 7'000);
  for (const auto& question : network.log) {
    INFO(question.url);
    CHECK((question.at_ms <= times[0] + 100 || question.at_ms >= times[0] + 7'000 ||
           question.request.url.host() != "firm.example"));
  }
  const auto both = visits_of(recording, host + "/p1");
  REQUIRE(both.size() == 2);
  CHECK(both[0]->fetch.attempt == 1);
  CHECK(both[0]->fetch.status() == 429);
  CHECK(both[1]->fetch.attempt == 2);
  CHECK(both[1]->fetch.ok());
}

TEST_CASE("Retry-After may be a date") {
  FakeNetwork network = company_of(1);
  const auto date = FakeNetwork::start + 5s;
  network.world[host + "/p0"] = {status(503, {{"retry-after", format_http_date(date)}}),
                                 html("<p>there</p>")};
  visit(network);
  const auto times = network.times_ms(host + "/p0");
  REQUIRE(times.size() == 2);
  CHECK(times[1] >= 4'000);
  CHECK(times[1] <= 6'000);
}

TEST_CASE("the first 429 halves the concurrency") {
  FakeNetwork network = company_of(40);
  network.world[host + "/contact"] = {status(429), html("<p>Call us</p>")};
  visit(network);
  const int limited = network.first_asked_ms(host + "/contact") + 10;
  std::map<int, int> started;  // answers take 10 ms, so those of one moment are the concurrency
  for (const auto& question : network.log)
    if (question.at_ms > limited + 20) ++started[question.at_ms];
  for (const auto& [at, count] : started) CHECK(count <= 3);
}

TEST_CASE("the second address that answers 429 stops the host") {
  FakeNetwork network = company_of(40);
  for (int i = 0; i < 40; ++i) network.world[host + "/p" + std::to_string(i)] = {status(429)};
  const auto recording = visit(network);
  std::set<std::string> pages;
  for (const auto& question : network.log)
    if (question.url.find("/p") != std::string::npos) pages.insert(question.url);
  CHECK(pages.size() <= 6);
  CHECK(fault_of(visit_of(recording, host + "/p9")) == FaultKind::rate_limited);
  CHECK(visit_of(recording, host + "/contact")->fetch.ok());
  CHECK_FALSE(recording.complete);
  CHECK(has_note(recording, "429"));
}

TEST_CASE("a host that wants to be left alone for an hour is left alone") {
  FakeNetwork network = company_of(10);
  network.otherwise = status(429, {{"retry-after", "3600"}});
  for (int i = 0; i < 10; ++i)
    network.world[host + "/p" + std::to_string(i)] = {status(429, {{"retry-after", "3600"}})};
  network.world[host + "/robots.txt"] = {status(404)};
  const auto recording = visit(network);
  CHECK(visit_of(recording, home)->fetch.ok());
  CHECK(network.elapsed_ms() < 5'000);
  for (const auto* page : visits(recording, Role::page))
    CHECK((page->fetch.status() == 429 || page->fetch.ok() ||
           fault_of(page) == FaultKind::rate_limited));
  CHECK_FALSE(recording.complete);
}

TEST_CASE("home that answers 503 is asked twice and then left") {
  FakeNetwork network = company_of(3);
  network.otherwise = status(503);
  for (auto& [url, answers] : network.world) answers = {status(503)};
  const auto recording = visit(network);
  CHECK(visits(recording, Role::home).size() == 2);
  CHECK(visits(recording, Role::page).empty());
  CHECK(network.elapsed_ms() < 15'000);
}

TEST_CASE("a challenge on home stops the visit after it and robots.txt") {
  FakeNetwork network = company_of(3);
  const auto wall = status(403, {{"cf-mitigated", "challenge"}, {"server", "cloudflare"}});
  network.otherwise = wall;
  for (auto& [url, answers] : network.world) answers = {wall};
  const auto recording = visit(network);
  CHECK(visits(recording, Role::home).size() == 1);
  CHECK(visits(recording, Role::robots).size() == 1);
  for (const auto& question : network.log) {
    INFO(question.url);
    const auto path = std::string(question.request.url.path());
    CHECK((path == "/" || path == "/robots.txt"));
  }
  CHECK_FALSE(recording.complete);
  CHECK(has_note(recording, "bot-challenge"));
}

TEST_CASE("the second challenge of a visit stops the host") {
  FakeNetwork network = company_of(40);
  const auto wall = status(403, {{"cf-mitigated", "challenge"}});
  for (int i = 0; i < 40; ++i) network.world[host + "/p" + std::to_string(i)] = {wall};
  const auto recording = visit(network);
  CHECK(network.log.size() < 25);
  CHECK(visit_of(recording, home)->fetch.ok());
  CHECK_FALSE(recording.complete);
}

TEST_CASE("a home page that forbids us closes the visit") {
  FakeNetwork network = company_of(3);
  network.world[home] = {status(403)};
  const auto recording = visit(network);
  CHECK(visits(recording, Role::home).size() == 2);
  CHECK(network.asked(host + "/contact") == 0);
}

TEST_CASE("500 is tried again after two and eight seconds") {
  FakeNetwork network = company_of(1);
  network.world[host + "/p0"] = {status(500), status(502), html("<p>at last</p>")};
  const auto recording = visit(network);
  const auto times = network.times_ms(host + "/p0");
  REQUIRE(times.size() == 3);
  CHECK(times[1] - times[0] >= 2'000);
  CHECK(times[2] - times[1] >= 8'000);
  CHECK(visits_of(recording, host + "/p0").size() == 3);
  CHECK(visit_of(recording, host + "/p0")->fetch.ok());
}

TEST_CASE("a broken link is asked twice, one after the other") {
  FakeNetwork network = company_of(1);
  network.world[host + "/p0"] = {status(404)};
  const auto recording = visit(network);
  const auto both = visits_of(recording, host + "/p0");
  REQUIRE(both.size() == 2);
  CHECK(both[0] + 1 == both[1]);
  CHECK(both[1]->fetch.attempt == 2);
}

TEST_CASE("a link that works the second time is read") {
  FakeNetwork network = company_of(1);
  network.world[host + "/p0"] = {status(404), html("<a href=\"/further\">Further</a>")};
  visit(network);
  CHECK(network.asked(host + "/further") > 0);
}

TEST_CASE("a 404 probe that is answered as expected is asked once, a soft one twice") {
  FakeNetwork network = company_of(0);
  CHECK(visits(visit(network), Role::missing).size() == 1);
  FakeNetwork soft = company_of(0);
  soft.otherwise = html("<p>Welcome</p>");
  soft.world[host + "/robots.txt"] = {status(404)};
  CHECK(visits(visit(soft), Role::missing).size() == 2);
}

TEST_CASE("a page that looks like the 404 page is asked twice") {
  FakeNetwork network = company_of(9);
  network.otherwise = html("<p>Oh dear</p>");
  network.world[host + "/robots.txt"] = {status(404)};
  network.world[host + "/p8"] = {html("<p>Oh dear</p>")};
  network.world[home].front().body += "<a href=\"/q/deep\">deep</a>";
  CrawlOptions options;
  options.connections = 1;
  visit(network, options);
  CHECK(network.asked(host + "/p8") == 2);
}

TEST_CASE("a host that does not exist is asked twice, then the visit ends") {
  FakeNetwork network;
  network.otherwise = fails(FaultKind::name_not_found);
  const auto recording = visit(network);
  CHECK(visits(recording, Role::home).size() == 2);
  CHECK(fault_of(visits(recording, Role::home).back()) == FaultKind::name_not_found);
  CHECK(network.elapsed_ms() < 2'000);
  CHECK_FALSE(recording.complete);
}

TEST_CASE("a dead host gets three tries within fifteen seconds") {
  FakeNetwork network;
  network.otherwise = fails(FaultKind::refused);
  const auto recording = visit(network);
  CHECK(visits(recording, Role::home).size() == 3);
  CHECK(network.elapsed_ms() <= 15'000);
}

TEST_CASE("a silent host is asked twice") {
  FakeNetwork network;
  network.otherwise = fails(FaultKind::timeout);
  network.otherwise.delay_ms = 20'000;
  const auto recording = visit(network);
  CHECK(visits(recording, Role::home).size() == 2);
  CHECK(network.elapsed_ms() < 60'000);
}

TEST_CASE("a refused certificate is read without trust, once") {
  FakeNetwork network;
  network.otherwise = fails(FaultKind::tls);
  const auto recording = visit(network);
  REQUIRE(visits(recording, Role::unverified_tls).size() == 1);
  const auto unverified =
      std::find_if(network.log.begin(), network.log.end(),
                   [](const FakeQuestion& question) { return !question.request.verify_tls; });
  REQUIRE(unverified != network.log.end());
  CHECK(unverified->request.drop_body);
  CHECK_FALSE(unverified->request.follow_redirects);
  CHECK(visits(recording, Role::page).empty());
}

TEST_CASE("the budget of requests to the company's host is kept, and said when it ends") {
  FakeNetwork network = company_of(500);
  CrawlOptions options;
  options.max_requests = 40;
  options.max_pages = 1'000;
  const auto recording = visit(network, options);
  int own = 0;
  for (const auto& question : network.log)
    own += question.request.url.host().ends_with("firm.example") ? 1 : 0;
  CHECK(own <= 40);
  CHECK(own >= 30);
  CHECK_FALSE(recording.complete);
  CHECK(has_note(recording, "40 requests"));
  CHECK(fault_of(visit_of(recording, host + "/p2")) == FaultKind::budget_exhausted);
  CHECK(visits(recording, Role::timing).size() == 3);
}

TEST_CASE("pages and clicks have their limits") {
  FakeNetwork network = company_of(100);
  const auto recording = visit(network);
  const auto pages = visits(recording, Role::page);
  const auto asked = std::count_if(pages.begin(), pages.end(),
                                   [](const Visit* visit) { return !visit->fetch.fault; });
  CHECK(asked == 59);
  CHECK(has_note(recording, "60 pages"));

  FakeNetwork deep;
  deep.world[home] = {html("<a href=\"/1\">on</a>")};
  for (int i = 1; i < 9; ++i)
    deep.world[host + "/" + std::to_string(i)] = {
        html("<a href=\"/" + std::to_string(i + 1) + "\">on</a>")};
  const auto shallow = visit(deep);
  CHECK(deep.asked(host + "/3") == 1);
  CHECK(deep.asked(host + "/4") == 0);
  CHECK_FALSE(shallow.complete);
}

TEST_CASE("files of the home page have their limit, blocking ones go first") {
  FakeNetwork network = company_of(0);
  std::string files = "<html><head>";
  for (int i = 0; i < 80; ++i) files += "<img src=\"/" + std::to_string(i) + ".png\">";
  files += "<link rel=stylesheet href=\"/late.css\"><a href=\"/contact\">Contact</a>";
  network.world[home] = {html(files)};
  network.otherwise = {.body = "x"};
  CrawlOptions options;
  options.max_resources = 10;
  const auto recording = visit(network, options);
  const auto resources = visits(recording, Role::resource);
  CHECK(std::count_if(resources.begin(), resources.end(),
                      [](const Visit* visit) { return !visit->fetch.fault; }) == 10);
  CHECK(has_note(recording, "10 files"));
}

TEST_CASE("the time limit ends the visit and what is under way is said") {
  FakeNetwork network = company_of(30);
  for (auto& [url, answers] : network.world) answers.front().delay_ms = 4'000;
  CrawlOptions options;
  options.max_time = 10'000ms;
  const auto recording = visit(network, options);
  CHECK(network.elapsed_ms() == 10'000);
  CHECK_FALSE(recording.complete);
  CHECK(has_note(recording, "time limit"));
  CHECK(fault_of(visit_of(recording, host + "/p29")) == FaultKind::budget_exhausted);
}

TEST_CASE("an interruption returns what is there") {
  FakeNetwork network = company_of(30);
  std::atomic<int> interrupted{0};
  CrawlHooks hooks;
  hooks.interrupted = &interrupted;
  hooks.progress = [&](const Progress& progress) {
    if (progress.answered > 6) interrupted = 1;
  };
  const auto recording = visit(network, {}, home, hooks);
  CHECK(visit_of(recording, home)->fetch.ok());
  CHECK_FALSE(recording.complete);
  CHECK(has_note(recording, "interrupted"));
  CHECK(fault_of(visit_of(recording, host + "/p29")) == FaultKind::interrupted);
}

TEST_CASE("contact and about go before files, files before further pages") {
  FakeNetwork network = company_of(30);
  network.world[home].front().body += "<img src=\"/a.png\"><a href=\"/about\">About us</a>";
  network.world[host + "/about"] = {html("<p>We</p>")};
  network.world[host + "/a.png"] = {{.body = "x"}};
  CrawlOptions options;
  options.connections = 1;
  visit(network, options);
  const auto at = [&](const std::string& path) { return network.first_asked_ms(host + path); };
  CHECK(at("/contact") < at("/about"));
  CHECK(at("/about") < at("/p0"));
  CHECK(at("/p0") < at("/a.png"));   // of the sample
  CHECK(at("/a.png") < at("/p29"));  // beyond it
}

TEST_CASE("an endless calendar ends with the budget") {
  FakeNetwork network = company_of(0);
  int day = 0;
  for (day = 0; day < 3'000; ++day)
    network.world[host + "/calendar/" + std::to_string(day)] = {
        html("<a href=\"/calendar/" + std::to_string(day + 1) + "\">next</a>")};
  network.world[home].front().body += "<a href=\"/calendar/0\">calendar</a>";
  CrawlOptions options;
  options.max_depth = 1'000'000;
  const auto recording = visit(network, options);
  CHECK(network.log.size() < 130);
  CHECK_FALSE(recording.complete);
}

TEST_CASE("a page with a hundred thousand links costs little and is not forgotten") {
  FakeNetwork network = company_of(0);
  std::string body = "<html>";
  for (int i = 0; i < 100'000; ++i) body += "<a href=\"/x" + std::to_string(i) + "\">x</a>";
  network.world[home] = {html(body)};
  const auto recording = visit(network);
  CHECK_FALSE(recording.complete);
  CHECK(recording.visits.size() < 500);
}

TEST_CASE("a sitemap that lists itself is read once") {
  FakeNetwork network = company_of(0);
  network.world[host + "/sitemap.xml"] = {
      {.body = "<sitemapindex><sitemap><loc>https://firm.example/sitemap.xml</loc></sitemap>"
               "<sitemap><loc>https://firm.example/2.xml</loc></sitemap></sitemapindex>"}};
  network.world[host + "/2.xml"] = {
      {.body = "<sitemapindex><sitemap><loc>https://firm.example/sitemap.xml</loc></sitemap>"
               "</sitemapindex>"}};
  visit(network);
  CHECK(network.asked(host + "/sitemap.xml") == 1);
  CHECK(network.asked(host + "/2.xml") == 1);
}
