#pragma once

// What a customer finds of a company on its pages: the `presence` of the JSON audit (contract.md
// says each field precisely). Measured once per Site and handed to every check.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "site/page.h"
#include "site/site.h"

namespace touchstone {

struct Phone {
  std::optional<std::string> e164;     // "+49301234567"; absent: no valid number
  std::optional<std::string> printed;  // as people read it; absent: only a tel: link has it
  bool tel_link = false;               // a tel: link dials this number
  std::string tel_href;                // that link as written; empty without one
  std::string url;                     // the page where it was seen first
  Region region = Region::main;        // the most prominent place: header before main before footer
  std::string label;                   // the label before it ("Sales"), mostly empty
  std::string place;                   // XPath, for evidence
  bool in_json_ld = false;
  bool mismatched_tel = false;  // its visible text and its tel: target differ
};

struct Email {
  std::string address;  // lower-case domain, decoded
  bool mailto = false;
  bool obfuscated = false;     // "(at)", entities alone do not count, data-cfemail does
  std::string href;            // the mailto: as written; empty without one
  bool broken_mailto = false;  // its syntax is wrong ("mailto:mailto:")
  std::string url, place;
  Region region = Region::main;
};

struct PostalAddress {
  std::string text, url;
};

struct FoundForm {
  std::string kind;  // "contact", "newsletter", "search", "login", "other"
  std::string url;
};

struct NetworkLink {
  std::string network;  // "whatsapp", "linkedin"
  std::string url;      // resolved; a message written beforehand is left out, nothing else
  std::string page;     // where it was seen first
};

struct Icon {
  std::string url;            // "data:..." shortened to its first 60 characters
  std::string source;         // "link", "default", "manifest"
  std::string rel;            // "icon", "apple-touch-icon", ...; empty for the default
  int width = 0, height = 0;  // 0: unknown
  std::string format;         // "png", "ico", "svg", ...; empty: no image
  bool resolves = false;      // answered 200 with an image's bytes
  bool decodes = false;       // the image is whole
  std::int64_t bytes = 0;
  std::optional<Reason> unknown_because;  // 403 on the icon alone, ...
};

struct MissingPage {
  int status = 0;    // 0: nobody answered
  std::string kind;  // "hard", "soft", "redirect", "home", "error"
  bool branded = false;
};

struct Presence {
  std::vector<std::string> languages;       // ISO 639-1, sorted
  std::optional<std::string> contact_page;  // with "#anchor" for a section
  std::optional<int> clicks_to_contact;     // absent: no path of links
  std::vector<Phone> phones;
  std::vector<Email> emails;
  std::vector<PostalAddress> addresses;
  bool opening_hours = false, map = false;
  std::vector<FoundForm> forms;
  std::vector<NetworkLink> messengers, social;
  std::vector<Icon> icons;
  std::optional<MissingPage> missing_page;  // absent: not probed
};

Presence find_presence(const Site& site);

// The parts, each in its own file below checks/presence/; every one is linear in the pages' size.
std::vector<Phone> find_phones(const Site& site);
std::vector<Email> find_emails(const Site& site);
std::vector<PostalAddress> find_addresses(const Site& site);
bool find_opening_hours(const Site& site);
bool find_map(const Site& site);
std::vector<FoundForm> find_forms(const Site& site);
void find_network_links(const Site& site, std::vector<NetworkLink>& messengers,
                        std::vector<NetworkLink>& social);
std::vector<std::string> find_languages(const Site& site);
std::vector<Icon> find_icons(const Site& site);
std::optional<MissingPage> find_missing_page(const Site& site);
void find_contact_page(const Site& site, std::optional<std::string>& page,
                       std::optional<int>& clicks);

}  // namespace touchstone
