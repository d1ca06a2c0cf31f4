#include "crawler/capture_json.h"

#include <stdexcept>

#include "crawler/deep_summary_json.h"
#include "site/charset.h"

namespace touchstone {
namespace {

std::runtime_error unreadable(const std::string& what) {
  return std::runtime_error("unknown or missing " + what);
}

template <typename Value>
Value known(const std::optional<Value>& value, const char* what) {
  if (!value) throw unreadable(what);
  return *value;
}

Url url_from(const Json& json) {
  return known(Url::parse(text_from(json)), "address");
}

Json json_of(Time time) {
  return time.time_since_epoch().count();
}

// Sums of what a capture says must not overflow.
std::int64_t count_from(const Json& json) {
  constexpr std::int64_t most = std::int64_t{1} << 53;
  if (!json.is_number_integer()) throw unreadable("number");
  const auto count = json.get<std::int64_t>();
  if (count < 0 || count > most) throw unreadable("number");
  return count;
}
int small_count_from(const Json& json) {
  const auto count = count_from(json);
  if (count > 1'000'000'000) throw unreadable("number");
  return static_cast<int>(count);
}

Time time_from(const Json& json) {
  // The years 1 to 9999.
  constexpr std::int64_t earliest = -62'135'596'800'000, latest = 253'402'300'799'999;
  if (!json.is_number_integer()) throw unreadable("time");
  const auto ms = json.get<std::int64_t>();
  if (ms < earliest || ms > latest) throw unreadable("time");
  return Time(std::chrono::milliseconds(ms));
}

Json json_of(const std::vector<std::string>& texts) {
  Json json = Json::array();
  for (const auto& text : texts) json.push_back(json_of_text(text));
  return json;
}
std::vector<std::string> texts_from(const Json& json) {
  std::vector<std::string> texts;
  for (const auto& text : json) texts.push_back(text_from(text));
  return texts;
}

Json json_of(const Headers& headers) {
  Json json = Json::array();
  for (const auto& [name, value] : headers.fields())
    json.push_back(Json::array({json_of_text(name), json_of_text(value)}));
  return json;
}
Headers headers_from(const Json& json) {
  Headers headers;
  for (const auto& field : json) headers.add(text_from(field.at(0)), text_from(field.at(1)));
  return headers;
}

Json json_of(const Timing& timing) {
  return {{"name_lookup", timing.name_lookup},
          {"connect", timing.connect},
          {"tls", timing.tls},
          {"pretransfer", timing.pretransfer},
          {"first_byte", timing.first_byte},
          {"total", timing.total}};
}
Timing timing_from(const Json& json) {
  return {count_from(json.at("name_lookup")), count_from(json.at("connect")),
          count_from(json.at("tls")),         count_from(json.at("pretransfer")),
          count_from(json.at("first_byte")),  count_from(json.at("total"))};
}

Json json_of(const Certificate& certificate) {
  return {{"subject", json_of_text(certificate.subject)},
          {"issuer", json_of_text(certificate.issuer)},
          {"names", json_of(certificate.names)},
          {"not_before", json_of(certificate.not_before)},
          {"not_after", json_of(certificate.not_after)},
          {"key_algorithm", json_of_text(certificate.key_algorithm)},
          {"key_bits", certificate.key_bits},
          {"signature_algorithm", json_of_text(certificate.signature_algorithm)},
          {"protocol", json_of_text(certificate.protocol)},
          {"chain_length", certificate.chain_length},
          {"verified", certificate.verified},
          {"verify_error", json_of_text(certificate.verify_error)}};
}
Certificate certificate_from(const Json& json) {
  Certificate certificate;
  certificate.subject = text_from(json.at("subject"));
  certificate.issuer = text_from(json.at("issuer"));
  certificate.names = texts_from(json.at("names"));
  certificate.not_before = time_from(json.at("not_before"));
  certificate.not_after = time_from(json.at("not_after"));
  certificate.key_algorithm = text_from(json.at("key_algorithm"));
  certificate.key_bits = small_count_from(json.at("key_bits"));
  certificate.signature_algorithm = text_from(json.at("signature_algorithm"));
  certificate.protocol = text_from(json.at("protocol"));
  certificate.chain_length = small_count_from(json.at("chain_length"));
  certificate.verified = json.at("verified");
  certificate.verify_error = text_from(json.at("verify_error"));
  return certificate;
}

Json json_of(const Hop& hop) {
  Json json{{"url", hop.url.href()},
            {"status", hop.status},
            {"headers", json_of(hop.headers)},
            {"timing", json_of(hop.timing)},
            {"http_version", json_of_text(hop.http_version)},
            {"address", json_of_text(hop.address)}};
  if (hop.certificate) json["certificate"] = json_of(*hop.certificate);
  return json;
}
Hop hop_from(const Json& json) {
  Hop hop{.url = url_from(json.at("url")),
          .headers = {},
          .timing = {},
          .http_version = {},
          .address = {},
          .certificate = {}};
  hop.status = small_count_from(json.at("status"));
  hop.headers = headers_from(json.at("headers"));
  hop.timing = timing_from(json.at("timing"));
  hop.http_version = text_from(json.at("http_version"));
  hop.address = text_from(json.at("address"));
  if (json.contains("certificate")) hop.certificate = certificate_from(json.at("certificate"));
  return hop;
}

Json json_of(const Fetch& fetch) {
  Json hops = Json::array();
  for (const auto& hop : fetch.hops) hops.push_back(json_of(hop));
  Json json{{"asked", fetch.asked.href()},  {"method", json_of_text(fetch.method)},
            {"when", json_of(fetch.when)},  {"attempt", fetch.attempt},
            {"truncated", fetch.truncated}, {"wire_bytes", fetch.wire_bytes},
            {"hops", std::move(hops)}};
  if (fetch.fault)
    json["fault"] = {{"kind", to_string(fetch.fault->kind)},
                     {"detail", json_of_text(fetch.fault->detail)}};
  return json;
}
Fetch fetch_from(const Json& json) {
  Fetch fetch{.asked = url_from(json.at("asked")), .hops = {}, .body = {}, .fault = {}};
  fetch.method = text_from(json.at("method"));
  fetch.when = time_from(json.at("when"));
  fetch.attempt = small_count_from(json.at("attempt"));
  fetch.truncated = json.at("truncated");
  fetch.wire_bytes = count_from(json.at("wire_bytes"));
  for (const auto& hop : json.at("hops")) fetch.hops.push_back(hop_from(hop));
  if (json.contains("fault")) {
    const auto& fault = json.at("fault");
    fetch.fault = {known(fault_kind_from(text_from(fault.at("kind"))), "fault"),
                   text_from(fault.at("detail"))};
  }
  return fetch;
}

Json json_of(const DnsAnswer& answer) {
  return {{"name", json_of_text(answer.name)},
          {"type", to_string(answer.type)},
          {"outcome", to_string(answer.outcome)},
          {"records", json_of(answer.records)}};
}
DnsAnswer dns_from(const Json& json) {
  DnsAnswer answer;
  answer.name = text_from(json.at("name"));
  answer.type = known(dns_type_from(text_from(json.at("type"))), "type of DNS record");
  answer.outcome = known(dns_outcome_from(text_from(json.at("outcome"))), "outcome of DNS");
  answer.records = texts_from(json.at("records"));
  return answer;
}

}  // namespace

Json json_of_text(std::string_view text) {
  if (is_valid_utf8(text)) return std::string(text);
  std::string latin1;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      latin1 += c;
    } else {
      latin1 += static_cast<char>(0xc0 | byte >> 6);
      latin1 += static_cast<char>(0x80 | (byte & 0x3f));
    }
  }
  return {{"latin1", latin1}};
}

