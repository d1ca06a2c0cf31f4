#pragma once

// A rulebook in another language: its sentences are translated by their English text, from the
// files rules/translations/<language>/*.json, each an object of English texts and their
// translation.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rulebook.h"
#include "rules/wording.h"

namespace touchstone {

// Every text of the rulebook that reports show: titles, experiences, remedies, sentences, fixes.
// Authorities are names and stay as they are.
void for_each_text(Rulebook& rulebook, const std::function<void(std::string&)>& take);

// "ru", "es" ...: those that have a translation.
std::vector<std::string> translation_languages();

// The words and sentences of a language; none for English and for a language without translation.
Wording wording_of(std::string_view language);

// A text that lacks a translation stays English; a users' rule brings none.
Rulebook translated(Rulebook rulebook, std::string_view language);

}  // namespace touchstone
