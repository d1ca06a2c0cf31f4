#include <catch2/catch.hpp>
#include <random>

#include "tests/crawler/fake_company.h"

using namespace touchstone;

namespace {

// Answers of every kind, links to anywhere, at any speed.
class AnyWorld {
 public:
  explicit AnyWorld(unsigned seed) : random_(seed) {}

  FakeNetwork make() {
    FakeNetwork network;
    for (int i = 0; i < 200; ++i) network.world[address(i)] = {answer(), answer(), answer()};
    network.world["https://firm.example/"] = {answer(), answer()};
    network.world["https://firm.example/robots.txt"] = {answer()};
    network.otherwise = answer();
    return network;
  }

 private:
  int up_to(int most) { return std::uniform_int_distribution<>(0, most)(random_); }

  std::string address(int i) {
    constexpr const char* hosts[] = {"https://firm.example", "https://www.firm.example",
                                     "http://firm.example", "https://cdn.example",
                                     "https://shop.firm.example"};
    return std::string(hosts[i % 5]) + "/" + std::to_string(i) + (i % 3 == 0 ? "/" : ".html");
  }

  FakeAnswer answer() {
    FakeAnswer result = page();
    switch (up_to(9)) {
      case 0:
        result = moved(address(up_to(199)));
        break;
      case 1:
        result = fails(static_cast<FaultKind>(up_to(12)));
        break;
      case 2:
        result = status(std::vector{403, 404, 410, 418, 429, 500, 502,
                                    503}[static_cast<std::size_t>(up_to(7))]);
        break;
      case 3:
        result.headers = {{"content-type", "text/css"}};
        break;
      case 4:
        result.body = "user-agent: *\ncrawl-delay: 1\ndisallow: /1\nsitemap: /2.html\n";
        break;
      default:
        break;
    }
    result.delay_ms = up_to(3) == 0 ? up_to(20'000) : up_to(300);
    return result;
  }

  FakeAnswer page() {
    std::string body = "<!doctype html><html lang=\"en\">";
    for (int i = up_to(40); i > 0; --i) {
      const auto to = address(up_to(400));
      constexpr const char* tags[] = {"<a href=\"%\">Contact</a>",
                                      "<a href=\"%\">On</a>",
                                      "<img src=\"%\">",
                                      "<link rel=\"stylesheet\" href=\"%\">",
                                      "<link rel=\"icon\" href=\"%\">",
                                      "<script src=\"%\"></script>"};
      std::string tag = tags[up_to(5)];
      body += tag.replace(tag.find('%'), 1, to);
    }
    auto result = html("");
    for (std::size_t at = 0; at < body.size(); at += 700)
      result.parts.push_back(body.substr(at, 700));
    return result;
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("a visit ends within its limits in any world") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    INFO("seed " << seed);
    FakeNetwork network = AnyWorld(seed).make();
    const auto recording = visit(network);
    CHECK(network.elapsed_ms() <= 120'000);
    CHECK(network.under_way() == 0);
    int own = 0;
    for (const auto& question : network.log)
      own += question.request.url.host().ends_with("firm.example") ? 1 : 0;
    CHECK(own <= 120);
    CHECK(recording.visits.size() <= 600);
    REQUIRE_FALSE(visits(recording, Role::home).empty());
    CHECK(visits(recording, Role::home).size() <= 3);
  }
}
