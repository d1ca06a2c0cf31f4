#include "tests/checks/sample_site.h"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "tests/checks/sample_pages.h"

namespace touchstone {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr Time kTaken =
    sys_days(std::chrono::year(2026) / 2 / 11) + std::chrono::hours(9);  // UTC, a Wednesday

Url url_of(std::string_view text) {
  auto url = Url::parse(text);
  if (!url) throw std::logic_error("no address: " + std::string(text));
  return *std::move(url);
}

bool is_text(std::string_view content_type) {
  return content_type.starts_with("text/") || content_type.find("json") != std::string_view::npos ||
         content_type.find("javascript") != std::string_view::npos ||
         content_type.find("svg") != std::string_view::npos;
}

// A quick server some 20 ms away; on http there is no handshake.
Timing quick_timing(bool https) {
  Timing timing;
  timing.name_lookup = 5'000;
  timing.connect = 25'000;
  timing.tls = https ? 45'000 : 0;
  timing.pretransfer = https ? 45'500 : 25'500;
  timing.first_byte = timing.pretransfer + 60'000;
  timing.total = timing.first_byte + 20'000;
  return timing;
}

Visit visit_of(std::string_view asked, Role role) {
  Fetch fetch{url_of(asked), "GET", {}, {}, false, 0, {}, 1, kTaken};
  return {role, std::move(fetch), role == Role::page ? 1 : 0, {}, {}};
}

Hop hop_to(std::string_view address, int status) {
  Hop hop{url_of(address), status, {}, {}, {}, {}, {}};
  hop.timing = quick_timing(hop.url.is_https());
  hop.http_version = hop.url.is_https() ? "2" : "1.1";
  hop.address = "192.0.2.10";
  if (hop.url.is_https()) {
    hop.certificate = sample_certificate({std::string(hop.url.host())}, kTaken);
  }
  return hop;
}

std::string big_endian(std::uint32_t number) {
  return {static_cast<char>(number >> 24), static_cast<char>(number >> 16),
          static_cast<char>(number >> 8), static_cast<char>(number)};
}

// A chunk of a PNG file (ISO/IEC 15948 section 5.3).
std::string png_chunk(const std::string& type, const std::string& data) {
  const std::string body = type + data;
  const auto crc =
      crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
  return big_endian(static_cast<std::uint32_t>(data.size())) + body +
         big_endian(static_cast<std::uint32_t>(crc));
}

}  // namespace

Certificate sample_certificate(std::vector<std::string> names, Time now) {
  Certificate certificate;
  certificate.subject = "CN=" + names.front();
  certificate.issuer = "C=US, O=Let's Encrypt, CN=E7";
  certificate.names = std::move(names);
  certificate.not_before = now - days(30);
  certificate.not_after = now + days(60);
  certificate.key_algorithm = "ec";
  certificate.key_bits = 256;
  certificate.signature_algorithm = "ecdsa-with-SHA384";
  certificate.protocol = "TLSv1.3";
  certificate.chain_length = 2;
  certificate.verified = true;
  return certificate;
}

std::string sample_png(int width, int height) {
  // One bit a pixel, all of one shade; each row begins with a filter byte.
  const std::string rows((static_cast<std::size_t>(width) + 7) / 8 * height + height, '\0');
  uLongf size = compressBound(rows.size());
  std::string packed(size, '\0');
  compress(reinterpret_cast<Bytef*>(packed.data()), &size,
           reinterpret_cast<const Bytef*>(rows.data()), rows.size());
  packed.resize(size);
  const std::string header = big_endian(static_cast<std::uint32_t>(width)) +
                             big_endian(static_cast<std::uint32_t>(height)) +
                             std::string("\x01\x00\x00\x00\x00", 5);
  return "\x89PNG\r\n\x1a\n" + png_chunk("IHDR", header) + png_chunk("IDAT", packed) +
         png_chunk("IEND", "");
}

