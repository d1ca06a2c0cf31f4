#include "crawler/body_sink.h"

#include <utility>

namespace touchstone {

BodySink::BodySink(std::size_t limit, bool keep, Part part)
    : limit_(limit), keep_(keep), part_(std::move(part)) {}

bool BodySink::take(std::string_view bytes) {
  full_ = full_ || bytes.size() > limit_ - taken_;
  bytes = bytes.substr(0, limit_ - taken_);
  taken_ += bytes.size();
  if (keep_) kept_ += bytes;
  if (part_ && !bytes.empty()) part_(bytes);
  return !full_;
}

}  // namespace touchstone
