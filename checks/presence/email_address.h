#pragma once

// E-mail addresses as pages carry them: in mailto: links (RFC 6068), in text, spelled in words, and
// as Cloudflare hides them.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

struct MailtoLink {
  std::vector<std::string> addresses;  // normalised; empty: a link that only shares
  bool broken = false;  // mail programs will not take it as it is ("mailto:mailto:", "mailto://")
};
// Absent when it is no mailto: link.
std::optional<MailtoLink> parse_mailto(std::string_view href);

// Local part as written, domain in lower case and as people read it. Absent when it is no address
// that mail could reach, or is a file name ("logo@2x.png").
std::optional<std::string> normalised_address(std::string_view text);

// An address of documentation or of a form nobody filled in: "info@example.com".
bool is_sample_address(std::string_view address);

// Marks in a line where one element ends and the next begins without a space. An address may go
// over it at its "@", not elsewhere.
constexpr char kSeam = '\x1f';

struct TextAddress {
  std::size_t begin = 0, end = 0;  // bytes of the line
  std::string address;
  bool spelled = false;  // "info (at) example (dot) de"
};
// Linear in the line.
std::vector<TextAddress> addresses_in(std::string_view line);

// The text behind data-cfemail or /cdn-cgi/l/email-protection#...; absent when it is no such code.
std::optional<std::string> decode_cloudflare(std::string_view hex);

}  // namespace touchstone
