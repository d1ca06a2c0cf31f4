#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <map>

#include "checks/characters.h"
#include "checks/check.h"
#include "checks/unseen.h"
#include "site/language_tag.h"
#include "site/page_language.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check page_language;

namespace {

constexpr std::size_t letters_needed = 200;
constexpr std::size_t bytes_looked_at = 20'000;

bool is_own_script(UScriptCode script) {
  return script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != USCRIPT_UNKNOWN;
}

// Most letters of the text are of no script that the language is written in.
bool is_foreign_script(std::string_view text, const std::string& language) {
  std::map<UScriptCode, std::size_t> counts;
  std::size_t letters = 0;
  for (const char32_t letter : characters(text.substr(0, bytes_looked_at))) {
    UErrorCode error = U_ZERO_ERROR;
    const auto code = static_cast<UChar32>(letter);
    if (!u_isalpha(code)) continue;
    const UScriptCode script = uscript_getScript(code, &error);
    if (U_FAILURE(error) || !is_own_script(script)) continue;
    ++counts[script];
    ++letters;
  }
  std::array<UScriptCode, 10> scripts{};
  UErrorCode error = U_ZERO_ERROR;
  const int known =
      uscript_getCode(language.c_str(), scripts.data(), static_cast<int>(scripts.size()), &error);
  if (U_FAILURE(error) || known == 0) return false;
  std::size_t own = 0;
  for (int i = 0; i < known; ++i) own += counts[scripts[static_cast<std::size_t>(i)]];
  return 5 * own < letters;  // a foreign page still has some names and links of its own
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(page_language, *why);
  Facts facts;
  int pages = 0, signals = 0;
  std::vector<Evidence> contradicting, undeclared;
  for (const Page* page : site.sample()) {
    if (!page->document()) continue;
    if (letter_count(page->text()) < letters_needed && !mostly_cjk(page->text())) continue;
    ++pages;
    const std::string declared = collapse_spaces(page->declared_language());
    const LanguageTag tag = read_language_tag(declared);
    const Evidence evidence{page->url().href(), "/html/@lang", shorten(declared, 40)};
    const std::string told = primary_language(declared);
    const bool foreign = !told.empty() && is_foreign_script(page->text(), told);
    if (!told.empty() && (foreign || !are_near_languages(told, page->language()))) {
      contradicting.push_back(evidence);
      signals += foreign ? 2 : 1;
    } else if (!tag.valid()) {
      undeclared.push_back(evidence);
    }
  }
  if (pages == 0) {
    const auto why = absence_unproven_because(*site.home());
    return all_unknown(page_language, why.value_or(Reason::insufficient_evidence));
  }
  facts.say("contradicting", contradicting.size(), contradicting).signals = signals;
  facts.say("undeclared", undeclared.size(), undeclared);
  return facts;
}

}  // namespace

const Check page_language{
    "page-language",
    {{"contradicting", "", "pages of the sample written in another language than they declare"},
     {"undeclared", "", "pages of the sample that declare no language, or none that exists"}},
    measure};

}  // namespace touchstone::checks
