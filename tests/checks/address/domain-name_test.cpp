#include <catch2/catch.hpp>

#include "checks/company_name.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

// A site whose home page says no more than what the company calls itself, in three places.
SampleSite named_site(const std::string& host, const std::string& name) {
  SampleSite sample("https://" + host + "/");
  sample.page(
      "https://" + host + "/",
      "<!DOCTYPE html><title>" + name + "</title><meta property='og:site_name' content=\"" + name +
          "\"><script type='application/ld+json'>{\"@type\": \"Organization\", \"name\": \"" +
          name + "\"}</script><p>Welcome.</p>",
      Role::home);
  return sample;
}

struct NameRow {
  const char *host, *component, *verdict;
};

}  // namespace

TEST_CASE("a domain name is judged by its letters") {
  const auto row = GENERATE(values<NameRow>({
      {"igor-mann.ru", "length", "wow"},
      {"igor-mann.ru", "hyphens", "so-so"},
      {"igor-mann.ru", "pronounceable", "wow"},
      {"mann-ivanov-ferber.ru", "length", "so-so"},
      {"mann-ivanov-ferber.ru", "hyphens", "sucks"},
      {"mann-ivanov-ferber.ru", "pronounceable", "wow"},
      {"stroyvtsmk24.ru", "length", "so-so"},
      {"stroyvtsmk24.ru", "digits", "so-so"},
      {"stroyvtsmk24.ru", "pronounceable", "sucks"},
      {"abcdefghijk.com", "length", "wow"},
      {"abcdefghijklmnopqrs.com", "length", "so-so"},
      {"abcdefghijklmnopqrst.com", "length", "sucks"},
      {"bäckerei-müller.de", "hyphens", "so-so"},
      {"bäckereimüller.de", "length", "so-so"},
      {"example.com", "hyphens", "wow"},
      {"example.com", "digits", "wow"},
      {"example123.com", "digits", "sucks"},
      {"angst.de", "pronounceable", "so-so"},
      {"rhythm.com", "pronounceable", "wow"},
      {"пример.рф", "pronounceable", "wow"},
      {"взгляд.рф", "pronounceable", "so-so"},
      {"例え.jp", "pronounceable", "not applicable"},
      {"www.example.co.uk", "depth", "wow"},
      {"shop.example.co.uk", "depth", "so-so"},
      {"www.de.shop.example.com", "depth", "sucks"},
      {"192.0.2.1", "length", "not applicable"},
      {"localhost", "depth", "not applicable"},
  }));
  INFO(row.host << " " << row.component);
  const SampleSite sample = named_site(row.host, "Some Company");
  CHECK(judged("domain-name", sample).verdict(row.component) == row.verdict);
}

TEST_CASE("a domain name is compared with what the company calls itself") {
  struct BrandRow {
    const char *host, *name, *verdict;
  };
  const auto row = GENERATE(values<BrandRow>({
      {"example.com", "Example", "wow"},
      {"example.com", "Example GmbH", "wow"},
      {"mueller.de", "Bäckerei Müller, Ulm", "wow"},
      {"muller.de", "Müller", "wow"},
      {"motosarretxe.com", "Arretxe Motos y Maquinaria", "wow"},
      {"hgservice.de", "Haus & Garten Service", "wow"},
      {"inn-cafeteria-sunnyocean.com", "Sunny Ocean Inn", "so-so"},
      {"mif.ru", "Mann, Ivanov and Ferber", "wow"},
      {"stroyka.ru", "Стройка", "wow"},
      {"zhuravl.ru", "Журавль", "wow"},
      {"пример.рф", "Пример", "wow"},
      {"bakery.com", "Bakerman", "so-so"},
      {"sunny-trade.com", "Blumen Schmidt", "sucks"},
      {"iranpak.ir", "شرکت پاک", "not assessed: language-unsupported"},
  }));
  INFO(row.host << " " << row.name);
  CHECK(judged("domain-name", named_site(row.host, row.name)).verdict("brand-match") ==
        row.verdict);
}

TEST_CASE("a name that only the copyright line has may agree with the address") {
  SampleSite sample("https://hgservice.de/");
  sample.page("https://hgservice.de/",
              "<title>Hausmeister, Gartenpflege</title><p>Hello</p>"
              "<footer>© 2026 Haus & Garten Service</footer>",
              Role::home);
  CHECK(judged("domain-name", sample).verdict("brand-match") == "wow");
}

TEST_CASE("a whole name whose first word is a digit is not made of first letters") {
  CHECK_FALSE(match_brand("2lines", "2 Lines").initials);
  CHECK(match_brand("2lines", "2 Lines").similarity == 100);
}

TEST_CASE("digits of the brand are no strange digits") {
  CHECK(judged("domain-name", named_site("studio247.com", "Studio 247")).verdict("digits") ==
        "wow");
}

TEST_CASE("a title alone does not prove that the name is another") {
  SampleSite sample("https://sunny-trade.com/");
  sample.page("https://sunny-trade.com/", "<title>Blumen Schmidt</title><p>Hello</p>", Role::home);
  const JudgedSample result = judged("domain-name", sample);
  CHECK(result.verdict("brand-match") == "so-so");
  CHECK(result.component("brand-match").points == 40);
  CHECK(result.component("brand-match").unconfirmed);
}

TEST_CASE("a page without any name leaves the brand unknown") {
  SampleSite sample("https://example.com/");
  sample.page("https://example.com/", "<p>Hello</p>", Role::home);
  CHECK(judged("domain-name", sample).verdict("brand-match") == "not assessed: no-source");
}

TEST_CASE("behind a bot challenge only the letters of the name are judged") {
  SampleSite sample = SampleSite::perfect("example24.com");
  Fetch& home = sample.fetch("https://example24.com/", Role::home);
  home.hops.back().status = 403;
  SampleSite::set_header(home, "cf-mitigated", "challenge");
  const JudgedSample result = judged("domain-name", sample);
  CHECK(result.verdict("length") == "wow");
  CHECK(result.verdict("digits") == "not assessed: bot-challenge");
  CHECK(result.verdict("brand-match") == "not assessed: bot-challenge");
}

TEST_CASE("a name of four letters is a chip") {
  CHECK(judged("domain-name", named_site("abcd.com", "Abcd")).touchpoint.chips ==
        std::vector<std::string>{"tiny-name"});
  CHECK(judged("domain-name", named_site("abcde.com", "Abcde")).touchpoint.chips.empty());
}

TEST_CASE("the evidence of a domain name is the host") {
  const JudgedSample result = judged("domain-name", named_site("example.com", "Example"));
  REQUIRE_FALSE(result.component("length").evidence.empty());
  CHECK(result.component("length").evidence[0] ==
        Evidence{"https://example.com/", "host name", "example.com"});
  CHECK(result.component("length").value == Value(std::int64_t{7}));
}
