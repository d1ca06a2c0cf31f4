#include "site/link_resolver.h"

#include <algorithm>
#include <array>

namespace touchstone {

namespace {

constexpr std::size_t longest_ordinary = 4096;

// What each character is to a path or a query that needs no encoding.
enum class Kind : std::uint8_t { other, plain, slash, dot, percent, query, colon };

constexpr auto kinds = [] {
  std::array<Kind, 256> filled{};
  for (int c = 'a'; c <= 'z'; ++c) filled[c] = filled[c - 'a' + 'A'] = Kind::plain;
  for (int c = '0'; c <= '9'; ++c) filled[c] = Kind::plain;
  for (const char c : {'-', '_', '~', '!', '$', '&', '(', ')', '*', '+', ',', ';', '=', '@'}) {
    filled[static_cast<unsigned char>(c)] = Kind::plain;
  }
  filled['/'] = Kind::slash;
  filled['.'] = Kind::dot;
  filled['%'] = Kind::percent;
  filled['?'] = Kind::query;
  filled[':'] = Kind::colon;
  return filled;
}();

Kind kind_of(char c) {
  return kinds[static_cast<unsigned char>(c)];
}

// Whether a path with its query stands in an address as it is written. A segment that begins with
// a dot, or has one encoded, may be one that goes up; a colon may end a scheme.
bool is_ordinary(std::string_view path, bool may_be_scheme) {
  bool begins = true, in_query = false;
  for (std::size_t i = 0; i < path.size(); ++i) {
    switch (kind_of(path[i])) {
      case Kind::other:
        return false;
      case Kind::slash:
        begins = true;
        may_be_scheme = false;
        continue;
      case Kind::dot:
        if (begins && !in_query) return false;
        break;
      case Kind::percent:
        if (path.substr(i).starts_with("%2e") || path.substr(i).starts_with("%2E")) return false;
        break;
      case Kind::query:
        in_query = true;
        may_be_scheme = false;
        break;
      case Kind::colon:
        if (may_be_scheme) return false;
        break;
      case Kind::plain:
        while (i + 1 < path.size() && kind_of(path[i + 1]) == Kind::plain) ++i;
        break;
    }
    begins = false;
  }
  return true;
}

}  // namespace

LinkResolver::LinkResolver(Url base)
    : base_(std::move(base)),
      origin_(base_.origin()),
      page_(base_.without_fragment().href()),
      path_(base_.path()),
      folder_(path_.substr(0, path_.rfind('/') + 1)) {}

bool LinkResolver::append(std::string_view reference, std::string& out, bool& same_origin) {
  same_origin = true;
  if (append_ordinary(reference, out)) return true;
  const auto url = base_.resolve(reference);
  if (!url) return false;
  same_origin = url->origin() == origin_;
  out += url->without_fragment().href();
  return true;
}

bool LinkResolver::append_ordinary(std::string_view reference, std::string& out) const {
  if (reference.size() > longest_ordinary || base_.has_credentials()) return false;
  if (reference.starts_with('#')) {
    out += page_;
    return true;
  }
  reference = reference.substr(0, reference.find('#'));
  if (reference.starts_with(origin_)) {
    reference.remove_prefix(origin_.size());
    if (!reference.starts_with('/') || !is_ordinary(reference, false)) return false;
    out += origin_;
    out += reference;
    return true;
  }
  if (reference.empty()) return false;
  if (reference[0] == '/') {
    if (reference.starts_with("//") || !is_ordinary(reference, false)) return false;
    out += origin_;
    out += reference;
    return true;
  }
  auto folder = folder_;
  if (reference[0] == '?') folder = path_;
  while (reference.starts_with("../")) {
    reference.remove_prefix(3);
    if (folder.size() > 1) folder = folder.substr(0, folder.rfind('/', folder.size() - 2) + 1);
  }
  if (!is_ordinary(reference, true)) return false;
  out += origin_;
  out += folder;
  out += reference;
  return true;
}

}  // namespace touchstone
