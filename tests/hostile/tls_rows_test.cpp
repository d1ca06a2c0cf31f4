// TLS and HTTP/2 of every broken kind: on the way to strangers whom home links to.

#include <catch2/catch.hpp>

#include "tests/hostile/bombs.h"
#include "tests/hostile/table.h"

namespace touchstone {

namespace {

using std::chrono::hours;

constexpr long for_ever = 100'000'000;

Rudeness says(std::string bytes) {
  return [bytes = std::move(bytes)](Wire& wire, const std::string&) { wire.send(bytes); };
}
Rudeness says_and_hangs(std::string bytes) {
  return [bytes = std::move(bytes)](Wire& wire, const std::string&) {
    if (wire.send(bytes)) wire.hang();
  };
}
Rudeness begins_and_repeats(std::string beginning, std::string piece) {
  return
      [beginning = std::move(beginning), piece = std::move(piece)](Wire& wire, const std::string&) {
        if (wire.send(beginning)) wire.repeat(piece, for_ever);
      };
}
void answers_well(Wire& wire, const std::string&) {
  wire.answer(page("<title>A friend</title>", "<h1>A friend</h1>"));
}

// RFC 9113 section 4.1.
std::string frame(int type, int flags, int stream, const std::string& payload) {
  std::string bytes;
  for (const int shift : {16, 8, 0}) bytes += static_cast<char>(payload.size() >> shift & 0xff);
  bytes += static_cast<char>(type);
  bytes += static_cast<char>(flags);
  for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(stream >> shift & 0xff);
  return bytes + payload;
}

enum Frame {
  data,
  headers,
  priority,
  rst_stream,
  settings,
  push,
  ping,
  goaway,
  window,
  continuation
};
constexpr int end_stream = 1, end_headers = 4;

const std::string hello = frame(settings, 0, 0, "");
const std::string status_200 = "\x88";  // RFC 7541 appendix A, entry 8
// A literal field that enters the dynamic table as entry 62.
const std::string big_field = "\x40\x01x\x7f\xa1\x1e" + std::string(4'000, 'y');

}  // namespace

TEST_CASE("strangers whose TLS is broken change nothing but the links to them", "[table]") {
  const TestAuthority authority, stranger("Nobody");
  const auto good = [&](const std::string& name) { return authority.issue({.names = {name}}); };
  const RudeManner raw{.reads_nothing = true};
  std::vector<std::string> many{"row16.example"};
  for (int i = 0; i < 3'000; ++i) many.push_back("a" + std::to_string(i) + ".example");
  const std::vector<HostileStranger> rows{
      {"a certificate that is past its end",
       "tls",
       answers_well,
       {.keys =
            authority.issue({.names = {"row0.example"}, .begins = hours(-99), .ends = hours(-9)})}},
      {"a certificate of the future",
       "tls",
       answers_well,
       {.keys =
            authority.issue({.names = {"row1.example"}, .begins = hours(9), .ends = hours(99)})}},
      {"a certificate of another name", "tls", answers_well, {.keys = good("row.example")}},
      {"a certificate signed by itself",
       "tls",
       answers_well,
       {.keys = authority.issue({.names = {"row3.example"}, .self_signed = true})}},
      {"an authority that nobody knows",
       "tls",
       answers_well,
       {.keys = stranger.issue({.names = {"row4.example"}})}},
      {"silence in place of a handshake", "timeout", says_and_hangs(""), raw},
      {"noise in place of a handshake", "tls", says("bread bread bread bread"), raw},
      {"plain HTTP where TLS is due", "tls", says("HTTP/1.1 200 OK\r\n\r\nbread"), raw},
      {"a fatal alert", "tls", says(std::string("\x15\x03\x03\x00\x02\x02\x28", 7)), raw},
      {"closed at once", "tls|unreachable", says(""), raw},
      {"a record longer than records are", "tls|unreachable",
       says("\x16\x03\x03\xff\xff" + std::string(65'535, 'x')), raw},
      {"a handshake message of 16 MiB", "tls|timeout|unreachable",
       begins_and_repeats(std::string("\x16\x03\x03\x40\x00\x02\xff\xff\xff", 9),
                          std::string(16'380, 'x')),
       raw},
      {"changes of cipher without an end", "tls|timeout",
       begins_and_repeats("", std::string("\x14\x03\x03\x00\x01\x01", 6)), raw},
      {"empty records without an end", "tls|timeout",
       begins_and_repeats("", std::string("\x16\x03\x03\x00\x00", 5)), raw},
      {"closed behind the handshake",
       "unreachable|protocol",
       says(""),
       {.keys = good("row14.example")}},
      {"silence behind the handshake",
       "timeout",
       says_and_hangs(""),
       {.keys = good("row15.example")}},
      {"a certificate of 3,000 names",
       "200",
       answers_well,
       {.keys = authority.issue({.names = many})}},
  };
  check_strangers(rows, "https", {.trusted = authority.file()});
}

TEST_CASE("strangers whose HTTP/2 is broken change nothing but the links to them", "[table]") {
  const TestAuthority authority;
  std::vector<HostileStranger> rows{
      {"a good answer", "200",
       says_and_hangs(hello + frame(headers, end_headers | end_stream, 1, status_200))},
      {"silence", "timeout", says_and_hangs("")},
      {"HTTP/1.1 after HTTP/2 was agreed on", "protocol|unreachable",
       says("HTTP/1.1 200 OK\r\n\r\n")},
      {"good-bye at once", "protocol|unreachable",
       says(hello + frame(goaway, 0, 0, std::string(8, '\0')))},
      {"the stream refused", "protocol|unreachable|timeout",
       says_and_hangs(hello + frame(rst_stream, 0, 1, std::string("\0\0\0\x07", 4)))},
      {"a frame larger than agreed", "protocol|unreachable",
       says_and_hangs(hello + frame(data, 0, 1, std::string(1'000'000, 'x')))},
      {"continuations without an end", "protocol|too-large|timeout|unreachable",
       begins_and_repeats(hello + frame(headers, 0, 1, status_200),
                          frame(continuation, 0, 1, std::string("\0\x01x\x01y", 5)))},
      {"settings without an end", "protocol|timeout|unreachable", begins_and_repeats("", hello)},
      {"pings without an end", "protocol|timeout|unreachable",
       begins_and_repeats(hello, frame(ping, 0, 0, "12345678"))},
      {"a head that cannot be unpacked", "protocol|unreachable",
       says_and_hangs(hello + frame(headers, end_headers, 1, std::string(99, '\xff')))},
      {"a head that unpacks to 60 MB", "too-large|protocol|unreachable",
       says_and_hangs(hello + frame(headers, end_headers | end_stream, 1,
                                    status_200 + big_field + std::string(12'000, '\xbe')))},
      {"a body before its head", "protocol|timeout|unreachable",
       says_and_hangs(hello + frame(data, 0, 1, "bread"))},
      {"a promise that nobody asked for", "protocol|200|timeout|unreachable",
       says_and_hangs(hello +
                      frame(push, end_headers, 1, std::string("\0\0\0\x02", 4) + status_200))},
      {"a window beyond all windows", "protocol|timeout|unreachable",
       says_and_hangs(hello + frame(window, 0, 0, "\x7f\xff\xff\xff") +
                      frame(window, 0, 0, "\x7f\xff\xff\xff"))},
      {"a field's name in capitals", "protocol|timeout|unreachable",
       says_and_hangs(hello + frame(headers, end_headers | end_stream, 1,
                                    status_200 + std::string("\0\x03X-A\x01y", 7)))},
      {"a line feed in a field", "protocol|timeout|200|unreachable",
       says_and_hangs(hello + frame(headers, end_headers | end_stream, 1,
                                    status_200 + std::string("\0\x01x\x03y\r\n", 7)))},
      {"a frame of stream 0 that belongs to one", "protocol|unreachable",
       says_and_hangs(hello + frame(headers, end_headers, 0, status_200))},
      {"empty frames without an end", "protocol|timeout|200|200 cut|unreachable",
       begins_and_repeats(hello + frame(headers, end_headers, 1, status_200),
                          frame(data, 0, 1, ""))},
  };
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i].manner = {.keys = authority.issue({.names = {"row" + std::to_string(i) + ".example"}}),
                      .http2 = true};
  check_strangers(rows, "https", {.trusted = authority.file()});
}

}  // namespace touchstone
