#include "site/url.h"

#include <catch2/catch.hpp>

using namespace touchstone;

namespace {

std::string href(const std::optional<Url>& url) {
  return url ? url->href() : "refused";
}

struct Case {
  std::string text, href;
};

}  // namespace

TEST_CASE("an address is normalised while it is parsed") {
  const Case cases[] = {
      {"HTTPS://Example.COM", "https://example.com/"},
      {"https://example.com:443/", "https://example.com/"},
      {"http://example.com:443/", "http://example.com:443/"},
      {"http://example.com:080/", "http://example.com/"},
      {"http://example.com:/", "http://example.com/"},
      {"  \t http://exa\nmple.com/a\tb \r\n", "http://example.com/ab"},
      {"https:example.com", "https://example.com/"},
      {"https:\\\\example.com\\a\\b", "https://example.com/a/b"},
      {"https:////example.com/", "https://example.com/"},
      {"https://example.com/a/./b/../c/%2e%2E/d", "https://example.com/a/d"},
      {"https://example.com/../../a/..", "https://example.com/"},
      {"https://example.com//a//", "https://example.com//a//"},
      {"https://example.com/ \"<>`{}^|'", "https://example.com/%20%22%3C%3E%60%7B%7D%5E|'"},
      {"https://example.com/?a 'b'\"c", "https://example.com/?a%20%27b%27%22c"},
      {"https://example.com/#a b`c", "https://example.com/#a%20b%60c"},
      {"https://example.com?#", "https://example.com/?#"},
      {"https://example.com/путь?я=ё#ъ",
       "https://example.com/%D0%BF%D1%83%D1%82%D1%8C?%D1%8F=%D1%91#%D1%8A"},
      {"https://example.com/caf\xE9", "https://example.com/caf%E9"},
      {"https://example.com/%zz%41", "https://example.com/%zz%41"},
      {"https://us er:p:w@example.com/", "https://us%20er:p%3Aw@example.com/"},
      {"https://a@b@example.com/", "https://a%40b@example.com/"},
      {"https://:@example.com/", "https://example.com/"},
      {"https://example.com./", "https://example.com./"},
  };
  for (const auto& [text, wanted] : cases) {
    INFO(text);
    CHECK(href(Url::parse(text)) == wanted);
    CHECK(href(Url::parse(wanted)) == wanted);
  }
}

TEST_CASE("what is no http(s) address is refused") {
  const std::string cases[] = {"",
                               "example.com",
                               "/path",
                               "mailto:a@example.com",
                               "tel:+4930123456",
                               "javascript:alert(1)",
                               "data:text/html,a",
                               "ftp://example.com/",
                               "file:///etc/passwd",
                               "https://",
                               "https://?a",
                               "https://user@/",
                               "https://exa mple.com/",
                               "https://example.com:65536/",
                               "https://example.com:8a/",
                               "https://exa%00mple.com/",
                               "https://exa<mple.com/",
                               "https://a%2fb/",
                               "https://\xFF\xFE/",
                               "https://[::1",
                               "https://[::1]a/",
                               "https://xn--a.\xC3\x9F/",
                               "https:///"};
  for (const auto& text : cases) {
    INFO(text);
    CHECK(href(Url::parse(text)) == "refused");
  }
}

