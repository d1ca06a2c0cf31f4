#include "crawler/discovery.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "crawler/css_links.h"
#include "crawler/probes.h"
#include "site/host.h"
#include "site/media_type.h"
#include "site/page_class.h"
#include "site/public_suffix.h"
#include "site/vocabulary.h"

namespace touchstone {
namespace {

constexpr std::size_t max_icons = 12;
constexpr std::size_t max_links = 1'000;     // of one page
constexpr std::size_t max_weighed = 20'000;  // of the visit
constexpr std::size_t max_mail_domains = 10;
constexpr std::size_t max_host_bytes = 253;
constexpr std::size_t max_manifest_bytes = 256u << 10;  // as checks/web_manifest.cpp

nlohmann::json manifest_in(const Fetch& fetch) {
  return nlohmann::json::parse(std::string_view(fetch.body).substr(0, max_manifest_bytes), nullptr,
                               false);
}

bool names_icon(std::string_view rel) {
  std::string lower(rel);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) {
    return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
  });
  return lower.find("icon") != lower.npos;
}

class IconList {
 public:
  explicit IconList(std::string note) : note_(std::move(note)) {}

  void add(const Url& base, std::string_view reference) {
    const auto url = base.resolve(reference);
    if (!url || icons_.size() == max_icons) return;
    const bool known = std::any_of(icons_.begin(), icons_.end(),
                                   [&](const Found& icon) { return icon.url == *url; });
    if (!known) icons_.push_back({*url, note_});
  }
  std::vector<Found> take() { return std::move(icons_); }

 private:
  std::string note_;
  std::vector<Found> icons_;
};

bool is_mail_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) || c == '.' || c == '-';
}

class MailDomains {
 public:
  // Every "@" with a host name behind it and something before it.
  void read(std::string_view text) {
    for (auto at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
      if (domains_.size() == max_mail_domains) return;
      if (at == 0 || !(is_mail_character(text[at - 1]) || text[at - 1] == '_')) continue;
      auto end = at + 1;
      while (end < text.size() && end - at <= max_host_bytes && is_mail_character(text[end])) ++end;
      add(text.substr(at + 1, end - at - 1));
    }
  }
  std::vector<std::string> take() { return {domains_.begin(), domains_.end()}; }

 private:
  void add(std::string_view host) {
    while (!host.empty() && (host.back() == '.' || host.back() == '-')) host.remove_suffix(1);
    const auto ascii = host_to_ascii(host);
    if (ascii && registrable_domain(*ascii)) domains_.insert(*ascii);
  }

  std::set<std::string> domains_;
};

int order_of(const Resource& resource) {
  return resource.blocking ? 0 : resource.lazy ? 2 : 1;
}

// A link to a section is weighed by the section's name as one to a page is by its path.
int anchor_score(const Url& url, std::string_view page_class) {
  if (url.fragment().empty()) return 0;
  const auto match = match_slug("/" + std::string(url.fragment()), page_class);
  return match == Match::equals ? 4 : match == Match::contains ? 2 : 0;
}

// The class that a link promises most; contact and about before all others.
PageLink weigh(const Link& link, const std::string& language) {
  PageLink result{link.url->without_fragment(), "", 0};
  for (const std::string page_class : {"contact", "about"}) {
    const int score = link_score(link, page_class, language) + anchor_score(*link.url, page_class);
    if (score >= promising_score) return {result.url, page_class, score};
  }
  for (const auto& page_class : page_classes()) {
    const int score = link_score(link, page_class, language);
    if (score <= result.score) continue;
    result.score = score;
    result.page_class = page_class;
  }
  return result;
}

}  // namespace

std::vector<Found> icons_of(const Page& page) {
  IconList icons("link");
  if (const auto* document = page.document()) {
    for (const auto& link : document->find("//link[@rel and @href]"))
      if (names_icon(*link.attribute("rel"))) icons.add(page.base(), *link.attribute("href"));
    if (const auto tile = page.meta("msapplication-TileImage")) icons.add(page.base(), *tile);
  }
  for (const auto& value : page.fetch().headers().all("link"))
    for (const auto& field : parse_link_header(value))
      if (field.has_rel("icon") || field.has_rel("apple-touch-icon"))
        icons.add(page.url(), field.target);
  return icons.take();
}

std::optional<Url> manifest_of(const Page& page) {
  if (!page.document()) return {};
  const auto link = page.document()->first("//link[contains(@rel, 'manifest') and @href]");
  if (!link) return {};
  return page.base().resolve(*link->attribute("href"));
}

std::vector<Found> icons_of_manifest(const Fetch& fetch) {
  IconList icons("manifest");
  const auto manifest = manifest_in(fetch);
  if (!manifest.is_object() || !manifest.contains("icons")) return {};
  for (const auto& icon : manifest["icons"])
    if (icon.is_object() && icon.contains("src") && icon["src"].is_string())
      icons.add(fetch.answered(), icon["src"].get_ref<const std::string&>());
  return icons.take();
}

std::optional<Url> start_of_manifest(const Fetch& fetch) {
  const auto manifest = manifest_in(fetch);
  if (!manifest.is_object() || !manifest.contains("start_url")) return {};
  const auto& start = manifest["start_url"];
  return start.is_string() ? fetch.answered().resolve(start.get_ref<const std::string&>())
                           : std::nullopt;
}

std::vector<Found> resources_of(const Page& page, bool blocking_only) {
  std::vector<const Resource*> wanted;
  for (const auto& resource : page.resources())
    if (resource.kind != Resource::Kind::frame && (resource.blocking || !blocking_only))
      wanted.push_back(&resource);
  std::stable_sort(wanted.begin(), wanted.end(), [](const Resource* a, const Resource* b) {
    return order_of(*a) < order_of(*b);
  });
  std::vector<Found> result;
  for (const auto* resource : wanted)
    result.push_back({resource->url, std::string(to_string(resource->kind))});
  return result;
}

std::vector<Found> resources_of_stylesheet(const Fetch& fetch) {
  std::vector<Found> result;
  for (const auto& [kind, reference] : links_in_css(fetch.body))
    if (const auto url = fetch.answered().resolve(reference))
      result.push_back({url->without_fragment(), std::string(to_string(kind))});
  return result;
}

std::vector<std::string> mail_domains_of(const Page& page) {
  MailDomains domains;
  for (const auto& link : page.links())
    if (link.href.starts_with("mailto:")) domains.read(link.href.substr(7));
  domains.read(page.text());
  return domains.take();
}

std::vector<PageLink> LinkReader::read(const Page& page, const Url& home) {
  std::vector<PageLink> result;
  std::unordered_set<std::string> here;
  const auto self = page.url().without_fragment();
  for (const auto& link : page.links()) {
    if (here.size() == max_links) break;
    if (!link.url || !same_company_host(link.url->host(), home.host()) || !may_be_page(*link.url))
      continue;
    const auto name = link.url->href() + '\n' + link.name();
    if (!here.insert(name).second) continue;
    const bool is_new = weighed_.size() < max_weighed && weighed_.insert(name).second;
    auto weighed =
        is_new ? weigh(link, page.language()) : PageLink{link.url->without_fragment(), "", 0};
    if (weighed.url == self && weighed.score == 0) continue;
    result.push_back(std::move(weighed));
  }
  return result;
}

}  // namespace touchstone
