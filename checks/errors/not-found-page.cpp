#include <algorithm>
#include <set>

#include "checks/check.h"
#include "checks/presence/missing_frame.h"
#include "checks/presence/missing_page.h"
#include "checks/presence/missing_words.h"
#include "checks/unseen.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check not_found_page;

namespace {

// What the facts of the page itself are read from.
struct Lost {
  const Site& site;
  const Page& home;
  const MissingLook& look;
  const Presence& presence;
  bool framed = false;  // it marks its header, menu or footer; else all of it is the message

  std::string url() const { return look.shown->visit->fetch.asked.href(); }
  const Page* page() const { return look.shown->page; }
  Evidence seen(std::string place, std::string_view excerpt) const {
    return {url(), std::move(place), shorten(excerpt, 200)};
  }
  bool in_message(Region region) const { return !framed || region == Region::main; }
  Evidence seen(const Link& link) const {
    return seen(link.element.path(), link.name().empty() ? link.href : link.name());
  }
};

void say_status(Facts& facts, const MissingLook& look) {
  std::vector<Evidence> evidence;
  for (const Probe& probe : look.probes) {
    const Fetch& fetch = probe.visit->fetch;
    std::string excerpt = std::to_string(fetch.status());
    if (fetch.hops.size() > 1) excerpt += " at " + fetch.answered().href();
    evidence.push_back({fetch.asked.href(), "status", excerpt});
  }
  facts.say("kind", look.summary.kind, evidence);
  facts.say("status", look.summary.status, std::move(evidence));
}

void say_page(Facts& facts, const Lost& lost) {
  const std::vector<Evidence> text{lost.seen("visible text", lost.look.text)};
  facts.say("text_length", static_cast<int>(grapheme_count(lost.look.text)), text);
  facts.say("internal_links", static_cast<int>(lost.look.links.size()), text);
  // A server's own page is known word by word: by its status and by its words.
  facts.say("server_default", !lost.look.server_default.empty(), text).signals = 2;
  const Page* page = lost.page();
  facts.say("frame", page ? shared_frame(*page, lost.home) : 0,
            {lost.seen("header, navigation and footer", "")});
  facts.say("same_look", page && share_any(*page, lost.home, Resource::Kind::stylesheet) &&
                             share_any(*page, lost.home, Resource::Kind::image));
}

// Each address once, whether the menu has it too or not.
int links_in_main(const Lost& lost) {
  std::set<std::string_view> found;
  if (!lost.page()) return 0;
  for (const Link& link : lost.page()->links()) {
    if (link.hidden || !lost.in_message(link.region) || !link.url || !lost.site.is_own(*link.url))
      continue;
    if (link.url->without_fragment() == lost.page()->url().without_fragment()) continue;
    found.insert(link.url->href());
  }
  return static_cast<int>(found.size());
}

// "/", "/index.html" and "/index.php" are one place: "/"; so are "/en/" and "/en/index.html".
std::string_view folder_of(std::string_view path) {
  const std::size_t name = path.rfind('/') + 1;
  const std::string_view stem = path.substr(name, path.find('.', name) - name);
  return stem == "index" || stem == "default" ? path.substr(0, name) : path;
}

bool leads_home(const Lost& lost, const Link& link) {
  if (link.hidden || !link.url || !link.url->fragment().empty()) return false;
  if (!lost.site.is_own(*link.url) || !link.url->query().empty()) return false;
  const std::string_view folder = folder_of(link.url->path());
  return folder == "/" || folder == folder_of(lost.site.home_url().path());
}

// A link with words says where it leads; of a logo, or the name in the header, one must know it.
void say_home_link(Facts& facts, const Lost& lost) {
  facts.say("home_link", "none", {lost.seen("//a", "")});
  if (!lost.page()) return;
  for (const Link& link : lost.page()->links()) {
    if (!leads_home(lost, link)) continue;
    const bool named = match_concept(link.name(), "home", lost.home.language()) != Match::none;
    const bool words = !link.text.empty() && (link.region != Region::header || named);
    facts.say("home_link", words ? "words" : "logo", {lost.seen(link)});
    if (words) return;
  }
}

void say_search(Facts& facts, const Lost& lost) {
  facts.say("search_field", lost.page() && has_search(*lost.page()), {lost.seen("//form", "")});
  const auto& forms = lost.presence.forms;
  const bool site = std::any_of(forms.begin(), forms.end(),
                                [](const FoundForm& form) { return form.kind == "search"; });
  facts.say("site_search", site || has_search(lost.home), {{lost.home.url().href(), "//form", ""}});
}

// Phone, e-mail, messenger or contact page, linked or written in the main part.
bool is_contact(const Lost& lost, const Link& link) {
  const std::string scheme = fold(link.href.substr(0, 7));
  if (scheme.starts_with("tel:") || scheme.starts_with("mailto:")) return true;
  const auto& messengers = lost.presence.messengers;
  if (!link.url) return false;
  if (std::any_of(messengers.begin(), messengers.end(),
                  [&](const NetworkLink& known) { return known.url == link.url->href(); })) {
    return true;
  }
  return match_concept(link.name(), "contact", lost.home.language()) != Match::none ||
         (lost.site.is_own(*link.url) && match_slug(link.url->path(), "contact") != Match::none);
}

void say_contact(Facts& facts, const Lost& lost) {
  facts.say("contact_way", false, {lost.seen("//main", "")});
  if (!lost.page() || !lost.page()->document()) return;
  for (const Link& link : lost.page()->links()) {
    if (!lost.in_message(link.region) || link.hidden || !is_contact(lost, link)) continue;
    facts.say("contact_way", true, {lost.seen(link)});
    return;
  }
  for (const Element& main : lost.page()->document()->find("//main | //*[@role='main']")) {
    const std::string text = main.text();
    for (const Phone& phone : lost.presence.phones) {
      if (!phone.printed || text.find(*phone.printed) == std::string::npos) continue;
      facts.say("contact_way", true, {lost.seen(main.path(), *phone.printed)});
      return;
    }
  }
}

// Two looks that say so make a heuristic sure: the further probes and their repeats.
template <typename Says>
int looks_that_say(const Site& site, Says says) {
  int count = 0;
  for (const Role role : {Role::missing, Role::missing_nested, Role::missing_typed}) {
    for (const Visit* visit : site.visits(role)) count += says(*visit) ? 1 : 0;
  }
  return std::max(count, 1);
}

void say_language(Facts& facts, const Lost& lost) {
  const std::string language =
      lost.page() ? language_of_missing(*lost.page(), lost.home) : std::string();
  if (language.empty()) {
    facts.unknown("language", Reason::language_unsupported);
    return;
  }
  const std::string both = lost.page()->language() + " after " + lost.home.language();
  facts.say("language", language, {lost.seen("language", both)}).signals =
      looks_that_say(lost.site, [&](const Visit& visit) {
        const Page* page = lost.site.page(visit);
        return page && language_of_missing(*page, lost.home) == language;
      });
}

void say_wording(Facts& facts, const Lost& lost) {
  const std::string sign = error_sign(lost.look.text);
  if (sign.empty()) {
    facts.absent("error_sign", {lost.seen("visible text", lost.look.text)});
  } else {
    facts.say("error_sign", sign, {lost.seen("visible text", sign)}).signals =
        looks_that_say(lost.site, [&](const Visit& visit) {
          const Page* page = lost.site.page(visit);
          return page ? error_sign(page->text()) == sign
                      : visit.fetch.body.size() < 65'536 && error_sign(visit.fetch.body) == sign;
        });
  }
  const std::vector<Evidence> evidence{lost.seen("visible text", lost.look.text)};
  facts.say("own_words", own_words(lost.look.text, &lost.home), evidence);
  const bool search = lost.page() && has_search(*lost.page());
  facts.say("way_on", links_in_main(lost) > 0 || search, evidence);
}

void say_chips(Facts& facts, const Lost& lost) {
  const Page* page = lost.page();
  bool report = false;
  if (page) {
    for (const Link& link : page->links()) {
      report = report || (lost.in_message(link.region) && !link.hidden &&
                          fold(link.href.substr(0, 7)).starts_with("mailto:"));
    }
    for (const Form& form : page->forms()) {
      report =
          report || (lost.in_message(form.region) && !form.fields.empty() && !is_search_form(form));
    }
  }
  facts.say("own_media", page && has_own_media(*page, lost.home));
  facts.say("report_way", report);
  facts.say("main_links", links_in_main(lost));
}

constexpr const char* of_the_page[] = {
    "text_length",  "internal_links", "server_default", "frame",     "same_look",  "home_link",
    "search_field", "site_search",    "contact_way",    "language",  "error_sign", "own_words",
    "way_on",       "own_media",      "report_way",     "main_links"};

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(not_found_page, *why);
  const auto look = look_at_missing(site);
  if (!look) {
    return all_unknown(not_found_page,
                       site.recording().foreign ? Reason::not_captured : Reason::budget_exhausted);
  }
  if (look->unknown_because) return all_unknown(not_found_page, *look->unknown_because);
  Facts facts;
  say_status(facts, *look);
  // A start page in the place of an error page, or a shell, has no words of its own to judge.
  const Page* page = look->shown->page;
  const Lost lost{site, *site.home(), *look, presence, page && has_landmarks(*page)};
  const auto hidden = lost.page() ? lost.page()->reason() : std::nullopt;
  if (hidden || is_home_again(*look)) {
    for (const char* name : of_the_page) {
      if (hidden) {
        facts.unknown(name, *hidden);
      } else {
        facts.not_applicable(name);
      }
    }
    return facts;
  }
  say_page(facts, lost);
  say_home_link(facts, lost);
  say_search(facts, lost);
  say_contact(facts, lost);
  say_language(facts, lost);
  say_wording(facts, lost);
  say_chips(facts, lost);
  return facts;
}

}  // namespace

const Check not_found_page{
    "not-found-page",
    {{"kind", "", "what an address that does not exist gives: hard, soft, redirect, home, error"},
     {"status", "", "the status of the answer that decided"},
     {"text_length", "characters", "the visible text of the page"},
     {"internal_links", "", "links into the site, each address once"},
     {"server_default", "", "the page is the one that the server brings along"},
     {"frame", "%", "of the home page's header and footer links, those that stand here too"},
     {"same_look", "", "it shares a stylesheet and a picture with the home page"},
     {"home_link", "", "the way to the home page: none, logo, words"},
     {"search_field", "", "the page has a search field"},
     {"site_search", "", "the site has a search"},
     {"contact_way", "", "phone, e-mail, messenger or contact page in the main part"},
     {"language", "", "against the home page's: same, two, other"},
     {"error_sign", "", "a trace, a server's version or a reproach on the page"},
     {"own_words", "", "words that the home page does not say too"},
     {"way_on", "", "a link or a search field in the main part"},
     {"own_media", "", "a picture, canvas or video that the home page does not have"},
     {"report_way", "", "a mailto: link or a form in the main part"},
     {"main_links", "", "links into the site in the main part"}},
    measure};

}  // namespace touchstone::checks
