#pragma once

// The text of one SPF record as terms (RFC 7208 section 12). For site/spf and those who read a
// record that no receiver would evaluate.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

struct SpfTerm {
  enum class Kind { all, include, a, mx, ptr, ip4, ip6, exists };
  Kind kind = Kind::all;
  char qualifier = '+';
  std::string_view domain;  // the domain-spec, unexpanded; empty: the record's own domain
  std::string_view text;    // as written
};

// Views into the record's text.
struct SpfRecord {
  std::vector<SpfTerm> terms;                  // mechanisms up to the first error, in order
  std::optional<std::string_view> redirect;    // its domain-spec
  std::optional<std::string_view> wrong_term;  // the first that is against the grammar
};
SpfRecord parse_spf_record(std::string_view text);

// What is known of the mail whose domain is checked.
struct SpfMacros {
  std::string_view sender_domain;  // "o"
  std::string_view domain;         // "d"
};

// Is it a macro-string (section 7.1)? Those of explanations ("c", "r", "t") are not allowed here.
bool is_macro_string(std::string_view text);
// A macro-string that ends in a top label or in a macro.
bool is_domain_spec(std::string_view text);
// Absent when it needs the sender's address, name or host.
std::optional<std::string> expand_spf_macros(std::string_view text, const SpfMacros& macros);

}  // namespace touchstone
