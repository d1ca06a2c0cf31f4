#pragma once

// The words of a concept in twenty languages, from the embedded files
// site/vocabulary/<lang>.json. Safe from several threads.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

struct Words {
  std::vector<std::string> phrases;  // folded
  std::vector<std::string> slugs;    // lower-case ASCII path segments
};

// The languages that have a vocabulary: "en", "ru", ...
const std::vector<std::string>& vocabulary_languages();

// The words of a concept ("contact", "about", ...) in one language; empty when there are none.
const Words& words_of(std::string_view language, std::string_view concept_name);

// How well a text names a concept in that language or English (any language when it is empty).
enum class Match { none, contains, equals };
Match match_concept(std::string_view text, std::string_view concept_name,
                    std::string_view language = {});

// The same for a text that was folded already (site/text.h), for those who ask many times.
Match match_folded(std::string_view folded, std::string_view concept_name,
                   std::string_view language = {});

// A path segment equals a slug of the concept in any language, or contains one of >= 4 letters.
Match match_slug(std::string_view path, std::string_view concept_name);

// Other lists of section 7 by name ("weekdays", "phone-labels", "generic-titles", ...), folded,
// of one language or of all when it is empty.
std::vector<std::string> word_list(std::string_view name, std::string_view language = {});

}  // namespace touchstone
