#include <fmt/format.h>

#include "crawler/capture.h"
#include "crawler/capture_json.h"
#include "crawler/warc_writer.h"
#include "site/media_type.h"
#include "site/version.h"

namespace touchstone {
namespace {

std::string warc_date(Time time) {
  const auto text = format_rfc3339(time);
  const auto ms = (time - std::chrono::floor<std::chrono::seconds>(time)).count();
  return fmt::format("{}.{:03}Z", text.substr(0, text.size() - 1), ms);
}

WarcRecord record_of(std::string_view type, Time date, std::string_view content_type) {
  WarcRecord record;
  record.set("WARC-Type", type);
  record.set("WARC-Date", warc_date(date));
  record.set("Content-Type", content_type);
  return record;
}

std::string request_line_and_fields(const Hop& hop, const std::string& method) {
  std::string target(hop.url.path());
  if (!hop.url.query().empty()) target += "?" + std::string(hop.url.query());
  return method + " " + target + " HTTP/1.1\r\nHost: " + hop.url.authority() + "\r\n\r\n";
}

// Without the codings, which have been undone; the fields as received stand in the metadata.
std::string status_line_and_fields(const Hop& hop, std::size_t body_size) {
  std::string head = fmt::format("HTTP/1.1 {}\r\n", hop.status);
  for (const auto& [name, value] : hop.headers.fields()) {
    if (name == "content-encoding" || name == "transfer-encoding" || name == "content-length")
      continue;
    std::string line = name + ": " + value;
    for (char& c : line)
      if (c == '\r' || c == '\n' || c == '\0') c = ' ';
    head += line + "\r\n";
  }
  return head + fmt::format("content-length: {}\r\n\r\n", body_size);
}

class Encoder {
 public:
  std::string encode(const Recording& recording) {
    add_warcinfo(recording);
    auto record = concerning("metadata", recording.taken, "application/json", recording.asked);
    record.block = json_of_recording(recording).dump();
    writer_.add(std::move(record));
    for (const auto& visit : recording.visits) add_visit(visit);
    return writer_.release();
  }

 private:
  void add_warcinfo(const Recording& recording) {
    auto record = record_of("warcinfo", recording.taken, "application/warc-fields");
    record.block = fmt::format(
        "software: touchstone/{}\r\nformat: WARC File Format 1.1\r\n"
        "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/"
        "warc-1.1/\r\n",
        version());
    warcinfo_ = writer_.add(std::move(record));
  }

  WarcRecord concerning(std::string_view type, Time date, std::string_view content_type,
                        const Url& target) const {
    auto record = record_of(type, date, content_type);
    record.set("WARC-Warcinfo-ID", warcinfo_);
    record.set("WARC-Target-URI", target.href());
    return record;
  }

  // A request and its response; the id of the response, empty when nobody answered.
  std::string add_hop(const Fetch& fetch, const Hop& hop, std::string_view body) {
    auto request = concerning("request", fetch.when, "application/http; msgtype=request", hop.url);
    request.block = request_line_and_fields(hop, fetch.method);
    const auto request_id = writer_.add(std::move(request));
    if (hop.status == 0) return {};
    auto response =
        concerning("response", fetch.when, "application/http; msgtype=response", hop.url);
    response.set("WARC-Concurrent-To", request_id);
    if (!hop.address.empty()) response.set("WARC-IP-Address", hop.address);
    response.set("WARC-Payload-Digest", warc_digest(body));
    if (fetch.truncated && !body.empty()) response.set("WARC-Truncated", "length");
    response.block = status_line_and_fields(hop, body.size());
    response.block += body;
    return writer_.add(std::move(response));
  }

  void add_visit(const Visit& visit) {
    const auto& fetch = visit.fetch;
    auto record = concerning("metadata", fetch.when, "application/json", fetch.asked);
    std::string response;
    for (const auto& hop : fetch.hops) {
      const bool last = &hop == &fetch.hops.back();
      response = add_hop(fetch, hop, last ? std::string_view(fetch.body) : "");
    }
    auto json = json_of(visit);
    if (!response.empty()) {
      record.set("WARC-Concurrent-To", response);
    } else if (!fetch.body.empty()) {
      // No HTTP answer can hold it.
      json["body"] = json_of_text(fetch.body);
    }
    record.block = json.dump();
    writer_.add(std::move(record));
  }

  WarcWriter writer_;
  std::string warcinfo_;
};

}  // namespace

std::string encode_capture(const Recording& recording) {
  return Encoder().encode(recording);
}

}  // namespace touchstone
