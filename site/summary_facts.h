#pragma once

// What single tags and blocks of a page say, for its summary. For site/ alone.

#include <optional>
#include <string>
#include <string_view>

#include "site/page_summary.h"

namespace touchstone {

// Whole characters only.
std::string beginning(std::string text, std::size_t bytes);

bool starts_with_no_case(std::string_view text, std::string_view lower_case);

// Whether a list of tokens has one, in any case.
bool has_word(std::string_view list, std::string_view lower_case);

// "display: none", as site/page_places.cpp reads it.
bool displays_none(std::string_view style);

// A date of the markup (site/iso_date.h), where it is one and newer.
void take_newer(std::optional<Time>& newest, std::string_view text);

// <meta>: `name` in lower case, by name or property.
void take_meta(PageSummary& summary, std::string_view name, std::string_view content);

// The dates of a JSON-LD block, by plain search: what else it says is not asked here.
void take_json_ld(PageSummary& summary, std::string_view block);

}  // namespace touchstone
