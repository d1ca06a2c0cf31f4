#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string usual = "https://example.com/.well-known/security.txt";
const std::string legacy = "https://example.com/security.txt";
const std::string sound =
    "# Thanks\r\nContact: mailto:us@example.com\r\nExpires: 2026-12-31T00:00:00Z\r\n";

Fetch& put(SampleSite& sample, const std::string& url, std::string body,
           std::string type = "text/plain; charset=utf-8") {
  Fetch& fetch = sample.answer(url, Role::well_known, type, std::move(body));
  sample.recording().visits.back().note = url == legacy ? "security.txt legacy" : "security.txt";
  return fetch;
}

auto file(std::string body, std::string type = "text/plain") {
  return [=](SampleSite& sample) { put(sample, usual, body, type); };
}

void at_the_old_place(SampleSite& sample) {
  put(sample, usual, "").hops.back().status = 404;
  put(sample, legacy, sound);
}

void gone(SampleSite& sample, int status = 404) {
  put(sample, usual, "").hops.back().status = status;
  put(sample, legacy, "").hops.back().status = 404;
}

}  // namespace

TEST_CASE("every verdict of security.txt can be reached") {
  hold_rows("security-txt",
            {
                {"sound", file(sound), "fields", "wow"},
                {"signed", file("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n" + sound),
                 "fields", "wow"},
                {"for ever", file("Contact: tel:+49301\nExpires: 2036-01-01T00:00:00Z\n"), "fields",
                 "so-so"},
                {"no end", file("CONTACT: https://example.com/report\n"), "fields", "so-so"},
                {"no date", file("Contact: mailto:a@b.de\nExpires: soon\n"), "fields", "so-so"},
                {"expired", file("Contact: mailto:a@b.de\nExpires: 2026-02-10T00:00:00Z\n"),
                 "fields", "sucks"},
                {"nobody", file("Expires: 2026-12-31T00:00:00Z\n"), "fields", "sucks"},

                {"at its place", file(sound), "served", "wow"},
                {"at the old place", at_the_old_place, "served", "so-so"},
                {"without encryption",
                 [](SampleSite& sample) {
                   put(sample, "http://example.com/.well-known/security.txt", sound);
                 },
                 "served", "so-so"},
                {"as bytes", file(sound, "application/octet-stream"), "served", "so-so"},
                {"as a page", file(sound, "text/html"), "served", "sucks"},
                {"we may not read it", [](SampleSite& sample) { gone(sample, 403); }, "served",
                 "not assessed: blocked-403"},
                {"nobody asked", [](SampleSite&) {}, "fields", "not assessed: budget-exhausted"},
            });
}

TEST_CASE("no security.txt is only listed, nor is a page in its place one") {
  const auto status = [](auto breaks) {
    SampleSite sample = SampleSite::perfect();
    breaks(sample);
    return judged("security-txt", sample).touchpoint.status;
  };
  CHECK(status([](SampleSite& sample) { gone(sample); }) == Status::absent);
  CHECK(status(file("<!DOCTYPE html><title>Bread</title>", "text/html")) == Status::absent);
}

TEST_CASE("thanks are a chip") {
  SampleSite sample = SampleSite::perfect();
  put(sample, usual, sound + "Acknowledgments: https://example.com/thanks\n");
  CHECK(judged("security-txt", sample).touchpoint.chips == std::vector<std::string>{"thanks"});
}
