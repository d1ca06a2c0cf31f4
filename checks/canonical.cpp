#include "checks/canonical.h"

#include "site/media_type.h"
#include "site/text.h"

namespace touchstone {

std::optional<Canonical> canonical_on(const Page& page) {
  for (const auto field : page.fetch().headers().all("link")) {
    for (const LinkField& link : parse_link_header(field)) {
      if (!link.has_rel("canonical")) continue;
      return Canonical{page.url().resolve(link.target), {page.url().href(), "link", link.target}};
    }
  }
  if (!page.document()) return std::nullopt;
  for (const Element& link : page.document()->find("//link[@rel and @href]")) {
    if (collapse_spaces(fold(*link.attribute("rel"))) != "canonical") continue;
    const std::string href = *link.attribute("href");
    return Canonical{page.base().resolve(href),
                     {page.url().href(), link.path(), shorten(href, 200)}};
  }
  return std::nullopt;
}

}  // namespace touchstone
