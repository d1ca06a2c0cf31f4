#pragma once

// The versions of a site in several languages: those that pages declare, and the links by which
// people switch between them. Pure, safe from several threads; linear in the page.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checks/fact.h"
#include "site/site.h"

namespace touchstone {

struct LanguageVersion {
  std::string tag;  // as written: "de", "pt-BR", "x-default"
  std::optional<Url> url;
  Evidence evidence;

  bool is_default() const { return tag == "x-default"; }
};

// By link elements and by the Link header (RFC 8288), in their order; at most 200.
std::vector<LanguageVersion> declared_versions(const Page& page);

// A link to the page in another language.
struct SwitchLink {
  enum class Name { own, code, foreign, flag };  // "Deutsch", "DE", "German", a picture
  const Link* link = nullptr;
  std::string language;
  Name name = Name::own;
};

std::vector<SwitchLink> switch_links(const Page& page);

// The language that a short text stands for: "Deutsch", "DE", "German", "🇩🇪 Deutsch".
struct LanguageName {
  std::string language;
  SwitchLink::Name name = SwitchLink::Name::own;
};
std::optional<LanguageName> language_named(std::string_view text);

// The language that an address names in its path, host or query: "/en/", "/index-en.html",
// "en.example.com", "?lang=en". Empty: none.
std::string language_in(const Url& url);

// The languages that the site is offered in: declared on its home page, or written on two pages or
// more.
std::set<std::string> served_languages(const Site& site);

}  // namespace touchstone
