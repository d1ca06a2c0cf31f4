#include "checks/presence/email_address.h"

#include <catch2/catch.hpp>

namespace touchstone {
namespace {

std::vector<std::string> found(const std::string& line) {
  std::vector<std::string> addresses;
  for (const auto& address : addresses_in(line)) addresses.push_back(address.address);
  return addresses;
}

TEST_CASE("addresses are read in text, plain and spelled") {
  const std::vector<std::pair<std::string, std::vector<std::string>>> rows{
      {"Write to info@Firm.de.", {"info@firm.de"}},
      {"a.b+c@mail.firm.co.uk, x@y.museum", {"a.b+c@mail.firm.co.uk", "x@y.museum"}},
      {"邮箱info@firm.cn联系我们", {"info@firm.cn"}},
      {"info@firm.deТелефон", {"info@firm.de"}},
      {"post@bücher.example.de", {"post@bücher.example.de"}},
      {"почта: info@пример.рф", {"info@пример.рф"}},
      {"info (at) firm (dot) de", {"info@firm.de"}},
      {"info[at]firm[punkt]de", {"info@firm.de"}},
      {"info (собака) firm.ru", {"info@firm.ru"}},
      {"ventas (arroba) firma (punto) es", {"ventas@firma.es"}},
      {"info {at} firm.com", {"info@firm.com"}},
      {"info at firm dot com", {"info@firm.com"}},
      {"logo@2x.png", {}},
      {"hero@3x.webp 2x", {}},
      {"meet us at firm.com", {}},
      {"a@b", {}},
      {"user@@host", {}},
      {"E-mail\x1finfo@firm.de\x1fPhone", {"info@firm.de"}},
      {"info\x1f@\x1f"
       "firm.de",
       {"info@firm.de"}},
  };
  for (const auto& [line, addresses] : rows) {
    INFO(line);
    CHECK(found(line) == addresses);
  }
}

TEST_CASE("an address in a link may have a domain of any script, however it is written") {
  for (const std::string written :
       {"info@例え.example", "info@xn--r8jz45g.example", "info@हिन्दी.example"}) {
    INFO(written);
    const auto address = normalised_address(written);
    REQUIRE(address);
    CHECK(normalised_address(*address) == address);
    CHECK(parse_mailto("mailto:" + written)->addresses == std::vector<std::string>{*address});
    CHECK_FALSE(parse_mailto("mailto:" + written)->broken);
  }
  CHECK(parse_mailto("mailto:info@firm.deТелефон")->addresses ==
        std::vector<std::string>{"info@firm.de"});
}

TEST_CASE("mailto: links are read as mail programs and people do") {
  struct Row {
    std::string href;
    std::vector<std::string> addresses;
    bool broken;
  };
  const std::vector<Row> rows{
      {"mailto:info@firm.de", {"info@firm.de"}, false},
      {"MAILTO:Info@Firm.DE?subject=Hi%20there", {"Info@firm.de"}, false},
      {"mailto:a@firm.de,b@firm.de", {"a@firm.de", "b@firm.de"}, false},
      {"mailto:a%40firm.de", {"a@firm.de"}, false},
      {"mailto:mailto:info@firm.de", {"info@firm.de"}, true},
      {"mailto://info@firm.de", {"info@firm.de"}, true},
      {"mailto:Firm <info@firm.de>", {"info@firm.de"}, true},
      {"mailto:?subject=Look&body=x", {}, false},
      {"mailto:info", {}, true},
  };
  for (const auto& row : rows) {
    INFO(row.href);
    const auto link = parse_mailto(row.href);
    REQUIRE(link.has_value());
    CHECK(link->addresses == row.addresses);
    CHECK(link->broken == row.broken);
  }
  CHECK_FALSE(parse_mailto("https://firm.de/mailto:").has_value());
}

TEST_CASE("what Cloudflare hides is shown again") {
  CHECK(decode_cloudflare("422b2c242d02242b302f6c2627") == "info@firm.de");
  CHECK_FALSE(decode_cloudflare("zz").has_value());
  CHECK_FALSE(decode_cloudflare("123").has_value());
}

TEST_CASE("addresses of documentation are known") {
  CHECK(is_sample_address("info@example.com"));
  CHECK_FALSE(is_sample_address("info@firm.de"));
}

TEST_CASE("a line full of signs costs little") {
  CHECK(addresses_in(std::string(100'000, '@')).empty());
  CHECK(addresses_in(std::string(100'000, 'a') + "@").empty());
}

}  // namespace
}  // namespace touchstone