TEST_CASE("hosts are what the DNS and the network want") {
  const Case cases[] = {
      {"Bücher.Example", "xn--bcher-kva.example"},
      {"faß.example", "xn--fa-hia.example"},
      {"ПРЕЗИДЕНТ.РФ", "xn--d1abbgf6aiiy.xn--p1ai"},
      {"%E4%BE%8B%E3%81%88.jp", "xn--r8jz45g.jp"},
      {"例え。テスト", "xn--r8jz45g.xn--zckzah"},
      {"a\u00ADb.example", "ab.example"},
      {"１２.example", "12.example"},
      {"1.2.3", "1.2.0.3"},
      {"0x7F.1", "127.0.0.1"},
      {"017700000001", "127.0.0.1"},
      {"4294967295", "255.255.255.255"},
      {"127.0.0.1.", "127.0.0.1"},
      {"4294967296", "refused"},
      {"1.2.3.4.5", "refused"},
      {"256.1.1.1", "refused"},
      {"08.1.1.1", "refused"},
      {"a.0x", "refused"},
      {"[2001:DB8:0:0:1:0:0:1]", "[2001:db8::1:0:0:1]"},
      {"[::ffff:192.0.2.1]", "[::ffff:c000:201]"},
      {"[1:2:3:4:5:6:7:8]", "[1:2:3:4:5:6:7:8]"},
      {"[1::2::3]", "refused"},
      {"[1:2:3:4:5:6:7]", "refused"},
      {"[1:2:3:4:5:6:7::8:9]", "refused"},
      {"[::1.2.3]", "refused"},
      {"[::1.2.3.04]", "refused"},
      {"[12345::]", "refused"},
      {"[::1%25eth0]", "refused"},
  };
  for (const auto& [text, wanted] : cases) {
    INFO(text);
    const auto url = Url::parse("http://" + text + "/");
    CHECK((url ? std::string(url->host()) : "refused") == wanted);
  }
}

TEST_CASE("a reference resolves against its base") {
  const auto base = *Url::parse("https://example.com/a/b/c?q#f");
  const Case cases[] = {
      {"", "https://example.com/a/b/c?q"},
      {"#top", "https://example.com/a/b/c?q#top"},
      {"?x=1", "https://example.com/a/b/c?x=1"},
      {"?", "https://example.com/a/b/c?"},
      {"d", "https://example.com/a/b/d"},
      {"./d/../e/", "https://example.com/a/b/e/"},
      {"../../../d", "https://example.com/d"},
      {"..", "https://example.com/a/"},
      {"/d?e#f", "https://example.com/d?e#f"},
      {"\\d", "https://example.com/d"},
      {"//other.example:8443", "https://other.example:8443/"},
      {"/\\other.example/d", "https://other.example/d"},
      {"https:d", "https://example.com/a/b/d"},
      {"https:/d", "https://example.com/d"},
      {"http:d", "http://d/"},
      {"http://other.example", "http://other.example/"},
      {"d:e", "refused"},
      {"mailto:a@b.example", "refused"},
      {"//", "refused"},
      {" d e\n", "https://example.com/a/b/d%20e"},
      {"1:2", "https://example.com/a/b/1:2"},
  };
  for (const auto& [text, wanted] : cases) {
    INFO(text);
    CHECK(href(base.resolve(text)) == wanted);
  }
}

TEST_CASE("credentials and port go along to relative references, and to no other host") {
  const auto base = *Url::parse("https://u:p@example.com:8443/a");
  CHECK(href(base.resolve("b")) == "https://u:p@example.com:8443/b");
  CHECK(href(base.resolve("//example.com/b")) == "https://example.com/b");
}

TEST_CASE("what a user types becomes an address") {
  const Case cases[] = {
      {"example.com", "https://example.com/"},
      {"  example.com/a?b ", "https://example.com/a?b"},
      {"пример.рф/путь", "https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C"},
      {"localhost:8080", "https://localhost:8080/"},
      {"example.com:8080/a:b", "https://example.com:8080/a:b"},
      {"127.0.0.1", "https://127.0.0.1/"},
      {"HTTP://example.com", "http://example.com/"},
      {"//example.com", "https://example.com/"},
      {"example.com/?next=http://b.example/", "https://example.com/?next=http://b.example/"},
      {"mailto:a@example.com", "refused"},
      {"ftp://example.com", "refused"},
      {"/etc/passwd", "refused"},
      {"", "refused"},
      {"two words", "refused"},
  };
  for (const auto& [text, wanted] : cases) {
    INFO(text);
    CHECK(href(Url::parse_typed(text)) == wanted);
  }
}

