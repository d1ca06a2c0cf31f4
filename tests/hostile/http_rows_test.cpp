// HTTP that is late, endless, cut off, or none at all: on the way to a page that home links to.

#include <catch2/catch.hpp>

#include "tests/crawler/served.h"
#include "tests/hostile/bombs.h"
#include "tests/hostile/table.h"

namespace touchstone {

namespace {

const std::string small_page = "<!doctype html><title>Bread</title><p>Bread of the day</p>";
constexpr long for_ever = 100'000'000;

std::function<void(Wire&)> says(std::string bytes) {
  return [bytes = std::move(bytes)](Wire& wire) { wire.send(bytes); };
}
std::function<void(Wire&)> says_and_hangs(std::string bytes) {
  return [bytes = std::move(bytes)](Wire& wire) {
    if (wire.send(bytes)) wire.hang();
  };
}
std::function<void(Wire&)> says_and_resets(std::string bytes) {
  return [bytes = std::move(bytes)](Wire& wire) {
    wire.send(bytes);
    wire.pause(100);
    wire.reset();
  };
}
std::function<void(Wire&)> begins_and_repeats(std::string beginning, std::string piece,
                                              int pause_ms = 0) {
  return [beginning = std::move(beginning), piece = std::move(piece), pause_ms](Wire& wire) {
    if (wire.send(beginning)) wire.repeat(piece, for_ever, pause_ms);
  };
}
std::string with_length(const std::string& length) {
  return page_head("Content-Length: " + length + "\r\n");
}
std::string chunked(const std::string& chunks) {
  return page_head("Transfer-Encoding: chunked\r\n") + chunks;
}
std::string coded(const std::string& coding, const std::string& body) {
  return page_head("Content-Encoding: " + coding +
                   "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n") +
         body;
}
std::string moved(const std::string& location) {
  return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
}
std::string gzipped_times(int times) {
  std::string body = small_page;
  for (int i = 0; i < times; ++i) body = gzip(body);
  return body;
}

}  // namespace

TEST_CASE("answers that never come or never end stay alone with their page", "[table]") {
  const std::vector<HostileRow> rows{
      {"silence after the request", "timeout", says_and_hangs(""), true},
      {"a header that trickles", "timeout",
       begins_and_repeats("HTTP/1.1 200 OK\r\n", "X: y\r\n", 200), true},
      {"a header byte every 0.2 s", "timeout",
       begins_and_repeats("HTTP/1.1 200 OK\r\nX: ", "y", 200), true},
      {"a body that trickles", "timeout", begins_and_repeats(with_length("90000"), "word ", 200),
       true},
      {"a body that stops in the middle", "timeout",
       says_and_hangs(with_length("9000") + small_page), true},
      {"header fields without an end", "too-large|timeout",
       begins_and_repeats("HTTP/1.1 200 OK\r\n", "X-Field: bread and more bread\r\n")},
      {"one header field without an end", "too-large|timeout",
       begins_and_repeats("HTTP/1.1 200 OK\r\nX-Field: ", "bread and more bread")},
      {"a status line without an end", "too-large|protocol|timeout",
       begins_and_repeats("HTTP/1.1 200 ", "O")},
      {"a body without an end", "200 cut", begins_and_repeats(page_head(), " word after word")},
      {"a body of 100 GB", "200 cut",
       begins_and_repeats(with_length("100000000000"), " word after word")},
      {"chunks without an end", "200 cut",
       begins_and_repeats(chunked(""), "10\r\n word after word\r\n")},
      {"chunks of one byte without an end", "200 cut|timeout",
       begins_and_repeats(chunked(""), "1\r\n \r\n"), true},
      {"a chunk's extension without an end", "protocol|timeout|200 cut",
       begins_and_repeats(chunked("1;x="), "yyyyyyyyyyyyyyyy"), true},
      {"trailers without an end", "too-large|protocol|timeout",
       begins_and_repeats(chunked("3\r\nabc\r\n0\r\n"), "X-Trailer: bread and more bread\r\n"),
       true},
      {"interim answers without an end", "too-large|timeout|protocol",
       begins_and_repeats("", "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"), true},
  };
  check_pages(rows, {});
}

TEST_CASE("answers that break off or contradict themselves stay alone with their page", "[table]") {
  const std::vector<HostileRow> rows{
      {"a length longer than the body", "protocol|unreachable",
       says(with_length("9000") + small_page)},
      {"a length shorter than the body", "200", says(with_length("20") + small_page)},
      {"two lengths", "protocol|200",
       says(page_head("Content-Length: 5\r\nContent-Length: 50\r\n") + small_page)},
      {"a length below zero", "protocol|200", says(with_length("-1") + small_page)},
      {"a length beyond all numbers", "protocol|200|too-large|unreachable",
       says(with_length("99999999999999999999999") + small_page)},
      {"a length and chunks", "200",
       says(page_head("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n") + "3a\r\n" +
            small_page + "\r\n0\r\n\r\n")},
      {"a chunk's size that is no number", "protocol", says(chunked("bread\r\n" + small_page))},
      {"a chunk's size beyond all numbers", "protocol",
       says(chunked("ffffffffffffffffff\r\n" + small_page))},
      {"chunks without their last", "protocol|unreachable", says(chunked("5\r\nbread\r\n"))},
      {"a chunk longer than it says", "protocol",
       says(chunked("3\r\nbread and more\r\n0\r\n\r\n"))},
      {"closed without a byte", "unreachable|protocol", says("")},
      {"closed within the header", "unreachable|protocol|200", says("HTTP/1.1 200 OK\r\nContent-")},
      {"a reset before the answer", "unreachable", says_and_resets("")},
      {"a reset within the header", "unreachable|protocol",
       says_and_resets("HTTP/1.1 200 OK\r\nContent-")},
      {"a reset within the body", "unreachable|protocol",
       says_and_resets(with_length("9000") + small_page)},
  };
  check_pages(rows, {});
}

TEST_CASE("codings that deceive stay alone with their page", "[table]") {
  const std::vector<HostileRow> rows{
      {"a gzip bomb", "200 cut", says(coded("gzip", gzip_bomb(64)))},
      {"a gzip bomb in a gzip bomb", "200 cut|200", says(coded("gzip, gzip", gzip(gzip_bomb(64))))},
      {"a brotli bomb", "200 cut", says(coded("br", brotli_bomb()))},
      {"a zstd bomb", "200 cut|200", says(coded("zstd", zstd_bomb()))},
      {"four codings in each other", "200",
       says(coded("gzip, gzip, gzip, gzip", gzipped_times(4)))},
      {"forty codings in each other", "protocol|200",
       says(coded(repeated("gzip, ", 39) + "gzip", gzipped_times(40)))},
      {"a coding that nobody knows", "200", says(coded("bread", small_page))},
      {"gzip that ends in the middle", "200|protocol|200 cut",
       says(coded("gzip", gzip(repeated(small_page, 99)).substr(0, 60)))},
      {"gzip that is none", "protocol", says(coded("gzip", small_page))},
      {"brotli that is none", "protocol", says(coded("br", small_page))},
      {"zstd that is none", "protocol|200", says(coded("zstd", small_page))},
      {"deflate that is none", "protocol", says(coded("deflate", "\xff\xff\xff" + small_page))},
      {"gzip with another page behind it", "200|protocol",
       says(coded("gzip", gzip(small_page) + gzip(small_page)))},
  };
  check_pages(rows, {"compression"});
}

TEST_CASE("redirects that lead astray stay alone with their page", "[table]") {
  const std::vector<HostileRow> rows{
      {"a page that redirects to itself", "redirect-loop", says(moved("?"))},
      {"a redirect to a file", "bad-redirect", says(moved("file:///etc/passwd"))},
      {"a redirect to a script", "bad-redirect", says(moved("javascript:alert(1)"))},
      {"a redirect to data", "bad-redirect", says(moved("data:text/html,bread"))},
      {"a redirect to gopher", "bad-redirect", says(moved("gopher://127.0.0.1:9/"))},
      {"a redirect to the metadata of a cloud", "forbidden-address",
       says(moved("http://169.254.169.254/latest/meta-data/"))},
      {"a redirect to the home network", "forbidden-address", says(moved("http://192.168.0.1/"))},
      {"a redirect to nobody's port", "refused", says(moved("http://127.0.0.1:9/"))},
      {"a redirect to port 0", "bad-redirect|refused|unreachable",
       says(moved("http://127.0.0.1:0/"))},
      {"a redirect to an address of 100 KB", "bad-redirect",
       says(moved("/" + std::string(100'000, 'a')))},
      {"a redirect with a body without an end", "redirect-loop|200|404",
       begins_and_repeats("HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n", " word after word")},
      {"a redirect with bytes that are no text", "bad-redirect|404|200",
       says(moved("\xff\xfe\x01\x02/bread"))},
  };
  check_pages(rows, {"redirect-chain", "broken-links"});
}

TEST_CASE("redirects without an end stay alone with their page", "[table]") {
  const auto counting = [](bool cookies) {
    return [cookies](Wire& wire) {
      static std::atomic<int> count{0};
      const std::string number = std::to_string(++count);
      const std::string cookie = cookies ? "Set-Cookie: n" + number + "=1\r\n" : "";
      wire.send("HTTP/1.1 302 Found\r\n" + cookie + "Location: ?n=" + number +
                "\r\nContent-Length: 0\r\n\r\n");
    };
  };
  const std::vector<HostileFile> rows{
      {"redirects without an end", "/bread/rye.html", "too-many-redirects", counting(false)},
      {"a fan of redirects with cookies", "/bread/rye.html", "too-many-redirects", counting(true)},
  };
  // The bakery has so few pages that one of them less leaves too few names to judge.
  check_files(bakery(), rows, {"redirect-chain", "broken-links", "url-readability"});
}

TEST_CASE("heads that are no heads stay alone with their page", "[table]") {
  const auto head = [](const std::string& fields) { return says(page_head(fields) + small_page); };
  const std::vector<HostileRow> rows{
      {"a cookie of 1 MiB", "too-large",
       head("Set-Cookie: a=" + std::string(1 << 20, 'b') + "\r\n")},
      {"5,000 cookies", "200", head(repeated("Set-Cookie: a=b; Path=/\r\n", 5'000))},
      {"a field with a bare line feed", "200", head("X-A: b\nSet-Cookie: c=d\r\n")},
      {"a field with a bare carriage return", "200|protocol", head("X-A: b\rSet-Cookie: c=d\r\n")},
      {"a field with a NUL", "200|protocol", head(std::string("X-A: b\0c\r\n", 10))},
      {"a field with escapes for a terminal", "200", head("Server: \x1b[2J\x1b]0;owned\x07\r\n")},
      {"a field over several lines", "200", head("X-A: b\r\n c\r\n\td\r\n")},
      {"a field without a colon", "200|protocol", head("bread\r\n")},
      {"a field without a name", "200|protocol", head(": bread\r\n")},
      {"bytes of another protocol", "protocol", says("SSH-2.0-OpenSSH_9.2\r\n")},
      {"binary noise", "protocol", says(std::string("\0\x01\x02\xff\xfe\r\n\r\n", 9))},
      {"a page without any head", "protocol", says(small_page)},
      {"a status that is no number", "protocol", says("HTTP/1.1 abc OK\r\n\r\n" + small_page)},
      {"status 999", "999", says("HTTP/1.1 999 No\r\nContent-Length: 0\r\n\r\n")},
      {"status 000", "protocol|0|unreachable",
       says("HTTP/1.1 000 No\r\nContent-Length: 0\r\n\r\n")},
      {"HTTP/9.9", "protocol", says("HTTP/9.9 200 OK\r\n\r\n" + small_page)},
      {"another protocol at once", "101|protocol|timeout|unreachable",
       says("HTTP/1.1 101 Switching\r\nUpgrade: bread\r\n\r\n\x01\x02\x03")},
      {"204 with a body", "204", says("HTTP/1.1 204 No\r\nContent-Length: 9\r\n\r\n" + small_page)},
      {"304 that nobody asked for", "304", says("HTTP/1.1 304 Same\r\nETag: \"a\"\r\n\r\n")},
      {"a range that nobody asked for", "206",
       says("HTTP/1.1 206 Part\r\nContent-Range: bytes 5-9/4\r\nContent-Length: 5\r\n\r\nbread")},
  };
  check_pages(rows, {});
}

}  // namespace touchstone
