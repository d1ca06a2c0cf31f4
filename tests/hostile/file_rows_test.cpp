// Files of a site that deceive: robots.txt, sitemap, icon, manifest, style, script, picture, feed.

#include <catch2/catch.hpp>

#include "tests/hostile/bombs.h"
#include "tests/hostile/table.h"

namespace touchstone {

namespace {

constexpr long for_ever = 100'000'000;

std::function<void(Wire&)> serves(const std::string& type, const std::string& body) {
  return [type, body](Wire& wire) { wire.answer(answer(type, body)); };
}
std::function<void(Wire&)> without_end(const std::string& type, const std::string& piece) {
  return [type, piece](Wire& wire) {
    if (wire.send("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n"))
      wire.repeat(piece, for_ever);
  };
}

std::string big_endian(unsigned value) {
  std::string bytes;
  for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(value >> shift & 0xff);
  return bytes;
}
std::string png(unsigned width, unsigned height) {
  return "\x89PNG\r\n\x1a\n" + std::string("\0\0\0\rIHDR", 8) + big_endian(width) +
         big_endian(height) + std::string("\x08\x06\0\0\0\x01\x02\x03\x04", 9) +
         std::string("\0\0\0\0IEND\xae\x42\x60\x82", 12);
}

const std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" )";
const std::string bomb =
    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"breadbreadbread\"><!ENTITY b "
    "\"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d "
    "\"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f "
    "\"&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;\">]>";
const std::string outside =
    "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"http://169.254.169.254/x.dtd\" [<!ENTITY g SYSTEM "
    "\"file:///etc/passwd\">]>";
const std::string urlset = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";

// The bakery with one good file of each kind.
Company furnished() {
  Company firm = bakery();
  std::string& home = firm.pages["/"].body;
  home += "<img src=\"/oven.png\" alt=\"Our oven\" width=\"600\" height=\"400\">";
  home.insert(home.find("</head>"),
              "<link rel=\"manifest\" href=\"/site.webmanifest\"><link rel=\"stylesheet\" "
              "href=\"/style.css\"><script src=\"/app.js\" defer></script><link rel=\"alternate\" "
              "type=\"application/rss+xml\" href=\"/feed.xml\">");
  firm.pages["/sitemap.xml"] =
      answer("application/xml", urlset + "<url><loc>http://127.0.0.1/</loc></url></urlset>");
  firm.pages["/site.webmanifest"] = answer("application/manifest+json", R"({"name": "Bakery"})");
  firm.pages["/style.css"] = answer("text/css", "body { color: #222 }");
  firm.pages["/app.js"] = answer("text/javascript", "var bread = 1;");
  firm.pages["/oven.png"] = answer("image/png", png(600, 400));
  firm.pages["/feed.xml"] = answer("application/rss+xml", "<rss><channel></channel></rss>");
  return firm;
}

const std::set<std::string> judged_by_these_files{
    "brand-consistency", "compression",     "favicon",    "image-efficiency", "page-weight",
    "print-version",     "render-blocking", "robots-txt", "rss-feed",         "security-txt",
    "sitemap-xml",       "text-legibility", "touch-icon", "web-manifest"};

}  // namespace

TEST_CASE("files that deceive change nothing but what is said of them", "[table]") {
  const std::vector<HostileFile> rows{
      {"robots.txt of 1 GiB", "/robots.txt", "200 cut",
       without_end("text/plain", "user-agent: bread\ndisallow: /\n")},
      {"robots.txt of one line of 1 GiB", "/robots.txt", "200 cut",
       without_end("text/plain", "bread")},
      {"robots.txt of 5 MB of stars", "/robots.txt", "200",
       serves("text/plain",
              "user-agent: *\n" + repeated("disallow: /" + repeated("*a", 8'000) + "$\n", 300))},
      {"robots.txt of 100,000 stars in a row", "/robots.txt", "200",
       serves("text/plain", "user-agent: *\ndisallow: /x" + repeated("*", 100'000) + "y$\n")},
      {"robots.txt of 50,000 rules", "/robots.txt", "200", serves("text/plain", stars(50'000))},
      {"robots.txt of noise", "/robots.txt", "200",
       serves("text/plain", std::string("\0\xff\xfe\x1b[2J\r\r\n:::\n", 14))},

      {"a sitemap that lists itself", "/sitemap.xml", "200",
       serves("application/xml", "<sitemapindex>" +
                                     repeated("<sitemap><loc>/sitemap.xml</loc></sitemap>", 2'000) +
                                     "</sitemapindex>")},
      {"a sitemap with an entity bomb", "/sitemap.xml", "200",
       serves("application/xml", bomb + urlset + "<url><loc>&g;</loc></url></urlset>")},
      {"a sitemap with entities from outside", "/sitemap.xml", "200",
       serves("application/xml", outside + urlset + "<url><loc>&g;</loc></url></urlset>")},
      {"a sitemap of 100,000 levels", "/sitemap.xml", "200",
       serves("application/xml", urlset + repeated("<url>", 100'000))},
      {"a sitemap without an end", "/sitemap.xml", "200 cut",
       without_end("application/xml", "<url><loc>http://127.0.0.1/bread</loc></url>")},
      {"a sitemap packed 1,000 times", "/sitemap.xml", "200",
       serves("application/gzip", gzip_bomb(64))},

      {"an icon that lies about its size", "/icon.svg", "200",
       serves("image/png", png(1, 1) + std::string(300'000, 'x'))},
      {"an icon of 2^31 pixels squared", "/icon.svg", "200",
       serves("image/png", png(0x7fffffff, 0x7fffffff))},
      {"an icon with 65,535 pictures", "/icon.svg", "200",
       serves("image/x-icon", std::string("\0\0\x01\0\xff\xff", 6) + std::string(9'999, '\xff'))},
      {"an icon with an entity bomb", "/icon.svg", "200",
       serves("image/svg+xml", bomb + svg + "><text>&g;</text></svg>")},
      {"an icon of 100,000 levels", "/icon.svg", "200",
       serves("image/svg+xml", svg + ">" + repeated("<g>", 100'000))},
      {"an icon beyond all numbers", "/icon.svg", "200",
       serves("image/svg+xml",
              svg + "width=\"1e999\" height=\"-1e999\" viewBox=\"0 0 nan inf\"/>")},

      {"a manifest of 100,000 levels", "/site.webmanifest", "200",
       serves("application/manifest+json", repeated("[", 100'000))},
      {"a manifest with 10,000 icons", "/site.webmanifest", "200",
       serves("application/manifest+json",
              "{\"icons\": [" + repeated("{\"src\": \"/none.png\"},", 10'000) + "{}]}")},
      {"a manifest without an end", "/site.webmanifest", "200 cut",
       without_end("application/manifest+json", "[1,")},

      {"a style that imports itself", "/style.css", "200",
       serves("text/css", repeated("@import url(/style.css);", 9'999))},
      {"a style of half a million brackets", "/style.css", "200",
       serves("text/css", repeated("{", 500'000))},
      {"a style without an end", "/style.css", "200 cut", without_end("text/css", "a{b:c}")},
      {"a style of comments that never close", "/style.css", "200",
       serves("text/css", repeated("/*", 250'000))},

      {"a script without an end", "/app.js", "200 cut", without_end("text/javascript", "bread();")},
      {"a script that is closed at once", "/app.js", "unreachable|protocol", [](Wire&) {}},
      {"a script that is reset", "/app.js", "unreachable", [](Wire& wire) { wire.reset(); }},
      {"a script that never comes", "/app.js", "timeout", [](Wire& wire) { wire.hang(); }, true},

      {"a picture of 2^32 pixels squared", "/oven.png", "200",
       serves("image/png", png(0xffffffff, 0xffffffff))},
      {"a picture of nothing", "/oven.png", "200", serves("image/png", "")},
      {"a picture that ends in its head", "/oven.png", "200",
       serves("image/jpeg", "\xff\xd8\xff\xe0\xff\xff")},
      {"a picture without an end", "/oven.png", "200 cut|timeout",
       without_end("image/gif", "GIF89a\xff\xff\xff\xff")},

      {"a feed with an entity bomb", "/feed.xml", "200",
       serves("application/rss+xml", bomb + "<rss><channel><title>&g;</title></channel></rss>")},
      {"a feed with entities from outside", "/feed.xml", "200",
       serves("application/rss+xml", outside + "<rss><channel><title>&g;</title></channel></rss>")},
      {"a feed of 100,000 levels", "/feed.xml", "200",
       serves("application/rss+xml", repeated("<item>", 100'000))},

      {"security.txt without an end", "/.well-known/security.txt", "200 cut",
       without_end("text/plain", "Contact: mailto:a@b.example\n")},
      {"security.txt of noise", "/.well-known/security.txt", "200",
       serves("text/plain", "\xff\xfe\x1b[2J Contact:\r\r Expires: 99999-99-99T99:99:99Z\n")},
  };
  check_files(furnished(), rows, judged_by_these_files);
}

}  // namespace touchstone
