#pragma once

// What a text tells of the firm behind a site. Pure, safe from several threads; linear in the text,
// of which the first 200,000 bytes are read.

#include <optional>
#include <string>
#include <string_view>

namespace touchstone {

// A title or a link that promises who is behind the site: "Impressum".
bool names_imprint(std::string_view text);

// The name with its legal form as written, a word or two of it: "Huber GmbH", "ООО «Хлеб".
std::optional<std::string> legal_name_in(std::string_view text);

// The word for one who answers for the firm with the name behind it.
std::optional<std::string> responsible_person_in(std::string_view text);

}  // namespace touchstone
