#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <set>

#include "site/media_type.h"
#include "tests/crawler/firm.h"

using namespace touchstone;
using namespace std::chrono_literals;

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
  CHECK(has_note(recording, "40 requests"));
  CHECK(fault_of(visit_of(recording, host + "/p99")) == FaultKind::budget_exhausted);
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
  CHECK(visits(shallow, Role::page).size() == 3);
  CHECK(shallow.complete);  // no customer clicks so often
  CHECK(has_note(shallow, "beyond 3 clicks"));
}

TEST_CASE("files of the home page leave requests for thirty of its pages") {
  FakeNetwork network = company_of(60);
  std::string files = "<html><head>";
  for (int i = 0; i < 100; ++i) files += "<img src=\"/" + std::to_string(i) + ".png\">";
  for (int i = 0; i < 60; ++i)
    files += "<a href=\"/p" + std::to_string(i) + "\">" + std::to_string(i) + "</a>";
  network.world[home] = {html(files)};
  network.otherwise = {.body = "x"};
  const auto recording = visit(network);
  const auto asked = [&](Role role) {
    const auto all = visits(recording, role);
    return std::count_if(all.begin(), all.end(),
                         [](const Visit* visit) { return !visit->fetch.fault; });
  };
  CHECK(asked(Role::page) >= 25);
  CHECK(asked(Role::resource) >= 20);
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

TEST_CASE("a visit is complete when what it left is like what it read") {
  struct Case {
    const char* name;
    int many, few;  // pages in the one folder, and in the other
    bool complete;
  };
  const Case cases[] = {
      {"all was read", 20, 5, true},
      {"many products", 900, 0, true},
      {"many products, and what else there is", 900, 8, true},
      {"two folders too big", 600, 300, true},
  };
  for (const auto& [name, many, few, complete] : cases) {
    INFO(name);
    FakeNetwork network = company_of(0);
    std::string& links = network.world[home].front().body;
    const auto add = [&](const std::string& folder, int count) {
      for (int i = 0; i < count; ++i) {
        const auto path = folder + std::to_string(i) + "/page";
        links += "<a href=\"" + path + "\">Page</a>";
        network.world[host + path] = {html("<html lang=\"en\"><p>text</p>")};
      }
    };
    add("/a/", many);
    add("/z/", few);
    const auto recording = visit(network);
    CHECK(recording.complete == complete);
    if (few <= 8 && few > 0)
      CHECK(network.asked(host + "/z/" + std::to_string(few - 1) + "/page") == 1);
  }
  FakeNetwork network = company_of(0);
  for (int i = 0; i < 200; ++i)
    network.world[home].front().body += "<a href=\"/" + std::string(1 + i % 26, 'a' + i % 26) +
                                        std::to_string(i) + "x/page\">Page</a>";
  CHECK_FALSE(visit(network).complete);  // 26 folders at least: more kinds than could be known
}

TEST_CASE("the budget holds where every page redirects") {
  FakeNetwork network = company_of(100);
  int hops = 0;  // what an entry took over from home was asked once
  for (int i = 0; i < 100; ++i) {
    const auto at = host + "/p" + std::to_string(i);
    network.world[at] = {moved(at + "/1")};
    network.world[at + "/1"] = {moved(at + "/2")};
    network.world[at + "/2"] = {html("<p>text</p>")};
  }
  const auto recording = visit(network);
  for (const auto& each : recording.visits)
    if (each.fetch.answered().host() == "firm.example" || each.fetch.asked.host() == "firm.example")
      hops += each.role == Role::entry ? 1 : static_cast<int>(each.fetch.hops.size());
  CHECK(hops <= 120);
  CHECK(hops > 90);
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

TEST_CASE("of a home page that drips, what came until the time was over is kept") {
  FakeNetwork network = company_of(0);
  network.world[home] = {{.headers = {{"content-type", "text/html"}},
                          .delay_ms = 60'000,
                          .parts = {"<h1>Here", " we", " are</h1>"}}};
  CrawlOptions options;
  options.max_time = 30'000ms;
  const auto recording = visit(network, options);
  const auto& fetch = visits(recording, Role::home).back()->fetch;
  CHECK(fetch.status() == 200);
  CHECK(fetch.truncated);
  CHECK(fault_of(visits(recording, Role::home).back()) == FaultKind::budget_exhausted);
  CHECK(fetch.body.starts_with("<h1>Here"));
  CHECK(recording.requests > 0);
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
  CHECK(visits(recording, Role::home).back()->fetch.ok());
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
  CHECK(has_note(recording, "60 pages"));
}

TEST_CASE("a page with a hundred thousand links costs little and is not forgotten") {
  FakeNetwork network = company_of(0);
  std::string body = "<html>";
  for (int i = 0; i < 100'000; ++i) body += "<a href=\"/x" + std::to_string(i) + "\">x</a>";
  network.world[home] = {html(body)};
  const auto recording = visit(network);
  CHECK(has_note(recording, "limit of"));
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
