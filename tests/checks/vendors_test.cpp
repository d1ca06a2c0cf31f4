#include "checks/vendors.h"

#include <catch2/catch.hpp>

#include "site/embedded.h"
#include "tests/checks/sample_site.h"

using namespace touchstone;

namespace {

// "yandex-metrica jivo(held)": the vendors of a list that a page with this body shows.
std::string vendors(std::string_view list, const std::string& body, bool linked = false) {
  SampleSite sample;
  sample.page("https://example.com/", "<html><body>" + body + "</body></html>", Role::home);
  const Site site = sample.site();
  std::string out;
  for (const auto& sign :
       linked ? vendors_linked_on(*site.home(), list) : vendors_on(*site.home(), list)) {
    out += (out.empty() ? "" : " ") + sign.vendor + (sign.held ? "(held)" : "");
  }
  return out;
}

}  // namespace

TEST_CASE("a vendor is known by what the page loads") {
  struct Case {
    std::string list, body, vendors;
  };
  const std::vector<Case> cases{
      {"chat", "<script src='//code.jivosite.com/widget/x' async></script>", "jivo"},
      {"chat", "<script src='https://evil-code.jivo.ru.example/x'></script>", ""},
      {"chat", "<script src='https://xcode.jivo.ru/x'></script>", ""},
      {"chat", "<a href='https://code.jivo.ru/x'>Chat</a>", ""},
      {"chat", "<script>s.src='https:\\/\\/EMBED.tawk.to\\/1'</script>", "tawk"},
      {"chat", "<script>var help='ask embed.tawk.to'</script>", ""},
      {"chat", "<script type='application/ld+json'>\"https://embed.tawk.to/1\"</script>", ""},
      {"chat", "<div class='a fb-customerchat'></div>", "facebook-chat"},
      {"chat", "<div class='fb-customerchats'></div>", ""},
      {"chat", "<script src='https://cdn.bitrix24.ru/b1/crm/site_button/loader_2.js'></script>",
       "bitrix24"},
      {"analytics",
       "<script src='https://www.googletagmanager.com/gtag/js?id=G-1'></script>"
       "<noscript><img src='https://mc.yandex.ru/watch/1'></noscript>",
       "google-analytics yandex-metrica"},
      {"analytics", "<script src='https://www.googletagmanager.com/gtag/js?id=AW-1'></script>", ""},
      {"analytics", "<link rel='preconnect' href='https://mc.yandex.ru'>", ""},
      {"analytics",
       "<script type='text/plain' data-src='https://mc.yandex.ru/metrika/tag.js'></script>",
       "yandex-metrica(held)"},
      {"analytics",
       "<script type='text/plain' src='https://mc.yandex.ru/metrika/tag.js'></script>"
       "<script src='https://mc.yandex.ru/metrika/tag.js'></script>",
       "yandex-metrica"},
      {"analytics", "<script>_paq.push(['trackPageView'])</script>", "matomo"},
      {"trackers", "<script src='https://plausible.io/js/script.js'></script>", ""},
      {"trackers",
       "<script src='https://static.hotjar.com/1'></script><script>fbq('init', 1)</script>",
       "hotjar facebook"},
      {"consent", "<script src='https://cdn.cookielaw.org/x.js'></script>", "onetrust"},
      {"consent", "<div id='sp_message_container_1'></div>", "sourcepoint"},
      {"newsletter", "<form action='https://x.us1.list-manage.com/subscribe'></form>", "mailchimp"},
      {"booking", "<iframe src='https://calendly.com/x'></iframe>", "calendly"},
      {"payments", "<img src='/i/Apple_Pay.svg' alt=''><img alt='VISA' src='x.png'>",
       "apple-pay visa"},
      {"payments", "<img alt='An ideal gift' src='/a-bit.png'>", ""},
      {"payments", "<img alt='Logo iDEAL' src='x.png'>", "ideal"},
  };
  for (const auto& [list, body, expected] : cases) {
    INFO(body);
    CHECK(vendors(list, body) == expected);
  }
}

TEST_CASE("a link to a vendor is asked for by itself") {
  CHECK(vendors("booking", "<a href='https://calendly.com/huber'>Book</a>", true) == "calendly");
  CHECK(vendors("booking", "<a href='https://notcalendly.com/huber'>Book</a>", true).empty());
  CHECK(vendor_of(*Url::parse("https://huber.statuspage.io/"), "status") == "statuspage");
  CHECK(vendor_of(*Url::parse("https://example.com/"), "status").empty());
}

TEST_CASE("the pages of a sample are counted for each vendor") {
  SampleSite sample = SampleSite::perfect();
  for (const auto* address : {"https://example.com/", "https://example.com/contact/"}) {
    sample.fetch(address).body += "<script src='https://mc.yandex.ru/metrika/tag.js'></script>";
  }
  const auto found = vendors_on(sample.site(), "analytics");
  REQUIRE(found.size() == 1);
  CHECK(found[0].pages == 2);
  CHECK(found[0].evidence.url == "https://example.com/");
}

TEST_CASE("every line of the lists of vendors has a kind that is known") {
  for (const EmbeddedFile& file : embedded_below("checks/data/vendors/")) {
    for (const std::string_view line : embedded_list(file.path)) {
      const std::string words = std::string(line) + " ";
      bool known = words.starts_with("include ") || words.starts_with("without ");
      for (const auto* kind : {" host ", " path ", " code ", " mark ", " name ", " alone "}) {
        known = known || words.find(kind) == words.find(' ');
      }
      INFO(file.path << ": " << line);
      CHECK(known);
    }
  }
}

TEST_CASE("a page full of addresses is read in its own time") {
  std::string body = "<script>";
  for (int i = 0; i < 100'000; ++i) body += "//a.b.c/\\\\/";
  CHECK(vendors("chat", body + "</script>").empty());
  CHECK(vendors("chat", "<script>" + std::string(1'000'000, '/') + "</script>").empty());
}
