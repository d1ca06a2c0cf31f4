#include "site/link_resolver.h"

#include <catch2/catch.hpp>

using namespace touchstone;

TEST_CASE("a link is resolved by hand exactly as Url resolves it") {
  const char* const bases[] = {
      "https://www.example.com/",          "https://www.example.com/a/b/c.html?x=1#y",
      "http://example.com:8080/a//b/",     "https://user:word@example.com/a/b",
      "https://[2001:db8::1]/a",           "https://xn--bcher-kva.example/%D0%BF/x",
      "https://www.example.com/a/b/?q=/z",
  };
  const char* const references[] = {
      "",
      "#",
      "#top",
      "a",
      "a/b",
      "a.html",
      "./a",
      "../a",
      "../../a",
      "../../../../a",
      "..",
      ".",
      "../",
      "../?x",
      "..//x",
      "../..",
      "../.",
      "../a/../b",
      "a/../b",
      "a/./b",
      "/",
      "/a",
      "/a/b/",
      "//",
      "//a",
      "//other.example/b",
      "/a//b",
      "/.a",
      "/a/.",
      "/a/..",
      "/a/%2e%2E/b",
      "/a/.%2e/b",
      "/%41",
      "a%2eb",
      "?",
      "?a=1",
      "?a=b/../c",
      "?a=.b&c=/.d",
      "?a?b",
      "a?b#c",
      "a#b#c",
      "/a b",
      "/a\tb",
      " /a ",
      "a:b",
      "a/b:c",
      ":a",
      "?a:b",
      "1:2",
      "http:a",
      "https:a",
      "https:/a",
      "https:///a",
      "https://www.example.com",
      "https://www.example.com/",
      "https://www.example.com/a/../b",
      "https://www.example.com/a#b",
      "https://www.example.com?a",
      "https://www.example.com:443/a",
      "https://www.example.com.evil.example/",
      "https://www.example.comx/a",
      "HTTPS://www.example.com/a",
      "https://WWW.example.com/a",
      "http://www.example.com/a",
      "https://example.com/a",
      "http://example.com:8080/b",
      "http://example.com:80/b",
      "mailto:a@b.example",
      "tel:+1",
      "javascript:void(0)",
      "data:,x",
      "/a'b",
      "/a|b",
      "/a\"b",
      "/a<b>",
      "/a`b",
      "/a{b}",
      "/a^b",
      "/a[b]",
      "/a\\b",
      "\\a",
      "a\\..\\b",
      "?a'b",
      "?a\"b",
      "?a<b",
      "/\xD0\xBF",
      "?\xD0\xBF",
      "/\xFF",
      "/%",
      "/%2",
      "/%zz",
      "/a;b=c,d",
      "/a@b",
      "/a!b$c&d(e)*f+g~h_i-j",
      "http://[bad",
      "https://",
  };
  for (const char* const base : bases) {
    const Url url = *Url::parse(base);
    LinkResolver resolver(url);
    for (const char* const reference : references) {
      INFO(base << " + " << reference);
      const auto resolved = url.resolve(reference);
      std::string address = "kept ";
      bool same_origin = false;
      const bool found = resolver.append(reference, address, same_origin);
      REQUIRE(found == resolved.has_value());
      CHECK(address == "kept " + (resolved ? resolved->without_fragment().href() : ""));
      if (resolved) CHECK(same_origin == (resolved->origin() == url.origin()));
    }
  }
}