SampleSite::SampleSite(std::string_view asked)
    : recording_{url_of(asked), kTaken, 1'500, {}, {}, 0, 0, true, {}, true, false, "touchstone"} {}

Fetch& SampleSite::answer(std::string_view url, Role role, std::string_view content_type,
                          std::string body) {
  recording_.visits.push_back(visit_of(url, role));
  Fetch& fetch = recording_.visits.back().fetch;
  fetch.hops.push_back(hop_to(url, 200));
  fetch.hops.back().headers.add("content-type", content_type);
  fetch.wire_bytes = static_cast<std::int64_t>(body.size());
  if (is_text(content_type)) {
    fetch.hops.back().headers.add("content-encoding", "br");
    fetch.wire_bytes /= 3;
  }
  fetch.body = std::move(body);
  ++recording_.requests;
  return fetch;
}

Fetch& SampleSite::page(std::string_view url, std::string html, Role role) {
  return answer(url, role, "text/html; charset=utf-8", std::move(html));
}

Fetch& SampleSite::fault(std::string_view url, Role role, FaultKind kind) {
  recording_.visits.push_back(visit_of(url, role));
  recording_.visits.back().fetch.fault = Fault{kind, ""};
  ++recording_.requests;
  return recording_.visits.back().fetch;
}

Fetch& SampleSite::redirect(std::string_view url, std::string_view target, Role role, int status) {
  Fetch& fetch = page(target, "", role);
  fetch.asked = url_of(url);
  Hop first = hop_to(url, status);
  first.headers.add("location", target);
  fetch.hops.insert(fetch.hops.begin(), std::move(first));
  return fetch;
}

Visit& SampleSite::visit(std::string_view url, Role role) {
  const Url wanted = url_of(url);
  for (Visit& visit : recording_.visits) {
    if (visit.role == role && visit.fetch.asked == wanted) return visit;
  }
  throw std::logic_error("the sample asked nowhere for " + std::string(url));
}

Fetch& SampleSite::fetch(std::string_view url, Role role) {
  return visit(url, role).fetch;
}

Fetch& SampleSite::fetch(std::string_view url) {
  const Url wanted = url_of(url);
  for (Visit& visit : recording_.visits) {
    if (visit.fetch.asked == wanted) return visit.fetch;
  }
  throw std::logic_error("the sample asked nowhere for " + std::string(url));
}

void SampleSite::remove(std::string_view url) {
  const Url wanted = url_of(url);
  std::erase_if(recording_.visits, [&](const Visit& v) { return v.fetch.asked == wanted; });
}

void SampleSite::remove(Role role) {
  std::erase_if(recording_.visits, [&](const Visit& v) { return v.role == role; });
}

void SampleSite::set_header(Fetch& fetch, std::string_view name, std::string_view value) {
  Headers kept;
  for (const auto& [key, text] : fetch.hops.back().headers.fields()) {
    if (key != name) kept.add(key, text);
  }
  if (!value.empty()) kept.add(name, value);
  fetch.hops.back().headers = std::move(kept);
}

void SampleSite::dns(std::string_view name, DnsType type, DnsOutcome outcome,
                     std::vector<std::string> records) {
  std::erase_if(recording_.dns,
                [&](const DnsAnswer& a) { return a.name == name && a.type == type; });
  recording_.dns.push_back({std::string(name), type, outcome, std::move(records)});
}

SampleSite SampleSite::perfect(std::string_view host_text) {
  const std::string host(host_text);
  const std::string home = "https://" + host + "/";
  SampleSite sample(home);
  sample.page(home, sample_home(host), Role::home);
  sample.page(home + "contact/", sample_contact(host));
  for (const auto& [path, role] : {std::pair{"0f3a9c5e7b1d2846", Role::missing},
                                   std::pair{"contact/0f3a9c5e7b1d2846", Role::missing_nested}}) {
    sample.page(home + path, sample_missing(host), role).hops.back().status = 404;
  }
  sample.page(home, "", Role::entry);
  sample.redirect("http://" + host + "/", home, Role::entry);
  sample.redirect("http://www." + host + "/", home, Role::entry);
  sample.redirect("https://www." + host + "/", home, Role::entry);
  sample.answer(home + "robots.txt", Role::robots, "text/plain", "User-agent: *\nDisallow:\n");
  sample.answer(home + "icon-180.png", Role::icon, "image/png", sample_png(180, 180));
  sample.visit(home + "icon-180.png", Role::icon).note = "link";
  sample.answer(home + "favicon.ico", Role::root_icon, "image/png", sample_png(48, 48));
  sample.visit(home + "favicon.ico", Role::root_icon).note = "default";
  sample.answer(home + "style.css", Role::resource, "text/css", sample_style());
  sample.answer(home + "script.js", Role::resource, "text/javascript",
                std::string(6'000, ' ') + "document.title;\n");
  sample.answer(home + "bread.png", Role::resource, "image/png", sample_png(1200, 630));
  for (Visit& visit : sample.recording_.visits) {
    if (visit.role == Role::resource) visit.found_on = url_of(home);
  }
  for (int i = 0; i < 3; ++i) sample.page(home, "", Role::timing);
  sample.dns(host, DnsType::a, DnsOutcome::answered, {"192.0.2.10"});
  sample.dns(host, DnsType::aaaa, DnsOutcome::answered, {"2001:db8::10"});
  sample.dns("www." + host, DnsType::a, DnsOutcome::answered, {"192.0.2.10"});
  sample.dns(host, DnsType::mx, DnsOutcome::answered, {"10 mail." + host});
  sample.fetch(home, Role::timing).hops.back().address = "2001:db8::10";
  return sample;
}

}  // namespace touchstone
