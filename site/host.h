#pragma once

// Host parsing by the URL Standard, section 3.5: percent-decoding, domain to ASCII by UTS 46, IPv4
// in all its spellings, IPv6. For site/ alone; others use Url and host_to_ascii.

#include <optional>
#include <string>
#include <string_view>

namespace touchstone {

// The host of a special URL, serialised: "example.com", "192.0.2.1", "[2001:db8::1]". Absent when
// the text is no valid host.
std::optional<std::string> parse_host(std::string_view text);

// Inside of the brackets: "2001:DB8:0:0::1" -> "2001:db8::1".
std::optional<std::string> parse_ipv6(std::string_view text);

// Only for names whose last label is a number, as the standard asks: "0x7f.1" -> "127.0.0.1".
bool ends_in_number(std::string_view ascii_host);
std::optional<std::string> parse_ipv4(std::string_view ascii_host);

}  // namespace touchstone
