#include "checks/callback.h"

#include <re2/re2.h>

#include <algorithm>

#include "checks/answer_promise.h"
#include "checks/check.h"
#include "checks/company_kind.h"
#include "checks/contact_absence.h"
#include "checks/form_kind.h"
#include "checks/unseen.h"
#include "checks/vendors.h"
#include "site/embedded.h"
#include "site/page_text.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check callback_request;

namespace {

int fields_of(const Form& form) {
  const auto count = std::count_if(form.fields.begin(), form.fields.end(), is_question);
  return static_cast<int>(count);
}

// A promise in the form or on its page in words of calling back, or a field for the time.
bool says_when(const CallbackOffer& offer) {
  constexpr std::size_t kMostText = 3'000;
  static const RE2 time_name("(?i)time|uhrzeit|hora|heure|zeit|время|час|когда|when|ساعت|زمان");
  const Form& form = *offer.form;
  const bool choice = std::any_of(form.fields.begin(), form.fields.end(), [](const Field& field) {
    if (field.type == "time" || field.type == "datetime-local" || field.type == "date") return true;
    return is_question(field) && RE2::PartialMatch(fold(field.name + " " + field.label), time_name);
  });
  if (choice) return true;
  const Element box =
      form.element.parent();  // a heading and a sentence mostly stand in one with it
  const bool boxed =
      box && (box.name() == "div" || box.name() == "dialog" || box.name() == "section");
  return promise_in(visible_text(boxed ? box : form.element, kMostText)).has_value();
}

// By the vendor's habit; the page itself does not tell.
bool opens_itself(const Site& site) {
  const auto lines = embedded_list("checks/data/callback-widgets.txt");
  const auto signs = vendors_on(site, "callback");
  return std::any_of(signs.begin(), signs.end(), [&](const VendorSign& sign) {
    return std::find(lines.begin(), lines.end(), sign.vendor + " opens") != lines.end();
  });
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(callback_request, *why);
  const auto offer = callback_offer(site);
  if (!offer && is_eatery(site)) return all_not_applicable(callback_request);
  if (!offer) return no_contact_found(callback_request, site);
  // What a script draws when it is asked for cannot be seen.
  Facts facts = all_unknown(callback_request, Reason::no_source);
  facts.say("present", true, {offer->evidence});
  if (!offer->form) return facts;
  facts.say("fields", fields_of(*offer->form), {offer->evidence});
  facts.say("time_stated", says_when(*offer), {offer->evidence});
  facts.say("opens_itself", opens_itself(site));
  return facts;
}

}  // namespace

const Check callback_request{
    "callback-request",
    {{"present", "", "the company offers to call back"},
     {"fields", "", "fields of the form for it"},
     {"time_stated", "", "it says when the call comes, or lets one choose"},
     {"opens_itself", "", "a widget asks for the number without being asked"}},
    measure};

}  // namespace touchstone::checks
