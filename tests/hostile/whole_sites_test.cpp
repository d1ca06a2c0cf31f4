// Sites that are hostile everywhere: what one page may cost, all together may not.

#include <catch2/catch.hpp>

#include "cli/exit_status.h"
#include "tests/cli/fixture.h"
#include "tests/hostile/bombs.h"
#include "tests/hostile/table.h"

namespace touchstone {

namespace {

constexpr long for_ever = 100'000'000;
constexpr int many = 20;

struct HostileSite {
  const char* name;
  Rudeness behave;
};

std::string numbered(const std::string& before, const std::string& behind) {
  std::string all;
  for (int i = 0; i < many; ++i) all += before + std::to_string(i) + behind;
  return all;
}

// Home and what it links to are of that body, each under a title of its own.
Rudeness every_page(const std::string& body) {
  return [body](Wire& wire, const std::string& target) {
    if (target != "/" && !target.starts_with("/bread/")) {
      return wire.answer(page("<title>Not found</title>", "<h1>Not found</h1>", 404));
    }
    wire.answer(page("<title>Bread " + target + "</title>",
                     numbered("<a href=\"/bread/", "\">Bread</a> ") + body));
  };
}

// Home has so many pictures, and as many rules say which of them may be loaded.
Rudeness pictures_and_rules(int many_pictures) {
  std::string pictures;
  for (int i = 0; i < many_pictures; ++i) pictures += "<img src=/em/" + std::to_string(i) + ">";
  return [pages = every_page(pictures), rules = stars(many_pictures)](Wire& wire,
                                                                      const std::string& target) {
    if (target != "/robots.txt") return pages(wire, target);
    wire.answer(answer("text/plain", rules));
  };
}

// The bakery with many files of that kind, none of which ends.
Rudeness every_file(const std::string& links, const std::string& type, const std::string& piece) {
  Company firm = bakery();
  std::string& home = firm.pages["/"].body;
  home.insert(home.find("</head>"), links);
  return [firm, type, piece](Wire& wire, const std::string& target) {
    if (!target.starts_with("/file/")) return wire.answer(firm({"GET", target, "", {}}));
    if (wire.send("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n"))
      wire.repeat(piece, for_ever);
  };
}

std::string address_book(int entries) {
  std::string book;
  for (int i = 0; i < entries; ++i) {
    const std::string n = std::to_string(i);
    book += "<div><h3>Person " + n + "</h3><p>Baker Street " + n + ", 10115 Berlin. Phone <a " +
            "href=\"tel:+49301" + n + "\">030 / 1" + n + "</a>, <a href=\"mailto:p" + n +
            "@firm.example\">p" + n + "@firm.example</a>, Monday to Friday 9 am to 6 pm</div>";
  }
  return book;
}

}  // namespace

TEST_CASE("a site that is hostile everywhere costs no more than its budget", "[table]") {
  const HostileSite sites[] = {
      {"every page an address book of a mebibyte", every_page(address_book(4'500))},
      {"every page of 25,000 pictures, and as many rules", pictures_and_rules(25'000)},
      {"every page one paragraph of 1.5 MiB",
       every_page("<p>" + repeated("a@b.example 030 / 1234567, Baker Street 1, ", 35'000))},
      {"every page 200,000 options", every_page("<select>" + repeated("<option>a", 200'000))},
      {"every style without an end",
       every_file(numbered("<link rel=stylesheet href=/file/", ">"), "text/css", "a{b:c}")},
      {"every script without an end",
       every_file(numbered("<script src=/file/", "></script>"), "text/javascript", "bread();")},
      {"every picture without an end",
       every_file(numbered("<img src=/file/", " alt=a>"), "image/gif", "GIF89a\xff\xff\xff\xff")},
  };
  std::vector<std::function<Visited()>> jobs;
  for (const auto& site : sites) {
    jobs.emplace_back([&site] {
      const RudeServer server(site.behave);
      auto arguments = patiently();
      // Home, its files and what is guessed: the budget itself is held in the crawler's tests.
      arguments.insert(arguments.end(), {"--max-pages", "1"});
      arguments.push_back("http://127.0.0.1:" + std::to_string(server.port()) + "/");
      return visit_with_program(arguments);
    });
  }
  const auto visits = at_once(jobs);
  for (std::size_t i = 0; i < visits.size(); ++i) {
    INFO(sites[i].name);
    tell(sites[i].name, visits[i]);
    CHECK(debts(visits[i]) == std::vector<std::string>{});
    CHECK(visits[i].status == static_cast<int>(ExitStatus::too_little_seen));
  }
}

}  // namespace touchstone
