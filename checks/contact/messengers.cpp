#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "checks/characters.h"
#include "checks/check.h"
#include "checks/contact_absence.h"
#include "checks/messenger_link.h"
#include "checks/phrase_groups.h"
#include "checks/served_countries.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check messengers;

namespace {

constexpr std::size_t kMostEvidence = 20;

// The links of all pages, by network.
struct Talks {
  std::map<std::string, Evidence> chats, groups;
  std::vector<Evidence> broken;
  std::set<std::string> broken_addresses;
  std::optional<Evidence> prefilled;

  void add(const MessengerLink& talk, const Link& link, const Page& page) {
    // The place of an element costs a walk along its siblings.
    const auto evidence = [&] {
      return Evidence{page.url().href(), link.element.path(), shorten(link.href, 200)};
    };
    if (talk.kind == MessengerLink::Kind::broken) {
      if (broken.size() < kMostEvidence && broken_addresses.insert(link.href).second) {
        broken.push_back(evidence());
      }
      return;
    }
    auto& list = talk.kind == MessengerLink::Kind::group ? groups : chats;
    if (!list.contains(talk.network)) list.emplace(talk.network, evidence());
    if (talk.prefilled && !prefilled) prefilled = evidence();
  }
};

Talks talks_of(const Site& site) {
  Talks talks;
  for (const Page* page : site.pages()) {
    for (const Link& link : page->links()) {
      if (const auto talk = messenger_link(link)) talks.add(*talk, link, *page);
    }
  }
  return talks;
}

// What people write with in a country; where none is known, what most of the world does.
std::set<std::string> leaders_in(const std::map<std::string, std::vector<Evidence>>& countries) {
  std::map<std::string, std::set<std::string>> by_country;
  for (const auto line : embedded_list("checks/data/leading-messengers.txt")) {
    std::istringstream parts{std::string(line)};
    std::string country;
    parts >> country;
    for (std::string network; parts >> network;) by_country[country].insert(network);
  }
  std::set<std::string> leaders;
  for (const auto& [country, evidence] : countries) {
    const auto& list = by_country[by_country.contains(country) ? country : "*"];
    leaders.insert(list.begin(), list.end());
  }
  return countries.empty() ? by_country["*"] : leaders;
}

void say_networks(Facts& facts, const Site& site, const Presence& presence, const Talks& talks) {
  std::vector<Evidence> evidence;
  for (const auto& [network, at] : talks.chats) evidence.push_back(at);
  facts.say("networks", talks.chats.size(), std::move(evidence));
  const auto leaders = leaders_in(served_countries(site, presence));
  facts.say("leading", std::any_of(talks.chats.begin(), talks.chats.end(),
                                   [&](const auto& chat) { return leaders.contains(chat.first); }));
}

// A network that is there by its group alone offers no talk.
void say_valid(Facts& facts, const Talks& talks) {
  facts.say("broken", talks.broken.size(), talks.broken);
  std::vector<Evidence> groups;
  for (const auto& [network, at] : talks.groups) groups.push_back(at);
  facts.say("groups_only", talks.chats.empty() && talks.broken.empty() && !groups.empty(), groups);
}

void say_placed(Facts& facts, const Site& site) {
  int pages = 0, placed = 0;
  std::vector<Evidence> lacking;
  for (const Page* page : site.sample()) {
    if (absence_unproven_because(*page)) continue;
    ++pages;
    const auto& links = page->links();
    const bool shows = std::any_of(links.begin(), links.end(),
                                   [](const Link& link) { return messenger_link(link); });
    placed += shows ? 1 : 0;
    if (!shows) lacking.push_back({page->url().href(), "", ""});
  }
  if (pages == 0) {
    facts.unknown("placed", Reason::insufficient_evidence);
  } else {
    facts.say("placed", (100 * placed + pages / 2) / pages, std::move(lacking));
  }
}

// "Write to us by WhatsApp: (54) 99679-7786": a messenger's name and a number close to it.
bool names_with_number(std::string_view line) {
  static const PhraseGroups names("checks/data/messenger-names.txt");
  static const RE2 number(R"((\+?\d[\d ()./-]{6,}\d))");
  constexpr std::size_t close = 80, most = 20;  // bytes
  const std::string digits = ascii_digits(line);
  re2::StringPiece rest(digits), found;
  for (std::size_t i = 0; i < most && RE2::FindAndConsume(&rest, number, &found); ++i) {
    const auto at = static_cast<std::size_t>(found.data() - digits.data());
    const auto begin = at - std::min(at, close);
    const auto near = std::string_view(digits).substr(begin, at - begin + found.size() + close);
    if (!names.named_in(fold(whole_characters(near))).empty()) return true;
  }
  return false;
}

std::optional<Evidence> told_in_words(const Site& site) {
  constexpr std::size_t longest = 2'000;
  for (const Page* page : site.sample()) {
    const std::string_view text = page->text();
    for (std::size_t begin = 0; begin < text.size();) {
      const auto end = std::min(text.find('\n', begin), text.size());
      const auto line = text.substr(begin, end - begin);
      begin = end + 1;
      if (line.size() > longest || !names_with_number(line)) continue;
      return Evidence{page->url().href(), "text", shorten(line, 200)};
    }
  }
  return std::nullopt;
}

Facts named_without_link(const Evidence& words) {
  Facts facts = all_not_applicable(messengers);
  facts.say("present", true, {words});
  facts.say("networks", 0, {words});
  facts.say("in_words", true, {words});
  facts.say("prefilled", false);
  return facts;
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(messengers, *why);
  const Talks talks = talks_of(site);
  if (talks.chats.empty() && talks.groups.empty() && talks.broken.empty()) {
    const auto words = told_in_words(site);
    return words ? named_without_link(*words) : no_contact_found(messengers, site);
  }
  Facts facts;
  facts.say("in_words", false);
  facts.say("present", true);
  say_networks(facts, site, presence, talks);
  say_valid(facts, talks);
  say_placed(facts, site);
  facts.say("prefilled", talks.prefilled.has_value(),
            talks.prefilled ? std::vector{*talks.prefilled} : std::vector<Evidence>{});
  return facts;
}

}  // namespace

const Check messengers{
    "messengers",
    {{"present", "", "a link opens a messenger, or a text names one with its number"},
     {"networks", "", "messengers by which one reaches the company"},
     {"in_words", "", "no link opens one: a messenger stands in a text beside a number"},
     {"leading", "", "one of them is what most people of the country write with"},
     {"broken", "", "messenger links without a number, name or country code, or with blanks"},
     {"groups_only", "", "the links lead to groups and channels alone"},
     {"placed", "%", "pages of the sample with such a link"},
     {"prefilled", "", "a first message is written beforehand"}},
    measure};

}  // namespace touchstone::checks
