// Addresses: a base in the first line, a reference in what follows.

#include "site/url.h"

#include "site/host.h"
#include "tests/fuzz/fuzz.h"

namespace touchstone {
namespace {

using fuzz::hold;

// A byte grows to nine at most: what is no UTF-8 becomes U+FFFD, percent-encoded.
constexpr std::size_t most_growth = 9, schemes_and_slashes = 64;

void hold_parts(const Url& url) {
  const auto& text = url.href();
  const auto again = Url::parse(text);
  hold(again && again->href() == text, "an address's text is the address");
  hold(again->host() == url.host() && again->port() == url.port() && again->path() == url.path() &&
           again->query() == url.query() && again->fragment() == url.fragment(),
       "its parts are those of its text");
  hold(url.path().starts_with('/'), "a path begins with a slash");
  hold(!url.host().empty(), "there is a host");
  hold(url.origin().find('@') == std::string::npos, "an origin has no credentials");
  hold(url.without_fragment().fragment().empty(), "the fragment is gone");
  hold(url.with_scheme("https").is_https(), "the scheme is the one asked for");
  hold(url.path().starts_with("//") || url.with_path(url.path()).path() == url.path(),
       "a path is put in its own place");
  hold(url.with_host(url.host()).host() == url.host(), "a host is put in its own place");
  hold(url.resolve("") == url.without_fragment(), "an empty reference is the page itself");
  for (const char c : text)
    hold(static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7f,
         "an address is printable ASCII");
}

}  // namespace
}  // namespace touchstone

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  const auto text = fuzz::text_of(bytes, size);
  const auto [first, rest] = fuzz::split_line(text);
  const auto base = Url::parse(first);
  for (const auto& url : {base, Url::parse_typed(first), base ? base->resolve(rest) : base}) {
    if (!url) continue;
    hold_parts(*url);
    fuzz::hold(url->href().size() <= most_growth * size + schemes_and_slashes,
               "an address is not much longer than what was written");
  }
  if (const auto host = parse_host(first))
    fuzz::hold(parse_host(*host) == host, "a host's text is the host");
  const auto name = host_to_ascii(first);  // "0x" is a name to the DNS and a number to an address
  if (name && !ends_in_number(*name))
    fuzz::hold(parse_host(*name) == name, "a name's text is the host");
  host_to_unicode(first);
  return 0;
}
