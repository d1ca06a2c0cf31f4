#include <re2/re2.h>

#include <algorithm>
#include <memory>

#include "checks/brand.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/contact_absence.h"
#include "checks/policy_text.h"
#include "checks/sample_share.h"
#include "checks/vendors.h"
#include "site/embedded.h"
#include "site/link_list.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check privacy_policy;

namespace {

// What the link leads to is a document to read or to keep.
bool is_document(const ClassPage& found) {
  return !found.page && found.visit && found.visit->fetch.ok() &&
         found.visit->fetch.body.starts_with("%PDF-");
}

void say_document(Facts& facts, const ClassPage& found) {
  const std::vector<Evidence> at{found.link_evidence()};
  facts.say("present", true, at);
  facts.say("dead", false, at);
  facts.say("linked", true, at);
  facts.say("framed", found.in_header || found.in_footer, at);
}

// The site takes something from its visitors: a form, a cookie, a service that follows or films
// that tell who watches. A library of scripts from elsewhere takes nothing.
void say_collects(Facts& facts, const Site& site) {
  const Page* const home = site.home();
  if (!home) return;
  const auto say = [&](Evidence evidence) { facts.say("collects", true, {std::move(evidence)}); };
  if (const auto cookie = home->fetch().headers().get("set-cookie"))
    return say({home->url().href(), "set-cookie", shorten(*cookie, 100)});
  for (const Page* page : site.sample()) {
    for (const Form& form : page->forms()) {
      if (form.method == "post") return say({page->url().href(), form.element.path(), form.action});
    }
    for (const char* const followers : {"trackers", "analytics", "chat", "newsletter"}) {
      const auto signs = vendors_on(*page, followers);
      if (!signs.empty()) return say(signs.front().evidence);
    }
    for (const Resource& resource : page->resources()) {
      const bool watches = resource.kind == Resource::Kind::frame &&
                           is_in_link_list(resource.url, "checks/data/film-hosts.txt");
      if (watches) return say({page->url().href(), resource.element.path(), resource.url.href()});
    }
  }
  if (const auto why = contact_absence_unproven_because(site)) {
    facts.unknown("collects", *why);  // most forms stand there
  } else {
    facts.say("collects", false);
  }
}

void say_gaps(Facts& facts, const ClassPage& found, const std::string& text) {
  static const auto patterns = [] {
    std::vector<std::unique_ptr<RE2>> read;
    for (const auto line : embedded_list("checks/data/template-gaps.txt"))
      read.push_back(std::make_unique<RE2>(std::string(line)));
    return read;
  }();
  constexpr std::size_t enough = 20;
  std::vector<Evidence> gaps;
  for (const auto& pattern : patterns) {
    re2::StringPiece rest(text), gap;
    while (gaps.size() < enough && pattern->Match(rest, 0, rest.size(), RE2::UNANCHORED, &gap, 1)) {
      gaps.push_back({found.page->url().href(), "", shorten({gap.data(), gap.size()}, 80)});
      rest.remove_prefix(static_cast<std::size_t>(gap.data() + gap.size() - rest.data()));
    }
  }
  const auto count = static_cast<int>(gaps.size());
  facts.say("gaps", count, gaps).signals = count + 1;  // brackets, and words that only forms use
}

void say_language(Facts& facts, const Site& site, const ClassPage& found) {
  const std::string own = found.page->language(), home = site.home()->language();
  if (own.empty() || home.empty()) {
    facts.unknown("same_language", Reason::language_unsupported);
    return;
  }
  const bool same =
      own == home || std::any_of(site.pages().begin(), site.pages().end(), [&](const Page* page) {
        return page != found.page && page->language() == own && site.depth(*page) <= 1;
      });
  // What the page says of itself is a second sign beside its words.
  const bool declared = found.page->declared_language().starts_with(own);
  facts.say("same_language", same, {{found.page->url().href(), "language", own}}).signals =
      declared ? 2 : 1;
}

// Whether the page's frame leads there, by any of the addresses that the policy has.
bool leads_there(const Page& page, const std::vector<Url>& addresses) {
  return std::any_of(page.links().begin(), page.links().end(), [&](const Link& link) {
    if (!link.url || link.region == Region::main) return false;
    const Url url = link.url->without_fragment();
    return std::find(addresses.begin(), addresses.end(), url) != addresses.end();
  });
}

void say_footer_share(Facts& facts, const Site& site, const ClassPage& found) {
  std::vector<Url> addresses;
  if (found.page)
    addresses = {found.page->url().without_fragment(),
                 found.page->fetch().asked.without_fragment()};
  if (found.link && found.link->url) addresses.push_back(found.link->url->without_fragment());
  SampleShare share;
  for (const Page* page : site.sample()) {
    if (page != found.page) share.see(*page, leads_there(*page, addresses));
  }
  if (found.page || found.link) {
    share.say(facts, "footer_share");
  } else {
    say_unseen(facts, found, {"footer_share"});
  }
}

// Who answers for it, and how to reach them.
void say_who(Facts& facts, const Site& site, const Presence& presence, const ClassPage& found,
             const std::string& text) {
  const std::string folded = fold(text);
  const auto names = brand_names(site);
  const bool named = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return contains_phrase(folded, name);
  });
  say_shown(facts, "named", named, *found.page, {found.evidence()});
  const bool reachable =
      text.find('@') != std::string::npos ||
      std::any_of(presence.phones.begin(), presence.phones.end(), [&](const Phone& phone) {
        return phone.printed && text.find(*phone.printed) != std::string::npos;
      });
  say_shown(facts, "contact", reachable, *found.page, {found.evidence()});
}

Facts measure(const Site& site, const Presence& presence) {
  ClassPage found = class_page(site, "privacy");
  Facts facts = all_not_applicable(privacy_policy);
  say_collects(facts, site);
  if (is_document(found)) {
    say_document(facts, found);
    found.unproven = Reason::no_source;  // its text is not read
  } else {
    say_class_page(facts, found);
  }
  say_footer_share(facts, site, found);
  say_length_and_age(facts, site, found);
  if (!found.page) {
    say_unseen(facts, found, {"gaps", "same_language", "named", "contact"});
    return facts;
  }
  const std::string text = policy_text(found);
  say_gaps(facts, found, text);
  say_language(facts, site, found);
  say_who(facts, site, presence, found, text);
  return facts;
}

}  // namespace

const Check privacy_policy{
    "privacy-policy",
    {{"present", "", "there is a privacy policy, or a link that promises one"},
     {"dead", "", "the link to it leads nowhere"},
     {"linked", "", "a link leads to it"},
     {"framed", "", "that link stands in a header, a menu or a footer"},
     {"footer_share", "%", "pages of the sample whose frame links to it"},
     {"collects", "", "the site has forms, cookies or services that follow visitors"},
     {"length", "", "characters of its own text"},
     {"gaps", "", "places of a template that nobody filled in"},
     {"named", "", "it names the company"},
     {"contact", "", "it says how to reach somebody"},
     {"same_language", "", "it is written in a language of the site"},
     {"months_old", "months", "since the newest date in it; absent: no date"}},
    measure};

}  // namespace touchstone::checks
