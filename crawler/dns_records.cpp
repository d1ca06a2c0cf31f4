#include "crawler/dns_records.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "crawler/ip_address.h"

namespace touchstone {

namespace {

constexpr std::size_t header_size = 12;
constexpr std::size_t max_name_length = 255;  // RFC 1035 section 2.3.4

// Reads a message from front to back; after a step beyond its end it stays failed.
class Reader {
 public:
  Reader(std::string_view message, std::size_t at, std::size_t end)
      : message_(message.substr(0, std::min(end, message.size()))), at_(at) {}

  bool failed() const { return failed_; }
  std::size_t at() const { return at_; }
  std::size_t left() const { return failed_ ? 0 : message_.size() - at_; }

  std::string_view take(std::size_t count) {
    if (count > left()) {
      failed_ = true;
      return {};
    }
    at_ += count;
    return message_.substr(at_ - count, count);
  }

  std::uint32_t number(int bytes) {
    std::uint32_t value = 0;
    for (const char byte : take(static_cast<std::size_t>(bytes))) {
      value = value << 8 | static_cast<std::uint8_t>(byte);
    }
    return value;
  }

  // A domain name without its last dot ("." for the root), compressed or not.
  std::string name() {
    std::string text;
    std::size_t back_to = 0;      // where to go on after the first pointer
    std::size_t bound = at_ + 1;  // pointers lead back only, so that they cannot circle
    for (;;) {
      const auto length = number(1);
      if (failed_ || text.size() > max_name_length) break;
      if (length == 0) {
        if (back_to != 0) at_ = back_to;
        return text.empty() ? "." : text.substr(0, text.size() - 1);
      }
      if (length >= 0xc0) {
        const std::size_t target = (length & 0x3f) << 8 | number(1);
        if (back_to == 0) back_to = at_;
        if (failed_ || target >= bound) break;
        bound = at_ = target;
        continue;
      }
      if (length > 63) break;
      append_label(text, take(length));
    }
    failed_ = true;
    return {};
  }

 private:
  // Lower case; what is no printable ASCII and dots inside of a label are escaped (RFC 4343).
  static void append_label(std::string& text, std::string_view label) {
    for (const char c : label) {
      const auto byte = static_cast<std::uint8_t>(c);
      if (byte <= 0x20 || byte >= 0x7f) {
        text += {'\\', static_cast<char>('0' + byte / 100), static_cast<char>('0' + byte / 10 % 10),
                 static_cast<char>('0' + byte % 10)};
        continue;
      }
      if (c == '.' || c == '\\') text += '\\';
      text += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
    }
    text += '.';
  }

  std::string_view message_;
  std::size_t at_;
  bool failed_ = false;
};

std::string address(Reader& reader) {
  if (reader.left() == 4) return IpAddress::v4(reader.number(4)).to_string();
  const auto bytes = reader.take(16);
  std::array<std::uint8_t, 16> six{};
  std::copy(bytes.begin(), bytes.end(), six.begin());
  return IpAddress::v6(six).to_string();
}

// The strings of one TXT record belong together without a space (RFC 7208 section 3.3).
std::string text(Reader& reader) {
  std::string joined;
  while (reader.left() > 0) joined += reader.take(reader.number(1));
  return joined;
}

std::string caa(Reader& reader) {  // RFC 8659 section 4.1
  const auto flags = reader.number(1);
  const std::string tag(reader.take(reader.number(1)));
  return std::to_string(flags) + " " + tag + " " + std::string(reader.take(reader.left()));
}

std::string soa(Reader& reader) {
  std::string joined = reader.name();
  joined += " " + reader.name();
  for (int i = 0; i < 5; ++i) joined += " " + std::to_string(reader.number(4));
  return joined;
}

// Priority, target and the protocols of the "alpn" parameter alone (RFC 9460 section 2.2).
std::string https(Reader& reader) {
  constexpr std::uint32_t alpn = 1;
  const auto priority = reader.number(2);
  std::string joined = std::to_string(priority) + " " + reader.name();
  while (reader.left() > 0) {
    const auto key = reader.number(2);
    std::string_view value = reader.take(reader.number(2));
    if (key != alpn) continue;
    char before = '=';
    joined += " alpn";
    while (!value.empty()) {
      const auto length = static_cast<std::uint8_t>(value.front());
      joined += before + std::string(value.substr(1, length));
      value.remove_prefix(std::min<std::size_t>(value.size(), 1u + length));
      before = ',';
    }
  }
  return joined;
}

std::string tlsa(Reader& reader) {  // RFC 6698 section 2.2
  std::string joined;
  for (int i = 0; i < 3; ++i) joined += std::to_string(reader.number(1)) + " ";
  for (const char byte : reader.take(reader.left())) {
    constexpr std::string_view digits = "0123456789abcdef";
    joined += {digits[static_cast<std::uint8_t>(byte) >> 4], digits[byte & 15]};
  }
  return joined;
}

std::string presentation(Reader& reader, DnsType type) {
  switch (type) {
    case DnsType::a:
    case DnsType::aaaa:
      return address(reader);
    case DnsType::ns:
    case DnsType::cname:
      return reader.name();
    case DnsType::mx: {
      const auto preference = reader.number(2);
      return std::to_string(preference) + " " + reader.name();
    }
    case DnsType::txt:
      return text(reader);
    case DnsType::caa:
      return caa(reader);
    case DnsType::soa:
      return soa(reader);
    case DnsType::https:
      return https(reader);
    case DnsType::tlsa:
      return tlsa(reader);
  }
  return {};
}

}  // namespace

int dns_type_number(DnsType type) {
  switch (type) {
    case DnsType::a:
      return 1;
    case DnsType::ns:
      return 2;
    case DnsType::cname:
      return 5;
    case DnsType::soa:
      return 6;
    case DnsType::mx:
      return 15;
    case DnsType::txt:
      return 16;
    case DnsType::aaaa:
      return 28;
    case DnsType::tlsa:
      return 52;
    case DnsType::https:
      return 65;
    case DnsType::caa:
      return 257;
  }
  return 0;
}

std::optional<std::vector<std::string>> dns_records(std::string_view message, DnsType type) {
  Reader reader(message, 0, message.size());
  reader.take(4);
  const auto questions = reader.number(2);
  const auto answers = reader.number(2);
  reader.take(header_size - 8);
  for (std::uint32_t i = 0; i < questions && !reader.failed(); ++i) {
    reader.name();
    reader.take(4);
  }
  std::vector<std::string> records;
  for (std::uint32_t i = 0; i < answers && !reader.failed(); ++i) {
    reader.name();
    const auto number = reader.number(2);
    reader.take(2 + 4);  // class and time to live
    const auto length = reader.number(2);
    const auto begin = reader.at();
    reader.take(length);
    if (reader.failed() || static_cast<int>(number) != dns_type_number(type)) continue;
    Reader inside(message, begin, begin + length);
    auto record = presentation(inside, type);
    if (inside.failed()) return std::nullopt;
    records.push_back(std::move(record));
  }
  if (reader.failed()) return std::nullopt;
  return records;
}

}  // namespace touchstone
