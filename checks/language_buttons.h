#pragma once

// Buttons and lists by which a script changes the language of a page. Pure, safe from several
// threads; linear in the page.

#include <string>
#include <vector>

#include "checks/language_versions.h"
#include "site/page.h"

namespace touchstone {

struct LanguageButton {
  Element element;  // <button>, <option>, or a link that leads nowhere without scripts
  std::string text;
  LanguageName names;
  Region region = Region::main;
};

// Side by side, one for each language, that of the page among them: "ES EU EN FR".
std::vector<LanguageButton> language_buttons(const Page& page);

}  // namespace touchstone
