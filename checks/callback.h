#pragma once

// A company's offer to call back. Pure and safe from several threads; linear in the pages.

#include <optional>
#include <string>

#include "checks/fact.h"
#include "site/site.h"

namespace touchstone {

struct CallbackOffer {
  Evidence evidence;           // the form, the button or the widget
  const Page* page = nullptr;  // where the form stands; null: no form of the site's own
  const Form* form = nullptr;
  std::string widget;  // the vendor of a call-back widget; mostly empty
};

// The best one: a form, else a link or button that says so, else a widget. Absent: none was seen.
std::optional<CallbackOffer> callback_offer(const Site& site);

}  // namespace touchstone
