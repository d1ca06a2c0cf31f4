#pragma once

// What a text tells of the firm behind a site. Pure, safe from several threads; linear in the text,
// of which the first 200,000 bytes are read.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

// A title or a link that promises who is behind the site: "Impressum".
bool names_imprint(std::string_view text);

// A name with its legal form as written: "Huber GmbH", "ООО «Хлеб и вода»".
struct LegalName {
  std::string name;
  std::size_t at = 0;  // byte of the text
};

// The surest form first: behind the name, before it, anywhere in it; at most twenty of each.
std::vector<LegalName> legal_names_in(std::string_view text);

// What stands behind a label such as "Registered name:".
std::optional<std::string> labelled_legal_name_in(std::string_view text);

// The word for one who answers for the firm with the name behind it.
std::optional<std::string> responsible_person_in(std::string_view text);

}  // namespace touchstone
