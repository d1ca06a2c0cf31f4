#include "checks/dkim_key.h"

#include <algorithm>

#include "checks/presence/data_url.h"
#include "site/tag_list.h"

namespace touchstone {

namespace {

constexpr unsigned char sequence = 0x30, integer = 0x02, bit_string = 0x03;

// Takes a DER value of that tag off the front (ITU-T X.690 section 8.1): its contents.
std::optional<std::string_view> take(std::string_view& bytes, unsigned char tag) {
  if (bytes.size() < 2 || static_cast<unsigned char>(bytes[0]) != tag) return std::nullopt;
  std::size_t length = static_cast<unsigned char>(bytes[1]), begin = 2;
  if (length >= 0x80) {
    const std::size_t octets = length - 0x80;
    if (octets == 0 || octets > 3 || bytes.size() < 2 + octets) return std::nullopt;
    length = 0;
    for (; begin < 2 + octets; ++begin) {
      length = length * 256 + static_cast<unsigned char>(bytes[begin]);
    }
  }
  if (bytes.size() - begin < length) return std::nullopt;
  const auto contents = bytes.substr(begin, length);
  bytes.remove_prefix(begin + length);
  return contents;
}

int bits_of(std::string_view number) {
  const auto first = std::find_if(number.begin(), number.end(), [](char c) { return c != 0; });
  if (first == number.end()) return 0;
  int bits = 8 * static_cast<int>(number.end() - first - 1);
  for (unsigned int top = static_cast<unsigned char>(*first); top != 0; top >>= 1) ++bits;
  return bits;
}

// An RSAPublicKey, alone or inside a SubjectPublicKeyInfo (RFC 8017 appendix A.1.1, RFC 5280).
int rsa_bits(std::string_view der) {
  auto key = take(der, sequence);
  if (!key) return 0;
  std::string_view rest = *key;
  if (take(rest, sequence)) {
    auto string = take(rest, bit_string);
    if (!string || string->empty()) return 0;
    string->remove_prefix(1);  // the number of unused bits
    key = take(*string, sequence);
    if (!key) return 0;
    rest = *key;
  }
  const auto modulus = take(rest, integer);
  return modulus && take(rest, integer) ? bits_of(*modulus) : 0;
}

}  // namespace

std::optional<DkimKey> parse_dkim_key(std::string_view txt) {
  const TagList tags = parse_tag_list(txt);
  auto text = tags.value("p");
  if (!text || tags.value("v").value_or("DKIM1") != "DKIM1") return std::nullopt;
  std::erase_if(*text, [](char c) { return c == ' ' || c == '\t'; });
  if (text->empty()) return std::nullopt;
  DkimKey key;
  const std::string flags = tags.value("t").value_or("");
  key.testing = flags.find('y') != std::string::npos;
  const auto bytes = data_url_bytes("data:;base64," + *text);
  if (!bytes) return key;
  const std::string kind = tags.value("k").value_or("rsa");
  constexpr std::size_t ed25519_bytes = 32;
  if (kind == "ed25519" && bytes->size() == ed25519_bytes) key.kind = kind;
  if (kind == "rsa") key.bits = rsa_bits(*bytes);
  if (key.bits > 0) key.kind = kind;
  return key;
}

}  // namespace touchstone
