#pragma once

// Percent-encode sets of the URL Standard (https://url.spec.whatwg.org/#percent-encoded-bytes).
// Works on bytes: what is no UTF-8 keeps its bytes.

#include <string>
#include <string_view>

namespace touchstone {

enum class EncodeSet { fragment, special_query, path, userinfo };

// True when a byte of that part must be written as %XX.
bool must_encode(unsigned char byte, EncodeSet set);

// Appends `text` to `out`, encoded. Sequences like "%41" stay as they are.
void append_encoded(std::string& out, std::string_view text, EncodeSet set);

// "%41" -> "A"; a "%" that begins no sequence stays.
std::string percent_decode(std::string_view text);

// The value of a hexadecimal digit; -1 for any other character.
int hex_digit(char c);

}  // namespace touchstone
