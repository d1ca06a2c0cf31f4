#include "crawler/http_message.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "crawler/answer_head.h"
#include "site/charset.h"
#include "site/http_text.h"

namespace touchstone {
namespace {

// RFC 9112 section 7.1. Absent where the bytes are no chunks: other tools keep the field and undo
// the coding.
std::optional<std::string> without_chunks(std::string_view bytes, bool& whole) {
  std::string body;
  for (bool first = true;; first = false) {
    const auto line_end = bytes.find('\n');
    std::size_t size = 0;
    const auto [end, error] =
        std::from_chars(bytes.data(), bytes.data() + std::min(line_end, bytes.size()), size, 16);
    const bool sound = error == std::errc() && line_end != bytes.npos &&
                       std::string_view("\r\n; \t").find(*end) != std::string_view::npos;
    if (!sound && first) return std::nullopt;
    if (!sound) whole = false;
    if (!sound || size == 0) return body;
    bytes.remove_prefix(line_end + 1);
    if (size > bytes.size()) whole = false;
    body += bytes.substr(0, size);
    bytes.remove_prefix(std::min(size, bytes.size()));
    bytes.remove_prefix(std::min(bytes.find_first_not_of("\r\n"), bytes.size()));
  }
}

// gzip, zlib or raw deflate, by `window_bits` of zlib. Stops at the limit; absent when not one byte
// could be unpacked.
std::optional<std::string> inflated(std::string_view bytes, int window_bits, std::size_t limit,
                                    bool& whole) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) return std::nullopt;
  const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  std::array<char, 64u << 10> piece{};
  int result = Z_OK;
  while (result == Z_OK && out.size() < limit) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    result = inflate(&stream, Z_NO_FLUSH);
    out.append(piece.data(), piece.size() - stream.avail_out);
  }
  if (result != Z_STREAM_END) whole = false;
  if (out.empty() && result != Z_STREAM_END) return std::nullopt;
  return out;
}

// Undoes one content coding; absent when it cannot be. A body that is not in its coding was decoded
// by the tool that wrote the file.
std::optional<std::string> without_coding(std::string body, std::string_view coding,
                                          std::size_t limit, bool& whole) {
  if (body.empty() || coding.empty() || coding == "identity") return body;
  if (coding == "gzip" || coding == "x-gzip") {
    if (!body.starts_with("\x1f\x8b")) return body;
    return inflated(body, 16 + MAX_WBITS, limit, whole);
  }
  if (coding == "deflate") {
    // RFC 9110 section 8.4.1.2: zlib's wrapper, which some servers leave out.
    for (const int window_bits : {MAX_WBITS, -MAX_WBITS}) {
      bool complete = true;
      auto out = inflated(body, window_bits, limit, complete);
      if (!out) continue;
      whole = whole && complete;
      return out;
    }
    return body;
  }
  if (is_valid_utf8(body)) return body;
  return std::nullopt;
}

// The codings of Content-Encoding, the one applied last first.
std::vector<std::string> codings_of(const Headers& headers) {
  std::vector<std::string> codings;
  for (auto value : headers.all("content-encoding")) {
    while (!value.empty()) {
      const auto end = std::min(value.find(','), value.size());
      auto word = lower_ascii(value.substr(0, end));
      std::erase_if(word, [](char c) { return c == ' ' || c == '\t'; });
      codings.push_back(std::move(word));
      value.remove_prefix(std::min(end + 1, value.size()));
    }
  }
  std::reverse(codings.begin(), codings.end());
  return codings;
}

bool shorter_than_said(const Headers& headers, std::size_t size) {
  const auto text = headers.get("content-length");
  if (!text) return false;
  std::size_t said = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), said);
  return error == std::errc() && end == text->data() + text->size() && size < said;
}

}  // namespace

std::optional<HttpMessage> parse_http_message(std::string_view bytes, std::size_t body_limit) {
  AnswerHead head;
  while (!bytes.empty() && !head.complete()) {
    const auto end = std::min(bytes.find('\n'), bytes.size() - 1);
    if (!head.take(bytes.substr(0, end + 1))) return std::nullopt;
    bytes.remove_prefix(end + 1);
  }
  if (head.status() == 0) return std::nullopt;
  HttpMessage message{head.status(), head.http_version(), head.headers(), std::string(bytes)};
  message.wire_bytes = static_cast<std::int64_t>(bytes.size());
  const auto transfer = message.headers.get("transfer-encoding");
  if (transfer && lower_ascii(*transfer).find("chunked") != std::string::npos) {
    if (auto body = without_chunks(bytes, message.whole)) message.body = std::move(*body);
  }
  constexpr std::size_t most_codings = 4;
  const auto codings = codings_of(message.headers);
  if (codings.empty() && shorter_than_said(message.headers, message.body.size()))
    message.whole = false;
  for (std::size_t i = 0; i < codings.size() && message.decoded; ++i) {
    auto body = i < most_codings
                    ? without_coding(std::move(message.body), codings[i], body_limit, message.whole)
                    : std::nullopt;
    message.decoded = body.has_value();
    message.body = body.value_or("");
  }
  if (message.body.size() > body_limit) {
    message.body.resize(body_limit);
    message.whole = false;
  }
  return message;
}

}  // namespace touchstone
