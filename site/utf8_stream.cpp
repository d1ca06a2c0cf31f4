#include "site/utf8_stream.h"

#include <algorithm>
#include <utility>

namespace touchstone {

namespace {

constexpr std::size_t prescanned = 1024;  // in which a page says its encoding, if anywhere
constexpr std::string_view utf8 = "utf-8", byte_order_mark = "\xEF\xBB\xBF";

// How many bytes at the end are the beginning of a character that will go on.
std::size_t torn_at_end(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if (byte < 0x80) return 0;
    if (byte < 0xC0) continue;
    const std::size_t size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    return size > back ? back : 0;
  }
  return 0;
}

}  // namespace

Utf8Stream::Utf8Stream(std::string content_type, std::string host)
    : content_type_(std::move(content_type)), host_(std::move(host)) {}

void Utf8Stream::take(std::string_view bytes, const Use& use) {
  if (mode_ == Mode::undecided && kept_.empty() && bytes.size() >= prescanned) {
    decide(bytes);
    if (mode_ == Mode::utf8 && bytes.starts_with(byte_order_mark)) bytes.remove_prefix(3);
  }
  if (mode_ == Mode::utf8) return pass(bytes, use);
  kept_ += bytes;
  if (mode_ != Mode::undecided || kept_.size() < prescanned) return;
  const std::string beginning = std::exchange(kept_, {});
  take(beginning, use);
}

// What the page says at its beginning holds; else the whole page must tell (late <meta>, bytes).
void Utf8Stream::decide(std::string_view bytes) {
  charset_ = sniff_charset(bytes.substr(0, prescanned), content_type_, host_);
  const bool said = charset_.source == CharsetSource::bom ||
                    charset_.source == CharsetSource::header ||
                    charset_.source == CharsetSource::meta;
  mode_ = said && charset_.name == utf8 ? Mode::utf8 : Mode::kept;
}

void Utf8Stream::pass(std::string_view bytes, const Use& use) {
  std::string joined;
  if (!kept_.empty()) {
    joined = std::exchange(kept_, {});
    joined += bytes;
    bytes = joined;
  }
  const auto torn = torn_at_end(bytes);
  kept_ = bytes.substr(bytes.size() - torn);
  bytes.remove_suffix(torn);
  if (bytes.empty()) return;
  const bool sound = is_valid_utf8(bytes) && bytes.find('\0') == std::string_view::npos;
  if (sound) return use(bytes);
  // to_utf8 takes a mark at the beginning of a page; within one it is a character.
  while (bytes.starts_with(byte_order_mark)) {
    use(byte_order_mark);
    bytes.remove_prefix(byte_order_mark.size());
  }
  use(to_utf8(bytes, utf8));
}

void Utf8Stream::finish(const Use& use) {
  const std::string rest = std::exchange(kept_, {});
  if (mode_ != Mode::utf8) charset_ = sniff_charset(rest, content_type_, host_);
  if (!rest.empty()) use(to_utf8(rest, charset_.name));
}

}  // namespace touchstone
