#include "crawler/address_key.h"

#include <algorithm>
#include <vector>

#include "crawler/ascii.h"

namespace touchstone {
namespace {

constexpr std::size_t max_parameters = 64;  // sorted; more of them stay as they are

bool is_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '-';
  });
}

// Long enough and mixed enough to be nobody's word.
bool looks_random(std::string_view value) {
  const bool digit =
      std::any_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
  return value.size() >= 16 && digit && value.find_first_of("+%. ") == value.npos;
}

bool tells_of_the_visitor(std::string_view name, std::string_view value) {
  constexpr std::string_view always[] = {
      "fbclid",    "gclid",      "dclid",       "gbraid",    "wbraid",     "msclkid",
      "yclid",     "ysclid",     "twclid",      "ttclid",    "igshid",     "mc_cid",
      "mc_eid",    "_ga",        "_gl",         "_hsenc",    "_hsmi",      "mkt_tok",
      "vero_id",   "oly_enc_id", "oly_anon_id", "phpsessid", "jsessionid", "aspsessionid",
      "_openstat", "cfid",       "cftoken"};
  constexpr std::string_view sessions[] = {"sid",        "sessid", "session", "sessionid",
                                           "session_id", "s",      "oscsid",  "zenid",
                                           "osid",       "xtsid",  "token"};
  if (name.starts_with("utm_") || name.starts_with("pk_") || name.starts_with("mtm_")) return true;
  if (std::find(std::begin(always), std::end(always), name) != std::end(always)) return true;
  if (std::find(std::begin(sessions), std::end(sessions), name) == std::end(sessions)) return false;
  return looks_random(value) ||
         (value.size() >= 8 && is_hex(value) && value.find_first_of("0123456789") != value.npos);
}

std::string_view without_amp(std::string_view parameter) {
  while (parameter.starts_with("amp;")) parameter.remove_prefix(4);
  return parameter;
}

std::vector<std::string_view> parameters_of(std::string_view query) {
  std::vector<std::string_view> all;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const auto parameter = without_amp(query.substr(0, end));
    query.remove_prefix(std::min(end + 1, query.size()));
    if (parameter.empty()) continue;
    const auto equals = std::min(parameter.find('='), parameter.size());
    const auto value = parameter.substr(std::min(equals + 1, parameter.size()));
    if (!tells_of_the_visitor(ascii_lower(parameter.substr(0, equals)), value))
      all.push_back(parameter);
  }
  if (all.size() <= max_parameters) {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
  }
  return all;
}

// "/a;jsessionid=12AB" -> "/a"
std::string without_session(std::string_view path) {
  std::string kept;
  while (!path.empty()) {
    const auto semicolon = path.find(';');
    kept += path.substr(0, semicolon);
    if (semicolon == path.npos) break;
    path.remove_prefix(semicolon);
    const auto end = std::min(path.find_first_of("/;", 1), path.size());
    const auto parameter = path.substr(1, end - 1);
    const auto equals = std::min(parameter.find('='), parameter.size());
    const auto value = parameter.substr(std::min(equals + 1, parameter.size()));
    if (!tells_of_the_visitor(ascii_lower(parameter.substr(0, equals)), value))
      kept += path.substr(0, end);
    path.remove_prefix(end);
  }
  return kept;
}

std::string key_text(std::string_view href) {
  const auto mark = std::min(href.find('?'), href.size());
  std::string text = without_session(href.substr(0, mark));
  char separator = '?';
  for (const auto parameter : parameters_of(href.substr(std::min(mark + 1, href.size())))) {
    text += separator;
    text += parameter;
    separator = '&';
  }
  return text;
}

}  // namespace

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  hash ^= hash >> 32;
  hash *= 0xd6e8feb86659fd93u;
  hash ^= hash >> 32;
  return hash;
}

bool is_plain_address(std::string_view href) {
  return href.find_first_of("?;") == href.npos;
}

std::uint64_t address_key(std::string_view href) {
  return is_plain_address(href) ? hash_of(href) : hash_of(key_text(href));
}

std::uint64_t loose_address_key(std::string_view href) {
  std::string text = ascii_lower(is_plain_address(href) ? std::string(href) : key_text(href));
  const auto mark = std::min(text.find('?'), text.size());
  std::string path = text.substr(0, mark);
  const auto slash = path.rfind('/');
  if (slash != path.npos && path.compare(slash, 7, "/index.") == 0) path.resize(slash + 1);
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return hash_of(path + text.substr(mark));
}

}  // namespace touchstone
