#include "checks/presence/tel_link.h"

#include <algorithm>
#include <cctype>

#include "site/percent.h"
#include "site/text.h"

namespace touchstone {

std::optional<std::string> tel_target(std::string_view href) {
  constexpr std::string_view kScheme = "tel:";
  if (href.size() <= kScheme.size() || href.size() > 200) return std::nullopt;
  for (std::size_t i = 0; i < kScheme.size(); ++i) {
    if (std::tolower(static_cast<unsigned char>(href[i])) != kScheme[i]) return std::nullopt;
  }
  std::string target = ascii_digits(percent_decode(href.substr(kScheme.size())));
  target = target.substr(0, target.find_first_of(";?,"));
  std::string dialled;
  for (const char c : target) {
    const bool kept = (c >= '0' && c <= '9') || c == '+' || c == '*' || c == '#';
    if (kept) dialled += c;
  }
  if (std::none_of(dialled.begin(), dialled.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return std::nullopt;
  }
  return dialled;
}

}  // namespace touchstone
