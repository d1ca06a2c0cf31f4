#include "crawler/address_guard.h"

#include <algorithm>
#include <array>

namespace touchstone {

namespace {

struct V4Block {
  std::uint32_t prefix;
  int bits;
};

constexpr std::uint32_t dotted(unsigned a, unsigned b, unsigned c, unsigned d) {
  return a << 24 | b << 16 | c << 8 | d;
}

// IANA IPv4 Special-Purpose Address Registry, what is not globally reachable there, and multicast.
constexpr std::array special_v4{
    V4Block{dotted(0, 0, 0, 0), 8},        // this network
    V4Block{dotted(10, 0, 0, 0), 8},       // private use
    V4Block{dotted(100, 64, 0, 0), 10},    // shared by carrier-grade NAT, RFC 6598
    V4Block{dotted(127, 0, 0, 0), 8},      // loopback
    V4Block{dotted(169, 254, 0, 0), 16},   // link-local, the clouds' metadata service too
    V4Block{dotted(172, 16, 0, 0), 12},    // private use
    V4Block{dotted(192, 0, 0, 0), 24},     // protocol assignments
    V4Block{dotted(192, 0, 2, 0), 24},     // documentation
    V4Block{dotted(192, 88, 99, 0), 24},   // 6to4 relays, deprecated
    V4Block{dotted(192, 168, 0, 0), 16},   // private use
    V4Block{dotted(198, 18, 0, 0), 15},    // benchmarks
    V4Block{dotted(198, 51, 100, 0), 24},  // documentation
    V4Block{dotted(203, 0, 113, 0), 24},   // documentation
    V4Block{dotted(224, 0, 0, 0), 3},      // multicast, reserved, broadcast
};

bool is_public_v4(std::uint32_t address) {
  return std::none_of(special_v4.begin(), special_v4.end(), [&](const V4Block& block) {
    return (address ^ block.prefix) >> (32 - block.bits) == 0;
  });
}

using Bytes = std::array<std::uint8_t, 16>;

std::uint32_t v4_at(const Bytes& bytes, int offset) {
  std::uint32_t bits = 0;
  for (int i = 0; i < 4; ++i) bits = bits << 8 | bytes[offset + i];
  return bits;
}

bool begins(const Bytes& bytes, std::initializer_list<std::uint8_t> prefix) {
  return std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

bool is_public_v6(const Bytes& bytes) {
  // RFC 6052 section 2.1, the well-known prefix of NAT64; RFC 3056, 6to4.
  if (begins(bytes, {0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0})) {
    return is_public_v4(v4_at(bytes, 12));
  }
  if (begins(bytes, {0x20, 0x02})) return is_public_v4(v4_at(bytes, 2));
  const bool global_unicast = (bytes[0] & 0xe0) == 0x20;  // 2000::/3, RFC 4291 section 2.4
  const bool protocol_assignments = begins(bytes, {0x20, 0x01}) && (bytes[2] & 0xfe) == 0;
  const bool documentation = begins(bytes, {0x20, 0x01, 0x0d, 0xb8}) ||
                             (begins(bytes, {0x3f, 0xff}) && (bytes[2] & 0xf0) == 0);
  return global_unicast && !protocol_assignments && !documentation;
}

}  // namespace

bool is_public(const IpAddress& address) {
  return address.is_v4() ? is_public_v4(address.v4_bits()) : is_public_v6(address.bytes());
}

bool is_localhost(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  return host == "localhost" || host.ends_with(".localhost");
}

AddressGuard::AddressGuard(bool allow_private, const Url& start) : allow_private_(allow_private) {
  if (start.host_is_ip() || is_localhost(start.host())) named_host_ = start.host();
}

std::vector<IpAddress> AddressGuard::allowed(const std::string& host,
                                             std::vector<IpAddress> addresses) const {
  if (allow_private_ || (!host.empty() && host == named_host_)) return addresses;
  std::erase_if(addresses, [](const IpAddress& address) { return !is_public(address); });
  return addresses;
}

}  // namespace touchstone
