#include <algorithm>
#include <map>
#include <set>

#include "checks/check.h"
#include "checks/language_versions.h"
#include "checks/unseen.h"
#include "site/language_tag.h"
#include "site/page_language.h"
#include "site/page_text.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check translation_quality;

namespace {

constexpr std::size_t most_pages = 60;
constexpr std::size_t longest_read = 64 * 1024;  // bytes, of one page's body or one menu

// The language that the page is offered as.
std::string version_of(const Page& page, const std::set<std::string>& served) {
  const std::string by_address = language_in(page.url());
  if (served.contains(by_address)) return by_address;
  return primary_language(page.declared_language());
}

std::string body_of(const Page& page) {
  const auto main = page.document()->first("//main | //*[@role='main']");
  return main ? visible_text(*main, longest_read) : page.text().substr(0, longest_read);
}

void say_bodies(Facts& facts, const Site& site, const std::set<std::string>& served) {
  int measured = 0;
  std::size_t looked = 0;
  std::vector<Evidence> foreign;
  for (const Page* page : site.pages()) {
    if (!page->document() || ++looked > most_pages) continue;
    const std::string version = version_of(*page, served);
    const std::string body = body_of(*page);
    const auto languages = languages_in(body);
    if (version.empty() || languages.empty()) continue;
    ++measured;
    if (are_near_languages(version, languages.front().language)) continue;
    foreign.push_back({page->url().href(), "", shorten(body, 150)});
  }
  if (measured == 0) {
    facts.unknown("foreign_bodies", Reason::insufficient_evidence);
  } else {
    facts.say("foreign_bodies", 100 * static_cast<int>(foreign.size()) / measured, foreign)
        .signals = std::max(1, static_cast<int>(foreign.size()));
  }
}

// Items of one word are names and technical terms as often as not.
bool counts(const std::string& item) {
  return words(item.substr(0, 300)).size() >= 2;
}

using Items = std::set<std::string>;

void collect(const Page& page, Items& items) {
  for (const Link& link : page.links()) {
    if (link.region != Region::main && !link.hidden && counts(link.text)) items.insert(link.text);
  }
  for (const Form& form : page.forms()) {
    for (const Field& field : form.fields) {
      if (field.type != "hidden" && counts(field.label)) items.insert(field.label);
    }
  }
}

// The share of menus and forms that is in another language, in the version where it is largest.
void say_interface(Facts& facts, const Site& site, const std::set<std::string>& served) {
  std::map<std::string, Items> of_version;
  std::size_t looked = 0;
  for (const Page* page : site.pages()) {
    if (++looked > most_pages) break;
    const std::string version = version_of(*page, served);
    if (!version.empty()) collect(*page, of_version[version]);
  }
  std::optional<int> largest;
  Evidence evidence;
  for (const auto& [version, items] : of_version) {
    std::string text;
    for (const std::string& item : items) {
      if (text.size() < longest_read) text += item + ".\n";
    }
    const auto languages = languages_in(text);
    if (languages.empty()) continue;
    int foreign = 0;
    std::string names;
    for (const LanguageShare& share : languages) {
      if (are_near_languages(version, share.language)) continue;
      foreign += share.percent;
      names += share.language + " ";
    }
    if (largest && foreign <= *largest) continue;
    largest = foreign;
    evidence = {site.home_url().href(), version, shorten(names + text, 150)};
  }
  if (largest) {
    facts.say("foreign_interface", *largest, {evidence});
  } else {
    facts.unknown("foreign_interface", Reason::insufficient_evidence);
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(translation_quality, *why);
  const auto served = served_languages(site);
  Facts facts;
  if (served.size() < 2) {
    facts.not_applicable("foreign_bodies");
  } else {
    say_bodies(facts, site, served);
  }
  say_interface(facts, site, served);
  return facts;
}

}  // namespace

const Check translation_quality{
    "translation-quality",
    {{"foreign_bodies", "%", "pages whose text is in another language than their version's"},
     {"foreign_interface", "%", "words of menus and forms in another language than the version's"}},
    measure};

}  // namespace touchstone::checks
