#include <re2/re2.h>

#include <algorithm>

#include "checks/check.h"
#include "checks/contact_absence.h"
#include "checks/form_fields.h"
#include "checks/form_kind.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/page_class.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check contact_form;

namespace {

// A form of the site's own by which customers write, where they look for it first.
struct OwnForm {
  const Page* page = nullptr;
  const Form* form = nullptr;

  Evidence evidence(std::string excerpt = "") const {
    return {page->url().href(), form->element.path(), std::move(excerpt)};
  }
};

// One field for a telephone number is a request to be called, not a form to write.
bool takes_messages(const Form& form) {
  const FormQuestions asked = questions_of(form);
  return form_kind(form) == "contact" && (asked.message > 0 || asked.all() >= 2);
}

std::optional<OwnForm> own_form(const Site& site) {
  std::vector<const Page*> pages;
  if (const Page* contact = page_of_class(site, "contact")) pages.push_back(contact);
  for (const Page* page : site.pages()) pages.push_back(page);
  std::optional<OwnForm> found;
  for (const Page* page : pages) {
    for (const Form& form : page->forms()) {
      if (!takes_messages(form)) continue;
      if (questions_of(form).message > 0) return OwnForm{page, &form};
      if (!found) found = OwnForm{page, &form};
    }
    if (found) return found;
  }
  return found;
}

bool is_required(const Field& field) {
  return field.element.has_attribute("required") ||
         field.element.attribute("aria-required") == "true" ||
         field.label.find('*') != std::string::npos;
}

void say_fields(Facts& facts, const OwnForm& own) {
  const auto fields = visible_fields(*own.form);
  int required = 0, named = 0;
  std::string labels;
  std::vector<Evidence> nameless;
  for (const Field* field : fields) {
    required += is_required(*field) ? 1 : 0;
    named += field->label.empty() ? 0 : 1;
    labels += (labels.empty() ? "" : "; ") + (field->label.empty() ? field->name : field->label);
    if (field->label.empty() && nameless.size() < 20) {
      nameless.push_back({own.page->url().href(), field->element.path(), field->name});
    }
  }
  const int count = static_cast<int>(fields.size());
  facts.say("fields", count, {own.evidence(shorten(labels, 200))});
  facts.say("required", required, {own.evidence()});
  if (count == 0) {
    facts.not_applicable("named");
  } else {
    facts.say("named", (100 * named + count / 2) / count, std::move(nameless));
  }
}

void say_security(Facts& facts, const OwnForm& own) {
  facts.say("sent_openly", sends_openly(*own.form, *own.page),
            {own.evidence(shorten(own.form->action, 200))});
}

// A puzzle of the form itself, or one that a service draws into the page.
std::string captcha_of(const OwnForm& own) {
  const auto puzzles = own.form->element.find(
      ".//*[self::img or self::input or self::canvas]"
      "[matches(concat(@src, ' ', @id, ' ', @class, ' ', @name, ' ', @alt), "
      "'(?i)captcha|capcha')]");
  const auto is_picture = [](const Element& element) {
    return element.name() != "input" || element.attribute("type").value_or("text") == "text";
  };
  const auto boxes = own.page->document()->find(
      "//*[matches(concat(' ', @class, ' '), ' (g-recaptcha|h-captcha|smart-captcha|arcaptcha) "
      "')]");
  const bool box = std::any_of(boxes.begin(), boxes.end(), [](const Element& element) {
    return element.attribute("data-size") != "invisible" &&
           element.attribute("data-invisible") != "true" && element.name() != "button";
  });
  if (box) return "box";
  return std::any_of(puzzles.begin(), puzzles.end(), is_picture) ? "picture" : "none";
}

bool has_reset(const Form& form) {
  const auto is_reset = [](const Field& field) { return field.type == "reset"; };
  return std::any_of(form.fields.begin(), form.fields.end(), is_reset) ||
         !form.element.find(".//button[matches(@type, '(?i)^reset$')]").empty();
}

// Beside the form: in its part of the page.
void say_consent(Facts& facts, const OwnForm& own) {
  for (const Field& field : own.form->fields) {
    if (field.type != "checkbox" || !field.element.has_attribute("checked")) continue;
    const std::string text = field.label + " " + field.name;
    if (match_concept(text, "newsletter") == Match::none) continue;
    // Both the tick and the words beside it say so.
    facts.say("ticked", true, {{own.page->url().href(), field.element.path(), field.label}})
        .signals = 2;
    break;
  }
  if (!facts.find("ticked")) facts.say("ticked", false);
  const Link* const link = privacy_link_beside(*own.form, *own.page);
  if (link) {
    facts.say("privacy_link", true,
              {{own.page->url().href(), link->element.path(), shorten(link->name(), 100)}});
  } else {
    facts.say("privacy_link", false);
  }
}

// "How shall we answer: call, e-mail, WhatsApp?"
bool lets_choose_channel(const Form& form) {
  static const RE2 call("(?i)phone|call|telefon|anruf|llamad|appel|звон|телефон|تماس|تلفن"),
      mail("(?i)e-?mail|mail|correo|courriel|почт|ایمیل"),
      messenger("(?i)whatsapp|telegram|viber|signal|messenger|мессендж|واتس|تلگرام");
  std::string choices;
  for (const Field& field : form.fields) {
    if (choices.size() > 2'000) break;
    if (field.type == "radio") {
      choices += field.label + " " + field.element.attribute("value").value_or("") + "\n";
    } else if (field.type == "select") {
      choices += field.element.text().substr(0, 500) + "\n";
    }
  }
  return RE2::PartialMatch(choices, call) + RE2::PartialMatch(choices, mail) +
             RE2::PartialMatch(choices, messenger) >=
         2;
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(contact_form, *why);
  const auto own = own_form(site);
  if (!own) {
    for (const FoundForm& form : presence.forms) {
      if (form.kind != "contact") continue;
      Facts facts = all_unknown(contact_form, Reason::no_source);  // drawn by somebody else
      facts.say("present", true, {{form.url, "", ""}});
      return facts;
    }
    return no_contact_found(contact_form, site);
  }
  Facts facts;
  facts.say("present", true, {own->evidence()});
  say_fields(facts, *own);
  say_security(facts, *own);
  facts.say("captcha", captcha_of(*own), {own->evidence()});
  facts.say("resets", has_reset(*own->form), {own->evidence()});
  say_consent(facts, *own);
  facts.say("channel_choice", lets_choose_channel(*own->form));
  return facts;
}

}  // namespace

const Check contact_form{
    "contact-form",
    {{"present", "", "there is a form to write by"},
     {"fields", "", "visible fields of the form"},
     {"required", "", "fields that must be filled"},
     {"sent_openly", "", "the form stands on, or sends to, an address without encryption"},
     {"named", "%", "visible fields with a name that the visitor can read"},
     {"captcha", "", "what proves that one is human: none (or invisible), box, picture"},
     {"resets", "", "a button throws everything away that was typed"},
     {"ticked", "", "consent to advertising is ticked beforehand"},
     {"privacy_link", "", "a link to the privacy policy stands in the same part of the page"},
     {"channel_choice", "", "one may choose how to be answered"}},
    measure};

}  // namespace touchstone::checks
