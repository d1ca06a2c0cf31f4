#include "site/media_type.h"

#include <catch2/catch.hpp>

using namespace touchstone;

namespace {

struct Case {
  std::string text, wanted;
};

std::string serialized(const std::string& text) {
  const auto type = parse_media_type(text);
  return type ? type->serialized() : "refused";
}

std::string date(const std::string& text) {
  const auto time = parse_http_date(text);
  return time ? format_rfc3339(*time) : "refused";
}

// "target rel; target rel"
std::string links(const std::string& value) {
  std::string out;
  for (const auto& link : parse_link_header(value)) {
    if (!out.empty()) out += " | ";
    out += link.target;
    for (const auto& [name, text] : link.parameters) out += " " + name + "=" + text;
  }
  return out;
}

}  // namespace

TEST_CASE("a media type is parsed and written as the MIME Sniffing Standard does") {
  const Case cases[] = {
      {"Text/HTML;Charset=UTF-8", "text/html;charset=UTF-8"},
      {" text/html \t; charset = utf-8", "text/html"},
      {"text/html; charset=utf-8 ; charset=koi8-r", "text/html;charset=utf-8"},
      {"text/html;a=\"x;\\\"y\";b=c", "text/html;a=\"x;\\\"y\";b=c"},
      {"text/html;a=\"never closed", "text/html;a=\"never closed\""},
      {"text/html;a=\"\"", "text/html;a=\"\""},
      {"text/html;a=;b", "text/html"},
      {"text/html;ä=b;c=d", "text/html;c=d"},
      {"text/html;a=\x01;c=d", "text/html;c=d"},
      {"text", "refused"},
      {"/html", "refused"},
      {"text/", "refused"},
      {"text html/x", "refused"},
      {"", "refused"},
  };
  for (const auto& [text, wanted] : cases) {
    INFO(text);
    CHECK(serialized(text) == wanted);
  }
  CHECK(parse_media_type("a/b;c=d")->parameter("c") == "d");
  CHECK(parse_media_type("a/b;c=d")->parameter("e") == std::nullopt);
}

TEST_CASE("a Link field is parsed by RFC 8288") {
  const Case cases[] = {
      {"</a>; rel=icon", "/a rel=icon"},
      {"< /a >;REL=\"shortcut icon\";x", "/a rel=shortcut icon x="},
      {"</a,b>; rel=x, </c>; rel=\"y, z\"", "/a,b rel=x | /c rel=y, z"},
      {"</a>, </b>;;; rel=x;", "/a | /b rel=x"},
      {"</a>; title*=UTF-8'de'%C3%BCber; rel=x", "/a title*=über rel=x"},
      {"</a>; title*=latin1''x; rel=x", "/a rel=x"},
      {"</a>; title=\"open", "/a title=open"},
      {"</a> junk, </b>", "/a"},
      {"/a; rel=x", ""},
      {"</a", ""},
      {"", ""},
  };
  for (const auto& [text, wanted] : cases) {
    INFO(text);
    CHECK(links(text) == wanted);
  }
}

TEST_CASE("a link has a relation when the first rel names it") {
  const auto link = parse_link_header("</a>; rel=\"Shortcut ICON\"; rel=next").at(0);
  CHECK(link.has_rel("icon"));
  CHECK(link.has_rel("shortcut"));
  CHECK_FALSE(link.has_rel("next"));
  CHECK_FALSE(link.has_rel("ico"));
  CHECK_FALSE(parse_link_header("</a>").at(0).has_rel("icon"));
}

TEST_CASE("an HTTP date is read in its three forms and in what servers make of them") {
  const Case cases[] = {
      {"Fri, 02 Jan 2026 03:04:05 GMT", "2026-01-02T03:04:05Z"},
      {"Friday, 02-Jan-26 03:04:05 GMT", "2026-01-02T03:04:05Z"},
      {"Fri Jan  2 03:04:05 2026", "2026-01-02T03:04:05Z"},
      {"Fri, 2-Jan-2026 3:04 GMT", "2026-01-02T03:04:00Z"},
      {"02 Jan 2026", "2026-01-02T00:00:00Z"},
      {"20260102 03:04:05 +0100", "2026-01-02T02:04:05Z"},
      {"Fri, 02 Jan 2026 03:04:05 EST", "2026-01-02T08:04:05Z"},
      {"Fri, 02 Jan 2026 03:04:05 GMT (whatever)", "2026-01-02T03:04:05Z"},
      {"Sun, 31 Dec 71 23:59:60 GMT", "1972-01-01T00:00:00Z"},
      {"Sat, 31 Dec 70 00:00:00 GMT", "2070-12-31T00:00:00Z"},
      {"0", "refused"},
      {"-1", "refused"},
      {"", "refused"},
      {"never", "refused"},
      {"120", "refused"},
      {"Fri, 30 Feb 2026 03:04:05 GMT", "refused"},
      {"Fri, 02 Foo 2026 03:04:05 GMT", "refused"},
      {"Fri, 02 Jan 2026 24:00:00 GMT", "refused"},
      {"Fri, 02 Jan 2026 03:60:00 GMT", "refused"},
      {"Fri, 99999999999999999999 Jan 2026", "refused"},
      {"Fri, 31 Dec 9999 23:30:00 -0100", "refused"},
  };
  for (const auto& [text, wanted] : cases) {
    INFO(text);
    CHECK(date(text) == wanted);
  }
}

TEST_CASE("dates are written as HTTP and RFC 3339 want them") {
  const Time time(std::chrono::milliseconds(784'887'151'999));
  CHECK(format_http_date(time) == "Tue, 15 Nov 1994 08:12:31 GMT");
  CHECK(format_rfc3339(time) == "1994-11-15T08:12:31Z");
  CHECK(format_rfc3339(Time(std::chrono::milliseconds(-1))) == "1969-12-31T23:59:59Z");
}

TEST_CASE("RFC 3339 is read with fractions and offsets, and nothing else") {
  struct Instant {
    std::string text;
    std::int64_t ms;
  };
  const Instant cases[] = {{"1994-11-15T08:12:31Z", 784'887'151'000},
                           {"1994-11-15t08:12:31.5z", 784'887'151'500},
                           {"1994-11-15 08:12:31.1239Z", 784'887'151'123},
                           {"1994-11-15T09:42:31+01:30", 784'887'151'000},
                           {"1994-11-15T07:12:31-01:00", 784'887'151'000}};
  for (const auto& [text, ms] : cases) {
    INFO(text);
    const auto time = parse_rfc3339(text);
    REQUIRE(time);
    CHECK(time->time_since_epoch().count() == ms);
  }
  for (const std::string text :
       {"", "1994", "1994-11-15", "1994-11-15T08:12Z", "1994-13-15T08:12:31Z",
        "1994-02-30T08:12:31Z", "1994-11-15T25:12:31Z", "1994-11-15T08:12:31",
        "1994-11-15T08:12:31.Z", "1994-11-15T08:12:31Zx", "1994-11-15T08:12:31+0100",
        "9999-12-31T23:00:00-01:00", "0000-01-01T00:00:00+01:00"}) {
    INFO(text);
    CHECK_FALSE(parse_rfc3339(text));
  }
}
