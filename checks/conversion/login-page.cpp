#include <re2/re2.h>

#include <algorithm>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/unseen.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check login_page;

namespace {

bool is_login_field(const Field& field) {
  return field.type == "password" || field.type == "email";
}

// The form with a password; else one that asks for an address of mail alone, as step one of two.
const Form* login_form(const Page& page) {
  const Form* first_step = nullptr;
  for (const Form& form : page.forms()) {
    for (const Field& field : form.fields) {
      if (field.type == "password") return &form;
    }
    const bool asks = std::any_of(form.fields.begin(), form.fields.end(), is_login_field);
    if (asks && !first_step && form.fields.size() <= 6) first_step = &form;
  }
  return first_step;
}

// The company's customers may log in at another host: a service that signs on for many.
const Visit* sign_on_elsewhere(const Site& site, const ClassPage& found) {
  const Visit* const visit = site.visit(Role::third_party, "login");
  if (visit) return visit;
  return found.visit && !site.is_own(found.visit->fetch.answered()) ? found.visit : nullptr;
}

void say_works(Facts& facts, const Site& site, const ClassPage& found, const Form* form) {
  if (form) {
    facts.say("works", true, {{found.page->url().href(), form->element.path(), ""}});
    return;
  }
  const Visit* const elsewhere = sign_on_elsewhere(site, found);
  if (elsewhere && elsewhere->fetch.ok()) {
    facts.say("works", true, {{elsewhere->fetch.answered().href(), "", ""}});
  } else if (found.page) {
    // Forms are often built by scripts: none in the source is no proof.
    facts.unknown("works", absence_unproven_because(*found.page).value_or(Reason::no_source),
                  {found.evidence()});
  } else {
    say_unseen(facts, found, {"works"});
  }
}

void say_secure(Facts& facts, const ClassPage& found, const Form* form) {
  if (!found.page) {
    say_unseen(facts, found, {"secure"});
    return;
  }
  const auto action = form ? found.page->base().resolve(form->action) : std::nullopt;
  const bool sent_safely = !action || action->is_https();
  facts.say("secure", found.page->url().is_https() && sent_safely,
            {{found.page->url().href(), form ? form->element.path() : "", ""}});
}

bool is_reset(const Link& link) {
  static const RE2 address(
      "(?i)forgot|reset[-_/]?(?:my-?)?pass|lost-?password|password[-_/]?(?:reset|"
      "recovery|forgotten)|recover|restore-?pass|passwort-vergessen");
  if (has_listed_phrase(fold(link.name()), "checks/data/reset-words.txt")) return true;
  return link.url && RE2::PartialMatch(std::string(link.url->path()), address);
}

void say_reset(Facts& facts, const Site& site, const ClassPage& found) {
  if (!found.page) {
    say_unseen(facts, found, {"reset", "reset_dead"});
    return;
  }
  for (const Link& link : found.page->links()) {
    if (!is_reset(link)) continue;
    const std::vector<Evidence> evidence{
        {found.page->url().href(), link.element.path(), shorten(link.name(), 100)}};
    const Visit* const visit = link.url ? site.visit_of(*link.url) : nullptr;
    facts.say("reset", true, evidence);
    facts.say("reset_dead", visit && leads_nowhere(visit->fetch), evidence);
    return;
  }
  const Visit* const usual = site.visit(Role::well_known, "change-password");
  const bool redirects = usual && usual->fetch.ok() && usual->fetch.hops.size() > 1;
  const std::vector<Evidence> evidence{redirects ? Evidence{usual->fetch.asked.href(), "", ""}
                                                 : found.evidence()};
  facts.say("reset_dead", false);
  // That a page shows little but a login is no wall here.
  if (found.page->reason() == Reason::login_wall) {
    facts.say("reset", redirects, evidence);
  } else {
    say_shown(facts, "reset", redirects, *found.page, evidence);
  }
}

// Password managers fill what is marked (HTML Standard, section 4.10.18.7), where pasting is let.
void say_help(Facts& facts, const ClassPage& found, const Form* form) {
  if (!form) {
    if (found.page) {
      for (const char* name : {"hindered", "tokens"}) {
        facts.unknown(name, absence_unproven_because(*found.page).value_or(Reason::no_source));
      }
    } else {
      say_unseen(facts, found, {"hindered", "tokens"});
    }
    return;
  }
  bool user = false, password = false;
  bool hindered = fold(form->element.attribute("autocomplete").value_or("")) == "off";
  for (const Field& field : form->fields) {
    const std::string token = fold(field.element.attribute("autocomplete").value_or(""));
    user = user || token == "username" || token == "email" || token == "username webauthn";
    password = password || token.starts_with("current-password");
    const std::string paste = fold(field.element.attribute("onpaste").value_or(""));
    const bool blocked =
        paste.find("return false") != paste.npos || paste.find("preventdefault") != paste.npos;
    if (is_login_field(field)) hindered = hindered || token == "off" || blocked;
  }
  const std::vector<Evidence> evidence{{found.page->url().href(), form->element.path(), ""}};
  facts.say("hindered", hindered, evidence);
  facts.say("tokens", user && password, evidence);
}

Facts measure(const Site& site, const Presence&) {
  const ClassPage found = class_page(site, "login");
  Facts facts;
  say_class_page(facts, found);
  const Form* form = found.page ? login_form(*found.page) : nullptr;
  say_works(facts, site, found, form);
  say_secure(facts, found, form);
  say_reset(facts, site, found);
  say_help(facts, found, form);
  const Fact* works = facts.find("works");
  if (works->state == Fact::State::known && found.unproven) {
    facts.say("present", true, {found.link_evidence()});
    facts.say("dead", false);
  }
  return facts;
}

}  // namespace

const Check login_page{
    "login-page",
    {{"present", "", "customers can log in, or a link promises it"},
     {"dead", "", "the link to the login leads nowhere"},
     {"works", "", "there is a form with a password or e-mail field, or a service to sign on"},
     {"secure", "", "the page and what it sends go over https"},
     {"reset", "", "there is a way for those who forgot their password"},
     {"reset_dead", "", "that way leads nowhere"},
     {"hindered", "", "the form keeps password managers out"},
     {"tokens", "", "its fields are marked username and current-password"}},
    measure};

}  // namespace touchstone::checks
