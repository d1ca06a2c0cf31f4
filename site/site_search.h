#pragma once

// The site's own search: where its form leads, and what an audit looks for with it.

#include <optional>
#include <string>

#include "site/page.h"

namespace touchstone {

// The field of a search form: of type "search", of a usual name, or the text of a form with that
// role. Null when the form is none for searching.
const Field* search_field(const Form& form);

// Where the page's search form leads for those words; absent when there is none that asks with GET
// on the site itself. Fields that are hidden keep their values.
std::optional<Url> search_address(const Page& page, const std::string& searched);

// The longest word of the page's heading; empty when it has none.
std::string heading_word(const Page& page);

}  // namespace touchstone
