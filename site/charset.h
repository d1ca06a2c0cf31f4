#pragma once

// From any charset to UTF-8. Labels by the WHATWG Encoding Standard; the order of sniffing
// is: BOM, Content-Type, <meta> in the first 1,024 bytes (or a later one,
// as browsers do), UTF-8 if valid, else windows-1252, or windows-1251 where the top-level domain or
// lang is Cyrillic.

#include <optional>
#include <string>
#include <string_view>

namespace touchstone {

// The WHATWG name of an encoding ("windows-1251") for any of its labels ("cp1251", " X-CP1251 ").
std::optional<std::string> encoding_for_label(std::string_view label);

enum class CharsetSource { bom, header, meta, valid_utf8, guess };

struct Charset {
  std::string name;  // WHATWG name, lower case
  CharsetSource source = CharsetSource::guess;
};

// `content_type`: the header's value, empty when absent. `host`: for the guess, may be empty.
Charset sniff_charset(std::string_view bytes, std::string_view content_type, std::string_view host);

// The prescan of the HTML Standard over the first 1,024 bytes: the encoding that a <meta> names.
std::optional<std::string> charset_from_meta(std::string_view bytes);

// The same over the first 64 KiB: a <meta> that stands later makes a browser change its mind while
// it parses (HTML Standard, "change the encoding").
std::optional<std::string> charset_from_late_meta(std::string_view bytes);

// Never fails: what cannot be decoded becomes U+FFFD, a BOM is dropped, NULs become U+FFFD.
std::string to_utf8(std::string_view bytes, std::string_view encoding_name);

bool is_valid_utf8(std::string_view bytes);

}  // namespace touchstone
