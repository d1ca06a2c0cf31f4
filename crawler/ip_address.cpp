#include "crawler/ip_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>

namespace touchstone {

namespace {

constexpr std::array<std::uint8_t, 12> mapped_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

}  // namespace

IpAddress IpAddress::v4(std::uint32_t bits) {
  std::array<std::uint8_t, 16> bytes{};
  std::copy(mapped_prefix.begin(), mapped_prefix.end(), bytes.begin());
  for (int i = 0; i < 4; ++i) bytes[12 + i] = static_cast<std::uint8_t>(bits >> (24 - 8 * i));
  return IpAddress(bytes);
}

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
  if (text.size() >= 2 && text.front() == '[' && text.back() == ']') {
    text = text.substr(1, text.size() - 2);
  }
  const std::string terminated(text);
  in_addr four;
  if (::inet_pton(AF_INET, terminated.c_str(), &four) == 1) return v4(ntohl(four.s_addr));
  std::array<std::uint8_t, 16> six;
  if (::inet_pton(AF_INET6, terminated.c_str(), six.data()) == 1) return v6(six);
  return std::nullopt;
}

std::optional<IpAddress> IpAddress::from(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    return v4(ntohl(reinterpret_cast<const sockaddr_in&>(address).sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return std::nullopt;
  std::array<std::uint8_t, 16> six;
  std::copy_n(reinterpret_cast<const sockaddr_in6&>(address).sin6_addr.s6_addr, 16, six.begin());
  return v6(six);
}

bool IpAddress::is_v4() const {
  return std::equal(mapped_prefix.begin(), mapped_prefix.end(), bytes_.begin());
}

std::uint32_t IpAddress::v4_bits() const {
  std::uint32_t bits = 0;
  for (int i = 12; i < 16; ++i) bits = bits << 8 | bytes_[i];
  return bits;
}

std::string IpAddress::to_string() const {
  char text[INET6_ADDRSTRLEN] = "";
  if (is_v4()) {
    ::inet_ntop(AF_INET, bytes_.data() + 12, text, sizeof text);
  } else {
    ::inet_ntop(AF_INET6, bytes_.data(), text, sizeof text);
  }
  return text;
}

}  // namespace touchstone
