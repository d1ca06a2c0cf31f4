#include "site/sitemap.h"

#include <zlib.h>

#include <catch2/catch.hpp>

#include "site/media_type.h"

using namespace touchstone;

namespace {

const Url address = *Url::parse("https://a.example/sitemap.xml");

std::vector<std::string> locations(std::string_view bytes) {
  std::vector<std::string> result;
  for (const auto& url : read_sitemap(bytes, address).locations) result.push_back(url.href());
  return result;
}

std::string gzip(const std::string& text) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string result(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  result.resize(result.size() - stream.avail_out);
  deflateEnd(&stream);
  return result;
}

const std::string urlset =
    "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
    " xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">"
    "<url><loc> https://a.example/?a=1&amp;b=2 </loc><lastmod>2026-01-01</lastmod>"
    "<image:image><image:loc>https://a.example/i.png</image:loc></image:image></url>"
    "<url><loc><![CDATA[https://a.example/zwei]]></loc></url></urlset>";

}  // namespace

TEST_CASE("a urlset lists its pages and not their images") {
  CHECK(read_sitemap(urlset, address).kind == Sitemap::Kind::urlset);
  CHECK(locations(urlset) ==
        std::vector<std::string>{"https://a.example/?a=1&b=2", "https://a.example/zwei"});
}

TEST_CASE("a gzipped sitemap is unpacked, in several members too") {
  CHECK(locations(gzip(urlset)).size() == 2);
  CHECK(locations(gzip(urlset.substr(0, 100)) + gzip(urlset.substr(100))).size() == 2);
}

TEST_CASE("an index lists further sitemaps and never itself") {
  const auto index =
      "<sitemapindex><sitemap><loc>https://a.example/sitemap.xml</loc></sitemap>"
      "<sitemap><loc>https://a.example/2.xml</loc></sitemap></sitemapindex>";
  CHECK(read_sitemap(index, address).kind == Sitemap::Kind::index);
  CHECK(locations(index) == std::vector<std::string>{"https://a.example/2.xml"});
}

TEST_CASE("feeds list the pages of their entries") {
  const auto rss =
      "<rss version=\"2.0\"><channel><link>https://a.example/</link>"
      "<item><link>/news/1</link></item></channel></rss>";
  CHECK(locations(rss) == std::vector<std::string>{"https://a.example/news/1"});
  const auto atom =
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link href=\"/\"/><entry>"
      "<link rel=\"edit\" href=\"/edit/1\"/><link href=\"/news/2\"/></entry></feed>";
  CHECK(locations(atom) == std::vector<std::string>{"https://a.example/news/2"});
}

TEST_CASE("a text sitemap has an address a line") {
  const auto text = "\xEF\xBB\xBFhttps://a.example/1\r\n\r\nhttps://a.example/2\r\n";
  CHECK(read_sitemap(text, address).kind == Sitemap::Kind::text);
  CHECK(locations(text).size() == 2);
}

TEST_CASE("what is no sitemap is said to be none") {
  for (const auto* bytes : {"", "<!DOCTYPE html><html><body>gone</body></html>",
                            "Not found\nhttps://a.example/1\n", "\x89PNG\r\n"}) {
    INFO(bytes);
    const auto sitemap = read_sitemap(bytes, address);
    CHECK(sitemap.kind == Sitemap::Kind::none);
    CHECK(sitemap.locations.empty());
  }
}

TEST_CASE("blanks before the XML declaration are forgiven") {
  CHECK(locations("\n  " + urlset).size() == 2);
}

TEST_CASE("what stands before a mistake is still read") {
  const auto sitemap =
      read_sitemap("<urlset><url><loc>https://a.example/1</loc></url><url><loc>", address);
  CHECK(sitemap.locations.size() == 1);
  CHECK_FALSE(sitemap.error.empty());
}

TEST_CASE("a damaged gzip file is an error") {
  CHECK(read_sitemap(gzip(urlset).substr(0, 60), address).error == "damaged gzip file");
}

TEST_CASE("entities are not expanded") {
  std::string bomb = "<!DOCTYPE urlset [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += "\">";
  }
  bomb += "]><urlset><url><loc>https://a.example/&j;</loc></url></urlset>";
  for (const auto& location : locations(bomb)) CHECK(location.size() < 100);
  const auto file =
      "<!DOCTYPE urlset [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
      "<urlset><url><loc>https://a.example/&x;</loc></url></urlset>";
  for (const auto& location : locations(file)) CHECK(location.size() < 30);
}

TEST_CASE("a small file that unpacks to a huge one is cut") {
  const auto bomb = gzip("<urlset>" + std::string(60u << 20, ' ') + "</urlset>");
  CHECK(bomb.size() < 200'000);
  CHECK(read_sitemap(bomb, address).truncated);
}

TEST_CASE("no more than 50,000 locations are kept") {
  std::string many = "<urlset>";
  for (int i = 0; i < 50'010; ++i)
    many += "<url><loc>https://a.example/" + std::to_string(i) + "</loc></url>";
  const auto sitemap = read_sitemap(many + "</urlset>", address);
  CHECK(sitemap.locations.size() == 50'000);
  CHECK(sitemap.truncated);
}

TEST_CASE("a sitemap tells its namespace and its newest date") {
  const auto read = read_sitemap(urlset, address);
  CHECK(read.name_space == "http://www.sitemaps.org/schemas/sitemap/0.9");
  REQUIRE(read.newest);
  CHECK(format_rfc3339(*read.newest) == "2026-01-01T00:00:00Z");
  const auto bare = read_sitemap(
      "<urlset><url><loc>https://a.example/b</loc><lastmod>yesterday</lastmod></url></urlset>",
      address);
  CHECK(bare.name_space.empty());
  CHECK_FALSE(bare.newest);
}
