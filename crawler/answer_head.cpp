#include "crawler/answer_head.h"

#include <charconv>

namespace touchstone {

namespace {

std::string_view without_line_end(std::string_view line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.remove_suffix(1);
  return line;
}

}  // namespace

bool AnswerHead::take(std::string_view line) {
  bytes_ += line.size();
  if (too_large()) return false;
  if (complete_) return true;
  line = without_line_end(line);
  if (line.starts_with("HTTP/")) {
    begin(line);
  } else if (line.empty()) {
    end_field();
    complete_ = status_ >= 200;
  } else if (line.front() == ' ' || line.front() == '\t') {
    field_ += line;  // obs-fold, RFC 9112 section 5.2
  } else {
    end_field();
    field_ = line;
  }
  return true;
}

void AnswerHead::begin(std::string_view status_line) {
  headers_ = {};
  field_.clear();
  status_ = 0;
  const auto blank = status_line.find(' ');
  http_version_ = status_line.substr(5, blank == std::string_view::npos ? blank : blank - 5);
  if (blank == std::string_view::npos) return;
  std::from_chars(status_line.data() + blank + 1, status_line.data() + status_line.size(), status_);
}

void AnswerHead::end_field() {
  if (const auto colon = field_.find(':'); colon != std::string::npos && colon > 0) {
    const std::string_view field = field_;
    headers_.add(field.substr(0, colon), field.substr(colon + 1));
  }
  field_.clear();
}

}  // namespace touchstone
