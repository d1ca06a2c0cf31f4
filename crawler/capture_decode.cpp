#include <map>
#include <stdexcept>

#include "crawler/capture.h"
#include "crawler/capture_json.h"
#include "crawler/foreign_capture.h"
#include "crawler/warc_reader.h"

namespace touchstone {
namespace {

bool is_json(const WarcRecord& record) {
  return record.type() == "metadata" && record.get("Content-Type") == "application/json";
}

std::string body_of(std::string_view http_message) {
  const auto end = http_message.find("\r\n\r\n");
  return std::string(end == http_message.npos ? "" : http_message.substr(end + 4));
}

// Reads the records that the program itself wrote: responses wait for the metadata that names them.
class OwnCapture {
 public:
  // True when the record belongs to a capture of ours, as all do behind its first metadata.
  bool take(WarcRecord& record) {
    if (record.type() == "response" && recording_) {
      bodies_[std::string(record.id())] = body_of(record.block);
    } else if (is_json(record)) {
      take_metadata(record);
    }
    return recording_.has_value();
  }

  std::optional<Recording> release() { return std::move(recording_); }

  // What is whole is judged; whatever stood behind it was not seen.
  bool end_early() {
    if (!recording_ || recording_->visits.empty()) return false;
    recording_->complete = false;
    recording_->notes.emplace_back(capture_cut_short_note);
    return true;
  }

 private:
  void take_metadata(const WarcRecord& record) {
    if (!recording_) return begin(record);
    const auto json = Json::parse(record.block);
    auto visit = visit_from(json);
    if (json.contains("body")) {
      visit.fetch.body = text_from(json.at("body"));
    } else if (const auto id = record.get("WARC-Concurrent-To")) {
      const auto body = bodies_.extract(std::string(*id));
      if (body.empty()) throw std::runtime_error("the response that it names is missing");
      visit.fetch.body = std::move(body.mapped());
    }
    bodies_.clear();
    recording_->visits.push_back(std::move(visit));
  }

  // Other tools write metadata in JSON too.
  void begin(const WarcRecord& record) {
    const auto json = Json::parse(record.block, nullptr, false);
    if (!json.is_object() || !json.contains("format") || !json["format"].is_string()) return;
    const auto format = json["format"].get<std::string>();
    if (format == capture_format) {
      recording_ = recording_from(json);
    } else if (format.starts_with("touchstone-capture/")) {
      throw std::runtime_error("written by a version of touchstone with another format");
    }
  }

  std::optional<Recording> recording_;
  std::map<std::string, std::string> bodies_;
};

}  // namespace

Recording decode_capture(std::string_view bytes, const std::string& name) {
  OwnCapture own;
  ForeignCapture foreign;
  try {
    read_warc(bytes, name, [&](WarcRecord record) {
      if (!own.take(record)) foreign.take(std::move(record));
    });
  } catch (const CaptureCutShort&) {
    if (!own.end_early()) throw;
  }
  if (auto recording = own.release()) return *std::move(recording);
  auto recording = foreign.release();
  if (!recording) throw CaptureError(name + ": holds no answer of a web site");
  return *std::move(recording);
}

}  // namespace touchstone
