#pragma once

// A site built in code, for the tests of checks and rules: a perfect one with one thing broken.
//
//   auto sample = SampleSite::perfect();
//   sample.fetch("https://example.com/").body = "<title></title>";
//   const Site site = sample.site();
//
// References to fetches stay good until the next one is added.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "site/site.h"

namespace touchstone {

class SampleSite {
 public:
  // Nothing but the question. `asked` must be an address.
  explicit SampleSite(std::string_view asked = "https://example.com/");

  // "Example", a bakery at `host` in Germany: home, contact page, own 404 page, four entries, icon,
  // stylesheet, script, hero picture, three timings, valid certificates, A, AAAA and MX records.
  // Every touchpoint that can be wow without earlier runs is.
  static SampleSite perfect(std::string_view host = "example.com");

  // One more answer: status 200 over TLS 1.3 with a valid certificate, some 60 ms to the first
  // byte; brotli for text. `page` is text/html.
  Fetch& answer(std::string_view url, Role role, std::string_view content_type, std::string body);
  Fetch& page(std::string_view url, std::string html, Role role = Role::page);
  // One more question that ended in a fault, without any answer.
  Fetch& fault(std::string_view url, Role role, FaultKind kind);
  // One more question to `url` that was redirected once, with that status, to `target`, which
  // answers 200.
  Fetch& redirect(std::string_view url, std::string_view target, Role role, int status = 301);

  // The first fetch that asked for this address (in this role); std::logic_error without one.
  Fetch& fetch(std::string_view url);
  Fetch& fetch(std::string_view url, Role role);
  Visit& visit(std::string_view url, Role role);
  void remove(std::string_view url);  // every fetch that asked for it
  void remove(Role role);

  // Sets one header field of the last hop in place of all of that name; "" takes it away.
  static void set_header(Fetch& fetch, std::string_view name, std::string_view value);
  // Microseconds of the last hop.
  static void set_timing(Fetch& fetch, Timing timing) { fetch.hops.back().timing = timing; }
  // One more DNS answer, in place of one to the same question.
  void dns(std::string_view name, DnsType type, DnsOutcome outcome,
           std::vector<std::string> records = {});

  Recording& recording() { return recording_; }
  Site site() const { return Site(recording_); }

 private:
  Recording recording_;
};

// A valid certificate of those names, from a third before `now` to two thirds after it in a life of
// 90 days.
Certificate sample_certificate(std::vector<std::string> names, Time now);

// The bytes of a sound PNG picture of that size.
std::string sample_png(int width, int height);

}  // namespace touchstone
