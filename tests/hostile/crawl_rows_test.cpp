// Sites that want a crawl of the whole site never to end, or to lead somewhere else.

#include <catch2/catch.hpp>
#include <mutex>
#include <nlohmann/json.hpp>

#include "tests/cli/fixture.h"
#include "tests/crawler/served.h"
#include "tests/hostile/bombs.h"
#include "tests/hostile/table.h"

namespace touchstone {

namespace {

constexpr long for_ever = 100'000'000;
constexpr int good_pages = 20;
constexpr int most_pages = 150;

// Home and twenty good pages link to each other and to ten addresses below /trap/.
struct CrawlRow {
  const char* name;
  const char* ends;  // how the crawl does: "complete", "max-pages", "max-time", "host"
  Rudeness trap;     // what they answer with
  bool hangs = false;
};

std::string links(const std::string& folder, int many) {
  std::string all;
  for (int i = 0; i < many; ++i) {
    const std::string n = std::to_string(i);
    all += "<a href=\"" + folder + n + "\">Bread " + n + "</a> ";
  }
  return all;
}

ServedAnswer html(const std::string& body) {
  return page("<title>Bread</title>", "<h1>Bread</h1>" + body);
}

Rudeness says(std::string bytes) {
  return [bytes = std::move(bytes)](Wire& wire, const std::string&) { wire.send(bytes); };
}
Rudeness begins_and_repeats(std::string beginning, std::string piece, int pause_ms = 0) {
  return [beginning = std::move(beginning), piece = std::move(piece), pause_ms](
             Wire& wire, const std::string&) {
    if (wire.send(beginning)) wire.repeat(piece, for_ever, pause_ms);
  };
}
Rudeness coded(const std::string& coding, const std::string& body) {
  return says(page_head("Content-Encoding: " + coding + "\r\n") + body);
}
// A page made of the address that was asked for.
Rudeness grows(std::string (*body)(const std::string& target)) {
  return [body](Wire& wire, const std::string& target) { wire.answer(html(body(target))); };
}
Rudeness leads_to(const std::string& location) {
  return says("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
}

// What the crawl asked for.
struct World {
  std::mutex mutex;
  std::set<std::string> good;  // of the good pages
  int requests = 0;

  void note(const std::string& target) {
    const std::lock_guard lock(mutex);
    ++requests;
    if (target.starts_with("/good/")) good.insert(target);
  }
};

Rudeness site_with(const Rudeness& trap, World& world) {
  return [&trap, &world](Wire& wire, const std::string& target) {
    world.note(target);
    if (target == "/" || target.starts_with("/good/"))
      return wire.answer(html(links("/trap/", 10) + links("/good/", good_pages)));
    if (target.starts_with("/trap/")) return trap(wire, target);
    wire.answer(page("<title>Not found</title>", "<h1>Not found</h1>", 404));
  };
}

std::string origin(const RudeServer& server) {
  return "http://127.0.0.1:" + std::to_string(server.port());
}

Visited crawl_of(const std::string& address, bool hangs) {
  return crawl_with_program({address, "--dns", "127.0.0.1:9", "--rate", "0", "--timeout",
                             hangs ? "5" : "60", "--max-time", "1000", "--max-pages",
                             std::to_string(most_pages)});
}

std::string ending_of(const Visited& crawled) {
  const auto told = nlohmann::json::parse(crawled.out, nullptr, false);
  if (!told.is_object()) return "nothing told";
  return told["stopped_by"].is_null() ? "complete" : told["stopped_by"].get<std::string>();
}

}  // namespace

TEST_CASE("a crawl of the whole site ends, and reaches every good page on its way", "[table]") {
  const CrawlRow rows[] = {
      {"pages without an end", "complete",
       begins_and_repeats(page_head(), "<p>word <a href=/good/1>after</a> word")},
      {"pages of one tag without an end", "complete",
       begins_and_repeats(page_head() + "<a ", " href=/trap/a")},
      {"gzip bombs", "complete", coded("gzip", gzip_bomb(64))},
      {"gzip bombs in gzip bombs", "complete", coded("gzip, gzip", gzip(gzip_bomb(64)))},
      {"brotli bombs", "complete", coded("br", brotli_bomb())},
      {"gzip that is none", "complete", coded("gzip", "bread")},
      {"header fields without an end", "complete",
       begins_and_repeats("HTTP/1.1 200 OK\r\n", "X-Field: bread and more bread\r\n")},
      {"silence", "complete", begins_and_repeats("", "", 500), true},
      {"bodies that trickle", "complete", begins_and_repeats(page_head(), "word ", 200), true},
      {"closed without a byte", "complete", says("")},
      {"redirects to themselves", "complete", leads_to("?")},
      {"redirects without an end", "max-pages",
       [](Wire& wire, const std::string& target) { leads_to(target + "a")(wire, target); }},
      {"redirects to a file", "complete", leads_to("file:///etc/passwd")},
      {"redirects to the metadata of a cloud", "complete", leads_to("http://169.254.169.254/")},
      {"folders without an end", "max-pages",
       grows([](const std::string& target) { return links(target + "/", 4); })},
      {"parameters without an end", "max-pages", grows([](const std::string& target) {
         const std::string mark = target.find('?') == target.npos ? "?" : "&";
         return links(target + mark + "p" + std::to_string(target.size()) + "=", 4);
       })},
      {"half a million links", "complete",
       grows([](const std::string&) { return repeated("<a href=/good/1>a</a>", 500'000); })},
      {"links of 16 KiB", "complete", grows([](const std::string& target) {
         return links(target + "/" + std::string(16'000, 'a'), 50);
       })},
      {"elements of 200,000 levels", "complete",
       grows([](const std::string&) { return repeated("<div>", 200'000); })},
      {"comments and scripts that never close", "complete",
       grows([](const std::string&) { return "<script><!--" + repeated("<script>", 100'000); })},
      {"a base that is another's", "complete", grows([](const std::string&) {
         return "<base href=\"http://169.254.169.254/\">" + links("latest", 20);
       })},
  };
  std::vector<std::unique_ptr<World>> worlds;
  std::vector<std::function<Visited()>> jobs;
  for (const auto& row : rows) {
    World& world = *worlds.emplace_back(std::make_unique<World>());
    jobs.emplace_back([&row, &world] {
      const RudeServer server(site_with(row.trap, world));
      return crawl_of(origin(server) + "/", row.hangs);
    });
  }
  const auto visits = at_once(jobs);
  for (std::size_t i = 0; i < visits.size(); ++i) {
    INFO(rows[i].name << ": " << visits[i].out << visits[i].err);
    tell(std::string("crawl: ") + rows[i].name, visits[i]);
    CHECK(debts_of_run(visits[i]) == std::vector<std::string>{});
    CHECK(visits[i].status == 0);
    CHECK(is_one_of(ending_of(visits[i]), rows[i].ends));
    CHECK(worlds[i]->good.size() == good_pages);
    CHECK(worlds[i]->requests <= 2 * most_pages);
  }
}

TEST_CASE("files at known places cannot keep a crawl from its end", "[table]") {
  struct FileRow {
    const char* name;
    const char* path;
    const char* ends;
    Rudeness behave;
    bool hangs = false;
  };
  const std::string list = "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n\r\n";
  const FileRow rows[] = {
      {"robots.txt without an end", "/robots.txt", "complete",
       begins_and_repeats("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n",
                          "user-agent: bread\ndisallow: /\n")},
      {"robots.txt that never comes", "/robots.txt", "complete", begins_and_repeats("", "", 500),
       true},
      {"robots.txt of stars", "/robots.txt", "complete",
       [](Wire& wire, const std::string&) { wire.answer(answer("text/plain", stars(50'000))); }},
      {"robots.txt of 10,000 sitemaps", "/robots.txt", "complete",
       [](Wire& wire, const std::string&) {
         std::string text;
         for (int i = 0; i < 10'000; ++i) text += "sitemap: /none" + std::to_string(i) + ".xml\n";
         wire.answer(answer("text/plain", text));
       }},
      {"a sitemap without an end", "/sitemap.xml", "complete",
       begins_and_repeats(list, "<url><loc>http://127.0.0.1/bread</loc></url>")},
      {"a sitemap that lists itself", "/sitemap.xml", "complete",
       begins_and_repeats(list + "<sitemapindex>", "<sitemap><loc>/sitemap.xml</loc></sitemap>")},
      {"a sitemap packed 1,000 times", "/sitemap.xml", "complete",
       [](Wire& wire, const std::string&) {
         wire.answer(answer("application/gzip", gzip_bomb(64)));
       }},
  };
  std::vector<std::unique_ptr<World>> worlds;
  std::vector<std::function<Visited()>> jobs;
  for (const auto& row : rows) {
    World& world = *worlds.emplace_back(std::make_unique<World>());
    jobs.emplace_back([&row, &world] {
      const RudeServer server([&](Wire& wire, const std::string& target) {
        world.note(target);
        if (target == row.path) return row.behave(wire, target);
        if (target == "/" || target.starts_with("/good/"))
          return wire.answer(html(links("/good/", good_pages)));
        wire.answer(page("<title>Not found</title>", "<h1>Not found</h1>", 404));
      });
      return crawl_of(origin(server) + "/", row.hangs);
    });
  }
  const auto visits = at_once(jobs);
  for (std::size_t i = 0; i < visits.size(); ++i) {
    INFO(rows[i].name << ": " << visits[i].out << visits[i].err);
    tell(std::string("crawl: ") + rows[i].name, visits[i]);
    CHECK(debts_of_run(visits[i]) == std::vector<std::string>{});
    CHECK(is_one_of(ending_of(visits[i]), rows[i].ends));
    CHECK(visits[i].status == 0);
  }
}

}  // namespace touchstone
