#include "crawler/sample_company.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace touchstone;

namespace {

ServedAnswer ask(const std::string& target) {
  return sample_company({"GET", target, "127.0.0.1:8080", {}});
}

std::string header(const ServedAnswer& answer, const std::string& name) {
  for (const auto& [key, value] : answer.headers) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace

TEST_CASE("the sample company answers as a host of static files does") {
  struct Row {
    std::string target;
    int status;
    std::string content_type;
  };
  const Row rows[] = {
      {"/", 200, "text/html; charset=utf-8"},
      {"/?from=test", 200, "text/html; charset=utf-8"},
      {"/contact/", 200, "text/html; charset=utf-8"},
      {"/contact", 301, ""},
      {"/de/", 200, "text/html; charset=utf-8"},
      {"/style.css", 200, "text/css; charset=utf-8"},
      {"/icon.svg", 200, "image/svg+xml"},
      {"/favicon.ico", 200, "image/x-icon"},
      {"/robots.txt", 200, "text/plain; charset=utf-8"},
      {"/sitemap.xml", 200, "application/xml"},
      {"/nowhere", 404, "text/html; charset=utf-8"},
      {"/../main.cpp", 404, "text/html; charset=utf-8"},
      {"", 301, ""},
  };
  for (const auto& row : rows) {
    INFO(row.target);
    const ServedAnswer answer = ask(row.target);
    CHECK(answer.status == row.status);
    CHECK(header(answer, "Content-Type") == row.content_type);
  }
  CHECK(header(ask("/contact"), "Location") == "/contact/");
}

TEST_CASE("the sample company's addresses are those under which it was asked") {
  CHECK(ask("/sitemap.xml").body.find("<loc>http://127.0.0.1:8080/contact/</loc>") !=
        std::string::npos);
  for (const std::string target : {"/", "/contact/", "/de/", "/robots.txt", "/nowhere"}) {
    INFO(target);
    CHECK(ask(target).body.find("{origin}") == std::string::npos);
  }
}