std::string text_from(const Json& json) {
  if (!json.is_object()) return json.get<std::string>();
  const auto& text = json.at("latin1").get_ref<const std::string&>();
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      bytes += text[i];
    } else {
      if (byte > 0xc3 || ++i == text.size()) throw unreadable("byte of a text");
      bytes += static_cast<char>(byte << 6 | (static_cast<unsigned char>(text[i]) & 0x3f));
    }
  }
  return bytes;
}

Json json_of(const Visit& visit) {
  Json json{
      {"role", to_string(visit.role)}, {"depth", visit.depth}, {"note", json_of_text(visit.note)}};
  if (visit.found_on) json["found_on"] = visit.found_on->href();
  json["fetch"] = json_of(visit.fetch);
  return json;
}

Visit visit_from(const Json& json) {
  Visit visit{.role = known(role_from(text_from(json.at("role"))), "role"),
              .fetch = fetch_from(json.at("fetch")),
              .found_on = {},
              .note = {}};
  visit.depth = small_count_from(json.at("depth"));
  visit.note = text_from(json.at("note"));
  if (json.contains("found_on")) visit.found_on = url_from(json.at("found_on"));
  return visit;
}

Json json_of_recording(const Recording& recording) {
  Json dns = Json::array();
  for (const auto& answer : recording.dns) dns.push_back(json_of(answer));
  Json json{{"format", capture_format},
            {"asked", recording.asked.href()},
            {"taken", json_of(recording.taken)},
            {"elapsed_ms", recording.elapsed_ms},
            {"requests", recording.requests},
            {"bytes", recording.bytes},
            {"machine_has_ipv6", recording.machine_has_ipv6},
            {"complete", recording.complete},
            {"foreign", recording.foreign},
            {"seed", json_of_text(recording.seed)},
            {"notes", json_of(recording.notes)},
            {"dns", std::move(dns)}};
  if (recording.deep) json["deep"] = json_of(*recording.deep);
  return json;
}

Recording recording_from(const Json& json) {
  Recording recording{.asked = url_from(json.at("asked")),
                      .visits = {},
                      .dns = {},
                      .notes = {},
                      .seed = text_from(json.at("seed"))};
  recording.taken = time_from(json.at("taken"));
  recording.elapsed_ms = count_from(json.at("elapsed_ms"));
  recording.requests = count_from(json.at("requests"));
  recording.bytes = count_from(json.at("bytes"));
  recording.machine_has_ipv6 = json.at("machine_has_ipv6");
  recording.complete = json.at("complete");
  recording.foreign = json.at("foreign");
  recording.notes = texts_from(json.at("notes"));
  for (const auto& answer : json.at("dns")) recording.dns.push_back(dns_from(answer));
  if (json.contains("deep")) {
    recording.deep = std::make_shared<const DeepSummary>(deep_summary_from(json.at("deep")));
  }
  return recording;
}

}  // namespace touchstone
