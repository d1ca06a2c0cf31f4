#include <zlib.h>

#include <catch2/catch.hpp>

#include "crawler/capture.h"

using namespace touchstone;

namespace {

// A record as another tool writes it.
std::string record(const std::string& type, const std::string& target, const std::string& block,
                   const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + target +
         "\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n" + more +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string answer(const std::string& target, const std::string& http) {
  return record("response", target, http);
}

std::string typed(const std::string& type, const std::string& body, const std::string& more = "") {
  return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + more + "\r\n" + body;
}

std::string redirect(const std::string& location) {
  return "HTTP/1.1 302 Found\r\nContent-Type: text/html\r\nLocation: " + location + "\r\n\r\nmoved";
}

std::string compressed(const std::string& bytes, int window_bits) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  std::string input = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

Fetch body_of(const std::string& http) {
  return decode_capture(answer("http://a.example/", http), "x").visits.at(0).fetch;
}

}  // namespace

TEST_CASE("the first HTML answer of another tool's capture is home, whatever came before") {
  const auto recording = decode_capture(
      record("warcinfo", "x", "software: Wget") +
          answer("<http://a.example/robots.txt>", typed("text/html", "<html>no robots")) +
          answer("http://a.example/", redirect("https://www.a.example/#top")) +
          answer("https://www.a.example/", typed("text/html", "<html>home")) +
          answer("https://www.a.example/kontakt", typed("text/html; charset=utf-8", "<html>us")) +
          answer("https://www.a.example/favicon.ico", typed("image/x-icon", "ico")) +
          answer("https://www.a.example/apple-touch-icon.png", typed("image/png", "png")) +
          answer("https://www.a.example/sitemap_index.xml", typed("text/xml", "<xml/>")) +
          answer("https://www.a.example/a.jpg", typed("image/jpeg", "jpg")) +
          answer("https://www.a.example/bare", "HTTP/1.0 200 OK\r\n\r\n<!DOCTYPE HTML><p>old") +
          answer("dns:a.example", "20260102 192.0.2.1"),
      "x");
  CHECK(recording.foreign);
  CHECK_FALSE(recording.complete);
  CHECK(recording.asked.href() == "http://a.example/");
  CHECK(recording.taken.time_since_epoch().count() == 1'767'323'045'000);
  std::vector<Role> roles;
  for (const auto& visit : recording.visits) roles.push_back(visit.role);
  CHECK(roles == std::vector<Role>{Role::robots, Role::home, Role::page, Role::root_icon,
                                   Role::icon, Role::sitemap, Role::resource, Role::page});
  const auto& home = recording.visits[1].fetch;
  REQUIRE(home.hops.size() == 2);
  CHECK(home.answered().href() == "https://www.a.example/");
  CHECK(home.body == "<html>home");
  CHECK_FALSE(home.fault);
}

TEST_CASE("an answer that is no page is home when there is no page") {
  const auto recording = decode_capture(
      answer("http://a.example/", "HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\n\r\nno"),
      "x");
  CHECK(recording.visits.at(0).role == Role::home);
  CHECK(recording.visits.at(0).fetch.status() == 403);
}

TEST_CASE("a redirect whose target was not stored is not captured") {
  const auto fetch = body_of(redirect("/elsewhere"));
  REQUIRE(fetch.fault);
  CHECK(fetch.fault->kind == FaultKind::not_captured);
  CHECK(body_of(redirect("mailto:a@b.example")).fault->kind == FaultKind::bad_redirect);
}

TEST_CASE("redirects in a circle end") {
  std::string capture;
  for (int i = 0; i < 50; ++i) capture += answer("http://a.example/", redirect("/"));
  const auto recording = decode_capture(capture, "x");
  CHECK(recording.visits.at(0).fetch.fault->kind == FaultKind::too_many_redirects);
}

TEST_CASE("transfer and content codings are undone") {
  const std::string text = "<html>" + std::string(2000, 'x');
  const auto gzip = compressed(text, 31);
  struct Case {
    std::string sentence, fields, bytes;
  };
  const Case cases[] = {
      {"none", "", text},
      {"identity", "Content-Encoding: identity\r\n", text},
      {"gzip", "Content-Encoding: gzip\r\n", gzip},
      {"gzip that the tool has undone already", "Content-Encoding: gzip\r\n", text},
      {"deflate with zlib's wrapper", "Content-Encoding: deflate\r\n", compressed(text, 15)},
      {"deflate without", "Content-Encoding: Deflate\r\n", compressed(text, -15)},
      {"deflate within gzip", "Content-Encoding: deflate, gzip\r\n",
       compressed(compressed(text, 15), 31)},
      {"chunks", "Transfer-Encoding: chunked\r\n",
       "6;a=b\r\n<html>\r\n7D0\r\n" + std::string(2000, 'x') + "\r\n0\r\n\r\n"},
      {"chunks that the tool has undone already", "Transfer-Encoding: chunked\r\n", text},
      {"brotli that the tool has undone already", "Content-Encoding: br\r\n", text},
  };
  for (const auto& [sentence, fields, bytes] : cases) {
    INFO(sentence);
    const auto fetch = body_of(typed("text/html", bytes, fields));
    CHECK(fetch.body == text);
    CHECK_FALSE(fetch.truncated);
    CHECK_FALSE(fetch.fault);
    CHECK(fetch.wire_bytes == static_cast<std::int64_t>(bytes.size()));
  }
}

TEST_CASE("a coding that cannot be undone leaves the body uncaptured") {
  const auto fetch =
      body_of(typed("text/html", "\x8b\x05\xff\xfe\x03", "Content-Encoding: br\r\n"));
  CHECK(fetch.body.empty());
  REQUIRE(fetch.fault);
  CHECK(fetch.fault->kind == FaultKind::not_captured);
}

TEST_CASE("a body that is shorter than it says is truncated") {
  CHECK(body_of(typed("text/html", "<html>", "Content-Length: 100\r\n")).truncated);
  CHECK(body_of(typed("text/html", "64\r\n<html>", "Transfer-Encoding: chunked\r\n")).truncated);
  const auto gzip = compressed(std::string(5000, 'x'), 31);
  CHECK(body_of(typed("text/html", gzip.substr(0, gzip.size() - 9), "Content-Encoding: gzip\r\n"))
            .truncated);
}

TEST_CASE("a body that unpacks without end is cut at the limit of bodies") {
  const auto bomb = compressed(std::string(50u << 20, '\0'), 31);
  const auto fetch = body_of(typed("text/html", bomb, "Content-Encoding: gzip\r\n"));
  CHECK(fetch.body.size() == 5u << 20);
  CHECK(fetch.truncated);
}

TEST_CASE("answers to other methods than GET and HEAD are left out") {
  const auto recording = decode_capture(
      record("request", "http://a.example/login", "POST /login HTTP/1.1\r\n\r\na=b",
             "WARC-Record-ID: <urn:1>\r\n") +
          record("response", "http://a.example/login", typed("text/html", "<html>in"),
                 "WARC-Concurrent-To: <urn:1>\r\n") +
          record("request", "http://a.example/", "HEAD / HTTP/1.1\r\n\r\n",
                 "WARC-Concurrent-To: <urn:2>\r\n") +
          record("response", "http://a.example/",
                 "HTTP/1.1 200 OK\r\nContent-Length: 99\r\nContent-Type: text/html\r\n\r\n",
                 "WARC-Record-ID: <urn:2>\r\n"),
      "x");
  REQUIRE(recording.visits.size() == 1);
  CHECK(recording.visits[0].fetch.method == "HEAD");
  CHECK_FALSE(recording.visits[0].fetch.truncated);
}

TEST_CASE("other tools' metadata and a gzip file of one member are read past") {
  const auto capture =
      record("metadata", "http://a.example/", "{\"pages\": [",
             "Content-Type: application/json\r\n") +
      record("metadata", "http://a.example/", "[1, 2]", "Content-Type: application/json\r\n") +
      answer("http://a.example/", typed("text/html", "<html>"));
  CHECK(decode_capture(compressed(capture, 31), "x").visits.size() == 1);
}
