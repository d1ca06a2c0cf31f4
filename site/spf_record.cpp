#include "site/spf_record.h"

#include <re2/re2.h>

#include "site/host.h"
#include "site/http_text.h"

namespace touchstone {
namespace {

// The name of a modifier, when the term is one (RFC 7208 section 12: name "=" macro-string).
std::optional<std::string> modifier_of(std::string_view term) {
  static const RE2 name(R"((?i)([a-z][a-z\d._-]*)=)");
  re2::StringPiece rest(term.data(), term.size());
  std::string found;
  if (!RE2::Consume(&rest, name, &found)) return std::nullopt;
  return lower_ascii(found);
}

std::optional<SpfTerm::Kind> kind_of(std::string_view name) {
  using Kind = SpfTerm::Kind;
  static constexpr std::pair<std::string_view, Kind> kinds[] = {
      {"all", Kind::all}, {"include", Kind::include}, {"a", Kind::a},     {"mx", Kind::mx},
      {"ptr", Kind::ptr}, {"ip4", Kind::ip4},         {"ip6", Kind::ip6}, {"exists", Kind::exists}};
  for (const auto& [known, kind] : kinds)
    if (known == name) return kind;
  return std::nullopt;
}

// Cuts "/<number>" off the end, without a leading zero. Absent: no such end, or over the most.
std::optional<std::string_view> without_prefix_length(std::string_view text, std::size_t most) {
  const auto slash = text.rfind('/');
  if (slash == text.npos) return std::nullopt;
  const auto digits = text.substr(slash + 1);
  if (digits.empty() || digits.size() > 3 || (digits.size() > 1 && digits[0] == '0'))
    return std::nullopt;
  std::size_t length = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    length = 10 * length + static_cast<std::size_t>(c - '0');
  }
  if (length > most) return std::nullopt;
  return text.substr(0, slash);
}

constexpr std::size_t ip4_bits = 32, ip6_bits = 128;

// [ ip4-cidr-length ] [ "/" ip6-cidr-length ] taken off the end of "a" and "mx".
std::string_view without_lengths(std::string_view text) {
  if (const auto six = without_prefix_length(text, ip6_bits); six && six->ends_with('/'))
    text = six->substr(0, six->size() - 1);
  return without_prefix_length(text, ip4_bits).value_or(text);
}

bool is_network(std::string_view text, SpfTerm::Kind kind) {
  const bool six = kind == SpfTerm::Kind::ip6;
  const auto address = without_prefix_length(text, six ? ip6_bits : ip4_bits).value_or(text);
  if (six) return parse_ipv6(address).has_value();
  static const RE2 quad(R"((?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|$)){4})");
  return !address.ends_with('.') && RE2::FullMatch({address.data(), address.size()}, quad);
}

// A directive; absent when it is against the grammar.
std::optional<SpfTerm> mechanism_of(std::string_view text) {
  SpfTerm term;
  term.text = text;
  if (std::string_view("+-?~").find(text.front()) != std::string_view::npos) {
    term.qualifier = text.front();
    text.remove_prefix(1);
  }
  const auto name_end = std::min(text.find_first_of(":/"), text.size());
  const auto kind = kind_of(lower_ascii(text.substr(0, name_end)));
  if (!kind) return std::nullopt;
  term.kind = *kind;
  std::string_view rest = text.substr(name_end);
  using Kind = SpfTerm::Kind;
  if (*kind == Kind::all) return rest.empty() ? std::optional(term) : std::nullopt;
  if (*kind == Kind::ip4 || *kind == Kind::ip6) {
    const bool fine = rest.starts_with(':') && is_network(rest.substr(1), *kind);
    return fine ? std::optional(term) : std::nullopt;
  }
  if (*kind == Kind::a || *kind == Kind::mx) rest = without_lengths(rest);
  if (rest.empty() && *kind != Kind::include && *kind != Kind::exists) return term;
  if (!rest.starts_with(':') || !is_domain_spec(rest.substr(1))) return std::nullopt;
  term.domain = rest.substr(1);
  return term;
}

// False when the modifier is wrong: "redirect" and "exp" stand once at most (section 6).
bool take_modifier(const std::string& name, std::string_view value, SpfRecord& record,
                   bool& explained) {
  if (name == "redirect") {
    if (record.redirect || !is_domain_spec(value)) return false;
    record.redirect = value;
    return true;
  }
  if (name != "exp") return is_macro_string(value);
  if (explained || !is_domain_spec(value)) return false;
  explained = true;
  return true;
}

}  // namespace

SpfRecord parse_spf_record(std::string_view text) {
  SpfRecord record;
  bool explained = false;
  constexpr std::size_t version = std::string_view("v=spf1").size();
  text.remove_prefix(std::min(text.size(), version));
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const auto term = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    if (term.empty()) continue;
    if (const auto name = modifier_of(term)) {
      if (take_modifier(*name, term.substr(name->size() + 1), record, explained)) continue;
    } else if (const auto mechanism = mechanism_of(term)) {
      record.terms.push_back(*mechanism);
      continue;
    }
    if (!record.wrong_term) record.wrong_term = term;
  }
  return record;
}

}  // namespace touchstone
