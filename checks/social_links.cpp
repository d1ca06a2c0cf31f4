#include "checks/social_links.h"

#include <re2/re2.h>

#include <algorithm>
#include <unordered_set>

#include "site/embedded.h"
#include "site/link_list.h"
#include "site/page_class.h"
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

// An icon of a network, by its name, its class or the class of what is drawn in it; not one that
// shares the page, signs in, or works by a script.
bool means_profile(const Link& link) {
  static const RE2 network(
      R"((?i)\b(facebook|instagram|linkedin|youtube|twitter|tiktok|pinterest|vkontakte)\b)");
  static const RE2 other(R"((?i)shar|like|log.?in|sign|auth|widget|plugin|follow.?us.?on|copy)");
  constexpr int steps = 3;
  constexpr std::size_t longest = 1'000;
  if (link.element.has_attribute("onclick")) return false;
  std::string signs = link.name() + " " + link.element.attribute("class").value_or("");
  for (const Element& child : link.element.children()) {
    signs += " " + child.attribute("class").value_or("");
    if (signs.size() > longest) return false;
  }
  if (!RE2::PartialMatch(signs, network)) return false;
  Element at = link.element.parent();
  for (int step = 0; at && step < steps && signs.size() < longest; ++step) {
    signs += " " + at.attribute("class").value_or("") + " " + at.attribute("id").value_or("");
    at = at.parent();
  }
  return !RE2::PartialMatch(signs, other);
}

bool leads_nowhere_by_itself(const Link& link) {
  return link.href.empty() || link.href == "#" || link.href == "javascript:void(0)" ||
         link.href == "javascript:;";
}

// Whose account it is, as the networks write their addresses.
std::string account_in(const std::string& path) {
  static const RE2 numbered(
      R"(^/(?:groups?|people|p|in|pub|id|pages/category|profile/[0-9]+|s|r)(?:/|$))");
  static const RE2 account(
      R"(^/(?:#!/)?(?:(?:company|companies|school|showcase|organization|user|users|u|c|channel|channels|add|pg|pages|profile|profiles|space|org)/)?@?([^/?]+))");
  std::string name;
  if (!RE2::PartialMatch(path, numbered)) RE2::PartialMatch(path, account, &name);
  return name;
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
  const Page* const contact = page_of_class(site, "contact");
  for (const Page* page : site.sample()) {
    // Companies show their profiles there; a text may name a network for many reasons.
    const bool whole = page == site.home() || page == contact;
    for (const Link& link : page->links()) {
      if (!whole && link.region == Region::main) continue;
      if (!link.url || leads_nowhere_by_itself(link)) {
        if (leads_nowhere_by_itself(link) && means_profile(link))
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
  static const RE2 number(R"((?:id|club|public|event|group)?[0-9]+|profile\.php|UC[\w-]{22})");
  static const RE2 country(R"([._-](?:[a-z]{2}|rus|official|company|gmbh)$)");
  static const RE2 punctuation(R"([^\pL\pN]+)");
  std::string name = account_in(percent_decode(profile.path()));
  if (RE2::FullMatch(name, number)) return "";
  // Facebook and YouTube put numbers behind names that are taken.
  static const RE2 appended(R"([._-][0-9]{8,}$)"), four(R"([0-9]{4}$)");
  name = fold(name);
  RE2::Replace(&name, appended, "");
  if (profile.host().ends_with("youtube.com")) RE2::Replace(&name, four, "");
  RE2::Replace(&name, country, "");
  RE2::GlobalReplace(&name, punctuation, "");
  return name;
}

}  // namespace touchstone
