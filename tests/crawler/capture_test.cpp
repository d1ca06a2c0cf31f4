#include "crawler/capture.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "crawler/warc_reader.h"

using namespace touchstone;

namespace {

Url url(const std::string& text) {
  return *Url::parse(text);
}
Time time_at(std::int64_t ms) {
  return Time(std::chrono::milliseconds(ms));
}

std::string all_bytes() {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  return bytes;
}

Certificate certificate() {
  return {.subject = "CN=example.com",
          .issuer = "C=US, O=\xDC\x6D lauts",  // no UTF-8
          .names = {"example.com", "*.example.com", "192.0.2.1"},
          .not_before = time_at(1'700'000'000'000),
          .not_after = time_at(253'402'300'799'000),
          .key_algorithm = "ec",
          .key_bits = 256,
          .signature_algorithm = "ecdsa-with-SHA256",
          .protocol = "TLSv1.3",
          .chain_length = 3,
          .verified = false,
          .verify_error = "certificate has expired"};
}

Hop hop(const std::string& address, int status) {
  Hop made{.url = url(address),
           .headers = {},
           .timing = {1, 22, 333, 4444, 55555, 666666},
           .http_version = "2",
           .address = "2001:db8::1",
           .certificate = {}};
  made.status = status;
  made.headers.add("Content-Type", "text/html; charset=utf-8");
  made.headers.add("Content-Encoding", "br");
  made.headers.add("Set-Cookie", "a=1");
  made.headers.add("Set-Cookie", "b=2");
  made.headers.add("X-Latin", "caf\xE9");
  made.headers.add("Content-Length", "7");
  return made;
}

Fetch fetch(const std::string& address) {
  return {.asked = url(address), .hops = {}, .body = {}, .fault = {}};
}

// A recording with something in every field.
Recording full_recording() {
  Recording recording{
      .asked = url("http://example.com/"),
      .visits = {},
      .dns = {{"example.com", DnsType::mx, DnsOutcome::answered, {"0 .", "\xFFtxt"}},
              {"example.com", DnsType::caa, DnsOutcome::no_data, {}},
              {"example.com", DnsType::soa, DnsOutcome::undecided, {}}},
      .notes = {"clock skew of 900 s", "β"},
      .seed = "seed\x01"};
  recording.taken = time_at(1'767'225'600'123);
  recording.elapsed_ms = 812;
  recording.requests = 61;
  recording.bytes = 1'843'200;
  recording.machine_has_ipv6 = true;
  recording.complete = false;

  Visit home{.role = Role::home, .fetch = fetch("http://example.com/"), .found_on = {}, .note = {}};
  home.fetch.hops = {hop("http://example.com/", 301), hop("https://example.com/a?b=c", 200)};
  home.fetch.hops[1].certificate = certificate();
  home.fetch.body = all_bytes() + "\r\n\r\nWARC/1.1\r\n\r\n" + all_bytes();
  home.fetch.truncated = true;
  home.fetch.wire_bytes = 123;
  home.fetch.attempt = 2;
  home.fetch.when = time_at(1'767'225'600'456);
  recording.visits.push_back(home);

  Visit icon{.role = Role::icon,
             .fetch = fetch("https://cdn.example.net/i.png"),
             .depth = 3,
             .found_on = url("https://example.com/a?b=c"),
             .note = "link"};
  icon.fetch.method = "HEAD";
  icon.fetch.hops = {hop("https://cdn.example.net/i.png", 404)};
  icon.fetch.hops[0].certificate = certificate();
  icon.fetch.hops[0].certificate->verified = true;
  recording.visits.push_back(icon);

  Visit silent{.role = Role::robots,
               .fetch = fetch("https://example.com/robots.txt"),
               .found_on = {},
               .note = {}};
  silent.fetch.hops = {hop("https://example.com/robots.txt", 0)};
  silent.fetch.body = "part of\xFF a body that had no status line";
  recording.visits.push_back(silent);

  for (int kind = 0; kind <= static_cast<int>(FaultKind::not_captured); ++kind) {
    Visit failed{.role = static_cast<Role>(kind % 15),
                 .fetch = fetch("https://example.com/" + std::to_string(kind)),
                 .found_on = {},
                 .note = {}};
    failed.fetch.fault = {static_cast<FaultKind>(kind), kind % 2 ? "why\xE9 \"so\"" : ""};
    recording.visits.push_back(failed);
  }
  return recording;
}

void check_same(const Recording& got, const Recording& wanted) {
  CHECK(got.asked == wanted.asked);
  CHECK(got.taken == wanted.taken);
  CHECK(got.elapsed_ms == wanted.elapsed_ms);
  CHECK(got.dns == wanted.dns);
  CHECK(got.requests == wanted.requests);
  CHECK(got.bytes == wanted.bytes);
  CHECK(got.machine_has_ipv6 == wanted.machine_has_ipv6);
  CHECK(got.notes == wanted.notes);
  CHECK(got.complete == wanted.complete);
  CHECK(got.foreign == wanted.foreign);
  CHECK(got.seed == wanted.seed);
  REQUIRE(got.visits.size() == wanted.visits.size());
  for (std::size_t i = 0; i < got.visits.size(); ++i) {
    CAPTURE(i);
    CHECK(got.visits[i].role == wanted.visits[i].role);
    CHECK(got.visits[i].fetch == wanted.visits[i].fetch);
    CHECK(got.visits[i].depth == wanted.visits[i].depth);
    CHECK(got.visits[i].found_on == wanted.visits[i].found_on);
    CHECK(got.visits[i].note == wanted.visits[i].note);
  }
}

std::string error_of(const std::string& bytes) {
  try {
    decode_capture(bytes, "x.warc");
  } catch (const CaptureError& error) {
    return error.what();
  }
  return "no error";
}

// A folder of this test's own, gone when it ends.
struct Folder {
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string path = (std::filesystem::temp_directory_path() /
                      ("touchstone-capture-" + std::to_string(::getpid())))
                         .string();
};

// A record as another tool writes it.
std::string foreign_record(const std::string& type, const std::string& target,
                           const std::string& block, const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + target +
         "\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n" + more +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

}  // namespace

TEST_CASE("a recording comes back from a capture as it went in, to the last field") {
  const auto recording = full_recording();
  check_same(decode_capture(encode_capture(recording), "x"), recording);
}

TEST_CASE("a recording without a visit comes back too") {
  const Recording recording{
      .asked = url("https://example.com/"), .visits = {}, .dns = {}, .notes = {}, .seed = {}};
  check_same(decode_capture(encode_capture(recording), "x"), recording);
}

TEST_CASE("the same recording gives the same bytes") {
  CHECK(encode_capture(full_recording()) == encode_capture(full_recording()));
}

TEST_CASE("a capture holds the records that WARC tools look for") {
  std::vector<WarcRecord> records;
  read_warc(encode_capture(full_recording()), "x",
            [&](WarcRecord record) { records.push_back(std::move(record)); });
  REQUIRE(records.size() > 7);
  CHECK(records[0].type() == "warcinfo");
  CHECK(records[2].type() == "request");
  CHECK(records[2].block == "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n");
  const auto& response = records[5];
  CHECK(response.type() == "response");
  CHECK(response.target() == "https://example.com/a?b=c");
  CHECK(response.get("content-type") == "application/http; msgtype=response");
  CHECK(response.get("WARC-Date") == "2026-01-01T00:00:00.456Z");
  CHECK(response.get("WARC-IP-Address") == "2001:db8::1");
  CHECK(response.get("WARC-Block-Digest") == warc_digest(response.block));
  CHECK(response.get("WARC-Payload-Digest") == warc_digest(full_recording().visits[0].fetch.body));
  CHECK(response.block.find("content-encoding") == std::string::npos);
  CHECK(response.block.find("content-length: 528\r\n") != std::string::npos);
  for (std::size_t i = 1; i < records.size(); ++i) CHECK(records[i].id() != records[i - 1].id());
}

TEST_CASE("digests are SHA-1 in base 32") {
  CHECK(warc_digest("") == "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ");
}

TEST_CASE("a capture is saved and loaded") {
  const Folder folder;
  const auto path = folder.path + "/saved.warc.gz";
  save_capture(full_recording(), path);
  check_same(load_capture(path), full_recording());
  CHECK_FALSE(std::filesystem::exists(path + ".part"));
}

TEST_CASE("a capture that cannot be written or read is told with its path") {
  const Folder folder;
  const auto path = folder.path + "/no/such/folder.warc.gz";
  CHECK_THROWS_WITH(save_capture(full_recording(), path),
                    path + ": cannot be written: No such file or directory");
  CHECK_THROWS_WITH(load_capture(path), path + ": cannot be read: No such file or directory");
  CHECK_THROWS_AS(load_capture(folder.path), CaptureError);
}

TEST_CASE("a damaged capture is refused in one line with its place") {
  const auto whole = encode_capture(full_recording());
  const auto record = foreign_record("warcinfo", "x", "abc");
  struct Case {
    std::string bytes, says;
  };
  const Case cases[] = {
      {"", "x.warc: byte 0: neither a WARC file nor a gzipped one"},
      {"<html>", "x.warc: byte 0: neither a WARC file nor a gzipped one"},
      {"WARC/1.1\r\n", "x.warc: byte 0: the file ends within a record's head"},
      {"WARC/1.1\r\nWARC-Type: response\r\n\r\n",
       "x.warc: byte 33: a record does not say its Content-Length"},
      {"WARC/1.1\r\nContent-Length: -1\r\n\r\n",
       "x.warc: byte 32: a record's Content-Length is no number"},
      {"WARC/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
       "x.warc: byte 50: a record's Content-Length is no number"},
      {"WARC/1.1\r\nContent-Length: 9\r\n\r\nabc",
       "x.warc: byte 31: a record says it has 9 bytes, but only 3 follow"},
      {"WARC/1.1\r\nno field\r\n\r\n", "x.warc: byte 10: a line of a record's head is no field"},
      {record + "junk",
       "x.warc: byte " + std::to_string(record.size()) + ": no WARC record begins here"},
      {"WARC/1.1\r\nX: " + std::string(70'000, 'x'),
       "x.warc: byte 0: a record's head is longer than 64 KiB"},
      {record, "x.warc: holds no answer of a web site"},
  };
  for (const auto& [bytes, says] : cases) CHECK(error_of(bytes) == says);
  for (std::size_t size : {1, 2, 10, 300, 1000})
    CHECK(error_of(whole.substr(0, size)).find("x.warc: ") == 0);
}

TEST_CASE("of a capture that was cut short what is whole is read, and said to be a part") {
  const auto whole = encode_capture(full_recording());
  const auto cut = decode_capture(whole.substr(0, whole.size() - 1), "x.warc");
  CHECK(cut.visits.size() + 1 == full_recording().visits.size());
  CHECK(cut.notes.back() == capture_cut_short_note);
}

TEST_CASE("no byte of a capture can be flipped into a crash") {
  const auto whole = encode_capture(full_recording());
  for (std::size_t at = 0; at < whole.size(); at += 97) {
    auto flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x41);
    CHECK(error_of(flipped).find('\n') == std::string::npos);
  }
}

TEST_CASE("lies within the metadata are refused") {
  const std::string start = R"({"format":"touchstone-capture/1","asked":"https://a.example/",)"
                            R"("taken":0,"elapsed_ms":0,"requests":0,"bytes":0,)"
                            R"("machine_has_ipv6":false,"complete":true,"foreign":false,)"
                            R"("seed":"","notes":[],"dns":[]})";
  const auto metadata = [](const std::string& json) {
    return foreign_record("metadata", "https://a.example/", json,
                          "Content-Type: application/json\r\n");
  };
  CHECK(error_of(metadata(start)) == "no error");
  const auto changed = [&](const std::string& from, const std::string& to) {
    auto json = start;
    json.replace(json.find(from), from.size(), to);
    return error_of(metadata(json));
  };
  CHECK(changed("https:", "gopher:").find("byte 0: unknown or missing address") !=
        std::string::npos);
  CHECK(changed("\"taken\":0", "\"taken\":1e300").find("time") != std::string::npos);
  CHECK(changed("\"taken\":0", "\"taken\":9223372036854775807").find("time") != std::string::npos);
  CHECK(changed("\"bytes\":0", "\"bytes\":-1").find("number") != std::string::npos);
  CHECK(changed("\"bytes\":0", "\"bytes\":\"0\"").find("number") != std::string::npos);
  CHECK(changed("\"notes\":[]", "\"notes\":[1]").find("x.warc: ") == 0);
  CHECK(changed("capture/1", "capture/2").find("another format") != std::string::npos);
  CHECK(error_of(metadata(start) + metadata("[[[")).find("parse") != std::string::npos);
  CHECK(error_of(metadata(start) + metadata(std::string(200'000, '['))).find("parse") !=
        std::string::npos);
}
