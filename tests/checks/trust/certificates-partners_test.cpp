#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

void none(SampleSite&) {}

auto in_main(std::string html) {
  return [html](SampleSite& sample) {
    swap_text(sample.fetch(home).body, "</main>", html + "</main>");
  };
}

std::string pictures(int count, const std::string& name = "seal") {
  std::string html;
  for (int i = 0; i < count; ++i) {
    html += "<img src='/" + name + std::to_string(i) + ".png' alt=x>";
  }
  return html;
}

auto linked(int links, int dead) {
  return [=](SampleSite& sample) {
    std::string html = "<h2>Certificates</h2>" + pictures(3);
    for (int i = 0; i < links; ++i) {
      const std::string url = "https://issuer.example/" + std::to_string(i);
      html += "<a href='" + url + "'>proof</a>";
      if (i < dead) sample.page(url, "", Role::link).hops.back().status = 404;
    }
    in_main(html)(sample);
  };
}

void shell(SampleSite& sample) {
  sample.fetch(home).body =
      "<html><head><script src='/app.js'></script></head><body><div id='root'></div></body>";
}

}  // namespace

TEST_CASE("every verdict of certificates and partners can be reached") {
  hold_rows("certificates-partners",
            {
                {"three", in_main("<h2>Our partners</h2>" + pictures(3)), "shown", "wow"},
                {"two", in_main("<h2>Awards</h2>" + pictures(2)), "shown", "so-so"},
                {"Russian", in_main("<h2>Наши клиенты</h2>" + pictures(3)), "shown", "wow"},
                {"under another heading",
                 in_main("<h2>Our partners</h2><h2>Our bread</h2>" + pictures(3)), "shown",
                 "not applicable"},
                {"what customers say", in_main("<h2>What our clients say</h2>" + pictures(3)),
                 "shown", "not applicable"},
                {"ways to pay", in_main("<h2>Partners</h2>" + pictures(3, "visa")), "shown",
                 "not applicable"},
                {"none", none, "shown", "not applicable"},
                {"a shell", shell, "shown", "not assessed: js-rendered"},

                {"a link to the issuer", linked(1, 0), "verifiable", "wow"},
                {"no link", linked(0, 0), "verifiable", "so-so"},
                {"dead links", linked(2, 2), "verifiable", "sucks"},
                {"none", none, "verifiable", "not applicable"},
                {"a shell", shell, "verifiable", "not assessed: js-rendered"},
            });
}
