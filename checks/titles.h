#pragma once

// Titles as people read them: parts between separators, words that say something, placeholders.

#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

// "Bread | Huber - Berlin" -> {"Bread", "Huber", "Berlin"}. A hyphen inside a word separates
// nothing.
std::vector<std::string> title_parts(std::string_view title);

// Says nothing of any company: "Home", "Index of /", "React App" (checks/data/generic-titles.txt).
bool is_generic_title(std::string_view part);

// Folded words of the parts that are not generic.
std::vector<std::string> meaningful_words(std::string_view title);

// Text that somebody forgot to replace: checks/data/placeholders.txt, or a generic title.
bool is_placeholder(std::string_view text);

}  // namespace touchstone
