#include "site/public_suffix.h"

#include <catch2/catch.hpp>

using namespace touchstone;

TEST_CASE("the registrable domain is one label more than the public suffix") {
  struct Case {
    std::string host, suffix, domain;  // domain empty: absent
  };
  const Case cases[] = {
      {"www.example.co.uk", "co.uk", "example.co.uk"},
      {"example.com", "com", "example.com"},
      {"com", "com", ""},
      {"a.b.example.com.", "com", "example.com"},
      {"shop.github.io", "github.io", "shop.github.io"},
      {"www.xn--85x722f.xn--55qx5d.cn", "xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn"},
      {"host.unlisted-tld", "unlisted-tld", "host.unlisted-tld"},
      {"192.0.2.1", "", ""},
      {"[2001:db8::1]", "", ""},
      {"localhost", "", ""},
      {"", "", ""},
      {".com", "", ""},
  };
  for (const auto& [host, suffix, domain] : cases) {
    INFO(host);
    CHECK(public_suffix(host) == suffix);
    CHECK(registrable_domain(host).value_or("") == domain);
  }
}

TEST_CASE("two hosts are one company's when they share a registrable domain") {
  CHECK(same_company_host("www.example.co.uk", "shop.example.co.uk"));
  CHECK(same_company_host("localhost", "localhost"));
  CHECK(same_company_host("192.0.2.1", "192.0.2.1"));
  CHECK_FALSE(same_company_host("192.0.2.1", "192.0.2.2"));
  CHECK_FALSE(same_company_host("a.co.uk", "b.co.uk"));
  CHECK_FALSE(same_company_host("a.github.io", "b.github.io"));
}

TEST_CASE("a host lies within a suffix by whole labels") {
  CHECK(host_within("t.me", "t.me"));
  CHECK(host_within("x.t.me", "t.me"));
  CHECK_FALSE(host_within("evil-t.me", "t.me"));
  CHECK_FALSE(host_within("t.me", "x.t.me"));
  CHECK_FALSE(host_within("t.me", ""));
}
