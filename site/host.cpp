#include "site/host.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include <unicode/uidna.h>
#include <unicode/unistr.h>

#include "site/embedded.h"
#include "site/http_text.h"
#include "site/percent.h"
#include "site/url.h"

namespace touchstone {
namespace {

// No name of the DNS is longer than 253; far longer ones would only feed Punycode, which is
// quadratic.
constexpr std::size_t longest_host = 4096;

struct IdnaClose {
  void operator()(UIDNA* idna) const { uidna_close(idna); }
};

const UIDNA* uts46() {
  static const std::unique_ptr<UIDNA, IdnaClose> idna = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<UIDNA, IdnaClose> opened(
        uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII |
                            UIDNA_NONTRANSITIONAL_TO_UNICODE,
                        &error));
    if (U_FAILURE(error)) throw std::logic_error("ICU has no UTS 46 data");
    return opened;
  }();
  return idna.get();
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

// "Forbidden domain code point" of the standard.
bool is_forbidden(char c) {
  constexpr std::string_view forbidden = "#/:<>?@[\\]^|%\x7f";
  return static_cast<unsigned char>(c) <= 0x20 || forbidden.find(c) != forbidden.npos;
}

// One mapping of a list in site/data: "1E9E 00DF", or "180E" for a code point that vanishes.
struct Mapping {
  UChar32 from = 0;
  std::optional<UChar32> to;
};

std::vector<Mapping> read_mappings() {
  std::vector<Mapping> mappings;
  for (auto line : embedded_list("site/data/uts46-newer.txt")) {
    std::size_t used = 0;
    const std::string text(line);
    Mapping mapping{static_cast<UChar32>(std::stoul(text, &used, 16)), std::nullopt};
    if (used < text.size())
      mapping.to = static_cast<UChar32>(std::stoul(text.substr(used), nullptr, 16));
    mappings.push_back(mapping);
  }
  std::sort(mappings.begin(), mappings.end(),
            [](const Mapping& a, const Mapping& b) { return a.from < b.from; });
  return mappings;
}

// The mappings that UTS 46 has gained since the Unicode version of ICU 72.
icu::UnicodeString with_newer_mappings(const icu::UnicodeString& host) {
  static const std::vector<Mapping> mappings = read_mappings();
  icu::UnicodeString out;
  for (int32_t i = 0; i < host.length(); i = host.moveIndex32(i, 1)) {
    const UChar32 c = host.char32At(i);
    const auto found = std::lower_bound(mappings.begin(), mappings.end(), c,
                                        [](const Mapping& m, UChar32 x) { return m.from < x; });
    if (found == mappings.end() || found->from != c) {
      out.append(c);
    } else if (found->to) {
      out.append(*found->to);
    }
  }
  return out;
}

// "Domain to ASCII" of the standard with beStrict false: lengths and hyphens are not checked.
std::optional<std::string> domain_to_ascii(std::string_view domain) {
  constexpr std::uint32_t tolerated =
      UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG |
      UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
  if (domain.size() > longest_host) return std::nullopt;
  if (is_ascii(domain)) return lower_ascii(domain);
  const auto host = with_newer_mappings(icu::UnicodeString::fromUTF8(
      icu::StringPiece(domain.data(), static_cast<int32_t>(domain.size()))));
  icu::UnicodeString ascii;
  UIDNAInfo details = UIDNA_INFO_INITIALIZER;
  UErrorCode error = U_ZERO_ERROR;
  const int32_t capacity = host.length() * 8 + 64;
  const int32_t size = uidna_nameToASCII(uts46(), host.getBuffer(), host.length(),
                                         ascii.getBuffer(capacity), capacity, &details, &error);
  ascii.releaseBuffer(U_SUCCESS(error) ? size : 0);
  if (U_FAILURE(error) || (details.errors & ~tolerated) || ascii.isEmpty()) return std::nullopt;
  std::string out;
  ascii.toUTF8String(out);
  return out;
}

}  // namespace

std::optional<std::string> host_to_ascii(std::string_view host) {
  auto ascii = domain_to_ascii(host);
  if (!ascii || ascii->empty()) return std::nullopt;
  if (std::any_of(ascii->begin(), ascii->end(), is_forbidden)) return std::nullopt;
  return ascii;
}

std::string host_to_unicode(std::string_view ascii_host) {
  const std::string unchanged(ascii_host);
  if (ascii_host.find("xn--") == ascii_host.npos || ascii_host.size() > longest_host)
    return unchanged;
  std::string out(ascii_host.size() * 4 + 16, '\0');
  UIDNAInfo details = UIDNA_INFO_INITIALIZER;
  UErrorCode error = U_ZERO_ERROR;
  const int32_t size =
      uidna_nameToUnicodeUTF8(uts46(), ascii_host.data(), static_cast<int32_t>(ascii_host.size()),
                              out.data(), static_cast<int32_t>(out.size()), &details, &error);
  // A label that is no sound Punycode is better shown as it stands than with U+FFFD in it.
  if (U_FAILURE(error) || details.errors) return unchanged;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::optional<std::string> parse_host(std::string_view text) {
  if (text.starts_with('[')) {
    if (!text.ends_with(']')) return std::nullopt;
    const auto address = parse_ipv6(text.substr(1, text.size() - 2));
    if (!address) return std::nullopt;
    return "[" + *address + "]";
  }
  auto host = host_to_ascii(percent_decode(text));
  if (host && ends_in_number(*host)) return parse_ipv4(*host);
  return host;
}

}  // namespace touchstone
