#include <algorithm>

#include "checks/check.h"
#include "checks/form_fields.h"
#include "checks/form_kind.h"
#include "checks/messenger_link.h"
#include "checks/nothing_found.h"
#include "checks/unseen.h"
#include "checks/vendors.h"
#include "site/page_text.h"
#include "site/phrase_list.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check newsletter_signup;

namespace {

constexpr std::size_t kMostText = 1'200;  // of what stands round the form
constexpr int kMostSteps = 4;

struct Signup {
  const Page* page = nullptr;
  const Form* form = nullptr;

  Evidence evidence(std::string excerpt = "") const {
    return {page->url().href(), form->element.path(), std::move(excerpt)};
  }
};

std::optional<Signup> signup_form(const Site& site) {
  for (const Page* page : site.pages())
    for (const Form& form : page->forms())
      if (form_kind(form) == "newsletter") return Signup{page, &form};
  return std::nullopt;
}

// The part of the page that belongs to the form: as far outwards as little else stands in it.
std::string text_round(const Signup& signup) {
  std::string text = visible_text(signup.form->element, kMostText);
  Element at = signup.form->element.parent();
  for (int step = 0; at && at.name() != "body" && step < kMostSteps; ++step) {
    auto wider = visible_text(at, kMostText + 1);
    if (wider.size() > kMostText) break;
    text = std::move(wider);
    at = at.parent();
  }
  return text;
}

void say_promise(Facts& facts, const Signup& signup) {
  const std::string text = text_round(signup), folded = fold(text);
  const std::vector<Evidence> read{signup.evidence(shorten(collapse_spaces(text), 200))};
  facts.say("content", has_listed_phrase(folded, "checks/data/letter-contents.txt"), read);
  facts.say("rhythm", has_listed_phrase(folded, "checks/data/rhythm-words.txt"), read);
}

void say_consent(Facts& facts, const Signup& signup) {
  const auto& fields = signup.form->fields;
  const auto ticked = std::find_if(fields.begin(), fields.end(), [](const Field& field) {
    return field.type == "checkbox" && field.element.has_attribute("checked");
  });
  facts.say("ticked", ticked != fields.end(),
            ticked == fields.end() ? std::vector<Evidence>{}
                                   : std::vector{signup.evidence(shorten(ticked->label, 100))});
  const Link* const privacy = privacy_link_beside(*signup.form, *signup.page);
  facts.say("privacy_link", privacy != nullptr,
            privacy ? std::vector<Evidence>{{signup.page->url().href(), privacy->element.path(),
                                             shorten(privacy->name(), 100)}}
                    : std::vector<Evidence>{});
}

// "Subscribe to our channel": a way to stay in touch, but no letters.
const Link* channel_of(const Page& page) {
  for (const Link& link : page.links()) {
    const auto talk = messenger_link(link);
    if (talk && match_concept(link.name(), "newsletter", page.language()) != Match::none)
      return &link;
  }
  return nullptr;
}

bool shows_past_issue(const Page& page) {
  return std::any_of(page.links().begin(), page.links().end(), [](const Link& link) {
    return has_listed_phrase(fold(link.name()), "checks/data/past-issue-words.txt");
  });
}

// What the form would show where a service draws it, or a channel stands in for it.
Facts without_form(const Site& site) {
  Facts facts = all_not_applicable(newsletter_signup);
  for (const VendorSign& service : vendors_on(site, "newsletter")) {
    facts = all_unknown(newsletter_signup, Reason::js_rendered);
    facts.say("present", true, {service.evidence});
    facts.say("channel_only", false);
    return facts;
  }
  for (const Page* page : site.sample()) {
    const Link* const channel = channel_of(*page);
    if (!channel) continue;
    const std::vector<Evidence> read{
        {page->url().href(), channel->element.path(), shorten(channel->name(), 100)}};
    facts.say("present", true, read);
    facts.say("channel_only", true, read);
    return facts;
  }
  return nothing_found(newsletter_signup, site);
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(newsletter_signup, *why);
  const auto signup = signup_form(site);
  if (!signup) return without_form(site);
  Facts facts;
  facts.say("present", true, {signup->evidence()});
  facts.say("channel_only", false);
  facts.say("fields", visible_fields(*signup->form).size(), {signup->evidence()});
  say_promise(facts, *signup);
  say_consent(facts, *signup);
  facts.say("sent_openly", sends_openly(*signup->form, *signup->page),
            {signup->evidence(shorten(signup->form->action, 200))});
  facts.say("past_issue", shows_past_issue(*signup->page));
  return facts;
}

}  // namespace

const Check newsletter_signup{
    "newsletter-signup",
    {{"present", "", "a form, a service or a channel takes subscribers"},
     {"channel_only", "", "only a channel of a messenger does"},
     {"fields", "", "questions that the form shows"},
     {"content", "", "it says what the letters bring"},
     {"rhythm", "", "it says how often they come"},
     {"ticked", "", "a box is ticked beforehand"},
     {"privacy_link", "", "a link to the privacy policy stands beside it"},
     {"sent_openly", "", "the address goes through the net unencrypted"},
     {"past_issue", "", "a link leads to an issue that was sent already"}},
    measure};

}  // namespace touchstone::checks