TEST_CASE("an address tells its parts") {
  const auto url = *Url::parse("https://u:p@Example.com:8443/a/b?c=d#e");
  CHECK(url.scheme() == "https");
  CHECK(url.is_https());
  CHECK(url.host() == "example.com");
  CHECK(url.port() == 8443);
  CHECK(url.authority() == "example.com:8443");
  CHECK(url.origin() == "https://example.com:8443");
  CHECK(url.path() == "/a/b");
  CHECK(url.query() == "c=d");
  CHECK(url.fragment() == "e");
  CHECK(url.has_credentials());
  CHECK_FALSE(url.host_is_ip());
  const auto bare = *Url::parse("http://192.0.2.1");
  CHECK(bare.port() == 80);
  CHECK(bare.authority() == "192.0.2.1");
  CHECK(bare.path() == "/");
  CHECK(bare.query().empty());
  CHECK(bare.fragment().empty());
  CHECK_FALSE(bare.has_credentials());
  CHECK(bare.host_is_ip());
  CHECK(Url::parse("http://[::1]/")->host_is_ip());
  CHECK(Url::parse("http://a:0/")->port() == 0);
  CHECK(Url::parse("https://xn--bcher-kva.example/")->host_unicode() == "bücher.example");
}

TEST_CASE("an address is changed part by part") {
  const auto url = *Url::parse("https://u@example.com:8443/a?b#c");
  CHECK(url.without_fragment().href() == "https://u@example.com:8443/a?b");
  CHECK(url.with_scheme("http").href() == "http://u@example.com/a?b#c");
  CHECK(url.with_scheme("https") == url);
  CHECK(url.with_host("www.example.com").href() == "https://u@www.example.com:8443/a?b#c");
  CHECK(url.with_path("/x y/../z?").href() == "https://u@example.com:8443/z%3F");
  CHECK(url.with_path("//evil.example").href() == "https://u@example.com:8443/evil.example");
  CHECK(url.with_path("").href() == "https://u@example.com:8443/");
  CHECK(url.without_credentials().href() == "https://example.com:8443/a?b#c");
  CHECK_THROWS_AS(url.with_host("a b"), std::invalid_argument);
  CHECK_THROWS_AS(url.with_scheme("ftp"), std::invalid_argument);
}

TEST_CASE("a host in Punycode is shown as people read it, when it is sound") {
  CHECK(host_to_unicode("xn--e1afmkfd.xn--p1ai") == "пример.рф");
  CHECK(host_to_unicode("example.com") == "example.com");
  CHECK(host_to_unicode("xn--a.example") == "xn--a.example");
  CHECK(host_to_ascii("пример.рф") == "xn--e1afmkfd.xn--p1ai");
  CHECK(host_to_ascii("") == std::nullopt);
  CHECK(host_to_ascii("a/b") == std::nullopt);
}

TEST_CASE("huge addresses cost little and are refused") {
  const std::string long_host(100'000, 'a');
  CHECK(Url::parse("https://example.com/" + std::string(10'000, '/')).has_value());
  CHECK(href(Url::parse("https://" + long_host + "/")) == "refused");
  CHECK(href(Url::parse("https://example.com/" + std::string(3 << 20, 'a'))) == "refused");
  CHECK(href(Url::parse("https://" + std::string(2'000, 'u') + "@example.com/")) == "refused");
  std::string dots;
  for (int i = 0; i < 3'000; ++i) dots += "a/../";
  CHECK(href(Url::parse("https://example.com/" + dots)) == "https://example.com/");
}

TEST_CASE("the longest address that there is can be changed part by part") {
  const std::string start = "http://example.com/";
  const auto longest = *Url::parse(start + std::string((16u << 10) - start.size(), 'a'));
  CHECK(longest.with_scheme("https").is_https());
  CHECK(longest.with_host("www.example.com").path() == longest.path());
  CHECK(longest.with_path("/b").href() == "http://example.com/b");
}
