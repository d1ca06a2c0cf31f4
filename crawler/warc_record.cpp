#include "crawler/warc_record.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include <fmt/format.h>

namespace touchstone {
namespace {

using Sha1 = std::array<unsigned char, 20>;

Sha1 sha1(std::string_view bytes) {
  Sha1 digest{};
  unsigned size = 0;
  if (!EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha1(), nullptr))
    throw std::runtime_error("OpenSSL has no SHA-1");
  return digest;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::optional<std::string_view> WarcRecord::get(std::string_view name) const {
  for (const auto& [key, value] : fields)
    if (same_name(key, name)) return value;
  return std::nullopt;
}

std::string_view WarcRecord::target() const {
  auto uri = get("WARC-Target-URI").value_or("");
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
  return uri;
}

std::string warc_digest(std::string_view bytes) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out = "sha1:";
  unsigned held = 0;
  int bits = 0;
  for (unsigned char byte : sha1(bytes)) {
    held = held << 8 | byte;
    for (bits += 8; bits >= 5; bits -= 5) out += alphabet[held >> (bits - 5) & 31];
  }
  return out;
}

std::string warc_id(std::string_view content) {
  auto digest = sha1(content);
  // RFC 9562: version 5 (by SHA-1) and the variant.
  digest[6] = static_cast<unsigned char>((digest[6] & 0x0f) | 0x50);
  digest[8] = static_cast<unsigned char>((digest[8] & 0x3f) | 0x80);
  std::string out = "<urn:uuid:";
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
    out += fmt::format("{:02x}", digest[i]);
  }
  return out + ">";
}

}  // namespace touchstone
