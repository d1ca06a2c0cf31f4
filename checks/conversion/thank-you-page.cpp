#include <re2/re2.h>

#include <algorithm>

#include "checks/answer_promise.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/content_text.h"
#include "checks/unseen.h"
#include "site/sitemap.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check thank_you_page;

namespace {

void say_thanks(Facts& facts, const Page& page, const std::string& text) {
  constexpr std::size_t least = 20;  // bytes, less is no sentence
  static const RE2 technical("(?i)^\\s*(?:\\{|<|ok$|success$|true$|1$|error|exception|array\\()");
  const auto why = absence_unproven_because(page);
  const std::vector<Evidence> evidence{{page.url().href(), "", shorten(text, 200)}};
  const bool blank = text.size() < least || RE2::PartialMatch(text, technical);
  const bool thanks = match_concept(text, "thanks", page.language()) != Match::none;
  static const RE2 words(
      "(?i)thank|спасибо|благодар|дяку|gracias|متشکر|ممنون|سپاس|danke|merci|obrigad|"
      "grazie|dziękuj|teşekkür|شكر|谢|謝|ありがとう|감사|bedankt|dank|děkuj|tack|תודה|"
      "धन्यवाद");
  if (why && !thanks) {
    facts.unknown("blank", *why);
    facts.unknown("thanks", *why);
    return;
  }
  facts.say("blank", blank && !thanks, evidence).signals = 2;
  facts.say("thanks", thanks && RE2::PartialMatch(text, words), evidence);
}

void say_onward(Facts& facts, const Page& page, const std::string& text) {
  static const RE2 gift(
      "(?i)gift|promo ?code|discount|voucher|coupon|подарок|промокод|скидк|подарунок|знижк|regalo|"
      "descuento|هدیه|تخفیف|geschenk|gutschein|rabatt|cadeau|remise|presente|desconto|sconto|"
      "prezent|"
      "rabat|hediye|indirim|هدية|خصم|礼品|优惠|ギフト|クーポン|선물|쿠폰|korting|dárek|sleva|"
      "present|מתנה|"
      "הנחה|उपहार|छूट");
  const auto links = std::count_if(page.links().begin(), page.links().end(), [](const Link& link) {
    return link.region == Region::main && link.url;
  });
  const bool given = RE2::PartialMatch(text, gift);
  facts.say("links", links, {{page.url().href(), "main", ""}}).signals = 2;
  facts.say("gift", given);
  const bool news = match_concept(text, "newsletter", page.language()) != Match::none;
  facts.say("invites", given || news);
}

bool is_kept_out(const Page& page) {
  for (const auto& rule : page.fetch().headers().all("x-robots-tag")) {
    if (fold(rule).find("noindex") != std::string::npos) return true;
  }
  const std::string meta = fold(page.meta("robots").value_or(""));
  return meta.find("noindex") != meta.npos || meta == "none";
}

// A page that the sitemap names is meant to be found.
bool is_in_sitemap(const Site& site, const Page& page) {
  for (const Visit* visit : site.visits(Role::sitemap)) {
    if (!visit->fetch.ok()) continue;
    const Sitemap sitemap = read_sitemap(visit->fetch.body, visit->fetch.answered());
    if (std::find(sitemap.locations.begin(), sitemap.locations.end(), page.url()) !=
        sitemap.locations.end()) {
      return true;
    }
  }
  return false;
}

// Nobody sees this page without sending a message: what was not found may well be there.
Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(thank_you_page, *why);
  const ClassPage found = class_page(site, "thanks");
  if (!found.page || found.section) return all_unknown(thank_you_page, Reason::manual_only);
  const Page& page = *found.page;
  const std::string text = content_text(page);
  Facts facts;
  say_thanks(facts, page, text);
  const auto promise = promise_in(text);
  say_shown(facts, "next", promise.has_value(), page,
            {{page.url().href(), "", shorten(promise ? promise->sentence : "", 200)}});
  say_onward(facts, page, text);
  const bool kept_out = is_kept_out(page);
  facts.say("noindex", kept_out, {found.evidence()});
  facts.say("in_sitemap", !kept_out && is_in_sitemap(site, page), {found.evidence()});
  return facts;
}

}  // namespace

const Check thank_you_page{
    "thank-you-page",
    {{"blank", "", "the page is empty, or shows what machines say"},
     {"thanks", "", "it thanks in the language of the site"},
     {"next", "", "it says when somebody answers"},
     {"links", "", "links of its content"},
     {"gift", "", "it gives something: a code, a voucher"},
     {"invites", "", "it invites to something further: a gift, a newsletter"},
     {"noindex", "", "it is kept out of search results"},
     {"in_sitemap", "", "the sitemap names it"}},
    measure};

}  // namespace touchstone::checks
