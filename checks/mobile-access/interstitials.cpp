#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "checks/check.h"
#include "checks/unseen.h"
#include "checks/vendors.h"
#include "site/embedded.h"
#include "site/page_places.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check interstitials;

namespace {

constexpr std::size_t enough = 20;  // evidence

// It has something to play: a source of its own or a child that names one.
bool has_source(const Element& media) {
  if (media.has_attribute("src")) return true;
  const auto children = media.children();
  return std::any_of(children.begin(), children.end(),
                     [](const Element& child) { return child.name() == "source"; });
}

bool plays_aloud(const Element& element) {
  static const RE2 playing("[?&](autoplay|auto_play)=(1|true)");
  static const RE2 silent("[?&](mute|muted|background)=(1|true)");
  const auto name = element.name();
  if (name == "bgsound") return true;
  if (name == "iframe") {
    const std::string src = element.attribute("src").value_or("");
    return RE2::PartialMatch(src, playing) && !RE2::PartialMatch(src, silent);
  }
  return (name == "audio" || name == "video") && element.has_attribute("autoplay") &&
         !element.has_attribute("muted") && has_source(element);
}

// The law asks for questions of consent and of age; a menu or a search box opens on a click.
bool is_excused(const Element& element) {
  static const RE2 excused(
      R"re((?i)cookie|consent|gdpr|cmp|privacy|\bage[-_ ]?(gate|check|verif)|adult|18\+|menu|search|preload|loader)re");
  const std::string names = element.attribute("class").value_or("") + " " +
                            element.attribute("id").value_or("") + " " +
                            element.attribute("aria-label").value_or("");
  return RE2::PartialMatch(names, excused) ||
         RE2::PartialMatch(element.text().substr(0, 300), excused);
}

bool lies_over_the_page(const Element& element) {
  static const RE2 window(R"re((?i)(^|[\s_-])(modal|popup|pop-up|dialog|lightbox)([\s_-]|$))re");
  static const RE2 shown(R"re((?i)display\s*:\s*(block|flex|grid))re");
  if (element.name() == "dialog") return element.has_attribute("open");
  const std::string style = element.attribute("style").value_or("");
  if (style.empty() || !RE2::PartialMatch(style, shown)) return false;
  return element.attribute("role") == "dialog" ||
         RE2::PartialMatch(element.attribute("class").value_or(""), window);
}

// A script opens the chat after a while; one behind a click is the visitor's own wish.
bool opens_chat(const std::string& script) {
  constexpr std::size_t before = 300;
  static const std::vector<std::string_view> commands =
      embedded_list("checks/data/chat-openers.txt");
  for (const std::string_view command : commands) {
    const auto at = script.find(command);
    if (at == std::string::npos) continue;
    const auto begin = at > before ? at - before : 0;
    const std::string_view around = std::string_view(script).substr(begin, at - begin);
    if (around.find("click") != around.npos) continue;
    if (around.find("setTimeout") != around.npos || around.find("onload") != around.npos ||
        around.find("onLoad") != around.npos) {
      return true;
    }
  }
  return false;
}

struct Noise {
  std::vector<Evidence> sounds, windows, chats;
};

void listen(const Page& page, Noise& noise) {
  const auto note = [&](std::vector<Evidence>& list, const Element& element, std::string excerpt) {
    if (list.size() < enough) list.push_back({page.url().href(), element.path(), excerpt});
  };
  each_element(*page.document(), [&](const Element& element, const Place& place) {
    if (place.inert) return;
    if (plays_aloud(element)) note(noise.sounds, element, std::string(element.name()));
    if (!place.hidden && !place.in_head && lies_over_the_page(element) && !is_excused(element)) {
      note(noise.windows, element, shorten(element.attribute("class").value_or(""), 100));
    }
    if (element.name() == "script" && !element.has_attribute("src") &&
        noise.chats.size() < enough && opens_chat(element.text())) {
      note(noise.chats, element, "");
    }
  });
}

void say_overlays(Facts& facts, const Site& site, const Noise& noise,
                  std::optional<Reason> unproven) {
  std::vector<Evidence> evidence;
  std::set<std::string> pushing;
  const auto push = vendors_on(site, "push");
  for (const VendorSign& sign : push) pushing.insert(sign.vendor);
  auto popups = vendors_on(site, "popups");
  std::erase_if(popups, [&](const VendorSign& sign) { return pushing.contains(sign.vendor); });
  int kinds = 0;
  if (!popups.empty()) evidence.push_back(popups.front().evidence);
  if (!push.empty()) evidence.push_back(push.front().evidence);
  if (!noise.windows.empty()) evidence.push_back(noise.windows.front());
  if (!noise.chats.empty()) evidence.push_back(noise.chats.front());
  kinds = static_cast<int>(evidence.size());
  if (kinds == 0 && unproven) {
    facts.unknown("overlays", *unproven);
  } else {
    facts.say("overlays", kinds, std::move(evidence)).signals = std::max(1, kinds);
  }
}

void say_windows(Facts& facts, const Site& site, std::optional<Reason> unproven) {
  std::size_t links = 0, opening = 0;
  std::vector<Evidence> evidence;
  for (const Page* page : site.sample()) {
    for (const Link& link : page->links()) {
      if (!link.url || !site.is_own(*link.url)) continue;
      ++links;
      if (fold(link.element.attribute("target").value_or("")) != "_blank") continue;
      ++opening;
      if (evidence.size() < enough) {
        evidence.push_back({page->url().href(), link.element.path(), shorten(link.href, 150)});
      }
    }
  }
  if (links > 0) {
    facts.say("new_windows", 100 * opening / links, std::move(evidence));
  } else if (unproven) {
    facts.unknown("new_windows", *unproven);
  } else {
    facts.not_applicable("new_windows");
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(interstitials, *why);
  Noise noise;
  for (const Page* page : site.sample()) {
    if (page->document()) listen(*page, noise);
  }
  const auto unproven = absence_unproven_because(*site.home());
  Facts facts;
  if (noise.sounds.empty() && unproven) {
    facts.unknown("sounds", *unproven);
  } else {
    facts.say("sounds", noise.sounds.size(), noise.sounds);
  }
  say_overlays(facts, site, noise, unproven);
  say_windows(facts, site, unproven);
  return facts;
}

}  // namespace

const Check interstitials{
    "interstitials",
    {{"sounds", "", "audio and video of the sample that play at once and are not muted"},
     {"overlays", "",
      "how many there are of: pop-up service, open dialog, push messages, chat that opens itself"},
     {"new_windows", "%", "links to the site's own pages that open a new window"}},
    measure};

}  // namespace touchstone::checks
