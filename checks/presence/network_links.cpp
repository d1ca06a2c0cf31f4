#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "checks/messenger_link.h"
#include "checks/presence.h"
#include "site/embedded.h"
#include "site/percent.h"
#include "site/public_suffix.h"

namespace touchstone {

namespace {

constexpr std::size_t kMostLinks = 300;
constexpr std::size_t kLongestAddress = 2'000;

struct AddressForm {
  std::string network, host;  // host "viber:" is a scheme
  std::unique_ptr<RE2> path;
};

std::vector<AddressForm> read_forms(std::string_view list) {
  std::vector<AddressForm> forms;
  for (const auto line : embedded_list(list)) {
    const auto first = line.find(' '), second = line.find(' ', first + 1);
    forms.push_back({std::string(line.substr(0, first)),
                     std::string(line.substr(first + 1, second - first - 1)),
                     std::make_unique<RE2>(std::string(line.substr(second + 1)))});
  }
  return forms;
}

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lowered;
}

// "pinterest.*" is pinterest under any public suffix.
bool host_matches(std::string_view host, std::string_view pattern) {
  if (!pattern.ends_with(".*")) return host_within(host, pattern);
  const auto company = registrable_domain(host);
  return company && company->starts_with(pattern.substr(0, pattern.size() - 1));
}

std::string path_and_query(const Url& url) {
  std::string rest = percent_decode(url.path());
  if (!url.query().empty()) rest += "?" + std::string(url.query());
  if (!url.fragment().empty()) rest += "#" + std::string(url.fragment());
  return rest;
}

const AddressForm* form_of(const std::vector<AddressForm>& forms, const Link& link) {
  if (link.href.size() > kLongestAddress) return nullptr;
  if (!link.url) {
    const auto colon = link.href.find(':');
    if (colon == std::string::npos || colon > 12) return nullptr;
    const auto scheme = lower(std::string_view(link.href).substr(0, colon + 1));
    for (const auto& form : forms) {
      if (form.host == scheme && RE2::PartialMatch(link.href.substr(colon + 1), *form.path)) {
        return &form;
      }
    }
    return nullptr;
  }
  const std::string rest = path_and_query(*link.url);
  for (const auto& form : forms) {
    if (host_matches(link.url->host(), form.host) && RE2::PartialMatch(rest, *form.path)) {
      return &form;
    }
  }
  return nullptr;
}

bool networks_own_page(const Url& url) {
  static const std::unordered_set<std::string> own = [] {
    std::unordered_set<std::string> set;
    for (const auto line : embedded_list("checks/data/not-profiles.txt")) set.emplace(line);
    return set;
  }();
  auto path = url.path().substr(1);
  return own.contains(lower(path.substr(0, path.find('/'))));
}

// A message written beforehand is not a part of the account.
std::string without_message(const std::string& href) {
  const auto mark = href.find('?');
  if (mark == std::string::npos) return href;
  const auto end = std::min(href.find('#', mark), href.size());
  std::string query;
  for (std::size_t at = mark + 1; at < end;) {
    const auto next = std::min({href.find('&', at), end});
    const auto part = href.substr(at, next - at);
    if (!part.starts_with("text=") && !part.empty()) query += (query.empty() ? "?" : "&") + part;
    at = next + 1;
  }
  return href.substr(0, mark) + query + href.substr(end);
}

// One account, however its address is written.
std::string account(const std::string& address) {
  std::string key = lower(without_message(address));
  key = key.substr(0, key.find('#', key.find("signal.") == std::string::npos ? 0 : key.size()));
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (key.starts_with(scheme)) key.erase(0, scheme.size());
  }
  for (const std::string_view prefix : {"www.", "m.", "mobile."}) {
    if (key.starts_with(prefix)) key.erase(0, prefix.size());
  }
  while (!key.empty() && (key.back() == '/' || key.back() == '?')) key.pop_back();
  return key;
}

// Accounts in the order in which a customer meets them.
class Accounts {
 public:
  void add(const std::string& network, const std::string& address, const Page& page,
           Region region) {
    const auto [place, is_new] = index_.try_emplace(account(address), accounts_.size());
    if (is_new) accounts_.push_back({{network, address, page.url().href()}, false});
    accounts_[place->second].framed |= region != Region::main;
  }

  std::vector<NetworkLink> all() const {
    std::vector<NetworkLink> links;
    for (const auto& known : accounts_) {
      if (links.size() < kMostLinks) links.push_back(known.link);
    }
    return links;
  }

  // Where a network's own account stands in the frame of the page (header, footer, menu), several
  // more in the text are those of the staff, of clients or of partners.
  std::vector<NetworkLink> of_the_company() const {
    constexpr int kSeveral = 3;
    std::map<std::string, int> framed, in_text;
    for (const auto& known : accounts_) ++(known.framed ? framed : in_text)[known.link.network];
    std::vector<NetworkLink> links;
    for (const auto& known : accounts_) {
      const auto& network = known.link.network;
      const bool theirs = !known.framed && framed[network] > 0 && in_text[network] >= kSeveral;
      if (!theirs && links.size() < kMostLinks) links.push_back(known.link);
    }
    return links;
  }

 private:
  struct Known {
    NetworkLink link;
    bool framed = false;  // stands outside the main part somewhere
  };
  std::vector<Known> accounts_;
  std::unordered_map<std::string, std::size_t> index_;
};

const std::vector<AddressForm>& messenger_forms() {
  static const auto forms = read_forms("checks/data/messengers.txt");
  return forms;
}

}  // namespace

std::string messenger_of(const Link& link) {
  const AddressForm* form = form_of(messenger_forms(), link);
  return form ? form->network : std::string();
}

void find_network_links(const Site& site, std::vector<NetworkLink>& messengers,
                        std::vector<NetworkLink>& social) {
  static const auto social_forms = read_forms("checks/data/social.txt");
  Accounts talks, profiles;
  for (const Page* page : site.pages()) {
    for (const auto& link : page->links()) {
      if (link.url && site.is_own(*link.url)) continue;
      if (link.url && networks_own_page(*link.url) && !host_within(link.url->host(), "t.me")) {
        const bool facebook_page =
            link.url->path().starts_with("/p/") && host_within(link.url->host(), "facebook.com");
        if (!facebook_page) continue;
      }
      if (const auto* talk = form_of(messenger_forms(), link)) {
        talks.add(talk->network, link.url ? without_message(link.url->href()) : link.href, *page,
                  link.region);
      } else if (!link.url) {
        continue;
      } else if (const auto* profile = form_of(social_forms, link)) {
        profiles.add(profile->network, link.url->href(), *page, link.region);
      }
    }
  }
  messengers = talks.all();
  social = profiles.of_the_company();
}

}  // namespace touchstone
