#pragma once

// Which services of other companies a page works with, by the lists in checks/data/vendors/:
// analytics, trackers, consent, chat, callback, popups, forms, captcha, booking, newsletter,
// status, seals, payments.
//
//   for (const VendorSign& chat : vendors_on(page, "chat")) { ... }
//
// Pure, safe from several threads; one walk of the page, linear in its size. A page that is a shell
// or was cut may use more than is seen: ask absence_unproven_because before saying "none".

#include <string>
#include <string_view>
#include <vector>

#include "checks/fact.h"
#include "site/site.h"

namespace touchstone {

// The first sign of a vendor on a page; one that works at once goes before one that is held back.
struct VendorSign {
  enum class By { script, frame, style, picture, form, code, noscript, mark, name, link };
  std::string vendor;  // as the list names it: "yandex-metrica"
  By by = By::script;
  bool held = false;  // a script that waits for consent: type="text/plain", data-src alone
  Evidence evidence;
  int pages = 1;  // how many pages of those asked for show it
};

// What the page loads, sends its forms to, names in the code of its scripts, marks its elements
// with, or shows pictures of; not what it links to. Each vendor once, in the order met. An unknown
// list is a mistake of ours: std::logic_error.
std::vector<VendorSign> vendors_on(const Page& page, std::string_view list);
std::vector<VendorSign> vendors_on(const Site& site, std::string_view list);  // of the sample

// The vendors whose pages the page links to.
std::vector<VendorSign> vendors_linked_on(const Page& page, std::string_view list);
std::vector<VendorSign> vendors_linked_on(const Site& site, std::string_view list);

// The vendor of an address, "" when it is none of the list's.
std::string vendor_of(const Url& url, std::string_view list);

}  // namespace touchstone
