#include "checks/social_links.h"

#include <re2/re2.h>

#include <algorithm>
#include <unordered_set>

#include "site/embedded.h"
#include "site/link_list.h"
#include "site/percent.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t kMost = 20;

std::string last_segment(const Url& url) {
  std::string path = percent_decode(url.path());
  while (path.ends_with('/')) path.pop_back();
  return path.substr(path.rfind('/') + 1);
}

bool is_template_account(const Url& url) {
  static const auto accounts = embedded_list("checks/data/template-accounts.txt");
  const std::string name = fold(last_segment(url));
  return std::find(accounts.begin(), accounts.end(), name.substr(name.starts_with('@') ? 1 : 0)) !=
         accounts.end();
}

// An icon of a network, by its name, its class or the class of what is drawn in it.
bool means_network(const Link& link) {
  static const RE2 network(
      R"((?i)\b(facebook|instagram|linkedin|youtube|twitter|tiktok|pinterest|vkontakte)\b)");
  std::string signs = link.name() + " " + link.element.attribute("class").value_or("");
  for (const Element& child : link.element.children())
    signs += " " + child.attribute("class").value_or("");
  return signs.size() < 1'000 && RE2::PartialMatch(signs, network);
}

bool leads_nowhere_by_itself(const Link& link) {
  return link.href.empty() || link.href == "#" || link.href == "javascript:void(0)" ||
         link.href == "javascript:;";
}

}  // namespace

SocialLinks social_links(const Site& site, const Presence& presence) {
  SocialLinks found;
  std::unordered_set<std::string> profiles, seen;
  for (const NetworkLink& profile : presence.social) profiles.insert(profile.url);
  const auto add = [&](std::vector<Evidence>& list, const Page& page, const Link& link) {
    const std::string key = link.url ? link.url->href() : link.name() + link.href;
    if (list.size() == kMost || !seen.insert(key).second) return;
    list.push_back({page.url().href(), link.element.path(), shorten(link.href, 200)});
  };
  for (const Page* page : site.sample()) {
    for (const Link& link : page->links()) {
      if (!link.url || leads_nowhere_by_itself(link)) {
        if (leads_nowhere_by_itself(link) && means_network(link))
          add(found.to_nowhere, *page, link);
        continue;
      }
      if (site.is_own(*link.url)) continue;
      const bool profile = profiles.contains(link.url->href());
      if (profile && !link.name().empty()) {
        ++found.named;
      } else if (profile) {
        add(found.nameless, *page, link);
      }
      if (!is_in_link_list(*link.url, "site/data/social-links.txt")) continue;
      if (is_in_link_list(*link.url, "site/data/share-links.txt")) continue;
      if (link.url->path() == "/" && link.url->query().empty()) add(found.to_front, *page, link);
      if (is_template_account(*link.url)) add(found.to_templates, *page, link);
    }
  }
  return found;
}

std::string handle_of(const Url& profile) {
  static const RE2 number(R"((id|club|public|event|group)?\d+|profile\.php|UC[\w-]{22})");
  static const RE2 folder(R"(^/(groups?|people|p|channel/UC|id/|profile/\d))");
  static const RE2 country(R"([._-]([a-z]{2}|rus|official|company|gmbh)$)");
  static const RE2 punctuation(R"([^\pL\pN]+)");
  if (RE2::PartialMatch(std::string(profile.path()), folder)) return "";
  std::string name = last_segment(profile);
  if (name.starts_with('@')) name.erase(0, 1);
  if (RE2::FullMatch(name, number)) return "";
  name = fold(name);
  RE2::Replace(&name, country, "");
  RE2::GlobalReplace(&name, punctuation, "");
  return name;
}

}  // namespace touchstone
