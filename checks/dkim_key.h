#pragma once

// The public key of a DKIM record (RFC 6376 section 3.6.1, RFC 8463).

#include <optional>
#include <string>
#include <string_view>

namespace touchstone {

struct DkimKey {
  std::string kind;      // "rsa", "ed25519"; empty: of no kind that receivers know, or damaged
  int bits = 0;          // of an RSA key's modulus
  bool testing = false;  // t=y: receivers are to take no notice
};

// Absent when the text is no DKIM record, or one that revokes its key (p= empty).
std::optional<DkimKey> parse_dkim_key(std::string_view txt);

}  // namespace touchstone
