#pragma once

// An IPv4 or IPv6 address as a value. IPv4 is held as IPv4-mapped IPv6 (RFC 4291 section 2.5.5.2),
// so that ::ffff:127.0.0.1 and 127.0.0.1 are the same thing.

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sockaddr;

namespace touchstone {

class IpAddress {
 public:
  // "192.0.2.1", "2001:db8::1", "[2001:db8::1]". Absent for everything else, names included.
  static std::optional<IpAddress> parse(std::string_view text);
  static std::optional<IpAddress> from(const sockaddr& address);  // absent: no IP address
  static IpAddress v4(std::uint32_t bits);                        // host byte order
  static IpAddress v6(const std::array<std::uint8_t, 16>& bytes) { return IpAddress(bytes); }

  bool is_v4() const;
  std::uint32_t v4_bits() const;  // host byte order; meaningful when is_v4
  const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }
  std::string to_string() const;  // without brackets

  friend auto operator<=>(const IpAddress&, const IpAddress&) = default;

 private:
  explicit IpAddress(const std::array<std::uint8_t, 16>& bytes) : bytes_(bytes) {}
  std::array<std::uint8_t, 16> bytes_;
};

}  // namespace touchstone
