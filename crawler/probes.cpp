#include "crawler/probes.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>

#include "crawler/ascii.h"
#include "site/embedded.h"
#include "site/public_suffix.h"
#include "site/vocabulary.h"

namespace touchstone {
namespace {

constexpr std::size_t max_usual_paths = 6;

std::string_view last_segment(const Url& url) {
  const auto path = url.path();
  return path.substr(path.rfind('/') + 1);
}

}  // namespace

std::vector<Url> entries_of(const Url& start) {
  const std::string host(start.host());
  const bool own_port = start.port() != (start.is_https() ? 443 : 80);
  if (start.host_is_ip() || host == "localhost" || own_port) return {};
  std::vector<std::string> hosts{host};
  if (const auto domain = registrable_domain(host)) {
    const auto www = "www." + *domain;
    if (host == *domain || host == www) hosts = {*domain, www};
  }
  std::vector<Url> result;
  for (const auto& name : hosts)
    for (const auto* scheme : {"http", "https"})
      if (const auto url = Url::parse(fmt::format("{}://{}/", scheme, name)))
        result.push_back(*url);
  return result;
}

std::string probe_token(std::string_view seed, std::string_view host) {
  const auto text = fmt::format("{}\n{}", seed, host);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha256(), nullptr);
  std::string token;
  for (std::size_t i = 0; i < 8; ++i) token += fmt::format("{:02x}", digest[i]);
  return token;
}

std::optional<std::string> first_directory(const Url& url) {
  const auto end = url.path().find('/', 1);
  if (end == std::string_view::npos || end == 1) return {};
  return std::string(url.path().substr(0, end + 1));
}

std::string extension_of(const Url& url) {
  const auto name = last_segment(url);
  const auto dot = name.rfind('.');
  if (dot == name.npos || dot == 0) return {};
  std::string result(name.substr(dot + 1));
  constexpr std::size_t longest = 5;
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  if (result.size() > longest || !std::all_of(result.begin(), result.end(), is_plain)) return {};
  for (auto& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return result;
}

bool acts_on_site(const Url& url) {
  static const auto parts = embedded_list("site/data/acting-links.txt");
  const auto address = ascii_lower(std::string(url.path()) + "?" + std::string(url.query()));
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return address.find(part) != address.npos; });
}

bool may_be_page(const Url& url) {
  static const auto files = embedded_list("site/data/file-extensions.txt");
  return std::find(files.begin(), files.end(), extension_of(url)) == files.end();
}

std::string kind_of(const Url& url) {
  std::string kind(url.host());
  const auto folder = url.path().substr(0, url.path().rfind('/') + 1);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 0; i < folder.size(); ++i) {
    if (!is_digit(folder[i]))
      kind += folder[i];
    else if (i == 0 || !is_digit(folder[i - 1]))
      kind += '#';
  }
  bool in_name = true;
  if (!url.query().empty()) kind += '?';
  for (const char c : url.query()) {
    if (c == '=') in_name = false;
    if (c == '&') in_name = true;
    if (in_name) kind += c;
  }
  return kind;
}

std::vector<std::string> usual_paths(const std::string& page_class,
                                     const std::vector<std::string>& languages,
                                     const std::string& extension) {
  std::vector<std::string> slugs;
  const auto add = [&](const std::string& language, std::size_t most) {
    for (const auto& slug : words_of(language, page_class).slugs) {
      if (most == 0) return;
      if (std::find(slugs.begin(), slugs.end(), slug) != slugs.end()) continue;
      slugs.push_back(slug);
      --most;
    }
  };
  constexpr std::size_t of_one_language = 4;
  for (const auto& language : languages) add(language, of_one_language);
  add("en", max_usual_paths);
  slugs.resize(std::min(slugs.size(), max_usual_paths));
  for (auto& slug : slugs) slug = "/" + slug + (extension.empty() ? "" : "." + extension);
  return slugs;
}

}  // namespace touchstone
